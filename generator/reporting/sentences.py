"""The plan's standing, what became done, what is late: each function returns paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from generator.domain.progress import Assessment, MilestoneStanding, TaskState
from generator.reporting.computed import ongoing_done
from generator.reporting.figures import ReportFigures, Standing, Totals
from generator.reporting.letterhead import called_in_short
from generator.reporting.milestones import proofs
from generator.reporting.results import says_only_when, says_what
from generator.reporting.wording import (
    Phrases,
    capitalised,
    closing_marks,
    gist,
    listed,
    one_line,
    small_first,
)
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count, share


class Sentences:
    """Says the figures of one report. `appendix_of_tasks` etc. are the names that the body refers to."""

    def __init__(self, figures: ReportFigures, phrases: Phrases, tasks_appendix: str, late_appendix: str) -> None:
        self._figures = figures
        self._phrases = phrases
        self._say = phrases.say
        self._unit = figures.data.unit
        self._tasks_appendix = tasks_appendix
        self._late_appendix = late_appendix
        self._day = short_date(figures.as_of)
        self.period_word = phrases.period_word(figures.period, figures.kind)

    # -- totals --------------------------------------------------------------------------------
    def totals(self, *, in_short: bool = False) -> list[str]:
        """Return the one paragraph that counts tasks: what was due and done, what is to come, the year so far.

        `in_short`: the appendix does not list them all.
        """
        totals = self._figures.now.totals
        late_done = totals.by_state[TaskState.DONE_LATE]
        key = "tong_hop.dan_phu_luc_ngan" if in_short else "tong_hop.dan_phu_luc"
        reference = self._say(key, phu_luc=self._tasks_appendix) if self._tasks_appendix else ""
        if totals.total and totals.done == totals.total:
            key = "tong_hop.tat_ca_co_cham" if late_done else "tong_hop.tat_ca"
            head = self._say(
                key,
                ngay=self._day,
                don_vi=called_in_short(self._unit),
                tong=count(totals.total),
                cham=count(late_done),
                dan_phu_luc=reference,
            )
            return [" ".join(filter(None, (head, self._comparison())))]
        return [" ".join(filter(None, (self._head(totals, reference), self._so_far(totals), self._comparison())))]

    def statistics(self, appendix: str) -> list[str]:
        """Return where the figures stand, where the report has them as an appendix."""
        return [self._say("tong_hop.thong_ke", phu_luc=appendix)] if appendix else []

    def _head(self, totals: Totals, reference: str) -> str:
        values = {"ngay": self._day, "tong": count(totals.total), "dan_phu_luc": reference}
        if totals.total == 1 and not totals.done:
            (how,) = [key for standing, key in _CLAUSES if totals.by_standing[standing]] or ["qua_han"]
            return self._say("tong_hop.dau_mot", ve=self._say(f"tong_hop.mot.{how}"), **values)
        if totals.by_standing[Standing.NOT_DUE] == totals.total:
            return self._say("tong_hop.chua_den_han", **values)
        if totals.due == totals.total > 1:
            return self._say("tong_hop.deu_den_han", ve=self._all_due(totals), **values)
        clauses = [self._due_clause(totals), *self._other_clauses(totals)]
        return self._say("tong_hop.dau", ve="; ".join(clauses), **values)

    def _all_due(self, totals: Totals) -> str:
        if not totals.due_done:
            return self._say("tong_hop.deu_chua_xong")
        return self._say(
            "tong_hop.deu_mot_phan",
            xong=count(totals.due_done),
            ty_le=share(totals.due_done, totals.due),
            xong_cham=self._done_late(totals),
            qua_han=count(totals.late),
        )

    def _so_far(self, totals: Totals) -> str:
        """The plan's cumulative count as superiors ask for it, where it says more than what was due and done."""
        ongoing = ongoing_done(self._figures)
        done = totals.done + ongoing
        if not done or totals.due == totals.total:
            return ""
        return self._say(
            "tong_hop.luy_ke",
            tong=count(totals.total),
            xong=count(done),
            thuong_xuyen=self._say("tong_hop.luy_ke_thuong_xuyen", n=count(ongoing)) if ongoing else "",
            ty_le=share(done, totals.total),
        )

    def _other_clauses(self, totals: Totals) -> list[str]:
        """What was not due: done ahead, going on, waiting, and at last what is to come."""
        return [
            self._say(f"tong_hop.{key}", n=count(totals.by_standing[standing]))
            for standing, key in _CLAUSES
            if totals.by_standing[standing]
        ]

    def _due_clause(self, totals: Totals) -> str:
        values = {
            "den_han": count(totals.due),
            "xong": count(totals.due_done),
            "qua_han": count(totals.late),
            "xong_cham": self._done_late(totals),
        }
        if not totals.due:
            return self._say("tong_hop.den_han_khong")
        if not totals.late:
            late_done = totals.by_state[TaskState.DONE_LATE]
            values["xong_cham"] = self._say("tong_hop.het_cham", cham=count(late_done)) if late_done else ""
            if totals.due == late_done == 1:
                return self._say("tong_hop.den_han_mot_cham")
            return self._say("tong_hop.den_han_mot" if totals.due == 1 else "tong_hop.den_han_het", **values)
        if not totals.due_done:
            return self._say("tong_hop.den_han_mot_chua" if totals.due == 1 else "tong_hop.den_han_chua", **values)
        return self._say("tong_hop.den_han_mot_phan", ty_le=share(totals.due_done, totals.due), **values)

    def _done_late(self, totals: Totals) -> str:
        number = totals.by_state[TaskState.DONE_LATE]
        if not number:
            return ""
        return self._say("tong_hop.xong_cham_mot" if totals.due_done == 1 else "tong_hop.xong_cham", cham=count(number))

    def _comparison(self) -> str:
        """What changed since the period before; nothing is said of what did not."""
        before = self._figures.before
        if before is None:
            return ""
        now = self._figures.now.totals
        changes = (("xong", now.done - before.totals.done), ("cham", now.late - before.totals.late))
        clauses = [
            self._say(f"so_sanh.{what}_{'tang' if by > 0 else 'giam'}", n=count(abs(by))) for what, by in changes if by
        ]
        if not clauses:
            return ""
        return self._say("so_sanh.dau", ky=self.period_word, ngay=short_date(before.as_of), ve=", ".join(clauses))

    # -- what became done ------------------------------------------------------------------------
    def completed(self) -> list[str]:
        """Return what became known as done since the report before, each with its day and its documents."""
        done, what = self.what_was_completed()
        if not done:
            return [self._say(f"hoan_thanh.{self._why_none()}", ky=self.period_word)]
        if len(done) == 1:
            return [self._say("hoan_thanh.mot", ky=self.period_word, gi=what, viec=self._phrases.lower_first(done[0]))]
        lines = [
            self._say("hoan_thanh.dong", viec=capitalised(item), dau_cuoi=mark)
            for item, mark in zip(done, closing_marks(len(done)), strict=True)
        ]
        return [self._say("hoan_thanh.nhieu", ky=self.period_word, n=count(len(done)), gi=what), *lines]

    def what_was_completed(self) -> tuple[list[str], str]:
        """Return what `completed` tells, an item each, and what these are called: tasks, milestones, or both."""
        tasks, milestones = [*map(self._completed_item, newly_done(self._figures))], self._milestones()
        what = "ca_hai" if tasks and milestones else "nhiem_vu" if tasks else "moc"
        return [*tasks, *milestones], self._say(f"hoan_thanh.gi_{what}")

    def _why_none(self) -> str:
        """That nothing was completed is not known when nobody spoke; nor is all on schedule when something is late."""
        if self._figures.is_silent:
            return "chua_bao_cao"
        return "khong_co_qua_han" if self._figures.now.totals.late else "khong"

    def _completed_item(self, assessment: Assessment) -> str:
        only = assessment.standings[0] if len(assessment.standings) == 1 else None
        return self._say(
            "hoan_thanh.viec",
            nhiem_vu=gist(assessment.task.text),
            ma=assessment.task.id,
            van_ban=proofs(assessment, self._phrases),
            ngay=self._met_on(assessment.completed_on, only),
        )

    def _met_on(self, day: date | None, standing: MilestoneStanding | None) -> str:
        """The day of what was done, and how far behind time."""
        if day is None:
            return ""
        due = standing.milestone.due if standing is not None and standing.met_late else None
        if due is None:
            return self._say("hoan_thanh.ngay", ngay=short_date(day))
        return self._say("hoan_thanh.ngay_cham", ngay=short_date(day), n=count((day - due).days))

    def _milestones(self) -> list[str]:
        return [
            self._say(
                "hoan_thanh.moc_ky" if says_only_when(standing.milestone.label) else "hoan_thanh.moc",
                moc=small_first(one_line(standing.milestone.label)),
                nhiem_vu=self._phrases.lower_first(gist(assessment.task.text)),
                ma=assessment.task.id,
                van_ban=proofs(assessment, self._phrases, standing.milestone.label),
                ngay=self._met_on(standing.met_on, standing),
            )
            for assessment, standing in newly_met(self._figures)
        ]

    # -- late work -----------------------------------------------------------------------------
    def late_in(self, assessments: list[Assessment]) -> list[str]:
        """Return a sentence for each late task of a field: which, whose, why, and what is done about it."""
        return [
            self._say("qua_han.cau_moc" if self._work_of_late_milestones(a) else "qua_han.cau", **self._late_values(a))
            for a in assessments
        ]

    def late(self) -> list[str]:
        """Return the late tasks by name, as a shortcoming; their causes stand in the fields and the appendix."""
        late = self._figures.late()
        if not late:
            return []
        references = {
            key: self._say(f"qua_han.{key}", phu_luc=self._late_appendix) if self._late_appendix else ""
            for key in ("dan_phu_luc", "dan_phu_luc_mot")
        }
        names = [self._named(a) for a in late]
        if len(names) <= self._phrases.value("qua_han.ke_toi_da"):
            items = "; ".join(map(self._phrases.lower_first, names))
            key = "qua_han.mot" if len(late) == 1 else "qua_han.ke"
            return [self._say(key, n=count(len(late)), ke=items, **references)]
        lines = [
            self._say("qua_han.dong", nhiem_vu=name, dau_cuoi=mark)
            for name, mark in zip(names, closing_marks(len(names)), strict=True)
        ]
        return [self._say("qua_han.nhieu", n=count(len(late)), **references), *lines]

    def _named(self, assessment: Assessment) -> str:
        """A late task by name, by its late milestones alone where these say what is to be done."""
        work, task = self._work_of_late_milestones(assessment), assessment.task
        labels = "" if work else ", ".join(_late_labels(assessment))
        number = task.id + (self._say("qua_han.moc", moc=labels) if labels else "")
        return self._say("qua_han.ten", nhiem_vu=work or gist(task.text), ma=number)

    def _work_of_late_milestones(self, assessment: Assessment) -> str:
        """What is late of a task as its milestones name it; empty where one of them says no more than when."""
        labels = _late_labels(assessment)
        return listed(labels) if labels and all(says_what(label, self._phrases) for label in labels) else ""

    def _late_values(self, assessment: Assessment) -> dict[str, str]:
        cause = one_line(latest_text(assessment, lambda e: e.cause))
        remedy = one_line(latest_text(assessment, lambda e: e.remedy))
        task, labels = assessment.task, _late_labels(assessment)
        bare = cause[3:] if cause.lower().startswith(("do ", "vì ")) else cause
        due = short_date(assessment.due) if assessment.due else ""
        work = self._work_of_late_milestones(assessment)
        return {
            "nhiem_vu": self._phrases.lower_first(gist(task.text)),
            "viec": capitalised(work),
            "ma": task.id,
            "moc": self._say("qua_han.chua_xong_moc", moc=", ".join(labels)) if labels else "",
            "han": self._say("qua_han.han", ngay=due) if due and (work or not labels) else "",
            "chu_tri": self._lead(assessment),
            "nguyen_nhan": self._say("qua_han.nguyen_nhan", nguyen_nhan=self._phrases.lower_first(bare))
            if cause
            else "",
            "bien_phap": self._say("qua_han.bien_phap", bien_phap=self._phrases.lower_first(remedy)) if remedy else "",
        }

    def _lead(self, assessment: Assessment) -> str:
        lead = assessment.task.assignment.lead
        return self._say("qua_han.chu_tri", chu_tri=listed(lead)) if lead else ""


