"""What is due in a unit's year: reports, milestones of tasks, interim days. Each line says what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from generator.book.messages import ALREADY_REPORTED
from generator.book.sheets import RESULTS
from generator.domain.calendar import WorkCalendar
from generator.domain.deadline import Milestone
from generator.domain.due import DutyDue, ReportDue, duties_due, reports_due, signed_over
from generator.domain.plan import Task
from generator.domain.problem import Problem
from generator.domain.progress import assess_plan
from generator.domain.report_kind import ReportKind
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_ids, kind_of, usual_kind
from generator.slips import KEEPER
from generator.vietnamese.counted_days import counted_days
from generator.vietnamese.dates import short_date
from generator.vietnamese.file_names import file_stem
from generator.vietnamese.text import key

#: A task is told so many days ahead; a report so many.
TASK_DAYS, REPORT_DAYS = 7, 31
#: An interim day has no word for done: it is told until so many days after.
_REMINDED_AFTER = 7
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class State(StrEnum):
    """How far what is due has come."""

    OPEN = "open"
    NOT_MADE = "not_made"
    MADE = "made"
    EDITED = "edited"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report found in the folder: its name, and whether somebody has worked on it since it was made."""

    name: str
    is_edited: bool


@dataclass(frozen=True, slots=True)
class Due:
    """Something due. `due` is the day that counts, `by` the last working day up to it; `id` stays the same whenever the
    list is made again; `next_step` says what to do, `note` what else to know; `kind` and `period` are a report's."""

    id: str
    what: str
    unit: str
    title: str
    due: date
    by: date
    state: State
    next_step: str = ""
    note: str = ""
    task_id: str = ""
    kind: str = ""
    period: str = ""

    def days_left(self, on: date) -> int:
        """Return the days until it counts as late; below 0 it is late by so many."""
        return (self.due - on).days

    def is_long_unsent(self, on: date) -> bool:
        """Whether it is a report of long ago that nobody wrote down as sent: told in one line with its like."""
        return self.what == "report" and self.state is not State.SENT and self.days_left(on) < -REPORT_DAYS

    def is_told(self, on: date) -> bool:
        """Whether it is near enough, or late, to be told on a day."""
        left = self.days_left(on)
        if self.what == "report":
            return -REPORT_DAYS <= left <= REPORT_DAYS
        return left <= TASK_DAYS and (self.what == "task" or left >= -_REMINDED_AFTER)


def dues_of(
    data: UnitYear,
    on: date,
    calendar: WorkCalendar,
    made: Mapping[tuple[str, str], ReportFile],
    workbook: str,
) -> list[Due]:
    """Return everything due in the year of a workbook, as known on a day; each once, in the order of the days.

    `made` are the reports found, by kind and period id.
    """
    unit = data.unit.file_name or data.unit.short_name or data.unit.code
    names = _Names(data)
    reports = reports_due(data.unit, data.plan, _kinds())
    found = [_report(r, data, unit, calendar, made, workbook, names) for r in reports]
    assessments = assess_plan(data.plan, data.entries, on)
    last_day = partial(_last_day, calendar)
    found += [_duty(duty, unit, calendar, names) for duty in duties_due(assessments.values(), last_day)]
    done = {task_id for task_id, assessment in assessments.items() if assessment.state.is_done}
    found += _reminders(data, unit, calendar, names, done)
    return sorted(found, key=lambda one: one.due)


class _Names:
    """Names that stay the same from run to run and are each given once."""

    def __init__(self, data: UnitYear) -> None:
        self._start = f"{file_stem(data.unit.code or data.unit.name).replace(' ', '-')}-{data.plan.year}"
        self._given: dict[str, int] = {}

    def of(self, *words: str) -> str:
        name = "-".join(filter(None, (self._start, *(file_stem(word).replace(" ", "-") for word in words if word))))
        count = self._given[name] = self._given.get(name, 0) + 1
        return f"{name.lower()}@cchc" if count == 1 else f"{name.lower()}-{count}@cchc"


# -- reports ----------------------------------------------------------------------------------------
def _report(
    report: ReportDue,
    data: UnitYear,
    unit: str,
    calendar: WorkCalendar,
    made: Mapping[tuple[str, str], ReportFile],
    workbook: str,
    names: _Names,
) -> Due:
    kind, period = report.kind, report.period
    file = made.get((kind.id, period.id))
    state = State.SENT if report.is_sent else State.NOT_MADE
    if file and not report.is_sent:
        state = State.EDITED if file.is_edited else State.MADE
    to = f" gửi {data.unit.superior}" if data.unit.superior else ""
    of_kind = f" --kind {kind.id}" if usual_kind(period.kind).id != kind.id else ""
    where = f"Số văn bản, Ngày văn bản ở sheet Thông tin, Loại báo cáo “{kind.id} {period.id}”"
    steps = {
        State.NOT_MADE: f"cchc report “{workbook}” --period {period.id}{of_kind}",
        State.MADE: f"đọc lại “{file.name if file else ''}”, trình ký; phát hành rồi ghi {where}",
        State.EDITED: f"trình ký “{file.name if file else ''}” đã sửa; phát hành rồi ghi {where}",
    }
    return Due(
        names.of("bao cao", kind.id, period.id),
        "report",
        unit,
        f"Báo cáo {_KIND_NAMES.get(kind.id, kind.id)} {period}{to}",
        report.due,
        calendar.on_or_before(report.due),
        state,
        steps.get(state, ""),
        _report_note(report),
        kind=kind.id,
        period=period.id,
    )


