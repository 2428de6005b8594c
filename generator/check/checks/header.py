"""Texts and places of the header: Quốc hiệu, Tiêu ngữ, agency, number and symbol, trích yếu."""

from __future__ import annotations

import re

from generator.check.elements.found import MAYBE_PRIVATE, Elements
from generator.check.mending import mend_gap
from generator.check.verdict import Judge
from generator.law.abbreviations import ABBREVIATIONS
from generator.law.header import QUOC_HIEU, TIEU_NGU, WITHOUT_SUBJECT, ZERO_BELOW
from generator.vietnamese.numbers import number_text
from generator.word.read.paragraph import Paragraph, gap_between

_SYMBOL = re.compile(r"(?i)số\s*:?\s*([\d.…_]*)\s*(.*)$")
_MIXED_CASE = frozenset(short for short in ABBREVIATIONS.values() if not short.isupper())
#: What a paper issued with a decision takes from it (Phụ lục III, mẫu 1.3).
_OF_THE_DECISION = ("so_ky_hieu", "dia_danh")
#: What officers put for a công văn, whose symbol has no abbreviation of a type but two groups of its own.
_LETTER, _LETTER_GROUPS = "CV", 2


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
    _check_title(elements, judge)


def _check_present(name: str, elements: Elements, judge: Judge) -> None:
    if name in elements.unclear or (name == "dia_danh" and elements.kind == "bien-ban"):
        return
    if elements.attached and name in _OF_THE_DECISION:
        return
    if elements.may_be_private:
        judge.cannot_tell(f"{name}.present", MAYBE_PRIVATE)
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
    if "tieu_ngu" in elements.unclear:
        return
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
        said = words.split()[0]
        judge.fails(
            "so_ky_hieu.label", number, f"“{said}”" if ":" in words else f"sau từ “{said}” không có dấu hai chấm"
        )
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
        _check_type_symbol(digits, groups, number, elements, judge)


def _check_type_symbol(digits: str, groups: list[str], number: Paragraph, elements: Elements, judge: Judge) -> None:
    letters = [group for group in groups if not group.isdigit()]
    first = letters[0] if letters else ""
    if elements.is_letter or first.upper() == _LETTER:
        _check_letter_symbol(digits, letters, number, judge)
        return
    expected = ABBREVIATIONS.get(elements.type_name)
    if expected is None:
        return
    judge.holds("so_ky_hieu.type")
    if first.upper() != expected.upper():
        found = f"{elements.type_name} nhưng ký hiệu " + (f"là “{first}”" if first else "để trống")
        judge.fails("so_ky_hieu.type", number, f"{found}, cần “{expected}”")


def _check_letter_symbol(digits: str, letters: list[str], number: Paragraph, judge: Judge) -> None:
    """A công văn is known by who sends it and who drafted it, never by an abbreviation of its type."""
    first, rest = (letters[0], letters[1:]) if letters else ("", [])
    judge.holds("so_ky_hieu.type")
    judge.holds("so_ky_hieu.letter_unit")
    if first.upper() == _LETTER or (first in ABBREVIATIONS.values() and first not in ("HD", "TB")):
        right = f"{digits or '…'}/{'-'.join(rest) or '…'}" + ("-…" if len(rest) < _LETTER_GROUPS else "")
        judge.fails("so_ky_hieu.type", number, f"công văn không ghi “{first}”, viết dạng “{right}”")
    elif len(letters) < _LETTER_GROUPS:
        judge.fails("so_ky_hieu.letter_unit", number, f"“{'-'.join(letters)}”")


def _check_title(elements: Elements, judge: Judge) -> None:
    if elements.first("ten_loai") is not None and elements.type_name not in WITHOUT_SUBJECT:
        judge.holds("trich_yeu.present")
        subject = elements.first("trich_yeu")
        if subject is None:
            judge.fails("trich_yeu.present", elements.by_name["ten_loai"][0], "không thấy trích yếu")
        else:
            judge.holds("trich_yeu.label")
            if re.match(r"(?i)v\s*/\s*v\b", subject.words):
                judge.fails("trich_yeu.label", subject, "“V/v”, viết “Về việc”")
            judge.holds("trich_yeu.place")
            if elements.blank_above_trich_yeu:
                judge.fails("trich_yeu.place", subject, "có dòng trống giữa tên loại và trích yếu")
    subject = elements.first("trich_yeu_cong_van")
    if subject is None and elements.is_letter:
        if "trich_yeu_cong_van" not in elements.unclear:
            judge.fails("trich_yeu_cong_van.label", "đầu văn bản", "không thấy trích yếu “V/v …” dưới số, ký hiệu")
        return
    if subject is None:
        return
    judge.holds("trich_yeu_cong_van.label")
    if not subject.words.lower().startswith("v/v "):
        judge.fails("trich_yeu_cong_van.label", subject, f"“{' '.join(subject.words.split()[:2])}”, viết “V/v …”")
    _check_gap(subject, elements, judge)


def _check_gap(subject: Paragraph, elements: Elements, judge: Judge) -> None:
    number = elements.first("so_ky_hieu")
    rule = judge.rules["trich_yeu_cong_van.gap"]
    if number is None or elements.columns_by_hand or elements.subject_below:
        judge.cannot_tell(rule.id, "không đo được khoảng cách đến số, ký hiệu", subject)
        return
    if (number.table, number.cell) != (subject.table, subject.cell):
        return
    gap = gap_between(number, subject)
    judge.holds(rule.id)
    if not rule.allows(gap):
        judge.fails(rule.id, subject, f"cách {number_text(gap)} pt", mend_gap(number, subject, rule.nearest(gap)))
