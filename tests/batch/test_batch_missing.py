"""Who has not sent anything: nobody that an earlier run knew is forgotten, and nobody is called late who owes nothing."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.batch.ledger import BatchRequest
from generator.batch.outcome import Outcome, UnitOutcome
from generator.batch.run import run_batch
from generator.cli import _file_message, cchc
from generator.commands import due
from generator.domain.period import ReportingPeriod
from tests.batch.units import request, run, send
from tests.benchmarks.fast_workbooks import Mold
from tests.samples.made_up_units import Place, unit_rows


def asked(folder: Path, period: str, kind: str = "cchc") -> BatchRequest:
    return replace(request(folder), period=ReportingPeriod.parse(period), kind=kind, today=date(2024, 3, 1))


def missing(folder: Path, period: str = "2023-H1", kind: str = "cchc") -> list[UnitOutcome]:
    units = run_batch(asked(folder, period, kind), jobs=1).units
    return [unit for unit in units if unit.outcome is Outcome.NOT_SENT]


def owing(path: Path, words: str, kind: str = "") -> None:
    """Write a workbook whose unit says which periods it owes."""
    rows = unit_rows(Place(path.parent.name, path.parent.name, "phường", "UBND thành phố A"), tasks=4, seed="x")
    rows["Thông tin"] = [row for row in rows["Thông tin"] if row["Mục"] != "Kỳ phải báo cáo"]
    rows["Thông tin"].append({"Mục": "Kỳ phải báo cáo", "Loại báo cáo": kind, "Nội dung": words})
    path.write_bytes(Mold(rows).fill(rows))


@pytest.mark.parametrize(("period", "kind"), [("2023", "cchc"), ("2023-07", "thang"), ("2024", "cchc")])
def test_a_unit_known_from_another_period_is_told_when_it_sends_nothing(folder, period, kind):
    run(folder)
    shutil.rmtree(folder / "vinh-hai")
    (unit,) = missing(folder, period, kind)
    assert (unit.unit, unit.unit_name, unit.output) == ("vinh-hai", "UBND phường vinh-hai", None)
    assert "“vinh-hai/so-cchc.xlsx”, nay không thấy" in unit.note


def test_a_unit_that_sent_in_several_periods_is_told_once(folder):
    run(folder)
    run_batch(asked(folder, "2023-Q2"), jobs=1)
    (folder / "vinh-hai").rename(folder / "phuong vinh hai")
    run_batch(asked(folder, "2023-07", "thang"), jobs=1)
    (folder / "phuong vinh hai" / "so-cchc.xlsx").unlink()
    (unit,) = missing(folder, "2023")
    assert (unit.unit, unit.workbook) == ("vinh-hai", "phuong vinh hai/so-cchc.xlsx")


def test_a_unit_whose_workbook_moved_has_sent(folder):
    run(folder)
    (folder / "vinh-hai").rename(folder / "phuong vinh hai")
    assert missing(folder, "2023") == []


def test_a_unit_of_long_ago_or_of_another_folder_is_not_waited_for(folder, tmp_path):
    run(folder)
    send(tmp_path / "so khac", "loc-tho")
    run(tmp_path / "so khac")
    shutil.rmtree(folder / "vinh-hai")
    assert missing(folder, "2025") == []
    assert [unit.unit for unit in missing(folder, "2023")] == ["vinh-hai"]


def test_a_file_that_was_no_unit_s_workbook_is_not_missed(folder):
    (folder / "danh ba.xlsx").write_bytes(b"PK damaged")
    run(folder)
    (folder / "danh ba.xlsx").unlink()
    assert missing(folder) == []


@pytest.mark.parametrize(
    ("words", "owed_of", "period", "kind", "is_told"),
    [
        ("6 tháng đầu năm; năm", "", "2023-Q1", "cchc", False),
        ("6 tháng đầu năm; năm", "cchc", "2023", "cchc", True),
        ("6 tháng đầu năm; năm", "", "2023-07", "thang", True),
        ("tháng 6; tháng 12", "thang", "2023-07", "thang", False),
        ("tháng 6; tháng 12", "thang", "2023-12", "thang", True),
    ],
)
def test_a_unit_is_not_waited_for_where_it_owes_nothing(tmp_path, words, owed_of, period, kind, is_told):
    folder = tmp_path / "so"
    owing(send(folder, "vinh-hai"), words, owed_of)
    send(folder, "tan-lap")
    run(folder)
    (folder / "vinh-hai" / "so-cchc.xlsx").unlink()
    assert [unit.unit for unit in missing(folder, period, kind)] == ["vinh-hai"] * is_told


def test_papers_below_a_unit_s_workbook_are_no_unit(folder):
    (folder / "vinh-hai" / "Minh chứng" / "Tháng 6").mkdir(parents=True)
    assert missing(folder) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("so-cchc.zip", "Giải nén"),
        ("so-cchc.xlsx - Shortcut.lnk", "lối tắt"),
        ("Báo cáo 6 tháng.docx", "gửi sổ Excel"),
        ("Báo cáo.pdf", "gửi sổ Excel"),
        ("xin lui ngay nop.txt", "không có sổ Excel"),
    ],
)
def test_what_lies_there_instead_of_a_workbook_is_told(folder, name, words):
    (folder / "loc-tho").mkdir()
    (folder / "loc-tho" / name).write_bytes(b"x")
    (folder / "loc-tho" / "Thumbs.db").write_bytes(b"x")
    (unit,) = missing(folder)
    assert unit.shown_name == "loc-tho"
    assert f"“{name}”" in unit.note and words in unit.note and "Thumbs" not in unit.note


def test_a_link_to_a_google_sheet_is_no_workbook_and_says_what_to_do(folder):
    (folder / "loc-tho").mkdir()
    (folder / "loc-tho" / "Sổ CCHC.gsheet").write_text('{"doc_id": "x"}')
    (unit,) = [unit for unit in run(folder).units if unit.outcome is Outcome.FAILED]
    assert "Google Trang tính" in str(unit.problems[0]) and ".xlsx" in str(unit.problems[0])


def test_an_archive_among_the_folders_is_told(folder):
    (folder / "gui bo sung.rar").write_bytes(b"x")
    assert any("gui bo sung.rar" in note and "giải nén" in note for note in run(folder).notes)


def test_a_workbook_among_the_reports_is_told(folder):
    within = replace(request(folder), outputs=folder / "bao-cao")
    assert not run_batch(within, jobs=1).notes and not run_batch(within, jobs=1).notes
    shutil.copy(folder / "vinh-hai" / "so-cchc.xlsx", within.outputs / "so moi.xlsx")
    (note,) = run_batch(within, jobs=1).notes
    assert "“so moi.xlsx” nằm trong thư mục đặt báo cáo" in note
    assert not run_batch(replace(within, outputs=folder), jobs=1).notes


def closed(monkeypatch, folder):
    """Let a folder not be opened, as it is to somebody without the right to."""
    for name in ("scandir", "listdir"):
        allowed = getattr(os, name)

        def refuses(path, allowed=allowed):
            if Path(path) == folder:
                raise PermissionError(errno.EACCES, "denied", str(path))
            return allowed(path)

        monkeypatch.setattr(os, name, refuses)
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != folder and may(path, mode))


def test_a_folder_that_cannot_be_opened_is_not_forgotten(folder, monkeypatch):
    closed(monkeypatch, folder / "vinh-hai")
    (unit,) = missing(folder)
    assert (unit.workbook, unit.note) == ("vinh-hai", "Không mở được thư mục này. Kiểm tra quyền đọc rồi chạy lại.")


def test_what_is_due_tells_of_a_folder_that_cannot_be_opened(folder, monkeypatch, capsys):
    closed(monkeypatch, folder / "vinh-hai")
    assert due.run(due.DueOptions(folder, "10/6/2023")) == 1
    assert f"Không đọc được {folder / 'vinh-hai'}; kiểm tra quyền đọc" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["batch", "consolidate"])
def test_of_a_folder_of_units_that_cannot_be_read_nothing_is_said_of_writing(folder, monkeypatch, command):
    closed(monkeypatch, folder)
    refused = CliRunner().invoke(cchc, [command, str(folder), "--period", "2023-H1"], standalone_mode=False).exception
    assert f"Không được phép đọc thư mục “{folder}”" in _file_message(refused)
