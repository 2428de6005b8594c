"""Paragraphs and tables in reading order, from wherever Word keeps them: content controls, insertions, text boxes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.word.lengths import points
from generator.word.read.numbering import Numbering
from generator.word.read.paragraph import ALIGNMENTS, Paragraph, Run
from generator.word.read.properties import VAL, Properties, W, integer
from generator.word.read.shapes import PIC, DrawnLine, V, drawn_lines
from generator.word.read.styles import NO_TABLE, Styles, TableStyle, table_parts

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
#: What is looked through for what it holds; a w:del or w:moveFrom is not.
_CONTAINERS = frozenset(
    f"{W}{name}"
    for name in ("sdt", "sdtContent", "ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml", "dir", "bdo")
)
_DRAWINGS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_FORMULAS = frozenset({f"{M}oMath", f"{M}oMathPara"})
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_PLAIN = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_MOST_COLUMNS = 500
#: Word's own margin beside the text of a cell, in twips.
CELL_MARGIN = 108
#: What Word takes for "auto" space between paragraphs.
_AUTO_SPACE = 280


class Spot(NamedTuple):
    """Where a cell lies on the grid; `above`, `beside`: it is merged with the one there, whose text is shown."""

    column: int
    span: int
    above: bool = False
    beside: bool = False


@dataclass(frozen=True, eq=False)
class Table:
    """A table: rows of cells of blocks, and where each cell lies. `number` counts from 1 in the part."""

    element: Any
    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    spots: tuple[tuple[Spot, ...], ...]
    number: int
    section: int = 0
    in_box: bool = False


Block = Paragraph | Table


def paragraphs_of(blocks: Iterable[Block]) -> list[Paragraph]:
    """Return the paragraphs of blocks, those in tables too, in order."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    found += paragraphs_of(cell)
        else:
            found.append(block)
    return found


@dataclass(slots=True)
class _Place:
    """Where the reader stands: the table style that holds, the words for it, the width between margins."""

    table_style: TableStyle = NO_TABLE
    words: str = ""
    room: float = 0.0
    table: int = 0
    cell: tuple[int, int] = (0, 0)
    in_box: bool = False


