"""Where a document came from: a custom XML part that travels with the file.

It names the workbook and what was asked, and keeps digests of what was generated, so that a later run knows whether
anybody has touched the file, and which regions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from lxml import etree

from generator.docx.region_text import generated_texts
from generator.docx.regions import generated_regions, text_digest
from generator.package import NotAPackage, read_members

PART = "customXml/item1.xml"
_NAMESPACE = "urn:cchc:provenance"
_FIELDS = ("unit", "period", "kind", "as_of", "workbook", "workbook_digest", "template_digest", "version")


@dataclass(frozen=True, slots=True)
class Provenance:
    """`document` is the digest of document.xml as made; `regions` are of visible text, `body` of what is outside them.

    `texts` is what each region said: renewal needs it to tell a person's change from the workbook's.
    """

    unit: str = ""
    period: str = ""
    kind: str = ""
    as_of: str = ""
    workbook: str = ""
    workbook_digest: str = ""
    template_digest: str = ""
    version: str = ""
    document: str = ""
    body: str = ""
    regions: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def to_xml(self) -> bytes:
        root = etree.Element(f"{{{_NAMESPACE}}}cchc", nsmap={None: _NAMESPACE})  # type: ignore[dict-item]
        for name in (*_FIELDS, "document", "body"):
            etree.SubElement(root, f"{{{_NAMESPACE}}}{name}").text = getattr(self, name)
        for name, digest in self.regions.items():
            etree.SubElement(root, f"{{{_NAMESPACE}}}region", name=name).text = digest
        for name, text in self.texts.items():
            etree.SubElement(root, f"{{{_NAMESPACE}}}text", name=name).text = text
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    @classmethod
    def from_xml(cls, data: bytes) -> Provenance | None:
        """Return the provenance in a custom XML part, None when the part is something else."""
        try:
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError:
            return None
        if root.tag != f"{{{_NAMESPACE}}}cchc" or not len(root):
            return None
        texts = {etree.QName(child).localname: child.text or "" for child in root}
        return cls(
            **{n: texts.get(n, "") for n in (*_FIELDS, "document", "body")},
            regions=_named(root, "region"),
            texts=_named(root, "text"),
        )


def with_digests(provenance: Provenance, document_xml: str) -> Provenance:
    """Return the provenance completed with the digests of a freshly rendered document.xml."""
    regions = dict(generated_regions(document_xml))
    digests, texts = generated_texts(regions)
    return Provenance(
        **{name: getattr(provenance, name) for name in _FIELDS},
        document=_digest(document_xml.encode("utf-8")),
        body=text_digest(_outside(document_xml, regions)),
        regions=digests,
        texts=texts,
    )


def _outside(document_xml: str, regions: Mapping[str, str]) -> str:
    """The document without the content of its regions, which stand in it in this order."""
    pieces: list[str] = []
    position = 0
    for content in regions.values():
        start = document_xml.index(content, position)
        pieces.append(document_xml[position:start])
        position = start + len(content)
    return "".join((*pieces, document_xml[position:]))


def _named(root: etree._Element, tag: str) -> dict[str, str]:
    return {child.get("name") or "": child.text or "" for child in root.findall(f"{{{_NAMESPACE}}}{tag}")}


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
        body = read_members(data).get("word/document.xml")
    except NotAPackage:
        return False
    return provenance is not None and body is not None and _digest(body.content) == provenance.document


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:32]
