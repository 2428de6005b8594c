"""Who signs and who receives (Phụ lục I, Phần I, II.7 and II.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.layout.elements.found import Elements
from generator.layout.elements.words import bare
from generator.layout.mending import Mend, replace_text
from generator.layout.reading.paragraph import Paragraph
from generator.layout.verdict import Judge

_SHORT = re.compile(r"(TM|KT|TL|TUQ|Q|T/M|K/T|T/L)(?=[\s./])(\S?)(\s?)", re.IGNORECASE)
_TITLES = re.compile(
    r"(?i)((pgs|gs|ts|ths|cn|ks|bs|ksc|ths\.bs|tskh|bscki+|luật sư|kỹ sư|cử nhân|thạc sĩ|tiến sĩ|giáo sư|bác sĩ"
    r"|nhà giáo|nsnd|nsưt)\b\.?\s*)+"
)
_LAST = re.compile(r"-\s*Lưu\s*:\s*VT\s*,\s*\S.*")
_LAST_ALONE = re.compile(r"-\s*Lưu\s*:\s*VT\s*[.;]?$")
_END_MARK = re.compile(r"[;.,]?\s*$")
_NO_RECIPIENTS = ("bien-ban", "phu-luc")


def check_closing(elements: Elements, judge: Judge) -> None:
    """Judge the signature and the recipients."""
    if elements.kind in _NO_RECIPIENTS and "noi_nhan" not in elements.by_name:
        return
    _check_signer(elements, judge)
    label = elements.first("noi_nhan")
    if "noi_nhan" not in elements.unclear:
        judge.holds("noi_nhan.present")
        if label is None:
            judge.fails("noi_nhan.present", "cuối văn bản", "không thấy nơi nhận")
    if label is None:
        return
    judge.holds("noi_nhan.label_form")
    if label.words.lower() != "nơi nhận:":
        judge.fails("noi_nhan.label_form", label, f"“{label.quote}”")
    if elements.first("chuc_vu") is not None and label.table:
        judge.holds("noi_nhan.level")
        if "noi_nhan.level" in elements.misplaced:
            judge.fails("noi_nhan.level", label, "không ngang hàng")
    _check_list(elements.all("noi_nhan_muc"), elements, judge)


def _check_signer(elements: Elements, judge: Judge) -> None:
    powers = elements.all("chuc_vu")
    if "chuc_vu" in elements.unclear:
        return
    judge.holds("chuc_vu.present")
    if not powers:
        judge.fails("chuc_vu.present", "cuối văn bản", "không thấy quyền hạn, chức vụ")
        return
    judge.holds("chuc_vu.place")
    if "chuc_vu.place" in elements.misplaced:
        judge.fails("chuc_vu.place", powers[0], "ở bên trái nơi nhận")
    judge.holds("chuc_vu.dot")
    for line in powers:
        short = _SHORT.match(line.words)
        if short and (short[2] != "." or "/" in short[1]):
            judge.fails("chuc_vu.dot", line, f"“{line.quote}”")
    name = elements.first("ho_ten")
    if name is not None:
        judge.holds("ho_ten.no_title")
        if found := _TITLES.match(name.words):
            judge.fails("ho_ten.no_title", name, f"“{found[0].strip()}”")


def _check_list(lines: Sequence[Paragraph], elements: Elements, judge: Judge) -> None:
    if not lines:
        judge.fails("noi_nhan.list_last", elements.by_name["noi_nhan"][0], "không có danh sách nơi nhận")
        return
    last = len(lines) - 1
    for position, line in enumerate(lines):
        judge.holds("noi_nhan.list_dash")
        if not line.words.startswith("-"):
            judge.fails("noi_nhan.list_dash", line, f"đầu dòng là “{line.words[:1]}”")
        judge.holds("noi_nhan.list_punctuation")
        wanted = "." if position == last else ";"
        if not line.words.endswith(wanted):
            found = _END_MARK.search(line.text)
            mend = replace_text(line, found.start(), len(line.text), wanted) if found else None
            if mend is None and not line.words.endswith((";", ".", ",")):
                mend = _append(line, wanted)
            judge.fails("noi_nhan.list_punctuation", line, f"cuối dòng là “{line.words[-1]}”, cần “{wanted}”", mend)
    judge.holds("noi_nhan.list_last")
    text = lines[-1].words
    if not (_LAST.match(text) or _LAST_ALONE.match(text)):
        judge.fails("noi_nhan.list_last", lines[-1], f"“{lines[-1].quote}”")
    if elements.first("kinh_gui") is not None:
        judge.holds("noi_nhan.list_first")
        if "nhu tren" not in bare(lines[0].words):
            judge.fails("noi_nhan.list_first", lines[0], f"“{lines[0].quote}”")


def _append(line: Paragraph, mark: str) -> Mend | None:
    end = len(line.text.rstrip())
    return replace_text(line, end, end, mark)
