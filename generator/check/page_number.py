"""Give a section the page number it lacks: a header part of its own, or the number moved up from the footer."""

from __future__ import annotations

import posixpath
from functools import partial
from typing import Any

from generator.check.mending import Mend
from generator.law.rules import default
from generator.word import xml
from generator.word.read.document import Document, Section
from generator.word.read.paragraph import Paragraph
from generator.word.read.properties import W

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "[Content_Types].xml"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_RELATIONSHIP = "cchcSoTrang"


def add_page_number(document: Document, section: Section) -> Mend | None:
    """Return a change that numbers a section's pages in its header; None when its header already says something."""
    if any(paragraph.words or paragraph.lines for paragraph in section.headers.get("default", ())):
        return None
    parts = _parts(document)
    if parts[1] not in document.trees or _TYPES not in document.members:
        return None
    return Mend(partial(_add, document, section.element), "có số trang ở đầu trang", parts=parts)


def move_page_number(document: Document, section: Section, number: Paragraph) -> Mend | None:
    """Return a change that moves a bare page number from the footer to the header; None when either says more."""
    if any(char.isalpha() for char in number.words) or add_page_number(document, section) is None:
        return None
    parts = (*_parts(document), number.part)
    return Mend(partial(_move, document, section.element, number), "số trang ở đầu trang", parts=parts)


def _parts(document: Document) -> tuple[str, ...]:
    folder, name = posixpath.split(document.main)
    return f"{folder}/headerSoTrang.xml", f"{folder}/_rels/{name}.rels", _TYPES, document.main


def _move(document: Document, section: Any, number: Paragraph) -> None:
    _add(document, section)
    for run in number.element.findall(f"{W}r") + number.element.findall(f"{W}fldSimple"):
        number.element.remove(run)


def _add(document: Document, section: Any) -> None:
    header, relations, _, _ = _parts(document)
    if header not in document.trees:
        document.trees[header] = _header()
        _relate(document.trees[relations], posixpath.basename(header))
        document.trees[_TYPES] = xml.parse(document.members[_TYPES].content)
        override = xml.add(document.trees[_TYPES], _like(document.trees[_TYPES], "Override"))
        override.set("PartName", f"/{header}")
        override.set("ContentType", _HEADER_TYPE)
    for reference in section.findall(f"{W}headerReference"):
        if reference.get(f"{W}type", "default") == "default":
            section.remove(reference)
    reference = xml.new(f"{W}headerReference")
    reference.set(f"{W}type", "default")
    reference.set(f"{{{_R}}}id", _RELATIONSHIP)
    section.insert(0, reference)


def _relate(relations: Any, target: str) -> None:
    relation = xml.add(relations, _like(relations, "Relationship"))
    relation.set("Id", _RELATIONSHIP)
    relation.set("Type", f"{_R}/header")
    relation.set("Target", target)


def _like(root: Any, name: str) -> str:
    return f"{{{xml.namespace(root)}}}{name}"


def _header() -> Any:
    font, size = default("page.font"), default("page_number.size") * 2
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>{sizes}</w:rPr>'
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    runs = "".join(f"<w:r>{look}{piece}</w:r>" for piece in pieces)
    return xml.parse(
        f'<w:hdr xmlns:w="{W[1:-1]}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{runs}</w:p></w:hdr>'.encode()
    )
