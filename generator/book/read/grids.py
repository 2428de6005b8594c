"""The values of a workbook's sheets, row by row from A1: by calamine, or where it is not, by the standard library."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from generator.book import messages as say
from generator.book.read.plain_grids import PlainGrids
from generator.book.read.raw_xlsx import RawWorkbook, SheetPart
from generator.vietnamese.cells import Value
from generator.word.package import NotAPackage

Grid = list[list[Value]]

try:
    from python_calamine import CalamineError, CalamineWorkbook

    class Grids:
        """Reads the grids of a workbook's sheets; those in `soon` will be asked for. Raises NotAPackage."""

        def __init__(self, raw: RawWorkbook, soon: Iterable[SheetPart]) -> None:
            try:
                self._book = CalamineWorkbook.from_filelike(BytesIO(raw.soon_read(soon)))
            except CalamineError as fault:
                raise NotAPackage(say.DAMAGED.text) from fault
            self._raw, self._sheets = raw, raw.sheets

        def grid(self, sheet: SheetPart) -> Grid:
            """Return the rows of a sheet whose cells are known to be near; "" for an empty cell."""
            try:
                return self._book.get_sheet_by_index(self._sheets.index(sheet)).to_python(skip_empty_area=False)
            except CalamineError:  # also of what the standard allows: a cell with extensions of its own
                return PlainGrids(self._raw).grid(sheet)

except ImportError:
    Grids = PlainGrids  # type: ignore[assignment,misc]
