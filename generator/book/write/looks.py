"""How the cells of a workbook that the program makes look, and how a value is put into one."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from copy import copy
from datetime import date
from decimal import Decimal

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator import limits
from generator.book.sheets import Column

#: Longest text that fits a cell of Excel.

FACE = "Times New Roman"
BODY_FONT = Font(name=FACE, size=12)
HINT_FONT = Font(name=FACE, size=11, italic=True, color="00767676")
HEADER_FONT = Font(name=FACE, size=12, bold=True, color="00FFFFFF")
HEADER_FILL = PatternFill("solid", fgColor="002F5F8F")
TOP = Alignment(wrap_text=True, vertical="top")
_DAY = Alignment(wrap_text=True, vertical="top", horizontal="center")
_LINE = Side(style="thin", color="00BFBFBF")
GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
FORMATS = {"date": "dd/mm/yyyy", "percent": "General", "number": "General"}
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def aligned(column: Column) -> Alignment:
    """A day that touched the edge would run into the code beside it."""
    return _DAY if column.form == "date" else TOP


def set_print(page: Worksheet) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.page_margins = PageMargins(left=0.3, right=0.3, top=0.4, bottom=0.5, header=0.2, footer=0.2)
    if page.oddFooter is not None:
        page.oddFooter.right.text = "&A, trang &P/&N"
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


class Alike:
    """Cells of one workbook that look alike by kind: the first is dressed, the others take its style whole.

    openpyxl looks each part of a style up among all others, which costs more than everything else about a cell.
    """

    def __init__(self) -> None:
        self._first: dict[Hashable, Cell | MergedCell] = {}

    def dress(self, cell: Cell | MergedCell, kind: Hashable, by_hand: Callable[[Cell | MergedCell], None]) -> None:
        first = self._first.setdefault(kind, cell)
        if first is cell:
            by_hand(cell)
        else:
            cell._style = copy(first._style)  # type: ignore[union-attr]  # openpyxl's types leave it out


def put(cell: Cell | MergedCell, value: object) -> None:
    """Set a value; text is never taken for a formula, and Excel's own escapes in it stay as typed."""
    if value is None or value == "":
        return
    if isinstance(value, str):
        if len(value) > limits.CELL_TEXT.most or ILLEGAL_CHARACTERS_RE.search(value):
            raise ValueError(f"no cell of Excel holds this text: {value[:60]!r}")
        cell.value = _LOOKS_ESCAPED.sub("_x005F_", value).replace("\r", "_x000D_")
        cell.data_type = "s"
    elif isinstance(value, date | int | float | Decimal):
        cell.value = value
    else:
        raise ValueError(f"no cell of Excel holds a {type(value).__name__}")
