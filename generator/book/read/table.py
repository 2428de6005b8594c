"""A sheet as rows of named cells: header found by name, merged cells filled down, errors of Excel pointed out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import Any

from generator.book import messages as say
from generator.book.left_aside_messages import STRAY
from generator.book.read.grids import Grid
from generator.book.read.header import find_header, left_aside, ranges, says_something
from generator.book.read.raw_sheet import Place, RawSheet, column_letters
from generator.book.read.seen_cells import SeenCells, Struck, month_shown
from generator.book.sheets import INFO, TASKS, Column, Sheet
from generator.domain.problem import Message, Problem
from generator.domain.unit_year import Typed
from generator.vietnamese.cells import Value, all_plain, day_of, looks_like_legacy_typing, number_of, shown, tidy
from generator.vietnamese.dates import day_of_no_calendar

_HUNDRED = Decimal(100)
_ONLY_TEXT = {str}


class Row:
    """A row of a sheet. Its readers report what they cannot read; `about` names whom that concerns."""

    __slots__ = ("_cells", "_is_plain", "_places", "_table", "about", "number")

    def __init__(self, table: Table, number: int, cells: list[Value]) -> None:
        self._table = table
        self._places = table.places
        self._is_plain = table.is_plain
        self._cells = cells
        self.number = number
        self.about = ""

    def value(self, header: Column) -> Value:
        """Return the cell as it is, a text as `text` gives it, a month where the eye sees one; "" when empty or without
        such a column."""
        at = self._places.get(header)
        if at is None:
            return ""
        value = self._cells[at]
        if value.__class__ is str and not self._is_plain:
            return self.text(header)
        return month_shown(value) if value.__class__ is date and self._shows_month(at) else value

    def text(self, header: Column) -> str:
        """Return the cell as text: NFC, \\n between lines, nothing at the edges."""
        at = self._places.get(header)
        if at is None or (value := self._cells[at]) == "":
            return ""
        if not isinstance(value, str):
            if self._is_percent(header):
                return shown(float(f"{value * 100:.15g}")) + "%"  # type: ignore[operator]
            return shown(self.value(header))
        if self._is_plain:
            return value
        text, lost = tidy(value)
        if lost:
            self.report(header, say.FORBIDDEN_CHARACTERS)
        return text

    def long_text(self, header: Column) -> str:
        """Return the cell as text, and point out what seems typed for an old font."""
        text = self.text(header)
        if not self._is_plain and looks_like_legacy_typing(text):
            self.report(header, say.LEGACY_TYPING)
        return text

    def long_texts(self, headers: tuple[Column, ...]) -> Sequence[str]:
        """Return several cells as `long_text` does, at once where there is nothing to look for."""
        pick = self._table.picker(headers) if self._is_plain else None
        if pick is not None:
            values: tuple[Value, ...] = pick(self._cells)
            if set(map(type, values)) == _ONLY_TEXT:
                return values  # type: ignore[return-value]  # just seen
        return [self.long_text(header) for header in headers]

    def day(self, header: Column) -> date | None:
        at = self._places.get(header)
        if at is None or (value := self._cells[at]) == "":
            return None
        if value.__class__ is date and not self._shows_month(at):
            return value
        day = day_of(self.value(header))
        if day is None and self.has(header):
            self.report(header, say.NOT_A_DAY, text=self.text(header))
        return day

    def amount(self, header: Column, *, percent: bool = False) -> Decimal | None:
        """Return the number in a cell; where a percentage is meant, what Excel shows as 50% (and stores 0.5) is 50."""
        at = self._places.get(header)
        if at is None or (value := self._cells[at]) == "" or not says_something(value):
            return None
        number = number_of(value)
        if number is None:
            self.report(header, say.NOT_A_PERCENTAGE if percent else say.NOT_A_NUMBER, text=self.text(header))
        elif percent and self._is_percent(header):
            return number * _HUNDRED
        return number

    def has(self, header: Column) -> bool:
        at = self._places.get(header)
        return at is not None and (value := self._cells[at]) != "" and not (value.__class__ is str and value.isspace())

    def is_typed_date(self, header: Column) -> bool:
        """Whether Excel itself holds a date: what it may have swapped."""
        return isinstance(self.value(header), date)

    def shows_percent(self, header: Column) -> bool:
        """Whether a number stands with its %: typed as text, or by the cell's format."""
        value = self.value(header)
        return value.rstrip().endswith("%") if isinstance(value, str) else self._is_percent(header)

    def says_nothing(self, headers: tuple[Column, ...]) -> bool:
        places, cells = self._places, self._cells
        for header in headers:
            at = places.get(header)
            if at is not None and (value := cells[at]) != "" and says_something(value):
                return False
        return True

    def report_strays(self, known: Mapping[Column, Callable[[Value], object]]) -> None:
        """Report what stands in a row that is passed over, but for what only names the row: what `known` knows."""
        for column in self._table.sheet.columns:
            if self.has(column) and not (column in known and known[column](self.value(column))):
                self.report(column, STRAY, text=self.text(column))

    def keep(self, header: Column, text: str, *, day: date | None = None, period: str = "", part: str = "") -> None:
        """Take note of a text that a report has to hold, or to say that it does not."""
        if text:
            typed = Typed(self._table.sheet.name, self.address(header), header, text, day, period, part, self.about)
            self._table.typed.append(typed)

    def address(self, header: str) -> str:
        letters = self._table.letters.get(header)
        return "" if letters is None else f"{letters}{self.number}"

    def report(self, header: Column, message: Message, **words: object) -> None:
        where = self._table.sheet.name, self.address(header)
        self._table.problems.append(message.at(*where, self.about, **words))

    def _is_percent(self, header: Column) -> bool:
        value = self.value(header)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        return (self.number, self._table.places[header] + 1) in self._table.percent_cells

    def _shows_month(self, at: int) -> bool:
        months = self._table.month_cells
        return bool(months) and (self.number, at + 1) in months


