"""Writes a slip: what is asked, what was said last, and open cells for the answer; all else is protected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.book.sheets import Column, Sheet, row_height
from generator.book.slip import FIGURE_ANSWERS, RESULT_ANSWERS, SLIP_FIGURES, SLIP_RESULTS, SlipName
from generator.book.write.looks import (
    BODY_FONT,
    FACE,
    FORMATS,
    GRID,
    HEADER_FILL,
    HEADER_FONT,
    HINT_FONT,
    Alike,
    aligned,
    put,
    set_print,
)
from generator.book.write.new_workbook import columns_in_order, packed
from generator.vietnamese.dates import short_date

Rows = Sequence[Mapping[Column, str]]

#: Rows below the last one in which a colleague may add what nobody asked.
_SPARE_ROWS = 10
_TO_FILL = PatternFill("solid", fgColor="00FFF7D6")
_OPEN = Protection(locked=False)

HELP = (
    "1. Chỉ ghi vào các ô nền vàng, mỗi việc một dòng. Không có gì mới thì bỏ trống; kết quả vẫn như lần trước thì "
    "ghi nt. Việc đang làm thì không cần chọn Tình trạng.",
    "2. Đã xong thì ghi Ngày hoàn thành và số, ngày, trích yếu văn bản. Chậm thì ghi nguyên nhân, bao giờ xong.",
    "3. Lưu lại và gửi trả đúng tệp này; đừng chép sang tệp khác, đừng sửa cột Mã và dòng Mã phiếu.",
)


def slip_workbook(name: SlipName, results: Rows, figures: Rows) -> bytes:
    """Return the slip of one colleague: a row for each task or milestone asked about, and for each figure owed."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    heading = f"PHIẾU CẬP NHẬT NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH, ĐẾN NGÀY {short_date(name.day)}: {name.who}"
    _write(page, SLIP_RESULTS, (heading, *HELP, str(name)), results, RESULT_ANSWERS)
    if figures:
        heading = "SỐ LIỆU ĐẾN KỲ: ghi Tử số và Mẫu số, hoặc Giá trị; bên cạnh là số của kỳ trước"
        _write(book.create_sheet(), SLIP_FIGURES, (heading, str(name)), figures, FIGURE_ANSWERS)
    return packed(book)


def _write(page: Worksheet, sheet: Sheet, above: Sequence[str], rows: Rows, open_columns: tuple[Column, ...]) -> None:
    page.title = sheet.name
    columns = columns_in_order(sheet)
    for number, line in enumerate(above, start=1):
        put(page.cell(number, 1), line)
        page.cell(number, 1).font = Font(name=FACE, size=13 if number == 1 else 11, bold=number == 1)
    page.cell(len(above), 1).font = HINT_FONT
    header = len(above) + 1
    for at, column in enumerate(columns, start=1):
        cell = page.cell(header, at)
        put(cell, column)
        cell.font, cell.fill, cell.border = HEADER_FONT, HEADER_FILL, GRID
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.column_dimensions[get_column_letter(at)].width = column.width
    page.row_dimensions[header].height = 34
    looks = Alike()
    for number in range(header + 1, header + 1 + len(rows) + _SPARE_ROWS):
        at_row = number - header - 1
        row = rows[at_row] if at_row < len(rows) else None
        _write_row(page, number, columns, row, open_columns, sheet, looks)
    _offer_choices(page, columns, header + 1, header + len(rows) + _SPARE_ROWS)
    first_open = next(at for at, c in enumerate(columns, start=1) if c in open_columns)
    page.freeze_panes = f"{get_column_letter(min(3, first_open))}{header + 1}"
    page.print_title_rows = f"{header}:{header}"
    page.auto_filter.ref = f"A{header}:{get_column_letter(len(columns))}{header + len(rows) + _SPARE_ROWS}"
    set_print(page)
    protection = page.protection
    protection.sheet = True
    protection.formatRows = protection.formatColumns = protection.formatCells = protection.sort = False
    protection.autoFilter = False


def _write_row(
    page: Worksheet,
    number: int,
    columns: Sequence[Column],
    row: Mapping[Column, str] | None,
    open_columns: tuple[Column, ...],
    sheet: Sheet,
    looks: Alike,
) -> None:
    def by_hand(cell: Cell | MergedCell, column: Column) -> None:
        cell.border, cell.alignment = GRID, aligned(column)
        cell.font = HINT_FONT if column in sheet.for_the_eye else BODY_FONT
        cell.number_format = FORMATS.get(column.form, "@")
        if column in open_columns or row is None:
            cell.protection = _OPEN
        if column in open_columns and row is not None:
            cell.fill = _TO_FILL

    for at, column in enumerate(columns, start=1):
        cell = page.cell(number, at)
        put(cell, (row or {}).get(column))
        looks.dress(cell, (column, row is None), partial(by_hand, column=column))
    if row is not None:
        page.row_dimensions[number].height = row_height((c, row.get(c, "")) for c in columns)


def _offer_choices(page: Worksheet, columns: Sequence[Column], first: int, last: int) -> None:
    for at, column in enumerate(columns, start=1):
        if column.choices:
            rule = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            rule.errorTitle, rule.error = column, "Hãy chọn một mục trong danh sách ở mũi tên bên phải ô."
            rule.showErrorMessage = True
            rule.add(f"{get_column_letter(at)}{first}:{get_column_letter(at)}{last}")
            page.add_data_validation(rule)
