"""What a region says, as lines: the paragraphs and cells that were written, whoever saved them."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.word.provenance import read_provenance
from generator.word.region_text import region_lines, words_of
from generator.word.renew.differences import changes_between
from generator.word.renew.renewing import SavedReport
from tests.word.renew.reports import first

TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=12)


def paragraph(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:p><w:r><w:t xml:space="preserve">{escaped}</w:t></w:r></w:p>'


def table(rows: list[list[list[str]]]) -> str:
    cells = (("".join(f"<w:tc>{''.join(map(paragraph, c))}</w:tc>" for c in row)) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{c}</w:tr>' for c in cells)}</w:tbl>"


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(TEXT, min_size=1, max_size=3),
    st.lists(st.lists(st.lists(TEXT, min_size=1, max_size=3), min_size=1, max_size=3), max_size=3),
    TEXT,
)
def test_each_paragraph_is_a_line_and_each_row_a_line_of_cells(above, rows, below):
    xml = "".join(map(paragraph, above)) + (table(rows) if rows else "") + paragraph(below)
    assert words_of(region_lines(xml)) == [
        *((False, (nfc(text),)) for text in above),
        *((True, tuple("\n".join(map(nfc, cell)) for cell in row)) for row in rows),
        (False, (nfc(below),)),
    ]


def test_a_report_keeps_the_lines_of_every_region():
    saved = SavedReport.opened(first())
    assert {name: region_lines(made) for name, made in read_provenance(first()).regions().items()} == {
        name: region_lines(found.content(saved.document)) for name, found in saved.regions().items()
    }
    assert any(line.is_row for line in region_lines(saved.made["phu-luc-nhiem-vu"]))


def test_a_tab_and_a_break_stand_where_they_were_put():
    xml = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r><w:r><w:tab/><w:br/></w:r></w:p></w:tc></w:tr></w:tbl>"
    assert words_of(region_lines(xml)) == [(True, ("a\t\u2028",))]


SEEN = {
    "w:rPr": (
        *("<w:rtl/>", "<w:cs/>", '<w:fitText w:val="900"/>', '<w:color w:val="auto" w:themeColor="accent1"/>'),
        *(
            '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Arial"/>',
            '<w:rFonts w:asciiTheme="majorHAnsi"/>',
            "<w:specVanish/>",
        ),
        *('<w:u w:val="single" w:color="FF0000"/>', '<w:w w:val="150"/>', '<w14:glow w14:rad="63500"/>'),
        '<w:shd w:val="pct25" w:color="FF0000" w:fill="auto"/>',
    ),
    "w:pPr": (
        *("<w:keepNext/>", "<w:keepLines/>", '<w:outlineLvl w:val="0"/>', '<w:textDirection w:val="tbRl"/>'),
        *("<w:pageBreakBefore/>", '<w:textAlignment w:val="top"/>', "<w:bidi/>"),
    ),
    "w:tcPr": (
        *("<w:noWrap/>", "<w:tcFitText/>", '<w:tcMar><w:left w:w="500" w:type="dxa"/></w:tcMar>'),
        *('<w:tcBorders><w:tl2br w:val="single" w:sz="4"/></w:tcBorders>', '<w:vAlign w:val="bottom"/>'),
    ),
    "w:trPr": ("<w:tblHeader/>", "<w:cantSplit/>", '<w:gridBefore w:val="1"/>', '<w:trHeight w:val="900"/>'),
    "w:tblPr": (
        *(
            '<w:jc w:val="right"/>',
            '<w:tblInd w:w="900" w:type="dxa"/>',
            '<w:tblStyle w:val="Luoi"/>',
            "<w:bidiVisual/>",
        ),
        *('<w:tblpPr w:horzAnchor="page" w:tblpX="100"/>', '<w:tblLayout w:type="fixed"/>'),
        *('<w:tblCellMar><w:left w:w="500" w:type="dxa"/></w:tblCellMar>', '<w:shd w:val="clear" w:fill="00FF00"/>'),
        '<w:tblCellSpacing w:w="50" w:type="dxa"/>',
    ),
}
#: What the template decides again, and what programs write when they save.
UNSEEN = {
    "w:rPr": (
        '<w:lang w:val="en-US"/>',
        "<w:noProof/>",
        '<w:rtl w:val="0"/>',
        '<w:kern w:val="2"/>',
        '<w:szCs w:val="26"/>',
    ),
    "w:pPr": (
        *('<w:spacing w:line="300"/>', '<w:ind w:left="90"/>', '<w:keepNext w:val="0"/>', "<w:widowControl/>"),
        *('<w:textAlignment w:val="auto"/>', "<w:kinsoku/>", "<w:rPr><w:b/></w:rPr>"),
    ),
    "w:tcPr": ('<w:noWrap w:val="false"/>', '<w:vAlign w:val="top"/>', '<w:tcW w:w="900" w:type="dxa"/>'),
    "w:trPr": ('<w:cantSplit w:val="0"/>', '<w:cnfStyle w:val="100000000000"/>', '<w:jc w:val="left"/>'),
    "w:tblPr": (
        *(
            '<w:jc w:val="left"/>',
            '<w:tblInd w:w="0" w:type="dxa"/>',
            '<w:tblW w:w="900" w:type="dxa"/>',
            "<w:tblLook/>",
        ),
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/></w:tblCellMar>',
    ),
}
CONTENT = {
    True: ("<w:dayLong/>", "<w:pgNum/>", '<w:ptab w:alignment="right"/>', '<w:sym w:font="Symbol" w:char="F0B3"/>'),
    False: ("<w:lastRenderedPageBreak/>",),
}


def with_property(holder: str, written: str, content: str = "") -> str:
    of = {name: f"<{name}>{written}</{name}>" if name == holder else "" for name in SEEN}
    run = f"<w:r>{of['w:rPr']}<w:t>a</w:t>{content}</w:r>"
    cell = f"<w:tc>{of['w:tcPr']}<w:p>{of['w:pPr']}{run}</w:p></w:tc>"
    return f"<w:tbl>{of['w:tblPr']}<w:tr>{of['w:trPr']}{cell}</w:tr></w:tbl><w:p/>"


@pytest.mark.parametrize(("table", "is_seen"), [(SEEN, True), (UNSEEN, False)])
def test_every_property_is_seen_but_those_that_follow_the_template_or_a_program(table, is_seen):
    plain = region_lines(with_property("", ""))
    wrong = [
        x for holder in table for x in table[holder] if (region_lines(with_property(holder, x)) != plain) != is_seen
    ]
    assert wrong == []


def test_all_that_stands_beside_letters_is_seen():
    plain = region_lines(with_property("", ""))
    for is_seen, pieces in CONTENT.items():
        assert [x for x in pieces if (region_lines(with_property("", "", x)) != plain) != is_seen] == []
    assert region_lines(paragraph("a")) != region_lines(paragraph("a") + "<w:altChunk/>")


def test_a_row_aligned_as_its_table_is_not_seen_apart():
    """Word writes the place of a table once more in each row."""
    centred = '<w:tbl><w:tblPr><w:jc w:val="center"/></w:tblPr><w:tr>{}<w:tc><w:p/></w:tc></w:tr></w:tbl>'
    assert region_lines(centred.format("")) == region_lines(centred.format('<w:trPr><w:jc w:val="center"/></w:trPr>'))


@pytest.mark.parametrize("with_head", [True, False])
def test_what_is_so_of_a_whole_table_is_told_of_the_table(with_head):
    made = table([[["STT"], ["Nhiệm vụ"]], [["1"], ["Rà soát"]]] if with_head else [[["Rà soát"]]])
    centred = made.replace("<w:tbl>", '<w:tbl><w:tblPr><w:jc w:val="center"/></w:tblPr>')
    rewritten = centred.replace("Rà soát", "Rà xong")
    before, *after = (region_lines(xml) for xml in (made, centred, rewritten))
    told = [list(map(str, changes_between(before, lines))) for lines in after]
    assert told[0] == ["Bảng: thêm căn bảng"]
    assert told[1][0] == "Bảng: thêm căn bảng" and len(told[1]) == 2 and "căn bảng" not in told[1][1]
    assert list(map(str, changes_between(after[0], before))) == ["Bảng: bỏ căn bảng"]
