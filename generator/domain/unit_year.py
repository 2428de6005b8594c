"""What a workbook holds: everything known of one unit in one year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from generator.domain.indicator import Indicator, Measurement
from generator.domain.plan import Plan
from generator.domain.progress import ProgressEntry
from generator.domain.unit import ExpectedUnit, Unit


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A document the unit issued. `number` is its số, ký hiệu in full ("384/KH-UBND")."""

    number: str
    issued_on: date | None
    subject: str
    task_ids: tuple[str, ...] = ()
    file: str = ""


class Typed(NamedTuple):
    """A cell, and the text by which a report shows that it holds it: what was typed, or for a figure its indicator.

    It is meant for the report that `day` falls in, or for that of `period` ("" for every one, "Kế hoạch" for the
    plan itself). `header` is its column, `part` the part of a report that it was typed for, `about` the task
    or indicator that it is of.
    """

    sheet: str
    cell: str
    header: str
    text: str
    day: date | None = None
    period: str = ""
    part: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A day inside a task: who sends what to whom. `due` is None where the words count it from an event."""

    task_id: str
    due: date | None
    who: str
    to: str
    text: str


@dataclass(frozen=True, slots=True)
class UnitYear:
    """One workbook, read. `measurements` by (period id, indicator code); `words` by (period id, part).

    `units` are those that report to this one. `rows` are the numbers of the rows in which a thing stands, by sheet and
    code: of a task's results as many as it has, oldest first. `typed` is what a report leaves out only
    with a word about it.
    """

    unit: Unit
    plan: Plan
    entries: Mapping[str, tuple[ProgressEntry, ...]] = field(default_factory=dict)
    indicators: tuple[Indicator, ...] = ()
    measurements: Mapping[tuple[str, str], Measurement] = field(default_factory=dict)
    documents: tuple[IssuedDocument, ...] = ()
    words: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    reminders: tuple[Reminder, ...] = ()
    units: tuple[ExpectedUnit, ...] = ()
    rows: Mapping[tuple[str, str], tuple[int, ...]] = field(default_factory=dict, compare=False)
    typed: tuple[Typed, ...] = field(default=(), compare=False, repr=False)
