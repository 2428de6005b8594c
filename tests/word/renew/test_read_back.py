"""What an officer changed in the appendix goes back into the workbook, and nothing else in it moves."""

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from generator.book.read.workbook import read_workbook
from generator.book.write.corrections import Correction, understood
from generator.commands.appendix import AppendixOptions, run
from generator.commands.report import ReportOptions
from generator.commands.report import run as make
from generator.domain.deadline import Deadline, Milestone
from generator.domain.plan import Plan, Section, Task
from generator.domain.progress import ProgressEntry, Word, entries_by_task
from generator.domain.unit import Unit
from generator.domain.unit_year import UnitYear
from generator.word.package import read_members
from tests.word.renew import hands
from tests.word.renew.reports import WORKBOOK, ward
from tests.word.renew.test_appendix_command import a_figure_arrives
from tests.word_files import W, all_lines, text_of

DAY = date(2023, 6, 13)
TASKS = "phu-luc-nhiem-vu"


# -- understanding --------------------------------------------------------------------------------
MILESTONES = (Milestone("Quý I", None, date(2023, 3, 31)), Milestone("Quý II", None, date(2023, 6, 30)))
YEAR = UnitYear(
    Unit("mau"),
    Plan(
        sections=(
            Section("I", "A", (Task("I.1", "Một việc"), Task("I.2", "Hai mốc", deadline=Deadline("", MILESTONES)))),
        )
    ),
    entries_by_task([ProgressEntry(date(2023, 5, 25), "I.1", Word.IN_PROGRESS, result="Đang làm")]),
)


def corrected_result(task_id: str, result: str, printed: str, **other: str) -> Correction:
    """A result that a person changed, while the workbook still prints what it printed."""
    return Correction(task_id, result=result, generated=printed, printed=printed, **other)


@pytest.mark.parametrize(
    ("correction", "rows"),
    [
        (
            corrected_result("I.1", result="Đã xong phần đầu", printed="Đang làm"),
            [("", {"Tình trạng": "Đang thực hiện", "Kết quả thực hiện": "Đã xong phần đầu"})],
        ),
        (
            Correction("I.1", state="Hoàn thành đúng hạn", result="Đã gửi (Báo cáo số 7/BC-UBND ngày 12/6/2023)"),
            [
                (
                    "",
                    {
                        "Tình trạng": "Hoàn thành",
                        "Kết quả thực hiện": "Đã gửi",
                        "Văn bản": "Báo cáo số 7/BC-UBND ngày 12/6/2023",
                        "Ngày hoàn thành": "12/6/2023",
                    },
                )
            ],
        ),
        (
            Correction("I.1", result="Quyết định số 15/QĐ-UBND ngày 02/6/2023"),
            [("", {"Tình trạng": "Đang thực hiện", "Văn bản": "Quyết định số 15/QĐ-UBND ngày 02/6/2023"})],
        ),
        (Correction("I.1", state="đã  hoàn thành"), [("", {"Tình trạng": "Hoàn thành"})]),
        (Correction("I.1", state="Tạm dừng"), [("", {"Tình trạng": "Tạm dừng"})]),
        (
            corrected_result(
                "I.2", result="Quý I: Đã nộp\nQuý II: Sắp xong", printed="Quý I: Đã nộp\nQuý II: Chưa làm"
            ),
            [("Quý II", {"Kết quả thực hiện": "Sắp xong"})],
        ),
        (
            Correction("I.2", result="Quý I, Quý II: Đã nộp cả hai"),
            [("Quý I", {"Kết quả thực hiện": "Đã nộp cả hai"}), ("Quý II", {"Kết quả thực hiện": "Đã nộp cả hai"})],
        ),
        (
            corrected_result("I.1", result="Đang làm\nNguyên nhân: Thiếu người", printed="Đang làm"),
            [("", {"Nguyên nhân chậm": "Thiếu người", "Tình trạng": "Đang thực hiện"})],
        ),
        (
            corrected_result(
                "I.1",
                result="Đang làm\nNguyên nhân: Thiếu người\nBiện pháp: Xong trong tháng 7",
                printed="Đang làm\nNguyên nhân: Thiếu người\nBiện pháp: Xong trong tháng 6",
            ),
            [("", {"Biện pháp, dự kiến": "Xong trong tháng 7", "Tình trạng": "Đang thực hiện"})],
        ),
        (
            corrected_result("I.1", result="Đã họp\nĐã gửi", printed="Đang làm"),
            [("", {"Tình trạng": "Đang thực hiện", "Kết quả thực hiện": "Đã họp\nĐã gửi"})],
        ),
        (
            corrected_result("I.1", result="Đã họp\nĐã gửi", printed="Đã họp\nChưa gửi"),
            [("", {"Tình trạng": "Đang thực hiện", "Kết quả thực hiện": "Đã họp\nĐã gửi"})],
        ),
        (
            corrected_result(
                "I.2", result="Quý I: Đã nộp\nhai bản\nQuý II: Xong", printed="Quý I: Đã nộp\nQuý II: Xong"
            ),
            [("Quý I", {"Kết quả thực hiện": "Đã nộp\nhai bản"})],
        ),
        (
            corrected_result("I.2", result="Viết lại", printed="Quý II: B"),
            [("Quý II", {"Kết quả thực hiện": "Viết lại"})],
        ),
        (
            Correction("I.1", cause="Thiếu người", remedy="Tăng cường trong tháng 7"),
            [
                (
                    "",
                    {
                        "Nguyên nhân chậm": "Thiếu người",
                        "Biện pháp, dự kiến": "Tăng cường trong tháng 7",
                        "Tình trạng": "Đang thực hiện",
                    },
                )
            ],
        ),
    ],
)
def test_a_correction_comes_to_rows_of_the_sheet(correction, rows):
    changes, refused = understood(correction, YEAR, DAY)
    assert not refused
    assert [(c.milestone, {h: t for h, t in c.cells.items() if t}) for c in changes] == rows


