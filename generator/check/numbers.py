"""The numbers that a document's body names, each with its place, and those that do not agree with the others.

Nothing is guessed: a figure is doubted when the document itself says another one of the same thing, in the sentence,
in a list, in a table, in what the program wrote when it made the document. The rest is listed for the eye.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generator.check.agreement.as_made import changed_figures
from generator.check.agreement.doubt import Doubt
from generator.check.agreement.listed import names_that_differ
from generator.check.agreement.named import named_that_differ
from generator.check.agreement.rises import rises_that_differ
from generator.check.agreement.shares import stated_shares
from generator.check.agreement.sums import lists_that_differ, sums_that_differ
from generator.check.agreement.tables import Labelled, tables_that_differ
from generator.check.checking import WORTH_PROCESSES
from generator.check.elements.find import find_elements
from generator.check.elements.found import Elements
from generator.vietnamese.text import folded
from generator.word.package import NotAPackage
from generator.word.read.blocks import Table
from generator.word.read.document import Document, read_document
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


@dataclass(frozen=True, slots=True)
class NumberSeen:
    """A number as written, the words around it, its place; `doubt` says what does not agree, if anything."""

    where: str
    number: str
    words: str
    doubt: str = ""


def doubts_in_files(paths: Sequence[Path], jobs: int = 1) -> dict[Path, list[NumberSeen]]:
    """Return the numbers that do not agree in each file that can be read; `jobs` processes share the work when there
    is enough of it."""
    if jobs < 2 or len(paths) < WORTH_PROCESSES:
        return dict(zip(paths, map(_doubts_in_file, paths), strict=True))
    with ProcessPoolExecutor(jobs) as pool:
        share = max(1, len(paths) // (jobs * 4))
        return dict(zip(paths, pool.map(_doubts_in_file, paths, chunksize=share), strict=True))


def _doubts_in_file(path: Path) -> list[NumberSeen]:
    try:
        return [number for number in numbers_in(read_document(path)) if number.doubt]
    except (NotAPackage, OSError):
        return []


def numbers_in(document: Document) -> list[NumberSeen]:
    """Return the numbers of the body in reading order, and those of tables that do not agree; dates, symbols and item
    numbers are left out."""
    elements = find_elements(document)
    doubts: dict[int, dict[int, Doubt]] = {}
    for doubt in _doubts(document, elements):
        doubts.setdefault(id(doubt.paragraph.element), {}).setdefault(doubt.at, doubt)
    seen: list[NumberSeen] = []
    for item in elements.body:
        seen += _numbers_of(item.paragraph, doubts.pop(id(item.paragraph.element), {}))
    seen += (_seen(one) for of_paragraph in doubts.values() for one in of_paragraph.values())
    return seen


def counts_in(text: str) -> list[str]:
    """Return the numbers of a sentence as written; dates, symbols and item numbers are left out."""
    label = _LABEL.match(text)
    found = _NUMBER.finditer(text, label.end() if label else 0)
    return [number[0] for number in found if not _NAMES_SOMETHING.search(text[: number.start()])]


def _numbers_of(paragraph: Paragraph, doubts: dict[int, Doubt]) -> Iterator[NumberSeen]:
    text = paragraph.words
    label = _LABEL.match(text)
    for found in _NUMBER.finditer(text, label.end() if label else 0):
        doubt = next((doubts.pop(at) for at in range(found.start(), found.end()) if at in doubts), None)
        if doubt is not None:
            yield _seen(doubt, found[0], found.start())
        elif not _NAMES_SOMETHING.search(text[: found.start()]):
            yield NumberSeen(paragraph.where, found[0], _around(text, found.start(), found[0]))
    yield from map(_seen, doubts.values())


def _seen(doubt: Doubt, number: str = "", at: int | None = None) -> NumberSeen:
    number = number or doubt.number
    words = _around(doubt.paragraph.words, doubt.at if at is None else at, number)
    return NumberSeen(doubt.paragraph.where, number, words, doubt.why)


def _around(text: str, at: int, number: str) -> str:
    return f"…{' '.join(text[max(0, at - 25) : at + len(number) + 30].split())}…"


def _doubts(document: Document, elements: Elements) -> Iterator[Doubt]:
    """What does not agree, the surest first: of one figure only the first is told."""
    body = [item.paragraph for item in elements.body]
    yield from changed_figures(document)
    for paragraph in body:
        for share in stated_shares(paragraph.words):
            if share.doubt:
                yield Doubt(paragraph, share.at, share.stated, share.doubt)
        yield from sums_that_differ(paragraph)
        yield from rises_that_differ(paragraph)
        yield from names_that_differ(paragraph)
    yield from lists_that_differ(body)
    tables = list(_tables(document, elements))
    yield from tables_that_differ(body, tables)
    yield from named_that_differ(body, [one.table for one in tables])


def _tables(document: Document, elements: Elements) -> Iterator[Labelled]:
    """The tables of data, each with the label of the appendix whose section it stands in."""
    labels = {appendix.label.section: appendix.label.words for appendix in elements.appendices}
    partial = {
        block.section
        for block in document.blocks
        if isinstance(block, Paragraph) and block.section in labels and "quá hạn" in folded(block.words)
    }
    for block in document.blocks:
        if isinstance(block, Table):
            yield Labelled(labels.get(block.section, ""), block, block.section in partial)
