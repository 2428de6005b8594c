"""Reads a workbook: the unit and its plan, what became of it, and every problem with what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.book import messages as say
from generator.book.left_aside_messages import LIKE_SHEET, SHEET_BESIDE
from generator.book.read.checks import check_deadlines
from generator.book.read.figure_rows import read_indicators, read_measurements
from generator.book.read.grids import Grids
from generator.book.read.info_rows import Info, read_info
from generator.book.read.raw_sheet import column_number
from generator.book.read.raw_xlsx import RawWorkbook, SheetPart
from generator.book.read.result_rows import read_results
from generator.book.read.seen_cells import SeenBook, SeenCells
from generator.book.read.table import Table
from generator.book.read.task_rows import MilestoneRows, TaskRows, read_milestones, read_tasks, sections_of
from generator.book.read.unit_rows import read_units
from generator.book.read.writing_rows import read_documents, read_reminders, read_words
from generator.book.sheets import (
    DOCUMENTS,
    INDICATORS,
    INFO,
    MEASUREMENTS,
    MILESTONES,
    REMINDERS,
    RESULTS,
    SHEETS,
    TASKS,
    UNITS,
    WORDS,
    Sheet,
)
from generator.domain.problem import Message, Problem
from generator.domain.progress import entries_by_task
from generator.domain.unit_year import UnitYear
from generator.vietnamese.text import key, plain
from generator.word.package import NotAPackage, read_file

#: What stands in a sheet's name beside ours when it is a copy or a part: "Kết quả (2)", "Kết quả tháng 6".
_COPY_WORDS = (
    *(
        "copy of",
        "copy",
        "bản sao của",
        "bản sao",
        "sao chép",
        "bản lưu",
        "bản",
        "cũ",
        "mới",
        "nháp",
        "bổ sung",
        "tiếp",
    ),
    *("tháng", "quý", "năm", "kỳ", "đợt", "lần"),
)
_COPY_NAME = re.compile(rf"(?:{'|'.join(map(key, _COPY_WORDS))}|[tq](?=\d)|\d|[ivx]+)*")
_OLE = b"\xd0\xcf\x11\xe0"


def read_workbook(path: Path) -> tuple[UnitYear | None, tuple[Problem, ...]]:
    """Return what the workbook holds and the problems with it, in the order of its sheets and rows.

    None when nothing can be made: no workbook that opens, or no plan in it; the problems then say why.
    """
    if path.name.startswith("~$"):
        return None, (say.TEMPORARY_FILE.at(),)
    try:
        data = read_file(path)
    except OSError as fault:
        return None, (say.unread(fault),)
    return read_workbook_bytes(data)


def read_workbook_bytes(data: bytes) -> tuple[UnitYear | None, tuple[Problem, ...]]:
    """Return the same as read_workbook for a workbook already in memory."""
    if data[:4] == _OLE:
        return None, (say.PASSWORD_OR_XLS.at(),)
    try:
        tables = Tables(data)
    except NotAPackage as exc:
        return None, (say.UNREADABLE.at(text=exc),)
    year = read_year(tables)
    if year is not None and not len(year.plan):
        year = None
    return year, tuple(dict.fromkeys(sorted(tables.problems, key=_place)))


class Tables:
    """The workbook's sheets as tables; one that cannot be read is reported. Raises NotAPackage."""

    def __init__(self, data: bytes) -> None:
        self.problems: list[Problem] = []
        self.raw = RawWorkbook(data)
        self._seen = SeenBook(self.raw)
        self._parts: dict[str, SheetPart] = {}
        self._tables: dict[str, Table | None] = {}
        #: The sheets that were found by their columns, and what they are.
        self.taken: dict[SheetPart, Table] = {}
        for part in self.raw.sheets:
            self._parts.setdefault(part.name, part)
            self._parts.setdefault(key(part.name), part)
        self._grids = Grids(self.raw, filter(None, map(self._part, (*SHEETS, UNITS))))

    def table(self, sheet: Sheet) -> Table | None:
        """Return a sheet's table; None when there is none to read, reported unless the sheet is optional. Each is read
        once."""
        if sheet.name not in self._tables:
            self._tables[sheet.name] = self._named(sheet)
        return self._tables[sheet.name]

    def _named(self, sheet: Sheet) -> Table | None:
        part = self._part(sheet)
        if part is None:
            if not sheet.optional:
                self._report(sheet, say.NO_SHEET, sheet=sheet.name)
            elif sheet is not UNITS and (like := self._like(sheet)):
                self._report(sheet, LIKE_SHEET, sheet=sheet.name, found=like)
            return None
        return self._read(sheet, part)

    def report_copies(self) -> None:
        """Report the sheets that have the columns of one of ours and go by its name with a number or such behind it."""
        for sheet in SHEETS:
            own = self._part(sheet)
            for part in self.raw.sheets if own else ():
                before, ours, after = key(part.name).partition(key(sheet.name))
                is_like = part is not own and ours and _COPY_NAME.fullmatch(before) and _COPY_NAME.fullmatch(after)
                if is_like and self._has_rows(sheet, part):
                    self._report(sheet, SHEET_BESIDE, found=part.name, sheet=sheet.name)

    def _has_rows(self, sheet: Sheet, part: SheetPart) -> bool:
        """Whether something stands below the header of a sheet in one that is not read."""
        try:
            grid = [] if self.raw.sheet(part.part).too_large else self._grids.grid(part)
        except NotAPackage:
            return False
        table = Table.found(sheet, grid, [])
        needed = [column for column in sheet.columns if column.required]
        return table is not None and all(c in table.places for c in needed) and next(iter(table), None) is not None

    def table_like(self, sheet: Sheet) -> Table | None:
        """Return the table of a sheet that may have been given another name: the first one with its columns."""
        named = self._part(sheet)
        for part in filter(None, (named, *(p for p in self.raw.sheets if p is not named))):
            told = len(self.problems)
            if (table := self._read(sheet, part)) and all(c in table.places for c in sheet.columns[:3]):
                self.taken[part] = table
                return table
            del self.problems[told:]
        return None

    def first_texts(self, rows: int = 20) -> Iterator[str]:
        """Yield the texts in the first rows of every sheet. Raises NotAPackage."""
        for part in self.raw.sheets:
            if not self.raw.sheet(part.part).too_large:
                yield from (cell for row in self._grids.grid(part)[:rows] for cell in row if isinstance(cell, str))

    def is_empty(self, part: SheetPart) -> bool:
        """Whether nothing stands in a sheet; one that is too large to look into is not. Raises NotAPackage."""
        return not self.raw.sheet(part.part).too_large and not any(map(any, self._grids.grid(part)))

    def _read(self, sheet: Sheet, part: SheetPart) -> Table | None:
        try:
            raw = self.raw.sheet(part.part)
            if raw.too_large:
                self._report(sheet, say.SHEET_TOO_LARGE, text=raw.too_large)
                return None
            table = Table.read(sheet, self._grids.grid(part), SeenCells(self._seen, raw), self.problems)
            if table is not None and part.is_hidden and next(iter(table), None):
                table.report(say.HIDDEN_SHEET)
            return table
        except NotAPackage:
            self._report(sheet, say.DAMAGED)
            return None

    @property
    def has_tasks(self) -> bool:
        """Whether there is a sheet of tasks: a workbook, then."""
        return self._part(TASKS) is not None

    def part_of(self, sheet: Sheet) -> str:
        """Return the zip member that holds a sheet which is there."""
        part = self._part(sheet)
        assert part is not None
        return part.part

    def _part(self, sheet: Sheet) -> SheetPart | None:
        return self._parts.get(sheet.name) or self._parts.get(key(sheet.name))

    def _like(self, sheet: Sheet) -> str:
        """Return a sheet of another name that may be meant ("Loi van" for "Lời văn"), "" for none."""
        from difflib import get_close_matches

        ours = {key(s.name) for s in SHEETS}
        others = {plain(part.name).lower(): part.name for part in self.raw.sheets if key(part.name) not in ours}
        found = get_close_matches(plain(sheet.name).lower(), others, n=1, cutoff=0.75)
        starts = [name for text, name in others.items() if text.startswith(plain(sheet.name).lower())]
        return others[found[0]] if found else next(iter(starts), "")

    def _report(self, sheet: Sheet, message: Message, /, **words: object) -> None:
        self.problems.append(message.at(sheet.name, **words))


