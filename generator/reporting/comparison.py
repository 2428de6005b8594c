"""An indicator beside itself: the same period of last year, the period before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.domain.indicator import Indicator, Measurement, Reading, read_indicator
from generator.domain.period import PeriodKind, ReportingPeriod
from generator.domain.plan import Plan
from generator.domain.unit_year import UnitYear
from generator.reporting.figures import ReportFigures, known_figures


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the workbooks of the year before and of the year after say, where they stand beside."""

    before: UnitYear | None = None
    next_plan: Plan | None = None


NO_NEIGHBOURS = Neighbours()


class Comparison:
    """Readings of one report's indicators in other periods; only what is complete is compared with."""

    def __init__(self, figures: ReportFigures, neighbours: Neighbours) -> None:
        self._figures = figures
        before = neighbours.before.measurements if neighbours.before else {}
        self._measurements: Mapping[tuple[str, str], Measurement] = {
            **before,
            **known_figures(figures.data, figures.period, figures.as_of),
        }

    def last_year(self, indicator: Indicator) -> Reading | None:
        """Return the reading of the same period of last year, None when it is not known whole."""
        return self._whole(indicator, self._figures.period.same_period_last_year)

    def period_before(self, indicator: Indicator) -> Reading | None:
        """Return the reading of the period before in this year: a year has only the one of the year before."""
        period = self._figures.period
        return None if period.kind is PeriodKind.YEAR else self._whole(indicator, period.previous)

    def _whole(self, indicator: Indicator, period: ReportingPeriod) -> Reading | None:
        reading = read_indicator(indicator, period, self._measurements)
        return reading if reading.value is not None and not reading.missing else None
