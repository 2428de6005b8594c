"""A document knows where it came from, and whether anybody touched it."""

import io

from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from generator.book.sheets import PARTS
from generator.kinds import kind_of
from generator.making import find_template, load_phrases
from generator.reporting.example import example_context
from generator.word.package import Member, read_members, with_parts
from generator.word.provenance import PART, Provenance, is_untouched, packaged, read_provenance
from generator.word.regions import generated_regions, visible_text
from generator.word.render.engine import load_template, render_parts

BODY = "word/document.xml"


def document() -> tuple[bytes, str]:
    template = load_template(find_template("cchc.docx").read_bytes())
    context = example_context(kind_of("cchc"), load_phrases(find_template("cau-chu.toml")), PARTS)
    parts = render_parts(template, context)
    return packaged(template.members, parts, Provenance(unit="mau", period="2026-H1", workbook="sổ.xlsx")), parts[
        BODY
    ].decode()


def test_it_tells_where_it_came_from():
    data, xml = document()
    provenance = read_provenance(data)
    assert (provenance.unit, provenance.period, provenance.workbook) == ("mau", "2026-H1", "sổ.xlsx")
    assert provenance.regions() == dict(generated_regions(xml))
    assert {"tong-hop", "phu-luc-nhiem-vu", "phu-luc-thong-ke", "phu-luc-qua-han"} <= set(provenance.regions())
    assert is_untouched(data)


def test_saved_again_by_another_program_it_may_hold_somebodys_work():
    data, _ = document()
    word = Document(io.BytesIO(data))
    word.paragraphs[0].runs[0].text = "Sửa"
    out = io.BytesIO()
    word.save(out)
    assert not is_untouched(out.getvalue())
    assert read_provenance(out.getvalue()) is not None


def test_a_file_without_provenance_is_somebodys_work():
    out = io.BytesIO()
    Document().save(out)
    assert read_provenance(out.getvalue()) is None
    assert not is_untouched(out.getvalue())
    assert not is_untouched(b"hong")


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{r}</w:t></w:r>" for r in runs) + "</w:p>"


def test_what_word_changes_on_its_own_is_no_edit():
    plain = paragraph("Còn 01 nhiệm vụ")
    saved = (
        '<w:p w:rsidR="00AB12CD"><w:pPr><w:rPr><w:lang w:val="vi-VN"/></w:rPr></w:pPr><w:proofErr w:type="spellStart"/>'
        '<w:r w:rsidRPr="00EF"><w:t xml:space="preserve">Còn 01 </w:t></w:r><w:r><w:t>nhiệm vụ</w:t></w:r></w:p><w:p/>'
    )
    assert visible_text(plain) == visible_text(saved)


def test_what_a_person_changes_is_an_edit():
    plain = paragraph("Còn 01 nhiệm vụ")
    for changed in (
        paragraph("Còn 02 nhiệm vụ"),
        paragraph("Còn 01 nhiệm vụ") + paragraph("Thêm một đoạn"),
        "<w:p><w:r><w:t>Còn 01 nhiệm vụ</w:t></w:r><w:r><w:drawing/></w:r></w:p>",
        paragraph("Còn 01") + paragraph("nhiệm vụ"),
    ):
        assert visible_text(plain) != visible_text(changed)


@given(
    st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20), min_size=1, max_size=5)
)
def test_visible_text_is_the_text_however_it_is_cut_into_runs(pieces):
    from html import escape

    escaped = [escape(p) for p in pieces]
    assert visible_text(paragraph(*escaped)) == visible_text(paragraph("".join(escaped)))


def test_the_part_brings_everything_back():
    provenance = Provenance(unit="a < b & c", made=Member.packed(BODY, "<w:p>Đã xong</w:p>".encode()))
    assert Provenance.from_xml(provenance.to_xml()) == provenance


def test_a_part_that_was_tampered_with_says_nothing():
    data, _ = document()
    part = read_members(data)[PART].content.decode()
    start = part.index("crc=") + len('crc="')
    for damaged in (
        part[:start] + "1" + part[start:],
        part.replace("</made>", "AAAA</made>").replace(' size="', ' size="9'),
        part.replace("<made ", "<khac ").replace("</made>", "</khac>"),
        part.replace(">7", ">\u00e9", 1) + "<",
    ):
        assert Provenance.from_xml(damaged.encode()) is None
    assert not is_untouched(with_parts(read_members(data), {PART: b"<cchc/>"}))


def test_what_xml_does_not_take_is_left_out_of_a_name():
    told = Provenance.from_xml(
        Provenance(workbook="sổ\x01\ud800 <1>.xlsx", made=Member.packed(BODY, b"<w:p/>")).to_xml()
    )
    assert told.workbook == "sổ <1>.xlsx"
