"""What is left to an officer after a renewal: sentences about an appendix that is not there, doubts outside regions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from generator.word.regions import visible_text
from generator.word.renew.finding import find_regions
from generator.word.renew.xml_spans import Element, XmlPart, body_of

_NAMED = re.compile(r"Phụ lục(?: [IVX]+)?")
_REFERENCE = re.compile(r"(Phụ lục(?: [IVX]+)?) kèm theo")


def missing_appendices(document: XmlPart) -> Iterator[tuple[str, str]]:
    """Yield each appendix ("Phụ lục III") that a sentence sends the reader to and that has no heading, with the
    sentence's paragraph."""
    texts = _paragraphs(document)
    present = {text for text in texts if _NAMED.fullmatch(text)}
    told: set[str] = set()
    for text in texts:
        for name in _REFERENCE.findall(text):
            if name not in present and name not in told:
                told.add(name)
                yield name, text[:160]


def repeated_appendices(document: XmlPart) -> list[str]:
    """Return the appendices ("Phụ lục III") that have two headings: one was kept that is no longer asked for."""
    headings = Counter(text for text in _paragraphs(document) if _NAMED.fullmatch(text))
    return [name for name, times in headings.items() if times > 1]


def _paragraphs(document: XmlPart) -> list[str]:
    return [visible_text(document.text_between(p.start, p.end)).strip() for p in body_of(document).walk("w:p")]


def doubts_outside(document: XmlPart, kept: Collection[str]) -> Iterator[str]:
    """Yield the highlighted texts that no renewal takes away: outside regions, or in regions left as they were."""
    renewed = [(r.start, r.end) for r in find_regions(document).values() if r.name not in kept]
    for run in body_of(document).walk("w:r"):
        if _is_highlighted(run) and not any(start <= run.start < end for start, end in renewed):
            text = visible_text(document.text_between(run.start, run.end))
            if text:
                yield text


def _is_highlighted(run: Element) -> bool:
    return run.value("w:rPr", "w:highlight") == "yellow"
