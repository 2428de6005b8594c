"""Figures that contradict each other: found in our own reports, with or without what they carry, and in others'."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.check.numbers import numbers_in
from generator.commands.check import CheckOptions
from generator.commands.check import run as check
from generator.commands.report import ReportOptions, run
from generator.word.package import read_members, with_parts, write_members
from generator.word.read.document import parse_document
from tests.check.kinds import bao_cao, text
from tests.check.written import Grid

WORKBOOK = next(Path("inputs/phuoc-hai-2023").glob("*.xlsx"))
MADE = {"cchc": ("2023-H1", "2023-06-14"), "thang": ("2023-06", "2023-06-25")}

#: Kind of report, words that stand there, the same with another figure.
PLANTED = [
    ("cchc", "có 05 nhiệm vụ đến hạn", "có 06 nhiệm vụ đến hạn"),
    ("cchc", "(đạt 60%", "(đạt 70%"),
    ("cchc", "còn 02 nhiệm vụ quá hạn", "còn 03 nhiệm vụ quá hạn"),
    ("cchc", "trong 47 nhiệm vụ", "trong 48 nhiệm vụ"),
    ("cchc", "17 nhiệm vụ thường xuyên", "16 nhiệm vụ thường xuyên"),
    ("cchc", "19 nhiệm vụ còn lại", "18 nhiệm vụ còn lại"),
    ("cchc", "đạt 6,38%", "đạt 8,36%"),
    ("cchc", "ban hành 06 văn bản", "ban hành 07 văn bản"),
    ("cchc", "03 kế hoạch, 01", "04 kế hoạch, 01"),
    ("cchc", "(1.256/1.263", "(1.246/1.263"),
    ("cchc", "đạt 48,54%", "đạt 45,84%"),
    ("cchc", "(678/678", "(677/678"),
    ("cchc", "Có 06 chỉ tiêu đạt", "Có 07 chỉ tiêu đạt"),
    ("cchc", "Có 06 chỉ tiêu chưa", "Có 05 chỉ tiêu chưa"),
    ("cchc", "đạt 25,86% (15/58", "đạt 24,86% (15/58"),
    ("cchc", "(48,54%, mục", "(54,84%, mục"),
    ("cchc", "đã giải quyết 1.263", "đã giải quyết 1.273"),
    ("cchc", "tiếp nhận mới 1.269", "tiếp nhận mới 1.296"),
    ("cchc", "18 tin, bài về", "19 tin, bài về"),
    ("cchc", "Còn 02 nhiệm vụ quá hạn chưa", "Còn 01 nhiệm vụ quá hạn chưa"),
    ("cchc", "20 cán bộ, công chức có mặt", "19 cán bộ, công chức có mặt"),
    ("cchc", "đạt 95% (19/20", "đạt 90% (19/20"),
    ("cchc", "(26/246", "(36/246"),
    ("cchc", "đạt 36% (1.746", "đạt 26% (1.746"),
    ("thang", "04 nhiệm vụ, mốc", "05 nhiệm vụ, mốc"),
    ("thang", "02 chỉ tiêu chưa", "03 chỉ tiêu chưa"),
    ("thang", "ban hành 03 văn bản", "ban hành 02 văn bản"),
    ("thang", "(đạt 75%", "(đạt 57%"),
    ("thang", "09 chỉ tiêu đạt", "08 chỉ tiêu đạt"),
    ("thang", "Còn 01 nhiệm vụ quá hạn chưa", "Còn 02 nhiệm vụ quá hạn chưa"),
    ("thang", "(18,26%, mục", "(28,26%, mục"),
    ("thang", "04 nhiệm vụ đến hạn", "05 nhiệm vụ đến hạn"),
    ("cchc", ">13,06<", ">13,60<"),
    ("cchc", ">1.256<", ">1.265<"),
    ("cchc", ">99,41<", ">99,14<"),
    ("cchc", "04 văn bản; không", "05 văn bản; không"),
]
_FOUND = 30


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    made = {}
    for kind, (period, as_of) in MADE.items():
        out = tmp_path_factory.mktemp(kind)
        run(ReportOptions(WORKBOOK, period=period, kind=kind, as_of=as_of, out=out), today=date.fromisoformat(as_of))
        made[kind] = next(out.glob("*.docx")).read_bytes()
    return made


def doubts(data: bytes) -> list[tuple[str, str]]:
    return [(seen.number, seen.doubt) for seen in numbers_in(parse_document(data)) if seen.doubt]


def planted(data: bytes, old: str, new: str) -> bytes:
    body = read_members(data)["word/document.xml"].content.decode()
    assert old in body, old
    return with_parts(read_members(data), {"word/document.xml": body.replace(old, new, 1).encode()})


def without_origin(data: bytes) -> bytes:
    """The report as somebody else's program saves it: nothing tells what was made."""
    return write_members([m for name, m in read_members(data).items() if not name.startswith("customXml")])


