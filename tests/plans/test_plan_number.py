"""The plan's number, day, issuer, title and year, in the many places where plans put them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from generator.plans.blocks import RemarkKind
from generator.plans.front import lone_years, read_front
from generator.plans.number import attached_to
from generator.plans.reading import read_plan
from tests.plans.plan_samples import ROWS

WARD = "UBND phường Bến Xuân"
DECISION = ("123/QĐ-UBND", "2026-01-05", WARD, 2026)
PLAN = ("45/KH-UBND", "2026-02-08", WARD, 2026)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [
                "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026 (ban hành kèm theo Quyết định số 123/QĐ-UBND ngày 5 tháng 01 năm"
                " 2026 của UBND phường Bến Xuân)"
            ],
            DECISION,
        ),
        (
            [
                "KẾ HOẠCH",
                "Cải cách hành chính năm 2026",
                "(Ban hành theo QĐ số 123/QĐ-UBND, ngày 05-01-2026 của Ủy ban nhân dân phường Bến Xuân)",
            ],
            DECISION,
        ),
        (
            ["Kế hoạch cải cách hành chính năm 2026 của UBND phường Bến Xuân", "Kèm theo Quyết định số 123 /QĐ-UBND ngày 05/01/2026"],
            DECISION,
        ),
        (["UBND PHƯỜNG BẾN XUÂN", "Số:", "45/KH-UBND", "Ngày:", "08/02/2026", "KẾ HOẠCH CCHC"], PLAN),
        (["UBND PHƯỜNG BẾN XUÂN", "Số", "45/KH-UBND", "Ngày ban hành", "8 tháng 02 năm 2026", "KẾ HOẠCH CCHC"], PLAN),
        (["UBND PHƯỜNG BẾN XUÂN", "Số ký hiệu: 45/KH-UBND", "Ngày 08/02/2026", "KẾ HOẠCH CCHC"], PLAN),
        (["UBND PHƯỜNG BẾN XUÂN", "KẾ HOẠCH CCHC NĂM 2026", "Kế hoạch số 45/KH-UBND ngày 8.2.2026"], PLAN),
        (["UBND PHƯỜNG BẾN XUÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 45/KH-UBND Bến Xuân, ngày 08/02/2026", "KẾ HOẠCH"], PLAN),
        (["BẢNG PHÂN CÔNG NHIỆM VỤ", "(Kèm theo Kế hoạch số 45/KH-UBND ngày 08/02/2026 của UBND phường Bến Xuân)"], PLAN),
        (
            ["DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số      /KH-UBND ngày     tháng 02 năm 2026 của UBND phường Bến Xuân)"],
            ("", "None", WARD, 2026),
        ),
        (["UBND PHƯỜNG BẾN XUÂN", "KẾ HOẠCH CCHC 2026"], ("", "None", WARD, 2026)),
        (["UBND PHƯỜNG BẾN XUÂN", "KẾ HOẠCH CCHC GIAI ĐOẠN 2026-2030"], ("", "None", WARD, 0)),
        (
            ["UBND PHƯỜNG BẾN XUÂN", "KẾ HOẠCH", "Cải cách hành chính", "Kế hoạch số 1/KH-UBND ngày 01/02/2025", "Kế hoạch số 2/KH-UBND ngày 02/02/2025"],
            ("", "None", WARD, 0),
        ),
    ],
)  # fmt: skip
def test_number_day_issuer_and_year_in_their_many_places(lines: list[str], expected: tuple[object, ...]) -> None:
    front = read_front(lines)
    assert (front.number, str(front.issued_on), front.issuer, front.year) == expected


def test_the_brackets_belong_neither_to_the_title_nor_to_the_narrative() -> None:
    front = read_front(
        [
            "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026 (ban hành kèm theo Quyết định số 1/QĐ-UBND ngày 5/01/2026)",
            "I. MỤC ĐÍCH",
        ]
    )
    assert (front.title, front.body) == ("CẢI CÁCH HÀNH CHÍNH NĂM 2026", ("I. MỤC ĐÍCH",))


def test_a_sentence_that_cites_a_plan_is_no_heading_of_this_one() -> None:
    for line in (
        "Thực hiện Kế hoạch số 5/KH-UBND ngày 01/02/2025 của UBND tỉnh",
        "Theo Kế hoạch số 5/KH-UBND ngày 01/02/2025",
    ):
        assert attached_to(line) is None
        assert read_front(["KẾ HOẠCH", "Cải cách hành chính", line]).number == ""


def test_years_in_names_are_not_spans_or_numbers_of_documents() -> None:
    assert lone_years("KH CCHC 2026 (sửa)") == {2026}
    assert lone_years("ke-hoach-2724-nha-trang-2023") == {2023}
    assert lone_years("giai đoạn 2021-2025, số 12/2024/QĐ, 20260105") == set()


@pytest.mark.parametrize(
    ("sheets", "file", "year", "said"),
    [
        (["KH 2026"], "ke-hoach", 2026, "“KH 2026”"),
        (["Sheet"], "CCHC nam 2026", 2026, "“CCHC nam 2026”"),
        (["2025", "2026"], "ke-hoach", 0, "nhiều năm"),
        (["Sheet"], "ke-hoach", 0, "năm của kế hoạch"),
    ],
)
def test_the_year_stands_only_in_the_name_of_a_sheet_or_of_the_file(
    tmp_path: Path, sheets: list[str], file: str, year: int, said: str
) -> None:
    book = openpyxl.Workbook()
    for name in sheets:
        sheet = book.create_sheet(name)
        for row in (*ROWS[:3], ("2", "Công bố danh mục.", "Quyết định", "Quý II", "Phòng Nội vụ")):
            sheet.append(row)
    del book["Sheet" if "Sheet" not in sheets else book.sheetnames[0]]
    data = BytesIO()
    book.save(data)
    path = tmp_path / f"{file}.xlsx"
    path.write_bytes(data.getvalue())
    read = read_plan(path)
    assert read.plan.year == year
    assert any(said in r.message for r in read.remarks_of(RemarkKind.DOUBT))
    assert {
        str(m.last_day) for t in read.plan.tasks if t.deadline.phrase == "Quý II" for m in t.deadline.milestones
    } == ({"2026-06-30"} if year else set())
