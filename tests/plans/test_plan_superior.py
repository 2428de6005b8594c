"""Tasks of the superior's plan, proposed by likeness for those derived from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.book.read.workbook import read_workbook
from generator.plans.reading import import_plan, read_plan
from generator.plans.summary import summary
from generator.plans.superior import propose, read_superior
from generator.plans.to_workbook import plan_workbook
from tests.plans.test_plan_command import cchc
from tests.plans.test_plan_real import CITY, PLANS, WARD

SAMPLE = Path(__file__).parents[2] / "inputs" / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"
SUPERIORS = """Số: 9/KH-UBND
Hải Bình, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026 của UBND tỉnh Hải Bình

STT\tNhiệm vụ\tSản phẩm\tTiến độ\tChủ trì
I\tTHỂ CHẾ\t\t\t
1\tRà soát văn bản quy phạm pháp luật của tỉnh\tBáo cáo rà soát\tQuý III\tSở Tư pháp
2\tTổ chức đối thoại với doanh nghiệp\tHội nghị\tQuý II\tSở Tài chính
II\tTHỦ TỤC\t\t\t
1\tCông khai TTHC trên Cổng dịch vụ công\tDanh mục\tThường xuyên\tVăn phòng UBND tỉnh
"""
OWN = """Số: 5/KH-UBND
An Phú, ngày 25 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026 của UBND xã An Phú

STT\tNhiệm vụ\tSản phẩm\tTiến độ\tChủ trì
1\tRà soát VBQPPL của xã\tBáo cáo rà soát\tTháng 9\tPhòng Tư pháp
2\tCông khai thủ tục hành chính tại xã, trên Cổng dịch vụ công\tDanh mục\tThường xuyên\tPhòng Kinh tế
3\tSửa chữa trụ sở làm việc\tCông trình\tQuý IV\tPhòng Kinh tế
"""


@pytest.fixture
def superior(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach-tinh.txt"
    path.write_text(SUPERIORS, "utf-8")
    return path


def test_a_task_of_its_own_is_left_alone(superior: Path) -> None:
    read = import_plan(OWN.encode()).beside(read_superior(superior))
    assert [(t.id, t.superior_task) for t in read.plan.tasks] == [("1", "I.1"), ("2", "II.1"), ("3", "")]
    assert [p.likeness > 0.5 for p in read.proposals] == [True, True]
    told = "\n".join(summary(read))
    assert "Nhiệm vụ cấp trên: đề xuất cho 2 trên 3 nhiệm vụ theo độ giống của lời văn." in told
    for proposal in read.proposals:  # each with its score
        score = f"{round(100 * proposal.likeness)}%"
        assert any(
            proposal.task_id in line and proposal.superior.id in line and score in line for line in told.split("\n")
        )


def test_the_superiors_workbook_serves_as_well_as_its_plan(superior: Path, tmp_path: Path) -> None:
    book = tmp_path / "so-tinh.xlsx"
    book.write_bytes(plan_workbook(read_plan(superior)))
    assert [(t.id, t.text) for t in read_superior(book).tasks] == [
        (t.id, t.text) for t in read_superior(superior).tasks
    ]


def test_the_command_writes_the_column_and_tells_the_scores(superior: Path, tmp_path: Path) -> None:
    plan, book = tmp_path / "ke-hoach-xa.txt", tmp_path / "so.xlsx"
    plan.write_text(OWN, "utf-8")
    made = cchc("import", plan, "-o", book, "--superior", superior, "--json")
    assert made.returncode == 0, made.stderr
    proposals = json.loads(made.stdout)["superior_proposals"]
    assert [(p["task"], p["superior_task"]) for p in proposals] == [("1", "I.1"), ("2", "II.1")]
    year, _ = read_workbook(book)
    assert year is not None
    assert [t.superior_task for t in year.plan.tasks] == ["I.1", "II.1", ""]


def test_a_superiors_file_that_is_no_plan_is_named(tmp_path: Path, superior: Path) -> None:
    wrong = tmp_path / "anh.png"
    wrong.write_bytes(b"\x89PNG\r\n")
    failed = cchc("import", superior, "-o", tmp_path / "so.xlsx", "--superior", wrong)
    assert failed.returncode == 2
    assert "Sổ hoặc kế hoạch của cấp trên, anh.png: Đây là ảnh" in failed.stderr
    assert not (tmp_path / "so.xlsx").exists()


@pytest.mark.skipif(not PLANS.is_dir(), reason="the real plans are not here")
def test_the_wards_plan_finds_the_citys_tasks_that_it_was_derived_from() -> None:
    city, ward = (read_plan(PLANS / f"{name}.txt").plan for name in (CITY, WARD))
    year, _ = read_workbook(SAMPLE)
    assert year is not None
    by_hand = {t.id: t.superior_task for t in year.plan.tasks if t.superior_task}
    assert {p.task_id: p.superior.id for p in propose(ward, city)} == by_hand
