"""Makes the report of a saved file again: its own workbook, period, kind and day, as the file remembers them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.book.sheets import INFO, SHEETS
from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of
from generator.making import Request, make_beside, read_source
from generator.reporting.wording import PhraseFault
from generator.word.package import NotAPackage
from generator.word.provenance import Provenance
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
    source = read_source(content, workbook.name)
    data = source.data
    if data is None:
        raise CannotRemake("Không đọc được sổ nên chưa làm mới báo cáo.", source.problems)
    broken = tuple(p for p in source.problems if p.sheet in _SHEETS and not p.cell)
    if broken:
        raise CannotRemake("Sổ thiếu sheet hoặc cột nên chưa làm mới, để không xóa mất nội dung của báo cáo.", broken)
    if provenance.unit and data.unit.code != provenance.unit:
        raise CannotRemake(
            f"Báo cáo này của đơn vị “{provenance.unit}”, còn sổ “{workbook.name}” của “{data.unit.code}”. "
            "Kiểm tra lại tên sổ."
        )
    try:
        made = make_beside(source, _request(provenance), workbook.parent)
    except (TemplateFault, PhraseFault, NotAPackage) as fault:
        raise CannotRemake(str(fault)) from fault
    return Remade(made.data, made.problems, data, workbook, content)


def _request(provenance: Provenance) -> Request:
    try:
        kind = kind_of(provenance.kind)
        period = ReportingPeriod.parse(provenance.period)
        return Request(period, kind, date.fromisoformat(provenance.as_of) if kind.has_period else period.last_day)
    except ValueError as fault:
        raise CannotRemake("Phần ghi nguồn gốc trong tệp báo cáo bị hỏng nên không làm mới được.") from fault
