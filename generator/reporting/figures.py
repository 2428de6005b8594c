"""Counting a plan's tasks as of a day. Every figure of a report comes from here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from generator.domain.computed import Computed
from generator.domain.deadline import DeadlineNature
from generator.domain.indicator import Indicator, Judgement, Measurement, Reading, judge, read_indicator, so_far
from generator.domain.period import ReportingPeriod, Window
from generator.domain.plan import Section
from generator.domain.progress import Assessment, ProgressEntry, TaskState, assess, assess_plan
from generator.domain.report_kind import ReportKind
from generator.domain.unit_year import UnitYear
from generator.law.cut_offs import CCHC
from generator.reporting.own_report import own_report_milestones


class Standing(StrEnum):
    """Where a task stands in the sentence of totals; each task stands in exactly one place."""

    DUE_DONE = "đến hạn, đã hoàn thành"
    DUE_LATE = "quá hạn, chưa hoàn thành"
    DONE_AHEAD = "chưa đến hạn, đã hoàn thành"
    DONE_UNDATED = "hoàn thành, không định thời hạn"
    ONGOING = "thường xuyên"
    ONGOING_NOT_BEGUN = "thường xuyên, chưa triển khai"
    ON_DEMAND = "thực hiện theo chỉ đạo của cấp trên hoặc khi phát sinh"
    NOT_ARISEN = "chưa phát sinh"
    PAUSED = "tạm dừng"
    NOT_DUE = "chưa đến hạn"


def standing_of(assessment: Assessment) -> Standing:
    """Return where the task stands: rates speak of what was due, then of what goes on, then of what is to come."""
    state = assessment.state
    if state.is_late:
        return Standing.DUE_LATE
    if state.is_done:
        return _standing_of_done(assessment)
    if state in _DIRECT:
        return _DIRECT[state]
    if assessment.task.deadline.nature is DeadlineNature.DATED:
        return Standing.NOT_DUE
    is_ongoing = assessment.task.deadline.nature is DeadlineNature.ONGOING
    if is_ongoing and state is TaskState.NOT_REPORTED:
        begins = [m.first_day for m in assessment.task.deadline.milestones if m.first_day]
        return Standing.NOT_DUE if begins and min(begins) > assessment.as_of else Standing.ONGOING
    return Standing.ONGOING_NOT_BEGUN if is_ongoing else Standing.ON_DEMAND


def _standing_of_done(assessment: Assessment) -> Standing:
    # What was done late had come due, even if a later milestone of it was met ahead.
    if assessment.has_come_due or assessment.state is TaskState.DONE_LATE:
        return Standing.DUE_DONE
    return Standing.DONE_UNDATED if assessment.due is None else Standing.DONE_AHEAD


_DIRECT = {
    TaskState.ONGOING: Standing.ONGOING,
    TaskState.NOT_ARISEN: Standing.NOT_ARISEN,
    TaskState.PAUSED: Standing.PAUSED,
}


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over some tasks; `by_standing` and `by_state` each add up to `total`."""

    total: int
    by_standing: Counter[Standing]
    by_state: Counter[TaskState]

    @classmethod
    def of(cls, places: Collection[tuple[Standing, TaskState]]) -> Totals:
        by_standing: Counter[Standing] = Counter()
        by_state: Counter[TaskState] = Counter()
        for standing, state in places:
            by_standing[standing] = by_standing.get(standing, 0) + 1
            by_state[state] = by_state.get(state, 0) + 1
        return cls(len(places), by_standing, by_state)

    @property
    def due(self) -> int:
        return self.by_standing[Standing.DUE_DONE] + self.by_standing[Standing.DUE_LATE]

    @property
    def due_done(self) -> int:
        return self.by_standing[Standing.DUE_DONE]

    @property
    def late(self) -> int:
        return self.by_standing[Standing.DUE_LATE]

    @property
    def done_on_time(self) -> int:
        """What was done ahead of its day, or has none, was done on time."""
        return self.by_state[TaskState.DONE_ON_TIME] + self.by_state[TaskState.DONE]

    @property
    def done(self) -> int:
        return self.due_done + self.by_standing[Standing.DONE_AHEAD] + self.by_standing[Standing.DONE_UNDATED]


