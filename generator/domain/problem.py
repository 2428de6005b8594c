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

    @property
    def is_error(self) -> bool:
        """Whether the report becomes a draft of it."""
        return self.severity is Severity.ERROR

    @property
    def waits_for_an_answer(self) -> bool:
        """Whether somebody has to do something about it: all but a note."""
        return self.severity is not Severity.NOTE

    def as_json(self) -> dict[str, str]:
        """Return it for programs; what it is about is in the message."""
        told = {"sheet": self.sheet, "cell": self.cell, "message": self.message}
        return {"code": self.code, "severity": self.severity.value, **told}

    def __str__(self) -> str:
        place = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return f"{place}: {self.message}" if place else self.message


#: More cells than this are not looked up one by one.
_MANY_CELLS = 6


def told_together(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems as they are read: the same said of several cells of a column is one that names them all;
    of many that nothing has to be done about, the tasks or indicators that they are of."""
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.sheet, problem.cell.rstrip("0123456789"), problem.message), []).append(problem)
    return tuple(replace(of[0], cell=_places(column, of)) for (_, column, _), of in alike.items())


def _places(column: str, problems: list[Problem]) -> str:
    cells = dict.fromkeys(p.cell for p in problems)
    if len(cells) > _MANY_CELLS and all(p.about and not p.waits_for_an_answer for p in problems):
        return f"cột {column} của {', '.join(dict.fromkeys(p.about for p in problems))}"
    return ", ".join(cells)


@dataclass(frozen=True, slots=True)
class Message:
    """What is said of one kind of problem. `text` has a field for each word that differs from one to the next."""

    code: str
    severity: Severity
    text: str

    def at(self, sheet: str = "", cell: str = "", about: str = "", /, **words: object) -> Problem:
        """Return the problem at a place."""
        return Problem(sheet, cell, self.text.format(**words), about, self.code, self.severity)
