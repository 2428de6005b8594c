"""Indicators, their targets, and the figures that measure them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from generator.domain.period import PeriodKind, ReportingPeriod
from generator.vietnamese.numbers import read_number
from generator.vietnamese.text import folded


class Aggregation(Enum):
    """How the months of a period add up; the value is the officers' word."""

    SUM = "Cộng dồn"
    LAST = "Lấy kỳ cuối"
    FIRST = "Lấy kỳ đầu"
    """What was there when the period began ("kỳ trước chuyển sang"): its first month stands for the whole."""
    RATIO = "Tỷ lệ của tổng"
    CODED = "Mã trả lời"
    """A coded answer ("Có = 1, Không = 0"): of several in a period the highest stands, "Có" once is "Có"."""
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

        A bare figure is to be reached; a bare 0 ("0 hồ sơ quá hạn") is to be kept. None when it states no figure,
        more than one, or a choice ("… hoặc …"): a person must then judge it.
        """
        plain = folded(text)
        figures = re.findall(r"\d+(?:[.,]\d+)*", plain)
        if len(figures) != 1 or re.search(r"hoặc(?! bằng)", plain):
            return None
        value = read_number(figures[0])
        if value is None:
            return None
        stated = next((c for pattern, c in _COMPARATORS if re.search(pattern, plain)), None)
        bare = Comparator.AT_LEAST if value else Comparator.EXACTLY
        return cls(stated or bare, value, "%" if "%" in plain else "", text.strip())


# "Dưới", "trên" compare only right before the figure: "100% văn bản gửi dưới dạng điện tử", "trên phần mềm".
_COMPARATORS = [
    (r"tối thiểu|ít nhất|trở lên|≥|>=|(?:lớn|cao) hơn hoặc bằng|không (?:dưới|thấp hơn|ít hơn)", Comparator.AT_LEAST),
    (
        r"tối đa|nhiều nhất|trở xuống|≤|<=|(?:nhỏ|thấp) hơn hoặc bằng|không (?:quá|vượt|trên|lớn hơn|cao hơn)",
        Comparator.AT_MOST,
    ),
    (r"(?:dưới|<|(?:nhỏ|thấp|ít) hơn) ?(?:mức )?\d", Comparator.BELOW),
    (r"(?:trên|>|(?:lớn|cao|nhiều) hơn|vượt(?: quá)?) ?(?:mức )?\d", Comparator.ABOVE),
]


#: What column Nguồn says of the measures of one task of which any one is enough ("A hoặc B").
EITHER = "Chỉ cần đạt một trong các mức nối bằng “hoặc”."


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
    form: str = ""
    """The number of the superior's Biểu mẫu that the row stands in; `number` is its place there."""

    @property
    def is_heading(self) -> bool:
        """A row that only carries a name: nothing is measured."""
        return not self.unit and not self.measured_by

    @property
    def is_alternative(self) -> bool:
        """Whether another measure of its task may be reached instead."""
        return EITHER.casefold().rstrip(".") in self.source.casefold()

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
    known_on: date | None = None
    """The day of the figures; without one they count from the end of their period."""
    source: str = ""

    @property
    def is_given(self) -> bool:
        """A row may carry a note alone; it then measures nothing."""
        return (self.numerator, self.denominator, self.value) != (None, None, None)


