"""The command line as typed: Vietnamese help, kind errors, exit codes, never a traceback."""

import errno
import gettext
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from docx import Document
from openpyxl import load_workbook

from generator.cli import _file_message
from generator.commands import vietnamese_click

INPUTS = Path(__file__).parents[1] / "inputs"
WARD = INPUTS / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"
TEMPLATES = Path(__file__).parents[1] / "templates"


def cchc(*arguments: object) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "generator.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_help_is_in_vietnamese_and_lists_the_commands():
    shown = cchc("--help")
    assert shown.returncode == 0
    for words in ("Cách dùng", "Tùy chọn", "Lệnh", "report", "open-month", "Hiện trang này"):
        assert words in shown.stdout
    for english in ("Usage", "Options", "Commands", "Show this"):
        assert english not in shown.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["reprt"], "Không có lệnh reprt"),
        (["report"], "Thiếu"),
        (["report", WARD, "--perid", "2023"], "Không có tùy chọn --perid"),
        (["report", WARD, "--kind", "quy"], "'--kind' chưa đúng: không có loại “quy”; chọn một trong: thang"),
        (["report", WARD, "thừa"], "Thừa trên dòng lệnh: thừa"),
        (["report", WARD, "--period"], "--period cần một giá trị theo sau"),
        (["report", WARD, "--json=1"], "--json không nhận giá trị"),
        (["batch", "so", "--period", "2023", "--jobs", "0"], "'--jobs' chưa đúng: cần một số từ 1 trở lên"),
        (["batch", "so", "--period", "2023", "--jobs", "hai"], "“hai” không phải là một số nguyên"),
        (["report", "khong-co.xlsx", "--period", "2023"], "Không tìm thấy"),
        (["report", WARD, "--period", "2023-H1", "--as-of", "hôm qua"], "không hiểu ngày"),
        (["open-month", WARD, "--date", "32/13/2023"], "Không hiểu ngày"),
        (["open-month", TEMPLATES / "cau-chu.toml", "--date", "1/6/2023"], "Tệp"),
        (["report", TEMPLATES / "cau-chu.toml", "--period", "2023"], "Chưa làm được báo cáo nào"),
        (["report", TEMPLATES / "cchc.docx", "--period", "2023"], "Chưa làm được báo cáo nào"),
        (["report", INPUTS, "--period", "2023"], "thư mục"),
    ],
)
def test_what_is_typed_wrong_gets_a_kind_answer(arguments, words):
    shown = cchc(*arguments)
    assert shown.returncode == 2
    assert words in shown.stderr
    assert "Traceback" not in shown.stderr
    for english in ("Error", "Missing", "Invalid", "such", "argument"):
        assert english not in shown.stderr


def test_a_report_says_where_it_is(tmp_path):
    shown = cchc("report", WARD, "--period", "2023-H1", "--as-of", "2023-06-13", "-o", tmp_path)
    assert shown.returncode == 0, shown.stderr
    made = next(tmp_path.glob("*.docx"))
    assert str(made) in shown.stdout
    assert "47 nhiệm vụ" in shown.stdout


def test_new_writes_a_workbook_once(tmp_path):
    first = cchc("new", tmp_path / "so")
    assert first.returncode == 0
    workbook = tmp_path / "so" / "so-cchc.xlsx"
    before = workbook.read_bytes()
    again = cchc("new", tmp_path / "so")
    assert again.returncode == 2 and "không ghi đè" in again.stderr
    assert workbook.read_bytes() == before


def test_an_empty_workbook_is_answered_with_a_few_clear_words(tmp_path):
    cchc("new", tmp_path)
    shown = cchc("report", tmp_path / "so-cchc.xlsx", "--period", "2026-06")
    assert shown.returncode == 2
    assert 1 <= shown.stderr.count("  - ") < 30
    assert "Nhiệm vụ" in shown.stderr


