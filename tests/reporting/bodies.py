"""The body of every report that the samples can give: what its template prints, part by part."""

import re
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from types import SimpleNamespace

from docx import Document
from docx.oxml.ns import qn

from generator.book.read.workbook import read_workbook
from generator.book.sheets import PARTS
from generator.domain.period import ReportingPeriod
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of
from generator.making import find_template
from generator.reporting.context import report_context
from generator.reporting.figures import ReportFigures, report_figures
from tests.reporting.years import PHRASES
from tests.samples import SAMPLES, sample_path

PERIODS = ("Q1", "Q2", "Q3", "Q4", "H1", "H2", "9M", "", *(f"{month:02}" for month in range(1, 13)))
#: Sample, kind, period; months are reported in the monthly report, and in the periodic one when it is asked for.
REPORTS = [(sample, kind, p) for sample in SAMPLES for p in PERIODS for kind in ("cchc", "thang")]
LETTERHEAD = ("co_quan", "co_quan_chu_quan", "nguoi_ky_chuc_vu", "noi_nhan", "kinh_gui")


@cache
def sample_data(sample: str) -> UnitYear:
    return read_workbook(sample_path(sample))[0]


@cache
def parts_of(kind: str) -> tuple[str, ...]:
    """The variables whose paragraphs the template prints, in its order."""
    body = Document(str(find_template(f"{kind}.docx"))).element.body
    text = "\n".join("".join(p.itertext()) for p in body.iter(qn("w:p")))
    found = re.findall(r"\{%p for \w+ in ([\w.]+) %\}", text)
    return tuple(dict.fromkeys(part for part in found if part not in LETTERHEAD))


@cache
def body_of(sample: str, kind: str, period: str) -> tuple[ReportFigures, dict[str, list[str]]]:
    """The figures of a report made on the last day of its window, and its paragraphs by part; of a kind that has a
    short form those of both."""
    data = sample_data(sample)
    asked = ReportingPeriod.parse(f"{data.plan.year}-{period}".rstrip("-"))
    of_kind = kind_of(kind)
    as_of = of_kind.window(asked, data.unit.terms(kind, asked).due_day).end
    figures = report_figures(data, asked, of_kind, as_of)
    context = SimpleNamespace(**report_context(figures, PHRASES, parts=PARTS, in_short=of_kind.has_short_form))
    parts = {part: [getattr(p, "chu", p) for p in attrgetter(part)(context)] for part in parts_of(kind)}
    return figures, {"mo_dau": [context.mo_dau], **parts, "ket_thuc": [context.ket_thuc]}


def paragraphs_of(parts: dict[str, list[str]]) -> Iterator[str]:
    for paragraphs in parts.values():
        yield from paragraphs
