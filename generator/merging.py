"""Replies into the workbook: what each slip says, what of it is written, and what is left to the officer.

A cell that holds something is not written over, what two slips say differently is not written at all, unless a person
chose. The same slips merged twice change nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.book import slip_messages as say
from generator.book.read.slip_rows import read_slip, said
from generator.book.read.table import Row, Table
from generator.book.read.workbook import Tables, read_year
from generator.book.sheets import DOCUMENTS, MEASUREMENTS, RESULTS, Column, Sheet
from generator.book.slip import SUBJECT, Slip
from generator.book.write import eye_texts
from generator.book.write.cell_places import CellPlaces
from generator.book.write.open_month import duty_state
from generator.book.write.sheet_writing import Written, sparing_formulas, with_rows
from generator.domain.plan import Task
from generator.domain.problem import Problem
from generator.domain.progress import ProgressEntry, TaskState, Word, assess
from generator.domain.unit_year import UnitYear
from generator.dues import already_reported
from generator.slip_documents import DocumentsNamed
from generator.slip_meaning import Meaning, Place
from generator.slip_said import Conflict, Said, Side, in_words, same
from generator.slip_shorthand import result_as_before, state_unsaid
from generator.slips import KEEPER, Leads, asked_of, reminder
from generator.vietnamese.cells import resolve_code
from generator.vietnamese.dates import short_date
from generator.vietnamese.office_names import UnitNames
from generator.vietnamese.text import key
from generator.word.package import NotAPackage


class CannotMerge(NotAPackage):
    """A workbook into which nothing can be merged. The message is whole, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is written for one task, milestone or figure: its cells by header, and the slips that say so."""

    sheet: str
    about: str
    cells: Mapping[Column, str]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """A colleague of whom no answer came, and the words to remind her by."""

    who: str
    task_ids: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The workbook with the answers, as it was when there is nothing to write; what is told, in the order of slips.

    `conflicts` are what is said differently, those that were chosen too."""

    data: bytes
    day: date | None
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    silent: tuple[Silent, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def other_problems(self) -> tuple[Problem, ...]:
        """The problems without those that `conflicts` tell."""
        return tuple(p for p in self.problems if p.code not in (say.TWO_ANSWERS.code, say.OWN_CELL.code))


def merge(
    workbook: bytes,
    replies: Iterable[tuple[str, bytes]],
    names: UnitNames,
    chosen: Mapping[str, str] | None = None,
) -> Merged:
    """Return the workbook with what the replies (file names and bytes) say as of the newest day among them.

    `chosen` is the source to go by, by the key of a conflict. Raises CannotMerge.
    """
    tables = Tables(workbook)
    year, results = read_year(tables), tables.table(RESULTS)
    if year is None or results is None:
        raise CannotMerge("\n".join(map(str, tables.problems)))
    read = [(file, read_slip(data, file)) for file, data in replies]
    slips = [slip for _, slip in read if slip is not None]
    problems = [say.NOT_A_SLIP.at(file) for file, slip in read if slip is None]
    problems += [problem for slip in slips for problem in slip.problems]
    ours, refused = _of_this_unit(slips, year)
    problems += refused
    day = _newest(ours, results, year)
    if day is None:
        return Merged(workbook, None, problems=tuple(problems))
    current = [slip for slip in ours if slip.name and slip.name.day == day]
    problems += [_old(slip, day) for slip in ours if slip not in current]
    work = _Merging(tables, year, results, day, chosen or {})
    work.take(current)
    entries, data = work.written(workbook)
    if entries:
        problems += already_reported(year, day)
    silent = _silent(current, year, day, Leads(names))
    told = tuple([*problems, *work.problems])
    return Merged(data, day, tuple(entries), told, tuple(silent), tuple(work.conflicts))


def _of_this_unit(slips: Sequence[Slip], year: UnitYear) -> tuple[list[Slip], list[Problem]]:
    ours, refused = [], []
    for slip in slips:
        if slip.name is None:
            continue
        if (key(slip.name.unit), slip.name.year) == (key(year.unit.code), year.plan.year):
            ours.append(slip)
        else:
            refused.append(say.OTHER_UNIT.at(slip.file, unit=slip.name.unit, year=slip.name.year))
    return ours, refused


def _newest(slips: Sequence[Slip], results: Table, year: UnitYear) -> date | None:
    """Return the day that this round is about: the newest of the slips, or of the workbook when that is newer still."""
    days = [slip.name.day for slip in slips if slip.name]
    if not days:
        return None
    last = date(year.plan.year + 1, 1, 31) if year.plan.year else date.max
    in_book = [day for row in results if (day := row.day(RESULTS.as_of)) and day <= last]
    return max([*days, *in_book])


def _old(slip: Slip, newest: date) -> Problem:
    assert slip.name is not None
    if not slip.is_answered:
        return say.OLD_EMPTY_SLIP.at(slip.file, day=short_date(slip.name.day))
    told = " / ".join(f"{a.code}: {in_words(a.cells)}" for a in (*slip.results, *slip.figures) if a.cells)
    who, day = slip.name.who, short_date(slip.name.day)
    return say.OLD_SLIP.at(slip.file, who=who, day=day, newest=short_date(newest), said=told)


def _silent(slips: Sequence[Slip], year: UnitYear, day: date, leads: Leads) -> Iterator[Silent]:
    """Yield who was asked and neither sent an answer nor stands in the workbook with something of that day."""
    heard = {leads.one(slip.name.who)[0] for slip in slips if slip.name and slip.is_answered}
    told = {task_id for task_id, rows in year.entries.items() for entry in rows if entry.as_of == day}
    for asked in asked_of(year, day, leads)[0]:
        if asked.who == KEEPER:
            continue
        if leads.one(asked.who)[0] not in heard and not told.intersection(asked.task_ids):
            ids = tuple(asked.task_ids)
            yield Silent(asked.who, ids, reminder(asked.who, day, ids))


class _Merging:
    """Takes answers to places in the workbook and works out what is to be written there."""

    def __init__(self, tables: Tables, year: UnitYear, results: Table, day: date, chosen: Mapping[str, str]) -> None:
        self._tables, self._year, self._results, self._day = tables, year, results, day
        self._chosen = chosen
        self._meaning = Meaning(year)
        self._places = CellPlaces(tables, year)
        self._said: dict[Place, Said] = {}
        self.problems: list[Problem] = []
        self.conflicts: list[Conflict] = []
        self._entries: list[Entry] = []
        self._unsaid: dict[Word, list[str]] = {}
        self._named = DocumentsNamed()

    def take(self, slips: Sequence[Slip]) -> None:
        for slip in slips:
            for answer in (*slip.results, *slip.figures):
                if not answer.cells:
                    continue
                place, told = self._meaning.of(slip.file, answer)
                self.problems += told
                if place is not None:
                    self._said.setdefault(place, Said(place.about)).add(slip.file, answer)
        for there in self._said.values():
            contested = there.contested
            if contested:
                there.chosen = self._chosen.get(there.about, "")
                self.conflicts.append(there.conflict())
            if there.is_open:
                file, first = there.answers[0]
                words = "; ".join(f"{name} ghi {in_words(answer.cells)}" for name, answer in there.answers)
                where = f"{file}, {first.sheet}", first.cell
                columns = ", ".join(contested)
                self.problems.append(say.TWO_ANSWERS.at(*where, about=there.about, columns=columns, said=words))

    def written(self, workbook: bytes) -> tuple[list[Entry], bytes]:
        """Return what is written, and the workbook with it."""
        sheets = [self._sheet(RESULTS, self._results), self._sheet(MEASUREMENTS, self._places.measurements)]
        sheets.append(self._documents())
        for word, places in self._unsaid.items():
            self.problems.append(say.STATE_UNSAID.at(word=word.value, places=", ".join(places)))
        written = [one for one in sheets if one is not None and (one.added or one.rewritten)]
        data = with_rows(self._tables, written) if written else workbook
        return self._entries, data

    def _sheet(self, sheet: Sheet, table: Table | None) -> Written | None:
        said_of = {p: s for p, s in self._said.items() if p.sheet == sheet.name and not s.is_open}
        if table is None:
            for there in said_of.values():
                self.problems.append(say.NO_SHEET.at(sheet=sheet.name, said=f"{there.about}: {in_words(there.cells)}"))
            return None
        rows = self._rows(table)
        added: list[Mapping[Column, str]] = []
        rewritten: dict[int, Mapping[Column, str]] = {}
        for place, there in said_of.items():
            row = rows.get(place)
            texts = there.cells
            if sheet is RESULTS:
                texts = self._in_full(place, there, row)
            subject = texts.pop(SUBJECT, "")
            if row is not None:
                texts = self._free(there, row, texts, table)
            if subject or texts.get(RESULTS.document):
                document = _document_kept(there.cells.get(RESULTS.document, ""), texts, row)
                self.problems += self._named.take(place.code, there.about, there.files[0], document, subject)
            if not texts:
                continue
            self._entries.append(Entry(sheet.name, there.about, texts, there.files))
            if row is not None:
                rewritten[row.number] = texts
            else:
                added.append({**self._beside(place), **texts})
            if sheet is RESULTS and RESULTS.word not in texts and not (row and row.has(RESULTS.word)):
                self.problems.append(say.NO_STATE.at(there.files[0], about=there.about))
        return self._sparing(Written(table, added, rewritten))

    def _in_full(self, place: Place, there: Said, row: Row | None) -> dict[Column, str]:
        """Return what a slip says of a task together with what it leaves unsaid, as the row beside it showed it."""
        cells = there.cells
        task, label = self._meaning.task(place)
        entries = self._entries_before(task.id)
        result = result_as_before(cells, eye_texts.last_told(entries, label))
        if result == "":
            self.problems.append(say.NOTHING_BEFORE.at(there.files[0], about=there.about, text=cells[RESULTS.result]))
            del cells[RESULTS.result]
        elif result:
            cells[RESULTS.result] = result
        word = state_unsaid(cells, self._state_before(task, label)) if not (row and row.has(RESULTS.word)) else None
        if cells and word:
            cells[RESULTS.word] = word.value
            self._unsaid.setdefault(word, []).append(there.about)
        return cells

    def _entries_before(self, task_id: str) -> tuple[ProgressEntry, ...]:
        return tuple(e for e in self._year.entries.get(task_id, ()) if e.as_of < self._day)

    def _state_before(self, task: Task, label: str) -> TaskState:
        issued = self._year.plan.issued_on
        return duty_state(assess(task, self._entries_before(task.id), self._day, issued), label, issued)

    def _documents(self) -> Written | None:
        """Return the rows of the documents that are named, and list the subjects that are written."""
        table = self._tables.table(DOCUMENTS)
        if table is None:
            self.problems += self._named.without_sheet()
            return None
        written, subjects, problems = self._named.written(table, self._year)
        self.problems += problems
        for number, subject in subjects.items():
            files = (self._named.file_of(number),)
            self._entries.append(Entry(DOCUMENTS.name, number, {DOCUMENTS.subject: subject}, files))
        return written

    def _sparing(self, wanted: Written) -> Written:
        spared, addresses = sparing_formulas(self._tables, wanted)
        self.problems += [say.FORMULA.at(wanted.table.sheet.name, address) for address in addresses]
        return spared

    def _rows(self, table: Table) -> dict[Place, Row]:
        """Return the rows of this day, or of these periods; of two for the same the last one counts."""
        if table.sheet is MEASUREMENTS:
            figures = ((p, self._places.figure_row(p.label, p.code)) for p in self._said if p.sheet == table.sheet.name)
            return {place: row for place, row in figures if row is not None}
        index = {task.id.lower(): task.id for task in self._year.plan.tasks}
        return {
            Place(RESULTS.name, code, key(row.text(RESULTS.milestone))): row
            for row in table
            if row.day(RESULTS.as_of) == self._day
            for code in resolve_code(row.value(RESULTS.code), index)
        }

    def _free(self, there: Said, row: Row, texts: Mapping[Column, str], table: Table) -> dict[Column, str]:
        """Return what may be written into a row that is there: its own cells stay unless a person chose the slip's, and
        differences are told."""
        free = {}
        for header, text in texts.items():
            present = said(row, table.sheet.column(header))
            if not present:
                free[header] = text
            elif not same(present, text):
                cell = f"{table.sheet.name}!{row.address(header)}"
                book, slip = Side(f"Sổ, {cell}", {header: present}), Side(there.source_of(header), {header: text})
                chosen = self._chosen.get(cell, "")
                self.conflicts.append(Conflict(cell, there.about, (header,), (book, slip), chosen))
                if chosen == slip.source:
                    free[header] = text
                elif chosen != book.source:
                    told = {"about": there.about, "header": header, "present": present, "answered": text}
                    self.problems.append(say.OWN_CELL.at(cell=cell, **told))
        return free

    def _beside(self, place: Place) -> dict[Column, str]:
        """Return the cells of a new row that say what it is about."""
        if place.sheet == MEASUREMENTS.name:
            indicator, period = self._meaning.figure(place)
            known = short_date(self._day) if self._day < period.last_day else ""
            shown = eye_texts.of_indicator(indicator, period, self._year)
            return {
                MEASUREMENTS.period: period.id,
                MEASUREMENTS.code: indicator.code,
                MEASUREMENTS.as_of: known,
                **shown,
            }
        task, label = self._meaning.task(place)
        said = eye_texts.last_result(self._entries_before(task.id), label)
        shown = eye_texts.of_task(task, self._state_before(task, label).label, said)
        return {RESULTS.as_of: short_date(self._day), RESULTS.code: task.id, RESULTS.milestone: label, **shown}


def _document_kept(answered: str, texts: Mapping[Column, str], row: Row | None) -> str:
    """Return the cell of documents that a subject is about: as answered, or as it stands where that is the same."""
    present = row.text(RESULTS.document) if row else ""
    return texts.get(RESULTS.document) or (present if not answered or same(present, answered) else "")
