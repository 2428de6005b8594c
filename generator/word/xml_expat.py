"""The XML door over the standard library's expat: lxml's trees and lxml's bytes where no lxml is.

What ElementTree forgets is kept: the prefixes as written and where they were declared, comments, and each element's
parent. An element that moves takes its namespaces along and declares only those that its new place lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from xml.etree import ElementTree
from xml.parsers import expat

from generator import limits

_SEPARATOR = "\x1f"  # not a character of XML: in no name and no namespace
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = _IN_TEXT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


class _Namespace:
    """One declaration: elements and attributes point to theirs, as two prefixes may mean the same namespace."""

    __slots__ = ("prefix", "uri")

    def __init__(self, prefix: str | None, uri: str) -> None:
        self.prefix, self.uri = prefix, uri

    def qualified(self, tag: str) -> str:
        local = tag.rpartition("}")[2]
        return f"{self.prefix}:{local}" if self.prefix else local

    def __str__(self) -> str:
        name = f"xmlns:{self.prefix}" if self.prefix else "xmlns"
        return f' {name}="{self.uri.translate(_IN_ATTRIBUTE)}"'


_XML = _Namespace("xml", "http://www.w3.org/XML/1998/namespace")


class Element(ElementTree.Element):
    """An element that knows its parent and its namespaces."""

    __slots__ = ("_declared", "_named", "_namespace", "_numbers", "_parent")

    def __init__(self, tag: str, numbers: Iterator[int], parent: Element | None = None) -> None:
        super().__init__(tag)
        self._parent = parent
        self._declared: list[_Namespace] = []
        self._namespace: _Namespace | None = None
        #: The namespaces of attributes that have one.
        self._named: dict[str, _Namespace] = {}
        #: Numbers for prefixes that have to be made up, one row for all elements of a tree.
        self._numbers = numbers

    # -- around it ---------------------------------------------------------------------------------
    def getparent(self) -> Element | None:
        return self._parent

    def iterancestors(self, *tags: str) -> Iterator[Element]:
        """Yield the elements around this one, nearest first."""
        lineage = self._lineage()
        next(lineage)
        return (e for e in lineage if not tags or e.tag in tags)

    def getprevious(self) -> Element | None:
        return self._sibling(-1)

    def getnext(self) -> Element | None:
        return self._sibling(1)

    def iter(self, *tags: str | None) -> Iterator[Element]:  # type: ignore[override]
        """Yield this element and all below it, or those with one of the tags ("{*}name": in any namespace)."""
        if len(tags) < 2 and not str(*tags).startswith("{*}"):
            return super().iter(*tags)  # type: ignore[return-value]
        plain = {t for t in tags if t and not t.startswith("{*}")}
        local = {t[3:] for t in tags if t and t.startswith("{*}")}
        every: Iterator[Element] = super().iter()  # type: ignore[assignment]
        return (e for e in every if e.tag in plain or (isinstance(e.tag, str) and e.tag.rpartition("}")[2] in local))

    def itertext(self) -> Iterator[str]:  # type: ignore[override]
        """Yield the texts inside in their order; what comments say is none of them."""
        waiting: list[Element | str] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                yield item
                continue
            if item is not self and item.tail is not None:
                waiting.append(item.tail)
            if isinstance(item.tag, str):
                waiting.extend(reversed(item))  # type: ignore[arg-type]
                waiting.extend([] if item.text is None else [item.text])

    def _lineage(self) -> Iterator[Element]:
        element: Element | None = self
        while element is not None:
            yield element
            element = element._parent

    def _sibling(self, step: int) -> Element | None:
        if self._parent is None:
            return None
        at = _place(self._parent, self) + step
        return self._parent[at] if 0 <= at < len(self._parent) else None  # type: ignore[return-value]

    # -- changes -----------------------------------------------------------------------------------
    def set(self, key: str, value: str) -> None:
        if key[0] == "{" and key not in self.attrib:
            self._named[key] = self._found_or_declared(_uri(key), None, of_attribute=True)
        super().set(key, value)

    def append(self, element: Element) -> None:  # type: ignore[override]
        self._take(element, before=None)

    def extend(self, elements: Iterable[Element]) -> None:  # type: ignore[override]
        for element in elements:
            self.append(element)

    def insert(self, index: int, element: Element) -> None:  # type: ignore[override]
        self._take(element, before=next(iter(self[index:]), None))  # type: ignore[arg-type]

    def addprevious(self, element: Element) -> None:
        """Put an element right before this one."""
        assert self._parent is not None, "a root has no siblings"
        self._parent._take(element, before=self)

    def addnext(self, element: Element) -> None:
        """Put an element right after this one and what follows it."""
        assert self._parent is not None, "a root has no siblings"
        self._parent._take(element, before=self.getnext())

    def remove(self, element: Element) -> None:  # type: ignore[override]
        super().remove(element)
        element._parent = None
        element._settle(self._numbers)

    def _take(self, element: Element, before: Element | None) -> None:
        if before is not element:
            if element._parent is not None:
                ElementTree.Element.remove(element._parent, element)
            super().insert(len(self) if before is None else _place(self, before), element)
        element._parent = self
        element._settle(self._numbers)

    # -- namespaces: what lxml does, so that the bytes are the same ------------------------------------
    def _settle(self, numbers: Iterator[int]) -> None:
        """Take off the declarations that the new place makes already, and declare what it lacks."""
        moved: list[tuple[_Namespace, _Namespace]] = []
        for element in self.iter():
            element._numbers = numbers
            kept = []
            for own in element._declared:
                known = element._parent._found(own.uri, of_attribute=False) if element._parent is not None else None
                moved.append((own, known or own))
                if known is None:
                    kept.append(own)
            element._declared = kept
            if element._namespace is not None:
                element._namespace = self._settled(element._namespace, moved, of_attribute=False)
            for name in filter(element._named.get, element.attrib):
                element._named[name] = self._settled(element._named[name], moved, of_attribute=True)

    def _settled(
        self, old: _Namespace, moved: list[tuple[_Namespace, _Namespace]], *, of_attribute: bool
    ) -> _Namespace:
        for known, now in moved:
            if known is old and not (of_attribute and old.prefix and not now.prefix):
                return now
        now = self._found_or_declared(old.uri, old.prefix, of_attribute=of_attribute)
        moved.append((now, now))
        return now

    def _found(self, uri: str, *, of_attribute: bool) -> _Namespace | None:
        """The nearest declaration of a namespace that holds here; an attribute needs one with a prefix."""
        if uri == _XML.uri:
            return _XML
        for element in self._lineage():
            for declared in element._declared:
                fits = declared.uri == uri and (declared.prefix or not of_attribute)
                if fits and self._meaning(declared.prefix) is declared:
                    return declared
        return None

    def _found_or_declared(self, uri: str, prefix: str | None, *, of_attribute: bool) -> _Namespace:
        if found := self._found(uri, of_attribute=of_attribute):
            return found
        prefix = prefix or f"ns{next(self._numbers)}"
        while self._meaning(prefix) is not None:
            prefix = f"ns{next(self._numbers)}"
        self._declared.append(_Namespace(prefix, uri))
        return self._declared[-1]

    def _meaning(self, prefix: str | None) -> _Namespace | None:
        return next((d for e in self._lineage() for d in e._declared if d.prefix == prefix), None)

    def _start_tag(self, also: Iterable[_Namespace]) -> str:
        """The start tag without its end, with declarations of elements around it where it stands alone."""
        name = self._name()
        spaces = "".join(map(str, (*self._declared, *also)))
        attributes = (
            f' {self._named[key].qualified(key) if key[0] == "{" else key}="{value.translate(_IN_ATTRIBUTE)}"'
            for key, value in self.attrib.items()
        )
        return f"<{name}{spaces}{''.join(attributes)}"

    def _name(self) -> str:
        return self._namespace.qualified(self.tag) if self._namespace is not None else self.tag

    def _declared_around(self) -> list[_Namespace]:
        """The declarations that hold here and are made around it: first those that it needs itself."""
        seen = {d.prefix: d for d in self._declared} | {"xml": _XML}
        own = len(seen)
        needed = (self._namespace, *(self._named[name] for name in self.attrib if name in self._named))
        around = (d for e in self.iterancestors() for d in e._declared)
        for declared in (*filter(None, needed), *around):
            seen.setdefault(declared.prefix, declared)
        return list(seen.values())[own:]


def _place(parent: Element, child: Element) -> int:
    return next(i for i, c in enumerate(parent) if c is child)


def _uri(name: str) -> str:
    return name[1:].rpartition("}")[0]


def new(tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    """Return a new element."""
    return _made(Element(tag, count()), attributes)


def add(parent: Element, tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    """Return a new last child of `parent`."""
    made = Element(tag, parent._numbers, parent)
    ElementTree.Element.append(parent, made)
    return _made(made, attributes)


def _made(element: Element, attributes: Mapping[str, str] | None) -> Element:
    if element.tag[0] == "{":
        element._namespace = element._found_or_declared(_uri(element.tag), None, of_attribute=False)
    for name, value in (attributes or {}).items():
        element.set(name, value)
    return element


# -- writing -----------------------------------------------------------------------------------------
def to_bytes(root: Element, *, declaration: bool = True, standalone: bool | None = True) -> bytes:
    """Return a whole part as UTF-8, without what follows the element."""
    alone = "" if standalone is None else f" standalone='{'yes' if standalone else 'no'}'"
    start = f"<?xml version='1.0' encoding='UTF-8'{alone}?>\n" if declaration else ""
    return (start + to_text(root)).encode("utf-8")


def to_text(element: Element) -> str:
    """Return an element as text, without what follows it. Raises ValueError for a character that XML forbids."""
    text = "".join(_pieces(element))
    if found := _FORBIDDEN.search(text):
        raise ValueError(f"not a character of XML: U+{ord(found[0]):04X}")
    return text


def _pieces(root: Element) -> Iterator[str]:
    waiting: list[Element | str] = [root]
    also: Iterable[_Namespace] = root._declared_around()
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
            continue
        tail = (item.tail or "").translate(_IN_TEXT) if item is not root else ""
        tag: object = item.tag  # of what is no element, the function that makes such things
        if tag is ElementTree.Comment:
            yield f"<!--{item.text or ''}-->{tail}"
        elif tag is ElementTree.ProcessingInstruction:
            yield f"<?{item.text}?>{tail}"
        elif item.text is None and not len(item):
            yield f"{item._start_tag(also)}/>{tail}"
        else:
            yield f"{item._start_tag(also)}>{(item.text or '').translate(_IN_TEXT)}"
            waiting.append(f"</{item._name()}>{tail}")
            waiting.extend(reversed(item))  # type: ignore[arg-type]
        also = ()


# -- reading -----------------------------------------------------------------------------------------
def parse(content: bytes) -> Element:
    """Return the root of a part. Raises ValueError."""
    return _Builder().root_of(content)


class _Builder:
    """Builds the tree from what expat tells."""

    def __init__(self) -> None:
        self._opened: list[Element] = []
        self._last: Element | None = None
        self._text: list[str] = []
        self._root: Element | None = None
        self._numbers = count()
        self._scope: dict[str | None, list[_Namespace]] = {"xml": [_XML]}
        self._declared: list[_Namespace] = []
        #: What expat calls a name, as tag and prefix: there are few of them in a document.
        self._names: dict[str, tuple[str, str | None]] = {}

    def root_of(self, content: bytes) -> Element:
        parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        parser.namespace_prefixes = parser.buffer_text = parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        parser.StartCdataSectionHandler = lambda: self._text.append("")
        parser.CommentHandler = self._comment
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartNamespaceDeclHandler = self._declare
        parser.EndNamespaceDeclHandler = lambda prefix: self._scope[prefix].pop()
        parser.StartDoctypeDeclHandler = _refuse
        try:
            parser.Parse(content, True)
        except expat.ExpatError as exc:
            raise ValueError(str(exc)) from exc
        assert self._root is not None, "expat wants a root"
        return self._root

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        declared = _Namespace(prefix, uri or "")
        self._declared.append(declared)
        self._scope.setdefault(prefix, []).append(declared)

    def _start(self, raw: str, attributes: list[str]) -> None:
        tag, prefix = self._names.get(raw) or self._named(raw)
        element = self._placed(tag)
        element._declared, self._declared = self._declared, []
        if tag[0] == "{":
            element._namespace = self._scope[prefix][-1]
        values = iter(attributes)
        for raw_name, value in zip(values, values, strict=True):
            name, prefix = self._names.get(raw_name) or self._named(raw_name)
            element.attrib[name] = value
            if name[0] == "{":
                element._named[name] = self._scope[prefix][-1]
        self._opened.append(element)
        if len(self._opened) > limits.XML_DEPTH.most:
            raise ValueError("excessive depth")

    def _named(self, raw: str) -> tuple[str, str | None]:
        uri, *rest = raw.split(_SEPARATOR)
        named = (f"{{{uri}}}{rest[0]}", rest[1] if len(rest) > 1 else None) if rest else (uri, None)
        self._names[raw] = named
        return named

    def _end(self, _raw: str) -> None:
        self._flush()
        self._last = self._opened.pop()

    def _comment(self, text: str) -> None:
        self._aside(ElementTree.Comment, text)

    def _instruction(self, target: str, text: str) -> None:
        self._aside(ElementTree.ProcessingInstruction, f"{target} {text}" if text else target)

    def _aside(self, tag: object, text: str) -> None:
        if self._opened:
            self._last = self._placed(tag)
            self._last.text = text

    def _placed(self, tag: object) -> Element:
        self._flush()
        parent = self._opened[-1] if self._opened else None
        element = Element(tag, self._numbers, parent)  # type: ignore[arg-type]  # of a comment it is a function
        if parent is None:
            self._root = element
        else:
            ElementTree.Element.append(parent, element)
        self._last = None
        return element

    def _flush(self) -> None:
        """Give the text read so far to what it stands in or follows."""
        if not self._text:
            return
        text = "".join(self._text)
        self._text.clear()
        if self._last is not None:
            self._last.tail = text
        elif self._opened:
            self._opened[-1].text = text


def _refuse(*_: object) -> None:
    raise ValueError("DTD")
