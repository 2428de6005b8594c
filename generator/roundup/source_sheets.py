"""Sheets Nguồn and Nguồn số liệu: a row for each task and each figure that is counted, with its file and cells.

Every number of the round-up is a count or a sum of some of these rows: `criteria` says of which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from generator.domain.progress import TaskState
from generator.reporting.facts import Amount, TaskFacts, UnitFacts
from generator.reporting.figures import Standing
from generator.roundup.counting import LABELS, Measure, is_counted
from generator.roundup.figures import RoundUp, Time, UnitFigure
from generator.roundup.register import Line
from generator.vietnamese.dates import short_date

SOURCE, FIGURES, LAST_YEAR_SOURCE = "Nguồn", "Nguồn số liệu", "Nguồn năm trước"
SOURCE_COLUMNS = (
    ("Mã đơn vị", 20),
    ("Đơn vị", 28),
    ("Tệp", 40),
    ("Mã nhiệm vụ", 10),
    ("Lĩnh vực", 26),
    ("Tình trạng", 28),
    ("Xếp vào", 34),
    ("Kỳ trước xếp vào", 26),
    ("Đến hạn ngày", 13),
    ("Nhiệm vụ cấp trên", 12),
    ("Ô nhiệm vụ", 18),
    ("Ô kết quả", 26),
)
FIGURE_COLUMNS = (
    ("Mã đơn vị", 20),
    ("Đơn vị", 28),
    ("Tệp", 40),
    ("Mã chỉ tiêu", 10),
    ("Chỉ tiêu", 46),
    ("Đơn vị tính", 12),
    ("Tử số", 12),
    ("Mẫu số", 12),
    ("Giá trị", 12),
    ("Mục tiêu", 20),
    ("Đạt mục tiêu", 12),
    ("Thiếu tháng", 20),
    ("Ô số liệu", 26),
    ("Kỳ trước: tử số", 12),
    ("Kỳ trước: mẫu số", 12),
    ("Kỳ trước: giá trị", 12),
    ("Ô kỳ trước", 26),
    ("Cùng kỳ năm trước: tử số", 12),
    ("Cùng kỳ năm trước: mẫu số", 12),
    ("Cùng kỳ năm trước: giá trị", 12),
    ("Ô năm trước", 26),
    ("Tệp năm trước", 40),
)
_STATE_AT, _STANDING_AT, _FIELD_AT, _UNIT_AT = "F", "G", "E", "A"


class SourceRow(NamedTuple):
    """A row of sheet Nguồn, read again: what `is_counted` asks of a task, and where it is from."""

    code: str
    unit: str
    file: str
    task: str
    field: str
    state: str
    standing: str
    before: str
    due: str
    superior: str
    task_cell: str
    result_cells: str


_STANDING_LABELS = {"": "", **{standing.name: str(standing.value) for standing in Standing}}


@lru_cache(maxsize=4096)
def _day(iso: str) -> str:
    return short_date(date.fromisoformat(iso)) if iso else ""


def source_values(lines: Iterable[tuple[Line, str, UnitFacts]], fields: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each task's row. `lines` are units, each with the file that its facts are from; `fields` are
    the names of the fields."""
    for line, file, facts in lines:
        code, name = line.code, line.name
        for task in facts.tasks:
            yield (
                code,
                name,
                file,
                task.id,
                fields[task.field],
                LABELS[task.state],
                _STANDING_LABELS[task.standing],
                _STANDING_LABELS[task.before],
                _day(task.due),
                task.superior,
                *cells_of(task),
            )


def cells_of(task: TaskFacts) -> tuple[str, str]:
    """Return where a task and its results stand in the unit's workbook: "Nhiệm vụ!A5", "Kết quả!A7, Kết quả!A30"."""
    return f"Nhiệm vụ!A{task.row}" if task.row else "", _result_cells(task.result_rows)


@lru_cache(maxsize=20_000)
def _result_cells(rows: tuple[int, ...]) -> str:
    return ", ".join([f"Kết quả!A{row}" for row in rows])


_STATES = {state.label: state.value for state in TaskState}
_STANDINGS = {label: name for name, label in _STANDING_LABELS.items()}


def source_row(cells: Sequence[str]) -> SourceRow:
    """Return a row as it was written. Raises KeyError, TypeError when it is no row of ours."""
    row = SourceRow(*cells)
    standing, before = _STANDINGS[row.standing], _STANDINGS[row.before]
    return row._replace(state=_STATES[row.state], standing=standing, before=before)


def figure_values(found: UnitFigure) -> tuple[str | float, ...]:
    """Return the cells of a figure's row; numbers are numbers."""
    line, figure = found.line, found.figure
    met = {True: "Đạt", False: "Chưa đạt", None: ""}[figure.is_met]
    then = (_amount_values(found.then(time)) for time in (Time.BEFORE, Time.LAST_YEAR))
    *numbers, cells = _amount_values(figure.amount)
    missing = ", ".join(figure.missing)
    return (
        line.code,
        line.name,
        line.file,
        figure.code,
        figure.name,
        figure.unit,
        *numbers,
        figure.target,
        met,
        missing,
        cells,
        *(cell for amount in then for cell in amount),
        line.before_place if found.then(Time.LAST_YEAR).value else "",
    )


def _amount_values(amount: Amount) -> tuple[str | float, ...]:
    numbers = (float(n) if n else "" for n in amount[:3])
    return (*numbers, ", ".join(f"Số liệu!A{row}" for row in amount.rows))


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of sheet Nguồn from one number to another, both included: those of one unit, or all."""

    first: int
    last: int


#: Stand for the rows in what is remembered of a formula.
_FIRST, _LAST = "\0", "\1"


def formula(measure: Measure, rows: Rows, field: str = "") -> str:
    """Return the formula that counts a measure over some rows, of one field where it is named."""
    return _formula(measure, field).replace(_FIRST, str(rows.first)).replace(_LAST, str(rows.last))


@lru_cache(maxsize=512)
def _formula(measure: Measure, field: str) -> str:
    within = f",{_column(_FIELD_AT)},{_quoted(field)}" if field else ""
    if measure is Measure.TOTAL:
        return f'=COUNTIFS({_column(_UNIT_AT)},"<>"{within})'
    counts = (f"COUNTIFS({_column(letter)},{_quoted(label)}{within})" for letter, label in _labels(measure))
    return "=" + "+".join(counts)


def _column(letter: str) -> str:
    return f"'{SOURCE}'!${letter}${_FIRST}:${letter}${_LAST}"


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


@dataclass(frozen=True, slots=True)
class _Alone:
    state: str
    standing: str


@cache
def _labels(measure: Measure) -> Sequence[tuple[str, str]]:
    """Return column and label of each state, or each standing, that a measure counts."""
    standings = [s for s in Standing if _counts(measure, "", s.name)]
    if standings:
        return [(_STANDING_AT, str(s.value)) for s in standings]
    return [(_STATE_AT, s.label) for s in TaskState if _counts(measure, s.value, "")]


def _counts(measure: Measure, state: str, standing: str) -> bool:
    try:
        return is_counted(measure, _Alone(state, standing))
    except KeyError:  # a measure of states asked of a standing
        return False


def unit_rows(figures: RoundUp) -> dict[str, Rows]:
    """Return which rows of sheet Nguồn are whose; the first is the one below the header."""
    at = 2
    rows = {}
    for line in figures.counted:
        number = figures.by_unit[line.code].total
        rows[line.code] = Rows(at, at + number - 1)
        at += number
    return rows
