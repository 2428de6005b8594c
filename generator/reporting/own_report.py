"""The task that a report itself fulfils: "Báo cáo CCHC … trong ngày 13 của tháng cuối kỳ". That a report was sent, or
is still to be sent, cannot stand in that very report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.domain.period import PeriodKind, ReportingPeriod
from generator.domain.plan import Task
from generator.vietnamese.named_periods import periods_named
from generator.vietnamese.text import folded

_REPORT = re.compile(
    r"báo cáo (?:định kỳ )?(?:về )?(?:(?:kết quả|tình hình) (?:thực hiện )?)?(?:công tác )?"
    r"(?:cchc|cải cách hành chính)\b"
)


def own_report_milestones(tasks: Iterable[Task], period: ReportingPeriod) -> frozenset[tuple[str, str]]:
    """Return the milestones that the periodic report of a period fulfils, by task id and label.

    "Báo cáo quý II" is the report of the half year: they end on one day. A monthly report is nobody's milestone here:
    it tells of the periodic report like of any other work.
    """
    if period.kind is PeriodKind.MONTH:
        return frozenset()
    return frozenset(
        (task.id, milestone.label)
        for task in tasks
        if _is_on_reports(task)
        for milestone in task.deadline.milestones
        if any(named.last_day == period.last_day for named in _named(milestone.label, period.year))
    )


def _is_on_reports(task: Task) -> bool:
    text = folded(task.text)
    return "báo cáo" in text and _REPORT.search(f"{text} {folded(task.deliverables)}") is not None


def _named(label: str, year: int) -> Iterable[ReportingPeriod]:
    return (named for named in periods_named(f"báo cáo {label}", year) if named.kind is not PeriodKind.MONTH)
