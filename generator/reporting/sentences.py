"""The computed paragraphs of a report. Each function returns one or more paragraphs, never none."""

from __future__ import annotations

from collections.abc import Callable

from generator.domain.plan import Section
from generator.domain.progress import Assessment, TaskState
from generator.reporting.figures import ReportFigures, Standing, Totals
from generator.reporting.milestones import extended, milestones_met, proofs
from generator.reporting.wording import (
    Phrases,
    capitalised,
    closing_marks,
    listed,
    one_line,
    section_title,
)
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count, share


class Sentences:
    """Says the figures of one report. `appendix_of_tasks` etc. are the names that the body refers to."""

    def __init__(
        self,
        figures: ReportFigures,
        phrases: Phrases,
        tasks_appendix: str,
        late_appendix: str,
        statistics_appendix: str,
    ) -> None:
        self._figures = figures
        self._phrases = phrases
        self._say = phrases.say
        self._unit = figures.data.unit
        self._tasks_appendix = tasks_appendix
        self._late_appendix = late_appendix
        self._statistics_appendix = statistics_appendix
        self._day = short_date(figures.as_of)
        self._totals: dict[tuple[tuple[str, str], ...], Totals] = {}
        self.period_word = figures.kind.period_word

    def _totals_of(self, *sections: Section) -> Totals:
        names = tuple((section.id, section.title) for section in sections)
        if names not in self._totals:
            self._totals[names] = self._figures.now.totals_of(*sections)
        return self._totals[names]

    # -- totals --------------------------------------------------------------------------------
    def totals(self) -> list[str]:
        totals = self._figures.now.totals
        late_done = totals.by_state[TaskState.DONE_LATE]
        reference = self._say("tong_hop.dan_phu_luc", phu_luc=self._tasks_appendix)
        if totals.total and totals.done == totals.total:
            key = "tong_hop.tat_ca_co_cham" if late_done else "tong_hop.tat_ca"
            head = self._say(
                key,
                ngay=self._day,
                don_vi=self._unit.short_name,
                tong=count(totals.total),
                cham=count(late_done),
                dan_phu_luc=reference,
            )
        else:
            key = "tong_hop.chua_den_han" if totals.by_standing[Standing.NOT_DUE] == totals.total else "tong_hop.dau"
            head = self._say(
                key,
                ngay=self._day,
                tong=count(totals.total),
                ve=self._standing_clauses(totals),
                chua_bao_cao=self._unheard(totals),
                dan_phu_luc=reference,
            )
        comparison = self._comparison()
        return [f"{head} {comparison}" if comparison else head]

    def by_section(self) -> list[str]:
        """A line for each field that had something due; nothing due anywhere is no paragraph at all."""
        lines = []
        for section in self._figures.data.plan.sections:
            totals = self._totals_of(section)
            if totals.due:
                lines.append((self._title(section), totals))
        if not lines:
            return []
        out = [self._say("tong_hop.linh_vuc_dau")]
        for (title, totals), mark in zip(lines, closing_marks(len(lines)), strict=True):
            case = "het" if not totals.late else "phan" if totals.due_done else "chua"
            out.append(
                self._say(
                    f"tong_hop.linh_vuc_{case}",
                    linh_vuc=title,
                    den_han=count(totals.due),
                    xong=count(totals.due_done),
                    qua_han=count(totals.late),
                    cham=self._done_late_in_brackets(totals),
                    dau_cuoi=mark,
                )
            )
        return out

    def _standing_clauses(self, totals: Totals) -> str:
        clauses = [self._due_clause(totals), *self._other_clauses(totals)]
        return "; ".join(clauses)

    def _other_clauses(self, totals: Totals) -> list[str]:
        """What was not due: done ahead, going on, waiting, and at last what is to come."""
        clauses = [
            self._say(f"tong_hop.{key}", n=count(totals.by_standing[standing]))
            for standing, key in _CLAUSES
            if totals.by_standing[standing]
        ]
        if waiting := totals.by_standing[Standing.NOT_DUE]:
            clauses.append(self._say("tong_hop.con_lai", n=count(waiting), chua_bao_cao=self._unheard(totals)))
        return clauses

    def _unheard(self, totals: Totals) -> str:
        """Who was not heard of is told on screen, not to the superior."""
        return ""

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
            return self._say("tong_hop.den_han_mot" if totals.due == 1 else "tong_hop.den_han_het", **values)
        if not totals.due_done:
            return self._say("tong_hop.den_han_mot_chua" if totals.due == 1 else "tong_hop.den_han_chua", **values)
        return self._say("tong_hop.den_han_mot_phan", ty_le=share(totals.due_done, totals.due), **values)

    def _done_late(self, totals: Totals) -> str:
        number = totals.by_state[TaskState.DONE_LATE]
        if not number:
            return ""
        return self._say("tong_hop.xong_cham_mot" if totals.due_done == 1 else "tong_hop.xong_cham", cham=count(number))

    def _done_late_in_brackets(self, totals: Totals) -> str:
        number = totals.by_state[TaskState.DONE_LATE]
        if not number:
            return ""
        key = "tong_hop.linh_vuc_cham_mot" if totals.due_done == 1 else "tong_hop.linh_vuc_cham"
        return self._say(key, cham=count(number))

    def _comparison(self) -> str:
        before = self._figures.before
        if before is None:
            return ""
        now = self._figures.now.totals
        clauses = [
            self._change("xong", now.done - before.totals.done),
            self._change("cham", now.late - before.totals.late),
        ]
        return self._say("so_sanh.dau", ngay=short_date(before.as_of), ve=", ".join(clauses))

    def _change(self, what: str, by: int) -> str:
        case = "tang" if by > 0 else "giam" if by < 0 else "nhu_cu"
        return self._say(f"so_sanh.{what}_{case}", n=count(abs(by)))

    # -- fields of work ------------------------------------------------------------------------
    def field(self, sections: list[Section]) -> list[str]:
        """What was done in one field of work: its totals, then what was completed in the period."""
        if not any(s.tasks for s in sections):
            return [self._say("linh_vuc.khong_nhiem_vu")]
        totals = self._totals_of(*sections)
        head = self._field_head(totals)
        done = [a for s in sections for a in self._figures.completed_in_period(s)]
        return [head, *self._completed(done)] if done else [head]

    def _field_head(self, totals: Totals) -> str:
        case = "den_han_xong" if not totals.late else "den_han_mot_phan" if totals.due_done else "den_han_chua"
        values = {
            "den_han": count(totals.due),
            "xong": count(totals.due_done),
            "qua_han": count(totals.late),
            "xong_cham": self._done_late(totals),
            "chua_bao_cao": self._unheard(totals),
        }
        same = next((key for standing, key in _ALL_ALIKE if totals.by_standing[standing] == totals.total), None)
        if same is not None:
            how_many = "mot" if totals.total == 1 else "nhieu"
            clause = self._say(f"linh_vuc.{how_many}.{same}", **values)
            return self._say("linh_vuc.dong_loat", tong=count(totals.total), ve=clause)
        clauses = [self._say(f"linh_vuc.{case}", **values)] if totals.due else []
        clauses += self._other_clauses(totals)
        return self._say("linh_vuc.dau", tong=count(totals.total), ve="; ".join(clauses))

    def completed(self) -> list[str]:
        """What was completed in the period, with the documents that prove it."""
        done = self._figures.completed_in_period()
        parts = milestones_met(self._figures.milestones_met_in_period(), self._phrases)
        if done:
            return [*self._completed(done), *parts]
        return parts or [self._say(f"hoan_thanh.{self._why_none()}", ky=self.period_word)]

    def _why_none(self) -> str:
        """That nothing was completed is not known when nobody spoke; nor is all on schedule when something is late."""
        if self._figures.is_silent:
            return "chua_bao_cao"
        return "khong_co_qua_han" if self._figures.now.totals.late else "khong"

    def _completed(self, done: list[Assessment]) -> list[str]:
        if len(done) == 1:
            work = self._phrases.lower_first(self._completed_item(done[0]))
            return [self._say("hoan_thanh.mot", ky=self.period_word, viec=work)]
        lines = [
            self._say("hoan_thanh.dong", viec=self._completed_item(a), dau_cuoi=mark)
            for a, mark in zip(done, closing_marks(len(done)), strict=True)
        ]
        return [self._say("hoan_thanh.nhieu", ky=self.period_word, n=count(len(done))), *lines]

    def _completed_item(self, assessment: Assessment) -> str:
        return self._say(
            "hoan_thanh.viec",
            nhiem_vu=one_line(assessment.task.text),
            ma=assessment.task.id,
            van_ban=proofs(assessment),
        )

    # -- late work -----------------------------------------------------------------------------
    def late(self) -> list[str]:
        late = self._figures.late()
        if not late:
            return [self._say("qua_han.khong", ngay=self._day)]
        if len(late) == 1:
            values = self._late_values(late[0])
            values["nhiem_vu"] = self._phrases.lower_first(values["nhiem_vu"])
            reference = self._say("qua_han.dan_phu_luc", phu_luc=self._late_appendix) if self._late_appendix else ""
            return [self._say("qua_han.mot", **values, dan_phu_luc=reference)]
        ids = ", ".join(a.task.id for a in late)
        if self._late_appendix:
            explained = all(latest_text(a, lambda e: e.cause or e.remedy) for a in late)
            key = "qua_han.nhieu_phu_luc" if explained else "qua_han.nhieu_phu_luc_gon"
            return [self._say(key, n=count(len(late)), ma=ids, phu_luc=self._late_appendix)]
        lines = [
            self._say("qua_han.dong", **self._late_values(a), dau_cuoi=mark)
            for a, mark in zip(late, closing_marks(len(late)), strict=True)
        ]
        return [self._say("qua_han.nhieu", n=count(len(late)), ma=ids), *lines]

    def _late_values(self, assessment: Assessment) -> dict[str, str]:
        cause = one_line(latest_text(assessment, lambda e: e.cause))
        remedy = one_line(latest_text(assessment, lambda e: e.remedy))
        task = assessment.task
        cause_key = "nguyen_nhan" if cause.startswith(("Do ", "do ", "Vì ", "vì ")) else "nguyen_nhan_khac"
        return {
            "nhiem_vu": one_line(task.text),
            "ma": task.id,
            "tien_do": one_line(task.deadline.phrase),
            "gia_han": extended(task.deadline, assessment.due, self._phrases),
            "chu_tri": listed(task.assignment.lead) if task.assignment.lead else self._say("qua_han.chua_ro"),
            "nguyen_nhan": self._say(f"qua_han.{cause_key}", nguyen_nhan=self._phrases.lower_first(cause))
            if cause
            else "",
            "bien_phap": self._say("qua_han.bien_phap", bien_phap=self._phrases.lower_first(remedy)) if remedy else "",
        }

    # -- difficulties, requests ----------------------------------------------------------------
    def difficulties(self, has_own_words: bool) -> list[str]:
        return self._from_entries("kho_khan", lambda e: e.difficulty, has_own_words)

    def requests(self, has_own_words: bool) -> list[str]:
        return self._from_entries("kien_nghi", lambda e: e.recommendation, has_own_words)

    def _from_entries(self, part: str, text_of: Callable[..., str], has_own_words: bool) -> list[str]:
        found = [
            (a.task.id, one_line(text_of(e)))
            for a in self._figures.now.assessments.values()
            for e in a.entries
            if e.as_of >= self._figures.window.start and text_of(e).strip()
        ]
        by_text: dict[str, list[str]] = {}
        for task_id, text in found:
            ids = by_text.setdefault(text, [])
            if task_id not in ids:
                ids.append(task_id)
        if not by_text:
            if has_own_words:
                return []
            case = "chua_bao_cao" if self._figures.is_silent else "khong"
            return [self._say(f"{part}.{case}", ky=self.period_word, don_vi=self._unit.short_name)]
        return [
            self._say(f"{part}.dong", noi_dung=capitalised(text), ma=", ".join(ids), dau_cuoi=mark)
            for (text, ids), mark in zip(by_text.items(), closing_marks(len(by_text)), strict=True)
        ]

    def _title(self, section: Section) -> str:
        return section_title(section.title, self._unit, self._phrases)


_CLAUSES = (
    (Standing.DONE_AHEAD, "xong_som"),
    (Standing.DONE_UNDATED, "xong_khong_han"),
    (Standing.ONGOING, "thuong_xuyen"),
    (Standing.ONGOING_NOT_BEGUN, "thuong_xuyen_chua"),
    (Standing.ON_DEMAND, "theo_yeu_cau"),
    (Standing.NOT_ARISEN, "chua_phat_sinh"),
    (Standing.PAUSED, "tam_dung"),
)


_ALL_ALIKE = (
    (Standing.DUE_DONE, "den_han_xong"),
    (Standing.DUE_LATE, "den_han_chua"),
    *_CLAUSES,
    (Standing.NOT_DUE, "chua_den_han"),
)


def latest_text(assessment: Assessment, text_of: Callable[..., str]) -> str:
    """Return the last thing said about the task in one column."""
    return next((t for e in reversed(assessment.entries) if (t := text_of(e)).strip()), "")
