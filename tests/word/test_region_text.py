"""What a region says, as lines: the paragraphs and cells that were written, whoever saved them."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.word.provenance import read_provenance
from generator.word.region_text import region_lines, words_of
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