@dataclass(frozen=True, slots=True)
class Reading:
    """An indicator's value over a period and the months it had to do without; where the last figure stands for
    all, those after it, where the first does, those before. `sources` and `closed_on` are where the figures are from
    and their last day, where given."""

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    missing: tuple[ReportingPeriod, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()
    closed_on: date | None = None


def read_indicator(
    indicator: Indicator, period: ReportingPeriod, measurements: Mapping[tuple[str, str], Measurement]
) -> Reading:
    """Return the indicator's value in `period`; `measurements` is keyed by (period id, code).

    A value given for the period itself wins; then its months, else its quarters, are added up in the
    indicator's own way. A ratio without a denominator has no value (nothing arose): never 0/0.
    """
    rows, missing = measured_in(indicator, period, measurements)
    reading = _combine(indicator, list(rows), missing) if rows else Reading()
    own = measurements.get((period.id, indicator.code))
    return replace(reading, note=own.note) if own is not None else reading


def so_far(
    indicator: Indicator, period: ReportingPeriod, measurements: Mapping[tuple[str, str], Measurement]
) -> Reading:
    """Return the indicator's value from January to the end of `period`: what a year's target is judged by."""
    whole = _FROM_JANUARY.get(period.last_month)
    if whole is not None:
        return read_indicator(indicator, ReportingPeriod(period.year, whole), measurements)
    found = [(m, measurements.get((m.id, indicator.code))) for m in period.year_so_far]
    rows = [row for _, row in found if row is not None and row.is_given]
    missing = tuple(m for m, row in found if row is None or not row.is_given)
    return _combine(indicator, rows, missing) if rows else Reading(missing=missing)


_FROM_JANUARY = {3: PeriodKind.QUARTER, 6: PeriodKind.HALF, 9: PeriodKind.NINE_MONTHS, 12: PeriodKind.YEAR}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A value against its target. `share` is the part of the year's target reached so far, in percent, where it is the
    year that judges: not yet reached is then no failure. None where the value is compared as it stands."""

    is_met: bool
    value: Decimal
    share: Decimal | None = None


def judge(indicator: Indicator, period: ReportingPeriod, here: Reading, year: Reading) -> Judgement | None:
    """Return how the indicator stands against its target, None without one or without a value.

    `here` is its value in the period, `year` the one since January. A ratio is compared as it stands; a sum or a
    cumulated value by what the year has reached.
    """
    target = indicator.target
    stands_alone = indicator.is_percentage or indicator.aggregation is Aggregation.RATIO
    value = here.value if stands_alone else year.value
    if target is None or value is None:
        return None
    rises = target.comparator in (Comparator.AT_LEAST, Comparator.ABOVE)
    if stands_alone or not rises or not target.value or period.last_month == 12:
        return Judgement(target.is_met_by(value), value)
    return Judgement(target.is_met_by(value), value, value * 100 / target.value)


def measured_in(
    indicator: Indicator, period: ReportingPeriod, measurements: Mapping[tuple[str, str], Measurement]
) -> tuple[tuple[Measurement, ...], tuple[ReportingPeriod, ...]]:
    """Return the measurements that an indicator's value in `period` is made from, in order, and the months or quarters
    it does without."""
    own = measurements.get((period.id, indicator.code))
    if own is not None and own.is_given:
        return (own,), ()
    best: tuple[tuple[Measurement, ...], tuple[ReportingPeriod, ...]] = (), ()
    for parts in (period.months, period.quarters):
        found = [(p, measurements.get((p.id, indicator.code))) for p in parts if p != period]
        rows = tuple(m for _, m in found if m is not None and m.is_given)
        missing = tuple(p for p, m in found if m is None or not m.is_given)
        if rows and (not best[0] or not missing):
            best = rows, missing
        if rows and not missing:
            break
    return best


def _after(last: Measurement, missing: tuple[ReportingPeriod, ...]) -> tuple[ReportingPeriod, ...]:
    """What is missing after the figure that stands for the whole period: what came before it is not needed."""
    return tuple(p for p in missing if p.first_day > last.period.first_day)


def _combine(indicator: Indicator, rows: list[Measurement], missing: tuple[ReportingPeriod, ...]) -> Reading:
    note = rows[-1].note if len(rows) == 1 else ""
    if indicator.aggregation is Aggregation.LAST:
        rows = rows[-1:]
        note = rows[-1].note
        missing = _after(rows[-1], missing)
    elif indicator.aggregation is Aggregation.FIRST:
        rows = rows[:1]
        note = rows[0].note
        missing = tuple(p for p in missing if p.first_day < rows[0].period.first_day)
    days = [m.known_on for m in rows if m.known_on is not None]
    return replace(
        _added_up(indicator, rows, missing, note),
        sources=tuple(dict.fromkeys(m.source for m in rows if m.source)),
        closed_on=max(days, default=None),
    )


def _added_up(
    indicator: Indicator, rows: list[Measurement], missing: tuple[ReportingPeriod, ...], note: str
) -> Reading:
    fractions = [(m.numerator, m.denominator) for m in rows if m.numerator is not None and m.denominator is not None]
    if fractions:
        # A month with a ratio but without its parts cannot join the sums: it is done without, and said so.
        without = {m.period for m in rows if m.numerator is None or m.denominator is None}
        missing = tuple(sorted({*missing, *without}, key=lambda p: p.first_day))
        above, below = (sum(column, Decimal(0)) for column in zip(*fractions, strict=True))
        scale = 100 if indicator.is_percentage else 1
        return Reading(above * scale / below if below else None, above, below, missing, note)
    if indicator.aggregation is Aggregation.RATIO:
        # Ratios typed without their parts cannot be added up: the last one known stands.
        known_ratios = [m for m in rows if m.value is not None]
        if not known_ratios:
            return Reading(missing=missing, note=note)
        return Reading(known_ratios[-1].value, missing=_after(known_ratios[-1], missing), note=note)
    values = [m.value if m.value is not None else m.numerator for m in rows]
    known = [v for v in values if v is not None]
    if indicator.aggregation is Aggregation.CODED:
        return Reading(max(known, default=None), missing=() if known else missing, note=note)
    return Reading(sum(known, Decimal(0)) if known else None, missing=missing, note=note)
