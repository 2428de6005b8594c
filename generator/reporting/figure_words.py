"""How a figure is said: its value, what it is made of, its target, how it changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from generator.domain.indicator import Aggregation, Comparator, Indicator, Reading
from generator.reporting.appendix import figure, share_of_year
from generator.reporting.comparison import Comparison
from generator.reporting.figures import ReportFigures
from generator.reporting.wording import Phrases, capitalised, closing_marks, one_line, paragraphs
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count, quantity

_SYMBOLS = re.compile(r"[<>=≥≤]")
_NUMBER_OF = re.compile(r"số (?!lượng )(.+)", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"[\d.,]+")
#: Behind these a word says what befell what is counted, or of what kind it is ("cuộc kiểm tra"): no deed of the unit.
_NOT_ITS_DEED = (" bị", " có", " phải", " cần", " của", " về", "cuộc", "đợt", "lượt", "lần", "hội nghị")
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_IS_RATE = re.compile(r"\d/\d|\d%")
#: A comma or semicolon that is no part of a number: what stands behind it says something more.
_SECOND_CLAUSE = re.compile(r"[,;:](?!\d)")
_HUNDREDTH = Decimal("0.01")


class Reached(Enum):
    """How a value stands to its target; a year's target is judged by the year."""

    YES = "dat"
    NO = "chua_dat"
    UNDER_WAY = "dang"


