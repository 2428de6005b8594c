"""Adds the rows of open tasks for a day to sheet Kết quả, leaving all else in the workbook as it lies.

The workbook's own XML is changed, because reading and writing it with a library loses shapes, comments and charts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lxml import etree
from python_calamine import CalamineError

from generator.domain.plan import Task
from generator.domain.progress import Assessment, TaskState, assess_plan
from generator.domain.unit_year import UnitYear
from generator.intake import messages as say
from generator.intake.cells import day_of, day_text, key, resolve_code
from generator.intake.problem import Problem
from generator.intake.raw_xlsx import RawWorkbook, column_letters, column_number, parse_xml
from generator.intake.sheets import RESULTS, row_height
from generator.intake.table import Table
from generator.intake.workbook import Tables, read_year
from generator.package import NotAPackage, with_parts

_DAYS = frozenset(c.header for c in RESULTS.columns if c.form == "date")
_EXCEL_ZERO = date(1899, 12, 30)
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CELL = re.compile(r"\$?([A-Z]+)\$?([0-9]+)")
_TABLE_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/table"
_X14_RANGE = "{http://schemas.microsoft.com/office/excel/2006/main}sqref"


class CannotOpenMonth(NotAPackage):
    """A workbook to which no row can be added. `problems` say why, in Vietnamese."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row to add, its cells by header; a day is written as a date where the column has dates."""

    day: date
    texts: Mapping[str, str]


def open_month(data: bytes, day: date) -> tuple[bytes, int]:
    """Return the workbook with a row for each task, or milestone, still open on `day`, and how many were added.

    Done and paused tasks take none, nor do those that already have a row for that very day. Without any row to add
    the bytes come back as they were. Raises CannotOpenMonth.
    """
    try:
        tables = Tables(data)
        year, results = read_year(tables), tables.table(RESULTS)
        if year and year.plan.year and day.year not in (year.plan.year, year.plan.year + 1):
            message = say.NOT_IN_YEAR.format(day=day_text(day), year=year.plan.year)
            raise CannotOpenMonth([Problem("", "", message)])
        rows = list(_rows_to_add(year, results, day)) if year and results else []
        opened = with_rows(tables, results, rows) if results and rows else data
    except CannotOpenMonth:
        raise
    except NotAPackage as exc:
        raise CannotOpenMonth([Problem("", "", str(exc))]) from exc
    except CalamineError as exc:
        raise CannotOpenMonth([Problem("", "", say.DAMAGED)]) from exc
    if year is None or results is None:
        raise CannotOpenMonth(tables.problems)
    return opened, len(rows)


# -- which rows -----------------------------------------------------------------------------------
def _rows_to_add(year: UnitYear, results: Table, day: date) -> Iterable[NewRow]:
    present = _present(year, results, day)
    for assessment in assess_plan(year.plan, year.entries, day).values():
        if assessment.state.is_done or assessment.state is TaskState.PAUSED:
            continue
        task = assessment.task
        for label in _open_labels(assessment):
            if (task.id, "") not in present and (task.id, key(label)) not in present:
                yield NewRow(day, _texts(task, label, assessment))


def _present(year: UnitYear, results: Table, day: date) -> set[tuple[str, str]]:
    index = {task.id.lower(): task.id for task in year.plan.tasks}
    present: set[tuple[str, str]] = set()
    for row in results:
        if row.day("Đến ngày") == day:
            present.update((code, key(row.text("Mốc"))) for code in resolve_code(row.value("Mã"), index))
    return present


def _open_labels(assessment: Assessment) -> list[str]:
    """Return the labels of the milestones still open, or one blank label for the task as a whole."""
    standings = assessment.standings
    labels = [standing.milestone.label for standing in standings if standing.met_on is None]
    return labels if len(standings) > 1 and labels and all(labels) else [""]