@pytest.mark.parametrize("kind", MADE)
def test_an_unchanged_report_contradicts_nothing(reports: dict[str, bytes], kind: str) -> None:
    assert doubts(reports[kind]) == []
    assert doubts(without_origin(reports[kind])) == []


def test_planted_contradictions_are_found(reports: dict[str, bytes]) -> None:
    missed = [old for kind, old, new in PLANTED if not doubts(planted(reports[kind], old, new))]
    assert missed == []


def test_planted_contradictions_are_found_without_what_a_report_carries(reports: dict[str, bytes]) -> None:
    found = [old for kind, old, new in PLANTED if doubts(without_origin(planted(reports[kind], old, new)))]
    assert len(found) >= _FOUND


def test_a_changed_figure_is_told_with_what_was_made(reports: dict[str, bytes]) -> None:
    assert doubts(planted(reports["cchc"], "(đạt 60%", "(đạt 70%")) == [("70%", "chương trình đã ghi 60%")]


def test_findings_come_first_and_the_rest_is_not_shown(
    reports: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(planted(reports["cchc"], "(đạt 60%", "(đạt 70%"))
    assert check(CheckOptions((path,), numbers=True)) == 1
    first, place, words = capsys.readouterr().out.splitlines()
    assert first.endswith("số liệu trong nội dung, 1 chỗ không khớp.")
    assert "70% ← không khớp: chương trình đã ghi 60%" in place
    assert "nhiệm vụ" in words
    path.write_bytes(reports["cchc"])
    assert check(CheckOptions((path,), numbers=True)) == 0
    (only,) = capsys.readouterr().out.splitlines()
    assert only.endswith("không thấy chỗ nào mâu thuẫn.")


# -- reports of others ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("right", "wrong", "doubt"),
    [
        (
            "Tỷ lệ ký số đạt 100% (678/678 văn bản đi).",
            "Tỷ lệ ký số đạt 100% (677/678 văn bản đi).",
            "677/678 là 99,9%",
        ),
        (
            "Ban hành 05 kế hoạch, gồm 02 mới và 03 bổ sung.",
            "Ban hành 06 kế hoạch, gồm 02 mới và 03 bổ sung.",
            "các phần cộng lại là 5",
        ),
        (
            "Tổng số 120 hồ sơ, trong đó: 80 hồ sơ trực tuyến và 30 hồ sơ trực tiếp.",
            "Tổng số 100 hồ sơ, trong đó: 80 hồ sơ trực tuyến và 30 hồ sơ trực tiếp.",
            "các phần cộng lại là 110",
        ),
        (
            "Trong kỳ tiếp nhận 40 văn bản, đã giải quyết 30 văn bản, đạt 75%.",
            "Trong kỳ tiếp nhận 40 văn bản, đã giải quyết 30 văn bản, đạt 57%.",
            "30/40 là 75%",
        ),
        (
            "Đã giải quyết 90 hồ sơ; giải quyết đúng hạn 85 hồ sơ; quá hạn 05 hồ sơ.",
            "Đã giải quyết 90 hồ sơ; giải quyết đúng hạn 85 hồ sơ; quá hạn 06 hồ sơ.",
            "đúng hạn và quá hạn cộng lại là 91",
        ),
        (
            "Đã giải quyết 500 hồ sơ, trước hạn, đúng hạn 480 hồ sơ, quá hạn 20 hồ sơ.",
            "Đã giải quyết 500 hồ sơ, trước hạn, đúng hạn 480 hồ sơ, quá hạn 30 hồ sơ.",
            "đúng hạn và quá hạn cộng lại là 510",
        ),
        (
            "Có 45 hồ sơ kỳ trước chuyển sang; tiếp nhận mới 500 hồ sơ; đã giải quyết 495 hồ sơ; đang giải quyết 50 hồ sơ.",
            "Có 45 hồ sơ kỳ trước chuyển sang; tiếp nhận mới 500 hồ sơ; đã giải quyết 495 hồ sơ; đang giải quyết 51 hồ sơ.",
            "chuyển sang và tiếp nhận, trừ đã giải quyết, còn 50",
        ),
        (
            "Đã giải quyết 200 hồ sơ; giải quyết quá hạn 01 hồ sơ; tỷ lệ đúng hạn đạt 99,5% (199/200 hồ sơ).",
            "Đã giải quyết 200 hồ sơ; giải quyết quá hạn 02 hồ sơ; tỷ lệ đúng hạn đạt 99,5% (199/200 hồ sơ).",
            "đúng hạn 199, cộng quá hạn là 201",
        ),
        (
            "Có 03 chỉ tiêu đạt mức đề ra: hồ sơ đúng hạn (99,48%), ký số (100%) và mức độ hài lòng (91,2%).",
            "Có 04 chỉ tiêu đạt mức đề ra: hồ sơ đúng hạn (99,48%), ký số (100%) và mức độ hài lòng (91,2%).",
            "phía sau liệt kê 3",
        ),
        (
            "Tháng 11/2023: 03 nhiệm vụ (I.1, I.2, VII.5), chậm nhất ngày 24/11/2023.",
            "Tháng 11/2023: 04 nhiệm vụ (I.1, I.2, VII.5), chậm nhất ngày 24/11/2023.",
            "trong ngoặc liệt kê 3",
        ),
        (
            "Có 02 chỉ tiêu chưa đạt mức đề ra: nộp trực tuyến (45%, mục tiêu 50%) và thanh toán (9%, mục tiêu 15%).",
            "Có 02 chỉ tiêu chưa đạt mức đề ra: nộp trực tuyến (54%, mục tiêu 50%) và thanh toán (9%, mục tiêu 15%).",
            "so với mục tiêu 50% là đạt",
        ),
        (
            "Tỷ lệ hồ sơ trực tuyến đạt 66,7%. Kết quả nổi bật là tỷ lệ hồ sơ trực tuyến (66,7%).",
            "Tỷ lệ hồ sơ trực tuyến đạt 66,7%. Kết quả nổi bật là tỷ lệ hồ sơ trực tuyến (67,6%).",
            "chỗ khác ghi 66,7%",
        ),
        (
            "Có 03 đơn vị chậm, gồm: UBND phường A, UBND phường B và UBND xã C.",
            "Có 04 đơn vị chậm, gồm: UBND phường A, UBND phường B và UBND xã C.",
            "phía sau liệt kê 3",
        ),
        (
            "Có 02 phường chưa gửi báo cáo (Lộc Thọ, Vĩnh Hải).",
            "Có 03 phường chưa gửi báo cáo (Lộc Thọ, Vĩnh Hải).",
            "phía sau liệt kê 2",
        ),
        (
            "Có 02 phường chưa gửi: Lộc Thọ và Vĩnh Hải.",
            "Có 03 phường chưa gửi: Lộc Thọ và Vĩnh Hải.",
            "phía sau liệt kê 2",
        ),
        (
            "Đã ban hành 11 văn bản (07 kế hoạch, 03 công văn, 01 báo cáo).",
            "Đã ban hành 12 văn bản (07 kế hoạch, 03 công văn, 01 báo cáo).",
            "các phần cộng lại là 11",
        ),
        (
            "Kết quả giải quyết đúng hạn đạt 99,5% (199/200).",
            "Kết quả giải quyết đúng hạn đạt 100% (199/200).",
            "199/200 là 99,5%",
        ),
        (
            "Mức độ hài lòng từ 85% lên 90%, tăng 5 điểm phần trăm.",
            "Mức độ hài lòng từ 85% lên 90%, tăng 6 điểm phần trăm.",
            "từ 85% đến 90% là 5 điểm phần trăm",
        ),
        (
            "Mức độ hài lòng giảm 2,5 điểm phần trăm (từ 92,5% xuống 90%).",
            "Mức độ hài lòng giảm 3,5 điểm phần trăm (từ 92,5% xuống 90%).",
            "từ 92,5% đến 90% là 2,5 điểm phần trăm",
        ),
        (
            "Số hồ sơ từ 1.200 hồ sơ lên 1.500 hồ sơ, tăng 25%.",
            "Số hồ sơ từ 1.200 hồ sơ lên 1.500 hồ sơ, tăng 30%.",
            "từ 1.200 đến 1.500 là 25%",
        ),
    ],
)
def test_a_sentence_of_others_is_held_against_itself(right: str, wrong: str, doubt: str) -> None:
    for sentence, expected in ((right, []), (wrong, [doubt])):
        doc = bao_cao()
        doc.body[3] = text(sentence)
        assert [why for _, why in doubts(doc.to_docx())] == expected


