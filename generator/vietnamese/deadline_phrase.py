"""From a plan's phrase ("Trước ngày 25/11/2023", "Thường xuyên", ...) to the milestones that it means.

The phrase itself is kept verbatim elsewhere (`Deadline.phrase`). What is not understood is named in the reading
and never becomes a day. A date that belongs to a cited document is no deadline.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from generator import limits
from generator.domain.deadline import Milestone
from generator.domain.period import ReportingPeriod
from generator.vietnamese.citations import without_citations
from generator.vietnamese.dated_clause import (
    EDGES,
    INSTRUCTION,
    ONGOING,
    RECURRING,
    PlanYear,
    dated_milestones,
    is_vague,
    times_read,
)
from generator.vietnamese.extension import extend, split_extension
from generator.vietnamese.named_periods import periods_named
from generator.vietnamese.phrase_parts import MONTH_WITH_ITS_DAY, QUARTER_WITH_ITS_DAY, respelled, split_clauses
from generator.vietnamese.recurring_clause import Recurrence, find_recurrence
from generator.vietnamese.stated_time import Grain, StatedTime, find_stated_times
from generator.vietnamese.unread_time import is_time_left


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
    """A part of the phrase."""

    text: str
    meaning: Meaning
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class PhraseReading:
    """The milestones of a whole phrase, in order of their days; those that wait for an event come last."""

    milestones: tuple[Milestone, ...] = ()
    clauses: tuple[Clause, ...] = ()
    not_understood: tuple[str, ...] = ()

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        return tuple(c.meaning for c in self.clauses)


def read_deadline_phrase(phrase: str, plan: PlanYear, *, deliverables: str = "") -> PhraseReading:
    """Return what `phrase` means. `deliverables` names the periods of a recurring report ("6 tháng, quý III ...").

    Never raises: what it cannot read, or doubts, is in `not_understood`, word for word, and sets no milestone.
    """
    if len(phrase) > limits.PHRASE_TEXT.most:
        clause = Clause(phrase, Meaning.UNKNOWN)
        return PhraseReading((), (clause,), (f"{phrase[:80]} … ({limits.PHRASE_TEXT.told()})",))
    text, written = respelled(phrase)
    periods = periods_named(deliverables, plan.year) or plan.periods
    clauses = _merge([_read_clause(part, plan, periods) for part in split_clauses(text)])
    clauses = [_as_written(c, written) for c in _with_exceptions(clauses)]
    unknown = tuple(c.text for c in clauses if c.meaning is Meaning.UNKNOWN)
    return PhraseReading(_gather(clauses), tuple(clauses), unknown)


def _as_written(clause: Clause, written: Mapping[str, str]) -> Clause:
    """Names and remarks are words of the plan, mistyped ones too."""
    text, labels = clause.text, [m.label for m in clause.milestones]
    for usual, word in written.items():
        text = text.replace(usual, word)
        labels = [label.replace(usual, word) for label in labels]
    named = tuple(m._replace(label=label) for m, label in zip(clause.milestones, labels, strict=True))
    return replace(clause, text=text, milestones=named)


# -- clauses ---------------------------------------------------------------------------------------------------
def speaks_of_time(text: str) -> bool:
    """Whether a text has a figure or a word that tells of time, cited documents apart."""
    return is_time_left(text, (), (), named=False) or re.search(r"\d", without_citations(text)) is not None


def _merge(clauses: list[Clause]) -> list[Clause]:
    """Join what says nothing about time to its neighbour: the words before a time, or after it."""
    merged: list[Clause] = []
    heading = ""
    for clause in clauses:
        if clause.meaning is Meaning.UNKNOWN and not speaks_of_time(clause.text):
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


_EXCEPTION = re.compile(
    r"(?:trừ|riêng)\s+(?:đối\s+với\s+)?(?:các\s+)?(?:tháng|quý)\b"
    rf"|{MONTH_WITH_ITS_DAY}|{QUARTER_WITH_ITS_DAY}",
    re.IGNORECASE,
)


#: Of each month due in the next one; an exception names the month that is reported on, or the one when it is due.
_LATER = re.compile(r"tháng\s+(?:tiếp\s+theo|sau|kế\s+tiếp)", re.IGNORECASE)
_QUARTERS_LAST = re.compile(
    r"trừ\s+(?:các\s+)?tháng\s+cuối\s+(?:của\s+|mỗi\s+|h[ằà]ng\s+|các\s+)*quý[\s).]*", re.IGNORECASE
)


#: What holds at one time, or on a condition, in place of what was said before.
_INSTEAD = re.compile(
    r"(?:trừ|riêng)\s+(?:đối\s+với\s+)?(?:các\s+)?(?:tháng|quý|năm|kỳ|ngày)\b|(?:ngoại\s+)?trừ\b|nếu\b|trường\s+hợp\b|nhưng\b",
    re.IGNORECASE,
)


def _with_exceptions(clauses: list[Clause]) -> list[Clause]:
    """Take out of a recurring duty what an exception replaces: "Ngày 25 hằng tháng (riêng tháng cuối quý ngày 15)"."""
    kept: list[Clause] = []
    for clause in clauses:
        if not _EXCEPTION.match(clause.text) or not kept or kept[-1].meaning is not Meaning.RECURRING:
            if _INSTEAD.match(clause.text) and kept and kept[-1].milestones:
                clause = _sure(replace(clause, text=f"{kept.pop().text}, {clause.text}"), True)
            kept.append(_sure(clause, clause.text.lower().startswith("trừ")))
            continue
        base = kept.pop()
        excepted = {_month(m) for m in clause.milestones}
        if _QUARTERS_LAST.fullmatch(clause.text):
            excepted = {(year, month) for year, month in map(_month, base.milestones) if month % 3 == 0}
        left = tuple(m for m in base.milestones if _month(m) not in excepted)
        added = () if clause.text.lower().startswith("trừ") else clause.milestones
        of_months = clause.text.lower().startswith("quý") and len(base.milestones) > _QUARTERS
        certain = len(left) < len(base.milestones) and all(a.first_day is None for a in added)
        certain = certain and not of_months and not _LATER.search(base.text)
        kept.append(_sure(replace(base, text=f"{base.text}, {clause.text}", milestones=(*left, *added)), not certain))
    return kept


_QUARTERS = 4


def _month(milestone: Milestone) -> tuple[int, int]:
    day = milestone.last_day or date.max
    return day.year, day.month


_WITHIN_LEAD = r"(?:trong(?:\s+(?:vòng|thời\s+hạn))?|chậm\s+nhất|muộn\s+nhất|không\s+quá|tối\s+đa)"
_AFTER = re.compile(
    rf"(?:\bhoặc\s+)?(?:\b(?:{_WITHIN_LEAD}|sau|là)\s+)*\d{{1,3}}\s*(?:\([^)]*\)\s*)?(?P<unit>(?:ngày|giờ|tuần|tháng)(?:\s+làm\s+việc)?)\s*,?\s*"
    r"(?:kể\s+từ|tính\s+từ|từ|sau|khi)\s+",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?:trong\s+(?:vòng|thời\s+hạn)|chậm\s+nhất|muộn\s+nhất|không\s+quá|tối\s+đa)\s+\d{1,3}\s*(?:\([^)]*\)\s*)?"
    r"(?P<unit>(?:ngày|giờ|tuần|tháng)(?:\s+làm\s+việc)?)\b(?!\s*\d|\s+(?:đầu|cuối)\b)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?:(?:hoặc|ngay|đột\s+xuất)\s+)*(?:sau|kể\s+từ|từ)?\s*\bkhi\s+[^;\n]+|(?:ngay\s+)?(?<!năm\s)(?<!quý\s)(?<!tháng\s)sau\s+(?!ngày\s+\d|tháng|quý|năm)"
    r"[^\d;\n]+$|đột\s+xuất",
    re.IGNORECASE,
)


_APART = re.compile(r"(?:[.,;:(/→+&–-]|\b(?:và|hoặc|rồi))\s*$", re.IGNORECASE)


def _is_of_the_event(time: StatedTime, text: str) -> bool:
    """ "Kể từ ngày D", "Thông báo kết luận ngày D": not a day when something is due."""
    plain = time.lead == "ngày" or "từ" in time.lead.split()
    return plain and not _APART.search(text, max(0, time.lead_start - 8), time.lead_start)


#: A day that stands beside an event binds all the same: "Sau khi Đề án được phê duyệt, trước ngày 30/6/2026".
_IN_ANY_CASE = re.compile(
    r"[,(]\s*(?:(?:nhưng|và|phải|song)\s+)*(?:hoàn\s+thành|xong|chậm\s+nhất|muộn\s+nhất|không\s+quá|trước|trong"
    r"|đến)\b(?!\s+(?:vòng|thời\s+hạn)).*",
    re.IGNORECASE,
)


#: "Ngày 05 hằng tháng, quý, năm": the day is of each month; what it is of each quarter is not said.
_AND_EACH = re.compile(
    r"(?:h[ằà]ng|mỗi)\s+tháng\s*(?:,|/|\bvà\b)\s*(?:h[ằà]ng\s+|mỗi\s+)?(?:quý\b(?!\s+[IVX\d])|năm\b(?!\s+(?:\d|trước)))",
    re.IGNORECASE,
)


def _read_clause(text: str, plan: PlanYear, periods: tuple[ReportingPeriod, ...]) -> Clause:
    parts = split_extension(text)
    if parts is not None:
        return _extended(text, *parts, plan, periods)
    after = _AFTER.search(text) or _WITHIN.search(text)
    if after is not None:
        return _counted_from_an_event(text, after, plan)
    recurrence = find_recurrence(text, plan, periods)
    if recurrence is not None:
        days = any(t.grain is Grain.DAY for t in find_stated_times(recurrence.rest, plan.year))
        others = dated_milestones(recurrence.rest, plan) if days else ()
        lost = others and not recurrence.milestones
        aside = others and "(" in recurrence.rest
        also_read = times_read(recurrence.rest, plan) if others else ()
        unread = (
            _AND_EACH.search(text)
            or _is_of_other_periods(text, recurrence)
            or _is_left(text, also_read, recurrence.read)
        )
        return _sure(Clause(text, Meaning.RECURRING, (*recurrence.milestones, *others)), lost or aside or unread)
    event_match = _EVENT.search(text)
    timed_part = text[: event_match.start()] if event_match else text
    milestones = dated_milestones(timed_part, plan)
    times = times_read(timed_part, plan)
    left = _is_left(text, times, [event_match.span()] if event_match else ())
    if event_match is not None:
        on_condition = re.search(r"\w\s*$", timed_part) and not event_match[0].lower().startswith("hoặc")
        doubted = bool(times) and (not milestones or on_condition)
        milestones, unread = _after_the_event(text, event_match.start(), milestones, plan)
        left = left or unread or (bool(milestones) and (doubted or all(m.is_open_ended for m in milestones)))
    if milestones:
        return _sure(Clause(text, Meaning.DATED, milestones), left)
    stated = (t for t in find_stated_times(timed_part, plan.year) if t.pieces and not is_vague(t))
    if any(t.grain is not Grain.YEAR for t in stated):
        return Clause(text, Meaning.UNKNOWN)
    if ONGOING.search(text):
        return _sure(Clause(text, Meaning.ONGOING), left)
    if RECURRING.search(text):
        return _sure(Clause(text, Meaning.RECURRING), left)
    if event_match is not None:
        return _sure(Clause(text, Meaning.AFTER_EVENT, (Milestone(text),)), left)
    if INSTRUCTION.search(text) and not find_stated_times(text, plan.year):
        return _sure(Clause(text, Meaning.BY_INSTRUCTION), left)
    return Clause(text, Meaning.UNKNOWN)


_EACH = re.compile(r"tuần|tháng|quý", re.IGNORECASE)


def _is_of_other_periods(text: str, recurrence: Recurrence) -> bool:
    """Whether a duty of each quarter or week names a day of each month: "mỗi quý một lần, ngày 05 tháng sau"."""
    named = {unit for start, end in recurrence.read for unit in _EACH.findall(text[start:end].lower())}
    said = {unit for match in RECURRING.finditer(recurrence.rest) for unit in _EACH.findall(match[0].lower())}
    return bool(said - named)


def _counted_from_an_event(text: str, after: re.Match[str], plan: PlanYear) -> Clause:
    stated = dated_milestones(text[: after.start()], plan)
    stated, unread = _after_the_event(text, after.start("unit"), stated, plan)
    unread = unread or _is_left(text, times_read(text[: after.start()], plan), [(after.start(), len(text))])
    unread = unread or any(m.is_open_ended for m in stated)
    meaning = Meaning.DATED if stated else Meaning.AFTER_EVENT
    return _sure(Clause(text, meaning, (*stated, Milestone(text))), unread)


#: A day of a month that is not named ("trước ngày 10 tháng đầu quý sau"), or behind a stroke ("khi có yêu cầu/15/6").
_DAY_OF_EACH = re.compile(
    r"\bngày\s+\d{1,2}(?![\d/.-]|\s*[/.-]|\s+(?:của\s+)?tháng\s+\d)"
    r"|(?:(?<=[^\W\d])|(?<=20\d\d))\s*/\s*\d{1,2}[/.]\d{1,2}(?!\d)",
    re.IGNORECASE,
)


def _after_the_event(
    text: str, start: int, stated: tuple[Milestone, ...], plan: PlanYear
) -> tuple[tuple[Milestone, ...], bool]:
    """Return the milestones with that of a day beside the event, and whether days are left unread."""
    tail = None if stated else _IN_ANY_CASE.search(text, start)
    found = dated_milestones(tail[0].strip(",( "), plan) if tail else ()
    end = tail.start() if tail and found else len(text)
    others = [t for t in find_stated_times(text, plan.year) if t.grain is not Grain.YEAR and start <= t.start < end]
    if _DAY_OF_EACH.search(text, start, end):
        return stated or found, True
    return stated or found, any(t.grain is not Grain.DAY or not _is_of_the_event(t, text) for t in others)


def _extended(text: str, said: str, extension: str, plan: PlanYear, periods: tuple[ReportingPeriod, ...]) -> Clause:
    """A clause with its extension; in words alone unless it has one day and the extension a later one."""
    clause = _read_clause(said, plan, periods)
    extended = extend(clause.milestones, extension, plan)
    if extended is None:
        return Clause(text, Meaning.UNKNOWN)
    return replace(clause, text=text, milestones=(extended,))


# -- the whole ---------------------------------------------------------------------------------------------------
def _is_left(text: str, times: Sequence[StatedTime], others: Sequence[tuple[int, int]]) -> bool:
    """Whether words of time are in a clause that are neither of the times nor at the other places that were read."""
    lasting = [m.span() for words in (ONGOING, RECURRING) for m in words.finditer(text)]
    # A year beside a month with a year of its own names what is due: "Dự toán năm 2027: tháng 7/2026".
    of_its_year = all(t.has_year and t.grain is not Grain.YEAR for t in times)
    named = bool(others) or of_its_year or any(t.grain is Grain.DAY for t in times)
    return is_time_left(text, times, [*others, *lasting], named=named)


def _sure(clause: Clause, doubt: object) -> Clause:
    """Return the clause; where anything in it is doubtful it is not understood at all, and sets no milestone."""
    return Clause(clause.text, Meaning.UNKNOWN) if doubt else clause


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
    is_whole = all(c.meaning is not Meaning.UNKNOWN for c in clauses)
    if is_whole and len(ordered) == 1 and not ordered[0].waits_for_event:
        return (ordered[0]._replace(label=""),)
    return tuple(_named_apart(ordered))


def _named_apart(milestones: list[Milestone]) -> list[Milestone]:
    """Labels differ within a task: results are reported by them."""
    seen: dict[str, int] = {}
    named = []
    for milestone in milestones:
        count = seen[milestone.label] = seen.get(milestone.label, 0) + 1
        named.append(milestone if count == 1 else milestone._replace(label=f"{milestone.label} ({count})"))
    return named
