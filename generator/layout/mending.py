"""Safe changes to a document's XML: formatting set directly, a mark or a zero in a text. Children keep Word's order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from lxml import etree

from generator.layout.reading.paragraph import Paragraph, Run
from generator.layout.reading.properties import VAL, W
from generator.layout.verdict import Mend


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_RUN_ORDER = _names(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
)
_PARAGRAPH_ORDER = _names(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_SECTION_ORDER = _names(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
)
_TWIPS_PER_MM = 1440 / 25.4


def child_in_order(parent: Any, name: str, order: Sequence[str]) -> Any:
    """Return the child called `name`, made where Word's schema wants it if there is none."""
    found = parent.find(f"{W}{name}")
    if found is not None:
        return found
    later = {f"{W}{other}" for other in order[order.index(name) + 1 :]}
    found = etree.Element(f"{W}{name}")
    index = next((i for i, child in enumerate(parent) if child.tag in later), len(parent))
    parent.insert(index, found)
    return found


def _properties(element: Any, name: str) -> Any:
    found = element.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        element.insert(0, found)
    return found


def set_sizes(runs: Iterable[Run], points: float) -> Mend:
    """Return a change that gives runs a size."""
    return partial(_set_sizes, tuple(runs), points)


def _set_sizes(runs: tuple[Run, ...], points: float) -> None:
    for run in runs:
        properties = _properties(run.element, "rPr")
        for name in ("sz", "szCs"):
            child_in_order(properties, name, _RUN_ORDER).set(VAL, f"{points * 2:.0f}")


def set_fonts(runs: Iterable[Run], font: str) -> Mend:
    """Return a change that gives runs a font, theme fonts taken away."""
    return partial(_set_fonts, tuple(runs), font)


def _set_fonts(runs: tuple[Run, ...], font: str) -> None:
    for run in runs:
        fonts = child_in_order(_properties(run.element, "rPr"), "rFonts", _RUN_ORDER)
        for slot, theme in (("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"), ("cs", "cstheme")):
            fonts.attrib.pop(f"{W}{theme}", None)
            fonts.set(f"{W}{slot}", font)


def set_upright(runs: Iterable[Run]) -> Mend:
    """Return a change that takes the slant from runs."""
    return partial(_set_upright, tuple(runs))


def _set_upright(runs: tuple[Run, ...]) -> None:
    for run in runs:
        for name in ("i", "iCs"):
            child_in_order(_properties(run.element, "rPr"), name, _RUN_ORDER).set(VAL, "0")


def set_alignment(paragraph: Paragraph, value: str) -> Mend:
    """Return a change of alignment to Word's `value` ("center", "both")."""
    return partial(_set_alignment, paragraph.element, value)


def _set_alignment(element: Any, value: str) -> None:
    child_in_order(_properties(element, "pPr"), "jc", _PARAGRAPH_ORDER).set(VAL, value)


def set_spacing(paragraph: Paragraph, **twips: int) -> Mend:
    """Return a change of w:spacing; `line` makes the spacing a multiple of single (240)."""
    return partial(_set_spacing, paragraph.element, twips)


def _set_spacing(element: Any, twips: dict[str, int]) -> None:
    spacing = child_in_order(_properties(element, "pPr"), "spacing", _PARAGRAPH_ORDER)
    for name, value in twips.items():
        spacing.attrib.pop(f"{W}{name}Autospacing", None)
        spacing.set(f"{W}{name}", str(value))
        if name == "line":
            spacing.set(f"{W}lineRule", "auto")


def set_first_line(paragraph: Paragraph, millimetres: float) -> Mend:
    """Return a change of where the first line begins, measured from the margin."""
    twips = round(millimetres * _TWIPS_PER_MM) - round(paragraph.left * 20)
    return partial(_set_first_line, paragraph.element, twips)


def _set_first_line(element: Any, twips: int) -> None:
    indent = child_in_order(_properties(element, "pPr"), "ind", _PARAGRAPH_ORDER)
    for name in ("firstLine", "hanging", "firstLineChars", "hangingChars"):
        indent.attrib.pop(f"{W}{name}", None)
    indent.set(f"{W}firstLine" if twips >= 0 else f"{W}hanging", str(abs(twips)))


def set_rule_length(paragraph: Paragraph, points: float) -> Mend:
    """Return a change that makes a bordered empty paragraph's line `points` long, in the middle."""
    side = round(max(0.0, paragraph.room - points) / 2 * 20)
    return partial(_set_sides, paragraph.element, side)


def _set_sides(element: Any, side: int) -> None:
    indent = child_in_order(_properties(element, "pPr"), "ind", _PARAGRAPH_ORDER)
    indent.attrib.clear()
    indent.set(f"{W}left", str(side))
    indent.set(f"{W}right", str(side))


def set_page(section: Any, name: str, millimetres: float) -> Mend:
    """Return a change of a margin (top, left, …) or of the paper (w, h)."""
    return partial(_set_page, section, name, round(millimetres * _TWIPS_PER_MM))


def _set_page(section: Any, name: str, twips: int) -> None:
    element = child_in_order(section, "pgSz" if name in ("w", "h") else "pgMar", _SECTION_ORDER)
    element.set(f"{W}{name}", str(twips))


def set_numbering(section: Any, **attributes: str) -> Mend:
    """Return a change of w:pgNumType, such as start="1"."""
    return partial(_set_numbering, section, attributes)


def _set_numbering(section: Any, attributes: dict[str, str]) -> None:
    numbers = child_in_order(section, "pgNumType", _SECTION_ORDER)
    for name, value in attributes.items():
        numbers.set(f"{W}{name}", value)


def hide_first_number(section: Any) -> Mend:
    """Return a change that gives a section a first page of its own."""
    return partial(_hide_first_number, section)


def _hide_first_number(section: Any) -> None:
    child_in_order(section, "titlePg", _SECTION_ORDER).attrib.pop(VAL, None)


def replace_text(paragraph: Paragraph, start: int, end: int, new: str) -> Mend | None:
    """Return a change of the characters start..end of a paragraph's text; None when they are not plain text."""
    position = len(paragraph.label) + 1 if paragraph.label else 0
    for run in paragraph.runs:
        here = start - position
        if run.node is not None and here >= 0 and end - position <= len(run.text):
            return partial(_replace, run.node, here, end - position, new)
        position += len(run.text)
    return None


def _replace(node: Any, start: int, end: int, new: str) -> None:
    text = node.text or ""
    node.text = text[:start] + new + text[end:]
