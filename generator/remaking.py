"""A saved report made again for what it says of itself, and renewed: only what the program wrote is ever replaced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.book.sheets import INFO, SHEETS
from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem
from generator.domain.report_kind import ROUND_UP
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of
from generator.making import Request, Source, make, make_beside, read_workbook
from generator.reporting.appendix_columns import COMPUTED_COLUMNS, is_in_full
from generator.reporting.wording import PhraseFault
from generator.word.package import NotAPackage, read_file
from generator.word.provenance import Provenance
from generator.word.render.sandbox import TemplateFault
from generator.word.renew.judging import Choices
from generator.word.renew.renewing import Renewal, SavedReport
from generator.word.renew.renewing import renew as renewed

#: Sheets whose absence, or whose missing column, would renew a report into emptiness.
_SHEETS = frozenset(sheet.name for sheet in SHEETS if sheet is not INFO)

DAMAGED = "Phần ghi nguồn gốc trong tệp báo cáo bị hỏng nên không làm lại được."


class CannotRemake(ValueError):
    """The report cannot be made again. The message is whole, in Vietnamese; `problems` are those of the workbook."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Remade:
    """The document made again, the problems of its workbook, and what it was made from; a plan has no results."""

    document: bytes
    problems: tuple[Problem, ...]
    data: UnitYear
    workbook: Path
    content: bytes
    has_results: bool = True


def request_again(provenance: Provenance, source: Source) -> Request:
    """Return what a saved report was once asked for: its period, kind and day. Raises CannotRemake, also for a workbook
    of another unit or another year, or one whose lost sheets would empty the report, and for a round-up, which many
    workbooks make."""
    if provenance.kind == ROUND_UP:
        raise CannotRemake(
            "Đây là báo cáo tổng hợp của nhiều đơn vị. Làm mới bằng lệnh cchc appendix, sau tên báo cáo ghi thư mục "
            "chứa sổ của các đơn vị."
        )
    if source.data is None:
        raise CannotRemake("Không đọc được sổ nên chưa làm mới báo cáo.", source.problems)
    broken = tuple(p for p in source.problems if p.sheet in _SHEETS and not p.cell)
    if broken:
        raise CannotRemake("Sổ thiếu sheet hoặc cột nên chưa làm mới, để không xóa mất nội dung của báo cáo.", broken)
    unit = source.data.unit.code
    if provenance.unit and unit != provenance.unit:
        raise CannotRemake(
            f"Báo cáo này của đơn vị “{provenance.unit}”, còn sổ “{source.name}” của “{unit}”. Kiểm tra lại tên sổ."
        )
    request = asked_for(provenance)
    if source.data.plan.year not in (0, request.period.year):
        raise CannotRemake(
            f"Báo cáo này của {request.period}, còn sổ “{source.name}” của năm {source.data.plan.year}. "
            f"Nêu sổ năm {request.period.year} ở cuối lệnh."
        )
    return request


def asked_for(provenance: Provenance) -> Request:
    """Return what a saved report says that it was asked for. Raises CannotRemake where that was changed since."""
    try:
        kind = kind_of(provenance.kind)
        period = ReportingPeriod.parse(provenance.period)
        day = date.fromisoformat(provenance.as_of) if kind.has_period else period.last_day
        in_full = is_in_full(provenance.regions()) if kind.has_short_form else None
    except ValueError as fault:
        raise CannotRemake(DAMAGED) from fault
    return Request(period, kind, day, in_full=in_full)


def renew(
    report: bytes,
    source: Source,
    choices: Choices | None = None,
    *,
    template: bytes | None = None,
    phrases: bytes | None = None,
    other_years: Iterable[UnitYear] = (),
) -> Renewal:
    """Return a report, perhaps edited by hand (.docx), with its generated regions made anew from the workbook.

    All else stays byte for byte. The day is the report's own: what the workbook says of later days does not count.
    A region that a person changed and for which the workbook has news stops the renewal, unless `choices` name it to
    be kept, replaced, merged or restored: then `is_stopped`, and `data` is the report as it was. `regions` say what
    came of each. `template`, `phrases` and `other_years` as in `make`. Raises NotAPackage, NotOurs (not made by
    this program), NotRenewable (signed), CannotRemake, TemplateFault, PhraseFault.
    """
    saved = SavedReport.opened(report)
    request = request_again(saved.provenance, source)
    made = make(source, request, template=template, phrases=phrases, other_years=other_years)
    return renewed(saved, made.data, choices or Choices(), COMPUTED_COLUMNS)


def remake(provenance: Provenance, workbook: Path) -> Remade:
    """Return the report made again from a workbook, for the very day of the file: what was entered since for days up to
    that one counts, later days do not. Raises CannotRemake, OSError."""
    content = read_file(workbook)
    source = read_workbook(content, workbook.name)
    request = request_again(provenance, source)
    try:
        made = make_beside(source, request, workbook.parent)
    except (TemplateFault, PhraseFault, NotAPackage) as fault:
        raise CannotRemake(str(fault)) from fault
    return Remade(made.data, made.problems, made.unit_year, workbook, content, request.kind.has_period)
