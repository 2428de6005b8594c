"""`cchc batch` as typed: what one sees, and the exit code."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cchc
from generator.commands import batch as command
from generator.pdf import find_libreoffice
from tests.batch.units import send, workbook


@pytest.fixture
def folder(tmp_path) -> Path:
    for code in ("tan-lap", "vinh-hai"):
        send(tmp_path / "so", code)
    return tmp_path / "so"


def batch(*arguments: object):
    return CliRunner().invoke(cchc, ["batch", *map(str, arguments), "--jobs", "1"], standalone_mode=False)


def test_without_a_terminal_it_says_plain_lines(folder):
    (folder / "vinh-hai" / "so-cchc.xlsx").write_bytes(b"PK damaged")
    (folder / "loc-tho").mkdir()
    shown = batch(folder, "--period", "2023-H1")
    assert shown.return_value == 1
    assert shown.output.splitlines()[0] == "Chưa làm được: vinh-hai/so-cchc.xlsx"
    for words in ("hỏng", "Chưa gửi sổ: loc-tho", "Đã làm: 1; Chưa làm được: 1; Chưa gửi sổ: 1.", "tong-hop.xlsx"):
        assert words in shown.output
    assert (folder / "bao-cao" / "tong-hop.xlsx").exists()


def test_json_is_for_machines_alone(folder, tmp_path):
    shown = batch(folder, "--period", "6 tháng đầu năm 2023", "-o", tmp_path / "ra", "--json")
    told = json.loads(shown.stdout)
    assert (shown.return_value, told["counts"]["made"], told["period"], told["kind"]) == (0, 2, "2023-H1", "cchc")
    assert next(iter(told)) == "schema" and told["schema"] == 2
    assert all(Path(unit["output"]).exists() for unit in told["units"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["khong-co", "--period", "2023"], "Không có thư mục “khong-co”. Kiểm tra lại đường dẫn"),
        ([".", "--period", "hôm qua"], "Không hiểu kỳ"),
        ([".", "--period", "2023", "--kind", "ke-hoach"], "cchc report SỔ.xlsx --kind ke-hoach"),
        ([__file__, "--period", "2023"], f'cchc report "{__file__}" --period "2023"'),
    ],
)
def test_what_is_typed_wrong_gets_a_kind_answer(arguments, words):
    shown = batch(*arguments)
    assert shown.return_value == 2
    assert words in shown.output


def test_a_folder_without_workbooks_makes_nothing(tmp_path):
    shown = batch(tmp_path, "--period", "2023-H1")
    assert shown.return_value == 2
    assert "Không thấy sổ nào" in shown.output and "Kiểm tra lại đường dẫn" in shown.output
    assert not list(tmp_path.iterdir())


def test_a_number_of_jobs_below_one_is_answered_with_the_least(tmp_path):
    shown = subprocess.run(
        [sys.executable, "-m", "generator.cli", "batch", str(tmp_path), "--period", "2023", "--jobs", "0"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert shown.returncode == 2
    assert "--jobs" in shown.stderr and "từ 1 trở lên" in shown.stderr


def test_a_copy_that_was_not_used_is_named_on_the_screen_and_for_machines(folder):
    (folder / "vinh-hai" / "so-cchc (1).xlsx").write_bytes(workbook("vinh-hai", seed="khác"))
    shown = batch(folder, "--period", "2023-H1")
    assert shown.return_value == 0
    first, second = shown.output.splitlines()[:2]
    assert first == "Đã làm: UBND phường vinh-hai"
    assert "Không dùng “vinh-hai/so-cchc (1).xlsx”: đã dùng “vinh-hai/so-cchc.xlsx”" in second
    units = json.loads(batch(folder, "--period", "2023-H1", "--json").stdout)["units"]
    assert [u["passed_over"][0]["workbook"] for u in units if u["passed_over"]] == ["vinh-hai/so-cchc (1).xlsx"]


def test_an_output_folder_that_cannot_be_written_to_is_named(folder, tmp_path, monkeypatch):
    def refuses(path, *more):
        raise PermissionError(errno.EACCES, "denied", str(path))

    monkeypatch.setattr("os.open", refuses)
    shown = batch(folder, "--period", "2023-H1", "-o", tmp_path / "chi doc")
    assert shown.return_value == 2
    assert f"Không được phép ghi vào thư mục “{tmp_path / 'chi doc'}”. Chọn nơi khác bằng -o" in shown.output


def test_a_month_makes_the_monthly_report(folder):
    assert batch(folder, "--period", "2023-05").return_value == 0
    assert len(list((folder / "bao-cao").glob("*thang 5*.docx"))) == 2


def test_without_libreoffice_the_word_files_are_made_and_one_is_told_how_to_install_it(folder, monkeypatch):
    monkeypatch.setattr(command, "find_libreoffice", lambda: None)
    shown = batch(folder, "--period", "2023-H1", "--pdf")
    assert shown.return_value == 1
    assert "libreoffice.org" in shown.output
    assert len(list((folder / "bao-cao").glob("*.docx"))) == 2


@pytest.mark.skipif(find_libreoffice() is None, reason="no LibreOffice on this machine")
def test_pdfs_are_made_once_and_again_only_of_what_is_new(folder):
    assert batch(folder, "--period", "2023-H1", "--pdf").return_value == 0
    made = {path.name: path.stat().st_mtime_ns for path in (folder / "bao-cao").glob("*.pdf")}
    assert len(made) == 2
    send(folder, "tan-lap", seed="khác")
    assert batch(folder, "--period", "2023-H1", "--pdf").return_value == 0
    again = {path.name: path.stat().st_mtime_ns for path in (folder / "bao-cao").glob("*.pdf")}
    assert [name for name in made if made[name] != again[name]] == ["BC CCHC 6 thang dau nam 2023 - P tan-lap.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="no pty on Windows")
def test_on_a_terminal_there_is_a_bar_and_a_table(folder):
    (folder / "vinh-hai" / "so-cchc.xlsx").write_bytes(b"PK damaged")
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator.cli", "batch", str(folder), "--period", "2023-H1", "--jobs", "1"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    text = shown.decode()
    assert process.returncode == 1
    for words in ("Làm báo cáo", "2/2", "Chưa làm được: vinh-hai/so-cchc.xlsx", "Chỗ cần xem lại", "tong-hop.xlsx"):
        assert words in text
