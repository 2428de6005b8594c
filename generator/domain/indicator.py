"""Indicators, their targets, and the figures that measure them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from generator.domain.period import ReportingPeriod


class Aggregation(Enum):
    """How the months of a period add up; the value is the officers' word."""

    SUM = "Cộng dồn"
    LAST = "Lấy kỳ cuối"
    RATIO = "Tỷ lệ của tổng"
    COMPUTED = "Tự tính"
    """Counted by the program from the plan's tasks; `Indicator.measured_by` says what."""


class Comparator(Enum):
    AT_LEAST = "tối thiểu"
    ABOVE = "trên"
    AT_MOST = "không quá"
    BELOW = "dưới"
    EXACTLY = "đạt"


@dataclass(frozen=True, slots=True)
class Target:
    """A threshold. `text` is what the officer wrote; `unit` is "%" or empty."""

    comparator: Comparator
    value: Decimal
    unit: str = ""
    text: str = ""

    def is_met_by(self, value: Decimal) -> bool:
        """Compare unrounded."""
        match self.comparator:
            case Comparator.AT_LEAST:
                return value >= self.value
            case Comparator.ABOVE:
                return value > self.value
            case Comparator.AT_MOST:
                return value <= self.value
            case Comparator.BELOW:
                return value < self.value
        return value == self.value

    @classmethod
    def parse(cls, text: str) -> Target | None:
        """Return the target a short phrase states ("tối thiểu 20%", "≥ 20 %", "dưới 0,5%", "từ 94% trở lên", "100%").

        None when it states none, or more than one figure: a person must then judge it.
        """
        plain = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip().lower()
        figures = re.findall(r"\d+(?:[.,]\d+)*", plain)
        if len(figures) != 1:
            return None
        value = _decimal(figures[0])
        for pattern, comparator in _COMPARATORS:
            if re.search(pattern, plain):
                return cls(comparator, value, "%" if "%" in plain else "", text.strip())
        return cls(Comparator.AT_LEAST, value, "%" if "%" in plain else "", text.strip())


_COMPARATORS = [
    (r"tối thiểu|ít nhất|trở lên|≥|>=|không dưới|không thấp hơn", Comparator.AT_LEAST),
    (r"không quá|tối đa|trở xuống|≤|<=|không vượt|nhiều nhất", Comparator.AT_MOST),
    (r"dưới|<|nhỏ hơn|thấp hơn", Comparator.BELOW),
    (r"trên|>|lớn hơn|cao hơn|vượt", Comparator.ABOVE),
]


def _decimal(figure: str) -> Decimal:
    """A figure in Vietnamese writing: "0,5" is a half, "1.234" a thousand and more, "0.5" a half."""
    if "," in figure:
        return Decimal(figure.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", figure):
        return Decimal(figure.replace(".", ""))
    return Decimal(figure) if figure.count(".") <= 1 else Decimal(figure.replace(".", ""))


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something counted or rated. `number` is its place in the table on up to three levels ("1.1.1")."""

    code: str
    number: str
    group: str
    name: str
    unit: str = ""
    task_ids: tuple[str, ...] = ()
    target: Target | None = None
    target_text: str = ""
    measured_by: str = ""
    aggregation: Aggregation = Aggregation.SUM
    source: str = ""

    @property
    def is_heading(self) -> bool:
        """A row that only carries a name: nothing is measured."""
        return not self.unit and not self.measured_by

    @property
    def is_percentage(self) -> bool:
        return self.unit.strip() == "%"


@dataclass(frozen=True, slots=True)
class Measurement:
    """An indicator's figures in a period. A ratio has numerator and denominator; else `value`."""

    period: ReportingPeriod
    code: str
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """An indicator's value over a period and the months it had to do without."""

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    missing: tuple[ReportingPeriod, ...] = ()
    note: str = ""


def read_indicator(
    indicator: Indicator, period: ReportingPeriod, measurements: Mapping[tuple[str, str], Measurement]
) -> Reading:
    """Return the indicator's value in `period`; `measurements` is keyed by (period id, code).

    A value given for the period itself wins; then its months, else its quarters, are added up in the
    indicator's own way. A ratio without a denominator has no value (nothing arose): never 0/0.
    """
    own = measurements.get((period.id, indicator.code))
    if own is not None:
        return _combine(indicator, [own], ())
    best: Reading | None = None
    for parts in (period.months, period.quarters):
        found = [(p, measurements.get((p.id, indicator.code))) for p in parts if p != period]
        rows = [m for _, m in found if m is not None]
        missing = tuple(p for p, m in found if m is None)
        if rows and not missing:
            return _combine(indicator, rows, ())
        if rows and best is None:
            best = _combine(indicator, rows, missing)
    return best or Reading()


def _combine(indicator: Indicator, rows: list[Measurement], missing: tuple[ReportingPeriod, ...]) -> Reading:
    note = rows[-1].note if len(rows) == 1 else ""
    if indicator.aggregation is Aggregation.LAST:
        rows = rows[-1:]
        note = rows[-1].note
    numerators = [m.numerator for m in rows if m.numerator is not None]
    denominators = [m.denominator for m in rows if m.denominator is not None]
    if denominators or indicator.aggregation is Aggregation.RATIO:
        above, below = sum(numerators, Decimal(0)), sum(denominators, Decimal(0))
        if below:
            scale = 100 if indicator.is_percentage else 1
            return Reading(above * scale / below, above, below, missing, note)
        if denominators:
            return Reading(None, above, below, missing, note)
    values = [m.value if m.value is not None else m.numerator for m in rows]
    known = [v for v in values if v is not None]
    if not known:
        return Reading(missing=missing, note=note)
    if indicator.aggregation is Aggregation.RATIO:
        # Ratios typed without their parts cannot be added up: the last one known stands.
        return Reading(known[-1], missing=missing, note=note)
    return Reading(sum(known, Decimal(0)), missing=missing, note=note)
