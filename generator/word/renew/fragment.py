"""Moves a piece of a freshly made document into another file: styles by name, ids of its own, its namespaces along."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from generator.word import xml
from generator.word.package import Member, NotAPackage
from generator.word.read.parts import parse_part
from generator.word.regions import TAG_PREFIX
from generator.word.renew.finding import FoundRegion
from generator.word.renew.xml_spans import Element, W, XmlPart

_STYLE = re.compile(rb'(<w:(?:pStyle|rStyle|tblStyle)\b[^>]*? w:val=")([^"]*)(")')
_BOOKMARK = re.compile(rb'(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(-?\d{1,18})(")')
_NAMED_MARK = re.compile(rb'<w:bookmarkStart w:id="(-?\d{1,18})" w:name="([^"]*)"')
_PARAGRAPH_IDS = re.compile(rb' w14:(?:paraId|textId)="[^"]*"')
_PREFIX = re.compile(rb"[<\s/]([A-Za-z]\w*):[A-Za-z]")
_STYLES_END = re.compile(rb"</w:styles\s*>\s*$")
_CANNOT_MOVE = re.compile(r' r:(?:id|embed|link|pict)="|<w:numId\b|<w:footnoteReference\b|<w:endnoteReference\b')
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"

#: Elements with an id that must be unique among the document's annotations.
_ANNOTATIONS = (
    "w:bookmarkStart",
    "w:commentRangeStart",
    "w:ins",
    "w:del",
    "w:moveFromRangeStart",
    "w:moveToRangeStart",
)


class Styles:
    """The styles of the file, found by name; those that new content needs and the file lacks are added."""

    def __init__(self, own: bytes, new: bytes) -> None:
        self._own = own
        self._own_ids = {_name(s): s.get(f"{{{W}}}styleId", "") for s in _styles(own)}
        self._new = {s.get(f"{{{W}}}styleId", ""): s for s in _styles(new)}
        self._ids: dict[str, str] = {}
        self._added: list[bytes] = []

    def own_id(self, style_id: str) -> str:
        """Return the id that a style of the new document has in the file; a missing one is added."""
        if style_id in self._ids or style_id not in self._new:
            return self._ids.get(style_id, style_id)
        style = self._new[style_id]
        known = self._own_ids.get(_name(style))
        self._ids[style_id] = known if known is not None else self._add(style_id, style)
        return self._ids[style_id]

    def name_of_new(self, style_id: str) -> str:
        return _name(self._new[style_id]) if style_id in self._new else ""

    def id_of(self, name: str) -> str | None:
        """Return the file's id of a style, None when it has no such style."""
        return self._own_ids.get(name.lower())

    @property
    def content(self) -> bytes:
        """The file's styles.xml; unchanged to the byte when nothing was missing."""
        if not self._added:
            return self._own
        end = _STYLES_END.search(self._own)
        if end is None:
            raise NotAPackage("Phần kiểu chữ (styles) của tệp ở dạng ít gặp. Mở bằng Word, lưu lại rồi làm lại.")
        return self._own[: end.start()] + b"".join(self._added) + self._own[end.start() :]

    def _add(self, style_id: str, style: xml.Element) -> str:
        own_id, number = style_id, 2
        while own_id in self._own_ids.values():
            own_id, number = f"{style_id}{number}", number + 1
        self._own_ids[_name(style)] = own_id
        copied = xml.parse(xml.to_text(style).encode())
        copied.set(f"{{{W}}}styleId", own_id)
        copied.attrib.pop(f"{{{W}}}default", "")
        for reference in ("basedOn", "next", "link"):
            other = copied.find(f"{{{W}}}{reference}")
            if other is not None:
                other.set(f"{{{W}}}val", self.own_id(other.get(f"{{{W}}}val", "")))
        self._added.append(xml.to_bytes(copied, declaration=False))
        return own_id


def _styles(part: bytes) -> Iterable[xml.Element]:
    return parse_part(Member.stored("", part)).iter(f"{{{W}}}style")


def _name(style: xml.Element) -> str:
    name = style.find(f"{{{W}}}name")
    return "" if name is None else name.get(f"{{{W}}}val", "").lower()


class Ids:
    """Numbers that the file has not used yet."""

    def __init__(self, document: XmlPart) -> None:
        self._marks = [n for e in document.root.walk(*_ANNOTATIONS) if (n := e.number("w:id")) is not None]
        controls = (e.child("w:id") for e in document.root.walk("w:sdtPr"))
        self._controls = {e.number("w:val") for e in controls if e is not None}
        self._next_mark = max(self._marks, default=0) + 1

    def for_mark(self, wanted: int | None) -> int:
        """Return the number for a bookmark: the one it has now if no other mark has it, else a new one."""
        if wanted is not None and self._marks.count(wanted) <= 1:
            return wanted
        self._next_mark += 1
        return self._next_mark - 1

    def for_control(self) -> int:
        number = 1
        while number in self._controls:
            number += 1
        self._controls.add(number)
        return number


