"""What only the report asked for can show: what its kind lacks, and where it would contradict its own workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.book.sheets import DOCUMENTS, INFO, ITEMS
from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem, Severity
from generator.domain.progress import ProgressEntry
from generator.domain.report_kind import ReportKind
from generator.domain.unit_year import UnitYear
from generator.reporting.figures import report_figures
from generator.reporting.progress_checks import progress_problems
from generator.vietnamese.cells import day_of
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
    data: UnitYear, kind: ReportKind, period: ReportingPeriod, as_of: date, in_full: bool | None = None
) -> list[Problem]:
    """Return what does not fit between what was asked for and the workbook: another year, a day too early or late,
    what this kind of report lacks, what this report would say against the workbook. `in_full` as in a request."""
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
    if not terms.addressees and any(line.strip(" -;.").lower() == "như trên" for line in terms.recipients):
        message = "Nơi nhận có “Như trên” nhưng chưa điền Kính gửi. Điền mục Kính gửi, hoặc bỏ dòng “Như trên”."
        problems.append(Problem("Thông tin", "", message, "Nơi nhận", "as-above-without-addressee"))
    window = kind.window(period, terms.own_due_day)
    problems += denied_documents(data, window.start, as_of)
    problems += progress_problems(report_figures(data, period, kind, as_of), in_short=kind.is_short(data.unit, in_full))
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


#: "Báo cáo số 150/BC-UBND ngày 12/7/2026"; what is "của" another agency is not the unit's own.
_CITED = re.compile(
    r"(?<![\w/])(?P<number>\d{1,5}[a-zA-Z]?/(?P<symbol>[A-ZĐ][\wĐ]*(?:-[A-ZĐ]\w*)*))\s+ngày\s+"
    r"(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?!\d|\s+của\b)"
)
_MOST_NAMED = 10


def denied_documents(data: UnitYear, start: date, end: date) -> Iterator[Problem]:
    """Yield a problem when the report would say that nothing was issued, and cite what was.

    Where some documents of these days are listed and some are not, the unit may list only those that it counts.
    """
    says_none = not any(d.issued_on and start <= d.issued_on <= end for d in data.documents)
    if says_none and (message := unlisted_documents(data, start, end)):
        text = f"Báo cáo sẽ ghi không ban hành văn bản nào, nhưng {message}"
        yield Problem(DOCUMENTS.name, "", text, code="documents-denied")


def unlisted_documents(data: UnitYear, start: date, end: date) -> str:
    """Return what to say of documents of these days that sheet Kết quả cites and sheet Văn bản does not list.

    A report counts what sheet Văn bản lists and prints what sheet Kết quả cites. A unit that lists no document of the
    year does not keep that sheet, and is not asked: "" then, as when nothing is missing.
    """
    kept = {_plain(number) for number in (*(d.number for d in data.documents), *_told_in_info(data))}
    if not any(d.issued_on and d.issued_on.year == end.year for d in data.documents):
        return ""
    own = {_agency(d.number.partition("/")[2]) for d in data.documents}
    found: dict[str, str] = {}
    for entry in _said_until(data, end):
        for cited in _CITED.finditer(entry.document):
            day = day_of(cited["day"])
            number = _plain(cited["number"])
            if day and start <= day <= end and number not in kept and _agency(cited["symbol"]) in own:
                found.setdefault(number, f"{cited['number']} ({short_date(day)})")
    if not found:
        return ""
    named = list(found.values())
    more = f"; và {len(named) - _MOST_NAMED} văn bản khác" if len(named) > _MOST_NAMED else ""
    return (
        f"sheet Kết quả dẫn {len(named)} văn bản ban hành trong kỳ chưa có ở sheet Văn bản nên báo cáo không đếm: "
        f"{'; '.join(named[:_MOST_NAMED])}{more}. Muốn đếm thì ghi thêm ở sheet Văn bản, mỗi văn bản một dòng."
    )


def _told_in_info(data: UnitYear) -> Iterator[str]:
    """Yield the numbers of the plan and of the reports themselves: no report counts those."""
    yield data.plan.number
    yield from (f"{terms.number}/{terms.symbol}" for terms in data.unit.terms_by_kind.values() if terms.number)


def _said_until(data: UnitYear, end: date) -> Iterator[ProgressEntry]:
    return (entry for rows in data.entries.values() for entry in rows if entry.document and entry.as_of <= end)


def _plain(number: str) -> str:
    return "".join(number.split()).casefold().lstrip("0")


def _agency(symbol: str) -> str:
    """Return whose a symbol is: "UBND" of "BC-UBND", and of "UBND-VP" on a công văn."""
    first, _, last = symbol.partition("-")
    return "UBND" if "UBND" in (first, last.partition("-")[0]) else last or first
