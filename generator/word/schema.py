"""The order in which Word's schema wants the children of an element (ISO/IEC 29500-1, 17.3 and 17.6): once, here."""

from __future__ import annotations

from typing import Any

from generator.word import xml
from generator.word.read.properties import W

_NAMES = {
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
        "lang"
    ),
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
}
#: The children of a run's, a paragraph's and a section's properties, in their order.
ORDER = {parent: names.split() for parent, names in _NAMES.items()}


def child_in_order(parent: Any, name: str) -> Any:
    """Return the child of a w:rPr, w:pPr or w:sectPr called `name`, made where the schema wants it if it is missing."""
    found = parent.find(f"{W}{name}")
    if found is not None:
        return found
    order = ORDER[xml.local_name(parent)]
    later = {f"{W}{other}" for other in order[order.index(name) + 1 :]}
    found = xml.new(f"{W}{name}")
    parent.insert(next((i for i, child in enumerate(parent) if child.tag in later), len(parent)), found)
    return found


def properties_of(element: Any, name: str) -> Any:
    """Return the properties (w:pPr, w:rPr) of a paragraph or run, made as its first child if they are missing."""
    found = element.find(f"{W}{name}")
    if found is None:
        found = xml.new(f"{W}{name}")
        element.insert(0, found)
    return found
