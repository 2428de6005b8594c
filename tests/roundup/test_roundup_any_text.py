"""Whatever officers type reaches the round-up's Word file and its workbook as typed."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from generator.roundup.long_sheets import LateRows, Styled, with_rows
from generator.word.package import read_members
from tests.roundup.rounds import consolidate, random_unit, send, superior
from tests.samples.rows import day
from tests.word_files import all_lines

NAME = 'UBND xã A & B "Mới"'
TEXTS = ["<r>chờ \"<Sở>\" & 'Phòng'</r>", "<b> &amp </w:t> {# y #}", "{{ x }} {% if %}", 'a < b; "c" > d']


@pytest.fixture
def made(tmp_path, capsys):
    rows = [
        {
            "Đến ngày": day("12/6/2023"),
            "Mã": "I.99",
            "Tình trạng": "Chưa thực hiện",
            "Kết quả thực hiện": "Chưa làm",
            "Nguyên nhân chậm": TEXTS[0],
            "Biện pháp, dự kiến": TEXTS[1],
            "Khó khăn vướng mắc": TEXTS[2],
            "Kiến nghị": TEXTS[3],
        }
    ]
    task = {"Mã": "I.99", "Lĩnh vực": "I. CHỈ ĐẠO", "Nhiệm vụ": TEXTS[0], "Tiến độ": "Trước ngày 01/6/2023"}
    milestone = {"Mã": "I.99", "Đến hạn": day("31/5/2023")}
    sheets = {"Nhiệm vụ": [{**task, "Chủ trì": TEXTS[1]}], "Mốc": [milestone], "Kết quả": rows}
    send(tmp_path / "so", "a", random_unit("a", 1, sheets))
    own = tmp_path / "cap-tren.xlsx"
    own.write_bytes(superior([{"Mã": "a", "Tên": NAME, "Nhóm": "<Cụm & 1>"}, {"Mã": "b", "Tên": "UBND xã <B>"}]))
    return consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=own)


def test_in_word_and_in_the_workbook(made):
    text = "\n".join(all_lines(made.word))
    for typed in (*TEXTS, NAME.removeprefix("UBND "), "xã <B>"):
        assert typed.lower() in text.lower(), typed
    late = next(row for row in made.cells("Quá hạn") if str(row[2]).endswith("(nhiệm vụ I.99)"))
    assert (late[2].removesuffix(" (nhiệm vụ I.99)"), late[3], *late[5:7]) == (TEXTS[0], TEXTS[1], TEXTS[0], TEXTS[1])
    names = [row[1:3] for row in made.cells("Đơn vị")]
    assert [NAME, "<Cụm & 1>"] in names
    assert NAME in {row[1] for row in made.cells("Nguồn")}
    assert ["b", "UBND xã <B>"] in [row[:2] for row in made.cells("Tiếp nhận")]


def test_a_row_is_as_high_as_its_texts():
    buffer = BytesIO()
    with Workbook(buffer) as book:
        book.add_worksheet("Sổ").write_string(0, 0, "Đầu")
    rows = [[Styled("ngắn", 0), Styled("hai\ndòng", 0)], [Styled("x" * 25, 0)], [Styled("ngắn", 0)]]
    written = with_rows(buffer.getvalue(), {"xl/worksheets/sheet1.xml": LateRows(2, rows, (10, 10))})
    page = load_workbook(BytesIO(written)).active
    assert [page.row_dimensions[number].height for number in (2, 3, 4)] == [31.5, 47.25, None]


def test_in_a_sheet_of_any_length():
    buffer = BytesIO()
    with Workbook(buffer) as book:
        book.add_worksheet("Sổ").write_string(0, 0, "Đầu")
    row = ("_x0041_", Styled(" <r>a</r> ", 0), 1.5, "", Styled(None, 0), Styled(2, 0, '1+"1"'), "c\x00ũ", "x" * 40_000)
    written = with_rows(buffer.getvalue(), {"xl/worksheets/sheet1.xml": LateRows(2, [row] * 300)})
    cells = CalamineWorkbook.from_filelike(BytesIO(written)).get_sheet_by_name("Sổ").to_python()
    assert b' ht="' not in read_members(written)["xl/worksheets/sheet1.xml"].content
    assert cells[1:] == [["_x0041_", " <r>a</r> ", 1.5, "", "", 2, "cũ", "x" * 32_767]] * 300
