"""What an officer changed in the appendices of a report, as rows and cells of the workbook; and what has none there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.book.sheets import INDICATORS, RESULTS, TASKS
from generator.book.write.cell_places import CellPlaces
from generator.book.write.corrections import Correction, EntryChange, understood
from generator.book.write.figure_corrections import FigureChange, FigureCorrection, FigureReader
from generator.domain.indicator import Indicator
from generator.domain.period import ReportingPeriod
from generator.domain.unit_year import UnitYear
from generator.reporting.appendix_columns import (
    CAUSE_COLUMN,
    INDICATOR_COLUMNS,
    LATE_REGION,
    NOTE_COLUMN,
    NUMBER_COLUMN,
    REMEDY_COLUMN,
    RESULT_COLUMN,
    STATE_COLUMN,
    STATISTICS_REGION,
    TASKS_REGION,
    UNIT_COLUMN,
    VALUE_COLUMNS,
    YEAR_COLUMN,
    cell_of,
)
from generator.vietnamese.text import key
from generator.word.region_text import words_of
from generator.word.renew.edited_table import CellEdit, EditedTable
from generator.word.renew.judging import texts_of
from generator.word.renew.placing import region_title
from generator.word.renew.renewing import SavedReport

#: The sheet in which a row of each appendix begins.
_SHEETS = {STATISTICS_REGION: INDICATORS, TASKS_REGION: TASKS, LATE_REGION: RESULTS}
_OF_RESULTS = (RESULT_COLUMN, STATE_COLUMN, CAUSE_COLUMN, REMEDY_COLUMN)

_FEW_ROWS = 5

#: The edits of one table by row and column.
_Edits = Mapping[str, Mapping[str, CellEdit]]


@dataclass(slots=True)
class Corrections:
    """What is to be written into sheets Kết quả and Số liệu, and what a person has to do, in Vietnamese."""

    results: list[EntryChange] = field(default_factory=list)
    figures: list[FigureChange] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @property
    def changes(self) -> list[EntryChange | FigureChange]:
        return [*self.results, *self.figures]


def corrections_in(saved: SavedReport, document: bytes, data: UnitYear, places: CellPlaces) -> Corrections:
    """Return what was changed in the appendices of a report, against `document`, made anew from its workbook now."""
    new = SavedReport.opened(document)
    found = Corrections()
    tables = {region: EditedTable(saved, new, region) for region in _SHEETS}
    statistics, tasks, late = tables.values()
    _read_figures(found, statistics, saved, data, places)
    _read_results(found, tasks, late, date.fromisoformat(saved.provenance.as_of), data, places)
    for region, table in tables.items():
        if table.is_missing:
            found.left.append(f"{table.label}: bảng đã bị xóa hoặc mất dấu nên không đọc được.")
            continue
        found.left += [f"{table.label}: {text}." for text in table.not_to_read()]
        if numbered := [edit.row for edit in table.edits() if edit.column == NUMBER_COLUMN]:
            rows = ", ".join(numbered[:_FEW_ROWS]) + (", …" if len(numbered) > _FEW_ROWS else "")
            found.left.append(f"{table.label}: số thứ tự của {len(numbered)} hàng ({rows}); số do chương trình đánh.")
        sheet = _SHEETS[region].name
        found.left += [f"{table.label}: hàng thêm “{row}”; cần thì thêm ở sheet {sheet}." for row in table.added()]
    found.left += _other_parts(saved, new)
    return found


def _by_row(table: EditedTable) -> _Edits:
    rows: dict[str, dict[str, CellEdit]] = {}
    for edit in table.edits():
        rows.setdefault(edit.row, {})[edit.column] = edit
    return rows


def _cannot(table: EditedTable, edit: CellEdit, why: str) -> str:
    words = f"“{edit.text}”" if edit.text else "xóa trắng"
    return f"{table.label}, hàng {edit.row}, cột {edit.column}, {words}: không ghi lại được vì {why}."


# -- tasks ----------------------------------------------------------------------------------------
def _read_results(
    found: Corrections, tasks: EditedTable, late: EditedTable, day: date, data: UnitYear, places: CellPlaces
) -> None:
    by_task, by_late = _by_row(tasks), _by_row(late)
    for name in dict.fromkeys([*by_task, *by_late]):
        edits, more = by_task.get(name, {}), by_late.get(name, {})
        for table, changed in ((tasks, edits), (late, more)):
            found.left += _not_results(table, changed, data, places)
        result = edits.get(RESULT_COLUMN)
        state = edits.get(STATE_COLUMN) or more.get(STATE_COLUMN)
        correction = Correction(
            name,
            state=state.text if state else None,
            result=result.text if result else None,
            generated=result.was if result else "",
            printed=result.fresh if result else "",
            cause=_text(more, CAUSE_COLUMN),
            remedy=_text(more, REMEDY_COLUMN),
            is_state_contested=state is not None and state.is_contested,
        )
        if correction != Correction(name):
            rows, refused = understood(correction, data, day)
            found.results += rows
            found.left += [f"{tasks.label}, nhiệm vụ {text}." for text in refused]


def _text(edits: Mapping[str, CellEdit], *columns: str) -> str | None:
    """What a person wrote into a cell; nothing where the workbook was changed too, and a person has to choose."""
    edit = next((edits[column] for column in columns if column in edits), None)
    return edit.text if edit is not None and not edit.is_contested else None


def _contested(table: EditedTable, edit: CellEdit) -> str:
    return _cannot(table, edit, f"từ khi làm báo cáo sổ cũng đã đổi, nay là “{edit.fresh}”; chọn một rồi tự ghi vào sổ")


def _not_results(
    table: EditedTable, edits: Mapping[str, CellEdit], data: UnitYear, places: CellPlaces
) -> Iterator[str]:
    for column, edit in edits.items():
        if column not in (NUMBER_COLUMN, *_OF_RESULTS):
            yield _of_the_plan(table, edit, data, places)
        elif column in (CAUSE_COLUMN, REMEDY_COLUMN) and edit.is_contested:
            yield _contested(table, edit)


def _of_the_plan(table: EditedTable, edit: CellEdit, data: UnitYear, places: CellPlaces) -> str:
    task = next((t for t in data.plan.tasks if t.id == edit.row), None)
    where = places.of_task(task, edit.column) if task is not None else "sheet Nhiệm vụ"
    return _cannot(table, edit, f"đó là lời của kế hoạch, không phải kết quả; nếu kế hoạch đổi thì sửa ở {where}")


# -- figures --------------------------------------------------------------------------------------
def _read_figures(
    found: Corrections, table: EditedTable, saved: SavedReport, data: UnitYear, places: CellPlaces
) -> None:
    reader = FigureReader(data, ReportingPeriod.parse(saved.provenance.period), places)
    for name, edits in _by_row(table).items():
        indicator = _indicator(table.fresh_row(name), data)
        for column, edit in edits.items():
            if column in (*INDICATOR_COLUMNS, UNIT_COLUMN) or (indicator is None and column != NUMBER_COLUMN):
                found.left.append(_of_the_list(table, edit, indicator, places))
            elif column != NUMBER_COLUMN and edit.is_contested:
                found.left.append(_contested(table, edit))
            elif column == YEAR_COLUMN:
                found.left.append(_cannot(table, edit, "số lũy kế do chương trình cộng từ các kỳ ở sheet Số liệu"))
        value, note = _text(edits, *VALUE_COLUMNS), _text(edits, NOTE_COLUMN)
        if indicator is not None and (value, note) != (None, None):
            row = table.fresh_row(name)
            reader.read(FigureCorrection(indicator, value, note, cell_of(row, VALUE_COLUMNS), row[NOTE_COLUMN]))
    found.figures += reader.changes()
    found.left += [f"{table.label}, {text}." for text in reader.refused]


def _indicator(row: Mapping[str, str], data: UnitYear) -> Indicator | None:
    printed = row.get(NUMBER_COLUMN, "").rstrip("."), key(cell_of(row, INDICATOR_COLUMNS))
    return next((i for i in data.indicators if (i.number.rstrip("."), key(i.name)) == printed), None)


def _of_the_list(table: EditedTable, edit: CellEdit, indicator: Indicator | None, places: CellPlaces) -> str:
    if indicator is None:
        return _cannot(table, edit, "hàng này do chương trình tự viết, không có ô trong sổ")
    header = INDICATORS.unit if edit.column == UNIT_COLUMN else INDICATORS.indicator
    where = places.of_indicator(indicator, header)
    return _cannot(table, edit, f"đó là tên gọi của chỉ tiêu, không phải số liệu; sửa ở {where}")


# -- the rest -------------------------------------------------------------------------------------
def _other_parts(saved: SavedReport, new: SavedReport) -> Iterator[str]:
    """The generated parts outside the appendices whose words a person changed."""
    fresh = new.regions()
    for name, region in saved.regions().items():
        if name in _SHEETS:
            continue
        made = fresh[name].content(new.document) if name in fresh else ""
        text = texts_of(saved.made.get(name), saved.document, region, made)
        present = [(line.is_row, tuple(c.replace("\ufffc", "") for c in line.cells)) for line in text.present]
        if text.generated is not None and present not in (words_of(text.generated), words_of(text.fresh)):
            yield (
                f"{region_title(region)} ({name}): phần này chương trình viết từ sổ, chữ đã sửa không ghi ngược được; "
                "chữ vẫn còn trong tệp Word."
            )