def test_a_milestone_done_does_not_make_the_whole_task_done():
    done = ProgressEntry(DAY, "I.2", Word.DONE, milestone="Quý I", completed_on=date(2023, 3, 30), result="Đã nộp")
    year = replace(YEAR, entries=entries_by_task([done]))
    correction = corrected_result("I.2", result="Còn lại làm trong quý II\nQuý I: Đã nộp", printed="Quý I: Đã nộp")
    [change] = understood(correction, year, DAY)[0]
    assert (change.milestone, change.cells["Tình trạng"]) == ("", "Đang thực hiện")
    assert "Ngày hoàn thành" not in change.cells


@pytest.mark.parametrize(
    ("correction", "words"),
    [
        (Correction("I.1", state="Gần xong"), "không hiểu tình trạng “Gần xong”"),
        (Correction("IX.9", result="Có"), "sổ không có nhiệm vụ này"),
        (corrected_result("I.1", result="", printed="Đang làm"), "xóa trắng"),
        (Correction("I.2", state="Hoàn thành"), "nhiều mốc"),
        (Correction("I.1", state=""), "tình trạng bị xóa trắng"),
        (Correction("I.1", cause=""), "nguyên nhân bị xóa trắng"),
        (Correction("I.1", remedy=""), "biện pháp bị xóa trắng"),
        (corrected_result("I.2", result="Quý I: A", printed="Quý I: A\nQuý II: B"), "“B” bị xóa trong báo cáo"),
        (Correction("I.1", result="Của tôi", generated="Cũ", printed="Của sổ"), "sổ cũng đã đổi, nay là “Của sổ”"),
        (Correction("I.1", state="Tạm dừng", is_state_contested=True), "sổ cũng đã đổi, nay là “Đang thực hiện”"),
        (
            corrected_result("I.1", result="Đang làm", printed="Đang làm\nNguyên nhân: Thiếu người"),
            "nguyên nhân “Thiếu người” bị xóa trong báo cáo",
        ),
    ],
)
def test_what_the_workbook_has_no_place_for_is_said(correction, words):
    changes, refused = understood(correction, YEAR, DAY)
    assert not changes
    assert words in refused[0]


# -- from file to file ----------------------------------------------------------------------------
@pytest.fixture
def folder(tmp_path) -> Path:
    """The ward's workbook with an officer's colour, comment and column in it, and the report made from it."""
    workbook = tmp_path / WORKBOOK.name
    book = load_workbook(WORKBOOK)
    sheet = book["Kết quả"]
    sheet["B10"].fill = PatternFill("solid", fgColor="FFCC00")
    sheet["B10"].comment = Comment("Hỏi lại anh A", "Trần Thị B")
    sheet.cell(1, sheet.max_column + 1, "Ghi chú riêng")
    sheet.cell(10, sheet.max_column, "của tôi")
    book.save(workbook)
    assert make(ReportOptions(workbook, period="2023-H1", as_of="2023-06-13")) == 0
    return tmp_path


