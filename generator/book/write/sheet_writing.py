"""Writes rows and cells into a workbook's own XML: a library would lose its shapes, comments and charts."""

from __future__ import annotations

import re
from bisect import bisect, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from generator.book.read.raw_sheet import column_letters, column_number
from generator.book.read.raw_xlsx import RawWorkbook, parse_part
from generator.book.read.table import Table
from generator.book.read.workbook import Tables
from generator.book.sheets import Column, row_height
from generator.book.write.block_line import LINE_HEIGHT, Shade, Shades, open_at
from generator.vietnamese.cells import day_of, number_of
from generator.vietnamese.dates import short_date
from generator.vietnamese.text import whole
from generator.word import xml
from generator.word.package import with_parts

_EXCEL_ZERO = date(1899, 12, 30)
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CELL = re.compile(r"\$?([A-Z]+)\$?([0-9]+)")
_X14_RANGE = "{http://schemas.microsoft.com/office/excel/2006/main}sqref"
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be written into one sheet: rows to add, and cells of present rows by row number; texts by header.

    Where the added rows open a block, the first of them is the shaded line above the others, and the sheet opens there.

    A day is written as a date and a figure as a number where the column has such; "5%" is stored as 0.05 in a cell
    that Excel shows with a percent sign, as 5 in another.
    """

    table: Table
    added: Sequence[Mapping[Column, str]] = ()
    rewritten: Mapping[int, Mapping[Column, str]] = field(default_factory=dict)
    opens_block: bool = False


def with_rows(tables: Tables, sheets: Iterable[Written]) -> bytes:
    """Return the workbook with rows added below the last one of each sheet, and cells rewritten. All else in the file
    stays as it lies. A formula is not to be written over: see `sparing_formulas`."""
    parts: dict[str, bytes] = {}
    shades = Shades(tables.raw)
    for sheet in sheets:
        parts.update(_written(tables, sheet, shades))
    return with_parts(tables.raw.members, {**parts, **shades.parts()})


def sparing_formulas(tables: Tables, written: Written) -> tuple[Written, list[str]]:
    """Return what to write without the cells that hold a formula, and their addresses: Excel keeps a list of formulas,
    and calls a file damaged where one of them is gone."""
    root = _addressed(tables.raw.members[tables.part_of(written.table.sheet)].content)
    formulas = {cell.get("r", "") for cell in root.iter("{*}c") if cell.find("{*}f") is not None}
    spared: list[str] = []
    rewritten: dict[int, Mapping[Column, str]] = {}
    for number, texts in written.rewritten.items():
        addresses = {h: f"{column_letters(at + 1)}{number}" for h, at in written.table.places.items()}
        spared += [addresses[h] for h in texts if addresses.get(h) in formulas]
        if left := {h: text for h, text in texts.items() if addresses.get(h) not in formulas}:
            rewritten[number] = left
    return replace(written, rewritten=rewritten), spared


def _written(tables: Tables, written: Written, shades: Shades) -> Mapping[str, bytes]:
    part, table = tables.part_of(written.table.sheet), written.table
    root = _addressed(tables.raw.members[part].content)
    sheet = _SheetXml(root, table, tables.raw)
    for number, texts in written.rewritten.items():
        sheet.rewrite(number, texts)
    above = sheet.last_filled_row
    for number, row in enumerate(written.added, start=above + 1):
        is_line = written.opens_block and number == above + 1
        sheet.write(number, row, shades.of if is_line else None)
    if written.opens_block and written.added:
        open_at(root, above + 1)
    last = above + len(written.added)
    grow = _grower(max(above, table.header_row + 1), last)
    for element in root.iter("{*}dimension", "{*}autoFilter"):
        element.set("ref", grow(element.get("ref", ""), whole=xml.local_name(element) == "dimension"))
    for element in root.iter("{*}dataValidation", "{*}conditionalFormatting"):
        if element.get("sqref"):
            element.set("sqref", grow(element.get("sqref", "")))
    for element in root.iter(_X14_RANGE):
        element.text = grow(element.text or "")
    parts = {part: xml.to_bytes(root)}
    return {**parts, **_grown_tables(tables.raw, part, grow)}


def _addressed(content: bytes) -> xml.Element:
    """Return a sheet whose rows and cells say where they stand; those that do not stand after the one before."""
    root = parse_part(content)
    number = 0
    for row in root.iter("{*}row"):
        stated = whole(row.get("r"))
        number = number + 1 if stated is None else stated
        row.set("r", str(number))
        column = 0
        for cell in row.iter("{*}c"):
            match = _CELL.fullmatch(cell.get("r", ""))
            column = column_number(match[1]) if match else column + 1
            cell.set("r", f"{column_letters(column)}{number}")
    return root


class _SheetXml:
    """The sheet's rows and cells, written in the styles of the last row above."""

    def __init__(self, root: xml.Element, table: Table, raw: RawWorkbook) -> None:
        self._namespace = xml.namespace(root)
        self._data = next(root.iter(self._tag("sheetData")))
        self._table = table
        self._rows = {int(row.get("r", "0")): row for row in self._data.iter(self._tag("row"))}
        self._numbers = sorted(self._rows)
        self.last_filled_row = max((n for n, row in self._rows.items() if _is_filled(row)), default=table.header_row)
        model = self._rows.get(self.last_filled_row) if self.last_filled_row > table.header_row else None
        self._model = {} if model is None else _styles(model)
        self._model_row = {} if model is None else {k: model.get(k, "") for k in ("s", "customFormat") if model.get(k)}
        self._column_styles = self._read_column_styles(root)
        self._date_styles = raw.date_styles()

    def write(self, number: int, row: Mapping[Column, str], shade: Shade | None = None) -> None:
        """Write the row at `number`, keeping cells that already lie there for their style or an officer's column.

        With a `shade` every cell of the row takes it: a line, not a row to be filled in.
        """
        element = self._row(number)
        own = _styles(element)
        for header, at in self._table.places.items():
            letters = column_letters(at + 1)
            style = own.get(letters) or self._model.get(letters) or self._column_styles.get(at + 1)
            if shade is not None:
                style = shade(style)
                self._cell(element, number, letters, None).set("s", style or "0")
            if text := row.get(header, ""):
                self._put(element, number, letters, style, text, header)
            elif letters in self._model and letters not in own:
                self._cell(element, number, letters, style)
        if "ht" not in element.attrib:
            height = LINE_HEIGHT if shade else row_height(row.items())
            element.set("ht", f"{height:g}")

    def rewrite(self, number: int, texts: Mapping[Column, str]) -> None:
        """Give cells of a row other texts, in their own styles; an empty text empties the cell."""
        row = self._row(number)
        for header, text in texts.items():
            at = self._table.places.get(header)
            if at is None:
                continue
            letters = column_letters(at + 1)
            cell = self._cell(row, number, letters, None)
            cell.attrib.pop("t", "")
            for child in list(cell):
                cell.remove(child)
            if text:
                self._put(row, number, letters, cell.get("s"), text, header)

    def _put(self, row: xml.Element, number: int, letters: str, style: str | None, text: str, header: Column) -> None:
        form = header.form
        day = day_of(text) if form == "date" else None
        amount = number_of(text) if form == "number" else None
        if day is not None:
            self._put_day(row, number, letters, style, day)
        elif amount is not None:
            is_share = text.endswith("%") and self._shows_percent(number, header)
            self._put_number(row, number, letters, style, amount / _HUNDRED if is_share else amount)
        else:
            self._put_text(row, number, letters, style, text)

    def _row(self, number: int) -> xml.Element:
        if number in self._rows:
            return self._rows[number]
        element = xml.new(self._tag("row"), {"r": str(number), **self._model_row})
        after = self._numbers[bisect(self._numbers, number) :][:1]
        if after:
            self._rows[after[0]].addprevious(element)
        else:
            self._data.append(element)
        self._rows[number] = element
        insort(self._numbers, number)
        return element

    def _cell(self, row: xml.Element, number: int, letters: str, style: str | None) -> xml.Element:
        for cell in row:
            match = _CELL.match(cell.get("r", ""))
            if match and match[1] == letters:
                return cell
            if match and column_number(match[1]) > column_number(letters):
                made = xml.new(self._tag("c"), {"r": f"{letters}{number}"})
                cell.addprevious(made)
                break
        else:
            made = xml.add(row, self._tag("c"), {"r": f"{letters}{number}"})
        if style:
            made.set("s", style)
        return made

    def _put_day(self, row: xml.Element, number: int, letters: str, style: str | None, day: date) -> None:
        if style not in self._date_styles:
            self._put_text(row, number, letters, style, short_date(day))
            return
        cell = self._cell(row, number, letters, style)
        xml.add(cell, self._tag("v")).text = str((day - _EXCEL_ZERO).days)

    def _put_number(self, row: xml.Element, number: int, letters: str, style: str | None, amount: Decimal) -> None:
        cell = self._cell(row, number, letters, style)
        xml.add(cell, self._tag("v")).text = f"{amount.normalize():f}"

    def _shows_percent(self, number: int, header: Column) -> bool:
        """Whether a cell shows a percent sign; a new one does as the one above it, whose style it gets."""
        at = self._table.places[header] + 1
        return (min(number, self.last_filled_row), at) in self._table.percent_cells

    def _put_text(self, row: xml.Element, number: int, letters: str, style: str | None, text: str) -> None:
        cell = self._cell(row, number, letters, style)
        cell.set("t", "inlineStr")
        holder = xml.add(xml.add(cell, self._tag("is")), self._tag("t"))
        holder.text = _LOOKS_ESCAPED.sub("_x005F_", text)
        holder.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _read_column_styles(self, root: xml.Element) -> dict[int, str]:
        styles = {}
        for column in root.iter(self._tag("col")):
            if style := column.get("style"):
                first, last = (whole(column.get(end)) or 1 for end in ("min", "max"))
                styles.update(dict.fromkeys(range(first, min(last, 200) + 1), style))
        return styles

    def _tag(self, name: str) -> str:
        return f"{{{self._namespace}}}{name}"


def _is_filled(row: xml.Element) -> bool:
    return any(len(cell) for cell in row)


def _styles(row: xml.Element) -> dict[str, str]:
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
    for target in raw.related(part, "table"):
        root = parse_part(raw.members[target].content)
        if root.get("totalsRowCount", "0") != "0" or grow(root.get("ref", "")) == root.get("ref"):
            continue
        for element in (root, *root.iter("{*}autoFilter")):
            element.set("ref", grow(element.get("ref", "")))
        grown[target] = xml.to_bytes(root)
    return grown
