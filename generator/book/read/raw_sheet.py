"""One sheet's own XML: what no reader of values tells of it, in one pass, and only where there is something to tell.

A cell stands where its `r` says, else after the cell before it, as Excel takes it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property
from xml.parsers import expat

from generator import limits
from generator.book import messages as say
from generator.vietnamese.text import whole
from generator.word.package import NotAPackage

#: (row, column), both from 1.
Place = tuple[int, int]

# Excel, LibreOffice and openpyxl begin each row and cell with its address. In a sheet without other ones, and without
# addresses of five digits or three letters, no cell is far; and the bytes show whether there is anything to parse for.
_OTHER_CELL = re.compile(rb'<c(?! r="[A-Z]{1,2}[0-9]{1,4}")[\s/>]')
_OTHER_ROW = re.compile(rb'<row(?! r="[0-9]{1,4}")[\s/>]')
_FORMULA = re.compile(rb"<f[\s/>]")
_ADDRESS = re.compile(r"([A-Za-z]{1,9})([0-9]{1,18})")
_YES = ("1", "true")
#: What stands within a cell and is not its text: how it is pronounced, what an extension adds.
_PASSED_OVER = ("rPh", "extLst")
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\s(?:[^>]*\s)?hidden=["'](?:1|true)["']""")


class RawSheet:
    """The XML of a sheet. Its properties raise NotAPackage when it is no XML."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        unusual = (b"<!", b":c ", b":c>", b":row")
        self._is_usual = b"<sheetData" in xml and not any(mark in xml for mark in unusual)
        self._is_usual = self._is_usual and not _OTHER_CELL.search(xml) and not _OTHER_ROW.search(xml)

    @cached_property
    def _cells(self) -> int:
        """Where the sheet's cells begin."""
        return max(self.xml.find(b"sheetData"), 0)

    @cached_property
    def _parsed(self) -> SheetPass:
        return SheetPass(self.xml)

    @property
    def too_large(self) -> str:
        """What to say of a cell so far out that the grid up to it would fill the memory, "" when all is near."""
        return "" if self._is_usual else self._parsed.too_large

    @property
    def errors(self) -> dict[Place, str]:
        """The errors shown (#N/A, #REF!) by place."""
        shows_none = self._is_usual and b'"e"' not in self.xml and b"'e'" not in self.xml
        return {} if shows_none else self._parsed.errors

    @property
    def uncalculated(self) -> set[Place]:
        """The places of formulas saved without a result."""
        return set() if self._is_usual and not _FORMULA.search(self.xml) else self._parsed.uncalculated

    @property
    def hidden_rows(self) -> frozenset[int]:
        """The numbers of rows that are not shown: hidden, folded or filtered out."""
        is_told = self.xml.find(b"hidden", self._cells) >= 0 and _HIDDEN_ROW.search(self.xml, self._cells)
        return frozenset(self._parsed.hidden_rows) if is_told else frozenset()

    @property
    def hidden_columns(self) -> frozenset[int]:
        """The numbers of columns that are hidden, without those that wait behind a [+] which is seen."""
        is_any = self.xml.find(b"hidden", 0, self._cells) >= 0
        return frozenset(self._parsed.hidden_columns) if is_any else frozenset()

    @property
    def has_merged_cells(self) -> bool:
        """Whether the sheet lists merged cells, which it does below its cells."""
        return self.xml.find(b"mergeCell ", max(self.xml.rfind(b"sheetData>"), 0)) >= 0

    @property
    def merged(self) -> list[tuple[Place, Place]]:
        """The first and the last place of each merged cell."""
        return self._parsed.merged if self.has_merged_cells else []

    def styled(self, styles: Collection[str]) -> frozenset[Place]:
        """Return the places of cells that have one of the styles."""
        found = self._parsed.styles if styles else {}
        return frozenset(place for place, style in found.items() if style in styles)


