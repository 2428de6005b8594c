"""What a region says, as lines: a paragraph is a line, a table row is a line of cells.

The provenance part keeps this text as generated. It is the common ancestor without which nobody can tell what a
person changed from what the workbook changed.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

#: Between cells, and between the paragraphs of a cell: noncharacters of Unicode, never typed, allowed in XML.
_CELL, _PARAGRAPH = "\ufdd2", "\ufdd3"
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
    """Return the lines of a region's XML. Empty paragraphs outside tables do not count."""
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
                paragraphs.append(_clean("".join(text)))
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


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", html.unescape(text))


def stored(lines: tuple[Line, ...]) -> str:
    """Return the lines as one text for the provenance part; `restored` reads it back."""
    return "\n".join(_CELL * line.is_row + _CELL.join(line.cells).replace("\n", _PARAGRAPH) for line in lines)


def restored(text: str) -> tuple[Line, ...]:
    """Return the lines that `stored` wrote."""
    return tuple(_line(row.replace(_PARAGRAPH, "\n")) for row in text.split("\n")) if text else ()


def _line(text: str) -> Line:
    if text.startswith(_CELL):
        return Line(tuple(text[1:].split(_CELL)), is_row=True)
    return Line((text,))
