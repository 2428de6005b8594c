"""Who signs and who receives (Phụ lục I, Phần I, II.7 and II.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.check.checks.marks import first_mark, last_mark
from generator.check.elements.found import MAYBE_PRIVATE, Elements
from generator.check.elements.words import bare, folded
from generator.check.mending import Mend, replace_text
from generator.check.verdict import FAIL, Judge
from generator.word.read.paragraph import Paragraph

#: A power in short, with whatever marks somebody put into it or after it; then the rest of the line.
_SHORT = re.compile(r"(T[./\s]?U[./\s]?Q|T[./\s]?M|K[./\s]?T|T[./\s]?L|Q)(?![^\W_])\s*[./:,]?\s*(.*)", re.IGNORECASE)
#: A power in full -> as the decree wants it.
_IN_FULL = {"thay mặt": "TM.", "ký thay": "KT.", "thừa lệnh": "TL.", "thừa ủy quyền": "TUQ.", "quyền": "Q."}
_TITLES = re.compile(
    r"(?i)((pgs|gs|ts|ths|cn|ks|bs|ksc|ths\.bs|tskh|bscki+|luật sư|kỹ sư|cử nhân|thạc sĩ|tiến sĩ|giáo sư|bác sĩ"
    r"|nhà giáo|nsnd|nsưt)\b\.?\s*)+"
)
_LAST = re.compile(r"-\s*Lưu\s*:\s*VT\s*,\s*\S.*")
_LAST_ALONE = re.compile(r"-\s*Lưu\s*:\s*VT\s*[.;]?$")
_FOR_HEAD = re.compile(r"k[./]?t(?!\w)[.\s]*(.*)")
#: Under the name of a board or a team its deputy head signs as such.
_OF_A_BOARD = re.compile(r"phó (?:trưởng (?:ban|đoàn|tổ)|chủ tịch hội đồng)")
_SHORT_NAME = re.compile(r"\b(UBND|HĐND)\b")
_END_MARK = re.compile(r"[;.,]?\s*$")
_NO_TABLE = "phần ký và nơi nhận không nằm trong bảng"
_NO_RECIPIENTS = ("bien-ban", "phu-luc")


def check_closing(elements: Elements, judge: Judge) -> None:
    """Judge the signature and the recipients."""
    if (elements.kind in _NO_RECIPIENTS or elements.attached) and "noi_nhan" not in elements.by_name:
        return
    if elements.may_be_private:
        for rule_id in ("chuc_vu.present", "noi_nhan.present"):
            judge.cannot_tell(rule_id, MAYBE_PRIVATE)
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
    if not label.table:
        judge.cannot_tell("noi_nhan.level", _NO_TABLE, label)
    elif elements.first("chuc_vu") is not None:
        judge.holds("noi_nhan.level")
        if "noi_nhan.level" in elements.misplaced:
            judge.fails("noi_nhan.level", label, "không ngang hàng")
    _check_list(elements, judge)


def _check_signer(elements: Elements, judge: Judge) -> None:
    powers = elements.all("chuc_vu")
    if "chuc_vu" in elements.unclear:
        return
    judge.holds("chuc_vu.present")
    if not powers:
        judge.fails("chuc_vu.present", "cuối văn bản", "không thấy quyền hạn, chức vụ")
        return
    if not powers[0].table:
        judge.cannot_tell("chuc_vu.place", _NO_TABLE, powers[0])
    else:
        judge.holds("chuc_vu.place")
    if "chuc_vu.place" in elements.misplaced:
        judge.fails("chuc_vu.place", powers[0], "ở bên trái nơi nhận")
    _check_powers(powers, judge)
    judge.holds("chuc_vu.for_head")
    if elements.kind != "bien-ban":
        _check_for_head(powers, judge)
    name = elements.first("ho_ten")
    if name is not None:
        judge.holds("ho_ten.no_title")
        if found := _TITLES.match(name.words):
            judge.fails("ho_ten.no_title", name, f"“{found[0].strip()}”")


def _check_for_head(powers: Sequence[Paragraph], judge: Judge) -> None:
    """A deputy signs under "KT. " and the chief's position, on a line of its own."""
    said = [folded(line.words) for line in powers]
    for line, words in zip(powers, said, strict=True):
        if (for_whom := _FOR_HEAD.fullmatch(words)) and (not for_whom[1] or for_whom[1].startswith("phó")):
            judge.fails("chuc_vu.for_head", line, f"“{line.quote}”, sau “KT.” là chức vụ của cấp trưởng")
            return
    deputy = next((i for i, words in enumerate(said) if words.startswith("phó ")), None)
    head = next((i for i, words in enumerate(said) if _FOR_HEAD.match(words) or words.startswith("ký thay")), None)
    of_a_board = deputy and _OF_A_BOARD.match(said[deputy])
    if deputy is not None and not of_a_board and (head is None or head > deputy):
        judge.fails("chuc_vu.for_head", powers[deputy], f"“{powers[deputy].quote}”, phía trên không có “KT. …”")
    elif head is not None and deputy is None and head == len(said) - 1:
        judge.fails("chuc_vu.for_head", powers[head], f"“{powers[head].quote}”, dưới không có chức vụ của cấp phó")