#: Counts of the plan's tasks, by name.
COUNTS: Mapping[Computed, Callable[[Totals], int]] = {
    Computed.TOTAL: lambda t: t.total,
    Computed.DUE: lambda t: t.due,
    Computed.DONE: lambda t: t.done,
    Computed.DONE_ON_TIME: lambda t: t.done_on_time,
    Computed.DONE_LATE: lambda t: t.by_state[TaskState.DONE_LATE],
    Computed.LATE: lambda t: t.late,
    Computed.ONGOING: lambda t: t.by_standing[Standing.ONGOING],
    Computed.ONGOING_NOT_BEGUN: lambda t: t.by_standing[Standing.ONGOING_NOT_BEGUN],
    Computed.ON_DEMAND: lambda t: t.by_standing[Standing.ON_DEMAND],
    Computed.NOT_ARISEN: lambda t: t.by_standing[Standing.NOT_ARISEN],
    Computed.PAUSED: lambda t: t.by_standing[Standing.PAUSED],
    Computed.NOT_DUE: lambda t: t.by_standing[Standing.NOT_DUE],
}


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """The whole plan as of a day: by task its assessment and where it is counted, and the totals."""

    as_of: date
    assessments: Mapping[str, Assessment]
    places: Mapping[str, tuple[Standing, TaskState]]
    totals: Totals

    @classmethod
    def as_of_day(cls, data: UnitYear, day: date) -> PlanFigures:
        assessments = assess_plan(data.plan, data.entries, day)
        places = {task_id: (standing_of(a), a.state) for task_id, a in assessments.items()}
        return cls(day, assessments, places, Totals.of(places.values()))

    def totals_of(self, *sections: Section) -> Totals:
        """Return the counts over the tasks of some sections."""
        return Totals.of([self.places[task.id] for section in sections for task in section.tasks])


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """Everything a report counts. `before` is None when there is nothing to compare with.

    `known` are the figures known on its day, `readings` the indicators' values in the period, by code, `years` those
    since January. `own` are the milestones, by task id and label, that this report itself fulfils.
    """

    data: UnitYear
    period: ReportingPeriod
    kind: ReportKind
    window: Window
    now: PlanFigures
    before: PlanFigures | None
    known: Mapping[tuple[str, str], Measurement]
    readings: Mapping[str, Reading]
    years: Mapping[str, Reading]
    own: frozenset[tuple[str, str]] = frozenset()

    @property
    def as_of(self) -> date:
        return self.now.as_of

    @property
    def is_silent(self) -> bool:
        """Nobody has said anything yet of the period: nothing may be told of what happened, or did not."""
        latest = (a.entries[-1].as_of for a in self.now.assessments.values() if a.entries)
        return all(day < self.window.start for day in latest)

    def judgement(self, indicator: Indicator) -> Judgement | None:
        """How an indicator stands against its target: part of a year never judges what is asked of the year."""
        return judge(indicator, self.period, self.readings[indicator.code], self.years[indicator.code])

    def unheard_of(self) -> list[Assessment]:
        """Tasks whose time has come and whose state nobody ever told by the day: a matter of the officer's, not of the
        superior's."""
        return [a for a in self._assessments(None) if a.latest is None and not a.is_to_begin]

    def stale(self) -> list[Assessment]:
        """Open tasks whose latest result is older than the period: it is not the period's."""
        return [a for a, _ in self.last_heard_between(date.min, self.window.start - timedelta(days=1))]

    def last_heard_between(self, start: date, end: date) -> list[tuple[Assessment, date]]:
        """Open tasks whose latest result was told in these days, and the day."""
        open_tasks = [a for a in self._assessments(None) if not a.state.is_done and a.state is not TaskState.PAUSED]
        latest = [(a, max((e.as_of for e in a.entries if e.says_result), default=None)) for a in open_tasks]
        return [(a, day) for a, day in latest if day is not None and start <= day <= end]

    def said_in_period(self, assessment: Assessment, *, strictly: bool = False) -> Assessment:
        """Return the assessment with the results of the period alone; a finished task keeps those that finished it, if
        `strictly` only while there are none of the period. What is said of this very report is not among them."""
        tellable = tuple(e for e in assessment.entries if not self.is_of_itself(e))
        entries = tuple(e for e in tellable if e.as_of >= self.window.start)
        if assessment.state.is_done and not (strictly and entries):
            entries = tellable
        return assessment if len(entries) == len(assessment.entries) else assessment._replace(entries=entries)

    def is_of_itself(self, entry: ProgressEntry) -> bool:
        """Whether an entry tells that this very report was made or sent."""
        return (entry.task_id, entry.milestone) in self.own

    def ends_with_itself(self, assessment: Assessment) -> bool:
        """Whether a finished task became so by this very report."""
        own = [s.met_on for s in assessment.standings if (assessment.task.id, s.milestone.label) in self.own]
        return assessment.completed_on is not None and assessment.completed_on in own

    def known_before(self, assessment: Assessment) -> Assessment:
        """Return the task as it was known on the last day before the period."""
        entries, day = self.data.entries.get(assessment.task.id, ()), self.window.start - timedelta(days=1)
        return assess(assessment.task, entries, day, self.data.plan.issued_on)

    def open_difficulties(self) -> list[Assessment]:
        """Tasks with a difficulty that nothing said later has closed."""
        return [a for a in self._assessments(None) if a.difficulty]

    def late(self, section: Section | None = None) -> list[Assessment]:
        return [a for a in self._assessments(section) if a.state.is_late]

    def _assessments(self, section: Section | None) -> list[Assessment]:
        if section is None:
            return list(self.now.assessments.values())
        return [self.now.assessments[t.id] for t in section.tasks]