class BlockReader:
    """Reads one part of a document."""

    def __init__(self, styles: Styles, numbering: Numbering, part: str, where: str = "") -> None:
        self._styles, self._numbering, self._part = styles, numbering, part
        self._outside = where
        self._paragraphs = self._tables = 0

    def read(self, container: Any) -> list[Block]:
        """Return the blocks of a body, a header or a footer; text boxes come after the paragraph they hang on."""
        return list(self._blocks(container, _Place(words=self._outside)))

    def _blocks(self, container: Any, place: _Place) -> Iterator[Block]:
        for child in _seen(container):
            if child.tag == f"{W}p":
                yield from self._paragraph(child, place)
            elif child.tag == f"{W}tbl":
                yield self._table(child, place)

    def _table(self, element: Any, place: _Place) -> Table:
        self._tables += 1
        number = self._tables
        properties = element.find(f"{W}tblPr")
        named = None if properties is None else properties.find(f"{W}tblStyle")
        look = None if properties is None else properties.find(f"{W}tblLook")
        style = "" if named is None else named.get(VAL, "")
        grid = [integer(column.get(f"{W}w")) or 0 for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
        margins = _cell_margins(properties)
        rows: list[tuple[tuple[Block, ...], ...]] = []
        spots: list[tuple[Spot, ...]] = []
        merged: set[int] = set()
        all_rows = [row for row in _seen(element) if row.tag == f"{W}tr" and not _is_deleted(row)]
        for r, row in enumerate(all_rows):
            cells: list[tuple[Block, ...]] = []
            elements = [cell for cell in _seen(row) if cell.tag == f"{W}tc"]
            spots.append(tuple(_spots(row, elements, merged)))
            for c, (cell, spot) in enumerate(zip(elements, spots[-1], strict=True)):
                parts = table_parts(look, r, len(all_rows), spot.column, len(grid))
                width = _cell_width(cell, grid, spot)
                inside = _Place((style, parts), "", points(width - margins), number, (r, c), place.in_box)
                inside.words = self._outside or f"bảng {number}, hàng {r + 1}, cột {c + 1}"
                cells.append(() if _is_deleted(cell) else tuple(self._blocks(cell, inside)))
            rows.append(tuple(cells))
        return Table(element, tuple(rows), tuple(spots), number, in_box=place.in_box)

    def _paragraph(self, element: Any, place: _Place) -> Iterator[Block]:
        """Yield a paragraph, then what is in the text boxes that hang on it."""
        properties = element.find(f"{W}pPr")
        style = self._styles.paragraph_style(properties)
        shape = self._styles.paragraph(properties, style, place.table_style)
        text = _Text(self._styles, style, place.table_style)
        text.read(element)
        text.show_page_number(element)
        label = ""
        if shape.get("num", "0") != "0":
            label = self._numbering.next_label(shape["num"], shape.get("level", 0))
        where = place.words or self._next_place(text)
        yield _paragraph(element, text, shape, style, label, where, place, self._part)
        for content in text.boxes:
            words = f"{self._outside} khung chữ".strip()
            yield from self._blocks(content, _Place(NO_TABLE, words, 0.0, place.table, place.cell, True))

    def _next_place(self, text: _Text) -> str:
        self._paragraphs += any(run.text.strip() for run in text.runs)
        return f"đoạn {max(self._paragraphs, 1)}"


class _Text:
    """Gathers what a paragraph shows."""

    def __init__(self, styles: Styles, style: str, table: TableStyle) -> None:
        self._styles, self._style, self._table = styles, style, table
        self.runs: list[Run] = []
        self.lines: list[DrawnLine] = []
        self.fields: list[str] = []
        self.boxes: list[Any] = []
        self.has_picture = False

    def read(self, container: Any) -> None:
        for child in container:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, child)
            elif tag in _CONTAINERS:
                if tag == f"{W}fldSimple":
                    self.fields.append(child.get(f"{W}instr", ""))
                self.read(child)
            elif tag == f"{MC}AlternateContent":
                self.read(_branch(child))
            elif tag in _FORMULAS:
                look = self._styles.run(None, self._style, self._table)
                words = "".join(text.text or "" for text in child.iter(f"{M}t"))
                # Word sets a formula in a font of its own: like a footnote's mark, it tells nothing of the text's.
                self.runs.append(_run(words, child, None, {**look, "vertAlign": "superscript"}))

    def show_page_number(self, element: Any) -> None:
        """A page number not yet counted is shown all the same: give it the look of its field."""
        if any("PAGE" in code.upper().split() for code in self.fields) and not any(r.says_something for r in self.runs):
            run = next((i.getparent() for i in element.iter(f"{W}instrText")), None)
            look = self._styles.run(None if run is None else run.find(f"{W}rPr"), self._style, self._table)
            self.runs.append(_run("2", element if run is None else run, None, look))

    def _run(self, element: Any, items: Any) -> None:
        look: Properties | None = None
        for child in items:
            tag = child.tag
            node, note = None, None
            if tag == f"{W}t":
                text, node = child.text or "", child
            elif tag in _PLAIN:
                text = _PLAIN[tag]
            elif tag == f"{W}br":
                text = "\f" if child.get(f"{W}type") == "page" else "\n"
            elif tag == f"{W}sym":
                text = _symbol(child)
            elif tag in _NOTES:
                text, note = "", (_NOTES[tag], child.get(f"{W}id", ""))
            else:
                self._other(element, child)
                continue
            if look is None:
                look = self._styles.run(element.find(f"{W}rPr"), self._style, self._table)
            if not look.get("vanish"):
                self.runs.append(_run(text, element, node, look, note))

    def _other(self, run: Any, item: Any) -> None:
        """What a run holds besides characters."""
        if item.tag == f"{W}instrText":
            self.fields.append(item.text or "")
        elif item.tag in _DRAWINGS:
            self._drawing(item)
        elif item.tag == f"{MC}AlternateContent":
            self._run(run, _branch(item))
        elif item.tag == f"{W}ruby":
            for base in item.iterfind(f"{W}rubyBase"):
                self.read(base)

    def _drawing(self, element: Any) -> None:
        boxes = list(_boxes(element))
        self.boxes += boxes
        if not boxes:
            self.lines += drawn_lines(element)
            self.has_picture |= any(True for tag in (f"{PIC}pic", f"{V}imagedata") for _ in element.iter(tag))


def _run(text: str, element: Any, node: Any, look: Properties, note: tuple[str, str] | None = None) -> Run:
    shown = text if text.isascii() else unicodedata.normalize("NFC", text)
    shown = shown.upper() if look.get("caps") or look.get("smallCaps") else shown
    return Run(
        text=shown,
        element=element,
        node=node,
        fonts=(look.get("ascii", "Times New Roman"), look.get("hAnsi", "Times New Roman")),
        size=look.get("sz", 20) / 2,
        bold=look["b"],
        italic=look["i"],
        underline=look.get("u", "none") != "none",
        color=look.get("color", "auto"),
        raised=look.get("vertAlign") in ("superscript", "subscript"),
        struck=bool(look.get("strike") or look.get("dstrike")),
        note=note,
    )


