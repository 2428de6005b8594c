"""Checks that need the whole workbook: deadlines without a row, and deadlines that lay before the plan itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.book import messages as say
from generator.book.read.table import Row
from generator.book.read.task_rows import MilestoneRows, TaskRows
from generator.book.sheets import MILESTONES, TASKS
from generator.domain.plan import Plan, Task
from generator.domain.progress import ProgressEntry, assess
from generator.vietnamese.dates import short_date
from generator.vietnamese.text import folded

if TYPE_CHECKING:
    from generator.vietnamese.dated_clause import PlanYear
    from generator.vietnamese.deadline_phrase import PhraseReading

#: Most phrases without a milestone are this one, which states no day.
_ONGOING = "thường xuyên"
#: So many days of a recurring duty are named; the others are like them.
_MOST_DAYS = 4


def check_deadlines(
    plan: Plan,
    entries: Mapping[str, tuple[ProgressEntry, ...]],
    tasks: TaskRows,
    milestones: MilestoneRows,
    *,
    before_includes_day: bool,
) -> None:
    """Report phrases that state a day without a milestone, and what was due before the plan was issued and not met."""
    for task in plan.tasks:
        if not task.deadline.milestones:
            if task.deadline.phrase and folded(task.deadline.phrase) != _ONGOING:
                _check_phrase(task, tasks.rows[task.id], plan, before_includes_day)
            continue
        issued = plan.issued_on
        if issued is None or all(m.last_day is None or m.last_day >= issued for m in task.deadline.milestones):
            continue
        standings = assess(task, entries.get(task.id, ()), date.max, issued).standings
        for standing, row in zip(standings, milestones.rows[task.id], strict=True):
            milestone = standing.milestone
            late = standing.met_on is None or standing.met_on >= issued
            if standing.before_plan and late and milestone.last_day and not standing.excused:
                row.report(
                    MILESTONES.last_day, say.BEFORE_PLAN, day=short_date(milestone.last_day), issued=short_date(issued)
                )


def _check_phrase(task: Task, row: Row, plan: Plan, before_includes_day: bool) -> None:
    """Report a phrase that is a deadline; what took its year from the plan, or is not understood, is a question."""
    # The rules of phrases take longer to load than a workbook to read, and few workbooks need them.
    from generator.vietnamese.dated_clause import PlanYear
    from generator.vietnamese.deadline_phrase import speaks_of_time

    phrase = task.deadline.phrase
    year = PlanYear(plan.year, plan.issued_on, before_includes_day=before_includes_day)
    reading = _reading_of(phrase, year, deliverables=task.deliverables)
    days = [short_date(m.last_day) for m in reading.milestones if m.last_day]
    if days:
        named = "; ".join([*days[:_MOST_DAYS], *(["…"] if len(days) > _MOST_DAYS else [])])
        whole = _reading_of(phrase, PlanYear(before_includes_day=before_includes_day)).milestones
        is_whole = whole == reading.milestones and not task.deadline.says_ongoing
        message = say.NO_MILESTONE if is_whole else say.PERHAPS_NO_MILESTONE
        row.report(TASKS.deadline, message, phrase=phrase, days=named, code=task.id)
    elif not task.deadline.says_ongoing and any(map(speaks_of_time, reading.not_understood)):
        row.report(TASKS.deadline, say.UNREAD_DEADLINE, phrase=phrase, code=task.id)


@lru_cache(maxsize=2000)
def _reading_of(phrase: str, year: PlanYear, *, deliverables: str = "") -> PhraseReading:
    """The same phrases come again with each unit of a batch."""
    from generator.vietnamese.deadline_phrase import read_deadline_phrase

    return read_deadline_phrase(phrase, year, deliverables=deliverables)
