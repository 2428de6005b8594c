"""Rows of the appendix tables."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from types import SimpleNamespace

from generator.domain.indicator import Aggregation, Indicator, Judgement, Reading
from generator.domain.progress import Assessment, ProgressEntry
from generator.reporting.computed import COUNTS, COUNTS_WITHIN, RARE_COUNTS, computed
from generator.reporting.figures import ReportFigures, Totals
from generator.reporting.milestones import deadline_lines
from generator.reporting.sentences import latest_text
from generator.reporting.wording import Doubtful, Keyed, Phrases
from generator.vietnamese.dates import long_date
from generator.vietnamese.numbers import document_number, percent, quantity

#: Joins the lines of one cell; documents print each as its own paragraph.
_LINE = "\n"


def task_sections(figures: ReportFigures, phrases: Phrases, doubts: Collection[str]) -> list[SimpleNamespace]:
    """Return one item a section: `stt`, `ten`, and `hang`, one row a task with the seven columns' texts."""
    sections = []
    for section in figures.data.plan.sections:
        rows = [
            _task_row(
                figures.said_in_period(figures.now.assessments[task.id]),
                section.number_of(task),
                task.id in doubts,
                phrases,
            )
            for task in section.tasks
        ]
        number = Keyed(section.id, f"muc.{section.id}")
        sections.append(SimpleNamespace(stt=number, ten=section.title, hang=rows))
    return sections


def _task_row(assessment: Assessment, number: str, is_doubtful: bool, phrases: Phrases) -> SimpleNamespace:
    task = assessment.task
    mark = Doubtful if is_doubtful else str
    return SimpleNamespace(
        ma=task.id,
        stt=Keyed(mark(number), f"nhiem-vu.{task.id}"),
        nhiem_vu=task.text,
        san_pham=task.deliverables,
        tien_do=deadline_lines(task.deadline, phrases),
        chu_tri=_LINE.join(task.assignment.lead) or task.assignment.text,
        ket_qua=mark(_results_and_cause(assessment, phrases)),
        tinh_trang=mark(assessment.label),
    )


def _results_and_cause(assessment: Assessment, phrases: Phrases) -> str:
    """What was done; and why not, where no other part of the report says so (late work has its own)."""
    if not assessment.entries:
        return ""
    done = results(assessment)
    if assessment.state.is_late or assessment.state.is_done:
        return done
    latest = assessment.latest
    if latest is None or not latest.cause.strip():
        return done
    cause = phrases.say("bang_nhiem_vu.nguyen_nhan", nguyen_nhan=latest.cause)
    return f"{done}{_LINE}{cause}" if done else cause


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


def statistic_rows(figures: ReportFigures, phrases: Phrases, doubts: Collection[str]) -> list[SimpleNamespace]:
    """Return the statistics table: `stt` on three levels, `chi_tieu`, `don_vi`, `so_lieu`, `ghi_chu`, `dam` (bold).

    A workbook without indicators gets the plan's own counts.
    """
    indicators = figures.data.indicators or _plan_counts(figures.now.totals, phrases)
    rows: list[SimpleNamespace] = []
    group = None
    for indicator in indicators:
        if indicator.group and indicator.group != group:
            group = indicator.group
            number, dot, _ = indicator.number.partition(".")
            is_its_own_heading = indicator.is_heading and indicator.name in ("", group)
            # An indicator that is itself number 1 leaves its group without a number.
            number = number if dot or is_its_own_heading else ""
            rows.append(_row(Keyed(number, f"nhom.{group}"), group, bold=True))
            if is_its_own_heading:
                continue
        rows.append(_indicator_row(figures, indicator, phrases, indicator.code in doubts))
    return rows


def _plan_counts(totals: Totals, phrases: Phrases) -> Iterator[Indicator]:
    """The counts that add up to the whole plan, each with its own parts below it; what is rare only when there is any.

    The first is the whole; the others on its level are its parts, in which every task is counted once.
    """
    group, unit = phrases.value("thong_ke.nhom"), phrases.value("thong_ke.don_vi")
    number = part = 0
    for name, counter in COUNTS.items():
        if name in RARE_COUNTS and not counter(totals):
            continue
        number, part = (number, part + 1) if name in COUNTS_WITHIN else (number + 1, 0)
        place = f"1.{number}.{part}" if part else f"1.{number}"
        yield Indicator(name, place, group, name, unit, measured_by=name, aggregation=Aggregation.COMPUTED)


