"""The shaded line above a block of new rows, and where its sheet opens: so that the newest block is found at once."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.book.read.raw_xlsx import RawWorkbook, parse_part
from generator.vietnamese.text import whole
from generator.word import xml

_SHADE, _INK = "FFDCE6F2", "FF1F3F66"
LINE_HEIGHT = 24.0


class Shades:
    """The shaded, bold form of cell styles, made when it is asked for; a workbook without styles stays without."""

    def __init__(self, raw: RawWorkbook) -> None:
        self._part = raw.styles_part
        self._root = parse_part(raw.members[self._part].content) if self._part else None
        self._formats = None if self._root is None else next(self._root.iter("{*}cellXfs"), None)
        self._made: dict[str | None, str | None] = {}

    def of(self, style: str | None) -> str | None:
        """Return the style of a cell on the line that has `style` elsewhere."""
        if style not in self._made:
            self._made[style] = self._shaded(style)
        return self._made[style]

    def parts(self) -> dict[str, bytes]:
        """Return the part of the styles, when a new one was needed."""
        return {self._part: xml.to_bytes(self._root)} if self._root is not None and self._made else {}

    def _shaded(self, style: str | None) -> str | None:
        formats = None if self._formats is None else list(self._formats)
        if self._root is None or not formats:
            return style
        at = whole(style)
        shaded = _copy(formats[at if at is not None and 0 <= at < len(formats) else 0])
        for child in [c for c in shaded if xml.local_name(c) == "alignment"]:
            shaded.remove(child)
        alignment = xml.new(_tag(shaded, "alignment"), {"vertical": "center"})
        shaded.insert(0, alignment)
        shaded.set("fillId", self._fill())
        shaded.set("fontId", self._bold(shaded.get("fontId", "0")))
        shaded.set("numFmtId", "0")
        for attribute in ("applyFill", "applyFont", "applyAlignment"):
            shaded.set(attribute, "1")
        return self._place(next(self._root.iter("{*}cellXfs")), shaded)

    def _fill(self) -> str:
        assert self._root is not None
        fills = next(self._root.iter("{*}fills"))
        fill = xml.new(_tag(fills, "fill"))
        pattern = xml.add(fill, _tag(fills, "patternFill"), {"patternType": "solid"})
        xml.add(pattern, _tag(fills, "fgColor"), {"rgb": _SHADE})
        return self._place(fills, fill)

    def _bold(self, number: str) -> str:
        assert self._root is not None
        fonts = next(self._root.iter("{*}fonts"))
        known = list(fonts)
        at = whole(number)
        font = _copy(known[at]) if at is not None and 0 <= at < len(known) else xml.new(_tag(fonts, "font"))
        for child in [c for c in font if xml.local_name(c) in ("b", "i", "color")]:
            font.remove(child)
        font.insert(0, xml.new(_tag(fonts, "b")))
        xml.add(font, _tag(fonts, "color"), {"rgb": _INK})
        return self._place(fonts, font)

    def _place(self, among: xml.Element, wanted: xml.Element) -> str:
        """Return the number of an element among its like; it is added when there is none the same."""
        said = xml.to_text(wanted)
        for number, element in enumerate(among):
            if xml.to_text(element) == said:
                return str(number)
        among.append(wanted)
        among.set("count", str(len(among)))
        return str(len(among) - 1)


def open_at(root: xml.Element, number: int) -> None:
    """Let a sheet open with a row on top, the cursor in it."""
    for view in root.iter("{*}sheetView"):
        panes = [child for child in view if xml.local_name(child) == "pane"]
        scrolled = panes[0] if panes else view
        column = _letters(scrolled.get("topLeftCell", "A1"))
        scrolled.set("topLeftCell", f"{column}{number}")
        for selection in (child for child in view if xml.local_name(child) == "selection"):
            if not panes or selection.get("pane") == panes[0].get("activePane"):
                selection.set("activeCell", f"{column}{number}")
                selection.set("sqref", f"{column}{number}")


def _letters(cell: str) -> str:
    return re.sub(r"[^A-Z]", "", cell) or "A"


def _tag(like: xml.Element, name: str) -> str:
    return f"{{{xml.namespace(like)}}}{name}"


def _copy(element: xml.Element) -> xml.Element:
    copied = xml.new(str(element.tag), {str(k): str(v) for k, v in element.attrib.items()})
    for child in element:
        copied.append(_copy(child))
    return copied


Shade = Callable[[str | None], str | None]
