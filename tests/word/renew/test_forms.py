"""The statistics in the superior's forms, edited: a head of two rows, the same numbers in every form."""

import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.book.read.workbook import read_workbook
from generator.commands.appendix import AppendixOptions, run
from generator.commands.report import ReportOptions
from generator.commands.report import run as make
from generator.commands.since import compared
from generator.word.region_text import Line, region_lines
from generator.word.renew.differences import changes_between
from generator.word.renew.renewing import SavedReport
from generator.word.renew.rows import head_rows, headers_of, keyed_rows
from tests.samples import sample_path
from tests.word.renew import hands
from tests.word_files import W, tables, text_of

STATISTICS = "phu-luc-thong-ke"
WORKBOOK = sample_path("bac-nha-trang-2026")
HEADERS = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu trong kỳ", "Số liệu lũy kế", "Ghi chú")
NAME, PERIOD, YEAR, NOTE = 1, 3, 4, 5


@pytest.fixture
def folder(tmp_path) -> Path:
    shutil.copy(WORKBOOK, tmp_path / WORKBOOK.name)
    assert make(ReportOptions(tmp_path / WORKBOOK.name, period="2026-Q3", as_of="2026-09-10")) == 0
    return tmp_path


def report_in(folder: Path) -> Path:
    return next(p for p in folder.glob("*.docx") if "bản lưu" not in p.name)


def typed(folder: Path, name: str, column: int, text: str) -> None:
    """Type over a cell of the row with some name."""
    report = report_in(folder)

    def change(tree) -> None:
        rows = hands.control(tree, STATISTICS).iter(f"{W}tr")
        cells = next(c for c in (row.findall(f"{W}tc") for row in rows) if len(c) > 1 and text_of(c[NAME]) == name)
        if cells[column].find(f"{W}p/{W}r/{W}t") is None:
            hands.etree.SubElement(hands.etree.SubElement(cells[column].find(f"{W}p"), f"{W}r"), f"{W}t")
        hands.set_text(cells[column].find(f"{W}p"), text)

    report.write_bytes(hands.changed(report.read_bytes(), change))


def row_of(folder: Path, name: str) -> list[str]:
    found = (row for table in tables(report_in(folder).read_bytes()) for row in table)
    return next(row for row in found if len(row) == len(HEADERS) and row[NAME] == name)


def figures(workbook: Path, code: str) -> dict[str, object]:
    return {str(row["Kỳ"].value): row["Giá trị"].value for row in figure_rows(load_workbook(workbook), code)}


def figure_rows(book, code: str) -> list[dict]:
    header, *rows = book["Số liệu"].iter_rows()
    named = [dict(zip([str(c.value) for c in header], row, strict=True)) for row in rows]
    return [row for row in named if row["Mã"].value == code]


