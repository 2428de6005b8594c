"""What became done is told by the report after it became known, whenever it was done: none is lost between two reports."""

import re
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

import pytest

from generator.book.read.workbook import read_workbook_bytes
from generator.book.sheets import PARTS
from generator.domain.period import ReportingPeriod
from generator.domain.progress import ProgressEntry, Word, entries_by_task
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of
from generator.reporting.context import report_context
from generator.reporting.figures import PlanFigures, ReportFigures, report_figures
from tests.recount.random_workbooks import YEAR, plain_workbook, random_rows
from tests.reporting.years import DUE_MAY, DUE_NOVEMBER, PHRASES, said, year

SEEDS = range(40)
PERIODS = {"cchc": ["Q1", "Q2", "Q3", "Q4"], "thang": [f"{month:02}" for month in range(1, 13)]}


@cache
def random_year(seed: int) -> UnitYear:
    data, _ = read_workbook_bytes(plain_workbook(random_rows(Random(seed))))
    assert data is not None
    return data


def told(data: UnitYear, kind: str, period: str) -> tuple[ReportFigures, str]:
    """The figures of a report made on the last day of its window, and all its paragraphs."""
    asked, of_kind = ReportingPeriod.parse(f"{YEAR}-{period}"), kind_of(kind)
    figures = report_figures(data, asked, of_kind, of_kind.window(asked, data.unit.terms(kind, asked).own_due_day).end)
    context = report_context(figures, PHRASES, parts=PARTS, in_short=False)
    parts = ("tong_hop", "hoan_thanh") if kind == "thang" else ("tong_hop", "chi_dao", "linh_vuc_khac")
    return figures, "\n".join(getattr(p, "chu", p) for part in parts for p in context[part])


def done(figures: PlanFigures) -> set[str]:
    return {task_id for task_id, a in figures.assessments.items() if a.state.is_done}


@pytest.mark.parametrize("kind", PERIODS)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_task_that_became_done_is_told_by_the_next_report(seed: int, kind: str) -> None:
    data = random_year(seed)
    before: set[str] = set()
    for period in PERIODS[kind]:
        figures, text = told(data, kind, period)
        now = done(figures.now)
        for task_id in now - before:
            number = task_id.partition(".")[2]
            assert re.search(rf"\b[Vv]iệc {number}\b", text), f"{period}: {task_id} became done and is not told"
        if change := re.search(r"số nhiệm vụ hoàn thành (tăng|giảm) (\d+)", text):
            by = int(change[2]) * (1 if change[1] == "tăng" else -1)
            assert len(now) - len(before) == by, period
        before = now


def test_a_task_finished_before_the_cut_off_and_told_after_it_is_told_with_its_day() -> None:
    """Finished on 12/3 and told on 20/3: quý I does not know it yet."""
    late = ProgressEntry(date(2023, 5, 20), "I.1", Word.DONE, completed_on=date(2023, 3, 12))
    data = year([DUE_MAY, DUE_NOVEMBER], [late])
    first = said(data, "the_che", "2023-Q1", date(2023, 3, 14))
    second = said(data, "the_che", "2023-Q2", date(2023, 6, 14))
    assert not any("Đã hoàn thành" in text for text in first)
    assert second == ["Đã hoàn thành nhiệm vụ rà soát nội dung 1 (hoàn thành ngày 12/3/2023)."]
    monthly = said(data, "hoan_thanh", "2023-05", date(2023, 5, 25), kind="thang")
    assert monthly == [
        "Trong tháng ghi nhận thêm 01 nhiệm vụ hoàn thành: rà soát nội dung 1 (nhiệm vụ I.1; hoàn thành ngày 12/3/2023)."
    ]


def test_a_percentage_that_finishes_a_task_is_told_though_nobody_wrote_a_word() -> None:
    data = year([DUE_MAY], [])
    entry = ProgressEntry(date(2023, 5, 20), "I.1", Word.IN_PROGRESS, percent=Decimal(100))
    finished = UnitYear(data.unit, data.plan, entries_by_task([entry]))
    assert said(finished, "the_che") == ["Đã hoàn thành nhiệm vụ rà soát nội dung 1 (hoàn thành ngày 20/5/2023)."]
