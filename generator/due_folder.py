"""What lies in a folder of workbooks: units, reports made of them, slips that were not answered, units without any."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.batch.workbooks import find_workbooks
from generator.book.read.beside import names_beside
from generator.book.read.slip_rows import read_slip
from generator.book.slip import Slip
from generator.domain.unit_year import UnitYear
from generator.dues import Due, ReportFile, dues_of
from generator.making import read_workbook
from generator.slips import KEEPER, Leads, asked_of, reminder
from generator.vietnamese.holiday_lines import OWN_HOLIDAYS
from generator.vietnamese.office_names import UnitNames
from generator.vietnamese.text import key
from generator.word.package import NotAPackage, read_file
from generator.word.provenance import is_untouched, read_provenance
from generator.work_days import work_calendar

_REPORTS = "bao-cao"


@dataclass(frozen=True, slots=True)
class Book:
    """A unit's workbook and the reports found of it, by kind and period id."""

    path: Path
    data: UnitYear
    reports: dict[tuple[str, str], ReportFile]


@dataclass(slots=True)
class Folder:
    """Everything found. `unread` are tables that are neither a workbook nor a slip, and folders that do not open;
    `without` are units' empty folders."""

    books: list[Book] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    holiday_lines: tuple[str, ...] = ()


def read_folder(place: Path) -> Folder:
    """Return what lies in a folder, or what belongs to one workbook. Raises OSError for that one."""
    root = place if place.is_dir() else place.parent
    workbooks, without = find_workbooks(root, root / _REPORTS)
    folder = Folder(without=[path.name for path in without] if len(workbooks) > 1 else [])
    folder.unread += [str(path) for path in without if not os.access(path, os.R_OK | os.X_OK)]
    reports = _reports(root)
    for found in workbooks:
        if found.is_copy:
            continue
        try:
            content = read_file(found.path)
        except OSError:
            if found.path == place:
                raise
            folder.unread.append(str(found.path))
            continue
        if (slip := read_slip(content, found.path.name)) and slip.name:
            folder.slips.append(slip)
        elif place.is_dir() or found.path.samefile(place):
            source = read_workbook(content, found.path.name)
            if source.data is None:
                folder.unread.append(str(found.path))
            else:
                folder.books.append(Book(found.path, source.data, reports.get(key(source.data.unit.code), {})))
    own = root / OWN_HOLIDAYS
    folder.holiday_lines = tuple(read_file(own).decode("utf-8-sig", "replace").splitlines()) if own.is_file() else ()
    return folder


def _reports(root: Path) -> dict[str, dict[tuple[str, str], ReportFile]]:
    """Return the reports below a folder by unit, kind and period; one that was worked on counts before one as made."""
    found: dict[str, dict[tuple[str, str], ReportFile]] = {}
    for path in sorted(root.rglob("*.docx")):
        if path.name[:1] in (".", "~"):
            continue
        try:
            data = read_file(path)
            made = read_provenance(data)
        except (NotAPackage, OSError):
            continue
        if made is None:
            continue
        of_unit = found.setdefault(key(made.unit), {})
        file = ReportFile(path.name, not is_untouched(data))
        before = of_unit.get((made.kind, made.period))
        if before is None or file.is_edited or not before.is_edited:
            of_unit[made.kind, made.period] = file
    return found


@dataclass(frozen=True, slots=True)
class NotAnswered:
    """A slip that was made and has not come back, with the words to remind by."""

    unit: str
    who: str
    day: date
    message: str


@dataclass(frozen=True, slots=True)
class Found:
    """What is due in a folder, in the order of the days; slips without an answer; the officer's lines on days off that
    could not be read."""

    folder: Folder
    dues: tuple[Due, ...]
    silent: tuple[NotAnswered, ...]
    unread_days_off: tuple[str, ...]


def dues_in(place: Path, on: date) -> Found:
    """Return what is due as known on a day in a folder, or of one workbook.

    Raises UnreadableNames for the office's own table of names, OSError.
    """
    folder = read_folder(place)
    years = {book.data.plan.year for book in folder.books} | {on.year}
    calendar, unread = work_calendar(range(min(years) - 1, max(years) + 2), folder.holiday_lines)
    dues = [due for book in folder.books for due in dues_of(book.data, on, calendar, book.reports, book.path.name)]
    names = names_beside(place if place.is_dir() else place.parent)
    silent = slips_not_answered(folder, names)
    return Found(folder, tuple(sorted(dues, key=lambda due: due.due)), tuple(silent), tuple(unread))


def slips_not_answered(folder: Folder, names: UnitNames) -> Iterator[NotAnswered]:
    """Yield the slips of each unit's newest day that are still blank, and of whose tasks the workbook says nothing of
    that day."""
    leads = Leads(names)
    for book in folder.books:
        data = book.data
        own = [s for s in folder.slips if s.name and _is_of(s, data)]
        days = [s.name.day for s in own if s.name]
        if days:
            yield from _blank(own, data, max(days), leads)


def _blank(slips: Sequence[Slip], data: UnitYear, day: date, leads: Leads) -> Iterator[NotAnswered]:
    told = {task_id for task_id, rows in data.entries.items() for entry in rows if entry.as_of == day}
    tasks = {leads.one(asked.who)[0]: asked.task_ids for asked in asked_of(data, day, leads)[0] if asked.who != KEEPER}
    asked: dict[str, list[Slip]] = {}
    for slip in slips:
        if slip.name and slip.name.day == day:
            asked.setdefault(leads.one(slip.name.who)[0], []).append(slip)
    for who, of_one in asked.items():
        ids = tasks.get(who, [])
        if ids and not any(slip.is_answered for slip in of_one) and not told.intersection(ids):
            name = of_one[0].name
            assert name is not None
            yield NotAnswered(data.unit.file_name, name.who, day, reminder(name.who, day, ids))


def _is_of(slip: Slip, data: UnitYear) -> bool:
    return slip.name is not None and (key(slip.name.unit), slip.name.year) == (key(data.unit.code), data.plan.year)
