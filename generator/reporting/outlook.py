"""What a report says of the period to come: every milestone to its end, by month, each with its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.domain.period import PeriodKind
from generator.domain.plan import Plan, Task
from generator.domain.progress import Assessment, TaskState
from generator.reporting.comparison import Neighbours
from generator.reporting.figures import ReportFigures
from generator.reporting.results import says_only_when
from generator.reporting.wording import Phrases, closing_marks, gist, listed, one_line, small_first
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count

#: What a label that says no more than a time goes on with: "báo cáo quý II", "báo cáo 6 tháng đầu năm".
_TIMES = ("tháng", "quý", "năm", "6 tháng", "9 tháng", "đợt", "kỳ", "tuần")


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
    unit = figures.data.unit.short_name
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
    out += _by_month(coming, phrases)
    if figures.period.kind is PeriodKind.YEAR and neighbours.next_plan is not None:
        out.append(_next_plan(neighbours.next_plan, phrases))
    return out


def _late_first(figures: ReportFigures, phrases: Phrases) -> list[str]:
    late = figures.late()
    if not late:
        return []
    names = "; ".join(
        phrases.say("qua_han.ten", nhiem_vu=phrases.lower_first(gist(a.task.text)), ma=a.task.id) for a in late
    )
    few = len(late) <= phrases.value("qua_han.ke_toi_da")
    return [phrases.say("ky_toi.qua_han" if few else "ky_toi.qua_han_nhieu", n=count(len(late)), ke=names)]


def coming_milestones(figures: ReportFigures) -> list[Coming]:
    """Return every open milestone that falls due after the day and by the end of the next period, by day."""
    end = figures.period.following.last_day
    rows = []
    for assessment in figures.now.assessments.values():
        if assessment.state.is_done or assessment.state is TaskState.PAUSED:
            continue
        several = len(assessment.standings) > 1
        for standing in assessment.standings:
            due = standing.milestone.due
            if standing.met_on is None and not standing.excused and due and figures.as_of <= due <= end:
                rows.append(Coming(due, assessment.task, one_line(standing.milestone.label) if several else ""))
    return sorted(rows, key=lambda row: row.day)


def _by_month(coming: list[Coming], phrases: Phrases) -> Iterator[str]:
    """A line a month: each milestone with its day; those of one day share it. A task is named in full once."""
    months: dict[tuple[int, int], list[Coming]] = {}
    for row in coming:
        months.setdefault((row.day.year, row.day.month), []).append(row)
    named: set[str] = set()
    for ((year, month), rows), mark in zip(months.items(), closing_marks(len(months)), strict=True):
        by_day: dict[date, list[Coming]] = {}
        for row in rows:
            by_day.setdefault(row.day, []).append(row)
        items = "; ".join(_on_day(day, of_day, named, phrases) for day, of_day in by_day.items())
        number = f"{month:02}" if month < 3 else str(month)
        yield phrases.say("ky_toi.thang", thang=number, nam=str(year), ke=items, dau_cuoi=mark)


def _on_day(day: date, rows: list[Coming], named: set[str], phrases: Phrases) -> str:
    if len(rows) > phrases.value("ky_toi.ke_toi_da"):
        numbers = ", ".join(dict.fromkeys(row.task.id for row in rows))
        return phrases.say("ky_toi.ngay_gop", ngay=short_date(day), n=count(len(rows)), ma=numbers)
    return phrases.say("ky_toi.ngay", ngay=short_date(day), ke=listed(_work(row, named, phrases) for row in rows))


def _work(row: Coming, named: set[str], phrases: Phrases) -> str:
    label = small_first(row.label)
    says_what = bool(label) and not says_only_when(row.label) and not _is_any(label, phrases)
    key = "viec" if not label else "moc" if says_what else "moc_lai" if row.task.id in named else "viec_moc"
    if not says_what:
        named.add(row.task.id)
    viec = phrases.lower_first(gist(row.task.text))
    return phrases.say(f"ky_toi.{key}", viec=viec, moc=label, ma=row.task.id)


def _is_any(label: str, phrases: Phrases) -> bool:
    """Whether a label fits any task: "báo cáo quý II" does not say what is reported."""
    words = phrases.value("ky_toi.moc_chung")
    return label.lower().startswith(tuple(f"{word} {time}" for word in words for time in _TIMES))


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
        "chuyen_tiep": [t for t in rest if not t.deadline.is_open_ended],
        "thuong_xuyen": [t for t in rest if t.deadline.is_open_ended],
        "dang_tam_dung": paused,
    }
    out = []
    for key, tasks in groups.items():
        if not tasks:
            continue
        names = "; ".join(
            phrases.say("qua_han.ten", nhiem_vu=phrases.lower_first(gist(t.text)), ma=t.id) for t in tasks
        )
        few = key == "chuyen_tiep" or len(tasks) <= phrases.value("ky_toi.ke_toi_da")
        out.append(
            phrases.say(
                f"ky_toi.{key}",
                n=count(len(tasks)),
                nam=str(figures.period.year),
                ke=names if few else ", ".join(t.id for t in tasks),
            )
        )
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
