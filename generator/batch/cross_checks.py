"""Numbers that do not agree in the reports themselves: a question to the unit whose report it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.batch.outcome import UnitOutcome
from generator.check.numbers import NumberSeen, doubts_in_files
from generator.domain.problem import Problem, Severity


def with_numbers_checked(units: Sequence[UnitOutcome], jobs: int) -> list[UnitOutcome]:
    """Return the units with what does not agree in their reports, those edited by hand too."""
    found = doubts_in_files([unit.output for unit in units if unit.output and unit.output.is_file()], jobs)
    return [
        replace(unit, problems=(*unit.problems, *number_problems(found.get(unit.output, ())))) if unit.output else unit
        for unit in units
    ]


def number_problems(doubtful: Sequence[NumberSeen], report: Path | None = None) -> tuple[Problem, ...]:
    """Return a question for each number; it names the report where that is not plain."""
    where = f"{report.name}, " if report else ""
    return tuple(
        Problem(
            "",
            "",
            f"Báo cáo, {where}{n.where}: số {n.number} không khớp ({n.doubt}): {n.words}",
            code="numbers-differ",
            severity=Severity.QUESTION,
        )
        for n in doubtful
    )
