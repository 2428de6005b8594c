"""A problem with what was typed: where it is, what is wrong, what to type instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """What a problem does to a report: only an error makes it a draft."""

    #: Cannot be read, or contradicts: the place is highlighted and the report is a draft.
    ERROR = "error"
    #: Possible but odd: the officer is asked.
    QUESTION = "question"
    #: Worth knowing.
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an officer should look at. `message` is whole, kind and in Vietnamese.

    `sheet` is empty for the file as a whole; `cell` is an address such as "D12", or empty for the sheet. `about`
    names what becomes doubtful in the report: a task id, an indicator's code, or an item of sheet Thông tin. `code`
    is its name for programs, in lower case with hyphens ("not-a-day"); it stays when the wording changes.
    """

    sheet: str
    cell: str
    message: str
    about: str = ""
    code: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return f"{place}: {self.message}" if place else self.message


def told_together(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems as they are read: the same said of several cells of a column is one that names them all."""
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.sheet, problem.cell.rstrip("0123456789"), problem.message), []).append(problem)
    return tuple(replace(of[0], cell=", ".join(dict.fromkeys(p.cell for p in of))) for of in alike.values())


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether a report with these problems is a draft."""
    return any(problem.severity is Severity.ERROR for problem in problems)
