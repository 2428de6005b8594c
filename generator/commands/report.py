"""`cchc report`: one workbook, one report."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.book.read.workbook import read_workbook
from generator.commands.screen import complain, say, show_problems
from generator.domain.period import ReportingPeriod, ReportKind, UnknownPeriod
from generator.domain.problem import Problem
from generator.domain.unit_year import UnitYear
from generator.making import (
    MadeReport,
    Request,
    as_json,
    default_as_of,
    default_kind,
    digest_of,
    find_template,
    load_phrases,
    make_report,
    period_problems,
)
from generator.pdf import NO_LIBREOFFICE, find_libreoffice, font_warning, make_pdfs
from generator.reporting.changes import Changes, NotComparable
from generator.reporting.report_checks import unfilled_terms, unlisted_documents
from generator.reporting.wording import PhraseFault
from generator.vietnamese.cells import day_of
from generator.vietnamese.dates import short_date
from generator.word.package import NotAPackage, write_atomically
from generator.word.provenance import is_untouched
from generator.word.render.engine import load_template
from generator.word.render.sandbox import TemplateFault


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The command line as typed."""

    workbook: Path
    period: str | None = None
    kind: str | None = None
    as_of: str | None = None
    out: Path | None = None
    strict: bool = False
    as_json: bool = False
    pdf: bool = False
    since: Path | None = None


def run(options: ReportOptions, today: date | None = None) -> int:
    """Make the report and say where it is. Return the exit code: 0 clean, 1 with problems, 2 nothing made."""
    today = today or date.today()
    path = options.workbook
    content = path.read_bytes()
    data, problems = read_workbook(path)
    if data is None:
        show_problems(problems, err=True)
        complain("Chưa làm được báo cáo nào.")
        return 2
    if options.kind == ReportKind.PLAN.value:
        if options.since:
            complain("Kế hoạch không có báo cáo trước để so; bỏ --since.")
            return 2
        return _make_plan(options, data, problems, digest_of(content))
    try:
        earlier = options.since.read_bytes() if options.since else None
        request = _request(options, data, today)
        problems = (*problems, *period_problems(request, data))
        if _is_too_doubtful(options, problems, "báo cáo"):
            return 2
        made = make_report(
            data,
            problems,
            request,
            template=load_template(find_template(f"{request.kind.value}.docx", path.parent).read_bytes()),
            phrases=load_phrases(find_template("cau-chu.toml", path.parent)),
            workbook_name=path.name,
            workbook_digest=digest_of(content),
        )
        changes = _changes_since(earlier, made) if earlier is not None else None
    except (NotComparable, UnknownPeriod, TemplateFault, PhraseFault, NotAPackage) as fault:
        complain(str(fault))
        return 2
    target, note = _written(options, made.name, made.data)
    more = {"changes": changes.as_json()} if changes else {}
    _tell(made, target, note, more, in_json=options.as_json)
    if changes:
        from generator.commands.since import tell

        tell(changes, target, in_json=options.as_json)
    return 1 if made.problems or (options.pdf and not _add_pdf(target)) else 0


def _is_too_doubtful(options: ReportOptions, problems: tuple[Problem, ...], what: str) -> bool:
    """Whether problems keep a document from being made; they are told then."""
    if not options.strict or not problems:
        return False
    show_problems(problems, err=True)
    complain(f"Chưa làm {what} vì có --strict. Sửa các chỗ trên rồi làm lại.")
    return True


def _written(options: ReportOptions, name: str, data: bytes) -> tuple[Path, str]:
    """Write a document where it was asked for; return its file and a note when that is not the one wanted."""
    folder = options.out or options.workbook.parent
    folder.mkdir(parents=True, exist_ok=True)
    target, note = free_target(folder / name)
    write_atomically(target, data)
    return target, note


def _add_pdf(document: Path) -> bool:
    """Make the PDF beside the report; what hinders it goes to stderr, so that --json stays clean."""
    soffice = find_libreoffice()
    if soffice is None:
        complain(NO_LIBREOFFICE)
        return False
    if warning := font_warning():
        complain(warning)
    reason = make_pdfs([document], soffice)[document]
    complain(reason or f"PDF: {document.with_suffix('.pdf')}")
    return not reason


