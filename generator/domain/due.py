"""What is due, and when: reports by the unit's own day, milestones of tasks by their last day in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.domain.deadline import Milestone
from generator.domain.owed import periods_of
from generator.domain.period import PeriodKind, ReportingPeriod, Window
from generator.domain.plan import Plan, Task
from generator.domain.progress import Assessment, TaskState
from generator.domain.report_kind import ReportKind
from generator.domain.unit import ReportTerms, Unit


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A report that is owed. `number` and `sent_on` are set once the workbook has them for this very report."""

    kind: ReportKind
    period: ReportingPeriod
    due: date
    window: Window
    number: str = ""
    sent_on: date | None = None

    @property
    def is_sent(self) -> bool:
        return bool(self.number and self.sent_on)

    @property
    def closes_after_due(self) -> bool:
        """The data close after the day of sending: what happens in between is in neither report as sent."""
        return self.window.end > self.due


def reports_due(unit: Unit, plan: Plan, kinds: Iterable[ReportKind]) -> list[ReportDue]:
    """Return the reports of the plan's year, in the order of their days. What was due by the
    day of the plan is not owed."""
    found = [
        _report_due(unit, kind, period)
        for kind in kinds
        if kind.has_period
        for period in periods_of(plan.year)
        if plan.year and owes(unit, kind, period) and unit.terms(kind.id, period).due_day
    ]
    owed = [report for report in found if plan.issued_on is None or report.due > plan.issued_on]
    return sorted(owed, key=lambda r: (r.due, r.kind.id, r.period.id))


def _report_due(unit: Unit, kind: ReportKind, period: ReportingPeriod) -> ReportDue:
    terms = unit.terms(kind.id, period)
    own = unit.terms_by_kind.get(f"{kind.id} {period.id}", ReportTerms())
    due = period.due(terms.due_day or 1)
    return ReportDue(kind, period, due, kind.window(period, terms.own_due_day), own.number, own.issued_on)


def owes(unit: Unit, kind: ReportKind, period: ReportingPeriod) -> bool:
    """Whether a unit owes a report. Where no month is named every month is owed of the monthly kind; other periods are
    owed when they are named: for this kind itself, or for all kinds if it is the kind usual for them."""
    terms = unit.terms(kind.id, period)
    is_usual = period.kind in kind.usual_for
    if period.kind is PeriodKind.MONTH and not any(words.startswith("tháng") for words in terms.owed):
        return is_usual
    is_own = terms.owed != unit.terms("").owed
    return bool(terms.owed) and terms.owes(period) and (is_usual or is_own)


@dataclass(frozen=True, slots=True)
class DutyDue:
    """An open milestone of a task and its last day in time; `label` is empty for the task's only one."""

    assessment: Assessment
    milestone: Milestone
    due: date


def duties_due(
    assessments: Iterable[Assessment], last_day: Callable[[Task, Milestone], date | None]
) -> Iterator[DutyDue]:
    """Yield the open milestones that have a day, each once, in the order of the plan. What is paused, has not arisen or
    was due before the plan waits for nobody. `last_day` also knows of days counted from an event."""
    for assessment in assessments:
        if assessment.state.is_done or assessment.state in (TaskState.PAUSED, TaskState.NOT_ARISEN):
            continue
        for standing in assessment.standings:
            due = last_day(assessment.task, standing.milestone)
            if due is not None and standing.met_on is None and not (standing.excused or standing.before_plan):
                yield DutyDue(assessment, standing.milestone, due)


def signed_reports(unit: Unit, kind: ReportKind) -> Iterator[tuple[ReportingPeriod, ReportTerms]]:
    """Yield the reports of a kind that have their number and day, with their periods."""
    for name, terms in unit.terms_by_kind.items():
        of_kind, _, period_id = name.partition(" ")
        if of_kind == kind.id and period_id and terms.number and terms.issued_on:
            yield ReportingPeriod.parse(period_id), terms


def signed_over(
    unit: Unit, kinds: Iterable[ReportKind], day: date
) -> Iterator[tuple[ReportKind, ReportingPeriod, ReportTerms]]:
    """Yield the reports that have their number and day and whose data window holds a day: what is only now said of
    that day is in none of them."""
    for kind in kinds:
        for period, terms in signed_reports(unit, kind):
            if day in kind.window(period, terms.own_due_day):
                yield kind, period, terms
