"""What a Word paragraph gets from its style: its automatic list, and whether its font is one of before Unicode."""

from __future__ import annotations

from lxml import etree

from generator.plans.fonts import OldFont, old_font
from generator.plans.word_xml import attribute, child, children, value


class WordStyles:
    """The styles of a document, looked up by id through what they are based on."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default_font: str | None = None
        self._default_style: str | None = None
        if root is None:
            return
        for style in children(root, "style"):
            style_id = attribute(style, "styleId") or ""
            self._styles[style_id] = style
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true"):
                self._default_style = style_id
        self._default_font = _font_name(child(root, "docDefaults", "rPrDefault", "rPr"))

    def numbering_of(self, style: str | None) -> tuple[str, str | None, str] | None:
        """Return list id, level and the style that gives them, for paragraphs numbered by their style."""
        for style_id, element in self._chain(style or self._default_style):
            numbering = child(element, "pPr", "numPr")
            if (num_id := value(child(numbering, "numId"))) is not None:
                return num_id, value(child(numbering, "ilvl")), style_id
        return None

    def old_font_of(self, run: etree._Element, paragraph_style: str | None) -> OldFont | None:
        """Return the old font of a run: its own, its style's, its paragraph's or the document's."""
        properties = child(run, "rPr")
        name = _font_name(properties)
        for style in (value(child(properties, "rStyle")), paragraph_style or self._default_style):
            for _, element in self._chain(style):
                name = name or _font_name(child(element, "rPr"))
        return old_font(name or self._default_font)

    def _chain(self, style: str | None) -> list[tuple[str, etree._Element]]:
        chain: list[tuple[str, etree._Element]] = []
        while style and style in self._styles and all(style != seen for seen, _ in chain):
            chain.append((style, self._styles[style]))
            style = value(child(self._styles[style], "basedOn"))
        return chain


def _font_name(properties: etree._Element | None) -> str | None:
    fonts = child(properties, "rFonts")
    return attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
