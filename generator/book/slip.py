"""A slip: a small workbook for one colleague, its sheets, and the line by which it is known again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.book.sheets import MEASUREMENTS, RESULTS, Column, Sheet
from generator.domain.problem import Problem
from generator.vietnamese.cells import Value
from generator.vietnamese.dates import read_day, short_date
from generator.vietnamese.text import whole

_NARROW = 22


def _open(column: Column) -> Column:
    """A column to answer in: narrow enough that a colleague sees most of them at once."""
    width = column.width if column.width < _NARROW or column is RESULTS.result else _NARROW
    return Column(column, width, column.form, column.choices, column.also, note=column.note)


class _SlipResults(Sheet):
    """Its columns carry the workbook's own headers; what the workbook says of the day stands in the slip's own line."""

    code, milestone = RESULTS.code, RESULTS.milestone
    seen_task = Column("Nhiệm vụ (xem)", 40, "long", for_the_eye=True)
    seen_deadline = RESULTS.seen_deadline
    seen_support = Column("Phối hợp (xem)", 16, "long", for_the_eye=True)
    seen_before = RESULTS.seen_before


#: Who issued a document knows what it is about: asked beside it, kept in sheet Văn bản.
SUBJECT = Column("Trích yếu văn bản", _NARROW, "long", note="Văn bản ở ô bên nói về việc gì; không ghi “V/v”.")


def _result_answers() -> Iterator[Column]:
    for column in RESULTS.columns:
        if column not in (RESULTS.as_of, RESULTS.code, RESULTS.milestone):
            yield _open(column)
        if column is RESULTS.document:
            yield SUBJECT


#: Where an answer is written: all but what says which row it is.
RESULT_ANSWERS = tuple(_result_answers())
SLIP_RESULTS = _SlipResults("Phiếu", *RESULT_ANSWERS, optional=True)


class _SlipFigures(Sheet):
    period, code = MEASUREMENTS.period, MEASUREMENTS.code
    seen_indicator, seen_unit = MEASUREMENTS.seen_indicator, MEASUREMENTS.seen_unit
    seen_before = MEASUREMENTS.seen_before


FIGURE_ANSWERS = (MEASUREMENTS.numerator, MEASUREMENTS.denominator, MEASUREMENTS.value, MEASUREMENTS.note)
SLIP_FIGURES = _SlipFigures("Số liệu", *FIGURE_ANSWERS, optional=True)

#: How the name of the messages begins that are laid beside the slips.
MESSAGES = "Tin nhan "
_MARK = "Mã phiếu:"
_NAMED = re.compile(rf"{_MARK}\s*([^|]*)\|([^|]*)\|([^|]*)\|(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class SlipName:
    """Of which unit and year a slip is, for which day, and whom it asks."""

    unit: str
    year: int
    day: date
    who: str

    def __str__(self) -> str:
        """As it stands in the slip: "Mã phiếu: phuoc-hai | 2023 | 25/6/2023 | Công chức Tư pháp - Hộ tịch"."""
        return f"{_MARK} {self.unit} | {self.year} | {short_date(self.day)} | {self.who}"

    @classmethod
    def parse(cls, text: str) -> SlipName | None:
        """Return the name that a cell says, None when it says none."""
        if (match := _NAMED.search(text)) is None:
            return None
        unit, year, said, who = (" ".join(part.split()) for part in match.groups())
        day = read_day(said)
        number = whole(year)
        return cls(unit, number, day, who) if day and number is not None else None


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of a slip. `code` and `label`, a milestone or a period, are as they stand there; `shown` is the task or
    indicator beside them; `cells` hold what was written, by header, in one way of writing."""

    sheet: str
    cell: str
    code: Value
    label: Value
    shown: str
    cells: Mapping[Column, str]


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip that came back. `name` is None where it does not say whose it is."""

    file: str
    name: SlipName | None
    results: tuple[Answer, ...] = ()
    figures: tuple[Answer, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_answered(self) -> bool:
        return any(answer.cells for answer in (*self.results, *self.figures))
