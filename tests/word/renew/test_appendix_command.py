"""`cchc appendix` as an officer uses it: files, backups, messages, exit codes."""

import os
import shutil
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from generator.commands.appendix import AppendixOptions, run
from generator.commands.report import ReportOptions
from generator.commands.report import run as make
from generator.word import package
from generator.word.package import read_members, with_parts
from tests.word.renew import hands
from tests.word.renew.reports import WORKBOOK
from tests.word_files import all_lines


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder with the ward's workbook and its six-month report, the opening rewritten by hand."""
    workbook = tmp_path / WORKBOOK.name
    shutil.copy(WORKBOOK, workbook)
    assert make(ReportOptions(workbook, period="2023-H1", as_of="2023-06-13")) == 0
    report = next(tmp_path.glob("*.docx"))
    document = Document(report)
    next(p for p in document.paragraphs if p.text.startswith("Thực hiện Kế hoạch")).runs[0].text = "Lời mở đầu mới."
    document.save(report)
    return tmp_path


def report_in(folder: Path) -> Path:
    return next(p for p in folder.glob("*.docx") if "bản lưu" not in p.name)


def a_figure_arrives(folder: Path, day: date = date(2023, 6, 13)) -> None:
    book = load_workbook(folder / WORKBOOK.name)
    sheet = book["Kết quả"]
    headers = {str(c.value): c.column for row in sheet.iter_rows(max_row=3) for c in row if c.value}
    day_column, code_column = headers["Đến ngày"], headers["Mã"]
    written = [r for r in range(1, sheet.max_row + 1) if sheet.cell(r, code_column).value == "III.1"]
    same_day = [r for r in written if str(sheet.cell(r, day_column).value)[:10] == str(day)]
    row = same_day[0] if same_day else sheet.max_row + 1
    values = {
        "Đến ngày": day,
        "Mã": "III.1",
        "Mốc": "Báo cáo rà soát, đơn giản hóa TTHC",
        "Tình trạng": "Hoàn thành",
        "Ngày hoàn thành": date(2023, 6, 12),
        "Kết quả thực hiện": "Đã gửi báo cáo rà soát",
        "Văn bản": "Báo cáo số 77/BC-UBND ngày 12/6/2023",
    }
    for header, value in values.items():
        sheet.cell(row, headers[header], value)
    book.save(folder / WORKBOOK.name)


def test_a_figure_that_arrived_comes_in_and_the_words_stay(folder, capsys):
    a_figure_arrives(folder)
    report = report_in(folder)
    before = report.read_bytes()
    assert run(AppendixOptions(report)) == 0
    lines = all_lines(report.read_bytes())
    assert "Lời mở đầu mới." in lines
    assert any("Báo cáo số 77/BC-UBND" in line for line in lines)
    assert (folder / f"{report.stem} (bản lưu 2).docx").read_bytes() == before
    shown = capsys.readouterr().out
    assert "Đã làm mới Tổng hợp (tong-hop)" in shown
    assert "Bản trước khi làm mới" in shown


def test_each_renewal_keeps_its_own_backup(folder):
    report = report_in(folder)
    a_figure_arrives(folder)
    run(AppendixOptions(report))
    shutil.copy(WORKBOOK, folder / WORKBOOK.name)
    run(AppendixOptions(report))
    assert sorted(p.name for p in folder.glob("*bản lưu*")) == [f"{report.stem} (bản lưu {n}).docx" for n in (2, 3)]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_copy_that_is_renewed_itself_counts_on(folder, form):
    a_figure_arrives(folder)
    copy = report_in(folder).rename(folder / unicodedata.normalize(form, "Báo cáo (bản lưu 2).docx"))
    assert run(AppendixOptions(copy)) == 0
    names = {unicodedata.normalize("NFC", p.name) for p in folder.glob("*.docx")}
    assert names == {"Báo cáo (bản lưu 2).docx", "Báo cáo (bản lưu 3).docx"}