def _texts(task: Task, label: str, assessment: Assessment) -> Mapping[str, str]:
    return {
        "Mã": task.id,
        "Mốc": label,
        "Nhiệm vụ (xem)": task.text,
        "Tiến độ (xem)": task.deadline.phrase,
        "Chủ trì (xem)": "; ".join(task.assignment.lead),
        "Tình trạng trước (xem)": assessment.state.label,
    }


# -- into the sheet's XML -------------------------------------------------------------------------
def with_rows(
    tables: Tables, results: Table, rows: list[NewRow], rewritten: Mapping[int, Mapping[str, str]] | None = None
) -> bytes:
    """Return the workbook with rows added below the last one, and cells of present rows rewritten (by row number and
    header). All else in the file stays as it lies."""
    part = tables.part_of(RESULTS)
    root = parse_xml(tables.raw.members[part].content)
    sheet = _SheetXml(root, results, tables.raw)
    for number, texts in (rewritten or {}).items():
        sheet.rewrite(number, texts)
    above = sheet.last_filled_row
    for number, row in enumerate(rows, start=above + 1):
        sheet.write(number, row)
    last = above + len(rows)
    grow = _grower(max(above, results.header_row + 1), last)
    for element in root.iter("{*}dimension", "{*}autoFilter"):
        element.set("ref", grow(element.get("ref", ""), whole=etree.QName(element).localname == "dimension"))
    for element in root.iter("{*}dataValidation", "{*}conditionalFormatting"):
        if element.get("sqref"):
            element.set("sqref", grow(element.get("sqref", "")))
    for element in root.iter(_X14_RANGE):
        element.text = grow(element.text or "")
    parts = {part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}
    parts.update(_grown_tables(tables.raw, part, grow))
    return with_parts(tables.raw.members, parts)


