"""Builds the packaged templates from the decree's table: `python -m templates.builder.build [DIR]`.

A template that somebody edited is never overwritten: each carries the digest of the body it was built with.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

from generator.law.rules import default
from generator.word.package import Member, read_members, write_atomically, write_members
from templates.builder import template_xml as x
from templates.builder.changes_body import changes
from templates.builder.objectives_body import objectives
from templates.builder.plan_body import plan
from templates.builder.roundup_body import chasing_letter, round_up
from templates.builder.template_bodies import monthly, periodic

_DIGEST_PART = "customXml/item2.xml"

TEMPLATES = {
    "thang.docx": monthly,
    "cchc.docx": periodic,
    "ke-hoach.docx": plan,
    "thay-doi.docx": changes,
    "muc-tieu.docx": objectives,
    "tong-hop.docx": round_up,
    "don-doc.docx": chasing_letter,
}

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _relationships(*items: tuple[str, str, str]) -> str:
    rows = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in items)
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{x.XML_HEAD}<Relationships xmlns="{space}">{rows}</Relationships>'


_ITEM_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def _item_properties(item_id: str) -> str:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return f'{x.XML_HEAD}<ds:datastoreItem ds:itemID="{item_id}" xmlns:ds="{space}"/>'


def _font_table() -> str:
    font = default("page.font")
    return (
        f'{x.XML_HEAD}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:font w:name="{font}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
        "</w:fonts>"
    )


def _theme() -> str:
    """The smallest theme: Word's own defaults would bring in other fonts."""
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    colours = "".join(
        f'<a:{n}><a:srgbClr val="{"FFFFFF" if n.startswith("lt") else "000000"}"/></a:{n}>' for n in names
    )
    latin = f'<a:latin typeface="{default("page.font")}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f'{x.XML_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="CCHC">'
        f'<a:themeElements><a:clrScheme name="CCHC">{colours}</a:clrScheme><a:fontScheme name="CCHC">'
        f"<a:majorFont>{latin}</a:majorFont><a:minorFont>{latin}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="CCHC"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _settings() -> str:
    return (
        f'{x.XML_HEAD}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat></w:settings>'
    )


#: Short reports, whose tables stand in appendices alone.
TIGHT = ("thang.docx",)


def template_bytes(name: str) -> bytes:
    """Return the template package of that name."""
    body = TEMPLATES[name]()
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>'
        for part, kind in (
            ("word/document.xml", f"{_TYPES}.document.main+xml"),
            ("word/styles.xml", f"{_TYPES}.styles+xml"),
            ("word/settings.xml", f"{_TYPES}.settings+xml"),
            ("word/fontTable.xml", f"{_TYPES}.fontTable+xml"),
            ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
            ("customXml/itemProps1.xml", _ITEM_PROPERTIES),
            ("customXml/itemProps2.xml", _ITEM_PROPERTIES),
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
            ("rIdFonts", f"{_RELATIONS}/fontTable", "fontTable.xml"),
            ("rIdTheme", f"{_RELATIONS}/theme", "theme/theme1.xml"),
            ("rIdHeader", f"{_RELATIONS}/header", "header1.xml"),
            ("rIdFirstHeader", f"{_RELATIONS}/header", "header2.xml"),
            ("rIdProvenance", f"{_RELATIONS}/customXml", "../customXml/item1.xml"),
            ("rIdTemplate", f"{_RELATIONS}/customXml", "../customXml/item2.xml"),
        ),
        "word/styles.xml": x.styles_xml(tight_tables=name in TIGHT),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/theme/theme1.xml": _theme(),
        "word/header1.xml": x.header(with_number=True),
        "word/header2.xml": x.header(with_number=False),
        "docProps/core.xml": f"{x.XML_HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ trich_yeu }}</dc:title>'
        "<dc:subject></dc:subject><dc:creator>{{ don_vi }}</dc:creator><dc:description></dc:description>"
        "<dc:identifier></dc:identifier><dc:language>vi-VN</dc:language></cp:coreProperties>",
        "customXml/item1.xml": f'{x.XML_HEAD}<cchc xmlns="urn:cchc:provenance"/>',
        "customXml/_rels/item1.xml.rels": _relationships(
            ("rId1", f"{_RELATIONS}/customXmlProps", "itemProps1.xml"),
        ),
        "customXml/itemProps1.xml": _item_properties("{6D6D1C0A-3B1E-4C57-9A51-0C6C8D1A0001}"),
        "customXml/_rels/item2.xml.rels": _relationships(
            ("rId1", f"{_RELATIONS}/customXmlProps", "itemProps2.xml"),
        ),
        "customXml/itemProps2.xml": _item_properties("{6D6D1C0A-3B1E-4C57-9A51-0C6C8D1A0002}"),
        _DIGEST_PART: f'{x.XML_HEAD}<mau xmlns="urn:cchc:template" thanVanBan="{digest}"/>',
    }
    return write_members(Member.packed(part, text.encode("utf-8")) for part, text in parts.items())


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
    for name in TEMPLATES:
        path = folder / name
        if path.exists() and is_edited(path.read_bytes()):
            continue
        write_atomically(path, template_bytes(name))
        written.append(path)
    return written


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1])