@pytest.mark.parametrize(("said", "expected"), [("03", []), ("04", [("04", "bên dưới liệt kê 3")])])
def test_a_list_is_as_long_as_it_says(said: str, expected: list[tuple[str, str]]) -> None:
    doc = bao_cao()
    doc.body[3:4] = [
        text(f"Có {said} nội dung chưa hoàn thành, gồm:"),
        *(text(f"- Nội dung {name};") for name in ("một", "hai", "ba")),
        text("Các nội dung khác bảo đảm tiến độ."),
    ]
    assert doubts(doc.to_docx()) == expected


@pytest.mark.parametrize(
    ("total", "rate", "expected"),
    [
        ("60", "75", []),
        ("61", "75", [("61", "các dòng cộng lại là 60")]),
        ("60", "57", [("57", "15/20 là 75%")]),
    ],
)
def test_totals_and_rates_of_a_table_are_counted_again(total: str, rate: str, expected: list[tuple[str, str]]) -> None:
    doc = bao_cao()
    rows = [
        ["STT", "Đơn vị", "Tiếp nhận", "Giải quyết", "Tỷ lệ (%)"],
        ["1", "Tổ dân phố 1", "20", "15", rate],
        ["2", "Tổ dân phố 2", "10", "8", "80"],
        ["3", "Tổ dân phố 3", "25", "10", "40"],
        ["4", "Tổ dân phố 4", "5", "4", "80"],
        ["", "Tổng", total, "37", ""],
    ]
    doc.body[7] = Grid(rows)
    assert doubts(doc.to_docx()) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Trong 5 năm, có 20/27 phường đạt 100% (mục tiêu 95%).",
        "Có 03 đơn vị chậm, trong đó 01 đơn vị chưa gửi và 01 đơn vị gửi thiếu.",
        "Ghi nhận thêm 02 nhiệm vụ hoàn thành: phân công; gắn với xếp loại (nhiệm vụ I.1); báo cáo quý I (nhiệm vụ I.4).",
        "Có 04 chỉ tiêu đạt: phản ánh, kiến nghị đúng hạn (100%), tiết kiệm (lũy kế; 10%), ký số (100%) và hài lòng.",
        "Từ nay đến cuối năm tiếp tục triển khai 44 nhiệm vụ; các mốc phải hoàn thành:",
        "Tỷ lệ hồ sơ trực tuyến tháng 5 đạt 60%, tỷ lệ hồ sơ trực tuyến tháng 6 đạt 70%.",
        "Kế hoạch gồm 03 phần: mục tiêu, nhiệm vụ và tổ chức thực hiện.",
        "Có 02 cơ quan phối hợp, gồm: Sở Lao động, Thương binh và Xã hội, Sở Nội vụ.",
        "Có 02 đơn vị chậm, gồm: Phòng Tài chính - Kế hoạch và Phòng Văn hóa và Thông tin.",
        "Có 05 phường chậm, gồm: Lộc Thọ, Vĩnh Hải và các phường khác.",
        "Có 05 phường chậm, như: Lộc Thọ, Vĩnh Hải.",
        "Tổ chức 12 lớp tập huấn (08 buổi, 03 ngày).",
        "Tổ chức 02 hội nghị (150 lượt nghe, 20 ý kiến).",
        "Đã ban hành 12 văn bản (trong đó có 07 kế hoạch, 03 công văn).",
        "Số hồ sơ trực tuyến tăng từ 85% lên 90%.",
        "Mức độ hài lòng từ 85,24% lên 90,35%, tăng 5,1 điểm phần trăm.",
        "Số hồ sơ từ 120 lên 150 hồ sơ, tăng 30 hồ sơ.",
        "Tỷ lệ hồ sơ từ 40% lên 50%, tăng 25%.",
        "Còn 02 chỉ tiêu chưa đạt: ký số (9%, mục tiêu 10%) và thanh toán (3%, mục tiêu 5%); 01 chỉ tiêu đang tính.",
    ],
)
def test_what_may_be_meant_otherwise_is_left_alone(sentence: str) -> None:
    doc = bao_cao()
    doc.body[3] = text(sentence)
    assert doubts(doc.to_docx()) == []