def test_a_region_that_is_still_there_is_not_restored_over(edited, capsys):
    assert run(AppendixOptions(report_in(edited), restore=("tong-hop", "van-ban"))) == 1
    shown = capsys.readouterr().out
    assert "--restore: Tổng hợp (tong-hop) vẫn còn chữ trong tệp nên không đưa lại đè lên" in shown
    assert "--restore: Văn bản đã ban hành (van-ban) vẫn còn trong tệp, không cần đưa lại." in shown


def test_figures_of_later_days_do_not_come_in(folder, capsys):
    a_figure_arrives(folder, date(2023, 6, 25))
    assert run(AppendixOptions(report_in(folder))) == 0
    assert not any("Báo cáo số 77/BC-UBND" in x for x in all_lines(report_in(folder).read_bytes()))


def test_nothing_new_writes_nothing(folder, capsys):
    before = report_in(folder).read_bytes()
    assert run(AppendixOptions(report_in(folder))) == 0
    assert report_in(folder).read_bytes() == before
    assert not list(folder.glob("*bản lưu*"))
    assert "Không có gì thay đổi" in capsys.readouterr().out


@pytest.fixture
def edited(folder) -> Path:
    """The same, and the paragraph of totals rewritten inside its region; a figure has arrived."""
    a_figure_arrives(folder)
    report = report_in(folder)
    report.write_bytes(hands.rewritten(report.read_bytes(), "Tính đến ngày 13/6/2023, trong 47", "Do cán bộ viết."))
    return folder


def test_an_edited_region_stops_with_exit_1_and_no_file_is_touched(edited, capsys):
    before = {p: p.read_bytes() for p in edited.iterdir()}
    assert run(AppendixOptions(report_in(edited))) == 1
    assert {p: p.read_bytes() for p in edited.iterdir()} == before
    shown = capsys.readouterr().out
    assert "Do cán bộ viết." in shown and "Chưa ghi gì vào tệp" in shown
    [others] = [line for line in shown.splitlines() if line.startswith("Sẽ làm mới ")]
    assert "Phụ lục thống kê" in others and "Đã làm mới" not in shown
    assert len(shown.splitlines()) <= 24, "the whole question is on the first screen"


@pytest.mark.parametrize("name", ["tong-hop", "Tổng hợp", "TỔNG  HỢP"])
def test_a_region_is_named_by_its_tag_or_its_title(edited, name):
    assert run(AppendixOptions(report_in(edited), keep=(name,))) == 0
    assert "Do cán bộ viết." in all_lines(report_in(edited).read_bytes())


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({"keep": ("tong-hop",), "replace": ("Tổng hợp",)}, "chỉ chọn một"),
        ({"keep": ("bảng 1",)}, "không có vùng “bảng 1”. Các vùng: van-ban (Văn bản đã ban hành); chi-dao ("),
        ({"apply": True}, "--read-back"),
    ],
)
def test_a_choice_that_makes_no_sense_is_explained(edited, capsys, chosen, words):
    assert run(AppendixOptions(report_in(edited), **chosen)) == 2
    assert words in capsys.readouterr().err


def test_a_sentence_about_an_appendix_that_is_gone_is_pointed_out(edited, capsys):
    report = report_in(edited)
    report.write_bytes(hands.control_deleted(report.read_bytes(), "phu-luc-nhiem-vu"))
    assert run(AppendixOptions(report, replace=("tong-hop",))) == 0
    shown = capsys.readouterr().out
    assert "Còn nhắc đến Phụ lục II nhưng báo cáo không có phụ lục này" in shown


def test_two_appendices_of_one_number_are_pointed_out(edited, capsys):
    report = report_in(edited)
    report.write_bytes(hands.rewritten(report.read_bytes(), "Trên đây là báo cáo", "Phụ lục III"))
    assert run(AppendixOptions(report, replace=("tong-hop",))) == 0
    assert "Có hơn một phụ lục mang tên Phụ lục III." in capsys.readouterr().out


