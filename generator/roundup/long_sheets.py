"""Rows by the hundred thousand, put into a sheet as XML and compressed as they come: never all in memory."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from itertools import islice
from string import ascii_uppercase

from generator.word.package import Member, read_members, write_members

_END = b"</sheetData>"
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"/>')
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: So many rows are compressed together.
_TOGETHER = 200


def with_rows(package: bytes, rows: Mapping[str, Iterable[Sequence[str | float]]]) -> bytes:
    """Return a workbook with rows below the header of each sheet named by its member."""
    members = read_members(package)
    for name, of_sheet in rows.items():
        members[name] = _filled(members[name], of_sheet)
    return write_members(members.values())


def _filled(sheet: Member, rows: Iterable[Sequence[str | float]]) -> Member:
    content = _DIMENSION.sub(b"", sheet.content)
    head, end, tail = content.partition(_END)
    if not end:  # a sheet with nothing but an empty element
        return sheet
    packer = zlib.compressobj(3, zlib.DEFLATED, -zlib.MAX_WBITS)
    crc = size = 0
    pieces = []
    for piece in (head, *_chunks(rows), end + tail):
        crc, size = zlib.crc32(piece, crc), size + len(piece)
        pieces.append(packer.compress(piece))
    return Member(sheet.name, zlib.DEFLATED, crc, size, b"".join((*pieces, packer.flush())))


def _chunks(rows: Iterable[Sequence[str | float]]) -> Iterator[bytes]:
    numbered = enumerate(rows, start=2)
    while together := "".join(_row(number, cells) for number, cells in islice(numbered, _TOGETHER)):
        yield together.encode()


def _row(number: int, cells: Sequence[str | float]) -> str:
    inside = [
        f'<c r="{column}{number}" t="inlineStr"><is><t>{_text(value)}</t></is></c>'
        if isinstance(value, str)
        else f'<c r="{column}{number}"><v>{value!r}</v></c>'
        for column, value in zip(ascii_uppercase, cells, strict=False)
        if value != ""
    ]
    return f'<row r="{number}">{"".join(inside)}</row>'


@lru_cache(maxsize=20_000)
def _text(value: str) -> str:
    return escape(_CONTROL.sub("", value), quote=False)
