"""Safe changes to a document's XML: formatting set directly, a mark or a zero in a text. Children keep Word's order."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.vietnamese.numbers import number_text
from generator.word import xml
from generator.word.read.paragraph import Paragraph, Run, is_tight
from generator.word.read.properties import VAL, W


@dataclass(frozen=True, slots=True)
class Mend:
    """A change of the document's trees, and in words what the place will be like after it.

    `text` is the w:t whose characters it counts: after another change there its positions no longer hold.
    `parts` are the files of the package it changes, when that is not only the one of the place.
    """

    change: Callable[[], None]
    result: str
    text: Any = None
    parts: tuple[str, ...] = ()


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
    found = xml.new(f"{W}{name}")
    index = next((i for i, child in enumerate(parent) if child.tag in later), len(parent))
    parent.insert(index, found)
    return found


def _properties(element: Any, name: str) -> Any:
    found = element.find(f"{W}{name}")
    if found is None:
        found = xml.new(f"{W}{name}")
        element.insert(0, found)
    return found


def set_sizes(runs: Iterable[Run], points: float) -> Mend:
    """Return a change that gives runs a size."""
    return set_each_size((run, points) for run in runs)


def set_each_size(sizes: Iterable[tuple[Run, float]]) -> Mend:
    """Return a change that gives each run a size of its own."""
    wanted = tuple(sizes)
    shown = ", ".join(sorted({number_text(points) for _, points in wanted}))
    return Mend(partial(_set_sizes, wanted), f"cỡ {shown} pt")


def _set_sizes(sizes: tuple[tuple[Run, float], ...]) -> None:
    for run, points in sizes:
        properties = _properties(run.element, "rPr")
        for name in ("sz", "szCs"):
            child_in_order(properties, name, _RUN_ORDER).set(VAL, f"{points * 2:.0f}")


def set_fonts(runs: Iterable[Run], font: str) -> Mend:
    """Return a change that gives runs a font, theme fonts taken away."""
    return Mend(partial(_set_fonts, tuple(runs), font), f"phông {font}")


def _set_fonts(runs: tuple[Run, ...], font: str) -> None:
    for run in runs:
        fonts = child_in_order(_properties(run.element, "rPr"), "rFonts", _RUN_ORDER)
        for slot, theme in (("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"), ("cs", "cstheme")):
            fonts.attrib.pop(f"{W}{theme}", None)
            fonts.set(f"{W}{slot}", font)


def centre(paragraph: Paragraph) -> Mend:
    """Return a change that puts a paragraph in the middle."""
    return Mend(partial(_centre, paragraph.element), "canh giữa")


def _centre(element: Any) -> None:
    child_in_order(_properties(element, "pPr"), "jc", _PARAGRAPH_ORDER).set(VAL, "center")


def mend_gap(above: Paragraph, below: Paragraph, points: float) -> Mend | None:
    """Return a change of the white space between two neighbours: what the upper one leaves stays unless it alone is
    too much. None for two lines of one paragraph, or where the lower one leaves out its white space."""
    tight = is_tight(above, below)
    if above.element is below.element or (tight and below.contextual):
        return None
    left = 0.0 if tight and above.contextual else above.after
    return Mend(partial(_set_gap, above.element, below.element, left, points), f"cách {number_text(points)} pt")


def _set_gap(above: Any, below: Any, left: float, points: float) -> None:
    if left > points:
        _set_spacing(above, "after", round(points * 20))
    _set_spacing(below, "before", round(max(0.0, points - left) * 20))


def set_line_spacing(paragraph: Paragraph, lines: float) -> Mend:
    """Return a change of line spacing to a number of lines."""
    return Mend(partial(_set_spacing, paragraph.element, "line", round(lines * 240)), f"{number_text(lines)} dòng")


def _set_spacing(element: Any, name: str, value: int) -> None:
    spacing = child_in_order(_properties(element, "pPr"), "spacing", _PARAGRAPH_ORDER)
    spacing.set(f"{W}{name}", str(value))
    if name == "line":
        spacing.set(f"{W}lineRule", "auto")
        return
    spacing.attrib.pop(f"{W}{name}Lines", None)
    spacing.set(f"{W}{name}Autospacing", "0")


def set_first_line(paragraph: Paragraph, millimetres: float) -> Mend:
    """Return a change of where the first line begins, measured from the margin."""
    twips = round(millimetres * _TWIPS_PER_MM) - round(paragraph.left * 20)
    return Mend(partial(_set_first_line, paragraph.element, twips), f"lùi {number_text(millimetres)} mm")


def _set_first_line(element: Any, twips: int) -> None:
    indent = child_in_order(_properties(element, "pPr"), "ind", _PARAGRAPH_ORDER)
    for name in ("firstLine", "hanging", "firstLineChars", "hangingChars"):
        indent.attrib.pop(f"{W}{name}", None)
    indent.set(f"{W}firstLine" if twips >= 0 else f"{W}hanging", str(abs(twips)))


def set_rule_length(paragraph: Paragraph, points: float, result: str) -> Mend:
    """Return a change that makes a bordered empty paragraph's line `points` long, in the middle."""
    side = round(max(0.0, paragraph.room - points) / 2 * 20)
    return Mend(partial(_set_sides, paragraph.element, side), result)


