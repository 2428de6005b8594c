"""Reporting periods: parsing, printing, arithmetic and the cut-off days of their data."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum

_ROMAN = ("", "I", "II", "III", "IV")
_EXAMPLES = "2023-06, 2023-Q2, 2023-H1, 2023-H2, 2023-9M hoặc 2023"


class PeriodKind(Enum):
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


class ReportKind(StrEnum):
    """Kinds of document; the value is the word of the command line."""

    MONTHLY = "thang"
    PERIODIC = "cchc"
    OBJECTIVES = "muc-tieu"
    PLAN = "ke-hoach"


class UnknownPeriod(ValueError):
    """A period that cannot be read. The message is whole and in Vietnamese."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"Không hiểu kỳ báo cáo “{text}”. Viết một trong các dạng: {_EXAMPLES} "
            "(cũng có thể viết “tháng 6 năm 2023”, “quý II năm 2023”, “6 tháng đầu năm 2023”)."
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

#: Data of a CCHC report run from the 15th of the month before its first month to the 14th of its last
#: month: 581/BNV-CCHC (quý I, 6 tháng, quý III, năm); QĐ 01/2023/QĐ-UBND Khánh Hòa, Điều 4 (tháng, 9 tháng).
CUT_OFF_DAY = 14


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
    def parse(cls, text: str) -> ReportingPeriod:
        """Return the period written as an id (`2023-H1`) or in words. Raises UnknownPeriod."""
        plain = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip().lower().replace("–", "-")
        try:
            for pattern, build in _FORMS:
                if match := pattern.fullmatch(plain):
                    return build(match)
        except ValueError as exc:
            raise UnknownPeriod(text) from exc
        raise UnknownPeriod(text)

    @property
    def id(self) -> str:
        match self.kind:
            case PeriodKind.MONTH:
                return f"{self.year}-{self.number:02}"
            case PeriodKind.QUARTER:
                return f"{self.year}-Q{self.number}"
            case PeriodKind.HALF:
                return f"{self.year}-H{self.number}"
            case PeriodKind.NINE_MONTHS:
                return f"{self.year}-9M"
        return str(self.year)

    @property
    def name_without_year(self) -> str:
        match self.kind:
            case PeriodKind.MONTH:
                return f"tháng {self.number}" if self.number > 2 else f"tháng {self.number:02}"
            case PeriodKind.QUARTER:
                return f"quý {_ROMAN[self.number]}"
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
        return tuple(
            ReportingPeriod(self.year, PeriodKind.MONTH, m) for m in range(self.first_month, self.last_month + 1)
        )

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
    def first_day(self) -> date:
        return date(self.year, self.first_month, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.last_month, monthrange(self.year, self.last_month)[1])

    def window(self, kind: ReportKind, due_day: int | None = None) -> Window:
        """Return the days whose data the report of `kind` covers.

        CCHC reports follow the cut-offs of 581/BNV-CCHC. The monthly report on the plan gives the state on the
        day of the report: from the day after last month's report day to this month's (`due_day`), or the
        calendar month when the unit names no day.
        """
        if kind is ReportKind.MONTHLY:
            if due_day is None:
                return Window(self.first_day, self.last_day)
            end_of_before = _month_day(self.first_day - timedelta(days=1), due_day)
            return Window(end_of_before + timedelta(days=1), self.due(due_day))
        month_before = self.first_day - timedelta(days=1)
        return Window(month_before.replace(day=CUT_OFF_DAY + 1), date(self.year, self.last_month, CUT_OFF_DAY))

    def due(self, day: int) -> date:
        """The due date in its last month; a day the month does not have becomes its last day."""
        return _month_day(self.last_day, day)


def _month_day(in_month: date, day: int) -> date:
    return in_month.replace(day=min(day, monthrange(in_month.year, in_month.month)[1]))


def _roman(text: str) -> int:
    return int(text) if text.isdigit() else _ROMAN.index(text.upper())


def _of(kind: PeriodKind, number: int = 1) -> Callable[[re.Match[str]], ReportingPeriod]:
    return lambda m: ReportingPeriod(int(m["y"]), kind, number)


_YEAR = r"(?P<y>(?:19|20)\d{2})"
_OF_YEAR = rf"(?:\s*(?:/|-|,? ?năm|,)\s*|\s+){_YEAR}"
_IN_YEAR = rf"{_YEAR}\s*[-/ ]\s*"
_LETTER_IN_YEAR = rf"{_YEAR}\s*[-/ ]?\s*"
_FORMS = [
    (
        re.compile(rf"{_IN_YEAR}(?P<n>\d{{1,2}})"),
        lambda m: ReportingPeriod(int(m["y"]), PeriodKind.MONTH, int(m["n"])),
    ),
    (
        re.compile(rf"{_LETTER_IN_YEAR}q(?P<n>[1-4])"),
        lambda m: ReportingPeriod(int(m["y"]), PeriodKind.QUARTER, int(m["n"])),
    ),
    (
        re.compile(rf"{_LETTER_IN_YEAR}h(?P<n>[12])"),
        lambda m: ReportingPeriod(int(m["y"]), PeriodKind.HALF, int(m["n"])),
    ),
    (re.compile(rf"{_LETTER_IN_YEAR}6m"), _of(PeriodKind.HALF, 1)),
    (re.compile(rf"{_LETTER_IN_YEAR}9m"), _of(PeriodKind.NINE_MONTHS)),
    (re.compile(rf"(?:năm )?{_YEAR}"), _of(PeriodKind.YEAR)),
    (
        re.compile(rf"(?:tháng ?)?(?P<n>\d{{1,2}}){_OF_YEAR}"),
        lambda m: ReportingPeriod(int(m["y"]), PeriodKind.MONTH, int(m["n"])),
    ),
    (
        re.compile(rf"quý ?(?P<n>[1-4]|iv|i{{1,3}}){_OF_YEAR}"),
        lambda m: ReportingPeriod(int(m["y"]), PeriodKind.QUARTER, _roman(m["n"])),
    ),
    (re.compile(rf"0?6 ?tháng(?: đầu năm)?{_OF_YEAR}"), _of(PeriodKind.HALF, 1)),
    (re.compile(rf"0?6 ?tháng cuối năm{_OF_YEAR}"), _of(PeriodKind.HALF, 2)),
    (re.compile(rf"0?9 ?tháng(?: đầu năm)?{_OF_YEAR}"), _of(PeriodKind.NINE_MONTHS)),
]
