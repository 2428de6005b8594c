"""Small steps in the XML of Word, by local names: the usual and the strict namespace read alike."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.plans.blocks import UnreadablePlan
from generator.word.package import Member, NotAPackage

#: A plan of 100 pages takes some 5 MB; more than this is not parsed.
MAX_PART_BYTES = 40 * 1024 * 1024


def parse_part(member: Member) -> etree._Element:
    """Return the root of a part: no entities, no network, no document type. Raises UnreadablePlan."""
    if member.size > MAX_PART_BYTES:
        raise UnreadablePlan("Tệp lớn bất thường so với một kế hoạch, không mở để tránh treo máy.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(member.content, parser)
    except NotAPackage as exc:
        raise UnreadablePlan(str(exc)) from exc
    except etree.XMLSyntaxError as exc:
        raise UnreadablePlan(
            "Tệp bị hỏng: nội dung bên trong không đọc được. Hãy mở bằng Word hoặc Excel, lưu lại rồi làm lại."
        ) from exc
    if etree.ElementTree(root).docinfo.doctype:  # type: ignore[attr-defined]  # its stub lacks it
        raise UnreadablePlan("Tệp chứa khai báo bất thường (DTD, thực thể ngoài), không mở vì lý do an toàn.")
    return root


def name_of(element: etree._Element) -> str:
    """The local name; empty for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (c for c in element if name_of(c) == name)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child, and its child, along a path of local names."""
    for name in path:
        element = None if element is None else next(children(element, name), None)
    return element


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Return an attribute by local name."""
    if element is None:
        return None
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), None)


def value(element: etree._Element | None) -> str | None:
    """Return w:val."""
    return attribute(element, "val")


def whole_number(element: etree._Element | None, default: int) -> int:
    """Return w:val as a whole number from 0 to 500; `default` where it is none or beyond."""
    text = value(element) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 and int(text) <= 500 else default


def is_on(element: etree._Element | None) -> bool:
    """Whether a toggle such as w:vMerge or w:del is there and not switched off."""
    return element is not None and value(element) not in ("0", "false", "off")
