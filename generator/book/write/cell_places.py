"""Where in a workbook each thing stands, so that a person can be sent to the very cell."""

from __future__ import annotations

from collections.abc import Mapping

from generator.book.read.table import Row, Table
from generator.book.read.workbook import Tables
from generator.book.sheets import INDICATORS, MEASUREMENTS, TASKS, Sheet
from generator.domain.indicator import Indicator
from generator.domain.plan import Task
from generator.domain.unit_year import UnitYear
from generator.vietnamese.cells import period_of, resolve_code
from generator.vietnamese.text import key


class CellPlaces:
    """The rows of the plan's tasks, the indicators and their figures. Raises NotAPackage."""

    def __init__(self, tables: Tables, data: UnitYear) -> None:
        self.measurements: Table | None = tables.table(MEASUREMENTS)
        tasks, indicators = _rows(tables, TASKS), _rows(tables, INDICATORS)
        self._tasks = {key(row.text(TASKS.text)): row for row in tasks}
        self._task_rows = _by_code(tasks, [t.id for t in data.plan.tasks])
        self._indicators = {
            (key(row.text(INDICATORS.number)), key(row.text(INDICATORS.indicator))): row for row in indicators
        }
        codes = [i.code for i in data.indicators if i.code]
        self._indicator_rows = _by_code(indicators, codes)
        own_codes = {code.lower(): code for code in codes}
        self._figures: dict[tuple[str, str], Row] = {}
        for row in self.measurements or ():
            period = period_of(row.value(MEASUREMENTS.period), data.plan.year) if row.has(MEASUREMENTS.period) else None
            for code in resolve_code(row.value(TASKS.code), own_codes):
                if period is not None:
                    self._figures[period.id, code] = row

    def of_task(self, task: Task, header: str) -> str:
        """Return "sheet Nhiệm vụ, ô F12"; who leads may stand in the assignment's own words."""
        row = self._task_rows.get(task.id) or self._tasks.get(key(task.text))
        if header == TASKS.lead and not task.assignment.lead:
            header = TASKS.assignment
        return _said(TASKS, header, row)

    def of_indicator(self, indicator: Indicator, header: str) -> str:
        """Return "sheet Chỉ tiêu, ô D12"."""
        row = self._indicator_rows.get(indicator.code)
        row = row or self._indicators.get((key(indicator.number), key(indicator.name)))
        return _said(INDICATORS, header, row)

    def figure_row(self, period_id: str, code: str) -> Row | None:
        """Return the row of sheet Số liệu that counts for a period and an indicator."""
        return self._figures.get((period_id, code))


def _rows(tables: Tables, sheet: Sheet) -> list[Row]:
    table = tables.table(sheet)
    return list(table) if table is not None else []


def _by_code(rows: list[Row], codes: list[str]) -> Mapping[str, Row]:
    index = {code.lower(): code for code in codes}
    found: dict[str, Row] = {}
    for row in rows:
        for code in resolve_code(row.value(TASKS.code), index):
            found.setdefault(code, row)
    return found


def _said(sheet: Sheet, header: str, row: Row | None) -> str:
    address = row.address(header) if row is not None else ""
    return f"sheet {sheet.name}, ô {address}" if address else f"sheet {sheet.name}, cột {header}"
