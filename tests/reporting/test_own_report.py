"""The report's own task: "Báo cáo CCHC … trong ngày 13 của tháng cuối kỳ"."""

from dataclasses import replace
from datetime import date

import pytest

from generator.domain.deadline import Deadline, Milestone
from generator.domain.period import ReportingPeriod
from generator.domain.plan import Section, Task
from generator.domain.progress import Word
from generator.reporting.own_report import own_report_milestones
from tests.reporting.years import entry, said, year

DAYS = {"Báo cáo 6 tháng đầu năm": date(2023, 6, 13), "Báo cáo quý III": date(2023, 9, 13)}
HALF, THIRD = DAYS
LAST_DAY = DAYS[HALF]


def task(text: str, deliverables: str = "", labels: tuple[str, ...] = tuple(DAYS)) -> Task:
    milestones = tuple(Milestone(label, None, DAYS.get(label, LAST_DAY)) for label in labels)
    return Task("I.1", text, deliverables, Deadline("Trong ngày 13 của tháng cuối kỳ báo cáo", milestones))


def told(period: str, as_of: date, *sent: str, kind: str = "cchc") -> str:
    """All that a report of a year says whose one task is its reports, those of `sent` sent on their last days."""
    rows = [entry(1, Word.DONE, DAYS[label], milestone=label, result="Đã gửi đúng thời hạn") for label in sent]
    data = year([Deadline()], rows)
    section = Section("I", "CHỈ ĐẠO, ĐIỀU HÀNH", (task("Gửi báo cáo CCHC định kỳ"),))
    data = replace(data, plan=replace(data.plan, sections=(section,)))
    lines = [str(getattr(p, "chu", p)) for part in ("chi_dao", "hoan_thanh", "tong_hop", "nhiem_vu_toi", "qua_han")
             for p in said(data, part, period, as_of, kind)]  # fmt: skip
    rows_of_table = [row for s in said(data, "bang_nhiem_vu", period, as_of, kind) for row in s.hang]
    return "\n".join([*lines, *(f"{row.ket_qua}| {row.tinh_trang}" for row in rows_of_table)])


@pytest.mark.parametrize("sent", [(), (HALF,)], ids=["not yet said", "said to be sent"])
def test_a_report_made_in_time_tells_nothing_of_itself(sent: tuple[str, ...]) -> None:
    text = told("2023-H1", LAST_DAY, *sent)
    assert "đúng thời hạn" not in text and "6 tháng đầu năm)" not in text and "ngày 13/6," not in text
    assert "quá hạn nêu trên" not in text and "(quá hạn)" not in text and "Hoàn thành" not in text
    assert "nhiệm vụ của Kế hoạch chưa đến hạn" in text


def test_the_report_before_is_told_and_the_one_after_is_to_be_made() -> None:
    text = told("2023-Q3", DAYS[THIRD], HALF, THIRD)
    assert "quý III đã gửi" not in text
    assert "ngày 13/9, gửi báo cáo CCHC định kỳ (nhiệm vụ I.1, báo cáo quý III)" in told("2023-H1", LAST_DAY, HALF)


def test_the_monthly_report_tells_of_the_periodic_one() -> None:
    assert "6 tháng đầu năm" in told("2023-06", date(2023, 6, 25), HALF, kind="thang")


def test_a_report_made_after_its_last_day_is_late() -> None:
    assert "(quá hạn)" in told("2023-H1", date(2023, 6, 14))


@pytest.mark.parametrize(
    ("found", "period", "expected"),
    [
        (task("Báo cáo CCHC định kỳ đúng thời hạn"), "2023-H1", {HALF}),
        (task("Thực hiện chế độ báo cáo", "Báo cáo công tác cải cách hành chính"), "2023-Q3", {THIRD}),
        (task("Báo cáo kết quả công tác cải cách hành chính", "", ("Quý II", "Năm")), "2023-H1", {"Quý II"}),
        (task("Báo cáo định kỳ về CCHC", "", ("Quý II", "Năm")), "2023", {"Năm"}),
        (task("Báo cáo CCHC định kỳ"), "2023-06", set()),
        (task("Báo cáo kiểm soát TTHC"), "2023-H1", set()),
        (task("Báo cáo kết quả kiểm tra CCHC"), "2023-H1", set()),
        (task("Tuyên truyền CCHC", "Báo cáo CCHC"), "2023-H1", set()),
    ],
)
def test_which_milestones_are_the_report_itself(found: Task, period: str, expected: set[str]) -> None:
    own = own_report_milestones([found], ReportingPeriod.parse(period))
    assert own == {("I.1", label) for label in expected}
