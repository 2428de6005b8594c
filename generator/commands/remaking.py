"""Makes the report of a saved file again: its own workbook, period, kind and day, as the file remembers them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.domain.problem import Problem
from generator.domain.unit_year import UnitYear
from generator.making import make_beside, read_workbook
from generator.remaking import CannotRemake, request_again
from generator.reporting.wording import PhraseFault
from generator.word.package import NotAPackage, read_file
from generator.word.provenance import Provenance
from generator.word.render.sandbox import TemplateFault


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
    content = read_file(workbook)
    source = read_workbook(content, workbook.name)
    request = request_again(provenance, source)
    try:
        made = make_beside(source, request, workbook.parent)
    except (TemplateFault, PhraseFault, NotAPackage) as fault:
        raise CannotRemake(str(fault)) from fault
    return Remade(made.data, made.problems, made.unit_year, workbook, content)
