"""A title in capitals in the letters of a sentence, as the plan's own text writes its words elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+")
#: Behind one of these any word has a capital.
_STARTS_A_SENTENCE = re.compile(r"(?:^|[.!?:;\n•*“\"/]|(?:^|\n)\s*[-+–]|\d\)|[a-zđ]\))\s*$")


class Spelling:
    """How words are written within sentences: `texts` are the plan's, `names` are known to have their capitals."""

    def __init__(self, texts: Iterable[str], names: Iterable[str]) -> None:
        self._small: set[str] = set()
        self._abbreviations: dict[str, str] = {}
        #: Of two words side by side: whether the first, and whether the second, were seen with and without a capital.
        self._pairs: dict[tuple[str, str], set[tuple[bool, bool]]] = defaultdict(set)
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
            opens = not is_name and _STARTS_A_SENTENCE.search(text, max(0, first.start() - 4), first.start())
            # "Sở Nội": a capital of the first tells something only before another, or in the list of names.
            tells = not opens and (is_name or not small[n + 1])
            self._pairs[first[0].lower(), second[0].lower()].add((tells and not small[n], not small[n + 1]))

    def in_a_sentence(self, title: str) -> str:
        """Return the title with capitals only where names have them; as written where a word of it is not known."""
        words = list(_WORD.finditer(title))
        lower = [w[0].lower() for w in words]
        has_capital = [False] * len(words)
        for n, pair in enumerate(pairwise(lower)):
            seen = self._pairs.get(pair, ())
            has_capital[n] |= bool(seen) and all(first for first, _ in seen)
            has_capital[n + 1] |= bool(seen) and all(second for _, second in seen)
        pieces, end = [], 0
        for word, small, capital in zip(words, lower, has_capital, strict=True):
            is_known = small in self._small
            if not (is_known or capital or small in self._abbreviations):
                return title
            shown = small.capitalize() if capital else small if is_known else self._abbreviations[small]
            pieces += [title[end : word.start()], shown]
            end = word.end()
        said = "".join(pieces) + title[end:]
        return said[:1].upper() + said[1:]
