"""Which figures the short form of a monthly report prints: those that have something new of the month."""

from __future__ import annotations

from collections.abc import Mapping

from generator.domain.computed import PartOf
from generator.domain.indicator import Aggregation, Indicator, Reading, read_indicator
from generator.reporting.figures import ReportFigures, known_figures


def figures_of_month(figures: ReportFigures) -> set[str]:
    """Return the codes of the indicators that the short form prints: those with a figure of the month but for
    `unchanged_figures`, and the parts of them; what is counted of the plan the text says."""
    left_out = set(unchanged_figures(figures))
    counted = {i.code for i in figures.data.indicators if i.aggregation is Aggregation.COMPUTED}
    known = {code for code, r in figures.readings.items() if r.value is not None} - left_out - counted
    before = {i.code: _month_before(i, figures) for i in figures.data.indicators if i.code in known}
    parts = {i.code for i in figures.data.indicators if _is_part_with_news(i, figures, before)}
    return known | parts


def unchanged_figures(figures: ReportFigures) -> list[str]:
    """Return the codes of those with a figure that is the same as the month before: noughts, what stands, shares of the
    same numbers. As many as the month before of what is counted anew are news."""
    return [
        i.code
        for i in figures.data.indicators
        if not i.is_heading
        and i.aggregation is not Aggregation.COMPUTED
        and (now := figures.readings[i.code]).value is not None
        and _is_no_news(i, now, _month_before(i, figures))
    ]


def _is_no_news(indicator: Indicator, now: Reading, before: Reading) -> bool:
    if (now.value, now.numerator, now.denominator) != (before.value, before.numerator, before.denominator):
        return False
    return not now.value or indicator.aggregation is Aggregation.LAST or now.denominator is not None


def _month_before(indicator: Indicator, figures: ReportFigures) -> Reading:
    return read_indicator(
        indicator, figures.period.previous, known_figures(figures.data, figures.period, figures.as_of)
    )


def _is_part_with_news(indicator: Indicator, figures: ReportFigures, before: Mapping[str, Reading]) -> bool:
    """Whether an indicator is a part of a rate that is printed, and not what it was the month before."""
    part = PartOf.named(indicator.measured_by) if indicator.aggregation is Aggregation.COMPUTED else None
    code = next((c for c in before if part and c.lower() == part.code.lower()), None)
    if part is None or code is None:
        return False
    now, then = (r.numerator if part.is_numerator else r.denominator for r in (figures.readings[code], before[code]))
    return now is not None and now != then
