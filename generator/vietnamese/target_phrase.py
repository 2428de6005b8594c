"""Targets that a plan's sentences state: "tối thiểu 20%", "dưới 0,5%", "từ 94% trở lên", "ít nhất 02 sáng kiến"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator import limits
from generator.domain.indicator import Target
from generator.vietnamese.text import composed


@dataclass(frozen=True, slots=True)
class StatedTarget:
    """A target and what it is set for. `target.text` is the words of the plan.

    `counted` is the unit of a number ("sáng kiến"). `alternative` is true for the second of "A hoặc B": reaching
    either is enough.
    """

    name: str
    target: Target
    counted: str = ""
    alternative: bool = False


_FIGURE = r"\d+(?:[.,]\d+)*"
_BEFORE = (
    r"(?:tối thiểu|ít nhất|không dưới|không thấp hơn|không quá|không vượt quá|tối đa|nhiều nhất|xuống dưới|dưới|trên|từ"
    r"|≥|>=|≤|<=|<|>|đạt|vượt)"
)
_COMPARED = re.compile(
    rf"(?:\b(?:đạt|giảm|giảm xuống|tăng|chiếm)\s+)?(?<!\w){_BEFORE}\s*(?:đạt\s+)?{_FIGURE}\s*"
    rf"(?:%(?:\s*trở (?:lên|xuống))?|trở (?:lên|xuống)|(?=\s[a-zà-ỹđ]))",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?:^|\b(?:đạt|hoàn thành|bảo đảm|đảm bảo)\s+){_FIGURE}\s*%", re.IGNORECASE)
#: A limit on time, a date or a number of a document is no target.
_TIME = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:giờ|ngày|tuần|tháng|năm|lần|phút|buổi|mặt|bước)\b|\s*/\d", re.IGNORECASE)
_COUNTED = re.compile(r"\s*([a-zà-ỹđ]+(?:\s[a-zà-ỹđ]+)?)")
SENTENCES = re.compile(r"\n|;|(?<=[^\d]\.)\s+(?=[A-ZĐ])|(?<=%\.)\s+")
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
_CUT = "\x1f"
_WITHIN = re.compile(rf"{_CUT}|,\s*(?=riêng\b)|\.\s+(?=Đối với)")
#: A shorter name says too little by itself ("có ít nhất 02 sáng kiến").
_WORDS_OF_A_NAME = 3
_BULLET = re.compile(r"^\s*(?:[-–+•]|[a-zđ]\))\s*")


def find_targets(text: str) -> tuple[StatedTarget, ...]:
    """Return the targets that a task's text or product states, in order. A name is the sentence without its target."""
    found: list[StatedTarget] = []
    for line in SENTENCES.split(composed(text)):
        if len(line) > limits.SENTENCE_TEXT.most:
            continue
        line = _IN_BRACKETS.sub(_brackets_apart, _BULLET.sub("", line).strip())
        whole = _name(line.split(_CUT)[0])
        for segment in _WITHIN.split(line):
            segment = segment.strip()
            alternative = bool(re.match(r"hoặc\b", segment, re.IGNORECASE)) and bool(found)
            for stated in _in_segment(re.sub(r"^hoặc\s+", "", segment, flags=re.IGNORECASE)):
                if len(stated.name.split()) < _WORDS_OF_A_NAME:
                    stated = replace(stated, name=whole)
                found.append(replace(stated, alternative=True) if alternative or stated.alternative else stated)
    return tuple(_once(found))


def _brackets_apart(match: re.Match[str]) -> str:
    """Brackets that state a target of their own are a segment of their own; others belong to the name."""
    if _COMPARED.search(match[1]):
        return f"{_CUT}{match[1]}{_CUT}"
    return match[0]


def _in_segment(segment: str) -> Iterator[StatedTarget]:
    matches = [m for m in _COMPARED.finditer(segment) if _is_target(m, segment)]
    matches = matches or [m for m in _BARE.finditer(segment)]
    pieces = _pieces(segment, matches)
    for index, (match, piece) in enumerate(zip(matches, pieces, strict=True)):
        target = Target.parse(match[0].strip())
        if target is not None:
            name = _name(piece.replace(match[0], " ", 1)) or _name(segment)
            counted = None if target.unit else _COUNTED.match(segment, match.end())
            either = index > 0 and bool(re.search(r"\bhoặc\b", segment[matches[index - 1].end() : match.start()]))
            yield StatedTarget(name, target, counted[1] if counted else "", either)


def _is_target(match: re.Match[str], segment: str) -> bool:
    if "%" in match[0]:
        return True
    word = match[0].strip().split()[0].lower()
    counts = word in ("tối", "ít", "không", "nhiều", "≥", ">=", "≤", "<=", "<", ">") or "trở" in match[0]
    return counts and not _TIME.match(segment[match.end() :])


def _pieces(segment: str, matches: list[re.Match[str]]) -> list[str]:
    """Cut the segment so that each piece holds one target."""
    cuts = [0]
    for before, after in pairwise(matches):
        between = segment[before.end() : after.start()]
        comma = max(between.rfind(", "), between.rfind(" và "), between.rfind(" hoặc "))
        cuts.append(before.end() + (comma if comma >= 0 else 0))
    return [segment[a:b] for a, b in zip(cuts, [*cuts[1:], len(segment)], strict=True)][: len(matches)]


def _name(text: str) -> str:
    text = re.sub(r"\s+(?=[,;])", "", re.sub(r"\s+", " ", text)).strip(" ,.;:–-")
    text = re.sub(
        r"^(?:riêng|có|và|hoặc|phấn đấu|phần đầu)\s+|\s+(?:đạt|có|giảm|xuống|từ)$", "", text, flags=re.IGNORECASE
    )
    text = text.strip(" ,.;:–-")
    return text[:1].upper() + text[1:]


def _once(found: list[StatedTarget]) -> Iterator[StatedTarget]:
    seen = set()
    for stated in found:
        key = (stated.name.lower(), stated.target.comparator, stated.target.value)
        if key not in seen:
            seen.add(key)
            yield stated
