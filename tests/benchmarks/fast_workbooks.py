"""Workbooks by the thousand: the real new workbook as a mold, its rows written as XML instead of by openpyxl.

A workbook made here has what Excel would save: shared strings, styled cells, every sheet with its header and lists.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

from generator.book.read.raw_sheet import column_letters
from generator.book.read.raw_xlsx import RawWorkbook
from generator.book.sheets import SHEETS
from generator.book.write.new_workbook import columns_in_order, workbook_bytes
from generator.word.package import Member, with_parts

_EPOCH = date(1899, 12, 30)
_HEADER = re.compile(r'<sheetData>(<row r="1".*?</row>)', re.DOTALL)
_DATA = re.compile(r"<sheetData>.*</sheetData>", re.DOTALL)
_STRINGS = "xl/sharedStrings.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_RELATION = (
    '<Relationship Id="rIdStrings" Target="/xl/sharedStrings.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
)


class Mold:
    """A workbook to be filled with other rows. `example` has at least one row in each sheet that will have any."""

    def __init__(self, example: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
        raw = RawWorkbook(workbook_bytes(example))
        self._members = raw.members
        self._parts = {sheet.name: sheet.part for sheet in raw.sheets}
        self._xml = {name: raw.members[part].content.decode() for name, part in self._parts.items()}
        # openpyxl writes strings into the cells; Excel keeps them in a table of their own.
        for part, before, added in (
            ("[Content_Types].xml", "</Types>", f'<Override PartName="/{_STRINGS}" ContentType="{_TYPE}"/>'),
            ("xl/_rels/workbook.xml.rels", "</Relationships>", _RELATION),
        ):
            content = raw.members[part].content.decode().replace(before, added + before)
            self._members[part] = Member.packed(part, content.encode())

    def fill(self, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> bytes:
        strings: dict[str, int] = {}
        parts = {}
        for sheet in SHEETS:
            xml = self._xml[sheet.name]
            headers = [*columns_in_order(sheet)]
            letters = [column_letters(at) for at in range(1, len(headers) + 1)]
            found = {letter: re.search(rf'<c r="{letter}2" s="(\d+)"', xml) for letter in letters}
            styles = {letter: f' s="{style[1]}"' if style else "" for letter, style in found.items()}
            out = ["<sheetData>", _HEADER.search(xml)[1]]
            for number, row in enumerate(rows.get(sheet.name, ()), start=2):
                out.append(f'<row r="{number}">')
                for header, letter in zip(headers, letters, strict=True):
                    value = row.get(header)
                    if value is not None and value != "":
                        out.append(_cell(f"{letter}{number}", styles[letter], value, strings))
                out.append("</row>")
            out.append("</sheetData>")
            parts[self._parts[sheet.name]] = _DATA.sub("".join(out).replace("\\", r"\\"), xml).encode()
        table = "".join(strings)
        head = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        parts[_STRINGS] = f"{head}{table}</sst>".encode()
        return with_parts(self._members, parts)


def _cell(place: str, style: str, value: object, strings: dict[str, int]) -> str:
    if isinstance(value, date):
        return f'<c r="{place}"{style}><v>{(value - _EPOCH).days}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"{style}><v>{value}</v></c>'
    text = f'<si><t xml:space="preserve">{escape(str(value))}</t></si>'
    return f'<c r="{place}"{style} t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'
