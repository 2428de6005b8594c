"""Checks that need the whole workbook: deadlines without a row, and deadlines that lay before the plan itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from generator.book import messages as say
from generator.book.read.task_rows import MilestoneRows, TaskRows
from generator.domain.plan import Plan
from generator.domain.progress import ProgressEntry, assess
from generator.vietnamese.dates import short_date

# The day of a cited document ("Công văn số 7772/UBND-VP ngày 25/10/2022") is no deadline.
_CITED = re.compile(r"số \S+ ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_STATES_A_DAY = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:tháng \d{1,2}|quý (?:[1-4]|iv|i{1,3}))\s*(?:/|năm )\s*\d{4}"
)
_STATES_A_YEAR = re.compile(r"^(?:trong |hết |đến hết )?năm \d{4}$")


def check_deadlines(
    plan: Plan, entries: Mapping[str, tuple[ProgressEntry, ...]], tasks: TaskRows, milestones: MilestoneRows
) -> None:
    """Report dated phrases without a milestone, and what was due before the plan was issued and not met by then."""
    for task in plan.tasks:
        if not task.deadline.milestones:
            if _is_dated(task.deadline.phrase) and not task.deadline.says_ongoing:
                row = tasks.rows[task.id]
                row.report("Tiến độ", say.NO_MILESTONE, phrase=task.deadline.phrase, code=task.id)
            continue
        issued = plan.issued_on
        if issued is None or all(m.last_day is None or m.last_day >= issued for m in task.deadline.milestones):
            continue
        standings = assess(task, entries.get(task.id, ()), date.max, issued).standings
        for standing, row in zip(standings, milestones.rows[task.id], strict=True):
            milestone = standing.milestone
            late = standing.met_on is None or standing.met_on >= issued
            if standing.before_plan and late and milestone.last_day and not standing.excused:
                row.report("Đến hạn", say.BEFORE_PLAN, day=short_date(milestone.last_day), issued=short_date(issued))


@lru_cache(maxsize=4096)
def _is_dated(phrase: str) -> bool:
    plain = " ".join(unicodedata.normalize("NFC", phrase).lower().split()).rstrip(".")
    return bool(_STATES_A_DAY.search(_CITED.sub("", plain)) or _STATES_A_YEAR.match(plain))
