"""tong-hop.xlsx: what was done with each unit, a link to each report, and the reasons where there is none."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from pathlib import Path
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from generator.batch.ledger import BatchRequest, Ledger
from generator.batch.outcome import Outcome, UnitOutcome
from generator.intake.new_workbook import MAX_CELL_LENGTH
from generator.package import read_members, with_parts, write_atomically
from generator.report import digest_of

NAME = "tong-hop.xlsx"

_COLUMNS = (
    ("STT", 7),
    ("Đơn vị", 34),
    ("Tình trạng", 24),
    ("Báo cáo", 58),
    ("Sổ", 44),
    ("Số nhiệm vụ", 9),
    ("Hoàn thành", 9),
    ("Quá hạn", 9),
    ("Chỗ cần xem lại", 70),
)
_HEADER_ROW = 4
_FACE = "Times New Roman"
_COLOURS = {
    Outcome.MADE: "00E2F0D9",
    Outcome.UNCHANGED: "00EDEDED",
    Outcome.EDITED: "00DDEBF7",
    Outcome.FAILED: "00F8CBAD",
    Outcome.NOT_SENT: "00FFF2CC",
}
#: A moment that never changes, so that the same outcome gives the same bytes.
_MOMENT = datetime(2020, 3, 5, tzinfo=UTC)


def write_summary(units: Sequence[UnitOutcome], request: BatchRequest, ledger: Ledger) -> Path | None:
    """Write the summary into the outputs folder; one that somebody has changed is kept, the new one goes beside it."""
    data = summary_bytes(units, request)
    path = _free_path(request.outputs, ledger.manifest.summary_digest)
    try:
        write_atomically(path, data)
    except OSError:
        ledger.note(f"Chưa ghi được “{path.name}”: tệp đang mở trong Excel hoặc ổ đĩa đã đầy.")
        return None
    if path.name == NAME:
        ledger.manifest.summary_digest = digest_of(data)
    else:
        ledger.note(f"“{NAME}” đã có người sửa nên được giữ nguyên; bảng mới là “{path.name}”.")
    return path


def _free_path(outputs: Path, written: str) -> Path:
    wanted = outputs / NAME
    if not wanted.exists() or digest_of(wanted.read_bytes()) == written:
        return wanted
    return next(p for n in count(2) if not (p := wanted.with_name(f"tong-hop (ban moi {n}).xlsx")).exists())


def summary_bytes(units: Sequence[UnitOutcome], request: BatchRequest) -> bytes:
    """Return the workbook: a title, the counts, and one row a unit."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "Tổng hợp"
    body = NamedStyle("cchc", font=Font(name=_FACE, size=12), alignment=Alignment(wrap_text=True, vertical="top"))
    link = NamedStyle(
        "cchc link",
        font=Font(name=_FACE, size=12, underline="single", color="000563C1"),
        alignment=Alignment(wrap_text=True, vertical="top"),
    )
    book.add_named_style(body)
    book.add_named_style(link)
    _write_top(page, units, request)
    for number, unit in enumerate(units, start=1):
        _write_row(page, number, unit, request)
    page.freeze_panes = f"C{_HEADER_ROW + 1}"
    page.auto_filter.ref = f"A{_HEADER_ROW}:{get_column_letter(len(_COLUMNS))}{_HEADER_ROW + len(units)}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    return _packed(book)


def _write_top(page: Worksheet, units: Sequence[UnitOutcome], request: BatchRequest) -> None:
    page["A1"] = f"TỔNG HỢP BÁO CÁO {str(request.period).upper()}"
    page["A1"].font = Font(name=_FACE, size=14, bold=True)
    counts = {outcome: sum(u.outcome is outcome for u in units) for outcome in Outcome}
    page["A2"] = f"{len(units)} đơn vị. " + "; ".join(f"{o.value}: {n}" for o, n in counts.items() if n) + "."
    page["A2"].font = Font(name=_FACE, size=12, italic=True)
    for at, (name, width) in enumerate(_COLUMNS, start=1):
        cell = page.cell(_HEADER_ROW, at, name)
        cell.font = Font(name=_FACE, size=12, bold=True, color="00FFFFFF")
        cell.fill = PatternFill("solid", fgColor="002F5F8F")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.column_dimensions[get_column_letter(at)].width = width


def _write_row(page: Worksheet, number: int, unit: UnitOutcome, request: BatchRequest) -> None:
    row = _HEADER_ROW + number
    has_figures = unit.outcome is not Outcome.NOT_SENT and unit.tasks
    reasons = "\n".join([*filter(None, [unit.note]), *(f"- {problem}" for problem in unit.problems)])
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
        if value == "":
            continue
        cell = page.cell(row, at)
        if isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:MAX_CELL_LENGTH]
            cell.data_type = "s"  # a name that begins with "=" is no formula
        else:
            cell.value = value
        cell.style = "cchc"
    page.cell(row, 1).alignment = Alignment(horizontal="center", vertical="top")
    page.cell(row, 3).fill = PatternFill("solid", fgColor=_COLOURS[unit.outcome])
    if unit.output:
        _link(page, row, 4, unit.output.name)
    if unit.outcome is not Outcome.NOT_SENT:
        _link(page, row, 5, os.path.relpath(request.folder / unit.workbook, request.outputs))


def _link(page: Worksheet, row: int, column: int, target: str) -> None:
    cell = page.cell(row, column)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, target=quote(Path(target).as_posix()))
    cell.style = "cchc link"


def _packed(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    book.properties.creator = "cchc"
    book.properties.created = book.properties.modified = _MOMENT
    core = tostring(book.properties.to_tree())
    return with_parts(read_members(buffer.getvalue()), {"docProps/core.xml": core})
