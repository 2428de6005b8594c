"""Plans in PDF: those with text read as in Word, a scan and what cannot be opened refused with what to do."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator import limits
from generator.pdf import find_libreoffice, make_pdfs
from generator.plans.blocks import UnreadablePlan
from generator.plans.reading import import_plan, read_plan
from tests.plans.plan_samples import docx, p, tbl, written
from tests.plans.test_text_plans import HERE, shown

BORDERS = "<w:tblBorders>" + "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
GRID = '<w:tblGrid><w:gridCol w:w="800"/>' + '<w:gridCol w:w="2100"/>' * 4 + "</w:tblGrid>"
RULED = f"<w:tbl><w:tblPr>{BORDERS}</w:tblBorders></w:tblPr>{GRID}"
HEADER = ("STT", "Nhiệm vụ", "Sản phẩm", "Tiến độ", "Đơn vị chủ trì")
TASKS = [
    (str(n), f"Rà soát nhóm thủ tục thứ {n} và báo cáo đầy đủ kết quả rà soát", "Báo cáo", f"Trước ngày {n}/6/2026", "Phòng Tư pháp")
    for n in range(2, 29)
]  # fmt: skip
FRONT = "".join(
    p(line) for line in ("Số: 5/KH-UBND", "An Phú, ngày 09 tháng 01 năm 2026", "KẾ HOẠCH", "Rà soát năm 2026")
)


def in_pdf(folder: Path, data: bytes) -> Path:
    soffice = find_libreoffice()
    if soffice is None:
        pytest.skip("LibreOffice is not here")
    path = written(folder, data)
    assert make_pdfs([path], soffice) == {path: ""}
    return path.with_suffix(".pdf")


@pytest.fixture(autouse=True)
def library() -> None:
    pytest.importorskip("pdfplumber")


def test_a_table_over_several_pages_reads_as_in_word(tmp_path: Path) -> None:
    data = docx(FRONT + tbl([HEADER, *TASKS]).replace("<w:tbl>", RULED))
    path = in_pdf(tmp_path, data)
    assert len(shown(read_plan(path))) == len(TASKS)
    assert shown(read_plan(path)) == shown(import_plan(data))


def test_a_plan_of_text_reads_as_in_word(tmp_path: Path) -> None:
    lines = (HERE / "nhan-tung-dong.txt").read_text("utf-8").splitlines()
    data = docx("".join(p(line) for line in lines if line.strip()))
    assert shown(read_plan(in_pdf(tmp_path, data))) == shown(import_plan(data))


def pdf_of(content: bytes) -> bytes:
    """A PDF of one page, by hand."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, inside in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%b\nendobj\n" % (number, inside)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 5\n0000000000 65535 f \n" + table + end


@pytest.mark.parametrize(
    ("data", "said"),
    [(pdf_of(b"0 0 100 100 re f"), "ảnh quét, không có chữ để đọc"), (b"%PDF-1.7 hong", "bị hỏng, không mở được")],
)
def test_what_holds_no_text_is_refused_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(UnreadablePlan) as fault:
        import_plan(data)
    assert said in str(fault.value) and ".docx" in str(fault.value)


def test_without_the_library_the_officer_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(UnreadablePlan, match=r"chưa có phần đọc PDF.*mở tệp bằng Word rồi lưu thành \.docx"):
        import_plan(pdf_of(b""))


def test_a_pdf_of_more_pages_than_a_plan_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PLAN_PAGES", replace(limits.PLAN_PAGES, most=0))
    with pytest.raises(UnreadablePlan, match=r"1 trang, quá mức của một kế hoạch \(0 trang\)"):
        import_plan(pdf_of(b""))
