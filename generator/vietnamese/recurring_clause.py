"""A clause of a deadline that names days of each month, or of the last month of each quarter or period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.domain.deadline import DeadlineForm, Milestone, last_day_in_time
from generator.domain.period import PeriodKind, ReportingPeriod
from generator.vietnamese.dated_clause import TO, PlanYear
from generator.vietnamese.stated_time import find_stated_times
from generator.vietnamese.text import capital


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The occurrences that a clause makes, and its text with what made them, at the places `read`, blanked.

    No milestone means that days are named, but not of which months.
    """

    milestones: tuple[Milestone, ...]
    rest: str
    read: tuple[tuple[int, int], ...]


_LEADS = r"(?:\b(?:từ|trước(?!\s+đến)|chậm\s+nhất|muộn\s+nhất|trong|vào|đến|là)\s+)*"
#: No part of a whole date ("7.10.2026").
_NUMBER = r"(?<![\d/])(?<!tháng\s)(?<!quý\s)\d{1,2}(?![\d/%]|[.-]\d{1,2}[.-]\d|[.-]\d{4})"
_DAY = rf"(?:(?:các\s+)?\b(?:ngày|mùng|mồng)\s*(?:{_NUMBER}|cuối(?:\s+cùng)?\b)|{_NUMBER})"
_SEPARATOR = r"\s*(?:,|;|\bvà\b|&|-|–|\bđến\b)\s*"
#: "Ngày 10, 25", "trước ngày 10 và ngày 25", "từ ngày 10 đến ngày 15".
_DAYS = rf"{_LEADS}{_DAY}(?:{_SEPARATOR}{_LEADS}{_DAY})*"
_ITEM = re.compile(
    rf"(?P<separator>{_SEPARATOR})?(?P<lead>{_LEADS})(?:các\s+)?(?:ngày|mùng|mồng)?\s*(?P<day>\d{{1,2}}|cuối(?:\s+cùng)?)",
    re.IGNORECASE,
)
_OF_EACH = (
    r"(?:(?P<month>(?:h[ằà]ng|mỗi)\s+tháng|(?<=của\s)tháng(?=\s*(?:$|[,.;:)]|và\b|h[ằà]ng\b))"
    r"|tháng\s+(?P<next>tiếp\s+theo|sau|kế\s+tiếp))"
    r"|(?:các\s+)?tháng\s+cuối\s+(?:của\s+|mỗi\s+|h[ằà]ng\s+|cùng\s+)*(?P<unit>quý|kỳ|năm))"
)
_FORWARD = re.compile(rf"(?P<days>{_DAYS})\s+(?:(?:của|vào)\s+)?{_OF_EACH}", re.IGNORECASE)
#: "Hằng tháng, gửi báo cáo trước ngày 20".
_BACKWARD = re.compile(
    rf"{_OF_EACH}\b(?P<between>[^\d.;%]{{0,80}}?)"
    rf"(?P<days>{_LEADS}(?=(?:các\s+)?(?:ngày|mùng|mồng)\b){_DAYS})"
    r"(?!\d|[.-]\d|\s*(?:/|%|tháng\b|làm\s+việc)|\s*(?:,|;|và|&)\s*\d)",
    re.IGNORECASE,
)
#: "Tuần thứ 2 của tháng": the figure counts weeks.
_NOT_A_DAY = re.compile(r"\b(?:tuần|thứ|lần|quý|kỳ|tháng)\s*$", re.IGNORECASE)
#: A part of the year, where "ngày 6 của tháng cuối năm" would be a day.
_PART_OF_YEAR = re.compile(rf"{_LEADS}0?[2-9]\s+tháng\s+cuối\s+năm", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,|;|và|&)\s*")
_LAST_DAY = 31


def find_recurrence(text: str, plan: PlanYear, periods: tuple[ReportingPeriod, ...]) -> Recurrence | None:
    """Return the occurrences of the days that `text` names, over the plan's year; None when it names none.

    `periods` are those that "tháng cuối kỳ" speaks of. What lies before the plan's day of issue is left out, and so is
    what lies outside the months that the clause states ("từ tháng 3").
    """
    found: list[Milestone] = []
    rest, read = text, list[tuple[int, int]]()
    for pattern in (_FORWARD, _BACKWARD):
        form, end = DeadlineForm.BY, 0
        for match in pattern.finditer(rest):
            days = _days(match, rest)
            if days is None:
                continue
            if match["days"][0].isdigit() and read and _JOINED.fullmatch(text, end, match.start()):
                # "Trước ngày 20 hằng tháng, 15 tháng cuối quý": the word before the first day stands for both.
                days = [replace(day, form=form) for day in days]
            form, end = days[-1].form, match.end()
            between = match.span("between") if pattern is _BACKWARD else (match.end(), match.end())
            read += [(match.start(), between[0]), (between[1], match.end())]
            rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
            found += _occurrences(days, match, plan, periods)
    if not read:
        return None
    window = _window(rest, plan.year)
    if window is not None:
        found = [m for m in found if m.last_day and window.first <= m.last_day <= window.last]
        read.append((window.start, window.end))
        rest = rest[: window.start] + " " * (window.end - window.start) + rest[window.end :]
    return Recurrence(tuple(found), rest, tuple(read))


