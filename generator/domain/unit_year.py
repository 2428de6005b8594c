"""What a workbook holds: everything known of one unit in one year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.domain.indicator import Indicator, Measurement
from generator.domain.plan import Plan
from generator.domain.progress import ProgressEntry
from generator.domain.unit import Unit


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A document the unit issued. `number` is its số, ký hiệu in full ("384/KH-UBND")."""

    number: str
    issued_on: date | None
    subject: str
    task_ids: tuple[str, ...] = ()
    file: str = ""


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
    """One workbook, read. `measurements` by (period id, indicator code); `words` by (period id, part)."""

    unit: Unit
    plan: Plan
    entries: Mapping[str, tuple[ProgressEntry, ...]] = field(default_factory=dict)
    indicators: tuple[Indicator, ...] = ()
    measurements: Mapping[tuple[str, str], Measurement] = field(default_factory=dict)
    documents: tuple[IssuedDocument, ...] = ()
    words: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    reminders: tuple[Reminder, ...] = ()
