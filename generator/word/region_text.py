"""What a region says, as lines: a paragraph is a line, a table row is a line of cells.

Three of them make a comparison: as made, as saved, as made anew. Without the first nobody can tell what a person
changed from what the workbook changed.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from generator.vietnamese.text import composed

#: A break of line inside a paragraph is a vertical tab in visible text, which XML forbids.
_LINE_BREAK = "\u2028"
_PICTURE = "\ufffc"
_PIECES = re.compile(
    r"<w:t(?: [^>]*)?>([^<]*)</w:t>"
    r"|<(/?w:tbl|/w:tr|/w:tc|/w:p|w:br|w:cr|w:drawing|w:pict|w:object|w:footnoteReference|w:endnoteReference"
    r"|w:commentReference)(?=[ />])[^>]*>|<(w:tab)/>|<(w:vMerge)(?: w:val=\"continue\")? ?/>"
)
_THINGS = {"w:tab": "\t", "w:br": _LINE_BREAK, "w:cr": _LINE_BREAK}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (one cell) or a row (its cells). Paragraphs of a cell are separated by line ends. `goes_on`: some of
    its cells go on with those above."""

    cells: tuple[str, ...]
    is_row: bool = False
    goes_on: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return " | ".join(c.replace("\n", " / ") for c in self.cells)


def region_lines(xml: str) -> tuple[Line, ...]:
    """Return the lines of a region's XML, whoever saved it. Empty paragraphs outside tables do not count."""
    lines: list[Line] = []
    cells: list[str] = []
    paragraphs: list[str] = []
    text: list[str] = []
    depth, goes_on = 0, False
    for found in _PIECES.finditer(xml):
        piece, tag = found[1], found[2] or found[3] or found[4]
        if piece is not None:
            text.append(piece)
        elif tag == "/w:p":
            if text:
                paragraphs.append(composed(html.unescape("".join(text))))
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
                lines.append(Line(tuple(cells), is_row=True, goes_on=goes_on))
                cells.clear()
                goes_on = False
        elif tag == "w:vMerge":
            goes_on = goes_on or depth == 1
        else:
            text.append(_THINGS.get(tag, _PICTURE))
    return tuple(lines)
