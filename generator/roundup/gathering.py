"""Every file that a unit may have sent, read as few of them anew as possible."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path

from generator.batch.missing import note_on
from generator.batch.pool import make_all
from generator.batch.workbooks import Found, find_workbooks, is_at, told, units_folders
from generator.making import digest_of
from generator.roundup.remembering import Memory
from generator.roundup.worker import Sent, Taken, Taking
from generator.word.package import NotAPackage, read_file
from generator.word.provenance import read_provenance

#: Files that are given on to a process together are few; so many are read by one process alone sooner than by more.
_FEW = 40

Watch = Callable[[int, int], None]


def unwatched(_done: int, _total: int) -> None:
    """Nobody looks on."""


def gather(
    folder: Path,
    outputs: Path,
    own: Path | None,
    taking: Taking,
    memory: Memory,
    *,
    jobs: int,
    executor: Executor | None = None,
    watch: Watch = unwatched,
) -> tuple[list[Taken], dict[str, str]]:
    """Return what was taken from each file, in the order of their places, and what lies in the folders without any, by
    their places.

    Workbooks of the year before are taken too from the folder beside that has that year in its name. Left out: `own`,
    the superior's workbook, `outputs`, and folders of reports of many units.
    """
    found, empty = find_workbooks(folder, outputs)
    own = own and own.resolve()
    sent = [_sent(one, folder) for one in found if own is None or not is_at(one.path, own)]
    sent += _reports(folder, outputs, {one.path.parent for one in found})
    sent += _of_last_year(folder, outputs, taking.period.year)
    known: dict[str, Taken] = {}
    anew: list[Sent] = []
    for item in sent:
        taken = memory.known(item, _digest)
        if taken is None:
            anew.append(item)
        else:
            known[item.place] = taken.with_facts()
    processes = 1 if len(anew) <= _FEW else jobs
    made = (
        _here(taking, anew)
        if processes == 1 and executor is None
        else make_all(taking, anew, jobs=processes, executor=executor)
    )
    for taken in made:
        known[taken.sent.place] = taken.with_facts()
        watch(len(known), len(sent))
    notes = {told(path.relative_to(folder)): note_on(path) for path in empty}
    return [known[item.place] for item in sent], notes


def _here(taking: Taking, items: Sequence[Sent]) -> Iterator[Taken]:
    """Few files are read sooner than a process begins."""
    for item in items:
        yield from taking.make_chunk([item])


def _of_last_year(folder: Path, outputs: Path, year: int) -> Iterator[Sent]:
    """The workbooks in the folder beside that differs by the year in its name."""
    here = folder.absolute()
    beside = here.with_name(here.name.replace(str(year), str(year - 1)))
    if beside != here and beside.is_dir() and os.access(beside, os.R_OK | os.X_OK):
        for one in find_workbooks(beside, outputs)[0]:
            place = f"../{told(one.path.relative_to(beside.parent))}"
            yield Sent(place, one.path, one.is_copy, is_before=True)


def _digest(path: Path) -> str:
    try:
        return digest_of(read_file(path)) if path.is_file() else ""
    except OSError:
        return ""


def _sent(found: Found, folder: Path) -> Sent:
    def place(path: Path) -> str:
        return told(path.relative_to(folder))

    return Sent(place(found.path), found.path, found.is_copy, place(found.original) if found.original else "")


def _reports(folder: Path, outputs: Path, with_workbook: set[Path]) -> Iterator[Sent]:
    """Word files in folders without a workbook; a folder of the reports of many units is somebody's outputs."""
    own = outputs.resolve()
    for place, folders, files in os.walk(folder):
        folders[:] = units_folders(place, folders, own)
        here = Path(place)
        words = sorted(n for n in files if n.lower().endswith(".docx") and n[:1] not in (".", "~"))
        if here in with_workbook or not words:
            continue
        units = {_unit(here / name) for name in words} - {""}
        if len(units) <= 1:
            yield from (Sent(told((here / name).relative_to(folder)), here / name) for name in words)


def _unit(path: Path) -> str:
    try:
        provenance = read_provenance(read_file(path))
    except (NotAPackage, OSError):
        return ""
    return provenance.unit if provenance else ""
