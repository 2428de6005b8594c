"""A plan month by month is what the whole plan comes to when it is judged anew on each of the days."""

from __future__ import annotations

from datetime import date

import pytest

from generator.domain.period import ReportingPeriod
from generator.kinds import kind_of
from generator.making import read_workbook
from generator.reporting.figures import PlanFigures, report_figures
from generator.reporting.trend import trend
from tests.roundup.rounds import random_unit
from tests.samples import sample_path


@pytest.mark.parametrize("name", ["nha-trang-2023", "phuoc-hai-2023", *range(12)])
def test_each_months_end_counts_as_if_it_were_today(name):
    content = random_unit("p-1", name) if isinstance(name, int) else sample_path(name).read_bytes()
    data = read_workbook(content, "so.xlsx").data
    period = ReportingPeriod.parse("2023")
    figures = report_figures(data, period, kind_of("cchc"), date(2023, 12, 14))
    days = [*(m.last_day for m in period.year_so_far if m.last_day < figures.as_of), figures.as_of]
    anew = [PlanFigures.as_of_day(data, day).totals for day in days]
    assert trend(figures) == tuple((t.due, t.due_done, t.late) for t in anew)
    assert len(days) == 12
