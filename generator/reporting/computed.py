"""The figures that the program counts by itself for a "Tự tính" indicator."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.domain.computed import Computed, PartOf
from generator.domain.indicator import Indicator, Reading
from generator.domain.progress import TaskState
from generator.domain.unit_year import IssuedDocument
from generator.reporting.documents import issued_in_period, issued_in_year
from generator.reporting.figures import COUNTS, ReportFigures, Totals

#: The four places in which a task that a superior gave may stand; they add up to all of them.
SUPERIOR_PLACES: Mapping[Computed, Callable[[Totals], int]] = {
    Computed.SUPERIOR: lambda t: t.total,
    Computed.SUPERIOR_ON_TIME: lambda t: t.done_on_time,
    Computed.SUPERIOR_DONE_LATE: lambda t: t.by_state[TaskState.DONE_LATE],
    Computed.SUPERIOR_LATE: lambda t: t.late,
    Computed.SUPERIOR_OPEN: lambda t: t.total - t.done - t.late,
}
#: Kinds of document, by symbol, that direct nobody: reports, minutes, submissions, contracts, invitations, slips.
_NOT_DIRECTING = frozenset(("BC", "BB", "TTr", "HĐ", "GM", "GGT", "PC", "PB"))


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted in the period, and since the year began. The plan is counted as of a day: of a period that begins
    later than the year there is no count apart. `latest` is what a table without a column of the year shows."""

    in_period: Decimal | None
    in_year: Decimal | None
    latest: Decimal | None


def computed(indicator: Indicator, figures: ReportFigures) -> Counted:
    """Return what the indicator counts; nothing when it names nothing known or there is nothing to take a share of."""
    if (part := PartOf.named(indicator.measured_by)) is not None:
        here, year = (_part(part, readings) for readings in (figures.readings, figures.years))
        return Counted(here, year, here)
    name = Computed.named(indicator.measured_by)
    if name is Computed.DIRECTING:
        here, year = (_directing(issued(figures)) for issued in (issued_in_period, issued_in_year))
        return Counted(here, year, here)
    value = _of_plan(name, figures) if name is not None else None
    return Counted(value if figures.period.first_month == 1 else None, value, value)


def _part(part: PartOf, readings: Mapping[str, Reading]) -> Decimal | None:
    reading = next((r for code, r in readings.items() if code.lower() == part.code.lower()), Reading())
    return reading.numerator if part.is_numerator else reading.denominator


def _of_plan(name: Computed, figures: ReportFigures) -> Decimal | None:
    """What is done counts as the unit says for its plan."""
    totals = figures.now.totals
    if name in SUPERIOR_PLACES:
        return Decimal(SUPERIOR_PLACES[name](superior_totals(figures)))
    done = totals.done + ongoing_done(figures)
    if name is Computed.RATE:
        return Decimal(done * 100) / totals.total if totals.total else None
    if name is Computed.DONE:
        return Decimal(done)
    if name is Computed.UNHEARD:
        return Decimal(totals.by_state[TaskState.NOT_REPORTED])
    return Decimal(COUNTS[Computed.TOTAL if name is Computed.SET else name](totals))


def superior_totals(figures: ReportFigures) -> Totals:
    """Return the counts of the plan's tasks that a superior gave."""
    given = [task.id for task in figures.data.plan.tasks if task.superior_task.strip()]
    return Totals.of([figures.now.places[task_id] for task_id in given])


def _directing(documents: Sequence[IssuedDocument]) -> Decimal:
    return Decimal(sum(_symbol(d.number) not in _NOT_DIRECTING for d in documents))


def ongoing_done(figures: ReportFigures) -> int:
    """Return how many ongoing tasks count as done: those with a result, where the unit counts them so."""
    if not figures.data.unit.ongoing_counts_as_done:
        return 0
    ongoing = (a for a in figures.now.assessments.values() if a.state is TaskState.ONGOING)
    return sum(any(entry.says_result for entry in a.entries) for a in ongoing)


def _symbol(number: str) -> str:
    """The kind of document in a number: "BC" of "150/BC-UBND"."""
    return number.partition("/")[2].partition("-")[0].strip()
