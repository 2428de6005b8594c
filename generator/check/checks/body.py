"""Kính gửi, căn cứ, plain text and headings of each level (Phụ lục I, Phần I, II.6 and II.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.check.checks.marks import first_mark, last_mark
from generator.check.elements.found import MAYBE_PRIVATE, BodyItem, Elements
from generator.check.elements.words import bare
from generator.check.mending import mend_gap, set_sizes
from generator.check.verdict import Judge
from generator.vietnamese.numbers import number_text
from generator.word.lengths import MM_PER_POINT
from generator.word.read.blocks import paragraphs_of
from generator.word.read.document import Document
from generator.word.read.paragraph import Paragraph, gap_between

_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_NAMELESS = re.compile(r"(?i)căn cứ\s+(hiến pháp|(các\s+)?luật|bộ luật|pháp lệnh)\b")
_DOCUMENT = re.compile(
    r"(?i)căn cứ\s+(nghị định|nghị quyết|quyết định|thông tư|kế hoạch|chỉ thị|công văn|chương trình|đề án|thông báo)\b"
)
_CITATION = (r"\bsố\s+\S+|\d+(?:/\d{4})?/[A-ZĐ]", r"\bngày\s+\d+", r"\bcủa\s+\S+")
_CITED = re.compile(
    r"(?i)\b(?:nghị định|nghị quyết|quyết định|thông tư(?: liên tịch)?|kế hoạch|chỉ thị|công văn|thông báo|tờ trình"
    r"|hướng dẫn|chương trình)\s+số\s+(\d+/(?!\d{4}/)[\w/-]*[^\W\d_][\w/-]*)"
)
_DATED = re.compile(r"(?i)\bngày\b|\b\d{1,2}/\d{1,2}/\d{4}\b|\d{4}\)")
_DATE_WITHIN = 60
_AMENDS = re.compile(r"(?i)sửa đổi|bổ sung")
_BY_AUTHORITY = ("quyet-dinh", "nghi-quyet")
_KINH_GUI = "Kính gửi"
_LABEL = re.compile(r"(?i)kính g[ửở]i\s*:?\s*")
_WITH_ADDRESSEE = ("cong-van", "to-trinh")


def check_body(document: Document, elements: Elements, judge: Judge) -> None:
    """Judge what stands between the title and the signature."""
    _check_addressee(elements, judge)
    _check_grounds(elements.all("can_cu"), judge)
    _check_space(elements.body, judge)
    _check_breaks(elements.all("body"), judge)
    _check_end(document, elements, judge)
    _check_citations(elements, judge)
    _check_order([item for item in elements.body if item.kind == "dieu"], elements, judge)
    if elements.kind in _BY_AUTHORITY and not elements.attached and elements.all("can_cu"):
        judge.holds("tham_quyen.present")
        if "tham_quyen" not in elements.by_name:
            judge.fails("tham_quyen.present", elements.by_name["can_cu"][0], "phía trên không có thẩm quyền ban hành")
    body_size = elements.usual_size
    for index, item in enumerate(elements.body):
        following = elements.body[index + 1] if index + 1 < len(elements.body) else None
        if item.kind in ("phan_chuong", "muc"):
            _check_division(item, following, judge)
        elif item.kind == "dieu":
            _check_article(item, judge)
        elif item.kind == "khoan":
            _check_clause(item, following, judge)
        elif item.kind == "diem":
            _check_point(item, elements.body[index - 1] if index else None, judge)
        if item.kind in ("khoan", "diem"):
            _check_same_size(item, body_size, judge)


def _check_addressee(elements: Elements, judge: Judge) -> None:
    label = elements.first("kinh_gui")
    if elements.kind in _WITH_ADDRESSEE:
        judge.holds("kinh_gui.present")
        if label is None:
            judge.fails("kinh_gui.present", "trên nội dung", "không thấy “Kính gửi”")
    if label is None:
        return
    judge.holds("kinh_gui.colon")
    if not re.match(r"(?i)kính g[ửở]i\s*:", label.words):
        judge.fails("kinh_gui.colon", label, "sau từ “Kính gửi” không có dấu hai chấm")
    judge.holds("kinh_gui.label")
    said = label.words[: len(_KINH_GUI)]
    if said.isupper() and not label.words.isupper():
        judge.fails("kinh_gui.case", label, f"“{said}” in hoa")
    elif said != _KINH_GUI and not said.isupper():
        judge.fails("kinh_gui.label", label, f"“{said}”")
    listed = elements.addressees
    judge.holds("kinh_gui.own_lines")
    named = _LABEL.sub("", label.words, count=1)
    if named and (listed or ";" in named.rstrip(";")):
        judge.fails("kinh_gui.own_lines", label, "gửi nhiều nơi mà có nơi ghi cùng dòng với “Kính gửi”")
    judge.holds("kinh_gui.one_line")
    if len(listed) == 1 and not named:
        judge.fails("kinh_gui.one_line", listed[0], "tên nơi nhận ở dòng dưới")
    if len(listed) > 1:
        _check_list(listed, judge)


def _check_list(listed: Sequence[Paragraph], judge: Judge) -> None:
    judge.holds("kinh_gui.dash")
    judge.holds("kinh_gui.punctuation")
    judge.holds("kinh_gui.aligned")
    for position, line in enumerate(listed):
        if not line.words.startswith("-"):
            judge.fails("kinh_gui.dash", line, first_mark(line))
        wanted = "." if position == len(listed) - 1 else ";"
        if not line.words.endswith(wanted):
            judge.fails("kinh_gui.punctuation", line, f"{last_mark(line)}, cần “{wanted}”")
    starts = {round(line.starts_at) for line in listed}
    if len(starts) > 1:
        judge.fails("kinh_gui.aligned", listed[0], "các gạch đầu dòng không thẳng hàng")


def _check_grounds(grounds: Sequence[Paragraph], judge: Judge) -> None:
    for position, ground in enumerate(grounds):
        judge.holds("can_cu.punctuation")
        last = position == len(grounds) - 1
        allowed = (".",) if last else (";",)
        if not ground.words.endswith(allowed):
            judge.fails("can_cu.punctuation", ground, f"{last_mark(ground)}, cần “{allowed[0]}”")
        if _DOCUMENT.match(ground.words) and not _NAMELESS.match(ground.words):
            judge.holds("can_cu.citation")
            missing = [p for p in _CITATION if not re.search(p, ground.words, re.IGNORECASE)]
            if missing:
                names = dict(zip(_CITATION, ("số, ký hiệu", "ngày ban hành", "cơ quan ban hành"), strict=True))
                judge.fails("can_cu.citation", ground, "thiếu " + ", ".join(names[p] for p in missing))


def _check_citations(elements: Elements, judge: Judge) -> None:
    """The first time that a text names a document it says of which day; afterwards type and symbol are enough."""
    seen = {found[1] for p in elements.all("can_cu") for found in _CITED.finditer(p.words)}
    for item in elements.body:
        text = item.paragraph.words
        for found in _CITED.finditer(text) if " số " in text else ():
            judge.holds("body.citation")
            rest, before = text[found.end() : found.end() + _DATE_WITHIN], text[: found.start()]
            is_proof = before.count("(") > before.count(")")
            if found[1] not in seen and not is_proof and not _DATED.search(rest):
                judge.fails("body.citation", item.paragraph, f"“{found[0]}” không ghi ngày")
            seen.add(found[1])


def _check_order(articles: Sequence[BodyItem], elements: Elements, judge: Judge) -> None:
    numbers = [int(item.number) for item in articles if item.number.isdecimal()]
    if len(numbers) < len(articles) or not numbers:
        return
    judge.holds("dieu.order")
    if any(_AMENDS.search(item.paragraph.words) for item in elements.body):
        judge.cannot_tell("dieu.order", "văn bản sửa đổi, bổ sung trích điều của văn bản khác", articles[0].paragraph)
        return
    for wanted, (number, item) in enumerate(zip(numbers, articles, strict=True), start=1):
        if number != wanted:
            judge.fails("dieu.order", item.paragraph, f"“Điều {number}”, cần “Điều {wanted}”")
            return


def _check_space(items: Sequence[BodyItem], judge: Judge) -> None:
    rule = judge.rules["body.space"]
    for above, item in pairwise(items):
        if item.gap_above or "giua" in (above.kind, item.kind) or _is_centred(above) or _is_centred(item):
            continue
        one, other = above.paragraph, item.paragraph
        gap = gap_between(one, other)
        judge.holds(rule.id)
        if not rule.allows(gap):
            mend = mend_gap(one, other, rule.nearest(gap))
            judge.fails(rule.id, other, f"cách {number_text(gap)} pt", mend)


def _is_centred(item: BodyItem) -> bool:
    return item.paragraph.align == "giữa"


def _check_breaks(paragraphs: Sequence[Paragraph], judge: Judge) -> None:
    """A line begun by hand inside a paragraph begins where its left edge is, not where a first line should."""
    rule = judge.rules["body.first_line"]
    for paragraph in paragraphs:
        begun = [line for line in paragraph.text.split("\n")[1:] if line.strip() and not line[0].isspace()]
        if begun and paragraph.align not in ("giữa", "phải") and not rule.allows(paragraph.left * MM_PER_POINT):
            judge.fails(rule.id, paragraph, f"xuống dòng bằng Shift+Enter, dòng “{_opening(begun[0])}” không lùi vào")


def _opening(line: str) -> str:
    words = line.split()
    return " ".join(words[:4]) + ("…" if len(words) > 4 else "")


def _check_end(document: Document, elements: Elements, judge: Judge) -> None:
    if not elements.body:
        return
    last = elements.body[-1].paragraph
    if elements.may_be_private:
        judge.cannot_tell("body.end_mark", MAYBE_PRIVATE)
        return
    judge.holds("body.end_mark")
    if last.words.endswith("./."):
        return
    inside = [p for table in elements.tables for p in paragraphs_of([table]) if p.words.endswith("./.")]
    if not inside:
        judge.fails("body.end_mark", last, f"kết thúc bằng “…{' '.join(last.words.split()[-3:])}”")


def _check_same_size(item: BodyItem, usual: float, judge: Judge) -> None:
    rule_id = f"{item.kind}.same_size"
    if not usual or not item.paragraph.spoken:
        return
    judge.holds(rule_id)
    other = [run for run in item.paragraph.spoken if run.size != usual]
    size_rule = judge.rules["body.size"]
    if other and all(size_rule.allows(run.size) for run in other) and size_rule.allows(usual):
        found = f"cỡ {number_text(other[0].size)}, lời văn cỡ {number_text(usual)}"
        judge.fails(rule_id, item.paragraph, found, set_sizes(other, usual))


def _check_division(item: BodyItem, following: BodyItem | None, judge: Judge) -> None:
    prefix = item.kind
    judge.holds(f"{prefix}.own_line")
    judge.holds(f"{prefix}.number")
    judge.holds(f"{prefix}.title")
    if item.mark:
        judge.fails(f"{prefix}.own_line", item.paragraph, "tiêu đề cùng dòng với số thứ tự")
    elif following is None or following.kind != f"{prefix}_tieu_de":
        judge.fails(f"{prefix}.title", item.paragraph, "không có tiêu đề ở dòng dưới")
    wanted = re.fullmatch(r"\d+", item.number) if prefix == "muc" else re.fullmatch(r"[IVXLC]+", item.number)
    if not wanted and not bare(item.number).startswith("thu "):
        judge.fails(f"{prefix}.number", item.paragraph, f"số thứ tự “{item.number}”")


def _check_article(item: BodyItem, judge: Judge) -> None:
    judge.holds("dieu.form")
    if not item.number.isdigit() or item.mark != ".":
        judge.fails("dieu.form", item.paragraph, f"“Điều {item.number}{item.mark}”")
    if item.paragraph.spoken:
        judge.holds("dieu.weight")
        if not item.paragraph.spoken[0].bold:
            judge.fails("dieu.weight", item.paragraph, "không đậm")


def _check_clause(item: BodyItem, following: BodyItem | None, judge: Judge) -> None:
    paragraph = item.paragraph
    judge.holds("khoan.form")
    if item.mark != ".":
        judge.fails("khoan.form", paragraph, f"“{item.number}{item.mark}”")
    bold = all(run.bold for run in paragraph.spoken)
    ends = paragraph.words.endswith((".", ";", ":", ",", "/."))
    if not ends and following is not None and following.kind in ("van", "diem"):
        judge.holds("khoan.title_weight")
        if not bold:
            judge.fails("khoan.title_weight", paragraph, "không đậm")
    elif paragraph.words.endswith((".", ";")) and paragraph.width() > paragraph.room - paragraph.left:
        judge.holds("khoan.plain_weight")
        if bold:
            judge.fails("khoan.plain_weight", paragraph, "đậm")


def _check_point(item: BodyItem, above: BodyItem | None, judge: Judge) -> None:
    judge.holds("diem.form")
    judge.holds("diem.alphabet")
    if item.mark != ")":
        judge.fails("diem.form", item.paragraph, f"“{item.number}{item.mark}”")
    if item.number not in _ALPHABET:
        judge.fails("diem.alphabet", item.paragraph, f"“{item.number})”")
    elif above is not None and above.kind == "diem" and above.number in _ALPHABET:
        expected = _ALPHABET.find(above.number) + 1
        if above.number == "d" and item.number == "e" and expected < len(_ALPHABET):
            judge.fails("diem.alphabet", item.paragraph, "sau d) là đ)")
