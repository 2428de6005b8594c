"""Days, months, quarters and years as Vietnamese office text states them.

Finds the expressions and says which word stands before each ("trước", "đến", "từ" ...). What they mean for a
task is decided in `deadline_phrase`. A date that belongs to a cited document is not seen at all.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache, partial
from itertools import pairwise

from generator.vietnamese.citations import without_citations
from generator.vietnamese.dates import calendar_day
from generator.vietnamese.rules import Rule, Rules
from generator.vietnamese.text import roman_value

Span = tuple[date, date]


class Grain(Enum):
    """How fine an expression is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class StatedTime:
    """One expression at text[start:end]. `lead` is the words before it that belong to it, from `lead_start`.

    `pieces` are its (first day, last day) spans; adjacent months or quarters are one span. No piece means that
    the figures make no date, such as 31/6/2023.
    """

    start: int
    end: int
    grain: Grain
    lead: str
    lead_start: int
    pieces: tuple[Span, ...]
    has_year: bool = True


# -- the days of an expression -----------------------------------------------------------------------------------
def _a_day(day: str, month: str, year: int) -> list[Span]:
    stated = calendar_day(day, month, year)
    return [(stated, stated)] if stated else []


def _months(year: int, first: int, last: int) -> Span:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _days_of_months(match: re.Match[str], year: int, _: int) -> list[Span]:
    """One day, or the same day of several months ("ngày 15 tháng 3, 6, 9"); a month that is none spoils all."""
    return _same_day(match["ld"], match["lm"], year)


def _same_day(day: str, listed: str, year: int) -> list[Span]:
    """The day in each of the months of a list that goes forward in the year."""
    months = re.findall(r"\d+", listed)
    days = [_a_day(day, month, year) for month in months]
    goes_on = all(int(a) < int(b) for a, b in pairwise(months))
    return [span for stated in days for span in stated] if goes_on and all(days) else []


def _days_apart(match: re.Match[str], year: int, _: int) -> list[Span]:
    first, last = _a_day(match["da"], match["dm"], year), _a_day(match["db"], match["dm"], year)
    return [(first[0][0], last[0][1])] if first and last and first < last else []


def _day_in_months(match: re.Match[str], year: int, _: int) -> list[Span]:
    return _same_day(match["id"], match["im"], year)


def _listed_months(match: re.Match[str], year: int, plan_year: int) -> list[Span]:
    numbers = [int(n) for n in re.findall(r"\d+", match["ms"])]
    return _spans(numbers, match["ms"], year, plan_year, 1) if all(1 <= n <= 12 for n in numbers) else []


def _listed_quarters(match: re.Match[str], year: int, plan_year: int) -> list[Span]:
    return _spans(quarters_in(match["qs"]), match["qs"], year, plan_year, 3)


def quarters_in(listed: str) -> list[int]:
    """Return the numbers of a list of quarters ("II, quý III")."""
    return [roman_value(name.lstrip("0")) for name in re.findall(rf"\b{QUARTER}\b", listed, re.IGNORECASE)]


def _spans(numbers: list[int], text: str, year: int, plan_year: int, months: int) -> list[Span]:
    """The spans of a list of months or quarters; in "tháng 12 và tháng 01/2027" the first is of the year before."""
    turn = next((i for i in range(1, len(numbers)) if numbers[i] < numbers[i - 1]), 0)
    turn = turn if year - 1 >= plan_year and not _DASH.search(text) else 0
    runs = [(year - 1, *run) for run in _runs(numbers[:turn], text)]
    runs += [(year, *run) for run in _runs(numbers[turn:], text)]
    return [_months(y, months * (a - 1) + 1, months * b) for y, a, b in runs]


