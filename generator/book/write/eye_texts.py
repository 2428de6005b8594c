"""What stands beside a row for the eye alone: the task, how it stood and what was said, an indicator's last figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.book.sheets import MEASUREMENTS, RESULTS, Column
from generator.domain.indicator import Indicator, Measurement
from generator.domain.owed import last_figure
from generator.domain.period import ReportingPeriod
from generator.domain.plan import Task
from generator.domain.progress import ProgressEntry
from generator.domain.unit_year import UnitYear
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import number_text, numbers_before


def of_task(task: Task, state: str, said: str) -> dict[Column, str]:
    """Return the texts beside a row of sheet Kết quả; `said` is the last result with its day."""
    return {
        RESULTS.seen_task: task.text,
        RESULTS.seen_deadline: task.deadline.phrase,
        RESULTS.seen_lead: "; ".join(task.assignment.lead),
        RESULTS.seen_before: "\n".join(filter(None, (state, said))),
    }


def last_told(entries: Iterable[ProgressEntry], milestone: str) -> ProgressEntry | None:
    """Return the last entry with a result about a milestone, else about its whole task; about any for a blank one."""
    told = [e for e in entries if e.says_result]
    own = [e for e in told if not milestone or e.milestone == milestone] or [e for e in told if not e.milestone]
    return own[-1] if own else None


def last_result(entries: Iterable[ProgressEntry], milestone: str) -> str:
    """Return "(25/5/2023) Đã đăng 15 tin, bài": what was told last; "" for nothing."""
    last = last_told(entries, milestone)
    if last is None:
        return ""
    text = "; ".join(filter(None, (last.result.strip(), last.document.strip())))
    return f"({short_date(last.as_of)}) {text}"


def of_indicator(indicator: Indicator, period: ReportingPeriod, data: UnitYear) -> dict[Column, str]:
    """Return the texts beside a row of sheet Số liệu."""
    before = last_figure(indicator.code, period, data.measurements)
    return {
        MEASUREMENTS.seen_indicator: indicator.name,
        MEASUREMENTS.seen_unit: indicator.unit,
        MEASUREMENTS.seen_before: f"{_figure(before)} ({before.period.name_without_year})" if before else "",
        MEASUREMENTS.seen_offer: _offered(indicator, period, data.entries),
    }


def _figure(measured: Measurement) -> str:
    if measured.numerator is not None and measured.denominator is not None:
        return f"{number_text(measured.numerator)}/{number_text(measured.denominator)}"
    value = measured.value if measured.value is not None else measured.numerator
    return "" if value is None else number_text(value)


def _offered(indicator: Indicator, period: ReportingPeriod, entries: Mapping[str, tuple[ProgressEntry, ...]]) -> str:
    """Return what the results of the period say in the indicator's unit, added up: offered, never entered unasked."""
    if indicator.is_percentage:
        return ""
    found = [
        (number, f"{number_text(number)} ({task_id}, {short_date(entry.as_of)})")
        for task_id in indicator.task_ids
        for entry in entries.get(task_id, ())
        if period.first_day <= entry.as_of <= period.last_day
        for number in numbers_before(indicator.unit, entry.result)
    ]
    if not found:
        return ""
    total = number_text(sum(number for number, _ in found))
    parts = " + ".join(said for _, said in found)
    return f"Kết quả ghi {parts}" + (f" = {total}" if len(found) > 1 else "")
