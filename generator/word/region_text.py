"""What a region shows, as lines: a paragraph is a line, a table row is a line of cells.

Three of them make a comparison: as made, as saved, as made anew. Without the first nobody can tell what a person
changed from what the workbook changed. Beside its words a line has its look: each stretch of text with what is to be
seen of it besides. What a save in Word or LibreOffice does on its own (split runs, revision ids, borders moved from
the table to its cells) is no part of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias
from xml.parsers import expat

from generator.vietnamese.text import composed
from generator.word import shown_properties as shown
from generator.word.regions import NUMBER_PREFIX, row_key

#: A break of line inside a paragraph is a vertical tab in visible text, which XML forbids.
_LINE_BREAK = "\u2028"
_CHARACTERS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": _LINE_BREAK, "w:cr": _LINE_BREAK,
    "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad",
}  # fmt: skip
_OF_TABLE = ("w:tblPr", "w:tblPrEx")
_HOLD_PROPERTIES = (
    *("w:rPr", "w:pPr", "w:numPr", "w:tcPr", "w:tcBorders", "w:tcMar", "w:trPr", "w:tblBorders", "w:tblCellMar"),
    *_OF_TABLE,
)
#: What is no part of what is seen: former formatting, the second form of a drawing, a section's settings.
_PASSED = ("mc:Fallback", "w:sectPr", "w:sdtPr", "w:tblGrid", *shown.PROPOSED_FORMATS)
_SIDES = (("w:top", "w:insideH"), ("w:left", "w:insideV"), ("w:bottom", "w:insideH"), ("w:right", "w:insideV"))
_DIAGONALS = ("w:tl2br", "w:tr2bl")

Look: TypeAlias = tuple[shown.Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (one cell) or a row (its cells). Paragraphs of a cell are separated by line ends.

    `looks` go with the cells. `key` is what a row is known by, whatever it says. `goes_on`: some of its cells go on
    with those above.
    """

    cells: tuple[str, ...]
    is_row: bool = False
    looks: tuple[Look, ...] = ()
    key: str = field(default="", compare=False)
    goes_on: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return " | ".join(c.replace("\n", " / ") for c in self.cells)


def words_of(lines: tuple[Line, ...]) -> list[tuple[bool, tuple[str, ...]]]:
    """Return what lines say, whatever they look like."""
    return [(line.is_row, line.cells) for line in lines]


def region_lines(xml: str, styles: shown.ShownStyles = shown.NO_STYLES) -> tuple[Line, ...]:
    """Return the lines of a region's XML, whoever saved it.

    Empty paragraphs outside tables are no lines; they belong to the look of the line below them, the last ones to that
    of the line above.
    """
    return _Reader(styles).read(xml)


@dataclass(slots=True)
class _Cell:
    borders: dict[str, str] = field(default_factory=dict)
    flags: dict[str, str] = field(default_factory=dict)
    paragraphs: list[list[shown.Piece]] = field(default_factory=list)


@dataclass(slots=True)
class _Row:
    cells: list[_Cell] = field(default_factory=list)
    flags: dict[str, str] = field(default_factory=dict)
    key: str = ""
    goes_on: bool = False