class Table:
    """A sheet's rows below its header. `places` gives each known column's index in a row."""

    def __init__(
        self, sheet: Sheet, header_row: int, places: dict[Column, int], grid: Grid, problems: list[Problem]
    ) -> None:
        self.sheet = sheet
        self.header_row = header_row
        self.places = places
        self.problems = problems
        self.typed: list[Typed] = []
        self._grid = grid
        self._seen: SeenCells | None = None
        self._pickers: dict[tuple[Column, ...], Callable[[list[Value]], Any] | None] = {}
        texts = [*{cell for cell in filter(None, chain.from_iterable(grid)) if cell.__class__ is str}]
        self.is_plain = all_plain(texts)
        self._has_wrong_days = bool(day_of_no_calendar("\n".join(texts)))

    @cached_property
    def letters(self) -> dict[str, str]:
        """The letters of each known column, by its header."""
        return {header: column_letters(at + 1) for header, at in self.places.items()}

    @cached_property
    def percent_cells(self) -> frozenset[Place]:
        """The places of cells shown with a percent sign; seldom is one looked for."""
        return self._seen.percent if self._seen else frozenset()

    @cached_property
    def month_cells(self) -> frozenset[Place]:
        """The places of days shown as a month."""
        return self._seen.months if self._seen else frozenset()

    def picker(self, headers: tuple[Column, ...]) -> Callable[[list[Value]], Any] | None:
        """Return what takes several columns out of a row, None when one of them is not there."""
        if headers not in self._pickers:
            known = all(header in self.places for header in headers)
            self._pickers[headers] = itemgetter(*(self.places[h] for h in headers)) if known else None
        return self._pickers[headers]

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows in which a column of the sheet's own holds something."""
        own = self._own
        for number, cells in enumerate(self._grid[self.header_row :], start=self.header_row + 1):
            for at in own:
                if (value := cells[at]) != "" and says_something(value):
                    yield Row(self, number, cells)
                    break

    @property
    def _own(self) -> list[int]:
        return [self.places[c] for c in self.sheet.columns if c in self.places]

    def report(self, message: Message, about: str = "", **words: object) -> None:
        """Report something of the sheet as a whole."""
        self.problems.append(message.at(self.sheet.name, "", about, **words))

    @classmethod
    def read(cls, sheet: Sheet, grid: Grid, seen: SeenCells, problems: list[Problem]) -> Table | None:
        """Return the table, or None with problems when its header row or a required column is not there.

        What is struck out of a cell is left out; a cell struck out as a whole is read, as people strike what is done.
        """
        struck = seen.struck
        _leave_out(struck, grid)
        _fill_merged(grid, seen.sheet.merged)
        table = cls.found(sheet, grid, problems)
        if table is None:
            return None
        table._seen = seen
        problems.extend(left_aside(sheet, table.header_row, table.places, grid))
        if missing := [c for c in sheet.columns if c.required and c not in table.places]:
            for column in missing:
                table.report(say.NO_COLUMN, column=column, row=table.header_row)
            return None
        table._report_unreadable_cells(seen.sheet)
        table._report_wrong_days()
        table._report_struck(struck)
        table._report_hidden(seen.sheet)
        return table

    @classmethod
    def found(cls, sheet: Sheet, grid: Grid, problems: list[Problem]) -> Table | None:
        """Return the table in a grid of cells, None, reported, when no row looks like its header."""
        place = find_header(sheet, grid)
        if place is None:
            columns = ", ".join(c for c in sheet.columns if c.required)
            problems.append(say.NO_COLUMNS.at(sheet.name, columns=columns))
            return None
        return cls(sheet, *place, grid, problems)

    def _report_header(self, at: int, message: Message, **words: object) -> None:
        self.problems.append(message.at(self.sheet.name, f"{column_letters(at + 1)}{self.header_row}", **words))

    def _report_unreadable_cells(self, raw: RawSheet) -> None:
        spoiled = {**dict.fromkeys(raw.uncalculated, say.NOT_CALCULATED), **dict.fromkeys(raw.errors, say.ERROR_CELL)}
        own = {at + 1 for at in self._own} if spoiled else set()
        for place, message in spoiled.items():
            number, at = place
            if at in own and number > self.header_row:
                where = self.sheet.name, f"{column_letters(at)}{number}", self._named_in(number)
                self.problems.append(message.at(*where, error=raw.errors.get(place)))

    def _report_wrong_days(self) -> None:
        """Report days of no calendar inside a text; a cell that says a day and nothing else is told by its reader."""
        written = (
            [c for c in self.sheet.columns if c.form == "long" and c in self.places] if self._has_wrong_days else []
        )
        for row in self if written else ():
            for column in written:
                text = row.text(column)
                if (day := day_of_no_calendar(text)) and day != text:
                    where = self.sheet.name, row.address(column), self._named_in(row.number)
                    self.problems.append(say.NOT_IN_CALENDAR.at(*where, day=day))

    def _report_struck(self, struck: Mapping[Place, Struck]) -> None:
        for (number, at), cell in struck.items():
            if at - 1 in self._own and number > self.header_row:
                message = say.STRUCK_PART if cell.left else say.STRUCK_CELL
                where = self.sheet.name, f"{column_letters(at)}{number}", self._named_in(number)
                self.problems.append(message.at(*where, text=cell.text))

    def _report_hidden(self, raw: RawSheet) -> None:
        hidden = raw.hidden_rows and sorted(raw.hidden_rows & {row.number for row in self})
        if hidden:
            self.report(say.HIDDEN_ROWS, rows=ranges(hidden))
        columns = raw.hidden_columns
        for column, at in self.places.items():
            is_filled = at + 1 in columns and any(says_something(row[at]) for row in self._grid[self.header_row :])
            if is_filled and not column.for_the_eye:
                self._report_header(at, say.HIDDEN_COLUMN, column=column)

    def _named_in(self, number: int) -> str:
        place = self.places.get(TASKS.code, self.places.get(INFO.item))
        if place is None or number > len(self._grid):
            return ""
        return tidy(shown(self._grid[number - 1][place]))[0]


def _leave_out(struck: Mapping[Place, Struck], grid: Grid) -> None:
    """Give the cells that are struck out in part what is left of them."""
    for (number, at), cell in struck.items():
        if cell.left:
            grid[number - 1][at - 1] = cell.left


def _fill_merged(grid: Grid, merged: Sequence[tuple[Place, Place]]) -> None:
    """Give every row of a merged cell its text, in its first column: a title merged across stays one cell.

    A cell is in one merged cell at most: what goes on over more rows than the sheet has cells is no workbook of Excel.
    """
    left_to_fill = len(grid) * len(grid[0]) if grid else 0
    for (top, left), (bottom, _) in merged:
        left_to_fill -= bottom - top
        if left_to_fill < 0:
            return
        if top <= len(grid) and left <= len(grid[top - 1]):
            for row in grid[top:bottom]:
                row[left - 1] = grid[top - 1][left - 1]
