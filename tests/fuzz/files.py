"""Damaged and hostile files, made from good ones by a seeded hand: by cell, by XML, by type, by byte."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from generator.book.sheets import SHEETS
from generator.book.write.new_workbook import workbook_bytes
from generator.making import find_template, make, read_workbook, request_for
from generator.word.package import Member, read_members, write_members
from tests.book.small_workbook import small_rows
from tests.check.kinds import KINDS

_DIGITS = ["1" * 16, "9" * 30, "1" * 5000, "-" + "9" * 400, "1e400", "1e-400", "0,0000001", "1.000.000.000.000"]
_DAYS = [
    "trước 01/01/0001",
    "31/12/9999",
    "sau 31/12/9999",
    "30/2/2023",
    "0/0/0",
    "1/1/99999",
    "quý IX/2023",
    "29/02/1900",
]
_TEXTS = [
    "",
    " ",
    "\n\n",
    "a\tb",
    "x" * 32767,
    "_x0007_",
    "\ufdd0",
    "\u202e",
    "🏘️",
    "{{ x }}",
    "{% for",
    "=1+1",
    "</w:t>",
    "a\x85b",
]
_CODES = ["III.11", "I." + "9" * 5000, "٣.١", "²", "I..1", ".", "1.1.1.1.1.1", "I.-1", "i.1", "I.1;" * 500]
_VALUES = [0, -1, 1, 1.5, 10**15, 10**307, -1e-300, True, False, 99999, 2958466, date(1900, 1, 1), date(9999, 12, 31)]
_TIMES = [datetime(2023, 6, 13, 8, 30), datetime(9999, 12, 31, 23, 59, 59)]
CELLS: list[Any] = [*_DIGITS, *_DAYS, *_TEXTS, *_CODES, *_VALUES, *_TIMES]
_NUMBERS = ["0", "-1", "1" * 12, "9" * 400, "2147483648", "1e9", "", "NaN", "²", "true"]
_DTD = b'<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


@cache
def workbook() -> bytes:
    return workbook_bytes(small_rows())


@cache
def document(kind: str = "cchc") -> bytes:
    source = read_workbook(workbook(), "so.xlsx")
    assert source.data is not None
    return make(source, request_for(source.data, date(2023, 6, 13), period="2023-H1", kind=kind)).data


@cache
def _written(kind: str) -> bytes:
    """A document by hand, with margins and a page number to mend."""
    doc = KINDS[kind]()
    doc.page.numbered, doc.page.footer_numbered, doc.page.title_page = False, True, False
    return doc.to_docx()


def any_document(hand: random.Random) -> bytes:
    return document() if hand.random() < 0.5 else _written(hand.choice(list(KINDS)))


def by_cell(hand: random.Random) -> bytes:
    """A workbook with up to eight cells of it filled with what nobody means."""
    rows = small_rows()
    for _ in range(hand.randint(1, 8)):
        sheet = hand.choice([s for s in SHEETS if rows.get(s.name)])
        header = str(hand.choice(sheet.columns))
        hand.choice(rows[sheet.name])[header] = hand.choice(CELLS)
    return workbook_bytes(rows)


def by_xml(hand: random.Random, data: bytes) -> bytes:
    """A package with one to three of its parts damaged, missing, or foreign."""
    members = dict(read_members(data))
    names = [n for n in members if n.endswith((".xml", ".rels"))]
    for _ in range(hand.randint(1, 3)):
        name = hand.choice(names)
        made = hand.choice(_HANDS)(hand, members[name].content) if name in members else None
        if made is None:
            members.pop(name, None)
        else:
            members[name] = Member.packed(name, made)
    return write_members(members.values())


def by_byte(hand: random.Random, data: bytes) -> bytes:
    """A file cut short, or with some bytes of it changed."""
    if hand.random() < 0.3:
        return data[: hand.randrange(len(data))]
    changed = bytearray(data)
    for _ in range(hand.randint(1, 20)):
        changed[hand.randrange(len(changed))] = hand.randrange(256)
    return bytes(changed)


#: What an office may put beside its files: its phrases, its names, its rules.
TABLES = {
    "cau-chu.toml": find_template("cau-chu.toml").read_text("utf-8"),
    "ten-don-vi.toml": resources.files("generator.vietnamese").joinpath("unit_names.toml").read_text("utf-8"),
    "quy-dinh.toml": '"page.margin.left" = 30\n"page.margin.top" = { "từ" = 20, "đến" = 25 }\n"body.size" = 14\n',
}


def by_type(hand: random.Random, shipped: str) -> bytes:
    """A table in which some values are of another type, or no TOML at all."""
    tables = [name for name, value in tomllib.loads(shipped).items() if isinstance(value, dict)]
    lines = re.findall(r'(?m)^[\w."]+ = .*$', shipped)
    others = [
        "1",
        "1.5",
        "true",
        "[]",
        "[1]",
        '["a"]',
        "{}",
        "{a = 1}",
        "2023-01-01",
        '""',
        '"{"',
        '"{x}"',
        '"{0}"',
        "nan",
    ]
    text = shipped
    for _ in range(hand.randint(1, 3)):
        line = hand.choice(lines)
        text = text.replace(line, f"{line.partition(' =')[0]} = {hand.choice(others)}")
    if hand.random() < 0.2:
        text = re.sub(rf"(?m)^\[{hand.choice(tables)}\]$", "[khac]", text) if tables else "[khac]"
    return by_byte(hand, text.encode()) if hand.random() < 0.2 else text.encode()


def plan_text(hand: random.Random) -> bytes:
    """A text that may list tasks, days or names, in lines and columns, in some encoding or none."""
    words = [
        *map(str, CELLS),
        "KẾ HOẠCH",
        "Năm 2023",
        "I. CẢI CÁCH THỂ CHẾ",
        "1. Rà soát văn bản",
        "Trước ngày 1/6/2023",
    ]
    lines = ["\t".join(hand.choice(words) for _ in range(hand.randint(1, 6))) for _ in range(hand.randint(0, 40))]
    text = "\n".join(lines).encode(hand.choice(["utf-8", "utf-8", "utf-16", "utf-8-sig"]), "replace")
    return by_byte(hand, text) if text and hand.random() < 0.3 else text


def _cut(hand: random.Random, content: bytes) -> bytes:
    start = hand.randrange(len(content) + 1)
    return content[:start] + content[start + hand.randint(1, 200) :]


def _element(hand: random.Random, content: bytes) -> bytes:
    """Take an element away, or put it there a second time, in its place."""
    found = list(re.finditer(rb"<([\w:]+)(?:\s[^<>]*)?(?:/>|>[^<]*</\1>)", content))
    if not found:
        return content
    one = hand.choice(found)
    again = one[0] * hand.choice([0, 2, 50])
    return content[: one.start()] + again + content[one.end() :]


def _attribute(hand: random.Random, content: bytes) -> bytes:
    found = list(re.finditer(rb'="([^"<]*)"', content))
    if not found:
        return content
    one = hand.choice(found)
    value = hand.choice([*_NUMBERS, "../../x", "rId9999", "a b", one[1].decode("utf-8", "replace") * 2])
    return content[: one.start(1)] + value.encode() + content[one.end(1) :]


def _text(hand: random.Random, content: bytes) -> bytes:
    found = list(re.finditer(rb">([^<]+)<", content))
    if not found:
        return content
    one = hand.choice(found)
    value = hand.choice([*_NUMBERS, *_DAYS, "&#7;", "&b;", "&#x10FFFF;", "\ufdd0", "{{", "{% endfor %}", "x" * 5000])
    return content[: one.start(1)] + value.encode() + content[one.end(1) :]


def _foreign(hand: random.Random, content: bytes) -> bytes | None:
    made: list[Callable[[], bytes | None]] = [
        lambda: None,
        lambda: b"",
        lambda: b"<a/>",
        lambda: b"\x00\xff" * 50,
        lambda: content.decode("utf-8", "replace").encode("utf-16"),
        lambda: re.sub(rb"(<\?xml[^>]*\?>)?", lambda m: m[0] + _DTD, content, count=1),
        lambda: b"<a>" * 3000 + b"</a>" * 3000,
        lambda: content.replace(b"<w:", b"<x:").replace(b"</w:", b"</x:"),
    ]
    return hand.choice(made)()


_HANDS: list[Callable[[random.Random, bytes], bytes | None]] = [
    _cut,
    _element,
    _element,
    _attribute,
    _attribute,
    _text,
    _foreign,
]


def template(name: str) -> bytes:
    return Path(find_template(name)).read_bytes()
