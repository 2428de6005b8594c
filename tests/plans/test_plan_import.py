"""What is understood of a plan: the two small plans in tests/intake/plans, names, reminders, the workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.book.read.beside import names_beside
from generator.book.read.workbook import read_workbook_bytes
from generator.book.write.new_workbook import workbook_bytes
from generator.plans.blocks import RemarkKind
from generator.plans.front import read_front
from generator.plans.markup import clean_text
from generator.plans.reading import PlanImport, read_plan, understand
from generator.plans.source import open_bytes
from generator.plans.spelling import spelling_suggestions
from generator.plans.summary import as_json, summary
from generator.plans.text import read_text_plan
from generator.plans.to_workbook import plan_rows
from generator.vietnamese.office_names import load_names
from generator.vietnamese.text import roman
from generator.vietnamese.titles import in_a_sentence, sentence_title
from generator.vietnamese.who_does import find_who_does

SAMPLES = Path(__file__).parent / "plans"


def ward() -> PlanImport:
    return read_plan(SAMPLES / "ke-hoach-phuong.txt")


def objectives() -> PlanImport:
    return read_plan(SAMPLES / "muc-tieu-chat-luong.txt")


# -- a ward's plan -----------------------------------------------------------------------------------------------
def test_sections_and_tasks_with_the_row_that_goes_on_and_the_section_that_lost_its_tabs() -> None:
    plan = ward().plan
    assert [(s.id, s.title, len(s.tasks)) for s in plan.sections] == [
        ("I", "CHỈ ĐẠO, ĐIỀU HÀNH", 2),
        ("II", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", 2),
    ]
    tasks = {t.id: t for t in plan.tasks}
    assert tasks["I.2"].assignment.text == (
        "- Cán bộ, công chức chuyên môn đăng ký sáng kiến.\n- Tổ tư vấn giúp UBND phường chọn sáng kiến."
    )
    assert [m.last_day.isoformat() for m in tasks["I.1"].deadline.milestones if m.last_day] == [
        "2024-06-13",
        "2024-09-13",
        "2024-12-13",
    ]


def test_before_and_after_the_table() -> None:
    read = ward()
    assert (read.plan.number, str(read.plan.issued_on), read.plan.issuer) == (
        "45/KH-UBND",
        "2024-02-08",
        "UBND phường Bến Xuân",
    )
    assert read.front.replaces == "Kế hoạch số 30/KH-UBND ngày 25/01/2024 của UBND phường Bến Xuân"
    assert read.front.recipients == ("- Phòng Nội vụ thành phố;", "- Lưu: VT.")
    assert read.front.body[0].startswith("Thực hiện Kế hoạch số 12/KH-UBND")
    assert len(read.front.body) == 6


def test_what_is_doubtful_is_said_once_each_with_its_place() -> None:
    read = ward()
    assert [r.place for r in read.remarks_of(RemarkKind.DEADLINE)] == ["II.2, Tiến độ"]
    assert "“Đầu quý II/2024”" in read.remarks_of(RemarkKind.DEADLINE)[0].message
    assert [r.place for r in read.remarks_of(RemarkKind.NAME)] == ["I.2, Phân công"]
    assert [r.message for r in read.remarks_of(RemarkKind.SUGGESTION)] == [
        "“trẻ hạn” có lẽ là “trễ hạn”; chưa sửa",
        "“Mọi cửa” có lẽ là “Một cửa”; chưa sửa",
    ]
    assert next(t.text for t in read.plan.tasks if t.id == "II.1") == "Giảm hồ sơ trẻ hạn."


def test_an_interim_day_is_a_reminder_apart_from_the_deadline() -> None:
    (reminder,) = ward().reminders
    assert (reminder.task_id, str(reminder.last_day)) == ("I.1", "2024-06-09")
    assert (reminder.who, reminder.for_whom) == ("Các công chức chuyên môn", "Công chức Văn phòng - Thống kê")


def test_targets_are_indicators() -> None:
    indicators = [(i.task_ids[0], i.name, i.target_text, i.unit) for i in ward().indicators]
    assert indicators == [
        ("I.2", "Sáng kiến được công nhận", "ít nhất 02", "sáng kiến"),
        ("II.1", "Tỷ lệ hồ sơ trễ hạn", "dưới 0,5%", "%"),
        ("II.1", "Lĩnh vực đất đai", "không quá 2%", "%"),
        ("II.2", "Hồ sơ chứng thực điện tử", "Tối thiểu 20%", "%"),
    ]


def test_objectives_have_start_end_and_measure() -> None:
    read = objectives()
    first, second = read.plan.tasks
    assert read.of_objectives
    assert (first.id, first.deliverables) == ("1", "Số hồ sơ trực tuyến/Tổng số hồ sơ trong năm")
    assert first.deadline.phrase == "Tháng 01/2024 – Tháng 12/2024"
    assert [(str(m.first_day), str(m.last_day)) for m in second.deadline.milestones] == [("2024-01-01", "2024-12-31")]
    assert [i.target_text for i in read.indicators] == ["đạt từ 30% trở lên", "đạt từ 50% trở lên", "đạt trên 90%"]
    assert "hoặc" in read.indicators[0].source and not read.indicators[2].source


@pytest.mark.parametrize("make", [ward, objectives])
def test_the_workbook_says_the_same(make) -> None:  # type: ignore[no-untyped-def]
    read = make()
    data = workbook_bytes(plan_rows(read))
    year, _ = read_workbook_bytes(data)
    assert year is not None
    assert year.plan.sections == read.plan.sections
    assert year.indicators == read.indicators
    assert (year.plan.number, year.plan.issuer, year.plan.year) == (read.plan.number, read.plan.issuer, 2024)
    assert year.unit.code == "ben-xuan"
    assert year.unit.header_lines == ("ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN XUÂN")


def test_json_has_the_agreed_shape() -> None:
    data = as_json(ward())
    assert list(data["plan"])[:4] == ["number", "date", "title", "unit"]
    assert data["sections"][1] == {"id": "II", "title": "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "tasks": 2}
    task = data["tasks"][0]
    assert {"id", "text", "deliverables", "deadline_text", "deadline", "lead", "support", "how"} <= set(task)
    assert (task["deadline"], task["lead"]) == ("2024-12-13", ["Công chức Văn phòng - Thống kê"])
    assert {"kind", "place", "message"} == set(data["warnings"][0])


def test_the_screen_names_sections_counts_and_remarks() -> None:
    said = "\n".join(summary(ward()))
    for words in ("2 mục, 4 nhiệm vụ", "II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH: 2", "Tiến độ chưa hiểu (1)", "trẻ hạn"):
        assert words in said


def rows_said_by(*assignments: str) -> list[str]:
    """The screen's lines about the assignments of a plan with these tasks."""
    rows = "".join(f"{n}\tLàm việc {n}.\tVăn bản\tThường xuyên\t{text}\n" for n, text in enumerate(assignments, 1))
    table = f"STT\tNhiệm vụ\tSản phẩm\tTiến độ\tChủ trì\nI\tCHỈ ĐẠO\n{rows}"
    lines = list(summary(understand(open_bytes(table.encode()), load_names())))
    start = next(i for i, line in enumerate(lines) if "chưa nhận ra" in line)
    return [line for line in lines[start:] if "Phân công" in line or "chưa nhận ra" in line]


