"""Appendices (Phụ lục I, Phần I, III.1)."""

from __future__ import annotations

import re

from generator.check.elements.found import Appendix, Elements
from generator.check.elements.words import bare, folded
from generator.check.verdict import Judge
from generator.vietnamese.text import roman
from generator.word.read.blocks import paragraphs_of

_REFERENCE = (r"\bsố\b|\d+/", r"\bngày\b", r"\btháng\b", r"\bnăm\b", r"\bcủa\b")

#: "I.2": an appendix in parts, counted under its own number.
_PART_OF_ONE = re.compile(r"[IVXLC]+\.\d+")


def check_appendices(elements: Elements, judge: Judge) -> None:
    """Judge each appendix, then how the body speaks of them."""
    for position, appendix in enumerate(elements.appendices, start=1):
        _check(appendix, judge)
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


def _check(appendix: Appendix, judge: Judge) -> None:
    judge.holds("phu_luc.own_line")
    if not appendix.own_line:
        judge.fails("phu_luc.own_line", appendix.label, "tên phụ lục cùng dòng với số thứ tự")
    judge.holds("phu_luc.reference")
    if appendix.reference is None:
        judge.fails("phu_luc.reference", appendix.label, "không có “(Kèm theo …)”")
    else:
        judge.holds("phu_luc.reference_form")
        text = appendix.reference.words
        if not all(re.search(part, folded(text)) for part in _REFERENCE) or not text.startswith("("):
            judge.fails("phu_luc.reference_form", appendix.reference, f"“{appendix.reference.quote}”")
        judge.holds("phu_luc.rule_line")
        if not appendix.rule_line:
            judge.fails("phu_luc.rule_line", appendix.reference, "không có đường kẻ")
    if appendix.last is not None and appendix.last is not appendix.label:
        judge.holds("phu_luc.end_mark")
        if not bare(appendix.last.words).endswith("./."):
            judge.fails("phu_luc.end_mark", appendix.last, "không có dấu “./.”")
