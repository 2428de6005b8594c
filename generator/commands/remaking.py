"""Makes the report of a saved file again: its own workbook, period, kind and day, as the file remembers them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.book.read.workbook import read_workbook_bytes
from generator.book.sheets import INFO, SHEETS
from generator.domain.period import ReportingPeriod, ReportKind, UnknownPeriod
from generator.domain.problem import Problem
from generator.domain.unit_year import UnitYear
from generator.making import (
    Request,
    digest_of,
    find_template,
    load_phrases,
    make_report,
    period_problems,
)
from generator.plan_making import make_plan
from generator.reporting.report_checks import unfilled_terms
from generator.reporting.wording import PhraseFault
from generator.word.package import NotAPackage
from generator.word.provenance import Provenance
from generator.word.render.engine import load_template
from generator.word.render.sandbox import TemplateFault


class CannotRemake(ValueError):
    """The report cannot be made again. The message is whole, in Vietnamese; `problems` are those of the workbook."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


#: Sheets whose absence, or whose missing column, would renew a report into emptiness.
_SHEETS = frozenset(sheet.name for sheet in SHEETS if sheet is not INFO)


@dataclass(frozen=True, slots=True)
class Remade:
    """The document made again, the problems of its workbook, and what it was made from."""

    document: bytes
    problems: tuple[Problem, ...]
    data: UnitYear
    workbook: Path
    content: bytes


def find_workbook(report: Path, provenance: Provenance, given: Path | None) -> Path:
    """Return the workbook: the one given, else the one of the recorded name beside the report, in the folder above,
    or where the officer is. Raises CannotRemake."""
    if given is not None:
        return given
    name = Path(provenance.workbook).name
    for folder in (report.parent, report.absolute().parent.parent, Path.cwd()):
        if name and (folder / name).is_file():
            return folder / name
    raise CannotRemake(
        f"Không thấy sổ “{name}” cạnh báo cáo. Nêu thêm đường dẫn của sổ, ví dụ: "
        f'cchc appendix "{report.name}" "D:\\CCHC\\{name}"'
    )


def remake(provenance: Provenance, workbook: Path) -> Remade:
    """Return the report made again from a workbook, for the very day of the file: what was entered since for days up to
    that one counts, later days do not. Raises CannotRemake, OSError."""
    content = workbook.read_bytes()
    data, problems = read_workbook_bytes(content)
    if data is None:
        raise CannotRemake("Không đọc được sổ nên chưa làm mới báo cáo.", problems)
    broken = tuple(p for p in problems if p.sheet in _SHEETS and not p.cell)
    if broken:
        raise CannotRemake("Sổ thiếu sheet hoặc cột nên chưa làm mới, để không xóa mất nội dung của báo cáo.", broken)
    if provenance.unit and data.unit.code != provenance.unit:
        raise CannotRemake(
            f"Báo cáo này của đơn vị “{provenance.unit}”, còn sổ “{workbook.name}” của “{data.unit.code}”. "
            "Kiểm tra lại tên sổ."
        )
    try:
        request = None if provenance.kind == ReportKind.PLAN.value else _request(provenance)
        asked = period_problems(request, data) if request else unfilled_terms(data, ReportKind.PLAN)
        problems = (*problems, *asked)
        document = _made(provenance.kind, request, data, problems, workbook, digest_of(content))
    except (TemplateFault, PhraseFault, NotAPackage) as fault:
        raise CannotRemake(str(fault)) from fault
    return Remade(document, problems, data, workbook, content)


def _made(
    kind: str, request: Request | None, data: UnitYear, problems: tuple[Problem, ...], workbook: Path, digest: str
) -> bytes:
    """Make a report, or a plan: that has no request."""
    template = load_template(find_template(f"{kind}.docx", workbook.parent).read_bytes())
    phrases = load_phrases(find_template("cau-chu.toml", workbook.parent))
    source = {"workbook_name": workbook.name, "workbook_digest": digest}
    if request is None:
        return make_plan(data, problems, template=template, phrases=phrases, **source).data
    return make_report(data, problems, request, template=template, phrases=phrases, **source).data


def _request(provenance: Provenance) -> Request:
    try:
        return Request(
            ReportingPeriod.parse(provenance.period),
            ReportKind(provenance.kind),
            date.fromisoformat(provenance.as_of),
        )
    except (UnknownPeriod, ValueError) as fault:
        raise CannotRemake("Phần ghi nguồn gốc trong tệp báo cáo bị hỏng nên không làm mới được.") from fault
