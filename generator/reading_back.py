"""What an officer changed in the appendices of a report goes back into its workbook: all of it, or what she ticks."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from generator.appendix_corrections import corrections_in
from generator.book.read.workbook import Tables
from generator.book.write.cell_places import CellPlaces
from generator.book.write.corrections import EntryChange, written_results
from generator.book.write.figure_corrections import FigureChange, written_figures
from generator.book.write.sheet_writing import Written, sparing_formulas, with_rows
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of
from generator.word.renew.renewing import NotRenewable, SavedReport


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What was changed, by sheet, and what has to be done by hand, in Vietnamese; `data` is the workbook with it."""

    data: bytes
    results: Sequence[EntryChange] = ()
    figures: Sequence[FigureChange] = ()
    left: Sequence[str] = ()
    written: Sequence[Written] = ()

    @property
    def changes(self) -> Sequence[EntryChange | FigureChange]:
        return [*self.results, *self.figures]


def read_back(
    saved: SavedReport, document: bytes, data: UnitYear, workbook: bytes, wanted: Container[str] | None = None
) -> ReadBack:
    """Return what a person changed in the appendices of a report against `document`, the same made anew from `data`.

    `wanted` are the changes to write, as they are told; None writes all. Raises NotRenewable for a plan: it has no
    results.
    """
    if not kind_of(saved.provenance.kind).has_period:
        raise NotRenewable("Văn bản này là kế hoạch, không có kết quả để ghi ngược vào sổ.")
    tables = Tables(workbook)
    places = CellPlaces(tables, data)
    found = corrections_in(saved, document, data, places)
    results = [c for c in found.results if wanted is None or str(c) in wanted]
    figures = [c for c in found.figures if wanted is None or str(c) in wanted]
    day = date.fromisoformat(saved.provenance.as_of)
    sheets = (written_results(tables, results, data.plan, day) if results else None, written_figures(figures, places))
    left, written = list(found.left), []
    for sheet in filter(None, sheets):
        spared, addresses = sparing_formulas(tables, sheet)
        if spared.added or spared.rewritten:
            written.append(spared)
        name = sheet.table.sheet.name
        left += [f"Sheet {name}, ô {a} là công thức nên không bị ghi đè; hãy tự sửa." for a in addresses]
    with_it = with_rows(tables, written) if written else workbook
    return ReadBack(with_it, found.results, found.figures, left, written)