def test_what_is_said_many_times_is_said_once_with_its_count_and_first_places() -> None:
    assert rows_said_by(*["Tổ tư vấn CCHC"] * 148) == [
        "Tên cơ quan, đơn vị chưa nhận ra (148):",
        "  - I.1, I.2, I.3 và 145 chỗ khác (Phân công): “Tổ tư vấn CCHC” chưa có trong danh sách tên; "
        "chữ vẫn giữ ở cột Phân công",
    ]


def test_several_names_are_listed_each_with_its_places() -> None:
    assert rows_said_by("Tổ A", "Tổ B", "Tổ A")[1:] == [
        "  - 2 tên, 3 chỗ chưa có trong danh sách tên; chữ vẫn giữ ở cột Phân công: “Tổ A” (I.1, I.3); “Tổ B” (I.2)"
    ]


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("01/01/2026", "31/3/2026", [("2026-01-01", "2026-03-31")]),
        ("01/01/2026", "Thường xuyên", []),
        ("01/6/2026", "", [("2026-06-01", "None")]),
        ("Tháng 3/2026", "Ngày 25 hằng quý", []),
        ("01/01/2026", "Trước 15/6/2026 và 15/12/2026", [("None", "2026-06-14"), ("None", "2026-12-14")]),
    ],
)
def test_a_start_in_its_own_column_is_never_the_day_when_a_task_is_due(
    start: str, end: str, days: list[tuple[str, str]]
) -> None:
    table = f"STT\tNhiệm vụ\tSản phẩm\tBắt đầu\tHoàn thành\n1\tLập báo cáo.\tVăn bản\t{start}\t{end}\n"
    (task,) = understand(open_bytes(table.encode()), load_names()).plan.tasks
    assert [(str(m.first_day), str(m.last_day)) for m in task.deadline.milestones] == days
    assert start in task.deadline.phrase and end in task.deadline.phrase


