"""Appendices (Phụ lục I, Phần I, III.1)."""

from __future__ import annotations

import re

from generator.check.elements.dates import written_dates
from generator.check.elements.found import Appendix, Elements
from generator.check.elements.words import bare, folded
from generator.check.verdict import Judge
from generator.vietnamese.text import roman
from generator.word.read.blocks import paragraphs_of

_REFERENCE = (r"\bsố\b|\d+/", r"\bngày\b", r"\btháng\b", r"\bnăm\b", r"\bcủa\b")

#: A number, if it is there already, and a symbol; a day of which the parts may be left open.
_NUMBER = re.compile(r"(?i)số\s*:?\s*(\d*)[\s.…_]*/\s*((?:\d{4}/)?[^\W\d_]+(?:-[^\W\d_]+)*)")
_DAY = re.compile(r"(?i)ngày\s*(\d*)[\s.…_]*tháng\s*(\d*)[\s.…_]*năm\s*(\d*)")

#: "I.2": an appendix in parts, counted under its own number.
_PART_OF_ONE = re.compile(r"[IVXLC]+\.\d+")


def check_appendices(elements: Elements, judge: Judge) -> None:
    """Judge each appendix, then how the body speaks of them."""
    for position, appendix in enumerate(elements.appendices, start=1):
        _check(appendix, elements, judge)
        if len(elements.appendices) > 1:
            judge.holds("phu_luc.number")
            if appendix.number != roman(position) and not _PART_OF_ONE.fullmatch(appendix.number):
                found = f"số “{appendix.number}”" if appendix.number else "không có số"
                judge.fails("phu_luc.number", appendix.label, f"{found}, cần “{roman(position)}”")
    if elements.appendices and elements.kind != "phu-luc":
        judge.holds("phu_luc.mentioned")
        texts = [item.paragraph.words for item in elements.body]
        texts += [p.words for table in elements.tables for p in paragraphs_of([table])]
        if not any("phụ lục" in folded(text) for text in texts):
            judge.fails("phu_luc.mentioned", elements.appendices[0].label, "nội dung không nhắc đến phụ lục")


def _check(appendix: Appendix, elements: Elements, judge: Judge) -> None:
    judge.holds("phu_luc.own_line")
    if not appendix.own_line:
        judge.fails("phu_luc.own_line", appendix.label, "tên phụ lục cùng dòng với số thứ tự")
    judge.holds("phu_luc.reference")
    if appendix.reference is None:
        judge.fails("phu_luc.reference", appendix.label, "không có “(Kèm theo …)”")
    else:
        judge.holds("phu_luc.reference_form")
        text = appendix.reference_words
        if not all(re.search(part, folded(text)) for part in _REFERENCE) or not text.startswith("("):
            judge.fails("phu_luc.reference_form", appendix.reference, f"“{appendix.reference.quote}”")
        _check_same(appendix, elements, judge)
        judge.holds("phu_luc.rule_line")
        if not appendix.rule_line:
            judge.fails("phu_luc.rule_line", appendix.reference, "không có đường kẻ")
    _check_end(appendix, judge)


def _check_same(appendix: Appendix, elements: Elements, judge: Judge) -> None:
    """What an appendix says of the document it goes with is what the document says of itself, where both say it."""
    number, date, reference = elements.first("so_ky_hieu"), elements.first("dia_danh"), appendix.reference
    own = _NUMBER.search(number.words) if number is not None else None
    said = _NUMBER.search(appendix.reference_words)
    if reference is None or own is None or said is None or folded(said[2]) != folded(own[2]):
        return
    judge.holds("phu_luc.reference_same")
    if own[1] and said[1] and own[1].lstrip("0") != said[1].lstrip("0"):
        judge.fails("phu_luc.reference_same", reference, f"số {said[1]}, văn bản số {own[1]}")
    issued = _DAY.search(date.words) if date is not None else None
    named = _DAY.search(appendix.reference_words)
    if issued is None or named is None or any(d.why_impossible for d in written_dates(appendix.reference_words)):
        return
    for word, one, other in zip(("ngày", "tháng", "năm"), named.groups(), issued.groups(), strict=True):
        if one and other and one.lstrip("0") != other.lstrip("0"):
            judge.fails("phu_luc.reference_same", reference, f"{word} {one}, văn bản ghi {word} {other}")


def _check_end(appendix: Appendix, judge: Judge) -> None:
    if appendix.last is not None and appendix.last is not appendix.label:
        judge.holds("phu_luc.end_mark")
        if not bare(appendix.last.words).endswith("./."):
            judge.fails("phu_luc.end_mark", appendix.last, "không có dấu “./.”")