def report_figures(data: UnitYear, period: ReportingPeriod, kind: ReportKind, as_of: date) -> ReportFigures:
    """Return the figures of a report. The period before is compared with only if the plan existed by its end."""
    due_day = data.unit.terms(kind.id, period).own_due_day
    window = kind.window(period, due_day)
    end_before = kind.window(period.previous, due_day).end
    issued = data.plan.issued_on
    has_before = (
        issued is not None
        and issued <= end_before
        and any(entry.as_of <= end_before for rows in data.entries.values() for entry in rows)
    )
    before = PlanFigures.as_of_day(data, end_before) if has_before else None
    known = known_figures(data, period, as_of)
    readings = {i.code: read_indicator(i, period, known) for i in data.indicators}
    years = {i.code: so_far(i, period, known) for i in data.indicators}
    own, now = own_report_milestones(data.plan.tasks, period), PlanFigures.as_of_day(data, as_of)
    return ReportFigures(data, period, kind, window, now, before, known, readings, years, own)


def figures_as_json(figures: ReportFigures) -> dict[str, Any]:
    """Return the figures for machines: the period, the day, states and counts of the plan, its sections and tasks."""
    now = figures.now
    return {
        "period": {
            "id": figures.period.id,
            "start": figures.window.start.isoformat(),
            "end": figures.window.end.isoformat(),
        },
        "as_of": figures.as_of.isoformat(),
        "totals": _states(now.totals),
        "counts": {name.name.lower(): counted(now.totals) for name, counted in COUNTS.items()},
        "sections": [
            {"id": s.id, "title": s.title, "totals": _states(now.totals_of(s))} for s in figures.data.plan.sections
        ],
        "tasks": [
            {"id": a.task.id, "state": a.state.value, "due": a.due.isoformat() if a.due else None}
            for a in now.assessments.values()
        ],
    }


def _states(totals: Totals) -> dict[str, int]:
    return {state.value: n for state, n in sorted(totals.by_state.items())}


def known_figures(data: UnitYear, period: ReportingPeriod, as_of: date) -> dict[tuple[str, str], Measurement]:
    """Return the figures known on a day. Without a day of their own they count from the end of their period's window,
    or from the day that its report is due, if that is earlier; those of the reported period's own last month with the
    report, which may be made some days before its time."""
    days: dict[ReportingPeriod, date] = {}
    known = {}
    for place, row in data.measurements.items():
        if row.known_on is None and row.period not in days:
            days[row.period] = _figures_close(data, row.period)
        closes_with_report = (row.period.year, row.period.last_month) == (period.year, period.last_month)
        is_last_month = as_of >= period.last_day.replace(day=1)
        if (row.known_on or days[row.period]) <= as_of or (
            row.known_on is None and closes_with_report and is_last_month
        ):
            known[place] = row
    return known


def _figures_close(data: UnitYear, period: ReportingPeriod) -> date:
    """The first day that a report with the period's figures may be of, of whichever kind."""
    due_days = {terms.due_day for terms in data.unit.terms_by_kind.values() if terms.due_day}
    return min([period.data_window(CCHC).end, *map(period.due, due_days)])
