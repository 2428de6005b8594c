"""Tên loại, trích yếu and Kính gửi: what stands between the header and the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.check.elements.body import OPENS_BODY, opens_grounds
from generator.check.elements.found import Elements, rule_lines_in, underlined
from generator.check.elements.header import SUBJECT, is_circulation, is_urgency
from generator.check.elements.words import TYPED_LINE, TYPES, bare, folded, slug
from generator.law.abbreviations import ABBREVIATIONS
from generator.law.header import WITHOUT_SUBJECT
from generator.word.read.blocks import Block, Table, paragraphs_of
from generator.word.read.paragraph import Paragraph

_KINH_GUI = re.compile(r"kinh g[uo]i\b")
_REFERENCE = re.compile(r"\(\s*(ban hanh )?kem theo\b")
_SYMBOL_OF_LETTER = re.compile(r"/\s*([^\W\d_]+)\s*-\s*[^\W\d_]+")
_SHORT_TYPES = frozenset(short.upper() for short in ABBREVIATIONS.values())
_BLANKS_BETWEEN = 4
_LOOK_AHEAD = 14
_MAX_LINES = 6


def find_title(blocks: Sequence[Block], start: int, elements: Elements) -> int:
    """Find tên loại, trích yếu and Kính gửi from `start`; return the index of the first block of the body."""
    at = _find_type(blocks, start, elements)
    if at is None:
        start = _find_loose_subject(blocks, start, elements)
        if "trich_yeu_cong_van" in elements.by_name or _has_symbol_of_letter(elements):
            elements.kind, elements.type_name = "cong-van", "công văn"
            return _skip_marks(blocks, _find_addressee(blocks, start, elements), elements)
        elements.unclear["ten_loai"] = "không nhận ra tên loại văn bản"
        return _find_addressee(blocks, start, elements)
    if subject := elements.by_name.pop("trich_yeu_cong_van", None):
        elements.add("trich_yeu", *subject)
    after = _find_trich_yeu(blocks, at, elements)
    return _find_addressee(blocks, after, elements)


def _find_loose_subject(blocks: Sequence[Block], start: int, elements: Elements) -> int:
    """Read the subject of a letter that stands below the header instead of in it; return the index after it."""
    for index in range(start, min(start + _BLANKS_BETWEEN, len(blocks))):
        block = blocks[index]
        if isinstance(block, Paragraph) and SUBJECT.match(bare(block.words)):
            elements.add("trich_yeu_cong_van", *(line for line in block.split_lines() if line.words))
            elements.subject_below = True
            return index + 1
        if isinstance(block, Table) or block.words:
            break
    return start


def _has_symbol_of_letter(elements: Elements) -> bool:
    """Whether the symbol is of two groups, the first no abbreviation of a type: "12/UBND-VX"."""
    number = elements.first("so_ky_hieu")
    found = _SYMBOL_OF_LETTER.search(number.words) if number is not None else None
    return found is not None and found[1].upper() not in _SHORT_TYPES


def _find_type(blocks: Sequence[Block], start: int, elements: Elements) -> int | None:
    for index in range(start, min(start + _LOOK_AHEAD, len(blocks))):
        block = blocks[index]
        if isinstance(block, Table):
            continue
        for line in block.split_lines():
            name = TYPES.get(folded(line.words))
            if name:
                elements.kind, elements.type_name = slug(name), name
                elements.add("ten_loai", line)
                return index
        if is_urgency(block):
            elements.add("do_khan", block)
        elif is_circulation(block):
            elements.add("luu_hanh", block)
        elif len(block.words) > 200:
            return None
    return None


def _find_trich_yeu(blocks: Sequence[Block], at: int, elements: Elements) -> int:
    """Read trích yếu from the lines after tên loại, and the rule line below it."""
    type_block = blocks[at]
    assert isinstance(type_block, Paragraph)
    lines = type_block.split_lines()
    position = next(i for i, line in enumerate(lines) if line is not None and _is_type(line))
    found: list[Paragraph] = [line for line in lines[position + 1 :] if line.words]
    region: list[Paragraph] = [type_block]
    index = at + 1
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Table):
            break
        if not block.words or TYPED_LINE.match(block.words):
            region.append(block)
            has_line = bool(rule_lines_in([block]))
            if not found and not has_line:
                elements.blank_above_trich_yeu = True
            index += 1
            if found and has_line:
                break
            continue
        if _ends_trich_yeu(block, found, region, elements) or _names_authority(blocks, index, elements.kind):
            break
        region.append(block)
        found += (line for line in block.split_lines() if line.words)
        index += 1
    if found:
        elements.add("trich_yeu", *found)
    elements.rule_lines["trich_yeu"] = rule_lines_in(region) or underlined(found)
    return _after_reference(blocks, index, elements)


def _after_reference(blocks: Sequence[Block], index: int, elements: Elements) -> int:
    """Pass over "(Kèm theo Quyết định số …)", which says that the paper was issued with a decision."""
    for position in range(index, min(index + _BLANKS_BETWEEN, len(blocks))):
        block = blocks[position]
        if isinstance(block, Table) or (block.words and not _REFERENCE.match(bare(block.words))):
            return index
        if block.words:
            elements.attached = True
            return position + 1
    return index


def _is_type(line: Paragraph) -> bool:
    return folded(line.words) in TYPES


def _ends_trich_yeu(
    block: Paragraph, found: Sequence[Paragraph], region: Sequence[Paragraph], elements: Elements
) -> bool:
    if _KINH_GUI.match(bare(block.words)) or _REFERENCE.match(bare(block.words)) or OPENS_BODY.match(block.words):
        return True
    if not found:
        centred, bold = block.align == "giữa", all(run.bold for run in block.spoken)
        return not (centred and bold) if elements.type_name in WITHOUT_SUBJECT else not (centred or bold)
    first = found[0]
    parted = region[-1].is_blank
    return parted or block.align != first.align or len(found) >= _MAX_LINES or block.label != first.label


def _names_authority(blocks: Sequence[Block], index: int, kind: str) -> bool:
    """The lines of who decides, in capitals right above the căn cứ, are no trích yếu."""
    if not paragraphs_of([blocks[index]])[0].words.isupper():
        return False
    below = next((p for p in paragraphs_of(blocks[index + 1 : index + 6]) if p.words and not p.words.isupper()), None)
    return below is not None and opens_grounds(below, kind)


def _find_addressee(blocks: Sequence[Block], start: int, elements: Elements) -> int:
    for index in range(start, min(start + 8, len(blocks))):
        block = blocks[index]
        texts = [p for p in paragraphs_of([block]) if p.words]
        if not texts:
            continue
        if not _KINH_GUI.match(bare(texts[0].words)):
            return index if isinstance(block, Paragraph) and not _is_mark(block) else start
        lines = [line for p in texts for line in p.split_lines() if line.words]
        elements.add("kinh_gui", lines[0])
        if isinstance(block, Table):
            elements.addressees += lines[1:]
            index += 1
        else:
            elements.addressees += lines[1:]
            index = _find_list(blocks, index + 1, lines[0], elements)
        elements.add("kinh_gui", *elements.addressees)
        return index
    return start


def _find_list(blocks: Sequence[Block], index: int, label: Paragraph, elements: Elements) -> int:
    """The addressees on the lines below, when the line of Kính gửi names none or begins a list."""
    follows = re.fullmatch(r"(?i)kính g[ửở]i\s*:?", label.words) is not None
    while index < len(blocks):
        block = blocks[index]
        if not isinstance(block, Paragraph):
            return index
        if not block.words:
            index += 1
            continue
        if not (re.match(r"[-–•]", block.words) or (follows and not elements.addressees and len(block.words) < 120)):
            return index
        if OPENS_BODY.match(block.words):
            return index
        elements.addressees.append(block)
        index += 1
    return index


def _is_mark(block: Paragraph) -> bool:
    return is_urgency(block) or is_circulation(block)


def _skip_marks(blocks: Sequence[Block], index: int, elements: Elements) -> int:
    while index < len(blocks):
        block = blocks[index]
        if not isinstance(block, Paragraph) or not (block.is_blank or _is_mark(block)):
            return index
        if is_urgency(block):
            elements.add("do_khan", block)
        index += 1
    return index
