"""Word files as people make them: what was once judged wrongly, and what once went unseen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.check.checking import check_document
from generator.check.fix import fix
from generator.check.verdict import FAIL, Verdict
from generator.word.package import read_members, with_parts
from generator.word.read.document import parse_document
from tests.check.kinds import bao_cao, cong_van, quyet_dinh, text, with_appendices
from tests.check.layouts import LAYOUTS, box
from tests.check.written import Grid, P, Page, Written

Change = Callable[[Written], object]


def judged(doc: Written) -> Verdict:
    return check_document(parse_document(doc.to_docx()), "thu.docx")


def faults(doc: Written) -> list[tuple[str, str]]:
    return [(finding.rule.id, finding.found) for finding in judged(doc).findings if finding.verdict == FAIL]


# -- nothing to find --------------------------------------------------------------------------------


def _draft_mark(doc: Written) -> None:
    doc.so.xml = box([P("DỰ THẢO", size=13, bold=True, align="center")])


def _data_table(doc: Written) -> None:
    doc.body.insert(
        4, Grid([["Số, ký hiệu", "Trích yếu", "Nơi nhận"], ["15/KH-UBND", "Tuyên truyền", "Các tổ dân phố"]])
    )


def _recipient_on_two_lines(doc: Written) -> None:
    doc.nhan[1:2] = [P(line, size=11, align="left") for line in ("- Phòng Nội vụ thành phố (để tổng hợp,", "báo cáo);")]


def _reference_on_two_lines(doc: Written) -> None:
    reference = doc.appendices[0].reference
    assert reference is not None
    first, rest = reference.text.split(" ngày ", 1)
    reference.text = first
    line = doc.appendices[0].line
    assert line is not None
    doc.appendices[0].content[:0] = [P(f"ngày {rest}", size=13, italic=True, align="center"), line]
    doc.appendices[0].line = None


def _flush_by_a_negative_indent(doc: Written) -> None:
    doc.noi_nhan.left = -108
    for line in doc.nhan:
        line.left = -108


def _roman_points(doc: Written) -> None:
    doc.body.insert(6, text("(i) rà soát hồ sơ;"))
    doc.body.insert(7, text("(ii) tổng hợp, báo cáo."))


def _appendix_goes_on_lying(doc: Written) -> None:
    doc.appendices[0].content.append(Grid([["STT", "Nội dung"], ["1", "Chi tiết"]]))
    doc.appendices[1].label, doc.appendices[1].titles = P("Danh sách", align="left"), []
    doc.appendices[1].reference = doc.appendices[1].line = None
    doc.appendices[0].label.text = "Phụ lục"


@pytest.mark.parametrize(
    "change",
    [
        _draft_mark,
        _data_table,
        _recipient_on_two_lines,
        _reference_on_two_lines,
        _flush_by_a_negative_indent,
        _roman_points,
    ],
)
def test_what_is_right_is_left_alone(change: Change) -> None:
    doc = bao_cao()
    change(doc)
    assert faults(doc) == []


@pytest.mark.parametrize("layout", ["tab", "khung chữ", "một cột"])
def test_the_mark_of_a_draft_is_passed_over_in_any_layout(layout: str) -> None:
    doc = cong_van()
    _draft_mark(doc)
    doc.layout = LAYOUTS[layout]
    assert faults(doc) == []


def test_the_second_section_of_an_appendix_may_lie() -> None:
    doc = with_appendices("bao-cao", 2)
    _appendix_goes_on_lying(doc)
    doc.appendices[1].page = Page(width=16838, height=11906, start=None)
    assert faults(doc) == []


def test_opening_sentences_of_a_letter_are_body() -> None:
    doc = cong_van()
    doc.body[3:3] = [
        text("Thực hiện Công văn số 12/PNV-CCHC ngày 05/6/2023 của Phòng Nội vụ thành phố về việc rà soát."),
        text("Căn cứ kết quả lấy ý kiến, Ủy ban nhân dân phường thống nhất với nội dung dự thảo."),
    ]
    assert faults(doc) == []


def test_a_request_is_a_ground_of_a_decision() -> None:
    doc = quyet_dinh()
    doc.paragraph("Theo đề nghị").text = "Theo Đơn đề nghị ngày 02 tháng 6 năm 2023 của ông Nguyễn Văn B."
    assert faults(doc) == []


@pytest.mark.parametrize("layout", ["bảng", "tab"])
def test_a_decision_may_begin_with_the_request(layout: str) -> None:
    doc = quyet_dinh()
    doc.body.insert(1, text("Theo Đơn đề nghị ngày 02 tháng 6 năm 2023 của ông Nguyễn Văn B;", italic=True))
    doc.layout = LAYOUTS[layout]
    assert faults(doc) == []


def test_a_signature_without_a_table_is_no_body() -> None:
    doc = bao_cao()
    doc.has_closing, doc.appendices = False, []
    signed = [P(line, bold=True, align="right") for line in ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A")]
    doc.body += [*signed, doc.noi_nhan, *doc.nhan]
    assert faults(doc) == []


# -- once unseen ------------------------------------------------------------------------------------


def _without_subject(doc: Written) -> None:
    doc.trich_yeu_cong_van = []


def _small_after_stop(doc: Written) -> None:
    doc.paragraph("Ủy ban").text += " các bộ phận đã báo cáo."


SEEN: dict[str, tuple[Callable[[], Written], Change, str, str]] = {
    "công văn không có trích yếu": (
        cong_van,
        _without_subject,
        "trich_yeu_cong_van.label",
        "không thấy trích yếu “V/v …” dưới số, ký hiệu",
    ),
    "Như trên mà không Kính gửi": (
        bao_cao,
        lambda d: d.title.pop(3),
        "noi_nhan.list_first",
        "“- Như trên;” mà văn bản không có “Kính gửi”",
    ),
    "phụ lục kèm theo ngày khác": (
        bao_cao,
        lambda d: setattr(
            d.appendices[1].reference, "text", d.appendices[1].reference.text.replace("tháng 6", "tháng 7")
        ),
        "phu_luc.reference_same",
        "tháng 7, văn bản ghi tháng 6",
    ),
    "chữ nhỏ sau dấu chấm": (bao_cao, _small_after_stop, "viet_hoa.dau_cau", "“hạn. các”"),
    "Phường viết hoa giữa câu": (
        bao_cao,
        lambda d: setattr(d.paragraph("- Ủy ban"), "text", "- Kế hoạch của Phường Phước Hải đã ban hành."),
        "viet_hoa.don_vi_ten",
        "“Phường Phước Hải”",
    ),
    "TM. UBND": (
        bao_cao,
        lambda d: setattr(d.quyen_han[0], "text", "TM. UBND XÃ"),
        "chuc_vu.full_name",
        "“TM. UBND XÃ” viết tắt UBND",
    ),
    "cấp phó ký không KT.": (
        bao_cao,
        lambda d: d.quyen_han.pop(1),
        "chuc_vu.for_head",
        "“PHÓ CHỦ TỊCH”, phía trên không có “KT. …”",
    ),
    "KT. cấp phó": (
        bao_cao,
        lambda d: (d.quyen_han.pop(1), setattr(d.quyen_han[1], "text", "KT. PHÓ CHỦ TỊCH")),
        "chuc_vu.for_head",
        "“KT. PHÓ CHỦ TỊCH”, sau “KT.” là chức vụ của cấp trưởng",
    ),
    "KT. mà không có cấp phó": (
        bao_cao,
        lambda d: d.quyen_han.pop(),
        "chuc_vu.for_head",
        "“KT. CHỦ TỊCH”, dưới không có chức vụ của cấp phó",
    ),
    "viện dẫn không có ngày": (
        bao_cao,
        lambda d: setattr(
            d.paragraph("Thực hiện"), "text", "Thực hiện Kế hoạch số 567/KH-UBND, phường báo cáo như sau:"
        ),
        "body.citation",
        "“Kế hoạch số 567/KH-UBND” không ghi ngày",
    ),
    "V/v trên quyết định": (
        quyet_dinh,
        lambda d: setattr(d.trich_yeu, "text", "V/v kiện toàn Tổ công tác cải cách hành chính"),
        "trich_yeu.label",
        "“V/v”, viết “Về việc”",
    ),
    "quyết định không có thẩm quyền": (
        quyet_dinh,
        lambda d: d.body.pop(0),
        "tham_quyen.present",
        "phía trên không có thẩm quyền ban hành",
    ),
    "dấu chấm sau năm": (
        bao_cao,
        lambda d: setattr(d.dia_danh, "text", f"{d.dia_danh.text}."),
        "dia_danh.form",
        "cuối dòng có dấu chấm",
    ),
}


@pytest.mark.parametrize("name", SEEN)
def test_what_is_wrong_is_seen_and_nothing_else(name: str) -> None:
    make, change, rule_id, found = SEEN[name]
    doc = make()
    change(doc)
    doc.refit()
    assert faults(doc) == [(rule_id, found)]


@pytest.mark.parametrize("layout", ["tab", "một cột"])
def test_a_subject_without_v_v_is_seen_in_any_layout(layout: str) -> None:
    doc = cong_van()
    doc.trich_yeu_cong_van[0].text = "Báo cáo cải cách hành chính"
    doc.layout = LAYOUTS[layout]
    assert [rule for rule, _ in faults(doc)] == ["trich_yeu_cong_van.label"]


def test_articles_out_of_order_are_told_at_the_first_one() -> None:
    doc = quyet_dinh()
    doc.body.insert(-1, P("Điều 3.", first=720, before=120, runs=[P("Điều 3.", bold=True), P(" Trách nhiệm.")]))
    doc.body[-1].runs[0].text = "Điều 4."
    doc.body.pop(6)
    assert faults(doc) == [("dieu.order", "“Điều 3”, cần “Điều 2”")]


@pytest.mark.parametrize("amends", [False, True])
def test_articles_of_an_amended_document_are_not_counted(amends: bool) -> None:
    doc = quyet_dinh()
    if amends:
        doc.paragraph("Điều 1.").runs[1].text = " Sửa đổi Điều 5 của Quyết định như sau:"
    doc.body.insert(6, P("Điều 5.", first=720, before=120, runs=[P("Điều 5.", bold=True), P(" Kinh phí.")]))
    assert ("dieu.order" in judged(doc).outcomes and bool(faults(doc))) is not amends


def test_even_pages_without_a_number_are_seen() -> None:
    doc = with_appendices("bao-cao", 0)
    doc.settings = "<w:evenAndOddHeaders/>"
    doc.body[3:3] = [doc.paragraph("Ủy ban")] * 25
    assert faults(doc) == [("page_number.shown", "trang chẵn có đầu trang riêng, không có số trang")]


def test_a_v_v_in_the_header_of_a_decision_is_seen() -> None:
    doc = quyet_dinh()
    doc.title = [doc.ten_loai]
    doc.trich_yeu_cong_van = [P("V/v kiện toàn Tổ công tác", size=14, bold=True, align="center", before=120)]
    assert ("trich_yeu.label", "“V/v”, viết “Về việc”") in faults(doc)


# -- mended only where sure -------------------------------------------------------------------------


@pytest.mark.parametrize("change", [_data_table, _draft_mark, _recipient_on_two_lines])
def test_a_right_document_comes_back_byte_for_byte(change: Change) -> None:
    doc = bao_cao()
    change(doc)
    data = doc.to_docx()
    assert fix(data).data == data


def test_cells_of_a_data_table_keep_their_words_and_sizes() -> None:
    doc = bao_cao()
    _data_table(doc)
    doc.nhan[1].text = "- Đảng ủy phường,"
    doc.body[4].size = 11
    before = doc.to_docx()
    outcome = fix(before)
    assert [f.rule.id for f in outcome.changes] == ["noi_nhan.list_punctuation"]
    assert _tables_of(before)[1] == _tables_of(outcome.data)[1]


def _tables_of(data: bytes) -> list[str]:
    body = read_members(data)["word/document.xml"].content.decode()
    return body.split("<w:tbl>")[1:]


def test_a_nested_signature_is_never_taken_for_recipients() -> None:
    doc = bao_cao()
    data = doc.to_docx()
    members = read_members(data)
    body = members["word/document.xml"].content.decode()
    start = body.rindex("<w:tbl>", 0, body.index("Nơi nhận:"))
    end = body.index("</w:tbl>", start) + len("</w:tbl>")
    frame = f"<w:tbl><w:tr><w:tc>{body[start:end]}<w:p/></w:tc></w:tr></w:tbl>"
    nested = with_parts(members, {"word/document.xml": (body[:start] + frame + body[end:]).encode()})
    outcome = fix(nested)
    assert [f.rule.id for f in outcome.before.findings] == []
    assert outcome.data == nested
