"""Words that officers write otherwise than the decree: each is told, with how to write it; proper ones are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.checking import check_document
from generator.check.fix import fix_file
from generator.check.verdict import FAIL, Verdict
from generator.commands.check import CheckOptions, run
from generator.word.read.document import parse_document
from tests.check.kinds import bao_cao, cong_van, quy_che, quyet_dinh, text
from tests.check.written import P, Written


def judged(doc: Written) -> Verdict:
    return check_document(parse_document(doc.to_docx()), "thu.docx")


def faults(doc: Written) -> list[tuple[str, str]]:
    return [(finding.rule.id, finding.found) for finding in judged(doc).findings]


# -- the date line ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Khánh Hòa, ngày 05/02/2026",
            [
                (
                    "dia_danh.form",
                    "“Khánh Hòa, ngày 05/02/2026”, viết “Khánh Hòa, ngày 05 tháng 02 năm 2026”",
                )
            ],
        ),
        (
            "Khánh Hòa, 5-6-2026",
            [("dia_danh.form", "“Khánh Hòa, 5-6-2026”, viết “Khánh Hòa, ngày 05 tháng 6 năm 2026”")],
        ),
        (
            "Khánh Hòa ngày 12.3.2026",
            [
                ("dia_danh.form", "“Khánh Hòa ngày 12.3.2026”, viết “Khánh Hòa, ngày 12 tháng 3 năm 2026”"),
                ("dia_danh.comma", "không có dấu phẩy"),
            ],
        ),
        (
            "Khánh Hòa, ngày 31/02/2026",
            [
                ("dia_danh.form", "“Khánh Hòa, ngày 31/02/2026”"),
                ("dia_danh.real_date", "“ngày 31/02/2026”: tháng 2 năm 2026 chỉ có 28 ngày"),
            ],
        ),
        (
            "Khánh Hòa, ngày 30 tháng 02 năm 2026",
            [("dia_danh.real_date", "“ngày 30 tháng 02 năm 2026”: tháng 2 năm 2026 chỉ có 28 ngày")],
        ),
        ("ngày 15 tháng 6 năm 2026", [("dia_danh.present", "không có địa danh trước ngày tháng")]),
        ("Khánh hòa, ngày 15 tháng 6 năm 2026", [("dia_danh.capital", "“Khánh hòa”, viết “Khánh Hòa”")]),
        ("khánh hòa, ngày 15 tháng 6 năm 2026", [("dia_danh.capital", "“khánh hòa”, viết “Khánh Hòa”")]),
        ("KHÁNH HÒA, ngày 15 tháng 6 năm 2026", [("dia_danh.capital", "“KHÁNH HÒA”, viết “Khánh Hòa”")]),
        ("tỉnh Khánh Hòa, ngày 15 tháng 6 năm 2026", [("dia_danh.capital", "“tỉnh Khánh Hòa”, viết “Tỉnh Khánh Hòa”")]),
    ],
)
def test_a_date_line_written_otherwise_is_told_how_to_be(line: str, expected: list[tuple[str, str]]) -> None:
    doc = bao_cao()
    doc.appendices = []
    doc.dia_danh.text = line
    assert faults(doc) == expected


@pytest.mark.parametrize(
    "place",
    [
        "Thành phố Hồ Chí Minh",
        "TP. Hồ Chí Minh",
        "TP.HCM",
        "Tp. Nha Trang",
        "Thị xã Ninh Hòa",
        "Bà Rịa - Vũng Tàu",
        "Phan Rang-Tháp Chàm",
        "Đắk Lắk",
        "Ea H’leo",
        "Cư M'gar",
        "Quận 1",
        "Phường Điện Biên Phủ",
        "………",
    ],
)
def test_a_proper_place_is_left_alone(place: str) -> None:
    doc = bao_cao()
    doc.appendices = []
    doc.dia_danh.text = f"{place}, ngày 15 tháng 6 năm 2026"
    assert faults(doc) == []


# -- dates that a text names -----------------------------------------------------------------------


def test_impossible_dates_are_told_where_they_stand() -> None:
    doc = quyet_dinh()
    ground = doc.paragraph("Căn cứ Nghị định")
    ground.text = ground.text.replace("ngày 05 tháng 3 năm 2020", "ngày 31 tháng 02 năm 2020")
    doc.body.insert(-1, text("Báo cáo kết quả trước ngày 31/4/2026 và trước ngày 15 tháng 13 năm 2026."))
    assert [(f.rule.id, f.rule.clause, f.where, f.found) for f in judged(doc).findings] == [
        (
            "can_cu.real_date",
            "Phụ lục I, Phần I, II.6.a",
            "đoạn 5",
            "“ngày 31 tháng 02 năm 2020”: tháng 2 năm 2020 chỉ có 29 ngày",
        ),
        (
            "body.real_date",
            "Phụ lục I, Phần I, II.6.b",
            "đoạn 10",
            "“ngày 15 tháng 13 năm 2026”: không có tháng 13",
        ),
        ("body.real_date", "Phụ lục I, Phần I, II.6.b", "đoạn 10", "“ngày 31/4/2026”: tháng 4 chỉ có 30 ngày"),
    ]


def test_impossible_dates_in_tables_are_told_too() -> None:
    doc = bao_cao()
    doc.appendices[0].content[0].rows[2][2] = "Xong ngày 31/6/2023"  # type: ignore[union-attr]
    (finding,) = judged(doc).findings
    assert (finding.rule.id, finding.where) == ("body.real_date", "bảng 4, hàng 3, cột 3")


# -- the symbol of a công văn ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("Số: 12/CV-UBND", [("so_ky_hieu.type", "công văn không ghi “CV”, viết dạng “12/UBND-…”")]),
        ("Số: 12/CV-UBND-VX", [("so_ky_hieu.type", "công văn không ghi “CV”, viết dạng “12/UBND-VX”")]),
        ("Số:    /CV-SNV", [("so_ky_hieu.type", "công văn không ghi “CV”, viết dạng “…/SNV-…”")]),
        ("Số: 12/BC-UBND", [("so_ky_hieu.type", "công văn không ghi “BC”, viết dạng “12/UBND-…”")]),
        ("Số: 12/UBND", [("so_ky_hieu.letter_unit", "“UBND”")]),
        ("Số: 12/UBND-VX", []),
        ("Số: 125/SNV-CCHC", []),
        ("Số:      /VPUBND-TH-KT", []),
    ],
)
def test_the_symbol_of_a_letter(symbol: str, expected: list[tuple[str, str]]) -> None:
    doc = cong_van()
    doc.so.text = symbol
    assert faults(doc) == expected


# -- Kính gửi --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("KÍNH GỬI: Ủy ban nhân dân tỉnh", [("kinh_gui.case", "“KÍNH GỬI” in hoa")]),
        ("Kính Gửi: Ủy ban nhân dân tỉnh", [("kinh_gui.label", "“Kính Gửi”")]),
        ("Kính gởi: Ủy ban nhân dân tỉnh", [("kinh_gui.label", "“Kính gởi”")]),
        ("Kính gửi Ủy ban nhân dân tỉnh", [("kinh_gui.colon", "sau từ “Kính gửi” không có dấu hai chấm")]),
        ("Kính gửi: UBND tỉnh", []),
        ("Kính gửi:UBND tỉnh", []),
        ("Kính  gửi : UBND tỉnh", []),
    ],
)
def test_the_word_kinh_gui(line: str, expected: list[tuple[str, str]]) -> None:
    doc = bao_cao()
    doc.title[3].text = line
    assert faults(doc) == expected


def test_several_addressees_beginning_beside_kinh_gui_are_told() -> None:
    doc = cong_van()
    doc.body[0] = P("Kính gửi: - Phòng Nội vụ thành phố;", left=2880, before=120)
    doc.body[1] = P("- Phòng Tài chính thành phố;", left=3600, before=60)
    assert [rule for rule, _ in faults(doc)] == ["kinh_gui.own_lines"]


# -- who signs -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("K.T CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("K.T. CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("KT CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("KT.CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("K/T CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("TM ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        ("T/M ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        ("T.M ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        ("TL CHỦ TỊCH", "TL. CHỦ TỊCH"),
        ("T.U.Q CHỦ TỊCH", "TUQ. CHỦ TỊCH"),
        ("Q CHỦ TỊCH", "Q. CHỦ TỊCH"),
    ],
)
def test_a_power_in_short_is_told_how_to_be(wrong: str, right: str) -> None:
    doc = bao_cao()
    doc.quyen_han[0].text = wrong
    assert faults(doc) == [("chuc_vu.dot", f"“{wrong}”, viết “{right}”")]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("QUYỀN CHỦ TỊCH", "Q. CHỦ TỊCH"), ("THỪA UỶ QUYỀN CHỦ TỊCH", "TUQ. CHỦ TỊCH"), ("THAY MẶT UBND", "TM. UBND")],
)
def test_a_power_in_full_is_told_how_to_be(wrong: str, right: str) -> None:
    doc = bao_cao()
    doc.quyen_han[0].text = wrong
    assert faults(doc) == [("chuc_vu.abbreviated", f"“{wrong}”, viết “{right}”")]


@pytest.mark.parametrize(
    "lines",
    [
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        ["TM. HỘI ĐỒNG NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"],
        ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        ["Q. GIÁM ĐỐC"],
        ["TRƯỞNG PHÒNG"],
        ["TM.", "BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN"],
        ["QUẢN ĐỐC"],
        ["KTV TRƯỞNG"],
    ],
)
def test_proper_signatures_are_left_alone(lines: list[str]) -> None:
    doc = bao_cao()
    doc.quyen_han = [P(line, bold=True, align="center") for line in lines]
    assert faults(doc) == []


# -- page numbers ----------------------------------------------------------------------------------

_FIELD = '<w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'


def test_a_number_at_the_foot_of_the_first_page_is_told_and_mended(tmp_path: Path) -> None:
    doc = quyet_dinh()
    doc.page.numbered = doc.page.title_page = False
    doc.page.footer_numbered = True
    assert {rule for rule, _ in faults(doc)} == {"page_number.place", "page_number.first_hidden"}
    source = tmp_path / "goc.docx"
    source.write_bytes(doc.to_docx())
    assert fix_file(source, tmp_path / "sua.docx").after.exit_code == 0


def test_a_number_in_a_footer_of_the_first_page_alone_is_told() -> None:
    doc = bao_cao()
    doc.appendices = []
    doc.page.footer = True
    doc.footer = [P(align="center", xml=_FIELD)]
    assert faults(doc) == [("page_number.first_hidden", "trang thứ nhất có số trang ở chân trang (footer)")]


def test_a_number_in_both_margins_is_one_too_many() -> None:
    doc = bao_cao()
    doc.page.footer_numbered = True
    verdict = judged(doc)
    assert {rule for rule, outcome in verdict.outcomes.items() if outcome == FAIL} == {"page_number.place"}
    assert not any(finding.fixable for finding in verdict.findings)


# -- other forms of the decree ---------------------------------------------------------------------


def test_who_decides_may_take_two_lines() -> None:
    doc = quyet_dinh()
    doc.so.text, doc.ten_loai.text = "Số: 05/NQ-HĐND", "NGHỊ QUYẾT"
    doc.body.insert(1, P("KHÓA I, KỲ HỌP THỨ 5", bold=True, align="center"))
    doc.title.pop()
    doc.trich_yeu.xml = '<w:r><w:pict><v:line from="10pt,2pt" to="150pt,2pt"/></w:pict></w:r>'
    assert faults(doc) == []


@pytest.mark.parametrize("between", [True, False])
def test_a_paper_issued_with_a_decision_has_its_number_there(between: bool) -> None:
    doc = quy_che()
    doc.so.text = doc.dia_danh.text = ""
    doc.has_closing = False
    reference = P(
        "(Kèm theo Quyết định số 15/QĐ-UBND ngày 10 tháng 3 năm 2026 của Ủy ban nhân dân phường)", italic=True
    )
    reference.align = "center"
    doc.title.insert(3 if between else 2, reference)
    assert faults(doc) == []


def test_a_letter_of_introduction_has_no_subject() -> None:
    doc = bao_cao()
    doc.appendices = []
    doc.so.text = "Số: 21/GGT-UBND"
    doc.nhan[0].text = "- Ông Nguyễn Văn A;"
    doc.title = [P("GIẤY GIỚI THIỆU", bold=True, align="center")]
    doc.body = [text("Ủy ban nhân dân phường trân trọng giới thiệu ông Nguyễn Văn A./.")]
    assert faults(doc) == []


# -- what the officer sees -------------------------------------------------------------------------


def test_the_words_of_a_fault_are_not_said_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doc = bao_cao()
    doc.dia_danh.text = "Khánh Hòa, ngày 05/02/2026"
    doc.nhan[1].text = "Đảng ủy phường"
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(doc.to_docx())
    assert run(CheckOptions((path,))) == 1
    out = capsys.readouterr().out
    assert "bảng 1, hàng 2, cột 2: “Khánh Hòa, ngày 05/02/2026”, viết “Khánh Hòa, ngày 05 tháng 02 năm 2026”" in out
    assert "“Đảng ủy phường”: cuối dòng không có dấu, cần “;”" in out
    assert "“Đảng ủy phường”: không có gạch đầu dòng" in out