def _make_plan(options: ReportOptions, data: UnitYear, problems: tuple[Problem, ...], digest: str) -> int:
    """Make the plan itself as a document; it has no period and no figures."""
    from generator.plan_making import make_plan

    path = options.workbook
    problems = (*problems, *unfilled_terms(data, ReportKind.PLAN))
    if _is_too_doubtful(options, problems, "kế hoạch"):
        return 2
    try:
        made = make_plan(
            data,
            problems,
            template=load_template(find_template(f"{ReportKind.PLAN.value}.docx", path.parent).read_bytes()),
            phrases=load_phrases(find_template("cau-chu.toml", path.parent)),
            workbook_name=path.name,
            workbook_digest=digest,
        )
    except (TemplateFault, PhraseFault, NotAPackage) as fault:
        complain(str(fault))
        return 2
    target, note = _written(options, made.name, made.data)
    if options.as_json:
        where = [{"sheet": p.sheet, "cell": p.cell, "message": p.message} for p in problems]
        say(json.dumps({"output": str(target), "kind": ReportKind.PLAN.value, "problems": where}, ensure_ascii=False))
    else:
        if note:
            say(note)
        show_problems(problems)
        say(f"Đã làm kế hoạch năm {data.plan.year}: {len(data.plan)} nhiệm vụ.")
        say(f"Tệp: {target}")
    return 1 if problems or (options.pdf and not _add_pdf(target)) else 0


def _request(options: ReportOptions, data: UnitYear, today: date) -> Request:
    as_of = _day(options.as_of) if options.as_of else None
    text = options.period or f"{(as_of or today):%Y-%m}"
    period = ReportingPeriod.parse(text, data.plan.year)
    kind = ReportKind(options.kind) if options.kind else default_kind(period)
    return Request(period, kind, as_of or default_as_of(data, period, kind, today))


def _day(text: str) -> date:
    day = day_of(text)
    if day is None:
        raise click.BadParameter(
            f"không hiểu ngày “{text}”; viết ngày/tháng/năm, ví dụ 13/6/2023.", param_hint="--as-of"
        )
    return day


def free_target(wanted: Path) -> tuple[Path, str]:
    """Return where to write: the name wanted, unless a file edited by hand stands there; then one beside it."""
    if not wanted.exists() or is_untouched(wanted.read_bytes()):
        return wanted, ""
    number = 2
    while True:
        beside = wanted.with_name(f"{wanted.stem} (ban moi {number}){wanted.suffix}")
        if not beside.exists() or is_untouched(beside.read_bytes()):
            break
        number += 1
    note = f"Tệp “{wanted.name}” đã có người sửa nên được giữ nguyên; báo cáo mới nằm ở tệp “{beside.name}”."
    return beside, note


def _not_counted(made: MadeReport) -> str:
    """A word on results written after the day of the report, which it does not count."""
    as_of = made.figures.as_of
    later = [e.as_of for rows in made.figures.data.entries.values() for e in rows if e.as_of > as_of and e.word]
    if not later:
        return ""
    return (
        f"Lưu ý: {len(later)} dòng ở sheet Kết quả ghi sau ngày {short_date(as_of)} chưa được tính. "
        f"Muốn tính cả: thêm --as-of {short_date(max(later))}."
    )


def _changes_since(earlier: bytes, made: MadeReport) -> Changes:
    from generator.commands.since import compared

    return compared(earlier, made.data)


def _tell(made: MadeReport, target: Path, note: str, more: Mapping[str, Any], *, in_json: bool) -> None:
    if in_json:
        say(json.dumps({**as_json(made, str(target)), **more}, ensure_ascii=False, indent=1))
        return
    if note:
        say(note)
    show_problems(made.problems)
    totals = made.figures.now.totals
    say(f"Đã làm báo cáo {made.figures.period}, tính đến {short_date(made.figures.as_of)}: {totals.total} nhiệm vụ.")
    if made.problems:
        say("Báo cáo mang chữ DỰ THẢO và tô vàng chỗ chưa chắc cho đến khi các chỗ trên được sửa.")
    if later := _not_counted(made):
        say(later)
    figures = made.figures
    unlisted = unlisted_documents(figures.data, figures.window.start, figures.as_of)
    if unlisted and figures.documents_in_period():
        say(f"Lưu ý: {unlisted}")
    say(f"Tệp: {target}")
