"""Reads a workbook: the unit and its plan, what became of it, and every problem with what was typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from generator.book import messages as say
from generator.book.read.checks import check_deadlines
from generator.book.read.figure_rows import read_indicators, read_measurements
from generator.book.read.info_rows import Info, read_info
from generator.book.read.raw_xlsx import RawWorkbook, column_number, far_cell
from generator.book.read.result_rows import read_results
from generator.book.read.table import Table
from generator.book.read.task_rows import MilestoneRows, TaskRows, read_milestones, read_tasks, sections_of
from generator.book.read.writing_rows import read_documents, read_words
from generator.book.sheets import (
    DOCUMENTS,
    INDICATORS,
    INFO,
    MEASUREMENTS,
    MILESTONES,
    RESULTS,
    SHEETS,
    TASKS,
    WORDS,
    Sheet,
)
from generator.domain.problem import Problem
from generator.domain.progress import entries_by_task
from generator.domain.unit_year import UnitYear
from generator.vietnamese.text import key, plain
from generator.word.package import NotAPackage

_OLE = b"\xd0\xcf\x11\xe0"


def read_workbook(path: Path) -> tuple[UnitYear | None, tuple[Problem, ...]]:
    """Return what the workbook holds and the problems with it, in the order of its sheets and rows.

    None when nothing can be made: no workbook that opens, or no plan in it; the problems then say why.
    """
    if path.name.startswith("~$"):
        return None, (Problem("", "", say.TEMPORARY_FILE),)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None, (Problem("", "", say.NO_FILE),)
    except OSError:
        return None, (Problem("", "", say.NOT_ALLOWED),)
    return read_workbook_bytes(data)


def read_workbook_bytes(data: bytes) -> tuple[UnitYear | None, tuple[Problem, ...]]:
    """Return the same as read_workbook for a workbook already in memory."""
    if data[:4] == _OLE:
        return None, (Problem("", "", say.PASSWORD_OR_XLS),)
    try:
        tables = Tables(data)
    except NotAPackage as exc:
        return None, (Problem("", "", str(exc)),)
    except CalamineError:
        return None, (Problem("", "", say.DAMAGED),)
    year = read_year(tables)
    if year is not None and not len(year.plan):
        year = None
    return year, tuple(dict.fromkeys(sorted(tables.problems, key=_place)))


class Tables:
    """The workbook's sheets as tables; one that cannot be read is reported. Raises NotAPackage, CalamineError."""

    def __init__(self, data: bytes) -> None:
        self.problems: list[Problem] = []
        self.raw = RawWorkbook(data)
        self._parts = self.raw.sheet_parts()
        self._names: dict[str, str] = {}
        for name in self._parts:
            self._names.setdefault(key(name), name)
        ours = [self._parts[name] for name in map(self._name_of, SHEETS) if name is not None]
        self._book = CalamineWorkbook.from_filelike(BytesIO(self.raw.for_calamine(ours)))

    def table(self, sheet: Sheet) -> Table | None:
        """Return a sheet's table; None when there is none to read, reported unless the sheet is optional."""
        name = self._name_of(sheet)
        if name is None:
            if not sheet.optional:
                self._report(sheet, say.NO_SHEET.format(sheet=sheet.name))
            elif like := self._like(sheet):
                self._report(sheet, say.LIKE_SHEET.format(sheet=sheet.name, found=like))
            return None
        try:
            xml = self.raw.content(self._parts[name])
            if far := far_cell(xml):
                self._report(sheet, say.SHEET_TOO_LARGE.format(where=far))
                return None
            return Table.read(sheet, self._book.get_sheet_by_name(name), self.raw, xml, self.problems)
        except (NotAPackage, CalamineError):
            self._report(sheet, say.DAMAGED)
            return None

    def part_of(self, sheet: Sheet) -> str:
        """Return the zip member that holds a sheet which is there."""
        return self._parts[self._name_of(sheet) or ""]

    def _name_of(self, sheet: Sheet) -> str | None:
        return sheet.name if sheet.name in self._parts else self._names.get(key(sheet.name))

    def _like(self, sheet: Sheet) -> str:
        """Return a sheet of another name that may be meant ("Loi van" for "Lời văn"), "" for none."""
        from difflib import get_close_matches

        ours = {key(s.name) for s in SHEETS}
        others = {plain(name).lower(): name for name in self._parts if key(name) not in ours}
        found = get_close_matches(plain(sheet.name).lower(), others, n=1, cutoff=0.75)
        starts = [name for text, name in others.items() if text.startswith(plain(sheet.name).lower())]
        return others[found[0]] if found else next(iter(starts), "")

    def _report(self, sheet: Sheet, message: str) -> None:
        self.problems.append(Problem(sheet.name, "", message))


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
    check_deadlines(plan, entries, tasks, milestones, before_includes_day=info.unit.before_includes_day)
    indicator_table, measurement_table = tables.table(INDICATORS), tables.table(MEASUREMENTS)
    indicators = read_indicators(indicator_table, tasks) if indicator_table else ()
    documents, words = tables.table(DOCUMENTS), tables.table(WORDS)
    return UnitYear(
        unit=info.unit,
        plan=plan,
        entries=entries,
        indicators=indicators,
        measurements=read_measurements(measurement_table, indicators) if measurement_table else {},
        documents=read_documents(documents, tasks) if documents else (),
        words=read_words(words) if words else {},
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
