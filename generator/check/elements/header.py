"""The block at the top: Quốc hiệu and Tiêu ngữ on the right, the agency and the number on the left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.check.elements.columns import side_by_side, stands_apart
from generator.check.elements.found import Elements, rule_lines_in, underlined
from generator.check.elements.words import TYPED_LINE, TYPES, bare, folded, is_draft_mark
from generator.word.read.blocks import Block, Table, paragraphs_of
from generator.word.read.paragraph import Paragraph

_QUOC_HIEU = re.compile(r"cong hoa xa hoi chu nghia|chu nghia viet nam$")
_TIEU_NGU = re.compile(r"doc lap\b.*\b(tu do|hanh phuc)")
_DATE = re.compile(r"\bngay\b.*\bthang\b|\bthang\b.*\bnam\b|(?:,|^|\bngay\b)\s*\d+\s*[/.-]\s*\d+\s*[/.-]\s*\d+\.?$")
_NUMBER = re.compile(r"so(\s*:|\s+\d|\s*\.{2,}|\s+/|\s*…|\s*$|\d)")
SUBJECT = re.compile(r"v\s*/\s*v|ve viec")
_LONGEST_SUBJECT_LINE = 45
_LINES_OF_A_COLUMN = 8
_BLANKS_BETWEEN = 4
_ALWAYS_THERE = ("tieu_ngu", "co_quan", "so_ky_hieu", "dia_danh")
_URGENT = frozenset({"hoa toc", "thuong khan", "khan", "hoa toc hen gio"})
_SECRET = frozenset({"mat", "toi mat", "tuyet mat"})
_CIRCULATION = frozenset({"xem xong tra lai", "luu hanh noi bo"})
_AGENCY = re.compile(
    r"(ubnd|hdnd|uy ban|hoi dong|so|phong|bo|cuc|tong cuc|vu|chi cuc|van phong|ban|truong|trung tam|cong an|toa an"
    r"|vien|thanh tra|kho bac|quy|cong ty|tong cong ty|doi|to|tram|benh vien|hoc vien|dai hoc|chinh phu|quoc hoi)\b"
)

#: Lines that are only the beginning of a name: what follows goes on with it.
_UNFINISHED = frozenset(
    {"van phong", "uy ban nhan dan", "hoi dong nhan dan", "hoi dong", "cong an", "truong", "ban chi dao", "to cong tac"}
    | {"trung tam", "phong", "so", "ban", "ban quan ly", "chi cuc", "ubnd", "hdnd"}
)


def find_header(blocks: Sequence[Block], elements: Elements) -> int:
    """Find the header's elements; return the index of the first block after it, 0 when there is none."""
    for index, block in enumerate(blocks[:12]):
        if isinstance(block, Table):
            if any(_is_quoc_hieu(p) for p in paragraphs_of([block])):
                is_first = index == 0 or not any(p.words for p in paragraphs_of(blocks[:index]))
                table, after = _with_number(blocks, index, block)
                _read_table(table, is_first, elements)
                return after
        elif _is_quoc_hieu(block):
            return _read_loose(blocks, index, elements)
    return 0


def _with_number(blocks: Sequence[Block], index: int, table: Table) -> tuple[Table, int]:
    """Return the table joined with the one below that has the number and the date, and the index after the header."""
    if not any(_is_number(line) for line in _lines([table])):
        for below in range(index + 1, min(index + _BLANKS_BETWEEN, len(blocks))):
            block = blocks[below]
            if isinstance(block, Table) and any(_is_number(line) for line in _lines([block])):
                return replace(table, rows=(*table.rows, *block.rows)), below + 1
            if isinstance(block, Table) or block.words:
                break
    return table, index + 1


def _is_number(line: Paragraph) -> bool:
    return bool(_NUMBER.match(bare(line.words)))