def _runs(numbers: list[int], text: str) -> list[tuple[int, int]]:
    """Neighbours become one span ("quý II và III"); a dash spans all between ("tháng 3 - 6")."""
    if len(numbers) == 2 and _DASH.search(text):
        return [(numbers[0], numbers[1])] if numbers[0] < numbers[1] else []
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _part_of_year(match: re.Match[str], year: int, _: int) -> list[Span]:
    months = int(match["pn"])
    return [_months(year, 1, months) if match["pw"].lower() == "đầu" else _months(year, 13 - months, 12)]


def _from_year_to_year(match: re.Match[str], year: int, _: int) -> list[Span]:
    return [(date(year, 1, 1), date(int(match["y2"]), 12, 31))] if year <= int(match["y2"]) else []


def _whole_year(_match: re.Match[str], year: int, _: int) -> list[Span]:
    return [_months(year, 1, 12)]


# -- the expressions ---------------------------------------------------------------------------------------------
QUARTER = r"(?:IV|I{1,3}|0?[1-4])"
_JOIN = r"\s*(?:,|;|và|&|\+|-|–|÷)\s*"
_DASH = re.compile(r"[-–÷]")
#: "Tháng 2 lần", "quý II và 01 hội nghị trong quý IV": the figure counts.
_NO_COUNT = r"(?!\s*lần\b|\s+(?:hội\s+nghị|cuộc|lớp|buổi|đợt|bài|tin|mô\s+hình|chuyên\s+đề|đoàn|lượt|kỳ)\b)"
#: "II và III", "2, quý 3".
QUARTERS = rf"{QUARTER}\b(?:{_JOIN}(?:quý\s+)?{QUARTER}\b{_NO_COUNT})*"


def _of_year(name: str) -> str:
    """A year that may follow; the group says whose it is, as every row's group of its year does."""
    return rf"(?:\s*(?:/|,|-|–|\.)?\s*(?:(?:của\s+)?năm\s+)?(?P<{name}_year>20\d\d)(?!\d|\s*[-–]\s*20))?"


