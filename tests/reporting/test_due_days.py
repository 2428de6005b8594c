"""Which days a report covers, by the due day that a unit gives: for all its reports, for a kind, for one report."""

from datetime import date

import pytest

from generator.domain.period import ReportingPeriod
from generator.kinds import kind_of
from generator.making import default_as_of
from generator.reporting.figures import report_figures
from tests.book.small_workbook import read, small_rows


@pytest.mark.parametrize(
    ("kind_of_row", "today", "start", "end", "as_of"),
    [
        (None, date(2023, 2, 20), date(2023, 1, 1), date(2023, 1, 31), date(2023, 1, 31)),
        (None, date(2023, 1, 25), date(2023, 1, 1), date(2023, 1, 31), date(2023, 1, 25)),
        ("cchc", date(2023, 2, 20), date(2023, 1, 1), date(2023, 1, 31), date(2023, 1, 31)),
        ("thang", date(2023, 2, 20), date(2022, 12, 16), date(2023, 1, 15), date(2023, 1, 15)),
        ("thang 2023-01", date(2023, 2, 20), date(2022, 12, 16), date(2023, 1, 15), date(2023, 1, 15)),
        ("thang 2023-02", date(2023, 2, 20), date(2023, 1, 1), date(2023, 1, 31), date(2023, 1, 31)),
    ],
)
def test_only_a_due_day_of_its_own_closes_the_monthly_report(
    kind_of_row: str | None, today: date, start: date, end: date, as_of: date
) -> None:
    rows = small_rows()
    rows["Thông tin"] = [row for row in rows["Thông tin"] if row["Mục"] != "Ngày phải gửi"]
    rows["Thông tin"].append({"Mục": "Ngày phải gửi", "Loại báo cáo": kind_of_row, "Nội dung": 15})
    data, problems = read(rows)
    january, monthly = ReportingPeriod.parse("2023-01"), kind_of("thang")
    window = report_figures(data, january, monthly, as_of).window
    assert problems == ()
    assert (window.start, window.end) == (start, end)
    assert default_as_of(data, january, monthly, today) == as_of
