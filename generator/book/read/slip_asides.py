"""What a colleague wrote on a slip where no answer is read: on another sheet, in a comment, below the rows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.book import slip_messages as say
from generator.book.left_aside_messages import STRAY
from generator.book.read.raw_sheet import Place, place_after
from generator.book.read.raw_xlsx import RawWorkbook, SheetPart, parse_part
from generator.book.read.table import Row
from generator.book.read.workbook import Tables
from generator.book.sheets import Column
from generator.domain.problem import Problem


def asides(tables: Tables) -> Iterator[Problem]:
    """Yield what stands beside the sheets taken for the slip's own, and in comments on these. Raises NotAPackage."""
    for part in tables.raw.sheets:
        table = tables.taken.get(part)
        if table is None:
            if not tables.is_empty(part):
                yield say.OTHER_SHEET.at(part.name)
            continue
        for place, cell, text in _comments(tables.raw, part):
            if place[0] > table.header_row:  # those on the header are the slip's own
                yield say.COMMENT.at(part.name, cell, text=text)


def report_stray(row: Row, code: Column, shown: Column) -> None:
    """Report words in place of a code where there is neither a task nor an answer: a remark below the rows."""
    if row.has(code) and not row.has(shown):
        row.report(code, STRAY, text=row.text(code))


def _comments(raw: RawWorkbook, part: SheetPart) -> Iterator[tuple[Place, str, str]]:
    for name in raw.related(part.part, "comments"):
        for comment in parse_part(raw.members[name].content).iter("{*}comment"):
            cell = comment.get("ref", "")
            text = "".join(said.text or "" for said in comment.iter("{*}t")).strip()
            if text:
                yield place_after(cell, (0, 0)), cell, text
