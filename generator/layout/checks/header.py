"""Texts and places of the header: Quốc hiệu, Tiêu ngữ, agency, number and symbol, place and date, trích yếu."""

from __future__ import annotations

import re

from generator.layout.decree.abbreviations import ABBREVIATIONS
from generator.layout.decree.header import QUOC_HIEU, TIEU_NGU, ZERO_BELOW
from generator.layout.decree.rule import number_text
from generator.layout.elements.found import Elements
from generator.layout.mending import replace_text, set_space_before
from generator.layout.reading.paragraph import Paragraph
from generator.layout.verdict import Judge

_SYMBOL = re.compile(r"(?i)số\s*:?\s*([\d.…_]*)\s*(.*)$")
_DATE = re.compile(r"(?i)ngày\s*([\d.…_]*)\s*tháng\s*([\d.…_]*)\s*năm\s*([\d.…_]*)\s*$")
_MIXED_CASE = frozenset(short for short in ABBREVIATIONS.values() if not short.isupper())


def check_header(elements: Elements, judge: Judge) -> None:
    """Judge what the header says and where it stands."""
    if not elements.has_header and "quoc_hieu" not in elements.unclear:
        if elements.kind != "phu-luc":
            judge.fails("quoc_hieu.text", "đầu văn bản", "không thấy Quốc hiệu")
        return
    for name in ("co_quan", "so_ky_hieu", "dia_danh"):
        _check_present(name, elements, judge)
    if quoc_hieu := elements.first("quoc_hieu"):
        _check_motto(quoc_hieu, elements, judge)
    if agency := elements.first("co_quan"):
        judge.holds("co_quan.full_name")
        if found := re.match(r"(ubnd|hđnd)\b", agency.words.lower()):
            judge.fails("co_quan.full_name", agency, f"viết tắt {found[1].upper()}")
    if number := elements.first("so_ky_hieu"):
        _check_number(number, elements, judge)
    if date := elements.first("dia_danh"):
        _check_date(date, elements, judge)
    _check_title(elements, judge)


def _check_present(name: str, elements: Elements, judge: Judge) -> None:
    if name in elements.unclear or (name == "dia_danh" and elements.kind == "bien-ban"):
        return
    judge.holds(f"{name}.present")
    if name not in elements.by_name:
        judge.fails(f"{name}.present", "đầu văn bản", "không thấy")


def _check_motto(quoc_hieu: Paragraph, elements: Elements, judge: Judge) -> None:
    judge.holds("quoc_hieu.text")
    words = quoc_hieu.words
    if words.upper() not in QUOC_HIEU:
        judge.fails("quoc_hieu.text", quoc_hieu, f"“{quoc_hieu.words}”")
    if quoc_hieu.table:
        judge.holds("quoc_hieu.place")
        if "quoc_hieu.place" in elements.misplaced:
            judge.fails("quoc_hieu.place", quoc_hieu, "không ở trên cùng, bên phải")
    else:
        judge.cannot_tell("quoc_hieu.place", "phần đầu văn bản không nằm trong bảng", quoc_hieu)
    motto = elements.first("tieu_ngu")
    judge.holds("tieu_ngu.text")
    if motto is None:
        judge.fails("tieu_ngu.text", quoc_hieu.where, "không thấy Tiêu ngữ")
        return
    if motto.words != TIEU_NGU and not motto.words.isupper():
        judge.fails("tieu_ngu.text", motto, f"“{motto.words}”")
    judge.holds("tieu_ngu.place")
    if "tieu_ngu.place" in elements.misplaced:
        judge.fails("tieu_ngu.place", motto, "ở trên Quốc hiệu")