def test_from_an_empty_workbook_to_a_report(tmp_path):
    cchc("new", tmp_path)
    path = tmp_path / "so-cchc.xlsx"
    book = load_workbook(path)
    values = {
        "Mã đơn vị": "phuong-mau",
        "Tên cơ quan": "ỦY BAN NHÂN DÂN\nPHƯỜNG MẪU",
        "Tên trong câu": "UBND phường Mẫu",
        "Tên gọi tắt": "UBND phường",
        "Tên ngắn": "P Mẫu/1",
        "Địa danh": "Mẫu",
        "Ký hiệu": "BC-UBND",
        "Quyền hạn, chức vụ người ký": "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
        "Họ tên người ký": "Nguyễn Văn A",
        "Nơi nhận": "Thường trực Đảng ủy\nLưu: VT",
        "Số kế hoạch": "25/KH-UBND",
        "Ngày kế hoạch": date(2026, 1, 22),
        "Tên kế hoạch": "cải cách hành chính năm 2026",
        "Cơ quan ban hành kế hoạch": "UBND phường Mẫu",
        "Năm kế hoạch": 2026,
    }
    for row in book["Thông tin"].iter_rows(min_row=2):
        if row[0].value in values:
            row[2].value = values[row[0].value]
    header = [cell.value for cell in book["Nhiệm vụ"][1]]
    task = {"Mã": "I.1", "Lĩnh vực": "I. CẢI CÁCH THỂ CHẾ", "Nhiệm vụ": "Rà soát văn bản", "Tiến độ": "Thường xuyên"}
    for name, value in task.items():
        book["Nhiệm vụ"].cell(2, header.index(name) + 1, value)
    book.save(path)

    opened = cchc("open-month", path, "--date", "25/6/2026")
    assert opened.returncode == 0 and "1 dòng" in opened.stdout
    shown = cchc("report", path, "--period", "2026-06")
    assert shown.returncode == 0, shown.stdout + shown.stderr
    assert [p.name for p in tmp_path.glob("*.docx")] == ["BC tien do KH thang 6 nam 2026 - P Mau-1.docx"]


def test_a_template_with_faults_is_told_where(tmp_path):
    template = tmp_path / "cchc.docx"
    document = Document()
    document.add_paragraph("{%p for doan in tong_hop %}")
    document.add_paragraph("{{ doan }} và {{ tong_hp }}")
    document.add_paragraph("{{ 'ngoặc cong’ }}")
    document.save(str(template))
    shown = cchc("template", "check", template)
    assert shown.returncode == 1
    assert "đoạn 1" in shown.stdout and "chưa đóng bằng endfor" in shown.stdout
    assert "đoạn 3" in shown.stdout and "ngoặc kép cong" in shown.stdout


@pytest.mark.parametrize("name", ["cchc.docx", "thang.docx", "thay-doi.docx"])
def test_the_packaged_templates_are_without_fault(name):
    shown = cchc("template", "check", TEMPLATES / name)
    assert shown.returncode == 0, shown.stdout


def test_a_broken_template_beside_the_workbook_is_named_not_a_crash(tmp_path):
    shutil.copy(WARD, tmp_path)
    (tmp_path / "cchc.docx").write_bytes(b"khong phai docx")
    shown = cchc("report", tmp_path / WARD.name, "--period", "2023-H1", "-o", tmp_path / "out")
    assert shown.returncode == 2 and "hỏng" in shown.stderr


def test_a_sheet_under_another_name_is_pointed_out(tmp_path):
    book = load_workbook(WARD)
    book["Lời văn"].title = "Loi van"
    path = tmp_path / "so.xlsx"
    book.save(path)
    shown = cchc("report", path, "--period", "2023-H1", "-o", tmp_path)
    assert shown.returncode == 1
    assert "“Lời văn”" in shown.stdout and "“Loi van”" in shown.stdout


def test_results_after_the_day_of_the_report_are_mentioned(tmp_path):
    shown = cchc("report", WARD, "--period", "2023-H1", "--as-of", "2023-06-13", "-o", tmp_path)
    assert "ghi sau ngày 13/6/2023 chưa được tính" in shown.stdout


@pytest.mark.parametrize("period", ["tháng 6", "quý II", "2023H1", "2023-6M", "Quý 2/2023"])
def test_a_period_as_people_say_it(period, tmp_path):
    assert cchc("report", WARD, "--period", period, "-o", tmp_path).returncode == 0


def test_a_day_long_after_the_period_is_asked_about(tmp_path):
    shown = cchc("report", WARD, "--period", "2023-H1", "--as-of", "25/12/2025", "-o", tmp_path)
    assert shown.returncode == 1 and "đã quá xa" in shown.stdout


