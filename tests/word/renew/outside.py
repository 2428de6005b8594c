"""The bytes of a document outside its regions, found without the code under test: by plain search in the XML."""

from __future__ import annotations

import re

from generator.word.package import read_members

_CONTROL = re.compile(
    rb'<w:sdt(?: [^>]*)?><w:sdtPr>(?:(?!</w:sdtPr>).)*?<w:tag w:val="cchc:([^"]+)"/>.*?</w:sdtContent></w:sdt>',
    re.DOTALL,
)
_MARK = re.compile(rb'w:name="_cchc_([^"]+)_a"')
_SECTION = re.compile(rb"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)


def outside(data: bytes) -> bytes:
    """document.xml with each region replaced by its name; a section break that a region carries is written after it."""
    xml = _CONTROL.sub(lambda m: b"@" + m[1] + b"@", read_members(data)["word/document.xml"].content)
    while mark := _MARK.search(xml):
        start = max(xml.rfind(b"<w:p>", 0, mark.start()), xml.rfind(b"<w:p ", 0, mark.start()))
        end = xml.index(b"</w:p>", xml.index(b'w:name="_cchc_' + mark[1] + b'_z"')) + len(b"</w:p>")
        carried = _SECTION.search(xml, start, end)
        left = b"@" + mark[1] + b"@" + (_as_break(carried[0]) if carried else b"")
        xml = xml[:start] + left + xml[end:]
    return re.sub(rb'(?<=@)<w:p><w:pPr><w:pStyle w:val="[^"]*"/>(<w:sectPr.*?</w:sectPr>)</w:pPr></w:p>', rb"@\1@", xml)


def _as_break(section: bytes) -> bytes:
    return b'<w:p><w:pPr><w:pStyle w:val="x"/>' + section + b"</w:pPr></w:p>"


def other_parts(data: bytes) -> dict[str, bytes]:
    """Every part but the document and the provenance, unpacked."""
    own = ("word/document.xml",)
    return {
        name: member.content
        for name, member in read_members(data).items()
        if name not in own and b"urn:cchc:provenance" not in member.content
    }
