"""The date line (Phụ lục I, Phần I, II.4), and every date that a document names: it must be in the calendar."""

from __future__ import annotations

import re

from generator.check.elements.dates import written_dates
from generator.check.elements.found import Elements
from generator.check.mending import replace_text
from generator.check.verdict import Judge
from generator.law.header import ZERO_BELOW
from generator.word.read.document import Document
from generator.word.read.paragraph import Paragraph

_FULL = re.compile(r"(?i)ngày\s*([\d.…_]*)\s*tháng\s*([\d.…_]*)\s*năm\s*([\d.…_]*)\s*$")
_BEGINS = re.compile(r"(?i)\bngày\b|\d{1,2}\s*[/.-]\s*\d")
#: What is not part of a place's own name may begin with a small letter: "Thành phố Hồ Chí Minh".
_KIND_OF_PLACE = re.compile(r"(?i)(?:thành phố|thị xã|thị trấn|đặc khu|tp|tx|tt|tỉnh|huyện|quận|xã|phường)\b\.?\s*")
#: "TP. " keeps its capitals.
_LONGEST_SHORT = 4
#: Element whose dates have a rule of their own -> that rule; other dates are those of the text.
_RULES = {"dia_danh": "dia_danh.real_date", "can_cu": "can_cu.real_date", "phu_luc_kem_theo": "phu_luc.real_date"}


def check_dates(document: Document, elements: Elements, judge: Judge) -> None:
    """Judge how the date line is written, then whether each date of the document can be."""
    if date := elements.first("dia_danh"):
        _check_line(date, elements, judge)
    rules = {id(p.element): rule for name, rule in _RULES.items() for p in elements.all(name)}
    for paragraph in document.paragraphs():
        if not paragraph.words:
            continue
        rule_id = rules.get(id(paragraph.element), "body.real_date")
        judge.holds(rule_id)
        for written in written_dates(paragraph.words):
            if why := written.why_impossible:
                judge.fails(rule_id, paragraph, f"“{written.text}”: {why}")


def _check_line(date: Paragraph, elements: Elements, judge: Judge) -> None:
    text = date.words
    full = _FULL.search(text)
    judge.holds("dia_danh.form")
    begins = full or _BEGINS.search(text)
    place = text[: begins.start()].rstrip() if begins else text
    if not full:
        judge.fails("dia_danh.form", date, _how_to_write(text, place))
    else:
        _check_zeros(date, judge)
        if full[3].rstrip(".").isdigit() and full[3].endswith("."):
            judge.fails("dia_danh.form", date, "cuối dòng có dấu chấm")
    _check_place(place, date, judge)
    number = elements.first("so_ky_hieu")
    if number is not None and (not date.table or date.table != number.table):
        judge.cannot_tell("dia_danh.same_line", "phần đầu văn bản không nằm trong một bảng", date)
    elif number is not None:
        judge.holds("dia_danh.same_line")
        if date.cell[0] != number.cell[0]:
            judge.fails("dia_danh.same_line", date, "khác hàng với số, ký hiệu")


def _how_to_write(text: str, place: str) -> str:
    """Say what stands there, and the same date as the decree writes it when the date can be told."""
    said = text[len(place) :].strip()
    in_words = said if said.lower().startswith("ngày") else f"ngày {said}"
    written = next((d for d in written_dates(in_words) if d.year and not d.why_impossible), None)
    if written is None:
        return f"“{text}”"
    return f"“{text}”, viết “{place.rstrip(',')}, {written.in_full}”"


def _check_place(place: str, date: Paragraph, judge: Judge) -> None:
    if not place:
        judge.fails("dia_danh.present", date, "không có địa danh trước ngày tháng")
        return
    judge.holds("dia_danh.comma")
    if not place.endswith(","):
        judge.fails("dia_danh.comma", date, "không có dấu phẩy")
    name = place.rstrip(", ")
    judge.holds("dia_danh.capital")
    if (right := _capitalised(name)) != name and not date.words.isupper():
        judge.fails("dia_danh.capital", date, f"“{name}”, viết “{right}”")


def _capitalised(name: str) -> str:
    """The name of a place with each syllable's first letter, and only that, a capital; "Thành phố" before it stays."""
    kind = _KIND_OF_PLACE.match(name)
    before = kind[0] if kind else ""
    own = name[len(before) :]
    if own.isupper() and " " in own:
        before, own = before.lower() if len(before) > _LONGEST_SHORT else before, own.lower()
    own = re.sub(r"(?<![\w’'-])[^\W\d_]", lambda first: first[0].upper(), own)
    return before[:1].upper() + before[1:] + own


def _check_zeros(date: Paragraph, judge: Judge) -> None:
    """Days below 10 and months 1, 2 take a zero; other months do not need one."""
    for rule_id in ("dia_danh.leading_zero", "dia_danh.extra_zero"):
        judge.holds(rule_id)
    for word in ("ngày", "tháng"):
        found = re.search(rf"(?i){word}\s*(\d+)", date.text)
        if not found:
            continue
        digits = found[1]
        if len(digits) == 1 and int(digits) < ZERO_BELOW[word]:
            mend = replace_text(date, found.start(1), found.start(1), "0")
            judge.fails("dia_danh.leading_zero", date, f"{word} {digits}", mend)
        elif word == "tháng" and digits.startswith("0") and int(digits) >= ZERO_BELOW[word]:
            mend = replace_text(date, found.start(1), found.start(1) + 1, "")
            judge.fails("dia_danh.extra_zero", date, f"{word} {digits}", mend)