@dataclass(frozen=True, slots=True)
class _DayOfMonth:
    """`last` is 31 for the last day of any month; `first` opens a span of days."""

    last: int
    form: DeadlineForm
    first: int | None = None


def _days(match: re.Match[str], text: str) -> list[_DayOfMonth] | None:
    """Return the days that a match names; None when it names none, or none that make sense together."""
    if _PART_OF_YEAR.fullmatch(match[0].strip()):
        return None
    words = match["days"]
    if not re.match(rf"{_LEADS}(?:các\s+)?(?:ngày|mùng|mồng)", words, re.IGNORECASE) and _NOT_A_DAY.search(
        text, 0, match.start("days")
    ):
        return None
    items = list(_ITEM.finditer(words))
    numbers = [_LAST_DAY if i["day"].lower().startswith("cuối") else int(i["day"]) for i in items]
    if not all(1 <= n <= _LAST_DAY for n in numbers):
        return None
    spans = [bool(re.search(r"-|–|đến", i["separator"] or "", re.IGNORECASE)) for i in items]
    leads = [i["lead"].lower() for i in items]
    if any(spans):
        if len(items) != 2 or numbers[0] >= numbers[1] or "trước" in leads[0]:
            return None
        return [_DayOfMonth(numbers[1], _form(leads[1]), numbers[0])]
    if "từ" in leads[0].split():
        return None
    days = []
    for number, lead in zip(numbers, leads, strict=True):
        # In "trước ngày 10 và 25" the word before the first day stands for both.
        lead = lead or leads[0]
        days.append(_DayOfMonth(number, _form(lead)))
    return days


def _form(lead: str) -> DeadlineForm:
    return DeadlineForm.BEFORE if "trước" in lead else DeadlineForm.BY


def _occurrences(
    days: list[_DayOfMonth], match: re.Match[str], plan: PlanYear, periods: tuple[ReportingPeriod, ...]
) -> Iterator[Milestone]:
    for period in _periods(match, plan, periods):
        due_in = period.following if match["next"] else period
        for day in days:
            last = last_day_in_time(due_in.due(day.last), day.form, before_includes_day=plan.before_includes_day)
            if plan.issued_on is not None and last < plan.issued_on:
                continue
            named = f"{capital(str(period))} (ngày {day.last:02})" if len(days) > 1 else capital(str(period))
            first = due_in.due(day.first) if day.first else None
            yield Milestone(named, first, last)


def _periods(match: re.Match[str], plan: PlanYear, periods: tuple[ReportingPeriod, ...]) -> Iterable[ReportingPeriod]:
    if match["month"]:
        return _all(plan.year, PeriodKind.MONTH, 12)
    unit = match["unit"].lower()
    if not periods and unit == "quý":
        return _all(plan.year, PeriodKind.QUARTER, 4)
    if not periods and unit == "năm":
        return _all(plan.year, PeriodKind.YEAR, 1)
    return periods


def _all(year: int, kind: PeriodKind, count: int) -> tuple[ReportingPeriod, ...]:
    return tuple(ReportingPeriod(year, kind, n) for n in range(1, count + 1)) if year else ()


@dataclass(frozen=True, slots=True)
class _Window:
    """The days between which occurrences lie, as text[start:end] says."""

    first: date
    last: date
    start: int
    end: int


def _window(text: str, year: int) -> _Window | None:
    """Return what "từ tháng 3" or "từ tháng 3 đến tháng 10" says; None when the text says no such thing."""
    times = [t for t in find_stated_times(text, year) if t.pieces]
    for index, time in enumerate(times):
        if re.search(r"\b(?:đến|tới|hết)\b", time.lead):
            return _Window(date.min, time.pieces[-1][1], time.lead_start, time.end)
        if not re.search(r"\b(?:từ|bắt đầu)\b", time.lead):
            continue
        following = times[index + 1] if index + 1 < len(times) else None
        if following and TO.fullmatch(text[time.end : following.start]):
            return _Window(time.pieces[0][0], following.pieces[-1][1], time.lead_start, following.end)
        return _Window(time.pieces[0][0], date.max, time.lead_start, time.end)
    return None
