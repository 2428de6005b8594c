"""Plans in Word as communes write them: each difference alone, then several at once."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.plan_blocks import RemarkKind, UnreadablePlan
from generator.intake.plan_import import PlanImport, read_plan, understand
from generator.intake.plan_markup import letters
from generator.intake.plan_names import load_names
from generator.intake.plan_source import open_bytes
from tests.intake.plan_samples import HEADER, ROWS, SECTION, TASK_1, TASK_2, docx, p, run, tbl, tc, tr, w, written


def imported(body: str, **parts: str) -> PlanImport:
    return understand(open_bytes(docx(body, **parts)), load_names())


def outline(read: PlanImport) -> list[str]:
    """Ids, texts, products, phrases and assignments, as the officer sees them."""
    return [" | ".join((t.id, t.text, t.deliverables, t.deadline.phrase, t.assignment.text)) for t in read.plan.tasks]


PLAIN = [
    "I.1 | Lập báo cáo định kỳ. | Báo cáo | Trước ngày 25/11/2023 | Phòng Nội vụ chủ trì.",
    "I.2 | Rà soát thủ tục. | Văn bản | Thường xuyên | Phòng Tư pháp thực hiện.",
]


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


# -- Word's own ways ---------------------------------------------------------------------------------------------
NUMBERING = w(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    '</w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>',
)


def listed(num: int, text: str = "", level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def test_automatic_numbers_are_counted_as_word_shows_them() -> None:
    rows = (
        HEADER,
        tr(tc(listed(1)), "THỂ CHẾ", "", "", ""),
        tr(tc(listed(2)), *TASK_1[1:]),
        tr(tc(listed(2, level=1)), *TASK_1[1:]),
        tr(tc(listed(2)), *TASK_2[1:]),
        tr(tc(listed(1)), "BỘ MÁY", "", "", ""),
        tr(tc(listed(3)), *TASK_1[1:4], tc(listed(4, "Phòng Nội vụ chủ trì.") + listed(4, "Phòng Tư pháp phối hợp."))),
    )
    read = imported(tbl(rows), numbering=NUMBERING)
    assert [t.id for t in read.plan.tasks] == ["I.1", "I.1.1", "I.2", "II.1"]
    assert list(read.plan.tasks)[-1].assignment.text == "- Phòng Nội vụ chủ trì.\n- Phòng Tư pháp phối hợp."


def test_tracked_changes_read_as_if_accepted() -> None:
    deleted = '<w:del w:id="1" w:author="A"><w:r><w:delText>Trước ngày 1/1/2020</w:delText></w:r></w:del>'
    moved = '<w:moveFrom w:id="2" w:author="A"><w:r><w:t>chỗ cũ</w:t></w:r></w:moveFrom>'
    added = f'<w:ins w:id="3" w:author="A">{run("Trước ngày 25/11/2023")}</w:ins>'
    arrived = f'<w:moveTo w:id="4" w:author="A">{run(" chỗ mới")}</w:moveTo>'
    gone = tr(*TASK_1, properties='<w:del w:id="5" w:author="A"/>')
    new = tr("2", TASK_2[1], TASK_2[2], tc(f"<w:p>{deleted}{moved}{added}{arrived}</w:p>"), TASK_2[4])
    read = imported(tbl((HEADER, SECTION, gone, tr(*TASK_1), new)))
    assert [t.deadline.phrase for t in read.plan.tasks] == ["Trước ngày 25/11/2023", "Trước ngày 25/11/2023 chỗ mới"]
    assert any("Track Changes" in r.message for r in read.remarks)


def test_a_paragraph_whose_mark_was_deleted_joins_the_next() -> None:
    first = p("Lập báo cáo", '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>')
    read = imported(tbl((HEADER, SECTION, tr("1", tc(first + p(" định kỳ.")), *TASK_1[2:]))))
    assert next(read.plan.tasks).text == "Lập báo cáo định kỳ."


def test_content_controls_around_text_cells_rows_and_tables_are_seen() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    rows = f"{tr(*HEADER)}{control(tr(*SECTION))}"
    rows += tr("1", tc(f"<w:p>{control(run(TASK_1[1]))}</w:p>"), control(tc(TASK_1[2])), *TASK_1[3:])
    rows += tr("2", tc(control(p(TASK_2[1]))), *TASK_2[2:])
    assert outline(imported(control(f"<w:tbl>{rows}</w:tbl>"))) == PLAIN


def test_a_text_box_is_read_once_though_it_stands_twice() -> None:
    inside = f"<w:txbxContent>{p('Số: 8/KH-UBND')}{tbl(ROWS)}</w:txbxContent>"
    shape = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    read = imported(f"<w:p><w:r>{shape}</w:r></w:p>")
    assert outline(read) == PLAIN
    assert read.plan.number == "8/KH-UBND"


def test_footnotes_follow_the_text_and_make_no_deadline() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    cell = tc(f"<w:p>{run('Trước ngày 25/11/2023')}{mark}</w:p>")
    notes = w("footnotes", f'<w:footnote w:id="2">{p("Theo văn bản ngày 01/02/2022 của tỉnh.")}</w:footnote>')
    (task,) = imported(tbl((HEADER, tr(*TASK_1[:3], cell, TASK_1[4]))), footnotes=notes).plan.tasks
    assert task.deadline.phrase == "Trước ngày 25/11/2023[1]\n[1] Theo văn bản ngày 01/02/2022 của tỉnh."
    assert [str(m.last_day) for m in task.deadline.milestones] == ["2023-11-24"]


def test_a_table_inside_a_cell_keeps_its_words() -> None:
    inner = tbl((("Quý I", "10%"), ("Quý II", "20%")))
    (task,) = imported(tbl((HEADER, tr("1", TASK_1[1], tc(inner + p("")), *TASK_1[3:])))).plan.tasks
    assert task.deliverables == "Quý I 10%\nQuý II 20%"


# -- fonts of before Unicode -------------------------------------------------------------------------------------
def test_tcvn3_and_vni_are_converted_by_font_and_shown() -> None:
    rows = (
        HEADER,
        tr("I", tc(p(run("c«ng t¸c chØ ®¹o", ".VnTimeH"))), "", "", ""),
        tr("1", tc(p(run("LËp b¸o c¸o", ".VnTime"))), tc(p(run("Baùo caùo", "VNI-Times"))), *TASK_1[3:]),
    )
    read = imported(tbl(rows))
    (task,) = read.plan.tasks
    assert (read.plan.sections[0].title, task.text, task.deliverables) == ("CÔNG TÁC CHỈ ĐẠO", "Lập báo cáo", "Báo cáo")
    assert len(read.remarks_of(RemarkKind.FONT)) == 3


def test_the_documents_default_font_counts_too() -> None:
    defaults = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    styles = w("styles", f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>")
    rows = (HEADER, tr("1", "LËp b¸o c¸o", tc(p(run("Báo cáo", "Times New Roman"))), *TASK_1[3:]))
    (task,) = imported(tbl(rows), styles=styles).plan.tasks
    assert (task.text, task.deliverables) == ("Lập báo cáo", "Báo cáo")


def test_unicode_text_under_an_old_fonts_name_is_left_alone() -> None:
    rows = (HEADER, tr("1", tc(p(run("Lập báo cáo", ".VnTime"))), *TASK_1[2:]))
    assert next(imported(tbl(rows)).plan.tasks).text == "Lập báo cáo"


def test_a_character_without_a_mapping_is_an_error_that_names_the_cell() -> None:
    rows = (HEADER, tr("1", tc(p(run("LËp Ω b¸o c¸o", ".VnTime"))), *TASK_1[2:]))
    with pytest.raises(UnreadablePlan, match=r"bảng 1, dòng 2, ô 2: .*“Ω”"):
        imported(tbl(rows))


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
