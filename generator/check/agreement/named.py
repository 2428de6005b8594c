"""Figures with a name: an indicator said in one place and in another, in the body and in a table of statistics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.check.agreement.doubt import COUNT, Doubt, decimal
from generator.check.elements.words import folded
from generator.word.read.blocks import Table, paragraphs_of
from generator.word.read.paragraph import Paragraph

_PERCENT = r"(\d{1,3}(?:[.,]\d{1,2})?)\s?%"
_SAID = re.compile(
    rf"(?i)\b(?P<name>(?:tỷ|tỉ) lệ [^.;:%\d]{{5,160}}?)(?:\s+(?:đạt|là|chiếm)\s+|\s+\((?:lũy kế\s*[;,]\s*)?){_PERCENT}"
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_LISTED = re.compile(rf"(?i)\(((?:lũy kế\s*[;,]\s*)?){_PERCENT},\s*mục tiêu\s+(?P<target>[^()]+)\)")
_REACHED = re.compile(r"(?i)\bchỉ tiêu (?:đã )?đạt(?: và vượt)? (?:mức|mục tiêu|kế hoạch|yêu cầu)")
_MISSED = re.compile(r"(?i)\bchỉ tiêu (?:chưa|không) đạt (?:mức|mục tiêu|kế hoạch|yêu cầu)")
_VALUE_HEADING = re.compile(r"(?:số liệu|kết quả|giá trị|số lượng)")
_NAME_HEADING = re.compile(r"(?:chỉ tiêu|nội dung|tiêu chí)")
#: "04 nhiệm vụ đã hoàn thành trước hạn" are some of those done.
_NOT_OF_IT = r"(?!\s+(?:trước|sớm|đúng|quá|trong|sau)\s)"
_PART_OF = re.compile(r"(?i)^trong đó:?\s+")


@dataclass(frozen=True, slots=True)
class _Stated:
    """A row of statistics: the name without "Số" and without marks, the value as written."""

    name: str
    unit: str
    value: str
    paragraph: Paragraph


def named_that_differ(body: Sequence[Paragraph], tables: Sequence[Table]) -> Iterator[Doubt]:
    """Yield figures whose name stands with another value elsewhere; the first place is taken as right."""
    stated = [row for table in tables for row in _statistics(table)]
    yield from _rates(body, stated)
    yield from _counts(body, [row for row in stated if row.unit and row.unit != "%"])
    yield from _judged(body)


def _rates(body: Sequence[Paragraph], stated: Sequence[_Stated]) -> Iterator[Doubt]:
    first: dict[str, str] = {}
    for paragraph in body:
        if "ỷ lệ" not in paragraph.words and "ỉ lệ" not in paragraph.words:
            continue
        for found in _SAID.finditer(paragraph.words):
            name, value = _key(found["name"]), found[2]
            known = first.setdefault(name, value)
            if decimal(known) != decimal(value):
                yield Doubt(paragraph, found.start(2), f"{value}%", f"chỗ khác ghi {known}%")
    for row in stated:
        said = first.get(_key(row.name))
        if row.unit == "%" and said is not None and decimal(row.value) != decimal(said):
            yield Doubt(row.paragraph, 0, row.value, f"trong nội dung ghi {said}%")


def _key(name: str) -> str:
    return folded(_ASIDE.sub("", name)).replace("tỉ lệ", "tỷ lệ").removesuffix(" (lũy kế").strip()


def _statistics(table: Table) -> Iterator[_Stated]:
    """The rows of a table whose headings are a name, a unit and a value."""
    if not table.rows:
        return
    headings = [folded(" ".join(p.words for p in paragraphs_of(cell))) for cell in table.rows[0]]
    name = next((i for i, h in enumerate(headings) if _NAME_HEADING.match(h)), None)
    unit = next((i for i, h in enumerate(headings) if h.startswith("đơn vị tính") or h == "đvt"), None)
    value = next((i for i, h in enumerate(headings) if _VALUE_HEADING.match(h)), None)
    if name is None or unit is None or value is None:
        return
    for row in table.rows[1:]:
        texts = [paragraphs_of(cell) for cell in row]
        if len(row) == len(headings) and texts[value] and decimal(texts[value][0].words) is not None:
            words = _PART_OF.sub("", " ".join(p.words for p in texts[name]))
            said = folded(words).removeprefix("số ")
            yield _Stated(said, folded(texts[unit][0].words), texts[value][0].words, texts[value][0])


def _counts(body: Sequence[Paragraph], stated: Sequence[_Stated]) -> Iterator[Doubt]:
    """A count of the table stands in the body as "17 nhiệm vụ thường xuyên" or "tiếp nhận mới 1.269 hồ sơ"."""
    if not stated:
        return
    texts = [(paragraph, folded(paragraph.words)) for paragraph in body if any(c.isdigit() for c in paragraph.words)]
    for row in stated:
        rest = row.name.removeprefix(f"{row.unit} ")
        forms = [re.compile(rf"({COUNT})\s+{re.escape(row.name)}\b{_NOT_OF_IT}")]
        if rest != row.name:
            forms.append(re.compile(rf"\b{re.escape(rest)}\s+({COUNT})\s+{re.escape(row.unit)}\b"))
        said = [
            (paragraph, found)
            for paragraph, text in texts
            if row.name in text or rest in text
            for form in forms
            for found in form.finditer(text)
        ]
        if said and decimal(row.value) and all(decimal(found[1]) != decimal(row.value) for _, found in said):
            paragraph, found = said[0]
            yield Doubt(paragraph, found.start(1), found[1], f"bảng số liệu ghi {row.value}")


def _judged(body: Sequence[Paragraph]) -> Iterator[Doubt]:
    """In a list of what was reached, or was not, each value is held against the target beside it."""
    reached: bool | None = None
    for paragraph in body:
        text = paragraph.words
        listed = text.startswith(("-", "+"))
        if not listed:
            reached = None
        claims = sorted((m.end(), form is _REACHED) for form in (_REACHED, _MISSED) for m in form.finditer(text))
        for found in _LISTED.finditer(text) if claims or reached is not None else ():
            claimed = [is_reached for end, is_reached in claims if end <= found.start()]
            holds, said_so = _holds(found[2], found["target"]), claimed[-1] if claimed else reached
            if holds is not None and said_so is not None and holds != said_so:
                said = "đạt" if holds else "chưa đạt"
                yield Doubt(paragraph, found.start(2), f"{found[2]}%", f"so với mục tiêu {found['target']} là {said}")
        reached = claims[-1][1] if claims else reached


def _holds(value: str, target: str) -> bool | None:
    number = re.search(r"\d{1,3}(?:[.,]\d+)?", target)
    said, wanted = decimal(value), decimal(number[0]) if number else None
    if said is None or wanted is None or target.count("%") != 1:
        return None
    words = folded(target)
    if words.startswith(("dưới", "nhỏ hơn")):
        return said < wanted
    if words.startswith(("không quá", "tối đa")):
        return said <= wanted
    if words.startswith(("trên", "vượt")):
        return said > wanted
    return said >= wanted
