"""Reader of plans in Excel: each visible sheet is a table, with title rows above its header and merged cells.

What the eye does not see is left out and said: hidden sheets, rows and columns, and what is struck out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from generator import limits
from generator.book.read.grids import Grid, Grids
from generator.book.read.raw_sheet import Place, column_letters
from generator.book.read.raw_xlsx import RawWorkbook
from generator.book.read.seen_cells import SeenBook, SeenCells, month_shown
from generator.limits import Limit
from generator.plans.blocks import Cell, PlanFile, Remark, RemarkKind, Row, Table, UnreadablePlan
from generator.plans.fonts import OLD_FONT_MARKS
from generator.plans.xlsx_fonts import OldFontCells
from generator.vietnamese.cells import Value, shown
from generator.word.package import NotAPackage


def read_xlsx_plan(data: bytes) -> PlanFile:
    """Return the visible sheets of an Excel file as tables. Raises UnreadablePlan."""
    remarks: list[Remark] = []
    try:
        raw = RawWorkbook(data)
        visible = [sheet for sheet in raw.sheets if not sheet.is_hidden]
        grids, seen_book = Grids(raw, visible), SeenBook(raw)
        old = _old_fonts(raw)
        tables: list[Table] = []
        for sheet in raw.sheets:
            if sheet.is_hidden:
                remarks.append(Remark(RemarkKind.LEFT_OUT, f"sheet “{sheet.name}”", "sheet đang ẩn"))
                continue
            seen = SeenCells(seen_book, raw.sheet(sheet.part))
            if seen.sheet.too_large:
                raise UnreadablePlan(f"Sheet “{sheet.name}” {seen.sheet.too_large}")
            texts = old.texts(raw.members[sheet.part], sheet.name) if old else {}
            grid = grids.grid(sheet)
            remarks += _left_out(sheet.name, grid, seen)
            merged, met = _merges(seen.sheet.merged)
            if met:
                remarks.append(Remark(RemarkKind.DOUBT, f"sheet “{sheet.name}”", met.told()))
            tables.append(_table(sheet.name, _as_seen(grid, seen), merged, texts))
    except NotAPackage as exc:
        raise UnreadablePlan(str(exc)) from exc
    remarks += old.remarks if old else []
    return PlanFile(tuple(tables), tuple(remarks), tuple(sheet.name for sheet in visible))


def _left_out(sheet: str, grid: Grid, seen: SeenCells) -> Iterator[Remark]:
    """Say what the eye does not see, and take it out of the grid."""
    for (row, column), cell in seen.struck.items():
        text = cell.text if cell.left else _text(grid[row - 1][column - 1])
        message = "bị gạch ngang, không đưa vào"
        yield Remark(RemarkKind.DOUBT, f"{sheet}!{column_letters(column)}{row}", message, " ".join(text.split())[:80])
        grid[row - 1][column - 1] = cell.left
    for row in sorted(seen.sheet.hidden_rows):
        if row <= len(grid) and any(map(_text, grid[row - 1])):
            said = "; ".join(filter(None, map(_text, grid[row - 1])))
            yield Remark(RemarkKind.LEFT_OUT, f"{sheet}!A{row}", f"dòng đang ẩn: “{' '.join(said.split())[:80]}”")
            grid[row - 1] = [""] * len(grid[row - 1])
    for column in sorted(seen.sheet.hidden_columns):
        filled = [cells for cells in grid if column <= len(cells) and _text(cells[column - 1])]
        if filled:
            said = " ".join(_text(filled[0][column - 1]).split())[:80]
            yield Remark(RemarkKind.LEFT_OUT, f"{sheet}!{column_letters(column)}1", f"cột đang ẩn: “{said}”")
            for cells in filled:
                cells[column - 1] = ""


def _as_seen(grid: Grid, seen: SeenCells) -> Grid:
    """The grid with a month where the eye sees one, and no first day of it; 100% where it sees that, and no 1."""
    for places, words in ((seen.months, _month), (seen.percent, _percent)):
        for row, column in places:
            if row <= len(grid) and column <= len(grid[row - 1]):
                grid[row - 1][column - 1] = words(grid[row - 1][column - 1])
    return grid


def _month(value: Value) -> Value:
    return month_shown(value) if isinstance(value, date) else value


def _percent(value: Value) -> Value:
    return f"{shown(float(f'{value * 100:.15g}'))}%" if isinstance(value, float) else value


def _old_fonts(raw: RawWorkbook) -> OldFontCells | None:
    named = [raw.members[n].content for n in (raw.styles_part, raw.strings_part) if n]
    return OldFontCells(raw) if any(mark in part for mark in OLD_FONT_MARKS for part in named) else None


def _table(name: str, values: Grid, merged: Mapping[Place, tuple[Place, Place]], texts: Mapping[Place, str]) -> Table:
    rows = []
    for r, line in enumerate(values):
        cells = tuple(_cells(r, line, values, merged, texts))
        if any(c.text for c in cells):
            rows.append(Row(cells, f"{name}!A{r + 1}"))
    return Table(tuple(rows), f"sheet “{name}”")


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
            cells.append(Cell(_read(texts, (r, c), cell_value), c))
            continue
        (top, left), (_, right) = corners
        if c == left and top < len(values):
            text = _read(texts, (top, left), values[top][left])
            cells.append(Cell(text, c, right - left + 1, r > top))
    return cells


def _read(texts: Mapping[Place, str], place: Place, value: object) -> str:
    """A cell's text, where it had to be converted the converted one."""
    text = _text(value)
    return texts.get(place, text) if text else ""


def _text(cell_value: object) -> str:
    """A cell as an officer reads it: whole numbers without ".0", days as day/month/year."""
    if isinstance(cell_value, float):
        return str(int(cell_value)) if cell_value.is_integer() else repr(cell_value)
    if isinstance(cell_value, datetime | date):
        month = f"{cell_value.month:02}" if cell_value.month < 3 else str(cell_value.month)
        return f"{cell_value.day:02}/{month}/{cell_value.year}"
    return "" if cell_value is None else str(cell_value)
