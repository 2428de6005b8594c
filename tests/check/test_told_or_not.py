"""Documents by other hands: drawn lines are measured, and what cannot be told is never called right."""

from __future__ import annotations

import unicodedata

import pytest

from generator.check.allowed import allowed_text
from generator.check.checking import check_document
from generator.check.verdict import FAIL, NOT_EVALUATED, PASS, Verdict
from generator.word.package import read_members, with_parts
from generator.word.read.document import parse_document
from tests.check.kinds import bao_cao, quy_che, quyet_dinh, text
from tests.check.written import P, Written

_EMU = 12700


class TwoSigners:
    """A table with a signature in each of its two cells, as minutes end."""

    def to_xml(self) -> str:
        cells = ""
        for office, name in (("ĐẠI DIỆN ĐƠN VỊ", "Trần Văn B"), ("TM. ĐOÀN KIỂM TRA", "Nguyễn Văn A")):
            lines = (P(office, bold=True, align="center"), P(), P(), P(name, bold=True, align="center"))
            cells += f"<w:tc>{''.join(line.to_xml() for line in lines)}</w:tc>"
        return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


def judged(doc: Written) -> Verdict:
    return check_document(parse_document(doc.to_docx()), "thu.docx")


def drawn(points: float, height: float = 0, group: bool = False, dash: str = "solid") -> str:
    """A DrawingML line hung on a paragraph; in a group its own length cannot be told."""
    shape = (
        f'<wps:wsp><wps:spPr><a:prstGeom prst="line"/><a:ln><a:prstDash val="{dash}"/></a:ln></wps:spPr></wps:wsp>'
    ) * (2 if group else 1)
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f'<wp:extent cx="{int(points * _EMU)}" cy="{int(height * _EMU)}"/><a:graphic><a:graphicData>{shape}'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def vml(points: float) -> str:
    return f'<w:r><w:pict><v:line from="10pt,2pt" to="{10 + points}pt,2pt"/></w:pict></w:r>'


def connector(points: float) -> str:
    style = f"position:absolute;width:{points}pt;height:0"
    return f'<w:r><w:pict><v:shape type="#_x0000_t32" style="{style}"/></w:pict></w:r>'


@pytest.mark.parametrize("make", [drawn, vml, connector])
@pytest.mark.parametrize(("points", "outcome"), [(159, PASS), (90, FAIL), (240, FAIL)])
def test_a_drawn_line_is_measured_against_the_text(make, points: float, outcome: str) -> None:
    doc = bao_cao()
    doc.tieu_ngu_line = P()
    doc.tieu_ngu.xml = make(points)
    assert judged(doc).outcomes["tieu_ngu.rule_line"] == outcome


def test_a_line_inside_a_group_cannot_be_told() -> None:
    doc = bao_cao()
    doc.tieu_ngu_line = P()
    doc.tieu_ngu.xml = drawn(159, group=True)
    assert judged(doc).outcomes["tieu_ngu.rule_line"] == NOT_EVALUATED


def test_a_dashed_drawn_line_is_not_solid() -> None:
    doc = bao_cao()
    doc.tieu_ngu_line = P()
    doc.tieu_ngu.xml = drawn(159, dash="dash")
    verdict = judged(doc)
    assert verdict.outcomes["tieu_ngu.rule_line_solid"] == FAIL
    assert verdict.outcomes["tieu_ngu.rule_line"] == PASS


@pytest.mark.parametrize(("points", "outcome"), [(40, PASS), (70, PASS), (55, PASS), (15, FAIL), (150, FAIL)])
def test_a_name_of_two_lines_is_measured_by_the_longest_or_the_last(points: float, outcome: str) -> None:
    doc = bao_cao()
    doc.co_quan = [
        P(name, size=12, bold=True, align="center") for name in ("TRƯỜNG TRUNG HỌC PHỔ THÔNG", "LÝ TỰ TRỌNG")
    ]
    doc.co_quan_line = P()
    doc.co_quan[1].xml = drawn(points)
    assert judged(doc).outcomes["co_quan.rule_line"] == outcome


def test_a_line_hung_elsewhere_near_the_top_is_not_called_missing() -> None:
    doc = bao_cao()
    doc.tieu_ngu_line = P()
    doc.title.insert(0, P(xml=drawn(159)))
    assert judged(doc).outcomes["tieu_ngu.rule_line"] == NOT_EVALUATED


def test_an_underlined_name_has_a_line_as_long_as_what_is_underlined() -> None:
    doc = bao_cao()
    doc.tieu_ngu_line = P()
    doc.tieu_ngu.extra = '<w:u w:val="single"/>'
    assert judged(doc).outcomes["tieu_ngu.rule_line"] == PASS
    doc.co_quan_line = P()
    doc.co_quan[1].extra = '<w:u w:val="single"/>'
    assert judged(doc).outcomes["co_quan.rule_line"] == FAIL


