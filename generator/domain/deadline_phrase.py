"""From a plan's phrase ("Trước ngày 25/11/2023", "Thường xuyên", ...) to the milestones that it means.

The phrase itself is kept verbatim elsewhere (`Deadline.phrase`). What is not understood is named in the reading
and never becomes a day. A date that belongs to a cited document is no deadline.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from generator.domain.deadline import DeadlineForm, Milestone, last_day_in_time
from generator.domain.named_periods import periods_named
from generator.domain.period import PeriodKind, ReportingPeriod
from generator.domain.stated_time import Grain, StatedTime, find_stated_times, without_citations


class Meaning(Enum):
    """What one clause of a deadline says."""

    DATED = "dated"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    AFTER_EVENT = "after_event"
    BY_INSTRUCTION = "by_instruction"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the phrase. `days` with `unit` ("ngày", "ngày làm việc", "giờ làm việc" ...) count from `event`."""

    text: str
    meaning: Meaning
    milestones: tuple[Milestone, ...] = ()
    days: int | None = None
    unit: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True)
class PhraseReading:
    """The milestones of a whole phrase, in order of their days; those that wait for an event come last."""

    milestones: tuple[Milestone, ...] = ()
    clauses: tuple[Clause, ...] = ()
    not_understood: tuple[str, ...] = ()

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        return tuple(c.meaning for c in self.clauses)


@dataclass(frozen=True, slots=True)
class PlanYear:
    """What a phrase leaves unsaid: the plan's year (0 unknown), its day of issue, the periods that are owed.

    Occurrences of a recurring duty before the day of issue are left out. `before_includes_day`: the unit's switch.
    """

    year: int = 0
    issued_on: date | None = None
    periods: tuple[ReportingPeriod, ...] = ()
    before_includes_day: bool = False


def read_deadline_phrase(phrase: str, plan: PlanYear, *, deliverables: str = "") -> PhraseReading:
    """Return what `phrase` means. `deliverables` names the periods of a recurring report ("6 tháng, quý III ...").

    Never raises: what it cannot read is in `not_understood`, word for word.
    """
    text = unicodedata.normalize("NFC", phrase)
    periods = periods_named(deliverables, plan.year) or plan.periods
    clauses = _merge([_read_clause(part, plan, periods) for part in _split(text)])
    unknown = tuple(c.text for c in clauses if c.meaning is Meaning.UNKNOWN)
    doubtful = tuple(part for c in clauses if c.meaning is not Meaning.UNKNOWN for part in _overlooked(c, plan.year))
    return PhraseReading(_gather(clauses), tuple(clauses), unknown + doubtful)


# -- clauses -----------------------------------------------------------------------------------------------------
_UPPER = "A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ"
_BULLET = re.compile(r"^\s*(?:[-–+*•·]|[a-zđ]\)|\d{1,2}\))\s*")
_BREAKS = re.compile(
    rf"\n|;|(?<=\.)\s+(?=[{_UPPER}])|(?<=20\d\d)\s+(?=[{_UPPER}])|,\s*(?=riêng\b)"
    rf"|(?<=[Tt]hường\sxuyên)[,.]?\s+(?=[{_UPPER}]|riêng\b)"
    r"|(?<=20\d\d)\s*(?:,|và)\s+(?=(?:hoàn thành|đạt|báo cáo|\d+\s?%))"
)
_LIST_BREAKS = re.compile(rf"{_BREAKS.pattern}|\s+[-–+]\s+(?=[{_UPPER}])")


def _split(text: str) -> list[str]:
    breaks = _LIST_BREAKS if _BULLET.match(text) else _BREAKS
    parts = (_BULLET.sub("", part).strip() for part in breaks.split(text))
    return [re.sub(r"\s+", " ", part) for part in parts if part.strip(" .,:-")]


_TIME_WORDS = re.compile(r"\d|\b(?:ngày|tuần|tháng|quý|năm|kỳ|hạn|trước|sau|đầu|cuối|giữa|khi)\b", re.IGNORECASE)


