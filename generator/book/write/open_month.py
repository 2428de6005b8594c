"""Adds the rows of a month: open tasks to sheet Kết quả, figures owed to Số liệu. All else in the workbook stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from generator.book import messages as say
from generator.book.read.table import Table
from generator.book.read.workbook import Tables, read_year
from generator.book.sheets import DOCUMENTS, MEASUREMENTS, RESULTS, Column
from generator.book.write import eye_texts
from generator.book.write.cell_places import CellPlaces
from generator.book.write.named_rows import rows_to_name
from generator.book.write.sheet_writing import Written, with_rows
from generator.domain.deadline import Deadline, Milestone
from generator.domain.owed import figures_owed
from generator.domain.period import PeriodKind, ReportingPeriod
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


class Opened(NamedTuple):
    """The workbook with its new rows, and how many there are in sheets Kết quả, Số liệu and Văn bản."""

    data: bytes
    results: int
    figures: int
    documents: int = 0


def may_be_asked(year: UnitYear, day: date) -> bool:
    """Whether a plan can be asked about as of a day: one of its year or of the next, any when no year is known."""
    return not year.plan.year or day.year in (year.plan.year, year.plan.year + 1)


def open_month(data: bytes, day: date) -> Opened:
    """Return the workbook with a row for each task, or milestone, still open on `day`, and for each figure owed then.

    Documents named in a result take a row in sheet Văn bản, where their trích yếu is left to type.
    The new rows of a sheet stand below a shaded line that names the day. Of several milestones those take a row that
    are overdue, due by the end of the next month's quarter, without a day or begun; if none is, the next one. A paused
    task takes one too: only there can it be said to go on again. Done tasks take none, nor do those that already have a
    row for that very day, or that very period. Without any row to add the bytes come back as they were. Raises
    CannotOpenMonth.
    """
    try:
        tables = Tables(data)
        year, results = read_year(tables), tables.table(RESULTS)
        if year and not may_be_asked(year, day):
            raise CannotOpenMonth([say.NOT_IN_YEAR.at(day=short_date(day), year=year.plan.year)])
        if year is None or results is None:
            raise CannotOpenMonth(tables.problems)
        rows = list(_rows_to_add(year, results, day))
        figures = tables.table(MEASUREMENTS)
        owed = list(_figures_to_add(year, tables, day)) if figures else []
        line = f"Cập nhật đến ngày {short_date(day)}: {len(rows)} dòng"
        blocks = [_block(results, rows, RESULTS.seen_task, line)]
        if figures:
            line = f"Số liệu tháng {day.month}/{day.year}: {len(owed)} dòng"
            blocks.append(_block(figures, owed, MEASUREMENTS.seen_indicator, line))
        documents = tables.table(DOCUMENTS)
        named = rows_to_name(year, _said_of_documents(year)) if documents else []
        if documents:
            blocks.append(Written(documents, named))
        blocks = [block for block in blocks if block.added]
        opened = with_rows(tables, blocks) if blocks else data
    except CannotOpenMonth:
        raise
    except NotAPackage as exc:
        raise CannotOpenMonth([say.UNREADABLE.at(text=exc)]) from exc
    return Opened(opened, len(rows), len(owed), len(named))


def _said_of_documents(year: UnitYear) -> Iterable[tuple[str, str]]:
    return ((entry.task_id, entry.document) for rows in year.entries.values() for entry in rows if entry.document)


def _block(table: Table, rows: Sequence[Mapping[Column, str]], header: Column, line: str) -> Written:
    """Return the rows below a line that says what they are; in a column for the eye, so that nobody reads it as one."""
    if rows and header in table.places:
        return Written(table, [{header: line}, *rows], opens_block=True)
    return Written(table, rows)


def _figures_to_add(year: UnitYear, tables: Tables, day: date) -> Iterable[Mapping[Column, str]]:
    places = CellPlaces(tables, year)
    for indicator, period in figures_owed(year.indicators, year.measurements, day):
        if places.figure_row(period.id, indicator.code) is None:
            yield {
                MEASUREMENTS.period: period.id,
                MEASUREMENTS.code: indicator.code,
                MEASUREMENTS.as_of: short_date(day) if day < period.last_day else "",
                **eye_texts.of_indicator(indicator, period, year),
            }


def _rows_to_add(year: UnitYear, results: Table, day: date) -> Iterable[Mapping[Column, str]]:
    present = _present(year, results, day)
    for assessment in assess_plan(year.plan, year.entries, day).values():
        if assessment.state.is_done:
            continue
        task = assessment.task
        for label, state in open_duties(assessment, year.plan.issued_on):
            if (task.id, "") not in present and (task.id, key(label)) not in present:
                said = eye_texts.last_result(assessment.entries, label)
                shown = eye_texts.of_task(task, state.label, said)
                yield {RESULTS.as_of: short_date(day), RESULTS.code: task.id, RESULTS.milestone: label, **shown}


def _present(year: UnitYear, results: Table, day: date) -> set[tuple[str, str]]:
    index = {task.id.lower(): task.id for task in year.plan.tasks}
    present: set[tuple[str, str]] = set()
    for row in results:
        if row.day(RESULTS.as_of) == day:
            present.update(
                (code, key(row.text(RESULTS.milestone))) for code in resolve_code(row.value(RESULTS.code), index)
            )
    return present


def open_duties(assessment: Assessment, issued_on: date | None) -> list[tuple[str, TaskState]]:
    """Return the labels and states of the milestones to ask about; a blank label asks about the task as a whole, also
    where it goes on beside its milestones."""
    still_open = [s.milestone for s in assessment.standings if s.met_on is None]
    whole = [("", assessment.state)]
    goes_on = assessment.task.deadline.is_open_ended and all(m.due for m in still_open)
    is_one = len(assessment.standings) < 2 and not goes_on
    if is_one or not still_open or not all(m.label for m in still_open) or _stands_still_as_a_whole(assessment):
        return whole
    begun = {entry.milestone for entry in assessment.entries}
    end = _end_of_next_period(assessment.as_of)
    soon = [m for m in still_open if m.due is None or m.due <= end or m.label in begun]
    asked = soon or ([] if goes_on else still_open[:1])
    return [*(whole if goes_on else []), *((m.label, _state_of(m, assessment, issued_on)) for m in asked)]


def _end_of_next_period(day: date) -> date:
    """Return the end of the quarter that the next month is in: of the next month, and of the next longer period."""
    month = ReportingPeriod(day.year, PeriodKind.MONTH, day.month).following
    return month.quarter.last_day


def duty_state(assessment: Assessment, label: str, issued_on: date | None) -> TaskState:
    """Return how one milestone stands, or the whole task for a blank label."""
    milestone = next((s.milestone for s in assessment.standings if label and s.milestone.label == label), None)
    return _state_of(milestone, assessment, issued_on) if milestone else assessment.state


def _stands_still_as_a_whole(assessment: Assessment) -> bool:
    latest = assessment.latest
    stands_still = assessment.state in (TaskState.PAUSED, TaskState.NOT_ARISEN)
    return stands_still and latest is not None and not latest.milestone


def _state_of(milestone: Milestone, assessment: Assessment, issued_on: date | None) -> TaskState:
    """Return where one milestone stands by what was said of it alone."""
    alone = assessment.task._replace(deadline=Deadline(milestones=(milestone,)))
    own = tuple(entry for entry in assessment.entries if entry.milestone == milestone.label)
    return assess(alone, own, assessment.as_of, issued_on).state
