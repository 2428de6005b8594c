"""From a plan's phrase ("Trước ngày 25/11/2023", "Thường xuyên", ...) to the milestones that it means.

The phrase itself is kept verbatim elsewhere (`Deadline.phrase`). What is not understood is named in the reading
and never becomes a day. A date that belongs to a cited document is no deadline.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from generator.domain.dated_clause import (
    EDGES,
    INSTRUCTION,
    ONGOING,
    RECURRING,
    PlanYear,
    capital,
    dated_milestones,
    is_vague,
)
from generator.domain.deadline import DeadlineForm, Milestone, last_day_in_time
from generator.domain.named_periods import periods_named
from generator.domain.period import PeriodKind, ReportingPeriod
from generator.domain.stated_time import Grain, find_stated_times, without_citations


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


#: The longest phrase of a real plan has some 200 characters; a longer text is none.
LONGEST_PHRASE = 2000


def read_deadline_phrase(phrase: str, plan: PlanYear, *, deliverables: str = "") -> PhraseReading:
    """Return what `phrase` means. `deliverables` names the periods of a recurring report ("6 tháng, quý III ...").

    Never raises: what it cannot read is in `not_understood`, word for word.
    """
    if len(phrase) > LONGEST_PHRASE:
        clause = Clause(phrase, Meaning.UNKNOWN)
        return PhraseReading((), (clause,), (f"{phrase[:80]} …",))
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
    rf"\n|;|(?<=\.)\s+(?=[{_UPPER}])|(?<=20\d\d)\s+(?=[{_UPPER}])|\s*[,(]\s*(?=riêng\b)"
    rf"|(?<=[Tt]hường\sxuyên)[,.]?\s+(?=[{_UPPER}]|riêng\b)"
    r"|(?<=%),\s+(?=(?:(?:đến|trước|chậm nhất|hết)\s+(?:ngày\s+)?)?\d{1,2}/\d)"
    r"|(?<=20\d\d)\s*(?:,|và)\s+(?=(?:hoàn thành|đạt|báo cáo|\d+\s?%))|(?<=\)),\s+(?=trước\b|chậm\b|đến\b)"
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


#: An extension needs its own columns, and two days of each month two rows: a person must say so.
_NOT_FOR_US = re.compile(
    r"\bgia\s+hạn\b|\d{1,2}\s*(?:,|và|&)\s*(?:ngày\s+)?\d{1,2}\s+(?:của\s+)?(?:h[ằà]ng|mỗi)\s+tháng", re.IGNORECASE
)


def _read_clause(text: str, plan: PlanYear, periods: tuple[ReportingPeriod, ...]) -> Clause:
    if _NOT_FOR_US.search(text):
        return Clause(text, Meaning.UNKNOWN)
    after = _AFTER.search(text) or _WITHIN.search(text)
    if after is not None:
        unit = re.sub(r"\s+", " ", after["unit"].lower())
        event = after["event"].strip(" .") if "event" in after.groupdict() else ""
        event = re.sub(r"^(?:khi|thời điểm|ngày)\s+(?!\d)", "", event)
        stated = dated_milestones(text[: after.start()], plan)
        meaning = Meaning.DATED if stated else Meaning.AFTER_EVENT
        return Clause(text, meaning, (*stated, Milestone(text)), int(after["n"]), unit, event)
    recurring = _read_recurring(text, plan, periods)
    if recurring is not None:
        return recurring
    event_match = _EVENT.search(text)
    timed_part = text[: event_match.start()] if event_match else text
    milestones = dated_milestones(timed_part, plan)
    if milestones:
        return Clause(text, Meaning.DATED, milestones)
    if ONGOING.search(text):
        return Clause(text, Meaning.ONGOING)
    if RECURRING.search(text):
        return Clause(text, Meaning.RECURRING)
    if event_match is not None:
        event = (event_match["event"] or event_match["event2"] or event_match[0]).strip(" .")
        return Clause(text, Meaning.AFTER_EVENT, (Milestone(text),), event=event)
    if INSTRUCTION.search(text) and not find_stated_times(text, plan.year):
        return Clause(text, Meaning.BY_INSTRUCTION)
    return Clause(text, Meaning.UNKNOWN)


# -- recurring days ----------------------------------------------------------------------------------------------
_DAY_OF_EACH = re.compile(
    r"(?P<lead>(?:\b(?:trước|chậm\s+nhất|muộn\s+nhất|trong|vào|đến|là)\s+)*)(?:\b(?:ngày|mùng|mồng)\s*)?"
    r"(?<![\d/])(?P<d>\d{1,2})\s+(?:(?:của|vào)\s+)?"
    r"(?:(?P<month>(?:h[ằà]ng|mỗi)\s+tháng|(?<=của\s)tháng(?!\s*\d|\s+(?:cuối|đầu|tiếp|sau|kế))"
    r"|tháng\s+(?P<next>tiếp\s+theo|sau|kế\s+tiếp))"
    r"|tháng\s+cuối\s+(?:của\s+|mỗi\s+|cùng\s+)*(?P<unit>quý|kỳ|năm))",
    re.IGNORECASE,
)


#: A half of the year, where "ngày 6 của tháng cuối năm" would be a day.
_HALF_YEAR = re.compile(r"(?:trong\s+)?0?[69]\s+tháng\s+cuối\s+năm", re.IGNORECASE)


def _read_recurring(text: str, plan: PlanYear, periods: tuple[ReportingPeriod, ...]) -> Clause | None:
    match = _DAY_OF_EACH.search(text)
    if match is None or not 1 <= int(match["d"]) <= 31 or _NOT_A_DAY.search(text, 0, match.end("lead")):
        return None
    if _HALF_YEAR.fullmatch(match[0].strip()):
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
            milestones.append(Milestone(capital(str(period)), None, last))
    rest = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    if any(t.grain is Grain.DAY for t in find_stated_times(rest, plan.year)):
        milestones += dated_milestones(rest, plan)
    return Clause(text, Meaning.RECURRING, tuple(milestones))


#: "Tuần thứ 2 của tháng": the figure counts weeks.
_NOT_A_DAY = re.compile(r"\b(?:tuần|thứ|lần|quý|kỳ)\s*$", re.IGNORECASE)


def _all(year: int, kind: PeriodKind, count: int) -> tuple[ReportingPeriod, ...]:
    return tuple(ReportingPeriod(year, kind, n) for n in range(1, count + 1)) if year else ()


# -- the whole ---------------------------------------------------------------------------------------------------
_LEFT_OVER = re.compile(
    rf"(?<![\d/])\d{{1,2}}\s?[/.-]\s?\d{{1,2}}(?:\s?[/.-]\s?\d+)?(?![\d%/])|\b(?:quý|tháng)\s+(?:[1-9]\S*|(?-i:[IV]+)\b)"
    rf"|\b(?:đầu|giữa|tuần)\s+(?:tháng|quý|năm)\b[^{_UPPER}]*",
    re.IGNORECASE,
)


def _overlooked(clause: Clause, year: int) -> list[str]:
    """Times in the clause that no milestone came from: they make no date, or name a part of a month."""
    if clause.meaning in (Meaning.AFTER_EVENT, Meaning.BY_INSTRUCTION):
        return []
    text = without_citations(clause.text)
    found = find_stated_times(text, year)
    read = {position for t in found if t.pieces and not is_vague(t) for position in range(t.lead_start, t.end)}
    return [m[0].strip() for m in _LEFT_OVER.finditer(text) if m.start() not in read and m.end() - 1 not in read]


def _gather(clauses: list[Clause]) -> tuple[Milestone, ...]:
    found = [m for c in clauses for m in c.milestones]
    several = len(clauses) > 1
    if several and not any(c.meaning is Meaning.ONGOING for c in clauses):
        # A duty without a day beside one with a day keeps the task open until it is said to be done.
        open_parts = [c for c in clauses if c.meaning in (Meaning.RECURRING, Meaning.BY_INSTRUCTION)]
        found += [Milestone(EDGES.sub("", c.text)) for c in open_parts if not c.milestones]
    dated = sorted((m for m in found if m.last_day), key=lambda m: (m.last_day or date.max, m.label))
    rest = [m for m in found if not m.last_day]
    ordered = [*dated, *rest]
    if len(ordered) == 1 and not ordered[0].waits_for_event:
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
