"""What is told of documents that were issued: those without a trích yếu, and what was reported already."""

from __future__ import annotations

from collections.abc import Iterator

from generator.domain.due import signed_reports
from generator.domain.problem import Problem, Severity
from generator.reporting.documents import issued_in_period
from generator.reporting.figures import ReportFigures
from generator.vietnamese.dates import short_date

_MOST_NAMED = 10


def issued_problems(figures: ReportFigures) -> Iterator[Problem]:
    """Yield the notes on documents of the period, and on results of a period whose report is signed."""
    yield from _without_subject(figures)
    yield from _after_signing(figures)


def _without_subject(figures: ReportFigures) -> Iterator[Problem]:
    """Ask for the trích yếu, once, of what sheet Kết quả names and sheet Văn bản does not have."""
    unit = figures.data.unit
    # The unit's own reports: sheet Thông tin knows them.
    reports = {f"{terms.number}/{terms.symbol}" for terms in unit.terms_by_kind.values() if terms.number}
    found = [d for d in issued_in_period(figures) if not d.subject.strip() and d.number not in reports]
    if not found:
        return
    named = "; ".join(f"{d.number} ({short_date(d.issued_on)})" for d in found[:_MOST_NAMED] if d.issued_on)
    more = f"; và {len(found) - _MOST_NAMED} văn bản khác" if len(found) > _MOST_NAMED else ""
    message = (
        f"{len(found)} văn bản nêu ở sheet Kết quả đã được tính là ban hành trong kỳ, chưa có trích yếu: "
        f"{named}{more}. Muốn báo cáo in trích yếu thì ghi ở sheet Văn bản, mỗi văn bản một dòng, một lần."
    )
    yield Problem("Văn bản", "", message, code="document-without-subject", severity=Severity.NOTE)


def _after_signing(figures: ReportFigures) -> Iterator[Problem]:
    """Tell of results that are dated into a period whose report of this kind was signed before."""
    data, kind = figures.data, figures.kind
    for period, terms in signed_reports(data.unit, kind):
        if terms.issued_on is None:
            continue
        end, issued = kind.window(period, terms.own_due_day).end, terms.issued_on
        later = [
            entry for rows in data.entries.values() for entry in rows if issued < entry.as_of <= min(end, figures.as_of)
        ]
        if later:
            message = (
                f"{len(later)} dòng ghi ngày sau khi đã báo cáo {period} (số {terms.number} "
                f"ngày {short_date(issued)}) mà vẫn trong kỳ số liệu đó: báo cáo đã ký không có kết quả này "
                f"({', '.join(sorted({entry.task_id for entry in later}))}); báo cáo sau mới tính."
            )
            yield Problem("Kết quả", "", message, code="after-signing", severity=Severity.NOTE)
