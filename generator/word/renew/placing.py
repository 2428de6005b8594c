"""Where a region goes that the file lacks: after its neighbour in the freshly made document."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.word.regions import visible_text
from generator.word.renew.finding import FoundRegion
from generator.word.renew.sections import is_break_only
from generator.word.renew.xml_spans import XmlPart, body_of


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the body: a region (`region` its name), or one paragraph or table with its text."""

    start: int
    end: int
    text: str = ""
    region: str = ""
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the file: right after a region (`after_region`), or at a byte; `near` says it to the officer."""

    position: int
    near: str
    after_region: str = ""


class Outline:
    """The blocks of a document's body, in order."""

    def __init__(self, document: XmlPart, regions: Mapping[str, FoundRegion]) -> None:
        self.blocks = tuple(_blocks(document, regions))
        texts = Counter(b.text for b in self.blocks if b.text)
        self._by_text = {b.text: b for b in self.blocks if b.text and texts[b.text] == 1}
        self._by_region = {b.region: b for b in self.blocks if b.region}

    def same(self, block: Block) -> Block | None:
        """Return this document's block for a block of another: the region of its name, or the only one of its text."""
        return self._by_region.get(block.region) if block.region else self._by_text.get(block.text)

    def index_of(self, region: str) -> int:
        return self.blocks.index(self._by_region[region])


def _blocks(document: XmlPart, regions: Mapping[str, FoundRegion]) -> Iterator[Block]:
    waiting = deque(sorted((r.start, r.end, r.name) for r in regions.values()))
    yielded: set[str] = set()
    for element in body_of(document).children:
        while waiting and waiting[0][1] <= element.start:
            waiting.popleft()
        region = waiting[0] if waiting and waiting[0][0] < element.end else None
        if region is not None:
            if region[2] not in yielded:
                yielded.add(region[2])
                yield Block(*region[:2], region=region[2])
        elif element.tag != "w:sectPr":
            text = visible_text(document.text_between(element.start, element.end))
            yield Block(element.start, element.end, text, is_break=is_break_only(document, element))


def is_appendix(new: Outline, name: str) -> bool:
    """Whether a region begins a section of its own."""
    index = new.index_of(name)
    return index > 0 and new.blocks[index - 1].is_break


def place_in_body(old: Outline, new: Outline, name: str) -> Place | None:
    """Return the place after the nearest block before it that the file has, else before the nearest one after it."""
    index = new.index_of(name)
    for block in reversed(new.blocks[:index]):
        if found := old.same(block):
            return Place(found.end, block.region or block.text, found.region)
    for block in new.blocks[index + 1 :]:
        if found := old.same(block):
            return Place(found.start, block.region or block.text)
    return None


def words_in_place_of(old: Outline, new: Outline, name: str) -> list[Block]:
    """Return the new document's free text where a region of the file is no longer made: the officer's own words."""
    index = old.index_of(name)
    anchor = next((found for b in reversed(old.blocks[:index]) if (found := new.same(b))), None)
    if anchor is None:
        return []
    words: list[Block] = []
    for block in new.blocks[new.blocks.index(anchor) + 1 :]:
        if block.region or block.is_break or old.same(block):
            break
        words.append(block)
    return words


def region_title(region: FoundRegion) -> str:
    """Return a region's Vietnamese title, its name when the control is gone."""
    title = region.control.value("w:sdtPr", "w:alias") if region.control is not None else ""
    return title or region.name