def test_a_day_of_each_month_in_a_plan_of_no_known_year_is_asked_about() -> None:
    table = "STT\tNhiệm vụ\tSản phẩm\tTiến độ\n1\tLập báo cáo.\tVăn bản\tNgày 25 hằng tháng và 10/12/2026\n"
    read = understand(open_bytes(table.encode()), load_names())
    assert [m for t in read.plan.tasks for m in t.deadline.milestones] == []
    assert any("Ngày 25 hằng tháng" in r.message for r in read.remarks_of(RemarkKind.DEADLINE))


def test_an_extension_lies_in_its_own_columns_of_the_workbook() -> None:
    phrase = "Trước ngày 30/6/2026 (gia hạn đến 30/9/2026 theo Công văn số 12/UBND-VP)"
    table = f"STT\tNhiệm vụ\tSản phẩm\tTiến độ\n1\tLập báo cáo.\tVăn bản\t{phrase}\n"
    read = understand(open_bytes(table.encode()), load_names())
    (row,) = plan_rows(read)["Mốc"]
    assert (str(row["Đến hạn"]), str(row["Gia hạn đến"]), row["Văn bản gia hạn"]) == (
        "2026-06-29",
        "2026-09-30",
        "Công văn số 12/UBND-VP",
    )
    assert next(read.plan.tasks).deadline.phrase == phrase
    assert as_json(read)["tasks"][0]["deadline"] == "2026-09-30"


# -- names -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("Phòng Nội vụ chủ trì, tham mưu UBND thành phố.", ["Phòng Nội vụ"], []),
        (
            "Văn phòng HĐND và UBND thành phố chủ trì, phối hợp với Phòng Nội vụ, Phòng Tư pháp theo dõi.",
            ["Văn phòng HĐND và UBND thành phố"],
            ["Phòng Nội vụ", "Phòng Tư pháp"],
        ),
        ("Công chức Tư pháp – Hộ tịch báo cáo kết quả.", ["Công chức Tư pháp - Hộ tịch"], []),
        (
            "- Các cơ quan, đơn vị, UBND các xã, phường báo cáo.\n- Phòng Nội vụ tổng hợp, tham mưu UBND thành phố.",
            ["Phòng Nội vụ"],
            ["Các cơ quan, đơn vị", "UBND các xã, phường"],
        ),
        (
            "Hàng tuần, Công chức Văn phòng-Thống kê (phụ trách CCHC) chủ trì tổng hợp.",
            ["Công chức Văn phòng - Thống kê"],
            [],
        ),
        ("Chủ trì: Phòng Nội vụ\nPhối hợp: Phòng Tư pháp, Công an", ["Phòng Nội vụ"], ["Phòng Tư pháp", "Công an"]),
        ("Thực hiện theo quy định.", [], []),
        (
            "Chủ trì: VP HĐND&UBND phường\nPhối hợp: P.VH-XH; Phòng KT,HT&ĐT, TT PVHCC; Sở Nội vụ",
            ["Văn phòng HĐND và UBND"],
            [
                "Phòng Văn hóa - Xã hội",
                "Phòng Kinh tế, Hạ tầng và Đô thị",
                "Trung tâm Phục vụ hành chính công",
                "Sở Nội vụ",
            ],
        ),
    ],
)
def test_who_leads_and_who_supports(text: str, lead: list[str], support: list[str]) -> None:
    who = find_who_does(text, load_names())
    assert (list(who.assignment.lead), list(who.assignment.support)) == (lead, support)
    assert who.assignment.text == text


def test_a_leader_on_no_list_leads_as_it_is_written_and_is_told() -> None:
    who = find_who_does("- Phòng Vũ trụ chủ trì.\n- Phòng Nội vụ theo dõi.", load_names())
    assert who.assignment.lead == ("Phòng Vũ trụ",)
    assert who.not_recognised == ("Phòng Vũ trụ",)


def test_a_place_adds_its_own_names_beside_the_plan(tmp_path: Path) -> None:
    (tmp_path / "ten-don-vi.toml").write_text('[[unit]]\nname = "Phòng Vũ trụ"\nalso = ["P. Vũ trụ"]\n', "utf-8")
    who = find_who_does("P. Vũ trụ chủ trì.", names_beside(tmp_path))
    assert who.assignment.lead == ("Phòng Vũ trụ",)


