"""Cells of an Excel file typed in a font of before Unicode: calamine does not tell fonts, the file's XML does."""

from __future__ import annotations

import re

from generator.book.read.raw_sheet import column_number
from generator.book.read.raw_xlsx import RawWorkbook
from generator.plans.blocks import Remark, RemarkKind
from generator.plans.fonts import OldFont, old_font, to_unicode
from generator.vietnamese.text import whole
from generator.word import xml
from generator.word.package import Member
from generator.word.read.parts import parse_part

_S = "{*}"

_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")


class OldFontCells:
    """Reads the text of cells with their fonts. Raises UnreadablePlan for characters without a mapping."""

    def __init__(self, raw: RawWorkbook) -> None:
        self.remarks: list[Remark] = []
        self._fonts = _style_fonts(raw)
        shared = raw.members.get(raw.strings_part)
        self._shared = [_runs(item) for item in parse_part(shared).iterfind(f"{_S}si")] if shared else []

    def texts(self, part: Member, sheet: str) -> dict[tuple[int, int], str]:
        """Return the texts that had to be converted, by (row, column) from 0."""
        converted: dict[tuple[int, int], str] = {}
        seen: set[OldFont] = set()
        for cell in parse_part(part).iter(f"{_S}c"):
            address = _ADDRESS.fullmatch(cell.get("r", ""))
            if address is None:
                continue
            font = self._fonts.get(cell.get("s", "0"))
            runs = [(text, own if own is not None or named else font) for text, own, named in self._text_of(cell)]
            text, used = to_unicode(runs, f"{sheet}!{address[0]}")
            if used:
                converted[int(address[2]) - 1, column_number(address[1]) - 1] = text
            for old in used - seen:
                message = f"đã chuyển chữ phông {old.value} sang Unicode; hãy đọc lại"
                self.remarks.append(Remark(RemarkKind.FONT, f"{sheet}!{address[0]}", message))
            seen |= used
        return converted

    def _text_of(self, cell: xml.Element) -> list[tuple[str, OldFont | None, bool]]:
        if cell.get("t") == "s":
            index = cell.find(f"{_S}v")
            number = whole(index.text) if index is not None else None
            return self._shared[number] if number is not None and 0 <= number < len(self._shared) else []
        inline = cell.find(f"{_S}is")
        return _runs(inline) if inline is not None else []


def _runs(item: xml.Element) -> list[tuple[str, OldFont | None, bool]]:
    """Text, old font and whether the run names a font of its own."""
    runs: list[tuple[str, OldFont | None, bool]] = []
    for part in item:
        if xml.local_name(part) == "t":
            runs.append((part.text or "", None, False))
        elif xml.local_name(part) == "r":
            font = part.find(f"{_S}rPr/{_S}rFont")
            name = None if font is None else font.get("val")
            runs.append((part.findtext(f"{_S}t") or "", old_font(name), name is not None))
    return runs


def _style_fonts(raw: RawWorkbook) -> dict[str, OldFont]:
    """Cell style index to old font."""
    if raw.styles is None:
        return {}
    names = [
        None if (name := font.find(f"{_S}name")) is None else name.get("val")
        for font in raw.styles.iterfind(f"{_S}fonts/{_S}font")
    ]
    found = {}
    for index, xf in enumerate(raw.formats):
        font_id = whole(xf.get("fontId", "0"))
        font = old_font(names[font_id]) if font_id is not None and 0 <= font_id < len(names) else None
        if font is not None:
            found[str(index)] = font
    return found
