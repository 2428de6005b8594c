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
from typing import NamedTuple

ROMAN_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_DATE = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}"
_LONG_DATE = r"\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
_ISSUED = rf"ngày\s+(?:{_DATE}|{_LONG_DATE})"
#: Words that announce a deadline: a citation never runs across one.
_NO_DEADLINE_WORD = (
    r"(?:(?!trước|chậm nhất|muộn nhất|đến ngày|hoàn thành|trong ngày|hạn)[^;\n]){0,80}?"  # not across clauses
)
_CITATIONS = re.compile(
    rf"""# 6611/UBND-NV, 733-TB/TU, 61/2018/NĐ-CP
         (?<!\w)\d{{1,6}}\w{{0,3}}(?:/\d{{4}})?[/-][A-ZĐ]\w{{0,15}}(?:[-/][A-ZĐ]\w{{0,15}}){{0,4}}
         (?:{_NO_DEADLINE_WORD}\b{_ISSUED})?
       | (?:[Cc]ông\ văn|[Qq]uyết\ định|[Nn]ghị\ (?:định|quyết)|[Tt]hông\ (?:tư|báo)|[Cc]hỉ\ thị|[Cc]ông\ điện
            |[Kk]ết\ luận|[Ll]uật|[Vv]ăn\ bản)\s+(?:số\s+\S+\s+)?{_ISSUED}
       | (?:[Tt]heo|[Tt]ại|[Cc]ăn\ cứ)\s+(?:(?!trước|chậm|đến|trong)\w+\s+){{1,5}}{_ISSUED}
    """,
    re.VERBOSE,
)


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
    pieces: tuple[tuple[date, date], ...]
    has_year: bool = True


def without_citations(text: str) -> str:
    """Return the text with numbers and dates of cited documents blanked, every position kept."""
    return _CITATIONS.sub(lambda m: " " * len(m[0]), text)


_LEAD_WORDS = (
    r"(?:không\s+quá|chậm\s+nhất|muộn\s+nhất|trễ\s+nhất|không\s+muộn\s+hơn|kể\s+từ|trước|sau|từ|đến|tới|sang|hết|trong"
    r"|vào|là|hạn|khoảng|bắt\s+đầu|kết\s+thúc|cả|đầu|giữa|cuối|nửa|tuần(?:\s+(?:đầu|cuối|thứ\s+\w+|\d))?|ngày|thời\s+điểm|mỗi|của)"
)
_LEAD = re.compile(rf"(?:\b{_LEAD_WORDS}\b(?:\s?:)?\s*)+$", re.IGNORECASE)
#: Words that belong to an expression stand this near; looking no farther keeps long texts quick.
_NEAR = 80

_QUARTER = r"(?:IV|I{1,3}|[1-4])"
_JOIN = r"\s*(?:,|;|và|&|\+|-|–)\s*"
#: "Tháng 2 lần", "mỗi quý 1 lần": the figure counts how often.
_NOT_HOW_OFTEN = r"(?!\s*lần\b)"
_YEAR_AFTER = r"(?:\s*(?:/|,|-)?\s*(?:năm\s+)?(?P<{name}>20\d\d)(?!\d|\s*[-–]\s*20))?"


class Expression(NamedTuple):
    """A way of stating a time: `example` is found by `pattern` and spans the days `expected` in 2023."""

    name: str
    example: str
    expected: str
    pattern: str