def _set_sides(element: Any, side: int) -> None:
    indent = child_in_order(_properties(element, "pPr"), "ind", _PARAGRAPH_ORDER)
    indent.attrib.clear()
    indent.set(f"{W}left", str(side))
    indent.set(f"{W}right", str(side))


def set_page(section: Any, name: str, millimetres: float) -> Mend:
    """Return a change of a margin (top, left, …) or of the paper (w, h)."""
    return Mend(partial(_set_page, section, name, round(millimetres * _TWIPS_PER_MM)), f"{number_text(millimetres)} mm")


def _set_page(section: Any, name: str, twips: int) -> None:
    element = child_in_order(section, "pgSz" if name in ("w", "h") else "pgMar", _SECTION_ORDER)
    element.set(f"{W}{name}", str(twips))


def count_from_one(section: Any) -> Mend:
    """Return a change that begins a section's page numbers at 1."""
    return Mend(partial(_set_numbering, section, "start", "1"), "từ số 1")


def count_in_arabic(section: Any) -> Mend:
    """Return a change that writes a section's page numbers in Arabic digits."""
    return Mend(partial(_set_numbering, section, "fmt", "decimal"), "chữ số Ả Rập")


def _set_numbering(section: Any, name: str, value: str) -> None:
    child_in_order(section, "pgNumType", _SECTION_ORDER).set(f"{W}{name}", value)


def hide_first_number(section: Any) -> Mend:
    """Return a change that gives a section a first page of its own."""
    return Mend(partial(_hide_first_number, section), "trang đầu không có số trang")


def _hide_first_number(section: Any) -> None:
    child_in_order(section, "titlePg", _SECTION_ORDER).attrib.pop(VAL, None)


def replace_text(paragraph: Paragraph, start: int, end: int, new: str) -> Mend | None:
    """Return a change of the characters start..end of a paragraph's text; None when they are not plain text."""
    position = len(paragraph.label) + 1 if paragraph.label else 0
    for run in paragraph.runs:
        here = start - position
        if run.node is not None and here >= 0 and end - position <= len(run.text):
            result = " ".join((paragraph.text[:start] + new + paragraph.text[end:]).split())
            return Mend(partial(_replace, run.node, here, end - position, new), f"“{result}”", run.node)
        position += len(run.text)
    return None


def _replace(node: Any, start: int, end: int, new: str) -> None:
    text = unicodedata.normalize("NFC", node.text or "")
    node.text = text[:start] + new + text[end:]
