"""How a plan stood at the end of each month: a task is judged anew only where something happened to it meanwhile."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from generator.domain.plan import Task
from generator.domain.progress import ProgressEntry, assess
from generator.reporting.figures import ReportFigures, Standing, standing_of
from generator.vietnamese.dates import day_of_document

#: How many tasks were due, how many of these done, how many late.
Counts = tuple[int, int, int]


def trend(figures: ReportFigures) -> tuple[Counts, ...]:
    """Return the counts at the end of each month since January, and on the figures' day."""
    ends = [month.last_day for month in figures.period.year_so_far if month.last_day < figures.as_of]
    days = [*ends, figures.as_of]
    counts = [[0, 0, 0] for _ in days]
    for task in figures.data.plan.tasks:
        first = min((day for m in task.deadline.milestones for day in (m.last_day, m.extended_to) if day), default=None)
        # Before the first of its days nothing of a task is due.
        begins = len(days) if first is None else bisect_left(days, first)
        if begins == len(days):
            continue
        for standing, of_day in zip(_standings(figures, task, days[begins:]), reversed(counts[begins:]), strict=True):
            if standing in _DUE:
                of_day[0] += 1
                of_day[1 if standing is Standing.DUE_DONE else 2] += 1
    return tuple((due, done, late) for due, done, late in counts)


_DUE = (Standing.DUE_DONE, Standing.DUE_LATE)


def _standings(figures: ReportFigures, task: Task, days: Sequence[date]) -> Iterator[Standing]:
    """Yield where a task stood on each day, the last day first, which is that of the figures."""
    entries = figures.data.entries.get(task.id, ())
    standing = figures.now.places[task.id][0]
    yield standing
    moments = list(_moments(task, entries)) if len(days) > 1 else []
    # A day says something else than the next only if a moment is on one of them or between.
    changed = {at(days, moment) - 1 for moment in moments for at in (bisect_left, bisect_right)}
    for number in range(len(days) - 2, -1, -1):
        if number in changed:
            standing = standing_of(assess(task, entries, days[number], figures.data.plan.issued_on))
        yield standing


def _moments(task: Task, entries: Sequence[ProgressEntry]) -> Iterator[date]:
    """Yield every day that the state of a task may depend on."""
    for entry in entries:
        yield entry.as_of
        if entry.completed_on:
            yield entry.completed_on
    for milestone in task.deadline.milestones:
        granted = day_of_document(milestone.extension_document) if milestone.extended_to else None
        yield from filter(None, (milestone.first_day, milestone.last_day, milestone.extended_to, granted))
