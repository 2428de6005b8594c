"""What the eye sees of a workbook is what is read; where something else is read, the cell is told."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from generator.book.read.workbook import read_workbook_bytes
from generator.book.write.open_month import open_month
from generator.plans.blocks import RemarkKind
from generator.plans.reading import understand
from generator.plans.source import open_bytes
from tests.book.makers import MAKERS
from tests.book.small_workbook import changed
from tests.book.test_makers import plain, plan_with
from tests.test_slips import DOING, JULY, NAMES, answered, merged

STRUCK = InlineFont(strike=True)


def struck(old: str, new: str) -> CellRichText:
    return CellRichText(TextBlock(STRUCK, old), new)


def strike_a_row(book):
    for cell in ("A2", "B2", "K2"):
        book["Kết quả"][cell].font = Font(strike=True)


def strike_a_part(book):
    book["Kết quả"]["K3"] = struck("Đã kiểm tra 01 bộ phận", "Đã kiểm tra 02 bộ phận")


def strike_a_day(book):
    book["Mốc"]["D2"] = struck("20/10/2023", " 24/11/2023")


def hide_rows(book):
    book["Nhiệm vụ"].row_dimensions[3].hidden = True
    book["Nhiệm vụ"].row_dimensions[4].hidden = True


def hide_a_column(book):
    book["Nhiệm vụ"].column_dimensions["E"].hidden = True


def hide_a_sheet(book):
    book["Mốc"].sheet_state = "hidden"


def months_as_cells(book):
    for cell, day in (("D3", date(2023, 12, 1)), ("F4", date(2024, 3, 1))):
        book["Mốc"][cell], book["Mốc"][cell].number_format = day, "mmm-yy"
    book["Số liệu"]["A2"], book["Số liệu"]["A2"].number_format = date(2023, 6, 1), "mm/yyyy"


def a_month_for_a_day(book):
    book["Kết quả"]["A2"].value, book["Kết quả"]["A2"].number_format = date(2023, 6, 1), "mmm-yy"


def unseen_characters(book):
    book["Nhiệm vụ"]["A2"] = "\ufeffI.1\u200b"
    book["Kết quả"]["B3"] = "I.2\u200b"
    book["Kết quả"]["A3"] = "13/6/2023\u200e"
    book["Mốc"]["E3"] = "\u200b90"
    book["Số liệu"]["A2"] = "2023-06\u2060"
    book["Số liệu"]["B2"] = "H\u00adS"


#: What a person does, what is told of it, and whether all is read as if she had not.
WAYS = {
    "a row struck out": (strike_a_row, [("Kết quả", "B2", "struck-cell"), ("Kết quả", "K2", "struck-cell")], True),
    "a part struck out": (strike_a_part, [("Kết quả", "K3", "struck-part")], True),
    "a day struck out": (strike_a_day, [("Mốc", "D2", "struck-part")], True),
    "rows hidden": (hide_rows, [("Nhiệm vụ", "", "hidden-rows")], True),
    "a column hidden": (hide_a_column, [("Nhiệm vụ", "E1", "hidden-column")], True),
    "a sheet hidden": (hide_a_sheet, [("Mốc", "", "hidden-sheet")], True),
    "months": (months_as_cells, [], False),
    "a month for a day": (a_month_for_a_day, [("Kết quả", "A2", "not-a-day")], False),
    "unseen characters": (unseen_characters, [], True),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("maker", ["texts shared", "texts in cells", "prefixed", "Excel Strict"])
def test_what_is_seen_is_read_or_told(way, maker):
    change, told, is_read_alike = WAYS[way]
    year, problems = read_workbook_bytes(MAKERS[maker](changed(plain(), change, rich_text=True)))
    usual, known = read_workbook_bytes(plain())
    assert year is not None and usual is not None
    found = [(p.sheet, p.cell, p.code) for p in problems if p not in known]
    assert [f for f in found if f != ("Kết quả", "A2", "struck-cell")] == told
    if is_read_alike:
        assert (year.plan, year.entries, year.measurements) == (usual.plan, usual.entries, usual.measurements)


def test_a_month_means_its_end_for_a_deadline_and_itself_for_a_period():
    year, _ = read_workbook_bytes(changed(plain(), months_as_cells))
    first, second = next(task for task in year.plan.tasks if task.id == "II.1").deadline.milestones
    assert (first.last_day, second.extended_to) == (date(2023, 12, 31), date(2024, 3, 31))
    assert ("2023-06", "HS") in year.measurements


@pytest.mark.parametrize("way", WAYS)
def test_a_month_is_opened_in_such_a_workbook(way):
    data = changed(plain(), WAYS[way][0], rich_text=True)
    opened = open_month(data, JULY)
    assert read_workbook_bytes(opened.data)[1] == read_workbook_bytes(data)[1]
    assert opened.results == open_month(plain(), JULY).results


def test_what_is_struck_in_a_slip_is_told_at_its_cell():
    def strike(book):
        page = book["Phiếu"]
        cell = next(c for row in page.iter_rows() for c in row if c.value == DOING["Kết quả thực hiện"])
        cell.value = struck("Đã họp 01 lần", "Đã họp 02 lần")

    result = merged(changed(answered(I_1=DOING), strike, rich_text=True))
    assert [p.code for p in result.problems] == ["struck-part"]
    assert result.problems[0].sheet.startswith("phieu 1.xlsx")
    assert [e.cells["Kết quả thực hiện"] for e in result.entries] == ["Đã họp 02 lần"]


def test_what_is_not_seen_of_a_plan_is_left_out_and_told():
    def change(sheet):
        sheet["B3"] = struck("Lập báo cáo tháng.", "Lập báo cáo định kỳ.")
        sheet.append(("4", "Việc đã bỏ.", "Báo cáo", "Thường xuyên", "Phòng B"))
        sheet["B6"].font = Font(strike=True)
        sheet.append(("5", "Việc ẩn.", "Báo cáo", "Thường xuyên", "Phòng C"))
        sheet.row_dimensions[7].hidden = True
        sheet["F1"], sheet["F3"] = "Ghi chú", "nội bộ"
        sheet.column_dimensions["F"].hidden = True

    data = plan_with(change)
    for maker in ("texts shared", "Excel Strict"):
        read = understand(open_bytes(MAKERS[maker](data)), NAMES)
        assert [t.text for t in read.plan.tasks if t.text] == ["Lập báo cáo định kỳ.", "Rà soát thủ tục.", "Kiểm tra."]
        left_out = [(r.place, r.about or r.message) for r in read.remarks if "!" in r.place]
        assert ("Sheet!B3", "Lập báo cáo tháng.") in left_out
        assert ("Sheet!B6", "Việc đã bỏ.") in left_out
        assert [r.place for r in read.remarks_of(RemarkKind.LEFT_OUT)][:2] == ["Sheet!A7", "Sheet!F1"]


def test_a_share_in_a_plan_is_read_with_its_sign():
    def change(sheet):
        sheet["C3"], sheet["C3"].number_format = 1, "0%"
        sheet["C4"], sheet["C4"].number_format = 0.955, "0.0%"

    read = understand(open_bytes(plan_with(change)), NAMES)
    assert [t.deliverables for t in read.plan.tasks][:2] == ["100%", "95,5%"]
