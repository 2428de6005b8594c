"""Pictures that the program drew and nobody changed: renewed with the numbers they show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import join, normpath

from generator.word.package import Member
from generator.word.pictures import digest, name_in
from generator.word.renew.finding import FoundRegion
from generator.word.renew.xml_spans import Edit, Element, XmlPart

_RELATIONS = "word/_rels/document.xml.rels"
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PROPERTIES = f"{{{_DRAWING}/wordprocessingDrawing}}docPr"
_BLIP = f"{{{_DRAWING}/main}}blip"
_SIZES = (f"{{{_DRAWING}/wordprocessingDrawing}}extent", f"{{{_DRAWING}/main}}ext")
_EMBEDDED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


@dataclass
class RenewedPictures:
    """Places that change in document.xml, and picture files; `left` are the titles of those that a person changed."""

    edits: list[Edit] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Placed:
    """One of our pictures in a document, and the file it shows."""

    drawing: Element
    properties: Element
    file: str


def renewed_pictures(
    document: XmlPart,
    members: Mapping[str, Member],
    new: XmlPart,
    new_members: Mapping[str, Member],
    regions: Iterable[FoundRegion],
) -> RenewedPictures:
    """Put the new document's pictures in the place of the old ones of the same name; a width that a person gave one
    stays, and so does what a person moved into a region."""
    inside = [(block.start, block.end) for region in regions for block in region.blocks]
    renewed = RenewedPictures()
    fresh = dict(_pictures(new, new_members))
    for name, placed in _pictures(document, members):
        other = fresh.get(name)
        if other is None or any(start <= placed.drawing.start < end for start, end in inside):
            continue
        title = other.properties.attributes["name"]
        if placed.properties.attributes["name"] == title:
            continue
        if placed.properties.attributes["name"] != f"cchc:{name}:{digest(members[placed.file].content)}":
            renewed.left.append(placed.properties.attributes.get("descr", name))
            continue
        renewed.files[placed.file] = new_members[other.file].content
        renewed.edits += _retitled(document, placed, title)
        renewed.edits += _resized(document, placed.drawing, other.drawing)
    return renewed


def _pictures(document: XmlPart, members: Mapping[str, Member]) -> Iterator[tuple[str, _Placed]]:
    files = _files(members)
    for drawing in document.root.walk("w:drawing"):
        properties, blip = next(drawing.walk(_PROPERTIES), None), next(drawing.walk(_BLIP), None)
        if properties is None or blip is None:
            continue
        name, file = name_in(properties.attributes.get("name", "")), files.get(blip.attributes.get(_EMBEDDED, ""), "")
        if name and file in members:
            yield name, _Placed(drawing, properties, file)


def _files(members: Mapping[str, Member]) -> dict[str, str]:
    """The files in the package by the id of their relationship."""
    part = members.get(_RELATIONS)
    found = {}
    for relation in _RELATION.findall(part.content.decode("utf-8", "replace") if part else ""):
        values = dict(re.findall(r'(\w+)="([^"]*)"', relation))
        target = values.get("Target", "")
        found[values.get("Id", "")] = target[1:] if target.startswith("/") else normpath(join("word", target))
    return found


def _retitled(document: XmlPart, placed: _Placed, title: str) -> Iterator[Edit]:
    tag = document.data[placed.properties.start : placed.properties.inner_start]
    written = f'name="{placed.properties.attributes["name"]}"'.encode()
    yield Edit(placed.properties.start, placed.properties.inner_start, tag.replace(written, f'name="{title}"'.encode()))


def _resized(document: XmlPart, drawing: Element, other: Element) -> Iterator[Edit]:
    """As wide as it stands, as high as the new one is for that."""
    whole = next(other.walk(_SIZES[0]))
    wide, high = whole.number("cx"), whole.number("cy")
    for size in drawing.walk(*_SIZES):
        own = size.number("cx")
        if own is None or not wide or not high:
            continue
        height = round(own * high / wide)
        tag = document.data[size.start : size.inner_start]
        yield Edit(size.start, size.inner_start, re.sub(rb'\bcy="\d+"', b'cy="%d"' % height, tag))
