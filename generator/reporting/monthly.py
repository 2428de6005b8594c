"""The short form of a monthly report: two paragraphs, and the tasks that moved, are late or come due."""

from __future__ import annotations

from collections.abc import Collection
from types import SimpleNamespace

from generator.domain.progress import Assessment, TaskState
from generator.reporting.appendix import task_sections
from generator.reporting.body import Body
from generator.reporting.documents import documents_by_kind
from generator.reporting.figures import ReportFigures
from generator.reporting.outlook import coming_milestones
from generator.reporting.sentences import Sentences, before_period
from generator.reporting.wording import Phrases


def in_short(
    figures: ReportFigures, phrases: Phrases, say: Sentences, body: Body, doubts: Collection[str], statistics: str
) -> SimpleNamespace:
    """Return what the short form prints: `ket_qua`, its one or two paragraphs, and `kho_khan`, `kien_nghi`, which are
    empty when nobody told any; `bang`, the table in the sections of `bang_nhiem_vu`. `statistics` is the name of the
    appendix with the figures.
    """
    work = [*say.totals(in_short=True), *say.completed_in_short(), *(say.late_in_short() or say.none_late())]
    rest = [
        *body.targets_in_short(),
        *documents_by_kind(figures, phrases, say.period_word),
        *say.statistics(statistics),
    ]
    ids = worth_a_row(figures)
    sections = task_sections(figures, phrases, doubts, with_causes=True)
    for section in sections:
        section.hang = [row for row in section.hang if row.ma in ids]
    return SimpleNamespace(
        ket_qua=[" ".join(sentences) for sentences in (work, rest) if sentences],
        kho_khan=say.difficulties(has_own_words=True),
        kien_nghi=say.requests(has_own_words=True),
        bang=[section for section in sections if section.hang],
    )


def worth_a_row(figures: ReportFigures) -> set[str]:
    """Return the ids of tasks that moved in the period, are late, or have a milestone due by the end of the next."""
    due = {row.task.id for row in coming_milestones(figures)}
    assessments = figures.now.assessments.values()
    return due | {a.task.id for a in assessments if a.state.is_late or _moved(a, before_period(figures, a), figures)}


def _moved(now: Assessment, before: Assessment, figures: ReportFigures) -> bool:
    """Whether something was finished or issued, taken up again, paused or lifted since the report before."""
    if any(e.document.strip() and e.as_of >= figures.window.start for e in now.entries):
        return True
    if [s.met_on for s in now.standings] != [s.met_on for s in before.standings]:
        return True
    changed = now.state is not before.state
    return changed and any(s.is_done or s.is_late or s is TaskState.PAUSED for s in (now.state, before.state))
