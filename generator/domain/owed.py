"""Which figures are owed at the end of a month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.domain.indicator import Aggregation, Indicator, Measurement
from generator.domain.period import PeriodKind, ReportingPeriod


def figures_owed(
    indicators: Sequence[Indicator], measurements: Mapping[tuple[str, str], Measurement], day: date
) -> Iterator[tuple[Indicator, ReportingPeriod]]:
    """Yield the indicators and periods whose figures are owed in the month of a day, in the order of the indicators.

    An indicator is owed for the kinds of period that it was ever given for, in the last month of each; one never given
    is owed by the month. Headings and what the program counts itself are not owed.
    """
    ending = [p for p in periods_of(day.year) if p.last_month == day.month]
    given: dict[str, set[PeriodKind]] = {}
    for measured in measurements.values():
        if measured.is_given:
            given.setdefault(measured.code, set()).add(measured.period.kind)
    for indicator in indicators:
        if indicator.is_heading or not indicator.code or indicator.aggregation is Aggregation.COMPUTED:
            continue
        for period in ending:
            if period.kind in given.get(indicator.code, {PeriodKind.MONTH}):
                yield indicator, period


def last_figure(
    code: str, period: ReportingPeriod, measurements: Mapping[tuple[str, str], Measurement]
) -> Measurement | None:
    """Return the figure given for the nearest earlier period of the same kind, in the year of the workbook."""
    earlier = (ReportingPeriod(period.year, period.kind, number) for number in range(period.number - 1, 0, -1))
    found = (measurements.get((one.id, code)) for one in earlier)
    return next((m for m in found if m is not None and m.is_given), None)


def periods_of(year: int) -> Iterator[ReportingPeriod]:
    """Yield every period of a year, months first."""
    for kind, count in _COUNTS.items():
        for number in range(1, count + 1):
            yield ReportingPeriod(year, kind, number)


_COUNTS = {
    PeriodKind.MONTH: 12,
    PeriodKind.QUARTER: 4,
    PeriodKind.HALF: 2,
    PeriodKind.NINE_MONTHS: 1,
    PeriodKind.YEAR: 1,
}
