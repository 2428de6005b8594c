"""What the slips say of one place, whoever says it: joined where they complete each other, told where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.book.sheets import Column
from generator.book.slip import Answer


@dataclass(slots=True)
class Said:
    """What the slips say of one place, each once, with the file and the cell of the answer."""

    about: str
    answers: list[tuple[str, Answer]] = field(default_factory=list)

    def add(self, file: str, answer: Answer) -> None:
        if not any(_alike(answer.cells, other.cells) for _, other in self.answers):
            self.answers.append((file, answer))

    @property
    def cells(self) -> dict[Column, str]:
        """The cells that the answers come to together."""
        return {header: text for _, answer in reversed(self.answers) for header, text in answer.cells.items()}

    @property
    def contested(self) -> list[Column]:
        """The columns in which two answers say different things."""
        cells = self.cells
        return [h for h in cells if any(not same(a.cells.get(h, cells[h]), cells[h]) for _, a in self.answers)]

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(file for file, _ in self.answers))


def in_words(cells: Mapping[Column, str]) -> str:
    return "; ".join(f"{header} “{text}”" for header, text in cells.items())


def same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _alike(one: Mapping[Column, str], other: Mapping[Column, str]) -> bool:
    return one.keys() == other.keys() and all(same(text, other[header]) for header, text in one.items())
