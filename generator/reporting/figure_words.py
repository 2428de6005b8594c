"""How a figure is said: its value, what it is made of, its target, how it changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from generator.domain.answers import NO, YES, Answers
from generator.domain.indicator import Aggregation, Comparator, Indicator, Reading
from generator.domain.period import PeriodKind
from generator.reporting.amounts import amount_of, count_of, counted_in, unit_of
from generator.reporting.comparison import Comparison
from generator.reporting.figures import ReportFigures
from generator.reporting.said_twice import a_result_says, is_but_a_rate
from generator.reporting.statistics_table import figure, share_of_year
from generator.reporting.wording import Phrases, capitalised, one_line
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count, quantity

_SYMBOLS = re.compile(r"[<>=≥≤]")
_NUMBER_OF = re.compile(r"số (?!lượng )(.+)", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"[\d.,]+")
#: Behind these a word says what befell what is counted: no deed of the unit.
_NOT_ITS_DEED = (" bị", " có", " phải", " cần", " của", " về")
#: Behind these a word without "đã" or "được" says of what kind they are: "cuộc kiểm tra", "kế hoạch kiểm tra".
_OF_A_KIND = (
    *("cuộc", "đợt", "lượt", "lần", "lớp", "buổi", "đoàn", "hội nghị", "phiếu", "việc", "công tác", "nhiệm vụ"),
    *("kết quả", "kế hoạch", "báo cáo", "quyết định", "thông báo", "công văn", "biên bản", "quy trình"),
)
#: What is said of a deed in more words than one, and does not go on with another deed: "quá hạn", "đào tạo, bồi dưỡng".
_MORE_OF_DEED = re.compile(r" (?!và |hoặc )\S+ .+", re.DOTALL)
#: With these a clause says what was or was not; anything else is a name that a comma sets off from the time before it.
_CLAUSE = ("có ", "đã ", "đang ", "chưa ", "không ")
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
        """Return the sentences on some indicators that have a value: answers and counts of the period, standing counts,
        rates."""
        indicators = [i for i in indicators if self.is_known(i) and not self._is_told(i)]
        not_held = [i for i in indicators if i.aggregation is Aggregation.CODED and self._word(i) == NO]
        indicators = [i for i in indicators if not any(self._is_none_of(i, held) for held in not_held)]
        answers = [self._answer(i) for i in indicators if i.aggregation is Aggregation.CODED]
        known = [i for i in indicators if i.aggregation is not Aggregation.CODED]
        rates = [i for i in known if i.is_percentage]
        counts = [i for i in known if not i.is_percentage and not any(self._is_part_of(i, rate) for rate in rates)]
        flows = [i for i in counts if i.aggregation is not Aggregation.LAST]
        stocks = [i for i in counts if i.aggregation is Aggregation.LAST]
        in_period, on_day = [*answers, *self._in_list(flows)], self._in_list(stocks)
        said = (("so_lieu.trong_ky", in_period), ("so_lieu.den_ngay", on_day))
        sentences = [
            self._phrase(
                key if items[0].startswith(_CLAUSE) else f"{key}_ten",
                ky=self._period_word,
                ngay=self._day,
                ke="; ".join(items),
            )
            for key, items in said
            if items
        ]
        return [*sentences, *self._rates(rates)]

    def _is_part_of(self, indicator: Indicator, rate: Indicator) -> bool:
        """Whether a count without a target is what a rate has above its line: "Số hồ sơ đúng hạn", "Tỷ lệ hồ sơ …"."""
        names = (one_line(i.name).lower().removeprefix(of) for i, of in ((indicator, "số "), (rate, "tỷ lệ ")))
        above = self._figures.readings[rate.code].numerator
        return (
            indicator.target is None
            and len(set(names)) == 1
            and above is not None
            and above == self._figures.readings[indicator.code].value
        )

    def _is_none_of(self, indicator: Indicator, not_held: Indicator) -> bool:
        """Whether a figure is but a nought below a question that is answered with "Không"."""
        below = f"{not_held.number.rstrip('.')}."
        is_below = indicator.form == not_held.form and indicator.number.startswith(below)
        return is_below and not self._figures.readings[indicator.code].value

    def _is_told(self, indicator: Indicator) -> bool:
        """Whether a result says a count that has nothing more to it."""
        has_changed = self._change_of_count(indicator, self._figures.readings[indicator.code])
        return not has_changed and a_result_says(indicator, self._figures)

    def is_known(self, indicator: Indicator) -> bool:
        return self._figures.readings[indicator.code].value is not None

    def _answer(self, indicator: Indicator) -> str:
        """A coded answer in words as it follows "trong kỳ": what was held, what was not, else which of several ways."""
        word = self._word(indicator)
        key = {YES: "so_lieu.tra_loi_co", NO: "so_lieu.tra_loi_khong"}.get(word, "so_lieu.tra_loi")
        name = self._lower(one_line(indicator.name))
        return self._phrase(key, chi_tieu=name, viec=name, tra_loi=self._lower(word))

    def _word(self, indicator: Indicator) -> str:
        value = self._figures.readings[indicator.code].value
        assert value is not None
        return Answers.of(indicator.unit).word_of(value)

    def says(self, task_id: str, result: str) -> bool:
        """Return whether a result is nothing but the value of a rate that its task is measured by."""
        return is_but_a_rate(task_id, result, self._figures)

    @property
    def _day(self) -> str:
        return short_date(self._figures.as_of)

    @property
    def _last_year(self) -> str:
        is_year = self._figures.period.kind is PeriodKind.YEAR
        return self._phrase("so_lieu.nam_truoc" if is_year else "so_lieu.cung_ky")

    def _in_list(self, indicators: list[Indicator]) -> list[str]:
        """Counts as they follow "trong kỳ": what there is, in the table's order, then what there is none of."""
        items: list[str] = []
        has, last_year = self._phrase("so_lieu.co", noi_dung=""), self._last_year
        before = ""
        readings = self._figures.readings
        for indicator in sorted(indicators, key=lambda i: not readings[i.code].value):
            item = (
                self._counted(indicator, alone=len(indicators) == 1)
                if readings[indicator.code].value
                else self._none_of(indicator)
            )
            # "Có" is said once for what follows on it: "có 21 người được giao; 20 người có mặt".
            said = item.removeprefix(has) if has and before.startswith(has) else item
            # So is what a change is against.
            is_said = any(last_year in earlier for earlier in items)
            items.append(said.replace(f" {last_year}", "") if is_said else said)
            before = item
        if items and items[0].startswith(tuple(self._phrases.value("so_lieu.viec_lam"))):
            items[0] = self._phrase("so_lieu.da", viec=items[0])
        return items

    def _counted(self, indicator: Indicator, *, alone: bool) -> str:
        reading = self._figures.readings[indicator.code]
        name, amount = one_line(indicator.name), amount_of(indicator, reading)
        change = self._change_of_count(indicator, reading)
        if alone and change and a_result_says(indicator, self._figures):
            return self._phrase("so_lieu.so_tang_giam", chi_tieu=self._lower(name), thay_doi=change)
        if (named := _NUMBER_OF.fullmatch(name)) is None:
            said = self._phrase("so_lieu.la", chi_tieu=self._lower(name), gia_tri=f"{amount} {unit_of(indicator)}")
        elif deed := self._deed(named[1]):
            thing, began, verb, more = deed
            said = f"{began}{verb} {amount} {thing}{more}"
        else:
            said = self._phrase("so_lieu.co", noi_dung=f"{amount} {named[1]}")
        return said + self._towards_target(indicator, reading) + (f" ({change})" if change else "")

    def _none_of(self, indicator: Indicator) -> str:
        name = one_line(indicator.name)
        named = _NUMBER_OF.fullmatch(name)
        what = named[1] if named else self._lower(name)
        case = self.reached(indicator)
        expected = case in (Reached.UNDER_WAY, Reached.NO)
        key = "so_lieu.muc_tieu_nam" if case is Reached.UNDER_WAY else "so_lieu.muc_tieu"
        target = self._phrase(key, muc_tieu=self.target(indicator)) if expected else ""
        if (deed := self._deed(what)) and not deed[3]:
            thing, _, verb, _ = deed
            key = "so_lieu.chua_lam" if expected else "so_lieu.khong_lam"
            return self._phrase(key, viec=verb, vat=thing, muc_tieu=target)
        return self._phrase("so_lieu.chua_co" if expected else "so_lieu.khong_co", noi_dung=what, muc_tieu=target)

    def _deed(self, counted: str) -> tuple[str, str, str, str] | None:
        """What is counted, "đã " or "đang " before what was done, that, and what else is said of it: out of "hồ sơ đã
        giải quyết quá hạn"."""
        verbs = "|".join(map(re.escape, self._phrases.value("so_lieu.viec_lam")))
        done = rf"({verbs})\b(.*)"
        found = re.fullmatch(rf"(.+) (?:được |(?=đã |đang ))(đã |đang |){done}", counted, re.DOTALL)
        if found is None:
            found = re.fullmatch(rf"(.+?) (){done}", counted, re.DOTALL)
            if found is None or found[1].endswith(_OF_A_KIND):
                return None
        if found[1].endswith(_NOT_ITS_DEED):
            return None
        thing, began, verb, more = found.groups()
        return (thing, began, verb, more) if _MORE_OF_DEED.fullmatch(more) else (thing, began, verb + more, "")

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
        return self._phrase(
            "so_lieu.tang" if reading.value > before.value else "so_lieu.giam",
            muc=count_of(abs(reading.value - before.value)),
            so_voi=self._last_year,
        )

    def _rates(self, indicators: list[Indicator]) -> list[str]:
        """Sentences of some rates each; what all changes of a sentence are against is said once."""
        many = self._phrases.value("so_lieu.ke_toi_da")
        return [capitalised(self._rates_in_one(indicators[n : n + many])) for n in range(0, len(indicators), many)]

    def _rates_in_one(self, indicators: list[Indicator]) -> str:
        items = [self._rate(i) for i in indicators]
        known = dict.fromkeys((self._last_year, self._period_before))
        against = [f" {words}" for words in known if any(words in item for item in items)]
        if len(against) == 1:
            first = next(n for n, item in enumerate(items) if against[0] in item)
            items[first + 1 :] = [item.replace(against[0], "") for item in items[first + 1 :]]
        return f"{'; '.join(items)}."

    @property
    def _period_before(self) -> str:
        return self._phrase("so_lieu.ky_truoc", ky=self._period_word)

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
            chi_tieu=self._lower(one_line(indicator.name)),
            gia_tri=f"{figure(indicator, reading)}%",
            ngoac=f" ({brackets})" if brackets else "",
            thay_doi=self._changes_of_rate(indicator, reading),
        )

    def _changes_of_rate(self, indicator: Indicator, reading: Reading) -> str:
        changes = []
        for before, words in (
            (self._comparison.last_year(indicator), self._last_year),
            (self._comparison.period_before(indicator), self._period_before),
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
        return f"{shown}/{count_of(below)} {counted_in(indicator.measured_by)}".rstrip()

    def target(self, indicator: Indicator) -> str:
        """Return the target as it stands in a sentence: never ">= 20 %"."""
        target = indicator.target
        if target is not None and not target.value and target.comparator in (Comparator.EXACTLY, Comparator.AT_MOST):
            return self._phrase("so_lieu.khong_de_phat_sinh")
        text = one_line(indicator.target_text)
        if target is not None and _SYMBOLS.search(text):
            unit = target.unit or (f" {unit_of(indicator)}" if not indicator.is_percentage else "%")
            text = f"{target.comparator.value} {quantity(target.value)}{unit}"
        elif _NUMBER.fullmatch(text) and not indicator.is_percentage:
            text = f"{text} {unit_of(indicator)}"
        return self._lower(re.sub(r"(?<=\d) %", "%", text))

    def valued(self, indicator: Indicator, *, with_target: bool = True) -> str:
        """Return the indicator with its value and target, as it stands in a list of what was reached or not; without
        the target where it stands above."""
        reading = self._judged(indicator)
        if indicator.is_percentage:
            value = f"{figure(indicator, reading)}%"
        elif reading.value:
            value = f"{amount_of(indicator, reading)} {unit_of(indicator)}"
        else:
            value = self._phrase("so_lieu.chua_co_ngan")
        name, judged = self._lower(one_line(indicator.name)), self._figures.judgement(indicator)
        if judged is not None and judged.share is not None and not judged.is_met:
            said = self._phrase("chi_tieu.ke_dang", chi_tieu=name, gia_tri=value, ty_le=share_of_year(judged.share))
        elif with_target:
            said = self._phrase("chi_tieu.ke", chi_tieu=name, gia_tri=value, muc_tieu=self.target(indicator))
        else:
            said = self._phrase("chi_tieu.ke_ngan", chi_tieu=name, gia_tri=value)
        # A name that ends in brackets shares them: "(lũy kế; 10,57%, …)".
        return said.replace(") (", "; ")
