"""Reader of plans in Word: what a person sees on the page, from the XML itself.

Tracked changes read as if accepted; text boxes, content controls, footnotes and automatic numbers are text like
any other (python-docx would leave them out).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.plans.blocks import (
    Block,
    Cell,
    Paragraph,
    PlanFile,
    Remark,
    RemarkKind,
    Row,
    Table,
    UnreadablePlan,
)
from generator.plans.fonts import OLD_FONT_MARKS, OldFont, to_unicode
from generator.plans.numbering import NumberingLabels
from generator.plans.word_styles import WordStyles
from generator.plans.word_xml import attribute, child, is_on, name_of, parse_part, value, whole_number
from generator.word.package import Member

_MAIN = "word/document.xml"
_TRANSPARENT = {"ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo"}
_GONE = {"del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "delInstrText"}
_CHANGES = (b"<w:ins ", b"<w:del ", b"<w:moveTo ", b"<w:moveFrom ")
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}

Piece = tuple[str, OldFont | None]


def read_docx_plan(members: Mapping[str, Member]) -> PlanFile:
    """Return the paragraphs and tables of a Word file. Raises UnreadablePlan."""
    reader = _WordReader(members)
    body = child(parse_part(members[_MAIN]), "body")
    if body is None:
        raise UnreadablePlan("Tệp Word không có nội dung. Hãy mở bằng Word, lưu lại rồi làm lại.")
    blocks = tuple(reader.blocks(body))
    return PlanFile(blocks, tuple(reader.remarks(members[_MAIN].content)))


class _WordReader:
    """Walks the body once, in the order of the page; list numbers are counted on the way."""

    def __init__(self, members: Mapping[str, Member]) -> None:
        numbering = members.get("word/numbering.xml")
        self._labels = NumberingLabels(parse_part(numbering) if numbering else None)
        styles = members.get("word/styles.xml")
        self._styles = WordStyles(parse_part(styles) if styles else None)
        self._notes = {kind: _notes(members.get(f"word/{kind}s.xml")) for kind in ("footnote", "endnote")}
        parts = [m.content for n, m in members.items() if n in (_MAIN, "word/styles.xml")]
        self._has_old_fonts = any(mark in content for content in parts for mark in OLD_FONT_MARKS)
        self._tables = 0
        self._place = ""
        self._boxes: list[etree._Element] = []
        self._noted: list[str] = []
        self._converted: dict[OldFont, str] = {}

    def remarks(self, content: bytes) -> Iterator[Remark]:
        for font, place in self._converted.items():
            yield Remark(RemarkKind.FONT, place, f"đã chuyển chữ phông {font.value} sang Unicode; hãy đọc lại")
        if any(mark in content for mark in _CHANGES):
            message = "Tệp còn thay đổi đang theo dõi (Track Changes): đọc như đã chấp nhận hết."
            yield Remark(RemarkKind.DOUBT, "", message)

    # -- blocks ------------------------------------------------------------------------------------------------
    def blocks(self, container: etree._Element) -> Iterator[Block]:
        """Yield the paragraphs and tables of a body, a text box or a content control."""
        held = ""
        for element in _visible(container):
            if name_of(element) == "p":
                held += self._paragraph(element)
                if not _joins_the_next(element):
                    yield Paragraph(held + self._take_notes(), self._place)
                    held = ""
                yield from self._text_boxes()
            elif name_of(element) == "tbl":
                self._tables += 1
                yield self._table(element, f"bảng {self._tables}")
                yield from self._text_boxes()
        if held:
            yield Paragraph(held, self._place)

    def _text_boxes(self) -> Iterator[Block]:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.blocks(box)

    # -- tables ------------------------------------------------------------------------------------------------
    def _table(self, table: etree._Element, place: str) -> Table:
        rows = []
        above: dict[int, str] = {}
        for number, tr in enumerate((e for e in _visible(table) if name_of(e) == "tr"), start=1):
            if is_on(child(tr, "trPr", "del")):
                continue
            self._place = f"{place}, dòng {number}"
            rows.append(self._row(tr, above))
        self._place = place
        return Table(tuple(rows), place)

    def _row(self, tr: etree._Element, above: dict[int, str]) -> Row:
        place = self._place
        column = whole_number(child(tr, "trPr", "gridBefore"), 0)
        cells: list[Cell] = []
        for number, tc in enumerate((e for e in _visible(tr) if name_of(e) == "tc"), start=1):
            self._place = f"{place}, ô {number}"
            properties = child(tc, "tcPr")
            span = max(whole_number(child(properties, "gridSpan"), 1), 1)
            merge = child(properties, "vMerge")
            if merge is not None and value(merge) != "restart":
                cells.append(Cell(above.get(column, ""), column, span, merged_above=True))
            elif value(child(properties, "hMerge")) == "continue" and cells:
                last = cells.pop()
                cells.append(Cell(last.text, last.column, last.span + span))
            else:
                text = "" if child(properties, "cellDel") is not None else self._cell(tc)
                cells.append(Cell(text, column, span))
                above[column] = text if merge is not None else ""
            column += span
        return Row(tuple(cells), place)

    def _cell(self, tc: etree._Element) -> str:
        lines: list[str] = []
        place = self._place
        for block in self.blocks(tc):
            self._place = place
            if isinstance(block, Paragraph):
                lines.append(block.text)
            else:
                lines += [" ".join(c.text for c in row.own_cells) for row in block.rows]
        return "\n".join(line for line in lines if line.strip())

    # -- paragraphs --------------------------------------------------------------------------------------------
    def _paragraph(self, p: etree._Element) -> str:
        style = value(child(p, "pPr", "pStyle"))
        pieces = list(self._inline(p, style))
        text, used = to_unicode(pieces, self._place) if self._has_old_fonts else ("".join(t for t, _ in pieces), set())
        for font in used:
            self._converted.setdefault(font, self._place)
        label = self._label(p, style)
        return f"{label} {text}" if label else text

    def _label(self, p: etree._Element, style: str | None) -> str:
        numbering = child(p, "pPr", "numPr")
        num_id, level = value(child(numbering, "numId")), value(child(numbering, "ilvl"))
        if num_id is None and (styled := self._styles.numbering_of(style)):
            num_id, styled_level, by = styled
            level = level or styled_level or str(self._labels.level_of_style(num_id, by))
        if not num_id or num_id == "0":
            return ""
        return self._labels.next_label(num_id, int(level) if level and level.isdecimal() else 0)

    def _inline(self, element: etree._Element, style: str | None, run_font: OldFont | None = None) -> Iterator[Piece]:
        for item in element:
            name = name_of(item)
            if name == "r":
                font = self._styles.old_font_of(item, style) if self._has_old_fonts else None
                yield from self._inline(item, style, font)
            elif name in _TRANSPARENT:
                yield from self._inline(item, style, run_font)
            elif name == "t":
                yield item.text or "", run_font
            elif name in _CHARACTERS:
                yield _CHARACTERS[name], None
            elif name in ("footnoteReference", "endnoteReference"):
                yield self._note(item, name.removesuffix("Reference")), None
            elif name == "sym":
                yield _symbol(item), None
            elif name in ("drawing", "pict", "object"):
                self._boxes += _boxes_in(item)
            elif name == "AlternateContent":
                yield from self._alternate(item, style, run_font)
            elif name in ("oMath", "oMathPara"):
                yield "".join(t.text or "" for t in item.iter() if name_of(t) == "t"), None
            elif name == "ruby":
                base = child(item, "rubyBase")
                yield from self._inline(base, style) if base is not None else ()

    def _alternate(self, item: etree._Element, style: str | None, font: OldFont | None) -> Iterator[Piece]:
        """A text box stands twice, for new and old readers: take it once."""
        for name in ("Choice", "Fallback"):
            before = len(self._boxes)
            branch = child(item, name)
            pieces = list(self._inline(branch, style, font)) if branch is not None else []
            yield from pieces
            if pieces or len(self._boxes) > before:
                return

    # -- notes -------------------------------------------------------------------------------------------------
    def _note(self, reference: etree._Element, kind: str) -> str:
        note = self._notes[kind].get(attribute(reference, "id") or "")
        if note is None:
            return ""
        place, outer, self._noted = self._place, self._noted, []
        words = " ".join(b.text.strip() for b in self.blocks(note) if isinstance(b, Paragraph) and b.text.strip())
        self._place, self._noted = place, [*outer, words]
        return f"[{len(self._noted)}]" if words else ""

    def _take_notes(self) -> str:
        """The notes of a paragraph follow it, each with the mark left at its reference."""
        notes, self._noted = self._noted, []
        return "".join(f"\n[{number}] {words}" for number, words in enumerate(notes, start=1) if words)


def _visible(container: etree._Element) -> Iterator[etree._Element]:
    """Yield the children with content controls and accepted insertions looked through."""
    for element in container:
        name = name_of(element)
        if name in _TRANSPARENT:
            yield from _visible(element)
        elif name == "AlternateContent":
            branch = child(element, "Choice")
            yield from _visible(branch) if branch is not None else ()
        elif name and name not in _GONE:
            yield element


def _joins_the_next(p: etree._Element) -> bool:
    """The paragraph's end mark was deleted (tracked): its text runs on."""
    mark = child(p, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _boxes_in(item: etree._Element) -> list[etree._Element]:
    """The outermost text boxes of a drawing; those inside them are found when they are read."""
    found: list[etree._Element] = []
    for element in item.iter():
        outer = any(name_of(a) == "txbxContent" for a in element.iterancestors() if a is not item)
        fallback = any(name_of(a) == "Fallback" for a in element.iterancestors())
        if name_of(element) == "txbxContent" and not outer and not fallback:
            found.append(element)
    return found or [e for e in item.iter() if name_of(e) == "txbxContent"][:1]


def _symbol(item: etree._Element) -> str:
    code = attribute(item, "char") or ""
    character = chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else ""
    return character if character.isprintable() else ""


def _notes(member: Member | None) -> dict[str, etree._Element]:
    if member is None:
        return {}
    root = parse_part(member)
    return {attribute(n, "id") or "": n for n in root if attribute(n, "type") in (None, "normal")}
