"""What a person does inside a region: one function a kind of edit, on the tree of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from tests.word.renew import hands
from tests.word_files import W

etree = hands.etree
TASKS, STATISTICS, LATE, DOCUMENTS = "phu-luc-nhiem-vu", "phu-luc-thong-ke", "phu-luc-qua-han", "phu-luc-van-ban"


def xml(text: str) -> Any:
    """An element written without its namespace: `<w:b/>`."""
    return etree.fromstring(f'<x xmlns:w="{W[1:-1]}">{text}</x>')[0]


def add(parent: Any, tag: str, **attributes: str) -> Any:
    return etree.SubElement(parent, f"{W}{tag}", {f"{W}{name}": value for name, value in attributes.items()})


class Place:
    """A spot in a region: its paragraphs with words, its table's rows below the header, chosen by a number."""

    def __init__(self, tree: Any, region: str, number: int) -> None:
        self.region = hands.control(tree, region)
        self.number = number
        self.mark = str(7000 + number)

    @property
    def paragraph(self) -> Any:
        found = [p for p in self.region.iter(f"{W}p") if any(r.findtext(f"{W}t") for r in p.iter(f"{W}r"))]
        return found[self.number % len(found)]

    @property
    def run(self) -> Any:
        return next(r for r in self.paragraph.iter(f"{W}r") if r.findtext(f"{W}t"))

    @property
    def table(self) -> Any:
        return next(self.region.iter(f"{W}tbl"), None)

    @property
    def rows(self) -> list[Any]:
        """The rows divided as the header is."""
        rows = self.table.findall(f"{W}tr")
        width = len(rows[0].findall(f"{W}tc"))
        return [r for r in rows[1:] if len(r.findall(f"{W}tc")) == width]

    @property
    def row(self) -> Any:
        return self.rows[self.number % len(self.rows)]

    def properties(self, element: Any, tag: str) -> Any:
        found = element.find(f"{W}{tag}")
        if found is None:
            found = etree.Element(f"{W}{tag}")
            element.insert(0, found)
        return found


# -- words and formatting ---------------------------------------------------------------------------
def rewrite(place: Place) -> None:
    place.run.find(f"{W}t").text = f"Chữ sửa tay {place.number}"


def formatted(tag: str, **attributes: str) -> Callable[[Place], None]:
    def edit(place: Place) -> None:
        properties = place.properties(place.run, "rPr")
        for old in properties.findall(f"{W}{tag}"):
            properties.remove(old)
        add(properties, tag, **attributes)

    return edit


def part_of_a_run_bold(place: Place) -> None:
    """Only the last letters: the words of the paragraph stay as they are."""
    run = place.run
    second = deepcopy(run)
    text = run.find(f"{W}t").text
    run.find(f"{W}t").text, second.find(f"{W}t").text = text[:-1], text[-1:]
    for half in (run, second):
        half.find(f"{W}t").set(hands.SPACE, "preserve")
    add(place.properties(second, "rPr"), "b")
    run.addnext(second)


def in_run(written: str) -> Callable[[Place], None]:
    return lambda place: place.run.append(xml(written))


def before_run(written: str) -> Callable[[Place], None]:
    return lambda place: place.run.addprevious(xml(written.replace("#", place.mark)))


def centred(place: Place) -> None:
    properties = place.properties(place.paragraph, "pPr")
    for old in properties.findall(f"{W}jc"):
        properties.remove(old)
    add(properties, "jc", val="right")


def from_right_to_left(place: Place) -> None:
    properties = place.properties(place.paragraph, "pPr")
    later = next((p for p in properties if p.tag in [f"{W}{name}" for name in ("spacing", "ind", "jc", "rPr")]), None)
    (properties.append if later is None else later.addprevious)(xml("<w:bidi/>"))


def formatted_paragraph(written: str) -> Callable[[Place], None]:
    def edit(place: Place) -> None:
        properties = place.properties(place.paragraph, "pPr")
        added = xml(written)
        for old in properties.findall(added.tag):
            properties.remove(old)
        properties.insert(int(properties.find(f"{W}pStyle") is not None), added)

    return edit


