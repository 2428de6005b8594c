"""Plans in Excel, with Excel's own habits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from generator.plans.blocks import RemarkKind, UnreadablePlan
from generator.plans.reading import PlanImport, understand
from generator.plans.source import open_bytes
from generator.vietnamese.office_names import load_names
from tests.plans.plan_samples import HEADER, ROWS, TASK_1, TASK_2


def imported(fill: Callable[[Worksheet], None]) -> PlanImport:
    book = openpyxl.Workbook()
    fill(book.active)
    data = BytesIO()
    book.save(data)
    return understand(open_bytes(data.getvalue()), load_names())


def lines(read: PlanImport) -> list[str]:
    return [f"{t.id} | {t.text} | {t.deadline.phrase}" for t in read.plan.tasks]


EXPECTED = ["I.1 | Lập báo cáo định kỳ. | Trước ngày 25/11/2023", "I.2 | Rà soát thủ tục. | Thường xuyên"]


def test_title_rows_above_and_signature_below_belong_to_the_plan_not_to_its_tasks() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (
            ["ỦY BAN NHÂN DÂN PHƯỜNG BẾN XUÂN"],
            ["Số: 9/KH-UBND", None, "Bến Xuân, ngày 08 tháng 02 năm 2023"],
            [],
            ["KẾ HOẠCH"],
            ["Cải cách hành chính năm 2023"],
            *ROWS,
            [],
            [None, "Nơi nhận:", None, "TM. ỦY BAN NHÂN DÂN"],
            [None, "- Lưu: VT.", None, "CHỦ TỊCH"],
            [None, None, None, "Nguyễn Văn A"],
        ):
            sheet.append(list(row))
        sheet.merge_cells("A1:E1")
        sheet.merge_cells("A4:E4")

    read = imported(fill)
    assert lines(read) == EXPECTED
    assert (read.plan.number, read.plan.title, read.plan.issuer) == (
        "9/KH-UBND",
        "Cải cách hành chính năm 2023",
        "UBND phường Bến Xuân",
    )
    assert (read.front.signer_lines, read.front.signer_name) == (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn A")


def test_numbers_as_numbers_and_as_text_and_days_as_days() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEADER)
        sheet.append(["I. CHỈ ĐẠO"])
        sheet.merge_cells("A2:E2")
        sheet.append([1, *TASK_1[1:3], date(2023, 11, 25), "Phòng Nội vụ"])
        sheet.append(["2", *TASK_2[1:]])

    assert lines(imported(fill)) == ["I.1 | Lập báo cáo định kỳ. | 25/11/2023", EXPECTED[1]]


def test_the_tenth_that_excel_made_a_first_is_found_again() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEADER)
        for number in [1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 1.1]:
            sheet.append([number, *TASK_1[1:]])

    assert [t.id for t in imported(fill).plan.tasks][-1] == "1.10"


def test_merged_cells_across_and_down() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["STT", "Nhiệm vụ", "Sản phẩm", "Thời hạn", "Phân công", None])
        sheet.append([None, None, None, None, "Chủ trì", "Phối hợp"])
        for column in "ABCD":
            sheet.merge_cells(f"{column}1:{column}2")
        sheet.merge_cells("E1:F1")
        sheet.append(["I", "CHỈ ĐẠO, ĐIỀU HÀNH"])
        sheet.merge_cells("B3:F3")
        sheet.append([1, *TASK_1[1:4], "Phòng Nội vụ", "Công an"])
        sheet.append([2, *TASK_2[1:3], None, "Phòng Tư pháp", None])
        sheet.merge_cells("D4:D5")

    read = imported(fill)
    assert [t.deadline.phrase for t in read.plan.tasks] == ["Trước ngày 25/11/2023"] * 2
    assert [(t.assignment.lead, t.assignment.support) for t in read.plan.tasks] == [
        (("Phòng Nội vụ",), ("Công an",)),
        (("Phòng Tư pháp",), ()),
    ]


def test_a_hidden_sheet_is_left_out_and_said() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in ROWS:
            sheet.append(row)
        hidden = sheet.parent.create_sheet("Nháp")
        hidden.append(HEADER)
        hidden.append(TASK_2)
        hidden.sheet_state = "hidden"

    read = imported(fill)
    assert lines(read) == EXPECTED
    assert [r.message for r in read.remarks_of(RemarkKind.LEFT_OUT)] == ["sheet đang ẩn"]


def test_old_fonts_are_converted_by_cell_and_by_run() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEADER)
        sheet.append(["1", "LËp b¸o c¸o", None, "Thường xuyên", "A"])
        sheet["B2"].font = Font(name=".VnTime")
        block = TextBlock(InlineFont(rFont="VNI-Times"), "Baùo caùo")
        sheet["C2"] = CellRichText("Kết quả: ", block)

    read = imported(fill)
    (task,) = read.plan.tasks
    assert (task.text, task.deliverables) == ("Lập báo cáo", "Kết quả: Báo cáo")
    assert {r.place for r in read.remarks_of(RemarkKind.FONT)} == {"Sheet!B2", "Sheet!C2"}


def test_a_character_without_a_mapping_names_its_cell() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEADER)
        sheet.append(["1", "LËp Ω b¸o c¸o", None, "Thường xuyên", "A"])
        sheet["B2"].font = Font(name=".VnTime")

    with pytest.raises(UnreadablePlan, match=r"Sheet!B2.*“Ω”"):
        imported(fill)


def test_a_title_that_starts_like_a_header_is_a_title() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026"])
        sheet.append(["STT", "Công việc", "Thời hạn", "Tham mưu"])
        sheet.append([1, "Rà soát thủ tục.", "Quý II", "Phòng Nội vụ"])

    read = imported(fill)
    assert read.plan.year == 2026
    assert lines(read) == ["1 | Rà soát thủ tục. | Quý II"]
    assert read.front.body == ("NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026",)
