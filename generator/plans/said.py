"""What the words of a task say: labels ("Thời gian: ...; Chủ trì: ..."), or a sentence that says all."""

from __future__ import annotations

import re

from generator import limits
from generator.plans.columns import Role, role_of
from generator.vietnamese.dated_clause import ONGOING, RECURRING
from generator.vietnamese.office_spans import NAME, name_pattern
from generator.vietnamese.stated_time import Grain, StatedTime, find_stated_times

#: A label starts a line, or follows a stop, a comma or a bracket.
_LABEL = re.compile(
    r"(?:^|(?<=[.;,(\n]))\s*(?:[-–+*•]\s*)?(?P<label>[^\W\d_][^:.;,()\n]{1,40}(?:,\s*[^:.;,()\n]{2,20})?)\s*:(?!\d)\s*",
    re.MULTILINE,
)
#: "Tổ chức thực hiện tốt các nội dung sau: ..." is work, not a label.
_WORK = re.compile(r"tổ\s+chức\s+thực\s+hiện\s+\w", re.IGNORECASE)
_TOLD = {Role.DELIVERABLE, Role.DEADLINE, Role.START, Role.HOW, Role.LEAD, Role.SUPPORT, Role.MEASURE}
#: Who does it: the plan gives the work to somebody.
_GIVEN = re.compile(r"\bchủ trì\b|^(?:Giao|Đề nghị|Yêu cầu)\s|\bphối hợp (?:với|cùng)\b", re.IGNORECASE)
#: "Thay máy tính cũ. Văn phòng thực hiện, ...".
_DONE_BY = re.compile(rf"(?:^|(?<=[.;])\s+){NAME}\s+(?:thực hiện|tham mưu|triển khai|theo dõi|chịu trách nhiệm)\b")
_LAST_BRACKET = re.compile(r"\((?P<said>[^()]+)\)\s*[.;]?\s*$")
_PIECE = re.compile(r"[;,(]\s+|(?<=\.)\s+|\n|(?<=\w)\(")
#: From here on a piece speaks of time: "... ban hành kế hoạch trước ngày 15/3/2026".
_DONE = re.compile(r"(?:\b(?:hoàn thành|xong|báo cáo|định kỳ|thời hạn|thời gian|thực hiện)\s+)+$", re.IGNORECASE)
_DAY_OF_EACH = re.compile(
    r"(?:\b(?:trước|chậm nhất|vào|đến|trong)\s+)*(?:ngày|mùng|mồng)\s+\d{1,2}(?!\d)[^;]*$", re.IGNORECASE
)
_LAST_MONTH = re.compile(r"(?:của\s+)?tháng\s+(?:cuối|đầu)\s+(?:mỗi\s+)?(?:quý|kỳ)", re.IGNORECASE)
_LEADS = re.compile(r"trước|trong|đến|tới|hết|nhất|vào|từ|cuối|hạn|ngày")


def labelled(text: str) -> tuple[str, dict[Role, str]]:
    """Return a text without its labelled parts, and those parts by what they tell; labels may stand in brackets."""
    said: dict[Role, str] = {}
    found = (m for m in _LABEL.finditer(text) if not _WORK.match(m["label"]))
    labels = [(m, role) for m in found if (role := role_of(m["label"])) in _TOLD and role]
    if not labels:
        return text, said
    rest = text[: labels[0][0].start()]
    ends = [m.start() for m, _ in labels[1:]] + [len(text)]
    in_brackets = rest.rstrip().endswith("(")
    for (match, role), end in zip(labels, ends, strict=True):
        words = text[match.end() : end].strip(" ;,\n" if end < len(text) else " \n")
        if in_brackets and end == len(text):
            words, _, after = words.rpartition(")")
            rest = rest.rstrip(" (") + after
        said[role] = f"{said[role]}\n{words}" if said.get(role) else words
    return rest.strip(), said


def is_given(text: str) -> bool:
    """Whether a sentence gives work to somebody."""
    return bool(_GIVEN.search(text) or _DONE_BY.search(text) or bracketed(text))


def bracketed(text: str) -> dict[Role, str]:
    """Return who and when, verbatim, that the last bracket says without labels: "(Phòng Nội vụ, tháng 5/2026)"."""
    bracket = _LAST_BRACKET.search(text)
    if bracket is None or not name_pattern().match(words := bracket["said"].strip()):
        return {}
    times = find_stated_times(words, 0)
    if not times:
        return {}
    done = _DONE.search(words[: times[0].lead_start])
    start = done.start() if done else times[0].lead_start
    return {Role.HOW: words[:start].rstrip(" ,;:–-"), Role.DEADLINE: words[start:]}


def stated_deadline(text: str) -> str:
    """Return the words of a sentence that say when it is to be done, verbatim; empty when none do."""
    phrases: list[str] = []
    start = 0
    for match in [*_PIECE.finditer(text), None]:
        piece = text[start : match.start() if match else len(text)]
        start = match.end() if match else len(text)
        if phrase := _phrase_in(piece):
            phrases.append(phrase)
    return "; ".join(phrases)


def _phrase_in(piece: str) -> str:
    if len(piece) > limits.SENTENCE_TEXT.most:
        return ""
    times = [t for t in find_stated_times(piece, 0) if _is_due(t)]
    recurring = _LAST_MONTH.search(piece) or RECURRING.search(piece) or ONGOING.search(piece)
    if recurring and (day := _DAY_OF_EACH.search(piece[: recurring.start()])):
        return piece[day.start() :].strip(" .;,)")
    starts = [t.lead_start for t in times] + ([recurring.start()] if recurring else [])
    if not starts:
        return ""
    first = min(starts)
    done = _DONE.search(piece[:first])
    if recurring and not times:
        return recurring[0]
    return piece[done.start() if done else first :].strip(" .;,)")


def _is_due(time: StatedTime) -> bool:
    return time.grain is Grain.DAY or _LEADS.search(time.lead) is not None
