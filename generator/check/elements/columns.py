"""The lines of a header whose two columns are made with tabs, rows of blanks or text boxes instead of a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.word.read.blocks import Block
from generator.word.read.paragraph import Paragraph

_GAP = re.compile(r"\t\s*|[ \u00a0]{4,}\s*")
#: What comes after these goes on in the same column: a number, a day, or the room left to write them in.
_LEFT_OPEN = re.compile(r"(?i)(?:,|\b(?:số|ngày|tháng|năm)\s*:?)\s*$")


def side_by_side(
    blocks: Sequence[Block], at: int, goes_on: Callable[[Paragraph, Sequence[Paragraph]], bool]
) -> tuple[list[Paragraph], int]:
    """Return the parts of such a header, in reading order, and the index of the first block after it.

    `at` is the block with Quốc hiệu; `goes_on` tells, from what was read before it, whether a line below that is in
    one piece still belongs to the header. There are no parts when the header has one column only.
    """
    parts: list[Paragraph] = []
    by_hand, end = False, at + 1
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            break
        pieces = [piece for line in block.split_lines() for piece in halves(line)]
        apart = block.in_box or len(pieces) > len(block.split_lines())
        if index > at and not (apart or not block.words or goes_on(block, parts)):
            break
        by_hand = by_hand or apart
        parts += pieces
        end = max(end, index + 1)
    return ([_placeless(part) for part in parts], end) if by_hand else ([], end)


def stands_apart(line: Paragraph) -> bool:
    """Whether a line begins in the second column: behind a tab or a row of blanks."""
    return bool(_GAP.match(line.text))


def _placeless(part: Paragraph) -> Paragraph:
    """How a line stands in a column that has no edges cannot be told: it has no `align`."""
    return part if part.in_box else replace(part, align="")


def halves(line: Paragraph) -> list[Paragraph]:
    """Return a line cut where its columns part; a part has no `align`, nor has a line that begins behind a gap."""
    text = "".join(run.text for run in line.runs)
    is_item = text.lstrip().startswith("-")
    gaps = [gap.span() for gap in _GAP.finditer(text) if is_item or not _LEFT_OPEN.search(text[: gap.start()])]
    if line.in_box or not gaps:
        return [line] if line.words else []
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    cut = [_cut(line, start, end) for start, end in zip(starts, ends, strict=True)]
    return [part for part in cut if part.words]


def _cut(line: Paragraph, start: int, end: int) -> Paragraph:
    runs, position = [], 0
    for run in line.runs:
        text = run.text[max(0, start - position) : max(0, end - position)]
        if text:
            runs.append(replace(run, text=text, node=None))
        position += len(run.text)
    return replace(line, runs=tuple(runs), align="", label="", lines=(), border="")