# -- the plan -------------------------------------------------------------------------------------
def test_an_edited_plan_is_renewed_too(tmp_path, capsys):
    workbook = tmp_path / WORKBOOK.name
    shutil.copy(WORKBOOK, workbook)
    assert make(ReportOptions(workbook, kind="ke-hoach")) == 0
    plan = report_in(tmp_path)
    document = Document(plan)
    document.paragraphs[-1].insert_paragraph_before("Đoạn cán bộ thêm.")
    document.save(plan)
    book = load_workbook(workbook)
    sheet = book["Nhiệm vụ"]
    cell = next(c for row in sheet.iter_rows() for c in row if c.value == "I.3")
    headers = {str(c.value): c.column for row in sheet.iter_rows(max_row=3) for c in row if c.value}
    sheet.cell(cell.row, headers["Nhiệm vụ"], "Nhiệm vụ được sửa lời")
    book.save(workbook)
    assert run(AppendixOptions(plan)) == 0
    assert {"Đoạn cán bộ thêm.", "Nhiệm vụ được sửa lời"} <= set(all_lines(plan.read_bytes()))
    assert run(AppendixOptions(plan, read_back=True)) == 2
    assert "là kế hoạch" in capsys.readouterr().err


# -- files that cannot be touched -----------------------------------------------------------------
@pytest.mark.parametrize("lock", ["~${name}", "~${tail}", ".~lock.{name}#"])
def test_a_file_open_in_word_is_left_alone(folder, capsys, lock):
    a_figure_arrives(folder)
    report = report_in(folder)
    (folder / lock.format(name=report.name, tail=report.name[2:])).write_text("")
    before = report.read_bytes()
    assert run(AppendixOptions(report)) == 2
    assert report.read_bytes() == before
    assert "đang mở trong Word" in capsys.readouterr().err


