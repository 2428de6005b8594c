"""The standard library's grid of values against calamine's: the samples, and cells that ask for trouble."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from generator.book.read.plain_grids import PlainGrids
from generator.book.read.raw_xlsx import RawWorkbook
from generator.word.package import with_parts

ROOT = Path(__file__).parents[2]
WORKBOOKS = sorted([*(ROOT / "inputs").rglob("*.xlsx"), *(ROOT / "tests").rglob("*.xlsx")])

STYLES = """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="7">
<numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="[h]:mm"/>
<numFmt numFmtId="172" formatCode="&quot;ngày&quot; 0"/><numFmt numFmtId="173" formatCode="0.0%"/>
<numFmt numFmtId="174" formatCode="[Red]0"/><numFmt numFmtId="175" formatCode="hh:mm"/>
<numFmt numFmtId="176" formatCode="[$-42A]mmmm yyyy"/></numFmts><cellXfs count="11">
<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/>
<xf numFmtId="174"/><xf numFmtId="175"/><xf numFmtId="176"/><xf numFmtId="22"/><xf numFmtId="46"/></cellXfs></styleSheet>"""
STRINGS = """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<si><t>một</t></si><si><r><t>ha</t></r><r><rPr><b/></rPr><t xml:space="preserve">i </t></r></si>
<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b_x005F_c</t></si><si/></sst>"""
CELLS = [
    '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>',
    '<c r="A1" t="s"><v>4</v></c><c r="B1"><v>1</v></c>',
    '<c t="s"><v>0</v></c><c><v>1</v></c><c s="1"/><c><v>-0.5</v></c>',
    '<c s="1" r="B1"><v>45000</v></c><c r="C1" s="2"><v>45000.25</v></c><c r="D1" s="3"><v>1.25</v></c>',
    '<c r="A1" s="4"><v>5</v></c><c r="B1" s="5"><v>0.5</v></c><c r="C1" s="6"><v>7</v></c>',
    '<c r="A1" s="7"><v>0.75</v></c><c r="B1" s="8"><v>45108</v></c><c r="C1" s="9"><v>45108.5</v></c><c r="D1" s="10"><v>2</v></c>',
    '<c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>59</v></c><c r="C1" s="1"><v>61</v></c><c r="D1" s="1"><v>2958465</v></c>',
    '<c r="A1" s="1"><v>2958466</v></c><c r="B1" s="1"><v>1e30</v></c>',
    '<c r="A1" s="1"><v>45000.999999999</v></c>',
    '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c>',
    '<c r="A1" t="str"><f>"a"</f><v>chữ</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>1+1</f></c>',
    '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> giữ </t></is></c>',
    '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c><c r="B1"><v>1E3</v></c>',
    '<c r="A1" t="inlineStr"><is><t>một\nhai &amp; ba</t></is></c><c r="B1"><v>999999999999999999999999999999</v></c>',
    '<c r="C1"><v>3</v></c></row><row r="5"><c r="A5"><v>5</v></c></row><row><c><v>6</v></c>',
    '<c r="A1"><v>1</v></c></row><row r="3"><c><v>3</v></c></row><row r="2"><c r="B2"><v>2</v></c>',
    '<c t="d"><v>2023-06-13T00:00:00</v></c><c t="d"><v>2023-06-13</v></c><c t="d"><v>10:20:00</v></c>',
    '<c t="d"><v>2023-06-13T10:20:30Z</v></c><c t="d"><v>hôm qua</v></c>',
]


def workbook_of(cells: str, *, from_1904: bool = False) -> bytes:
    buffer = BytesIO()
    Workbook().save(buffer)
    raw = RawWorkbook(buffer.getvalue())
    sheet = raw.sheets[0].part
    types = raw.members["[Content_Types].xml"].content.decode()
    book = raw.members["xl/workbook.xml"].content.decode()
    relations = raw.members["xl/_rels/workbook.xml.rels"].content.decode()
    kind = "officeDocument/2006/relationships/sharedStrings"
    parts = {
        sheet: f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">{cells}'
        "</row></sheetData></worksheet>",
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": STRINGS,
        "[Content_Types].xml": types,
        "xl/_rels/workbook.xml.rels": relations
        if kind in relations
        else relations.replace(
            "</Relationships>",
            f'<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/{kind}" Target="sharedStrings.xml"/></Relationships>',
        ),
        "xl/workbook.xml": book.replace("<workbookPr/>", '<workbookPr date1904="1"/>', 1) if from_1904 else book,
    }
    return with_parts(raw.members, {name: text.encode() for name, text in parts.items()})


def told_apart(rows: list[list[object]]) -> list[list[tuple[str, object]]]:
    """Return the values with their types, without empty cells at the ends of rows and sheet."""
    typed = [[(type(value).__name__, value) for value in row] for row in rows]
    for row in typed:
        while row and row[-1] == ("str", ""):
            row.pop()
    while typed and not typed[-1]:
        typed.pop()
    return typed


def assert_the_same(data: bytes) -> None:
    raw = RawWorkbook(data)
    plain, book = PlainGrids(raw), CalamineWorkbook.from_filelike(BytesIO(data))
    for sheet in raw.sheets:
        wanted = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
        assert told_apart(plain.grid(sheet)) == told_apart(wanted), sheet.name


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_a_sample_has_the_same_values_without_calamine(path):
    assert_the_same(path.read_bytes())


@pytest.mark.parametrize("cells", CELLS)
def test_cells_have_the_same_values_without_calamine(cells):
    assert_the_same(workbook_of(cells))


def test_days_from_1904_are_the_same_days_without_calamine():
    assert_the_same(workbook_of(CELLS[3], from_1904=True))


_VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(2200, 1, 1)),
    st.datetimes(datetime(1901, 1, 1), datetime(2200, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
    st.times().map(lambda moment: time(moment.hour, moment.minute, moment.second)),
    st.timedeltas(timedelta(0), timedelta(99)).map(lambda length: timedelta(seconds=length.total_seconds() // 1)),
    st.none(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_VALUES, max_size=5), max_size=5))
def test_whatever_openpyxl_writes_has_the_same_values_without_calamine(rows):
    book = Workbook()
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = book.active.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    buffer = BytesIO()
    book.save(buffer)
    assert_the_same(buffer.getvalue())
