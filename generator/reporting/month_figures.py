"""Which figures the short form of a monthly report prints: those that have something new of the month."""

from __future__ import annotations

from collections.abc import Mapping

from generator.domain.computed import PartOf
from generator.domain.indicator import Aggregation, Indicator, Reading, read_indicator
from generator.reporting.figures import ReportFigures


def figures_of_month(figures: ReportFigures) -> set[str]:
    """Return the codes of the indicators that the short form prints: those with a figure of the month but for
    `unchanged_figures`, and the parts of them; what is counted of the plan the text says."""
    left_out = set(unchanged_figures(figures))
    counted = {i.code for i in figures.data.indicators if i.aggregation is Aggregation.COMPUTED}
    known = {code for code, r in figures.readings.items() if r.value is not None} - left_out - counted
    before = {code.lower(): (code, then) for code, then in _month_before(figures).items() if code in known}
    parts = {i.code for i in figures.data.indicators if _is_part_with_news(i, figures, before)}
    return known | parts


def unchanged_figures(figures: ReportFigures) -> list[str]:
    """Return the codes of those with a figure that is the same as the month before: noughts, what stands, shares of the
    same numbers. As many as the month before of what is counted anew are news."""
    before = _month_before(figures)
    return [
        i.code
        for i in figures.data.indicators
        if not i.is_heading
        and i.aggregation is not Aggregation.COMPUTED
        and (now := figures.readings[i.code]).value is not None
        and _is_no_news(i, now, before[i.code])
    ]


def _is_no_news(indicator: Indicator, now: Reading, before: Reading) -> bool:
    if (now.value, now.numerator, now.denominator) != (before.value, before.numerator, before.denominator):
        return False
    return not now.value or indicator.aggregation is Aggregation.LAST or now.denominator is not None


def _month_before(figures: ReportFigures) -> dict[str, Reading]:
    return {i.code: read_indicator(i, figures.period.previous, figures.known) for i in figures.data.indicators}


def _is_part_with_news(indicator: Indicator, figures: ReportFigures, before: Mapping[str, tuple[str, Reading]]) -> bool:
    """Whether an indicator is a part of a rate that is printed, and not what it was the month before.

    `before` are the printed rates, by code in lower case."""
    part = PartOf.named(indicator.measured_by) if indicator.aggregation is Aggregation.COMPUTED else None
    whole = before.get(part.code.lower()) if part else None
    if part is None or whole is None:
        return False
    code, then_read = whole
    now, then = (r.numerator if part.is_numerator else r.denominator for r in (figures.readings[code], then_read))
    return now is not None and now != then
