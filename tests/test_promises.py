"""Promises kept from the workbook to the Word file."""

import io
import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.book.write.new_workbook import workbook_bytes
from generator.commands.report import ReportOptions, run
from generator.domain.period import ReportingPeriod
from generator.kinds import kind_of
from generator.making import Request, make_beside, read_workbook
from tests.word_files import all_lines, headers, highlighted

INPUTS = Path(__file__).parents[1] / "inputs"
WARD = INPUTS / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"

INFO = {
    "Mã đơn vị": "mau",
    "Tên cơ quan": "ỦY BAN NHÂN DÂN\nPHƯỜNG MẪU",
    "Tên trong câu": "UBND phường Mẫu",
    "Tên gọi tắt": "UBND phường",
    "Tên ngắn": "P Mẫu",
    "Địa danh": "Mẫu",
    "Ký hiệu": "BC-UBND",
    "Quyền hạn, chức vụ người ký": "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
    "Họ tên người ký": "Nguyễn Văn A",
    "Nơi nhận": "Lưu: VT",
    "Số kế hoạch": "25/KH-UBND",
    "Ngày kế hoạch": date(2026, 1, 22),
    "Tên kế hoạch": "cải cách hành chính",
    "Cơ quan ban hành kế hoạch": "UBND phường Mẫu",
    "Năm kế hoạch": 2026,
}


def workbook(task: str, result: str, words: str) -> bytes:
    return workbook_bytes(
        {
            "Thông tin": [{"Mục": name, "Nội dung": value} for name, value in INFO.items()],
            "Nhiệm vụ": [{"Mã": "I.1", "Lĩnh vực": "I. CẢI CÁCH THỂ CHẾ", "Nhiệm vụ": task, "Tiến độ": "Thường xuyên"}],
            "Kết quả": [
                {
                    "Đến ngày": date(2026, 6, 10),
                    "Mã": "I.1",
                    "Tình trạng": "Đang thực hiện",
                    "Kết quả thực hiện": result,
                }
            ],
            "Lời văn": [{"Kỳ": "2026-06", "Phần": "Kết quả đạt được", "Nội dung": words}],
        }
    )


def monthly_report(data: bytes) -> tuple[bytes, tuple]:
    source = read_workbook(data, "so.xlsx")
    request = Request(ReportingPeriod.parse("2026-06"), kind_of("thang"), date(2026, 6, 25))
    return make_beside(source, request, None).data, source.problems


def as_lines(typed: str) -> list[str]:
    text = unicodedata.normalize("NFC", typed.replace("\r\n", "\n").replace("\r", "\n"))
    return [line.strip() for line in text.split("\n") if line.strip()]


TRICKY = [
    "tỷ lệ < 50% & > 10% \"kép\" 'đơn'",
    "một\ttab",
    "hai dòng\nba dòng",
    "🙂 emoji",
    "_x0041_ không phải A",
    "=1+1",
    "{{ khong_phai_the }} {% if %} {_{",
    "Số hóa kết quả. " * 1875,
    unicodedata.normalize("NFD", "Kết quả đã tách dấu"),
]


@pytest.mark.parametrize("text", TRICKY, ids=lambda t: t[:12])
def test_what_is_typed_in_a_cell_arrives_in_word(text):
    data, problems = monthly_report(workbook(text, text, text))
    arrived = [line.strip() for line in all_lines(data)]
    assert problems == ()
    for line in as_lines(text):
        assert arrived.count(line) >= 3


_TYPED = st.text(
    st.one_of(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn")), st.sampled_from("\n\t&<>\"'={}%_ạặưƠ")),
    min_size=1,
    max_size=80,
).filter(str.strip)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(_TYPED, _TYPED, _TYPED)
def test_any_text_arrives_or_a_problem_names_its_cell(task, result, words):
    data, problems = monthly_report(workbook(task, result, words))
    arrived = {" ".join(line.split()) for line in all_lines(data)}
    told = {(p.sheet, p.cell) for p in problems}
    for text, place in ((task, ("Nhiệm vụ", "C2")), (result, ("Kết quả", "K2")), (words, ("Lời văn", "C2"))):
        missing = [line for line in as_lines(text) if " ".join(line.split()) not in arrived]
        assert not missing or place in told, (missing, problems)


def twelve_mistakes() -> bytes:
    """A tired officer's workbook: twelve different mistakes, each in its own cell."""
    book = load_workbook(WARD)
    results, tasks = book["Kết quả"], book["Nhiệm vụ"]
    column = {cell.value: cell.column for cell in results[1]}

    def put(row: int, name: str, value: object) -> None:
        results.cell(row, column[name], value)

    put(2, "Mã", "XX.99")
    put(3, "Tình trạng", "Gần xong")
    put(4, "Đến ngày", "hôm qua")
    put(5, "Tỷ lệ (%)", 140)
    put(6, "Ngày hoàn thành", "32/13/2023")
    put(7, "Kết quả thực hiện", "Xong_x000B_phần một")
    put(8, "Mốc", "mốc không có")
    put(9, "Tình trạng", "Quá hạn")
    tasks.cell(4, 1, tasks.cell(3, 1).value)
    book["Mốc"].cell(2, 4, "sang năm")
    figures = book["Số liệu"]
    figures.cell(2, 1, "kỳ này")
    figures.cell(3, 7, "khoảng mười")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_twelve_mistakes_give_twelve_located_messages_and_a_draft(tmp_path, capsys):
    path = tmp_path / "so.xlsx"
    path.write_bytes(twelve_mistakes())
    assert run(ReportOptions(path, period="2023-H1", out=tmp_path, as_json=True), today=date(2024, 1, 1)) == 1
    told = json.loads(capsys.readouterr().out)
    cells = {(p["sheet"], p["cell"]) for p in told["problems"]}
    expected = {
        ("Kết quả", "B2"),
        ("Kết quả", "H3"),
        ("Kết quả", "A4"),
        ("Kết quả", "I5"),
        ("Kết quả", "J6"),
        ("Kết quả", "K7"),
        ("Kết quả", "G8"),
        ("Kết quả", "H9"),
        ("Nhiệm vụ", "A4"),
        ("Mốc", "D2"),
        ("Số liệu", "A2"),
        ("Số liệu", "G3"),
    }
    assert expected <= cells
    assert all(len(p["message"]) > 20 for p in told["problems"])
    data = Path(told["output"]).read_bytes()
    assert "DỰ THẢO" in headers(data)
    assert highlighted(data)
