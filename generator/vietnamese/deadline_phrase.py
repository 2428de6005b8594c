"""From a plan's phrase ("Trước ngày 25/11/2023", "Thường xuyên", ...) to the milestones that it means.

The phrase itself is kept verbatim elsewhere (`Deadline.phrase`). What is not understood is named in the reading
and never becomes a day. A date that belongs to a cited document is no deadline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from generator.domain.deadline import Milestone
from generator.domain.period import ReportingPeriod
from generator.vietnamese.dated_clause import (
    EDGES,
    INSTRUCTION,
    ONGOING,
    RECURRING,
    PlanYear,
    dated_milestones,
    is_vague,
)
from generator.vietnamese.extension import extend, split_extension, starts_an_extension
from generator.vietnamese.named_periods import periods_named
from generator.vietnamese.recurring_clause import find_recurrence
from generator.vietnamese.stated_time import Grain, StatedTime, find_stated_times, without_citations
from generator.vietnamese.text import composed


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
    """A part of the phrase. `days` with `unit` ("ngày", "ngày làm việc", "giờ làm việc" ...) count from `event`.

    `overlooked` are times in it that no milestone came from.
    """

    text: str
    meaning: Meaning
    milestones: tuple[Milestone, ...] = ()
    days: int | None = None
    unit: str = ""
    event: str = ""
    overlooked: tuple[str, ...] = ()


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
#: Other spellings of "quý" and "kỳ".
_SPELLINGS = re.compile(r"\b(?:qu[íy]|qúy|kì)\b", re.IGNORECASE)


def read_deadline_phrase(phrase: str, plan: PlanYear, *, deliverables: str = "") -> PhraseReading:
    """Return what `phrase` means. `deliverables` names the periods of a recurring report ("6 tháng, quý III ...").

    Never raises: what it cannot read is in `not_understood`, word for word ("quí", "kì" as "quý", "kỳ").
    """
    if len(phrase) > LONGEST_PHRASE:
        clause = Clause(phrase, Meaning.UNKNOWN)
        return PhraseReading((), (clause,), (f"{phrase[:80]} …",))
    text = _SPELLINGS.sub(lambda m: m[0][0] + ("uý" if len(m[0]) == 3 else "ỳ"), composed(phrase))
    periods = periods_named(deliverables, plan.year) or plan.periods
    clauses = _merge([_read_clause(part, plan, periods) for part in _split(text)])
    unknown = tuple(c.text for c in clauses if c.meaning is Meaning.UNKNOWN)
    doubtful = tuple(part for c in clauses if c.meaning is not Meaning.UNKNOWN for part in c.overlooked)
    return PhraseReading(_gather(clauses), tuple(clauses), unknown + doubtful)


# -- clauses -----------------------------------------------------------------------------------------------------
_UPPER = "A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ"
_BULLET = re.compile(r"^\s*(?:[-–+*•·]|[a-zđ]\)|\d{1,2}\))\s*")
_DAY_OR_PERIOD = (
    r"(?:(?:(?:[Đđ]ến|[Tt]rước|[Hh]ết|[Cc]hậm nhất)\s+)*(?:[Nn]gày\s+)?\d{1,2}/\d{1,2}(?:/\d{2,4})?"
    r"|(?:(?:[Đđ]ến|[Tt]rước|[Tt]rong|[Hh]ết|[Cc]uối)\s+)*(?:[Tt]háng\s+\d{1,2}|[Qq]uý\s+[IVX1-4]+)(?:/\d{4})?"
    r"|(?:[Cc]ả|[Cc]uối)\s+năm(?:\s+20\d\d)?)"
)
#: A list of days or months goes on after the semicolon.
_LIST_GOES_ON = r"(?:[Nn]gày\s+)?\d{1,2}(?:/\d{1,2}(?:/\d{2,4})?)?\s*(?:[;.)]|và\b|h[ằà]ng\b|mỗi\b|$)"
_BREAKS = re.compile(
    rf"\n|;(?!\s*{_LIST_GOES_ON})|(?<=\.)\s+(?=[{_UPPER}])|(?<=20\d\d)\s+(?=[{_UPPER}])|\s*[,(]\s*(?=riêng\b)"
    rf"|(?<=[Tt]hường\sxuyên)[,.]?\s+(?=[{_UPPER}]|riêng\b)"
    r"|(?<=%),\s+(?=(?:(?:đến|trước|chậm nhất|hết)\s+(?:ngày\s+)?)?\d{1,2}/\d)"
    r"|(?<=20\d\d)\s*(?:,|và)\s+(?=(?:hoàn thành|đạt|báo cáo|\d+\s?%))"
    r"|(?<=\))\s*(?:,|\bvà\b)\s+(?=trước\b|chậm\b|đến\b|tháng\s+\d|quý\s)"
    r"|,\s+(?=(?:[Nn]ăm|\d{1,2}\s+tháng|[Qq]uý\s+[IVX]+|(?:[Bb]áo\s+cáo|BC)\s+[^\d,;]{2,30})\s+(?:trước|chậm)\s)"
    r"|,\s+(?=(?:[Đđ]ợt|[Ll]ần|[Gg]iai đoạn)\s+(?:\d|[IVX]+\b|thứ\b|cuối\b))"
)
#: Each share with its day: "30/6 đạt 50%, 31/12 đạt 100%", "30% quý I, 60% quý II", "50% (30/6), 100% (31/12)".
_SHARE_BREAKS = re.compile(
    rf"\s*(?:,|\bvà\b)\s+(?={_DAY_OR_PERIOD}\s*:?\s*[^,;%]{{0,40}}\d\s?%)"
    r"|\s*(?:,|\bvà\b)\s+(?=(?:(?:đạt|hoàn thành|giải ngân|xong)\s+)?\d{1,3}(?:,\d+)?\s?%)"
)
_LIST_BREAKS = re.compile(rf"{_BREAKS.pattern}|\s+[-–+]\s+(?=[{_UPPER}])")


def _split(text: str) -> list[str]:
    breaks = _LIST_BREAKS if _BULLET.match(text) else _BREAKS
    clauses: list[str] = []
    for part in (" ".join(_BULLET.sub("", part).split()) for part in breaks.split(text)):
        if not part.strip(" .,:-"):
            continue
        if clauses and (starts_an_extension(part) or _in_an_open_extension(clauses[-1])):
            clauses[-1] = f"{clauses[-1]}, {part}"
        else:
            clauses += _shares_apart(part)
    return clauses


def _shares_apart(part: str) -> list[str]:
    pieces = _SHARE_BREAKS.split(part)
    return pieces if all("%" in piece for piece in pieces) else [part]


def _in_an_open_extension(clause: str) -> bool:
    return "gia hạn" in clause.lower() and clause.count("(") > clause.count(")")


_TIME_WORDS = re.compile(r"\d|\b(?:ngày|tuần|tháng|quý|năm|kỳ|hạn|trước|sau|đầu|cuối|giữa|khi)\b", re.IGNORECASE)


def speaks_of_time(text: str) -> bool:
    """Whether a text has a figure or a word of time, cited documents apart."""
    return _TIME_WORDS.search(without_citations(text)) is not None


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
        left = (text,) if lost else _overlooked(recurrence.rest, plan.year)
        if more := _AND_EACH.search(text):
            left += (more[0],)
        return Clause(text, Meaning.RECURRING, (*recurrence.milestones, *others), overlooked=left)
    event_match = _EVENT.search(text)
    timed_part = text[: event_match.start()] if event_match else text
    milestones = dated_milestones(timed_part, plan)
    left = _overlooked(text, plan.year)
    if event_match is not None:
        milestones, unread = _after_the_event(text, event_match.start(), milestones, plan)
        left += unread
    if milestones:
        return Clause(text, Meaning.DATED, milestones, overlooked=left)
    stated = (t for t in find_stated_times(timed_part, plan.year) if t.pieces and not is_vague(t))
    if any(t.grain is not Grain.YEAR for t in stated):
        return Clause(text, Meaning.UNKNOWN)
    if ONGOING.search(text):
        return Clause(text, Meaning.ONGOING, overlooked=left)
    if RECURRING.search(text):
        return Clause(text, Meaning.RECURRING, overlooked=left)
    if event_match is not None:
        event = (event_match["event"] or event_match["event2"] or event_match[0]).strip(" .")
        return Clause(text, Meaning.AFTER_EVENT, (Milestone(text),), event=event, overlooked=left)
    if INSTRUCTION.search(text) and not find_stated_times(text, plan.year):
        return Clause(text, Meaning.BY_INSTRUCTION)
    return Clause(text, Meaning.UNKNOWN)


def _counted_from_an_event(text: str, after: re.Match[str], plan: PlanYear) -> Clause:
    unit = re.sub(r"\s+", " ", after["unit"].lower())
    event = after["event"].strip(" .") if "event" in after.groupdict() else ""
    event = re.sub(r"^(?:khi|thời điểm|ngày)\s+(?!\d)", "", event)
    stated = dated_milestones(text[: after.start()], plan)
    stated, unread = _after_the_event(text, after.start("unit"), stated, plan)
    meaning = Meaning.DATED if stated else Meaning.AFTER_EVENT
    return Clause(text, meaning, (*stated, Milestone(text)), int(after["n"]), unit, event, unread)


def _after_the_event(
    text: str, start: int, stated: tuple[Milestone, ...], plan: PlanYear
) -> tuple[tuple[Milestone, ...], tuple[str, ...]]:
    """Return the milestones with that of a day beside the event, where there is none yet, and the days left unread."""
    tail = None if stated else _IN_ANY_CASE.search(text, start)
    found = dated_milestones(tail[0].strip(",( "), plan) if tail else ()
    end = tail.start() if tail and found else len(text)
    days = [t for t in find_stated_times(text, plan.year) if t.grain is Grain.DAY and start <= t.start < end]
    unread = [text[t.lead_start : t.end].strip() for t in days if not _is_of_the_event(t, text)]
    return stated or found, tuple(unread)


def _extended(text: str, said: str, extension: str, plan: PlanYear, periods: tuple[ReportingPeriod, ...]) -> Clause:
    """A clause with its extension; in words alone unless it has one day and the extension a later one."""
    clause = _read_clause(said, plan, periods)
    extended = extend(clause.milestones, extension, plan)
    if extended is None or clause.overlooked:
        return Clause(text, Meaning.UNKNOWN)
    return replace(clause, text=text, milestones=(extended,))


# -- the whole ---------------------------------------------------------------------------------------------------
_LEFT_OVER = re.compile(
    rf"(?<!\d)\d{{1,2}}\s?[/.-]\s?\d{{1,2}}(?:\s?[/.-]\s?\d+)?(?![\d%]|/\d)|\b(?:quý|tháng)\s+(?:[1-9]\S*|(?-i:[IV]+)\b)"
    rf"|\b(?<!tháng )(?:đầu|giữa|tuần)\s+(?:tháng|quý|năm)\b[^{_UPPER}]*"
    rf"|\b(?:ngày|mùng|mồng)\s+\d{{1,2}}\b|\b\d{{1,2}}\s+(?:h[ằà]ng|mỗi)\s+tháng"
    rf"|\bngày\s+(?:làm\s+việc\s+)?(?:đầu|cuối)\b[^{_UPPER},;.]*"
    rf"|\b(?:tuần\s+(?:đầu|cuối|thứ\s+\w+)|đầu|giữa|cuối)\s+(?:của\s+)?(?:h[ằà]ng|mỗi)\s+(?:tháng|quý|năm)",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(r"(?:quý|tháng)\s+\d{1,2}\s+lần", re.IGNORECASE)


def _overlooked(text: str, year: int) -> tuple[str, ...]:
    """Times in a clause that make no date, name a part of a month, or were not read."""
    plain = without_citations(text)
    found = find_stated_times(plain, year)
    read = {position for t in found if t.pieces and not is_vague(t) for position in range(t.lead_start, t.end)}
    return tuple(
        m[0].strip()
        for m in _LEFT_OVER.finditer(plain)
        if m.start() not in read and not _HOW_OFTEN.match(plain, m.start())
    )


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
