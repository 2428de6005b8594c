"""Numbers as Vietnamese documents write them (1.247; 96,5%) and as people type them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from generator.law.header import ZERO_BELOW
from generator.vietnamese.text import folded, seen

_GROUPED = {mark: re.compile(rf"[+-]?[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+", re.ASCII) for mark in ".,"}
#: Python's own marks of thousands and decimals, and those of Vietnamese.
_MARKS = str.maketrans(",.", ".,")
_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)


def read_number(text: str) -> Decimal | None:
    """Return the number a text is: 1.234,5 and 1,234.5; 1.234 is a thousand and more, 0,5, 0.5 and 0.500 are a half.

    A final % is let pass: "50 %" is 50.
    """
    text = "".join(seen(text).split()).removesuffix("%")
    dot, comma = text.rfind("."), text.rfind(",")
    if dot >= 0 and comma >= 0:
        mark, grouping = (",", ".") if comma > dot else (".", ",")
        whole, _, part = text.rpartition(mark)
        if not _GROUPED[grouping].fullmatch(whole):
            return None
        text = f"{whole.replace(grouping, '')}.{part}"
    elif text.count(",") > 1 or _GROUPED["."].fullmatch(text):
        grouping = "," if comma >= 0 else "."
        if not _GROUPED[grouping].fullmatch(text):
            return None
        text = text.replace(grouping, "")
    else:
        text = text.replace(",", ".")
    return Decimal(text) if _PLAIN.fullmatch(text) else None


_IN_TEXT = r"(?<![\w/.,-])\d{1,3}(?:\.\d{3})+(?:,\d+)?|(?<![\w/.,-])\d+(?:,\d+)?"


def numbers_before(unit: str, text: str) -> list[Decimal]:
    """Return the numbers that a text gives right before a unit: 15 of "đã đăng 15 tin, bài" for "Tin, bài"."""
    head = re.match(r"%|\w+", folded(unit))
    if head is None:
        return []
    end = "" if head[0] == "%" else r"\b"
    found = re.findall(rf"({_IN_TEXT})\s*{re.escape(head[0])}{end}", folded(text))
    return [number for said in found if (number := read_number(said)) is not None]


def number_text(number: Decimal | float) -> str:
    """Return a number with a decimal comma and no needless zeros: "96,5". A measured one (float) to two decimals."""
    if isinstance(number, float):
        number = Decimal(f"{number:.2f}")
    return f"{Decimal(number).normalize():f}".replace(".", ",")


@lru_cache(maxsize=4096)
def quantity(value: Decimal | int) -> str:
    """Return a figure for a table: "1.247", "96,5", "5"; two decimals at most."""
    if isinstance(value, int) or value == value.to_integral_value():
        return f"{int(value):,}".translate(_MARKS)
    rounded = f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP):,f}"
    return rounded.rstrip("0").rstrip(".").translate(_MARKS)


def count(value: int) -> str:
    """Return a count for a sentence: below 10 it takes a leading 0 ("04"), by custom."""
    return f"{value:02}" if 0 < value < 10 else quantity(value)


def percent(value: Decimal) -> str:
    """Return a percentage ("75%", "96,5%"), never rounded up to 100% nor down to 0% unless it is exactly that."""
    rounded = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    if rounded == 100 and value < 100:
        rounded = Decimal("99.99")
    elif rounded == 0 and value > 0:
        rounded = Decimal("0.01")
    return f"{quantity(rounded.normalize() if rounded else Decimal(0))}%"


def share(part: int, whole: int) -> str:
    """Return part of whole as a percentage. `whole` must not be zero: there is no rate of nothing."""
    return percent(Decimal(part) * 100 / Decimal(whole))


def document_number(text: str) -> str:
    """Return a document's number: below 10 it takes a leading 0 (Nghị định 30/2020, PL I, Phần I, II.3.c)."""
    return f"0{text}" if len(text) == 1 and text.isdecimal() and int(text) < ZERO_BELOW["số"] else text