def is_urgency(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is nothing but a mark of urgency."""
    return bare(paragraph.words) in _URGENT


def is_circulation(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is nothing but an instruction about circulation."""
    return bare(paragraph.words) in _CIRCULATION


def _is_quoc_hieu(paragraph: Paragraph) -> bool:
    return len(paragraph.words) < 160 and bool(_QUOC_HIEU.search(bare(paragraph.words)))


def _read_table(table: Table, is_first: bool, elements: Elements) -> None:
    top, column = _quoc_hieu_cell(table)
    left: list[Paragraph] = []
    right: list[Paragraph] = []
    for row in table.rows[top:]:
        if len(row) < 2:
            continue
        if _is_addressee(row):
            _read_addressees(row, elements)
            continue
        at = min(column, len(row) - 1)
        right += _lines(row[at])
        left += (line for c, cell in enumerate(row) if c != at for line in _lines(cell))
    if not right:
        right = _lines(table.rows[top][column])
    if column == 0 or top > 0 or not is_first:
        elements.misplaced.add("quoc_hieu.place")
    _read_right(right, elements)
    _read_left(left, elements)


def _is_addressee(row: Sequence[Sequence[Block]]) -> bool:
    """Whether a row below the header names who is written to: Word joins two tables that touch."""
    first = next((line for cell in row for line in _lines(cell) if line.words), None)
    return first is not None and bare(first.words).startswith("kinh g")


def _read_addressees(row: Sequence[Sequence[Block]], elements: Elements) -> None:
    label, *addressees = [line for cell in row for line in _lines(cell) if line.words]
    elements.addressees += addressees
    elements.add("kinh_gui", label, *addressees)


def _quoc_hieu_cell(table: Table) -> tuple[int, int]:
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row):
            if any(_is_quoc_hieu(p) for p in paragraphs_of(cell)):
                return r, c
    return 0, 0


def _lines(blocks: Sequence[Block]) -> list[Paragraph]:
    lines = [line for paragraph in paragraphs_of(blocks) for line in paragraph.split_lines()]
    return [line for line in lines if not is_draft_mark(line.words)]


def _read_right(lines: Sequence[Paragraph], elements: Elements) -> None:
    for line in lines:
        text = bare(line.words)
        if not text or TYPED_LINE.match(line.words):
            continue
        if _QUOC_HIEU.search(text) and not elements.has_header:
            elements.add("quoc_hieu", line)
        elif _TIEU_NGU.search(text):
            elements.add("tieu_ngu", line)
            if not elements.has_header:
                elements.misplaced.add("tieu_ngu.place")
        elif _DATE.search(text):
            elements.add("dia_danh", line)
        elif text in _CIRCULATION:
            elements.add("luu_hanh", line)
    found = rule_lines_in(lines) or underlined(elements.all("tieu_ngu"))
    elements.rule_lines["tieu_ngu"] = found


def _read_left(lines: Sequence[Paragraph], elements: Elements) -> None:
    agency: list[Paragraph] = []
    letter = False
    for line in lines:
        text = bare(line.words)
        if not text or TYPED_LINE.match(line.words):
            continue
        if text in _URGENT:
            elements.add("do_khan", line)
        elif text in _SECRET or text in _CIRCULATION:
            elements.add("luu_hanh" if text in _CIRCULATION else "do_mat", line)
        elif _NUMBER.match(text) and "so_ky_hieu" not in elements.by_name:
            elements.add("so_ky_hieu", line)
        elif letter or SUBJECT.match(text):
            letter = True
            elements.add("trich_yeu_cong_van", line)
        elif "so_ky_hieu" not in elements.by_name:
            agency.append(line)
        else:
            letter = True
            elements.add("trich_yeu_cong_van", line)
    _divide_agency(agency, elements)
    elements.rule_lines["co_quan"] = rule_lines_in(lines) or underlined(elements.all("co_quan"))