@pytest.mark.parametrize(
    ("issuer", "printed"),
    [
        ("UBND phường Bến Xuân", "Các phòng chuyên môn thuộc UBND phường"),
        ("UBND xã An Phú", "Các phòng chuyên môn thuộc UBND xã"),
        ("Chủ tịch UBND thành phố Hải Bình", "Các phòng chuyên môn thuộc UBND thành phố"),
        ("", "Các phòng chuyên môn"),
    ],
)
def test_the_specialised_offices_are_those_of_the_plans_own_level(issuer: str, printed: str) -> None:
    who = find_who_does("Các phòng chuyên môn chủ trì.", load_names().of_unit(issuer))
    assert who.assignment.lead == (printed,)


def test_a_ward_and_a_commune_keep_their_own_leaders() -> None:
    for name in ("Chủ tịch UBND xã", "Lãnh đạo UBND phường"):
        assert find_who_does(f"{name} chỉ đạo.", load_names()).assignment.lead == (name,)


# -- small parts -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Một.</p> <p>Hai.</p>", "Một.\nHai."),
        ('<ul style="x"> - Công chức Tư pháp - Hộ tịch làm. - Phòng Tài chính - Kế hoạch xem.', None),
        ("Tỷ lệ <5% và > 3%", "Tỷ lệ <5% và > 3%"),
        ("a < b & c > d, <b c>", "a < b & c > d, <b c>"),
        ("<span style='a' lang=vi>Một</span>", "Một"),
        ("**Đậm** và thường", "Đậm và thường"),
    ],
)
def test_conversion_marks_go_and_words_stay(text: str, expected: str | None) -> None:
    wanted = expected or "- Công chức Tư pháp - Hộ tịch làm.\n- Phòng Tài chính - Kế hoạch xem."
    assert clean_text(text) == wanted


def test_a_line_break_inside_a_cell_of_a_text_table_stays_in_the_cell() -> None:
    table = "STT\tNhiệm vụ\tTiến độ\n1\tLập báo cáo.\tTrước 15/6/2023\nvà 15/12/2023\n2\tRà soát.\tThường xuyên\n"
    (block,) = read_text_plan(table.encode()).blocks
    assert block.rows[1].cells[2].text == "Trước 15/6/2023\nvà 15/12/2023"  # type: ignore[union-attr]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_files_in_each_unicode_encoding(encoding: str) -> None:
    assert len(read_text_plan("STT\tNhiệm vụ\tTiến độ\n".encode(encoding)).blocks) == 1


def test_suggestions_leave_reduplication_alone() -> None:
    assert spelling_suggestions("luôn luôn, dần dần, 05 năm năm tháng") == []
    assert spelling_suggestions("thực hiện nghiêm việc việc số hóa") == [("việc việc", "việc")]


def test_a_title_follows_about_in_a_citation() -> None:
    assert in_a_sentence("Nâng cao Chỉ số") == "nâng cao Chỉ số"
    assert in_a_sentence("CCHC năm 2024") == "CCHC năm 2024"


def test_a_title_in_capitals_is_put_into_the_letters_of_a_sentence() -> None:
    title = "THỰC HIỆN MỤC TIÊU CỦA UBND PHƯỜNG BẾN XUÂN"
    assert sentence_title(title, "UBND phường Bến Xuân") == "Thực hiện mục tiêu của UBND phường Bến Xuân"
    assert sentence_title("Nâng cao Chỉ số", "") == "Nâng cao Chỉ số"


def test_a_date_that_is_none_and_a_front_without_anything() -> None:
    assert read_front(["Bến Xuân, ngày 31 tháng 02 năm 2024"]).issued_on is None
    assert read_front([]).title == ""


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (["ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN XUÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], "UBND phường Bến Xuân"),
        (["ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI BÌNH", "ỦY BAN NHÂN DÂN", "XÃ AN PHÚ"], "UBND xã An Phú"),
        (["UBND THÀNH PHỐ HẢI BÌNH", "PHÒNG NỘI VỤ"], "UBND thành phố Hải Bình"),
        (["CÔNG TY A"], ""),
    ],
)
def test_the_issuer_is_found_in_the_letterhead(head: list[str], issuer: str) -> None:
    assert read_front([*head, "KẾ HOẠCH", "Cải cách hành chính năm 2024"]).issuer == issuer


def test_roman_numbers() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 19)] == ["I", "IV", "IX", "XIV", "XIX"]
