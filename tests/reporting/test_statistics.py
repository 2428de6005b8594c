"""The statistics table: counts that add up, and notes."""

from datetime import date
from decimal import Decimal

import pytest

from generator.book.read.workbook import read_workbook
from generator.domain.indicator import Aggregation, Indicator, Measurement, Target
from generator.domain.period import ReportingPeriod
from generator.domain.progress import Word
from generator.domain.unit_year import UnitYear
from tests.reporting.years import DUE_MAY, DUE_NOVEMBER, ON_DEMAND, ONGOING, entry, said, year
from tests.samples import SAMPLES, sample_path


def counts(data: UnitYear) -> list[tuple[str, str, int]]:
    rows = said(data, "bang_thong_ke")
    return [(r.stt, r.chi_tieu, int(r.so_lieu)) for r in rows if not r.dam]


def test_counts_of_a_workbook_without_indicators_add_up_level_by_level():
    data = year(
        [DUE_MAY, DUE_MAY, DUE_NOVEMBER, DUE_NOVEMBER, ONGOING, ONGOING, ON_DEMAND, ON_DEMAND, ON_DEMAND, ON_DEMAND],
        [
            entry(1, Word.DONE, date(2023, 6, 5)),
            entry(3, Word.DONE),
            entry(5, Word.IN_PROGRESS),
            entry(6, Word.NOT_STARTED),
            entry(7, Word.IN_PROGRESS),
            entry(8, Word.NOT_ARISEN),
            entry(9, Word.PAUSED),
        ],
    )
    assert counts(data) == [
        ("1.1", "Số nhiệm vụ trong kế hoạch", 10),
        ("1.1.1", "Số nhiệm vụ đến hạn", 2),
        ("1.2", "Số nhiệm vụ đã hoàn thành", 2),
        ("1.2.1", "Số nhiệm vụ hoàn thành đúng hạn", 1),
        ("1.2.2", "Số nhiệm vụ hoàn thành quá hạn", 1),
        ("1.3", "Số nhiệm vụ quá hạn chưa hoàn thành", 1),
        ("1.4", "Số nhiệm vụ thường xuyên", 1),
        ("1.5", "Số nhiệm vụ thường xuyên chưa triển khai", 1),
        ("1.6", "Số nhiệm vụ theo chỉ đạo của cấp trên hoặc khi phát sinh", 2),
        ("1.7", "Số nhiệm vụ chưa phát sinh", 1),
        ("1.8", "Số nhiệm vụ tạm dừng", 1),
        ("1.9", "Số nhiệm vụ chưa đến hạn", 1),
    ]


def test_counts_of_what_is_rare_stand_only_when_there_is_any():
    assert [(number, n) for number, _, n in counts(year([DUE_NOVEMBER]))] == [
        ("1.1", 1),
        ("1.1.1", 0),
        ("1.2", 0),
        ("1.2.1", 0),
        ("1.2.2", 0),
        ("1.3", 0),
        ("1.4", 0),
        ("1.5", 1),
    ]


@pytest.mark.parametrize("month", range(5, 13))
@pytest.mark.parametrize("sample", SAMPLES)
def test_the_samples_own_counts_add_up(sample, month):
    data, _ = read_workbook(sample_path(sample))
    rows = said(data, "bang_thong_ke", period=f"{data.plan.year}-{month:02}", as_of=date(data.plan.year, month, 25))
    counted = {i.number for i in data.indicators if i.aggregation is Aggregation.COMPUTED}
    whole, *parts = [(r.chi_tieu, int(r.so_lieu)) for r in rows if r.stt in counted]
    assert whole[1] == sum(n for name, n in parts if not name.startswith("Trong đó"))


SURVEY = Indicator(
    "HL", "1.1", "Nhóm", "Mức độ hài lòng", "%", (), Target.parse("trên 90%"), "trên 90%", aggregation=Aggregation.LAST
)
FILES = Indicator("HS", "1.2", "Nhóm", "Số hồ sơ", "Hồ sơ", target_text="theo chỉ tiêu giao")


@pytest.mark.parametrize(
    ("indicator", "months", "note"),
    [
        (SURVEY, (3, 6), "Mục tiêu trên 90%: đạt"),
        (SURVEY, (3,), "Mục tiêu trên 90%: đạt; chưa có số liệu tháng 4, tháng 5, tháng 6"),
        (FILES, (1, 2, 3, 4, 5, 6), "Mục tiêu theo chỉ tiêu giao"),
        (FILES, (1, 2, 3, 4, 6), "Mục tiêu theo chỉ tiêu giao; chưa có số liệu tháng 5"),
    ],
)
def test_notes_tell_only_the_months_that_the_figure_lacks(indicator, months, note):
    rows = [Measurement(ReportingPeriod.parse(f"2023-{m:02}"), indicator.code, value=Decimal("92.4")) for m in months]
    data = year([DUE_MAY], indicators=(indicator,), measurements={(r.period.id, r.code): r for r in rows})
    assert said(data, "bang_thong_ke")[-1].ghi_chu == note


def test_a_month_that_has_not_come_is_not_missed():
    row = Measurement(ReportingPeriod.parse("2023-04"), FILES.code, value=Decimal(9))
    data = year([DUE_MAY], indicators=(FILES,), measurements={("2023-04", FILES.code): row})
    note = said(data, "bang_thong_ke", period="2023-Q2", as_of=date(2023, 5, 20))[-1].ghi_chu
    assert note == "Mục tiêu theo chỉ tiêu giao; chưa có số liệu tháng 5"
