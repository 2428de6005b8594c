"""A new workbook: every sheet and column of the table in sheets.py, easy to fill in and hard to break."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.properties import CalcProperties
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from generator.book.sheets import (
    GUIDE,
    INDICATORS,
    INFO,
    ITEMS,
    OTHER_TABLES,
    PREPARED_ROWS,
    REMINDERS,
    SHEETS,
    TASKS,
    UNITS,
    Column,
    Sheet,
    row_height,
)
from generator.book.write.looks import (
    BODY_FONT,
    FACE,
    FORMATS,
    GRID,
    HEADER_FILL,
    HEADER_FONT,
    HINT_FONT,
    TOP,
    Alike,
    aligned,
    put,
    set_print,
)
from generator.book.write.statistics_forms import form_rows
from generator.word.package import read_members, with_parts

_LISTS = "Danh mục"
_REQUIRED_FILL = PatternFill("solid", fgColor="00FFF7D6")
#: So many letters fit a line of a note.
_NOTE_LETTERS = 36
#: A moment that never changes, so that the same rows give the same bytes.
_MOMENT = datetime(2020, 3, 5, tzinfo=UTC)

GUIDE_LINES: tuple[str, ...] = (
    "Mỗi đơn vị, mỗi năm dùng một tệp này. Giữ nguyên tên các sheet và tên cột ở dòng đầu; "
    "thêm cột hay sheet riêng thì được.",
    "Sheet “Thông tin”: điền cột Nội dung một lần vào đầu năm. Ô nền vàng là bắt buộc; "
    "cách ghi và ví dụ ở cột bên phải.",
    "Sheet “Nhiệm vụ”: mỗi dòng một nhiệm vụ, đánh số như trong kế hoạch (ví dụ III.11) "
    "và chép đúng lời văn của kế hoạch, nhất là cột Tiến độ.",
    "Sheet “Mốc”: nhiệm vụ có hạn thì ghi ngày đến hạn, mỗi mốc một dòng. "
    "Khi được gia hạn, giữ hạn cũ và ghi thêm “Gia hạn đến” cùng văn bản gia hạn.",
    "Sheet “Kết quả”: mỗi lần cập nhật thêm một dòng mới với “Đến ngày”, mã và tình trạng; "
    "không sửa, không xóa dòng của kỳ trước.",
    "Tình trạng chỉ chọn một trong năm từ có sẵn. Đúng hạn hay quá hạn do chương trình tính; "
    "hoàn thành thì ghi Ngày hoàn thành và văn bản chứng minh.",
    "Sheet “Chỉ tiêu”, “Số liệu”: chỉ tiêu và số liệu từng kỳ (2023-06, 2023-Q2, 2023-H1, 2023-H2, 2023-9M, 2023). "
    "Sheet “Văn bản”: văn bản đã ban hành. Sheet “Lời văn”: đoạn tự viết cho từng phần của báo cáo.",
    "Sheet “Chỉ tiêu”: “Cách cộng” nói các tháng gộp lại thế nào (Cộng dồn, Lấy kỳ cuối, Lấy kỳ đầu, Tỷ lệ của tổng). "
    "Chọn “Tự tính” thì “Cách đo lường” ghi tên số cần đếm, ví dụ “Số nhiệm vụ trong kế hoạch”.",
    "Sheet “Chỉ tiêu” của sổ mới có sẵn các hàng theo Biểu mẫu thống kê của cấp trên; hàng nào đơn vị không phải "
    "trả lời thì xóa cả hàng. Hàng “Mã trả lời” thì ở sheet “Số liệu”, cột Giá trị ghi Có, Không hoặc mã.",
    "Tỷ lệ ghi 92,4 (không ghi 0,924). Chỉ tiêu có Tử số và Mẫu số thì không cần ghi Giá trị.",
    "Ngày ghi ngày/tháng/năm, ví dụ 13/6/2023; số lẻ ghi 96,5; xuống dòng trong ô bằng Alt+Enter.",
    "Đầu kỳ, chạy “cchc open-month TỆP --date NGÀY” để có sẵn dòng cho các nhiệm vụ còn phải làm và các số liệu "
    "đến kỳ, rồi điền. Cột ít dùng (nguyên nhân, biện pháp, khó khăn, kiến nghị) mở bằng dấu [+] phía trên.",
    "Lập báo cáo: lưu và đóng tệp rồi chạy “cchc report TỆP --period 2023-06”. "
    "Chỗ nào cần xem lại, chương trình chỉ đúng sheet và ô.",
)


def new_workbook() -> bytes:
    """Return the workbook of `cchc new`: no task yet, every item of sheet Thông tin waiting with its hint, the rows of
    the superior's statistics forms ready."""
    return workbook_bytes({INFO.name: [{INFO.item: item.name} for item in ITEMS], INDICATORS.name: [*form_rows()]})


