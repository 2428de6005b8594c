"""What a region says: the same lines from the text kept in the file as from the XML, whoever saved it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.docx.provenance import Provenance, read_provenance, with_digests
from generator.docx.region_text import Line, generated_texts, kept_lines, region_lines
from generator.docx.regions import generated_regions, text_digest
from generator.package import read_members
from tests.renewal.reports import first

TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), max_size=12)


def paragraph(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:p><w:r><w:t xml:space="preserve">{escaped}</w:t></w:r></w:p>'


def table(rows: list[list[list[str]]]) -> str:
    cells = (("".join(f"<w:tc>{''.join(map(paragraph, c))}</w:tc>" for c in row)) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{c}</w:tr>' for c in cells)}</w:tbl>"


@settings(max_examples=200, deadline=None)
@given(
    st.lists(TEXT, min_size=1, max_size=3),
    st.lists(st.lists(st.lists(TEXT, min_size=1, max_size=3), min_size=1, max_size=3), max_size=3),
    TEXT,
)
def test_the_kept_text_has_the_lines_and_the_digest_of_the_xml(above, rows, below):
    xml = "".join(map(paragraph, above)) + (table(rows) if rows else "") + paragraph(below)
    digests, texts = generated_texts({"vung": xml})
    assert digests["vung"] == text_digest(xml)
    assert _no_empty(kept_lines(texts["vung"])) == _no_empty(region_lines(xml))


def _no_empty(lines: tuple[Line, ...]) -> list[Line]:
    """Empty paragraphs do not count, in cells either."""
    tidy = [Line(tuple("\n".join(filter(None, c.split("\n"))) for c in x.cells), x.is_row) for x in lines]
    return [line for line in tidy if line.is_row or line.cells[0]]


def test_a_report_keeps_the_lines_of_every_region():
    provenance = read_provenance(first())
    xml = read_members(first())["word/document.xml"].content.decode()
    regions = dict(generated_regions(xml))
    assert {name: kept_lines(text) for name, text in provenance.texts.items()} == {
        name: region_lines(content) for name, content in regions.items()
    }
    assert any(line.is_row for line in kept_lines(provenance.texts["phu-luc-nhiem-vu"]))


def test_cells_that_end_otherwise_are_kept_as_plain_lines():
    xml = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r><w:r><w:tab/></w:r></w:p></w:tc></w:tr></w:tbl>"
    digests, texts = generated_texts({"vung": xml})
    assert digests["vung"] == text_digest(xml)
    assert kept_lines(texts["vung"]) == (Line(("a\t",)),)


def test_the_provenance_part_brings_the_texts_back():
    document = '<w:tag w:val="cchc:vung"/>' + paragraph("a < b & c") + "</w:sdtContent>"
    provenance = with_digests(Provenance(unit="mau"), document)
    assert Provenance.from_xml(provenance.to_xml()) == provenance
    assert kept_lines(provenance.texts["vung"]) == (Line(("a < b & c",)),)