#: Each row means its grain and what makes spans of days of its match, its year and the plan's year. The examples are
#: of a plan of 2023.
EXPRESSIONS = Rules(
    Rule(
        "days_apart",
        r"(?<![\d/.,-])(?P<da>\d{1,2})\s*(?:-|–|\b(?:đến|tới)\b)\s*(?:ngày\s+)?(?P<db>\d{1,2})"
        r"(?:\s?/\s?|\s+tháng\s+)(?P<dm>0?[1-9]|1[0-2])(?!\d)(?!/\d{1,2}(?!\d))"
        r"(?:(?:/|\s+(?:của\s+)?năm\s+)(?P<days_apart_year>20\d\d)(?!\d))?",
        "Từ 15-20/6/2023",
        "15/6/2023-20/6/2023",
        (Grain.DAY, _days_apart),
    ),
    Rule(
        "day_in_month",
        rf"\btháng\s+(?P<im>\d{{1,2}}(?!\d)(?:{_JOIN}(?:tháng\s+)?\d{{1,2}}(?![\d/]))*)"
        + _of_year("day_in_month")
        + r"\s*[(,:]?\s*"
        r"(?P<inner>(?:(?:vào|trước|chậm\s+nhất|muộn\s+nhất|đến|trong|là)\s+)*ngày)\s+(?P<id>\d{1,2})(?![\d/.-]|\s*(?:tháng|và)\b|\s*[,;]\s*\d)\)?",
        "Trong tháng 6 (trước ngày 20)",
        "20/6/2023-20/6/2023",
        (Grain.DAY, _day_in_months),
    ),
    Rule(
        "day",
        r"(?<![\d/.,])(?:(?<!-)|(?<=\d{4}-)|(?<=/\d-)|(?<=/\d\d-))"
        r"(?P<d>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<day_year>20\d\d|\d{2})(?![\d/])",
        "Trước 05/6/2023",
        "5/6/2023-5/6/2023",
        (Grain.DAY, lambda match, year, _: _a_day(match["d"], match["m"], year)),
    ),
    Rule(
        "long_day",
        r"(?<!đợt\s)(?<!lần\s)(?<!bước\s)(?P<ld>\d{1,2})\s+(?:của\s+)?(?:các\s+)?tháng\s+(?P<lm>\d{1,2}(?!\d)"
        r"(?:\s*(?:,|;|và|&)\s*(?:tháng\s+)?\d{1,2}(?!\s*(?:tháng|ngày|lần|%)|[\d.-]|/(?!20\d\d)))*)"
        + _of_year("long_day"),
        "ngày 5 tháng 6 năm 2023",
        "5/6/2023-5/6/2023",
        (Grain.DAY, _days_of_months),
    ),
    Rule(
        "short_day",
        r"(?<![\d/.,-])(?P<sd>\d{1,2})(?P<point>[/.])(?P<sm>0?[1-9]|1[0-2])(?![\d/.%])"
        r"(?:\s+(?:của\s+)?năm\s+(?P<short_day_year>20\d\d)(?!\d|\s*[-–]\s*20))?",
        "Trước 30/6",
        "30/6/2023-30/6/2023",
        (Grain.DAY, lambda match, year, _: _a_day(match["sd"], match["sm"], year)),
    ),
    Rule(
        "months",
        rf"\b(?:tháng|T)\s?(?P<ms>\d{{1,2}}(?!\d)(?:{_JOIN}(?:tháng\s+|T)?\d{{1,2}}(?!\d|/\d?/|/\d\d?/|[.-]\d{{1,2}}[.-]\d){_NO_COUNT})*)"
        + _NO_COUNT
        + _of_year("months"),
        "T5",
        "1/5/2023-31/5/2023",
        (Grain.MONTH, _listed_months),
    ),
    Rule(
        "bare_month",
        r"(?<![\d/.,])(?:(?<!-)|(?<=/\d{4}-))(?P<bm>0?[1-9]|1[0-2])/(?P<bare_month_year>20\d\d)(?![\d/])",
        "12/2023",
        "1/12/2023-31/12/2023",
        (Grain.MONTH, lambda match, year, _: [_months(year, int(match["bm"]), int(match["bm"]))]),
    ),
    Rule(
        "quarters",
        rf"\bquý\s+(?P<qs>{QUARTERS}){_NO_COUNT}" + _of_year("quarters"),
        "Quý II",
        "1/4/2023-30/6/2023",
        (Grain.QUARTER, _listed_quarters),
    ),
    Rule(
        "part",
        r"\b0?(?P<pn>[2-9])\s+tháng\s+(?P<pw>đầu|cuối)\s+(?:của\s+)?năm" + _of_year("part"),
        "6 tháng đầu năm",
        "1/1/2023-30/6/2023",
        (Grain.HALF, _part_of_year),
    ),
    Rule(
        "years",
        r"\b(?:năm\s+)?(?<!học\s)(?P<years_year>20\d\d)\s?[-–]\s?(?P<y2>20\d\d)(?!\d)",
        "Giai đoạn 2023-2025",
        "1/1/2023-31/12/2025",
        (Grain.YEAR, _from_year_to_year),
    ),
    Rule(
        "year",
        r"\bnăm(?:\s+(?P<year_year>20\d\d))?(?![\d\w])(?!\s+học)",
        "Trong năm 2023",
        "1/1/2023-31/12/2023",
        (Grain.YEAR, _whole_year),
    ),
    Rule(
        "lone_year",
        r"(?<![\d/.-])(?P<lone_year_year>20\d\d)(?![\d/.-])",
        "2023",
        "1/1/2023-31/12/2023",
        (Grain.YEAR, _whole_year),
    ),
)