def test_a_typed_line_is_measured_too() -> None:
    doc = bao_cao()
    doc.tieu_ngu_line = P("_" * 24, size=13, align="center")
    assert judged(doc).outcomes["tieu_ngu.rule_line"] == PASS


def test_no_line_at_all_is_a_fault() -> None:
    doc = bao_cao()
    doc.tieu_ngu_line = P()
    assert judged(doc).outcomes["tieu_ngu.rule_line"] == FAIL


def test_header_lines_above_one_another_in_one_cell_are_still_told() -> None:
    doc = bao_cao()
    doc.one_row_header = True
    verdict = judged(doc)
    assert {i for i, outcome in verdict.outcomes.items() if outcome != PASS} == set()


def test_a_name_broken_by_hand_over_two_lines_is_one_name() -> None:
    doc = bao_cao()
    doc.co_quan = [P("ỦY BAN NHÂN DÂN\nPHƯỜNG PHƯỚC HẢI", size=12, bold=True, align="center")]
    assert judged(doc).exit_code == 0


def test_a_document_of_an_unknown_type_is_not_judged_by_its_title() -> None:
    doc = quyet_dinh()
    doc.ten_loai.text = "THƯ NGỎ"
    verdict = judged(doc)
    assert verdict.kind == "khac"
    assert verdict.outcomes["ten_loai.size"] == NOT_EVALUATED
    assert verdict.outcomes["quoc_hieu.size"] == PASS


def test_a_draft_without_a_name_does_not_pass_for_signed() -> None:
    doc = bao_cao()
    doc.ho_ten.text = ""
    assert judged(doc).outcomes["ho_ten.size"] == NOT_EVALUATED


@pytest.mark.parametrize(("left", "begun", "outcome"), [(0, "Hai", FAIL), (0, "\tHai", PASS), (720, "Hai", PASS)])
def test_a_line_begun_by_hand_should_stand_in_like_a_first_line(left: int, begun: str, outcome: str) -> None:
    doc = bao_cao()
    doc.body.insert(3, P(f"Một việc\n{begun} việc", left=left, first=720 - left, before=120))
    assert judged(doc).outcomes["body.first_line"] == outcome


def test_marks_that_no_reader_sees_change_nothing() -> None:
    doc = bao_cao()
    doc.tieu_ngu.text = "Độc lập \u2011 Tự do \u2010 Hạnh phúc"
    doc.so.text = "Số: 05/BC\u2011UB\u00adND"
    doc.noi_nhan.text = "\ufeffNơi\u200b nhận:"
    doc.refit()
    assert [(f.rule.id, f.found) for f in judged(doc).findings] == []


def test_a_one_page_document_needs_no_page_number() -> None:
    doc = quyet_dinh()
    doc.page.numbered = False
    verdict = judged(doc)
    assert "page_number.shown" not in verdict.outcomes
    assert verdict.exit_code == 0


def test_a_missing_quoc_hieu_is_a_fault() -> None:
    doc = bao_cao()
    doc.quoc_hieu.text = doc.tieu_ngu.text = ""
    assert judged(doc).outcomes["quoc_hieu.text"] == FAIL


def test_the_place_and_the_words_of_a_fault_are_named() -> None:
    doc = bao_cao()
    doc.chu_quan[0].size = 16
    (finding,) = judged(doc).findings
    assert (finding.where, finding.quote) == ("bảng 1, hàng 1, cột 1", "UBND THÀNH PHỐ NHA TRANG")
    assert (finding.found, allowed_text(finding.rule)) == ("cỡ 16 pt", "12 - 13 pt")


def test_a_document_of_the_party_is_not_judged_by_the_decree() -> None:
    doc = bao_cao()
    doc.quoc_hieu.text = "ĐẢNG CỘNG SẢN VIỆT NAM"
    verdict = judged(doc)
    assert set(verdict.outcomes.values()) == {NOT_EVALUATED}
    assert verdict.exit_code == 0


@pytest.mark.parametrize(
    ("superior", "agency"),
    [
        ([], ["VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN"]),
        (["UBND TỈNH KHÁNH HÒA"], ["SỞ NỘI VỤ"]),
        (["BỘ NỘI VỤ"], ["CỤC VĂN THƯ", "VÀ LƯU TRỮ NHÀ NƯỚC"]),
        (["UBND PHƯỜNG PHƯỚC HẢI"], ["TRƯỜNG TIỂU HỌC A"]),
        ([], ["HỘI ĐỒNG NHÂN DÂN", "THÀNH PHỐ NHA TRANG"]),
    ],
)
def test_the_superior_is_told_from_the_agency(superior: list[str], agency: list[str]) -> None:
    doc = bao_cao()
    doc.chu_quan = [P(name, size=12, align="center") for name in superior]
    doc.co_quan = [P(name, size=12, bold=True, align="center") for name in agency]
    doc.refit()
    assert [(f.rule.id, f.found) for f in judged(doc).findings] == []


