"""Who sent what: each unit once, whatever it sent; nothing guessed, nothing counted twice, files and cells named."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from generator.commands.report import ReportOptions
from generator.commands.report import run as report
from tests.roundup.rounds import consolidate, random_unit, send, superior
from tests.samples.rows import Row, day
from tests.word_files import all_lines, body_lines

CODES = ("p-1", "p-2", "p-3")


def listed(*codes: str, **received: str) -> list[Row]:
    return [
        {"Mã": code, "Tên": f"UBND phường {code}", "Nhóm": "Phường", "Ngày nhận": day(received.get(code, "13/6/2023"))}
        for code in codes or CODES
    ]


@pytest.fixture
def city(tmp_path):
    def make(units: list[Row]):
        path = tmp_path / "thanh-pho.xlsx"
        path.write_bytes(superior(units))
        return path

    return make


def test_each_unit_expected_has_a_line_in_the_lists_order(tmp_path, capsys, city):
    send(tmp_path / "so", "p-2", random_unit("p-2", 2))
    (tmp_path / "so" / "p-3" / "so-cchc.xlsx").mkdir(parents=True)
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=city(listed()))
    assert made.unit("p-3")["remarks"][0].startswith("“so-cchc.xlsx” là thư mục, không phải tệp Excel.")
    assert [(u["code"], u["status"]) for u in made.told["units"]] == [
        ("p-1", "not_sent"),
        ("p-2", "sent"),
        ("p-3", "not_sent"),
    ]
    line = next(text for text in body_lines(made.word) if text.startswith("Đến ngày"))
    assert "01/03 phường đã gửi báo cáo. Còn 02 đơn vị chưa gửi: phường p-1 và phường p-3." in line


def test_a_unit_that_sent_late_is_named_and_counted(tmp_path, capsys, city):
    for code in CODES:
        send(tmp_path / "so", code, random_unit(code, 1))
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=city(listed(**{"p-3": "20/6/2023"})))
    late = made.unit("p-3")
    assert (late["status"], late["late"], late["counted"]) == ("late", True, True)
    assert late["remarks"] == ["Nhận ngày 20/6/2023, hạn gửi 13/6/2023."]
    assert any("Có 01 đơn vị gửi chậm so với thời hạn: phường p-3." in text for text in body_lines(made.word))


def test_a_workbook_with_the_code_of_another_unit_than_its_folders_is_asked_about_at_both(tmp_path, capsys, city):
    send(tmp_path / "so", "p-1", random_unit("p-1", 1))
    send(tmp_path / "so", "p-2", random_unit("p-3", 2))
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=city(listed()))
    assert [(u["status"], u["counted"]) for u in made.told["units"]] == [
        ("sent", True),
        ("not_sent", False),
        ("doubtful", True),
    ]
    assert "“p-2/so-cchc.xlsx” ghi mã đơn vị của UBND phường p-3" in made.unit("p-2")["remarks"][0]
    assert made.unit("p-3")["remarks"][0].startswith("Sổ nằm trong thư mục của UBND phường p-2")


def test_who_is_not_on_the_list_is_told_and_not_counted(tmp_path, capsys, city):
    send(tmp_path / "so", "p-1", random_unit("p-1", 1))
    send(tmp_path / "so", "la", random_unit("la", 1))
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=city(listed("p-1")))
    stranger = made.unit("la")
    assert (stranger["status"], stranger["counted"], stranger["totals"]) == ("other", False, {})
    assert made.code == 1


def test_a_workbook_made_from_another_units_counts_for_neither(tmp_path, capsys, city):
    first = random_unit("p-1", 5)
    send(tmp_path / "so", "p-1", first)
    copy = load_workbook(BytesIO(first))
    for row in copy["Thông tin"].iter_rows():
        for cell in row:
            if cell.value == "p-1":
                cell.value = "p-2"
    stream = BytesIO()
    copy.save(stream)
    send(tmp_path / "so", "p-2", stream.getvalue())
    send(tmp_path / "so", "p-3", random_unit("p-3", 3))
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=city(listed()))
    assert [made.unit(code)["status"] for code in CODES] == ["copied", "copied", "sent"]
    assert made.told["totals"] == made.unit("p-3")["totals"]
    assert "Chưa tính cả hai; đề nghị gửi lại." in made.unit("p-1")["remarks"][0]


def test_a_contradiction_is_told_with_its_cell_and_the_rest_counts(tmp_path, capsys, city):
    book = load_workbook(BytesIO(random_unit("p-1", 4)))
    sheet = book["Kết quả"]
    sheet["A2"] = "không rõ"
    stream = BytesIO()
    book.save(stream)
    send(tmp_path / "so", "p-1", stream.getvalue())
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=city(listed("p-1")))
    unit = made.unit("p-1")
    assert unit["status"] == "doubtful" and unit["counted"]
    assert any(
        p.get("unit") == "p-1" and p["file"] == "p-1/so-cchc.xlsx" and p["cell"] == "A2" for p in made.told["problems"]
    )
    assert made.code == 1


def test_a_workbook_without_results_of_the_period_is_told(tmp_path, capsys, city):
    book = load_workbook(BytesIO(random_unit("p-1", 4)))
    book["Kết quả"].delete_rows(2, 500)
    stream = BytesIO()
    book.save(stream)
    send(tmp_path / "so", "p-1", stream.getvalue())
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=city(listed("p-1")))
    assert made.unit("p-1")["status"] == "old"
    assert any("01 đơn vị chưa cập nhật kết quả của kỳ này: phường p-1" in text for text in body_lines(made.word))


def test_a_report_of_ours_alone_gives_its_figures(tmp_path, capsys, city):
    book = tmp_path / "p-1.xlsx"
    book.write_bytes(random_unit("p-1", 8))
    from datetime import date

    report(ReportOptions(book, "2023-H1", "cchc", out=tmp_path / "so" / "p-1"), date(2023, 6, 14))
    with_book = consolidate(tmp_path, tmp_path / "ra-1", capsys, own=city(listed("p-1")))
    made = consolidate(tmp_path / "so", tmp_path / "ra-2", capsys, own=city(listed("p-1")))
    assert made.unit("p-1")["status"] == "word"
    assert made.told["totals"] == with_book.told["totals"] != {}
    assert "Số liệu lấy từ phần nguồn gốc trong báo cáo Word" in made.unit("p-1")["remarks"][0]


def test_any_other_word_file_is_quoted_and_never_counted(tmp_path, capsys, city):
    document = Document()
    for text in (
        "I. KẾT QUẢ",
        "Hoàn thành 99/99 nhiệm vụ.",
        "II. KHÓ KHĂN, VƯỚNG MẮC",
        "Thiếu máy quét.",
        "III. KIẾN NGHỊ",
        "Cấp thêm máy.",
    ):
        document.add_paragraph(text)
    path = tmp_path / "so" / "p-1" / "bao cao.docx"
    path.parent.mkdir(parents=True)
    document.save(path)
    send(tmp_path / "so", "p-2", random_unit("p-2", 2))
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=city(listed("p-1", "p-2")))
    assert made.unit("p-1")["status"] == "quoted"
    assert made.unit("p-1")["totals"] == {}
    lines = all_lines(made.word)
    assert "Phường p-1 (chỉ gửi văn bản) nêu: “Thiếu máy quét; Cấp thêm máy”." in lines
    assert not any("99/99" in line for line in lines)


def test_without_a_list_those_who_sent_before_are_waited_for(tmp_path, capsys):
    for code in ("p-1", "p-2"):
        send(tmp_path / "so", code, random_unit(code, 1))
    consolidate(tmp_path / "so", tmp_path / "ra", capsys, "2023-Q1")
    (tmp_path / "so" / "p-2" / "so-cchc.xlsx").unlink()
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys)
    assert {u["code"]: u["status"] for u in made.told["units"]} == {"p-1": "sent", "p-2": "not_sent"}


def test_what_all_indicators_lack_is_said_once(tmp_path, capsys, city):
    send(tmp_path / "so", "p-1", random_unit("p-1", 1))
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, "2023", own=city(listed("p-1")))
    said = [line for line in body_lines(made.word) if "chưa đủ số liệu" in line]
    assert said == ["Các chỉ tiêu trên chưa đủ số liệu các tháng trong kỳ ở phường p-1."]


def test_who_has_to_be_chased_gets_a_letter_and_a_message(tmp_path, capsys, city):
    send(tmp_path / "so", "p-1", random_unit("p-1", 1))
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=city(listed()))
    assert made.told["zalo"].startswith(
        "[UBND tỉnh] Báo cáo CCHC 6 tháng đầu năm 2023: đến ngày 14/6/2023 còn 02 đơn vị chưa gửi"
    )
    letter = next((tmp_path / "ra").glob("CV don doc*.docx")).read_bytes()
    lines = [line.replace("\xa0", " ") for line in all_lines(letter)]
    assert "V/v đôn đốc gửi báo cáo công tác cải cách hành chính 6 tháng đầu năm 2023" in lines
    assert "- UBND phường p-2;" in lines and "- UBND phường p-3." in lines
    assert "BÁO CÁO" not in lines


def test_nobody_to_chase_no_letter(tmp_path, capsys, city):
    send(tmp_path / "so", "p-1", random_unit("p-1", 1))
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=city(listed("p-1")))
    assert made.told["zalo"] == ""
    assert not list((tmp_path / "ra").glob("CV*.docx"))
    assert any("01/01 phường đã gửi báo cáo, không có đơn vị gửi chậm." in text for text in body_lines(made.word))


def test_unchanged_workbooks_are_not_read_again_and_the_bytes_are_the_same(tmp_path, capsys, city, monkeypatch):
    for code in CODES:
        send(tmp_path / "so", code, random_unit(code, 1))
    own = city(listed())
    first = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=own)
    tables = next((tmp_path / "ra").glob("TH*.xlsx")).read_bytes()
    read: list[str] = []
    from generator.roundup import worker

    monkeypatch.setattr(worker, "read_workbook", lambda content, name: read.append(name))
    again = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=own)
    assert read == []
    assert again.word == first.word
    assert next((tmp_path / "ra").glob("TH*.xlsx")).read_bytes() == tables


def test_what_somebody_edited_is_left_alone(tmp_path, capsys, city):
    send(tmp_path / "so", "p-1", random_unit("p-1", 1))
    own = city(listed("p-1"))
    consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=own)
    tables = next((tmp_path / "ra").glob("TH*.xlsx"))
    book = load_workbook(tables)
    book["Đơn vị"]["B1"] = "ghi chú của cán bộ"
    book.save(tables)
    edited = tables.read_bytes()
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, own=own)
    assert tables.read_bytes() == edited
    assert any("đã có người sửa nên được giữ nguyên" in note for note in made.told["notes"])


def test_any_executor_may_do_the_reading(tmp_path):
    from concurrent.futures import ThreadPoolExecutor
    from datetime import date

    from generator.domain.period import ReportingPeriod
    from generator.kinds import kind_of
    from generator.roundup.making import Asked, counted
    from generator.roundup.remembering import Memory

    for code in CODES:
        send(tmp_path / "so", code, random_unit(code, 1))
    asked = Asked(tmp_path / "so", tmp_path / "ra", ReportingPeriod.parse("2023-H1"), kind_of("cchc"), date(2026, 1, 1))
    with ThreadPoolExecutor(2) as pool:
        figures = counted(asked, Memory.load(tmp_path / "ra", "x"), jobs=2, executor=pool)
    assert sorted(figures.by_unit) == list(CODES)


def test_the_month_says_nothing_twice_and_the_next_report_is_not_this_one_late(tmp_path, capsys, city):
    for code in CODES:
        send(tmp_path / "so", code, random_unit(code, 1))
    made = consolidate(tmp_path / "so", tmp_path / "ra", capsys, "2023-05", own=city(listed()))
    assert [u["late"] for u in made.told["units"]] == [False] * 3
    text = " ".join(body_lines(made.word))
    assert "đã hoàn thành 0 nhiệm vụ" not in text
    assert "03/03 đơn vị có tỷ lệ hoàn thành nhiệm vụ đến hạn dưới 80%" not in text
    assert "trong tháng 5 năm 2023 của các phường" in text
