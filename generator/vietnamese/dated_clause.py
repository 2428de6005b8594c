"""A clause of a deadline that states days, months, quarters or years: which milestones it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from generator.domain.deadline import DeadlineForm, Milestone, last_day_in_time
from generator.domain.period import PeriodKind, ReportingPeriod
from generator.vietnamese.stated_time import CLOCK, Grain, StatedTime, find_stated_times
from generator.vietnamese.text import capital


@dataclass(frozen=True, slots=True)
class PlanYear:
    """What a phrase leaves unsaid: the plan's year (0 unknown), its day of issue, the periods that are owed.

    Occurrences of a recurring duty before the day of issue are left out. `before_includes_day`: the unit's switch.
    """

    year: int = 0
    issued_on: date | None = None
    periods: tuple[ReportingPeriod, ...] = ()
    before_includes_day: bool = False


ONGOING = re.compile(r"thường xuyên|liên tục|h[ằà]ng ngày|cả năm|suốt năm|quanh năm", re.IGNORECASE)
_TIMES = r"(?:\d{1,3}|một|hai|ba|bốn)\s+lần"
RECURRING = re.compile(
    r"định kỳ|(?:h[ằà]ng|mỗi|từng)\s+(?:tuần|tháng|quý|năm|kỳ|\d{1,3}\s+tháng)"
    rf"|\b(?:\d{{1,3}}\s+)?(?:tuần|tháng|quý|năm)\s+{_TIMES}\b"
    rf"|\b{_TIMES}\s*(?:/|\b(?:trong|mỗi|một))\s*(?:tuần|tháng|quý|năm)\b|\b(?:một|mỗi)\s+năm\s+{_TIMES}\b"
    r"|(?:\d{1,3}\s+)?(?:tuần|tháng|quý|năm)\s*/\s*(?:\d{1,3}\s+)?lần\b",
    re.IGNORECASE,
)
INSTRUCTION = re.compile(r"(?<!tiếp )\btheo\b", re.IGNORECASE)

TO = re.compile(
    r"\s*(?:(?:đến|tới)(?:\s+(?:hết|trước|cuối))?|[-–→÷]|,?\s*(?:và\s+)?kết\s+thúc(?:\s+(?:vào|trước))?)"
    rf"\s*(?:{CLOCK.pattern})?\s*(?:ngày)?\s*$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|và|hoặc|&)?\s*$", re.IGNORECASE)
#: A part of a month, quarter or year that names no day.
_VAGUE = re.compile(r"\b(?:(?<!bắt )đầu|giữa|nửa|khoảng(?!\s+từ)|tuần)\b", re.IGNORECASE)
_BOUNDS = re.compile(r"\b(?:trước|sau|từ|đến|tới|sang|hết|nhất|quá|hơn|cuối|kết thúc)\b", re.IGNORECASE)
_TO_THE_END = re.compile(r"\b(?:trước|đến|tới|hết|nhất|quá|hơn|cuối)\b", re.IGNORECASE)
_OPENS = re.compile(r"\b(?:từ|sau|bắt đầu)\b", re.IGNORECASE)
_AT_LATEST = re.compile(r"\b(?:nhất|quá|hơn)\b", re.IGNORECASE)
#: "Trước cuối tháng 6": each of these words would mean another day.
_ENDS = re.compile(r"\b(?:trước|sau|hết|cuối|bắt đầu)\b", re.IGNORECASE)
_REQUIRED = re.compile(
    r"(?:^(?:(?:tối thiểu|ít nhất|trên|từ|≥|>=)\s*)?|(?:hoàn thành|đạt|giải ngân|xong)\b\D{0,30}?)"
    r"(\d{1,3}(?:,\d+)?)\s*%",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d\s?%")


def dated_milestones(text: str, plan: PlanYear) -> tuple[Milestone, ...]:
    """Return the milestones of the days, months, quarters and years that a clause states; none when it states none."""
    times = _led_alike(text, _bounded_last(text, _without_labels(text, _stated(text, plan))))
    times = _finer(text, times)
    if not times or _is_put_beside(text, times) or _is_open_and_bounded(text, times):
        return ()
    stripped = _label(text, times)
    required = _REQUIRED.search(text) or _REQUIRED.search(stripped)
    share = Decimal(required[1].replace(",", ".")) if required else Decimal(100)
    found = []
    index = 0
    while index < len(times):
        first, last, end = _span(text, times, index, plan)
        if not first:
            return ()
        labels = [stripped] * len(last) if stripped else _times_as_labels(text, times[index : end + 1], plan)
        found += [Milestone(label, a, b, share) for label, a, b in zip(labels, first, last, strict=True)]
        index = end + 1
    if len(found) > 1 and len(_SHARE.findall(text)) > 1:
        return ()  # several shares and several days: which belongs to which is for a person to say
    if len(found) > len({m.label for m in found}):
        found = [m._replace(label=f"{m.label} (đến {_day(m)})") for m in found]
    return tuple(found)


def times_read(text: str, plan: PlanYear) -> list[StatedTime]:
    """Return the times that milestones come of, and those that only name what is due."""
    stated = _stated(text, plan)
    counted = _without_labels(text, stated)
    return [t for t in stated if t in counted or _is_name(text, t, stated)] or _whole_years(text, plan)


def _stated(text: str, plan: PlanYear) -> list[StatedTime]:
    times = [t for t in find_stated_times(text, plan.year) if t.pieces and not is_vague(t)]
    if INSTRUCTION.match(text):
        times = [t for t in times if t.lead]
    is_share = _SHARE.search(text) and any(t.lead == "cả" for t in times)
    lasts = not is_share and (ONGOING.search(text) or RECURRING.search(text))
    if lasts and all(t.grain is Grain.YEAR for t in times):
        return []
    return times


def _whole_years(text: str, plan: PlanYear) -> list[StatedTime]:
    """The years that only say for how long something goes on: "thường xuyên trong năm 2026"."""
    times = find_stated_times(text, plan.year)
    return [t for t in times if t.grain is Grain.YEAR and t.lead in ("", "trong", "cả", "của", "vào")]


#: A list of times; what stands before a time of its own, not of a name.
_LISTED = re.compile(r"\s*(?:[.,;–&/-]|\b(?:và|hoặc|rồi)\b)\s*(?:(?:trong|vào|ngày)\s*)*$", re.IGNORECASE)


def _is_name(text: str, time: StatedTime, stated: list[StatedTime]) -> bool:
    """Whether a month, quarter or year beside a day names the report, or holds the day ("quý I, trước ngày 15/3").

    One that is listed beside a day out of it is due itself: "Quý II và 15/12/2026".
    """
    first, last = time.pieces[0]
    days = [t for t in stated if t.grain is Grain.DAY and t.start > time.start]
    if len(time.pieces) == 1 and any(first <= day.pieces[0][0] <= last for day in days):
        return True
    if _BOUNDS.search(time.lead):
        return False
    before, after = text[: time.lead_start], next((t for t in stated if t.start > time.end), None)
    leads_a_list = after is not None and not before.strip(" (") and _LISTED.fullmatch(text[time.end : after.lead_start])
    return time.grain is Grain.YEAR or not (
        leads_a_list or re.search(rf"(?-i:[\dIVX]){_LISTED.pattern}", before, re.IGNORECASE)
    )


def _is_put_beside(text: str, times: list[StatedTime]) -> bool:
    """Whether a time stands beside another in its place: "15/6 (năm 2026: 10/6)", "cả năm (trọng tâm quý IV)"."""
    days = [t for t in times if t.grain is Grain.DAY]
    periods = [t for t in times if t.grain is not Grain.DAY]
    latest = any(_is_at_latest(text, a, b) for a, b in pairwise(days) if not _AT_LATEST.search(a.lead))
    return latest or _are_apart(text, days) or _are_apart(text, periods)


#: "Quý IV (tháng 11)", "tháng 11, quý IV".
_WITHIN = re.compile(r"\s*[(,]?\s*")


def _finer(text: str, times: list[StatedTime]) -> list[StatedTime]:
    """Of a period and a month, quarter or half inside it, said side by side, the finer one counts."""
    kept: list[StatedTime] = []
    for time in times:
        before = kept[-1] if kept else None
        if before is not None and _joined_in(text, before, time):
            if _holds(before, time):
                kept[-1] = time
                continue
            if _holds(time, before):
                continue
        kept.append(time)
    return kept


def _joined_in(text: str, before: StatedTime, time: StatedTime) -> bool:
    between = text[before.end : time.lead_start]
    listed = "," in between and {before.grain, time.grain} != {Grain.MONTH, Grain.QUARTER}
    return _WITHIN.fullmatch(between) is not None and not listed and time.lead in ("", "trong", "vào")


def _holds(whole: StatedTime, part: StatedTime) -> bool:
    """Whether all of `part` lies inside `whole`, which is longer."""
    return (
        Grain.DAY not in (whole.grain, part.grain)
        and whole.grain is not part.grain
        and all(any(first <= a and b <= last for first, last in whole.pieces) for a, b in part.pieces)
    )


def _are_apart(text: str, times: list[StatedTime]) -> bool:
    """Whether some of the times stand in brackets and some do not."""
    return len({text.count("(", 0, t.start) > text.count(")", 0, t.start) for t in times}) > 1


def _is_open_and_bounded(text: str, times: list[StatedTime]) -> bool:
    """Whether a time without end stands beside its end in a way that makes no span: "sau 01/7, trước 31/7"."""
    return any(
        re.fullmatch(r"\s*(?:,|,?\s*và)\s*", text[a.end : b.lead_start])
        and (
            (_OPENS.search(a.lead) and _TO_THE_END.search(b.lead))
            or (_OPENS.search(b.lead) and "trước" in a.lead.split() and "đến" not in a.lead.split())
        )
        for a, b in pairwise(times)
    )


def _bounded_last(text: str, times: list[StatedTime]) -> list[StatedTime]:
    """In "trong quý II, chậm nhất 15/7" the last one is the time in which the whole has to be done."""
    kept: list[StatedTime] = []
    for time in times:
        if kept and kept[-1].grain is not Grain.DAY and _is_at_latest(text, kept[-1], time):
            kept.pop()
        kept.append(time)
    return kept


def _is_at_latest(text: str, before: StatedTime, time: StatedTime) -> bool:
    joined = _AND.fullmatch(text[before.end : time.lead_start])
    return joined is not None and _AT_LATEST.search(time.lead) is not None


def _led_alike(text: str, times: list[StatedTime]) -> list[StatedTime]:
    """In "trước ngày 15/6 và 15/12" the word before the first day stands for both."""
    alike = times[:1]
    for time in times[1:]:
        before = alike[-1]
        listed = time.grain is before.grain is Grain.DAY and _AND.fullmatch(text[before.end : time.lead_start])
        alike.append(replace(time, lead=before.lead) if listed and time.lead in ("", "ngày") else time)
    return alike


def _span(
    text: str, times: list[StatedTime], index: int, plan: PlanYear
) -> tuple[list[date | None], list[date | None], int]:
    """Return first days, last days and the index of the last expression that they took; no day where a span is none."""
    here = times[index]
    if index + 1 < len(times):
        there = times[index + 1]
        between = text[here.end : there.start]
        if TO.fullmatch(between):
            start, end = here.pieces[0][0], _last_day(there, there.pieces[0], plan)
            if start > end and there.has_year and not here.has_year:
                start = start.replace(year=start.year - 1)
            is_span = len(here.pieces) == len(there.pieces) == 1 and start <= end
            return ([start], [end], index + 1) if is_span else ([], [], index)
    firsts: list[date | None] = []
    lasts: list[date | None] = []
    for piece in here.pieces:
        # "Từ tháng 4 - 6" says its end too.
        is_span = here.grain is not Grain.DAY or piece[0] < piece[1]
        ends_itself = is_span and re.search(r"[-–]|đến|tới", text[here.start : here.end])
        if _OPENS.search(here.lead) and not ends_itself:
            later = "sau" in here.lead.split()
            firsts.append(piece[1] + timedelta(days=1) if later else piece[0])
            lasts.append(None)
            continue
        inside = is_span and not _TO_THE_END.search(here.lead)
        firsts.append(piece[0] if inside else None)
        lasts.append(_last_day(here, piece, plan))
    return firsts, lasts, index


def _last_day(time: StatedTime, piece: tuple[date, date], plan: PlanYear) -> date:
    if "trước" not in time.lead.split() or CLOCK.search(time.lead):
        return piece[1]
    if time.grain is Grain.DAY:
        return last_day_in_time(piece[1], DeadlineForm.BEFORE, before_includes_day=plan.before_includes_day)
    return piece[0] - timedelta(days=1)


def is_vague(time: StatedTime) -> bool:
    """Whether the words before an expression leave open which day is meant."""
    hours = len(CLOCK.findall(time.lead)) > 1
    weekdays = time.grain is not Grain.DAY and "thứ" in time.lead.split()
    return hours or weekdays or bool(_VAGUE.search(time.lead)) or len(set(_ENDS.findall(time.lead))) > 1


_RUNS = re.compile(r"\s*(?:đến|tới)\b", re.IGNORECASE)


def _without_labels(text: str, times: list[StatedTime]) -> list[StatedTime]:
    """Where a day is stated, a month, quarter or year beside it only names the report ("báo cáo năm 2023 ...")."""
    if not any(t.grain is Grain.DAY for t in times):
        return times
    kept = []
    for index, time in enumerate(times):
        others = [t for t in (times[index - 1 : index] + times[index + 1 : index + 2]) if t.grain is Grain.DAY]
        listed = any(
            (
                _AND.fullmatch(text[min(time.end, o.end) : max(time.lead_start, o.lead_start)])
                or TO.fullmatch(text[min(time.end, o.end) : max(time.start, o.start)])
            )
            and not time.pieces[0][0] <= o.pieces[0][0] <= time.pieces[-1][1]
            for o in others
        )
        if time.grain is Grain.DAY or (listed and (time.lead or _RUNS.match(text, time.end))):
            kept.append(time)
    return kept


EDGES = re.compile(
    r"^(?:[\s:,.;–-]|(?:riêng|và|h[ằà]ng năm)\b|hoàn thành(?=\s*$))+"
    r"|(?:[\s:,.;–-]|\b(?:hoàn thành|xong|và|hạn|là|h[ằà]ng năm)\b)+$",
    re.IGNORECASE,
)


def _label(text: str, times: list[StatedTime]) -> str:
    """What the clause speaks of: its words without the time."""
    pieces, position = [], 0
    for time in times:
        pieces.append(text[position : time.lead_start])
        position = time.end
    pieces.append(text[position:])
    words = " ".join(" ".join(p.split()) for p in pieces if p.strip(" .,;:-–"))
    words = re.sub(r"\s+(?=[,;])", "", re.sub(r"\((?:\s|,|;|và\b)*\)", " ", words))
    words = EDGES.sub("", words)
    if words.count("(") != words.count(")") or re.fullmatch(r"\([^()]*\)", words):
        words = EDGES.sub("", words.strip("()"))
    if words.startswith("("):
        return ""  # remarks in brackets after each time
    return capital(words) if re.search(r"\w\w", words) else ""


_SHORT_MONTH = re.compile(r"\bT\s?(?=\d{1,2}(?!\d))", re.IGNORECASE)


def _times_as_labels(text: str, times: list[StatedTime], plan: PlanYear) -> list[str]:
    """Name milestones by the words of their time, or each by its own month or quarter ("Tháng 4 và tháng 10")."""
    time = times[0]
    said = capital(_SHORT_MONTH.sub("tháng ", text[time.lead_start : times[-1].end].strip()))
    said = said if said.count("(") == said.count(")") else said.strip("() ")
    kind = _KINDS.get(time.grain)
    if len(times) > 1 or len(time.pieces) < 2 or kind is None:
        return [said] * (len(time.pieces) if len(times) == 1 else 1)
    lead = "" if time.grain is Grain.DAY or time.lead in ("trong", "vào") else f"{time.lead} "
    return [capital(f"{lead}{_period_name(first, last, kind, plan)}".strip()) for first, last in time.pieces]


_KINDS = {Grain.DAY: PeriodKind.MONTH, Grain.MONTH: PeriodKind.MONTH, Grain.QUARTER: PeriodKind.QUARTER}


def _period_name(first: date, last: date, kind: PeriodKind, plan: PlanYear) -> str:
    months = 1 if kind is PeriodKind.MONTH else 3
    ends = [ReportingPeriod(day.year, kind, (day.month - 1) // months + 1) for day in (first, last)]
    label = " - ".join(dict.fromkeys(period.name_without_year for period in ends))
    return label if last.year == plan.year else f"{label}/{last.year}"


def _day(milestone: Milestone) -> str:
    day = milestone.last_day or milestone.first_day
    return f"{day.day:02}/{day.month}/{day.year}" if day else ""
