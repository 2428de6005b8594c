"""Texts that say the same, and tasks that are the same in other words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.domain.plan import Plan, Task
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
#: Below this likeness a task of the superior is not even proposed.
_PROPOSED = 0.4


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


@dataclass(frozen=True, slots=True)
class Proposal:
    """A task of the superior that a unit's task may serve; `score` from 0 to 100."""

    task: Task
    superior: Task
    score: int


def proposals(plan: Plan, superior: Plan) -> list[Proposal]:
    """Return for each task without a superior's task the one most like it, where any is like it at all."""
    of_superior = [(task, _words(f"{task.text} {task.deliverables}"), _words(task.text)) for task in superior.tasks]
    found = []
    for own in plan.tasks:
        if own.superior_task.strip():
            continue
        long, short = _words(f"{own.text} {own.deliverables}"), _words(own.text)
        scored = [(max(_likeness(long, whole), _likeness(short, name)), task) for task, whole, name in of_superior]
        best = max(scored, key=lambda pair: pair[0], default=None)
        if best and best[0] >= _PROPOSED:
            found.append(Proposal(own, best[1], round(best[0] * 100)))
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded(text))) - _COMMON


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
