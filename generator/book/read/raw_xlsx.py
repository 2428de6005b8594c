"""What calamine does not tell of a workbook: cells in error, formulas never calculated, percent formats, far cells."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from lxml import etree

from generator.book import messages as say
from generator.word.package import Member, NotAPackage, read_members, write_members

#: All of the workbook's XML together; a year of a busy unit takes about a hundredth.
MAX_XML_BYTES = 100 * 1024 * 1024
MAX_ROWS = 50_000
#: A sheet of more than this is kept packed: it would lie in memory several times.
_SOON_UNPACKED = 4 * 1024 * 1024

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_WITHOUT_CELLS = ("docProps/", "xl/comments", "xl/drawings/", "xl/media/", "xl/theme/")

_ERROR_CELL = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^>]* t="e"[^>]*>(?:<f[^>]*/>|<f.*?</f>)?<v>([^<]*)</v>', re.DOTALL)
_EMPTY_FORMULA = re.compile(
    rb'<c r="([A-Z]+)([0-9]+)"(?![^>]* t="str")[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>'
)
#: How a cell ends whose formula has no result: looked for first, in a fraction of the pattern's time.
_ENDS_WITHOUT_RESULT = (b"</f></c>", b"/></c>", b"<v></v></c>")
# Patterns without any choice, which are found in two thirds of the time that `in` takes.
_ERROR_TYPE = re.compile(rb't="e"')
_FORMULA_END = re.compile(rb"</f>")
_FAR_COLUMN = re.compile(rb'<c r="([A-Z]{3}[0-9]+)"[^>/]*>(?!</c>)')
_STYLED_CELL = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^>]*? s="([0-9]+)"')
_BUILT_IN_PERCENT = ("9", "10")
_BUILT_IN_DATE = ("14", "15", "22")
_SHOWS_PERCENT = re.compile("%")
_SHOWS_A_DAY = re.compile(r"d.*m.*y|m.*d.*y|y.*m.*d", re.IGNORECASE | re.DOTALL)

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)

#: (row, column), both from 1.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Relation:
    id: str
    type: str
    target: str


class RawWorkbook:
    """The workbook's own XML, looked into only where calamine leaves something out. Raises NotAPackage."""

    def __init__(self, data: bytes) -> None:
        self.members: dict[str, Member] = read_members(data)
        self._contents: dict[str, bytes] = {}
        xml = sum(m.size for m in self.members.values() if m.name.endswith((".xml", ".rels")))
        if "xl/workbook.xml" not in self.members or xml > MAX_XML_BYTES:
            raise NotAPackage(say.TOO_LARGE if xml > MAX_XML_BYTES else say.NOT_XLSX)
        self._percent_styles: frozenset[bytes] | None = None

    def for_calamine(self, parts: Iterable[str]) -> bytes:
        """Return the same workbook in the form that calamine reads soonest: in two thirds of its time.

        The sheets, which have to be unpacked for this class anyway, are stored as they are; and one without merged
        cells says so before its cells, for which calamine would else look through the whole sheet a second time.
        """
        stored: dict[str, Member] = {}
        for name in parts:
            if self.members[name].size > _SOON_UNPACKED:
                continue
            with suppress(NotAPackage):
                content = self._contents[name] = self.members[name].content
                if not has_merged_cells(content):
                    content = content.replace(b"<sheetData>", b'<mergeCells count="0"></mergeCells><sheetData>', 1)
                stored[name] = Member.stored(name, content)
        needed = {name: member for name, member in self.members.items() if not name.startswith(_WITHOUT_CELLS)}
        return write_members((needed | stored).values())

    def content(self, part: str) -> bytes:
        """Return a part, unpacked. Raises NotAPackage."""
        return self._contents[part] if part in self._contents else self.members[part].content

    def sheet_parts(self) -> Mapping[str, str]:
        """Return the member name of each sheet by the sheet's name."""
        targets = {relation.id: relation.target for relation in self._relations("xl/workbook.xml")}
        book = parse_xml(self.members["xl/workbook.xml"].content)
        parts = {sheet.get("name", ""): targets.get(sheet.get(_REL_ID, ""), "") for sheet in book.iter(f"{_MAIN}sheet")}
        return {name: part for name, part in parts.items() if part in self.members}

    def related(self, part: str, type_: str) -> list[str]:
        """Return the members that a part refers to by relations of a type."""
        return [r.target for r in self._relations(part) if r.type == type_ and r.target in self.members]

    def _relations(self, part: str) -> list[_Relation]:
        folder, name = posixpath.split(part)
        member = self.members.get(f"{folder}/_rels/{name}.rels")
        if member is None:
            return []
        found = []
        for relation in parse_xml(member.content).iter(_RELATION):
            target = relation.get("Target", "")
            found.append(_Relation(relation.get("Id", ""), relation.get("Type", ""), _place(folder, target)))
        return found

    def date_styles(self) -> frozenset[str]:
        """Return the styles in which Excel shows a number as a day; none in a workbook that counts from 1904."""
        properties = parse_xml(self.members["xl/workbook.xml"].content).find(f"{_MAIN}workbookPr")
        if properties is not None and properties.get("date1904") in ("1", "true"):
            return frozenset()
        return frozenset(self._styles(_BUILT_IN_DATE, _SHOWS_A_DAY))

    def percent_cells(self, xml: bytes) -> frozenset[Place]:
        """Return the places of cells shown with a percent sign."""
        if self._percent_styles is None:
            self._percent_styles = frozenset(s.encode() for s in self._styles(_BUILT_IN_PERCENT, _SHOWS_PERCENT))
        wanted = self._percent_styles
        if not wanted:
            return frozenset()
        return frozenset(
            (int(row), column_number(letters)) for letters, row, style in _STYLED_CELL.findall(xml) if style in wanted
        )

    def _styles(self, built_in: tuple[str, ...], code: re.Pattern[str]) -> list[str]:
        """Return the cell styles whose number format is one of the built-in ones or written like `code`.

        None when the styles are missing or damaged: a workbook can be read without them.
        """
        try:
            styles = parse_xml(self.members["xl/styles.xml"].content)
        except (KeyError, NotAPackage):
            return []
        wanted = {f.get("numFmtId") for f in styles.iter(f"{_MAIN}numFmt") if code.search(f.get("formatCode", ""))}
        wanted.update(built_in)
        formats = styles.find(f"{_MAIN}cellXfs")
        return [str(i) for i, xf in enumerate(() if formats is None else formats) if xf.get("numFmtId") in wanted]