def _check_number(number: Paragraph, elements: Elements, judge: Judge) -> None:
    words = number.words
    judge.holds("so_ky_hieu.label")
    if not re.match(r"Số\s*:", words):
        judge.fails("so_ky_hieu.label", number, f"“{words.split()[0]}”")
    found = _SYMBOL.match(words)
    digits, symbol = (found[1], found[2]) if found else ("", words)
    if digits.isdigit():
        judge.holds("so_ky_hieu.leading_zero")
        if len(digits) == 1 and int(digits) < ZERO_BELOW["số"]:
            judge.fails("so_ky_hieu.leading_zero", number, f"số {digits}")
    judge.holds("so_ky_hieu.separators")
    tight = re.search(r"/\S", words) and not re.search(r"\d\s+/|[^\d\s:]\s+/|/\s|\s-|-\s|–|—", words)
    if not tight:
        judge.fails("so_ky_hieu.separators", number, f"“{words}”")
    groups = [group for group in re.split(r"[/\s–—-]+", symbol) if group]
    if groups:
        judge.holds("so_ky_hieu.symbol_case")
        if any(not group.isupper() and group not in _MIXED_CASE for group in groups if not group.isdigit()):
            judge.fails("so_ky_hieu.symbol_case", number, f"“{symbol}”")
        _check_type_symbol(groups, number, elements, judge)


def _check_type_symbol(groups: list[str], number: Paragraph, elements: Elements, judge: Judge) -> None:
    expected = ABBREVIATIONS.get(elements.type_name)
    if expected is None and not elements.is_letter:
        return
    judge.holds("so_ky_hieu.type")
    first = next((group for group in groups if not group.isdigit()), "")
    if elements.is_letter:
        if first in ABBREVIATIONS.values() and first not in ("HD", "TB"):
            judge.fails("so_ky_hieu.type", number, f"công văn có chữ viết tắt {first}")
    elif expected and first.upper() != expected.upper():
        judge.fails("so_ky_hieu.type", number, f"{elements.type_name} nhưng ký hiệu là {first}")


def _check_date(date: Paragraph, elements: Elements, judge: Judge) -> None:
    text = date.words
    found = _DATE.search(text)
    judge.holds("dia_danh.form")
    if not found:
        judge.fails("dia_danh.form", date, f"“{text}”")
    else:
        _check_zeros(date, judge)
        place = text[: found.start()].rstrip()
        judge.holds("dia_danh.comma")
        if place and not place.endswith(","):
            judge.fails("dia_danh.comma", date, "không có dấu phẩy")
        judge.holds("dia_danh.capital")
        if place[:1].islower():
            judge.fails("dia_danh.capital", date, f"“{place}”")
    number = elements.first("so_ky_hieu")
    if number is not None and date.table:
        judge.holds("dia_danh.same_line")
        if date.table != number.table or date.cell[0] != number.cell[0]:
            judge.fails("dia_danh.same_line", date, "khác hàng với số, ký hiệu")


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


def _check_title(elements: Elements, judge: Judge) -> None:
    if elements.first("ten_loai") is not None:
        judge.holds("trich_yeu.present")
        subject = elements.first("trich_yeu")
        if subject is None:
            judge.fails("trich_yeu.present", elements.by_name["ten_loai"][0], "không thấy trích yếu")
        else:
            judge.holds("trich_yeu.place")
            if elements.blank_above_trich_yeu:
                judge.fails("trich_yeu.place", subject, "có dòng trống giữa tên loại và trích yếu")
    subject = elements.first("trich_yeu_cong_van")
    if subject is None:
        return
    judge.holds("trich_yeu_cong_van.label")
    if not subject.words.lower().startswith("v/v "):
        judge.fails("trich_yeu_cong_van.label", subject, f"“{' '.join(subject.words.split()[:2])}”")
    _check_gap(subject, elements, judge)


def _check_gap(subject: Paragraph, elements: Elements, judge: Judge) -> None:
    number = elements.first("so_ky_hieu")
    rule = judge.rules["trich_yeu_cong_van.gap"]
    if number is None or number.cell != subject.cell:
        return
    gap = number.after + subject.before
    judge.holds(rule.id)
    if not rule.allows(gap):
        wanted = rule.nearest(gap)
        result = f"cách {number_text(wanted)} pt"
        mend = set_space_before(subject, max(0.0, wanted - number.after), result)
        judge.fails(rule.id, subject, f"cách {number_text(gap)} pt", mend)
