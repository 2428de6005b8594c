"""Cells that the eye sees otherwise than a reader of values: struck out, or shown as a month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.book.read.raw_sheet import Place, RawSheet, place_after
from generator.book.read.raw_xlsx import RawWorkbook, parse_part
from generator.vietnamese.text import whole
from generator.word import xml

#: A piece of a cell's text, and whether it is struck out; None where the cell's own font says so.
_Run = tuple[str, bool | None]


@dataclass(frozen=True, slots=True)
class Struck:
    """What is struck out of a cell's text, and what is left of it: "" when all of it is."""

    text: str
    left: str


class SeenBook:
    """What the sheets of a workbook have in common: its struck fonts, and its texts of several fonts."""

    def __init__(self, book: RawWorkbook) -> None:
        self.book = book

    @cached_property
    def struck_styles(self) -> frozenset[str]:
        """The styles of cells whose whole text is struck out."""
        styles = self.book.styles
        fonts = [] if styles is None else [*next(map(list, styles.iter("{*}fonts")), [])]
        struck = {str(n) for n, font in enumerate(fonts) if _is_struck(font)}
        formats = enumerate(self.book.formats) if struck else ()
        return frozenset(str(n) for n, form in formats if form.get("fontId", "0") in struck)

    @cached_property
    def rich_strings(self) -> Mapping[str, Sequence[_Run]]:
        """The shared strings of several fonts by their numbers; none where nothing is struck out."""
        part = self.book.members.get(self.book.strings_part)
        content = part.content if part is not None else b""
        if not self.struck_styles and b"strike" not in content:
            return {}
        items = parse_part(content).iter("{*}si") if content else ()
        return {str(n): runs for n, item in enumerate(items) if (runs := _runs_of(item))}


class SeenCells:
    """How the cells of a sheet are shown. Raises NotAPackage."""

    def __init__(self, seen: SeenBook, sheet: RawSheet) -> None:
        self._seen = seen
        self.sheet = sheet

    @cached_property
    def percent(self) -> frozenset[Place]:
        """The places of cells shown with a percent sign."""
        return self._seen.book.percent_cells(self.sheet)

    @cached_property
    def months(self) -> frozenset[Place]:
        """The places of cells shown as a month and year without a day."""
        return self._seen.book.month_cells(self.sheet)

    @property
    def struck(self) -> Mapping[Place, Struck]:
        """The cells with text struck out. A cell's own text is not known here where it is of one font."""
        styles, strings = self._seen.struck_styles, self._seen.rich_strings
        if not styles and not strings and b"strike" not in self.sheet.xml:
            return {}
        return dict(_struck_cells(parse_part(self.sheet.xml), styles, strings))


def month_shown(day: date) -> str:
    """Return a day as a cell shows it that has no place for the day: 06/2023."""
    return f"{day.month:02}/{day.year}"


def _struck_cells(
    root: xml.Element, styles: frozenset[str], strings: Mapping[str, Sequence[_Run]]
) -> Iterator[tuple[Place, Struck]]:
    place = (0, 0)
    for row in root.iter("{*}row"):
        number = whole(row.get("r"))
        place = (place[0] + 1 if number is None else number, 0)
        for cell in row.iter("{*}c"):
            place = place_after(cell.get("r", ""), place)
            is_struck = cell.get("s", "0") in styles
            runs = [(text, is_struck if own is None else own) for text, own in _runs_in(cell, strings)]
            text = "".join(text for text, gone in runs if gone).strip()
            if text:
                yield place, Struck(text, "".join(text for text, gone in runs if not gone).strip())


def _runs_in(cell: xml.Element, strings: Mapping[str, Sequence[_Run]]) -> Sequence[_Run]:
    inline = cell.find("{*}is")
    value = cell.findtext("{*}v") or ""
    alone = value if inline is None else "".join(t.text or "" for t in inline.iter("{*}t"))
    rich = _runs_of(inline) if inline is not None else strings.get(value, ()) if cell.get("t") == "s" else ()
    return rich or [(alone, None)]


def _runs_of(item: xml.Element) -> list[_Run]:
    """Return the runs of a text of several fonts, none of another one."""
    runs: list[_Run] = []
    for run in item.iter("{*}r"):
        look = run.find("{*}rPr")
        runs.append((run.findtext("{*}t") or "", None if look is None else _is_struck(look)))
    return runs


def _is_struck(font: xml.Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val", "1") not in ("0", "false")
