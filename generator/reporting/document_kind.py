"""How a kind of document is said: from a unit's year to the context of its template."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.domain.period import ReportingPeriod
from generator.domain.report_kind import ReportKind
from generator.domain.unit_year import UnitYear
from generator.reporting.chart import Chart
from generator.reporting.comparison import NO_NEIGHBOURS, Neighbours
from generator.reporting.figures import ReportFigures, report_figures
from generator.reporting.wording import Phrases


@dataclass(frozen=True, slots=True)
class Asked:
    """What a document is made from. `parts` maps sheet Lời văn's parts to variable names; `doubts` names what rests
    on doubtful input: task ids, indicator codes, items of sheet Thông tin."""

    data: UnitYear
    period: ReportingPeriod
    as_of: date
    phrases: Phrases
    parts: Mapping[str, str]
    doubts: frozenset[str] = frozenset()
    is_draft: bool = False
    neighbours: Neighbours = NO_NEIGHBOURS
    #: The variables that the template prints; None is all of them.
    printed: Collection[str] | None = None
    #: The form of a kind that has a short one; None is as the unit wants it.
    in_full: bool | None = None
    #: What a report counts, where it is known already.
    figures: ReportFigures | None = None

    def counted(self, kind: ReportKind) -> ReportFigures:
        """Return what a report counts."""
        return self.figures or report_figures(self.data, self.period, kind, self.as_of)


@dataclass(frozen=True, slots=True)
class Said:
    """The template's context, and the figures behind it; None for a document that counts nothing. A chart stands
    where the template prints `bieu_do_NAME`, which is empty in the context."""

    context: Mapping[str, Any]
    figures: ReportFigures | None
    charts: Mapping[str, Chart] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(ReportKind):
    """A kind of document with the way it is said. Its template is `ID.docx`, its file name `ten_tep.ID` in the phrase
    file."""

    say: Callable[[Kind, Asked], Said]

    @property
    def template(self) -> str:
        return f"{self.id}.docx"

    def file_words(self, data: UnitYear, period: ReportingPeriod, phrases: Phrases) -> str:
        """Return the words of its file name: "BC CCHC 6 tháng đầu năm 2023 - P Phước Hải"."""
        unit = data.unit.file_name or data.unit.name or data.unit.code
        return phrases.say(f"ten_tep.{self.id}", ky=str(period if self.has_period else period.year), don_vi=unit)


def say_report(kind: Kind, asked: Asked) -> Said:
    """Say a report of a period. Raises PhraseFault."""
    from generator.reporting.context import report_context

    figures = asked.counted(kind)
    context = report_context(
        figures,
        asked.phrases,
        parts=asked.parts,
        doubts=asked.doubts,
        is_draft=asked.is_draft,
        neighbours=asked.neighbours,
        in_short=kind.is_short(asked.data.unit, asked.in_full),
        printed=asked.printed,
    )
    return Said(context, figures)
