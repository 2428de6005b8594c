"""A plan's sections and tasks while they are still words: what the cells of a row say, and how rows join."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator import limits
from generator.plans.blocks import OtherTable, Paragraph, Remark, Row, UnreadablePlan
from generator.plans.columns import Header, Role, is_period
from generator.plans.markup import clean_text


@dataclass(slots=True)
class DraftTask:
    """A task in words: the text of each column, and of columns that have no place of their own."""

    number: str
    place: str
    fields: dict[Role, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class DraftSection:
    number: str
    title: str
    place: str
    tasks: list[DraftTask] = field(default_factory=list)


@dataclass(slots=True)
class DraftPlan:
    """What the tables hold. `outside` is every paragraph that is no part of the plan's table."""

    sections: list[DraftSection] = field(default_factory=list)
    outside: list[Paragraph] = field(default_factory=list)
    other_tables: list[OtherTable] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    of_objectives: bool = False


#: A cross below "Quý I" means what stands above it.
_MARK = re.compile(r"[xX×✓✔√+*]|có", re.IGNORECASE)
#: A longer text in the STT column is no number.
_LONGEST_NUMBER = 12
CLAUSE_ENDS = (".", ";", ":", "!", "?")


def draft_task(row: Row, header: Header) -> DraftTask:
    """Return what a row says, cell by cell under its columns. Raises UnreadablePlan for a cell no workbook holds."""
    task = DraftTask("", row.place)
    for cell in row.cells:
        if len(cell.text) > limits.CELL_TEXT.most:
            raise UnreadablePlan(f"{row.place}: {limits.CELL_TEXT.told(what='ô', length=len(cell.text))}.")
        text = clean_text(cell.text)
        if not text:
            continue
        column = header.column_of(cell)
        period = column.label.rpartition("\n")[2]
        if column.role is Role.DEADLINE and is_period(period) and _MARK.fullmatch(text):
            before = task.fields.get(column.role, "")
            task.fields[column.role] = f"{before}, {period}" if before else period
            continue
        role = Role.TASK if column.role is Role.OBJECTIVE else column.role
        if role is Role.NUMBER:
            if not cell.merged_above:
                task.number = _plain_number(text)
        elif role in (Role.NOTE, Role.OTHER):
            task.extra[column.label] = _joined(task.extra.get(column.label, ""), text)
        else:
            task.fields[role] = _joined(task.fields.get(role, ""), text)
    return task


def _plain_number(text: str) -> str:
    """The number in an STT cell: without brackets, a final dot, zeros before it, or Excel's ".0" behind it."""
    if len(text) >= _LONGEST_NUMBER:
        return text
    number = re.sub(r"^[(\s]+|[.):\s]+$", "", text)
    number = re.sub(r"(?<=\d)\.0$", "", number)
    return re.sub(r"^0+(?=\d)", "", number)


def add_continuation(task: DraftTask, rest: DraftTask) -> None:
    """Add what a row that goes on says of its task."""
    for role, text in rest.fields.items():
        if task.fields.get(role) != text:
            task.fields[role] = _joined(task.fields.get(role, ""), text)
    for label, text in rest.extra.items():
        if task.extra.get(label) != text:
            task.extra[label] = _joined(task.extra.get(label, ""), text)


def _joined(before: str, after: str) -> str:
    """Text that goes on in the next row or column: on the same line in the middle of a sentence."""
    if not before or not after:
        return before or after
    in_a_sentence = not before.endswith(CLAUSE_ENDS) and (after[:1].islower() or after[:1] in ",;.)")
    return before + (" " if in_a_sentence else "\n") + after
