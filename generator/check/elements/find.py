"""The whole document taken apart: header, title, body, closing, appendices, marks on the first page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.check.elements.appendices import find_appendices, label_at
from generator.check.elements.arranged import without_frames
from generator.check.elements.body import find_body
from generator.check.elements.closing import find_closing
from generator.check.elements.found import Elements
from generator.check.elements.header import find_header, is_circulation, is_urgency
from generator.check.elements.title import find_title
from generator.check.elements.words import bare, is_draft_mark
from generator.word.read.blocks import Block, paragraphs_of
from generator.word.read.document import Document
from generator.word.read.paragraph import Paragraph

_CONTACT = re.compile(r"(?i)(điện thoại|đt\s*:|fax|e-?mail|website)")

_PARTY = "dang cong san viet nam"
#: The header of a document is among its first blocks.
_TOP = 6


def find_elements(document: Document) -> Elements:
    """Return what could be found. What is missing is absent; what is there but cannot be told is `unclear`."""
    elements = Elements()
    blocks = _without_draft_mark(without_frames(document.blocks))
    if any(bare(p.words) == _PARTY for p in paragraphs_of(blocks[:_TOP])):
        elements.kind = "van-ban-dang"
        return elements
    after_header = find_header(blocks, elements)
    first_label = next((i for i, block in enumerate(blocks) if label_at(block)), len(blocks))
    is_appendix = not elements.has_header and "quoc_hieu" not in elements.unclear and first_label < 5
    if is_appendix:
        elements.kind = "phu-luc"
        find_appendices(blocks, elements)
        _find_page_numbers(document, elements)
        return elements
    after_title = find_title(blocks, after_header, elements)
    first_label = next((i for i, block in enumerate(blocks) if i >= after_title and label_at(block)), len(blocks))
    closing, after_closing = find_closing(blocks, after_title, first_label, elements)
    find_body(blocks[after_title:closing], elements)
    find_appendices(blocks[after_closing:], elements)
    _find_marks(document, elements)
    _find_page_numbers(document, elements)
    return elements


def _without_draft_mark(blocks: Sequence[Block]) -> list[Block]:
    """Leave out the mark of a draft, which stands in a box or among the first lines."""
    return [
        block
        for at, block in enumerate(blocks)
        if not (isinstance(block, Paragraph) and (at < _TOP or block.in_box) and is_draft_mark(block.words))
    ]


def shows_page_number(paragraph: Paragraph) -> bool:
    """Return whether a paragraph of a header or footer has the page number."""
    return any("PAGE" in code.upper().split() for code in paragraph.fields)


def _find_page_numbers(document: Document, elements: Elements) -> None:
    seen: list[Paragraph] = []
    for section in document.sections:
        for paragraphs in section.printed_edges():
            seen += (p for p in paragraphs if shows_page_number(p) and p not in seen)
    if seen:
        elements.add("page_number", *seen)


def _find_marks(document: Document, elements: Elements) -> None:
    """Marks in text boxes of the first page, and the agency's address in its footer."""
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.in_box:
            if is_urgency(block) and block not in elements.all("do_khan"):
                elements.add("do_khan", block)
            elif is_circulation(block) and block not in elements.all("luu_hanh"):
                elements.add("luu_hanh", block)
    first = document.sections[0]
    for kind in ("first",) if first.title_page else ("default",):
        contact = [p for p in first.footers.get(kind, ()) if _CONTACT.search(p.words)]
        if contact:
            elements.add("dia_chi", *contact)
