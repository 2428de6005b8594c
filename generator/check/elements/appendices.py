"""Appendices: a label, a title, (Kèm theo …), a rule line, content, an end mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.check.elements.found import Appendix, Elements, rule_lines_in
from generator.check.elements.words import TYPED_LINE, bare
from generator.word.read.blocks import Block, Table, paragraphs_of
from generator.word.read.paragraph import Paragraph

_LABEL = re.compile(
    r"(?i)phụ\s+lục(?:\s+số)?\s*(?:([IVXLC]+(?:\.\d+)?|\d+(?:\.\d+)*[a-zđ]?)(?![\w/]))?\s*[.:–-]?\s*(.*)$"
)
_REFERENCE = re.compile(r"\(?\s*(ban hanh )?kem theo\b")
_LONGEST_LABEL = 160
_MOST_TITLE_LINES = 6


def label_at(block: Block) -> re.Match[str] | None:
    """Return the match if a block is the label of an appendix: a centred or bold line of its own."""
    if isinstance(block, Table) or len(block.words) > _LONGEST_LABEL:
        return None
    found = _LABEL.match(block.words)
    if found is None:
        return None
    stands_out = block.align == "giữa" or (bool(block.spoken) and all(run.bold for run in block.spoken))
    is_bare = not found[2]
    return found if is_bare or (stands_out and not block.words.endswith((".", ";", ","))) else None


def find_appendices(blocks: Sequence[Block], elements: Elements) -> None:
    """Find every appendix in what follows the signature (or in the whole file, when it has none)."""
    starts = [i for i, block in enumerate(blocks) if label_at(block)]
    for start, end in pairwise([*starts, len(blocks)]):
        _read(blocks[start:end], elements)


def _read(blocks: Sequence[Block], elements: Elements) -> None:
    label = blocks[0]
    found = label_at(label)
    assert isinstance(label, Paragraph) and found is not None
    lines = label.split_lines()
    first = _LABEL.match(lines[0].words)
    own_line = bool(first and not first[2])
    appendix = Appendix(lines[0], found[1] or "", own_line)
    titles = [line for line in lines[1:] if line.words]
    references: list[Paragraph] = []
    heading = _heading(blocks[1:], titles, references, appendix)
    elements.add("phu_luc", appendix.label)
    if titles:
        elements.add("phu_luc_ten", *titles)
    if references:
        elements.add("phu_luc_kem_theo", *references)
    appendix.rule_line = bool(rule_lines_in([label, *heading]))
    appendix.last = next((p for p in reversed(paragraphs_of(blocks)) if p.words), None)
    elements.appendices.append(appendix)


def _heading(
    blocks: Sequence[Block], titles: list[Paragraph], references: list[Paragraph], appendix: Appendix
) -> list[Paragraph]:
    """Read title and reference; return the paragraphs of the heading, the blank ones too."""
    heading: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Table):
            break
        if block.is_blank or TYPED_LINE.match(block.words):
            heading.append(block)
        elif appendix.reference is not None:
            if ")" in appendix.reference_words or len(block.words) > _LONGEST_LABEL:
                break
            heading.append(block)
            appendix.reference_words += f" {block.words}"
            references.append(block)
        elif _REFERENCE.match(bare(block.words)):
            heading.append(block)
            appendix.reference, appendix.reference_words = block, block.words
            references.append(block)
        elif len(titles) < _MOST_TITLE_LINES and _may_be_title(block, titles):
            heading.append(block)
            titles += (line for line in block.split_lines() if line.words)
        else:
            break
    return heading


def _may_be_title(block: Paragraph, titles: Sequence[Paragraph]) -> bool:
    """The first line after the label; more lines as long as they look like it."""
    if titles:
        return block.align == titles[0].align and all(run.bold for run in block.spoken)
    bold = bool(block.spoken) and all(run.bold for run in block.spoken)
    return block.align == "giữa" or bold or block.words.isupper()
