"""Grids of values by the standard library alone, the same as calamine's.

Not by openpyxl, which drops rows that stand out of order, days that no calendar has, and escaped characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta

from generator.book import messages as say
from generator.book.read.raw_sheet import Place, SheetPass
from generator.book.read.raw_xlsx import RawWorkbook, SheetPart, parse_part
from generator.vietnamese.cells import Value
from generator.vietnamese.text import whole
from generator.word import xml
from generator.word.package import NotAPackage

_ZERO = datetime(1899, 12, 30)
_DAYS_TO_1904 = 1462
#: The serial number after 31/12/9999.
_END_OF_TIME = 2_958_466
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class PlainGrids:
    """Reads the grids of a workbook's sheets. Raises NotAPackage."""

    def __init__(self, raw: RawWorkbook, soon: Iterable[SheetPart] = ()) -> None:
        if not raw.sheets:
            raise NotAPackage(say.DAMAGED.text)
        self._raw = raw
        shared = raw.members.get(raw.strings_part)
        items = parse_part(shared.content).iter("{*}si") if shared else ()
        self._cells = _Cells([_shared_text(item) for item in items], raw)

    def grid(self, sheet: SheetPart) -> list[list[Value]]:
        """Return the rows of a sheet whose cells are known to be near; "" for an empty cell."""
        found = _GridPass(self._raw.sheet(sheet.part).xml)
        rows: list[list[Value]] = [[""] * found.last_column for _ in range(found.last_row)]
        for place, (kind, text) in found.cells.items():
            rows[place[0] - 1][place[1] - 1] = self._cells.value(kind, text, found.styles.get(place, "0"))
        return rows


class _GridPass(SheetPass):
    """A pass that keeps the type and text of each cell."""

    def __init__(self, content: bytes) -> None:
        self.cells: dict[Place, tuple[str, str]] = {}
        super().__init__(content)

    def holds(self, place: Place, kind: str, text: str) -> None:
        super().holds(place, kind, text)
        self.cells[place] = kind, text


class _Cells:
    """Makes values of what cells hold, as calamine makes them."""

    def __init__(self, shared: Sequence[str], raw: RawWorkbook) -> None:
        self._shared = shared
        self._times, self._durations = raw.time_styles()
        self._offset = _DAYS_TO_1904 if raw.counts_from_1904 else 0

    def value(self, kind: str, text: str, style: str) -> Value:
        if kind == "s":
            at = whole(text)
            return self._shared[at] if at is not None and 0 <= at < len(self._shared) else ""
        if kind in ("str", "inlineStr"):
            return _unescaped(text)
        if kind == "d":
            return _iso_moment(text)
        if kind == "b":
            return text == "1"
        if kind == "e" or not text:
            return ""
        try:
            number = float(text)
        except ValueError as fault:
            raise NotAPackage(say.DAMAGED.text) from fault
        if style in self._durations:
            return timedelta(milliseconds=round(number * 86_400_000))
        return self._moment(number) if style in self._times else number

    def _moment(self, number: float) -> date | datetime | time | float:
        whole = number + self._offset
        if not whole < _END_OF_TIME:
            return number
        if number < 1:
            return (_ZERO + timedelta(milliseconds=round(max(number, 0) * 86_400_000))).time()
        # Excel has a 29/02/1900, which no calendar has.
        moment = _ZERO + timedelta(days=whole < 60, milliseconds=round(whole * 86_400_000))
        return moment.date() if number.is_integer() else moment


def _iso_moment(text: str) -> Value:
    for read in (date.fromisoformat, datetime.fromisoformat, time.fromisoformat):
        with suppress(ValueError):
            return text if text.endswith("Z") else read(text)
    return text


def _shared_text(item: xml.Element) -> str:
    """Return the text of a shared string: its runs, without what helps to pronounce it."""
    parts = (child for child in item if xml.local_name(child) in ("t", "r"))
    return _unescaped("".join(text.text or "" for part in parts for text in part.iter("{*}t")))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
