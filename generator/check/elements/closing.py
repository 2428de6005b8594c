"""The end of a document: Nơi nhận on the left, who signs on the right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.check.elements.columns import halves, stands_apart
from generator.check.elements.found import Elements
from generator.check.elements.words import AUTHORITY, TYPED_LINE, bare
from generator.word.read.blocks import Block, Table, paragraphs_of
from generator.word.read.paragraph import Paragraph

_LABEL = re.compile(r"noi nhan\b")
_NOTE = re.compile(r"\(.*\)$")
_DRAFTER = re.compile(r"[A-ZĐ]{1,4}[.\-]?\s?[A-ZĐ]{0,4}\.?\s?\(?\d+\)?\.?$")
_POSITION = re.compile(
    r"(chu tich|pho chu tich|giam doc|pho giam doc|truong phong|pho truong phong|chanh van phong|bo truong|thu truong"
    r"|truong ban|hieu truong|quyen chu tich|cuc truong|chi cuc truong|vu truong)\b"
)
#: White space above a line, in points, that leaves room for a signature.
_ROOM_TO_SIGN = 30


def find_closing(blocks: Sequence[Block], start: int, elements: Elements) -> tuple[int, int]:
    """Find who signs and who receives; return the blocks they take as (first, after last)."""
    for index in range(start, len(blocks)):
        block = blocks[index]
        texts = paragraphs_of([block])
        if isinstance(block, Table):
            if any(_is_label(p) for p in texts) or _is_signing(block):
                _read_table(block, elements)
                return index, index + 1
        elif _is_label(block) and len(block.words) < 200:
            return index, _read_loose(blocks, index, elements)
    return len(blocks), len(blocks)


def _is_label(paragraph: Paragraph) -> bool:
    return bool(_LABEL.match(bare(paragraph.words[:24])))


def _is_signing(table: Table) -> bool:
    if len(table.rows) > 3:
        return False
    last = table.rows[0][-1] if table.rows and table.rows[0] else ()
    first = next((p for p in paragraphs_of(last) if p.words), None)
    return (
        first is not None
        and first.words.isupper()
        and bool(AUTHORITY.match(first.words) or _POSITION.match(bare(first.words)))
    )


def _read_table(table: Table, elements: Elements) -> None:
    label_row, column = 0, -1
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row):
            if any(_is_label(p) for p in paragraphs_of(cell)):
                label_row, column = r, c
    columns: dict[int, list[Paragraph]] = {}
    for row in table.rows:
        for c, cell in enumerate(row):
            columns.setdefault(c, []).extend(line for p in paragraphs_of(cell) for line in p.split_lines())
    left = columns.pop(column, [])
    signers = [lines for lines in columns.values() if any(line.words for line in lines)]
    if not signers and column > 0:
        elements.unclear["chuc_vu"] = "không thấy ô ghi quyền hạn, chức vụ"
    _read_recipients(left, elements)
    for lines in signers:
        _read_signature(lines, elements)
    signer = elements.first("chuc_vu")
    if signer is not None and column >= 0:
        label = next(line for line in left if _is_label(line))
        if signer.cell[0] != label_row or _lines_above(table, signer) != _lines_above(table, label):
            elements.misplaced.add("noi_nhan.level")
        if signer.cell[1] < column:
            elements.misplaced.add("chuc_vu.place")


def _lines_above(table: Table, paragraph: Paragraph) -> int:
    """How many lines stand above a paragraph in its cell, empty ones too; a rule line takes no room to speak of."""
    row, column = paragraph.cell
    texts = [p for p in paragraphs_of(table.rows[row][column]) if p.words or not p.is_rule_line]
    return next((above for above, p in enumerate(texts) if p.element is paragraph.element), -1)


def _read_recipients(lines: Sequence[Paragraph], elements: Elements) -> None:
    seen = False
    for line in lines:
        if not line.words or TYPED_LINE.match(line.words):
            continue
        if not seen:
            if _is_label(line):
                elements.add("noi_nhan", line)
                seen = True
        elif _DRAFTER.match(line.words) and not line.words.startswith("-"):
            elements.add("nguoi_soan", line)
        else:
            elements.add("noi_nhan_muc", line)


def _read_signature(lines: Sequence[Paragraph], elements: Elements) -> None:
    """Lines of power and position, then room for the signature, then the name."""
    upper: list[Paragraph] = []
    lower: list[Paragraph] = []
    room = False
    for line in lines:
        if not line.words or _NOTE.match(line.words):
            room = room or bool(upper)
            continue
        room = room or (bool(upper) and line.before >= _ROOM_TO_SIGN)
        (lower if room else upper).append(line)
    if not room and len(upper) > 1 and not _is_power(upper[-1]) and not upper[-1].words.isupper():
        lower = [upper.pop()]
    if upper:
        elements.add("chuc_vu", *upper, *lower[:-1])
    if lower:
        elements.add("ho_ten", lower[-1])
    elif upper:
        elements.unclear["ho_ten"] = "chưa ghi họ tên người ký"


def _is_power(line: Paragraph) -> bool:
    return bool(AUTHORITY.match(line.words) or _POSITION.match(bare(line.words)))


def _read_loose(blocks: Sequence[Block], index: int, elements: Elements) -> int:
    """Nơi nhận without a table: the list, and beside it behind tabs who signs."""
    lines: list[Paragraph] = []
    for block in blocks[index:]:
        if not isinstance(block, Paragraph):
            break
        new = block.split_lines()
        if lines and block.words and not (re.match(r"[-–•]", block.words) or any(stands_apart(line) for line in new)):
            break
        lines += new
        index += 1
    left: list[Paragraph] = []
    right: list[Paragraph] = []
    for line in lines:
        parts = halves(line)
        first = 0 if stands_apart(line) else 1
        left += parts[:first]
        right += parts[first:] if parts else [line]
    if any(_is_power(part) for part in right):
        _read_recipients(left, elements)
        _read_signature(right, elements)
    else:
        _read_recipients(lines, elements)
        why = "không thấy phần ký ở cạnh “Nơi nhận”"
        elements.unclear.update({"chuc_vu": why, "ho_ten": why})
    return index