def test_text_with_loose_marks_is_read_like_any_other() -> None:
    doc = bao_cao()
    for paragraph in (doc.tieu_ngu, doc.dia_danh, doc.noi_nhan, doc.title[3], *doc.nhan):
        paragraph.text = unicodedata.normalize("NFD", paragraph.text)
    assert [f.rule.id for f in judged(doc).findings] == []


def test_at_least_a_height_is_at_least_a_line() -> None:
    doc = bao_cao()
    data = doc.to_docx()
    members = read_members(data)
    body = members["word/document.xml"].content.replace(
        b'w:line="240" w:lineRule="auto"', b'w:line="100" w:lineRule="atLeast"'
    )
    loose = with_parts(members, {"word/document.xml": body})
    assert check_document(parse_document(loose), "thu.docx").exit_code == 0


def test_a_page_number_in_a_centred_frame_is_centred() -> None:
    doc = bao_cao()
    doc.number.align = "left"
    data = doc.to_docx()
    members = read_members(data)
    frame = b'<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center"/><w:spacing'
    parts = {name: member.content.replace(b"<w:spacing", frame) for name, member in members.items() if "header" in name}
    assert check_document(parse_document(with_parts(members, parts)), "thu.docx").exit_code == 0


@pytest.mark.parametrize("labels", [("Phụ lục I.1", "Phụ lục I.2"), ("Phụ lục I", "Phụ lục II")])
def test_an_appendix_in_parts_counts_under_its_number(labels: tuple[str, str]) -> None:
    doc = bao_cao()
    for appendix, label in zip(doc.appendices, labels, strict=True):
        appendix.label.text = label
    assert judged(doc).exit_code == 0


@pytest.mark.parametrize(
    ("start", "text", "rule_id"),
    [
        ("Điều 1.", "ĐIỀU 1. Phạm vi điều chỉnh", "dieu.case"),
        ("Chương I", "CHƯƠNG I", "phan_chuong.case"),
        ("Mục 1", "MỤC 1", "muc.case"),
    ],
)
def test_the_word_that_begins_a_heading_is_small(start: str, text: str, rule_id: str) -> None:
    doc = quy_che()
    doc.paragraph(start).text = text
    assert [i for i, outcome in judged(doc).outcomes.items() if outcome == FAIL] == [rule_id]


def test_two_signers_are_each_judged_by_their_own_lines() -> None:
    doc = bao_cao()
    doc.ten_loai.text, doc.so.text = "BIÊN BẢN", "Số: 05/BB-UBND"
    doc.has_closing, doc.appendices = False, []
    doc.body = [text("Cuộc họp kết thúc vào 16 giờ 30, ngày 18 tháng 5 năm 2026./."), TwoSigners()]
    verdict = judged(doc)
    assert [(f.rule.id, f.found) for f in verdict.findings] == []


@pytest.mark.parametrize(
    ("above_recipients", "above_signer", "outcome"),
    [(0, 0, PASS), (1, 1, PASS), (2, 2, PASS), (1, 0, FAIL), (0, 2, FAIL)],
)
def test_recipients_stand_level_with_the_signer_below_as_many_empty_lines(
    above_recipients: int, above_signer: int, outcome: str
) -> None:
    doc = bao_cao()
    start, end = doc.noi_nhan, doc.quyen_han[0]
    xml = _with_empty_lines(_with_empty_lines(doc.to_docx(), start.text, above_recipients), end.text, above_signer)
    assert check_document(parse_document(xml), "thu.docx").outcomes["noi_nhan.level"] == outcome


def _with_empty_lines(data: bytes, words: str, count: int) -> bytes:
    members = read_members(data)
    body = members["word/document.xml"].content.decode()
    at = body.rindex("<w:p>", 0, body.rindex(f">{words}<"))
    return with_parts(members, {"word/document.xml": (body[:at] + P().to_xml() * count + body[at:]).encode()})


def test_a_persons_application_is_not_faulted_for_what_agencies_write() -> None:
    doc = bao_cao()
    doc.has_header = doc.has_closing = False
    doc.appendices = []
    doc.title = [
        P("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True, align="center"),
        P("Độc lập - Tự do - Hạnh phúc", size=14, bold=True, align="center", extra='<w:u w:val="single"/>'),
        P("ĐƠN XIN NGHỈ PHÉP", bold=True, align="center", before=240),
    ]
    doc.body = [text("Tôi tên là Nguyễn Văn A, xin nghỉ phép từ ngày 10/6/2026.")]
    verdict = judged(doc)
    assert verdict.exit_code == 0
    assert verdict.outcomes["noi_nhan.present"] == NOT_EVALUATED


def test_a_note_between_parentheses_may_be_slanted() -> None:
    doc = bao_cao()
    doc.body.insert(7, text("(Số liệu chi tiết tại Phụ lục II kèm theo)", italic=True))
    assert judged(doc).exit_code == 0