_CLAUSES = (
    (Standing.DONE_AHEAD, "xong_som"),
    (Standing.DONE_UNDATED, "xong_khong_han"),
    (Standing.ONGOING, "thuong_xuyen"),
    (Standing.ONGOING_NOT_BEGUN, "thuong_xuyen_chua"),
    (Standing.ON_DEMAND, "theo_yeu_cau"),
    (Standing.NOT_ARISEN, "chua_phat_sinh"),
    (Standing.PAUSED, "tam_dung"),
    (Standing.NOT_DUE, "con_lai"),
)


def newly_done(figures: ReportFigures) -> list[Assessment]:
    """Return the finished tasks that were not known as finished when the period began, in the plan's order; not what
    this very report finishes."""
    done = [a for a in figures.now.assessments.values() if a.state.is_done and not figures.ends_with_itself(a)]
    return [a for a in done if not figures.known_before(a).state.is_done]


def newly_met(figures: ReportFigures) -> list[tuple[Assessment, MilestoneStanding]]:
    """Return milestones of open tasks that were not known as met when the period began."""
    met = []
    for assessment in figures.now.assessments.values():
        if assessment.state.is_done or len(assessment.standings) < 2:
            continue
        before = {s.milestone.label for s in figures.known_before(assessment).standings if s.met_on}
        met += [
            (assessment, s)
            for s in assessment.standings
            if s.met_on
            and s.milestone.label
            and s.milestone.label not in before
            and (assessment.task.id, s.milestone.label) not in figures.own
        ]
    return met


def _late_labels(assessment: Assessment) -> list[str]:
    """The milestones that are late, where a task has several."""
    if len(assessment.standings) < 2:
        return []
    labels = [one_line(s.milestone.label) for s in assessment.standings if s.is_overdue(assessment.as_of)]
    return [small_first(label) for label in labels if label]


def latest_text(assessment: Assessment, text_of: Callable[..., str]) -> str:
    """Return the last thing said about the task in one column."""
    return next((t for e in reversed(assessment.entries) if (t := text_of(e)).strip()), "")
