"""The figures that the program counts by itself for a "Tự tính" indicator, and the plan's own table of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from generator.domain.computed import Computed
from generator.domain.indicator import Indicator
from generator.domain.progress import TaskState
from generator.reporting.documents import issued_in_period
from generator.reporting.figures import ReportFigures, Standing, Totals

#: Counts of the plan's tasks. The whole plan is the sum of those that are not within another.
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
#: Counted again within the one above: of the plan what has come due, of what is done how.
COUNTS_WITHIN = frozenset((Computed.DUE, Computed.DONE_ON_TIME, Computed.DONE_LATE))
RARE_COUNTS = frozenset((Computed.ONGOING_NOT_BEGUN, Computed.ON_DEMAND, Computed.NOT_ARISEN, Computed.PAUSED))

#: The four places in which a task that a superior gave may stand; they add up to all of them.
_OF_SUPERIOR: Mapping[Computed, Callable[[Totals], int]] = {
    Computed.SUPERIOR: lambda t: t.total,
    Computed.SUPERIOR_ON_TIME: lambda t: t.done_on_time,
    Computed.SUPERIOR_DONE_LATE: lambda t: t.by_state[TaskState.DONE_LATE],
    Computed.SUPERIOR_LATE: lambda t: t.late,
    Computed.SUPERIOR_OPEN: lambda t: t.total - t.done - t.late,
}
#: Kinds of document, by symbol, that direct nobody: reports, minutes, submissions, contracts, invitations, slips.
_NOT_DIRECTING = frozenset(("BC", "BB", "TTr", "HĐ", "GM", "GGT", "PC", "PB"))


def computed(indicator: Indicator, figures: ReportFigures) -> Decimal | None:
    """Return what the indicator counts, None when it names nothing known or there is nothing to take a share of.

    What is done counts as the unit says for its plan; only the plan's own table, made where the workbook has no
    indicators, keeps ongoing tasks apart: its rows add up.
    """
    name, totals = Computed.named(indicator.measured_by), figures.now.totals
    if name is None:
        return None
    done = totals.done + (_ongoing_done(figures) if figures.data.indicators else 0)
    if name is Computed.RATE:
        return Decimal(done * 100) / totals.total if totals.total else None
    if name is Computed.DONE:
        return Decimal(done)
    if name in _OF_SUPERIOR:
        given = [task.id for task in figures.data.plan.tasks if task.superior_task.strip()]
        return Decimal(_OF_SUPERIOR[name](Totals.of([figures.now.places[task_id] for task_id in given])))
    if name is Computed.DIRECTING:
        return Decimal(sum(_symbol(d.number) not in _NOT_DIRECTING for d in issued_in_period(figures)))
    if name is Computed.UNHEARD:
        return Decimal(totals.by_state[TaskState.NOT_REPORTED])
    return Decimal(COUNTS[Computed.TOTAL if name is Computed.SET else name](totals))


def _ongoing_done(figures: ReportFigures) -> int:
    """The ongoing tasks that count as done: those with a result, where the unit counts them so."""
    if not figures.data.unit.ongoing_counts_as_done:
        return 0
    ongoing = (a for a in figures.now.assessments.values() if a.state is TaskState.ONGOING)
    return sum(any(entry.says_result for entry in a.entries) for a in ongoing)


def _symbol(number: str) -> str:
    """The kind of document in a number: "BC" of "150/BC-UBND"."""
    return number.partition("/")[2].partition("-")[0].strip()
