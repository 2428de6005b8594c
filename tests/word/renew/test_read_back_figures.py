"""What an officer changed in Phụ lục I goes back into sheet Số liệu, or is told with the cell to change by hand."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.book.read.workbook import Tables, read_workbook
from generator.book.sheets import MEASUREMENTS
from generator.commands.appendix import AppendixOptions, run
from generator.commands.report import ReportOptions
from generator.commands.report import run as make
from tests.word.renew import hands
from tests.word.renew.reports import WORKBOOK
from tests.word_files import W, tables, text_of

STATISTICS = "phu-luc-thong-ke"
NAME, UNIT, VALUE, NOTE = 1, 2, 3, 4


@pytest.fixture
def folder(tmp_path) -> Path:
    workbook = tmp_path / WORKBOOK.name
    shutil.copy(WORKBOOK, workbook)
    assert make(ReportOptions(workbook, period="2023-H1", as_of="2023-06-13")) == 0
    return tmp_path


def report_in(folder: Path) -> Path:
    return next(p for p in folder.glob("*.docx") if "bản lưu" not in p.name)


def table_of(tree):
    return hands.control(tree, STATISTICS).find(f".//{W}tbl")


def row_of(tree, number: str):
    return next(r for r in table_of(tree).findall(f"{W}tr") if text_of(r.find(f"{W}tc")) == number)


def typed(folder: Path, number: str, column: int, text: str) -> None:
    """Type over a cell of a row of Phụ lục I."""
    report = report_in(folder)

    def change(tree) -> None:
        cell = row_of(tree, number).findall(f"{W}tc")[column]
        if cell.find(f"{W}p/{W}r/{W}t") is None:
            hands.etree.SubElement(hands.etree.SubElement(cell.find(f"{W}p"), f"{W}r"), f"{W}t")
        hands.set_text(cell.find(f"{W}p"), text)

    report.write_bytes(hands.changed(report.read_bytes(), change))


def read_back(folder: Path, apply: bool = False) -> int:
    return run(AppendixOptions(report_in(folder), read_back=True, apply=apply))


def figure_rows(folder: Path, code: str) -> list[list[object]]:
    sheet = load_workbook(folder / WORKBOOK.name)["Số liệu"]
    return [[c.value for c in row] for row in sheet.iter_rows(min_row=2) if row[1].value == code]


def cells_named(shown: str) -> list[str]:
    """The addresses after "sheet Số liệu, ô"."""
    words = shown.partition("sheet Số liệu, ô ")[2].partition("\n")[0].rstrip(".")
    return words.partition(" và ")[0].split(", ")


def test_a_figure_printed_from_one_cell_goes_back_into_that_cell(folder, capsys):
    typed(folder, "4.2", VALUE, "19")
    assert read_back(folder) == 1
    shown = capsys.readouterr().out
    assert "4.2 Số cán bộ, công chức có mặt" in shown and "Giá trị “19”" in shown
    before = figure_rows(folder, "BM-02")
    assert read_back(folder, apply=True) == 0
    after = figure_rows(folder, "BM-02")
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert [(a[0], a[8], b[8]) for a, b in changed] == [("2023-06", 20, 19)]
    capsys.readouterr()
    assert read_back(folder) == 0
    assert "không có chỗ nào khác sổ" in capsys.readouterr().out


def test_a_figure_nobody_had_entered_gets_a_row_of_its_own(folder):
    typed(folder, "8.1", VALUE, "92,5")
    assert read_back(folder, apply=True) == 0
    data, problems = read_workbook(folder / WORKBOOK.name)
    code = next(i.code for i in data.indicators if i.number == "8.1")
    assert data.measurements["2023-H1", code].value == Decimal("92.5")
    assert not problems
    assert run(AppendixOptions(report_in(folder), replace=(STATISTICS,))) == 0
    row = next(r for t in tables(report_in(folder).read_bytes()) for r in t if r[0] == "8.1")
    assert row[VALUE] == "92,5"


def test_a_percentage_is_stored_as_its_cell_shows_it(folder):
    workbook = folder / WORKBOOK.name
    book = load_workbook(workbook)
    code = next(i.code for i in read_workbook(workbook)[0].indicators if i.number == "8.1")
    book["Số liệu"].append(["2023-H1", code, *[None] * 6, 0.9, None])
    cell = book["Số liệu"].cell(book["Số liệu"].max_row, 9)
    cell.number_format = "0.0%"
    book.save(workbook)
    assert make(ReportOptions(workbook, period="2023-H1", as_of="2023-06-13")) == 0
    typed(folder, "8.1", VALUE, "92,5%")
    assert read_back(folder, apply=True) == 0
    assert load_workbook(workbook)["Số liệu"][cell.coordinate].value == 0.925
    assert read_workbook(workbook)[0].measurements["2023-H1", code].value == Decimal("92.5")


@pytest.mark.parametrize(
    ("number", "text", "why", "column"),
    [
        ("3.2.2", "1.300", "cộng từ 6 kỳ", "I"),
        ("3.4", "50", "tính từ tử số và mẫu số", "G"),
        ("4.2", "mười chín", "“mười chín” không phải là một số", "I"),
        ("4.2", "", "bị xóa trắng", "I"),
    ],
)
def test_a_figure_that_cannot_go_back_is_told_with_its_cells(folder, capsys, number, text, why, column):
    typed(folder, number, VALUE, text)
    before = (folder / WORKBOOK.name).read_bytes()
    assert read_back(folder, apply=True) == 1
    assert (folder / WORKBOOK.name).read_bytes() == before
    shown = capsys.readouterr().out
    assert f"Phụ lục I, hàng {number}" in shown and why in shown
    sheet = load_workbook(folder / WORKBOOK.name)["Số liệu"]
    named = cells_named(shown)
    assert named[0].startswith(column)
    assert all(sheet[address].value is not None for address in named)


def test_what_the_program_counts_itself_is_told(folder, capsys):
    typed(folder, "1.1.3", VALUE, "5")
    assert read_back(folder, apply=True) == 1
    assert "1.1.3 (Số nhiệm vụ đã hoàn thành): số này do chương trình tự đếm" in capsys.readouterr().out


@pytest.mark.parametrize(("column", "header"), [(NAME, "Chỉ tiêu"), (UNIT, "Đơn vị tính")])
def test_the_name_of_an_indicator_is_changed_in_its_own_cell(folder, capsys, column, header):
    workbook = load_workbook(folder / WORKBOOK.name)["Chỉ tiêu"]
    typed(folder, "4.1", column, "Số cán bộ, công chức được giao năm 2023")
    assert read_back(folder) == 1
    shown = capsys.readouterr().out
    address = shown.partition("sửa ở sheet Chỉ tiêu, ô ")[2].partition(".")[0]
    assert f"hàng 4.1, cột {header}" in shown
    assert workbook[address].value in ("Số cán bộ, công chức được giao", "Người")


def test_a_note_goes_back_without_the_words_that_the_program_adds(folder):
    typed(folder, "3.1", NOTE, "Rà soát ngày 10/6; Mục tiêu 100%: đạt")
    assert read_back(folder, apply=True) == 0
    data, _ = read_workbook(folder / WORKBOOK.name)
    code = next(i.code for i in data.indicators if i.number == "3.1")
    assert data.measurements["2023-H1", code].note == "Rà soát ngày 10/6"
    assert data.measurements["2023-H1", code].value is None


def test_a_verdict_typed_over_is_told(folder, capsys):
    typed(folder, "3.4", NOTE, "Mục tiêu tối thiểu 50%: đạt")
    assert read_back(folder, apply=True) == 1
    shown = capsys.readouterr().out
    assert "“Mục tiêu tối thiểu 50%: chưa đạt” do chương trình tự viết" in shown


def test_a_formula_is_not_written_over(folder, capsys):
    workbook = folder / WORKBOOK.name
    rows = load_workbook(workbook)["Số liệu"].iter_rows(min_row=2)
    address = next(r[8].coordinate for r in rows if (r[0].value, r[1].value) == ("2023-06", "BM-02"))

    def formula(tree) -> None:
        cell = next(c for c in tree.iter("{*}c") if c.get("r") == address)
        made = hands.etree.Element(f"{cell.tag[:-1]}f")
        made.text = "10*2"
        cell.insert(0, made)

    data = workbook.read_bytes()
    workbook.write_bytes(hands.changed(data, formula, Tables(data).part_of(MEASUREMENTS)))
    typed(folder, "4.2", VALUE, "19")
    assert read_back(folder, apply=True) == 1
    assert f"Sheet Số liệu, ô {address} là công thức" in capsys.readouterr().out
    assert load_workbook(workbook)["Số liệu"][address].value == "=10*2"


def test_rows_added_deleted_and_renumbered_are_told_and_no_figure_goes_to_another_row(folder, capsys):
    report = report_in(folder)

    def change(tree) -> None:
        old = row_of(tree, "4.1")
        new = hands.etree.fromstring(hands.etree.tostring(old))
        for cell, words in zip(new.findall(f"{W}tc"), ("4.1", "Số hợp đồng", "Người", "3", ""), strict=True):
            if cell.find(f"{W}p/{W}r") is not None:
                hands.set_text(cell.find(f"{W}p"), words)
        hands.set_text(row_of(tree, "4.2").find(f"{W}tc/{W}p"), "4.3")
        hands.set_text(old.find(f"{W}tc/{W}p"), "4.2")
        old.addprevious(new)
        gone = row_of(tree, "5.3")
        gone.getparent().remove(gone)

    report.write_bytes(hands.changed(report.read_bytes(), change))
    assert read_back(folder, apply=True) == 1
    shown = capsys.readouterr().out
    assert "Phụ lục I: hàng thêm “4.1 | Số hợp đồng | Người | 3”; cần thì thêm ở sheet Chỉ tiêu." in shown
    assert "Phụ lục I: hàng 5.3 đã bị xóa" in shown
    assert "Giá trị" not in shown


def test_merged_cells_are_told(folder, capsys):
    report = report_in(folder)

    def change(tree) -> None:
        row = row_of(tree, "4.1")
        cells = row.findall(f"{W}tc")
        hands.etree.SubElement(cells[VALUE].find(f"{W}tcPr"), f"{W}gridSpan", {f"{W}val": "2"})
        hands.set_text(cells[VALUE].find(f"{W}p"), "22")
        row.remove(cells[NOTE])

    report.write_bytes(hands.changed(report.read_bytes(), change))
    assert read_back(folder, apply=True) == 1
    assert (
        "hàng 4.1 “4.1 | Số cán bộ, công chức được giao | Người | 22” là tên nhóm, hoặc có ô đã gộp, tách"
        in capsys.readouterr().out
    )


def test_an_appendix_that_is_gone_and_a_paragraph_rewritten_are_told(folder, capsys):
    report = report_in(folder)
    data = hands.control_deleted(report.read_bytes(), STATISTICS)
    report.write_bytes(hands.rewritten(data, "Tính đến ngày 13/6/2023, trong 47", "Do cán bộ viết."))
    assert read_back(folder) == 1
    shown = capsys.readouterr().out
    assert "Phụ lục I: bảng đã bị xóa hoặc mất dấu" in shown
    assert "Tổng hợp (tong-hop): phần này chương trình viết từ sổ, chữ đã sửa không ghi ngược được" in shown


@hands.needs_office
def test_a_figure_goes_back_from_a_file_that_libreoffice_saved(folder):
    typed(folder, "4.2", VALUE, "19")
    report = report_in(folder)
    report.write_bytes(hands.libreoffice(report.read_bytes()))
    assert read_back(folder, apply=True) == 0
    assert figure_rows(folder, "BM-02")[5][8] == 19