class _Reader:
    """Listens to the parser. A table inside a cell is part of the cell."""

    def __init__(self, styles: shown.ShownStyles) -> None:
        self._styles = styles
        self._lines: list[Line] = []
        self._open: list[str] = [""] * 3
        self._passed = 0
        self._tables = 0
        self._table: dict[str, str] = {}
        self._borders: dict[str, str] = {}
        self._rows: list[_Row] = []
        self._pieces: list[shown.Piece] = []
        #: Empty paragraphs that no line has yet.
        self._blank: list[shown.Piece] = []
        self._run: dict[str, str] = {}
        self._paragraph: dict[str, str] = {}
        self._carries_section = False

    def read(self, xml: str) -> tuple[Line, ...]:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(f"<region>{xml}</region>".encode(), True)
        self._blank += self._pieces
        # Of the one empty paragraph below a table LibreOffice makes a section break, or nothing.
        if self._lines and [text for text, _ in self._blank] not in ([], ["\n"]):
            last = self._lines[-1]
            self._lines[-1] = replace(last, looks=(*last.looks[:-1], (*last.looks[-1], *self._blank)))
        return tuple(self._lines)

    # -- what the parser tells -------------------------------------------------------------------
    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        above = self._open[-1]
        self._open.append(tag)
        if self._passed or tag in _PASSED:
            self._passed += 1
            self._note(tag, above)
        elif above in _HOLD_PROPERTIES:
            self._property(tag, above, attributes)
        elif tag in ("w:p", "w:tbl"):
            self._open_block(tag)
        elif tag == "w:tr" and self._tables == 1:
            self._rows.append(_Row())
        elif tag == "w:tc" and self._tables == 1 and self._rows:
            self._rows[-1].cells.append(_Cell())
        elif tag == "w:bookmarkStart":
            self._bookmark(attributes.get("w:name", ""))
        else:
            self._thing(tag, above, attributes)

    def _end(self, tag: str) -> None:
        self._open.pop()
        if self._passed:
            self._passed -= 1
        elif tag == "w:r":
            self._run = {}
        elif tag == "w:p":
            self._end_paragraph()
        elif tag == "w:tbl":
            self._tables -= 1
            if not self._tables:
                self._end_table()

    def _text(self, data: str) -> None:
        if self._passed:
            return
        if self._open[-1] == "w:t":
            self._put(data)
        elif self._open[-1] == "w:delText":
            self._put("", f"{shown.PROPOSED}={data}")

    def _put(self, text: str, *more: str) -> None:
        flags = (*sorted(f"{name}={value}" for name, value in self._run.items() if value), *more)
        if self._pieces and self._pieces[-1][1] == flags and not more:
            self._pieces[-1] = self._pieces[-1][0] + text, flags
        elif text or more:
            self._pieces.append((text, flags))

    def _thing(self, tag: str, above: str, attributes: dict[str, str]) -> None:
        if tag in _CHARACTERS and above == "w:r":
            is_page = attributes.get("w:type") in ("page", "column")
            self._put(_CHARACTERS[tag], *([f"{shown.PAGE_BREAK}="] if is_page else []))
        elif piece := shown.thing(tag, attributes):
            self._put(piece[0], *piece[1])

    def _note(self, tag: str, above: str) -> None:
        if tag in shown.PROPOSED_FORMATS:
            self._put("", f"{shown.PROPOSED}={tag}")
        elif tag == "w:sectPr" and above == "w:pPr":
            self._carries_section = True

    def _property(self, tag: str, above: str, attributes: dict[str, str]) -> None:
        row = self._rows[-1] if self._tables == 1 and self._rows else None
        if tag in ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel", "w:cellMerge"):
            self._put("", f"{shown.PROPOSED}={tag}")
        elif above == "w:rPr" and self._open[-3] == "w:r":
            self._run |= shown.of_run(tag, attributes, self._styles)
        elif above in ("w:pPr", "w:numPr"):
            self._paragraph |= shown.of_paragraph(tag, attributes, self._styles)
        elif self._tables == 1 and above == "w:tblBorders":
            self._borders[tag] = shown.border(attributes)
        elif self._tables == 1 and (above in _OF_TABLE or (above == "w:trPr" and tag == "w:jc")):
            self._table |= shown.of_table(tag, attributes, self._styles)
            if tag == "w:tblStyle":
                self._borders |= self._styles.borders.get(attributes.get("w:val", ""), {})
        elif self._tables == 1 and above == "w:tblCellMar" and self._open[-3] == "w:tblPr":
            self._table |= shown.margin(tag, attributes)
        elif row is not None and above == "w:trPr":
            row.flags |= shown.of_row(tag, attributes)
        elif row is not None and row.cells and above == "w:tcBorders":
            row.cells[-1].borders[tag] = shown.border(attributes)
        elif row is not None and row.cells and above == "w:tcMar":
            row.cells[-1].flags |= shown.margin(tag, attributes)
        elif row is not None and row.cells and above == "w:tcPr":
            row.cells[-1].flags |= shown.of_cell(tag, attributes)
            row.goes_on |= tag == "w:vMerge" and attributes.get("w:val", "continue") == "continue"

    def _bookmark(self, name: str) -> None:
        if name.startswith(NUMBER_PREFIX):
            return
        if name.startswith("_cchc_"):
            if self._pieces and self._pieces[-1][0] == "" and self._pieces[-1][1][-1].startswith(shown.CONTROL):
                # LibreOffice makes of a region's own control one around the words of its first paragraph.
                self._pieces.pop()
            if self._rows and (key := row_key(name)):
                self._rows[-1].key = self._rows[-1].key or key
        elif not name.startswith(shown.BOOKMARKS_OF_PROGRAMS):
            self._put("", f"{shown.BOOKMARK}={name}")

    # -- what begins and ends ----------------------------------------------------------------------
    def _open_block(self, tag: str) -> None:
        if self._carries_section and not self._tables:
            self._blank.append(("", (f"{shown.SECTION_BREAK}=",)))
            self._carries_section = False
        if tag == "w:p":
            self._paragraph = {}
            return
        self._tables += 1
        if self._tables > 1:
            self._put("", f"{shown.NESTED}=")

    def _end_paragraph(self) -> None:
        pieces = [(composed(text), flags) for text, flags in self._pieces]
        pieces.append(("\n", _flags(self._paragraph)))
        self._pieces, self._paragraph = [], {}
        if self._tables:
            if self._rows and self._rows[-1].cells:
                self._rows[-1].cells[-1].paragraphs.append(pieces)
        elif text := _said(pieces):
            self._lines.append(Line((text,), looks=((*self._blank, *pieces),)))
            self._blank = []
        else:
            self._blank += pieces

    def _end_table(self) -> None:
        for number, row in enumerate(self._rows):
            looks = [self._look(row, number, at) for at in range(len(row.cells))]
            texts = ("\n".join(filter(None, map(_said, cell.paragraphs))) for cell in row.cells)
            self._lines.append(Line(tuple(texts), True, tuple(looks), row.key, row.goes_on))
        self._rows, self._borders, self._table = [], {}, {}

    def _look(self, row: _Row, number: int, at: int) -> Look:
        cell = row.cells[at]
        is_outer = number == 0, at == 0, number == len(self._rows) - 1, at == len(row.cells) - 1
        sides = (
            cell.borders.get(side, self._borders.get(side if outer else inner, ""))
            for (side, inner), outer in zip(_SIDES, is_outer, strict=True)
        )
        lines = "|".join((*sides, *(cell.borders[side] for side in _DIAGONALS if cell.borders.get(side))))
        of_table = self._table if number == at == 0 else {}
        flags = {
            **{f"{shown.OF_TABLE}{name}": value for name, value in of_table.items()},
            **cell.flags,
            **(row.flags if at == 0 else {}),
            shown.BORDERS: lines,
        }
        above, self._blank = self._blank, []
        return (*above, ("", _flags(flags)), *(piece for paragraph in cell.paragraphs for piece in paragraph))


def _flags(properties: dict[str, str]) -> tuple[str, ...]:
    return tuple(sorted(f"{name}={value}" for name, value in properties.items() if value))


def _said(pieces: list[shown.Piece]) -> str:
    return "".join(text for text, _ in pieces[:-1])
