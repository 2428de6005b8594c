"""What a figure and a result of its task both say: it is printed once."""

from __future__ import annotations

import re

from generator.domain.indicator import Aggregation, Indicator
from generator.reporting.amounts import amount_of, count_of, counted_in, unit_of
from generator.reporting.figures import ReportFigures
from generator.reporting.results import current, told_in_period, word_pairs
from generator.reporting.statistics_table import figure
from generator.vietnamese.numbers import quantity

_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_IS_RATE = re.compile(r"\d/\d|\d%")
#: A comma or semicolon that is no part of a number: what stands behind it says something more.
_SECOND_CLAUSE = re.compile(r"[,;:](?!\d)")


def a_result_says(indicator: Indicator, figures: ReportFigures) -> bool:
    """Return whether a result of its task says a count without a target: "Đã đăng 18 tin, bài về CCHC"."""
    reading = figures.readings[indicator.code]
    if indicator.is_percentage or indicator.target is not None or not reading.value:
        return False
    amount, unit = map(re.escape, (amount_of(indicator, reading), unit_of(indicator)))
    said = re.compile(rf"(?<![\d.,/]){amount}(?:/[\d.]+)? {unit}\b")
    of_what = word_pairs(indicator.name) - word_pairs(unit_of(indicator))
    tasks = [t for t in indicator.task_ids if t in figures.now.assessments]
    results = [e.result for t in tasks for e in current(told_in_period(figures, t))]
    return any(said.search(result.lower()) and of_what & word_pairs(result) for result in results)


def is_but_a_rate(task_id: str, result: str, figures: ReportFigures) -> bool:
    """Return whether a result is nothing but the value of a rate that its task is measured by: "Đã số hóa 1.150/1.263
    kết quả (91,05%)"."""
    numbers = set(_NUMBERS.findall(result))
    if not numbers or not _IS_RATE.search(result):
        return False
    return any(
        numbers <= _numbers_of(indicator, figures) and not _SECOND_CLAUSE.search(_without_names(result, indicator))
        for indicator in figures.data.indicators
        if indicator.is_percentage and task_id in indicator.task_ids
    )


def _without_names(result: str, indicator: Indicator) -> str:
    """The result without what is counted, which may have a comma of its own: "cán bộ, công chức"."""
    return result.replace(counted_in(indicator.measured_by) or "\0", "")


def _numbers_of(indicator: Indicator, figures: ReportFigures) -> set[str]:
    """The numbers that the body prints for a rate."""
    reading = figures.readings[indicator.code]
    if reading.value is None or indicator.aggregation is Aggregation.COMPUTED:
        return set()
    target = indicator.target.value if indicator.target else None
    parts = [n for n in (reading.numerator, reading.denominator, target) if n is not None]
    return {figure(indicator, reading), *map(quantity, parts), *map(count_of, parts)}
