"""Builds the packaged templates from the decree's table: `python -m generator.layout.builder [DIR]`.

A template that somebody edited is never overwritten: each carries the digest of the body it was built with.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

from generator.layout import template_xml as x
from generator.layout.template_bodies import monthly, periodic
from generator.package import Member, read_members, write_atomically, write_members

_DIGEST_PART = "customXml/item2.xml"

TEMPLATES = {"thang.docx": monthly, "cchc.docx": periodic}

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _relationships(*items: tuple[str, str, str]) -> str:
    rows = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in items)
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{x.XML_HEAD}<Relationships xmlns="{space}">{rows}</Relationships>'


def _settings() -> str:
    return (
        f'{x.XML_HEAD}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat></w:settings>'
    )


def template_bytes(body: str) -> bytes:
    """Return a template package with `body` as its document.xml."""
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>'
        for part, kind in (
            ("word/document.xml", f"{_TYPES}.document.main+xml"),
            ("word/styles.xml", f"{_TYPES}.styles+xml"),
            ("word/settings.xml", f"{_TYPES}.settings+xml"),
            ("word/header1.xml", f"{_TYPES}.header+xml"),
            ("word/header2.xml", f"{_TYPES}.header+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        )
    )
    digest = sha256(body.encode()).hexdigest()
    parts = {
        "[Content_Types].xml": f'{x.XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": _relationships(
            ("rId1", f"{_RELATIONS}/officeDocument", "word/document.xml"),
            (
                "rId2",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "word/document.xml": body,
        "word/_rels/document.xml.rels": _relationships(
            ("rIdStyles", f"{_RELATIONS}/styles", "styles.xml"),
            ("rIdSettings", f"{_RELATIONS}/settings", "settings.xml"),
            ("rIdHeader", f"{_RELATIONS}/header", "header1.xml"),
            ("rIdFirstHeader", f"{_RELATIONS}/header", "header2.xml"),
            ("rIdProvenance", f"{_RELATIONS}/customXml", "../customXml/item1.xml"),
            ("rIdTemplate", f"{_RELATIONS}/customXml", "../customXml/item2.xml"),
        ),
        "word/styles.xml": x.styles_xml(),
        "word/settings.xml": _settings(),
        "word/header1.xml": x.header(with_number=True),
        "word/header2.xml": x.header(with_number=False),
        "docProps/core.xml": f"{x.XML_HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ trich_yeu }}</dc:title>'
        "<dc:subject></dc:subject><dc:creator>{{ don_vi }}</dc:creator><dc:description></dc:description>"
        "<dc:identifier></dc:identifier><dc:language>vi-VN</dc:language></cp:coreProperties>",
        "customXml/item1.xml": f'{x.XML_HEAD}<cchc xmlns="urn:cchc:provenance"/>',
        _DIGEST_PART: f'{x.XML_HEAD}<mau xmlns="urn:cchc:template" thanVanBan="{digest}"/>',
    }
    return write_members(Member.packed(name, text.encode("utf-8")) for name, text in parts.items())


def is_edited(data: bytes) -> bool:
    """Whether a template's body is no longer the one it was built with."""
    members = read_members(data)
    if _DIGEST_PART not in members or "word/document.xml" not in members:
        return True
    digest = sha256(members["word/document.xml"].content).hexdigest()
    return digest not in members[_DIGEST_PART].content.decode("utf-8", "replace")


def build(folder: Path) -> list[Path]:
    """Write the templates that nobody edited; return those written."""
    written = []
    for name, make in TEMPLATES.items():
        path = folder / name
        if path.exists() and is_edited(path.read_bytes()):
            continue
        write_atomically(path, template_bytes(make()))
        written.append(path)
    return written


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "templates")
