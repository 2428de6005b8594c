"""A plan as a Word document, from a workbook: `cchc report WORKBOOK --kind ke-hoach`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import __version__
from generator.book.read.writing_rows import PLAN_PERIOD
from generator.book.sheets import PARTS, PLAN_BODY
from generator.domain.period import ReportKind
from generator.domain.problem import Problem
from generator.domain.unit_year import UnitYear
from generator.reporting.plan_document import plan_context
from generator.reporting.wording import Phrases
from generator.vietnamese.file_names import file_stem
from generator.word.provenance import Provenance, packaged
from generator.word.render import engine


@dataclass(frozen=True, slots=True)
class MadePlan:
    """A finished plan; `name` is its file name."""

    name: str
    data: bytes


def make_plan(
    data: UnitYear,
    problems: Sequence[Problem],
    *,
    template: engine.CompiledTemplate,
    phrases: Phrases,
    workbook_name: str,
    workbook_digest: str,
) -> MadePlan:
    """Return the plan as a document; with problems it is a draft. Raises TemplateFault, PhraseFault."""
    context = plan_context(
        data,
        phrases,
        body=data.words.get((PLAN_PERIOD, PARTS[PLAN_BODY]), ()),
        doubts=frozenset(p.about for p in problems if p.about),
        is_draft=bool(problems),
    )
    provenance = Provenance(
        unit=data.unit.code,
        period=str(data.plan.year),
        kind=ReportKind.PLAN.value,
        workbook=workbook_name,
        workbook_digest=workbook_digest,
        template_digest=template.digest,
        version=__version__,
    )
    document = packaged(template.members, engine.render_parts(template, context), provenance)
    unit = data.unit.file_name or data.unit.name or data.unit.code
    name = phrases.say(f"ten_tep.{ReportKind.PLAN.value}", ky=str(data.plan.year), don_vi=unit)
    return MadePlan(f"{file_stem(name)}.docx", document)
