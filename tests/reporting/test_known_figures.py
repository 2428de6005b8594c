"""Which figures a report knows, and how part of a year stands against the year's target."""

from datetime import date
from decimal import Decimal

import pytest

from generator.domain.indicator import Aggregation, Indicator, Measurement, Target
from generator.domain.period import ReportingPeriod
from generator.kinds import kind_of
from generator.reporting.figures import report_figures
from tests.reporting.years import DUE_NOVEMBER, said, year

NEWS = Indicator("TT", "1.1", "Nhóm", "Số tin, bài", "Tin", (), Target.parse("từ 60 trở lên"), "từ 60 tin, bài")
RATE = Indicator("HS", "1.2", "Nhóm", "Tỷ lệ đúng hạn", "%", (), Target.parse("95%"), "95%", "", Aggregation.RATIO)


def measured(*rows: tuple[str, str, int, date | None]) -> dict[tuple[str, str], Measurement]:
    return {
        (period, code): Measurement(ReportingPeriod.parse(period), code, value=Decimal(value), known_on=day)
        for period, code, value, day in rows
    }


@pytest.mark.parametrize(
    ("period", "day", "as_of", "is_known"),
    [
        ("2023-06", date(2023, 6, 25), date(2023, 6, 14), False),
        ("2023-06", date(2023, 6, 13), date(2023, 6, 14), True),
        ("2023-06", None, date(2023, 6, 13), True),
        ("2023-06", None, date(2023, 5, 31), False),
    ],
)
def test_a_figure_counts_from_its_day(period: str, day: date | None, as_of: date, is_known: bool) -> None:
    data = year([DUE_NOVEMBER], indicators=(NEWS,), measurements=measured((period, "TT", 5, day)))
    figures = report_figures(data, ReportingPeriod.parse("2023-H1"), kind_of("cchc"), as_of)
    assert (figures.readings["TT"].value is not None) == is_known


def test_part_of_a_year_never_judges_the_year() -> None:
    rows = measured(("2023-Q1", "TT", 20, None), ("2023-Q2", "TT", 22, None), ("2023-Q3", "TT", 9, None))
    data = year([DUE_NOVEMBER], indicators=(NEWS,), measurements=rows)
    row = said(data, "bang_thong_ke", "2023-Q3", date(2023, 9, 13))[-1]
    assert (row.so_lieu, row.ghi_chu) == ("9", "Mục tiêu năm từ 60 tin, bài: đạt 85%")


def test_the_year_judges_and_a_ratio_stands_by_itself() -> None:
    rows = measured(("2023-Q4", "TT", 50, None), ("2023-Q2", "HS", 90, None))
    data = year([DUE_NOVEMBER], indicators=(NEWS, RATE), measurements=rows)
    at_the_end = said(data, "bang_thong_ke", "2023", date(2023, 12, 14))
    assert at_the_end[1].ghi_chu.startswith("Mục tiêu từ 60 tin, bài: chưa đạt")
    in_june = said(data, "bang_thong_ke", "2023-Q2", date(2023, 6, 13))
    assert in_june[2].ghi_chu == "Mục tiêu 95%: chưa đạt"
