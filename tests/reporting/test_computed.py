"""What the program counts by itself: each name against a year that is counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from generator.domain.computed import Computed
from generator.domain.indicator import Aggregation, Indicator
from generator.domain.period import ReportingPeriod
from generator.domain.progress import Word
from generator.domain.unit_year import IssuedDocument, UnitYear
from generator.kinds import kind_of
from generator.reporting.figures import figures_as_json, report_figures
from tests.reporting.years import DUE_MAY, DUE_NOVEMBER, ONGOING, UNIT, entry, said, year

#: By 13/6: I.1 done late, I.2 late, I.3 done ahead, I.4 not due, I.5 goes on with a result, I.6 goes on without one.
DEADLINES = [DUE_MAY, DUE_MAY, DUE_NOVEMBER, DUE_NOVEMBER, ONGOING, ONGOING]
ENTRIES = [
    entry(1, Word.DONE, date(2023, 6, 5)),
    entry(3, Word.DONE),
    entry(4, Word.IN_PROGRESS),
    entry(5, Word.IN_PROGRESS, result="Đã kiểm tra 02 bộ phận"),
    entry(6, Word.IN_PROGRESS),
]
DOCUMENTS = tuple(
    IssuedDocument(number, day, "")
    for number, day in [
        ("12/KH-UBND", date(2023, 5, 4)),
        ("13/UBND-VP", date(2023, 5, 5)),
        ("14/BC-UBND", date(2023, 5, 6)),
        ("15/CT-UBND", date(2023, 7, 6)),
    ]
)


def counting(name: str, *, unit: str = "Nhiệm vụ", superior: str = "") -> UnitYear:
    row = Indicator("X", "1", "", "Một số", unit, measured_by=name, aggregation=Aggregation.COMPUTED)
    data: UnitYear = year(DEADLINES, ENTRIES, indicators=(row,), documents=DOCUMENTS)
    tasks = tuple(t._replace(superior_task="II.3" if t.id in superior.split() else "") for t in data.plan.tasks)
    return replace(data, plan=replace(data.plan, sections=(replace(data.plan.sections[0], tasks=tasks),)))


def printed(name: str, *, counts_ongoing: bool = False, unit: str = "Nhiệm vụ", superior: str = "") -> str:
    data = counting(name, unit=unit, superior=superior)
    data = replace(data, unit=replace(UNIT, ongoing_counts_as_done=counts_ongoing))
    return said(data, "bang_thong_ke")[-1].so_lieu


@pytest.mark.parametrize(
    ("superior", "told"),
    [
        ("I.1 I.2 I.3 I.4 I.5",
         ["Tính đến ngày 13/6/2023, trong 05 nhiệm vụ cấp trên giao, có 01 nhiệm vụ đã hoàn thành đúng hạn; 01 nhiệm vụ đã "
          "hoàn thành nhưng quá hạn; 01 nhiệm vụ quá hạn chưa hoàn thành; 02 nhiệm vụ còn trong hạn thực hiện."]),
        ("I.4 I.5", ["Tính đến ngày 13/6/2023, 02 nhiệm vụ cấp trên giao đều còn trong hạn thực hiện."]),
        ("I.2", ["Tính đến ngày 13/6/2023, nhiệm vụ cấp trên giao quá hạn chưa hoàn thành."]),
        ("", ["Trong kỳ chưa phát sinh nhiệm vụ cấp trên giao."]),
    ],
)  # fmt: skip
def test_the_body_tells_how_the_tasks_that_a_superior_gave_stand(superior: str, told: list[str]) -> None:
    data = counting(Computed.SUPERIOR.value, superior=superior)
    assert said(data, "muc_rieng").cap_tren_giao == told
    assert said(data, "de_muc").cap_tren_giao.endswith("Thực hiện nhiệm vụ cấp trên giao")
    assert said(counting("Số nhiệm vụ đề ra", superior=superior), "de_muc").cap_tren_giao == ""


@pytest.mark.parametrize(
    ("name", "alone", "with_ongoing"),
    [
        ("Số nhiệm vụ đề ra", "6", "6"),
        ("Số nhiệm vụ đã hoàn thành", "2", "3"),
        ("số nhiệm vụ  Đã hoàn thành", "2", "3"),
        ("Số nhiệm vụ thường xuyên", "2", "2"),
        ("Số nhiệm vụ chưa có báo cáo", "0", "0"),
        ("Số văn bản chỉ đạo", "2", "2"),
        ("Số điện thoại", "", ""),
    ],
)
def test_counts_of_the_plan(name: str, alone: str, with_ongoing: str) -> None:
    assert (printed(name), printed(name, counts_ongoing=True)) == (alone, with_ongoing)


def test_the_rate_of_the_plan() -> None:
    assert printed("Tỷ lệ hoàn thành kế hoạch", unit="%") == "33,33"
    assert printed("Tỷ lệ hoàn thành kế hoạch", unit="%", counts_ongoing=True) == "50"


@pytest.mark.parametrize(
    ("given", "on_time", "late_done", "late", "under_way"),
    [("", 0, 0, 0, 0), ("I.1 I.2 I.3 I.4 I.5", 1, 1, 1, 2), ("I.2 I.4", 0, 0, 1, 1)],
)
def test_the_four_states_of_what_a_superior_gave_add_up(
    given: str, on_time: int, late_done: int, late: int, under_way: int
) -> None:
    names = [
        Computed.SUPERIOR_ON_TIME, Computed.SUPERIOR_DONE_LATE, Computed.SUPERIOR_LATE, Computed.SUPERIOR_OPEN,
    ]  # fmt: skip
    states = [int(printed(name, superior=given)) for name in names]
    assert states == [on_time, late_done, late, under_way]
    assert sum(states) == int(printed(Computed.SUPERIOR, superior=given)) == len(given.split())


@pytest.mark.parametrize("name", Computed)
def test_everything_that_has_a_name_is_counted(name: Computed) -> None:
    assert printed(name) != ""


def test_the_states_of_the_plan_are_told_to_programs_though_no_appendix_prints_them() -> None:
    data = year(DEADLINES, ENTRIES)
    told = figures_as_json(report_figures(data, ReportingPeriod.parse("2023-H1"), kind_of("cchc"), date(2023, 6, 13)))[
        "counts"
    ]
    parts = ("done", "late", "ongoing", "ongoing_not_begun", "on_demand", "not_arisen", "paused", "not_due")
    assert told["total"] == sum(told[part] for part in parts) == 6
    assert (told["due"], told["done"], told["done_on_time"], told["done_late"], told["late"]) == (2, 2, 1, 1, 1)
    assert said(data, "bang_thong_ke") == []
