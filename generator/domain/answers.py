"""Coded answers: what a statistics form asks with "Có = 1, Không = 0" instead of a unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.vietnamese.text import key

_PAIR = re.compile(r"([^\d,;=]+?)\s*=\s*(\d+)")
YES, NO = "Có", "Không"


@dataclass(frozen=True, slots=True)
class Answers:
    """The words that a row may be answered with, and the code of each, in the form's order."""

    codes: Mapping[str, Decimal]
    are_coded: bool

    @classmethod
    def of(cls, unit: str) -> Answers:
        """Return what the cell Đơn vị tính lists ("Trực tuyến = 0, Phát phiếu = 1"), else Có and Không."""
        found = {word.strip(): Decimal(code) for word, code in _PAIR.findall(unit)}
        return cls(found or {YES: Decimal(1), NO: Decimal(0)}, bool(found))

    def code_of(self, text: str) -> Decimal | None:
        """Return the code that a typed word or number stands for, None for what is no answer."""
        typed = key(text)
        return next((code for word, code in self.codes.items() if typed in (key(word), str(code))), None)

    def word_of(self, code: Decimal) -> str:
        return next((word for word, known in self.codes.items() if known == code), str(code))

    def printed(self, code: Decimal) -> str:
        """Return an answer as the form wants it: its code where the form has codes, else its word."""
        return str(code) if self.are_coded else self.word_of(code)

    def __str__(self) -> str:
        return ", ".join(f"{word} = {code}" for word, code in self.codes.items())
