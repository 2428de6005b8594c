"""Sheets Nhiệm vụ and Mốc: the plan's tasks in their fields of work, with their deadlines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from generator.book import messages as say
from generator.book.read.table import Row, Table
from generator.book.sheets import MILESTONES, PLAN_PERIOD, TASKS, Column
from generator.domain.deadline import Deadline, Milestone
from generator.domain.plan import Assignment, Section, Task
from generator.domain.problem import Message
from generator.vietnamese.cells import (
    Value,
    code_candidates,
    deadline_day_of,
    following_code,
    parts_of,
    resolve_code,
    shown,
    swapped,
)
from generator.vietnamese.dates import short_date
from generator.vietnamese.text import key

_SECTION = re.compile(r"([IVXLCDM]+|\d+|[A-ZĐ])\s*[.)\-–:/]\s*(\S.*)", re.DOTALL)
_MILESTONE_COLUMNS = MILESTONES.columns[1:]
_WHOLE = Decimal(100)
_PHRASE_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class TaskRows:
    """The rows of the tasks by code, with their section's own words and their deadlines', in the order of the sheet."""

    rows: Mapping[str, Row]
    section_of: Mapping[str, str]
    phrases: Mapping[str, str]
    #: Every code by itself in lower case, for finding what other sheets mean.
    index: Mapping[str, str]

    @property
    def example(self) -> str:
        """A code to show an officer how one is written."""
        return next(iter(self.rows), "III.11")

    def find(self, row: Row, header: Column = TASKS.code) -> str | None:
        """Return the task that a cell names; None, reported, when none or several may be meant."""
        value = row.value(header)
        if value.__class__ is str and (code := self.index.get(value.lower())):
            return code
        if not row.has(header):
            row.report(header, say.NO_CODE, example=self.example)
            return None
        return self.resolve(row, header, value, say.UNKNOWN_TASK)

    def resolve(self, row: Row, header: Column, value: Value, unknown: Message) -> str | None:
        codes = resolve_code(value, self.index)
        if len(codes) == 1:
            return codes[0]
        if codes:
            row.report(header, say.AMBIGUOUS_CODE, shown=shown(value), candidates=" hay ".join(codes))
        else:
            row.about = row.about or shown(value).strip()
            row.report(header, unknown, code=shown(value).strip(), example=self.example)
        return None

    def find_several(self, row: Row, header: Column) -> tuple[str, ...]:
        """Return the tasks that a cell lists ("III.11; IV.2")."""
        if not row.has(header):
            return ()
        value = row.value(header)
        values: tuple[Value, ...] = parts_of(row.text(header).replace(",", ";")) if isinstance(value, str) else (value,)
        found = (self.resolve(row, header, one, say.UNKNOWN_RELATED_TASK) for one in values)
        return tuple(code for code in found if code)


def read_tasks(table: Table) -> TaskRows:
    """Return the rows of tasks; the second of two with the same number is kept out and said so."""
    rows: dict[str, Row] = {}
    section_of: dict[str, str] = {}
    phrases: dict[str, str] = {}
    index: dict[str, str] = {}
    previous = section = ""
    for row in table:
        code = _task_code(row, previous, index)
        if not code:
            continue
        field_of_work, phrase = row.long_texts((TASKS.section, TASKS.deadline))
        same_field = code.rpartition(".")[0] == previous.rpartition(".")[0]
        section = field_of_work or (section if same_field else "")
        row.about = code
        if code.lower() in index:
            earlier = rows[index[code.lower()]]
            row.report(TASKS.code, say.TASK_TWICE, code=code, row=earlier.number, left_out=row.number)
            continue
        previous = code
        if not section:
            row.report(TASKS.section, say.NO_SECTION, code=code)
        if not row.has(TASKS.text):
            row.report(TASKS.text, say.TASK_WITHOUT_TEXT, code=code)
        index[code.lower()] = code
        rows[code], section_of[code], phrases[code] = row, section, phrase
    return TaskRows(rows, section_of, phrases, index)


def _task_code(row: Row, previous: str, index: Mapping[str, str]) -> str:
    if not row.has(TASKS.code):
        row.report(TASKS.code, say.NO_CODE, example=following_code(previous) or "III.11")
        return ""
    value = row.value(TASKS.code)
    candidates = code_candidates(value)
    if len(candidates) == 1:
        return candidates[0]
    following = following_code(previous)
    if following in candidates:
        return following
    free = [candidate for candidate in candidates if candidate.lower() not in index]
    if isinstance(value, date):
        head = previous.rpartition(".")[0]
        free = [candidate for candidate in free if candidate.rpartition(".")[0] == head] or free
    else:
        # The first of a section is 1.1, not 1.10: a number is what it looks like unless the order says otherwise.
        free = free[:1]
    if len(free) != 1:
        row.report(TASKS.code, say.AMBIGUOUS_CODE, shown=shown(value), candidates=" hay ".join(free or candidates))
    return free[0] if free else candidates[0]


_TASK_TEXTS = (
    TASKS.text,
    TASKS.deliverables,
    TASKS.lead,
    TASKS.support,
    TASKS.assignment,
    TASKS.superior_task,
    TASKS.followed_by,
)


def _task(code: str, row: Row, deadline: Deadline) -> Task:
    text, deliverables, lead, support, assignment, superior_task, followed_by = row.long_texts(_TASK_TEXTS)
    if assignment:
        # The plan prints its own words on who does what; who was typed beside them may not be in them.
        for header, offices in ((TASKS.lead, lead), (TASKS.support, support)):
            row.keep(header, "\n".join(parts_of(offices)), period=PLAN_PERIOD)
    assigned = Assignment(parts_of(lead), parts_of(support), assignment, parts_of(followed_by))
    return Task(code, text, deliverables, deadline, assigned, superior_task)


def sections_of(tasks: TaskRows, milestones: MilestoneRows) -> tuple[Section, ...]:
    """Return the sections in order of first appearance, their tasks with their milestones."""
    grouped: dict[str, Section] = {}
    members: dict[str, list[Task]] = {}
    for code, row in tasks.rows.items():
        words = tasks.section_of[code]
        name = key(words)
        if name not in grouped:
            grouped[name] = _section(words, code)
            members[name] = []
        members[name].append(_task(code, row, Deadline(tasks.phrases[code], milestones.of(code))))
    return tuple(replace(section, tasks=tuple(members[name])) for name, section in grouped.items())


def _section(words: str, first_code: str) -> Section:
    one_line = " ".join(words.split("\n"))
    if match := _SECTION.fullmatch(one_line):
        return Section(match[1], match[2])
    return Section(first_code.rpartition(".")[0], one_line)


@dataclass(frozen=True, slots=True)
class MilestoneRows:
    """The milestones of each task in order of their days, and the row that each was read from."""

    by_task: Mapping[str, tuple[Milestone, ...]] = field(default_factory=dict)
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    def of(self, code: str) -> tuple[Milestone, ...]:
        return self.by_task.get(code, ())


def read_milestones(table: Table, tasks: TaskRows, *, before_includes_day: bool) -> MilestoneRows:
    """Return the milestones by task; two of one task with the same label are pointed out."""
    found: dict[str, list[tuple[Milestone, Row]]] = {}
    known: dict[str, set[str]] = {}
    for row in table:
        if row.says_nothing(_MILESTONE_COLUMNS):
            row.report_strays({MILESTONES.code: lambda value: resolve_code(value, tasks.index)})
            continue
        code = tasks.find(row)
        if code is None:
            continue
        row.about = code
        milestone = _milestone(row, tasks.phrases[code], before_includes_day)
        others, labels = found.setdefault(code, []), known.setdefault(code, set())
        if key(milestone.label) in labels:
            row.report(MILESTONES.label, say.SAME_MILESTONE, code=code, label=milestone.label)
        others.append((milestone, row))
        labels.add(key(milestone.label))
    for rows in found.values():
        if len(rows) > 1:
            rows.sort(key=lambda pair: pair[0].last_day or date.max)
    return MilestoneRows(
        {code: tuple(milestone for milestone, _ in rows) for code, rows in found.items()},
        {code: tuple(row for _, row in rows) for code, rows in found.items()},
    )


def _milestone(row: Row, phrase: str, before_includes_day: bool) -> Milestone:
    last_day = _deadline(row, MILESTONES.last_day, before_includes_day)
    required = row.amount(MILESTONES.required, percent=True)
    if required is not None and required != _WHOLE and not 0 <= required <= 100:
        row.report(MILESTONES.required, say.NOT_A_PERCENTAGE, text=row.text(MILESTONES.required))
        required = None
    label, extension_document = row.long_texts((MILESTONES.label, MILESTONES.extension_document))
    milestone = Milestone(
        label=label,
        first_day=row.day(MILESTONES.first_day),
        last_day=last_day,
        required=_WHOLE if required is None else required,
        extended_to=_deadline(row, MILESTONES.extended_to, before_includes_day),
        extension_document=extension_document,
    )
    _report_doubtful_days(row, milestone, phrase)
    return milestone


def _deadline(row: Row, column: Column, before_includes_day: bool) -> date | None:
    """Return the last day in time that a cell means; of a month its end."""
    if not row.has(column):
        return None
    day = deadline_day_of(row.value(column), before_includes_day=before_includes_day)
    if day is None:
        row.report(column, say.NOT_A_DEADLINE, text=row.text(column))
    return day


def _report_doubtful_days(row: Row, milestone: Milestone, phrase: str) -> None:
    first, last, extended = milestone.first_day, milestone.last_day, milestone.extended_to
    if milestone.extension_document and not row.has(MILESTONES.extended_to):
        row.report(MILESTONES.extension_document, say.EXTENSION_WITHOUT_DAY)
    if last is None:
        return
    if row.is_typed_date(MILESTONES.last_day) and (other := swapped(last)) and phrase:
        stated = _days_in(phrase)
        near = {day.toordinal() - back for day in stated for back in (0, 1)}
        if stated and last.toordinal() not in near and other.toordinal() in near:
            why = f"không khớp với tiến độ “{phrase}”"
            row.report(MILESTONES.last_day, say.SWAPPED_DAY, day=short_date(last), why=why, swapped=short_date(other))
            return
    if first and first > last:
        row.report(MILESTONES.first_day, say.BACKWARD_MILESTONE, first=short_date(first), last=short_date(last))
    if extended and extended < last:
        row.report(MILESTONES.extended_to, say.BACKWARD_EXTENSION, extended=short_date(extended), last=short_date(last))


def _days_in(phrase: str) -> list[date]:
    days = []
    for day, month, year in _PHRASE_DAY.findall(phrase):
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 and int(year) > 0:
            try:
                days.append(date(int(year), int(month), int(day)))
            except ValueError:
                continue
    return days
