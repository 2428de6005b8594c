"""What --fix claims to have mended is mended: a new check no longer finds it, and a second --fix changes nothing."""

from __future__ import annotations

import re
import tempfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.check.checking import check_file
from generator.check.fix import FixOutcome, fix, fix_file
from generator.check.mending import Mend
from generator.check.verdict import FAIL, Finding
from generator.word.package import read_members, with_parts
from generator.word.read.document import parse_document
from generator.word.read.paragraph import Paragraph
from tests.check.kinds import KINDS, bao_cao, cong_van
from tests.check.layouts import LAYOUTS
from tests.check.packing import STYLES
from tests.check.written import P, Written

GAP = "trich_yeu_cong_van.gap"
SPACED = STYLES.replace(
    "</w:rPrDefault>",
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault>",
)


def fixed(data: bytes, folder: Path, name: str = "lan1") -> tuple[FixOutcome, bytes]:
    source, out = folder / f"{name}-goc.docx", folder / f"{name}.docx"
    source.write_bytes(data)
    outcome = fix_file(source, out)
    return outcome, out.read_bytes()


def place(finding: Finding) -> tuple[str, str, str]:
    return finding.rule.id, finding.where, finding.quote


def letter(number_after: int, subject_before: int, **look: object) -> Written:
    doc = cong_van()
    doc.so.after = number_after
    doc.trich_yeu_cong_van[0].before = subject_before
    for name, value in look.items():
        setattr(doc.so, name, value)
        setattr(doc.trich_yeu_cong_van[0], name, value)
    return doc


def without_own_spacing(doc: Written) -> bytes:
    """The letter as Word makes it where nobody set the spacing of number and subject: 10 pt below each paragraph."""
    members = read_members(doc.to_docx())
    body = members["word/document.xml"].content.decode()
    for words in (doc.so.text, doc.trich_yeu_cong_van[0].text):
        start = body.rindex("<w:p>", 0, body.index(words))
        end = body.index("/>", body.index("<w:spacing", start)) + 2
        body = body[: body.index("<w:spacing", start)] + body[end:]
    return with_parts(members, {"word/document.xml": body.encode(), "word/styles.xml": SPACED.encode()})


@pytest.mark.parametrize(("after", "before"), [(200, 0), (200, 120), (120, 120), (60, 0), (0, 0), (0, 400), (400, 400)])
def test_the_gap_above_the_subject_of_a_letter_is_mended(after: int, before: int, tmp_path: Path) -> None:
    outcome, mended = fixed(letter(after, before).to_docx(), tmp_path)
    assert [f.mend.result for f in outcome.changes if f.rule.id == GAP and f.mend] == ["cách 6 pt"]
    assert outcome.after.outcomes[GAP] != FAIL
    assert fixed(mended, tmp_path, "lan2")[1] == mended


def test_a_gap_that_comes_from_words_own_spacing_is_mended(tmp_path: Path) -> None:
    outcome, mended = fixed(without_own_spacing(letter(0, 0)), tmp_path)
    assert "cách 10 pt" in {f.found for f in outcome.before.findings if f.rule.id == GAP}
    assert outcome.after.outcomes[GAP] != FAIL
    assert len([f for f in outcome.changes if f.rule.id == GAP]) == 1
    assert fixed(mended, tmp_path, "lan2")[0].changes == ()


def test_a_number_and_a_subject_in_one_paragraph_have_no_gap_to_mend(tmp_path: Path) -> None:
    doc = letter(0, 0)
    doc.so.text += f"\n{doc.trich_yeu_cong_van.pop(0).text}"
    outcome, mended = fixed(doc.to_docx(), tmp_path)
    assert [(f.found, f.fixable) for f in outcome.after.findings if f.rule.id == GAP] == [("cách 0 pt", False)]
    assert fixed(mended, tmp_path, "lan2")[1] == mended


def test_a_change_that_mends_nothing_is_taken_back_and_not_claimed(tmp_path: Path, monkeypatch) -> None:
    doc = bao_cao()
    doc.dia_danh.text = "Phước Hải, ngày 5 tháng 6 năm 2023"
    doc.page.left = 1000
    monkeypatch.setattr("generator.check.checks.page.set_page", _in_vain)
    outcome, mended = fixed(doc.to_docx(), tmp_path)
    assert {f.rule.id for f in outcome.changes} == {"dia_danh.leading_zero"}
    assert [(f.rule.id, f.fixable) for f in outcome.after.findings] == [("page.margin.left", False)]
    assert b"w:rsidR" not in read_members(mended)["word/document.xml"].content


