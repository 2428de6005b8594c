"""`cchc slips` and `cchc merge` as an officer runs them."""

import errno
import json
import os
from io import BytesIO

import pytest
from openpyxl import load_workbook

from generator.batch.workbooks import is_generated
from generator.book.read.workbook import read_workbook
from generator.book.write.new_workbook import workbook_bytes
from generator.commands.merge import run as merge
from generator.commands.slips import run as slips
from generator.commands.workbook import open_month_in
from tests.test_slips import CULTURE, DOING, DONE, answered, ward, ward_rows

DAY = "25/7/2023"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "so.xlsx").write_bytes(ward())
    return tmp_path


def test_slips_are_written_with_their_messages_and_a_filled_one_is_kept(folder, capsys):
    out = folder / "phieu"
    assert slips(folder / "so.xlsx", DAY, out) == 0
    names = sorted(path.name for path in out.iterdir())
    assert "Phieu 2023-07-25 - Phong Van hoa - Xa hoi.xlsx" in names and "Tin nhan 2023-07-25.txt" in names
    assert all(name.isascii() for name in names)
    words = (out / "Tin nhan 2023-07-25.txt").read_text("utf-8-sig")
    assert words.count("Gửi ") == 2 and "“Phieu 2023-07-25 - Phong Van hoa - Xa hoi.xlsx”" in words
    filled = out / "Phieu 2023-07-25 - Phong Van hoa - Xa hoi.xlsx"
    reply = answered(I_1=DONE)
    filled.write_bytes(reply)
    assert slips(folder / "so.xlsx", DAY, out) == 1
    assert filled.read_bytes() == reply
    assert "được giữ nguyên" in capsys.readouterr().out


def test_nothing_is_written_until_it_is_asked_for_and_a_copy_is_kept(folder, capsys):
    reply = folder / "tra loi.xlsx"
    reply.write_bytes(answered(I_1=DONE))
    before = (folder / "so.xlsx").read_bytes()
    assert merge(folder / "so.xlsx", [reply], apply=False, as_json=False) == 1
    shown = capsys.readouterr().out
    assert (folder / "so.xlsx").read_bytes() == before
    assert "I.1: Tình trạng “Hoàn thành”; Ngày hoàn thành “20/7/2023”" in shown and "Chưa ghi gì vào sổ" in shown
    assert "Chưa trả lời (1 người)" in shown
    assert merge(folder / "so.xlsx", [folder], apply=True, as_json=False) == 0
    assert (folder / "so (bản lưu 2).xlsx").read_bytes() == before
    year, _ = read_workbook(folder / "so.xlsx")
    assert year.entries["I.1"][-1].document == DONE["Văn bản"]
    assert merge(folder / "so.xlsx", [reply], apply=True, as_json=False) == 0
    assert not (folder / "so (bản lưu 3).xlsx").exists()


def test_opening_a_month_tells_that_its_period_was_reported_already(folder, capsys):
    rows = ward_rows()
    signed = (("Số văn bản", "125"), ("Ngày văn bản", "24/7/2023"))
    rows["Thông tin"] += [{"Mục": i, "Loại báo cáo": "thang 2023-07", "Nội dung": text} for i, text in signed]
    (folder / "so.xlsx").write_bytes(workbook_bytes(rows))
    assert open_month_in(folder / "so.xlsx", DAY) == 0
    assert "Đã báo cáo tiến độ kế hoạch tháng 7 năm 2023 (số 125 ngày 24/7/2023)" in capsys.readouterr().out
    assert open_month_in(folder / "so.xlsx", "25/8/2023") == 0
    assert "Đã báo cáo" not in capsys.readouterr().out


def test_the_answers_for_programs(folder, capsys):
    (folder / "a.xlsx").write_bytes(answered(II_1=DOING))
    assert merge(folder / "so.xlsx", [folder / "a.xlsx"], apply=False, as_json=True) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["schema"], told["day"], told["applied"]) == (2, "2023-07-25", False)
    (entry,) = told["entries"]
    assert entry["about"] == "II.1 (Đợt 1)" and entry["cells"]["Tình trạng"] == "Đang thực hiện"
    assert [one["who"] for one in told["not_answered"]] == ["Văn phòng HĐND và UBND"]


def test_what_cannot_be_done_says_why(folder, capsys):
    assert slips(folder / "so.xlsx", "hôm kia", folder) == 2
    assert slips(folder / "so.xlsx", "31/12/9999", folder) == 2
    assert slips(folder / "so.xlsx", DAY, folder / "phieu") == 0
    slip = next((folder / "phieu").glob("Phieu*.xlsx"))
    assert slips(slip, DAY, folder) == 2
    assert merge(slip, [folder], apply=True, as_json=False) == 2
    (folder / "~$so.xlsx").touch()
    assert merge(folder / "so.xlsx", [folder / "phieu"], apply=True, as_json=False) == 2
    assert "đang mở" in capsys.readouterr().err


def test_of_a_folder_of_replies_nothing_is_passed_over_in_silence(folder, capsys, monkeypatch):
    replies = folder / "tra loi"
    (replies / "tu Zalo").mkdir(parents=True)
    for name in ("anh.jpg", "phieu.zip", "tu Zalo/tra loi.docx", "Tin nhan 2023-07-25.txt", "~$phieu.xlsx", "cu.xls"):
        (replies / name).write_bytes(b"x")
    assert merge(folder / "so.xlsx", [replies], apply=False, as_json=False) == 1
    shown = capsys.readouterr().out
    assert "Thư mục còn “anh.jpg”, “phieu.zip”, “tra loi.docx”; chỉ phiếu Excel" in shown
    assert "cu.xls: Không đọc được tệp này" in shown and "Tin nhan" not in shown

    def refuses(path):
        raise PermissionError(errno.EACCES, "denied", str(path))

    monkeypatch.setattr(os, "scandir", refuses)
    with pytest.raises(PermissionError, match="tra loi"):
        merge(folder / "so.xlsx", [replies], apply=True, as_json=False)


def test_a_batch_takes_no_slip_for_a_units_workbook():
    assert is_generated(answered(CULTURE, I_1=DONE))
    book = load_workbook(BytesIO(answered(I_1=DONE)))
    book.properties.creator = "Google"
    resaved = BytesIO()
    book.save(resaved)
    assert is_generated(resaved.getvalue())