class SheetPass:
    """What one pass over a sheet finds. Raises NotAPackage."""

    def __init__(self, xml: bytes) -> None:
        self.errors: dict[Place, str] = {}
        self.uncalculated: set[Place] = set()
        self.merged: list[tuple[Place, Place]] = []
        self.styles: dict[Place, str] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.last_row = self.last_column = 0
        self._place = (0, 0)
        self._type: str | None = None
        self._has_formula = self._is_reading = False
        self._passed_over = ""
        self._text: list[str] = []
        self._parse(xml)

    @property
    def too_large(self) -> str:
        rows, columns = self.last_row, self.last_column
        found = ((limits.SHEET_ROWS, rows), (limits.SHEET_COLUMNS, columns), (limits.SHEET_CELLS, rows * columns))
        met = next((limit for limit, count in found if count > limit.most), None)
        return met.told(where=f"{column_letters(columns)}{rows}") if met else ""

    def holds(self, place: Place, kind: str, text: str) -> None:
        """Take note of a cell that holds something: `kind` is its `t`, `text` its value or its own words."""
        self.last_row = max(self.last_row, place[0])
        self.last_column = max(self.last_column, place[1])

    def _parse(self, xml: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._add_text
        parser.StartDoctypeDeclHandler = _refuse
        try:
            parser.Parse(xml, True)
        except expat.ExpatError as fault:
            raise NotAPackage(say.DAMAGED.text) from fault

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if self._passed_over:
            return
        if name == "c":
            self._place = place_after(attributes.get("r", ""), self._place)
            self._type = attributes.get("t", "n")
            self._has_formula, self._text = False, []
            if "s" in attributes:
                self.styles[self._place] = attributes["s"]
        elif self._type is not None:
            self._passed_over = name if name in _PASSED_OVER else ""
            self._has_formula = self._has_formula or name == "f"
            self._is_reading = name in ("v", "t")
        elif name == "row":
            number = whole(attributes.get("r"))
            self._place = (self._place[0] + 1 if number is None else number, 0)
            if attributes.get("hidden") in _YES:
                self.hidden_rows.add(self._place[0])
        elif name == "col" and attributes.get("hidden") in _YES and attributes.get("outlineLevel", "0") == "0":
            first, last = whole(attributes.get("min")), whole(attributes.get("max"))
            if first is not None and last is not None:
                self.hidden_columns.update(range(max(first, 1), min(last, limits.SHEET_COLUMNS.most) + 1))
        elif name == "mergeCell":
            top, _, bottom = attributes.get("ref", "").partition(":")
            self.merged.append((place_after(top, (0, 0)), place_after(bottom or top, (0, 0))))

    def _add_text(self, text: str) -> None:
        if self._is_reading:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        if self._type is None:
            return
        name = tag.rpartition(":")[2]
        self._is_reading = False
        if name == self._passed_over:
            self._passed_over = ""
        elif name == "c" and not self._passed_over:
            self._end_cell("".join(self._text), self._type)
            self._type = None

    def _end_cell(self, text: str, kind: str) -> None:
        if text and kind == "e":
            self.errors[self._place] = text
        if self._has_formula and not text.strip() and kind != "str":
            self.uncalculated.add(self._place)
        if self._has_formula or text:
            self.holds(self._place, kind, text)


def _refuse(*_: object) -> None:
    """No sheet has a document type of its own, which could unfold to more than the memory holds."""
    raise NotAPackage(say.DAMAGED.text)


def place_after(address: str, before: Place) -> Place:
    """Return where a cell stands: at its address, without one after the cell before it."""
    match = _ADDRESS.fullmatch(address.replace("$", ""))
    return (int(match[2]), column_number(match[1])) if match else (before[0], before[1] + 1)


def column_number(letters: str) -> int:
    """Return 1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper().encode("ascii"):
        number = number * 26 + letter - 64
    return number


def column_letters(number: int) -> str:
    """Return A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
