"""What every kind of plan file is read into: paragraphs and tables in their order, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class UnreadablePlan(ValueError):
    """The file as a whole cannot be read as a plan. The message is whole and in Vietnamese."""


class RemarkKind(Enum):
    """What a remark is about; the value is the heading on the screen."""

    DEADLINE = "Tiến độ chưa hiểu"
    NAME = "Tên cơ quan, đơn vị chưa nhận ra"
    LEFT_OUT = "Dòng không đưa vào"
    SUGGESTION = "Có thể sai chính tả"
    DOUBT = "Cần xem lại"
    FONT = "Phông chữ cũ"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell the officer, with its place in the plan ("III.11, Tiến độ", "Bảng 2, dòng 5").

    `about` is the plan's own words that the message speaks of, where many remarks say the same of different words.
    """

    kind: RemarkKind
    place: str
    message: str
    about: str = ""

    @property
    def sentence(self) -> str:
        return f"“{self.about}” {self.message}" if self.about else self.message

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell on the table's grid, `span` columns wide from `column`.

    `merged_above`: it is the lower part of a vertical merge; `text` is then the text of the whole merge.
    """

    text: str
    column: int
    span: int = 1
    merged_above: bool = False

    @property
    def end(self) -> int:
        return self.column + self.span


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    place: str = ""

    @property
    def own_cells(self) -> tuple[Cell, ...]:
        """The cells that say something in this very row."""
        return tuple(c for c in self.cells if c.text.strip() and not c.merged_above)


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    place: str = ""

    @property
    def width(self) -> int:
        return max((c.end for row in self.rows for c in row.cells), default=0)

    @property
    def lines(self) -> Iterator[str]:
        """Its text as plain lines, cell after cell, for a table that only arranges text."""
        for row in self.rows:
            for cell in row.own_cells:
                yield from cell.text.split("\n")


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class OtherTable:
    """A table of the plan that lists no tasks, such as people and their telephones: its cells, row by row."""

    place: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan file, read but not yet understood. `names` are those of its sheets and of the file itself."""

    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()
    names: tuple[str, ...] = ()
