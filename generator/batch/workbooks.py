"""Which files under a folder are units' workbooks, and which units have sent none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.package import NotAPackage, read_members

#: An old .xls is taken too: its unit did send something, and is told what to do with it.
_ENDINGS = (".xlsx", ".xlsm", ".xls")
_KEPT_COPY = re.compile(r"\((?:bản lưu|ban luu|bản cũ|ban cu)\b[^)]*\)$", re.IGNORECASE)
#: What Windows, Excel and browsers add to the name of a copy that stands beside its original.
_COPY = re.compile(r"(?P<original>.+?)(?: ?\(\d+\)| - (?:Copy|Sao chép|Bản sao)(?: ?\(\d+\))?)$", re.IGNORECASE)
_COPY_OF = re.compile(r"(?:Copy of|Bản sao của) (?P<original>.+)$", re.IGNORECASE)
_SHEET_NAMES = re.compile(rb'<sheet\b[^>]* name="([^"]*)"')


def find_workbooks(folder: Path, outputs: Path) -> tuple[list[Path], list[Path]]:
    """Return the workbooks under `folder`, and the folders at the bottom that hold none; both in order of names.

    Passed over: `outputs`, hidden folders, files that Excel keeps while open, and old copies beside an original.
    """
    workbooks: list[Path] = []
    without: list[Path] = []
    own = outputs.resolve()
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if f[:1] not in (".", "~") and Path(place, f).resolve() != own)
        here = Path(place)
        found = sorted(_workbooks_among(files))
        workbooks += (here / name for name in found)
        holds_reports = any(name.lower().endswith(".docx") for name in files)
        if not (found or folders or holds_reports or here == folder or here.resolve() == own):
            without.append(here)
    return sorted(workbooks), sorted(without)


def _workbooks_among(files: Sequence[str]) -> Iterator[str]:
    stems = {Path(name).stem.casefold() for name in files}
    for name in files:
        stem, ending = os.path.splitext(name)
        if ending.lower() not in _ENDINGS or name[:1] in (".", "~") or _KEPT_COPY.search(stem):
            continue
        copy = _COPY.fullmatch(stem) or _COPY_OF.fullmatch(stem)
        if copy is None or copy["original"].casefold() not in stems:
            yield name


def is_generated(data: bytes) -> bool:
    """Whether a file that is no workbook of tasks was made by the program itself: a summary, a round-up's tables."""
    try:
        members = read_members(data)
        book, core = (members[name].content for name in ("xl/workbook.xml", "docProps/core.xml"))
    except (NotAPackage, KeyError):
        return False
    names = {name.decode("utf-8", "replace") for name in _SHEET_NAMES.findall(book)}
    return "Nhiệm vụ" not in names and b">cchc<" in core
