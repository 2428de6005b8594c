"""Interim days inside an assignment ("... về Phòng Nội vụ trước ngày 25/11/2023"), apart from the task's deadline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator import limits
from generator.domain.deadline import DeadlineForm, last_day_in_time
from generator.domain.plan import Task
from generator.vietnamese.office_names import UnitNames
from generator.vietnamese.stated_time import Grain, find_stated_times
from generator.vietnamese.who_does import STEP


@dataclass(frozen=True, slots=True)
class Reminder:
    """An interim day: who has something to do by `last_day`, for whom, in the plan's own words."""

    task_id: str
    last_day: date
    phrase: str
    who: str = ""
    for_whom: str = ""


_DUE = re.compile(r"\b(?:trước|đến|nhất|hết|trong|hạn|quá)\b")
_BULLET = re.compile(r"^\s*(?:[-–+•]|[a-zđ]\))\s*")
_TO = re.compile(r"(?:về|gửi|cho|báo cáo)\s+(?:UBND\s+[\w\s]+?\(\s*(?:qua|thông qua)\s+)?$", re.IGNORECASE)


def find_reminders(task: Task, year: int, names: UnitNames) -> tuple[Reminder, ...]:
    """Return the days stated in the assignment of a task that are not its own deadline's, in their order."""
    own = {m.last_day for m in task.deadline.milestones}
    found: list[Reminder] = []
    speaker = ""
    for step in STEP.split(task.assignment.text):
        if len(step) > limits.SENTENCE_TEXT.most:
            continue
        if _BULLET.match(step):
            speaker = ""
        step = _BULLET.sub("", step).strip()
        who = names.pattern.match(step)
        speaker = names.printed_name(who[0]) if who else speaker
        for time in find_stated_times(step, year):
            if time.grain is not Grain.DAY or not time.pieces or not _is_due(time.lead):
                continue
            form = DeadlineForm.BEFORE if "trước" in time.lead.split() else DeadlineForm.BY
            last = last_day_in_time(time.pieces[0][1], form)
            if last in own:
                continue
            sent = [m for m in names.pattern.finditer(step, 0, time.lead_start) if _TO.search(step, 0, m.start())]
            found.append(
                Reminder(
                    task.id,
                    last,
                    step,
                    speaker,
                    names.printed_name(sent[-1][0]) if sent else "",
                )
            )
    return tuple(found)


def _is_due(lead: str) -> bool:
    """Words such as "trước ngày", not "kể từ ngày"."""
    return bool(_DUE.search(lead)) and not re.search(r"\b(?:từ|sau)\b", lead)