def test_a_head_of_two_rows_gives_each_column_its_name_and_rows_go_by_form_and_number():
    cell = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    plain = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    start, going_on = ' w:val="restart"', ' w:val="continue"'
    rows = (
        cell.format(start, "STT") + cell.format(start, "Chỉ tiêu") + plain.format("Kết quả") + cell.format(start, "Ghi chú"),
        "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" + cell.format(going_on, "") + plain.format("Kỳ")
        + plain.format("Năm") + cell.format(going_on, ""),
        plain.format("Biểu mẫu 1. Chỉ đạo"),
        "".join(map(plain.format, ("1.", "Số văn bản", "4", "8", ""))),
        plain.format("Biểu mẫu 2. Thể chế"),
        "".join(map(plain.format, ("1.", "Số quyết định", "1", "2", ""))),
        plain.format("Chỉ tiêu riêng"),
        "".join(map(plain.format, ("1.", "Số tin", "1", "2", ""))),
    )  # fmt: skip
    lines = region_lines(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
    assert headers_of(lines) == ("STT", "Chỉ tiêu", "Kỳ", "Năm", "Ghi chú")
    assert [name for name, row in keyed_rows(lines).items() if len(row.cells) > 1] == [
        "Biểu mẫu 1, 1", "Biểu mẫu 2, 1", "1.",
    ]  # fmt: skip


@pytest.mark.parametrize("below", [("",) * 9, ("", "x", ""), ("x",), ()])
def test_a_head_that_somebody_took_apart_is_still_read(below):
    headers = headers_of([Line(("STT", "Tên"), is_row=True), Line(below, is_row=True, goes_on=True)])
    assert len(headers) == len(below)


def test_what_was_typed_over_the_period_goes_back_and_the_rest_is_told(folder, capsys):
    workbook = folder / WORKBOOK.name
    typed(folder, "Số phòng, đơn vị trực thuộc", PERIOD, "5")
    typed(folder, "Số hồ sơ giải quyết quá hạn", YEAR, "34")
    typed(folder, "Số vấn đề đã xử lý xong", PERIOD, "2")
    typed(folder, "Đối thoại của lãnh đạo với người dân, doanh nghiệp", PERIOD, "nhiều")
    assert run(AppendixOptions(report_in(folder), read_back=True, apply=True)) == 1
    shown = capsys.readouterr().out
    assert figures(workbook, "M-1")["2026-09"] == 5
    assert "hàng Biểu mẫu 3, 2.3.1, cột Số liệu lũy kế" in shown and "cộng từ các kỳ" in shown
    assert "số này lấy từ Tử số của chỉ tiêu A-33" in shown
    assert "“nhiều” không phải là một trong các câu trả lời Không = 0, Có = 1" in shown
    assert read_workbook(workbook)[1] == ()


def test_renewing_keeps_a_note_typed_by_hand_and_takes_the_new_figures(folder):
    workbook = folder / WORKBOOK.name
    typed(folder, "Số phiếu khảo sát", NOTE, "Gồm cả phiếu trực tuyến")
    book = load_workbook(workbook)
    next(row for row in figure_rows(book, "A-51") if row["Kỳ"].value == "2026-07")["Giá trị"].value = 400
    book.save(workbook)
    assert run(AppendixOptions(report_in(folder), merge=(STATISTICS,), replace=("khao-sat",))) == 0
    assert row_of(folder, "Số phiếu khảo sát")[PERIOD:] == ["400", "718", "Gồm cả phiếu trực tuyến"]
    assert row_of(folder, "Số phòng, đơn vị trực thuộc")[PERIOD:] == ["4", "4", ""]


def test_figures_that_differ_from_an_earlier_report_are_named_with_their_form(folder):
    earlier = report_in(folder).read_bytes()
    assert make(ReportOptions(folder / WORKBOOK.name, period="2026-Q3", as_of="2026-09-14", out=folder / "moi")) == 0
    later = report_in(folder / "moi").read_bytes()
    assert compared(earlier, later).figures == ()
    assert make(ReportOptions(folder / WORKBOOK.name, period="2026-9M", as_of="2026-09-14", out=folder / "chin")) == 0
    changed = compared(earlier, report_in(folder / "chin").read_bytes()).figures
    assert ("Biểu mẫu 2, 3.1. Số văn bản quy phạm pháp luật đã rà soát", "7", "38") in [
        (d.what, d.before, d.after) for d in changed
    ]


def test_every_row_of_the_forms_is_known_whatever_its_number_is(folder):
    saved = SavedReport.opened(report_in(folder).read_bytes())
    made = saved.made[STATISTICS]
    lines = region_lines(made)
    keys = [line.key for line in lines if line.is_row][len(head_rows(lines)) : -1]
    assert all(keys) and len(set(keys)) == len(keys)
    fewer = re.sub(r"<w:tr\b(?:(?!</w:tr>).)*Số phòng, đơn vị trực thuộc.*?</w:tr>", "", made, flags=re.DOTALL)
    assert [change.where.rpartition(" ")[0] for change in changes_between(lines, region_lines(fewer))] == [
        "Hàng Biểu mẫu 4,"
    ]


@pytest.mark.parametrize("heading", ["STT", "Kết quả thống kê", "Số liệu lũy kế", "Ghi chú"])
def test_a_heading_typed_over_in_either_row_of_the_head_is_told_once(folder, heading):
    made = SavedReport.opened(report_in(folder).read_bytes()).made[STATISTICS]
    edited = made.replace(f">{heading}<", ">Khác<", 1)
    changes = changes_between(region_lines(made), region_lines(edited))
    assert list(map(str, changes)) == [f"Hàng đầu bảng, cột Khác: “{heading}” → “Khác”"]
