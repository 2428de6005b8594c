"""Lengths: documents count in twips (a twentieth of a point), drawings in EMU, people in points and millimetres."""

from __future__ import annotations

MM_PER_POINT = 25.4 / 72
#: What other units are in points.
POINTS = {"pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}
_TWIPS_PER_POINT = 20
_EMU_PER_POINT = 12700


def twips(points: float) -> int:
    """Return points as whole twips."""
    return round(points * _TWIPS_PER_POINT)


def twips_of_mm(millimetres: float) -> int:
    """Return millimetres as whole twips."""
    return round(millimetres * 1440 / 25.4)


def points(length: float) -> float:
    """Return twips as points."""
    return length / _TWIPS_PER_POINT


def points_of_mm(millimetres: float) -> float:
    """Return millimetres as points."""
    return millimetres * 72 / 25.4


def points_of_emu(length: float) -> float:
    """Return EMU, the unit of drawings, as points."""
    return length / _EMU_PER_POINT


def mm(length: float) -> float:
    """Return twips as millimetres."""
    return length * (25.4 / 1440)
