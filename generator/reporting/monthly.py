"""The short form of a monthly report: two paragraphs, and the tasks that moved, are late or come due."""

from __future__ import annotations

import re
from collections.abc import Collection
from types import SimpleNamespace

from generator.domain.progress import Assessment, TaskState
from generator.reporting.appendix import task_sections
from generator.reporting.body import Body
from generator.reporting.documents import documents_by_kind
from generator.reporting.figures import ReportFigures
from generator.reporting.month_figures import figures_of_month
from generator.reporting.outlook import coming_milestones
from generator.reporting.sentences import Sentences
from generator.reporting.statistics_table import sources
from generator.reporting.wishes import told_difficulties, told_requests
from generator.reporting.wording import Phrases
from generator.vietnamese.numbers import count


class ShortForm:
    """Says one month in short. `tasks_appendix`, `statistics` are the names of the appendices it refers to."""

    def __init__(
        self, figures: ReportFigures, phrases: Phrases, say: Sentences, body: Body, tasks_appendix: str, statistics: str
    ) -> None:
        self._figures = figures
        self._phrases = phrases
        self._sentences = say
        self._body = body
        self._tasks_appendix = tasks_appendix
        self._statistics = statistics

    def context(self, doubts: Collection[str]) -> SimpleNamespace:
        """Return `ket_qua`, one or two paragraphs, `kho_khan` and `kien_nghi`, empty when nobody told any, `nguon`,
        where the figures are from, and `bang`, the rows of the table, with what it says when there are none."""
        say, figures = self._sentences, self._figures
        work = [*say.totals(in_short=True), *self._completed(), *self._late()]
        issued = documents_by_kind(figures, self._phrases, say.period_word)
        rest = [*self._body.targets_in_short(), *issued, *say.statistics(self._statistics)]
        ids = worth_a_row(figures)
        sections = task_sections(figures, self._phrases, doubts, with_causes=True, of_period_alone=True)
        return SimpleNamespace(
            ket_qua=[" ".join(sentences) for sentences in (work, rest) if sentences],
            kho_khan=self._told("kho_khan", told_difficulties(figures)),
            kien_nghi=self._told("kien_nghi", told_requests(figures)),
            nguon=self._sources(),
            bang_trong=self._phrases.say("bang_nhiem_vu.trong", ky=say.period_word),
            bang=[self._row(row) for section in sections for row in section.hang if row.ma in ids],
        )

    def _row(self, row: SimpleNamespace) -> SimpleNamespace:
        """With `viec`: the task, who leads it and by when, as one paragraph."""
        lines = [re.sub(r"^[-–+•]\s+", "", line).rstrip(" .;") for line in row.tien_do.splitlines()]
        beside = "; ".join(filter(None, [row.chu_tri.replace("\n", ", "), *map(self._phrases.lower_first, lines)]))
        row.viec = ". ".join(filter(None, [row.nhiem_vu.rstrip(" .;"), beside]))
        return row

    def _completed(self) -> list[str]:
        """What became known as done, in one sentence; by number where it is much, for the table has it."""
        done, what = self._sentences.what_was_completed()
        if len(done) <= 1:
            return self._sentences.completed() if done or self._figures.is_silent else []
        return [
            self._phrases.say(
                "hoan_thanh.vai" if self._are_few(done) else "hoan_thanh.dem",
                ky=self._sentences.period_word,
                n=count(len(done)),
                gi=what,
                viec="; ".join(map(self._phrases.lower_first, done)),
                phu_luc=self._tasks_appendix,
            )
        ]

    def _late(self) -> list[str]:
        late, totals = self._figures.late(), self._figures.now.totals
        if late:
            many = self._phrases.say("qua_han.dem", n=count(len(late)), phu_luc=self._tasks_appendix)
            return self._sentences.late() if self._are_few(late) else [many]
        return [] if totals.done == totals.total else [self._phrases.say("qua_han.khong_ngan")]

    def _told(self, part: str, texts: list[str]) -> list[str]:
        items = "; ".join([*texts[:1], *map(self._phrases.lower_first, texts[1:])])
        return [self._phrases.say(f"{part}.ngan", ke=self._phrases.lower_first(items))] if texts else []

    def _sources(self) -> list[str]:
        found = sources(self._figures, figures_of_month(self._figures)) if self._statistics else []
        return [self._phrases.say("thong_ke.nguon", nguon="; ".join(found))] if found else []

    def _are_few(self, items: Collection[object]) -> bool:
        return len(items) <= int(self._phrases.value("qua_han.ke_toi_da"))


def worth_a_row(figures: ReportFigures) -> set[str]:
    """Return the ids of tasks that moved in the period, are late, or have a milestone due by the end of the next."""
    due = {row.task.id for row in coming_milestones(figures)}
    assessments = figures.now.assessments.values()
    return due | {a.task.id for a in assessments if a.state.is_late or _moved(a, figures.known_before(a), figures)}


def left_out_of_short_form(figures: ReportFigures) -> list[str]:
    """Return the ids of tasks with results of the period that the short form does not print."""
    told = worth_a_row(figures)
    return [
        a.task.id
        for a in figures.now.assessments.values()
        if a.task.id not in told and any(e.says_result and e.as_of >= figures.window.start for e in a.entries)
    ]


def _moved(now: Assessment, before: Assessment, figures: ReportFigures) -> bool:
    """Whether something was finished or issued, taken up again, paused or lifted since the report before."""
    if any(e.document.strip() and e.as_of >= figures.window.start for e in now.entries):
        return True
    if [s.met_on for s in now.standings] != [s.met_on for s in before.standings]:
        return True
    changed = now.state is not before.state
    return changed and any(s.is_done or s.is_late or s is TaskState.PAUSED for s in (now.state, before.state))
