"""`cchc import` as typed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.book.read.workbook import read_workbook
from tests.plans.plan_samples import ROWS, docx, tbl, written

SAMPLE = Path(__file__).parent / "plans" / "ke-hoach-phuong.txt"


def cchc(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path))


def test_the_workbook_lies_beside_the_plan_and_is_never_overwritten(plan: Path) -> None:
    made = cchc("import", plan)
    target = plan.with_name("ke-hoach-phuong - so theo doi.xlsx")
    assert made.returncode == 1, made.stderr  # one phrase is not understood
    assert "2 mục, 4 nhiệm vụ" in made.stdout and str(target) in made.stdout
    year, _ = read_workbook(target)
    assert year is not None and len(year.plan) == 4
    before = target.read_bytes()
    again = cchc("import", plan)
    assert again.returncode == 2
    assert "không ghi đè" in again.stderr
    assert target.read_bytes() == before


def test_a_clean_plan_ends_with_zero(tmp_path: Path) -> None:
    lines = SAMPLE.read_text("utf-8").replace("Đầu quý II/2024", "Quý II/2024").replace("- Tổ tư vấn", "- UBND phường")
    path = tmp_path / "ke-hoach.txt"
    path.write_text(lines, "utf-8")
    assert cchc("import", path, "-o", tmp_path / "so.xlsx").returncode == 0


def test_json_alone_writes_nothing(plan: Path) -> None:
    shown = cchc("import", plan, "--json")
    data = json.loads(shown.stdout)
    assert next(iter(data)) == "schema" and data["schema"] == 2
    assert [s["tasks"] for s in data["sections"]] == [2, 2]
    assert data["tasks"][2]["deadline_text"] == "Thường xuyên"
    assert data["tasks"][2]["deadline"] is None
    assert sorted(p.name for p in plan.parent.iterdir()) == [plan.name]


def test_json_with_a_workbook_makes_both(plan: Path) -> None:
    out = plan.parent / "moi" / "so.xlsx"
    assert json.loads(cchc("import", plan, "-o", out, "--json").stdout)["plan"]["number"] == "45/KH-UBND"
    assert out.exists()


def test_a_file_that_is_no_plan_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "anh.docx").write_bytes(b"\x89PNG\r\n")
    for path, words in ((tmp_path / "anh.docx", "ảnh"), (tmp_path / "khong-co.docx", "Không tìm thấy")):
        shown = cchc("import", path)
        assert shown.returncode == 2
        assert words in shown.stderr
        assert "Traceback" not in shown.stderr


def test_the_reminders_lie_on_a_sheet_of_their_own(plan: Path) -> None:
    import openpyxl

    out = plan.parent / "so.xlsx"
    cchc("import", plan, "-o", out)
    rows = list(openpyxl.load_workbook(out)["Nhắc việc"].iter_rows(values_only=True))
    assert rows[1][0] == "I.1"
    assert rows[1][2] == "Các công chức chuyên môn"


def test_a_word_plan_without_a_front_asks_for_it(tmp_path: Path) -> None:
    path = written(tmp_path, docx(tbl(ROWS)))
    assert "không thấy số, ký hiệu, ngày ban hành" in cchc("import", path).stdout
