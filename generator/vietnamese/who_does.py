"""Who leads and who supports a task, from the plan's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from generator import limits
from generator.domain.plan import Assignment
from generator.vietnamese.office_names import Name, UnitNames
from generator.vietnamese.office_spans import CAPITAL, STARTS, VERB
from generator.vietnamese.rules import Rule, Rules
from generator.vietnamese.text import capital, folded


@dataclass(frozen=True, slots=True)
class WhoDoes:
    """The assignment derived from a text and the names in it that are on no list."""

    assignment: Assignment
    not_recognised: tuple[str, ...] = ()


_WHOSE = (
    r"(?:(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|CQ|ĐV|đ/v|bộ\s+phận|người|cá\s+nhân|tổ\s+chức)"
    r"(?:\s*,\s*(?:đơn\s+vị|cá\s+nhân))?\s+)"
)
_AT = r"(?:^|(?<=[\n;,.(*•]))\s*(?:[-–+*•]\s*|[a-zđ]\)\s*|\d+\)\s*)?"
_COLON = r"\s*(?::|\s[-–](?=\s))\s*"
#: What stands before a list of names, anywhere in an assignment. Each row means the role of those listed.
LABELS = Rules(
    Rule(
        "leads",
        rf"{_AT}{_WHOSE}?(?:đồng\s+)?(?:chủ\s+trì|đầu\s+mối)(?:\s+(?:thực\s+hiện|tham\s+mưu|chính))*{_COLON}",
        "Phối hợp: Sở A; cơ quan chủ trì tham mưu: Phòng B",
        "cơ quan chủ trì tham mưu:",
        "leads",
    ),
    Rule(
        "leads_is",
        rf"(?:{_AT}|\bvới\s+){_WHOSE}?chủ\s+trì\s+là\s+(?=[{CAPITAL}])",
        "Sở A phối hợp, chủ trì là Phòng B",
        "chủ trì là",
        "leads",
    ),
    Rule(
        "support",
        rf"{_AT}{_WHOSE}?phối\s+hợp(?:\s+thực\s+hiện)?{_COLON}",
        "- Đơn vị phối hợp: Phòng A",
        "- Đơn vị phối hợp:",
        "support",
    ),
    Rule(
        "duty",
        rf"{_AT}(?:{_WHOSE}(?:thực\s+hiện|tham\s+mưu)|trách\s+nhiệm(?:\s+thực\s+hiện)?|phân\s+công(?:\s+thực\s+hiện)?){_COLON}",
        "b) Trách nhiệm thực hiện: các phòng",
        "b) Trách nhiệm thực hiện:",
        "duty",
    ),
    Rule("note", rf"{_AT}ghi\s+chú{_COLON}", "Ghi chú: xem lại", "Ghi chú:", "note"),
)
#: Sentences and lines; "P." and "TP." end no sentence.
STEP = re.compile(rf"\n|(?<=[.;])(?<!\b[A-ZĐ]\.)(?<!\b[A-ZĐ]{{2}}\.)\s+(?=[{CAPITAL}])")
_BULLET = re.compile(r"^\s*(?:[-–+*•]\s*|[a-zđ]\)\s*)")
_BEFORE_A_NAME = re.compile(
    r"^(?:(?:Định kỳ|H[ằà]ng (?:tuần|tháng|quý|năm)|Hàng ngày|Riêng|Các cơ quan(?=:)|Căn cứ|Giao|Đề nghị|Yêu cầu|Do)"
    r"\b[^:;.]*?(?:,|:|(?<=Giao)(?:\s+cho)?|(?<=Đề nghị)|(?<=Yêu cầu)|(?<=^Do)))\s*",
    re.IGNORECASE,
)
_QUALIFIER = re.compile(
    r"\s*(?:\((?!giao\s)[^)]*\)|(?:phụ trách|được giao(?: chủ trì)?|thuộc|tại|có tham gia|căn cứ|được)\b[^,;.:]*?"
    r"(?=\s*(?:,|chủ trì|phối hợp|tham mưu|thực hiện|theo dõi|triển khai|báo cáo|tổng hợp|chỉ đạo|đăng tải|chịu"
    r"|chủ động|có trách nhiệm|và\s)))",
    re.IGNORECASE,
)
_AND = re.compile(
    rf"\s*(?:,|;|/|\s[-–](?=\s+{STARTS.alternatives})|\bvà\b|&|\bcùng\b(?:\s+với\b)?)\s*(?:và\s+)?", re.IGNORECASE
)
_LEADS = re.compile(
    r"^\s*(?:,\s*)?(?:có trách nhiệm\s*:?\s*)?(?:là\s+(?:đơn vị|cơ quan)\s+)?"
    r"(?:(?:đồng\s+|cùng\s+)?chủ trì|(?:làm\s+)?đầu mối)\b",
    re.IGNORECASE,
)
#: "Phòng A theo dõi, đôn đốc; chủ trì tổng hợp": said later of the same office.
_LEADS_LATER = re.compile(r"(?:[;,]|\bvà)\s*chủ trì\b", re.IGNORECASE)
_ADVISES = re.compile(r"^[^.;\n]{0,160}?\btham mưu\b", re.IGNORECASE)
_COOPERATES = re.compile(r"^\s*(?:cùng\s+)?phối hợp\b(?!\s+(?:chặt chẽ\s+)?(?:với|cùng)\b)", re.IGNORECASE)
_WITH = re.compile(r"phối hợp\s+(?:chặt chẽ\s+)?(?:(?:với|cùng|của)\s+)*", re.IGNORECASE)
#: Nothing but names: those that a stroke or semicolon joins lead together.
_SEVERAL = re.compile(r"^[^\n:]+[/;](?!\s*(?:và\s+)?các\s[^;/]*liên quan)[^\n:]+$")
#: Whoever leads, whatever it is called.
_STRANGER = re.compile(rf"(?P<name>[{CAPITAL}][^,;.:()\n]{{2,60}}?)(?=\s+(?:đồng\s+)?chủ trì\b)")
#: Another office comes in the middle of a step: "..., Phòng B phối hợp", "; Phòng C chủ trì".
_ANOTHER = re.compile(r"[,;]\s+(?:giao\s+)?|\(\s*giao\s+", re.IGNORECASE)


def find_who_does(text: str, names: UnitNames) -> WhoDoes:
    """Return lead and supporting units of an assignment text, in the order in which they stand.

    Labels "Chủ trì: ...", "Phối hợp: ..." tell by themselves. In sentences, leads say "chủ trì"; where nobody does, who
    advises ("tham mưu") leads, else who is named first. A name on no list is kept whole, as it is written, and told.
    The text itself is kept whatever is recognised.
    """
    found = _Found()
    if _SEVERAL.search(text) and not re.search(VERB, text):
        names_alone = _listed(text, names)
        if all(STARTS.pattern.match(n.printed) for n in names_alone):
            found.take(names_alone, found.leads)
            return WhoDoes(Assignment(tuple(dict.fromkeys(found.leads)), (), text), tuple(found.unknown))
    if marks := _marks(text):
        return _marked(text, marks, names)
    labels = list(LABELS.pattern.finditer(text))
    _read_sentences(text[: labels[0].start()] if labels else text, names, found)
    for label, following in zip_longest(labels, labels[1:]):
        said = text[label.end() : following.start() if following else len(text)]
        role = LABELS.of(label).meaning
        if role == "note" or (role == "duty" and re.search(VERB, said)):
            _read_sentences(said, names, found)
        else:
            _read_list(said, found.support if role == "support" else found.leads, names, found)
    leads = found.leads or found.advisers[:1] or found.subjects[:1] or found.partners[:1]
    lead = list(dict.fromkeys(leads))
    everybody = [*found.advisers, *found.subjects, *found.support, *found.partners]
    others = [n for n in dict.fromkeys(everybody) if n not in lead]
    return WhoDoes(Assignment(tuple(lead), tuple(others), text), tuple(dict.fromkeys(found.unknown)))


#: What is said of the names before it, as long as nothing else is said: "Phòng A (phối hợp); Phòng B (chủ trì)".
_MARK = re.compile(
    r"\s*\(\s*(?P<role>đồng\s+chủ\s+trì|chủ\s+trì|đầu\s+mối|phối\s+hợp)\s*\)"
    r"|\s+[-–]\s+(?P<said>đồng\s+chủ\s+trì|chủ\s+trì|phối\s+hợp)(?=\s*(?:[;,.\n]|$))",
    re.IGNORECASE,
)


def _marks(text: str) -> list[re.Match[str]]:
    """Return the marks of a text that is a list of names with their roles behind them; none of any other text."""
    return [] if re.search(VERB, _MARK.sub("", text), re.IGNORECASE) else list(_MARK.finditer(text))


def _marked(text: str, marks: list[re.Match[str]], names: UnitNames) -> WhoDoes:
    """Those before "phối hợp" support; of those before "chủ trì" the last leads, with "đồng" all of them."""
    found, start = _Found(), 0
    for mark in marks:
        listed = _listed(text[start : mark.start()].strip(" ,;.\n"), names)
        role = folded(mark["role"] or mark["said"])
        leading = 0 if "đồng" in role else len(listed) - 1
        found.take(listed if role == "phối hợp" else listed[:leading], found.support)
        found.take([] if role == "phối hợp" else listed[leading:], found.leads)
        start = mark.end()
    found.take(_listed(text[start:].strip(" ,;.\n"), names), found.support)
    support = tuple(n for n in dict.fromkeys(found.support) if n not in found.leads)
    assignment = Assignment(tuple(dict.fromkeys(found.leads)), support, text)
    return WhoDoes(assignment, tuple(dict.fromkeys(found.unknown)))


@dataclass(slots=True)
class _Found:
    """Names by what is said of them."""

    leads: list[str] = field(default_factory=list)
    advisers: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    support: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def take(self, names: list[Name], into: list[str]) -> None:
        into += [n.printed for n in names]
        self.unknown += [n.printed for n in names if not n.known]


def _read_sentences(text: str, names: UnitNames, said: _Found) -> None:
    for step in STEP.split(text):
        if len(step) > limits.SENTENCE_TEXT.most:
            continue
        rest = _BULLET.sub("", step).strip()
        found, end = _names_at(rest, 0, names)
        if not _is_subject(found, rest, end) and (prefix := _BEFORE_A_NAME.match(rest)):
            found, rest, end = _after_the_occasion(rest, prefix.end(), names)
        if not _is_subject(found, rest, end):
            stranger = _STRANGER.match(rest)
            found, end = ([Name(stranger["name"], stranger.end(), False)], stranger.end()) if stranger else ([], 0)
        others = list(_others_in(rest, end, names))
        own = rest[end : others[0][0] if others else len(rest)]
        _take_role(found, own, said)
        for start, offices, stop in others:
            following = next((o[0] for o in others if o[0] > start), len(rest))
            _take_role(offices, rest[stop:following], said)
        for match in _WITH.finditer(rest, end):
            said.take(_names_at(rest, match.end(), names)[0], said.support)


def _after_the_occasion(text: str, start: int, names: UnitNames) -> tuple[list[Name], str, int]:
    """Those who do it behind "Căn cứ chức năng, nhiệm vụ được giao, ...", the text from there, and where they end."""
    places = [start, *(m.end() for m in re.finditer(r",\s*", text) if m.end() > start)]
    for place in places:
        here = capital(text[place:])
        found, end = _names_at(here, 0, names)
        if _is_subject(found, here, end):
            return found, here, end
    return [], text[start:], 0


def _is_subject(found: list[Name], text: str, end: int) -> bool:
    """Whether a sentence starts with those who do it; a name on no list only before a verb, or all by itself."""
    if not found:
        return False
    if any(n.known for n in found):
        return True
    return text[:1].isupper() and bool(re.match(rf"\s*(?:[,:]?\s*{VERB}\b|[.;]?\s*$)", text[end:]))


def _others_in(text: str, start: int, names: UnitNames) -> Iterator[tuple[int, list[Name], int]]:
    """Yield where others who lead or support are named in the middle of a sentence, and where their list ends."""
    position = start
    while match := _ANOTHER.search(text, position):
        found, end = _names_at(text, match.end(), names)
        position = max(match.end(), end)
        if found and (_LEADS.match(text[end:]) or _COOPERATES.match(text[end:])):
            yield match.start(), found, end


def _take_role(found: list[Name], after: str, said: _Found) -> None:
    if _LEADS.match(after) or (found and _LEADS_LATER.search(after)):
        said.take(found, said.leads)
    elif _COOPERATES.match(after) and not _names_follow(after):
        said.take(found, said.partners)
    elif _ADVISES.match(after):
        said.take(found, said.advisers)
    else:
        said.take(found, said.subjects)


def _names_follow(after: str) -> bool:
    match = _WITH.search(after)
    return match is not None and STARTS.pattern.match(after, match.end()) is not None


def _read_list(text: str, role: list[str], names: UnitNames, said: _Found) -> None:
    """The names after a label; those on no list as they are written. "..., phối hợp với ..." goes on to support."""
    parts = re.split(r"[,;]?\s*\bphối hợp\s+(?:với|cùng|có|gồm)\s+", text, flags=re.IGNORECASE)
    for part, into in zip(parts, [role, *[said.support] * (len(parts) - 1)], strict=True):
        for number, line in enumerate(filter(None, (p.strip(" .,;") for p in part.split("\n")))):
            rest = re.sub(r"\s+(?:chủ trì|phối hợp|thực hiện)$", "", _BULLET.sub("", line))
            if number and not names.name_at(rest):
                _read_sentences(rest, names, said)
            else:
                said.take(_listed(rest, names), into)


def _listed(text: str, names: UnitNames) -> list[Name]:
    found: list[Name] = []
    position = 0
    while position < len(text):
        name = names.name_at(text, position)
        end = name.end if name else position
        if qualifier := _QUALIFIER.match(text, end):
            end = qualifier.end() if name else end
        joiner = _AND.match(text, end)
        if name is None or (joiner is None and end < len(text)):
            stop = re.compile(r"\s*[,;]\s*").search(text, position)
            end = stop.start() if stop else len(text)
            name, joiner = Name(text[position:end].strip(), end, False), stop
        found.append(name)
        position = joiner.end() if joiner else len(text)
    return found


def _names_at(text: str, start: int, names: UnitNames) -> tuple[list[Name], int]:
    """Return the names listed from `start` and where the list ends."""
    found: list[Name] = []
    position = end = start
    while name := names.name_at(text, position):
        found.append(name)
        end = name.end
        if qualifier := _QUALIFIER.match(text, end):
            end = qualifier.end()
            if qualifier[0].lstrip().startswith("phụ trách"):
                found[-1] = name._replace(printed=f"{name.printed} {qualifier[0].strip()}")
        joiner = _AND.match(text, end)
        if joiner is None:
            break
        position = joiner.end()
    return found, end
