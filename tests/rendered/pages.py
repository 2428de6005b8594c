"""Documents as pages: made into PDF by LibreOffice, measured with a PDF library. Lengths in points."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pdfplumber

MM = 72 / 25.4

#: No header block of ours reaches lower than this.
_HEADER = 160
#: Wider than the blank between two words.
_BLANK = 8


@dataclass(frozen=True)
class Line:
    """A line of text and where it stands."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class SheetOfPaper:
    """One page: its size, its lines of text, the horizontal strokes as (left, right, top)."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    strokes: tuple[tuple[float, float, float], ...]

    def starting(self, text: str) -> Line:
        return next(line for line in self.lines if line.text.startswith(text))

    def stroke_below(self, line: Line) -> tuple[float, float, float]:
        """The nearest stroke under a line of text and within its column."""
        under = [s for s in self.strokes if s[2] > line.top + 4 and s[0] < line.middle < s[1]]
        return min(under, key=lambda s: s[2])


def to_pdf(documents: Sequence[Path], folder: Path) -> list[Path]:
    """Return the PDF of each document, made in one call."""
    profile = (folder / "lo").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        + [str(path) for path in documents],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return [folder / f"{path.stem}.pdf" for path in documents]


def pages_of(pdf: Path) -> list[SheetOfPaper]:
    """Return the pages of a PDF; text of two columns on one level comes as two lines."""
    with pdfplumber.open(pdf) as opened:
        return [_page(number, page) for number, page in enumerate(opened.pages, start=1)]


def _page(number: int, page) -> SheetOfPaper:
    strokes = tuple((s["x0"], s["x1"], s["top"]) for s in page.lines if abs(s["top"] - s["bottom"]) < 1)
    return SheetOfPaper(number, page.width, page.height, tuple(_lines(page)), strokes)


def _lines(page):
    """Words on one level; at the top of the first page the two columns of the header are told apart."""
    words = page.extract_words(x_tolerance=1.5)
    words.sort(key=lambda word: (round(word["bottom"]), word["x0"]))
    column = next((w["x0"] - 1 for w in words if w["text"] == "CỘNG"), None)
    group: list[dict] = []
    for word in words:
        other_level = bool(group) and abs(word["bottom"] - group[-1]["bottom"]) > 2
        other_column = (
            bool(group)
            and column is not None
            and word["bottom"] < _HEADER
            and group[-1]["x1"] < column <= word["x0"]
            and word["x0"] - group[-1]["x1"] > _BLANK
        )
        if other_level or other_column:
            yield _line(group)
            group = []
        group.append(word)
    if group:
        yield _line(group)


def _line(words: list[dict]) -> Line:
    text = " ".join(word["text"] for word in words)
    tops, bottoms = (min(w["top"] for w in words), max(w["bottom"] for w in words))
    return Line(text, min(w["x0"] for w in words), max(w["x1"] for w in words), tops, bottoms)
