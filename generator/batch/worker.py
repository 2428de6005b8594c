"""The part of a batch that runs in worker processes: a workbook in, the bytes of its report out. Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.batch.workbooks import is_generated
from generator.docx.engine import load_template
from generator.docx.sandbox import TemplateFault
from generator.domain.period import ReportingPeriod, ReportKind
from generator.domain.unit_year import UnitYear
from generator.intake import messages
from generator.intake.problem import Problem
from generator.intake.workbook import read_workbook_bytes
from generator.package import NotAPackage
from generator.report import Request, default_as_of, digest_of, make_report, period_problems, read_phrases
from generator.reporting.wording import PhraseFault


@dataclass(frozen=True, slots=True)
class Job:
    """What all units of a batch share; templates and phrase files by digest. Shipped once to each process."""

    period: ReportingPeriod
    kind: ReportKind
    today: date
    templates: Mapping[str, bytes]
    phrases: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Item:
    """One workbook to make a report of, with the digests of the template and phrases it uses."""

    workbook: str
    path: Path
    template: str
    phrases: str


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one workbook: a report (`data`), or the reasons why there is none; or it is no workbook at all."""

    item: Item
    workbook_digest: str = ""
    unit: str = ""
    unit_name: str = ""
    name: str = ""
    data: bytes = b""
    problems: tuple[Problem, ...] = ()
    as_of: str = ""
    window_end: str = ""
    totals: tuple[int, int, int] = (0, 0, 0)
    is_workbook: bool = True


def failed(item: Item, message: str, digest: str = "") -> Made:
    return Made(item, digest, problems=(Problem("", "", message),))


def make_chunk(job: Job, items: Sequence[Item]) -> list[Made]:
    """Return what came of each workbook, in their order. Nothing that one of them holds stops the others."""
    return [_make(job, item) for item in items]


def _make(job: Job, item: Item) -> Made:
    try:
        content = item.path.read_bytes()
    except OSError:
        return failed(item, messages.NOT_ALLOWED if item.path.exists() else messages.NO_FILE)
    digest = digest_of(content)
    try:
        return _made(job, item, content, digest)
    except (TemplateFault, PhraseFault, NotAPackage) as fault:
        return failed(item, str(fault), digest)
    except MemoryError:
        return failed(item, messages.TOO_LARGE, digest)
    except Exception as error:  # a fault of ours with one workbook must not cost the other wards their reports
        return failed(item, f"Lỗi ngoài dự kiến: {type(error).__name__}: {error}.", digest)


def _made(job: Job, item: Item, content: bytes, digest: str) -> Made:
    data, problems = read_workbook_bytes(content)
    if data is None:
        return Made(item, digest, problems=problems, is_workbook=not is_generated(content))
    request = _request(job, data)
    report = make_report(
        data,
        (*problems, *period_problems(request, data)),
        request,
        template=load_template(job.templates[item.template]),
        phrases=read_phrases(job.phrases[item.phrases]),
        workbook_name=item.path.name,
        workbook_digest=digest,
    )
    totals = report.figures.now.totals
    return Made(
        item,
        digest,
        unit=data.unit.code,
        unit_name=data.unit.name,
        name=report.name,
        data=report.data,
        problems=report.problems,
        as_of=request.as_of.isoformat(),
        window_end=report.figures.window.end.isoformat(),
        totals=(totals.total, totals.done, totals.late),
    )


def _request(job: Job, data: UnitYear) -> Request:
    return Request(job.period, job.kind, default_as_of(data, job.period, job.kind, job.today))