def allowed(place: Place) -> None:
    """Words that may be edited where a document is protected."""
    place.run.addprevious(xml('<w:permStart w:id="7998" w:edGrp="everyone"/>'))
    place.run.addnext(xml('<w:permEnd w:id="7998"/>'))


def around_run(tag: str, **attributes: str) -> Callable[[Place], None]:
    def edit(place: Place) -> None:
        run = place.run
        holder = etree.Element(f"{W}{tag}", {f"{W}{name}": value for name, value in attributes.items()})
        run.addprevious(holder)
        (holder if tag != "sdt" else add(holder, "sdtContent")).append(run)

    return edit


def bookmarked(place: Place) -> None:
    run = place.run
    run.addprevious(xml(f'<w:bookmarkStart w:id="{place.mark}" w:name="cua_toi_{place.mark}"/>'))
    run.addnext(xml(f'<w:bookmarkEnd w:id="{place.mark}"/>'))


def comment_anchored(place: Place) -> None:
    run = place.run
    run.addprevious(xml(f'<w:commentRangeStart w:id="{place.mark}"/>'))
    run.addnext(xml(f'<w:commentRangeEnd w:id="{place.mark}"/>'))


def blank_paragraph(place: Place) -> None:
    paragraph = place.paragraph
    added = etree.Element(f"{W}p")
    if paragraph.find(f"{W}pPr") is not None:
        added.append(deepcopy(paragraph.find(f"{W}pPr")))
    paragraph.addprevious(added)


# -- tables -----------------------------------------------------------------------------------------
def swapped_rows(place: Place) -> None:
    rows = place.rows
    first = rows[place.number % (len(rows) - 1)]
    first.getnext().addnext(first)


def merged_cells(place: Place) -> None:
    cells = place.row.findall(f"{W}tc")
    at = place.number % (len(cells) - 1)
    add(place.properties(cells[at], "tcPr"), "gridSpan", val="2")
    for paragraph in cells[at + 1].findall(f"{W}p"):
        cells[at].append(paragraph)
    cells[at].getparent().remove(cells[at + 1])


def merged_down(place: Place) -> None:
    rows = place.rows
    at = place.number % (len(rows) - 1)
    column = place.number % len(rows[at].findall(f"{W}tc"))
    for row, value in ((rows[at], "restart"), (rows[at + 1], "continue")):
        add(place.properties(row.findall(f"{W}tc")[column], "tcPr"), "vMerge", val=value)


def moved_text(place: Place) -> None:
    """Into the next cell; the first one stays with an empty paragraph."""
    cells = place.row.findall(f"{W}tc")
    at = place.number % (len(cells) - 1)
    old, new = cells[at].findall(f"{W}p"), cells[at + 1].findall(f"{W}p")
    for paragraph in new:
        paragraph.getparent().remove(paragraph)
    for paragraph in old:
        cells[at + 1].append(paragraph)
    add(cells[at], "p")


def emptied_copy(row: Any) -> Any:
    copy = deepcopy(row)
    for paragraph in copy.iter(f"{W}p"):
        for child in list(paragraph):
            if child.tag != f"{W}pPr":
                paragraph.remove(child)
    return copy


def blank_row(place: Place) -> None:
    place.row.addnext(emptied_copy(place.row))


def own_row(place: Place) -> None:
    added = emptied_copy(place.row)
    run = add(added.findall(f"{W}tc")[-1].find(f"{W}p"), "r")
    add(run, "t").text = f"Hàng thêm {place.number}"
    place.row.addnext(added)


def deleted_row(place: Place) -> None:
    place.row.getparent().remove(place.row)


