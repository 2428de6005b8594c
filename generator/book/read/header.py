"""The row of a sheet that names its columns: where it is, and what is typed beside it or above it and so not read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from generator.book import left_aside_messages as say
from generator.book.read.grids import Grid
from generator.book.read.raw_sheet import column_letters
from generator.book.sheets import Column, Sheet
from generator.domain.problem import Problem
from generator.vietnamese.cells import Value, tidy
from generator.vietnamese.text import key

_ROWS = 20
#: What stands side by side on top of a page: the office, and the country.
_LETTERHEAD = 2


def says_something(value: Value) -> bool:
    return value != "" and not (value.__class__ is str and value.isspace())


@cache
def _columns_by_key(sheet: Sheet) -> Mapping[str, Column]:
    by_key: dict[str, Column] = {}
    for column in (*sheet.columns, *sheet.for_the_eye):
        for name in (column, *column.also):
            by_key.setdefault(key(name), column)
    return by_key


def find_header(sheet: Sheet, grid: Grid) -> tuple[int, dict[Column, int]] | None:
    """Return the number of the header row and each column's place: the row among the first that names most columns."""
    by_key = _columns_by_key(sheet)
    best: tuple[int, dict[Column, int]] | None = None
    for number, cells in enumerate(grid[:_ROWS], start=1):
        places: dict[Column, int] = {}
        for at, value in enumerate(cells):
            column = by_key.get(key(value)) if isinstance(value, str) and value else None
            if column is not None:
                places.setdefault(column, at)
        if len(places) >= 2 and (best is None or len(places) > len(best[1])):
            best = number, places
            if all(column in places for column in sheet.columns):
                break
    return best


def left_aside(sheet: Sheet, header_row: int, places: Mapping[Column, int], grid: Grid) -> Iterator[Problem]:
    """Yield what may be meant to be read and is not: columns under no name or another one, rows above the header.

    Columns of the officer's own stand beside ours, none of which is missing then."""
    by_key = _columns_by_key(sheet)
    missing = {key(c): c for c in (*sheet.columns, *sheet.for_the_eye) if c not in places}
    read = set(places.values())
    for at, value in enumerate(grid[header_row - 1]):
        if at in read:
            continue
        letters = column_letters(at + 1)
        cell = f"{letters}{header_row}"
        name = tidy(value)[0] if isinstance(value, str) else ""
        if (column := by_key.get(key(name))) is not None:
            first = column_letters(places[column] + 1)
            yield say.TWO_COLUMNS.at(sheet.name, cell, column=column, first=first)
        elif name and (like := _like(name, missing)):
            yield say.LIKE_COLUMN.at(sheet.name, cell, found=name, column=like)
        elif (row := _first_filled(grid, header_row, at)) and not (name or value):
            yield say.NAMELESS_COLUMN.at(sheet.name, f"{letters}{row}", column=letters, row=header_row)
        elif row and (asked := [c for c in missing.values() if not c.for_the_eye]):
            yield say.UNKNOWN_COLUMN.at(sheet.name, cell, found=name or value, columns=", ".join(asked))
    if above := _rows_above(sheet, header_row, places, grid):
        yield say.ROWS_ABOVE.at(sheet.name, f"A{above[0]}", rows=ranges(above), row=header_row)


def _like(name: str, missing: Mapping[str, Column]) -> Column | None:
    if not missing:
        return None
    from difflib import get_close_matches

    return next((missing[like] for like in get_close_matches(key(name), missing, n=1, cutoff=0.75)), None)


def _first_filled(grid: Grid, header_row: int, at: int) -> int:
    """Return the number of the first row below the header that is filled in a column, 0 for none."""
    below = enumerate(grid[header_row:], start=header_row + 1)
    return next((number for number, cells in below if says_something(cells[at])), 0)


def _rows_above(sheet: Sheet, header_row: int, places: Mapping[Column, int], grid: Grid) -> Sequence[int]:
    """Return the rows above the header when one is filled like those below it, as a title never is."""
    needed = [places[c] for c in sheet.columns if c.required and c in places]
    own = [places[c] for c in sheet.columns if c in places]
    filled = {
        number: sum(says_something(cells[at]) for at in own)
        for number, cells in enumerate(grid[: header_row - 1], start=1)
    }
    is_sorted_away = any(
        count > _LETTERHEAD and all(says_something(grid[number - 1][at]) for at in needed)
        for number, count in filled.items()
    )
    return [number for number, count in filled.items() if count > 1] if is_sorted_away else []


def ranges(numbers: Sequence[int]) -> str:
    """Return numbers in their order as people list them: 3, 5-9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
