"""A figure that does not agree, and how counts are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.word.read.paragraph import Paragraph

#: A count as papers write it: "7", "07", "1.247"; no part of a date, a symbol or a decimal number.
#: What a report counts has fewer digits than this; more of them are a telephone's or an account's.
WHOLE = r"\d{1,3}(?:\.\d{3}){1,4}|\d{1,15}"
COUNT = rf"(?<![\w/.,-])(?:{WHOLE})(?![\w/%]|[.,]\d)"
#: Any figure: "1.247", "99,45", "99,45%".
FIGURE = re.compile(r"\d+(?:[.,/-]\d+)*(?:\s?%)?")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A figure in a paragraph, where it begins in its words, and with what it does not agree."""

    paragraph: Paragraph
    at: int
    number: str
    why: str


def count(written: str) -> int:
    """Return a count written in Vietnamese: "1.247" is 1247."""
    return int(written.replace(".", ""))


def decimal(written: str) -> float | None:
    """Return a number written in Vietnamese, "99,45%" or "1.247"; None for anything else."""
    plain = written.strip().removesuffix("%").strip()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){1,4}(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    return float(plain.replace(",", ".")) if re.fullmatch(r"\d{1,15}(?:[.,]\d+)?", plain) else None
