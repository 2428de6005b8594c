"""What the slips say of one place, whoever says it: joined where they complete each other, told where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.book.sheets import Column
from generator.book.slip import Answer


@dataclass(frozen=True, slots=True)
class Side:
    """One thing that is said: where it stands, a slip's cell or the workbook's, and its cells by header."""

    source: str
    cells: Mapping[Column, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two slips, or a slip and the workbook, say differently in `columns`. A person chooses one side for `key`, by
    its source; `chosen` is that source, or nothing yet."""

    key: str
    about: str
    columns: tuple[Column, ...]
    sides: tuple[Side, ...]
    chosen: str = ""


@dataclass(slots=True)
class Said:
    """What the slips say of one place, each once, with the file and the cell of the answer. Where they differ what the
    source `chosen` says goes first."""

    about: str
    answers: list[tuple[str, Answer]] = field(default_factory=list)
    chosen: str = ""

    def add(self, file: str, answer: Answer) -> None:
        if not any(_alike(answer.cells, other.cells) for _, other in self.answers):
            self.answers.append((file, answer))

    @property
    def cells(self) -> dict[Column, str]:
        """The cells that the answers come to together."""
        first = {source_of(file, answer): answer.cells for file, answer in self.answers}.get(self.chosen, {})
        return {h: text for _, answer in reversed(self.answers) for h, text in answer.cells.items()} | dict(first)

    @property
    def contested(self) -> list[Column]:
        """The columns in which two answers say different things."""
        cells = self.cells
        return [h for h in cells if any(not same(a.cells.get(h, cells[h]), cells[h]) for _, a in self.answers)]

    @property
    def is_open(self) -> bool:
        """Whether answers differ and nobody has chosen."""
        return not self.chosen and bool(self.contested)

    def source_of(self, header: Column) -> str:
        """Return where a column was answered, the first answer when what it says was understood from others."""
        answers = [a for a in self.answers if header in a[1].cells]
        return source_of(*(answers or self.answers)[0])

    def conflict(self) -> Conflict:
        sides = tuple(Side(source_of(file, answer), answer.cells) for file, answer in self.answers)
        return Conflict(self.about, self.about, tuple(self.contested), sides, self.chosen)

    @property
    def files(self) -> tuple[str, ...]:
        """The slips that say at least some of what the answers come to."""
        cells = self.cells
        said = (file for file, answer in self.answers if any(same(cells[h], text) for h, text in answer.cells.items()))
        return tuple(dict.fromkeys(said))


def source_of(file: str, answer: Answer) -> str:
    return f"{file}, {answer.sheet}!{answer.cell}"


def in_words(cells: Mapping[Column, str]) -> str:
    return "; ".join(f"{header} “{text}”" for header, text in cells.items())


def same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _alike(one: Mapping[Column, str], other: Mapping[Column, str]) -> bool:
    return one.keys() == other.keys() and all(same(text, other[header]) for header, text in one.items())
