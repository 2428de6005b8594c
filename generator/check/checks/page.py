"""Paper, margins, type and page numbers (Phụ lục I, Phần I, mục I; III.1.đ)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from generator.check.elements.find import shows_page_number
from generator.check.elements.found import Elements
from generator.check.mending import count_from_one, count_in_arabic, hide_first_number, set_fonts, set_page
from generator.check.page_number import add_page_number, move_page_number
from generator.check.verdict import Judge
from generator.vietnamese.numbers import number_text
from generator.word.lengths import points_of_mm
from generator.word.read.blocks import Block, Table, paragraphs_of
from generator.word.read.document import Document, Section
from generator.word.read.paragraph import SINGLE_LINE, Paragraph, Run

_BLACK = frozenset({"auto", "000000", "", "black"})
#: Shares of a page: our estimate of a height is some ten per cent off.
_SURELY_ONE, _SURELY_TWO = 0.85, 1.2
#: What stands in tables that only arrange the page.
_ARRANGED = ("quoc_hieu", "so_ky_hieu", "dia_danh", "ten_loai", "chuc_vu", "noi_nhan")
_SIDES = ("top", "bottom", "left", "right")
_ROMAN_SWITCHES = ("ROMAN", "ALPHABETIC", "ORDTEXT", "CARDTEXT")


def check_page(document: Document, elements: Elements, judge: Judge) -> None:
    """Judge paper, margins, fonts and colours everywhere, then the page numbers."""
    for section in document.sections:
        _check_paper(document, section, elements, judge)
    edges = {
        id(paragraph): paragraph
        for section in document.sections
        for paragraphs in section.printed_edges()
        for paragraph in paragraphs
    }
    marks = {id(mark.element) for mark in elements.all("do_khan", "do_mat", "luu_hanh")}
    for paragraph in (*document.paragraphs(), *edges.values()):
        _check_type(paragraph, id(paragraph.element) in marks, judge)
    _check_numbers(document, elements, judge)


def _name(document: Document, section: Section) -> str:
    return "trang giấy" if len(document.sections) == 1 else f"phần (section) {section.index + 1}"


def _check_paper(document: Document, section: Section, elements: Elements, judge: Judge) -> None:
    where = _name(document, section)
    sides = (("width", min, "h" if section.landscape else "w"), ("height", max, "w" if section.landscape else "h"))
    for name, pick, attribute in sides:
        rule = judge.rules[f"page.{name}"]
        value = pick(section.width, section.height)
        judge.holds(rule.id)
        if not rule.allows(value):
            mend = set_page(section.element, attribute, rule.nearest(value))
            judge.fails(rule.id, where, f"{number_text(value)} mm", mend, part=document.main)
    for side in _SIDES:
        rule = judge.rules[f"page.margin.{side}"]
        value = section.margins[side]
        judge.holds(rule.id)
        if not rule.allows(value):
            mend = set_page(section.element, side, rule.nearest(value))
            judge.fails(rule.id, where, f"{number_text(value)} mm", mend, part=document.main)
    judge.holds("page.orientation")
    if section.landscape and not _may_lie(document, section, elements):
        judge.fails("page.orientation", where, "giấy ngang")


def _may_lie(document: Document, section: Section, elements: Elements) -> bool:
    if any(appendix.label.section == section.index for appendix in elements.appendices):
        return True
    if elements.appendices and section.index > elements.appendices[0].label.section:
        return True
    arranging = {id(p.element) for p in elements.all(*_ARRANGED)}
    tables = [b for b in document.blocks if isinstance(b, Table) and b.section == section.index]
    return any(not arranging & {id(p.element) for p in paragraphs_of([table])} for table in tables)


def _check_type(paragraph: Paragraph, is_mark: bool, judge: Judge) -> None:
    spoken = paragraph.spoken
    if not spoken:
        return
    rule = judge.rules["page.font"]
    for rule_id in ("page.font", "page.unicode", "page.color"):
        judge.holds(rule_id)
    legacy = [font for run in spoken for font in set(run.fonts) if font.startswith((".Vn", "VNI-"))]
    if legacy:
        judge.fails("page.unicode", paragraph, f"phông {legacy[0]}")
    other = [
        run
        for run in spoken
        if any(not rule.allows(font) and not font.startswith((".Vn", "VNI-")) for font in _used(run))
    ]
    if other:
        found = next(font for run in other for font in _used(run) if not rule.allows(font))
        judge.fails("page.font", paragraph, f"phông {found}", set_fonts(other, str(rule.default)))
    coloured = next((run.color for run in spoken if run.color.lower() not in _BLACK), None)
    if coloured and not is_mark:
        judge.fails("page.color", paragraph, f"màu #{coloured}")


def _used(run: Run) -> set[str]:
    """The fonts that a run's characters take: Word has one for ASCII and one for the other letters."""
    plain, other = run.fonts
    if plain == other:
        return {plain}
    return {plain if char.isascii() else other for char in run.text if not char.isspace()}


# -- page numbers ----------------------------------------------------------------------------------