def _merge(clauses: list[Clause]) -> list[Clause]:
    """Join what says nothing about time to its neighbour: the words before a time, or after it."""
    merged: list[Clause] = []
    heading = ""
    for clause in clauses:
        if clause.meaning is Meaning.UNKNOWN and not _TIME_WORDS.search(without_citations(clause.text)):
            if merged:
                merged[-1] = replace(merged[-1], text=f"{merged[-1].text} {clause.text}")
            else:
                heading = f"{heading} {clause.text}".strip()
            continue
        if heading:
            clause, heading = replace(clause, text=f"{heading} {clause.text}"), ""
        merged.append(clause)
    if heading:
        merged.append(Clause(heading, Meaning.UNKNOWN))
    return merged


_ONGOING = re.compile(r"thường xuyên|liên tục|h[ằà]ng ngày|cả năm|suốt năm|quanh năm", re.IGNORECASE)
_RECURRING = re.compile(
    r"định kỳ|(?:h[ằà]ng|mỗi|từng)\s+(?:tuần|tháng|quý|năm|kỳ|\d+\s+tháng)|\d+\s+(?:tuần|tháng)\s+\d+\s+lần",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<n>\d{1,3})\s*(?:\([^)]*\)\s*)?(?P<unit>(?:ngày|giờ|tuần|tháng)(?:\s+làm\s+việc)?)\s*,?\s*"
    r"(?:kể\s+từ|tính\s+từ|từ|sau)\s+(?P<event>[^;\n]*)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?:trong\s+(?:vòng|thời\s+hạn)|chậm\s+nhất|không\s+quá|tối\s+đa)\s+(?P<n>\d{1,3})\s*(?:\([^)]*\)\s*)?"
    r"(?P<unit>(?:ngày|giờ|tuần|tháng)(?:\s+làm\s+việc)?)\b(?!\s*\d)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?:ngay\s+)?(?:sau|kể\s+từ|từ)?\s*\bkhi\s+(?P<event>[^;\n]+)|(?:ngay\s+)?sau\s+(?!ngày\s+\d|tháng|quý|năm)"
    r"(?P<event2>[^\d;\n]+)$|đột\s+xuất",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(r"\btheo\b", re.IGNORECASE)


def _read_clause(text: str, plan: PlanYear, periods: tuple[ReportingPeriod, ...]) -> Clause:
    after = _AFTER.search(text) or _WITHIN.search(text)
    if after is not None:
        unit = re.sub(r"\s+", " ", after["unit"].lower())
        event = after["event"].strip(" .") if "event" in after.groupdict() else ""
        event = re.sub(r"^(?:khi|thời điểm|ngày)\s+(?!\d)", "", event)
        return Clause(text, Meaning.AFTER_EVENT, (Milestone(text),), int(after["n"]), unit, event)
    recurring = _read_recurring(text, plan, periods)
    if recurring is not None:
        return recurring
    event_match = _EVENT.search(text)
    timed_part = text[: event_match.start()] if event_match else text
    milestones = _dated(timed_part, plan)
    if milestones:
        return Clause(text, Meaning.DATED, milestones)
    if _ONGOING.search(text):
        return Clause(text, Meaning.ONGOING)
    if _RECURRING.search(text):
        return Clause(text, Meaning.RECURRING)
    if event_match is not None:
        event = (event_match["event"] or event_match["event2"] or event_match[0]).strip(" .")
        return Clause(text, Meaning.AFTER_EVENT, (Milestone(text),), event=event)
    if _INSTRUCTION.search(text) and not find_stated_times(text, plan.year):
        return Clause(text, Meaning.BY_INSTRUCTION)
    return Clause(text, Meaning.UNKNOWN)


# -- recurring days ----------------------------------------------------------------------------------------------
_DAY_OF_EACH = re.compile(
    r"(?P<lead>(?:\b(?:trước|chậm\s+nhất|muộn\s+nhất|trong|vào|đến|là)\s+)*)(?:ngày|mùng|mồng)?\s*"
    r"(?P<d>\d{1,2})\s+(?:(?:của|vào)\s+)?"
    r"(?:(?P<month>(?:h[ằà]ng|mỗi)\s+tháng|của\s+tháng|tháng\s+(?P<next>tiếp\s+theo|sau|kế\s+tiếp))"
    r"|tháng\s+cuối\s+(?:của\s+|mỗi\s+|cùng\s+)*(?P<unit>quý|kỳ|năm))",
    re.IGNORECASE,
)


