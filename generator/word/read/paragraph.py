"""A paragraph as its reader sees it. Lengths are points unless said otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.vietnamese.text import composed
from generator.word.read.shapes import DrawnLine
from generator.word.render.times_widths import text_width

#: Times New Roman's ascent, descent and line gap: one "single" line of it, in ems.
SINGLE_LINE = 1.15

#: Soft hyphens and marks of no width, which no reader sees; hyphens that keep a word together.
_UNSEEN = {0xAD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None, 0xFEFF: None, 0x2010: "-", 0x2011: "-"}

ALIGNMENTS = {
    "both": "đều hai lề",
    "distribute": "đều hai lề",
    "center": "giữa",
    "right": "phải",
    "end": "phải",
    "left": "trái",
    "start": "trái",
}


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A stretch of text of one format. `node` is its w:t, None for a tab, a break or a symbol.

    `note` is the kind and id of the footnote or endnote that a run without text refers to.
    """

    text: str
    element: Any
    node: Any
    fonts: tuple[str, str]
    size: float
    bold: bool
    italic: bool
    underline: bool
    color: str
    raised: bool
    struck: bool = False
    note: tuple[str, str] | None = None

    @property
    def says_something(self) -> bool:
        """Whether there is a letter or a digit in it: marks and blanks have no case and hardly a weight."""
        return any(char.isalnum() for char in self.text)


@dataclass(frozen=True, eq=False)
class Paragraph:
    """One paragraph, or one line of it when a name is broken by hand over several lines.

    `runs_on`: its end is deleted (a tracked change), so that the next one goes on in it.
    """

    element: Any
    runs: tuple[Run, ...]
    where: str
    align: str
    left: float
    right: float
    first: float
    before: float
    after: float
    line: float
    line_rule: str
    contextual: bool
    style: str
    border: str
    page_break: bool
    tabs: tuple[float, ...]
    label: str = ""
    lines: tuple[DrawnLine, ...] = ()
    fields: tuple[str, ...] = ()
    has_picture: bool = False
    in_box: bool = False
    room: float = 0.0
    section: int = 0
    table: int = 0
    cell: tuple[int, int] = (0, 0)
    part: str = "word/document.xml"
    runs_on: bool = False

    @cached_property
    def text(self) -> str:
        """All that is shown, automatic number first; tabs and line breaks as \\t and \\n."""
        shown = "".join(run.text for run in self.runs)
        return f"{self.label} {shown}" if self.label else shown

    @cached_property
    def words(self) -> str:
        """The text in NFC, every stretch of blanks one space, hyphens alike, without what no reader sees."""
        return composed(" ".join(self.text.translate(_UNSEEN).split()))

    @cached_property
    def spoken(self) -> tuple[Run, ...]:
        """The runs that have letters or digits, footnote marks left out."""
        return tuple(run for run in self.runs if run.says_something and not run.raised)

    @property
    def is_blank(self) -> bool:
        return not self.words

    @property
    def is_rule_line(self) -> bool:
        """Whether it is an empty paragraph with a border above or below: a line across the page."""
        return self.is_blank and bool(self.border)

    @property
    def size(self) -> float:
        """The size of the longest run, 0 when there is none."""
        longest = max(self.spoken, key=lambda run: len(run.text), default=None)
        return longest.size if longest else 0.0

    @property
    def quote(self) -> str:
        return self.words if len(self.words) <= 60 else f"{self.words[:59].rstrip()}…"

    @property
    def line_multiple(self) -> float:
        """Line spacing in lines; a height in points is compared with a single line of the text's own size."""
        if self.line_rule == "auto":
            return self.line
        lines = self.line / (SINGLE_LINE * self.size) if self.size else 1.0
        return max(1.0, lines) if self.line_rule == "atLeast" else lines

    @property
    def starts_at(self) -> float:
        """Where the first line begins, from the margin; a leading tab goes to the next stop."""
        start = self.left + self.first
        if not self.label and self.text.startswith("\t"):
            stops = [stop for stop in self.tabs if stop > start]
            return min(stops) if stops else (start // 36 + 1) * 36
        return start

    @cached_property
    def _width(self) -> float:
        return sum(text_width(run.text, run.size, bold=run.bold, italic=run.italic) for run in self.runs)

    def width(self) -> float:
        """The width of the text set in one line of Times New Roman."""
        return self._width

    def split_lines(self) -> list[Paragraph]:
        """Return a paragraph a line, for names broken by hand; what is drawn stays with the last."""
        if "\n" not in self.text:
            return [self]
        lines: list[list[Run]] = [[]]
        for run in self.runs:
            if run.text == "\n":
                lines.append([])
            else:
                lines[-1].append(run)
        above = [replace(self, runs=tuple(line), lines=(), border="") for line in lines[:-1]]
        return [*above, replace(self, runs=tuple(lines[-1]), label="")]


def is_tight(above: Paragraph, below: Paragraph) -> bool:
    """Whether two neighbours are of one style: then each leaves out its white space between them if it says so."""
    return above.style == below.style


def gap_between(above: Paragraph, below: Paragraph) -> float:
    """Return the white space between two neighbours; two lines of one paragraph have none."""
    if above.element is below.element:
        return 0.0
    tight = is_tight(above, below)
    return (0 if tight and above.contextual else above.after) + (0 if tight and below.contextual else below.before)