def _row(
    number: str, name: str, unit: str = "", value: str = "", note: str = "", bold: bool = False
) -> SimpleNamespace:
    return SimpleNamespace(stt=number, chi_tieu=name, don_vi=unit, so_lieu=value, ghi_chu=note, dam=bold)


def _indicator_row(
    figures: ReportFigures, indicator: Indicator, phrases: Phrases, is_doubtful: bool
) -> SimpleNamespace:
    mark = Doubtful if is_doubtful else str
    number = Keyed(indicator.number, f"chi-tieu.{indicator.code}")
    if indicator.is_heading:
        return _row(number, indicator.name, bold=number.count(".") == 0)
    if indicator.aggregation is Aggregation.COMPUTED:
        count = computed(indicator, figures)
        value = "" if count is None else figure(indicator, Reading(count))
        return _row(number, indicator.name, indicator.unit, mark(value))
    reading = figures.readings[indicator.code]
    value = "" if reading.value is None else figure(indicator, reading)
    note = "; ".join(_notes(indicator, reading, figures.judgement(indicator), figures.as_of, phrases))
    return _row(number, indicator.name, indicator.unit, mark(value), mark(note))


def figure(indicator: Indicator, reading: Reading) -> str:
    """Return the value as printed in its column; a percentage without its sign, which the unit column has.

    Rounding never makes a missed target look met, nor the other way round.
    """
    assert reading.value is not None
    value = _rounded(reading.value, indicator)
    return percent(value).rstrip("%") if indicator.is_percentage else quantity(value)


def _rounded(value: Decimal, indicator: Indicator) -> Decimal:
    """The value to two decimals, on its own side of the target, and neither 0% nor 100% unless it is exactly that."""
    ways = (ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING)
    marks: list[Callable[[Decimal], bool]] = [indicator.target.is_met_by] if indicator.target is not None else []
    if indicator.is_percentage:
        marks += [lambda v: v == 0, lambda v: v == 100]
    candidates = (value.quantize(Decimal("0.01"), way) for way in ways)
    return next((r for r in candidates if all(mark(r) == mark(value) for mark in marks)), value)


def share_of_year(share: Decimal) -> str:
    """Return how much of a year's target is reached, rounded down: 100% stands only for what is reached."""
    return percent(share.quantize(Decimal("0.1"), ROUND_FLOOR))


def _notes(
    indicator: Indicator, reading: Reading, judged: Judgement | None, as_of: date, phrases: Phrases
) -> list[str]:
    notes = [reading.note] if reading.note else []
    if reading.value is None:
        nothing_arose = reading.denominator is not None and not reading.denominator
        notes.append(phrases.value("chi_tieu.khong_phat_sinh" if nothing_arose else "chi_tieu.khong_so_lieu"))
    elif judged is not None and judged.share is not None:
        share = share_of_year(judged.share)
        notes.append(phrases.say("chi_tieu.ghi_chu_nam", muc_tieu=indicator.target_text, ty_le=share))
    elif judged is not None:
        case = "dat" if judged.is_met else "chua_dat"
        notes.append(phrases.say(f"chi_tieu.ghi_chu_{case}", muc_tieu=indicator.target_text))
    elif indicator.target_text:
        notes.append(phrases.say("chi_tieu.ghi_chu_muc_tieu", muc_tieu=indicator.target_text))
    missing = [p.name_without_year for p in reading.missing if p.first_day <= as_of]
    if reading.value is not None and missing:
        notes.append(phrases.say("chi_tieu.ghi_chu_thieu", thang=", ".join(missing)))
    return [*notes[:1], *map(phrases.lower_first, notes[1:])]


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
            don_vi=unit.name,
        )
    return phrases.say("kem_theo.dien_tu", ky_hieu=terms.symbol, nam=str(figures.as_of.year), don_vi=unit.name)