def _in_vain(section, *_: object) -> Mend:
    return Mend(partial(section.set, "rsidR", "1"), "30 mm")


# -- any document -----------------------------------------------------------------------------------
_TWIPS = st.sampled_from([0, 60, 100, 120, 200, 240, 400])
_LOOKS = {
    "before": _TWIPS,
    "after": _TWIPS,
    "size": st.sampled_from([11, 12, 13, 14, 15, 18]),
    "line": st.sampled_from([200, 240, 276, 360, 480]),
    "first": st.sampled_from([-300, 0, 284, 567, 720, 1000]),
    "left": st.sampled_from([0, 284, 720]),
    "align": st.sampled_from(["both", "left", "center", "right"]),
    "font": st.sampled_from(["Times New Roman", "Calibri"]),
    "style": st.sampled_from(["", "Kieu"]),
}
_MARGINS = st.sampled_from([900, 1000, 1134, 1701, 2000])
#: A style whose paragraphs leave out the white space between them, and one line of automatic space.
_STYLED = SPACED.replace(
    "</w:styles>",
    '<w:style w:type="paragraph" w:styleId="Kieu"><w:name w:val="Kieu"/><w:pPr><w:spacing w:beforeAutospacing="1"/>'
    "<w:contextualSpacing/></w:pPr></w:style></w:styles>",
)


@st.composite
def _damaged(draw: st.DrawFn) -> bytes:
    doc = KINDS[draw(st.sampled_from(sorted(KINDS)))]()
    named = [doc.so, doc.dia_danh, doc.quoc_hieu, doc.tieu_ngu, doc.noi_nhan, doc.ho_ten, *doc.title, *doc.co_quan]
    parts = [*named, *doc.trich_yeu_cong_van, *doc.nhan, *(p for p in doc.body if isinstance(p, P))]
    for paragraph in draw(st.lists(st.sampled_from(range(len(parts))), min_size=1, max_size=12)):
        look = draw(st.sampled_from(sorted(_LOOKS)))
        setattr(parts[paragraph], look, draw(_LOOKS[look]))
    doc.page.left, doc.page.top = draw(_MARGINS), draw(_MARGINS)
    doc.layout = LAYOUTS[draw(st.sampled_from(sorted(LAYOUTS)))]
    if draw(st.booleans()):
        doc.body[-1:-1] = [P("“1. Nội dung được trích nguyên văn.”", first=draw(_LOOKS["first"]), size=12)]
    doc.nhan[0].text = doc.nhan[0].text.rstrip(";") + draw(st.sampled_from(["", ";", ".", " ,"]))
    styles = draw(st.sampled_from([STYLES, SPACED, _STYLED]))
    return with_parts(read_members(doc.to_docx()), {"word/styles.xml": styles.encode()})


@settings(max_examples=60, deadline=None)
@given(_damaged())
def test_no_word_changes_but_those_listed(data: bytes) -> None:
    outcome = fix(data)
    before, after = (parse_document(one).paragraphs() for one in (data, outcome.data))
    told = {f.mend.result for f in outcome.changes if f.mend and f.mend.text is not None}
    changed = {f"“{new.words}”" for old, new in zip(before, after, strict=True) if old.words != new.words}
    assert changed <= told
    assert [p.words for p in before if _is_left_alone(p)] == [p.words for p in after if _is_left_alone(p)]
    assert _data_tables(data) == _data_tables(outcome.data)


def _is_left_alone(paragraph: Paragraph) -> bool:
    return paragraph.words.startswith(("TM.", "KT.", "Nguyễn Văn A", "“"))


def _data_tables(data: bytes) -> list[str]:
    body = read_members(data)["word/document.xml"].content.decode()
    return [table for table in re.findall(r"<w:tbl>.*?</w:tbl>", body) if "<w:tblBorders>" in table]


@settings(max_examples=60, deadline=None)
@given(_damaged())
@example(letter(200, 0).to_docx())
def test_each_claim_holds_and_a_second_time_changes_nothing(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        outcome, mended = fixed(data, folder)
        failing = {place(f) for f in check_file(folder / "lan1.docx").findings if f.verdict == FAIL}
        never = {place(f) for f in outcome.before.findings if not f.fixable}
        assert not {place(f) for f in outcome.changes} & (failing - never)
        again, twice = fixed(mended, folder, "lan2")
    assert again.changes == ()
    assert twice == mended