class Mover:
    """Brings content of the new document into the file."""

    def __init__(self, document: XmlPart, new: XmlPart, styles: Styles) -> None:
        self._document = document
        self._new = new
        self._styles = styles
        self._ids = Ids(document)

    def moved(self, content: bytes, region: FoundRegion | None = None) -> bytes:
        """Return the content with the file's style ids and unused mark ids; a region's own marks keep theirs."""
        content = _PARAGRAPH_IDS.sub(b"", content)
        content = _STYLE.sub(lambda m: m[1] + self._styles.own_id(m[2].decode()).encode() + m[3], content)
        marks = region.marks if region is not None else ()
        present = {m.attributes["w:name"]: m.number("w:id") for m in marks}
        numbers = {int(m[1]): self._ids.for_mark(present.get(m[2].decode())) for m in _NAMED_MARK.finditer(content)}
        return _BOOKMARK.sub(lambda m: m[1] + b"%d" % numbers.get(int(m[2]), int(m[2])) + m[3], content)

    def control(self, name: str, title: str, content: bytes) -> bytes:
        """Return a region's content control around content that is already moved."""
        properties = (
            f'<w:sdtPr><w:alias w:val="{escape(title)}"/><w:tag w:val="{TAG_PREFIX}{name}"/>'
            f'<w:id w:val="{self._ids.for_control()}"/><w15:appearance w15:val="hidden"/></w:sdtPr>'
        ).encode()
        inside = properties + b"<w:sdtContent>" + content + b"</w:sdtContent>"
        return b"<w:sdt" + self.declarations(inside) + b">" + inside + b"</w:sdt>"

    def declarations(self, content: bytes) -> bytes:
        """Return the namespace declarations that the content needs and the file's root does not make."""
        known = {**self._new.prefixes, "w15": self._new.prefixes.get("w15", _W15)}
        used = {p.decode() for p in _PREFIX.findall(content)}
        missing = {p: known[p] for p in sorted(used & known.keys()) if self._document.prefixes.get(p) != known[p]}
        if not missing:
            return b""
        written = {**missing, "mc": _MC} if self._document.prefixes.get("mc") != _MC else missing
        spaces = "".join(f' xmlns:{p}="{uri}"' for p, uri in written.items())
        return f'{spaces} mc:Ignorable="{" ".join(p for p in missing if p != "mc")}"'.encode()


def can_move(content: str) -> bool:
    """Whether content stands on its own: no pictures, links, notes or Word numbering, which live in other parts."""
    return _CANNOT_MOVE.search(content) is None


def foreign_marks(document: XmlPart, region: FoundRegion) -> tuple[bytes, bytes]:
    """Return the marks of the officer that a new content must not lose: those for its start, those for its end.

    Bookmarks stay, around the whole region (a cross-reference goes on working). Of a comment that begins or ends
    outside, the half inside stays.
    """
    inside = [e for block in region.blocks for e in block.walk()]
    ours = {
        m.attributes.get("w:id", "")
        for m in document.root.walk("w:bookmarkStart")
        if m.attributes.get("w:name", "").startswith("_cchc_")
    }
    starts: list[bytes] = []
    ends: list[bytes] = []
    for start_tag, end_tag in (("w:bookmarkStart", "w:bookmarkEnd"), ("w:commentRangeStart", "w:commentRangeEnd")):
        is_bookmark = start_tag == "w:bookmarkStart"
        opened = {e.attributes.get("w:id", ""): e for e in inside if e.tag == start_tag}
        closed = {e.attributes.get("w:id", ""): e for e in inside if e.tag == end_tag}
        for number in dict.fromkeys([*opened, *closed]):
            if is_bookmark and number in ours:
                continue
            paired = number in opened and number in closed
            if paired and (not is_bookmark or opened[number].attributes.get("w:name") == "_GoBack"):
                continue
            starts += [_empty(document, opened[number])] if number in opened else []
            ends += [_empty(document, closed[number])] if number in closed else []
            if not is_bookmark and number in closed:
                ends += [document.source(r) for r in _reference_runs(inside, number)]
    return b"".join(starts), b"".join(ends)


def _empty(document: XmlPart, element: Element) -> bytes:
    return document.data[element.start : element.inner_start].replace(b"/>", b">")[:-1] + b"/>"


def _reference_runs(inside: list[Element], number: str) -> Iterable[Element]:
    for element in inside:
        if element.tag == "w:commentReference" and element.attributes.get("w:id") == number and element.parent:
            yield element.parent


def with_marks(content: bytes, starts: bytes, ends: bytes) -> bytes:
    """Put marks into the first and the last paragraph of content that starts and ends with a paragraph."""
    if starts:
        first = re.match(rb"<w:p\b[^>]*>(?:<w:pPr>.*?</w:pPr>)?", content, re.DOTALL)
        at = first.end() if first else 0
        content = content[:at] + starts + content[at:]
    if ends:
        at = content.rindex(b"</w:p>")
        content = content[:at] + ends + content[at:]
    return content
