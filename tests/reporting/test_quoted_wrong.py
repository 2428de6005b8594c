"""Sentences once quoted as wrong that no pattern can find: what the report says in their place."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.domain.deadline import Deadline, Milestone
from generator.domain.indicator import Aggregation, Indicator, Measurement
from generator.domain.period import ReportingPeriod
from generator.domain.progress import Word
from tests.reporting.years import DUE_MAY, DUE_NOVEMBER, ONGOING, entry, said, year


@pytest.mark.parametrize("kind", ["cchc", "thang"])
def test_paused_tasks_are_not_among_those_to_be_carried_on(kind: str) -> None:
    data = year([DUE_NOVEMBER, ONGOING], [entry(2, Word.PAUSED)])
    period = "2023-05" if kind == "thang" else "2023-Q2"
    head = said(data, "nhiem_vu_toi", period, date(2023, 5, 25), kind)[0]
    assert "tiếp tục triển khai 01 nhiệm vụ" in head and "; 01 nhiệm vụ đang tạm dừng" in head


def test_a_late_monthly_task_names_the_months_that_are_late() -> None:
    months = Deadline("Hằng tháng", tuple(Milestone(f"Tháng {m}", None, date(2023, m, 28)) for m in (3, 4, 5, 6)))
    data = year([months], [entry(1, Word.DONE, date(2023, 4, 2), milestone="Tháng 3")])
    (sentence,) = [text for text in said(data, "the_che") if "chậm so với thời hạn" in text]
    assert "(nhiệm vụ I.1, chưa hoàn thành mốc tháng 4, tháng 5; " in sentence
    assert "Hằng tháng" not in sentence and "tháng 6" not in sentence
    assert "(nhiệm vụ I.1, mốc tháng 4, tháng 5)" in said(data, "ton_tai")[0]


def test_a_remedy_never_reads_as_a_cause() -> None:
    late = entry(
        1, Word.IN_PROGRESS, cause="Do gửi kết quả chậm; bố trí công chức kiêm nhiệm", remedy="Hoàn thành trong tháng 6"
    )
    (sentence,) = said(year([DUE_MAY], [late]), "the_che")
    assert sentence.endswith(
        ", nguyên nhân do gửi kết quả chậm; bố trí công chức kiêm nhiệm; biện pháp: hoàn thành trong tháng 6."
    )


def test_where_nothing_arose_no_figure_is_missing() -> None:
    rate = Indicator("X", "1", "CẢI CÁCH THỂ CHẾ", "Tỷ lệ phản ánh xử lý đúng hạn", "%", aggregation=Aggregation.RATIO)
    counts = {1: 0, 2: 2, 3: 0, 4: 0, 5: 1, 6: 0}
    figures = {
        (f"2023-{m:02}", "X"): Measurement(ReportingPeriod.parse(f"2023-{m:02}"), "X", Decimal(n), Decimal(n))
        for m, n in counts.items()
    }
    data = year([DUE_NOVEMBER], indicators=(rate,), measurements=figures)
    (row,) = [r for r in said(data, "bang_thong_ke") if r.chi_tieu == rate.name]
    assert (row.so_lieu, row.ghi_chu) == ("100", "")
    assert said(data, "the_che") == ["Tỷ lệ phản ánh xử lý đúng hạn đạt 100% (03/03)."]


@pytest.mark.parametrize("lead", [("Phòng Nội vụ",), ("Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng HĐND và UBND")])
def test_a_lead_is_called_by_its_own_name(lead: tuple[str, ...]) -> None:
    data = year([DUE_MAY])
    (section,) = data.plan.sections
    task = section.tasks[0]
    led = replace(section, tasks=(task._replace(assignment=task.assignment._replace(lead=lead)),))
    (sentence,) = said(replace(data, plan=replace(data.plan, sections=(led,))), "the_che")
    assert f"; {'; '.join(lead)} chủ trì)" in sentence
    assert "bộ phận" not in sentence


def test_a_phrase_of_several_lines_does_not_run_together() -> None:
    deadline = Deadline("Thường xuyên\nRiêng báo cáo trước ngày 01/6/2023", (Milestone("", None, date(2023, 5, 31)),))
    data = year([deadline])
    row = said(data, "bang_nhiem_vu")[0].hang[0]
    assert row.tien_do == "Thường xuyên\nRiêng báo cáo trước ngày 01/6/2023"
    body = [text for part in ("the_che", "ton_tai", "nhiem_vu_toi") for text in said(data, part)]
    assert not any("thường xuyên Riêng" in text.lower() or "Riêng báo cáo" in text for text in body)
