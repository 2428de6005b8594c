"""Rules that compare one property of an element's paragraphs: size, case, weight, slant, alignment, spacing."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from generator.check.elements.found import Elements
from generator.check.mending import Mend, centre, set_each_size, set_first_line, set_line_spacing, set_sizes
from generator.check.verdict import Judge
from generator.law.rule import BOLD, FLUSH_LEFT, ITALIC, JUSTIFIED, UPPER, Rule
from generator.vietnamese.numbers import number_text
from generator.word.lengths import MM_PER_POINT, points
from generator.word.read.blocks import CELL_MARGIN
from generator.word.read.paragraph import Paragraph, Run
from generator.word.read.properties import W, integer

_FLUSH = 3.0
#: A line of its own between parentheses is a note beside the text, written as its author likes.
_NOTE = re.compile(r"\(.*\)[.;]?")
#: Elements that begin with a word of their own, small even where capitals follow it.
_LABELLED = frozenset({"dieu", "phu_luc", "phan_chuong", "muc"})

#: What was found and how to mend it; None when the rule holds.
Fault = tuple[str, Mend | None] | None


def check_properties(elements: Elements, judge: Judge) -> None:
    """Judge every rule of the table that has a measure.

    A part of a line between tabs has no alignment, and may share its formatting with the other part: it is not mended.
    """
    for rule in judge.rules.values():
        if not rule.measure:
            continue
        for paragraph in elements.all(*rule.elements):
            if not paragraph.spoken:
                continue
            if rule.measure == "align" and not paragraph.align:
                judge.cannot_tell(rule.id, "cột không làm bằng bảng nên không đo được vị trí", paragraph)
                break
            judge.holds(rule.id)
            fault = MEASURES[rule.measure](paragraph, rule)
            if fault:
                mend = (_like_the_rest(paragraph, rule, elements) or fault[1]) if paragraph.align else None
                judge.fails(rule.id, paragraph, fault[0], mend)


def _like_the_rest(paragraph: Paragraph, rule: Rule, elements: Elements) -> Mend | None:
    """A stray paragraph of the body becomes like the others, not just as near as the rule allows."""
    if rule.id == "body.size" and rule.allows(elements.usual_size):
        return set_sizes([run for run in paragraph.spoken if not rule.allows(run.size)], elements.usual_size)
    if rule.id == "body.first_line":
        usual = elements.usual_first_line * MM_PER_POINT
        return set_first_line(paragraph, rule.nearest(usual if rule.allows(usual) else rule.default))
    return None


def _size(paragraph: Paragraph, rule: Rule) -> Fault:
    wrong = [run for run in paragraph.spoken if not rule.allows(run.size)]
    if not wrong:
        return None
    sizes = sorted({run.size for run in wrong})
    return f"cỡ {', '.join(number_text(size) for size in sizes)} pt", set_each_size(
        (run, rule.nearest(run.size)) for run in wrong
    )


def _case(paragraph: Paragraph, rule: Rule) -> Fault:
    if rule.allowed == (UPPER,):
        return None if paragraph.words == paragraph.words.upper() else ("có chữ in thường", None)
    if rule.elements[0] in _LABELLED and paragraph.words.split()[0].isupper():
        upper = " ".join(takewhile(lambda word: word.isupper() and word.isalpha(), paragraph.words.split()))
        return f"“{upper or paragraph.words.split()[0]}” in hoa", None
    return ("in hoa", None) if paragraph.words.isupper() and len(paragraph.words) > 1 else None


def _weight(paragraph: Paragraph, rule: Rule) -> Fault:
    return _share(paragraph, rule.allowed == (BOLD,), lambda run: run.bold, "đậm", "không đậm")


def _slant(paragraph: Paragraph, rule: Rule) -> Fault:
    if "body" in rule.elements and _NOTE.fullmatch(paragraph.words):
        return None
    return _share(paragraph, rule.allowed == (ITALIC,), lambda run: run.italic, "nghiêng", "đứng")


def _share(paragraph: Paragraph, wanted: bool, has: Callable[[Run], bool], name: str, other: str) -> Fault:
    """A marked look must cover all of a text; a plain one may have a word or two stand out."""
    total = sum(len(run.text) for run in paragraph.spoken)
    marked = sum(len(run.text) for run in paragraph.spoken if has(run))
    if wanted:
        return None if marked == total else (f"kiểu chữ {other}" if not marked else f"chỉ {name} một phần", None)
    return None if marked * 2 <= total else (f"kiểu chữ {name}", None)


def _align(paragraph: Paragraph, rule: Rule) -> Fault:
    found = f"canh {paragraph.align}"
    if rule.allowed == (JUSTIFIED,):
        if paragraph.align == JUSTIFIED or paragraph.width() <= paragraph.room - paragraph.left - paragraph.right:
            return None
        return found, None
    if rule.allowed == (FLUSH_LEFT,):
        start = paragraph.left + paragraph.first
        if paragraph.align in (FLUSH_LEFT, JUSTIFIED):
            away = f"cách lề {number_text(start * MM_PER_POINT)} mm"
            shift = _table_shift(paragraph) if paragraph.table and abs(start) > _FLUSH else 0.0
            return None if min(abs(start), abs(start + shift)) <= _FLUSH else (away, None)
        return found, None
    if rule.allows(paragraph.align):
        return None
    return found, centre(paragraph)


def _table_shift(paragraph: Paragraph) -> float:
    """How far the text of a table's cell stands from the page's margin: the table's indent and the cell's margin."""
    table = next(up for up in paragraph.element.iterancestors() if up.tag == f"{W}tbl")
    indent = table.find(f"{W}tblPr/{W}tblInd")
    margin = table.find(f"{W}tblPr/{W}tblCellMar/{W}left")
    widths = (None if one is None else integer(one.get(f"{W}w")) for one in (indent, margin))
    return points(sum(one if one is not None else other for one, other in zip(widths, (0, CELL_MARGIN), strict=True)))


def _line_spacing(paragraph: Paragraph, rule: Rule) -> Fault:
    found = paragraph.line_multiple
    if rule.allows(found):
        return None
    return f"{number_text(found)} dòng", set_line_spacing(paragraph, rule.nearest(found))


def _first_line(paragraph: Paragraph, rule: Rule) -> Fault:
    if paragraph.align in ("giữa", "phải"):
        return None
    found = paragraph.starts_at * MM_PER_POINT
    if rule.allows(found):
        return None
    return f"lùi {number_text(found)} mm", set_first_line(paragraph, rule.nearest(found))


MEASURES: dict[str, Callable[[Paragraph, Rule], Fault]] = {
    "size": _size,
    "case": _case,
    "weight": _weight,
    "slant": _slant,
    "align": _align,
    "line_spacing": _line_spacing,
    "first_line": _first_line,
}
