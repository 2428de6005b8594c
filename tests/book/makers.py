"""The same workbook as other programs save it: Strict, parts under other names, prefixes, without addresses or styles."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from lxml import etree

from generator.book.read.raw_xlsx import RawWorkbook
from generator.word.package import Member, read_members, write_members

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_S = f"{{{MAIN}}}"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Parts = dict[str, bytes]


def strict(data: bytes) -> bytes:
    """Excel's "Strict Open XML": other namespaces and relations, days as days and not as numbers."""
    parts = _parts(_with_days(data))
    for name, content in parts.items():
        text = re.sub(
            rb"http://schemas\.openxmlformats\.org/(spreadsheetml|officeDocument|drawingml)/2006/",
            rb"http://purl.oclc.org/ooxml/\1/",
            content,
        )
        parts[name] = text.replace(b"<workbook ", b'<workbook conformance="strict" ', 1)
    return _packed(parts)


def elsewhere(data: bytes) -> bytes:
    """Every part in another folder under another name, found through relations alone."""
    raw = RawWorkbook(data)
    sheets = {sheet.part: f"du lieu/Trang{n}.xml" for n, sheet in enumerate(raw.sheets, start=1)}
    others = {raw.strings_part: "chu.xml", raw.styles_part: "kieu/kieu.xml", "xl/workbook.xml": "so.xml"}
    return _moved(_parts(data), {**sheets, **{old: new for old, new in others.items() if old}})


def at_the_top(data: bytes) -> bytes:
    """The workbook's own part in no folder, relations with absolute targets in other letters than the parts have."""
    parts = _parts(_moved(_parts(data), {"xl/workbook.xml": "workbook.xml"}))
    name = "_rels/workbook.xml.rels"
    parts[name] = parts[name].replace(b"/xl/worksheets/", b"/XL/Worksheets/")
    return _packed(parts)


def prefixed(data: bytes) -> bytes:
    """Every tag with a prefix, as the SDK of Open XML writes them."""
    parts = _parts(data)
    for name, content in parts.items():
        if MAIN.encode() in content and name.endswith(".xml"):
            text = re.sub(r"<(/?)(?=[A-Za-z])(?!\w+:)", r"<\1x:", content.decode())
            parts[name] = text.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"').encode()
    return _packed(parts)


def bare(data: bytes) -> bytes:
    """Texts in their cells, no styles, no addresses: as small libraries export."""
    raw = RawWorkbook(data)
    parts = _parts(inline(data))
    parts.pop(raw.styles_part, None)
    relations = "xl/_rels/workbook.xml.rels"
    parts[relations] = re.sub(rb"<Relationship [^>]*/styles\"[^>]*/>", b"", parts[relations])
    for sheet in raw.sheets:
        root = etree.fromstring(parts[sheet.part])
        for element in [*root.iter(f"{_S}cols", f"{_S}dataValidations", f"{_S}autoFilter", f"{_S}legacyDrawing")]:
            element.getparent().remove(element)
        for rows in root.iter(f"{_S}sheetData"):
            _fill_up(rows, f"{_S}row", lambda row: int(row.get("r")))
        for row in root.iter(f"{_S}row"):
            _fill_up(row, f"{_S}c", lambda cell: _column(cell.get("r")))
            for element in row.iter():
                for attribute in ("r", "s", "spans"):
                    element.attrib.pop(attribute, None)
        parts[sheet.part] = etree.tostring(root)
    return _packed(parts)


def google(data: bytes) -> bytes:
    """Google Sheets: shared texts, no properties of the document, a thousand rows that are only formatted."""
    parts = {n: c for n, c in _parts(shared(data)).items() if not n.startswith(("docProps/", "xl/theme/"))}
    for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels"):
        parts[name] = re.sub(rb"<Relationship [^>]*/(?:core|extended)-properties\"[^>]*/>", b"", parts[name])
        parts[name] = re.sub(rb"<Relationship [^>]*/theme\"[^>]*/>", b"", parts[name])
    for sheet in RawWorkbook(data).sheets:
        root = etree.fromstring(parts[sheet.part])
        rows = root.find(f"{_S}sheetData")
        last = max((int(row.get("r")) for row in rows), default=0)
        for number in range(last + 1, 1001):
            row = etree.SubElement(rows, f"{_S}row", r=str(number), ht="15.75", customHeight="1")
            etree.SubElement(row, f"{_S}c", r=f"A{number}", s="1")
        parts[sheet.part] = etree.tostring(root)
    return _packed(parts)


def wps(data: bytes) -> bytes:
    """WPS Office: shared texts in runs, spans on rows, its own extension at the end of a sheet."""
    parts = _parts(shared(data))
    root = etree.fromstring(parts["xl/sharedStrings.xml"])
    for item in root:
        text = item.find(f"{_S}t")
        half = len(text.text or "") // 2
        for piece in ((text.text or "")[:half], (text.text or "")[half:]):
            run = etree.SubElement(item, f"{_S}r")
            etree.SubElement(etree.SubElement(run, f"{_S}rPr"), f"{_S}sz", val="12")
            holder = etree.SubElement(run, f"{_S}t")
            holder.text = piece
            holder.set(_SPACE, "preserve")
        item.remove(text)
    parts["xl/sharedStrings.xml"] = etree.tostring(root)
    extension = (
        b'<extLst><ext uri="{5a1c}" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData">'
        b"<etc:x/></ext></extLst></worksheet>"
    )
    for sheet in RawWorkbook(data).sheets:
        parts[sheet.part] = parts[sheet.part].replace(b"</worksheet>", extension)
        parts[sheet.part] = parts[sheet.part].replace(b"<row ", b'<row spans="1:9" customHeight="1" ')
        parts[sheet.part] = re.sub(rb'(<row [^>]*) customHeight="1"([^>]*customHeight=)', rb"\1\2", parts[sheet.part])
    return _packed(parts)