#: "17 giờ 00 phút", "17h00": before that hour of a day is in time on that day.
_CLOCK = r"\d{1,2}\s?(?:h|g|giờ)(?:\s?\d{2}(?!\d))?(?:\s+phút)?(?:\s*,)?"
CLOCK = re.compile(_CLOCK, re.IGNORECASE)
# -- what makes an expression a time -----------------------------------------------------------------------------
_LEAD_WORDS = (
    r"(?:không\s+(?:để\s+)?quá|chậm\s+nhất|muộn\s+nhất|trễ\s+nhất|không\s+(?:muộn|chậm|trễ)\s+hơn|kể\s+từ|trước|sau|từ|đến|tới|sang|hết|trong"
    r"|vào|lúc|là|các(?=\s+ngày)|hạn(?:\s+(?:chót|cuối\s+cùng|cuối|hoàn\s+thành|nộp|gửi|trình|báo\s+cáo))*|khoảng|bắt\s+đầu|kết\s+thúc|cả|(?<!lần\s)(?<!đợt\s)đầu|giữa|cuối|nửa|tuần(?:\s+(?:đầu|cuối|thứ\s+\w+|\d))?|ngày|thời\s+điểm|mỗi|của)"
)
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)(?:\s*,)?"
_LEAD = re.compile(rf"(?:\b(?:{_LEAD_WORDS}\b(?:\s?:)?|{_CLOCK}|{_WEEKDAY})\s*)+$", re.IGNORECASE)
#: Words that belong to an expression stand this near; looking no farther keeps long texts quick.
_NEAR = 80
_MAKES_A_YEAR = re.compile(r"\b(?:(?<!lần )trong|cả|suốt|hết|cuối|giữa|đầu|đến|trước|từ)\s+$", re.IGNORECASE)
#: "Tuần 2 tháng 5": the figure counts weeks, not days.
_COUNTED = re.compile(r"\b(?:tuần|thứ|lần|kỳ|trong)\s*$", re.IGNORECASE)
_AFTER_A_LONG_DAY = re.compile(r"(?:\btháng\s+|\d/)\d{1,2}(?:(?:\s+năm\s+|/)\d{4})?\s*(?:,|;|và|&)\s*$", re.IGNORECASE)
#: What follows a day that the plan gives without any word before it: "30/6 đạt 50%", "30/6: 50%".
_DUE_HERE = re.compile(
    r"\s*[:(]?\s*(?:(?:phải|tối\s+thiểu|ít\s+nhất|trên|từ)\s+)*(?:đạt|hoàn\s+thành|giải\s+ngân|xong|h[ằà]ng\s+năm"
    r"|mỗi\s+năm|≥|>=|\d{1,3}(?:,\d+)?\s?%)",
    re.IGNORECASE,
)
#: What stands before one: "6 tháng: 15/6", "Đợt 1: 30/4", "50% (30/6)".
_NAMED_HERE = re.compile(r"(?<!lệ):\s*$|%\s*\(\s*$", re.IGNORECASE)
_NEXT_YEAR = re.compile(r"\s*(?:của\s+)?năm\s+(?:sau|tới|tiếp\s+theo|kế\s+tiếp|liền\s+sau)", re.IGNORECASE)
#: A day so many years from the plan's is mistyped.
_MOST_YEARS = 10
#: "Tháng 3/2026 trở đi".
_ONWARD = re.compile(r"\s+trở\s+đi\b", re.IGNORECASE)
_NEXT_IN_A_LIST = re.compile(r"\s*(?:,|;|và|hoặc|&|\+|-|–|→|/)?\s*(?:và\s+)?", re.IGNORECASE)


def find_stated_times(text: str, year: int) -> list[StatedTime]:
    """Return the expressions of `text` in order, citations apart. `year` (0: unknown) serves those without one.

    Day-and-month without a year, and a bare "năm", count only after a word that makes them a time.
    """
    return list(_stated_times(text, year))


