"""A slip: a small workbook for one colleague, its sheets, and the line by which it is known again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.book.sheets import MEASUREMENTS, RESULTS, Column, Sheet
from generator.domain.problem import Problem
from generator.vietnamese.cells import Value
from generator.vietnamese.dates import read_day, short_date

_NARROW = 22
_ANSWERED = tuple(
    replace(c, is_folded=False, required=False, width=c.width if c.width < _NARROW or c.width > 40 else _NARROW)
    for c in RESULTS.columns[3:]
)
#: Its columns carry the workbook's own headers; what the sheet says of the day stands in the slip's own line.
SLIP_RESULTS = Sheet(
    "Phiếu",
    (RESULTS.column("Mã"), RESULTS.column("Mốc"), *_ANSWERED),
    optional=True,
    for_the_eye=(
        Column("Nhiệm vụ (xem)", 40, "long"),
        Column("Tiến độ (xem)", 16, "long"),
        Column("Phối hợp (xem)", 16, "long"),
        Column("Lần trước (xem)", 34, "long"),
    ),
)
SLIP_FIGURES = Sheet(
    "Số liệu",
    tuple(c for c in MEASUREMENTS.columns if c.header != "Đến ngày"),
    optional=True,
    for_the_eye=tuple(c for c in MEASUREMENTS.for_the_eye if c.header != "Gợi ý (xem)"),
)
#: Where an answer is written: all but what says which row it is.
RESULT_ANSWERS = tuple(c.header for c in SLIP_RESULTS.columns if c.header not in ("Mã", "Mốc"))
FIGURE_ANSWERS = tuple(c.header for c in SLIP_FIGURES.columns if c.header not in ("Kỳ", "Mã"))

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
        return cls(unit, int(year), day, who) if day and year.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of a slip. `code` and `label`, a milestone or a period, are as they stand there; `shown` is the task or
    indicator beside them; `cells` hold what was written, by header, in one way of writing."""

    sheet: str
    cell: str
    code: Value
    label: Value
    shown: str
    cells: Mapping[str, str]


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