def _check_powers(powers: Sequence[Paragraph], judge: Judge) -> None:
    """Judge how the lines say in whose place somebody signs."""
    judge.holds("chuc_vu.dot")
    judge.holds("chuc_vu.abbreviated")
    judge.holds("chuc_vu.full_name")
    for line in powers:
        found = _SHORT_NAME.search(line.words.upper())
        if found and folded(line.words).startswith("tm"):
            judge.fails("chuc_vu.full_name", line, f"“{line.quote}” viết tắt {found[1]}")
        if short := _SHORT.fullmatch(line.words):
            right = f"{re.sub(r'[./ ]', '', short[1])}. {short[2]}".strip()
            if line.words != right:
                judge.fails("chuc_vu.dot", line, f"“{line.quote}”, viết “{right}”")
        for full, wanted in _IN_FULL.items():
            if folded(line.words).startswith(f"{full} "):
                rest = " ".join(line.words.split()[len(full.split()) :])
                judge.fails("chuc_vu.abbreviated", line, f"“{line.quote}”, viết “{wanted} {rest}”")


def _check_list(elements: Elements, judge: Judge) -> None:
    items = elements.recipients
    if not items:
        judge.fails("noi_nhan.list_last", elements.by_name["noi_nhan"][0], "không có danh sách nơi nhận")
        return
    for position, (begins, *rest) in enumerate(items):
        judge.holds("noi_nhan.list_dash")
        if not begins.words.startswith("-"):
            judge.fails("noi_nhan.list_dash", begins, first_mark(begins))
        judge.holds("noi_nhan.list_punctuation")
        line = rest[-1] if rest else begins
        wanted = "." if position == len(items) - 1 else ";"
        if not line.words.endswith(wanted):
            found = _END_MARK.search(line.text)
            mend = replace_text(line, found.start(), len(line.text), wanted) if found else None
            if mend is None and not line.words.endswith((";", ".", ",")):
                mend = _append(line, wanted)
            judge.fails("noi_nhan.list_punctuation", line, f"{last_mark(line)}, cần “{wanted}”", mend)
    judge.holds("noi_nhan.list_last")
    text = " ".join(line.words for line in items[-1])
    if not (_LAST.match(text) or _LAST_ALONE.match(text)):
        judge.fails("noi_nhan.list_last", items[-1][0], f"“{items[-1][0].quote}”")
    first, addressed = items[0][0], elements.first("kinh_gui") is not None
    as_above = "nhu tren" in bare(first.words)
    if addressed or as_above:
        judge.holds("noi_nhan.list_first")
    if addressed and not as_above:
        judge.fails("noi_nhan.list_first", first, f"“{first.quote}”")
    elif as_above and not addressed and judge.outcomes.get("kinh_gui.present") != FAIL:
        judge.fails("noi_nhan.list_first", first, f"“{first.quote}” mà văn bản không có “Kính gửi”")


def _append(line: Paragraph, mark: str) -> Mend | None:
    end = len(line.text.rstrip())
    return replace_text(line, end, end, mark)