@lru_cache(maxsize=256)
def _stated_times(text: str, year: int) -> tuple[StatedTime, ...]:
    plain = without_citations(text)
    found: list[StatedTime] = []
    for match in reversed(list(EXPRESSIONS.pattern.finditer(plain))):
        before = plain[max(0, match.start() - _NEAR) : match.start()]
        lead = _LEAD.search(before)
        rule = EXPRESSIONS.of(match)
        words = (match["inner"] or (lead[0] if lead else "")).lower()
        stated = match.groupdict().get(f"{rule.name}_year")
        if not _is_a_time(rule.name, match, words, before, plain):
            continue
        grain, read = rule.meaning
        spans = _in_its_year(partial(read, match), match, stated, year, found[-1] if found else None)
        lead_start = match.start() - (len(before) - lead.start() if lead else 0)
        of_next_year = _NEXT_YEAR.match(plain, match.end())
        end = of_next_year.end() if of_next_year else match.end()
        onward = _ONWARD.match(plain, end)
        if onward is not None:
            words, end = f"từ {words}", onward.end()
        if grain is not Grain.YEAR and year and any(abs(first.year - year) > _MOST_YEARS for first, _ in spans):
            spans = []
        found.append(StatedTime(match.start(), end, grain, words.strip(), lead_start, tuple(spans), stated is not None))
    return tuple(found[::-1])


def _in_its_year(
    read: Callable[[int, int], list[Span]],
    match: re.Match[str],
    stated: str | None,
    year: int,
    following: StatedTime | None,
) -> list[Span]:
    """Read an expression; without a year of its own it is of the plan's, or of the one that goes on its list or span.

    In "từ 15/12 đến 31/01/2027" it comes before the next one: of the year before, if the plan goes back so far.
    """

    def read_in(of_year: int) -> list[Span]:
        return read(int(stated or of_year), year) if stated or of_year else []

    if _NEXT_YEAR.match(match.string, match.end()):
        return read_in(year + 1 if year else 0)
    listed = following is not None and _NEXT_IN_A_LIST.fullmatch(match.string, match.end(), following.lead_start)
    if stated or following is None or not following.pieces or not listed:
        return read_in(year)
    end = following.pieces[0][0]
    borrowed = read_in(end.year)
    return read_in(end.year - 1) if borrowed and borrowed[0][0] > end and end.year - 1 >= year else borrowed


def _is_a_time(name: str, match: re.Match[str], lead: str, before: str, text: str) -> bool:
    alone = len(text) < _NEAR and not (before + text[match.end() :]).strip(" -+.,;:")
    after = text[match.end() : match.end() + _NEAR]
    if name == "short_day" and match["point"] == ".":
        return "ngày" in lead
    if name == "short_day" and alone and match[0] == "24/7":
        return False  # round the clock, or the 24th of July: nobody knows
    if name == "short_day" and (
        match["short_day_year"] or _DUE_HERE.match(after) or _NAMED_HERE.search(before) or _NEXT_YEAR.match(after)
    ):
        return True
    if name == "days_apart":
        return bool(match["days_apart_year"] or alone or lead)
    if name in ("short_day", "bare_month"):
        return alone or bool(lead) or _joined_to_a_date(before, after)
    if name == "long_day":
        certain = match["long_day_year"] or alone or _LEADS_A_DAY.search(lead) or _AFTER_A_LONG_DAY.search(before)
        return bool(certain) and not _COUNTED.search(before)
    if name == "year":
        return alone or bool(_MAKES_A_YEAR.search(before))
    return alone or name != "lone_year"


_LEADS_A_DAY = re.compile(r"\b(?:ngày|trước|đến|tới|sang|hết|vào|nhất|hạn|quá)\b")
_JOINS_DATES = rf"(?:{_JOIN}|\s*→\s*|\s+(?:đến|tới)\s+)"
_THEN_A_DATE = re.compile(rf"{_JOINS_DATES}(?:ngày\s+)?\d{{1,2}}/\d{{1,2}}")
_AFTER_A_DATE = re.compile(rf"\d/\d{{1,4}}{_JOINS_DATES}(?:ngày\s+)?$")


def _joined_to_a_date(before: str, after: str) -> bool:
    return bool(_THEN_A_DATE.match(after) or _AFTER_A_DATE.search(before))
