"""Tables that only arrange a page: a frame of one cell around other things, or of several below one another."""

from __future__ import annotations

from collections.abc import Sequence

from generator.word.read.blocks import Block, Table, paragraphs_of

#: A frame of one cell around a title stands among the first blocks; further down it is a note in a box.
_TOP = 14


def without_frames(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with those frames opened that hold a table, or stand at the top."""
    if not any(isinstance(block, Table) for block in blocks):
        return list(blocks)
    shown: list[Block] = []
    for block in blocks:
        inside = _framed(block) if isinstance(block, Table) else None
        if inside is None or not (_is_column(block, len(shown)) or any(isinstance(one, Table) for one in inside)):
            shown.append(block)
        else:
            shown += without_frames(inside)
    return shown


def _is_column(block: Block, above: int) -> bool:
    return above < _TOP and isinstance(block, Table) and all(len(row) == 1 for row in block.rows)


def _framed(table: Table) -> Sequence[Block] | None:
    """What the cells of a table hold that has only one column with anything in it; None for another table."""
    filled = [
        (column, cell)
        for row in table.rows
        for column, cell in enumerate(row)
        if any(p.words or p.lines for p in paragraphs_of(cell))
    ]
    if len({column for column, _ in filled}) > 1:
        return None
    return [block for _, cell in filled for block in cell]
