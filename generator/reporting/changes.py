"""What differs between two reports of one kind: tasks newly done, newly late, and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.domain.progress import TaskState
from generator.vietnamese.numbers import count

_DONE = frozenset(s.label for s in TaskState if s.is_done)
_LATE = frozenset(s.label for s in TaskState if s.is_late)


class NotComparable(ValueError):
    """Two reports that cannot be compared. The message is whole, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """What a report says of one task: its words, its state and its result, as printed."""

    text: str
    state: str
    result: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A report as its appendices print it: tasks by id, figures of the statistics table by the name that they have in
    the later of two reports. One in short tells only of some tasks: what it says of the others is not known.
    """

    unit: str
    kind: str
    period: str
    #: What kind of period: month, quarter, …
    length: str
    as_of: date
    tasks: Mapping[str, TaskLine]
    figures: Mapping[str, str]
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs; `before` or `after` is empty when one report does not have it."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The differences between an earlier and a later report, each task in one list."""

    before: Snapshot
    after: Snapshot
    newly_done: tuple[Difference, ...]
    newly_late: tuple[Difference, ...]
    other_states: tuple[Difference, ...]
    new_results: tuple[Difference, ...]
    figures: tuple[Difference, ...]

    @property
    def are_unlike(self) -> bool:
        """Whether the periods are not of one kind: a quarter and a half."""
        return self.before.length != self.after.length

    @property
    def is_empty(self) -> bool:
        return not any(self._lists().values())

    def as_json(self) -> dict[str, Any]:
        """Return the differences for machines."""
        lists = {
            name: [{"what": d.what, "before": d.before, "after": d.after} for d in differences]
            for name, differences in self._lists().items()
        }
        return {"since": self.before.as_of.isoformat(), "unlike_periods": self.are_unlike, **lists}

    def _lists(self) -> dict[str, tuple[Difference, ...]]:
        names = ("newly_done", "newly_late", "other_states", "new_results", "figures")
        return {name: getattr(self, name) for name in names}


def changes_between(before: Snapshot, after: Snapshot) -> Changes:
    """Return what differs, in the order of the later report."""
    done: list[Difference] = []
    late: list[Difference] = []
    other: list[Difference] = []
    results: list[Difference] = []
    for task_id in dict.fromkeys([*after.tasks, *before.tasks]):
        old, new = before.tasks.get(task_id), after.tasks.get(task_id)
        words = new or old
        assert words is not None, "the id comes from one of the two"
        if new is None and after.is_short:
            continue
        state = Difference(f"{task_id}. {words.text}", old.state if old else "", new.state if new else "")
        if state.after in _DONE and state.before not in _DONE:
            done.append(state)
        elif state.after in _LATE and state.before not in _LATE:
            late.append(state)
        elif state.before != state.after and not (old is None and before.is_short):
            other.append(state)
        elif new and new.result != (old.result if old else ""):
            results.append(Difference(state.what, old.result if old else "", new.result))
    return Changes(
        before,
        after,
        tuple(done),
        tuple(late),
        tuple(other),
        tuple(results),
        tuple(_figures(before, after)),
    )


def _figures(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    """The counts of tasks by state, then the statistics table."""
    states = Counter(t.state for t in before.tasks.values()), Counter(t.state for t in after.tasks.values())
    for label in (s.label for s in TaskState):
        if states[0][label] != states[1][label] and not (before.is_short or after.is_short):
            yield Difference(f"Số nhiệm vụ: {label}", count(states[0][label]), count(states[1][label]))
    for name in dict.fromkeys([*after.figures, *before.figures]):
        old, new = before.figures.get(name, ""), after.figures.get(name, "")
        if old != new:
            yield Difference(name, old, new)
