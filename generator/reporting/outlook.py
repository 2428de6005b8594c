"""What a report says of the period to come."""

from __future__ import annotations

from datetime import date

from generator.domain.plan import Task
from generator.reporting.figures import ReportFigures
from generator.reporting.numbers import count
from generator.reporting.wording import Phrases, closing_marks, one_line


def next_period_sentences(figures: ReportFigures, phrases: Phrases) -> list[str]:
    """Return what is to be done next: how much is open, what is due by which phrase, what is late first of all."""
    open_tasks = figures.still_open()
    if not open_tasks:
        return [phrases.say("ky_toi.het", don_vi=figures.data.unit.short_name)]
    coming = figures.coming_due()
    # What is still due in this period is to be done before the next one begins.
    begins_now = coming and coming[0][1] <= figures.period.last_day
    span = phrases.say("ky_toi.den_het" if begins_now else "ky_toi.trong", ky_toi=str(figures.period.following))
    values = {"trong_ky_toi": span, "don_vi": figures.data.unit.short_name}
    late = figures.late()
    out = []
    if coming:
        out.append(phrases.say("ky_toi.dau", n=count(open_tasks), m=count(len(coming)), **values))
        out.extend(_coming_lines(coming, phrases))
    else:
        out.append(phrases.say("ky_toi.khong_den_han", n=count(open_tasks), **values))
    if late:
        out.append(phrases.say("ky_toi.qua_han", n=count(len(late)), ma=", ".join(a.task.id for a in late)))
    return out


def _coming_lines(coming: list[tuple[Task, date]], phrases: Phrases) -> list[str]:
    if len(coming) <= phrases.value("ky_toi.liet_ke_toi_da"):
        return [
            phrases.say(
                "ky_toi.dong",
                nhiem_vu=one_line(task.text),
                ma=task.id,
                tien_do=phrases.lower_first(one_line(task.deadline.phrase)),
                dau_cuoi=mark,
            )
            for (task, _), mark in zip(coming, closing_marks(len(coming)), strict=True)
        ]
    by_phrase: dict[str, list[str]] = {}
    for task, _ in coming:
        by_phrase.setdefault(one_line(task.deadline.phrase), []).append(task.id)
    return [
        phrases.say(
            "ky_toi.dong_gop" if len(ids) > 1 else "ky_toi.dong_mot",
            tien_do=phrase if len(ids) > 1 else phrases.lower_first(one_line(phrase)),
            n=count(len(ids)),
            ma=", ".join(ids),
            dau_cuoi=mark,
        )
        for (phrase, ids), mark in zip(by_phrase.items(), closing_marks(len(by_phrase)), strict=True)
    ]
