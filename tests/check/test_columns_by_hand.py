"""Headers and signatures in two columns that are no table: what they say is judged, where it stands is left open."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.checking import check_document
from generator.check.fix import fix_file
from generator.check.verdict import FAIL, NOT_EVALUATED, PASS, Verdict
from generator.word.package import read_members, with_parts
from generator.word.read.document import parse_document
from tests.check.kinds import bao_cao, cong_van, quyet_dinh
from tests.check.written import P, Written


def judged(doc: Written) -> Verdict:
    return check_document(parse_document(doc.to_docx()), "thu.docx")


def by_hand(*lines: str) -> Written:
    """A report whose header is lines of text, with tabs or blanks between its columns."""
    doc = bao_cao()
    doc.has_header = False
    doc.title[:0] = [P(line, size=13, align="left", bold=n < 2, italic=n > 2) for n, line in enumerate(lines)]
    return doc


@pytest.mark.parametrize("gap", ["\t", "\t\t   ", " " * 12, "\u00a0" * 6])
def test_two_columns_made_with_tabs_or_blanks_are_told_apart_but_not_measured(gap: str) -> None:
    doc = by_hand(
        f"ỦY BAN NHÂN DÂN{gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        f"PHƯỜNG PHƯỚC HẢI{gap}Độc lập - Tự do - Hạnh phúc",
        f"Số:      /BC-UBND{gap}",
        f"{gap}Phước Hải,     ngày     tháng 6 năm 2023",
    )
    verdict = judged(doc)
    assert [(f.rule.id, f.found) for f in verdict.findings if f.verdict == FAIL] == []
    for rule_id in ("quoc_hieu.size", "tieu_ngu.weight", "co_quan.case", "so_ky_hieu.type", "dia_danh.slant"):
        assert verdict.outcomes[rule_id] == PASS
    for rule_id in ("quoc_hieu.place", "tieu_ngu.rule_line", "co_quan.rule_line", "co_quan.align", "dia_danh.align"):
        assert verdict.outcomes[rule_id] == NOT_EVALUATED


def test_faults_of_words_are_found_between_tabs() -> None:
    doc = by_hand(
        "UBND PHƯỜNG PHƯỚC HẢI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "\tĐộc lập - Tự do - Hạnh phúc",
        "Số: 5/KH-UBND",
        "\tPhước hải, ngày 5 tháng 6 năm 2023",
    )
    assert {f.rule.id for f in judged(doc).findings if f.verdict == FAIL} == {
        "co_quan.full_name",
        "so_ky_hieu.leading_zero",
        "so_ky_hieu.type",
        "dia_danh.capital",
        "dia_danh.leading_zero",
    }


def test_the_subject_of_a_letter_between_tabs_may_take_two_lines() -> None:
    doc = cong_van()
    doc.has_header = False
    doc.title = [
        P("UBND TỈNH KHÁNH HÒA\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True, align="left"),
        P("SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc", size=13, bold=True, align="left"),
        P("Số: 12/SNV-CCHC\t", size=13, align="left"),
        P("V/v báo cáo cải cách", size=12, align="left"),
        P("hành chính quý I", size=12, align="left"),
    ]
    verdict = judged(doc)
    assert verdict.kind == "cong-van"
    assert {f.rule.id for f in verdict.findings if f.verdict == FAIL} == {"co_quan_chu_quan.weight"}


def test_what_is_missing_from_columns_made_by_hand_is_not_called_missing() -> None:
    verdict = judged(by_hand("ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "PHƯỜNG PHƯỚC HẢI\t"))
    for rule_id in ("tieu_ngu.text", "so_ky_hieu.present", "dia_danh.present"):
        assert verdict.outcomes[rule_id] == NOT_EVALUATED
    assert verdict.exit_code == 0


def test_a_header_in_text_boxes_is_read() -> None:
    def box(*lines: P) -> P:
        inner = "".join(line.to_xml() for line in lines)
        shape = f"<v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>"
        return P(xml=f"<w:r><w:pict>{shape}</w:pict></w:r>")

    doc = bao_cao()
    doc.has_header = False
    doc.so.text = "Số: 5/BC-UBND"
    doc.title[:0] = [box(*doc.chu_quan, *doc.co_quan, doc.so), box(doc.quoc_hieu, doc.tieu_ngu, doc.dia_danh), P(), P()]
    verdict = judged(doc)
    assert [(f.rule.id, f.where) for f in verdict.findings if f.verdict == FAIL] == [
        ("so_ky_hieu.leading_zero", "khung chữ")
    ]
    assert verdict.outcomes["co_quan.align"] == PASS
    assert verdict.outcomes["tieu_ngu.rule_line"] == NOT_EVALUATED


def test_a_signature_outside_a_table_cannot_be_placed() -> None:
    doc = bao_cao()
    doc.has_closing = False
    doc.appendices = []
    doc.body += [doc.noi_nhan, *doc.nhan, P("TM. ỦY BAN NHÂN DÂN", bold=True, align="right"), P("Nguyễn Văn A")]
    verdict = judged(doc)
    assert verdict.outcomes["chuc_vu.weight"] == NOT_EVALUATED
    assert verdict.outcomes["noi_nhan.list_size"] == PASS


def signed_by_hand(*lines: str) -> Written:
    doc = quyet_dinh()
    doc.has_closing = False
    doc.body += [P(line, size=12 if n == 0 else 11, align="left") for n, line in enumerate(lines)]
    return doc


def test_a_signature_behind_tabs_is_read_but_not_measured() -> None:
    doc = signed_by_hand(
        "Nơi nhận:\t\tK.T CHỦ TỊCH", "- Như Điều 3;\t\tPHÓ CHỦ TỊCH", "- Lưu VT", "", "\t\tThS. Nguyễn Văn A"
    )
    verdict = judged(doc)
    found = {f.rule.id: f.found for f in verdict.findings if f.verdict == FAIL}
    assert found["chuc_vu.dot"] == "“K.T CHỦ TỊCH”, viết “KT. CHỦ TỊCH”"
    assert found["ho_ten.no_title"] == "“ThS.”"
    assert found["noi_nhan.list_punctuation"] == "cuối dòng không có dấu, cần “.”"
    assert verdict.outcomes["chuc_vu.align"] == NOT_EVALUATED


def test_blanks_inside_a_recipient_make_no_signature() -> None:
    verdict = judged(signed_by_hand("Nơi nhận:", "- Như Điều 3;", "- Lưu: VT,      VPTK."))
    assert verdict.outcomes["chuc_vu.present"] == NOT_EVALUATED
    assert verdict.outcomes["noi_nhan.list_last"] == PASS


def test_parts_of_one_line_are_not_mended(tmp_path: Path) -> None:
    source = tmp_path / "goc.docx"
    source.write_bytes(
        signed_by_hand("Nơi nhận:\t\tKT. CHỦ TỊCH", "- Như Điều 3;\tPHÓ CHỦ TỊCH", "- Lưu: VT.").to_docx()
    )
    outcome = fix_file(source, tmp_path / "sua.docx")
    assert outcome.changes == ()
    assert (tmp_path / "sua.docx").read_bytes() == source.read_bytes()


def test_addressees_in_a_table_that_touches_the_header_are_found() -> None:
    doc = cong_van()
    rows = [P("Kính gửi:"), P("- Phòng Nội vụ thành phố;"), P("- Văn phòng Ủy ban nhân dân thành phố.")]
    data = doc.to_docx()
    members = read_members(data)
    cells = f"<w:tc><w:p/>{rows[0].to_xml()}</w:tc><w:tc>{rows[1].to_xml()}{rows[2].to_xml()}</w:tc>"
    body = members["word/document.xml"].content
    for row in rows:
        at = body.index(row.text.encode())
        start, end = body.rindex(b"<w:p>", 0, at), body.index(b"</w:p>", at) + len(b"</w:p>")
        body = body[:start] + body[end:]
    body = body.replace(b"</w:tbl>", f"<w:tr>{cells}</w:tr></w:tbl>".encode(), 1)
    verdict = check_document(parse_document(with_parts(members, {"word/document.xml": body})), "thu.docx")
    assert [(f.rule.id, f.found) for f in verdict.findings] == []
