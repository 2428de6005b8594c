"""The numbers that a document's body names, each with its place, to be compared with the appendices.

Two things can be told without guessing: whether a percentage is that of the fraction or the counts beside it, and
whether a total of tasks is the number of rows of the appendix that lists them. The rest is listed for the eye.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.check.elements.find import find_elements
from generator.check.elements.found import Elements
from generator.check.elements.words import folded
from generator.check.shares import stated_shares
from generator.word.read.blocks import Block, Table, paragraphs_of
from generator.word.read.document import Document
from generator.word.read.paragraph import Paragraph

_NUMBER = re.compile(
    r"(?<![\w./,-])(?:(?:\d{1,3}(?:\.\d{3})+|\d+)/(?:\d{1,3}(?:\.\d{3})+|\d+)(?= [^\W\d]|,? ?\(?\d+[.,]?\d*%)"
    r"|\d{1,3}(?:\.\d{3})+(?:,\d+)?%?"
    r"|\d{1,3}\.\d{1,2}\s?%|\d+(?:,\d+)?(?:\s?%)?)"
    r"(?![\w/]|[.,]\d)(?! tháng (?:đầu|cuối))"
)
_NAMES_SOMETHING = re.compile(
    r"(?i)(ngày|tháng|năm|quý|điều|khoản|mục|chương|phụ lục|số|lần thứ|thứ|nhiệm vụ|kỳ|giai đoạn|mẫu|biểu)\s*$"
)
_LABEL = re.compile(r"^\s*(?:\d+(?:\.\d+)*|[a-zđ]|[IVX]+)[.)]\s")
_TOTAL = re.compile(r"(?i)(?:tổng số|trong|gồm)\s+(\d+)\s+nhiệm vụ\s+(?:của|theo|trong|tại)\s+kế hoạch")
_TASK_ID = re.compile(r"(?:[IVX]+\.)?\d+")


@dataclass(frozen=True, slots=True)
class NumberSeen:
    """A number as written, the words around it, its place; `doubt` says what does not agree, if anything."""

    where: str
    number: str
    words: str
    doubt: str = ""


def numbers_in(document: Document) -> list[NumberSeen]:
    """Return the numbers of the body in reading order; dates, symbols and item numbers are left out."""
    elements = find_elements(document)
    totals = _task_rows(document, elements)
    seen: list[NumberSeen] = []
    for item in elements.body:
        seen += _numbers_of(item.paragraph, totals)
    return seen


def _numbers_of(paragraph: Paragraph, totals: dict[str, int]) -> list[NumberSeen]:
    text = paragraph.words
    label = _LABEL.match(text)
    doubts = _doubts(text, totals)
    seen = []
    for found in _NUMBER.finditer(text, label.end() if label else 0):
        if _NAMES_SOMETHING.search(text[: found.start()]):
            continue
        words = " ".join(text[max(0, found.start() - 25) : found.end() + 30].split())
        seen.append(NumberSeen(paragraph.where, found[0], f"…{words}…", doubts.get(found.start(), "")))
    return seen


def _doubts(text: str, totals: dict[str, int]) -> dict[int, str]:
    """What does not agree, by where the number begins."""
    doubts: dict[int, str] = {}
    for share in stated_shares(text):
        if share.doubt:
            doubts[share.at] = share.doubt
    for total in _TOTAL.finditer(text):
        wrong = {name: rows for name, rows in totals.items() if rows != int(total[1])}
        if totals and len(wrong) == len(totals):
            name, rows = max(wrong.items(), key=lambda one: one[1])
            doubts[total.start(1)] = f"{name} có {rows} nhiệm vụ"
    return doubts


def _task_rows(document: Document, elements: Elements) -> dict[str, int]:
    """How many tasks each appendix lists: rows with a number, in a table with columns Nhiệm vụ and Tình trạng. An
    appendix whose title speaks of late tasks lists only some.
    """
    totals: dict[str, int] = {}
    for appendix in elements.appendices:
        blocks = [block for block in document.blocks if block.section == appendix.label.section]
        if any(isinstance(block, Paragraph) and "quá hạn" in folded(block.words) for block in blocks):
            continue
        for block in blocks:
            if isinstance(block, Table) and _lists_tasks(block):
                rows = sum(bool(_TASK_ID.fullmatch(_cell(row[0]))) for row in block.rows[1:] if len(row) > 2)
                totals[appendix.label.words] = max(rows, totals.get(appendix.label.words, 0))
    return totals


def _lists_tasks(table: Table) -> bool:
    headings = [folded(_cell(cell)) for cell in table.rows[0]] if table.rows else []
    return "nhiệm vụ" in headings and any("tình trạng" in heading for heading in headings)


def _cell(cell: tuple[Block, ...]) -> str:
    return " ".join(p.words for p in paragraphs_of(cell))