def report_in(folder: Path) -> Path:
    return next(p for p in folder.glob("*.docx") if "bản lưu" not in p.name)


def corrected(folder: Path, task_id: str, column: int, text: str) -> None:
    """Rewrite a cell of a task's row in the tasks appendix."""
    task = next(t for t in ward().plan.tasks if t.id == task_id)
    report = report_in(folder)
    words = task.text.split("\n")[0]

    def change(tree):
        table = hands.control(tree, TASKS).find(f".//{W}tbl")
        row = next(r for r in table.findall(f"{W}tr") if words in text_of(r))
        cell = row.findall(f"{W}tc")[column]
        for extra in cell.findall(f"{W}p")[1:]:
            cell.remove(extra)
        if cell.find(f"{W}p/{W}r/{W}t") is None:
            hands.etree.SubElement(hands.etree.SubElement(cell.find(f"{W}p"), f"{W}r"), f"{W}t")
        hands.set_text(cell.find(f"{W}p"), text)

    report.write_bytes(hands.changed(report.read_bytes(), change))


def read_back(folder: Path, apply: bool = False) -> int:
    return run(AppendixOptions(report_in(folder), read_back=True, apply=apply))


def test_nothing_changed_is_said(folder, capsys):
    assert read_back(folder) == 0
    assert "không có chỗ nào khác sổ" in capsys.readouterr().out


def test_changes_are_listed_and_nothing_is_written(folder, capsys):
    corrected(folder, "IV.1", 5, "Đã trình phương án")
    before = {p: p.read_bytes() for p in folder.iterdir()}
    assert read_back(folder) == 1
    shown = capsys.readouterr().out
    assert "IV.1" in shown and "Kết quả thực hiện “Đã trình phương án”" in shown and "--apply" in shown
    assert {p: p.read_bytes() for p in folder.iterdir()} == before


def test_applied_changes_are_in_the_workbook_and_the_report_agrees(folder, capsys):
    corrected(folder, "III.1", 6, "Hoàn thành đúng hạn")
    corrected(folder, "III.1", 5, "Báo cáo rà soát, đơn giản hóa TTHC: Đã gửi (Báo cáo số 77/BC-UBND ngày 12/6/2023)")
    workbook = folder / WORKBOOK.name
    before = workbook.read_bytes()
    assert read_back(folder, apply=True) == 0
    data, problems = read_workbook(workbook)
    assert not problems
    entry = [e for e in data.entries["III.1"] if e.as_of == DAY][-1]
    assert (entry.word, entry.completed_on) == (Word.DONE, date(2023, 6, 12))
    assert (entry.result, entry.document) == ("Đã gửi", "Báo cáo số 77/BC-UBND ngày 12/6/2023")
    assert (folder / f"{workbook.stem} (bản lưu 2).xlsx").read_bytes() == before
    capsys.readouterr()
    assert read_back(folder) == 0
    assert "không có chỗ nào khác sổ" in capsys.readouterr().out


def test_a_report_whose_changes_are_in_the_workbook_is_renewed_without_asking(folder, capsys):
    corrected(folder, "III.1", 5, "Báo cáo rà soát, đơn giản hóa TTHC: Đã gửi")
    assert read_back(folder, apply=True) == 0
    book = load_workbook(folder / WORKBOOK.name)
    sheet = book["Kết quả"]
    headers = {c.value: c.column for c in sheet[1]}
    row = next(r[0].row for r in sheet.iter_rows(min_row=2) if r[headers["Kết quả thực hiện"] - 1].value == "Đã gửi")
    sheet.cell(row, headers["Tình trạng"], "Hoàn thành")
    sheet.cell(row, headers["Ngày hoàn thành"], date(2023, 6, 12))
    sheet.cell(row, headers["Nguyên nhân chậm"]).value = None
    book.save(folder / WORKBOOK.name)
    assert run(AppendixOptions(report_in(folder))) == 0
    assert read_back(folder) == 0


def test_stale_cells_of_a_kept_appendix_do_not_go_back(folder, capsys):
    corrected(folder, "IV.1", 5, "Đã trình phương án")
    a_figure_arrives(folder)
    assert run(AppendixOptions(report_in(folder), keep=(TASKS,))) == 0
    capsys.readouterr()
    assert read_back(folder) == 1
    shown = capsys.readouterr().out
    assert "IV.1: Kết quả thực hiện “Đã trình phương án”" in shown and "III.1" not in shown


