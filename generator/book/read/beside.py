"""What lies beside a workbook or a plan: the unit's workbooks of the years before and after, an office's own names."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from generator.book import messages as say
from generator.book.read.workbook import read_workbook
from generator.domain.problem import Problem
from generator.domain.unit_year import UnitYear
from generator.vietnamese.file_faults import why
from generator.vietnamese.office_names import OWN_NAMES, UnitNames, UnreadableNames, load_names
from generator.word.package import read_file

#: In a folder of more workbooks than this, one is known by its name alone.
_MOST_READ = 8
_ITEM = "Sổ năm trước"


def years_beside(data: UnitYear, workbook: Path, *years: int) -> tuple[list[UnitYear], list[Problem]]:
    """Return the unit's workbooks of some years, and what is wrong with the one that sheet Thông tin names.

    One lies beside when it is in the same folder, or in one that differs by the year in its name.
    """
    found, problems = [], []
    for year in years:
        named = data.unit.last_year_workbook if year == data.plan.year - 1 else ""
        if named:
            other = _read(_named(workbook.parent, named), data, year)
            if other is None:
                problems.append(say.NO_SUCH_LAST_YEAR.at("Thông tin", "", _ITEM, name=named, year=year))
        else:
            others = (_read(path, data, year) for path in _candidates(workbook, data.plan.year, year))
            other = next((o for o in others if o is not None), None)
        if other is not None:
            found.append(other)
    return found, problems


def digest_beside(workbook: Path, year: int) -> str:
    """Return a digest of the files whose names say that they are the workbook's of the year before or after: a report
    made with them is to be made anew when they change. Empty where there are none."""
    digest = sha256()
    files = [p for other in (year - 1, year + 1) for p in _by_name(workbook, year, other) if p.is_file()]
    for path in files:
        digest.update(path.name.encode() + b"\0" + read_file(path))
    return digest.hexdigest()[:32] if files else ""


def names_beside(folder: Path) -> UnitNames:
    """Return the names of offices with those of the folder's own table. Raises UnreadableNames."""
    own = folder / OWN_NAMES
    try:
        return load_names(read_file(own) if own.is_file() else b"")
    except OSError as fault:
        raise UnreadableNames(f"Không đọc được tệp tên cơ quan, đơn vị {OWN_NAMES}: {why(fault)}.") from fault


def _named(folder: Path, name: str) -> Path:
    path = folder / name
    return path if path.suffix.lower() in (".xlsx", ".xlsm") else path.with_name(f"{path.name}.xlsx")


def _read(path: Path, data: UnitYear, year: int) -> UnitYear | None:
    """The year that a file holds when it is this unit's and of that year."""
    if not path.is_file():
        return None
    other, _ = read_workbook(path)
    if other is None or other.plan.year != year or other.unit.code.casefold() != data.unit.code.casefold():
        return None
    return other


def _candidates(workbook: Path, own: int, year: int) -> Iterator[Path]:
    """Yield files that may be the workbook of another year, the likeliest first."""
    yield from _by_name(workbook, own, year)
    others = [p for p in _workbooks_in(workbook.parent) if p != workbook]
    yield from others if len(others) <= _MOST_READ else (p for p in others if str(year) in p.stem)


def _by_name(workbook: Path, own: int, year: int) -> Iterator[Path]:
    """Yield where the workbook would be if the year in its name, and in its folder's, were the other."""
    if not own:
        return
    folder, name = workbook.absolute().parent, workbook.name
    other_name, other_folder = (text.replace(str(own), str(year)) for text in (name, folder.name))
    if other_name != name:
        yield folder / other_name
    if other_folder != folder.name:
        elsewhere = folder.with_name(other_folder)
        yield elsewhere / other_name
        if other_name != name:
            yield elsewhere / name


def _workbooks_in(folder: Path) -> list[Path]:
    found = (p for p in folder.glob("*.xls[xm]") if not p.name.startswith(("~$", ".")))
    return sorted(found)
