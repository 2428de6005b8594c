"""What a batch did with each unit, and with all of them together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator.domain.problem import Problem, told_together


class Outcome(Enum):
    """The value is what people read."""

    MADE = "Đã làm"
    UNCHANGED = "Không đổi, giữ nguyên"
    EDITED = "Đã sửa tay, giữ nguyên"
    FAILED = "Chưa làm được"
    NOT_SENT = "Chưa gửi sổ"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A workbook that was not used because its unit has another. `of_another_year` means that nobody has to look."""

    workbook: str
    reason: str
    of_another_year: bool = False

    def __str__(self) -> str:
        return f"Không dùng “{self.workbook}”: {self.reason}"


@dataclass(frozen=True, slots=True)
class UnitOutcome:
    """One unit. `workbook` is its path below the batch's folder, or its empty folder; `note` says what may be done."""

    outcome: Outcome
    workbook: str
    unit: str = ""
    unit_name: str = ""
    output: Path | None = None
    pdf: Path | None = None
    problems: tuple[Problem, ...] = ()
    tasks: int = 0
    done: int = 0
    late: int = 0
    note: str = ""
    passed_over: tuple[PassedOver, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know of the unit, in the order of reading."""
        return (*filter(None, (self.note,)), *map(str, self.passed_over), *map(str, told_together(self._to_look_at)))

    @property
    def needs_a_look(self) -> bool:
        """Whether a person has to read of it on the screen; the summary has every unit."""
        settled = self.outcome in (Outcome.MADE, Outcome.UNCHANGED)
        return not settled or bool(self._to_look_at) or any(not other.of_another_year for other in self.passed_over)

    @property
    def _to_look_at(self) -> tuple[Problem, ...]:
        """Notes are for the unit's own officer."""
        return tuple(p for p in self.problems if p.waits_for_an_answer)

    @property
    def shown_name(self) -> str:
        return self.unit_name or self.unit or self.workbook


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """All units in the order of their workbooks; `notes` are about the batch as a whole."""

    outputs: Path
    units: tuple[UnitOutcome, ...]
    summary: Path | None
    notes: tuple[str, ...] = ()

    @property
    def counts(self) -> Counter[Outcome]:
        return Counter(unit.outcome for unit in self.units)

    @property
    def exit_code(self) -> int:
        """0 clean or notes only, 1 some failed or have problems, 2 there is no report at all."""
        if not any(unit.output and unit.outcome is not Outcome.NOT_SENT for unit in self.units):
            return 2
        waiting = any(p.waits_for_an_answer for unit in self.units for p in unit.problems)
        return 1 if waiting or self.counts[Outcome.FAILED] else 0