def _check_numbers(document: Document, elements: Elements, judge: Judge) -> None:
    for section in document.sections:
        _check_shown(document, section, judge)
    for paragraph in elements.all("page_number"):
        judge.holds("page_number.bare")
        if any(not char.isdigit() for char in paragraph.words):
            judge.fails("page_number.bare", paragraph, f"“{paragraph.words}”")
        judge.holds("page_number.arabic")
        if any(switch in code.upper() for code in paragraph.fields for switch in _ROMAN_SWITCHES):
            judge.fails("page_number.arabic", paragraph, "trường PAGE đặt chữ số khác")
    numbered = [section for section in document.sections if _numbers(section, "default")]
    for section in numbered:
        if section.number_format not in ("decimal", "numberInDash"):
            mend = count_in_arabic(section.element)
            judge.fails("page_number.arabic", _name(document, section), section.number_format, mend, part=document.main)
    first = document.sections[0]
    if first in numbered or (first.title_page and _numbers(first, "first")):
        _check_first(document, first, "page_number.first_hidden", judge)
    if first in numbered:
        judge.holds("page_number.start")
        if first.number_start not in (None, 1):
            mend = count_from_one(first.element)
            judge.fails("page_number.start", "trang đầu", f"từ số {first.number_start}", mend, part=document.main)
    for appendix in elements.appendices:
        section = document.sections[appendix.label.section]
        if section not in numbered or (section.index == 0 and elements.kind == "phu-luc"):
            continue
        judge.holds("page_number.appendix_restart")
        if _opens_section(document, appendix.label):
            _check_restart(document, section, appendix.label, judge)
        else:
            judge.fails("page_number.appendix_restart", appendix.label, "phụ lục không là một phần (section) riêng")


def _numbers(section: Section, kind: str) -> list[Paragraph]:
    """The page numbers of the first page or of the others, in whichever margin they stand."""
    return [p for edge in (section.headers, section.footers) for p in edge.get(kind, ()) if shows_page_number(p)]


def _check_shown(document: Document, section: Section, judge: Judge) -> None:
    numbers = _numbers(section, "default")
    below = [p for p in section.footers.get("default", ()) if shows_page_number(p)]
    if numbers:
        judge.holds("page_number.shown")
        judge.holds("page_number.place")
        for number in below:
            mend = move_page_number(document, section, number) if numbers == [number] else None
            judge.fails("page_number.place", number, "số trang ở chân trang (footer)", mend)
        if section.even_pages and not _numbers(section, "even"):
            _check_even(document, section, judge)
        return
    where = _name(document, section)
    filled = _pages_filled([b for b in document.blocks if b.section == section.index], section)
    if filled > _SURELY_TWO:
        mend = add_page_number(document, section)
        judge.fails("page_number.shown", where, "không có số trang", mend, part=document.main)
    elif filled > _SURELY_ONE:
        judge.cannot_tell("page_number.shown", "không rõ có trang thứ hai hay không", where)


def _check_even(document: Document, section: Section, judge: Judge) -> None:
    """Pages are numbered, but the even ones have a header of their own without the number."""
    where = _name(document, section)
    filled = _pages_filled([b for b in document.blocks if b.section == section.index], section)
    if filled > _SURELY_TWO:
        judge.fails("page_number.shown", where, "trang chẵn có đầu trang riêng, không có số trang")
    elif filled > _SURELY_ONE:
        judge.cannot_tell(
            "page_number.shown", "trang chẵn không có số trang, không rõ có trang thứ hai hay không", where
        )


def _pages_filled(blocks: Sequence[Block], section: Section) -> float:
    """About how many pages blocks fill: enough to know whether a second page is certain."""
    height = 0.0
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                height += max((sum(_height(p) for p in paragraphs_of(cell)) for cell in row), default=0.0)
        else:
            height += _height(block)
    room = points_of_mm(section.height - section.margins["top"] - section.margins["bottom"])
    return height / room


def _height(paragraph: Paragraph) -> float:
    room = max(20.0, paragraph.room - paragraph.left - paragraph.right)
    lines = max(1, math.ceil(paragraph.width() / room))
    size = paragraph.size or 12.0
    return lines * size * SINGLE_LINE * paragraph.line_multiple + paragraph.before + paragraph.after


def _check_first(document: Document, section: Section, rule_id: str, judge: Judge) -> None:
    judge.holds(rule_id)
    shown = _numbers(section, "first" if section.title_page else "default")
    if shown:
        mend = None if section.title_page or not _loses_nothing(section) else hide_first_number(section.element)
        found = f"trang thứ nhất có số trang ở {shown[0].where}"
        judge.fails(rule_id, _name(document, section), found, mend, part=document.main)


def _loses_nothing(section: Section) -> bool:
    """Whether a first page of its own would only hide the number: no address in the footer, no other number."""
    edges = (section.headers, section.footers)
    beside = any(char.isalpha() for edge in edges for p in edge.get("default", ()) for char in p.words)
    return not beside and not _numbers(section, "first")


def _check_restart(document: Document, section: Section, label: Paragraph, judge: Judge) -> None:
    if section.number_start != 1:
        mend = count_from_one(section.element)
        found = "đánh số tiếp" if section.number_start is None else f"từ số {section.number_start}"
        judge.fails("page_number.appendix_restart", label, found, mend, part=document.main)
    _check_first(document, section, "page_number.appendix_first_hidden", judge)


def _opens_section(document: Document, label: Paragraph) -> bool:
    """Whether an appendix begins its section: otherwise its page numbers cannot restart."""
    blocks = [block for block in document.blocks if block.section == label.section]
    first = next((p for p in paragraphs_of(blocks) if p.words), None)
    return first is not None and first.element is label.element
