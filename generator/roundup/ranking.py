"""Units in order of the rate that the superior's workbook names; those alike share their place, and that is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.book.sheets import RATE_OF_PLAN
from generator.roundup.counting import Counts, Rate, rate_of_due, rate_of_plan

#: Shares in percent that units are counted under, where the workbook names none.
USUAL_THRESHOLDS = (50, 80)


@dataclass(frozen=True, slots=True)
class Place:
    """A unit's place. `place` 0: there was nothing to judge it by."""

    code: str
    rate: Rate
    place: int


@dataclass(frozen=True, slots=True)
class Improvement:
    code: str
    before: Rate
    now: Rate

    @property
    def points(self) -> Decimal:
        assert self.now.percent is not None and self.before.percent is not None
        return self.now.percent - self.before.percent


def rate_by(rule: str) -> Callable[[Counts], Rate]:
    """Return how the rate of a rule is counted: of what was due unless the rule is the whole plan."""
    return rate_of_plan if rule == RATE_OF_PLAN else rate_of_due


def ranked(counts: Sequence[tuple[str, Counts]], rule: str) -> list[Place]:
    """Return the units by their rate, the best first; those with the same rate share a place, in their given order."""
    rates = [(code, rate_by(rule)(of_unit)) for code, of_unit in counts]
    judged = sorted(((c, r) for c, r in rates if r.percent is not None), key=lambda pair: -_percent(pair[1]))
    places: list[Place] = []
    for number, (code, rate) in enumerate(judged, start=1):
        same = places and _percent(places[-1].rate) == _percent(rate)
        places.append(Place(code, rate, places[-1].place if same else number))
    return [*places, *(Place(code, rate, 0) for code, rate in rates if rate.percent is None)]


def _percent(rate: Rate) -> Decimal:
    assert rate.percent is not None
    return rate.percent


def first(places: Sequence[Place]) -> list[Place]:
    return [p for p in places if p.place == 1]


def last(places: Sequence[Place]) -> list[Place]:
    """Return the units of the last place; nobody when all share the first."""
    judged = [p for p in places if p.place]
    worst = judged[-1].place if judged else 1
    return [p for p in judged if p.place == worst] if worst > 1 else []


def under(places: Sequence[Place], percent: int) -> list[Place]:
    return [p for p in places if p.place and _percent(p.rate) < percent]


def most_improved(pairs: Iterable[tuple[str, Counts, Counts]], rule: str) -> list[Improvement]:
    """Return the units whose rate has risen most, from what it was before; nobody when none has risen."""
    rate = rate_by(rule)
    risen = [Improvement(code, rate(before), rate(now)) for code, before, now in pairs]
    risen = [i for i in risen if i.before.percent is not None and i.now.percent is not None and i.points > 0]
    most = max((i.points for i in risen), default=None)
    return [i for i in risen if i.points == most]