def test_a_read_only_file_is_left_alone(folder, capsys, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    a_figure_arrives(folder)
    before = report_in(folder).read_bytes()
    assert run(AppendixOptions(report_in(folder))) == 2
    assert report_in(folder).read_bytes() == before
    assert "chỉ được đọc" in capsys.readouterr().err


def test_a_signed_file_is_refused(folder, capsys):
    report = report_in(folder)
    report.write_bytes(with_parts(read_members(report.read_bytes()), {"_xmlsignatures/sig1.xml": b"<Signature/>"}))
    assert run(AppendixOptions(report)) == 2
    assert "đã ký số" in capsys.readouterr().err


def test_a_workbook_given_for_a_report_is_explained(folder, capsys):
    assert run(AppendixOptions(folder / WORKBOOK.name)) == 2
    assert "không phải tệp Word" in capsys.readouterr().err


@pytest.mark.parametrize("moment", [1, 2])
def test_a_crash_leaves_the_old_file_whole(folder, monkeypatch, moment):
    a_figure_arrives(folder)
    report = report_in(folder)
    before = report.read_bytes()
    writes = []

    def crash(source, target):
        writes.append(target)
        if len(writes) == moment:
            raise KeyboardInterrupt
        return replace(source, target)

    replace = os.replace
    monkeypatch.setattr(package.os, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        run(AppendixOptions(report))
    assert report.read_bytes() == before
    assert not list(folder.glob("~cchc-*"))


# -- moved and renamed ----------------------------------------------------------------------------
def test_a_renamed_report_is_renewed_under_its_new_name(folder):
    a_figure_arrives(folder)
    renamed = report_in(folder).rename(folder / "Báo cáo đã sửa.docx")
    assert run(AppendixOptions(renamed)) == 0
    assert (folder / "Báo cáo đã sửa (bản lưu 2).docx").exists()


def test_a_report_in_a_folder_below_its_workbook_finds_it(folder):
    a_figure_arrives(folder)
    (folder / "outputs").mkdir()
    moved = report_in(folder).rename(folder / "outputs" / "bc.docx")
    assert run(AppendixOptions(moved)) == 0


def test_a_workbook_that_is_elsewhere_is_asked_for_and_then_taken(folder, tmp_path_factory, capsys):
    a_figure_arrives(folder)
    elsewhere = tmp_path_factory.mktemp("khac") / "so-moi.xlsx"
    shutil.move(folder / WORKBOOK.name, elsewhere)
    assert run(AppendixOptions(report_in(folder))) == 2
    assert "Không thấy sổ “phuoc-hai-2023.xlsx”" in capsys.readouterr().err
    assert run(AppendixOptions(report_in(folder), elsewhere)) == 0


def test_last_years_workbook_is_not_taken(folder, capsys):
    """Nor next year's, whatever it is called."""
    report, workbook = report_in(folder), folder / WORKBOOK.name
    before = report.read_bytes()
    book = load_workbook(workbook)
    row = next(r for r in book["Thông tin"].iter_rows() if r[0].value == "Năm kế hoạch")
    next(c for c in row if c.value == "2023").value = "2022"
    book.save(workbook)
    assert run(AppendixOptions(report)) == 2
    shown = capsys.readouterr().err
    assert "Báo cáo này của 6 tháng đầu năm 2023" in shown and "của năm 2022" in shown
    assert report.read_bytes() == before


def test_the_workbook_of_another_unit_is_not_taken(folder, capsys):
    other = WORKBOOK.parents[1] / "bac-nha-trang-2026" / "bac-nha-trang-2026.xlsx"
    assert run(AppendixOptions(report_in(folder), other)) == 2
    assert "của đơn vị “phuoc-hai”" in capsys.readouterr().err


def test_another_template_and_version_are_said(folder, capsys):
    def older(root):
        root.find("{urn:cchc:provenance}version").text = "0.0.1"
        root.find("{urn:cchc:provenance}template_digest").text = "cũ"

    report = report_in(folder)
    report.write_bytes(hands.changed(report.read_bytes(), older, "customXml/item1.xml"))
    assert run(AppendixOptions(report)) == 0
    shown = capsys.readouterr().out
    assert "phiên bản 0.0.1" in shown and "Mẫu đã đổi" in shown


def test_tracked_changes_switched_on_are_mentioned(folder, capsys):
    def track(root):
        hands.etree.SubElement(root, f"{hands.W}trackRevisions")

    report = report_in(folder)
    report.write_bytes(hands.changed(report.read_bytes(), track, "word/settings.xml"))
    a_figure_arrives(folder)
    assert run(AppendixOptions(report)) == 0
    assert "Track Changes" in capsys.readouterr().out


def test_a_doubt_outside_regions_is_pointed_out(folder, capsys):
    def doubt(tree):
        run = hands.paragraph_with(tree, "Lời mở đầu mới.").find(f"{hands.W}r")
        properties = hands.etree.Element(f"{hands.W}rPr")
        run.insert(0, properties)
        hands.etree.SubElement(properties, f"{hands.W}highlight", {f"{hands.W}val": "yellow"})

    report = report_in(folder)
    report.write_bytes(hands.changed(report.read_bytes(), doubt))
    assert run(AppendixOptions(report)) == 0
    assert "Chữ tô vàng nằm ngoài vùng tự động, hãy xem và tự sửa: “Lời mở đầu mới.”" in capsys.readouterr().out


@hands.needs_office
def test_the_result_opens(folder):
    a_figure_arrives(folder)
    report = report_in(folder)
    report.write_bytes(hands.libreoffice(hands.all_sorts_of_edits(report.read_bytes())))
    assert run(AppendixOptions(report)) == 0
    assert hands.office("pdf", report.read_bytes())[0].startswith(b"%PDF")