def test_a_document_that_would_go_is_told(folder, capsys):
    corrected(folder, "VI.3", 5, "Đã ban hành")
    before = [e for e in ward().entries["VI.3"] if e.as_of == DAY]
    assert before[-1].document
    assert read_back(folder) == 1
    assert f"bỏ Văn bản “{before[-1].document}”" in capsys.readouterr().out


def late_cause_typed(folder: Path, words: str) -> None:
    """Rewrite why III.1 is late, in Phụ lục III."""
    report = report_in(folder)

    def change(tree):
        table = hands.control(tree, "phu-luc-qua-han").find(f".//{W}tbl")
        row = next(r for r in table.findall(f"{W}tr") if "(nhiệm vụ III.1)" in text_of(r))
        hands.set_text(row.findall(f"{W}tc")[5].find(f"{W}p"), words)

    report.write_bytes(hands.changed(report.read_bytes(), change))


def test_a_cause_changed_in_the_appendix_of_late_tasks_goes_back(folder):
    late_cause_typed(folder, "Chờ hướng dẫn của Sở")
    assert read_back(folder, apply=True) == 0
    assert "Chờ hướng dẫn của Sở" in [e.cause for e in read_workbook(folder / WORKBOOK.name)[0].entries["III.1"]]


def test_a_change_to_a_task_that_is_late_no_more_is_told(folder, capsys):
    late_cause_typed(folder, "Chờ hướng dẫn của Sở")
    a_figure_arrives(folder)
    assert read_back(folder) == 1
    shown = capsys.readouterr().out
    assert "Phụ lục III: hàng III.1 " in shown and "có sửa tay, mà sổ nay không còn hàng này" in shown


def test_an_appendix_that_only_the_new_figures_ask_for_is_not_missed(tmp_path, capsys):
    workbook = tmp_path / WORKBOOK.name
    shutil.copy(WORKBOOK, workbook)
    book = load_workbook(workbook)
    sheet = book["Kết quả"]
    headers = {c.value: c.column for c in sheet[1]}
    late = [("I.5", "Tháng 5"), ("III.1", "Báo cáo rà soát, đơn giản hóa TTHC")]
    for at, (task_id, milestone) in enumerate(late, start=sheet.max_row + 1):
        done = {"Đến ngày": DAY, "Mã": task_id, "Mốc": milestone, "Tình trạng": "Hoàn thành", "Ngày hoàn thành": DAY}
        for header, value in done.items():
            sheet.cell(at, headers[header], value)
    book.save(workbook)
    assert make(ReportOptions(workbook, period="2023-H1", as_of="2023-06-13")) in (0, 1)
    assert not any("NHIỆM VỤ QUÁ HẠN ĐẾN" in line for line in all_lines(report_in(tmp_path).read_bytes()))
    shutil.copy(WORKBOOK, workbook)
    capsys.readouterr()
    assert read_back(tmp_path) == 0
    assert "không có chỗ nào khác sổ" in capsys.readouterr().out


def test_read_back_takes_no_choice_of_renewal(folder, capsys):
    assert run(AppendixOptions(report_in(folder), read_back=True, keep=("tong-hop",))) == 2
    assert "chạy riêng" in capsys.readouterr().err


def test_a_task_without_a_row_of_that_day_gets_a_new_row(folder):
    quiet = next(t.id for t in ward().plan.tasks if all(e.as_of < DAY for e in ward().entries.get(t.id, ())))
    corrected(folder, quiet, 5, "Việc mới làm")
    workbook = folder / WORKBOOK.name
    rows = load_workbook(workbook)["Kết quả"].max_row
    assert read_back(folder, apply=True) == 0
    sheet = load_workbook(workbook)["Kết quả"]
    assert sheet.max_row == rows + 1
    values = [c.value for c in sheet[rows + 1]]
    assert values[:2] == [datetime(2023, 6, 13), quiet]
    assert "Việc mới làm" in values
    assert not read_workbook(workbook)[1]


