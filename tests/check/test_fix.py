"""A mended copy: what is safe is mended, wording stays, what was right stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.checking import check_file
from generator.check.fix import fix_file
from generator.check.verdict import FAIL
from generator.law.rules import RULES
from generator.word.package import read_members, with_parts
from generator.word.read.document import parse_document
from tests.check.kinds import KINDS, bao_cao
from tests.check.packing import W
from tests.check.test_rules_one_by_one import breaking
from tests.check.written import P

FIXABLE = [rule.id for rule in RULES.values() if rule.fixable]
#: Rules whose mending changes a character: a zero, a mark.
CHANGES_TEXT = {"dia_danh.leading_zero", "dia_danh.extra_zero", "noi_nhan.list_punctuation"}


def words(data: bytes) -> list[str]:
    return [p.text for p in parse_document(data).paragraphs()]


def saved(tmp_path: Path, data: bytes, name: str = "goc.docx") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("rule_id", FIXABLE)
def test_a_broken_rule_is_mended_and_nothing_else_changes(rule_id: str, tmp_path: Path) -> None:
    kind, change = breaking(rule_id)
    doc = KINDS[kind]()
    change(doc)
    if "rule_line" not in rule_id:
        doc.refit()
    source = saved(tmp_path, doc.to_docx())
    outcome = fix_file(source, tmp_path / "sua.docx")
    mended = (tmp_path / "sua.docx").read_bytes()
    assert outcome.before.outcomes[rule_id] == FAIL
    assert FAIL not in outcome.after.outcomes.values()
    assert {finding.rule.id for finding in outcome.changes} >= {rule_id}
    if rule_id not in CHANGES_TEXT:
        assert words(mended) == words(source.read_bytes())
    again = fix_file(tmp_path / "sua.docx", tmp_path / "lan2.docx")
    assert again.changes == ()
    assert (tmp_path / "lan2.docx").read_bytes() == mended


def test_a_correct_document_is_copied_byte_for_byte(tmp_path: Path) -> None:
    source = saved(tmp_path, bao_cao().to_docx())
    fix_file(source, tmp_path / "sua.docx")
    assert (tmp_path / "sua.docx").read_bytes() == source.read_bytes()


def test_parts_that_need_no_mending_keep_their_bytes(tmp_path: Path) -> None:
    doc = bao_cao()
    doc.page.left = 1000
    doc.extra_parts = {"customXml/item1.xml": b"<a/>", "word/media/anh.png": bytes(range(256))}
    source = saved(tmp_path, doc.to_docx())
    fix_file(source, tmp_path / "sua.docx")
    before, after = (read_members((tmp_path / name).read_bytes()) for name in ("goc.docx", "sua.docx"))
    changed = [name for name in before if before[name].content != after[name].content]
    assert changed == ["word/document.xml"]


def test_several_faults_are_mended_at_once_and_the_rest_is_listed(tmp_path: Path) -> None:
    doc = bao_cao()
    doc.page.left, doc.page.top = 1000, 2000
    doc.dia_danh.text = "Phước Hải, ngày 5 tháng 06 năm 2023"
    doc.nhan[1].text = "- Đảng ủy phường."
    doc.body[3] = P(doc.body[3].text, size=12, font="Calibri", first=0)
    doc.ho_ten.text = "TS. Nguyễn Văn A"
    outcome = fix_file(saved(tmp_path, doc.to_docx()), tmp_path / "sua.docx")
    assert [f.rule.id for f in outcome.after.findings] == ["ho_ten.no_title"]
    text = words((tmp_path / "sua.docx").read_bytes())
    assert "Phước Hải, ngày 05 tháng 6 năm 2023" in text
    assert "- Đảng ủy phường;" in text
    results = {f.rule.id: f.mend.result for f in outcome.changes if f.mend}
    assert results["page.margin.left"] == "30 mm"
    assert results["body.size"] == "cỡ 14 pt"
    assert results["page.font"] == "phông Times New Roman"


def test_a_theme_font_gives_way_to_the_mended_one(tmp_path: Path) -> None:
    doc = bao_cao()
    doc.body[3].font = "Kiểu"
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    members = read_members(doc.to_docx())
    themed = b'w:ascii="Times New Roman" w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
    plain = 'w:ascii="Kiểu" w:hAnsi="Kiểu"'.encode()
    body = members["word/document.xml"].content.replace(plain, themed).replace("Kiểu".encode(), b"Times New Roman")
    relations = members["word/_rels/document.xml.rels"].content.replace(
        b"</Relationships>",
        b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" '
        b'Target="theme1.xml"/></Relationships>',
    )
    parts = {"word/document.xml": body, "word/theme1.xml": theme.encode(), "word/_rels/document.xml.rels": relations}
    source = saved(tmp_path, with_parts(members, parts))
    assert check_file(source).outcomes["page.font"] == FAIL
    assert FAIL not in fix_file(source, tmp_path / "sua.docx").after.outcomes.values()


def test_a_number_in_the_footer_moves_up_and_the_first_page_loses_it(tmp_path: Path) -> None:
    doc = bao_cao()
    doc.page.numbered, doc.page.footer_numbered, doc.page.title_page = False, True, False
    for appendix in doc.appendices:
        appendix.page.numbered = False
        appendix.page.footer_numbered = True
    outcome = fix_file(saved(tmp_path, doc.to_docx()), tmp_path / "sua.docx")
    assert FAIL not in outcome.after.outcomes.values()
    sections = parse_document((tmp_path / "sua.docx").read_bytes()).sections
    assert ["".join(p.words for p in s.headers["default"]) for s in sections] == ["2", "2", "2"]
    assert ["".join(p.words for p in s.footers["default"]) for s in sections] == ["", "", ""]
    assert all(s.title_page for s in sections)


def test_a_first_page_of_its_own_is_not_made_where_it_would_hide_an_address(tmp_path: Path) -> None:
    doc = bao_cao()
    doc.page.title_page = False
    doc.number.text = "Điện thoại: 0258 000 000 - "
    outcome = fix_file(saved(tmp_path, doc.to_docx()), tmp_path / "sua.docx")
    assert outcome.after.outcomes["page_number.first_hidden"] == FAIL


def _protected(doc):
    doc.settings = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'


def _signed(doc):
    doc.extra_parts = {"_xmlsignatures/sig1.xml": b"<Signature/>"}


@pytest.mark.parametrize(("lock", "why"), [(_protected, "bảo vệ"), (_signed, "ký số")])
def test_a_signed_or_protected_file_is_never_changed(lock, why: str, tmp_path: Path) -> None:
    doc = bao_cao()
    doc.page.left = 1000
    lock(doc)
    outcome = fix_file(saved(tmp_path, doc.to_docx()), tmp_path / "sua.docx")
    assert why in outcome.refused
    assert not (tmp_path / "sua.docx").exists()


def test_the_original_is_never_overwritten(tmp_path: Path) -> None:
    source = saved(tmp_path, bao_cao().to_docx())
    assert "tên khác" in fix_file(source, source).refused


def test_what_is_no_word_file_is_refused_in_words(tmp_path: Path) -> None:
    outcome = fix_file(saved(tmp_path, b"khong phai word"), tmp_path / "sua.docx")
    assert outcome.refused and outcome.before.error
    assert not (tmp_path / "sua.docx").exists()


def test_text_added_by_tracking_is_mended_without_losing_the_mark(tmp_path: Path) -> None:
    doc = bao_cao()
    doc.body[3].xml = f'<w:ins w:id="7" w:author="A">{P(" Đã bổ sung.", size=18).run_xml()}</w:ins>'
    fix_file(saved(tmp_path, doc.to_docx()), tmp_path / "sua.docx")
    root = parse_document((tmp_path / "sua.docx").read_bytes()).trees["word/document.xml"]
    inserted = next(root.iter(f"{{{W}}}ins"))
    assert "".join(inserted.itertext()) == " Đã bổ sung."
    assert check_file(tmp_path / "sua.docx").exit_code == 0
