"""What an officer is asked or told about the progress of tasks: a message for a kind of thing, with the tasks it
concerns. None of it makes a report a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import chain

from generator.book.sheets import DOCUMENTS, INDICATORS, RESULTS
from generator.domain.indicator import Aggregation, Indicator
from generator.domain.problem import Problem, Severity
from generator.domain.progress import Assessment
from generator.reporting.documents import with_two_days
from generator.reporting.figures import ReportFigures
from generator.reporting.month_figures import unchanged_figures
from generator.reporting.monthly import left_out_of_short_form
from generator.reporting.results import word_pairs
from generator.reporting.wording import one_line
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import numbers_before, quantity
from generator.vietnamese.unsure_words import unsure_words

#: A result said longer ago than this of an open task is no longer new, whatever the period.
_OLD = timedelta(days=92)
_MOST_NAMED = 30
#: What one number of a result is told apart from another by: "Quý III phát sinh 01 hồ sơ quá hạn, đã …".
_CLAUSES = re.compile(r"[;.](?!\d)")
_PART_OF_YEAR = re.compile(r"\b(?:quý|tháng|tuần|đợt)\b", re.IGNORECASE)


def progress_problems(figures: ReportFigures, *, in_short: bool = False) -> Iterator[Problem]:
    """Yield the questions and notes on a report's tasks, the questions first."""
    yield from _done_before_its_milestones(figures)
    yield from _stale(figures)
    yield from _grown_old(figures)
    yield from _unheard_of(figures)
    yield from _told_in_two_ways(figures)
    yield from _of_two_days(figures)
    yield from _not_for_signature(figures)
    if in_short:
        yield from _left_out(figures)


def _named(items: Iterable[str], joint: str = ", ") -> str:
    names = list(items)
    more = f" và {len(names) - _MOST_NAMED} mục khác" if len(names) > _MOST_NAMED else ""
    return joint.join(names[:_MOST_NAMED]) + more


def _about(code: str, severity: Severity, message: str) -> Problem:
    return Problem(RESULTS.name, "", message, code=code, severity=severity)


def _done_before_its_milestones(figures: ReportFigures) -> Iterator[Problem]:
    found = [a for a in figures.now.assessments.values() if a.has_milestones_to_come]
    if found:
        message = (
            f"{len(found)} nhiệm vụ ghi Hoàn thành, cột Mốc để trống, trong khi còn mốc chưa đến hạn: "
            f"{_named((_with_open_milestones(a) for a in found), '; ')}. Báo cáo chỉ tính xong các mốc đã đến hạn. "
            "Nếu cả nhiệm vụ đã xong thì ghi Tỷ lệ 100%; nếu chỉ xong một mốc thì ghi tên mốc đó ở cột Mốc."
        )
        yield _about("done-before-milestones", Severity.QUESTION, message)


def _with_open_milestones(assessment: Assessment) -> str:
    labels = [s.milestone.label for s in assessment.standings if s.met_on is None and not s.excused]
    first = next(filter(None, labels), "")
    more = ", …" if first and len(labels) > 1 else ""
    return f"{assessment.task.id} ({first}{more})" if first else assessment.task.id


def _stale(figures: ReportFigures) -> Iterator[Problem]:
    if found := figures.stale():
        message = (
            f"{len(found)} nhiệm vụ đang mở chỉ có kết quả ghi trước kỳ (trước {short_date(figures.window.start)}) nên "
            f"báo cáo không in kết quả đó như mới: {_named(a.task.id for a in found)}. "
            "Có kết quả của kỳ thì thêm dòng ở sheet Kết quả."
        )
        yield _about("stale-results", Severity.NOTE, message)


def _grown_old(figures: ReportFigures) -> Iterator[Problem]:
    found = figures.last_heard_between(figures.window.start, figures.as_of - _OLD)
    if found:
        message = (
            f"{len(found)} nhiệm vụ đang mở có kết quả gần nhất ghi đã hơn 03 tháng: "
            f"{_named(f'{a.task.id} ({short_date(day)})' for a, day in found)}. Kết quả còn đúng đến nay thì ghi lại "
            "ở một dòng mới, nếu không báo cáo vẫn in lời cũ."
        )
        yield _about("old-results", Severity.NOTE, message)


def _unheard_of(figures: ReportFigures) -> Iterator[Problem]:
    by_lead: dict[str, list[str]] = {}
    found = figures.unheard_of()
    for assessment in found:
        lead = ", ".join(assessment.task.assignment.asked) or "chưa rõ chủ trì"
        by_lead.setdefault(lead, []).append(assessment.task.id)
    if found:
        leads = "; ".join(f"{lead}: {_named(ids)}" for lead, ids in by_lead.items())
        message = f"{len(found)} nhiệm vụ chưa có dòng nào ghi tình trạng ở sheet Kết quả. Cần hỏi {leads}."
        yield _about("never-heard-of", Severity.NOTE, message)


def _of_two_days(figures: ReportFigures) -> Iterator[Problem]:
    for number, first, second in with_two_days(figures):
        message = (
            f"Văn bản {number} được ghi hai ngày khác nhau: {first} và {second}. Xem lại ở sheet Văn bản và cột "
            "Văn bản của sheet Kết quả, sửa cho cùng một ngày."
        )
        yield Problem(DOCUMENTS.name, "", message, code="document-of-two-days", severity=Severity.NOTE)


