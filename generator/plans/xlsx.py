"""Reader of plans in Excel: each visible sheet is a table, with title rows above its header and merged cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from generator import limits
from generator.book.read.grids import Grid, Grids
from generator.book.read.raw_sheet import Place
from generator.book.read.raw_xlsx import RawWorkbook
from generator.limits import Limit
from generator.plans.blocks import Cell, PlanFile, Remark, RemarkKind, Row, Table, UnreadablePlan
from generator.plans.fonts import OLD_FONT_MARKS
from generator.plans.xlsx_fonts import OldFontCells
from generator.word.package import Member, NotAPackage


def read_xlsx_plan(data: bytes, members: Mapping[str, Member]) -> PlanFile:
    """Return the visible sheets of an Excel file as tables. Raises UnreadablePlan."""
    remarks: list[Remark] = []
    try:
        raw = RawWorkbook(data)
        shown = [sheet for sheet in raw.sheets if not sheet.is_hidden]
        grids = Grids(raw, shown)
        old = _old_fonts(members)
        tables: list[Table] = []
        for sheet in raw.sheets:
            if sheet.is_hidden:
                remarks.append(Remark(RemarkKind.LEFT_OUT, f"trang tính “{sheet.name}”", "trang tính đang ẩn"))
                continue
            page = raw.sheet(sheet.part)
            if page.too_large:
                raise UnreadablePlan(f"Trang tính “{sheet.name}”: {page.too_large}")
            texts = old.texts(members[sheet.part], sheet.name) if old else {}
            grid = _months_shown(grids.grid(sheet), raw.month_cells(page))
            merged, met = _merges(page.merged)
            if met:
                remarks.append(Remark(RemarkKind.DOUBT, f"trang tính “{sheet.name}”", met.told()))
            tables.append(_table(sheet.name, grid, merged, texts))
    except NotAPackage as exc:
        raise UnreadablePlan(str(exc)) from exc
    remarks += old.remarks if old else []
    return PlanFile(tuple(tables), tuple(remarks), tuple(sheet.name for sheet in shown))


def _months_shown(grid: Grid, months: frozenset[Place]) -> Grid:
    """The grid with a month where the eye sees one, and no first day of it."""
    for row, column in months:
        value = grid[row - 1][column - 1] if row <= len(grid) and column <= len(grid[row - 1]) else None
        if isinstance(value, datetime | date):
            grid[row - 1][column - 1] = f"{value.month:02}/{value.year}"
    return grid


def _old_fonts(members: Mapping[str, Member]) -> OldFontCells | None:
    named = [members[n].content for n in ("xl/styles.xml", "xl/sharedStrings.xml") if n in members]
    return OldFontCells(members) if any(mark in part for mark in OLD_FONT_MARKS for part in named) else None


def _table(name: str, values: Grid, merged: Mapping[Place, tuple[Place, Place]], texts: Mapping[Place, str]) -> Table:
    rows = []
    for r, line in enumerate(values):
        cells = tuple(_cells(r, line, values, merged, texts))
        if any(c.text for c in cells):
            rows.append(Row(cells, f"{name}!A{r + 1}"))
    return Table(tuple(rows), f"trang tính “{name}”")


def _merges(ranges: Sequence[tuple[Place, Place]]) -> tuple[dict[Place, tuple[Place, Place]], Limit | None]:
    """Each cell of a merge, with the merge's corners, all from 0; and the limit that was met."""
    found: dict[Place, tuple[Place, Place]] = {}
    for corners in ranges[: limits.PLAN_MERGES.most]:
        if len(found) > limits.PLAN_MERGED_CELLS.most:
            return found, limits.PLAN_MERGED_CELLS
        first, last = ((row - 1, column - 1) for row, column in corners)
        # A merge over whole columns only decorates: its first rows are all that can hold text.
        for r in range(first[0], min(last[0], first[0] + 500) + 1):
            for c in range(first[1], min(last[1], first[1] + 100) + 1):
                found[r, c] = (first, last)
    return found, limits.PLAN_MERGES if len(ranges) > limits.PLAN_MERGES.most else None


def _cells(
    r: int,
    line: Sequence[object],
    values: Sequence[Sequence[object]],
    merged: Mapping[Place, tuple[Place, Place]],
    texts: Mapping[Place, str],
) -> list[Cell]:
    cells = []
    for c, cell_value in enumerate(line):
        corners = merged.get((r, c))
        if corners is None:
            cells.append(Cell(texts.get((r, c)) or _text(cell_value), c))
            continue
        (top, left), (_, right) = corners
        if c == left and top < len(values):
            cells.append(Cell(texts.get((top, left)) or _text(values[top][left]), c, right - left + 1, r > top))
    return cells


def _text(cell_value: object) -> str:
    """A cell as an officer reads it: whole numbers without ".0", days as day/month/year."""
    if isinstance(cell_value, float):
        return str(int(cell_value)) if cell_value.is_integer() else repr(cell_value)
    if isinstance(cell_value, datetime | date):
        month = f"{cell_value.month:02}" if cell_value.month < 3 else str(cell_value.month)
        return f"{cell_value.day:02}/{month}/{cell_value.year}"
    return "" if cell_value is None else str(cell_value)