def _read_recurring(text: str, plan: PlanYear, periods: tuple[ReportingPeriod, ...]) -> Clause | None:
    match = _DAY_OF_EACH.search(text)
    if match is None or not 1 <= int(match["d"]) <= 31:
        return None
    occurrences: Iterable[ReportingPeriod] = periods
    if match["month"]:
        occurrences = _all(plan.year, PeriodKind.MONTH, 12)
    elif not periods and match["unit"].lower() == "quý":
        occurrences = _all(plan.year, PeriodKind.QUARTER, 4)
    elif not periods and match["unit"].lower() == "năm":
        occurrences = _all(plan.year, PeriodKind.YEAR, 1)
    form = DeadlineForm.BEFORE if "trước" in match["lead"].lower() else DeadlineForm.BY
    milestones = []
    for period in occurrences:
        due_in = period.following if match["next"] else period
        last = last_day_in_time(due_in.due(int(match["d"])), form, before_includes_day=plan.before_includes_day)
        if plan.issued_on is None or last >= plan.issued_on:
            milestones.append(Milestone(_capital(str(period)), None, last))
    return Clause(text, Meaning.RECURRING, tuple(milestones))


def _all(year: int, kind: PeriodKind, count: int) -> tuple[ReportingPeriod, ...]:
    return tuple(ReportingPeriod(year, kind, n) for n in range(1, count + 1)) if year else ()


# -- stated days -------------------------------------------------------------------------------------------------
_TO = re.compile(r"\s*(?:(?:đến|tới)(?:\s+(?:hết|trước|cuối))?|[-–])\s*(?:ngày)?\s*$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|và|hoặc|&)?\s*$", re.IGNORECASE)
#: A part of a month, quarter or year that names no day.
_VAGUE = re.compile(r"\b(?:đầu|giữa|nửa|khoảng|tuần)\b", re.IGNORECASE)
_REQUIRED = re.compile(r"(?:^|(?:hoàn thành|đạt|giải ngân|xong)\b\D{0,30}?)(\d{1,3}(?:,\d+)?)\s*%", re.IGNORECASE)


def _dated(text: str, plan: PlanYear) -> tuple[Milestone, ...]:
    times = [t for t in find_stated_times(text, plan.year) if t.pieces and not _is_vague(t)]
    if _INSTRUCTION.match(text):
        times = [t for t in times if t.lead]
    if (_ONGOING.search(text) or _RECURRING.search(text)) and all(t.grain is Grain.YEAR for t in times):
        return ()
    times = _led_alike(text, _without_labels(text, times))
    if not times:
        return ()
    stripped = _label(text, times)
    required = _REQUIRED.search(text)
    share = Decimal(required[1].replace(",", ".")) if required else Decimal(100)
    found = []
    index = 0
    while index < len(times):
        first, last, end = _span(text, times, index, plan)
        said = text[times[index].lead_start : times[end].end].strip()
        found += [Milestone(stripped or _capital(said), a, b, share) for a, b in zip(first, last, strict=True)]
        index = end + 1
    if len(found) > len({m.label for m in found}):
        found = [replace(m, label=f"{m.label} (đến {_day(m)})") for m in found]
    return tuple(found)


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
    """Return first days, last days and the index of the last expression that they took."""
    here = times[index]
    if index + 1 < len(times):
        there = times[index + 1]
        between = text[here.end : there.start]
        if _TO.fullmatch(between) and len(here.pieces) == len(there.pieces) == 1:
            start, end = here.pieces[0][0], _last_day(there, there.pieces[0], plan)
            if start > end and not here.has_year:
                start = start.replace(year=start.year - 1)
            if start <= end:
                return [start], [end], index + 1
    firsts: list[date | None] = []
    lasts: list[date | None] = []
    for piece in here.pieces:
        if re.search(r"\btừ\b", here.lead) or re.search(r"\bsau\b", here.lead):
            later = "sau" in here.lead.split()
            firsts.append(piece[1] + timedelta(days=1) if later else piece[0])
            lasts.append(None)
            continue
        inside = here.grain is not Grain.DAY and not re.search(r"\b(?:trước|đến|tới|hết|nhất|cuối)\b", here.lead)
        firsts.append(piece[0] if inside else None)
        lasts.append(_last_day(here, piece, plan))
    return firsts, lasts, index


