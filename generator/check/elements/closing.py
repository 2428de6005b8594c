"""The end of a document: Nơi nhận on the left, who signs on the right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.check.elements.columns import halves, stands_apart
from generator.check.elements.found import Elements
from generator.check.elements.words import AUTHORITY, TYPED_LINE, bare
from generator.word.read.blocks import Block, Table, paragraphs_of
from generator.word.read.paragraph import Paragraph
from generator.word.read.properties import W

_LABEL = re.compile(r"noi nhan(?:\s*:|\s*[.;,]?$)")
_ITEM = re.compile(r"[-–—•+*]|[\d.]+\s")
_ENDED = re.compile(r"[;.]$")
_NOTE = re.compile(r"\(.*\)$")
_DRAFTER = re.compile(r"[A-ZĐ]{1,4}[.\-]?\s?[A-ZĐ]{0,4}\.?\s?\(?\d+\)?\.?$")
_POSITION = re.compile(
    r"(chu tich|pho chu tich|giam doc|pho giam doc|truong phong|pho truong phong|chanh van phong|bo truong|thu truong"
    r"|truong ban|hieu truong|quyen chu tich|cuc truong|chi cuc truong|vu truong|chu toa|chu tri|thu ky|dai dien)\b"
)
#: White space above a line, in points, that leaves room for a signature.
_ROOM_TO_SIGN = 30
_LONGEST_LABEL = 200
#: How far from the end, or from Nơi nhận, a signature without a table may begin.
_SIGNED_WITHIN = 9
_LONGEST_SIGNING = 80


def find_closing(blocks: Sequence[Block], start: int, end: int, elements: Elements) -> tuple[int, int]:
    """Find who signs and who receives between two blocks; return those they take as (first, after last).

    The last one that looks like it is it: a table of data may have a column "Nơi nhận".
    """
    here = [i for i in range(start, end) if _closes(blocks[i])]
    if not here:
        signed = _signed_loosely(blocks, start, end)
        if signed is not None:
            _leave_signature_open(elements)
        return (signed, end) if signed is not None else (end, end)
    first = here[-1]
    if len(here) > 1 and _signed_above(blocks, here[-2], first):
        first = here[-2]
    after = first
    for index in here:
        if index < max(first, after):
            continue
        block = blocks[index]
        if isinstance(block, Table):
            _read_table(block, elements)
            after = index + 1
        else:
            after = _read_loose(blocks, index, elements)
    if not isinstance(blocks[first], Table):
        signed = _signed_loosely(blocks, start, first)
        first = first if signed is None else signed
    return first, after


def _signed_loosely(blocks: Sequence[Block], start: int, end: int) -> int | None:
    """Where lines of power, position and name without a table begin that end at `end`; None when there are none."""
    found = None
    said = [index for index in range(start, end) if any(p.words for p in paragraphs_of([blocks[index]]))]
    for index in reversed(said[-_SIGNED_WITHIN:]):
        block = blocks[index]
        if isinstance(block, Table) or len(block.words) > _LONGEST_SIGNING or block.words.endswith((".", ";", ":")):
            break
        if block.words.isupper() and _is_power(block):
            found = index
    return found


def _closes(block: Block) -> bool:
    if isinstance(block, Table):
        return _is_signing(block) or _has_recipients(block)
    return _is_label(block) and len(block.words) < _LONGEST_LABEL


def _has_recipients(table: Table) -> bool:
    """Whether a cell begins with "Nơi nhận" and lists them, or says nothing below but stands beside who signs."""
    for row in table.rows:
        for cell in row:
            texts = [p for p in paragraphs_of(cell) if p.words]
            if any(_is_label(p) for p in texts) and (len(texts) > 1 or texts[0].words.endswith(":")):
                return True
    return False


def _signed_above(blocks: Sequence[Block], above: int, below: int) -> bool:
    """Whether the signatures stand in a table of their own right above Nơi nhận, as minutes end."""
    signatures = blocks[above]
    between = paragraphs_of(blocks[above + 1 : below])
    return isinstance(signatures, Table) and not _has_recipients(signatures) and not any(p.words for p in between)


def _is_label(paragraph: Paragraph) -> bool:
    if paragraph.words[:1] not in ("N", "n"):
        return False
    first = next(iter(halves(paragraph)), paragraph)
    return bool(_LABEL.match(bare(first.words[:24])))


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
    label_row, column = -1, -1
    columns: dict[int, list[Paragraph]] = {}
    places: dict[int, tuple[int, int]] = {}
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row):
            texts = paragraphs_of(cell)
            if any(_is_label(p) for p in texts):
                label_row, column = r, c
            lines = [line for p in texts for line in p.split_lines()]
            columns.setdefault(c, []).extend(lines)
            places.update((id(p.element), (r, c)) for p in texts)
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
        signed_row, at = places[id(signer.element)]
        begins_cell = label is next(line for line in left if line.words)
        if begins_cell and (
            signed_row != label_row
            or _lines_above(table, label_row, at, signer) != _lines_above(table, label_row, column, label)
        ):
            elements.misplaced.add("noi_nhan.level")
        if at < column:
            elements.misplaced.add("chuc_vu.place")


def _lines_above(table: Table, row: int, column: int, paragraph: Paragraph) -> int:
    """How many lines stand above a paragraph in its cell, empty ones too; a rule line takes no room to speak of."""
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
            last = elements.recipients[-1] if elements.recipients else ()
            if last and not _ENDED.search(last[-1].words) and not _ITEM.match(line.words):
                elements.recipients[-1] = (*last, line)
            else:
                elements.recipients.append((line,))


def _read_signature(lines: Sequence[Paragraph], elements: Elements) -> None:
    """Lines of power and position, then room for the signature, then the name."""
    upper: list[Paragraph] = []
    lower: list[Paragraph] = []
    room = False
    end = next((at for at in range(len(lines), 0, -1) if lines[at - 1].words), 0)
    for line in lines[:end]:
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
    """Nơi nhận without a table: the list, and beside it behind tabs or in another text box who signs."""
    label = blocks[index]
    if isinstance(label, Paragraph) and label.in_box:
        return _read_boxes(blocks, index, elements)
    lines: list[Paragraph] = []
    for block in blocks[index:]:
        if not isinstance(block, Paragraph):
            break
        new = block.split_lines()
        if lines and block.words and not (_is_listed(block) or any(len(_columns(line)) > 1 for line in new)):
            break
        lines += new
        index += 1
    left: list[Paragraph] = []
    right: list[Paragraph] = []
    for line in lines:
        parts = halves(line)
        first = 0 if stands_apart(line) else 1
        left += parts[:first]
        right += parts[first:] or [replace(line, runs=(), label="")]
    beside = halves(lines[0])[1:]
    if any(_is_power(part) for part in right) or any(part.words.isupper() for part in beside):
        _read_recipients(left, elements)
        _read_signature(right, elements)
        return index
    _read_recipients(lines, elements)
    _leave_signature_open(elements)
    return index


def _columns(line: Paragraph) -> list[Paragraph]:
    """The parts of a line, an empty first one where it begins in the second column."""
    return [line, *halves(line)] if stands_apart(line) else halves(line)


def _is_listed(block: Paragraph) -> bool:
    return bool(_ITEM.match(block.words) or _DRAFTER.match(block.words) or block.words.endswith(";"))


def _leave_signature_open(elements: Elements) -> None:
    if "chuc_vu" not in elements.by_name:
        why = "không thấy phần ký ở cạnh “Nơi nhận”"
        elements.unclear.update({"chuc_vu": why, "ho_ten": why})


def _read_boxes(blocks: Sequence[Block], index: int, elements: Elements) -> int:
    """Nơi nhận in a text box; who signs in another one, hung on the same paragraph or on one close to it."""
    first, end = index, index
    while end < len(blocks) and _in_box_or_blank(blocks[end]):
        end += 1
    while first > 0 and _in_box_or_blank(blocks[first - 1]):
        first -= 1
    boxes: dict[Any, list[Paragraph]] = {}
    for paragraph in paragraphs_of(blocks[first:end]):
        if paragraph.in_box:
            boxes.setdefault(_box_of(paragraph), []).extend(paragraph.split_lines())
    label = blocks[index]
    assert isinstance(label, Paragraph)
    _read_recipients(boxes.pop(_box_of(label), []), elements)
    for lines in boxes.values():
        opening = next((line for line in lines if line.words), None)
        if opening is not None and (_is_power(opening) or opening.words.isupper()):
            _read_signature(lines, elements)
    _leave_signature_open(elements)
    return end


def _in_box_or_blank(block: Block) -> bool:
    return isinstance(block, Paragraph) and (block.in_box or not block.words)


def _box_of(paragraph: Paragraph) -> Any:
    return next((up for up in paragraph.element.iterancestors() if up.tag == f"{W}txbxContent"), None)
