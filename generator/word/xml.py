"""The one XML door: whatever is read from or written into a part of a .docx or .xlsx goes through here.

Trees have the interface of the standard library's ElementTree, with `getparent`, `iterancestors`, `getprevious`,
`getnext` and `addprevious` besides.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

#: Entities are never resolved and nothing is fetched; the size is bounded by the package's own limit.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False)


class NotXml(ValueError):
    """The bytes are not well-formed XML, or bring a document type of their own."""


def parse(content: bytes) -> Element:
    """Return the root of a part. Raises NotXml, also for a part with a DTD: no Office file has one."""
    try:
        root = etree.fromstring(content, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as exc:
        raise NotXml(str(exc)) from exc
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # its stub lacks it
        raise NotXml("DTD")
    return root


def new(tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    """Return a new element; `tag` as "{namespace}name"."""
    return etree.Element(tag, dict(attributes or {}))


def add(parent: Element, tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    """Return a new last child of `parent`."""
    return etree.SubElement(parent, tag, dict(attributes or {}))


def to_bytes(root: Element, *, declaration: bool = True, standalone: bool | None = True) -> bytes:
    """Return a whole part as UTF-8, without what follows the element."""
    made: bytes = etree.tostring(  # type: ignore[assignment]
        root,
        xml_declaration=declaration,
        encoding="UTF-8",
        standalone=standalone if declaration else None,  # type: ignore[arg-type]  # its stub knows no None
        with_tail=False,
    )
    return made


def to_text(element: Element) -> str:
    """Return an element as text, without what follows it."""
    return etree.tostring(element, encoding="unicode", with_tail=False)


def local_name(element: Element) -> str:
    """Return an element's name without its namespace; "" for a comment or a processing instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def namespace(element: Element) -> str:
    """Return an element's namespace; "" when it has none."""
    return (etree.QName(element).namespace or "") if isinstance(element.tag, str) else ""
