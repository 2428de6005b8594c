"""Which files under a folder may be units' workbooks, and which folders hold none."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.book.read.raw_xlsx import RawWorkbook
from generator.book.slip import SLIP_RESULTS
from generator.vietnamese.text import composed
from generator.word.package import NotAPackage, read_file
from generator.word.provenance import read_provenance

#: A table in a form that is not read is taken too: its unit did send something, and is told what to do with it.
_READ = (".xlsx", ".xlsm")
_NOT_READ = (".xls", ".xlsb", ".ods", ".numbers", ".gsheet")
#: What a copy is called: by Windows, Excel, macOS, browsers, shared folders, this program, or by hand.
_COPY_WORDS = r"copy|sao chép|bản sao|bản lưu|bản cũ|ban luu|ban cu|cũ|old|backup|bak|recovered|phục hồi|đã phục hồi"
_COPY_ENDS = (
    re.compile(r"(?P<original>.+?) ?\(\d+\)", re.IGNORECASE),
    re.compile(rf"(?P<original>.+?)(?: ?[-–_] ?| )(?:{_COPY_WORDS})(?: \d+| ?\(\d+\))?", re.IGNORECASE),
    re.compile(rf"(?P<original>.+?) ?[(\[](?:{_COPY_WORDS})\b[^)\]]*[)\]]", re.IGNORECASE),
    re.compile(r"(?P<original>.+?) ?\([^)]*(?:conflict|xung đột)[^)]*\)", re.IGNORECASE),
    re.compile(r"(?:copy(?: \(\d+\))? of|bản sao(?: \(\d+\))?(?: của)?|backup of) (?P<original>.+)", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a workbook. `original` is the workbook beside it that its name says it is a copy of."""

    path: Path
    is_copy: bool = False
    original: Path | None = None


def find_workbooks(folder: Path, outputs: Path) -> tuple[list[Found], list[Path]]:
    """Return the workbooks under `folder`, and the folders at the bottom that hold none; both in order of names.

    A folder below that cannot be opened is among those that hold none. Raises OSError for `folder` itself.

    Left out: `outputs`, hidden folders, files that Excel keeps while open, folders of the program's own reports.
    """

    def unopened(fault: OSError) -> None:
        if fault.filename == os.fspath(folder):
            raise fault
        without.append(Path(fault.filename))

    workbooks: list[Found] = []
    without: list[Path] = []
    own = outputs.resolve()
    for place, folders, files in os.walk(folder, onerror=unopened):
        folders[:] = units_folders(place, folders, own)
        here = Path(place)
        found = _workbooks_among(here, files)
        workbooks += found
        if not (found or folders or here == folder or is_at(place, own) or _holds_our_reports(here, files)):
            without.append(here)
    return sorted(workbooks, key=lambda one: one.path), sorted(without)


def units_folders(place: str, folders: Sequence[str], outputs: Path) -> list[str]:
    """Return those of the folders in a place that units' files may lie in, in order; `outputs` is resolved."""
    return sorted(f for f in folders if f[:1] not in (".", "~") and not is_at(os.path.join(place, f), outputs))


def is_at(path: str | Path, resolved: Path) -> bool:
    """Whether a path leads to the place that is given resolved. Only one of its name, or a link, is followed."""
    same_name = os.path.basename(path).casefold() == resolved.name.casefold()
    return (same_name or _is_link(path)) and Path(path).resolve() == resolved


def _is_link(path: str | Path) -> bool:
    try:
        about = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISLNK(about.st_mode) or bool(getattr(about, "st_reparse_tag", 0))


def workbooks_among_reports(folder: Path, outputs: Path) -> list[Path]:
    """Return what may be units' workbooks and is not read because it lies where the reports go, below `folder`."""
    if not outputs.is_dir() or folder.resolve() not in outputs.resolve().parents:
        return []
    tables = [path for path in sorted(outputs.iterdir()) if path.suffix.lower() in _READ and path.name[:1] not in "._~"]
    return [path for path in tables if not _is_generated_file(path)]


def _is_generated_file(path: Path) -> bool:
    try:
        return is_generated(read_file(path))
    except OSError:
        return False


def loose_archives(folder: Path) -> list[Path]:
    """Return the archives that lie among the units' folders, perhaps with a unit's workbook in them."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in (".zip", ".rar", ".7z"))


def _workbooks_among(here: Path, files: Sequence[str]) -> list[Found]:
    names = [n for n in files if n[:1] not in (".", "~") and os.path.splitext(n)[1].lower() in _READ + _NOT_READ]
    by_stem: dict[str, Path] = {}
    for name in sorted(names, key=lambda n: (os.path.splitext(n)[1].lower() in _NOT_READ, n)):
        by_stem.setdefault(_stem(name), here / name)
    return [_found(here / name, by_stem) for name in names]


def _found(path: Path, by_stem: Mapping[str, Path]) -> Found:
    stem = _stem(path.name)
    if (readable := by_stem[stem]) != path and path.suffix.lower() in _NOT_READ:
        return Found(path, True, readable)
    originals = _originals(stem)
    return Found(path, bool(originals), next((by_stem[name] for name in originals if name in by_stem), None))


def _originals(stem: str) -> list[str]:
    """Return what the file may be a copy of: "so - copy (2)" of "so - copy" and of "so"."""
    names = [match["original"] for form in _COPY_ENDS if (match := form.fullmatch(stem))]
    return list(dict.fromkeys([*names, *(deeper for name in names for deeper in _originals(name))]))


def _stem(name: str) -> str:
    """The name without its ending. A Mac keeps the marks of letters apart in file names."""
    return composed(os.path.splitext(name)[0]).casefold()


def _holds_our_reports(here: Path, files: Sequence[str]) -> bool:
    reports = [here / name for name in files if name.lower().endswith(".docx") and name[:1] not in (".", "~")]
    return any(map(_is_our_report, reports))


def _is_our_report(path: Path) -> bool:
    try:
        return read_provenance(read_file(path)) is not None
    except (NotAPackage, OSError):
        return False


def told(path: Path) -> str:
    """Return a path as it is told and remembered: a name in another code than UTF-8 as far as it can be read."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def is_generated(data: bytes) -> bool:
    """Whether a file that is no workbook of tasks was made by the program itself: a summary, a round-up's tables, or a
    slip, whatever program saved it."""
    try:
        raw = RawWorkbook(data)
        names = {sheet.name for sheet in raw.sheets}
        said = [raw.members[part].content for part in raw.related("", "core-properties")]
    except NotAPackage:
        return False
    is_ours = SLIP_RESULTS.name in names or any(b">cchc<" in part for part in said)
    return "Nhiệm vụ" not in names and is_ours
