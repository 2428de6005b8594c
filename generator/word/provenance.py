"""Where a document came from: a custom XML part that travels with the file.

It names the workbook and what was asked, and keeps the document as the program made it, so that a later run knows
whether anybody has touched the file, which regions, and what a person changed in them.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import escape
from itertools import count
from pathlib import Path

from generator import limits
from generator.vietnamese.text import writable
from generator.word import xml
from generator.word.package import Member, NotAPackage, read_file, read_members, write_members
from generator.word.regions import generated_regions, joined_regions

PART = "customXml/item1.xml"
_BODY = "word/document.xml"
_NAMESPACE = "urn:cchc:provenance"
_FIELDS = ("unit", "period", "kind", "as_of", "workbook", "workbook_digest", "template_digest", "version", "facts")
_NOTHING = Member.packed(_BODY, b"")


@dataclass(frozen=True, slots=True)
class Provenance:
    """`made` is document.xml as the program made it, compressed as it lies in the file: kept at no cost of time.

    Of a file renewed in part it is only the regions, each as it was last made. `facts` are the figures behind it, as
    their own module writes them: what a superior takes over where only the Word file was sent.
    """

    unit: str = ""
    period: str = ""
    kind: str = ""
    as_of: str = ""
    workbook: str = ""
    workbook_digest: str = ""
    template_digest: str = ""
    version: str = ""
    facts: str = field(default="", repr=False)
    made: Member = field(default=_NOTHING, repr=False)

    def regions(self) -> dict[str, str]:
        """Return the content XML of each region as made, by name."""
        return dict(generated_regions(self.made.content.decode("utf-8")))

    def with_regions(self, regions: Mapping[str, str]) -> Provenance:
        """Return the same for a file whose regions were made at different times, and which was so touched."""
        return replace(self, made=Member.packed(_BODY, joined_regions(regions).encode("utf-8")))

    def to_xml(self) -> bytes:
        fields = "".join(
            f"<{name}>{escape(writable(''.join(getattr(self, name).splitlines())))}</{name}>" for name in _FIELDS
        )
        made = base64.b64encode(self.made.data).decode("ascii")
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cchc xmlns="{_NAMESPACE}">{fields}'
            f'<made crc="{self.made.crc}" size="{self.made.size}">{made}</made></cchc>'
        ).encode()

    @classmethod
    def from_xml(cls, data: bytes) -> Provenance | None:
        """Return the provenance in a custom XML part, None when the part is something else or damaged."""
        try:
            root = xml.parse(data)
            made = _made_in(root.find(f"{{{_NAMESPACE}}}made"))
        except (xml.NotXml, NotAPackage):
            return None
        if root.tag != f"{{{_NAMESPACE}}}cchc" or made is None:
            return None
        texts = {xml.local_name(child): child.text or "" for child in root}
        return cls(**{n: texts.get(n, "") for n in _FIELDS}, made=made)


def _made_in(element: xml.Element | None) -> Member | None:
    """Return the document that an element keeps, unpacked once to see that it can be. Raises NotAPackage."""
    if element is None:
        return None
    try:
        data = base64.b64decode(element.text or "", validate=False)
        made = Member(_BODY, _NOTHING.method, int(element.get("crc", "")), int(element.get("size", "")), data)
    except (binascii.Error, ValueError):
        return None
    return made if made.size <= limits.UNPACKED_BYTES.most and made.content else None


def packaged(members: Mapping[str, Member], rendered: Mapping[str, bytes], provenance: Provenance) -> bytes:
    """Return a template's package with its parts freshly rendered, and where the document came from."""
    parts = {name: Member.packed(name, content) for name, content in rendered.items()}
    parts[PART] = Member.packed(PART, replace(provenance, made=parts[_BODY]).to_xml())
    return write_members({**members, **parts}.values())


def read_provenance(data: bytes) -> Provenance | None:
    """Return where a .docx came from, None when it does not say. Raises NotAPackage."""
    for name, member in read_members(data).items():
        if name.startswith("customXml/item") and name.endswith(".xml"):
            provenance = Provenance.from_xml(member.content)
            if provenance is not None:
                return provenance
    return None


def is_untouched(data: bytes) -> bool:
    """Whether a file is exactly what the program made. Anything else may hold somebody's work."""
    try:
        provenance = read_provenance(data)
        body = read_members(data).get(_BODY)
        return provenance is not None and body is not None and body.content == provenance.made.content
    except NotAPackage:
        return False


def free_target(wanted: Path) -> tuple[Path, str]:
    """Return where to write: the name wanted, unless a file edited by hand stands there; then one beside it."""
    if not wanted.exists() or is_untouched(read_file(wanted)):
        return wanted, ""
    names = (f"{wanted.stem} (ban moi {number}){wanted.suffix}" for number in count(2))
    beside = next(p for name in names if not (p := wanted.with_name(name)).exists() or is_untouched(read_file(p)))
    note = f"Tệp “{wanted.name}” đã có người sửa nên được giữ nguyên; báo cáo mới nằm ở tệp “{beside.name}”."
    return beside, note
