"""Sheet Đơn vị of a superior's workbook: whom it waits for."""

from __future__ import annotations

from generator.book import messages as say
from generator.book.read.table import Row, Table
from generator.book.sheets import UNITS
from generator.domain.unit import ExpectedUnit


def read_units(table: Table) -> tuple[ExpectedUnit, ...]:
    """Return the units in the order of the sheet; of two rows with the same code the first one stands."""
    found: dict[str, ExpectedUnit] = {}
    rows: dict[str, Row] = {}
    for row in table:
        code = row.about = row.text(UNITS.code).strip()
        if not code:
            row.report(UNITS.code, say.NO_UNIT_CODE)
            continue
        if (earlier := rows.setdefault(code.casefold(), row)) is not row:
            row.report(UNITS.code, say.UNIT_TWICE, code=code, row=earlier.number)
            continue
        name = row.text(UNITS.unit) or code
        found[code] = ExpectedUnit(
            code, name, row.text(UNITS.group), row.text(UNITS.contact), row.day(UNITS.received_on)
        )
    return tuple(found.values())
