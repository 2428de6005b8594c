"""Effective formatting: document defaults, table, paragraph and character styles with their bases, theme fonts."""

from __future__ import annotations

import re
from typing import Any

from generator.word.read.numbering import Numbering
from generator.word.read.properties import (
    TOGGLES,
    VAL,
    Properties,
    W,
    paragraph_properties,
    run_properties,
)

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

#: A table style and the parts of it that hold at a cell ("firstRow", …), lowest first.
TableStyle = tuple[str, tuple[str, ...]]
NO_TABLE: TableStyle = ("", ())


def theme_fonts(theme: Any) -> dict[str, str]:
    """Return the Latin font of each theme slot a w:rFonts may name."""
    fonts: dict[str, str] = {}
    if theme is None:
        return fonts
    for kind in ("major", "minor"):
        latin = theme.find(f".//{_A}{kind}Font/{_A}latin")
        if latin is not None:
            for slot in ("Ascii", "HAnsi"):
                fonts[f"{kind}{slot}"] = latin.get("typeface", "")
    return fonts


class Styles:
    """Answers what a run or a paragraph looks like; remembers every combination of styles it has met."""

    def __init__(self, styles: Any, theme: Any, numbering: Numbering) -> None:
        self._fonts = theme_fonts(theme)
        self._numbering = numbering
        self._by_id: dict[str, Any] = {}
        self._default_paragraph = ""
        self._run_defaults: Properties = {}
        self._paragraph_defaults: Properties = {}
        self._chains: dict[str, tuple[Properties, Properties]] = {}
        self._run_bases: dict[tuple[TableStyle, str, str], Properties] = {}
        self._paragraph_bases: dict[tuple[TableStyle, str], Properties] = {}
        if styles is not None:
            self._index(styles)

    def _index(self, styles: Any) -> None:
        for style in styles.iterfind(f"{W}style"):
            identifier = style.get(f"{W}styleId", "")
            self._by_id[identifier] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self._default_paragraph = identifier
        defaults = styles.find(f"{W}docDefaults")
        if defaults is not None:
            self._run_defaults = run_properties(defaults.find(f"{W}rPrDefault/{W}rPr"), self._fonts)
            self._paragraph_defaults = paragraph_properties(defaults.find(f"{W}pPrDefault/{W}pPr"))

    def paragraph_style(self, properties: Any) -> str:
        """Return the id of the style that a w:pPr names, or of the default one."""
        style = None if properties is None else properties.find(f"{W}pStyle")
        named = "" if style is None else style.get(VAL, "")
        return named if named in self._by_id else self._default_paragraph

    def paragraph(self, properties: Any, style: str, table: TableStyle) -> Properties:
        """Return the effective paragraph properties. Numbering's indents yield to direct ones only."""
        key = table, style
        base = self._paragraph_bases.get(key)
        if base is None:
            base = self._paragraph_bases[key] = self._paragraph_base(style, table)
        direct = paragraph_properties(properties)
        if "num" not in direct:
            return {**base, **direct} if direct else base
        level = self._numbering.level_properties(direct["num"], direct.get("level", 0))
        return {**base, **level, **direct}

    def _paragraph_base(self, style: str, table: TableStyle) -> Properties:
        own = self._chain(style)[1]
        numbered: Properties = {}
        if "num" in own:
            numbered = self._numbering.level_properties(own["num"], own.get("level", 0))
        return {**self._paragraph_defaults, **self._table(table)[1], **numbered, **own}

    def run(self, properties: Any, style: str, table: TableStyle) -> Properties:
        """Return the effective run properties of a w:rPr in a paragraph of `style`."""
        direct = run_properties(properties, self._fonts)
        key = table, style, direct.get("rStyle", "")
        base = self._run_bases.get(key)
        if base is None:
            base = self._run_bases[key] = self._run_base(*key)
        return {**base, **direct} if direct else base

    def _run_base(self, table: TableStyle, style: str, character: str) -> Properties:
        layers = [self._table(table)[0], self._chain(style)[0], self._chain(character)[0]]
        merged = dict(self._run_defaults)
        for layer in layers:
            merged.update(layer)
        for name in TOGGLES:
            toggled = sum(bool(layer.get(name)) for layer in layers) % 2 == 1
            merged[name] = self._run_defaults.get(name, False) or toggled
        return merged

    def _chain(self, identifier: str) -> tuple[Properties, Properties]:
        """Run and paragraph properties of a style laid over those of its bases."""
        cached = self._chains.get(identifier)
        if cached is not None:
            return cached
        lineage: list[Any] = []
        current = identifier
        while current in self._by_id and self._by_id[current] not in lineage:
            lineage.append(self._by_id[current])
            base = lineage[-1].find(f"{W}basedOn")
            current = "" if base is None else base.get(VAL, "")
        run: Properties = {}
        paragraph: Properties = {}
        for style in reversed(lineage):
            run.update(run_properties(style.find(f"{W}rPr"), self._fonts))
            own = paragraph_properties(style.find(f"{W}pPr"))
            if "num" in own and "level" not in own:
                own["level"] = self._numbering.level_of_style(own["num"], style.get(f"{W}styleId", ""))
            paragraph.update(own)
        self._chains[identifier] = run, paragraph
        return run, paragraph

    def _table(self, table: TableStyle) -> tuple[Properties, Properties]:
        identifier, parts = table
        run, paragraph = (dict(layer) for layer in self._chain(identifier))
        style = self._by_id.get(identifier)
        if style is None:
            return run, paragraph
        for part in parts:
            for conditional in style.iterfind(f"{W}tblStylePr"):
                if conditional.get(f"{W}type") == part:
                    run.update(run_properties(conditional.find(f"{W}rPr"), self._fonts))
                    paragraph.update(paragraph_properties(conditional.find(f"{W}pPr")))
        return run, paragraph


def table_parts(look: Any, row: int, rows: int, column: int, columns: int) -> tuple[str, ...]:
    """Return which parts of a table style hold at a cell, by the table's w:tblLook."""
    if look is None:
        return ()
    written = look.get(VAL, "")
    bits = int(written, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,8}", written) else 0

    def wants(name: str, bit: int) -> bool:
        given = look.get(f"{W}{name}")
        return given in ("1", "true", "on") if given is not None else bool(bits & bit)

    here = (
        ("firstCol", column == 0 and wants("firstColumn", 0x80)),
        ("lastCol", column == columns - 1 and wants("lastColumn", 0x100)),
        ("lastRow", row == rows - 1 and wants("lastRow", 0x40)),
        ("firstRow", row == 0 and wants("firstRow", 0x20)),
    )
    return tuple(name for name, holds in here if holds)