def test_a_month_of_another_year_is_not_opened(tmp_path):
    path = tmp_path / "so.xlsx"
    shutil.copy(WARD, path)
    before = path.read_bytes()
    shown = cchc("open-month", path, "--date", "25/6/2022")
    assert shown.returncode == 2 and "nằm ngoài năm kế hoạch 2023" in shown.stderr
    assert path.read_bytes() == before


def test_opening_a_month_keeps_a_copy_and_leaves_a_workbook_alone_that_is_open(tmp_path):
    path = tmp_path / "so.xlsx"
    shutil.copy(WARD, path)
    before = path.read_bytes()
    lock = tmp_path / "~$so.xlsx"
    lock.write_bytes(b"")
    open_elsewhere = cchc("open-month", path, "--date", "25/6/2023")
    assert open_elsewhere.returncode == 2 and "đang mở" in open_elsewhere.stderr
    assert path.read_bytes() == before
    lock.unlink()
    opened = cchc("open-month", path, "--date", "25/6/2023")
    assert opened.returncode == 0 and path.read_bytes() != before
    (copy,) = set(tmp_path.glob("*.xlsx")) - {path}
    assert copy.read_bytes() == before and copy.name in opened.stdout


def test_a_tag_left_open_stops_the_report_instead_of_losing_a_paragraph(tmp_path):
    shutil.copy(WARD, tmp_path)
    document = Document(str(TEMPLATES / "cchc.docx"))
    opening = next(p for p in document.paragraphs if "{{ mo_dau }}" in p.text)
    opening.runs[0].text = "{{ mo_dau }"
    document.save(str(tmp_path / "cchc.docx"))
    shown = cchc("report", tmp_path / WARD.name, "--period", "2023-H1", "-o", tmp_path / "out")
    assert shown.returncode == 2
    assert "chưa đóng trong cùng đoạn" in shown.stderr and "mo_dau" in shown.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_phrases_saved_by_notepad_are_read(encoding, tmp_path):
    shutil.copy(WARD, tmp_path)
    text = (TEMPLATES / "cau-chu.toml").read_text(encoding="utf-8")
    (tmp_path / "cau-chu.toml").write_text(text, encoding=encoding)
    assert cchc("report", tmp_path / WARD.name, "--period", "2023-H1").returncode == 0


@pytest.mark.parametrize(("content", "words"), [(b'a = "b\nc = "d"', "dòng 1"), (b"\xff\xfa\x00", "không phải UTF-8")])
def test_phrases_that_cannot_be_read_are_named(content, words, tmp_path):
    shutil.copy(WARD, tmp_path)
    (tmp_path / "cau-chu.toml").write_bytes(content)
    shown = cchc("report", tmp_path / WARD.name, "--period", "2023-H1")
    assert shown.returncode == 2
    assert "cau-chu.toml" in shown.stderr and words in shown.stderr


def test_a_template_beside_phrases_that_cannot_be_read_names_their_file_and_line(tmp_path):
    shutil.copy(TEMPLATES / "cchc.docx", tmp_path)
    (tmp_path / "cau-chu.toml").write_bytes(b'a = "b\nc = "d"')
    shown = cchc("template", "check", tmp_path / "cchc.docx")
    assert shown.returncode == 2
    assert str(tmp_path / "cau-chu.toml") in shown.stderr and "dòng 1" in shown.stderr
    assert "Lỗi ngoài dự kiến" not in shown.stderr


def test_a_finished_report_is_no_template(tmp_path):
    cchc("report", WARD, "--period", "2023-H1", "-o", tmp_path)
    shown = cchc("template", "check", next(tmp_path.glob("*.docx")))
    assert shown.returncode == 1 and "không phải mẫu" in shown.stdout


def test_the_help_of_appendix_tells_how_to_find_the_names_of_regions():
    shown = " ".join(cchc("appendix", "--help").stdout.split())
    assert "tong-hop" in shown and "kê mọi vùng của báo cáo" in shown


@pytest.mark.parametrize(
    "command", [["--help"], ["report", "--help"], ["open-month", "--help"], ["template", "--help"]]
)
def test_no_english_is_left_in_any_help(command):
    shown = cchc(*command).stdout
    for english in ("Usage", "Options", "Commands", "Show this", "required", "Arguments"):
        assert english not in shown


