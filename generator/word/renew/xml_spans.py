"""An XML part with the place of each element in its bytes, so that a change touches only what it means to touch.

A tree that is parsed and written again is another file: attributes change their quotes, namespaces move, the
declaration is lost. Here an edit is (start, end, new bytes), and what lies between edits is copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from generator import limits
from generator.vietnamese.text import whole
from generator.word.package import NotAPackage

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_START_TAG = re.compile(rb"""<[^\s/>]+(?:[^>"']|"[^"]*"|'[^']*')*>""")
_DAMAGED = "Tệp Word bị hỏng: một phần bên trong không đọc được. Mở bằng Word, lưu lại rồi làm lại."
_UNUSUAL = "Tệp Word ở dạng ít gặp. Mở bằng Word, chọn Lưu thành (Save As), loại “Word Document (*.docx)”, rồi làm lại."


@dataclass(slots=True, eq=False)
class Element:
    """One element: `tag` and attribute names as "w:p" in the main namespace, "{uri}local" in others.

    The element is data[start:end], its content data[inner_start:inner_end].
    """

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    start: int
    inner_start: int
    inner_end: int = 0
    end: int = 0
    children: list[Element] = field(default_factory=list)

    def child(self, tag: str) -> Element | None:
        return next((c for c in self.children if c.tag == tag), None)

    def at(self, *tags: str) -> Element | None:
        """Return the first element down a path of tags."""
        found: Element | None = self
        for tag in tags:
            if found is None:
                return None
            found = found.child(tag)
        return found

    def value(self, *tags: str) -> str:
        """Return the w:val of an element down a path, empty when there is none."""
        found = self.at(*tags)
        return found.attributes.get("w:val", "") if found is not None else ""

    def number(self, attribute: str) -> int | None:
        """Return a whole number that an attribute states; None where it states none, or no such number."""
        return whole(self.attributes.get(attribute))

    def walk(self, *tags: str) -> Iterator[Element]:
        """Yield this element and all below it in document order, or only those with the tags."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if not tags or element.tag in tags:
                yield element
            waiting.extend(reversed(element.children))

    def around(self, tag: str) -> Element | None:
        """Return the nearest element of a tag around this one."""
        return next((a for a in self.ancestors() if a.tag == tag), None)

    def ancestors(self) -> Iterator[Element]:
        """Yield the elements around this one, nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `content` in the place of data[start:end]."""

    start: int
    end: int
    content: bytes = b""


def _in_utf_8(data: bytes) -> bytes:
    """Return the bytes as they are. Raises NotAPackage for a part in another code: its places are counted in bytes."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise NotAPackage(_UNUSUAL) from fault
    return data


class XmlPart:
    """A part of a Word file: its bytes, and its elements with their places. Raises NotAPackage."""

    def __init__(self, data: bytes) -> None:
        if data.count(b"<") + data.count(b"=") > limits.RENEWED_MARKS.most:
            raise NotAPackage(limits.RENEWED_MARKS.told())
        self.data = _in_utf_8(data)
        self.prefixes: dict[str, str] = {}
        self.root = self._parse()

    def source(self, element: Element) -> bytes:
        return self.data[element.start : element.end]

    def text_between(self, start: int, end: int) -> str:
        return self.data[start:end].decode("utf-8")

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """Return the part's bytes with the edits made; they may not overlap."""
        out: list[bytes] = []
        position = 0
        for edit in sorted(edits, key=lambda e: (e.start, e.end)):
            if edit.start < position:
                raise AssertionError(f"edits overlap at byte {edit.start}")
            out += (self.data[position : edit.start], edit.content)
            position = edit.end
        out.append(self.data[position:])
        return b"".join(out)

    def _parse(self) -> Element:
        parser = expat.ParserCreate(namespace_separator=" ")
        opened: list[Element] = []
        roots: list[Element] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            position = parser.CurrentByteIndex
            tag = _START_TAG.match(self.data, position)
            inner = tag.end() if tag else position
            parent = opened[-1] if opened else None
            element = Element(_short(name), {_short(k): v for k, v in attributes.items()}, parent, position, inner)
            if parent is None:
                roots.append(element)
            else:
                parent.children.append(element)
            opened.append(element)

        def end(_name: str) -> None:
            element = opened.pop()
            if self.data[element.inner_start - 2 : element.inner_start] == b"/>":
                element.inner_end = element.end = element.inner_start
            else:
                element.inner_end = parser.CurrentByteIndex
                element.end = self.data.index(b">", element.inner_end) + 1

        def namespace(prefix: str | None, uri: str | None) -> None:
            if len(opened) == 0:
                self.prefixes[prefix or ""] = uri or ""

        def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
            if encoding and encoding.lower() not in ("utf-8", "us-ascii"):
                raise NotAPackage(_UNUSUAL)

        def doctype(*_: object) -> None:
            raise NotAPackage(_DAMAGED)

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.StartNamespaceDeclHandler = namespace
        parser.XmlDeclHandler = declaration
        parser.StartDoctypeDeclHandler = doctype
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError as exc:
            raise NotAPackage(_DAMAGED) from exc
        if self.prefixes.get("w") != W and roots[0].tag.startswith("w:"):
            raise NotAPackage(_UNUSUAL)
        return roots[0]


def _short(name: str) -> str:
    uri, _, local = name.rpartition(" ")
    return f"w:{local}" if uri == W else f"{{{uri}}}{local}" if uri else local


def body_of(document: XmlPart) -> Element:
    """Return the body of a document.xml. Raises NotAPackage for other kinds of parts (Strict Open XML among them)."""
    body = document.root.child("w:body")
    if document.root.tag != "w:document" or body is None:
        raise NotAPackage(_UNUSUAL)
    return body
