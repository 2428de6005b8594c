"""Reporting periods: parsing, printing, arithmetic and the cut-off days of their data."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.law.cut_offs import CutOff
from generator.vietnamese.text import folded, roman, roman_value

#: The year of an example where no other is known.
SOME_YEAR = 2023


def examples_of(year: int) -> str:
    """Return ways to write a period, as periods of `year` (0: of some year)."""
    of = year or SOME_YEAR
    return f"{of}-06, {of}-Q2, {of}-H1, {of}-H2, {of}-9M hoặc {of}"


class PeriodKind(Enum):
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"

    __hash__ = object.__hash__  # each is there once; that of Enum takes longer


class UnknownPeriod(ValueError):
    """A period that cannot be read. The message is whole and in Vietnamese, its examples of `year` (0: some year)."""

    def __init__(self, text: str, year: int = 0) -> None:
        of = year or SOME_YEAR
        super().__init__(
            f"Không hiểu kỳ báo cáo “{text}”. Viết một trong các dạng: {examples_of(of)} "
            f"(cũng có thể viết “tháng 6 năm {of}”, “quý II năm {of}”, “6 tháng đầu năm {of}”)."
        )


@dataclass(frozen=True, slots=True)
class Window:
    """The days whose data belong to a report; both ends included."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


# First and last month of each kind of period, by its number in the year.
_MONTHS: dict[tuple[PeriodKind, int], tuple[int, int]] = {
    **{(PeriodKind.MONTH, m): (m, m) for m in range(1, 13)},
    **{(PeriodKind.QUARTER, q): (3 * q - 2, 3 * q) for q in range(1, 5)},
    (PeriodKind.HALF, 1): (1, 6),
    (PeriodKind.HALF, 2): (7, 12),
    (PeriodKind.NINE_MONTHS, 1): (1, 9),
    (PeriodKind.YEAR, 1): (1, 12),
}


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """A month, quarter, half, nine months or year. `number` counts within the year from 1."""

    year: int
    kind: PeriodKind
    number: int = 1

    def __post_init__(self) -> None:
        if (self.kind, self.number) not in _MONTHS:
            raise ValueError(f"no {self.kind.value} number {self.number}")

    # -- reading and printing ------------------------------------------------------------------
    @classmethod
    def parse(cls, text: str, year: int = 0) -> ReportingPeriod:
        """Return the period written as an id (`2023-H1`) or in words; one without its year is of `year` (0: none).

        Raises UnknownPeriod.
        """
        if (found := form_of(text)) is None:
            raise UnknownPeriod(text, year)
        form, match = found
        said = match.groupdict()
        of_year = int(said.get("y") or year)
        number = roman_value(said["n"]) if "n" in said else form.number
        if not of_year or (form.kind, number) not in _MONTHS:
            raise UnknownPeriod(text, year)
        return cls(of_year, form.kind, number)

    @property
    def id(self) -> str:
        return _id(self.year, self.kind, self.number)

    @property
    def name_without_year(self) -> str:
        match self.kind:
            case PeriodKind.MONTH:
                return f"tháng {self.number}" if self.number > 2 else f"tháng {self.number:02}"
            case PeriodKind.QUARTER:
                return f"quý {roman(self.number)}"
            case PeriodKind.HALF:
                return "6 tháng đầu năm" if self.number == 1 else "6 tháng cuối năm"
            case PeriodKind.NINE_MONTHS:
                return "9 tháng đầu năm"
        return "năm"

    def __str__(self) -> str:
        """As in a sentence: "tháng 6 năm 2023", "quý II năm 2023", "6 tháng đầu năm 2023", "năm 2023"."""
        joiner = " năm " if self.kind in (PeriodKind.MONTH, PeriodKind.QUARTER) else " "
        return f"{self.name_without_year}{joiner}{self.year}"

    # -- neighbours ----------------------------------------------------------------------------
    @property
    def previous(self) -> ReportingPeriod:
        """The period of the same kind before this one."""
        return self._moved(-1)

    @property
    def following(self) -> ReportingPeriod:
        """What comes after it in practice: after 6 tháng đầu năm 6 tháng cuối năm, after 9 tháng quý IV."""
        if self.kind is PeriodKind.NINE_MONTHS:
            return ReportingPeriod(self.year, PeriodKind.QUARTER, 4)
        return self._moved(1)

    @property
    def same_period_last_year(self) -> ReportingPeriod:
        return ReportingPeriod(self.year - 1, self.kind, self.number)

    def _moved(self, step: int) -> ReportingPeriod:
        in_a_year = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF: 2}.get(self.kind, 1)
        index = self.year * in_a_year + (self.number - 1) + step
        return ReportingPeriod(index // in_a_year, self.kind, index % in_a_year + 1)

    # -- days ----------------------------------------------------------------------------------
    @property
    def first_month(self) -> int:
        return _MONTHS[self.kind, self.number][0]

    @property
    def last_month(self) -> int:
        return _MONTHS[self.kind, self.number][1]

    @property
    def months(self) -> tuple[ReportingPeriod, ...]:
        """Its months; a month's data window and theirs meet at the same cut-off days."""
        return _months(self.year, self.first_month, self.last_month)

    @property
    def year_so_far(self) -> tuple[ReportingPeriod, ...]:
        """The months from January to its last one."""
        return _months(self.year, 1, self.last_month)

    @property
    def quarters(self) -> tuple[ReportingPeriod, ...]:
        """The quarters it is made of; empty for a month."""
        if self.kind is PeriodKind.MONTH:
            return ()
        return tuple(
            ReportingPeriod(self.year, PeriodKind.QUARTER, q)
            for q in range((self.first_month + 2) // 3, (self.last_month + 2) // 3 + 1)
        )

    @property
    def quarter(self) -> ReportingPeriod:
        """The quarter that its last month is in."""
        return ReportingPeriod(self.year, PeriodKind.QUARTER, (self.last_month + 2) // 3)

    @property
    def first_day(self) -> date:
        return date(self.year, self.first_month, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.last_month, monthrange(self.year, self.last_month)[1])

    def data_window(self, cut_off: CutOff) -> Window:
        """Return the days from the day after one cut-off to the next: that of its last month."""
        if cut_off.day is None:
            return Window(self.first_day, self.last_day)
        before = _month_day(self.first_day - timedelta(days=1), cut_off.day)
        return Window(before + timedelta(days=1), self.due(cut_off.day))

    def due(self, day: int) -> date:
        """The due date in its last month; a day the month does not have becomes its last day."""
        return _month_day(self.last_day, day)


@lru_cache(maxsize=1024)
def _id(year: int, kind: PeriodKind, number: int) -> str:
    match kind:
        case PeriodKind.MONTH:
            return f"{year}-{number:02}"
        case PeriodKind.QUARTER:
            return f"{year}-Q{number}"
        case PeriodKind.HALF:
            return f"{year}-H{number}"
        case PeriodKind.NINE_MONTHS:
            return f"{year}-9M"
    return str(year)


@lru_cache(maxsize=256)
def _months(year: int, first: int, last: int) -> tuple[ReportingPeriod, ...]:
    return tuple(ReportingPeriod(year, PeriodKind.MONTH, number) for number in range(first, last + 1))


def _month_day(in_month: date, day: int) -> date:
    return in_month.replace(day=min(day, monthrange(in_month.year, in_month.month)[1]))


class Form(NamedTuple):
    """A way of writing a period: groups `y` (the year, which some ways may leave out) and `n` (its number, else
    `number`), and an example with the id of what it means in 2023."""

    pattern: str
    kind: PeriodKind
    number: int
    example: str
    expected: str


_YEAR = r"(?P<y>(?:19|20)\d{2})"
_OF_YEAR = rf"(?:\s*(?:/|-|,? ?năm|,)\s*|\s+){_YEAR}"
_MAYBE_OF_YEAR = rf"(?:{_OF_YEAR})?"
_IN_YEAR = rf"{_YEAR}\s*[-/ ]\s*"
_LETTER_IN_YEAR = rf"{_YEAR}\s*[-/ ]?\s*"
#: Every way in which people write a period. The first that fits the whole text holds.
FORMS = (
    Form(rf"{_IN_YEAR}(?P<n>\d{{1,2}})", PeriodKind.MONTH, 0, "2023-06", "2023-06"),
    Form(rf"{_LETTER_IN_YEAR}q(?P<n>[1-4])", PeriodKind.QUARTER, 0, "2023-Q2", "2023-Q2"),
    Form(rf"{_LETTER_IN_YEAR}h(?P<n>[12])", PeriodKind.HALF, 0, "2023-H2", "2023-H2"),
    Form(rf"{_LETTER_IN_YEAR}6m", PeriodKind.HALF, 1, "2023-6M", "2023-H1"),
    Form(rf"{_LETTER_IN_YEAR}9m", PeriodKind.NINE_MONTHS, 1, "2023-9M", "2023-9M"),
    Form(rf"(?:(?:cả )?năm )?{_YEAR}", PeriodKind.YEAR, 1, "Năm 2023", "2023"),
    Form(r"(?:cả )?năm", PeriodKind.YEAR, 1, "Cả năm", "2023"),
    Form(rf"(?P<n>\d{{1,2}}){_OF_YEAR}", PeriodKind.MONTH, 0, "5/2023", "2023-05"),
    Form(rf"(?:tháng|t) ?(?P<n>\d{{1,2}}){_MAYBE_OF_YEAR}", PeriodKind.MONTH, 0, "T5", "2023-05"),
    Form(rf"(?:quý|qúy|quí|q) ?(?P<n>[1-4]|iv|i{{1,3}}){_MAYBE_OF_YEAR}", PeriodKind.QUARTER, 0, "Quý II", "2023-Q2"),
    Form(rf"0?6 ?tháng(?: đầu năm)?{_MAYBE_OF_YEAR}", PeriodKind.HALF, 1, "6 tháng", "2023-H1"),
    Form(rf"0?6 ?tháng cuối năm{_MAYBE_OF_YEAR}", PeriodKind.HALF, 2, "6 tháng cuối năm", "2023-H2"),
    Form(rf"0?9 ?tháng(?: đầu năm)?{_MAYBE_OF_YEAR}", PeriodKind.NINE_MONTHS, 1, "9 tháng", "2023-9M"),
)
_COMPILED = tuple((re.compile(form.pattern), form) for form in FORMS)


def form_of(text: str) -> tuple[Form, re.Match[str]] | None:
    """Return the way in which a text writes a period, and what stands where in it."""
    said = folded(text).replace("–", "-")
    return next(((form, match) for pattern, form in _COMPILED if (match := pattern.fullmatch(said))), None)
