"""Which column of a plan's table is which: found by its header, in any order, on one row or two."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from generator.plans.blocks import Cell, Row, Table
from generator.plans.markup import clean_text


class Role(StrEnum):
    """What a column holds; the value is the group's name in plan_headers.toml."""

    NUMBER = "number"
    TASK = "task"
    OBJECTIVE = "objective"
    DELIVERABLE = "deliverable"
    DEADLINE = "deadline"
    START = "start"
    HOW = "how"
    LEAD = "lead"
    SUPPORT = "support"
    MEASURE = "measure"
    FIELD = "field"
    NOTE = "note"
    OTHER = "other"


_TELLING = {Role.DELIVERABLE, Role.DEADLINE, Role.HOW, Role.LEAD, Role.SUPPORT, Role.MEASURE}
#: Title rows that may stand above the header in one table or sheet.
_ROWS_ABOVE_A_HEADER = 120


@dataclass(frozen=True, slots=True)
class PlanColumn:
    role: Role
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table and its header rows [first, last]."""

    columns: tuple[PlanColumn, ...]
    first: int
    last: int

    @property
    def tells(self) -> frozenset[Role]:
        """What it says of a task; pieces of one table say the same."""
        return frozenset(c.role for c in self.columns) - {Role.NUMBER, Role.FIELD, Role.NOTE, Role.OTHER}

    @property
    def is_of_objectives(self) -> bool:
        return any(c.role is Role.OBJECTIVE for c in self.columns)

    def column_of(self, cell: Cell) -> PlanColumn:
        """The column that a cell shares most with, the first one of equals: rows rarely keep the header's grid."""
        return max(self.columns, key=lambda c: (min(c.end, cell.end) - max(c.start, cell.column), -c.start))


#: Groups of headers that mean this only when nothing follows: "Đơn vị", but not "Đơn vị tính".
_ALONE = "_alone"
#: The group of words that only say that somebody does it.
_WHO = "who"


@cache
def _groups() -> dict[str, list[str]]:
    return tomllib.loads(files("generator.plans").joinpath("plan_headers.toml").read_text("utf-8"))


@cache
def _roles() -> dict[str, Role]:
    return {w: Role(role.removesuffix(_ALONE)) for role, words in _groups().items() if role != _WHO for w in words}


@cache
def _may_go_on() -> frozenset[str]:
    return frozenset(
        w for role, words in _groups().items() if role != _WHO and not role.endswith(_ALONE) for w in words
    )


#: "Quý II", "T5", "Tháng 10/2026": the column of a time, with a cross for each task that is due then.
_PERIOD = re.compile(r"(?:quý\s+(?:IV|I{1,3}|[1-4])|Q[1-4]|(?:tháng|T)\s?\d{1,2})(?:\s*/\s*20\d\d)?", re.IGNORECASE)


def is_period(label: str) -> bool:
    """Whether a header cell names a month or quarter."""
    return _PERIOD.fullmatch(label.strip()) is not None


@lru_cache(maxsize=1024)
def role_of(label: str) -> Role | None:
    """Return what a header cell names, None when it is no known header."""
    if is_period(label):
        return Role.DEADLINE
    plain = clean_text(label).lower()
    plain = re.sub(r"\([^)]*\)", " ", plain)
    plain = re.sub(r"[/,;.:&\-–_*\n]|\bvà\b", " ", plain)
    plain = " ".join(plain.replace("hoá", "hóa").replace("kì hạn", "kỳ hạn").split())
    if "chủ trì" in plain and "phối hợp" in plain and len(plain) <= _LONGEST_HEADER:
        return Role.HOW
    return _roles().get(plain) or _role_of_longer(plain) or _role_of_somebody(plain)


#: Roles whose headers often go on: "Nhiệm vụ trọng tâm năm 2023", "Sản phẩm dự kiến của năm".
_GOES_ON = {Role.TASK, Role.DELIVERABLE, Role.DEADLINE, Role.HOW, Role.LEAD, Role.SUPPORT, Role.MEASURE}
_LONGEST_HEADER = 70


def _role_of_longer(plain: str) -> Role | None:
    if len(plain) > _LONGEST_HEADER:
        return None
    words = plain.split(" ")
    starts = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
    known = next((start for start in starts if start in _may_go_on()), None)
    role = _roles()[known] if known else None
    return role if role in _GOES_ON or role is Role.OTHER else None


def _role_of_somebody(plain: str) -> Role | None:
    """ "Bộ phận công chức tham mưu": what remains without the words for who it is."""
    what = plain
    while who := next((word for word in _groups()[_WHO] if what.startswith(f"{word} ")), None):
        what = what.removeprefix(f"{who} ")
    role = (_roles().get(what) or _role_of_longer(what)) if what != plain else None
    return role if role in (Role.LEAD, Role.SUPPORT) else None


def find_header(table: Table) -> Header | None:
    """Return the header of a plan's table: it names the tasks and at least one thing about them."""
    for index, row in enumerate(table.rows[:_ROWS_ABOVE_A_HEADER]):
        roles = {role_of(c.text) for c in row.own_cells}
        if len(row.own_cells) < 2 or not roles & {Role.TASK, Role.OBJECTIVE}:
            continue  # a title alone ("NHIỆM VỤ CCHC NĂM 2026") names no column
        last = index
        while last + 1 < len(table.rows) and _goes_on_in(table.rows[last + 1], last == index):
            last += 1
        columns = _columns(row, table.rows[index + 1 : last + 1])
        if {c.role for c in columns} & _TELLING:
            return Header(columns, index, last)
    return None


def is_header_again(row: Row, header: Header) -> bool:
    """Whether the row repeats the header, as at the top of each page; a page's scan may misread some of its cells."""
    cells = row.own_cells
    labels = {clean_text(part).lower() for c in header.columns for part in (c.label, *c.label.split("\n"))}
    alike = sum(clean_text(c.text).lower() in labels for c in cells)
    return alike > 0 and (alike == len(cells) or (alike >= 2 and 2 * alike >= len(cells)))


def _goes_on_in(row: Row, is_second: bool) -> bool:
    """Whether the row below a header is its next row: cells of the header reach into it, or it is all known names."""
    if any(c.merged_above for c in row.cells):
        return bool(row.own_cells)
    return is_second and bool(row.own_cells) and all(role_of(c.text) is not None for c in row.own_cells)


def _columns(row: Row, below: Sequence[Row]) -> tuple[PlanColumn, ...]:
    columns = [PlanColumn(role_of(c.text) or Role.OTHER, clean_text(c.text), c.column, c.end) for c in row.cells]
    if columns and not columns[0].label and all(c.role is not Role.NUMBER for c in columns):
        # The numbers often stand in a first column without a name.
        columns[0] = replace(columns[0], role=Role.NUMBER)
    for cell in (cell for lower in below for cell in lower.own_cells):
        covering = next((c for c in columns if c.start <= cell.column < c.end), None)
        above = f"{covering.label}\n" if covering and covering.label else ""
        if covering is not None:
            columns.remove(covering)
            columns += [
                PlanColumn(covering.role, covering.label, a, b)
                for a, b in ((covering.start, cell.column), (cell.end, covering.end))
                if a < b
            ]
        # "Quý I" below "Thời gian": what the header above it says.
        role = role_of(cell.text) or (covering.role if covering else Role.OTHER)
        columns.append(PlanColumn(role, above + clean_text(cell.text), cell.column, cell.end))
    return tuple(sorted(columns, key=lambda c: c.start))
