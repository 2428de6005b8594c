"""What an officer changed in the appendices of a report, as rows and cells of the workbook; and what has none there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.commands.remaking import Remade
from generator.docx.renewal.edited_table import CellEdit, EditedTable
from generator.docx.renewal.judging import texts_of
from generator.docx.renewal.placing import region_title
from generator.docx.renewal.renewing import SavedReport
from generator.domain.indicator import Indicator
from generator.domain.period import ReportingPeriod
from generator.domain.unit_year import UnitYear
from generator.intake.cell_places import CellPlaces
from generator.intake.cells import key
from generator.intake.corrections import Correction, EntryChange, understood
from generator.intake.figure_corrections import FigureChange, FigureCorrection, FigureReader
from generator.reporting.appendix_columns import (
    CAUSE_COLUMN,
    INDICATOR_COLUMN,
    LATE_REGION,
    NOTE_COLUMN,
    NUMBER_COLUMN,
    REMEDY_COLUMN,
    RESULT_COLUMN,
    STATE_COLUMN,
    STATISTICS_REGION,
    TASKS_REGION,
    UNIT_COLUMN,
    VALUE_COLUMN,
)

_APPENDICES = (STATISTICS_REGION, TASKS_REGION, LATE_REGION)
_OF_RESULTS = (RESULT_COLUMN, STATE_COLUMN, CAUSE_COLUMN, REMEDY_COLUMN)

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


def corrections_in(saved: SavedReport, remade: Remade, places: CellPlaces) -> Corrections:
    """Return what was changed in the appendices of a report, against what its workbook would print now."""
    new = SavedReport.opened(remade.document)
    found = Corrections()
    statistics, tasks, late = (EditedTable(saved, new, region) for region in _APPENDICES)
    _read_figures(found, statistics, saved, remade.data, places)
    _read_results(found, tasks, late, date.fromisoformat(saved.provenance.as_of), remade.data, places)
    for table in (statistics, tasks, late):
        if table.is_missing:
            found.left.append(f"{table.label}: bảng không còn trong tệp nên không đọc được.")
        else:
            found.left += [f"{table.label}: {text}." for text in table.not_to_read()]
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
        generated, printed = tasks.printed(name, RESULT_COLUMN)
        correction = Correction(
            name,
            state=_text(edits if STATE_COLUMN in edits else more, STATE_COLUMN),
            result=_text(edits, RESULT_COLUMN),
            generated=generated,
            printed=printed,
            cause=_text(more, CAUSE_COLUMN),
            remedy=_text(more, REMEDY_COLUMN),
        )
        if not {*edits, *more}.isdisjoint(_OF_RESULTS):
            rows, refused = understood(correction, data, day)
            found.results += rows
            found.left += [f"{tasks.label}, nhiệm vụ {text}." for text in refused]
        for table, changed in ((tasks, edits), (late, more)):
            found.left += [_of_the_plan(table, e, data, places) for c, e in changed.items() if c not in _OF_RESULTS]


def _text(edits: Mapping[str, CellEdit], column: str) -> str | None:
    return edits[column].text if column in edits else None


def _of_the_plan(table: EditedTable, edit: CellEdit, data: UnitYear, places: CellPlaces) -> str:
    if edit.column == NUMBER_COLUMN:
        return _cannot(table, edit, "số thứ tự do chương trình đánh theo mã nhiệm vụ")
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
            if column in (INDICATOR_COLUMN, UNIT_COLUMN, NUMBER_COLUMN) or indicator is None:
                found.left.append(_of_the_list(table, edit, indicator, places))
        if indicator is not None and not edits.keys().isdisjoint((VALUE_COLUMN, NOTE_COLUMN)):
            reader.read(
                FigureCorrection(
                    indicator,
                    value=_text(edits, VALUE_COLUMN),
                    note=_text(edits, NOTE_COLUMN),
                    printed=table.printed(name, VALUE_COLUMN)[1],
                    printed_note=table.printed(name, NOTE_COLUMN)[1],
                )
            )
    found.figures += reader.changes()
    found.left += [f"{table.label}, {text}." for text in reader.refused]


def _indicator(row: Mapping[str, str], data: UnitYear) -> Indicator | None:
    printed = row.get(NUMBER_COLUMN, ""), key(row.get(INDICATOR_COLUMN, ""))
    return next((i for i in data.indicators if (i.number, key(i.name)) == printed), None)


def _of_the_list(table: EditedTable, edit: CellEdit, indicator: Indicator | None, places: CellPlaces) -> str:
    if indicator is None:
        return _cannot(table, edit, "hàng này do chương trình tự viết, không có ô trong sổ")
    header = {UNIT_COLUMN: "Đơn vị tính"}.get(edit.column, edit.column)
    where = places.of_indicator(indicator, header)
    return _cannot(table, edit, f"đó là tên gọi của chỉ tiêu, không phải số liệu; sửa ở {where}")


# -- the rest -------------------------------------------------------------------------------------
def _other_parts(saved: SavedReport, new: SavedReport) -> Iterator[str]:
    """The generated parts outside the appendices whose words a person changed."""
    fresh = new.regions()
    for name, region in saved.regions().items():
        if name in _APPENDICES:
            continue
        made = fresh[name].content(new.document) if name in fresh else ""
        text = texts_of(saved.provenance, saved.document, region, name, made)
        if text.generated is not None and text.present not in (text.generated, text.fresh):
            yield (
                f"{region_title(region)} ({name}): phần này chương trình viết từ sổ, chữ đã sửa không ghi ngược được; "
                "chữ vẫn còn trong tệp Word."
            )