def workbook_bytes(rows: Mapping[str, Sequence[Mapping[Column, object]]]) -> bytes:
    """Return a workbook with `rows` by sheet name, each row by column header; the same rows give the same bytes.

    Values are str, int, float, Decimal, date or None. Text stays text, whatever it begins with. Raises ValueError
    for a sheet or column that sheets.py does not have, or a text that no cell can hold.
    """
    sheets = (*SHEETS, *(sheet for sheet in (UNITS, REMINDERS, OTHER_TABLES) if rows.get(sheet.name)))
    if unknown := rows.keys() - {sheet.name for sheet in sheets}:
        raise ValueError(f"no such sheet: {', '.join(sorted(unknown))}")
    book = Workbook()
    book.calculation = CalcProperties(fullCalcOnLoad=False)
    guide = book.active
    assert isinstance(guide, Worksheet)
    _write_guide(guide)
    lists = _Lists(book)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        columns = columns_in_order(sheet)
        _write_header(page, columns, sheet)
        _prepare_rows(page, columns, sheet, lists)
        _fold(page, columns, rows.get(sheet.name, ()))
        _write_rows(page, columns, rows.get(sheet.name, ()), sheet)
        if sheet is INFO:
            _write_hints(page, columns)
    book.move_sheet(_LISTS, len(sheets))
    return packed(book)


def columns_in_order(sheet: Sheet) -> tuple[Column, ...]:
    """Return a sheet's columns as a new workbook places them: those for the eye beside Mã, else last."""
    place = sheet.columns.index(TASKS.code) + 1 if TASKS.code in sheet.columns else len(sheet.columns)
    return (*sheet.columns[:place], *sheet.for_the_eye, *sheet.columns[place:])


class _Lists:
    """A hidden sheet with the choices of drop-downs; written in a formula they may hold no comma."""

    def __init__(self, book: Workbook) -> None:
        self._page: Worksheet = book.create_sheet(_LISTS)
        self._page.sheet_state = "hidden"
        self._count = 0

    def add(self, choices: Sequence[str]) -> str:
        """Return the formula of a range that holds the choices."""
        self._count += 1
        for row, choice in enumerate(choices, start=1):
            put(self._page.cell(row, self._count), choice)
        letter = get_column_letter(self._count)
        return f"'{_LISTS}'!${letter}$1:${letter}${len(choices)}"


def _write_guide(page: Worksheet) -> None:
    page.title = GUIDE
    page.sheet_view.showGridLines = False
    page.column_dimensions["A"].width = 5
    page.column_dimensions["B"].width = 115
    put(page["B1"], "SỔ THEO DÕI NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH")
    page["B1"].font = Font(name=FACE, size=16, bold=True, color="002F5F8F")
    page.row_dimensions[1].height = 32
    for number, line in enumerate(GUIDE_LINES, start=1):
        row = number + 1
        put(page.cell(row, 1), f"{number}.")
        put(page.cell(row, 2), line)
        for column in (1, 2):
            page.cell(row, column).font = Font(name=FACE, size=13)
            page.cell(row, column).alignment = TOP
        page.row_dimensions[row] = _FittedRow(page, index=row, ht=24.0 if len(line) < 125 else 42.0)
    set_print(page)


def _write_header(page: Worksheet, columns: Sequence[Column], sheet: Sheet) -> None:
    for index, column in enumerate(columns, start=1):
        cell = page.cell(1, index)
        put(cell, column)
        cell.font, cell.fill, cell.border = HEADER_FONT, HEADER_FILL, GRID
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        if column.note:
            lines = 1 + len(column.note) // _NOTE_LETTERS
            cell.comment = Comment(column.note, "cchc", height=24 + 18 * lines, width=260)
    page.row_dimensions[1].height = 36
    page.freeze_panes = f"{get_column_letter(columns.index(TASKS.code) + 2 if TASKS.code in columns else 2)}2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{PREPARED_ROWS}"
    page.print_title_rows = "1:1"
    page.print_options.gridLines = True
    set_print(page)


def _prepare_rows(page: Worksheet, columns: Sequence[Column], sheet: Sheet, lists: _Lists) -> None:
    for index, column in enumerate(columns, start=1):
        letter = get_column_letter(index)
        dimension = page.column_dimensions[letter]
        dimension.width = column.width
        dimension.font = HINT_FONT if column in sheet.for_the_eye else BODY_FONT
        dimension.number_format = FORMATS.get(column.form, "@")
        dimension.alignment = aligned(column)
        if validation := _validation(column, lists):
            validation.add(f"{letter}2:{letter}{PREPARED_ROWS}")
            page.add_data_validation(validation)


