"""What a report says of the period to come: every milestone to its end, by month, each with its day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from generator.domain.deadline import DeadlineNature
from generator.domain.period import PeriodKind
from generator.domain.plan import Plan, Task
from generator.domain.progress import Assessment, TaskState
from generator.reporting.comparison import Neighbours
from generator.reporting.figures import ReportFigures
from generator.reporting.letterhead import called_in_short
from generator.reporting.results import says_what
from generator.reporting.wording import (
    Phrases,
    closing_marks,
    gist,
    listed,
    one_line,
    paragraphs,
    runs_of,
    small_first,
)
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count

#: What goes over into the next year and is told by name however much it is.
_BY_NAME = ("chuyen_tiep", "dang_tam_dung")


class Coming(NamedTuple):
    """A milestone to be met, its label empty where the task has no other."""

    day: date
    task: Task
    label: str


def next_period_sentences(figures: ReportFigures, phrases: Phrases, neighbours: Neighbours) -> list[str]:
    """Return what is to be done next: what is late first of all, what is due by month, what goes on; the next year's
    plan after an annual report."""
    states = [a.state for a in figures.now.assessments.values()]
    paused = states.count(TaskState.PAUSED)
    open_tasks = sum(not s.is_done for s in states) - paused
    unit = called_in_short(figures.data.unit)
    out = _late_first(figures, phrases)
    coming = coming_milestones(figures)
    if not open_tasks and not paused:
        out.append(phrases.say("ky_toi.het", don_vi=unit))
    elif figures.period.kind is PeriodKind.YEAR:
        out += _carried_over(figures, phrases)
        if coming:
            out.append(_still_due(figures, coming, phrases))
    else:
        out.append(
            phrases.say(
                "ky_toi.dau" if coming else "ky_toi.khong_den_han",
                trong_ky_toi=_span(figures, phrases, coming),
                don_vi=unit,
                n=count(open_tasks),
                tam_dung=phrases.say("ky_toi.tam_dung", n=count(paused)) if paused else "",
            )
        )
    out = paragraphs(out) + _in_lines(coming, {a.task.id for a in figures.late()}, phrases)
    if figures.period.kind is PeriodKind.YEAR and neighbours.next_plan is not None:
        out.append(_next_plan(neighbours.next_plan, phrases))
    return out


def _late_first(figures: ReportFigures, phrases: Phrases) -> list[str]:
    late = figures.late()
    if not late:
        return []
    numbers = ", ".join(a.task.id for a in late)
    return [phrases.say("ky_toi.qua_han" if len(late) == 1 else "ky_toi.qua_han_nhieu", n=count(len(late)), ma=numbers)]


def coming_milestones(figures: ReportFigures) -> list[Coming]:
    """Return every open milestone that falls due after the day and by the end of the next period, by day; not this very
    report."""
    end = figures.period.following.last_day
    rows = []
    for assessment in figures.now.assessments.values():
        if assessment.state.is_done or assessment.state is TaskState.PAUSED:
            continue
        several = len(assessment.standings) > 1
        for standing in assessment.standings:
            due = standing.milestone.due
            if (assessment.task.id, standing.milestone.label) in figures.own:
                continue
            if standing.met_on is None and not standing.excused and due and figures.as_of <= due <= end:
                rows.append(Coming(due, assessment.task, one_line(standing.milestone.label) if several else ""))
    return sorted(rows, key=lambda row: row.day)


def _in_lines(coming: list[Coming], named: set[str], phrases: Phrases) -> list[str]:
    """What comes every month or quarter, a line each; then a line a month: each milestone with its day, those of one
    day share it. A task is named in full once; those `named` above are known by number."""
    of_task: dict[str, list[Coming]] = {}
    for row in coming:
        of_task.setdefault(row.task.id, []).append(row)
    recurring = {task_id: how for task_id, rows in of_task.items() if (how := _recurs(rows))}
    lines = [_recurring(of_task[task_id], how, named, phrases) for task_id, how in recurring.items()]
    months: dict[tuple[int, int], dict[date, list[Coming]]] = {}
    for row in coming:
        if row.task.id not in recurring:
            months.setdefault((row.day.year, row.day.month), {}).setdefault(row.day, []).append(row)
    for (year, month), by_day in months.items():
        items = "; ".join(_on_day(day, of_day, named, phrases) for day, of_day in by_day.items())
        lines.append(phrases.say("ky_toi.thang", thang=_month(month), nam=str(year), ke=items))
    return [
        phrases.say("ky_toi.dong", ke=line, dau_cuoi=mark)
        for line, mark in zip(lines, closing_marks(len(lines)), strict=True)
    ]


def _recurs(rows: list[Coming]) -> str:
    """How a task comes again and again: its milestones name nothing but months, or quarters."""
    for how, word in (("hang_thang", "tháng "), ("hang_quy", "quý ")):
        if len(rows) > 2 and all(row.label.lower().startswith(word) for row in rows):
            return how
    return ""


def _recurring(rows: list[Coming], how: str, named: set[str], phrases: Phrases) -> str:
    task = rows[0].task
    key = "ky_toi.viec_lai" if task.id in named else "ky_toi.viec"
    viec = phrases.say(key, viec=phrases.lower_first(gist(task.text)), ma=task.id)
    return phrases.say(f"ky_toi.{how}", viec=viec, han=_days(rows, phrases))


def _days(rows: list[Coming], phrases: Phrases) -> str:
    """The last days of what comes every month."""
    if all((row.day + timedelta(days=1)).day == 1 for row in rows) and _recurs(rows) == "hang_thang":
        first, last = rows[0].day, rows[-1].day
        return phrases.say("ky_toi.cuoi_thang", dau=_month(first.month), cuoi=_month(last.month), nam=str(last.year))
    return phrases.say("ky_toi.cac_ngay", ngay=listed(short_date(row.day) for row in rows))


def _month(number: int) -> str:
    return f"{number:02}" if number < 3 else str(number)


def _on_day(day: date, rows: list[Coming], named: set[str], phrases: Phrases) -> str:
    if len(rows) > phrases.value("ky_toi.ke_toi_da"):
        numbers = ", ".join(runs_of(dict.fromkeys(row.task.id for row in rows), phrases))
        return phrases.say("ky_toi.ngay_gop", ngay=_day_and_month(day), n=count(len(rows)), ma=numbers)
    works = [_work(row, named, phrases) for row in rows]
    return phrases.say("ky_toi.ngay", ngay=_day_and_month(day), ke=listed(works))


def _day_and_month(day: date) -> str:
    """The day in a line that names the year: "17/6"."""
    return short_date(day).rpartition("/")[0]


def _work(row: Coming, named: set[str], phrases: Phrases) -> str:
    label = small_first(row.label)
    if is_work := says_what(label, phrases):
        key = "moc"
    elif row.task.id in named:
        key = "moc_lai" if label else "viec_lai"
    else:
        key = "viec_moc" if label else "viec"
    if not is_work:
        named.add(row.task.id)
    viec = phrases.lower_first(gist(row.task.text))
    return phrases.say(f"ky_toi.{key}", viec=viec, moc=label, ma=row.task.id)


def _still_due(figures: ReportFigures, coming: list[Coming], phrases: Phrases) -> str:
    """What leads the list of milestones: those of this year first, where there are any."""
    key = "cac_moc_den_het_nam" if coming[0].day <= figures.period.last_day else "cac_moc"
    return phrases.say(f"ky_toi.{key}", nam=str(figures.period.year))


def _ends_in(assessment: Assessment, last_day: date) -> bool:
    """Whether all that is open of a task falls due by a day."""
    days = [s.milestone.due for s in assessment.standings if s.met_on is None and not s.excused]
    return bool(days) and all(day is not None and day <= last_day for day in days)


def _carried_over(figures: ReportFigures, phrases: Phrases) -> list[str]:
    """Return what goes over into the next year: what is to be finished, by name, what goes on, what is paused.

    What falls due between the report and the end of its year stands among the milestones.
    """
    opened = [
        a
        for a in figures.now.assessments.values()
        if not a.state.is_done and not a.state.is_late and not _ends_in(a, figures.period.last_day)
    ]
    paused = [a.task for a in opened if a.state is TaskState.PAUSED]
    rest = [a.task for a in opened if a.state is not TaskState.PAUSED]
    groups = {
        "chuyen_tiep": [t for t in rest if t.deadline.nature is DeadlineNature.DATED],
        "thuong_xuyen": [t for t in rest if t.deadline.nature is DeadlineNature.ONGOING],
        "theo_yeu_cau": [t for t in rest if t.deadline.nature is DeadlineNature.ON_DEMAND],
        "dang_tam_dung": paused,
    }
    out = []
    for key, tasks in groups.items():
        if not tasks:
            continue
        names = "; ".join(
            phrases.say("qua_han.ten", nhiem_vu=phrases.lower_first(gist(t.text)), ma=t.id) for t in tasks
        )
        by_name = key in _BY_NAME or len(tasks) <= phrases.value("ky_toi.ke_toi_da")
        numbers = phrases.say("ky_toi.cac_so", ma=", ".join(runs_of([t.id for t in tasks], phrases)))
        said = phrases.say("ky_toi.cac_ten", ten=names) if by_name else numbers
        out.append(phrases.say(f"ky_toi.{key}", n=count(len(tasks)), nam=str(figures.period.year), ke=said))
    return out


def _next_plan(plan: Plan, phrases: Phrases) -> str:
    number = phrases.say("ky_toi.so_ke_hoach", so=plan.number) if plan.number else ""
    return phrases.say("ky_toi.ke_hoach_nam_sau", nam=str(plan.year), so=number, n=count(len(plan)))


def _span(figures: ReportFigures, phrases: Phrases, coming: list[Coming]) -> str:
    """The time spoken of: what is still due in this period is to be done before the next one begins."""
    period, following = figures.period, figures.period.following
    if following.year != period.year and period.kind is not PeriodKind.MONTH:
        return phrases.say("ky_toi.thoi_gian_toi")
    if not (coming and coming[0].day <= period.last_day):
        return phrases.say("ky_toi.trong", ky_toi=str(following))
    if following.last_month == 12:
        return phrases.say("ky_toi.den_het_nam", nam=str(following.year))
    return phrases.say("ky_toi.den_het", ky_toi=str(following))
