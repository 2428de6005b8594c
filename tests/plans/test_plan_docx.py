"""Plans in Word as communes write them: each difference alone, then several at once."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plans.blocks import RemarkKind
from generator.plans.markup import letters
from generator.plans.reading import read_plan
from tests.plans.plan_samples import (
    HEADER,
    PLAIN,
    ROWS,
    SECTION,
    TASK_1,
    TASK_2,
    docx,
    imported,
    outline,
    p,
    run,
    tbl,
    tc,
    tr,
    written,
)


def test_a_plain_table_is_read() -> None:
    read = imported(p("KẾ HOẠCH") + tbl(ROWS))
    assert outline(read) == PLAIN
    assert [(s.id, s.title) for s in read.plan.sections] == [("I", "CHỈ ĐẠO, ĐIỀU HÀNH")]
    assert [t.assignment.lead for t in read.plan.tasks] == [("Phòng Nội vụ",), ("Phòng Tư pháp",)]


# -- headers -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "header",
    [
        ("TT", "Nội dung", "Sản phẩm", "Thời gian", "Phân công"),
        ("Số TT", "Nội dung công việc", "Kết quả", "Thời hạn", "Phân công thực hiện"),
        ("STT", "NỘI DUNG NHIỆM VỤ", "Sản phẩm, kết quả", "Thời gian hoàn thành", "Tổ chức thực hiện"),
        ("S T T", "Nhiệm vụ trọng tâm năm 2023", "Sản phẩm dự kiến của năm", "Thời gian (ngày, tháng)", "Phân công"),
        ("", "Nhiệm vụ", "Sản phẩm", "Tiến độ", "Phân công"),
        ("Stt", "Nhiệm vụ, giải pháp", "KẾT QUẢ / SẢN PHẨM", "Tiến độ thực hiện", "Cách thức thực hiện"),
    ],
)
def test_headers_have_many_names(header: tuple[str, ...]) -> None:
    assert outline(imported(tbl((header, SECTION, TASK_1, TASK_2)))) == PLAIN


@pytest.mark.parametrize(
    "header",
    [
        "Đầu mối",
        "Đơn vị đầu mối",
        "CƠ QUAN THAM MƯU",
        "Bộ phận tham mưu",
        "Bộ phận/công chức tham mưu",
        "Cơ quan, đơn vị đầu mối tham mưu",
        "Cán bộ, công chức phụ trách",
        "Đơn vị chịu trách nhiệm chính",
        "Người được phân công",
        "Đơn vị",
        "Phòng, ban, đơn vị",
        "Trách nhiệm",
    ],
)
def test_the_lead_has_many_headers(header: str) -> None:
    read = imported(tbl(((*HEADER[:4], header, "Đơn vị tham gia"), (*TASK_1[:4], "Phòng Nội vụ", "Công an"))))
    (task,) = read.plan.tasks
    assert (task.assignment.lead, task.assignment.support) == (("Phòng Nội vụ",), ("Công an",))


@pytest.mark.parametrize("header", ["Đơn vị tính", "Lãnh đạo phụ trách", "Cơ quan ban hành", "Đơn vị tính (%)"])
def test_other_headers_that_name_an_office_are_no_lead(header: str) -> None:
    read = imported(tbl(((*HEADER, header), (*TASK_1, "Văn bản"))))
    (task,) = read.plan.tasks
    assert task.assignment.lead == ("Phòng Nội vụ",)
    assert task.assignment.text == f"Phòng Nội vụ chủ trì.\n{header}: Văn bản"


def test_one_column_for_lead_and_support_is_read_as_sentences() -> None:
    header = (*HEADER[:4], "Đơn vị chủ trì, phối hợp")
    read = imported(tbl((header, (*TASK_1[:4], "Phòng Nội vụ chủ trì; phối hợp với Công an"))))
    (task,) = read.plan.tasks
    assert (task.assignment.lead, task.assignment.support) == (("Phòng Nội vụ",), ("Công an",))


@pytest.mark.parametrize("order", list(itertools.permutations(range(5)))[::17])
def test_columns_stand_in_any_order(order: tuple[int, ...]) -> None:
    # A title row in two cells keeps number and title side by side only in the usual order.
    rows = [tuple(row[i] for i in order) for row in (HEADER, TASK_1, TASK_2)]
    lines = [line.replace("I.", "", 1) for line in PLAIN]
    assert outline(imported(tbl(rows))) == lines


def test_lead_and_support_in_columns_of_their_own_under_one_merged_header() -> None:
    first = tr(*(tc(h, merge="restart") for h in HEADER[:4]), tc("Phân công", span=2))
    second = tr(*(tc(merge="continue") for _ in range(4)), "Chủ trì", "Phối hợp")
    read = imported(tbl((first, second, (*SECTION, ""), (*TASK_1[:4], "Phòng Nội vụ", "Phòng Tư pháp; Công an"))))
    (task,) = read.plan.tasks
    assert task.assignment.lead == ("Phòng Nội vụ",)
    assert task.assignment.support == ("Phòng Tư pháp", "Công an")
    assert task.assignment.text == "Chủ trì: Phòng Nội vụ\nPhối hợp: Phòng Tư pháp; Công an"


def test_crosses_below_quarters_mean_the_quarter_above_them() -> None:
    quarters = ("Quý I", "Quý II", "Quý III", "Quý IV")
    first = tr(
        tc("STT", merge="restart"), tc("Nhiệm vụ", merge="restart"), tc("Thời gian", span=4), tc("Thực hiện", span=2)
    )
    second = tr(tc(merge="continue"), tc(merge="continue"), *quarters, "Đầu mối tham mưu", "Đơn vị phối hợp")
    once = ("1", "Rà soát.", "", "x", "", "", "Phòng Tư pháp", "Công an")
    each = ("2", "Báo cáo.", "x", "X", "x", "x", "Phòng Nội vụ", "")
    dated = ("3", "Kiểm tra.", "", "", "15/8", "", "Phòng Nội vụ", "")
    read = imported(p("KẾ HOẠCH CCHC NĂM 2026") + tbl((first, second, once, each, dated)))
    assert [t.deadline.phrase for t in read.plan.tasks] == ["Quý II", ", ".join(quarters), "15/8"]
    days = [[str(m.last_day) for m in t.deadline.milestones] for t in read.plan.tasks]
    assert days == [["2026-06-30"], ["2026-12-31"], ["2026-08-15"]]
    task = next(read.plan.tasks)
    assert (task.assignment.lead, task.assignment.support) == (("Phòng Tư pháp",), ("Công an",))


def test_what_other_columns_say_is_nobodys_name() -> None:
    header = (*HEADER[:4], "Chủ trì", "Kinh phí", "Lãnh đạo phụ trách")
    read = imported(tbl((header, (*TASK_1[:4], "Phòng Nội vụ", "5 triệu đồng", "Nguyễn Văn A"))))
    (task,) = read.plan.tasks
    assert (task.assignment.lead, task.assignment.support) == (("Phòng Nội vụ",), ())
    assert task.assignment.text == "Chủ trì: Phòng Nội vụ\nKinh phí: 5 triệu đồng\nLãnh đạo phụ trách: Nguyễn Văn A"
    assert read.remarks_of(RemarkKind.NAME) == ()


def test_notes_and_unknown_columns_arrive_with_the_assignment() -> None:
    read = imported(tbl(((*HEADER, "Ghi chú", "Kinh phí"), (*TASK_1, "Quan trọng", "5 triệu đồng"))))
    (task,) = read.plan.tasks
    assert task.assignment.text == "Phòng Nội vụ chủ trì.\nGhi chú: Quan trọng\nKinh phí: 5 triệu đồng"


def test_a_row_of_column_numbers_is_no_task_and_is_said() -> None:
    read = imported(tbl((HEADER, ("(1)", "(2)", "(3)", "(4)", "(5)"), SECTION, TASK_1, TASK_2)))
    assert outline(read) == PLAIN
    assert ["dòng đánh số cột" in r.message for r in read.remarks_of(RemarkKind.LEFT_OUT)] == [True]


# -- rows --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "section",
    [
        tr(tc("I. CHỈ ĐẠO, ĐIỀU HÀNH", span=5)),
        tr(tc("I CHỈ ĐẠO, ĐIỀU HÀNH", span=5)),
        tr("I.", tc("CHỈ ĐẠO, ĐIỀU HÀNH", span=4)),
        tr("I", "CHỈ ĐẠO, ĐIỀU HÀNH", "", "", ""),
        tr("", tc("I - CHỈ ĐẠO, ĐIỀU HÀNH", span=4)),
    ],
)
def test_a_section_stands_in_one_cell_or_two(section: str) -> None:
    read = imported(tbl((HEADER, section, TASK_1, TASK_2)))
    assert [(s.id, s.title) for s in read.plan.sections] == [("I", "CHỈ ĐẠO, ĐIỀU HÀNH")]
    assert outline(read) == PLAIN


def test_a_section_without_a_number_gets_one_and_is_asked_about() -> None:
    read = imported(tbl((HEADER, SECTION, TASK_1, tr(tc("Cải cách thể chế", span=5)), TASK_1)))
    assert [s.id for s in read.plan.sections] == ["I", "II"]
    assert any("không có số" in r.message for r in read.remarks_of(RemarkKind.DOUBT))


def test_a_row_goes_on_after_a_page_break() -> None:
    start = ("1", "Lập báo cáo", "Báo cáo", "Trước ngày 25/11/2023", "Phòng Nội vụ theo dõi")
    rest = ("", "định kỳ.", "", "", "và đôn đốc.")
    for rows in ((HEADER, SECTION, start, rest), (HEADER, SECTION, start, HEADER, rest)):
        read = imported(tbl(rows))
        (task,) = read.plan.tasks
        assert task.text == "Lập báo cáo định kỳ."
        assert task.assignment.text == "Phòng Nội vụ theo dõi và đôn đốc."


def test_a_table_cut_into_several_goes_on_with_and_without_its_header() -> None:
    with_header = tbl((HEADER, SECTION, TASK_1)) + p("") + tbl((HEADER, TASK_2))
    without = tbl((HEADER, SECTION, TASK_1)) + p("") + tbl((TASK_2,))
    assert outline(imported(with_header)) == outline(imported(without)) == PLAIN


def test_a_table_cut_before_a_lettered_part_goes_on_and_people_between_do_not() -> None:
    people = tbl((("STT", "Họ và tên", "Chức vụ", "Bộ phận", "Điện thoại"), ("1", "Nguyễn Văn A", "", "", "0900")))
    part = tbl((("B", "NHIỆM VỤ CỤ THỂ", "", "", ""), TASK_2))
    read = imported(tbl((HEADER, ("A", "NHIỆM VỤ CHUNG", "", "", ""), TASK_1)) + people + part)
    assert [(s.id, s.title, len(s.tasks)) for s in read.plan.sections] == [
        ("A", "NHIỆM VỤ CHUNG", 1),
        ("B", "NHIỆM VỤ CỤ THỂ", 1),
    ]
    assert len(read.other_tables) == 1


@pytest.mark.parametrize("misread", ["Tiến dộ", "Nhiêm vụ"])
def test_a_header_misread_on_one_page_does_not_lose_the_page(misread: str) -> None:
    wrong = tuple(misread if h.casefold()[:3] == misread.casefold()[:3] else h for h in HEADER)
    assert misread in wrong
    for body in (
        tbl((HEADER, SECTION, TASK_1)) + p("") + tbl((wrong, TASK_2)),
        tbl((HEADER, SECTION, TASK_1, wrong, TASK_2)),
    ):
        assert outline(imported(body)) == PLAIN


def test_a_second_table_with_other_columns_is_left_out_and_said() -> None:
    meetings = tbl((("STT", "Nội dung", "Thời gian"), ("1", "Họp giao ban", "Hằng tháng")))
    read = imported(tbl(ROWS) + p("Phụ lục II") + meetings)
    assert outline(read) == PLAIN
    assert [r.place for r in read.remarks_of(RemarkKind.LEFT_OUT)] == ["bảng 2"]


@pytest.mark.parametrize(
    ("written", "number"), [("1.", "1"), ("01", "1"), ("(1)", "1"), ("I.1", "1"), ("1)", "1"), ("a)", "a")]
)
def test_numbers_have_many_writings(written: str, number: str) -> None:
    assert [t.id for t in imported(tbl((HEADER, SECTION, (written, *TASK_1[1:])))).plan.tasks] == [f"I.{number}"]


def test_parts_whose_sections_start_again_tell_them_apart() -> None:
    rows = (
        *(HEADER, tr(tc("A. NHIỆM VỤ CHUNG", span=5)), ("I", "THỂ CHẾ", "", "", ""), TASK_1),
        *(tr(tc("B. NHIỆM VỤ RIÊNG", span=5)), ("I", "BỘ MÁY", "", "", ""), TASK_1),
    )
    assert [(s.id, s.title) for s in imported(tbl(rows)).plan.sections] == [
        ("A.I", "NHIỆM VỤ CHUNG: THỂ CHẾ"),
        ("B.I", "NHIỆM VỤ RIÊNG: BỘ MÁY"),
    ]


def test_a_dash_in_the_number_column_belongs_to_the_task_above() -> None:
    rows = (HEADER, SECTION, TASK_1, ("-", "Gửi Phòng Nội vụ", "Công văn", "", ""))
    (task,) = imported(tbl(rows)).plan.tasks
    assert (task.text, task.deliverables) == ("Lập báo cáo định kỳ.\n- Gửi Phòng Nội vụ", "Báo cáo\nCông văn")


def test_a_deadline_merged_over_two_tasks_belongs_to_both() -> None:
    rows = (
        HEADER,
        SECTION,
        tr(*TASK_1[:3], tc("Trong quý II/2023", merge="restart"), TASK_1[4]),
        tr(*TASK_2[:3], tc("", merge="continue"), TASK_2[4]),
    )
    assert [t.deadline.phrase for t in imported(tbl(rows)).plan.tasks] == ["Trong quý II/2023"] * 2


def test_a_number_merged_over_two_rows_is_one_task() -> None:
    rows = (
        HEADER,
        SECTION,
        tr(tc("1", merge="restart"), tc("Lập báo cáo.", merge="restart"), "Báo cáo 6 tháng", "Trước 15/6/2023", "A"),
        tr(tc("", merge="continue"), tc("", merge="continue"), "Báo cáo năm", "Trước 15/12/2023", "B"),
    )
    (task,) = imported(tbl(rows)).plan.tasks
    assert task.text == "Lập báo cáo."
    assert task.deliverables == "Báo cáo 6 tháng\nBáo cáo năm"
    assert [m.last_day.month for m in task.deadline.milestones if m.last_day] == [6, 12]


def test_levels_of_numbers_make_groups_and_ids() -> None:
    rows = (
        HEADER,
        tr(tc("I. THỂ CHẾ", span=5)),
        ("1", "Văn bản", "", "", ""),
        ("1.1", "Ban hành.", "Văn bản", "Thường xuyên", "A"),
        ("1.2", "Kiểm tra.", "Báo cáo", "Thường xuyên", "B"),
        ("2", "Tuyên truyền.", "Báo cáo", "Thường xuyên", "C"),
        ("3", "Rà soát", "", "", ""),
        ("a", "Rà soát văn bản.", "Báo cáo", "Thường xuyên", "D"),
        ("b)", "Rà soát thủ tục.", "Báo cáo", "Thường xuyên", "E"),
    )
    read = imported(tbl(rows))
    assert [t.id for t in read.plan.tasks] == ["I.1.1", "I.1.2", "I.2", "I.3.a", "I.3.b"]
    assert "Văn bản" in read.plan.sections[0].title


def test_two_tasks_of_one_number_are_kept_apart_and_asked_about() -> None:
    read = imported(tbl((HEADER, SECTION, TASK_1, ("1", *TASK_2[1:]))))
    assert [t.id for t in read.plan.tasks] == ["I.1", "I.1b"]
    assert any("đã dùng" in r.message for r in read.remarks_of(RemarkKind.DOUBT))


def test_a_total_and_a_note_are_left_out_and_said() -> None:
    rows = (*ROWS, ("", "Tổng cộng: 2 nhiệm vụ", "", "", ""), tr(tc("Ghi chú: in đậm là mới.", span=5)))
    read = imported(tbl(rows))
    assert outline(read) == PLAIN
    said = " ".join(r.message for r in read.remarks_of(RemarkKind.LEFT_OUT))
    assert "Tổng cộng: 2 nhiệm vụ" in said and "in đậm là mới" in said


def test_the_appendix_is_found_among_several_tables() -> None:
    letterhead = tbl((("ỦY BAN NHÂN DÂN", "CỘNG HÒA"), ("Số: 5/KH-UBND", "Bến Xuân, ngày 05 tháng 4 năm 2023")))
    people = tbl((("STT", "Họ và tên", "Chức vụ"), ("1", "Nguyễn Văn A", "Chủ tịch")))
    read = imported(letterhead + p("KẾ HOẠCH") + p("Cải cách năm 2023") + tbl(ROWS) + p("") + people)
    assert outline(read) == PLAIN
    assert (read.plan.number, str(read.plan.issued_on)) == ("5/KH-UBND", "2023-04-05")
    assert any("không cùng các cột" in r.message for r in read.remarks_of(RemarkKind.LEFT_OUT))


# -- mixed -------------------------------------------------------------------------------------------------------
def _sections(kind: int) -> Callable[[str, str], str]:
    return [
        lambda n, t: tr(n, t, "", "", ""),
        lambda n, t: tr(tc(f"{n}. {t}", span=5)),
        lambda n, t: tr(n, tc(t, span=4)),
    ][kind]


WORD = st.text(alphabet="abcdeghiklmnopqrstuvxyàáảãạăâđêôơư", min_size=2, max_size=7)
SENTENCE = st.lists(WORD, min_size=1, max_size=8).map(lambda words: " ".join(words).capitalize() + ".")
PHRASE = st.sampled_from(["Thường xuyên", "Trong năm 2023", "Trước ngày 05/12/2023", "Tháng 9/2023", "Theo yêu cầu"])
PLAN = st.lists(
    st.lists(st.tuples(SENTENCE, SENTENCE, PHRASE, SENTENCE), min_size=1, max_size=4), min_size=1, max_size=4
)


@given(PLAN, st.integers(0, 2), st.booleans(), st.booleans())
def test_no_word_of_any_plan_is_lost(
    sections: list[list[tuple[str, ...]]], kind: int, cut: bool, tracked: bool
) -> None:
    rows: list[str] = [tr(*HEADER)]
    for number, tasks in zip(("I", "II", "III", "IV"), sections, strict=False):
        rows.append(_sections(kind)(number, f"LĨNH VỰC {number}"))
        for n, task in enumerate(tasks, start=1):
            cells = [tc(f'<w:p><w:ins w:id="9">{run(c)}</w:ins></w:p>') if tracked else tc(c) for c in task]
            rows.append(tr(str(n), *cells))
            if cut:
                rows.append(tr(*HEADER))
    read = imported(tbl(rows))
    assert [len(s.tasks) for s in read.plan.sections] == [len(tasks) for tasks in sections]
    for task, words in zip(read.plan.tasks, itertools.chain.from_iterable(sections), strict=True):
        arrived = (task.text, task.deliverables, task.deadline.phrase, task.assignment.text)
        assert [letters(a) for a in arrived] == [letters(b) for b in words]


def test_a_plan_is_read_from_its_file(tmp_path: Path) -> None:
    assert outline(read_plan(written(tmp_path, docx(tbl(ROWS))))) == PLAIN
