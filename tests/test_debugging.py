"""`--debug`: what is done is told on stderr; without it an unexpected fault is one kind sentence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WARD = Path(__file__).parents[1] / "inputs" / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"


def cchc(*arguments: object) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "generator.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("at", ["before the command", "after it"])
def test_files_and_versions_are_told_and_the_result_stays_alone_on_stdout(tmp_path, at):
    asked = ["report", WARD, "--period", "2023-H1", "--as-of", "13/6/2023", "-o", tmp_path]
    quiet = cchc(*asked)
    shown = cchc("--debug", *asked) if at == "before the command" else cchc(*asked, "--debug")
    assert shown.returncode == quiet.returncode == 0
    assert shown.stdout == quiet.stdout and not quiet.stderr
    lines = shown.stderr.splitlines()
    assert "cchc 0" in lines[0] and "Python 3" in lines[0]
    assert any("docxtpl" in line for line in lines)
    assert any("read " in line and str(WARD) in line for line in lines)
    (report,) = tmp_path.glob("*.docx")
    assert any("name " in line and line.endswith(str(report)) for line in lines)
    assert all(" ms  " in line for line in lines)


def test_a_batch_tells_what_came_of_each_unit(tmp_path):
    (tmp_path / "so").mkdir()
    shutil.copy(WARD, tmp_path / "so")
    shown = cchc("batch", tmp_path / "so", "--period", "2023-H1", "--debug")
    assert f"{WARD.name}: Đã làm" in shown.stderr


@pytest.mark.parametrize("debug", [False, True])
def test_an_unexpected_fault_is_a_sentence_and_its_traceback_is_for_debug(tmp_path, debug):
    (tmp_path / "faulty.py").write_text(
        "from generator.commands import workbook\n"
        "def new_in(folder): raise ZeroDivisionError('ở đâu đó')\n"
        "workbook.new_in = new_in\n"
        "from generator.cli import main\n"
        "main()\n",
        encoding="utf-8",
    )
    command = [sys.executable, str(tmp_path / "faulty.py"), "new", str(tmp_path), *(["--debug"] if debug else [])]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    shown = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert shown.returncode == 2
    assert "Lỗi ngoài dự kiến" in shown.stderr and "--debug" in shown.stderr
    assert "Không tệp nào bị thay đổi" not in shown.stderr
    assert ("Traceback" in shown.stderr) is debug