EXPRESSIONS = [
    Expression(
        "day",
        "Trước 05/6/2023",
        "5/6/2023-5/6/2023",
        r"(?<![\d/.,])(?:(?<!-)|(?<=\d{4}-)|(?<=/\d-)|(?<=/\d\d-))"
        r"(?P<d>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>20\d\d|\d{2})(?![\d/])",
    ),
    Expression(
        "long_day",
        "ngày 5 tháng 6 năm 2023",
        "5/6/2023-5/6/2023",
        r"(?P<ld>\d{1,2})\s+(?:của\s+)?(?:các\s+)?tháng\s+(?P<lm>\d{1,2}(?!\d)"
        r"(?:\s*(?:,|;|và|&)\s*\d{1,2}(?!\s*(?:tháng|ngày|lần|%)|[\d/.-]))*)" + _YEAR_AFTER.format(name="ly"),
    ),
    Expression(
        "short_day",
        "Trước 30/6",
        "30/6/2023-30/6/2023",
        r"(?<![\d/.,-])(?P<sd>\d{1,2})(?P<point>[/.])(?P<sm>0?[1-9]|1[0-2])(?![\d/.%])",
    ),
    Expression(
        "months",
        "T5",
        "1/5/2023-31/5/2023",
        rf"\b(?:tháng|T)\s?(?P<ms>\d{{1,2}}(?!\d)(?:{_JOIN}(?:tháng\s+|T)?\d{{1,2}}(?![\d/]\d?/|[.-]\d{{1,2}}[.-]\d))*){_NOT_HOW_OFTEN}"
        + _YEAR_AFTER.format(name="my"),
    ),
    Expression(
        "bare_month",
        "12/2023",
        "1/12/2023-31/12/2023",
        r"(?<![\d/.,])(?:(?<!-)|(?<=/\d{4}-))(?P<bm>0?[1-9]|1[0-2])/(?P<by>20\d\d)(?![\d/])",
    ),
    Expression(
        "quarters",
        "Quý II",
        "1/4/2023-30/6/2023",
        rf"\bquý\s+(?P<qs>{_QUARTER}\b(?:{_JOIN}(?:quý\s+)?{_QUARTER}\b)*){_NOT_HOW_OFTEN}"
        + _YEAR_AFTER.format(name="qy"),
    ),
    Expression(
        "part",
        "6 tháng đầu năm",
        "1/1/2023-30/6/2023",
        r"\b0?(?P<pn>6|9)\s+tháng\s+(?P<pw>đầu|cuối)\s+(?:của\s+)?năm" + _YEAR_AFTER.format(name="py"),
    ),
    Expression(
        "years",
        "Giai đoạn 2023-2025",
        "1/1/2023-31/12/2025",
        r"\b(?:năm\s+)?(?<!học\s)(?P<y1>20\d\d)\s?[-–]\s?(?P<y2>20\d\d)(?!\d)",
    ),
    Expression(
        "year",
        "Trong năm 2023",
        "1/1/2023-31/12/2023",
        r"\bnăm(?:\s+(?P<yy>20\d\d))?(?![\d\w])(?!\s+học)|(?<![\d/.-])(?P<lone>20\d\d)(?![\d/.-])",
    ),
]
ANY_EXPRESSION = re.compile("|".join(f"(?P<{name}>{pattern})" for name, _, _, pattern in EXPRESSIONS), re.IGNORECASE)
_MAKES_A_YEAR = re.compile(r"\b(?:trong|cả|suốt|hết|cuối|giữa|đầu|đến|trước|từ)\s+$", re.IGNORECASE)
#: "Tuần 2 tháng 5": the figure counts weeks, not days.
_COUNTED = re.compile(r"\b(?:tuần|thứ|lần|kỳ)\s*$", re.IGNORECASE)
#: "Trước kỳ họp cuối năm": nobody knows yet which day that is.
_A_MEETING = re.compile(r"\b(?:kỳ\s+họp|phiên\s+họp|hội\s+nghị|năm\s+học)\s+(?:cuối|giữa|đầu)\s+$", re.IGNORECASE)
_AFTER_A_LONG_DAY = re.compile(r"\btháng\s+\d{1,2}(?:\s+năm\s+\d{4})?\s*(?:,|;|và|&)\s*$", re.IGNORECASE)
#: What follows a day that the plan gives without any word before it: "30/6 đạt 50%", "30/6: 50%".
_DUE_HERE = re.compile(
    r"\s*[:(]?\s*(?:(?:phải|tối\s+thiểu|ít\s+nhất|trên|từ)\s+)*(?:đạt|hoàn\s+thành|giải\s+ngân|xong|h[ằà]ng\s+năm"
    r"|mỗi\s+năm|≥|>=|\d{1,3}(?:,\d+)?\s?%)",
    re.IGNORECASE,
)
#: What stands before one: "6 tháng: 15/6", "Đợt 1: 30/4", "50% (30/6)".
_NAMED_HERE = re.compile(
    r"\b(?:tháng|quý|năm|kỳ|hạn|đợt|lần|giai\s+đoạn)(?:\s+(?:\d{1,2}|[IVX]+|đầu\s+năm|cuối\s+năm))?\s*:\s*$"
    r"|%\s*\(\s*$",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(r"\s*(?:của\s+)?năm\s+(?:sau|tới|tiếp\s+theo|kế\s+tiếp)", re.IGNORECASE)


def expression_of(match: re.Match[str]) -> str:
    """Return the name of the expression that a match of the whole table is."""
    return next(expression.name for expression in EXPRESSIONS if match[expression.name] is not None)


Span = tuple[date, date]
Reading = tuple[Grain, list[Span], bool]
Reader = Callable[[re.Match[str], int], Reading]


def find_stated_times(text: str, year: int) -> list[StatedTime]:
    """Return the expressions of `text` in order, citations apart. `year` (0: unknown) serves those without one.

    Day-and-month without a year, and a bare "năm", count only after a word that makes them a time.
    """
    plain = without_citations(text)
    found: list[StatedTime] = []
    for match in reversed(list(ANY_EXPRESSION.finditer(plain))):
        before = plain[max(0, match.start() - _NEAR) : match.start()]
        lead = _LEAD.search(before)
        words = lead[0].lower() if lead else ""
        name = expression_of(match)
        if not _is_a_time(name, match, words, before, plain):
            continue
        grain, spans, has_year = _in_its_year(_READERS[name], match, plain, year, found[-1] if found else None)
        lead_start = match.start() - (len(before) - lead.start() if lead else 0)
        found.append(StatedTime(match.start(), match.end(), grain, words.strip(), lead_start, tuple(spans), has_year))
    return found[::-1]


_NEXT_IN_A_LIST = re.compile(r"\s*(?:,|;|và|hoặc|&|\+|-|–|→|/)?\s*(?:và\s+)?", re.IGNORECASE)


def _in_its_year(read: Reader, match: re.Match[str], text: str, year: int, following: StatedTime | None) -> Reading:
    """Read an expression; without a year of its own it is of the plan's, or of the one that goes on its list or span.

    In "từ 15/12 đến 31/01/2027" it comes before the next one: of the year before, if the plan goes back so far.
    """
    if _NEXT_YEAR.match(text, match.end()):
        return read(match, year + 1 if year else 0)
    reading = read(match, year)
    listed = following is not None and _NEXT_IN_A_LIST.fullmatch(text, match.end(), following.lead_start)
    if reading[2] or following is None or not following.pieces or not listed:
        return reading
    end = following.pieces[0][0]
    borrowed = read(match, end.year)
    if borrowed[1] and borrowed[1][0][0] > end and end.year - 1 >= year:
        return read(match, end.year - 1)
    return borrowed


def _is_a_time(name: str, match: re.Match[str], lead: str, before: str, text: str) -> bool:
    alone = len(text) < _NEAR and not (before + text[match.end() :]).strip(" -+.,;:")
    after = text[match.end() : match.end() + _NEAR]
    if name == "short_day" and match["point"] == ".":
        return "ngày" in lead
    if name == "short_day" and alone and match[0] == "24/7":
        return False  # round the clock, or the 24th of July: nobody knows
    if name == "short_day" and (_DUE_HERE.match(after) or _NAMED_HERE.search(before)):
        return True
    if name in ("short_day", "bare_month"):
        return alone or bool(lead) or _joined_to_a_date(before, after)
    if name == "long_day" and _COUNTED.search(before):
        return False
    if name == "long_day":
        led = re.search(r"\b(?:ngày|trước|đến|tới|sang|hết|vào|nhất|hạn|quá)\b", lead)
        return bool(led or match["ly"] or alone or _AFTER_A_LONG_DAY.search(before))
    if name == "year" and match["lone"]:
        return alone
    if name == "year":
        return (alone or bool(_MAKES_A_YEAR.search(before))) and not _A_MEETING.search(before)
    return True


def _joined_to_a_date(before: str, after: str) -> bool:
    join = rf"(?:{_JOIN}|\s*→\s*|\s+(?:đến|tới)\s+)"
    listed = re.match(rf"{join}(?:ngày\s+)?\d{{1,2}}/\d{{1,2}}", after)
    return bool(listed or re.search(rf"\d/\d{{1,4}}{join}(?:ngày\s+)?$", before))


def _a_day(day: str, month: str, year: int) -> list[Span]:
    try:
        stated = date(year, int(month), int(day))
    except ValueError:
        return []
    return [(stated, stated)]


def _months(year: int, first: int, last: int) -> Span:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _read_day(match: re.Match[str], _: int) -> Reading:
    year = int(match["y"])
    return Grain.DAY, _a_day(match["d"], match["m"], year + 2000 if year < 100 else year), True


def _read_long_day(match: re.Match[str], year: int) -> Reading:
    """One day, or the same day of several months ("ngày 15 tháng 3, 6, 9"); a month that is none spoils all."""
    days = [_a_day(match["ld"], month, int(match["ly"] or year)) for month in re.findall(r"\d+", match["lm"])]
    return Grain.DAY, [span for day in days for span in day] if all(days) else [], match["ly"] is not None


def _read_short_day(match: re.Match[str], year: int) -> Reading:
    return Grain.DAY, _a_day(match["sd"], match["sm"], year), False


def _read_months(match: re.Match[str], year: int) -> Reading:
    has_year = match["my"] is not None
    numbers = [int(n) for n in re.findall(r"\d+", match["ms"])]
    if not int(match["my"] or year) or not all(1 <= n <= 12 for n in numbers):
        return Grain.MONTH, [], has_year
    return Grain.MONTH, _spans(numbers, match["ms"], int(match["my"] or year), year, 1), has_year


def _read_bare_month(match: re.Match[str], _: int) -> Reading:
    return Grain.MONTH, [_months(int(match["by"]), int(match["bm"]), int(match["bm"]))], True


def _read_quarters(match: re.Match[str], year: int) -> Reading:
    has_year = match["qy"] is not None
    names = re.findall(rf"\b{_QUARTER}\b", match["qs"], re.IGNORECASE)
    if not int(match["qy"] or year):
        return Grain.QUARTER, [], has_year
    numbers = [ROMAN_QUARTERS[n.lower()] for n in names]
    return Grain.QUARTER, _spans(numbers, match["qs"], int(match["qy"] or year), year, 3), has_year


def _spans(numbers: list[int], text: str, year: int, plan_year: int, months: int) -> list[Span]:
    """The spans of a list of months or quarters; in "tháng 12 và tháng 01/2027" the first is of the year before."""
    turn = next((i for i in range(1, len(numbers)) if numbers[i] < numbers[i - 1]), 0)
    turn = turn if year - 1 >= plan_year and not re.search(r"[-–]", text) else 0
    spans = [(year - 1, *run) for run in _runs(numbers[:turn], text)] + [
        (year, *run) for run in _runs(numbers[turn:], text)
    ]
    return [_months(y, months * (a - 1) + 1, months * b) for y, a, b in spans]


def _runs(numbers: list[int], text: str) -> list[tuple[int, int]]:
    """Neighbours become one span ("quý II và III"); a dash spans all between ("tháng 3 - 6")."""
    if len(numbers) == 2 and re.search(r"[-–]", text):
        return [(numbers[0], numbers[1])] if numbers[0] < numbers[1] else []
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _read_part(match: re.Match[str], year: int) -> Reading:
    year, has_year = int(match["py"] or year), match["py"] is not None
    months = {("6", "đầu"): (1, 6), ("6", "cuối"): (7, 12), ("9", "đầu"): (1, 9)}.get(
        (match["pn"], match["pw"].lower())
    )
    return Grain.HALF, [_months(year, *months)] if year and months else [], has_year


def _read_years(match: re.Match[str], _: int) -> Reading:
    first, last = int(match["y1"]), int(match["y2"])
    return Grain.YEAR, [(date(first, 1, 1), date(last, 12, 31))] if first <= last else [], True


def _read_year(match: re.Match[str], year: int) -> Reading:
    stated = match["yy"] or match["lone"]
    year, has_year = int(stated or year), stated is not None
    return Grain.YEAR, [_months(year, 1, 12)] if year else [], has_year


_READERS = {
    "day": _read_day,
    "long_day": _read_long_day,
    "short_day": _read_short_day,
    "months": _read_months,
    "bare_month": _read_bare_month,
    "quarters": _read_quarters,
    "part": _read_part,
    "years": _read_years,
    "year": _read_year,
}
