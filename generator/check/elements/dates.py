"""Dates as papers write them: "ngày 05 tháng 01 năm 2026", "05/01/2026", "ngày 30/4"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from generator.vietnamese.dates import day_number, month_number

_IN_WORDS = re.compile(r"(?i)\bngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?!\d)(?:\s+năm\s+(\d{4})(?!\d))?")
_IN_DIGITS = re.compile(
    r"(?i)(?<![\w/.,-])(?:(ngày)\s+)?(\d{1,2})\s?([/.-])\s?(\d{1,2})(?:\s?\3\s?(\d{4}))?(?![\w/-]|[.,]\d)"
)
_NUMBER_OF = re.compile(r"(?i)\bsố\s*:?\s*$")
_AFTER_LUNAR = re.compile(r"(?i)\s*[(,]?\s*(?:âm lịch|ÂL\b|năm\s+[^\W\d])")
_BEFORE_LUNAR = re.compile(r"(?i)\b(?:nhằm|tức)\s*$")
_LEAP_YEAR, _LONGEST_LUNAR_MONTH = 2000, 30
_MONTHS = 12
_NEAR = 40


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date with the words it is written in; `year` is None where the text leaves it out."""

    text: str
    day: int
    month: int
    year: int | None

    @property
    def why_impossible(self) -> str:
        """Why no calendar has this day, or nothing."""
        if not 1 <= self.month <= _MONTHS:
            return f"không có tháng {self.month}"
        if self.day < 1:
            return f"không có ngày {self.day}"
        days = monthrange(self.year or _LEAP_YEAR, self.month)[1]
        if self.day <= days:
            return ""
        of_year = f" năm {self.year}" if self.year and self.month == 2 else ""
        return f"tháng {self.month}{of_year} chỉ có {days} ngày"

    @property
    def in_full(self) -> str:
        """The date as the decree writes it (II.4.b): "ngày 05 tháng 02 năm 2026"."""
        return f"ngày {day_number(self.day)} tháng {month_number(self.month)}" + (
            f" năm {self.year}" if self.year else ""
        )


def written_dates(text: str) -> list[WrittenDate]:
    """Return the dates of the solar calendar in a text; fractions, numbers of documents and lunar days are left out."""
    found: list[WrittenDate] = []
    for match in _IN_WORDS.finditer(text):
        found += _solar(text, match, WrittenDate(match[0], int(match[1]), int(match[2]), _year(match[3])))
    for match in _IN_DIGITS.finditer(text):
        date = WrittenDate(match[0], int(match[2]), int(match[4]), _year(match[5]))
        if _is_date(date, named=bool(match[1]), mark=match[3]) and not _NUMBER_OF.search(_before(text, match)):
            found += _solar(text, match, date)
    return found


def _is_date(date: WrittenDate, *, named: bool, mark: str) -> bool:
    """Tell a date from a fraction ("15/20 hồ sơ"), an item's number and a telephone's."""
    if date.year is None:
        return named and mark == "/" and date.month <= _MONTHS
    return named or mark == "/"


def _solar(text: str, match: re.Match[str], date: WrittenDate) -> list[WrittenDate]:
    lunar = bool(_AFTER_LUNAR.match(text, match.end()) or _BEFORE_LUNAR.search(_before(text, match)))
    return [] if lunar and date.day <= _LONGEST_LUNAR_MONTH and date.month <= _MONTHS else [date]


def _before(text: str, match: re.Match[str]) -> str:
    """The words right before a date; all of what is before it would be looked through for each one."""
    return text[max(0, match.start() - _NEAR) : match.start()]


def _year(digits: str | None) -> int | None:
    return int(digits) if digits else None
