"""A plan, its fields of work and its tasks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.domain.deadline import Deadline


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who leads and who supports, derived; `text` is the plan's own words, verbatim."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A duty of the plan. `id` is its number there: "III.11"."""

    id: str
    text: str
    deliverables: str = ""
    deadline: Deadline = field(default_factory=Deadline)
    assignment: Assignment = field(default_factory=Assignment)
    superior_task: str = ""

    @property
    def number(self) -> str:
        """Its number within the section: "11" of "III.11"."""
        return self.id.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Section:
    """A field of work (lĩnh vực). `id` is its number in the plan, usually Roman."""

    id: str
    title: str
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as issued. `issuer` and `title` read on from its number in a full citation."""

    number: str = ""
    issued_on: date | None = None
    title: str = ""
    issuer: str = ""
    year: int = 0
    sections: tuple[Section, ...] = ()

    @property
    def tasks(self) -> Iterator[Task]:
        for section in self.sections:
            yield from section.tasks

    def __len__(self) -> int:
        return sum(len(section.tasks) for section in self.sections)
