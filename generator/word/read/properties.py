"""Direct properties of runs and paragraphs, as plain dictionaries that later layers can be laid over.

Lengths are twips, sizes half-points, as in the file; conversion is left to what reads them.
"""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_OFF = frozenset({"0", "false", "off", "none"})

#: Properties that styles of different kinds toggle rather than set (ISO/IEC 29500-1, 17.7.3).
TOGGLES = ("b", "i", "caps", "smallCaps", "vanish", "strike", "dstrike")
_TOGGLE_TAGS = {f"{W}{name}": name for name in TOGGLES}
_VALUE_TAGS = {f"{W}{name}": name for name in ("color", "u", "vertAlign", "rStyle")}
#: Units that Strict OOXML may write behind a measure.
_TWIPS = {"pt": 20.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pc": 240.0, "pi": 240.0}
_FONT_SLOTS = (("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"))

Properties = dict[str, Any]


def is_on(element: Any) -> bool:
    """Return whether an on/off element is on: present without a value means on."""
    return element.get(VAL, "1") not in _OFF


def integer(text: str | None) -> int | None:
    """Return a measure as whole twips; None when absent or not a number. Accepts "12.5", "14pt" and "3.17cm"."""
    if not text:
        return None
    unit = _TWIPS.get(text[-2:])
    try:
        return round(float(text[:-2]) * unit) if unit else round(float(text))
    except (ValueError, OverflowError):
        return None


def run_properties(element: Any, theme_fonts: dict[str, str]) -> Properties:
    """Return what a w:rPr says. Within one w:rFonts a theme font wins over a plain one."""
    found: Properties = {}
    if element is None:
        return found
    for child in element:
        tag = child.tag
        if name := _TOGGLE_TAGS.get(tag):
            found[name] = is_on(child)
        elif tag == f"{W}sz":
            if size := integer(child.get(VAL)):
                found["sz"] = size
        elif tag == f"{W}rFonts":
            for slot, theme_slot in _FONT_SLOTS:
                theme = child.get(f"{W}{theme_slot}")
                font = theme_fonts.get(theme, "") if theme else child.get(f"{W}{slot}")
                if font:
                    found[slot] = font
        elif name := _VALUE_TAGS.get(tag):
            found[name] = child.get(VAL, "")
    return found


def paragraph_properties(element: Any) -> Properties:
    """Return what a w:pPr says, without its style and its mark's run properties."""
    found: Properties = {}
    if element is None:
        return found
    for child in element:
        tag = child.tag
        if tag == f"{W}jc":
            found["jc"] = child.get(VAL)
        elif tag == f"{W}framePr":
            found["frame"] = child.get(f"{W}xAlign")
        elif tag == f"{W}ind":
            _read_indents(child, found)
        elif tag == f"{W}spacing":
            _read_spacing(child, found)
        elif tag == f"{W}contextualSpacing":
            found["contextual"] = is_on(child)
        elif tag == f"{W}pageBreakBefore":
            found["page_break"] = is_on(child)
        elif tag == f"{W}numPr":
            _read_numbering(child, found)
        elif tag == f"{W}pBdr":
            for side in ("top", "bottom"):
                if (border := child.find(f"{W}{side}")) is not None:
                    found[f"border_{side}"] = border.get(VAL, "none")
        elif tag == f"{W}tabs":
            found["tabs"] = tuple(
                position
                for tab in child.iterfind(f"{W}tab")
                if tab.get(VAL) != "clear" and (position := integer(tab.get(f"{W}pos"))) is not None
            )
    return found


def _read_indents(element: Any, found: Properties) -> None:
    for name, keys in (("left", ("left", "start")), ("right", ("right", "end"))):
        for key in keys:
            if (value := integer(element.get(f"{W}{key}"))) is not None:
                found[name] = value
    if (hanging := integer(element.get(f"{W}hanging"))) is not None:
        found["first"] = -hanging
    elif (first := integer(element.get(f"{W}firstLine"))) is not None:
        found["first"] = first


def _read_spacing(element: Any, found: Properties) -> None:
    for name in ("before", "after", "line"):
        if (value := integer(element.get(f"{W}{name}"))) is not None:
            found[name] = value
        automatic = element.get(f"{W}{name}Autospacing")
        if automatic is not None:
            found[f"{name}_auto"] = automatic not in _OFF
    if "line" in found:
        found["line_rule"] = element.get(f"{W}lineRule", "auto")


def _read_numbering(element: Any, found: Properties) -> None:
    number, level = element.find(f"{W}numId"), element.find(f"{W}ilvl")
    if number is not None:
        found["num"] = number.get(VAL)
    if level is not None:
        found["level"] = integer(level.get(VAL)) or 0
