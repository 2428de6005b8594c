"""Finds the regions of a document that somebody saved: by their controls, or by the bookmarks that survive them."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import zip_longest

from generator.word.regions import TAG_PREFIX, visible_text
from generator.word.renew.xml_spans import Element, XmlPart, body_of

#: What blocks (paragraphs, tables, controls) can stand in.
_HOLDERS = ("w:body", "w:sdtContent", "w:tc")
_LONGEST_LEFTOVER = 80


class Condition(Enum):
    """What became of a region's marks."""

    WHOLE = auto()
    COPIED = auto()
    """Its control stands in the document more than once."""
    BROKEN = auto()
    """Its marks are torn apart, in the wrong order, or around another region."""


@dataclass(frozen=True, slots=True)
class FoundRegion:
    """A region of a saved document. It takes up data[start:end]; `blocks` are the paragraphs and tables in it.

    `control` is None when only the bookmarks are left. `marks` are its own bookmarks, wherever they lie.
    """

    name: str
    start: int
    end: int
    blocks: tuple[Element, ...]
    control: Element | None
    marks: tuple[Element, ...]
    condition: Condition = Condition.WHOLE

    def content(self, part: XmlPart) -> str:
        """Return the XML of the blocks."""
        if not self.blocks:
            return ""
        return part.text_between(self.blocks[0].start, self.blocks[-1].end)


def bookmark_names(name: str) -> tuple[str, str]:
    """Return the names of the bookmarks that open and close a region."""
    return f"_cchc_{name}_a", f"_cchc_{name}_z"


def find_regions(document: XmlPart) -> dict[str, FoundRegion]:
    """Return the regions of a document by name, in document order."""
    controls: dict[str, list[Element]] = {}
    marks: dict[str, list[Element]] = {}
    for element in body_of(document).walk("w:sdt", "w:bookmarkStart"):
        if element.tag == "w:sdt":
            tag = element.value("w:sdtPr", "w:tag")
            if tag.startswith(TAG_PREFIX) and _stands_among_blocks(element):
                controls.setdefault(tag.removeprefix(TAG_PREFIX), []).append(element)
        else:
            bookmark = element.attributes.get("w:name", "")
            if bookmark.startswith("_cchc_") and bookmark.endswith(("_a", "_z")):
                marks.setdefault(bookmark[len("_cchc_") : -2], []).append(element)
    found = []
    for name in {**controls, **marks}:
        own = tuple(marks.get(name, ()))
        region = _by_control(name, controls[name], own) if name in controls else _by_bookmarks(name, own)
        found.append(region)
    return {r.name: r for r in _without_overlaps(sorted(found, key=lambda r: r.start))}


def _stands_among_blocks(control: Element) -> bool:
    content = control.child("w:sdtContent")
    blocks = content.children if content is not None else []
    return control.around("w:p") is None and all(b.tag not in ("w:r", "w:tr", "w:tc") for b in blocks)


def _by_control(name: str, controls: list[Element], marks: tuple[Element, ...]) -> FoundRegion:
    """The control with the bookmarks is the original; a pasted copy comes without them."""
    chosen = next((c for c in controls if any(c.start < m.start < c.end for m in marks)), controls[0])
    content = chosen.child("w:sdtContent")
    blocks = tuple(content.children) if content is not None else ()
    condition = Condition.WHOLE if len(controls) == 1 else Condition.COPIED
    if content is None:
        condition = Condition.BROKEN
    return FoundRegion(name, chosen.start, chosen.end, blocks, chosen, marks, condition)


def _by_bookmarks(name: str, marks: tuple[Element, ...]) -> FoundRegion:
    first, last = bookmark_names(name)
    starts = [m for m in marks if m.attributes["w:name"] == first]
    ends = [m for m in marks if m.attributes["w:name"] == last]
    whole = _in_one_paragraph(starts) and _in_one_paragraph(ends)
    blocks = _blocks_between(starts[0], ends[0]) if whole else ()
    if not blocks:
        place = marks[0]
        return FoundRegion(name, place.start, place.end, (), None, marks, Condition.BROKEN)
    return FoundRegion(name, blocks[0].start, blocks[-1].end, blocks, None, marks)


def _in_one_paragraph(marks: list[Element]) -> bool:
    """LibreOffice writes the bookmark of an empty paragraph twice."""
    return bool(marks) and all(mark.parent is marks[0].parent for mark in marks)


def _blocks_between(start: Element, end: Element) -> tuple[Element, ...]:
    """The neighbours from the block that holds one mark to the block that holds the other; none when torn apart."""
    around_end = set(map(id, end.ancestors()))
    holder = next(a for a in start.ancestors() if id(a) in around_end)
    while holder.tag not in _HOLDERS or (holder.tag == "w:sdtContent" and holder.around("w:p")):
        assert holder.parent is not None, "a body is around everything"
        holder = holder.parent
    first, last = _index_in(holder, start), _index_in(holder, end)
    blocks = holder.children[first : last + 1]
    while blocks and blocks[0].tag.startswith("w:bookmark"):
        blocks = blocks[1:]
    while blocks and blocks[-1].tag.startswith("w:bookmark"):
        blocks = blocks[:-1]
    return tuple(blocks)


def _index_in(holder: Element, element: Element) -> int:
    return bisect(holder.children, element.start, key=lambda child: child.start) - 1


def _without_overlaps(regions: list[FoundRegion]) -> Iterable[FoundRegion]:
    """Regions around or across each other are not to be touched; they come in the order of their starts."""
    reached = 0
    for region, after in zip_longest(regions, regions[1:]):
        crossed = region.start < reached or (after is not None and after.start < region.end)
        reached = max(reached, region.end)
        yield replace(region, condition=Condition.BROKEN) if crossed else region


def leftover_of(document: XmlPart, regions: Iterable[FoundRegion], made: str, header: str) -> str | None:
    """Return the first words of what was generated where it stands outside any region, None when it does not.

    Finds a pasted copy without marks, or a region whose marks are gone: by its visible text, or by
    the first row of its table.
    """
    said = visible_text(made)
    taken = [(r.start, r.end) for r in regions]
    free = [b for b in body_of(document).children if not any(s <= b.start < e for s, e in taken)]
    texts = [visible_text(document.text_between(b.start, b.end)) for b in free]
    if header and any(b.tag == "w:tbl" and first_row_text(document, b) == header for b in free):
        return header.replace("\n", " | ")[:80]
    for first, text in enumerate(texts):
        lines: list[str] = []
        for following in filter(None, texts[first : first + _LONGEST_LEFTOVER] if text else ()):
            lines.append(following)
            if "\n".join(lines) == said:
                return text.splitlines()[0][:80]
    return None


def first_row_text(document: XmlPart, table: Element) -> str:
    """Return what the first row of a table says."""
    row = next(table.walk("w:tr"), None)
    return visible_text(document.text_between(row.start, row.end)) if row is not None else ""
