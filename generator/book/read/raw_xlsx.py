"""The parts of a workbook: its sheets, their relations, and the styles that say how a number is shown."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property

from generator import limits
from generator.book import messages as say
from generator.book.read.raw_sheet import Place, RawSheet
from generator.word import xml
from generator.word.package import Member, NotAPackage, read_members, write_members

#: A sheet of more than this is kept packed: it would lie in memory several times.
_SOON_UNPACKED = 4 * 1024 * 1024

_SHEET_NAME = "xl/worksheets/sheet{}.xml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
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
    kind: str
    target: str


class RawWorkbook:
    """The workbook's own XML, looked into only where a reader of values leaves something out. Raises NotAPackage."""

    def __init__(self, data: bytes) -> None:
        self.members: dict[str, Member] = read_members(data)
        #: The members by their names as relations may write them: in any case, with any slash.
        self._named = {_plain_name(name): name for name in self.members}
        self._soon: dict[str, RawSheet] = {}
        self._relations_of: dict[str, list[_Relation]] = {}
        size = sum(m.size for m in self.members.values() if m.name.endswith((".xml", ".rels")))
        if size > limits.WORKBOOK_XML_BYTES.most:
            raise NotAPackage(limits.WORKBOOK_XML_BYTES.told())
        self._part = self._first_related("", "officeDocument")
        if not self._part:
            raise NotAPackage(say.DAMAGED.text if "xl/workbook.xml" in self.members else say.NOT_XLSX.text)
        self._book = parse_part(self.members[self._part].content)
        if xml.local_name(self._book) != "workbook":
            raise NotAPackage(say.NOT_XLSX.text)
        self.styles_part = self._first_related(self._part, "styles")
        self.strings_part = self._first_related(self._part, "sharedStrings")

    @cached_property
    def sheets(self) -> tuple[SheetPart, ...]:
        """The sheets of cells in their order; a chart on a sheet of its own is none."""
        pages = {r.id: r.target for r in self._relations(self._part) if r.kind == "worksheet"}
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
        return self._soon.get(part) or RawSheet(self.members[part].content)

    def soon_read(self, soon: Iterable[SheetPart]) -> bytes:
        """Return the same cells as a workbook in the form that calamine reads soonest: in two thirds of its time.

        Its parts lie under the usual names, where alone calamine looks for them; a sheet's name is its number in
        `sheets`. Those in `soon`, which have to be unpacked for this class anyway, are stored as they are; and one
        without merged cells says so before its cells, for which calamine would else look through it a second time.
        """
        parts = [sheet.part for sheet in self.sheets]
        unpacked = {sheet.part for sheet in soon}
        made = [*_small_book(len(parts), from_1904=self.counts_from_1904)]
        named = {"xl/styles.xml": self.styles_part, "xl/sharedStrings.xml": self.strings_part}
        made += [replace(self.members[part], name=usual) for usual, part in named.items() if part]
        made += [
            self._soon_sheet(part, _SHEET_NAME.format(number), part in unpacked)
            for number, part in enumerate(parts)
            if part in self.members
        ]
        return write_members(made)

    def _soon_sheet(self, part: str, name: str, is_soon: bool) -> Member:
        member = self.members[part]
        if is_soon and member.size <= _SOON_UNPACKED:
            with suppress(NotAPackage):
                sheet = self._soon[part] = RawSheet(content := member.content)
                if not sheet.has_merged_cells:
                    content = content.replace(b"<sheetData>", b'<mergeCells count="0"></mergeCells><sheetData>', 1)
                return Member.stored(name, content)
        return replace(member, name=name)

    def related(self, part: str, kind: str) -> list[str]:
        """Return the members that a part ("" is the package) refers to by relations of a kind, as "table"."""
        return [r.target for r in self._relations(part) if r.kind == kind and r.target in self.members]

    def _first_related(self, part: str, kind: str) -> str:
        return next(iter(self.related(part, kind)), "")

    def _relations(self, part: str) -> list[_Relation]:
        if part not in self._relations_of:
            self._relations_of[part] = self._read_relations(part)
        return self._relations_of[part]

    def _read_relations(self, part: str) -> list[_Relation]:
        folder, name = posixpath.split(part)
        member = self.members.get(self._name(posixpath.join(folder, "_rels", f"{name}.rels")))
        if member is None:
            return []
        return [
            _Relation(
                relation.get("Id", ""),
                relation.get("Type", "").rpartition("/")[2],
                self._name(posixpath.join("/", folder, relation.get("Target", ""))),
            )
            for relation in parse_part(member.content).iter("{*}Relationship")
        ]

    def _name(self, path: str) -> str:
        """The name of the member that a path means."""
        plain = _plain_name(posixpath.normpath(path))
        return self._named.get(plain, plain)

    @property
    def counts_from_1904(self) -> bool:
        """Whether day 0 is 1/1/1904, as in Excel for the Mac."""
        return any(p.get("date1904") in ("1", "true") for p in self._book.iter("{*}workbookPr"))

    def date_styles(self) -> frozenset[str]:
        """Return the styles in which Excel shows a number as a day; none in a workbook that counts from 1904."""
        return frozenset() if self.counts_from_1904 else self._styles_shown(_BUILT_IN_DATE, _SHOWS_A_DAY)

    def time_styles(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the styles of days and times, and those of lengths of time ("30:00")."""
        durations = self._styles_shown(_BUILT_IN_DURATION, _SHOWS_A_DURATION)
        return self._styles_shown(_BUILT_IN_TIME, _SHOWS_A_TIME) - durations, durations

    def percent_cells(self, sheet: RawSheet) -> frozenset[Place]:
        """Return the places of cells shown with a percent sign."""
        return sheet.styled(self._percent_styles)

    @cached_property
    def _percent_styles(self) -> frozenset[str]:
        return self._styles_shown(_BUILT_IN_PERCENT, _SHOWS_PERCENT)

    def month_cells(self, sheet: RawSheet) -> frozenset[Place]:
        """Return the places of cells shown as a month and year without a day."""
        return sheet.styled(self._month_styles)

    @cached_property
    def _month_styles(self) -> frozenset[str]:
        return self._styles_shown(_BUILT_IN_MONTH, _SHOWS_A_MONTH)

    @cached_property
    def styles(self) -> xml.Element | None:
        """The part of the styles; None when it is missing or damaged: a workbook can be read without them."""
        try:
            return parse_part(self.members[self.styles_part].content)
        except (KeyError, NotAPackage):
            return None

    def _styles_shown(self, built_in: tuple[str, ...], code: re.Pattern[str]) -> frozenset[str]:
        """Return the cell styles whose number format is one of the built-in ones or written like `code`."""
        if self.styles is None:
            return frozenset()
        wanted = {
            f.get("numFmtId")
            for f in self.styles.iter("{*}numFmt")
            if code.search(f.get("formatCode", "")[:_LONGEST_FORMAT])
        }
        wanted.update(built_in)
        return frozenset(str(i) for i, xf in enumerate(self.formats) if xf.get("numFmtId") in wanted)

    @property
    def formats(self) -> list[xml.Element]:
        """The formats of cells, by the number that a cell's style gives."""
        return [] if self.styles is None else next(map(list, self.styles.iter("{*}cellXfs")), [])


def _small_book(sheets: int, *, from_1904: bool) -> Iterator[Member]:
    """Yield a workbook of so many sheets, named by their numbers, without the sheets themselves."""
    properties = '<workbookPr date1904="1"/>' if from_1904 else ""
    listed = "".join(f'<sheet name="{n}" r:id="r{n}"/>' for n in range(sheets))
    targets = {f"r{n}": ("worksheet", f"/{_SHEET_NAME.format(n)}") for n in range(sheets)}
    parts = {
        "_rels/.rels": _relations({"r": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns:r="{_RELATED}">{properties}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(targets),
    }
    return (Member.stored(name, text.encode()) for name, text in parts.items())


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """Return relations of a kind with a target each, by their ids."""
    listed = (
        f'<Relationship Id="{id_}" Type="{_RELATED}/{kind}" Target="{to}"/>' for id_, (kind, to) in targets.items()
    )
    return f"<Relationships>{''.join(listed)}</Relationships>"


def _plain_name(path: str) -> str:
    return path.replace("\\", "/").lstrip("/").casefold()


def parse_part(content: bytes) -> xml.Element:
    """Return the root of a part. Raises NotAPackage."""
    try:
        return xml.parse(content)
    except xml.TooLarge as exc:
        raise NotAPackage(str(exc)) from exc
    except xml.NotXml as exc:
        raise NotAPackage(say.DAMAGED.text) from exc
