"""Track Changes: what people have proposed in a region and nobody has accepted or rejected yet."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.vietnamese.text import composed
from generator.word.renew.finding import FoundRegion
from generator.word.renew.xml_spans import Element, XmlPart

#: What is proposed, by the element that says so.
_RUNS = {"w:ins": "thêm", "w:del": "xóa", "w:moveFrom": "chuyển đi", "w:moveTo": "chuyển đến"}
_FORMATTING = ("w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:tcPrChange", "w:trPrChange", "w:tblGridChange")
_CELLS = {"w:cellIns": "thêm ô", "w:cellDel": "xóa ô"}
_TEXT = re.compile(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)</w:(?:t|delText)>")


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """One proposal: what ("xóa"), of which words (none for a mark that shows nothing), by whom."""

    what: str
    text: str
    author: str = ""

    def __str__(self) -> str:
        words = f"{self.what} “{self.text}”" if self.text else self.what
        return f"{self.author}: {words}" if self.author else words


def tracked_changes(part: XmlPart, region: FoundRegion) -> tuple[TrackedChange, ...]:
    """Return what is pending in a region, in the order of the text; neighbours of one kind and person are one."""
    joined: list[TrackedChange] = []
    place: Element | None = None
    for element, change in (found for block in region.blocks for found in _changes_in(part, block)):
        last = joined[-1] if joined else None
        paragraph = element.around("w:p")
        if last is not None and (last.what, last.author) == (change.what, change.author):
            between = "" if paragraph is place else " | "
            joined[-1] = replace(last, text=f"{last.text}{between}{change.text}")
        else:
            joined.append(change)
        place = paragraph
    return tuple(joined)


def _changes_in(part: XmlPart, block: Element) -> Iterator[tuple[Element, TrackedChange]]:
    for element in block.walk(*_RUNS, *_FORMATTING, *_CELLS):
        if (change := _change_of(part, element)) is not None:
            yield element, change


def _change_of(part: XmlPart, element: Element) -> TrackedChange | None:
    author = element.attributes.get("w:author", "")
    above = element.parent
    assert above is not None, "a proposal stands in a body"
    if element.tag in _FORMATTING:
        return TrackedChange("đổi định dạng", _text(part, above.parent or above), author)
    if element.tag in _CELLS:
        return TrackedChange(_CELLS[element.tag], _text(part, above.parent or above), author)
    if above.tag == "w:trPr":
        return TrackedChange(f"{_RUNS[element.tag]} cả hàng", _text(part, above.parent or above), author)
    if above.tag == "w:rPr":
        words = f"{_RUNS[element.tag]} dấu xuống dòng ở cuối đoạn"
        return TrackedChange(words, _text(part, element.around("w:p") or above), author)
    text = "" if _is_in_tracked_row(element) else _text(part, element)
    return TrackedChange(_RUNS[element.tag], text, author) if text else None


def _is_in_tracked_row(element: Element) -> bool:
    """Whether a whole row is proposed to go or come: its words are told with it."""
    row = element.around("w:tr")
    return row is not None and any(row.at("w:trPr", tag) is not None for tag in ("w:ins", "w:del"))


def _text(part: XmlPart, element: Element) -> str:
    paragraphs = part.text_between(element.start, element.end).split("</w:p>")
    lines = ("".join(_TEXT.findall(paragraph)) for paragraph in paragraphs)
    return composed(html.unescape(" | ".join(line for line in lines if line)))
