"""Words of a Word file that holds no figures of ours: its headings, and what it says of difficulties and requests."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.vietnamese.text import folded
from generator.word.package import NotAPackage
from generator.word.read.blocks import Table
from generator.word.read.document import parse_document

_HEADING = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*)\s*[.)]\s+\S.{2,150}")
#: The part of a report that a heading begins, by what the heading names.
_PARTS = {"kho_khan": ("khó khăn", "vướng mắc"), "kien_nghi": ("kiến nghị", "đề xuất")}
_MOST_HEADINGS = 40
_MOST_LINES = 30


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words as they stand; nothing of them is ever counted."""

    headings: tuple[str, ...] = ()
    difficulties: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()


def quoted_from(content: bytes) -> Quoted:
    """Return what a .docx says, by part; nothing of one that cannot be read."""
    try:
        blocks = parse_document(content).blocks
    except NotAPackage:
        return Quoted()
    headings: list[str] = []
    said: dict[str, list[str]] = {part: [] for part in _PARTS}
    part = ""
    for block in blocks:
        if isinstance(block, Table):
            part = ""
            continue
        text = " ".join(block.text.split())
        if not text:
            continue
        if _HEADING.fullmatch(text) and text[-1] not in ".;:,":
            headings.append(text)
            small = folded(text)
            part = next((name for name, words in _PARTS.items() if any(word in small for word in words)), "")
        elif part:
            said[part].append(text)
    return Quoted(
        tuple(headings[:_MOST_HEADINGS]),
        tuple(said["kho_khan"][:_MOST_LINES]),
        tuple(said["kien_nghi"][:_MOST_LINES]),
    )
