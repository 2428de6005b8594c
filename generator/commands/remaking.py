"""Finds the workbook that a saved report was made from."""

from __future__ import annotations

from pathlib import Path

from generator.remaking import CannotRemake
from generator.word.provenance import Provenance


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