def _paragraph(
    element: Any,
    text: _Text,
    shape: Properties,
    style: str,
    label: str,
    where: str,
    place: _Place,
    part: str,
) -> Paragraph:
    rule = shape.get("line_rule", "auto")
    borders = [b for side in ("bottom", "top") if (b := shape.get(f"border_{side}", "none")) not in ("none", "nil")]
    return Paragraph(
        element=element,
        runs=tuple(text.runs),
        where=where,
        align=ALIGNMENTS.get(shape.get("frame") or shape.get("jc") or "left", "trái"),
        left=points(shape.get("left", 0)),
        right=points(shape.get("right", 0)),
        first=points(shape.get("first", 0)),
        before=points(_AUTO_SPACE if shape.get("before_auto") else shape.get("before", 0)),
        after=points(_AUTO_SPACE if shape.get("after_auto") else shape.get("after", 0)),
        line=shape.get("line", 240) / 240 if rule == "auto" else points(shape.get("line", 240)),
        line_rule=rule,
        contextual=shape.get("contextual", False),
        style=style,
        border=borders[0] if borders else "",
        page_break=shape.get("page_break", False),
        tabs=tuple(map(points, shape.get("tabs", ()))),
        label=label,
        lines=tuple(text.lines),
        fields=tuple(text.fields),
        has_picture=text.has_picture,
        in_box=place.in_box,
        room=place.room,
        table=place.table,
        cell=place.cell,
        part=part,
        runs_on=any(element.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None for gone in ("del", "moveFrom")),
    )


def _seen(container: Any) -> Iterator[Any]:
    """The children of a body, a table, a row or a cell, also those inside content controls and insertions."""
    for child in container:
        if child.tag in _CONTAINERS:
            yield from _seen(child)
        elif child.tag == f"{MC}AlternateContent":
            yield from _seen(_branch(child))
        else:
            yield child


def _branch(alternate: Any) -> Any:
    """What newer and older readers see stands in an mc:AlternateContent twice: the newer, unless it is empty."""
    choice, fallback = (alternate.find(f"{MC}{name}") for name in ("Choice", "Fallback"))
    return choice if choice is not None and len(choice) else () if fallback is None else fallback


def _boxes(drawing: Any) -> Iterator[Any]:
    """The outermost text boxes of a drawing; those inside them are found when they are read."""
    for child in drawing:
        if child.tag == f"{W}txbxContent":
            yield child
        else:
            yield from _boxes(_branch(child) if child.tag == f"{MC}AlternateContent" else child)


def _symbol(element: Any) -> str:
    """A character given by its number; those of symbol fonts alone have no counterpart in text."""
    code = element.get(f"{W}char", "")
    character = chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else ""
    return character if character.isprintable() else ""


def _is_deleted(element: Any) -> bool:
    """Whether a row or cell is deleted by a tracked change."""
    return any(element.find(f"{W}{path}") is not None for path in (f"trPr/{W}del", f"tcPr/{W}cellDel"))


def _spots(row: Any, cells: list[Any], merged: set[int]) -> Iterator[Spot]:
    """Where the cells of a row lie. `merged` are the columns of the row above that a merge begins or goes on in: one
    that goes on where none began is a cell like any other."""
    column = _count(row.find(f"{W}trPr/{W}gridBefore"), 0)
    for cell in cells:
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            merged.discard(column)
            yield Spot(column, 1)
            column += 1
            continue
        span = max(1, _count(properties.find(f"{W}gridSpan"), 1))
        down, across = properties.find(f"{W}vMerge"), properties.find(f"{W}hMerge")
        begins = down is not None and down.get(VAL) == "restart"
        above = down is not None and not begins and column in merged
        if begins:
            merged.add(column)
        elif not above:
            merged.discard(column)
        yield Spot(column, span, above, across is not None and across.get(VAL, "continue") == "continue")
        column += span


def _cell_margins(properties: Any) -> int:
    margins = None if properties is None else properties.find(f"{W}tblCellMar")
    total = 0
    for names in (("left", "start"), ("right", "end")):
        given = next((m for n in names if margins is not None and (m := margins.find(f"{W}{n}")) is not None), None)
        width = None if given is None else integer(given.get(f"{W}w"))
        total += CELL_MARGIN if width is None else width
    return total


def _count(element: Any, otherwise: int) -> int:
    number = None if element is None else integer(element.get(VAL))
    return number if number is not None and 0 <= number <= _MOST_COLUMNS else otherwise


def _cell_width(cell: Any, grid: list[int], spot: Spot) -> int:
    """A cell's width in twips."""
    width = cell.find(f"{W}tcPr/{W}tcW")
    own = integer(width.get(f"{W}w")) if width is not None and width.get(f"{W}type", "dxa") == "dxa" else None
    return own or sum(grid[spot.column : spot.column + spot.span])
