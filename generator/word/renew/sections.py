"""Section breaks of a document: which one ends a section, and how to write another like it."""

from __future__ import annotations

from generator.word.regions import visible_text
from generator.word.renew.xml_spans import Element, XmlPart, body_of


def section_ends(document: XmlPart) -> list[Element]:
    """Return the section properties that end each section, in order; the last are the body's own."""
    body = body_of(document)
    return [s for s in body.walk("w:sectPr") if s.parent is body or ending_block(s) is not None]


def section_end_after(document: XmlPart, position: int) -> Element | None:
    """Return the properties of the section that `position` lies in."""
    return next((s for s in section_ends(document) if s.end > position), None)


def section_end_before(document: XmlPart, position: int) -> Element | None:
    """Return the properties of the section before the one that `position` lies in."""
    return next((s for s in reversed(section_ends(document)) if s.end <= position), None)


def ending_block(section: Element) -> Element | None:
    """Return the paragraph that carries section properties; None for the body's own."""
    properties = section.parent
    return properties.parent if properties is not None and properties.tag == "w:pPr" else None


def is_break_only(document: XmlPart, block: Element) -> bool:
    """Whether a paragraph is there only for its section break."""
    return block.at("w:pPr", "w:sectPr") is not None and not visible_text(document.text_between(block.start, block.end))


def carried_section(block: Element | None) -> Element | None:
    """Return the section properties in a region's last paragraph: LibreOffice puts a break there."""
    return block.at("w:pPr", "w:sectPr") if block is not None else None


def copied_section(document: XmlPart, section: Element) -> bytes:
    """Return section properties for a new break, without the record of tracked changes to the old one."""
    change = section.child("w:sectPrChange")
    if change is None:
        return document.source(section)
    return document.data[section.start : change.start] + document.data[change.end : section.end]


def break_paragraph(section: bytes, style_id: str | None) -> bytes:
    """Return a paragraph that ends a section."""
    style = f'<w:pStyle w:val="{style_id}"/>'.encode() if style_id else b""
    return b"<w:p><w:pPr>" + style + section + b"</w:pPr></w:p>"