def test_the_list_of_commands_is_whole_and_a_half_year_is_shown():
    shown = " ".join(cchc("--help").stdout.split())
    assert "..." not in shown and "giữ nguyên từng chữ." in shown
    for command in ("report", "batch"):
        assert "2023-H1, 2023-H2" in " ".join(cchc(command, "--help").stdout.split())


def test_the_names_of_parts_are_told_when_none_is_like_the_one_typed(tmp_path):
    assert "tong-hop" in cchc("appendix", "--help").stdout
    cchc("report", WARD, "--period", "2023-H1", "--as-of", "2023-06-13", "-o", tmp_path)
    shown = cchc("appendix", next(tmp_path.glob("*.docx")), WARD, "--keep", "danh-sach")
    for name in ("van-ban", "qua-han", "phu-luc-thong-ke"):
        assert name in shown.stderr


def test_mending_overwrites_no_file(tmp_path):
    cchc("report", WARD, "--period", "2023-H1", "-o", tmp_path)
    made = next(tmp_path.glob("*.docx"))
    taken = tmp_path / "da-co.docx"
    taken.write_bytes(b"cua nguoi khac")
    shown = cchc("check", made, "--fix", taken)
    assert shown.returncode == 2 and "không ghi đè" in shown.stderr
    assert taken.read_bytes() == b"cua nguoi khac"


def test_a_document_without_words_is_not_said_to_be_right(tmp_path):
    empty = tmp_path / "anh.docx"
    Document().save(str(empty))
    shown = cchc("check", empty)
    assert shown.returncode == 2 and "không có chữ" in shown.stdout + shown.stderr


def test_a_report_is_not_emptied_from_a_workbook_whose_sheet_has_another_name(tmp_path):
    workbook = tmp_path / "so.xlsx"
    shutil.copy(WARD, workbook)
    cchc("report", workbook, "--period", "2023-H1", "--as-of", "2023-06-13")
    made = next(tmp_path.glob("*.docx"))
    before = made.read_bytes()
    book = load_workbook(workbook)
    book["Kết quả"].title = "Kết quả 2023"
    book.save(workbook)
    shown = cchc("appendix", made)
    assert shown.returncode == 2 and "chưa làm mới" in shown.stdout + shown.stderr
    assert made.read_bytes() == before


def test_the_words_of_the_library_of_the_command_line_are_those_of_their_source():
    words = Path(vietnamese_click.__file__).with_name("locale") / "vi" / "LC_MESSAGES"
    with (words / "messages.po").open("rb") as file:
        source = read_po(file)
    with (words / "messages.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in source:
        one = message.id if isinstance(message.id, str) else message.id[0]
        said = compiled.gettext(one) if isinstance(message.id, str) else compiled.ngettext(*message.id, 1)
        assert not one or said == "".join(message.string), "out of date: run make words"


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_fault_of_a_file_is_told_in_english(number):
    error = OSError(number, os.strerror(number), "so.xlsx")
    assert os.strerror(number) not in _file_message(error) and "so.xlsx" in _file_message(error)


@pytest.mark.parametrize("closed", ["sys.stdout", "sys.stdout = sys.stderr"])
def test_begun_without_a_screen_the_report_is_made_all_the_same(tmp_path, closed):
    """As by a timer of the PC: pythonw has no streams."""
    code = f"import sys; {closed} = None; from generator.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, "report", WARD, "--period", "2023-H1", "-o", tmp_path])
    assert done.returncode == 0 and len(list(tmp_path.glob("*.docx"))) == 1


def test_a_full_disk_is_told_as_such(tmp_path):
    resource = pytest.importorskip("resource")
    shutil.copy(WARD, tmp_path / "so.xlsx")
    command = [sys.executable, "-m", "generator.cli", "open-month", str(tmp_path / "so.xlsx"), "--date", "25/7/2023"]
    full = subprocess.run(
        command,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
        capture_output=True,
        encoding="utf-8",
    )
    assert full.returncode == 2 and "so (bản lưu 2).xlsx”: ổ đĩa không nhận tệp lớn như vậy; bản cũ" in full.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["so.xlsx"]
    assert (tmp_path / "so.xlsx").read_bytes() == WARD.read_bytes()