def _place(folder: str, target: str) -> str:
    """The member that a relation of a part in `folder` points to."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(f"{folder}/{target}") if "./" in target else f"{folder}/{target}"


def has_merged_cells(xml: bytes) -> bool:
    """Whether a sheet lists merged cells, which it does below its cells."""
    return xml.find(b"<mergeCell ", max(xml.rfind(b"</sheetData>"), 0)) >= 0


def far_cell(xml: bytes) -> str | None:
    """Return the address of a cell so far out that the grid up to it would fill the memory, None when all is near."""
    last = re.match(rb'<row [^>]*?r="([0-9]+)"', xml[(start := xml.rfind(b"<row ")) : start + 200]) if xml else None
    if last and int(last[1]) > MAX_ROWS and (filled := _last_filled_row(xml)) > MAX_ROWS:
        return f"A{filled}"
    column = _FAR_COLUMN.search(xml)
    return column[1].decode() if column else None


def _last_filled_row(xml: bytes) -> int:
    return max((int(m[1]) for m in re.finditer(rb'<c r="[A-Z]+([0-9]+)"[^>/]*>(?!</c>)', xml)), default=0)


def cells_in_error(xml: bytes) -> dict[Place, str]:
    """Return the error shown (#N/A, #REF!) by place."""
    if not _ERROR_TYPE.search(xml):
        return {}
    return {(int(m[2]), column_number(m[1])): m[3].decode("utf-8", "replace") for m in _ERROR_CELL.finditer(xml)}


def formulas_never_calculated(xml: bytes) -> frozenset[Place]:
    """Return the places of formulas saved without a result."""
    if not _FORMULA_END.search(xml) or not any(end in xml for end in _ENDS_WITHOUT_RESULT):
        return frozenset()
    return frozenset((int(m[2]), column_number(m[1])) for m in _EMPTY_FORMULA.finditer(xml))


def column_number(letters: bytes | str) -> int:
    """Return 1 for A, 27 for AA."""
    number = 0
    for letter in letters if isinstance(letters, bytes) else letters.encode("ascii"):
        number = number * 26 + letter - 64
    return number


def column_letters(number: int) -> str:
    """Return A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def parse_xml(content: bytes) -> etree._Element:
    """Return the root of a part; no entities, no network. Raises NotAPackage."""
    try:
        return etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as exc:
        raise NotAPackage(say.DAMAGED) from exc
