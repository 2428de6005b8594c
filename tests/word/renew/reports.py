"""Reports of the sample ward, made in memory: the first one, and the same after a colleague's figures arrived."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from generator.book.read.workbook import read_workbook
from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem
from generator.domain.progress import ProgressEntry, Word, entries_by_task
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of
from generator.making import Request, Source, make_beside
from generator.reporting.appendix_columns import COMPUTED_COLUMNS
from generator.word.renew.judging import Choices
from generator.word.renew.renewing import Renewal, SavedReport, renew

WORKBOOK = Path(__file__).parents[3] / "inputs" / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"
DAY = date(2023, 6, 13)

#: III.1 was late; it is done now, and its words are new. I.5 stays late.
ONE_DONE = ProgressEntry(
    DAY, "III.1", Word.DONE, milestone="Báo cáo rà soát, đơn giản hóa TTHC", completed_on=date(2023, 6, 12),
    result="Đã gửi báo cáo rà soát 35 thủ tục", document="Báo cáo số 77/BC-UBND ngày 12/6/2023",
)  # fmt: skip
OTHER_DONE = ProgressEntry(
    DAY, "I.5", Word.DONE, milestone="Tháng 5", completed_on=date(2023, 6, 9), result="Đã đánh giá 15/15 người"
)


@cache
def ward() -> UnitYear:
    data, problems = read_workbook(WORKBOOK)
    assert data is not None and not problems
    return data


def with_entries(*entries: ProgressEntry) -> UnitYear:
    known = [entry for rows in ward().entries.values() for entry in rows]
    return replace(ward(), entries=entries_by_task([*known, *entries]))


def report_of(data: UnitYear, period: str = "2023-H1", day: date = DAY, problems: tuple[Problem, ...] = ()) -> bytes:
    kind = kind_of("thang") if len(period) == 7 and period[5:].isdigit() else kind_of("cchc")
    source = Source(WORKBOOK.name, "0" * 32, data, problems)
    return make_beside(source, Request(ReportingPeriod.parse(period), kind, day), None).data


@cache
def first() -> bytes:
    return report_of(ward())


@cache
def second() -> bytes:
    return report_of(with_entries(ONE_DONE))


@cache
def without_late() -> bytes:
    return report_of(with_entries(ONE_DONE, OTHER_DONE))


@lru_cache(maxsize=16)
def renewed(saved: bytes, new: bytes | None = None, **chosen: str) -> Renewal:
    """Renew a saved report; `keep="tong-hop"` chooses."""
    choices = Choices(**{way: frozenset(names.split()) for way, names in chosen.items()})
    return renew(SavedReport.opened(saved), new or second(), choices, COMPUTED_COLUMNS)