def from_1904(data: bytes) -> bytes:
    """Excel for the Mac of old: days count from 1904."""
    parts = _parts(data)
    for cell, root, name in _day_cells(data, parts):
        cell.find(f"{_S}v").text = str(int(cell.findtext(f"{_S}v")) - 1462)
        parts[name] = etree.tostring(root)
    book = etree.fromstring(parts["xl/workbook.xml"])
    properties = book.find(f"{_S}workbookPr")
    if properties is None:
        properties = etree.Element(f"{_S}workbookPr")
        book.insert(0, properties)
    properties.set("date1904", "true")
    parts["xl/workbook.xml"] = etree.tostring(book)
    return _packed(parts)


def shared(data: bytes) -> bytes:
    """All texts in one part, cells pointing to them."""
    raw = RawWorkbook(data)
    if raw.strings_part:
        return data
    parts = _parts(data)
    strings = etree.Element(f"{_S}sst", nsmap={None: MAIN})
    for sheet in raw.sheets:
        root = etree.fromstring(parts[sheet.part])
        for cell in root.iter(f"{_S}c"):
            inside = cell.find(f"{_S}is")
            if inside is not None:
                cell.remove(inside)
                inside.tag = f"{_S}si"
                strings.append(inside)
                cell.set("t", "s")
                etree.SubElement(cell, f"{_S}v").text = str(len(strings) - 1)
        parts[sheet.part] = etree.tostring(root)
    parts["xl/sharedStrings.xml"] = etree.tostring(strings)
    relation = (
        f'<Relationship Id="rIdText" Type="{_RELATED}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    name = "xl/_rels/workbook.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relation.encode())
    return _packed(parts)


def inline(data: bytes) -> bytes:
    """Each text in its cell."""
    raw = RawWorkbook(data)
    parts = _parts(data)
    if not raw.strings_part:
        return data
    strings = [*etree.fromstring(parts.pop(raw.strings_part))]
    for sheet in raw.sheets:
        root = etree.fromstring(parts[sheet.part])
        for cell in [c for c in root.iter(f"{_S}c") if c.get("t") == "s"]:
            value = cell.find(f"{_S}v")
            text = etree.tostring(strings[int(value.text)]).decode()
            cell.replace(value, etree.fromstring(re.sub(r"^<si\b(.*)</si>\s*$", r"<is\1</is>", text, flags=re.DOTALL)))
            cell.set("t", "inlineStr")
        parts[sheet.part] = etree.tostring(root)
    return _packed(parts)


#: Who makes workbooks, by what comes of a workbook that openpyxl wrote.
MAKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "Excel Strict": strict,
    "parts elsewhere": elsewhere,
    "parts at the top": at_the_top,
    "prefixed": prefixed,
    "no addresses, no styles": bare,
    "Google Sheets": google,
    "WPS": wps,
    "1904": from_1904,
    "texts shared": shared,
    "texts in cells": inline,
}


# -- parts ----------------------------------------------------------------------------------------
def _parts(data: bytes) -> Parts:
    return {name: member.content for name, member in read_members(data).items()}


def _packed(parts: Parts) -> bytes:
    return write_members(Member.packed(name, content) for name, content in parts.items())


def _moved(parts: Parts, moves: Mapping[str, str]) -> bytes:
    """Return the package with parts under other names; every relation gives the whole path of its target."""
    made: Parts = {}
    for name, content in parts.items():
        folder, file = posixpath.split(name)
        if not file.endswith(".rels"):
            made[moves.get(name, name)] = content
            continue
        source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
        root = etree.fromstring(content)
        for relation in root:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), relation.get("Target")))[1:]
            relation.set("Target", f"/{moves.get(target, target)}")
        where, base = posixpath.split(moves.get(source, source))
        made[posixpath.join(where, "_rels", f"{base}.rels") if base else name] = etree.tostring(root)
    types = made["[Content_Types].xml"].decode()
    for old, new in moves.items():
        types = types.replace(f'"/{old}"', f'"/{new}"')
    return _packed({**made, "[Content_Types].xml": types.encode()})


def _day_cells(data: bytes, parts: Parts):
    raw = RawWorkbook(data)
    for sheet in raw.sheets:
        root = etree.fromstring(parts[sheet.part])
        for cell in root.iter(f"{_S}c"):
            if cell.get("s") in raw.date_styles() and cell.get("t", "n") == "n" and cell.find(f"{_S}v") is not None:
                yield cell, root, sheet.part


def _with_days(data: bytes) -> bytes:
    parts = _parts(data)
    for cell, root, name in _day_cells(data, parts):
        day = date(1899, 12, 30) + timedelta(days=int(cell.findtext(f"{_S}v")))
        cell.find(f"{_S}v").text = f"{day.isoformat()}T00:00:00"
        cell.set("t", "d")
        parts[name] = etree.tostring(root)
    return _packed(parts)


def _fill_up(holder: etree._Element, tag: str, number_of: Callable[[etree._Element], int]) -> None:
    """Put an empty row or cell wherever one was only skipped."""
    for child in [*holder]:
        for _ in range(number_of(child) - holder.index(child) - 1):
            child.addprevious(etree.Element(tag))


def _column(address: str) -> int:
    number = 0
    for letter in re.sub(r"\d", "", address):
        number = number * 26 + ord(letter) - 64
    return number