def _not_for_signature(figures: ReportFigures) -> Iterator[Problem]:
    """Point at words of the period that say that their writer did not know."""
    entries = [(a, e) for a in figures.now.assessments.values() for e in a.entries if e.as_of >= figures.window.start]
    said = [(a, e, (e.result, e.cause, e.remedy, e.difficulty, e.recommendation)) for a, e in entries]
    # Looked for in all at once: most reports have none.
    has_any = bool(unsure_words("\n".join(chain.from_iterable(texts for _, _, texts in said))))
    found = [
        f"{a.task.id} ({short_date(e.as_of)}) “{words}”"
        for a, e, texts in (said if has_any else ())
        for text in texts
        for words in unsure_words(text)
    ]
    own = [
        f"Lời văn “{words}”"
        for (period, _), paragraphs in figures.data.words.items()
        if period in ("", figures.period.id)
        for words in unsure_words("\n".join(paragraphs))
    ]
    if found or own:
        message = (
            f"Có lời chưa chắc chắn trong phần đã gõ: {_named(dict.fromkeys([*found, *own]), '; ')}. "
            "Trước khi ký, nên thay bằng số liệu cụ thể hoặc bỏ đi."
        )
        yield _about("not-for-signature", Severity.NOTE, message)


def _left_out(figures: ReportFigures) -> Iterator[Problem]:
    """Tell whose results, and which figures, the short form of a report leaves out."""
    left = left_out_of_short_form(figures)
    if left:
        message = (
            f"Báo cáo ngắn không in kết quả của {len(left)} nhiệm vụ không đổi tình trạng trong tháng: {_named(left)}. "
            "Muốn in mọi nhiệm vụ thì ghi Có ở mục “Báo cáo tháng đầy đủ” của sheet Thông tin."
        )
        yield _about("left-out-of-short-form", Severity.NOTE, message)
    if unchanged := unchanged_figures(figures):
        message = (
            f"Báo cáo ngắn không in {len(unchanged)} số liệu không đổi so với tháng trước: {_named(unchanged)}. "
            "Muốn in mọi số liệu thì ghi Có ở mục “Báo cáo tháng đầy đủ” của sheet Thông tin."
        )
        yield _about("left-out-of-short-form", Severity.NOTE, message)


# -- one thing in two appendices ------------------------------------------------------------------
def _told_in_two_ways(figures: ReportFigures) -> Iterator[Problem]:
    """Point at numbers of one thing that Phụ lục I has as an indicator and Phụ lục II in a task's own result."""
    for indicator in figures.data.indicators:
        values = _values(figures, indicator)
        for task_id in indicator.task_ids if values else ():
            if (assessment := figures.now.assessments.get(task_id)) is None:
                continue
            said = _said_of(assessment, indicator, figures)
            if said and not any(_is_rounded(value, number) for number in said for value in values):
                message = (
                    f"Chỉ tiêu {indicator.code} “{indicator.name}” là {quantity(values[0])} ở phụ lục số liệu, nhưng "
                    f"kết quả của nhiệm vụ {task_id} ghi {_named(map(quantity, said), '; ')} {indicator.unit.lower()}. "
                    "Nếu là cùng một việc thì sửa một trong hai cho khớp."
                )
                yield Problem(INDICATORS.name, "", message, code="told-in-two-ways", severity=Severity.NOTE)


def _is_rounded(value: Decimal, said: Decimal) -> bool:
    """Whether a number said is the value, to as many decimals as it was said with."""
    return abs(value - said) <= Decimal(1).scaleb(int(said.as_tuple().exponent)) / 2


def _values(figures: ReportFigures, indicator: Indicator) -> list[Decimal]:
    """The numbers that an indicator may rightly be told by: of the period, then of the year and their parts."""
    if indicator.aggregation is Aggregation.COMPUTED or figures.readings[indicator.code].value is None:
        return []
    readings = (figures.readings[indicator.code], figures.years[indicator.code])
    numbers = [n for r in readings for n in (r.value, r.numerator, r.denominator)]
    return [n for n in numbers if n is not None]


def _said_of(assessment: Assessment, indicator: Indicator, figures: ReportFigures) -> list[Decimal]:
    """The numbers before an indicator's unit in the last result of a task in the period: not those of a part of the
    year that it names, nor, where the task has several of one unit, those that name nothing of this one."""
    since = figures.window.start
    last = next((e.result for e in reversed(assessment.entries) if e.result.strip() and e.as_of >= since), "")
    of_unit = [
        i
        for i in figures.data.indicators
        if assessment.task.id in i.task_ids and one_line(i.unit) == one_line(indicator.unit)
    ]
    own = word_pairs(indicator.name) - word_pairs(indicator.unit)
    return [
        number
        for clause in _CLAUSES.split(last)
        if not _PART_OF_YEAR.search(clause) and (len(of_unit) == 1 or own & word_pairs(clause))
        for number in numbers_before(indicator.unit, clause)
    ]
