"""Texts that say the same in other words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.vietnamese.text import folded, key

T = TypeVar("T")
_WORD = re.compile(r"\w+")
#: Words that say nothing of what a text is about.
_COMMON = frozenset(
    "các và của cho tại về theo trong trên đến từ với để được là có một những khi do bị ở việc".split()  # noqa: SIM905
)
#: So many words in common, of all that are there, make two texts one; more different texts are only compared whole.
_ALIKE = 0.6
_MOST_COMPARED = 400


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """What several say alike, in the words of the first, and who says it."""

    text: str
    who: tuple[T, ...]


def grouped(said: Iterable[tuple[str, T]]) -> list[Said[T]]:
    """Return the texts with who says them, those said by most first; the same in other words is one."""
    exact: dict[str, tuple[str, list[T]]] = {}
    for text, who in said:
        if text.strip():
            exact.setdefault(key(text), (text.strip(), []))[1].append(who)
    groups: list[tuple[str, frozenset[str], list[T]]] = []
    compares = len(exact) <= _MOST_COMPARED
    for text, whos in exact.values():
        words = _words(text)
        like = next((g for g in groups if compares and _likeness(g[1], words) >= _ALIKE), None)
        if like:
            like[2].extend(whos)
        else:
            groups.append((text, words, list(whos)))
    return sorted((Said(text, tuple(dict.fromkeys(whos))) for text, _, whos in groups), key=lambda g: -len(g.who))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded(text))) - _COMMON


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