def read_year(tables: Tables) -> UnitYear | None:
    """Return what the tables hold, None without a readable plan; `tables.problems` grows by what is wrong."""
    info_table, task_table = tables.table(INFO), tables.table(TASKS)
    if task_table is None:
        return None
    info = read_info(info_table) if info_table else Info()
    tasks = read_tasks(task_table)
    if not tasks.rows:
        task_table.report(say.NO_TASKS)
    milestones = _milestones(tables, tasks, info)
    plan = replace(info.plan, sections=sections_of(tasks, milestones))
    results = tables.table(RESULTS)
    found = read_results(results, tasks, milestones, plan.year) if results else {}
    entries = entries_by_task(entry for entry, _ in found.values())
    places: dict[tuple[str, str], tuple[int, ...]] = {
        (TASKS.name, task_id): (row.number,) for task_id, row in tasks.rows.items()
    }
    for entry, row in sorted(found.values(), key=lambda pair: pair[0].as_of):
        places[RESULTS.name, entry.task_id] = (*places.get((RESULTS.name, entry.task_id), ()), row.number)
    check_deadlines(plan, entries, tasks, milestones, before_includes_day=info.unit.before_includes_day)
    indicator_table, measurement_table = tables.table(INDICATORS), tables.table(MEASUREMENTS)
    indicators = read_indicators(indicator_table, tasks) if indicator_table else ()
    read = read_measurements(measurement_table, indicators, plan.year) if measurement_table else ({}, {})
    places |= {(MEASUREMENTS.name, f"{period} {code}"): (row.number,) for (period, code), row in read[1].items()}
    documents, words, units = tables.table(DOCUMENTS), tables.table(WORDS), tables.table(UNITS)
    reminders = tables.table(REMINDERS)
    tables.report_copies()
    return UnitYear(
        unit=info.unit,
        plan=plan,
        entries=entries,
        indicators=indicators,
        measurements=read[0],
        documents=read_documents(documents, tasks, plan.year) if documents else (),
        words=read_words(words, plan.year) if words else {},
        reminders=read_reminders(reminders) if reminders else (),
        units=read_units(units) if units else (),
        rows=places,
        typed=tuple(
            typed
            for table in (task_table, results, measurement_table, documents, words)
            if table
            for typed in table.typed
        ),
    )


def _milestones(tables: Tables, tasks: TaskRows, info: Info) -> MilestoneRows:
    table = tables.table(MILESTONES)
    if table is None:
        return MilestoneRows()
    return read_milestones(table, tasks, before_includes_day=info.unit.before_includes_day)


_SHEET_ORDER: Mapping[str, int] = {sheet.name: place for place, sheet in enumerate(SHEETS, start=1)}
_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")


def _place(problem: Problem) -> tuple[int, int, int]:
    address = _ADDRESS.fullmatch(problem.cell)
    row, column = (int(address[2]), column_number(address[1])) if address else (0, 0)
    return _SHEET_ORDER.get(problem.sheet, 0), row, column
