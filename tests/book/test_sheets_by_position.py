"""Sheets written in other ways than Excel's own: prefixed tags, no addresses, attributes in another order, far cells."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from generator.book.read.raw_xlsx import RawWorkbook
from generator.book.read.workbook import read_workbook_bytes
from generator.book.sheets import RESULTS
from generator.book.write.new_workbook import workbook_bytes
from generator.book.write.open_month import open_month
from generator.word.package import with_parts
from tests.book.small_workbook import changed, result, small_rows, written_with_lxml


def without_addresses(xml: str) -> str:
    """Leave out where rows and cells stand; empty cells and rows fill the places that were only skipped."""
    rows = re.findall(r"<row r=\"(\d+)\"([^>]*)>(.*?)</row>", xml, re.DOTALL)
    made, number = [], 0
    for stated, attributes, cells in rows:
        made += ["<row/>"] * (int(stated) - number - 1)
        number = int(stated)
        made.append(f"<row{attributes}>{_cells_without_addresses(cells)}</row>")
    body = "".join(made)
    return re.sub(r"<sheetData>.*</sheetData>", lambda _: f"<sheetData>{body}</sheetData>", xml, flags=re.DOTALL)


def _cells_without_addresses(cells: str) -> str:
    made, at = [], 0
    for letter, cell in re.findall(r'<c r="([A-Z])\d+"(.*?(?:/>|</c>))', cells, re.DOTALL):
        made += ["<c/>"] * (ord(letter) - 65 - at)
        at = ord(letter) - 64
        made.append(f"<c{cell}")
    return "".join(made)


def prefixed(xml: str) -> str:
    named = re.sub(r"<(/?)(?=[A-Za-z])(?!\w+:)", r"<\1x:", xml)
    return named.replace("xmlns=", "xmlns:x=", 1)


def style_first(xml: str) -> str:
    return re.sub(r'<c r="(\w+)"((?: \w+="[^"]*")+)', r'<c\2 r="\1"', xml)


def with_extensions(xml: str) -> str:
    extension = '<extLst><ext uri="x"><y:a xmlns:y="y"><y:v>1</y:v><y:c r="A1"/></y:a></ext></extLst>'
    return xml.replace("</c>", f"{extension}</c>")


WAYS = {
    "extensions": with_extensions,
    "no addresses": without_addresses,
    "prefixed": prefixed,
    "style first": style_first,
}


def rewritten(data: bytes, way) -> bytes:
    """Return the workbook with every sheet written in another way."""
    raw = RawWorkbook(data)
    sheets = {sheet.part: way(raw.members[sheet.part].content.decode()).encode() for sheet in raw.sheets}
    return with_parts(raw.members, sheets)


def spoiled(book):
    book["Kết quả"]["K2"].value, book["Kết quả"]["K2"].data_type = "#REF!", "e"
    book["Mốc"]["D4"] = "=DATE(2024,1,31)"
    book["Kết quả"]["I2"].value, book["Kết quả"]["I2"].number_format = 0.5, "0%"
    book["Số liệu"]["E2"].value = None
    book["Nhiệm vụ"]["B5"] = None
    book["Nhiệm vụ"].merge_cells("B2:B3")


def a_spoiled_workbook() -> bytes:
    return changed(workbook_bytes(small_rows()), spoiled)


@written_with_lxml
@pytest.mark.parametrize("way", WAYS)
def test_what_a_sheet_says_does_not_depend_on_how_it_is_written(way):
    plain = a_spoiled_workbook()
    year, problems = read_workbook_bytes(plain)
    assert [(p.sheet, p.cell, p.code) for p in problems] == [
        ("Mốc", "D4", "not-calculated"),
        ("Kết quả", "K2", "error-cell"),
    ]
    assert year is not None and year.entries["I.1"][0].percent == 50
    assert read_workbook_bytes(rewritten(plain, WAYS[way])) == (year, problems)


@pytest.mark.parametrize("way", WAYS)
def test_rows_are_added_below_the_last_one_however_the_sheet_is_written(way):
    plain = workbook_bytes(small_rows())
    opened, added, *_ = open_month(rewritten(plain, WAYS[way]), date(2023, 7, 25))
    before = [[c.value for c in row] for row in load_workbook(BytesIO(plain))["Kết quả"].iter_rows(max_row=3)]
    sheet = load_workbook(BytesIO(opened))["Kết quả"]
    assert added == 3
    assert [[c.value for c in row] for row in sheet.iter_rows(max_row=3)] == before
    assert [sheet.cell(n, 2).value for n in (5, 6, 7)] == ["I.1", "I.2", "II.1"]
    assert read_workbook_bytes(opened)[1] == read_workbook_bytes(plain)[1]


@pytest.mark.parametrize(
    "far",
    [
        '<row r="1048576"><c s="0" r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
        "<row r='1048576'><c r='A1048576'><v>1</v></c></row>",
        '<row r="9"><c  r="XFD9"><v>1</v></c></row>',
        '<row r="999999"><c><v>1</v></c></row>',
    ],
)
def test_a_far_cell_is_told_and_nothing_fills_the_memory(far):
    data = workbook_bytes(small_rows())
    raw = RawWorkbook(data)
    part = next(s.part for s in raw.sheets if s.name == RESULTS.name)
    xml = raw.members[part].content.decode().replace("</sheetData>", f"{far}</sheetData>")
    year, problems = read_workbook_bytes(with_parts(raw.members, {part: xml.encode()}))
    assert year is not None
    assert [(p.sheet, p.code) for p in problems] == [("Kết quả", "sheet-too-large")]


def test_a_far_format_alone_is_no_obstacle():
    data = workbook_bytes(small_rows())
    raw = RawWorkbook(data)
    part = next(s.part for s in raw.sheets if s.name == RESULTS.name)
    xml = (
        raw.members[part]
        .content.decode()
        .replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"/></row></sheetData>')
    )
    assert not read_workbook_bytes(with_parts(raw.members, {part: xml.encode()}))[1]


@pytest.mark.parametrize(
    ("sheet", "row", "code"),
    [
        ("Số liệu", {"Kỳ": "2023-07", "Mã": "VB", "Giá trị": "999999999999999999999999999999"}, "not-a-number"),
        ("Số liệu", {"Kỳ": "2023-07", "Mã": "VB", "Giá trị": 1e30}, "not-a-number"),
        ("Mốc", {"Mã": "I.2", "Mốc": "Xa", "Đến hạn": "trước 01/01/0001"}, "not-a-deadline"),
        ("Mốc", {"Mã": "I.2", "Mốc": "Xa", "Đến hạn": "trước 31/02/2023"}, "not-a-deadline"),
        ("Kết quả", result("I.2", "Đang thực hiện", "01/01/0000"), "not-a-day"),
    ],
)
def test_a_value_beyond_all_measure_is_told_at_its_cell(sheet, row, code):
    rows = small_rows()
    rows[sheet].append(row)
    year, problems = read_workbook_bytes(workbook_bytes(rows))
    assert year is not None
    assert [(p.sheet, p.code) for p in problems] == [(sheet, code)]
    assert problems[0].cell


def test_a_sheet_that_brings_a_document_type_is_refused():
    raw = RawWorkbook(workbook_bytes(small_rows()))
    part = next(s.part for s in raw.sheets if s.name == RESULTS.name)
    bomb = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa">]><worksheet'
    xml = raw.members[part].content.decode().replace("<worksheet", bomb, 1)
    _, problems = read_workbook_bytes(with_parts(raw.members, {part: xml.encode()}))
    assert [(p.sheet, p.code) for p in problems] == [("Kết quả", "damaged")]
