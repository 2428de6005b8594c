"""The statistics and the states of the samples' reports, recounted from the workbooks' cells."""

from datetime import date

import pytest

from generator.domain.period import ReportingPeriod
from generator.kinds import kind_of
from generator.making import Request, make, read_workbook
from tests.recount.cells import database
from tests.recount.printed import figure_differences, json_differences, task_row_differences
from tests.recount.recount import recount
from tests.samples import sample_path
from tests.word_files import tables

REPORTS = [
    ("phuoc-hai-2023", "2023-H1", "2023-06-14"),
    ("phuoc-hai-2023", "2023-Q3", "2023-09-14"),
    ("bac-nha-trang-2026", "2026-Q1", "2026-03-14"),
    ("bac-nha-trang-2026", "2026-H1", "2026-06-14"),
    ("bac-nha-trang-2026", "2026-Q3", "2026-09-14"),
    ("bac-nha-trang-2026", "2026", "2026-12-14"),
]


@pytest.mark.parametrize(("sample", "period", "day"), REPORTS)
def test_the_forms_and_the_plain_table_are_those_of_the_cells(sample, period, day):
    path = sample_path(sample)
    made = make(
        read_workbook(path.read_bytes(), path.name),
        Request(ReportingPeriod.parse(period), kind_of("cchc"), date.fromisoformat(day)),
    )
    again = recount(database(path.read_bytes()), period, "cchc", date.fromisoformat(day))
    pages = tables(made.data)
    found = [
        *json_differences(made, again),
        *task_row_differences(pages, again),
        *figure_differences(made, pages, again),
    ]
    assert found == []