def test_all_else_in_the_workbook_stays(folder):
    workbook = folder / WORKBOOK.name
    corrected(folder, "IV.1", 5, "Đã trình phương án")
    before = workbook.read_bytes()
    assert read_back(folder, apply=True) == 0
    members, former = read_members(workbook.read_bytes()), read_members(before)
    [changed] = [name for name in former if members[name].data != former[name].data]
    assert changed.startswith("xl/worksheets/")
    old, new = (load_workbook(p)["Kết quả"] for p in (next(folder.glob("*(bản lưu 2).xlsx")), workbook))
    assert new["B10"].comment.text == "Hỏi lại anh A"
    assert new["B10"].fill.fgColor.rgb == old["B10"].fill.fgColor.rgb == "00FFCC00"
    assert new.cell(10, new.max_column).value == "của tôi"
    differing = [
        (a.coordinate, a.value, b.value)
        for row_a, row_b in zip(old.iter_rows(), new.iter_rows(max_row=old.max_row), strict=True)
        for a, b in zip(row_a, row_b, strict=True)
        if a.value != b.value
    ]
    assert len(differing) <= 2


def test_what_belongs_elsewhere_is_listed_with_its_place(folder, capsys):
    corrected(folder, "IV.1", 4, "Công chức Tư pháp")
    assert read_back(folder) == 1
    shown = capsys.readouterr().out
    assert "Phụ lục II, hàng IV.1, cột Chủ trì, “Công chức Tư pháp”: không ghi lại được" in shown
    address = shown.partition("sheet Nhiệm vụ, ô ")[2].partition(".")[0]
    assert load_workbook(folder / WORKBOOK.name)["Nhiệm vụ"][address].value == "Công chức Văn phòng - Thống kê"


def test_a_picture_in_a_cell_is_told_and_the_words_go_back(folder, capsys):
    corrected(folder, "IV.1", 5, "Đã chụp ảnh")

    def picture(tree):
        run = next(r for r in tree.iter(f"{W}r") if r.findtext(f"{W}t") == "Đã chụp ảnh")
        hands.etree.SubElement(run, f"{W}drawing")

    report = report_in(folder)
    report.write_bytes(hands.changed(report.read_bytes(), picture))
    assert read_back(folder, apply=True) == 1
    assert "hàng IV.1 có ảnh, chú thích hoặc nhận xét; sổ không giữ" in capsys.readouterr().out
    entries = read_workbook(folder / WORKBOOK.name)[0].entries["IV.1"]
    assert [e.result for e in entries if e.as_of == DAY] == ["Đã chụp ảnh"]


def test_what_the_workbook_has_changed_since_is_not_written_over(folder, capsys):
    corrected(folder, "IV.1", 5, "Của báo cáo")
    workbook = folder / WORKBOOK.name
    book = load_workbook(workbook)
    sheet = book["Kết quả"]
    headers = {c.value: c.column for c in sheet[1]}
    row = {"Đến ngày": DAY, "Mã": "IV.1", "Tình trạng": "Đang thực hiện", "Kết quả thực hiện": "Của sổ"}
    for header, value in row.items():
        sheet.cell(sheet.max_row + (header == "Đến ngày"), headers[header], value)
    book.save(workbook)
    before = workbook.read_bytes()
    assert read_back(folder, apply=True) == 1
    assert workbook.read_bytes() == before
    assert "“Của báo cáo”: từ khi làm báo cáo sổ cũng đã đổi, nay là “Của sổ”" in capsys.readouterr().out


def test_columns_renamed_added_and_dropped_are_told(folder, capsys):
    def change(tree):
        table = hands.control(tree, TASKS).find(f".//{W}tbl")
        for row in table.findall(f"{W}tr"):
            cells = row.findall(f"{W}tc")
            if len(cells) == 7:
                row.remove(cells[2])
        hands.set_text(table.find(f"{W}tr").findall(f"{W}tc")[4].find(f"{W}p"), "Kết quả")

    report = report_in(folder)
    report.write_bytes(hands.changed(report.read_bytes(), change))
    assert read_back(folder) == 1
    shown = capsys.readouterr().out
    assert "Phụ lục II: cột Sản phẩm/kết quả không còn trong bảng nên không đọc được." in shown
    assert "Phụ lục II: cột Kết quả thực hiện không còn trong bảng nên không đọc được." in shown
    assert "Phụ lục II: cột “Kết quả” do người sửa thêm." in shown
    assert "IV.1" not in shown


def test_a_workbook_open_in_excel_is_left_alone(folder, capsys):
    corrected(folder, "IV.1", 5, "Đã trình phương án")
    shutil.copy(WORKBOOK, folder / f"~${WORKBOOK.name}")
    before = (folder / WORKBOOK.name).read_bytes()
    assert read_back(folder, apply=True) == 2
    assert (folder / WORKBOOK.name).read_bytes() == before
    assert "đang mở trong Word hoặc Excel" in capsys.readouterr().err
