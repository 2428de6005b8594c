"""What tables count: tasks by state, rows of a list that the body speaks of, totals and rates of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.check.agreement.doubt import COUNT, Doubt, count, decimal
from generator.check.elements.words import folded
from generator.word.read.blocks import Block, Table, paragraphs_of
from generator.word.read.paragraph import Paragraph

_TOTAL = re.compile(rf"(?i)(?:tổng số|trong|gồm|đề ra)\s+({COUNT})\s+nhiệm vụ\s+(?:của|theo|trong|tại)\s+kế hoạch")
_PLANNED = re.compile(rf"(?i)kế hoạch đề ra\s+({COUNT})\s+nhiệm vụ")
_ROW_ID = re.compile(r"(?:[IVX]+\.)?\d+\.?")
_SUM_ROW = re.compile(r"(?:tổng(?: số| cộng)?|cộng)\.?:?$")
_RATE = re.compile(r"(?:tỷ|tỉ) lệ|%")
#: Rows that the same kind of thing fills: what the body calls it, and the heading that it has in a table.
_LISTED = (("văn bản", "số, ký hiệu"), ("nhiệm vụ", "nhiệm vụ"))
#: What the body says of tasks, and the states that it counts.
_STATES = (
    (re.compile(rf"(?i)({COUNT})\s+nhiệm vụ quá hạn chưa hoàn thành"), re.compile(r"(?:đang|chưa) thực hiện.*quá hạn")),
    (re.compile(rf"(?i)({COUNT})\s+nhiệm vụ chưa phát sinh"), re.compile(r"chưa phát sinh")),
)
_REFERENCE = re.compile(
    r"(?i)\b(?:danh mục|danh sách|theo dõi|chi tiết|liệt kê)[^.;()]{0,20}\btại\s+(phụ lục(?:\s+[IVX]+)?)\b"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A table and the label of the appendix that it stands in, as written; of a table in the body nothing.

    `is_partial`: the appendix says that it lists only some tasks, those that moved or are late.
    """

    label: str
    table: Table
    is_partial: bool = False


def tables_that_differ(body: Sequence[Paragraph], tables: Sequence[Labelled]) -> Iterator[Doubt]:
    """Yield counts of the body that are not those of the tables, and totals and rates wrong in themselves."""
    tasks = [one for one in tables if one.label and not one.is_partial and _lists_tasks(one.table)]
    for paragraph in body:
        if not any(char.isdigit() for char in paragraph.words):
            continue
        yield from _of_tasks(paragraph, tasks)
        yield from _of_lists(paragraph, tables)
    for one in tables:
        yield from _totals(one.table)
        yield from _rates(one.table)


def _of_tasks(paragraph: Paragraph, tables: Sequence[Labelled]) -> Iterator[Doubt]:
    rows = {one.label: len(_numbered(one.table)) for one in tables}
    for form in (_TOTAL, _PLANNED):
        for found in form.finditer(paragraph.words) if rows else ():
            if count(found[1]) not in rows.values():
                label, listed = max(rows.items(), key=lambda one: one[1])
                yield Doubt(paragraph, found.start(1), found[1], f"{label} có {listed} nhiệm vụ")
    for one in tables[:1]:
        states = [folded(_cell(row[-1])) for row in _numbered(one.table)]
        for said, state in _STATES:
            for found in said.finditer(paragraph.words):
                listed = sum(bool(state.match(text)) for text in states)
                if listed != count(found[1]):
                    yield Doubt(paragraph, found.start(1), found[1], f"{one.label} có {listed} nhiệm vụ")


def _of_lists(paragraph: Paragraph, tables: Sequence[Labelled]) -> Iterator[Doubt]:
    """A sentence that counts things and says in which appendix they are listed."""
    for sentence in re.finditer(r"[^.]+(?:\.(?=\d)[^.]+)*", paragraph.words):
        referred = _REFERENCE.search(sentence[0])
        if referred is None or len(_REFERENCE.findall(sentence[0])) > 1:
            continue
        for thing, heading in _LISTED:
            counted = re.search(rf"(?i)({COUNT})\s+{thing}\b", sentence[0][: referred.start()])
            table = next((t.table for t in tables if t.label and folded(t.label) == folded(referred[1])), None)
            if counted is None or table is None or heading not in _heads(table):
                continue
            listed = len(_numbered(table))
            if listed and listed != count(counted[1]):
                at = sentence.start() + counted.start(1)
                yield Doubt(paragraph, at, counted[1], f"{referred[1]} có {listed} dòng")
            break


def _totals(table: Table) -> Iterator[Doubt]:
    """The last row of a table of plain rows, when it is a total: each column is the sum of those above."""
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    at = next((i for i, row in enumerate(rows) if any(_SUM_ROW.match(folded(text)) for text in row[:2])), None)
    if at is None or at < 3 or any(not re.fullmatch(r"\d+\.?", row[0]) for row in rows[1:at]):
        return
    width = len(rows[0])
    for column in range(2, width):
        if _RATE.search(folded(rows[0][column])) or any(len(row) != width for row in rows[1:at]):
            continue
        shown = rows[at][column - width] if width - column <= len(rows[at]) else ""
        values = [decimal(row[column]) for row in rows[1:at]]
        total = decimal(shown)
        if total is None or "%" in shown or any(value is None for value in values):
            continue
        added = sum(value for value in values if value is not None)
        if abs(added - total) > 1e-6:
            cell = table.rows[at][column - width]
            yield Doubt(paragraphs_of(cell)[0], 0, shown, f"các dòng cộng lại là {_shown(added)}")


def _rates(table: Table) -> Iterator[Doubt]:
    """A column of rates that two columns of counts before it give in nearly every row gives it in all."""
    if len(table.rows) < 4:
        return
    headings = _heads(table)
    for column, heading in enumerate(headings):
        if column < 2 or not _RATE.search(heading):
            continue
        rows = [row for row in table.rows[1:] if len(row) == len(headings)]
        read = [[decimal(_cell(row[i])) for i in (column - 2, column - 1, column)] for row in rows]
        for top, bottom in ((1, 0), (0, 1)):
            fits = [_is_rate(numbers[top], numbers[bottom], numbers[2]) for numbers in read]
            told = [fit for fit in fits if fit is not None]
            if len(told) >= 3 and told.count(False) * 3 <= len(told) and False in told:
                for row, fit, numbers in zip(rows, fits, read, strict=True):
                    part, whole = numbers[top], numbers[bottom]
                    if fit is False and part is not None and whole:
                        cell = paragraphs_of(row[column])[0]
                        yield Doubt(
                            cell, 0, cell.words, f"{_shown(part)}/{_shown(whole)} là {_shown(part / whole * 100)}%"
                        )


def _is_rate(part: float | None, whole: float | None, rate: float | None) -> bool | None:
    if part is None or not whole or rate is None:
        return None
    return abs(part / whole * 100 - rate) <= (0.51 if rate == int(rate) else 0.051)


def _shown(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _lists_tasks(table: Table) -> bool:
    return "nhiệm vụ" in _heads(table) and any("tình trạng" in heading for heading in _heads(table)[-1:])


def _heads(table: Table) -> list[str]:
    return [folded(_cell(cell)) for cell in table.rows[0]] if table.rows else []


def _numbered(table: Table) -> list[tuple[tuple[Block, ...], ...]]:
    return [row for row in table.rows[1:] if len(row) > 2 and _ROW_ID.fullmatch(_cell(row[0]))]


def _cell(cell: tuple[Block, ...]) -> str:
    return " ".join(p.words for p in paragraphs_of(cell))
