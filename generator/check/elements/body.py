"""The body: căn cứ, headings of each level, điều, khoản, điểm, plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.check.elements.found import BodyItem, Elements
from generator.check.elements.words import bare
from generator.word.read.blocks import Block, Table, paragraphs_of
from generator.word.read.paragraph import Paragraph

_CAN_CU = re.compile(r"(?i)(căn cứ|theo đề nghị|xét đề nghị|xét tờ trình|thực hiện)\b")
#: What goes on with căn cứ once they have begun, or begins those of a decision: the paper that somebody asked with, the
#: need that arose.
_ALSO_GROUND = re.compile(r"(?i)(theo|xét|trên cơ sở|sau khi|được sự)\b")
_DECIDE = ("quyet-dinh", "nghi-quyet")
_PHAN = re.compile(r"(?i)(phần|chương)\s+(thứ\s+\w+|[ivxlc]+|\d+)\b[\s.:–-]*(.*)$")
_MUC = re.compile(r"(?i)(mục|tiểu mục)\s+([ivxlc]+|\d+)\b[\s.:–-]*(.*)$")
_DIEU = re.compile(r"(?i)điều\s+(\d{1,4}|[ivxlc]+)(\s*[.:)/]|\s|$)")
_DE_MUC = re.compile(r"(?!V\s*/\s*v)([IVX]+)\s*([./)-])\s*\S")
_LETTERED = re.compile(r"[A-Z]\s*[./)-]\s+\S")
_KHOAN = re.compile(r"(\d{1,2})\s?([.)/])(?!\d)\s*\S")
_DIEM = re.compile(r"([a-zđ])\s?([.)/])\s*\S")
_SEPARATE_LINE = 140

#: What can only begin the body, so that a trích yếu ends before it.
OPENS_BODY = re.compile(
    r"(?i)căn cứ |theo đề nghị |xét đề nghị |phần (i|1)\b|chương (i|1)\b|điều 1\b|i\s*[./)]|1[./)]\s"
)


def find_body(blocks: Sequence[Block], elements: Elements) -> None:
    """Sort the paragraphs of the body into their kinds."""
    grounds = _grounds(blocks, elements)
    previous: BodyItem | None = None
    gap = False
    for block in blocks:
        if isinstance(block, Table):
            elements.tables.append(block)
            elements.add("bang", *paragraphs_of([block]))
            previous, gap = None, True
            continue
        if block in grounds:
            gap = False
            continue
        if block.in_box or not block.words:
            gap = True
            continue
        item = _sorted(block, previous, gap, elements)
        elements.body.append(item)
        previous, gap = item, False
    for item in elements.body:
        if item.kind in ("van", "khoan", "diem"):
            elements.add("body", item.paragraph)
        if item.kind not in ("van", "giua"):
            elements.add(item.kind, item.paragraph)


def _grounds(blocks: Iterable[Block], elements: Elements) -> list[Paragraph]:
    """The căn cứ lines: from the first one, up to where something else begins."""
    found: list[Paragraph] = []
    above: list[Paragraph] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or not block.words:
            if isinstance(block, Table):
                break
            continue
        also = (found or elements.kind in _DECIDE) and _ALSO_GROUND.match(block.words) and _is_italic(block)
        if (also or _CAN_CU.match(block.words)) and not block.words.endswith(":"):
            found.append(block)
        elif found or not _may_stand_above(block):
            break
        elif block.words.isupper():
            above.append(block)
    if found and above:
        elements.add("tham_quyen", *above)
    if not _are_grounds(found, elements.kind):
        return []
    elements.add("can_cu", *found)
    return found


def _may_stand_above(block: Paragraph) -> bool:
    """The line that names who decides stands above the căn cứ of a decision."""
    return block.align == "giữa" and len(block.words) < _SEPARATE_LINE


def _are_grounds(found: Sequence[Paragraph], kind: str) -> bool:
    if not found:
        return False
    listed = any(p.words.endswith(";") for p in found) or (len(found) > 1 and kind != "cong-van")
    return kind in _DECIDE or listed or _is_italic(found[0])


def opens_grounds(block: Paragraph, kind: str) -> bool:
    """Return whether căn cứ may begin with a paragraph below the line of who decides."""
    return bare(block.words).startswith("can cu ") or (
        kind in _DECIDE and bool(_CAN_CU.match(block.words) or (_ALSO_GROUND.match(block.words) and _is_italic(block)))
    )


def _is_italic(block: Paragraph) -> bool:
    return bool(block.spoken) and all(run.italic for run in block.spoken)


def _sorted(block: Paragraph, previous: BodyItem | None, gap: bool, elements: Elements) -> BodyItem:
    words = block.words
    if found := _PHAN.match(words):
        if _stands_alone(block):
            return BodyItem("phan_chuong", block, found[2], found[3], gap)
    elif (found := _MUC.match(words)) and _stands_alone(block):
        return BodyItem("muc", block, found[2], found[3], gap)
    if (found := _DIEU.match(words)) and (found[2].strip() or (block.spoken and block.spoken[0].bold)):
        return BodyItem("dieu", block, found[1], found[2].strip(), gap)
    if previous and previous.kind in ("phan_chuong", "muc") and not previous.mark and _is_title(block):
        return BodyItem(f"{previous.kind}_tieu_de", block, gap_above=gap)
    if (found := _DE_MUC.match(words)) and len(words) < 2 * _SEPARATE_LINE:
        return BodyItem("de_muc", block, found[1], found[2], gap)
    if block.align in ("giữa", "phải") and len(words) < _SEPARATE_LINE:
        return BodyItem("giua", block, gap_above=gap)
    if _LETTERED.match(words):
        return BodyItem("giua", block, gap_above=gap)
    if found := _KHOAN.match(words):
        return BodyItem("khoan", block, found[1], found[2], gap)
    if found := _DIEM.match(words):
        return BodyItem("diem", block, found[1], found[2], gap)
    return BodyItem("van", block, gap_above=gap)


def _stands_alone(block: Paragraph) -> bool:
    """A heading's own line, not a sentence that begins with the same word."""
    words = block.words
    return (
        len(words) < _SEPARATE_LINE
        and not words.endswith((".", ";", ":"))
        and (block.align == "giữa" or len(words) < 20 or all(run.bold for run in block.spoken))
    )


def _is_title(block: Paragraph) -> bool:
    bold = all(run.bold for run in block.spoken)
    return len(block.words) < 2 * _SEPARATE_LINE and (block.align == "giữa" or bold or block.words.isupper())
