"""The one XML door: whatever is read from or written into a part of a .docx or .xlsx goes through here.

Trees have the interface of the standard library's ElementTree, with `getparent`, `iterancestors`, `getprevious`,
`getnext`, `addprevious` and `addnext` besides. They are lxml's, or where there is no lxml the same over expat: the
same parts give the same bytes.
"""

from __future__ import annotations

from xml.parsers import expat

from generator import limits

try:
    from generator.word import xml_lxml as tree
except ImportError:
    from generator.word import xml_expat as tree  # type: ignore[no-redef]

Element = tree.Element
#: An element of its own, an element as the last child of another; tags as "{namespace}name".
new, add = tree.new, tree.add
#: A whole part as UTF-8 and an element as text, each without what follows the element.
to_bytes, to_text = tree.to_bytes, tree.to_text


class NotXml(ValueError):
    """The bytes are not well-formed XML, or bring a document type of their own."""


class TooLarge(NotXml):
    """The bytes would make a tree that fills the memory. The message is whole and in Vietnamese."""


def parse(content: bytes) -> Element:
    """Return the root of a part. Raises NotXml, also for a part with a DTD: no Office file has one."""
    if content.count(b"<") + content.count(b"=") > limits.XML_MARKS.most:
        raise TooLarge(limits.XML_MARKS.told())
    try:
        return tree.parse(content)
    except ValueError as exc:
        if "depth" in str(exc):
            raise TooLarge(limits.XML_DEPTH.told()) from exc
        raise NotXml(str(exc)) from exc


def is_sound(content: bytes) -> bool:
    """Whether the bytes are well-formed XML: the same answer as `parse`, in half its time."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(content, True)
    except expat.ExpatError:
        return False
    return True


def local_name(element: Element) -> str:
    """Return an element's name without its namespace; "" for a comment or a processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def namespace(element: Element) -> str:
    """Return an element's namespace; "" when it has none."""
    return element.tag[1:].rpartition("}")[0] if isinstance(element.tag, str) else ""
