"""Puts the parts of a hand-written document into a .docx as Word would: content types, relations, settings."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
STYLES = (
    f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
    'w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def packed(
    body: str, settings: str, edges: Sequence[tuple[str, str, str]], more: Mapping[str, bytes], styles: str = ""
) -> bytes:
    """Return the .docx. `edges` are headers and footers: relation id, kind, paragraphs; `more` is added as it is,
    `styles` to the styles."""
    files = {
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES.replace("</w:styles>", f"{styles}</w:styles>"),
        "word/settings.xml": f'<w:settings xmlns:w="{W}">{settings}</w:settings>',
    }
    relations = [("rId1", "styles", "styles.xml"), ("rId2", "settings", "settings.xml")]
    for identifier, kind, inner in edges:
        name = f"{kind}{identifier.removeprefix('rId')}.xml"
        tag = "hdr" if kind == "header" else "ftr"
        files[f"word/{name}"] = f"<w:{tag} {SPACES}>{inner}</w:{tag}>"
        relations.append((identifier, kind, name))
    types = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
        f'{name.split("/")[1].split(".")[0].rstrip("0123456789").replace("document", "document.main")}+xml"/>'
        for name in files
    )
    related = "".join(f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{name}"/>' for i, kind, name in relations)
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>'
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{types}</Types>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)
        for name, data in more.items():
            archive.writestr(name, data)
    return out.getvalue()
