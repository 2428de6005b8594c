"""The XML door over lxml. See `xml` for what the functions are, `xml_expat` for the same without lxml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

#: Entities are never resolved and nothing is fetched; the size is bounded by the package's own limit.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False)


def parse(content: bytes) -> Element:
    """Return the root of a part. Raises ValueError."""
    try:
        root = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as exc:
        raise ValueError(str(exc)) from exc
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # its stub lacks it
        raise ValueError("DTD")
    return root


def new(tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    """Return a new element."""
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
