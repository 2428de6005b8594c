"""The parts of a workbook: its sheets, their relations, and the styles that say how a number is shown."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from generator import limits
from generator.book import messages as say
from generator.book.read.raw_sheet import Place, RawSheet
from generator.word import xml
from generator.word.package import Member, NotAPackage, read_members, write_members

#: A sheet of more than this is kept packed: it would lie in memory several times.
_SOON_UNPACKED = 4 * 1024 * 1024

_BOOK = "xl/workbook.xml"
_WITHOUT_CELLS = ("docProps/", "xl/comments", "xl/drawings/", "xl/media/", "xl/theme/")
_BUILT_IN_PERCENT = ("9", "10")
_BUILT_IN_MONTH = ("17",)
_BUILT_IN_DATE = ("14", "15", "22")
#: Excel writes no longer ones.
_LONGEST_FORMAT = 255
_SHOWS_PERCENT = re.compile("%")
_SHOWS_A_MONTH = re.compile(r"^(?=.*m)(?=.*y)(?!.*[dhs]).*$", re.IGNORECASE)
_BUILT_IN_TIME = tuple(map(str, (*range(14, 23), *range(27, 37), 45, 47, *range(50, 59))))
_BUILT_IN_DURATION = ("46",)
_SHOWS_A_DURATION = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
#: A letter of a time that is neither quoted, nor escaped, nor a colour or a condition.
_SHOWS_A_TIME = re.compile(r'^(?:"[^"]*"|\\.|_.|\[[^\]]*\]|[^"\\\[_dmyhs])*[dmyhs]', re.IGNORECASE | re.DOTALL)
_SHOWS_A_DAY = re.compile(r"d.*m.*y|m.*d.*y|y.*m.*d", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of cells, and the zip member that holds it."""

    name: str
    part: str
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class _Relation:
    id: str
    type: str
    target: str


class RawWorkbook:
    """The workbook's own XML, looked into only where a reader of values leaves something out. Raises NotAPackage."""

    def __init__(self, data: bytes) -> None:
        self.members: dict[str, Member] = read_members(data)
        self._contents: dict[str, bytes] = {}
        size = sum(m.size for m in self.members.values() if m.name.endswith((".xml", ".rels")))
        if size > limits.WORKBOOK_XML_BYTES.most:
            raise NotAPackage(limits.WORKBOOK_XML_BYTES.told())
        if _BOOK not in self.members:
            raise NotAPackage(say.NOT_XLSX.text)
        self._book = parse_part(self.members[_BOOK].content)

    @cached_property
    def sheets(self) -> tuple[SheetPart, ...]:
        """The sheets of cells in their order; a chart on a sheet of its own is none."""
        pages = {r.id: r.target for r in self._relations(_BOOK) if r.type.endswith("/worksheet")}
        found = []
        for sheet in self._book.iter("{*}sheet"):
            ids = [str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")]
            if part := pages.get(ids[0] if ids else "", ""):
                found.append(SheetPart(sheet.get("name", ""), part, sheet.get("state", "visible") != "visible"))
        return tuple(found)

    def sheet(self, part: str) -> RawSheet:
        """Return a sheet's own XML. Raises NotAPackage."""
        if part not in self.members:
            raise NotAPackage(say.DAMAGED.text)
        return RawSheet(self._contents[part] if part in self._contents else self.members[part].content)

    def soon_read(self, parts: Iterable[str]) -> bytes:
        """Return the same workbook in the form that calamine reads soonest: in two thirds of its time.

        The sheets, which have to be unpacked for this class anyway, are stored as they are; and one without merged
        cells says so before its cells, for which calamine would else look through the whole sheet a second time.
        """
        stored: dict[str, Member] = {}
        for name in parts:
            if name not in self.members or self.members[name].size > _SOON_UNPACKED:
                continue
            with suppress(NotAPackage):
                content = self._contents[name] = self.members[name].content
                if not RawSheet(content).has_merged_cells:
                    content = content.replace(b"<sheetData>", b'<mergeCells count="0"></mergeCells><sheetData>', 1)
                stored[name] = Member.stored(name, content)
        needed = {name: member for name, member in self.members.items() if not name.startswith(_WITHOUT_CELLS)}
        return write_members((needed | stored).values())

    def related(self, part: str, type_: str) -> list[str]:
        """Return the members that a part refers to by relations of a type."""
        return [r.target for r in self._relations(part) if r.type == type_ and r.target in self.members]

    def _relations(self, part: str) -> list[_Relation]:
        folder, name = posixpath.split(part)
        member = self.members.get(f"{folder}/_rels/{name}.rels")
        if member is None:
            return []
        found = []
        for relation in parse_part(member.content).iter("{*}Relationship"):
            target = relation.get("Target", "")
            found.append(_Relation(relation.get("Id", ""), relation.get("Type", ""), _place(folder, target)))
        return found

    @property
    def counts_from_1904(self) -> bool:
        """Whether day 0 is 1/1/1904, as in Excel for the Mac."""
        return any(p.get("date1904") in ("1", "true") for p in self._book.iter("{*}workbookPr"))

    def date_styles(self) -> frozenset[str]:
        """Return the styles in which Excel shows a number as a day; none in a workbook that counts from 1904."""
        return frozenset() if self.counts_from_1904 else self._styles(_BUILT_IN_DATE, _SHOWS_A_DAY)

    def time_styles(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the styles of days and times, and those of lengths of time ("30:00")."""
        durations = self._styles(_BUILT_IN_DURATION, _SHOWS_A_DURATION)
        return self._styles(_BUILT_IN_TIME, _SHOWS_A_TIME) - durations, durations

    @cached_property
    def _percent_styles(self) -> frozenset[str]:
        return self._styles(_BUILT_IN_PERCENT, _SHOWS_PERCENT)

    def percent_cells(self, sheet: RawSheet) -> frozenset[Place]:
        """Return the places of cells shown with a percent sign."""
        return sheet.styled(self._percent_styles)

    def month_cells(self, sheet: RawSheet) -> frozenset[Place]:
        """Return the places of cells shown as a month and year without a day."""
        return sheet.styled(self._styles(_BUILT_IN_MONTH, _SHOWS_A_MONTH))

    def _styles(self, built_in: tuple[str, ...], code: re.Pattern[str]) -> frozenset[str]:
        """Return the cell styles whose number format is one of the built-in ones or written like `code`.

        None when the styles are missing or damaged: a workbook can be read without them.
        """
        try:
            styles = parse_part(self.members["xl/styles.xml"].content)
        except (KeyError, NotAPackage):
            return frozenset()
        wanted = {
            f.get("numFmtId")
            for f in styles.iter("{*}numFmt")
            if code.search(f.get("formatCode", "")[:_LONGEST_FORMAT])
        }
        wanted.update(built_in)
        formats = next((list(formats) for formats in styles.iter("{*}cellXfs")), [])
        return frozenset(str(i) for i, xf in enumerate(formats) if xf.get("numFmtId") in wanted)


def _place(folder: str, target: str) -> str:
    """The member that a relation of a part in `folder` points to."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(f"{folder}/{target}") if "./" in target else f"{folder}/{target}"


def parse_part(content: bytes) -> xml.Element:
    """Return the root of a part. Raises NotAPackage."""
    try:
        return xml.parse(content)
    except xml.TooLarge as exc:
        raise NotAPackage(str(exc)) from exc
    except xml.NotXml as exc:
        raise NotAPackage(say.DAMAGED.text) from exc
