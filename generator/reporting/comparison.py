"""An indicator beside itself: the same period of last year, the period before, the year so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.domain.indicator import Aggregation, Indicator, Measurement, Reading, read_indicator
from generator.domain.period import PeriodKind, ReportingPeriod
from generator.domain.plan import Plan
from generator.domain.unit_year import UnitYear
from generator.reporting.figures import ReportFigures

#: The periods that run from January, by their last month.
_FROM_JANUARY = {
    3: (PeriodKind.QUARTER, 1),
    6: (PeriodKind.HALF, 1),
    9: (PeriodKind.NINE_MONTHS, 1),
    12: (PeriodKind.YEAR, 1),
}


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the workbooks of the year before and of the year after say, where they stand beside."""

    before: UnitYear | None = None
    next_plan: Plan | None = None


class Comparison:
    """Readings of one report's indicators in other periods; only what is complete is compared with."""

    def __init__(self, figures: ReportFigures, neighbours: Neighbours) -> None:
        self._figures = figures
        before = neighbours.before.measurements if neighbours.before else {}
        self._measurements: Mapping[tuple[str, str], Measurement] = {**before, **figures.data.measurements}

    def last_year(self, indicator: Indicator) -> Reading | None:
        """Return the reading of the same period of last year, None when it is not known whole."""
        return self._whole(indicator, self._figures.period.same_period_last_year)

    def period_before(self, indicator: Indicator) -> Reading | None:
        return self._whole(indicator, self._figures.period.previous)

    def from_january(self, indicator: Indicator) -> Reading | None:
        """Return the reading from January to the end of the period, None when it is not known or cannot be added up."""
        period = self._figures.period
        if period.first_month == 1 or indicator.aggregation is Aggregation.LAST:
            return self._figures.readings[indicator.code]
        if period.last_month in _FROM_JANUARY:
            kind, number = _FROM_JANUARY[period.last_month]
            if (whole := self._whole(indicator, ReportingPeriod(period.year, kind, number))) is not None:
                return whole
        return self._added_up(indicator)

    def _added_up(self, indicator: Indicator) -> Reading | None:
        period = self._figures.period
        months = [ReportingPeriod(period.year, PeriodKind.MONTH, m) for m in range(1, period.last_month + 1)]
        ids = {m.id for m in months}
        rows = [self._measurements.get((m.id, indicator.code)) for m in months]
        # A figure given for a longer period beside those of the months says that months cannot be added up.
        given = {p for p, code in self._measurements if code == indicator.code and p.startswith(f"{period.year}")}
        if not all(rows) or any(len(p) != len(months[0].id) or p[5:6] in "QH9" for p in given - ids):
            return None
        above = [m.numerator for m in rows if m and m.numerator is not None and m.denominator is not None]
        below = [m.denominator for m in rows if m and m.numerator is not None and m.denominator is not None]
        if len(above) == len(rows):
            whole = sum((b for b in below if b is not None), Decimal(0))
            part = sum((a for a in above if a is not None), Decimal(0))
            scale = 100 if indicator.is_percentage else 1
            return Reading(part * scale / whole, part, whole) if whole else None
        values = [m.value for m in rows if m and m.value is not None]
        adds = indicator.aggregation is Aggregation.SUM and len(values) == len(rows)
        return Reading(sum(values, Decimal(0))) if adds else None

    def _whole(self, indicator: Indicator, period: ReportingPeriod) -> Reading | None:
        reading = read_indicator(indicator, period, self._measurements)
        return reading if reading.value is not None and not reading.missing else None
