"""Hostile texts in every cell that an officer may fill in: each arrives in the document, or a problem names its cell."""

from __future__ import annotations

import random
import unicodedata

from generator.domain.period import ReportingPeriod
from generator.kinds import kind_ids
from tests.test_nothing_left_out import Marked, lost_marks

_AROUND = [
    "< & > \"'", "{{ x }}", "{% if %}", "_x0007_", "=1+1", "+", "-", "•", "\n", "\n\n", "\t", "🏘️", "\u202e", "\u200b",
    "\ufeff", "\xad", "e\u0302\u0323", "ạ̀", "̣", "]]>", "</w:t>", "\\", "%", "…", "1/1/2023", "I.1", ";", ".", "_", "#", "'",
]  # fmt: skip


class HostilyMarked(Marked):
    """A workbook full of marks, each between letters and signs that no form of text is prepared for."""

    def __init__(self, hand: random.Random, period: ReportingPeriod) -> None:
        self._hand = hand
        self.count = 0
        super().__init__(period, 2)

    def _mark(self) -> str:
        self.count += 1
        around = ["".join(self._hand.choices(_AROUND, k=self._hand.randint(0, 3))) for _ in range(2)]
        return around[0] + super()._mark() + around[1]


def lost_texts(hand: random.Random) -> tuple[int, list[str]]:
    """Return how many texts were typed into one workbook, and what is wrong with what became of them."""
    period = hand.choice(["2026-06", "2026-Q1", "2026-H1", "2026-9M", "2026"])
    marked = HostilyMarked(hand, ReportingPeriod.parse(period))
    kind = hand.choice(kind_ids())
    lost = lost_marks(marked, period, kind, _letters)
    return marked.count, [f"{kind} {period}: {sheet}!{cell} {value!r} is lost" for sheet, cell, value in lost]


def _letters(text: str) -> str:
    """A text without blanks, marks and bullets, which sentences mend where they begin and end."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LNMS" and sign != "+")