_KIND_NAMES = {"thang": "tiến độ kế hoạch", "cchc": "CCHC", "muc-tieu": "mục tiêu chất lượng"}


def _kinds() -> list[ReportKind]:
    return [kind_of(kind_id) for kind_id in kind_ids()]


def already_reported(data: UnitYear, day: date) -> list[Problem]:
    """Return a note for each signed report whose data a row dated on a day would belong to."""
    return [
        ALREADY_REPORTED.at(
            RESULTS.name,
            day=short_date(day),
            kind=_KIND_NAMES.get(kind.id, kind.id),
            period=period,
            number=terms.number,
            issued=short_date(terms.issued_on),
        )
        for kind, period, terms in signed_over(data.unit, _kinds(), day)
        if terms.issued_on
    ]


def _report_note(report: ReportDue) -> str:
    if report.is_sent and report.sent_on:
        late = (report.sent_on - report.due).days
        return f"số {report.number} ngày {short_date(report.sent_on)}" + (f", sau hạn {late} ngày" if late > 0 else "")
    window = f"số liệu từ {short_date(report.window.start)} đến {short_date(report.window.end)}"
    return f"{window}, chốt sau ngày gửi: gửi khi chưa hết kỳ số liệu" if report.closes_after_due else window


# -- tasks ------------------------------------------------------------------------------------------
def _last_day(calendar: WorkCalendar, task: Task, milestone: Milestone) -> date | None:
    """Return a milestone's last day, also where it is counted from an event whose day is known."""
    if milestone.due is not None or milestone.first_day is None:
        return milestone.due
    counted = counted_days(milestone.label) or counted_days(task.deadline.phrase)
    return counted.end(milestone.first_day, calendar) if counted else None


def _duty(duty: DutyDue, unit: str, calendar: WorkCalendar, names: _Names) -> Due:
    task, label = duty.assessment.task, duty.milestone.label
    asked = ", ".join(who for who in task.assignment.asked if key(who) != key(KEEPER))
    who = f"hỏi {asked}; " if asked else ""
    return Due(
        names.of("viec", task.id, _told_apart(task, duty.milestone)),
        "task",
        unit,
        f"{task.id}. {task.text}" + (f" ({label})" if label else ""),
        duty.due,
        calendar.on_or_before(duty.due),
        State.OPEN,
        f"{who}xong thì ghi ở sheet Kết quả",
        duty.assessment.state.label,
        task.id,
    )


def _told_apart(task: Task, milestone: Milestone) -> str:
    """Return what tells a milestone from the others of its task; the day of an extension may not."""
    if milestone.label or len(task.deadline.milestones) < 2 or milestone.last_day is None:
        return milestone.label
    return milestone.last_day.isoformat()


def _reminders(data: UnitYear, unit: str, calendar: WorkCalendar, names: _Names, done: set[str]) -> Iterator[Due]:
    for reminder in data.reminders:
        due = reminder.due
        if due is None and (counted := counted_days(reminder.text)) and counted.since:
            due = counted.end(counted.since, calendar)
        name = names.of("nhac", reminder.task_id, key(reminder.text)[:40])
        if due is None or reminder.task_id in done:
            continue
        to = f" gửi {reminder.to}" if reminder.to else ""
        who = f"nhắc {reminder.who}" if reminder.who else "nhắc người chủ trì"
        title = f"{reminder.task_id}. {reminder.text}"
        by = calendar.on_or_before(due)
        yield Due(name, "reminder", unit, title, due, by, State.OPEN, f"{who}{to}", "", reminder.task_id)


# -- words ------------------------------------------------------------------------------------------
def day_words(one: Due) -> str:
    """Return "13/6/2023 (thứ Ba)", with the last working day before where the day itself is off."""
    day = f"{short_date(one.due)} ({_WEEKDAYS[one.due.weekday()]})"
    if one.by != one.due:
        day += f", ngày nghỉ: gửi trước, chậm nhất {short_date(one.by)} ({_WEEKDAYS[one.by.weekday()]})"
    return day


def when(one: Due, on: date) -> str:
    """Return "13/6/2023 (thứ Ba), còn 3 ngày"."""
    day, left = day_words(one), one.days_left(on)
    if one.state is State.SENT:
        return day
    return f"{day}, {'quá hạn ' + str(-left) + ' ngày' if left < 0 else f'còn {left} ngày' if left else 'hôm nay'}"


def group_of(one: Due, on: date) -> str:
    """Return under which heading something stands: each stands under exactly one."""
    if one.state is State.SENT:
        return "Đã gửi"
    left = (one.by - on) // timedelta(days=1) if one.days_left(on) >= 0 else -1
    if one.days_left(on) < 0:
        return "Quá hạn"
    return next((name for most, name in _GROUPS if left <= most), "Sắp tới")


_GROUPS = ((0, "Hôm nay"), (1, "Trong 1 ngày"), (3, "Trong 3 ngày"), (TASK_DAYS, "Trong 7 ngày"))
HEADINGS = ("Quá hạn", *(name for _, name in _GROUPS), "Sắp tới", "Đã gửi")