def blank_column(place: Place) -> None:
    for row in place.table.findall(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        cells[-1].addnext(emptied_copy(cells[-1]))
    add(place.table.find(f"{W}tblGrid"), "gridCol", w="900")


def deleted_column(place: Place) -> None:
    rows = place.table.findall(f"{W}tr")
    width = len(rows[0].findall(f"{W}tc"))
    at = place.number % width
    for row in rows:
        cells = row.findall(f"{W}tc")
        if len(cells) == width:
            row.remove(cells[at])
        else:
            span = cells[-1].find(f"{W}tcPr/{W}gridSpan")
            span.set(f"{W}val", str(int(span.get(f"{W}val")) - 1))
    grid = place.table.find(f"{W}tblGrid")
    grid.remove(grid[at])


def in_cell(written: str) -> Callable[[Place], None]:
    def edit(place: Place) -> None:
        cells = place.row.findall(f"{W}tc")
        place.properties(cells[place.number % len(cells)], "tcPr").append(xml(written))

    return edit


def in_table(written: str) -> Callable[[Place], None]:
    return lambda place: place.table.find(f"{W}tblPr").append(xml(written))


def taller_row(place: Place) -> None:
    place.properties(place.row, "trPr").append(xml('<w:trHeight w:val="900"/>'))


IN_TEXT: dict[str, Callable[[Place], None]] = {
    "rewritten": rewrite,
    "bold": formatted("b"),
    "not bold": formatted("b", val="0"),
    "struck": formatted("strike"),
    "double strike": formatted("dstrike"),
    "hidden": formatted("vanish"),
    "coloured": formatted("color", val="FF0000"),
    "larger": formatted("sz", val="40"),
    "another font": formatted("rFonts", ascii="Arial", hAnsi="Arial"),
    "part bold": part_of_a_run_bold,
    "tick": in_run('<w:sym w:font="Wingdings" w:char="F0FC"/>'),
    "unknown symbol": in_run('<w:sym w:font="Webdings" w:char="F04E"/>'),
    "no-break hyphen": in_run("<w:noBreakHyphen/>"),
    "soft hyphen": in_run("<w:softHyphen/>"),
    "page break": in_run('<w:br w:type="page"/>'),
    "tab": in_run("<w:tab/>"),
    "bookmark": bookmarked,
    "content control": around_run("sdt"),
    "field": around_run("fldSimple", instr="DATE"),
    "link": around_run("hyperlink", anchor="cua_toi"),
    "comment anchor": comment_anchored,
    "tracked": around_run("ins", id="7999", author="B", date="2023-06-13T08:00:00Z"),
    "allowed to be edited": allowed,
    "from right to left": from_right_to_left,
    "to the right": centred,
    "blank paragraph": blank_paragraph,
    "lines together": formatted_paragraph("<w:keepLines/>"),
}
IN_TABLES: dict[str, Callable[[Place], None]] = {
    "rows swapped": swapped_rows,
    "cells merged": merged_cells,
    "cells merged down": merged_down,
    "text moved": moved_text,
    "blank row": blank_row,
    "own row": own_row,
    "row deleted": deleted_row,
    "blank column": blank_column,
    "column deleted": deleted_column,
    "no border": in_cell('<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>'),
    "cell coloured": in_cell('<w:shd w:val="clear" w:fill="FFC000"/>'),
    "cell aligned": in_cell('<w:vAlign w:val="center"/>'),
    "row taller": taller_row,
    "table in the middle": in_table('<w:jc w:val="center"/>'),
    "cell struck out": in_cell('<w:tcBorders><w:tl2br w:val="single" w:sz="4"/></w:tcBorders>'),
}
EDITS = IN_TEXT | IN_TABLES


def edited(data: bytes, edits: Iterator[tuple[str, str, int]] | list[tuple[str, str, int]]) -> bytes:
    """Return the document after some edits: kind, region, place. What a place does not have is left."""

    def change(tree: Any) -> None:
        for kind, region, number in edits:
            place = Place(tree, region, number)
            if kind in IN_TEXT or (place.table is not None and len(place.rows) > 1):
                EDITS[kind](place)

    return hands.changed(data, change)
