"""tong-hop.xlsx: what was done with each unit, a link to each report, and the reasons where there is none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from itertools import count
from math import ceil
from pathlib import Path
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator import limits
from generator.batch.ledger import BatchRequest, Ledger
from generator.batch.outcome import Outcome, UnitOutcome
from generator.book.write.new_workbook import packed
from generator.making import digest_of
from generator.word.package import read_file, write_atomically

NAME = "tong-hop.xlsx"

_COLUMNS = (
    ("STT", 6),
    ("Đơn vị", 24),
    ("Tình trạng", 15),
    ("Báo cáo", 44),
    ("Sổ", 30),
    ("Số nhiệm vụ", 8),
    ("Hoàn thành", 8),
    ("Quá hạn", 8),
    ("Chỗ cần xem lại", 54),
)
#: Columns by their number from 1.
_FIGURES, _LINKS = (1, 6, 7, 8), (4, 5)
_NOTES_ROW = 3
_HEADER_ROW = 4
_FACE = "Times New Roman"
#: Points. Heights are written, because not every program finds them for itself when it opens the file.
_LINE_HEIGHT, _MOST_HEIGHT = 16.5, 409
_MARGIN_INCHES = 0.4
#: A column's width is told in digits; the letters of running text are narrower.
_LETTERS_A_DIGIT = 1.1
_COLOURS = {
    Outcome.MADE: "00E2F0D9",
    Outcome.UNCHANGED: "00EDEDED",
    Outcome.EDITED: "00DDEBF7",
    Outcome.FAILED: "00F8CBAD",
    Outcome.NOT_SENT: "00FFF2CC",
}


def write_summary(units: Sequence[UnitOutcome], request: BatchRequest, ledger: Ledger) -> Path | None:
    """Write the summary into the outputs folder; one that somebody has changed is kept, the new one goes beside it."""
    data = summary_bytes(units, request, ledger.notes)
    path = _free_path(request.outputs, ledger.manifest.summary_digest)
    try:
        write_atomically(path, data)
    except OSError:
        ledger.note(
            f"Chưa ghi được “{path.name}”: tệp đang mở trong Excel hoặc ổ đĩa đã đầy. Đóng tệp rồi chạy lại; "
            "báo cáo của các đơn vị không phải làm lại."
        )
        return None
    if path.name == NAME:
        ledger.manifest.summary_digest = digest_of(data)
    else:
        ledger.note(f"“{NAME}” đã có người sửa nên được giữ nguyên; bảng mới là “{path.name}”.")
    return path


def _free_path(outputs: Path, written: str) -> Path:
    wanted = outputs / NAME
    if not wanted.exists() or digest_of(read_file(wanted)) == written:
        return wanted
    return next(p for n in count(2) if not (p := wanted.with_name(f"tong-hop (ban moi {n}).xlsx")).exists())


def summary_bytes(units: Sequence[UnitOutcome], request: BatchRequest, notes: Sequence[str] = ()) -> bytes:
    """Return the workbook: a title, the counts, what is to be said of the whole, and one row a unit."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "Tổng hợp"
    way, line = Alignment(wrap_text=True, vertical="top"), Border(bottom=Side("hair"))
    body = NamedStyle("cchc", font=Font(name=_FACE, size=12), alignment=way, border=line)
    blue = Font(name=_FACE, size=12, underline="single", color="000563C1")
    link = NamedStyle("cchc link", font=blue, alignment=way, border=line)
    centred = Alignment(horizontal="center", vertical="top")
    figure = NamedStyle("cchc số", font=Font(name=_FACE, size=12), alignment=centred, border=line)
    for style in (body, link, figure):
        book.add_named_style(style)
    _write_top(page, units, request, notes)
    for number, unit in enumerate(units, start=1):
        _write_row(page, number, unit, request)
    page.freeze_panes = f"C{_HEADER_ROW + 1}"
    page.auto_filter.ref = f"A{_HEADER_ROW}:{get_column_letter(len(_COLUMNS))}{_HEADER_ROW + len(units)}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    margins = page.page_margins
    margins.left = margins.right = _MARGIN_INCHES
    page.HeaderFooter.oddFooter.center.text = "Trang &P/&N"
    return packed(book)


