"""`cchc report`: one workbook, one report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.commands.json_output import write
from generator.commands.screen import complain, say, show_problems
from generator.domain.period import UnknownPeriod
from generator.domain.problem import Problem
from generator.domain.unit_year import UnitYear
from generator.kinds import UnknownKind
from generator.making import Made, Request, make_beside, problems_of, read_workbook, request_for
from generator.pdf import NO_LIBREOFFICE, find_libreoffice, font_warning, make_pdfs
from generator.reporting.changes import Changes, NotComparable
from generator.reporting.figures import ReportFigures, figures_as_json
from generator.reporting.wording import PhraseFault
from generator.vietnamese.cells import day_of
from generator.vietnamese.dates import short_date
from generator.word.package import NotAPackage, read_file, write_atomically
from generator.word.provenance import free_target
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
    """Make the document and say where it is. Return the exit code: 0 clean, 1 with problems, 2 nothing made."""
    path = options.workbook
    source = read_workbook(read_file(path), path.name)
    if source.data is None:
        show_problems(source.problems, err=True)
        complain("Chưa làm được báo cáo nào.")
        return 2
    try:
        request = _request(options, source.data, today or date.today())
        if options.since and not request.kind.has_period:
            complain("Kế hoạch không có báo cáo trước để so; bỏ --since.")
            return 2
        problems = problems_of(source, request) if options.strict else ()
        if any(p.waits_for_an_answer for p in problems):
            return _refused(problems, request)
        earlier = read_file(options.since) if options.since else None
        made = make_beside(source, request, path.parent)
        changes = _changes_since(earlier, made) if earlier is not None else None
    except (NotComparable, UnknownPeriod, UnknownKind, TemplateFault, PhraseFault, NotAPackage) as fault:
        complain(str(fault))
        return 2
    target, note = _written(options, made.name, made.data)
    if options.as_json:
        write({**_as_json(made, target), **({"changes": changes.as_json()} if changes else {})})
    else:
        _tell(made, target, note)
    if changes:
        from generator.commands.since import tell

        tell(changes, target, in_json=options.as_json)
    return 1 if any(p.waits_for_an_answer for p in made.problems) or (options.pdf and not _add_pdf(target)) else 0


def _refused(problems: tuple[Problem, ...], request: Request) -> int:
    """Tell the problems that keep a document from being made."""
    show_problems(problems, err=True)
    what = "báo cáo" if request.kind.has_period else "kế hoạch"
    complain(f"Chưa làm {what} vì có --strict. Sửa các chỗ trên rồi làm lại.")
    return 2


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


def _request(options: ReportOptions, data: UnitYear, today: date) -> Request:
    as_of = _day(options.as_of) if options.as_of else None
    return request_for(data, today, period=options.period or "", kind=options.kind or "", as_of=as_of)


def _day(text: str) -> date:
    day = day_of(text)
    if day is None:
        raise click.BadParameter(
            f"không hiểu ngày “{text}”; viết ngày/tháng/năm, ví dụ 13/6/2023.", param_hint="--as-of"
        )
    return day


def _not_counted(figures: ReportFigures) -> str:
    """A word on results written after the day of the report, which it does not count."""
    as_of = figures.as_of
    later = [e.as_of for rows in figures.data.entries.values() for e in rows if e.as_of > as_of and e.word]
    if not later:
        return ""
    return (
        f"Lưu ý: {len(later)} dòng ở sheet Kết quả ghi sau ngày {short_date(as_of)} chưa được tính. "
        f"Muốn tính cả: thêm --as-of {short_date(max(later))}."
    )


def _changes_since(earlier: bytes, made: Made) -> Changes:
    from generator.commands.since import compared

    return compared(earlier, made.data)


def _tell(made: Made, target: Path, note: str) -> None:
    if note:
        say(note)
    show_problems(made.problems)
    figures = made.figures
    if figures is None:
        plan = made.unit_year.plan
        say(f"Đã làm kế hoạch năm {plan.year}: {len(plan)} nhiệm vụ.")
    else:
        _tell_report(made, figures)
    say(f"Tệp: {target}")


def _tell_report(made: Made, figures: ReportFigures) -> None:
    total = figures.now.totals.total
    say(f"Đã làm báo cáo {figures.period}, tính đến {short_date(figures.as_of)}: {total} nhiệm vụ.")
    if any(p.is_error for p in made.problems):
        say("Báo cáo mang chữ DỰ THẢO và tô vàng chỗ chưa chắc cho đến khi các chỗ trên được sửa.")
    if later := _not_counted(figures):
        say(later)


def _as_json(made: Made, target: Path) -> dict[str, Any]:
    """Return what was made for machines: a report with its figures, another document without."""
    more = figures_as_json(made.figures) if made.figures else {}
    return {
        "output": str(target),
        "unit": made.unit_year.unit.code,
        "kind": made.request.kind.id,
        **more,
        "problems": [p.as_json() for p in made.problems],
    }
