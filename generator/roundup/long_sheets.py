"""Rows by the hundred thousand, put into a sheet as XML and compressed as they come: never all in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import chain, islice
from operator import getitem
from string import ascii_uppercase
from typing import NamedTuple

from generator import limits
from generator.word.package import Member, read_members, write_members

_END = b"</sheetData>"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: What Excel would take for a character written by its number.
_LIKE_A_NUMBER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
#: So many rows are compressed together.
_TOGETHER = 200
#: So many cells of a column are remembered as XML.
_REMEMBERED = 20_000
#: Stands for a row's number in what is remembered of its cells.
_NUMBER = b"\0"
_ROW = b'<row r="\0"%b>%b</row>'
#: Points of a line of text.
_LINE = 15.75
#: Excel has no higher row.
_HIGHEST = 409


class Styled(NamedTuple):
    """A cell with a style of the workbook, by its number; `value` None for an empty one. With `formula` the value is
    what that comes to."""

    value: str | float | None
    style: int
    formula: str = ""


Cell = str | float | Styled


class LateRows(NamedTuple):
    """The rows of a sheet from a number on, put in when the rest of the workbook is written. With the `widths` of
    columns, in characters, rows are as high as their texts ask for."""

    first: int
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int] = ()


def with_rows(package: bytes, rows: Mapping[str, LateRows]) -> bytes:
    """Return a workbook with rows at the end of each sheet named by its member."""
    members = read_members(package)
    for name, late in rows.items():
        members[name] = _filled(members[name], late)
    return write_members(members.values())


def _filled(sheet: Member, late: LateRows) -> Member:
    head, end, tail = sheet.content.partition(_END)
    if not end:  # a sheet with nothing but an empty element
        return sheet
    return Member.packed_from(sheet.name, chain((head,), _chunks(late), (end + tail,)))


def _chunks(late: LateRows) -> Iterator[bytes]:
    columns = [_Column(letter) for letter in ascii_uppercase]
    numbered = enumerate(late.rows, start=late.first)
    while together := [
        (_ROW % (_height(cells, late.widths), b"".join(map(getitem, columns, cells)))).replace(_NUMBER, b"%d" % number)
        for number, cells in islice(numbered, _TOGETHER)
    ]:
        yield b"".join(together)


def _height(cells: Sequence[Cell], widths: Sequence[int]) -> bytes:
    """The height that a row's texts ask for, as an attribute: not every program reckons it when it opens a workbook."""
    texts = [(str(cell[0]), width) for cell, width in zip(cells, widths, strict=False) if isinstance(cell, Styled)]
    lines = max((sum(1 + len(part) // width for part in text.split("\n")) for text, width in texts), default=1)
    return b' ht="%.2f"' % min(lines * _LINE, _HIGHEST) if lines > 1 else b""


class _Column(dict[Cell, bytes]):
    """What the cells of a column are as XML, the row's number left open. The same come again and again."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter

    def __missing__(self, cell: Cell) -> bytes:
        xml = self._xml(cell).encode()
        if not (isinstance(cell, Styled) and cell.formula):
            if len(self) >= _REMEMBERED:
                self.clear()
            self[cell] = xml
        return xml

    def _xml(self, cell: Cell) -> str:
        opening = f'<c r="{self._letter}\0"'
        if isinstance(cell, Styled):
            value, style, formula = cell
            opening += f' s="{style}"'
            if value is None:
                return f"{opening}/>"
            if formula:
                return f"{opening}><f>{escape(formula, quote=False)}</f><v>{value}</v></c>"
            shown = value if isinstance(value, str) else f"{value:.16G}"
        elif cell == "":
            return ""
        else:
            value, shown = cell, str(cell)
        if not isinstance(value, str):
            return f"{opening}><v>{shown}</v></c>"
        space = ' xml:space="preserve"' if value != value.strip() else ""
        return f'{opening} t="inlineStr"><is><t{space}>{_text(value)}</t></is></c>'


def _text(value: str) -> str:
    if len(value) > limits.CELL_TEXT.most // 2:
        value = value.encode("utf-16-le")[: 2 * limits.CELL_TEXT.most].decode("utf-16-le", "ignore")
    return escape(_LIKE_A_NUMBER.sub("_x005F_", _CONTROL.sub("", value)), quote=False)
