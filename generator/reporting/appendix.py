"""Rows of the appendix tables on tasks."""

from __future__ import annotations

from collections.abc import Collection
from types import SimpleNamespace

from generator.domain.progress import Assessment, ProgressEntry
from generator.reporting.figures import ReportFigures
from generator.reporting.letterhead import called
from generator.reporting.milestones import deadline_lines
from generator.reporting.sentences import latest_text
from generator.reporting.wording import Doubtful, Keyed, Phrases
from generator.vietnamese.dates import long_date
from generator.vietnamese.numbers import document_number

#: Joins the lines of one cell; documents print each as its own paragraph.
_LINE = "\n"


def task_sections(
    figures: ReportFigures,
    phrases: Phrases,
    doubts: Collection[str],
    *,
    with_causes: bool = False,
    of_period_alone: bool = False,
) -> list[SimpleNamespace]:
    """Return one item a section: `stt`, `ten`, and `hang`, one row a task with the seven columns' texts.

    `with_causes` also tells why late work is late and what is done: where no other appendix does. `of_period_alone`
    leaves out what was said of a finished task before.
    """
    sections = []
    for section in figures.data.plan.sections:
        rows = [
            _task_row(
                figures.said_in_period(figures.now.assessments[task.id], strictly=of_period_alone),
                section.number_of(task),
                task.id in doubts,
                phrases,
                with_causes=with_causes,
            )
            for task in section.tasks
        ]
        number = Keyed(section.id, f"muc.{section.id}")
        sections.append(SimpleNamespace(stt=number, ten=section.title, hang=rows))
    return sections


def _task_row(
    assessment: Assessment, number: str, is_doubtful: bool, phrases: Phrases, *, with_causes: bool
) -> SimpleNamespace:
    task = assessment.task
    mark = Doubtful if is_doubtful else str
    return SimpleNamespace(
        ma=task.id,
        stt=Keyed(mark(number), f"nhiem-vu.{task.id}"),
        nhiem_vu=task.text,
        san_pham=task.deliverables,
        tien_do=deadline_lines(task.deadline, phrases),
        chu_tri=_LINE.join(task.assignment.lead) or task.assignment.text,
        ket_qua=mark(_results_and_cause(assessment, phrases, with_causes=with_causes)),
        tinh_trang=mark(assessment.label),
    )


def _results_and_cause(assessment: Assessment, phrases: Phrases, *, with_causes: bool) -> str:
    """What was done; and why not, where no other part of the report says so (late work may have its own)."""
    if not assessment.entries:
        return ""
    lines = [results(assessment)]
    if assessment.state.is_late and with_causes:
        cause, remedy = latest_text(assessment, lambda e: e.cause), latest_text(assessment, lambda e: e.remedy)
        lines.append(phrases.say("bang_nhiem_vu.nguyen_nhan", nguyen_nhan=cause) if cause else "")
        lines.append(phrases.say("bang_nhiem_vu.bien_phap", bien_phap=remedy) if remedy else "")
    elif not assessment.state.is_late and not assessment.state.is_done:
        latest = assessment.latest
        if latest is not None and latest.cause.strip():
            lines.append(phrases.say("bang_nhiem_vu.nguyen_nhan", nguyen_nhan=latest.cause))
    return _LINE.join(filter(None, lines))


def results(assessment: Assessment) -> str:
    """Return what was done: the latest word on the whole task and on each of its milestones, with documents."""
    said = [entry for entry in assessment.entries if entry.says_result]
    latest = {entry.milestone: entry for entry in said}
    if len(latest) <= 1 >= len(assessment.task.deadline.milestones):
        return _result_text(said[-1]) if said else ""
    labels_by_text: dict[str, list[str]] = {}
    for label, entry in latest.items():
        labels_by_text.setdefault(_result_text(entry), []).append(label)
    several = len(assessment.task.deadline.milestones) > 1
    lines = []
    for text, labels in labels_by_text.items():
        named = [label for label in labels if label]
        lines.append(f"{', '.join(named)}: {text}" if several and named else text)
    return _LINE.join(lines)


def _result_text(entry: ProgressEntry) -> str:
    result, document = entry.result, entry.document.strip()
    if not document or document in result:
        return result
    return f"{result.rstrip(' .;')} ({document})" if result.strip() else document


def late_rows(figures: ReportFigures, phrases: Phrases, doubts: Collection[str]) -> list[SimpleNamespace]:
    """Return one row a late task: what it is, who leads it, why it is late, what is being done."""
    return [
        SimpleNamespace(
            stt=Keyed((Doubtful if a.task.id in doubts else str)(number), f"qua-han.{a.task.id}"),
            ma=a.task.id,
            nhiem_vu=a.task.text,
            chu_tri=_LINE.join(a.task.assignment.lead) or a.task.assignment.text,
            tien_do=deadline_lines(a.task.deadline, phrases),
            tinh_trang=(Doubtful if a.task.id in doubts else str)(a.state.label),
            nguyen_nhan=latest_text(a, lambda e: e.cause),
            bien_phap=latest_text(a, lambda e: e.remedy),
        )
        for number, a in enumerate(figures.late(), start=1)
    ]


def issue_reference(figures: ReportFigures, phrases: Phrases) -> str:
    """Return "(Kèm theo Báo cáo số …)": blank number and day in an electronic document, filled in on paper.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1.c.
    """
    unit = figures.data.unit
    terms = unit.terms(figures.kind.id, figures.period)
    if not unit.electronic and terms.number and terms.issued_on:
        return phrases.say(
            "kem_theo.giay",
            so=document_number(terms.number),
            ky_hieu=terms.symbol,
            ngay=long_date(terms.issued_on),
            don_vi=called(unit),
        )
    return phrases.say("kem_theo.dien_tu", ky_hieu=terms.symbol, nam=str(figures.as_of.year), don_vi=called(unit))