def _fold(page: Worksheet, columns: Sequence[Column], rows: Sequence[Mapping[Column, object]]) -> None:
    """Put the columns that are seldom needed behind a [+]: closed until one of them holds something."""
    folded = [(get_column_letter(at), c) for at, c in enumerate(columns, start=1) if c.is_folded]
    is_closed = not any(row.get(column) for _, column in folded for row in rows)
    for letter, _ in folded:
        page.column_dimensions[letter].outlineLevel = 1
        page.column_dimensions[letter].hidden = is_closed
    if folded and is_closed:
        page.column_dimensions[get_column_letter(len(columns) + 1)].collapsed = True


def _validation(column: Column, lists: _Lists) -> DataValidation | None:
    if column.choices:
        rule = DataValidation(type="list", formula1=lists.add(column.choices), allow_blank=True)
        rule.errorTitle, rule.error = column, "Hãy chọn một mục trong danh sách ở mũi tên bên phải ô."
        rule.showErrorMessage = True
        return rule
    if column.form == "date" and not column.is_phrase:
        rule = DataValidation(type="date", operator="between", formula1="36526", formula2="73050", allow_blank=True)
        rule.error = "Excel chưa hiểu đây là ngày. Ghi ngày/tháng/năm, ví dụ 13/6/2023. Vẫn giữ như đã ghi?"
    elif column.form == "percent":
        rule = DataValidation(type="decimal", operator="between", formula1="0", formula2="100", allow_blank=True)
        rule.error = "Tỷ lệ là số từ 0 đến 100, ví dụ 90. Vẫn giữ như đã ghi?"
    else:
        return None
    rule.errorTitle, rule.errorStyle, rule.showErrorMessage = column, "warning", True
    return rule


def _write_rows(
    page: Worksheet, columns: Sequence[Column], rows: Sequence[Mapping[Column, object]], sheet: Sheet
) -> None:
    places = {column: (index, column) for index, column in enumerate(columns, start=1)}
    looks = Alike()
    for number, row in enumerate(rows, start=2):
        if unknown := row.keys() - places.keys():
            raise ValueError(f"no such column in sheet {sheet.name}: {', '.join(sorted(unknown))}")
        for header, (index, column) in places.items():
            value = row.get(header)
            if value is None or value == "":
                continue
            cell = page.cell(number, index)
            put(cell, value)
            form = "date" if isinstance(value, date) else column.form
            looks.dress(cell, (column, form), partial(_dress, column=column, form=form, sheet=sheet))
        height = row_height((column, str(row.get(column) or "")) for column in columns)
        page.row_dimensions[number] = _FittedRow(page, index=number, ht=height)


def _dress(cell: Cell | MergedCell, column: Column, form: str, sheet: Sheet) -> None:
    cell.font = HINT_FONT if column in sheet.for_the_eye else BODY_FONT
    cell.alignment = aligned(column)
    cell.number_format = FORMATS.get(form, "@")


class _FittedRow(RowDimension):
    """A row whose height fits its text now, and still grows by itself when more is typed."""

    customHeight = False


def _write_hints(page: Worksheet, columns: Sequence[Column]) -> None:
    headers = [c for c in columns]
    name_at, content_at, hint_at = (headers.index(h) + 1 for h in (INFO.item, INFO.content, INFO.hint))
    items = {item.name: item for item in ITEMS}
    for number in range(2, page.max_row + 1):
        item = items.get(str(page.cell(number, name_at).value))
        if item is None:
            continue
        if item.required and not page.cell(number, content_at).value:
            page.cell(number, content_at).fill = _REQUIRED_FILL
        example = f"Ví dụ: {item.example.replace(chr(10), ' / ')}" if item.example else ""
        hint = page.cell(number, hint_at)
        put(hint, " ".join(filter(None, (item.note, example))))
        hint.font, hint.alignment = HINT_FONT, TOP
        page.row_dimensions[number].height = row_height(
            (columns[at - 1], str(page.cell(number, at).value or "")) for at in (content_at, hint_at)
        )


def packed(book: Workbook) -> bytes:
    """Return a workbook as bytes: made by this program on a day that never changes, so the same gives the same."""
    buffer = BytesIO()
    book.save(buffer)
    book.properties.creator = "cchc"
    book.properties.created = book.properties.modified = _MOMENT
    core = tostring(book.properties.to_tree())
    return with_parts(read_members(buffer.getvalue()), {"docProps/core.xml": core})
