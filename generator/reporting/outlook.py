"""What a report says of the period to come."""

from __future__ import annotations

from generator.domain.period import PeriodKind
from generator.domain.plan import Task
from generator.reporting.figures import ComingDue, ReportFigures
from generator.reporting.milestones import due_by
from generator.reporting.wording import Phrases, closing_marks, one_line
from generator.vietnamese.numbers import count


def next_period_sentences(figures: ReportFigures, phrases: Phrases) -> list[str]:
    """Return what is to be done next: how much is open, what is due by which phrase, what is late first of all."""
    open_tasks = figures.still_open()
    if not open_tasks:
        return [phrases.say("ky_toi.het", don_vi=figures.data.unit.short_name)]
    coming = figures.coming_due()
    values = {"trong_ky_toi": _span(figures, phrases, coming), "don_vi": figures.data.unit.short_name}
    late = figures.late()
    out = []
    if coming:
        out.append(phrases.say("ky_toi.dau", n=count(open_tasks), m=count(len(coming)), **values))
        stated = [(c.task, due_by(c.task.deadline, c.milestone, phrases)) for c in coming]
        out.extend(_coming_lines(stated, phrases))
    else:
        out.append(phrases.say("ky_toi.khong_den_han", n=count(open_tasks), **values))
    if late:
        out.append(phrases.say("ky_toi.qua_han", n=count(len(late)), ma=", ".join(a.task.id for a in late)))
    return out


def _coming_lines(coming: list[tuple[Task, str]], phrases: Phrases) -> list[str]:
    if len(coming) <= phrases.value("ky_toi.liet_ke_toi_da"):
        return [
            phrases.say(
                "ky_toi.dong",
                nhiem_vu=one_line(task.text),
                ma=task.id,
                tien_do=phrases.lower_first(what),
                dau_cuoi=mark,
            )
            for (task, what), mark in zip(coming, closing_marks(len(coming)), strict=True)
        ]
    by_phrase: dict[str, list[Task]] = {}
    for task, what in coming:
        by_phrase.setdefault(what, []).append(task)
    return [
        phrases.say(
            "ky_toi.dong_gop" if len(tasks) > 1 else "ky_toi.dong",
            nhiem_vu=one_line(tasks[0].text),
            tien_do=phrase if len(tasks) > 1 else phrases.lower_first(phrase),
            n=count(len(tasks)),
            ma=", ".join(task.id for task in tasks),
            dau_cuoi=mark,
        )
        for (phrase, tasks), mark in zip(by_phrase.items(), closing_marks(len(by_phrase)), strict=True)
    ]


def _span(figures: ReportFigures, phrases: Phrases, coming: list[ComingDue]) -> str:
    """The time spoken of: what is still due in this period is to be done before the next one begins."""
    period, following = figures.period, figures.period.following
    if following.year != period.year and period.kind is not PeriodKind.MONTH:
        return phrases.say("ky_toi.thoi_gian_toi")
    if not (coming and coming[0].day <= period.last_day):
        return phrases.say("ky_toi.trong", ky_toi=str(following))
    if following.last_month == 12:
        return phrases.say("ky_toi.den_het_nam", nam=str(following.year))
    return phrases.say("ky_toi.den_het", ky_toi=str(following))
