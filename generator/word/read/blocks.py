"""Paragraphs and tables in reading order, from wherever Word keeps them: content controls, insertions, text boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.word.read.numbering import Numbering
from generator.word.read.paragraph import ALIGNMENTS, Paragraph, Run
from generator.word.read.properties import VAL, Properties, W, integer
from generator.word.read.shapes import PIC, DrawnLine, V, drawn_lines
from generator.word.read.styles import NO_TABLE, Styles, TableStyle, table_parts

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CONTAINERS = frozenset(
    f"{W}{name}"
    for name in ("sdtContent", "ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml", "dir", "bdo")
)
_BLOCK_CONTAINERS = frozenset({f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml"})
_DRAWINGS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_PLAIN = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_CELL_MARGIN = 108
#: What Word takes for "auto" space between paragraphs.
_AUTO_SPACE = 280


@dataclass(frozen=True, eq=False)
class Table:
    """A table: rows of cells of blocks. `number` counts from 1 in the part."""

    element: Any
    rows: tuple[tuple[tuple[Block, ...], ...], ...]
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
        for child in container:
            tag = child.tag
            if tag == f"{W}p":
                paragraph = self._paragraph(child, place)
                yield paragraph
                yield from paragraph.boxes
            elif tag == f"{W}tbl":
                yield self._table(child, place)
            elif tag == f"{W}sdt":
                if (content := child.find(f"{W}sdtContent")) is not None:
                    yield from self._blocks(content, place)
            elif tag in _BLOCK_CONTAINERS:
                yield from self._blocks(child, place)

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
        all_rows = list(_through_controls(element, f"{W}tr"))
        for r, row in enumerate(all_rows):
            cells: list[tuple[Block, ...]] = []
            column = 0
            for c, cell in enumerate(_through_controls(row, f"{W}tc")):
                span, width = _cell_size(cell, grid, column)
                parts = table_parts(look, r, len(all_rows), column, len(grid))
                inside = _Place((style, parts), "", (width - margins) / 20, number, (r, c), place.in_box)
                inside.words = self._outside or f"bảng {number}, hàng {r + 1}, cột {c + 1}"
                cells.append(tuple(self._blocks(cell, inside)))
                column += span
            rows.append(tuple(cells))
        return Table(element, tuple(rows), number, in_box=place.in_box)

    def _paragraph(self, element: Any, place: _Place) -> Paragraph:
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
        boxes = self._boxes(text.boxes, place)
        return _paragraph(element, text, shape, style, label, where, boxes, place, self._part)

    def _next_place(self, text: _Text) -> str:
        self._paragraphs += any(run.text.strip() for run in text.runs)
        return f"đoạn {max(self._paragraphs, 1)}"

    def _boxes(self, contents: list[Any], place: _Place) -> tuple[Paragraph, ...]:
        found: list[Paragraph] = []
        for content in contents:
            inside = _Place(NO_TABLE, f"{self._outside} khung chữ".strip(), 0.0, place.table, place.cell, True)
            found += paragraphs_of(self._blocks(content, inside))
        return tuple(found)


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
                self._run(child)
            elif tag == f"{W}sdt":
                if (content := child.find(f"{W}sdtContent")) is not None:
                    self.read(content)
            elif tag in _CONTAINERS:
                if tag == f"{W}fldSimple":
                    self.fields.append(child.get(f"{W}instr", ""))
                self.read(child)

    def show_page_number(self, element: Any) -> None:
        """A page number not yet counted is shown all the same: give it the look of its field."""
        if any("PAGE" in code.upper().split() for code in self.fields) and not any(r.says_something for r in self.runs):
            run = next((i.getparent() for i in element.iter(f"{W}instrText")), None)
            look = self._styles.run(None if run is None else run.find(f"{W}rPr"), self._style, self._table)
            self.runs.append(_run("2", element if run is None else run, None, look))

    def _run(self, element: Any) -> None:
        look: Properties | None = None
        for child in element:
            tag = child.tag
            if tag == f"{W}t":
                text, node = child.text or "", child
            elif tag in _PLAIN:
                text, node = _PLAIN[tag], None
            elif tag == f"{W}br":
                text, node = ("\f" if child.get(f"{W}type") == "page" else "\n"), None
            elif tag == f"{W}instrText":
                self.fields.append(child.text or "")
                continue
            elif tag in _DRAWINGS:
                self._drawing(child)
                continue
            elif tag == f"{MC}AlternateContent":
                choice = child.find(f"{MC}Choice")
                for drawing in choice if choice is not None and len(choice) else child.iterfind(f"{MC}Fallback/*"):
                    self._drawing(drawing)
                continue
            else:
                continue
            if look is None:
                look = self._styles.run(element.find(f"{W}rPr"), self._style, self._table)
            if not look.get("vanish"):
                self.runs.append(_run(text, element, node, look))

    def _drawing(self, element: Any) -> None:
        boxes = list(element.iter(f"{W}txbxContent"))
        self.boxes += boxes
        if not boxes:
            self.lines += drawn_lines(element)
            self.has_picture |= any(True for _ in element.iter(f"{PIC}pic", f"{V}imagedata"))


def _run(text: str, element: Any, node: Any, look: Properties) -> Run:
    shown = text.upper() if look.get("caps") or look.get("smallCaps") else text
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
    )


def _paragraph(
    element: Any,
    text: _Text,
    shape: Properties,
    style: str,
    label: str,
    where: str,
    boxes: tuple[Paragraph, ...],
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
        left=shape.get("left", 0) / 20,
        right=shape.get("right", 0) / 20,
        first=shape.get("first", 0) / 20,
        before=(_AUTO_SPACE if shape.get("before_auto") else shape.get("before", 0)) / 20,
        after=(_AUTO_SPACE if shape.get("after_auto") else shape.get("after", 0)) / 20,
        line=shape.get("line", 240) / (240 if rule == "auto" else 20),
        line_rule=rule,
        contextual=shape.get("contextual", False),
        style=style,
        border=borders[0] if borders else "",
        page_break=shape.get("page_break", False),
        tabs=tuple(tab / 20 for tab in shape.get("tabs", ())),
        label=label,
        lines=tuple(text.lines),
        fields=tuple(text.fields),
        has_picture=text.has_picture,
        in_box=place.in_box,
        room=place.room,
        table=place.table,
        cell=place.cell,
        part=part,
        boxes=boxes,
    )


def _through_controls(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, also those inside content controls and insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from _through_controls(child, tag)


def _cell_margins(properties: Any) -> int:
    margins = None if properties is None else properties.find(f"{W}tblCellMar")
    total = 0
    for names in (("left", "start"), ("right", "end")):
        given = next((m for n in names if margins is not None and (m := margins.find(f"{W}{n}")) is not None), None)
        width = None if given is None else integer(given.get(f"{W}w"))
        total += _CELL_MARGIN if width is None else width
    return total


def _cell_size(cell: Any, grid: list[int], column: int) -> tuple[int, int]:
    """How many grid columns a cell covers, and its width in twips."""
    properties = cell.find(f"{W}tcPr")
    span_element = None if properties is None else properties.find(f"{W}gridSpan")
    span = 1 if span_element is None else integer(span_element.get(VAL)) or 1
    width_element = None if properties is None else properties.find(f"{W}tcW")
    if width_element is not None and width_element.get(f"{W}type", "dxa") == "dxa":
        return span, integer(width_element.get(f"{W}w")) or sum(grid[column : column + span])
    return span, sum(grid[column : column + span])
