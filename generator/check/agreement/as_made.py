"""Figures that somebody changed in a document of ours: it carries what the program wrote, sentence by sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.check.agreement.doubt import FIGURE, Doubt
from generator.word.package import Member, NotAPackage
from generator.word.provenance import Provenance
from generator.word.read.blocks import Block, Table, paragraphs_of
from generator.word.read.document import Document, document_of
from generator.word.read.paragraph import Paragraph

_ROOT = re.compile(rb"<(\w+:)?document\b[^>]*>")
#: A line of text, or a row of a table: what stands together.
_Line = Sequence[Paragraph]


def changed_figures(document: Document) -> Iterator[Doubt]:
    """Yield the figures that differ from those the program wrote into the same words."""
    made = _as_made(document)
    if made is None:
        return
    before, now = _by_words(made.blocks), _by_words(document.blocks)
    for words, lines in now.items():
        written = before.get(words, [])
        known = {_text(line) for line in written}
        other = [line for line in lines if _text(line) not in known]
        left = [line for line in written if _text(line) not in {_text(one) for one in lines}]
        if len(other) == len(left):
            for line, original in zip(other, left, strict=True):
                yield from _differences(line, original)


def _as_made(document: Document) -> Document | None:
    """The document as the program made it; of one renewed in parts only its regions."""
    for name, member in document.members.items():
        if name.startswith("customXml/item") and name.endswith(".xml"):
            provenance = Provenance.from_xml(member.content)
            if provenance is not None:
                break
    else:
        return None
    body = provenance.made.content
    if not _ROOT.search(body):
        root = _ROOT.search(document.members[document.main].content)
        if root is None:
            return None
        regions = "".join(provenance.regions().values()).encode()
        prefix = root[1] or b""
        body = root[0] + b"<%sbody>" % prefix + regions + b"</%sbody></%sdocument>" % (prefix, prefix)
    try:
        return document_of({**document.members, document.main: Member.packed(document.main, body)})
    except NotAPackage:
        return None


def _by_words(blocks: Sequence[Block]) -> dict[str, list[_Line]]:
    """Lines by their words without the figures; lines that have no figure, or nothing else, are left out."""
    found: dict[str, list[_Line]] = defaultdict(list)
    for line in _lines(blocks):
        text = _text(line)
        words = FIGURE.sub("#", text)
        if words != text and any(char.isalpha() for char in words):
            found[words].append(line)
    return found


def _lines(blocks: Sequence[Block]) -> Iterator[_Line]:
    for block in blocks:
        if isinstance(block, Table):
            yield from ([p for cell in row for p in paragraphs_of(cell)] for row in block.rows)
        else:
            yield [block]


def _text(line: _Line) -> str:
    return " | ".join(p.words for p in line)


def _differences(line: _Line, original: _Line) -> Iterator[Doubt]:
    for paragraph, before in zip(line, original, strict=False):
        for found, made in zip(FIGURE.finditer(paragraph.words), FIGURE.finditer(before.words), strict=False):
            if found[0] != made[0]:
                yield Doubt(paragraph, found.start(), found[0], f"chương trình đã ghi {made[0]}")
