"""A .docx opened for reading: its blocks in order, its sections with their headers, what forbids changing it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator import limits
from generator.word import xml
from generator.word.lengths import mm, points_of_mm
from generator.word.package import Member, NotAPackage, read_file, read_members
from generator.word.read.blocks import Block, BlockReader, Table, paragraphs_of
from generator.word.read.numbering import Numbering
from generator.word.read.paragraph import Paragraph
from generator.word.read.parts import Parts
from generator.word.read.properties import VAL, W, integer, is_on
from generator.word.read.styles import Styles

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TRACKED = ("ins", "del", "moveTo", "moveFrom")
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
    even_pages: bool = False

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    def printed_edges(self) -> Iterator[tuple[Paragraph, ...]]:
        """Yield the headers, then the footers that the section's pages really show."""
        unseen = {kind for kind, shown in (("first", self.title_page), ("even", self.even_pages)) if not shown}
        for edges in (self.headers, self.footers):
            yield from (paragraphs for kind, paragraphs in edges.items() if kind not in unseen)


@dataclass(frozen=True)
class Document:
    """What a reader sees of a .docx, and the trees it came from."""

    members: Mapping[str, Member]
    main: str
    trees: dict[str, Any]
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    locked: str
    notes: Mapping[tuple[str, str], tuple[Block, ...]]
    has_tracked_changes: bool

    def paragraphs(self) -> list[Paragraph]:
        """Return every paragraph of the body, those of tables and text boxes too, in order."""
        return paragraphs_of(self.blocks)


def read_document(path: Path) -> Document:
    """Open a .docx. Raises NotAPackage with a message for the officer, OSError when the file cannot be read."""
    return parse_document(read_file(path))


def parse_document(data: bytes) -> Document:
    """Read a .docx from its bytes. Raises NotAPackage."""
    return document_of(read_members(data))


def parse_sound_document(data: bytes) -> Document:
    """Read a .docx whose other parts, which nobody looks into here, are to be XML too: else Word does not open it.

    Raises NotAPackage.
    """
    document = parse_document(data)
    for name in document.members.keys() - document.trees.keys():
        if name.endswith((".xml", ".rels")):
            try:
                xml.parse(document.members[name].content)
            except (xml.NotXml, NotAPackage) as exc:
                message = f"Tệp bị hỏng ở phần “{name}”, Word có thể không mở được. Hãy mở bằng Word rồi lưu lại."
                raise NotAPackage(message) from exc
    return document


def document_of(members: Mapping[str, Member]) -> Document:
    """Read a .docx from what is in its package. Raises NotAPackage."""
    try:
        return _read(Parts(members))
    except RecursionError as exc:
        raise NotAPackage("Tệp Word bị hỏng: nội dung lồng nhau quá sâu. Hãy mở bằng Word và lưu lại.") from exc


def _read(parts: Parts) -> Document:
    main = parts.target("", "officeDocument") or "word/document.xml"
    root = parts.tree(main)
    if root is None or root.tag != f"{W}document":
        raise NotAPackage("Tệp không phải văn bản Word (.docx). Hãy lưu lại dạng Word Document (.docx).")
    if sum(1 for _ in root.iter(f"{W}p")) > limits.PARAGRAPHS.most:
        raise NotAPackage(limits.PARAGRAPHS.told())
    body = root.find(f"{W}body")
    if body is None:
        raise NotAPackage("Tệp Word không có nội dung. Hãy mở bằng Word, lưu lại rồi làm lại.")
    related = {kind: parts.tree(parts.target(main, kind)) for kind in ("styles", "theme", "numbering", "settings")}
    numbering = Numbering(related["numbering"])
    styles = Styles(related["styles"], related["theme"], numbering)
    sections = _Sections(parts, main, styles, numbering, related["settings"])
    blocks = _read_body(body, BlockReader(styles, numbering, main), sections)
    notes = {
        (kind, note.get(f"{W}id", "")): tuple(BlockReader(styles, numbering, part).read(note))
        for kind in ("footnote", "endnote")
        if (tree := parts.tree(part := parts.target(main, f"{kind}s"))) is not None
        for note in tree.iterfind(f"{W}{kind}")
        if note.get(f"{W}type", "normal") == "normal"
    }
    tracked = any(True for name in _TRACKED for _ in root.iter(f"{W}{name}"))
    lock = _lock(parts, related["settings"])
    return Document(parts.members, main, parts.trees, blocks, tuple(sections.done), lock, notes, tracked)


def _lock(parts: Parts, settings: Any) -> str:
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
    room = block.room or points_of_mm(section.width - section.margins["left"] - section.margins["right"])
    return replace(block, section=section.index, room=room)


class _Sections:
    """Reads sections one after another: a header that one lacks is the one before's."""

    def __init__(self, parts: Parts, main: str, styles: Styles, numbering: Numbering, settings: Any) -> None:
        self.done: list[Section] = []
        self._parts, self._styles, self._numbering = parts, styles, numbering
        self._targets = {identifier: path for identifier, _, path in parts.relationships(main)}
        even = None if settings is None else settings.find(f"{W}evenAndOddHeaders")
        self._even_pages = even is not None and is_on(even)
        self._read: dict[str, tuple[Paragraph, ...]] = {}
        self._shown: dict[str, dict[str, tuple[Paragraph, ...]]] = {"header": {}, "footer": {}}

    def add(self, element: Any) -> Section:
        element = element if element is not None else xml.new(f"{W}sectPr")
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
            even_pages=self._even_pages,
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
    return mm(otherwise if value is None else value)
