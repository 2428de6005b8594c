"""Tables as plans really have them: sections above each table, fields in a column, crosses under quarters, totals."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from generator.plans.blocks import RemarkKind
from generator.plans.reading import PlanImport, import_plan
from tests.plans.plan_samples import docx, p, tbl, tr

FRONT = "Số: 7/KH-UBND\nAn Phú, ngày 10 tháng 02 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\n\n"
HEADER = "STT\tNhiệm vụ\tTiến độ\tChủ trì\n"


def imported(table: str) -> PlanImport:
    return import_plan((FRONT + table).encode())


def outline(read: PlanImport) -> list[str]:
    return [f"{s.id}. {s.title}: {', '.join(t.id for t in s.tasks)}" for s in read.plan.sections]


def test_a_table_for_each_section_with_its_title_above() -> None:
    read = imported(
        f"II. NHIỆM VỤ\n\n1. Cải cách thể chế\n\n{HEADER}1\tRà soát\tQuý II\tPhòng Tư pháp\n\n"
        f"2. Chính quyền số của xã An Phú\n\n{HEADER}1\tSố hóa\tQuý III\tPhòng Kinh tế\n"
    )
    assert outline(read) == ["1. Cải cách thể chế: 1.1", "2. Chính quyền số của xã An Phú: 2.1"]
    assert read.front.body == ("II. NHIỆM VỤ",)


def test_one_table_has_no_title_of_its_own() -> None:
    read = imported(f"II. NHIỆM VỤ, GIẢI PHÁP\n\n{HEADER}1\tRà soát\tQuý II\tPhòng Tư pháp\n")
    assert outline(read) == [". Nhiệm vụ: 1"]


def test_a_section_line_without_tabs_keeps_its_capitals() -> None:
    read = imported(
        f"{HEADER}I. Cải cách thể chế\n1\tRà soát\tQuý II\tPhòng Tư pháp\nII. Chính quyền số của xã An Phú\n"
        "1\tSố hóa\tQuý III\tPhòng Kinh tế\n"
    )
    assert outline(read) == ["I. Cải cách thể chế: I.1", "II. Chính quyền số của xã An Phú: II.1"]


def test_a_column_of_fields_makes_the_sections() -> None:
    read = imported(
        "STT\tLĩnh vực\tNhiệm vụ\tHình thức văn bản\tTiến độ\n1\tThể chế\tRà soát\tBáo cáo\tQuý II\n"
        "2\tTài chính\tCông khai\tQuyết định\tQuý I\n3\tThể chế\tTự kiểm tra\tCông văn\tQuý IV\n"
    )
    assert outline(read) == ["I. Thể chế: I.1, I.3", "II. Tài chính: II.2"]
    assert [t.deliverables for t in read.plan.tasks] == ["Báo cáo", "Công văn", "Quyết định"]


@pytest.mark.parametrize("total", ["Tổng cộng\t2 nhiệm vụ\t\t", "\tTổng cộng\t2\t2", "\tTổng số nhiệm vụ\t\t"])
def test_a_row_that_counts_is_no_task(total: str) -> None:
    read = imported(f"{HEADER}1\tRà soát\tQuý II\tPhòng Tư pháp\n2\tSố hóa\tQuý III\tPhòng Kinh tế\n{total}\n")
    assert len(read.plan) == 2
    (told,) = [r.message for r in read.remarks_of(RemarkKind.LEFT_OUT)]
    assert told.startswith("dòng tổng cộng hoặc ghi chú: “Tổng")


QUARTERS = ("Quý I", "Quý II", "Quý III", "Quý IV")
CROSSED = tr("1", "Rà soát", "", "x", "x", "", "Phòng Kinh tế")


@pytest.mark.parametrize(
    "table",
    [
        tbl([("STT", "Nhiệm vụ", *QUARTERS, "Chủ trì"), CROSSED]),
        tbl([("STT", "Nhiệm vụ", "Thời gian", "", "", "", "Chủ trì"), ("", "", *QUARTERS, ""), CROSSED]),
    ],
    ids=["in the header", "in a second row, unmerged"],
)
def test_a_cross_under_a_quarter_is_that_quarter(table: str) -> None:
    (task,) = import_plan(docx(p("KẾ HOẠCH") + p("Cải cách năm 2026") + table)).plan.tasks
    assert task.deadline.phrase == "Quý II, Quý III"
    assert [str(m.last_day) for m in task.deadline.milestones] == ["2026-09-30"]


def test_a_cross_under_a_month_is_that_month() -> None:
    (task,) = imported("STT\tNhiệm vụ\tT5\tT6\tChủ trì\n1\tRà soát\t\tx\tPhòng Kinh tế\n").plan.tasks
    assert [str(m.last_day) for m in task.deadline.milestones] == ["2026-06-30"]


def test_a_cell_that_shows_a_month_is_due_at_its_end() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("STT", "Nhiệm vụ", "Tiến độ"), (1, "Rà soát", date(2026, 6, 1)), (2, "Số hóa", date(2026, 9, 1))):
        sheet.append(row)
    sheet["C2"].number_format, sheet["C3"].number_format = "mm/yyyy", "dd/mm/yyyy"
    data = BytesIO()
    book.save(data)
    tasks = import_plan(data.getvalue()).plan.tasks
    assert [(t.deadline.phrase, str(t.deadline.final_day)) for t in tasks] == [
        ("06/2026", "2026-06-30"),
        ("01/9/2026", "2026-09-01"),
    ]


def test_targets_listed_above_the_table_become_indicators_and_stay_in_the_words() -> None:
    read = imported(
        "II. CHỈ TIÊU\n- Tối thiểu 80% hồ sơ nộp trực tuyến.\n- Mức độ hài lòng đạt trên 90%, không có đơn thư.\n"
        f"- Giữ gìn đoàn kết.\n\nIII. NHIỆM VỤ\n\n{HEADER}1\tRà soát\tQuý II\tPhòng Tư pháp\n"
    )
    assert [(i.name, i.target_text, i.task_ids) for i in read.indicators] == [
        ("Hồ sơ nộp trực tuyến", "Tối thiểu 80%", ()),
        ("Mức độ hài lòng, không có đơn thư", "đạt trên 90%", ()),
    ]
    assert "- Mức độ hài lòng đạt trên 90%, không có đơn thư." in read.front.body