class FigureWords:
    """Says the indicators of one report."""

    def __init__(self, figures: ReportFigures, comparison: Comparison, phrases: Phrases, period_word: str) -> None:
        self._figures = figures
        self._comparison = comparison
        self._phrases = phrases
        self._phrase = phrases.say
        self._lower = phrases.lower_first
        self._period_word = period_word

    # -- judging -------------------------------------------------------------------------------
    def reached(self, indicator: Indicator) -> Reached | None:
        """Return how an indicator stands to its target, None without a target or a value."""
        judged = self._figures.judgement(indicator)
        if judged is None:
            return None
        if judged.is_met:
            return Reached.YES
        return Reached.NO if judged.share is None else Reached.UNDER_WAY

    def _judged(self, indicator: Indicator) -> Reading:
        """The reading that is held against the target: the year's for what adds up."""
        judged = self._figures.judgement(indicator)
        here, year = self._figures.readings[indicator.code], self._figures.years[indicator.code]
        return year if judged is not None and judged.value == year.value else here

    # -- sentences -----------------------------------------------------------------------------
    def told(self, indicators: Iterable[Indicator]) -> list[str]:
        """Return the paragraphs on some indicators that have a value: counts of the period, standing counts, rates;
        many rates stand a line each."""
        known = [i for i in indicators if self._figures.readings[i.code].value is not None]
        flows = [i for i in known if not i.is_percentage and i.aggregation is not Aggregation.LAST]
        stocks = [i for i in known if not i.is_percentage and i.aggregation is Aggregation.LAST]
        out = []
        for counted, key in ((flows, "so_lieu.trong_ky"), (stocks, "so_lieu.den_ngay")):
            if counted:
                out.append(self._phrase(key, ky=self._period_word, ngay=self._day, ke=self._in_list(counted)))
        rates = [self._rate(i) for i in known if i.is_percentage]
        if len(rates) <= self._phrases.value("so_lieu.ke_toi_da"):
            return paragraphs([*out, *(f"{rate}." for rate in rates)])
        lines = [
            self._phrase("so_lieu.dong", ke=rate, dau_cuoi=mark)
            for rate, mark in zip(rates, closing_marks(len(rates)), strict=True)
        ]
        return [*paragraphs(out), self._phrase("so_lieu.cac_ty_le", ky=self._period_word), *lines]

    def says(self, task_id: str, result: str) -> bool:
        """Return whether a result is nothing but the value of a rate that its task is measured by: "Đã số hóa
        1.150/1.263 kết quả (91,05%)"."""
        numbers = set(_NUMBERS.findall(result))
        if not numbers or not _IS_RATE.search(result) or _SECOND_CLAUSE.search(result):
            return False
        return any(
            numbers <= self._numbers_of(indicator)
            for indicator in self._figures.data.indicators
            if indicator.is_percentage and task_id in indicator.task_ids
        )

    def _numbers_of(self, indicator: Indicator) -> set[str]:
        """The numbers that the body prints for a rate."""
        reading = self._figures.readings[indicator.code]
        if reading.value is None or indicator.aggregation is Aggregation.COMPUTED:
            return set()
        target = indicator.target.value if indicator.target else None
        parts = [n for n in (reading.numerator, reading.denominator, target) if n is not None]
        return {figure(indicator, reading), *map(quantity, parts), *map(_count, parts)}

    @property
    def _day(self) -> str:
        return short_date(self._figures.as_of)

    def _in_list(self, indicators: list[Indicator]) -> str:
        """Counts as they follow "trong kỳ": what there is, in the table's order, then what there is none of."""
        items: list[str] = []
        has = self._phrase("so_lieu.co", noi_dung="")
        before = ""
        readings = self._figures.readings
        for indicator in sorted(indicators, key=lambda i: not readings[i.code].value):
            item = self._counted(indicator) if readings[indicator.code].value else self._none_of(indicator)
            # "Có" is said once for what follows on it: "có 21 người được giao; 20 người có mặt".
            items.append(item.removeprefix(has) if has and before.startswith(has) else item)
            before = item
        return "; ".join(items)

    def _counted(self, indicator: Indicator) -> str:
        reading = self._figures.readings[indicator.code]
        name, amount = one_line(indicator.name), amount_of(indicator, reading)
        if (named := _NUMBER_OF.fullmatch(name)) is None:
            said = self._phrase("so_lieu.la", chi_tieu=self._lower(name), gia_tri=f"{amount} {_unit(indicator)}")
        elif deed := self._deed(named[1]):
            thing, began, verb = deed
            said = f"{began}{verb} {amount} {thing}"
        else:
            said = self._phrase("so_lieu.co", noi_dung=f"{amount} {named[1]}")
        return said + self._towards_target(indicator, reading) + self._change_of_count(indicator, reading)

    def _none_of(self, indicator: Indicator) -> str:
        name = one_line(indicator.name)
        named = _NUMBER_OF.fullmatch(name)
        what = named[1] if named else self._lower(name)
        expected = self.reached(indicator) in (Reached.UNDER_WAY, Reached.NO)
        target = self._phrase("so_lieu.muc_tieu", muc_tieu=self.target(indicator)) if expected else ""
        if deed := self._deed(what):
            thing, _, verb = deed
            key = "so_lieu.chua_lam" if expected else "so_lieu.khong_lam"
            return self._phrase(key, viec=verb, vat=thing, muc_tieu=target)
        return self._phrase("so_lieu.chua_co" if expected else "so_lieu.khong_co", noi_dung=what, muc_tieu=target)

    def _deed(self, counted: str) -> tuple[str, str, str] | None:
        """What is counted, "đã " or "đang " before what was done, and that: out of "văn bản đã tự kiểm tra"."""
        verbs = "|".join(map(re.escape, self._phrases.value("so_lieu.viec_lam")))
        found = re.fullmatch(rf"(.+?) (?:được )?(đã |đang |)((?:{verbs})\b.*)", counted, re.DOTALL)
        return None if found is None or found[1].endswith(_NOT_ITS_DEED) else (found[1], found[2], found[3])

    def _towards_target(self, indicator: Indicator, reading: Reading) -> str:
        """Behind a count: how far it is on the way to the year's target, and the year so far."""
        case, judged = self.reached(indicator), self._judged(indicator)
        if case is None or judged.value is None:
            return ""
        said = self.target(indicator)
        so_far = ""
        if judged.value != reading.value:
            so_far = self._phrase("so_lieu.luy_ke", gia_tri=amount_of(indicator, judged))
        if case is Reached.UNDER_WAY and indicator.target is not None:
            share = share_of_year(judged.value * 100 / indicator.target.value)
            return so_far + self._phrase("so_lieu.dat_phan", ty_le=share, muc_tieu=said)
        return so_far + self._phrase(f"so_lieu.{case.value}_muc_tieu", muc_tieu=said)

    def _change_of_count(self, indicator: Indicator, reading: Reading) -> str:
        before = self._comparison.last_year(indicator)
        if before is None or before.value is None or reading.value is None or before.value == reading.value:
            return ""
        change = self._phrase(
            "so_lieu.tang" if reading.value > before.value else "so_lieu.giam",
            muc=quantity(abs(reading.value - before.value)),
            so_voi=self._phrase("so_lieu.cung_ky"),
        )
        return f" ({change})"

    def _rate(self, indicator: Indicator) -> str:
        reading = self._figures.readings[indicator.code]
        target = indicator.target
        low = target is not None and target.comparator in (Comparator.AT_MOST, Comparator.BELOW)
        parts = [self._parts(indicator, reading)]
        if indicator.target_text.strip():
            parts.append(self._phrase("so_lieu.muc_tieu_ngan", muc_tieu=self.target(indicator)))
        brackets = "; ".join(filter(None, parts))
        return self._phrase(
            "so_lieu.ty_le_la" if low else "so_lieu.ty_le_dat",
            chi_tieu=capitalised(one_line(indicator.name)),
            gia_tri=f"{figure(indicator, reading)}%",
            ngoac=f" ({brackets})" if brackets else "",
            thay_doi=self._changes_of_rate(indicator, reading),
        )

    def _changes_of_rate(self, indicator: Indicator, reading: Reading) -> str:
        changes = []
        for before, words in (
            (self._comparison.last_year(indicator), self._phrase("so_lieu.cung_ky")),
            (self._comparison.period_before(indicator), self._phrase("so_lieu.ky_truoc", ky=self._period_word)),
        ):
            if before is None or before.value is None or reading.value is None:
                continue
            by = reading.value.quantize(_HUNDREDTH) - before.value.quantize(_HUNDREDTH)
            if by:
                key = "so_lieu.tang_diem" if by > 0 else "so_lieu.giam_diem"
                changes.append(", " + self._phrase(key, muc=quantity(abs(by)), so_voi=words))
        return "".join(changes)

    def _parts(self, indicator: Indicator, reading: Reading) -> str:
        """Numerator and denominator with what they count: "616/1.269 hồ sơ"."""
        if reading.numerator is None or reading.denominator is None:
            return ""
        above, below = reading.numerator, reading.denominator
        shown = count(int(above)) if above == above.to_integral_value() and above else quantity(above)
        return f"{shown}/{_count(below)} {_counted_in(indicator.measured_by)}".rstrip()

    def target(self, indicator: Indicator) -> str:
        """Return the target as it stands in a sentence: never ">= 20 %"."""
        target = indicator.target
        if target is not None and not target.value and target.comparator in (Comparator.EXACTLY, Comparator.AT_MOST):
            return self._phrase("so_lieu.khong_de_phat_sinh")
        text = one_line(indicator.target_text)
        if target is not None and _SYMBOLS.search(text):
            unit = target.unit or (f" {_unit(indicator)}" if not indicator.is_percentage else "%")
            text = f"{target.comparator.value} {quantity(target.value)}{unit}"
        elif _NUMBER.fullmatch(text) and not indicator.is_percentage:
            text = f"{text} {_unit(indicator)}"
        return self._lower(re.sub(r"(?<=\d) %", "%", text))

    def valued(self, indicator: Indicator) -> str:
        """Return the indicator with its value and target, as it stands in a list of what was reached or not."""
        reading = self._judged(indicator)
        if indicator.is_percentage:
            value = f"{figure(indicator, reading)}%"
        elif reading.value:
            value = f"{amount_of(indicator, reading)} {_unit(indicator)}"
        else:
            value = self._phrase("so_lieu.chua_co_ngan")
        name, judged = self._lower(one_line(indicator.name)), self._figures.judgement(indicator)
        if judged is not None and judged.share is not None and not judged.is_met:
            said = self._phrase("chi_tieu.ke_dang", chi_tieu=name, gia_tri=value, ty_le=share_of_year(judged.share))
        else:
            said = self._phrase("chi_tieu.ke", chi_tieu=name, gia_tri=value, muc_tieu=self.target(indicator))
        # A name that ends in brackets shares them: "(lũy kế; 10,57%, …)".
        return said.replace(") (", "; ")


def amount_of(indicator: Indicator, reading: Reading) -> str:
    """Return a count as it stands in a sentence."""
    assert reading.value is not None
    return _count(reading.value) if not indicator.is_percentage else figure(indicator, reading)


def _count(value: Decimal) -> str:
    return count(int(value)) if value == value.to_integral_value() else quantity(value)


def _unit(indicator: Indicator) -> str:
    unit = one_line(indicator.unit)
    return unit if unit.isupper() else unit[:1].lower() + unit[1:]


def _counted_in(measured_by: str) -> str:
    """What both parts of a ratio count, out of "Số … / tổng số …": the words that they begin with, or those in brackets
    at the end."""
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
