"""The part of a batch that runs in worker processes: a workbook in, the bytes of its report out. Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator.batch.workbooks import is_generated
from generator.book import messages
from generator.book.read.beside import digest_beside
from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem
from generator.kinds import kind_ids, kind_of
from generator.making import Request, default_as_of, digest_of, make, other_years, read_workbook
from generator.reporting.wording import PhraseFault
from generator.word.package import NotAPackage, read_file
from generator.word.render.sandbox import TemplateFault

_LINK_ONLY = (
    "Tệp này chỉ là đường dẫn đến Google Trang tính. Mở ra, chọn Tệp, Tải xuống, Microsoft Excel (.xlsx), "
    "rồi đặt tệp tải về vào thư mục này."
)


@dataclass(frozen=True, slots=True)
class Job:
    """What all units of a batch share; templates and phrase files by digest. Shipped once to each process."""

    period: ReportingPeriod
    kind: str
    today: date
    templates: Mapping[str, bytes]
    phrases: Mapping[str, bytes]

    def make_chunk(self, items: Sequence[Item]) -> list[Made]:
        """Return what came of each workbook, in their order. Nothing that one of them holds stops the others."""
        return [_make(self, item) for item in items]

    def failed(self, item: Item, message: str) -> Made:
        return failed(item, message)


@dataclass(frozen=True, slots=True)
class Item:
    """One workbook to make a report of, with the digests of the template and phrases it uses.

    `original` is the workbook that the name of a copy points to, if that is there. With `any_year` a report is made
    although the plan is not of the period's year.
    """

    workbook: str
    path: Path
    template: str
    phrases: str
    is_copy: bool = False
    original: str = ""
    any_year: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one workbook: a report (`data`), or the reasons why there is none; or it is no workbook at all.

    `year` is the plan's year; `owed` the names of the periods that the unit owes, by kind of report. One of another
    year is put off: the unit's other workbooks come first.
    """

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
    year: int = 0
    owed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside_digest: str = ""
    is_put_off: bool = False


def failed(item: Item, message: str, digest: str = "") -> Made:
    return Made(item, digest, problems=(Problem("", "", message, code="not-made"),))


def _make(job: Job, item: Item) -> Made:
    try:
        content = read_file(item.path)
    except OSError as fault:
        return Made(item, problems=(messages.unread(fault),))
    if item.path.suffix.lower() == ".gsheet":
        return failed(item, _LINK_ONLY, digest_of(content))
    digest = digest_of(content)
    try:
        return _made(job, item, content, digest)
    except (TemplateFault, PhraseFault, NotAPackage) as fault:
        return failed(item, str(fault), digest)
    except MemoryError:
        return Made(item, digest, problems=(messages.TOO_LARGE.at(),))
    except Exception as error:  # a fault of ours with one workbook must not cost the other wards their reports
        return failed(item, f"Lỗi ngoài dự kiến: {type(error).__name__}: {error}.", digest)


def _made(job: Job, item: Item, content: bytes, digest: str) -> Made:
    source = read_workbook(content, item.path.name)
    data = source.data
    if data is None:
        return Made(item, digest, problems=source.problems, is_workbook=not is_generated(content))
    found = Made(
        item,
        digest,
        unit=data.unit.code,
        unit_name=data.unit.name,
        year=data.plan.year,
        owed={kind: owed for kind in kind_ids() if (owed := data.unit.terms(kind).owed)},
    )
    if not item.any_year and data.plan.year not in (0, job.period.year):
        return replace(found, is_put_off=True)
    kind = kind_of(job.kind)
    request = Request(job.period, kind, default_as_of(data, job.period, kind, job.today))
    others, more = other_years(source, request, item.path.parent)
    template, phrases = job.templates[item.template], job.phrases[item.phrases]
    report = make(source, request, template=template, phrases=phrases, other_years=others)
    figures = report.figures
    assert figures is not None, "a batch makes reports of a period"
    totals = figures.now.totals
    return replace(
        found,
        name=report.name,
        data=report.data,
        problems=(*report.problems, *more),
        beside_digest=digest_beside(item.path, job.period.year),
        as_of=request.as_of.isoformat(),
        window_end=figures.window.end.isoformat(),
        totals=(totals.total, totals.done, totals.late),
    )
