"""Adds the rows of open tasks for a day to sheet Kết quả, leaving all else in the workbook as it lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generator.book import messages as say
from generator.book.read.table import Table
from generator.book.read.workbook import Tables, read_year
from generator.book.sheets import RESULTS, Column
from generator.book.write.sheet_writing import Written, with_rows
from generator.domain.deadline import Deadline, Milestone
from generator.domain.period import PeriodKind, ReportingPeriod
from generator.domain.plan import Task
from generator.domain.problem import Problem
from generator.domain.progress import Assessment, TaskState, assess, assess_plan
from generator.domain.unit_year import UnitYear
from generator.vietnamese.cells import resolve_code
from generator.vietnamese.dates import short_date
from generator.vietnamese.text import key
from generator.word.package import NotAPackage


class CannotOpenMonth(NotAPackage):
    """A workbook to which no row can be added. `problems` say why, in Vietnamese."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def open_month(data: bytes, day: date) -> tuple[bytes, int]:
    """Return the workbook with a row for each task, or milestone, still open on `day`, and how many were added.

    Of several milestones those take one that are overdue, due by the end of the next month, without a day or begun; if
    none is, the next one. A paused task takes one too: only there can it be said to go on again. Done tasks take none,
    nor do those that already have a row for that very day. Without any row to add the bytes come back as they were.
    Raises CannotOpenMonth.
    """
    try:
        tables = Tables(data)
        year, results = read_year(tables), tables.table(RESULTS)
        if year and year.plan.year and day.year not in (year.plan.year, year.plan.year + 1):
            raise CannotOpenMonth([say.NOT_IN_YEAR.at(day=short_date(day), year=year.plan.year)])
        rows = list(_rows_to_add(year, results, day)) if year and results else []
        opened = with_rows(tables, [Written(results, rows)]) if results and rows else data
    except CannotOpenMonth:
        raise
    except NotAPackage as exc:
        raise CannotOpenMonth([say.UNREADABLE.at(text=exc)]) from exc
    if year is None or results is None:
        raise CannotOpenMonth(tables.problems)
    return opened, len(rows)


def _rows_to_add(year: UnitYear, results: Table, day: date) -> Iterable[Mapping[Column, str]]:
    present = _present(year, results, day)
    for assessment in assess_plan(year.plan, year.entries, day).values():
        if assessment.state.is_done:
            continue
        task = assessment.task
        for label, state in _open_duties(assessment, year.plan.issued_on):
            if (task.id, "") not in present and (task.id, key(label)) not in present:
                yield _texts(day, task, label, state)


def _present(year: UnitYear, results: Table, day: date) -> set[tuple[str, str]]:
    index = {task.id.lower(): task.id for task in year.plan.tasks}
    present: set[tuple[str, str]] = set()
    for row in results:
        if row.day(RESULTS.as_of) == day:
            present.update(
                (code, key(row.text(RESULTS.milestone))) for code in resolve_code(row.value(RESULTS.code), index)
            )
    return present


def _open_duties(assessment: Assessment, issued_on: date | None) -> list[tuple[str, TaskState]]:
    """Return the labels and states of the milestones to ask about, or one blank label for the task as a whole."""
    still_open = [s.milestone for s in assessment.standings if s.met_on is None]
    is_one = len(assessment.standings) < 2 or not still_open or not all(m.label for m in still_open)
    if is_one or _stands_still_as_a_whole(assessment):
        return [("", assessment.state)]
    begun = {entry.milestone for entry in assessment.entries}
    end = ReportingPeriod(assessment.as_of.year, PeriodKind.MONTH, assessment.as_of.month).following.last_day
    soon = [m for m in still_open if m.due is None or m.due <= end or m.label in begun]
    return [(m.label, _state_of(m, assessment, issued_on)) for m in soon or still_open[:1]]


def _stands_still_as_a_whole(assessment: Assessment) -> bool:
    latest = assessment.latest
    stands_still = assessment.state in (TaskState.PAUSED, TaskState.NOT_ARISEN)
    return stands_still and latest is not None and not latest.milestone


def _state_of(milestone: Milestone, assessment: Assessment, issued_on: date | None) -> TaskState:
    """Return where one milestone stands by what was said of it alone."""
    alone = assessment.task._replace(deadline=Deadline(milestones=(milestone,)))
    own = tuple(entry for entry in assessment.entries if entry.milestone == milestone.label)
    return assess(alone, own, assessment.as_of, issued_on).state


def _texts(day: date, task: Task, label: str, state: TaskState) -> Mapping[Column, str]:
    return {
        RESULTS.as_of: short_date(day),
        RESULTS.code: task.id,
        RESULTS.milestone: label,
        RESULTS.seen_task: task.text,
        RESULTS.seen_deadline: task.deadline.phrase,
        RESULTS.seen_lead: "; ".join(task.assignment.lead),
        RESULTS.seen_state: state.label,
    }
