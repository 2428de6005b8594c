"""A title in capitals in the letters of a sentence, as the plan's own text writes its words elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+")
#: Behind one of these, and no mark, a word that is not known is the name of a place; "thị trường", "khu vực" are none.
_BEFORE_A_PLACE = frozenset(("xã", "phường", "tỉnh", "phố", "huyện", "quận", "trấn"))
#: Behind one of these any word has a capital.
_STARTS_A_SENTENCE = re.compile(r"(?:^|[.!?:;\n•*“\"/]|(?:^|\n)\s*[-+–]|\d\)|[a-zđ]\))\s*$")


class Spelling:
    """How words are written within sentences: `texts` are the plan's, `names` are known to have their capitals.

    `whole` are names that are spelled so only where all of their words stand.
    """

    def __init__(self, texts: Iterable[str], names: Iterable[str], whole: Iterable[str] = ()) -> None:
        self._whole = [(re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE), name) for name in whole]
        self._small: set[str] = set()
        self._abbreviations: dict[str, str] = {}
        #: Of two words side by side: how the first, and how the second, was seen: with a capital or without.
        self._firsts: dict[tuple[str, str], set[bool]] = defaultdict(set)
        self._seconds: dict[tuple[str, str], set[bool]] = defaultdict(set)
        for text in texts:
            if text != text.upper():
                self._learn(text)
        for name in names:
            self._learn(f"– {name}", is_name=True)

    def _learn(self, text: str, *, is_name: bool = False) -> None:
        words = list(_WORD.finditer(text))
        small = [not w[0][0].isupper() for w in words]
        for word, is_small in zip(words, small, strict=True):
            if len(word[0]) > 1 and word[0].isupper():
                self._abbreviations[word[0].lower()] = word[0]
            elif is_small and not is_name:
                self._small.add(word[0].lower())
        for n, (first, second) in enumerate(pairwise(words)):
            between = text[first.end() : second.start()]
            if between.strip(" -–") or (first[0].isupper() and len(first[0]) > 1):
                continue
            pair = first[0].lower(), second[0].lower()
            opens = not is_name and _STARTS_A_SENTENCE.search(text, max(0, first.start() - 4), first.start())
            # "Sở Nội": a capital of the first tells something only before another, or in the list of names.
            if small[n] or (not opens and (is_name or not small[n + 1])):
                self._firsts[pair].add(not small[n])
            if pair[0] != "và":
                self._seconds[pair].add(not small[n + 1])

    def in_a_sentence(self, title: str) -> str:
        """Return the title with capitals only where names have them: those known, and what follows "xã", "tỉnh" …"""
        words = list(_WORD.finditer(title))
        lower = [w[0].lower() for w in words]
        has_capital = [False] * len(words)
        for n, pair in enumerate(pairwise(lower)):
            has_capital[n] |= self._firsts.get(pair) == {True}
            has_capital[n + 1] |= self._seconds.get(pair) == {True}
        named = [m for pattern, _ in self._whole for m in pattern.finditer(title)]
        pieces, end = [], 0
        before, in_a_place = "", False
        for word, small, capital in zip(words, lower, has_capital, strict=True):
            is_known = small in self._small
            in_a_name = any(m.start() <= word.start() < m.end() for m in named)
            is_strange = not (
                is_known or in_a_name or capital or small in self._abbreviations or small in _BEFORE_A_PLACE
            )
            goes_on = not title[end : word.start()].strip()
            in_a_place = is_strange and goes_on and (in_a_place or before in _BEFORE_A_PLACE)
            capital |= in_a_place
            before = small
            usual = small if is_known else self._abbreviations.get(small, small)
            shown = small.capitalize() if capital and usual == small else usual
            pieces += [title[end : word.start()], shown]
            end = word.end()
        said = "".join(pieces) + title[end:]
        for pattern, name in self._whole:
            said = pattern.sub(name, said)
        return said[:1].upper() + said[1:]