def _last_day(time: StatedTime, piece: tuple[date, date], plan: PlanYear) -> date:
    if "trước" not in time.lead.split():
        return piece[1]
    if time.grain is Grain.DAY:
        return last_day_in_time(piece[1], DeadlineForm.BEFORE, before_includes_day=plan.before_includes_day)
    return piece[0] - timedelta(days=1)


def _is_vague(time: StatedTime) -> bool:
    return time.grain is not Grain.DAY and bool(_VAGUE.search(time.lead))


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
                or _TO.fullmatch(text[min(time.end, o.end) : max(time.start, o.start)])
            )
            and not time.pieces[0][0] <= o.pieces[0][0] <= time.pieces[-1][1]
            for o in others
        )
        if time.grain is Grain.DAY or (listed and time.lead):
            kept.append(time)
    return kept


_EDGES = re.compile(
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
    words = _EDGES.sub("", words)
    return _capital(words) if re.search(r"\w\w", words) and words.lower() not in ("đến", "và", "hoặc") else ""


def _day(milestone: Milestone) -> str:
    day = milestone.last_day or milestone.first_day
    return f"{day.day:02}/{day.month}/{day.year}" if day else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# -- the whole ---------------------------------------------------------------------------------------------------
_LEFT_OVER = re.compile(
    rf"(?<![\d/])\d{{1,2}}\s?[/.-]\s?\d{{1,2}}(?:\s?[/.-]\s?\d+)?(?![\d%/])|\b(?:quý|tháng)\s+(?:[1-9IV]\S*)"
    rf"|\b(?:đầu|giữa|tuần)\s+(?:tháng|quý|năm)\b[^{_UPPER}]*",
    re.IGNORECASE,
)


def _overlooked(clause: Clause, year: int) -> list[str]:
    """Times in the clause that no milestone came from: they make no date, or name a part of a month."""
    if clause.meaning in (Meaning.AFTER_EVENT, Meaning.BY_INSTRUCTION):
        return []
    text = without_citations(clause.text)
    found = find_stated_times(text, year)
    read = {position for t in found if t.pieces and not _is_vague(t) for position in range(t.lead_start, t.end)}
    return [m[0].strip() for m in _LEFT_OVER.finditer(text) if m.start() not in read and m.end() - 1 not in read]


def _gather(clauses: list[Clause]) -> tuple[Milestone, ...]:
    found = [m for c in clauses for m in c.milestones]
    several = len(clauses) > 1
    if several and not any(c.meaning is Meaning.ONGOING for c in clauses):
        # A duty without a day beside one with a day keeps the task open until it is said to be done.
        open_parts = [c for c in clauses if c.meaning in (Meaning.RECURRING, Meaning.BY_INSTRUCTION)]
        found += [Milestone(_EDGES.sub("", c.text)) for c in open_parts if not c.milestones]
    dated = sorted((m for m in found if m.last_day), key=lambda m: (m.last_day or date.max, m.label))
    rest = [m for m in found if not m.last_day]
    ordered = [*dated, *rest]
    if len(ordered) == 1:
        return (replace(ordered[0], label=""),)
    return tuple(_named_apart(ordered))


def _named_apart(milestones: list[Milestone]) -> list[Milestone]:
    """Labels differ within a task: results are reported by them."""
    seen: dict[str, int] = {}
    named = []
    for milestone in milestones:
        count = seen[milestone.label] = seen.get(milestone.label, 0) + 1
        named.append(milestone if count == 1 else replace(milestone, label=f"{milestone.label} ({count})"))
    return named
