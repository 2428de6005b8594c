"""What a region says, as lines: a paragraph is a line, a table row is a line of cells.

The provenance part keeps this text as generated. It is the common ancestor without which nobody can tell what a
person changed from what the workbook changed.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from generator.docx.regions import visible_text

#: At the end of a cell, of a row (before the mark of its last cell), before a table: noncharacters of Unicode, never
#: typed, allowed in XML.
_CELL, _ROW, _TABLE = "\ufdd2", "\ufdd3", "\ufdd4"
_CELL_END = "</w:t></w:r></w:p></w:tc>"
_ROW_END = f"{_CELL_END}</w:tr>"
_TABLE_MARK = f"<w:p><w:r><w:t>{_TABLE}</w:t></w:r></w:p><w:tbl>"
#: A break of line inside a paragraph is a vertical tab in visible text, which XML forbids.
_LINE_BREAK = "\u2028"
_PICTURE = "\ufffc"
_PIECES = re.compile(
    r"<w:t(?: [^>]*)?>([^<]*)</w:t>"
    r"|<(/?w:tbl|/w:tr|/w:tc|/w:p|w:br|w:cr|w:drawing|w:pict|w:object|w:footnoteReference|w:endnoteReference"
    r"|w:commentReference)(?=[ />])[^>]*>|<(w:tab)/>"
)
_THINGS = {"w:tab": "\t", "w:br": _LINE_BREAK, "w:cr": _LINE_BREAK}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (one cell) or a row (its cells). Paragraphs of a cell are separated by line ends."""

    cells: tuple[str, ...]
    is_row: bool = False

    def __str__(self) -> str:
        return " | ".join(c.replace("\n", " / ") for c in self.cells)


def region_lines(xml: str) -> tuple[Line, ...]:
    """Return the lines of a region's XML, whoever saved it. Empty paragraphs outside tables do not count."""
    lines: list[Line] = []
    cells: list[str] = []
    paragraphs: list[str] = []
    text: list[str] = []
    depth = 0
    for found in _PIECES.finditer(xml):
        piece, tag = found[1], found[2] or found[3]
        if piece is not None:
            text.append(piece)
        elif tag == "/w:p":
            if text:
                paragraphs.append(unicodedata.normalize("NFC", html.unescape("".join(text))))
                text.clear()
            if not depth and paragraphs:
                lines.append(Line((paragraphs.pop(),)))
        elif tag == "w:tbl":
            depth += 1
        elif tag == "/w:tbl":
            depth -= 1
        elif tag == "/w:tc":
            if depth == 1:
                cells.append("\n".join(paragraphs))
                paragraphs.clear()
        elif tag == "/w:tr":
            if depth == 1:
                lines.append(Line(tuple(cells), is_row=True))
                cells.clear()
        else:
            text.append(_THINGS.get(tag, _PICTURE))
    return tuple(lines)


def generated_texts(regions: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return, for regions as the program made them, the digest of each one's visible text, and the text to keep.

    Both from one reading: this is done for every report of a batch.
    """
    digests: dict[str, str] = {}
    texts: dict[str, str] = {}
    for name, xml in regions.items():
        marked = plain = visible_text(_with_marks(xml))
        if _TABLE in marked:
            unmarked = marked.replace(_CELL, "").replace(_ROW, "").replace(_TABLE, "")
            plain = "\n".join(filter(None, unmarked.split("\n")))
        digests[name] = sha256(plain.encode("utf-8")).hexdigest()[:32]
        texts[name] = marked.replace("\v", _LINE_BREAK)
    return digests, texts


def _with_marks(xml: str) -> str:
    """The XML with a mark in the last text of each cell; unmarked where cells end otherwise, as they may in a template
    made by hand: then its table is kept as plain lines."""
    rows = xml.count("</w:tr>")
    if not rows or xml.count(_ROW_END) != rows or xml.count(_CELL_END) != xml.count("</w:tc>"):
        return xml
    marked = xml.replace(_ROW_END, _ROW + _ROW_END).replace(_CELL_END, _CELL + _CELL_END)
    return marked.replace("<w:tbl>", _TABLE_MARK)


def kept_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that `generated_texts` gave to keep."""
    lines: list[Line] = []
    cells: list[str] = []
    paragraphs: list[str] = []
    for line in text.split("\n") if text else ():
        if line == _TABLE:
            lines.extend(Line((p,)) for p in paragraphs)
            paragraphs.clear()
        elif line.endswith(_CELL):
            cells.append("\n".join((*paragraphs, line.rstrip(_ROW + _CELL))).strip("\n"))
            paragraphs.clear()
            if _ROW in line:
                lines.append(Line(tuple(cells), is_row=True))
                cells.clear()
        else:
            paragraphs.append(line)
    lines.extend(Line((p,)) for p in paragraphs)
    return tuple(lines)
