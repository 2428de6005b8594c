"""Rows of sheet Văn bản for documents that sheet Kết quả names: only their trích yếu is left to type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.book.sheets import DOCUMENTS, Column
from generator.domain.unit_year import UnitYear
from generator.vietnamese.dates import short_date
from generator.vietnamese.named_documents import bare_number, named_documents


def rows_to_name(year: UnitYear, said: Iterable[tuple[str, str]]) -> list[Mapping[Column, str]]:
    """Return a row for each document named in `said` (task id and the cell's text) that the workbook does not know yet:
    not in sheet Văn bản, nor one of the unit's own reports or its plan."""
    reports = (f"{terms.number}/{terms.symbol}" for terms in year.unit.terms_by_kind.values() if terms.number)
    known = {bare_number(n) for n in (*(d.number for d in year.documents), year.plan.number, *reports)}
    rows: list[Mapping[Column, str]] = []
    for task_id, text in said:
        for number, day in named_documents(text):
            if bare_number(number) not in known:
                known.add(bare_number(number))
                cells = {DOCUMENTS.number: number, DOCUMENTS.issued_on: short_date(day), DOCUMENTS.tasks: task_id}
                rows.append(cells)
    return rows
