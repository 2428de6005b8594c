"""A plan, its fields of work and its tasks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.domain.deadline import Deadline


class Assignment(NamedTuple):
    """Who leads and who supports, derived; `text` is the plan's own words, verbatim.

    `followed_by` are the people of the lead's office who know how it stands: no document prints them.
    """

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    text: str = ""
    followed_by: tuple[str, ...] = ()

    @property
    def asked(self) -> tuple[str, ...]:
        """Who is asked how the task stands."""
        return self.followed_by or self.lead


class Task(NamedTuple):
    """A duty of the plan. `id` is its number there: "III.11"."""

    id: str
    text: str
    deliverables: str = ""
    deadline: Deadline = Deadline()
    assignment: Assignment = Assignment()
    superior_task: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A field of work (lĩnh vực). `id` is its number in the plan, usually Roman."""

    id: str
    title: str
    tasks: tuple[Task, ...] = ()

    def number_of(self, task: Task) -> str:
        """Return the task's number as it stands below this heading: "11" of "III.11", "1.1" of "I.1.1".

        Below "1" it is "1.1": by itself "1" would look like the next section.
        """
        is_named_apart = self.id and not self.id[0].isdigit()
        return task.id.removeprefix(f"{self.id}.") if is_named_apart else task.id


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
