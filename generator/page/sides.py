"""Two states of one region side by side, the words that differ marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from generator.word.region_text import Line

#: A piece of text, and whether the other side lacks it.
Piece = tuple[str, bool]


def side_by_side(mine: Sequence[Line], fresh: Sequence[Line]) -> list[tuple[list[Piece], list[Piece]]]:
    """Return the lines that differ, each as it stands and as it would be; an empty side is a line that only one has."""
    left, right = ([" | ".join(line.cells) for line in lines] for lines in (mine, fresh))
    found = []
    for kind, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        olds, news = left[i:j], right[k:m]
        for n in range(max(len(olds), len(news))):
            found.append(_words(olds[n] if n < len(olds) else "", news[n] if n < len(news) else ""))
    return found


def _words(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    left, right = (re.findall(r"\s*\S+", text) for text in (old, new))
    words, fresh = ([word.strip() for word in side] for side in (left, right))
    was, now = [], []
    for kind, i, j, k, m in SequenceMatcher(None, words, fresh, autojunk=False).get_opcodes():
        if i < j:
            was.append(("".join(left[i:j]), kind != "equal"))
        if k < m:
            now.append(("".join(right[k:m]), kind != "equal"))
    return was, now
