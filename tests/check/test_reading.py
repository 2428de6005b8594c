"""Effective formatting: what a reader sees, wherever Word keeps it."""

from __future__ import annotations

import pytest

from generator.vietnamese.text import roman
from generator.word.package import read_members, with_parts
from generator.word.read.document import parse_document
from generator.word.read.paragraph import Paragraph
from tests.check.kinds import bao_cao
from tests.check.packing import STYLES, W

_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)
_BASE = (
    '<w:style w:type="paragraph" w:styleId="Goc"><w:name w:val="Gốc"/><w:pPr><w:jc w:val="center"/>'
    '<w:spacing w:before="60" w:after="80"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Goc"/>'
    '<w:pPr><w:spacing w:after="120"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Dam"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Bang"><w:name w:val="Bảng"/><w:rPr><w:sz w:val="22"/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    '<w:style w:type="paragraph" w:styleId="So"><w:name w:val="Số"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    "</w:pPr></w:style>"
)
_NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def read(body: str, styles: str = "", defaults: str = "") -> list[Paragraph]:
    """The paragraphs of a document with this body, with more styles and other run defaults."""
    members = read_members(bao_cao().to_docx())
    sheet = STYLES.replace("</w:styles>", styles + "</w:styles>")
    if defaults:
        start, end = sheet.index("<w:rPr><w:rFonts"), sheet.index("</w:rPrDefault>")
        sheet = f"{sheet[:start]}<w:rPr>{defaults}</w:rPr>{sheet[end:]}"
    relations = members["word/_rels/document.xml.rels"].content.decode()
    for number, kind in ((8, "theme"), (9, "numbering")):
        relations = relations.replace(
            "</Relationships>",
            f'<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            f'{kind}" Target="{kind}.xml"/></Relationships>',
        )
    spaces = (
        f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    parts = {
        "word/document.xml": f"<w:document {spaces}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": sheet,
        "word/theme.xml": _THEME,
        "word/numbering.xml": _NUMBERING,
        "word/_rels/document.xml.rels": relations,
    }
    data = with_parts(members, {name: content.encode() for name, content in parts.items()})
    return parse_document(data).paragraphs()


def p(runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_style_takes_what_it_does_not_say_from_its_base() -> None:
    (found,) = read(p(r("Chữ"), '<w:pStyle w:val="Con"/>'), _BASE)
    (run,) = found.runs
    assert (run.size, run.bold, run.italic) == (13, True, True)
    assert (found.align, found.before, found.after) == ("giữa", 3, 6)


def test_toggles_of_two_styles_cancel_and_a_direct_one_decides() -> None:
    style = '<w:pStyle w:val="Goc"/>'
    (crossed, direct, off) = read(
        p(r("a", '<w:rStyle w:val="Dam"/>'), style)
        + p(r("b", '<w:rStyle w:val="Dam"/><w:b/>'), style)
        + p(r("c", '<w:b w:val="0"/>'), style),
        _BASE,
    )
    assert [x.runs[0].bold for x in (crossed, direct, off)] == [False, True, False]


def test_a_theme_font_wins_over_a_plain_one_beside_it_and_yields_to_a_direct_one() -> None:
    theme = '<w:rFonts w:ascii="Times New Roman" w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    theme = theme.replace("minorHAnsi", "minorAscii")
    inherited, direct = read(
        p(r("a")) + p(r("b", '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>')), defaults=theme
    )
    assert inherited.runs[0].fonts == ("Calibri", "Cambria")
    assert direct.runs[0].fonts == ("Times New Roman", "Times New Roman")


def test_a_table_style_holds_inside_its_table_and_its_first_row_differs() -> None:
    row = f"<w:tr><w:tc><w:tcPr/>{p(r('x'))}</w:tc></w:tr>"
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Bang"/><w:tblLook w:val="0020"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/>'
        f"</w:tblGrid>{row}{row}</w:tbl>"
    )
    first, second, outside = read(table + p(r("y")), _BASE, defaults='<w:sz w:val="28"/>')
    assert (first.runs[0].size, first.runs[0].bold) == (11, True)
    assert (second.runs[0].size, second.runs[0].bold) == (11, False)
    assert (outside.runs[0].size, outside.runs[0].bold) == (14, False)
    assert first.where == "bảng 1, hàng 1, cột 1"


def test_automatic_numbers_are_read_like_typed_ones() -> None:
    def numbered(level: int) -> str:
        return p(r("mục"), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')

    found = read("".join(numbered(level) for level in (0, 1, 1, 0, 1, 2)) + p(r("x"), '<w:pStyle w:val="So"/>'), _BASE)
    assert [x.label for x in found] == ["I.", "I.1)", "I.2)", "II.", "II.1)", "-", "III."]
    assert found[0].text == "I. mục"
    assert found[0].starts_at == 18


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"<w:ins>{r('thêm')}</w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>", "thêm"),
        (f"<w:moveFrom>{r('cũ')}</w:moveFrom><w:moveTo>{r('mới')}</w:moveTo>", "mới"),
        (f"<w:sdt><w:sdtContent>{r('trong')}</w:sdtContent></w:sdt>", "trong"),
        (f"<w:hyperlink>{r('liên kết')}</w:hyperlink>", "liên kết"),
        (r("ẩn", "<w:vanish/>") + r("hiện"), "hiện"),
        (r("chữ hoa", "<w:caps/>"), "CHỮ HOA"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>", "a\tb\nc-"),
    ],
)
def test_the_text_is_what_a_reader_sees(inside: str, text: str) -> None:
    (found,) = read(p(inside))
    assert found.text == text


def test_blocks_are_found_in_content_controls_and_text_boxes_once() -> None:
    box = f"<w:txbxContent>{p(r('trong khung'))}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = read(f"<w:sdt><w:sdtContent>{p(r('trên') + both)}</w:sdtContent></w:sdt>{p(r('dưới'))}")
    assert [(x.text, x.in_box) for x in found] == [("trên", False), ("trong khung", True), ("dưới", False)]


def test_a_leading_tab_goes_to_the_next_stop() -> None:
    plain, own = read(
        p("<w:r><w:tab/></w:r>" + r("a"))
        + p("<w:r><w:tab/></w:r>" + r("b"), '<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>')
    )
    assert (plain.starts_at, own.starts_at) == (36, 28.35)


def test_an_exact_line_height_is_told_in_lines_of_the_text() -> None:
    (found,) = read(p(r("a", '<w:sz w:val="28"/>'), '<w:spacing w:line="360" w:lineRule="exact"/>'))
    assert found.line_multiple == pytest.approx(18 / 16.1, abs=0.01)


def test_roman_numerals() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 90)] == ["I", "IV", "IX", "XIV", "XL", "XC"]
