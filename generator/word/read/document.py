"""A .docx opened for reading: its blocks in order, its sections with their headers, what forbids changing it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lxml import etree

from generator.word.package import Member, NotAPackage, read_members
from generator.word.read.blocks import Block, BlockReader, Table, paragraphs_of
from generator.word.read.numbering import Numbering
from generator.word.read.paragraph import Paragraph
from generator.word.read.properties import VAL, W, integer, is_on
from generator.word.read.styles import Styles

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_MM = 25.4 / 1440
_SIDES = ("top", "bottom", "left", "right")


@dataclass(frozen=True)
class Section:
    """A section: page in millimetres, numbering, effective headers and footers by type (default, first, even)."""

    index: int
    element: Any
    width: float
    height: float
    margins: Mapping[str, float]
    new_page: bool
    title_page: bool
    number_start: int | None
    number_format: str
    headers: Mapping[str, tuple[Paragraph, ...]]
    footers: Mapping[str, tuple[Paragraph, ...]]

    @property
    def landscape(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True)
class Document:
    """What a reader sees of a .docx, and the trees it came from."""

    members: Mapping[str, Member]
    main: str
    trees: dict[str, Any]
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    locked: str

    def paragraphs(self) -> list[Paragraph]:
        """Return every paragraph of the body, those of tables and text boxes too, in order."""
        return paragraphs_of(self.blocks)


def read_document(path: Path) -> Document:
    """Open a .docx. Raises NotAPackage with a message for the officer, OSError when the file cannot be read."""
    return parse_document(path.read_bytes())


def parse_document(data: bytes) -> Document:
    """Read a .docx from its bytes. Raises NotAPackage."""
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise NotAPackage("Tệp Word kiểu cũ (.doc) hoặc có mật khẩu. Hãy lưu lại thành .docx không mật khẩu.")
    members = read_members(data)
    parts = _Parts(members)
    main = parts.target("", "officeDocument") or "word/document.xml"
    root = parts.tree(main)
    if root is None or root.tag != f"{W}document" or root.find(f"{W}body") is None:
        raise NotAPackage("Tệp không phải văn bản Word (.docx). Hãy lưu lại dạng Word Document (.docx).")
    related = {kind: parts.tree(parts.target(main, kind)) for kind in ("styles", "theme", "numbering", "settings")}
    numbering = Numbering(related["numbering"])
    styles = Styles(related["styles"], related["theme"], numbering)
    sections = _Sections(parts, main, styles, numbering)
    reader = BlockReader(styles, numbering, main)
    blocks = _read_body(root.find(f"{W}body"), reader, sections)
    return Document(members, main, parts.trees, blocks, tuple(sections.done), _lock(parts, related["settings"]))


class _Parts:
    """The parts of a package, parsed when asked for."""

    def __init__(self, members: Mapping[str, Member]) -> None:
        self.members = members
        self.trees: dict[str, Any] = {}

    def tree(self, name: str) -> Any:
        if name not in self.members:
            return None
        if name not in self.trees:
            try:
                self.trees[name] = etree.fromstring(self.members[name].content, _PARSER)
            except etree.XMLSyntaxError as exc:
                raise NotAPackage("Tệp Word bị hỏng: nội dung không đọc được. Hãy mở bằng Word và lưu lại.") from exc
        return self.trees[name]

    def relationships(self, source: str) -> list[tuple[str, str, str]]:
        """Return (id, kind, target part) of what `source` is related to."""
        folder, name = posixpath.split(source)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for relation in root if root is not None else ():
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append((relation.get("Id", ""), relation.get("Type", "").rsplit("/", 1)[-1], path))
        return found

    def target(self, source: str, kind: str) -> str:
        return next((path for _, found, path in self.relationships(source) if found == kind), "")


def _lock(parts: _Parts, settings: Any) -> str:
    """Why the file must not be changed, or nothing."""
    kinds = {kind for _, kind, _ in parts.relationships("")}
    if "origin" in kinds or any(name.startswith("_xmlsignatures/") for name in parts.members):
        return "Văn bản đã ký số: sửa sẽ làm mất hiệu lực chữ ký."
    for name in ("documentProtection", "writeProtection") if settings is not None else ():
        protection = settings.find(f"{W}{name}")
        if protection is not None and (name == "writeProtection" or protection.get(f"{W}enforcement") in ("1", "true")):
            return "Văn bản đang được bảo vệ (Restrict Editing). Hãy bỏ bảo vệ rồi làm lại."
    return ""


def _read_body(body: Any, reader: BlockReader, sections: _Sections) -> tuple[Block, ...]:
    done: list[Block] = []
    waiting: list[Block] = []
    for block in reader.read(body):
        waiting.append(block)
        ends = block.element.find(f"{W}pPr/{W}sectPr") if isinstance(block, Paragraph) and not block.in_box else None
        if ends is not None:
            section = sections.add(ends)
            done += (_placed(b, section) for b in waiting)
            waiting = []
    section = sections.add(body.find(f"{W}sectPr"))
    done += (_placed(b, section) for b in waiting)
    return tuple(done)


def _placed(block: Block, section: Section) -> Block:
    if isinstance(block, Table):
        rows = tuple(tuple(tuple(_placed(b, section) for b in cell) for cell in row) for row in block.rows)
        return replace(block, rows=rows, section=section.index)
    room = block.room or (section.width - section.margins["left"] - section.margins["right"]) * 72 / 25.4
    return replace(block, section=section.index, room=room)


class _Sections:
    """Reads sections one after another: a header that one lacks is the one before's."""

    def __init__(self, parts: _Parts, main: str, styles: Styles, numbering: Numbering) -> None:
        self.done: list[Section] = []
        self._parts, self._styles, self._numbering = parts, styles, numbering
        self._targets = {identifier: path for identifier, _, path in parts.relationships(main)}
        self._read: dict[str, tuple[Paragraph, ...]] = {}
        self._shown: dict[str, dict[str, tuple[Paragraph, ...]]] = {"header": {}, "footer": {}}

    def add(self, element: Any) -> Section:
        element = element if element is not None else etree.Element(f"{W}sectPr")
        for kind, shown in self._shown.items():
            for reference in element.iterfind(f"{W}{kind}Reference"):
                part = self._targets.get(reference.get(f"{_R}id"), "")
                shown[reference.get(f"{W}type", "default")] = self._paragraphs(part, kind)
        size, margins = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
        numbers = element.find(f"{W}pgNumType")
        title, kind_of_break = element.find(f"{W}titlePg"), element.find(f"{W}type")
        section = Section(
            index=len(self.done),
            element=element,
            width=_mm(size, "w", 12240),
            height=_mm(size, "h", 15840),
            margins={side: _mm(margins, side, 1440) for side in _SIDES},
            new_page=kind_of_break is None or kind_of_break.get(VAL) != "continuous",
            title_page=title is not None and is_on(title),
            number_start=None if numbers is None else integer(numbers.get(f"{W}start")),
            number_format="decimal" if numbers is None else numbers.get(f"{W}fmt", "decimal"),
            headers=dict(self._shown["header"]),
            footers=dict(self._shown["footer"]),
        )
        self.done.append(section)
        return section

    def _paragraphs(self, part: str, kind: str) -> tuple[Paragraph, ...]:
        if part not in self._read:
            root = self._parts.tree(part)
            where = "đầu trang (header)" if kind == "header" else "chân trang (footer)"
            reader = BlockReader(self._styles, self._numbering, part, where)
            self._read[part] = tuple(paragraphs_of(reader.read(root))) if root is not None else ()
        return self._read[part]


def _mm(element: Any, name: str, otherwise: int) -> float:
    value = None if element is None else integer(element.get(f"{W}{name}"))
    return (otherwise if value is None else value) * _MM
