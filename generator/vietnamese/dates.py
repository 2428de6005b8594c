"""Days: as the decree writes them, as people type them, as documents are cited by them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from generator.law.header import ZERO_BELOW
from generator.vietnamese.text import folded

# -- writing: Nghị định 30/2020, PL I, Phần I, II.4.b ----------------------------------------------


def short_date(day: date) -> str:
    """Return "08/3/2023": a day below 10 and months 1 and 2 take a 0."""
    return f"{day_number(day.day)}/{month_number(day.month)}/{day.year}"


def long_date(day: date) -> str:
    """Return "ngày 05 tháng 01 năm 2023"."""
    return f"ngày {day_number(day.day)} tháng {month_number(day.month)} năm {day.year}"


def undated(day: date) -> str:
    """Return the date line before the day is known: "ngày      tháng 6 năm 2023"."""
    return f"ngày      tháng {month_number(day.month)} năm {day.year}"


def day_number(day: int) -> str:
    return f"{day:02}" if day < ZERO_BELOW["ngày"] else str(day)


def month_number(month: int) -> str:
    return f"{month:02}" if month < ZERO_BELOW["tháng"] else str(month)


# -- reading ---------------------------------------------------------------------------------------
_DAY_FIRST = re.compile(r"(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:[ t]00:00(?::00)?)?", re.ASCII)
_IN_WORDS = re.compile(r"(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})", re.ASCII)
#: A day as documents are cited by; what an extension runs to ("gia hạn đến ngày …") is another day.
_CITED_DAY = re.compile(
    r"(?<!đến )(?<!đến ngày )(?<![\d/.-])"
    r"(?P<day>\d{1,2})(?:\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?|\s+tháng\s+(?P<named>\d{1,2})\s+năm\s+)"
    r"(?P<year>20\d\d|\d\d)(?![\d/-])",
    re.IGNORECASE,
)


#: A day that a text states, its year in full.
_STATED_DAY = re.compile(
    r"(?P<day>\d\d?)(?:[/.-](?P<month>\d\d?)[/.-]| tháng (?P<named>\d\d?) năm )(?P<year>20\d\d)", re.ASCII
)

#: A day of 0023, 1923 or 2203 is a slip of the hand: of which year is for a person to say.
_OUR_YEARS = range(2000, 2100)


def calendar_day(day: str | int, month: str | int, year: str | int) -> date | None:
    """Return the day that the figures make, a year of two figures in this century; None when no calendar has it,
    or when it is not of our time."""
    of_year = int(year) + (2000 if len(str(year)) == 2 else 0)
    try:
        return in_our_time(date(of_year, int(month), int(day)))
    except ValueError:
        return None


def in_our_time(day: date) -> date | None:
    """Return the day if it is of the years 2000-2099."""
    return day if day.year in _OUR_YEARS else None


def read_day(text: str) -> date | None:
    """Return the day that a text says and nothing else: day first, year first, or in words."""
    said = folded(text).rstrip(".,;").removeprefix("ngày ")
    if match := _DAY_FIRST.fullmatch(said):
        return calendar_day(match[1], match[3], match[4])
    if match := _YEAR_FIRST.fullmatch(said):
        return calendar_day(match[4], match[3], match[1])
    if match := _IN_WORDS.fullmatch(said):
        return calendar_day(*match.groups())
    return None


@lru_cache(maxsize=1024)
def day_of_document(citation: str) -> date | None:
    """Return the first day a cited document states ("Công văn số 512/UBND ngày 25/6/2026"), None without one."""
    for found in _CITED_DAY.finditer(citation):
        if day := calendar_day(found["day"], found["month"] or found["named"], found["year"]):
            return day
    return None


def day_of_no_calendar(text: str) -> str:
    """Return the first day stated in a text that no calendar has ("31/02/2024"), "" when there is none."""
    for found in _STATED_DAY.finditer(text):
        if calendar_day(found["day"], found["month"] or found["named"], found["year"]) is None:
            return found[0]
    return ""
