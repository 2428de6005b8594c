"""What only the report asked for can show: what its kind lacks, and where it would contradict its own workbook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.book.sheets import INFO, ITEMS
from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem, Severity
from generator.domain.report_kind import ReportKind
from generator.domain.unit_year import UnitYear
from generator.reporting.figures import ReportFigures, report_figures
from generator.reporting.issued_checks import issued_problems
from generator.reporting.letterhead import is_as_above
from generator.reporting.progress_checks import progress_problems
from generator.vietnamese.dates import short_date

#: What every document of the unit must bear (Nghị định 30/2020/NĐ-CP, Điều 8), by its item in sheet Thông tin.
_NEEDED = {
    "Quyền hạn, chức vụ người ký": "signer_lines",
    "Họ tên người ký": "signer_name",
    "Nơi nhận": "recipients",
}
#: A report is made up to some weeks after its period; later than this the day was probably mistyped.
_LONG_AFTER = 92
_SYMBOL = "Ký hiệu"
_ITEMS = {item.name: item for item in ITEMS}


def request_problems(
    data: UnitYear,
    kind: ReportKind,
    period: ReportingPeriod,
    as_of: date,
    in_full: bool | None = None,
    figures: ReportFigures | None = None,
) -> list[Problem]:
    """Return what does not fit between what was asked for and the workbook: another year, a day too early or late,
    what this kind of report lacks, what this report would say against the workbook. `in_full` as in a request;
    `figures` are those of the report where they are known."""
    problems = list(unfilled_terms(data, kind, period if kind.has_period else None))
    if not kind.has_period:
        return problems
    if data.plan.year and period.year != data.plan.year:
        problems.append(
            Problem(
                "Thông tin",
                "",
                f"Sổ này của năm {data.plan.year}, báo cáo lại của {period}. "
                "Kiểm tra lại kỳ báo cáo, hoặc dùng sổ của năm đó.",
                "Năm kế hoạch",
                "other-year",
            )
        )
    terms = data.unit.terms(kind.id, period)
    if not terms.addressees and any(map(is_as_above, terms.recipients)):
        message = (
            "Nơi nhận có “Như trên” nhưng chưa điền Kính gửi, nên báo cáo không in dòng đó. "
            "Nếu gửi cấp trên thì điền mục Kính gửi."
        )
        problems.append(
            Problem("Thông tin", "", message, "Nơi nhận", "as-above-without-addressee", severity=Severity.QUESTION)
        )
    window = kind.window(period, terms.own_due_day)
    figures = figures or report_figures(data, period, kind, as_of)
    problems += issued_problems(figures)
    problems += progress_problems(figures, in_short=kind.is_short(data.unit, in_full))
    if as_of > period.last_day + timedelta(days=_LONG_AFTER):
        problems.append(
            Problem(
                "Kết quả",
                "",
                f"Ngày tính số liệu {short_date(as_of)} đã quá xa {period}. Kiểm tra lại --period và --as-of.",
                code="as-of-long-after",
                severity=Severity.QUESTION,
            )
        )
    if as_of < window.start:
        problems.append(
            Problem(
                "Kết quả",
                "",
                f"Ngày tính số liệu {short_date(as_of)} nằm trước khi {period} bắt đầu. "
                "Kiểm tra lại --period và --as-of.",
                code="as-of-before-period",
            )
        )
    return problems


def unfilled_terms(data: UnitYear, kind: ReportKind, period: ReportingPeriod | None = None) -> Iterator[Problem]:
    """Yield what is filled in for other kinds of report only; what is filled in for none the reader has reported."""
    unit = data.unit
    terms = unit.terms(kind.id, period)
    # A plan's symbol is part of the number that sheet Thông tin gives whole.
    needed = {_SYMBOL: "symbol", **_NEEDED} if kind.has_period else _NEEDED
    for item, term in needed.items():
        others = [name for name, of_kind in unit.terms_by_kind.items() if getattr(of_kind, term)]
        if getattr(terms, term) or not others:
            continue
        how = _ITEMS[item].note or f"Ví dụ: {' / '.join(_ITEMS[item].example.splitlines())}."
        more = " Nếu gửi cấp trên thì điền cả mục Kính gửi." if item == "Nơi nhận" and not terms.addressees else ""
        message = (
            f"Mục “{item}” mới điền cho {', '.join(others)}, chưa có cho {kind.id}. Điền cột Nội dung ở dòng "
            f"“{item}” bỏ trống Loại báo cáo (dùng chung), hoặc thêm dòng ghi {kind.id}. {how}{more}"
        )
        yield Problem(INFO.name, "", message, item, "term-unfilled")
