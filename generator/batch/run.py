"""`run_batch`: the reports of all units under a folder, as few of them made anew as possible."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path

from generator.batch.ledger import BatchRequest, Ledger
from generator.batch.lock import folder_lock
from generator.batch.outcome import BatchOutcome, UnitOutcome
from generator.batch.pdfs import add_pdfs
from generator.batch.pool import make_all
from generator.batch.sources import Sources
from generator.batch.summary import write_summary
from generator.batch.workbooks import find_workbooks
from generator.batch.worker import Job

#: Each process takes some 50 MB; more of them than this wait for the one that writes.
_ENOUGH_JOBS = 8
#: Windows waits for no more processes at once.
_MOST_JOBS = 60

Watch = Callable[[UnitOutcome, int, int], None]


def run_batch(
    request: BatchRequest,
    *,
    jobs: int | None = None,
    executor: Executor | None = None,
    soffice: Path | None = None,
    watch: Watch = lambda unit, done, total: None,
) -> BatchOutcome:
    """Make the report of every unit under the folder, and the summary of what was done.

    Unchanged units are left as they are, reports edited by hand too, and a unit that fails stops no other. `watch` is
    told of each unit, with how many are done and how many there are. With `soffice`, LibreOffice's program, PDFs are
    made too. `executor` is any `concurrent.futures.Executor` whose workers can import this package and read the
    workbooks by the same paths; without one `jobs` processes work, by default one for each processor, 8 at most:

        with distributed.Client("tcp://scheduler:8786") as client:
            run_batch(request, executor=client.get_executor())

    Raises FolderInUse when another batch works in the same outputs folder, OSError when that cannot be written to.
    """
    jobs = min(jobs or min(_processors(), _ENOUGH_JOBS), _MOST_JOBS)
    request.outputs.mkdir(parents=True, exist_ok=True)
    with folder_lock(request.outputs):
        _remove_leftovers(request.outputs)
        ledger = Ledger(request)
        try:
            units = _units(request, ledger, jobs, executor, watch)
            if soffice is not None:
                units = add_pdfs(units, ledger, soffice, jobs)
        finally:
            ledger.save()
        summary = write_summary(units, request, ledger)
        ledger.save()
    return BatchOutcome(request.outputs, tuple(units), summary, ledger.notes)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _remove_leftovers(outputs: Path) -> None:
    """Unfinished files of a batch that was killed: whoever holds the folder's lock knows that nobody writes them."""
    for path in outputs.glob("~cchc-*.tmp"):
        with suppress(OSError):
            path.unlink()


def _units(
    request: BatchRequest, ledger: Ledger, jobs: int, executor: Executor | None, watch: Watch
) -> list[UnitOutcome]:
    workbooks, folders_without = find_workbooks(request.folder, request.outputs)
    sources = Sources(request)
    items = [sources.item(path) for path in workbooks]
    settled: dict[str, UnitOutcome] = {}

    def settle(unit: UnitOutcome) -> None:
        settled[unit.workbook] = unit
        watch(unit, len(settled), len(items))

    to_make = []
    for item in items:
        if (standing := ledger.as_it_stands(item)) is None:
            to_make.append(item)
        else:
            settle(standing)
    job = Job(request.period, request.kind, request.today, sources.templates, sources.phrases)
    for made in make_all(job, to_make, jobs=jobs, executor=executor):
        if made.is_workbook:
            settle(ledger.take(made))
    missing = ledger.not_sent({item.workbook for item in items}, folders_without)
    for unit in missing:
        watch(unit, len(items), len(items))
    return [settled[item.workbook] for item in items if item.workbook in settled] + missing
