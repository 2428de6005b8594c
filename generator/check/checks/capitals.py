"""Phụ lục II: capital letters, where a program can be sure."""

from __future__ import annotations

import re

from generator.check.elements.found import Elements
from generator.check.verdict import Judge

_TYPES = (
    "nghị định|nghị quyết|quyết định|thông tư|thông báo|kế hoạch|báo cáo|chỉ thị|công văn|chương trình|tờ trình"
    "|thông tư liên tịch|hướng dẫn"
)
#: Rule id, words without which nothing can be wrong (a quick look before a slow one), what is wrong; on NFC text.
_PATTERNS = (
    ("viet_hoa.don_vi_so", ("quận ", "phường "), re.compile(r"(?<!\d )(?<!các )\b(quận|phường) \d+(?=[,.;)]|$)")),
    ("viet_hoa.dac_biet", ("thủ đô", "thành phố Hồ"), re.compile(r"\bthủ đô Hà Nội\b|\bthành phố Hồ Chí Minh\b")),
    (
        "viet_hoa.co_quan",
        ("hân dân", "hân Dân"),
        re.compile(
            r"\b(?:[Uu][ỷỶ]|[ủỦ]y|Ủy|Uỷ) (?:Ban [Nn]hân [Dd]ân|ban Nhân [Dd]ân|ban nhân Dân)\b"
            r"|\b(?:ủy|uỷ) ban nhân dân\b|\bhội đồng nhân dân\b|\bHội (?:Đồng [Nn]hân [Dd]ân|đồng Nhân [Dd]ân)\b"
        ),
    ),
    ("viet_hoa.van_ban", (" số ",), re.compile(rf"\b(?:{_TYPES}) số \d+[\w/.-]*/[\w/-]+")),
    (
        "viet_hoa.vien_dan",
        ("hoản ", "iểm "),
        re.compile(
            r"\b(?:[Kk]hoản \d+|[Đđ]iểm [a-zđ]) (?:điều|mục|chương) (?:\d+|[IVX]+)\b"
            r"|\bđiểm [a-zđ] Khoản \d+|(?<=[a-zđ] )Khoản \d+ Điều \d+|(?<=[a-zđ] )Điểm [a-zđ] khoản \d+"
        ),
    ),
    (
        "viet_hoa.tet",
        ("ết ",),
        re.compile(r"\b[Tt]ết (?:nguyên đán|Nguyên Đán|trung thu|Trung Thu|đoan ngọ|Đoan Ngọ)\b"),
    ),
)
_MARKER = re.compile(r"^[\s\-–+•*]*(?:(?:\d+(?:\.\d+)*|[a-zđ])[.)/]\s*)?[“\"'(]*")


def check_capitals(elements: Elements, judge: Judge) -> None:
    """Judge the capitals of the body's paragraphs."""
    for item in elements.body:
        text = item.paragraph.words
        if text.isupper():
            continue
        for rule_id, hints, wrong in _PATTERNS:
            judge.holds(rule_id)
            if any(hint in text for hint in hints) and (found := wrong.search(text)):
                judge.fails(rule_id, item.paragraph, f"“{found[0]}”")
        if item.kind in ("van", "khoan", "diem"):
            judge.holds("viet_hoa.dau_cau")
            rest = _MARKER.sub("", text, count=1)
            if rest[:1].isalpha() and rest[:1].islower():
                judge.fails("viet_hoa.dau_cau", item.paragraph, f"“{rest.split()[0]}”")
