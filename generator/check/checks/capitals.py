"""Phụ lục II: capital letters, where a program can be sure."""

from __future__ import annotations

import re

from generator.check.elements.found import Elements
from generator.check.verdict import Judge

_TYPES = (
    "nghị định|nghị quyết|quyết định|thông tư|thông báo|kế hoạch|báo cáo|chỉ thị|công văn|chương trình|tờ trình"
    "|thông tư liên tịch|hướng dẫn"
)
_LETTERS = [chr(code) for code in (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA))]
_SMALL = "".join(letter for letter in _LETTERS if letter.islower())
_LARGE = "".join(letter for letter in _LETTERS if letter.isupper())
#: Rule id, words without which nothing can be wrong (a quick look before a slow one), what is wrong; on NFC text.
_PATTERNS = (
    ("viet_hoa.don_vi_so", ("quận ", "phường "), re.compile(r"(?<!\d )(?<!các )\b(quận|phường) \d+(?=[,.;)]|$)")),
    (
        "viet_hoa.don_vi_ten",
        ("Tỉnh ", "Thành phố ", "Quận ", "Huyện ", "Thị ", "Xã ", "Phường ", "Đặc khu "),
        re.compile(
            rf"(?<=[{_SMALL},;] )(?:Tỉnh|Thành phố(?! Hồ Chí Minh)|Quận|Huyện|Thị xã|Thị trấn|Xã|Phường|Đặc khu)"
            rf" (?!Ủy|Đoàn|Đội|Điện Biên Phủ)[{_LARGE}][{_SMALL}]+(?: [{_LARGE}][{_SMALL}]+)+"
        ),
    ),
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
#: "(i)", "(ii)": what follows goes on with the sentence above.
_GOES_ON = re.compile(r"[\s\-–+•*]*\(?[ivx]+\)")
#: A small letter after a full stop that ends a sentence; "TP. ", "v.v. ", "tr. 5" end none.
_AFTER_STOP = re.compile(r"(?<![\w.…])([^\W\d_]{3,}|\d{4}|\d+%)[)”\"]?[.?!] ([^\W\d_]+)")
_NO_STOP = frozenset({"ths", "pgs", "tskh", "nxb", "stt", "tel", "tp", "vv"})


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
            if rest[:1].isalpha() and rest[:1].islower() and not _GOES_ON.match(text):
                judge.fails("viet_hoa.dau_cau", item.paragraph, f"“{rest.split()[0]}”")
            for stop in _AFTER_STOP.finditer(text):
                if stop[2][0].islower() and stop[1].lower() not in _NO_STOP:
                    judge.fails("viet_hoa.dau_cau", item.paragraph, f"“{stop[0]}”")