class _SheetXml:
    """The sheet's rows and cells, written in the styles of the last row above."""

    def __init__(self, root: etree._Element, results: Table, raw: RawWorkbook) -> None:
        self._namespace = etree.QName(root).namespace or ""
        self._data = next(root.iter(self._tag("sheetData")))
        self._results = results
        self._rows = {int(row.get("r", "0")): row for row in self._data}
        self.last_filled_row = max((n for n, row in self._rows.items() if _is_filled(row)), default=results.header_row)
        model = self._rows.get(self.last_filled_row) if self.last_filled_row > results.header_row else None
        self._model = {} if model is None else _styles(model)
        self._model_row = {} if model is None else {k: model.get(k, "") for k in ("s", "customFormat") if model.get(k)}
        self._column_styles = self._read_column_styles(root)
        self._date_styles = raw.date_styles()

    def write(self, number: int, row: NewRow) -> None:
        """Write the row at `number`, keeping cells that already lie there for their style or an officer's column."""
        element = self._row(number)
        own = _styles(element)
        for header, at in self._results.places.items():
            letters = column_letters(at + 1)
            style = own.get(letters) or self._model.get(letters) or self._column_styles.get(at + 1)
            if header == "Đến ngày":
                self._put_day(element, number, letters, style, row.day)
            elif text := row.texts.get(header, ""):
                self._put(element, number, letters, style, text, header)
            elif letters in self._model and letters not in own:
                self._cell(element, number, letters, style)
        if "ht" not in element.attrib:
            columns = {c.header: c for c in (*RESULTS.columns, *RESULTS.for_the_eye)}
            height = row_height((columns[header], text) for header, text in row.texts.items())
            element.set("ht", f"{height:g}")

    def rewrite(self, number: int, texts: Mapping[str, str]) -> None:
        """Give cells of a row other texts, in their own styles; an empty text empties the cell."""
        row = self._row(number)
        for header, text in texts.items():
            at = self._results.places.get(header)
            if at is None:
                continue
            letters = column_letters(at + 1)
            cell = self._cell(row, number, letters, None)
            cell.attrib.pop("t", "")
            for child in list(cell):
                cell.remove(child)
            if text:
                self._put(row, number, letters, cell.get("s"), text, header)

    def _put(self, row: etree._Element, number: int, letters: str, style: str | None, text: str, header: str) -> None:
        day = day_of(text) if header in _DAYS else None
        if day is not None:
            self._put_day(row, number, letters, style, day)
        else:
            self._put_text(row, number, letters, style, text)

    def _row(self, number: int) -> etree._Element:
        if number in self._rows:
            return self._rows[number]
        element = etree.Element(self._tag("row"), {"r": str(number), **self._model_row})
        after = min((n for n in self._rows if n > number), default=None)
        if after is None:
            self._data.append(element)
        else:
            self._rows[after].addprevious(element)
        self._rows[number] = element
        return element

    def _cell(self, row: etree._Element, number: int, letters: str, style: str | None) -> etree._Element:
        for cell in row:
            match = _CELL.match(cell.get("r", ""))
            if match and match[1] == letters:
                return cell
            if match and column_number(match[1]) > column_number(letters):
                made = etree.Element(self._tag("c"), {"r": f"{letters}{number}"})
                cell.addprevious(made)
                break
        else:
            made = etree.SubElement(row, self._tag("c"), {"r": f"{letters}{number}"})
        if style:
            made.set("s", style)
        return made

    def _put_day(self, row: etree._Element, number: int, letters: str, style: str | None, day: date) -> None:
        if style not in self._date_styles:
            self._put_text(row, number, letters, style, day_text(day))
            return
        cell = self._cell(row, number, letters, style)
        etree.SubElement(cell, self._tag("v")).text = str((day - _EXCEL_ZERO).days)

    def _put_text(self, row: etree._Element, number: int, letters: str, style: str | None, text: str) -> None:
        cell = self._cell(row, number, letters, style)
        cell.set("t", "inlineStr")
        holder = etree.SubElement(etree.SubElement(cell, self._tag("is")), self._tag("t"))
        holder.text = _LOOKS_ESCAPED.sub("_x005F_", text)
        holder.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _read_column_styles(self, root: etree._Element) -> dict[int, str]:
        styles = {}
        for column in root.iter(self._tag("col")):
            if style := column.get("style"):
                first, last = int(column.get("min", "1")), int(column.get("max", "1"))
                styles.update(dict.fromkeys(range(first, min(last, 200) + 1), style))
        return styles

    def _tag(self, name: str) -> str:
        return f"{{{self._namespace}}}{name}"


def _is_filled(row: etree._Element) -> bool:
    return any(len(cell) for cell in row)


def _styles(row: etree._Element) -> dict[str, str]:
    found = ((_CELL.match(cell.get("r", "")), cell.get("s")) for cell in row)
    return {match[1]: style for match, style in found if match and style}


# -- ranges ---------------------------------------------------------------------------------------
def _grower(above: int, last: int) -> Callable[..., str]:
    """Return a function that lengthens the ranges which reach the row above the new ones but not the last of them."""

    def grow(ranges: str, *, whole: bool = False) -> str:
        return " ".join(one(reference, whole) for reference in ranges.split())

    def one(reference: str, whole: bool) -> str:
        start, _, end = reference.partition(":")
        first, final = _CELL.fullmatch(start), _CELL.fullmatch(end or start)
        if first is None or final is None or int(final[2]) >= last:
            return reference
        if not whole and not int(first[2]) <= above <= int(final[2]):
            return reference
        return f"{start}:{final[1]}{last}"

    return grow


def _grown_tables(raw: RawWorkbook, part: str, grow: Callable[..., str]) -> Mapping[str, bytes]:
    """Return the parts of Excel tables on the sheet that must become longer."""
    grown = {}
    for target in raw.related(part, _TABLE_TYPE):
        root = parse_xml(raw.members[target].content)
        if root.get("totalsRowCount", "0") != "0" or grow(root.get("ref", "")) == root.get("ref"):
            continue
        for element in (root, *root.iter("{*}autoFilter")):
            element.set("ref", grow(element.get("ref", "")))
        grown[target] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return grown
