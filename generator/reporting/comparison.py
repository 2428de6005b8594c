"""An indicator beside itself: the same period of last year, the period before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.domain.indicator import Indicator, Measurement, Reading, read_indicator
from generator.domain.period import ReportingPeriod
from generator.domain.plan import Plan
from generator.domain.unit_year import UnitYear
from generator.reporting.figures import ReportFigures
from generator.vietnamese.text import folded


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the workbooks of the year before and of the year after say, where they stand beside."""

    before: UnitYear | None = None
    next_plan: Plan | None = None

    @classmethod
    def among(cls, years: Iterable[UnitYear], data: UnitYear) -> Neighbours:
        """Return the neighbours of a unit's year among other years of the same unit."""
        of_year = {y.plan.year: y for y in years if y.unit.code.casefold() == data.unit.code.casefold()}
        following = of_year.get(data.plan.year + 1)
        return cls(of_year.get(data.plan.year - 1), following.plan if following else None)


NO_NEIGHBOURS = Neighbours()


class Comparison:
    """Readings of one report's indicators in other periods; only what is complete is compared with."""

    def __init__(self, figures: ReportFigures, neighbours: Neighbours) -> None:
        self._figures = figures
        self.known: Mapping[tuple[str, str], Measurement] = {
            **(_by_our_codes(neighbours.before, figures.data) if neighbours.before else {}),
            **figures.known,
        }

    def last_year(self, indicator: Indicator) -> Reading | None:
        """Return the reading of the same period of last year, None when it is not known whole."""
        return self._whole(indicator, self._figures.period.same_period_last_year)

    def period_before(self, indicator: Indicator) -> Reading | None:
        """Return the reading of the period before in this year: what has run up since January begins anew with it."""
        period, before = self._figures.period, self._figures.period.previous
        return self._whole(indicator, before) if before.year == period.year else None

    def _whole(self, indicator: Indicator, period: ReportingPeriod) -> Reading | None:
        reading = read_indicator(indicator, period, self.known)
        return reading if reading.value is not None and not reading.missing else None


def _by_our_codes(other: UnitYear, data: UnitYear) -> dict[tuple[str, str], Measurement]:
    """The figures of another year under this year's codes: an indicator is known by its name and unit."""
    ours = {_name(indicator): indicator.code for indicator in data.indicators}
    codes = {i.code: ours[_name(i)] for i in other.indicators if _name(i) in ours}
    return {
        (period, codes[code]): replace(row, code=codes[code])
        for (period, code), row in other.measurements.items()
        if code in codes
    }


def _name(indicator: Indicator) -> tuple[str, str]:
    return folded(indicator.name), folded(indicator.unit)