def _write_top(page: Worksheet, units: Sequence[UnitOutcome], request: BatchRequest, notes: Sequence[str]) -> None:
    page["A1"] = f"TỔNG HỢP BÁO CÁO {str(request.period).upper()}"
    page["A1"].font = Font(name=_FACE, size=14, bold=True)
    counts = {outcome: sum(u.outcome is outcome for u in units) for outcome in Outcome}
    page["A2"] = f"{len(units)} đơn vị. " + "; ".join(f"{o.value}: {n}" for o, n in counts.items() if n) + "."
    page["A2"].font = Font(name=_FACE, size=12, italic=True)
    if notes:
        text = ILLEGAL_CHARACTERS_RE.sub("", "\n".join(notes))
        cell = page.cell(_NOTES_ROW, 1, text)
        page.merge_cells(start_row=_NOTES_ROW, end_row=_NOTES_ROW, start_column=1, end_column=len(_COLUMNS))
        cell.font, cell.alignment = Font(name=_FACE, size=12), Alignment(wrap_text=True, vertical="top")
        _set_height(page, _NOTES_ROW, [(text, sum(width for _, width in _COLUMNS))])
    for at, (name, width) in enumerate(_COLUMNS, start=1):
        cell = page.cell(_HEADER_ROW, at, name)
        cell.font = Font(name=_FACE, size=12, bold=True, color="00FFFFFF")
        cell.fill = PatternFill("solid", fgColor="002F5F8F")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.column_dimensions[get_column_letter(at)].width = width
    page.row_dimensions[_HEADER_ROW].height = 3 * _LINE_HEIGHT


def _set_height(page: Worksheet, row: int, texts: Iterable[tuple[str, int]]) -> None:
    """Make a row as high as the longest of its texts needs; with each text the width of its column, in letters."""
    lines = [
        sum(max(1, ceil(len(line) / width / _LETTERS_A_DIGIT)) for line in text.split("\n")) for text, width in texts
    ]
    page.row_dimensions[row].height = min(max(lines) * _LINE_HEIGHT, _MOST_HEIGHT)


def _write_row(page: Worksheet, number: int, unit: UnitOutcome, request: BatchRequest) -> None:
    row = _HEADER_ROW + number
    has_figures = unit.outcome is not Outcome.NOT_SENT and unit.tasks
    reasons = "\n".join(unit.remarks if len(unit.remarks) == 1 else (f"- {remark}" for remark in unit.remarks))
    values = (
        number,
        unit.shown_name,
        unit.outcome.value,
        unit.output.name if unit.output else "",
        unit.workbook,
        *((unit.tasks, unit.done, unit.late) if has_figures else ("", "", "")),
        reasons,
    )
    for at, value in enumerate(values, start=1):
        cell = page.cell(row, at)
        cell.style = "cchc số" if at in _FIGURES else "cchc link" if at in _LINKS and value else "cchc"
        if value == "":
            continue
        if isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[: limits.CELL_TEXT.most]
            cell.data_type = "s"  # a name that begins with "=" is no formula
        else:
            cell.value = value
    _set_height(page, row, [(str(value), width) for value, (_, width) in zip(values, _COLUMNS, strict=True)])
    page.cell(row, 3).fill = PatternFill("solid", fgColor=_COLOURS[unit.outcome])
    if unit.output:
        _link(page, row, 4, unit.output, request.outputs)
    if unit.outcome is not Outcome.NOT_SENT:
        _link(page, row, 5, request.folder / unit.workbook, request.outputs)


def _link(page: Worksheet, row: int, column: int, path: Path, outputs: Path) -> None:
    """Link a cell to a file by its way from the outputs: still right when both are moved together."""
    try:
        target = quote(Path(os.path.relpath(path, outputs)).as_posix())
    except ValueError:  # two drives of Windows
        target = path.resolve().as_uri()
    cell = page.cell(row, column)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, target=target)
