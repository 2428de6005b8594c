"""Pictures that the program draws: placed where a paragraph marks it, and known again in a saved file.

A picture's name in the document carries the digest of its bytes: one that a person put in its place, or that another
program wrote anew, is told from ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from generator.word.package import Member

DOTS_PER_INCH = 200
_MARK = "\ue003"
_MARKED = re.compile(f"<w:t(?: [^>]*)?>{_MARK}([a-z_]+)</w:t>")
_TITLE = re.compile(r"cchc:([a-z_]+):[0-9a-f]{16}")
_EMU_PER_INCH = 914_400
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG of 200 dots an inch, and its words for those who do not see it."""

    content: bytes
    words: str

    def named(self, name: str) -> str:
        """Return its name in a document: "cchc:don_vi:1f0e…"."""
        return f"cchc:{name}:{digest(self.content)}"

    @property
    def width(self) -> int:
        """In English metric units, as the height is."""
        return self._dots(16) * _EMU_PER_INCH // DOTS_PER_INCH

    @property
    def height(self) -> int:
        return self._dots(20) * _EMU_PER_INCH // DOTS_PER_INCH

    def _dots(self, at: int) -> int:
        return int.from_bytes(self.content[at : at + 4], "big")


def name_in(title: str) -> str:
    """Return the name of a picture of ours by its name in a document, "" for any other."""
    found = _TITLE.fullmatch(title)
    return found[1] if found else ""


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]


def marker(name: str) -> str:
    """Return what stands in a paragraph where a picture is to be."""
    return f"{_MARK}{name}"


def with_pictures(
    members: Mapping[str, Member], body: str, pictures: Mapping[str, Picture]
) -> tuple[Mapping[str, Member], str]:
    """Return the package's members and document.xml with a picture at each marker."""
    found: list[str] = []

    def placed(mark: re.Match[str]) -> str:
        found.append(mark[1])
        return _drawing(len(found), mark[1], pictures[mark[1]])

    body = _MARKED.sub(placed, body)
    if not found:
        return members, body
    parts = dict(members)
    for name in found:
        parts[f"word/media/{name}.png"] = Member.stored(f"word/media/{name}.png", pictures[name].content)
    _declare(parts, found)
    return parts, body


def _drawing(number: int, name: str, picture: Picture) -> str:
    size = f'cx="{picture.width}" cy="{picture.height}"'
    return (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr id="{9000 + number}" '
        f'name="{picture.named(name)}" descr="{escape(picture.words)}"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="{number}" '
        f'name="{name}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdChart{number}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def _declare(parts: dict[str, Member], names: Sequence[str]) -> None:
    relations = "".join(
        f'<Relationship Id="rIdChart{n}" Type="{_IMAGE}" Target="media/{name}.png"/>'
        for n, name in enumerate(names, start=1)
    )
    for part, before, added in (
        ("word/_rels/document.xml.rels", "</Relationships>", relations),
        ("[Content_Types].xml", "<Override ", '<Default Extension="png" ContentType="image/png"/>'),
    ):
        text = parts[part].content.decode()
        if added not in text:
            parts[part] = Member.packed(part, text.replace(before, added + before, 1).encode())
