"""An extension that the phrase of a deadline names: "20/5/2026 (gia hạn đến 30/6/2026 theo Công văn số ...)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.domain.deadline import Milestone
from generator.vietnamese.dated_clause import PlanYear, dated_milestones, is_vague
from generator.vietnamese.stated_time import find_stated_times

_GRANTED = r"(?:(?:đã|được|cho|phép|thời\s+gian|sau\s+đó|nay)\s+)*"
#: "Gia hạn", or another word of moving a day with where it is moved to.
_MOVED = (
    r"(?P<moved>gia\s+hạn\b|\b(?:lùi|dời|hoãn|chuyển|điều\s+chỉnh|đổi|kéo\s+dài)(?:\s+(?:thời\s+(?:hạn|gian)|lại))*"
    r"(?=\s+(?:thành|đến|sang|tới)\b|\s*:))"
)
_EXTENDED = re.compile(rf"\s*[,;:(–-]*\s*\b{_GRANTED}{_MOVED}", re.IGNORECASE)
_STARTS = re.compile(rf"[(\s–-]*{_GRANTED}{_MOVED}", re.IGNORECASE)
#: Asked for, refused, or not yet decided: no day may come of it.
_NOT_GRANTED = re.compile(r"\b(?:xin|đề\s+nghị|đề\s+xuất|không|chưa|nếu|có\s+thể|trường\s+hợp)\W*$", re.IGNORECASE)
_DOCUMENT = re.compile(r"^(?:theo|tại|bằng|của)\s+", re.IGNORECASE)


def starts_an_extension(text: str) -> bool:
    """Whether a part of a phrase belongs to the one before as its extension."""
    return _STARTS.match(text) is not None


def split_extension(text: str) -> tuple[str, str] | None:
    """Return what a clause says before "gia hạn" and what after it; None when it speaks of no extension."""
    match = _EXTENDED.search(text)
    if match is None:
        return None
    granted = _NOT_GRANTED.search(text[: match.start("moved")]) is None
    return (text[: match.start()], text[match.end() :]) if granted else ("", text)


def extend(milestones: Sequence[Milestone], extension: str, plan: PlanYear) -> Milestone | None:
    """Return the one milestone with the last day and document of its extension.

    None when there are more milestones or none, or the extension does not state one day later than its own.
    """
    times = [t for t in find_stated_times(extension, plan.year) if t.pieces]
    if len(milestones) != 1 or len(times) != 1 or is_vague(times[0]):
        return None
    before, after = extension[: times[0].lead_start], extension[times[0].end :]
    found = dated_milestones(extension[times[0].lead_start : times[0].end], plan)
    last, day = milestones[0].last_day, found[0].last_day if len(found) == 1 else None
    if last is None or day is None or day <= last or re.search(r"\d", before):
        return None
    document = _DOCUMENT.sub("", " ".join(f"{before} {after}".split()).strip(" ,.;:()"))
    return milestones[0]._replace(extended_to=day, extension_document=document)
