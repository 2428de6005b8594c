"""Amounts as they stand in a sentence, and what they are amounts of."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.domain.indicator import Indicator, Reading
from generator.reporting.statistics_table import figure
from generator.reporting.wording import one_line
from generator.vietnamese.numbers import count, quantity


def amount_of(indicator: Indicator, reading: Reading) -> str:
    """Return a count as it stands in a sentence."""
    assert reading.value is not None
    return count_of(reading.value) if not indicator.is_percentage else figure(indicator, reading)


def count_of(value: Decimal) -> str:
    """Return a number as a count is written: below 10 with a 0."""
    return count(int(value)) if value == value.to_integral_value() else quantity(value)


def unit_of(indicator: Indicator) -> str:
    """Return the unit for the middle of a sentence."""
    unit = one_line(indicator.unit)
    return unit if unit.isupper() else unit[:1].lower() + unit[1:]


def counted_in(measured_by: str) -> str:
    """Return what both parts of a ratio count, out of "Số … / tổng số …": the words that they begin with, or those in
    brackets at the end."""
    text = one_line(measured_by)
    above, slash, below = text.partition(" / ")
    if not slash:
        return ""
    if unit := re.search(r"\(([^()]+)\)$", below):
        return unit[1]
    words = [re.sub(r"^(?:tổng )?số ", "", part.strip(), flags=re.IGNORECASE).split() for part in (above, below)]
    same = []
    for one, other in zip(*words, strict=False):
        if one.lower() != other.lower():
            break
        same.append(one)
    return " ".join(same).rstrip(",;")
