"""Which task of the superior's plan a task was derived from: proposed by likeness, for the officer to look at.

Words are compared in their order (difflib), six parts the task and four its product. On a ward's and its city's plan of
2023 this found all 43 derived tasks and left the four of the ward's own alone; a library for likeness did no better.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from generator.book.read.workbook import read_workbook_bytes
from generator.domain.plan import Plan, Task
from generator.vietnamese.text import folded, one_tone_place
from generator.word.package import read_file

#: Less alike than this are two tasks of their own.
_LIKENESS = 0.35
_OF_TASK, _OF_PRODUCT = 0.6, 0.4
_SHORT = {
    "tthc": "thủ tục hành chính",
    "cchc": "cải cách hành chính",
    "vbqppl": "văn bản quy phạm pháp luật",
    "pakn": "phản ánh kiến nghị",
    "cntt": "công nghệ thông tin",
    "cbccvc": "cán bộ công chức viên chức",
    "dvc": "dịch vụ công",
}
#: Words in which the plans of two levels differ whatever they say.
_OF_A_LEVEL = frozenset(
    ("ubnd", "tỉnh", "thành", "phố", "quận", "huyện", "thị", "xã", "phường", "trấn", "đặc", "khu", "các", "của", "năm")
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A task and the superior's task that is most like it; `likeness` from 0 to 1."""

    task_id: str
    superior: Task
    likeness: float


def read_superior(path: Path) -> Plan:
    """Return the plan in a superior's workbook or plan file. Raises UnreadablePlan, OSError."""
    from generator.plans.reading import read_plan

    if path.suffix.lower() in (".xlsx", ".xlsm"):
        year, _ = read_workbook_bytes(read_file(path))
        if year is not None and len(year.plan):
            return year.plan
    return read_plan(path).plan


def propose(plan: Plan, superior: Plan) -> tuple[Proposal, ...]:
    """Return for each task of the plan the superior's task that it is most like, where one is like it at all."""
    named = _words(f"{plan.issuer} {superior.issuer}", frozenset())
    ignored = _OF_A_LEVEL | frozenset(named) | {str(plan.year), str(superior.year)}
    candidates = [(task, _Compared(task, ignored)) for task in superior.tasks]
    found = []
    for task in plan.tasks:
        own = _Compared(task, ignored)
        best = max(
            ((own.likeness(words), other) for other, words in candidates), key=lambda pair: pair[0], default=None
        )
        if best is not None and best[0] >= _LIKENESS:
            found.append(Proposal(task.id, best[1], round(best[0], 2)))
    return tuple(found)


def with_proposals(plan: Plan, proposals: Iterable[Proposal]) -> Plan:
    """Return the plan with the codes of the superior's tasks in its own."""
    codes = {p.task_id: p.superior.id for p in proposals}
    return replace(
        plan,
        sections=tuple(
            replace(s, tasks=tuple(t._replace(superior_task=codes.get(t.id, t.superior_task)) for t in s.tasks))
            for s in plan.sections
        ),
    )


class _Compared:
    """A task's words and its product's, as they are compared."""

    def __init__(self, task: Task, ignored: frozenset[str]) -> None:
        self._task = _words(task.text, ignored)
        self._product = _words(task.deliverables, ignored)

    def likeness(self, other: _Compared) -> float:
        text = _ratio(self._task, other._task)
        if not self._product or not other._product:
            return text
        return _OF_TASK * text + _OF_PRODUCT * _ratio(self._product, other._product)


def _ratio(one: list[str], other: list[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _words(text: str, ignored: frozenset[str]) -> list[str]:
    found = re.findall(r"\w+", one_tone_place(folded(text)))
    return [word for short in found for word in _SHORT.get(short, short).split() if word not in ignored]
