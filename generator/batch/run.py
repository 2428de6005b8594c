"""`run_batch`: the reports of all units under a folder, as few of them made anew as possible."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from generator.batch.ledger import BatchRequest, Ledger
from generator.batch.lock import folder_lock
from generator.batch.outcome import BatchOutcome, UnitOutcome
from generator.batch.pdfs import add_pdfs
from generator.batch.pool import enough_jobs, make_all
from generator.batch.sources import Sources
from generator.batch.summary import NAME, write_summary
from generator.batch.workbooks import Found, find_workbooks, loose_archives, workbooks_among_reports
from generator.batch.worker import Item, Job, Made
from generator.domain.period import ReportingPeriod

_log = logging.getLogger(__name__)

Watch = Callable[[UnitOutcome | None, int, int], None]


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
    told of each unit, or None of a workbook not used, with how many workbooks are through and how many there are. With
    `soffice`, LibreOffice's program, PDFs are made too. `executor` is any `concurrent.futures.Executor` whose workers
    can import this package and read the workbooks by the same paths; without one `jobs` processes work, by default one
    for each processor, 8 at most:

        with distributed.Client("tcp://scheduler:8786") as client:
            run_batch(request, executor=client.get_executor())

    Raises FolderInUse when another batch works in the same outputs folder, OSError when that cannot be written to.
    """
    jobs = enough_jobs(jobs)
    sent = find_workbooks(request.folder, request.outputs)
    if not any(sent) and not request.outputs.exists():
        return BatchOutcome(request.outputs, (), None)  # a mistyped folder is left as it was
    request.outputs.mkdir(parents=True, exist_ok=True)
    with folder_lock(request.outputs):
        _remove_leftovers(request.outputs)
        ledger = Ledger(request)
        try:
            units = _units(sent, request, ledger, partial(make_all, jobs=jobs, executor=executor), watch)
            if soffice is not None:
                units = add_pdfs(units, ledger, soffice, jobs)
            if request.numbers:
                from generator.batch.cross_checks import with_numbers_checked

                units = with_numbers_checked(units, jobs)
        finally:
            ledger.save()
        summary = write_summary(units, request, ledger)
        ledger.save()
    return BatchOutcome(request.outputs, tuple(units), summary, ledger.notes)


def _remove_leftovers(outputs: Path) -> None:
    """Unfinished files of a batch that was killed: whoever holds the folder's lock knows that nobody writes them."""
    for path in outputs.glob("~cchc-*.tmp"):
        with suppress(OSError):
            path.unlink()


def _units(
    sent: tuple[list[Found], list[Path]],
    request: BatchRequest,
    ledger: Ledger,
    make_all: Callable[[Job, Sequence[Item]], Iterator[Made]],
    watch: Watch,
) -> list[UnitOutcome]:
    found, folders_without = sent
    sources = Sources(request)
    items = [sources.item(one) for one in found]
    settled: dict[str, UnitOutcome] = {}
    through = count(1)

    def settle(unit: UnitOutcome | None) -> None:
        if unit is not None:
            _log.debug("%s: %s", unit.workbook, unit.outcome.value)
            settled[unit.workbook] = unit
        watch(unit, next(through), len(items))

    job = Job(request.period, request.kind, request.today, sources.templates, sources.phrases)
    put_off: list[Made] = []

    def make(turn: Sequence[Item]) -> None:
        to_make = []
        for item in turn:
            if (standing := ledger.as_it_stands(item)) is None:
                to_make.append(item)
            else:
                settle(standing)
        for made in make_all(job, to_make):
            if made.is_put_off:
                put_off.append(made)
            else:
                settle(ledger.take(made) if made.is_workbook else None)

    # A copy, then a workbook of another year, is used only where its unit has nothing better.
    make([item for item in items if not item.is_copy])
    make(sorted((item for item in items if item.is_copy), key=_latest_first))
    of_other_years = []
    for made in put_off:
        if ledger.passes_over(made):
            settle(None)
        else:
            of_other_years.append(replace(made.item, any_year=True))
    make(of_other_years)
    units = [ledger.with_passed_over(settled[item.workbook]) for item in items if item.workbook in settled]
    missing = ledger.not_sent(units, {item.workbook for item in items}, folders_without)
    for unit in missing:
        watch(unit, len(items), len(items))
    for path in workbooks_among_reports(request.folder, request.outputs):
        ledger.note(
            f"“{path.name}” nằm trong thư mục đặt báo cáo “{request.outputs}” nên không được đọc. Là sổ của đơn vị thì "
            "chuyển sang thư mục khác, hoặc chọn nơi khác bằng -o."
        )
    for archive in loose_archives(request.folder):
        ledger.note(
            f"Còn “{archive.name}” là tệp nén: nếu có sổ của đơn vị, giải nén vào một thư mục con rồi chạy lại."
        )
    _note_other_years(units, ledger, request.period)
    return units + missing


def _latest_first(item: Item) -> float:
    try:
        return -item.path.stat().st_mtime
    except OSError:
        return 0.0


def _note_other_years(units: Sequence[UnitOutcome], ledger: Ledger, period: ReportingPeriod) -> None:
    number = sum(other.of_another_year for unit in units for other in unit.passed_over)
    if number:
        ledger.note(
            f"Không dùng {number} sổ của năm khác vì đơn vị đã có sổ năm {period.year}; xem cột cuối của {NAME}."
        )
