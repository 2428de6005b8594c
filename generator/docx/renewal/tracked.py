"""Track Changes: what people have proposed in a region and nobody has accepted or rejected yet."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.docx.renewal.finding import FoundRegion
from generator.docx.renewal.xml_spans import Element, XmlPart

#: What is proposed, by the element that says so.
_RUNS = {"w:ins": "thêm", "w:del": "xóa", "w:moveFrom": "chuyển đi", "w:moveTo": "chuyển đến"}
_FORMATTING = ("w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:tcPrChange", "w:trPrChange", "w:tblGridChange")
_WHOLE_ROW = {"w:ins": "thêm cả hàng", "w:del": "xóa cả hàng"}
_TEXT = re.compile(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)</w:(?:t|delText)>")


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """One proposal: what ("xóa"), of which words (none for a mark that shows nothing), by whom."""

    what: str
    text: str
    author: str = ""

    def __str__(self) -> str:
        words = f"{self.what} “{self.text}”" if self.text else self.what
        return f"{words} (người sửa: {self.author})" if self.author else words


def tracked_changes(part: XmlPart, region: FoundRegion) -> tuple[TrackedChange, ...]:
    """Return what is pending in a region, in the order of the text; neighbours of one kind and person are one."""
    joined: list[TrackedChange] = []
    for change in (c for block in region.blocks for c in _changes_in(part, block)):
        last = joined[-1] if joined else None
        if last is not None and (last.what, last.author) == (change.what, change.author):
            joined[-1] = replace(last, text=f"{last.text}{change.text}")
        else:
            joined.append(change)
    return tuple(joined)


def _changes_in(part: XmlPart, block: Element) -> Iterator[TrackedChange]:
    for element in block.walk(*_RUNS, *_FORMATTING, "w:cellIns", "w:cellDel"):
        author = element.attributes.get("w:author", "")
        above = element.parent
        inside = above.tag if above is not None else ""
        if element.tag in _FORMATTING:
            yield TrackedChange("đổi định dạng", _text(part, _formatted(element)), author)
        elif element.tag in ("w:cellIns", "w:cellDel"):
            yield TrackedChange("thêm ô" if element.tag == "w:cellIns" else "xóa ô", "", author)
        elif inside == "w:trPr" and above is not None and above.parent is not None:
            yield TrackedChange(_WHOLE_ROW.get(element.tag, _RUNS[element.tag]), _text(part, above.parent), author)
        elif inside == "w:rPr":
            yield TrackedChange(f"{_RUNS[element.tag]} dấu xuống dòng", "", author)
        elif not _is_in_tracked_row(element) and (text := _text(part, element)):
            yield TrackedChange(_RUNS[element.tag], text, author)


def _formatted(change: Element) -> Element:
    """The run, paragraph, cell or row whose properties a proposal changes."""
    properties = change.parent
    assert properties is not None, "a change of properties stands in them"
    return properties.parent or properties


def _is_in_tracked_row(element: Element) -> bool:
    """Whether a whole row is proposed to go or come: its words are told with it."""
    row = next((a for a in element.ancestors() if a.tag == "w:tr"), None)
    return row is not None and any(row.at("w:trPr", tag) is not None for tag in _WHOLE_ROW)


def _text(part: XmlPart, element: Element) -> str:
    paragraphs = part.text_between(element.start, element.end).split("</w:p>")
    lines = ("".join(_TEXT.findall(paragraph)) for paragraph in paragraphs)
    return unicodedata.normalize("NFC", html.unescape(" | ".join(line for line in lines if line)))
