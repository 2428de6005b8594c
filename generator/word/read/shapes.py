"""Drawn lines: how officers who do not use borders make the rule lines of a header."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from generator.word.read.properties import integer

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"

_EMU_PER_POINT = 12700
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "": 0.75}
_FLAT = 3.0
_LINES = frozenset({"line", "straightConnector1"})


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A horizontal line. `length` is in points, None when it cannot be told (inside a group)."""

    length: float | None
    solid: bool = True


def drawn_lines(drawing: Any) -> list[DrawnLine]:
    """Return the horizontal lines of a w:drawing, w:pict or w:object."""
    lines: list[DrawnLine] = []
    for frame in (*drawing.iter(f"{WP}anchor"), *drawing.iter(f"{WP}inline")):
        lines += _drawingml_lines(frame)
    for tag in ("line", "shape", "rect"):
        for shape in drawing.iter(f"{V}{tag}"):
            line = _vml_line(shape, tag)
            if line is not None:
                lines.append(line)
    return lines


def _drawingml_lines(frame: Any) -> list[DrawnLine]:
    extent = frame.find(f"{WP}extent")
    shapes = list(frame.iter(f"{WPS}wsp"))
    found = []
    for shape in shapes:
        geometry = shape.find(f".//{A}prstGeom")
        preset = "" if geometry is None else geometry.get("prst", "")
        width, height = (
            (integer(extent.get(k)) or 0) / _EMU_PER_POINT if extent is not None else 0.0 for k in ("cx", "cy")
        )
        is_line = preset in _LINES and height <= _FLAT
        if is_line or (preset == "rect" and 0 < height <= _FLAT):
            dash = shape.find(f".//{A}prstDash")
            solid = dash is None or dash.get("val") == "solid"
            found.append(DrawnLine(width if len(shapes) == 1 else None, solid))
        elif preset in _LINES and len(shapes) > 1:
            found.append(DrawnLine(None))
    return found


def _vml_line(shape: Any, tag: str) -> DrawnLine | None:
    grouped = any(ancestor.tag == f"{V}group" for ancestor in shape.iterancestors())
    stroke = shape.find(f"{V}stroke")
    solid = stroke is None or stroke.get("dashstyle", "solid") == "solid"
    if tag == "line":
        start, end = (_point(shape.get(name, "")) for name in ("from", "to"))
        if start is None or end is None:
            return DrawnLine(None, solid)
        return None if abs(start[1] - end[1]) > _FLAT else DrawnLine(None if grouped else abs(end[0] - start[0]), solid)
    style = dict(part.split(":", 1) for part in shape.get("style", "").lower().split(";") if ":" in part)
    width, height = (_length(style.get(name, "")) for name in ("width", "height"))
    connector = shape.get("type", "").endswith("_t32") or shape.get(f"{O}connectortype") == "straight"
    flat = height is not None and height <= _FLAT
    if connector or (tag == "rect" and flat):
        return DrawnLine(None if grouped or not width else width, solid) if height is None or flat else None
    return None


def _point(text: str) -> tuple[float, float] | None:
    x, _, y = text.partition(",")
    across, down = _length(x or "0"), _length(y or "0")
    return None if across is None or down is None else (across, down)


def _length(text: str) -> float | None:
    found = re.fullmatch(r"\s*(-?\d*\.?\d+)\s*(pt|in|cm|mm|px|)\s*", text)
    return float(found[1]) * _POINTS[found[2]] if found else None
