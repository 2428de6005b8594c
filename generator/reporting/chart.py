"""What a picture shows, as data: whoever draws it decides how it looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bars:
    """Stacked bars: a row for each name, its values one for each part. `words` are the picture's title."""

    words: str
    parts: Sequence[str]
    rows: Sequence[tuple[str, Sequence[int]]]
    axis: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """How one measure goes from month to month; None is a month without a figure. `target` is None where it is no
    number."""

    name: str
    values: Sequence[float | None]
    target: float | None = None
    target_words: str = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """A small panel for each measure, its months from left to right. `words` are the picture's title."""

    words: str
    months: Sequence[int]
    courses: Sequence[Course]


Chart = Bars | Trend