def _divide_agency(lines: Sequence[Paragraph], elements: Elements) -> None:
    """Tell the superior from the agency: where a second name begins, or else where bold begins."""
    names = [bare(line.words) for line in lines]
    starts = [i for i, name in enumerate(names) if _AGENCY.match(name) and not (i and names[i - 1] in _UNFINISHED)]
    bold = [all(run.bold for run in line.spoken) for line in lines]
    if len(starts) > 1 and starts[0] == 0:
        cut = starts[-1]
    elif len(starts) == 1 and starts[0] == 0:
        cut = 0
    elif True in bold and not any(bold[: bold.index(True)]) and all(bold[bold.index(True) :]):
        cut = bold.index(True)
    elif len(lines) == 1:
        cut = 0
    else:
        if lines:
            why = "không phân biệt được cơ quan chủ quản với cơ quan ban hành"
            elements.unclear["co_quan"] = elements.unclear["co_quan_chu_quan"] = why
        return
    elements.add("co_quan", *lines[cut:])
    if cut:
        elements.add("co_quan_chu_quan", *lines[:cut])


def _read_loose(blocks: Sequence[Block], index: int, elements: Elements) -> int:
    """A header without a table, in one column or in two made by hand."""
    parts, end = side_by_side(blocks, index, _goes_on)
    if parts:
        elements.columns_by_hand = "hai cột ở đầu văn bản không làm bằng bảng"
        right = [part for part in parts if _stands_right(part)]
        _read_right(right, elements)
        _read_left([part for part in parts if part not in right], elements)
        for name in _ALWAYS_THERE:
            if name not in elements.by_name:
                elements.unclear.setdefault(name, elements.columns_by_hand)
        return end
    quoc_hieu = blocks[index]
    assert isinstance(quoc_hieu, Paragraph)
    if after_number := _after_number(blocks, end):
        end, elements.columns_by_hand = after_number, "phần đầu văn bản chỉ có một cột"
    below = [block for block in blocks[index + 1 : end] if isinstance(block, Paragraph)]
    left = [block for block in below if block.words and not _stands_right(block)]
    _read_right([quoc_hieu, *(block for block in below if block not in left)], elements)
    _read_left([*(p for p in paragraphs_of(blocks[:index]) if p.words), *left], elements)
    return end


def _after_number(blocks: Sequence[Block], start: int) -> int:
    """The index after the number in a header of one column, when only short lines stand above it; 0 otherwise."""
    for index, block in enumerate(blocks[start : start + _LINES_OF_A_COLUMN], start=start):
        if isinstance(block, Table) or len(block.words) > _LONGEST_SUBJECT_LINE or folded(block.words) in TYPES:
            break
        if _is_number(block):
            end = index + 1
            while end < len(blocks) and isinstance(line := blocks[end], Paragraph) and _goes_on(line, [block]):
                end += 1
            return _after_date(blocks, end)
    return 0


def _after_date(blocks: Sequence[Block], start: int) -> int:
    """The index after the date below a subject that does not say "V/v"; `start` when there is none."""
    for index, block in enumerate(blocks[start : start + _BLANKS_BETWEEN], start=start):
        if isinstance(block, Table) or not (block.is_blank or _may_be_of_header(block)):
            break
        if _DATE.search(bare(block.words)):
            return index + 1
    return start


def _may_be_of_header(line: Paragraph) -> bool:
    text = bare(line.words)
    is_other = folded(line.words) in TYPES or text.startswith("kinh g")
    return bool(text) and len(text) < _LONGEST_SUBJECT_LINE and not is_other


def _stands_right(part: Paragraph) -> bool:
    text = bare(part.words)
    return bool(_QUOC_HIEU.search(text) or _TIEU_NGU.search(text) or _DATE.search(text))


def _goes_on(line: Paragraph, above: Sequence[Paragraph]) -> bool:
    """Whether a line in one piece below Quốc hiệu is of the header: motto, number, date, a subject's next line."""
    text = bare(line.words)
    if _stands_right(line) or _is_number(line) or SUBJECT.match(text) or is_urgency(line) or is_circulation(line):
        return True
    in_columns = any(not part.align for part in above)
    if in_columns and (stands_apart(line) or not any(_is_number(part) for part in above)):
        return _may_be_of_header(line)
    subject = any(SUBJECT.match(bare(part.words)) for part in above)
    return subject and len(text) < _LONGEST_SUBJECT_LINE and not text.startswith("kinh g")
