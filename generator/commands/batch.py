"""`cchc batch`: the reports of all units under a folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.batch.ledger import BatchRequest
from generator.batch.lock import FolderInUse
from generator.batch.outcome import BatchOutcome, Outcome, UnitOutcome
from generator.batch.run import Watch, run_batch
from generator.commands.screen import complain, say
from generator.domain.period import ReportingPeriod, ReportKind, UnknownPeriod
from generator.pdf import NO_LIBREOFFICE, find_libreoffice
from generator.report import default_kind

_OUTPUTS = "bao-cao"
#: Lines without a terminal: a sign of life now and then, not one for each of thousands of units.
_LINE_EVERY = 200


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """The command line as typed."""

    folder: Path
    period: str
    kind: str | None = None
    out: Path | None = None
    jobs: int | None = None
    force: bool = False
    pdf: bool = False
    as_json: bool = False


def run(options: BatchOptions, today: date | None = None) -> int:
    """Make the reports and say what was done. Return 0 clean, 1 some failed or have problems, 2 nothing made."""
    if not options.folder.is_dir():
        complain(f"Không có thư mục “{options.folder}”.")
        return 2
    try:
        period = ReportingPeriod.parse(options.period)
    except UnknownPeriod as fault:
        complain(str(fault))
        return 2
    kind = ReportKind(options.kind) if options.kind else default_kind(period)
    outputs = options.out or options.folder / _OUTPUTS
    request = BatchRequest(options.folder, outputs, period, kind, today or date.today(), options.force)
    soffice = find_libreoffice() if options.pdf else None
    if options.pdf and soffice is None:
        complain(NO_LIBREOFFICE)
    try:
        with _progress(quiet=options.as_json) as watch:
            outcome = run_batch(request, jobs=options.jobs, soffice=soffice, watch=watch)
    except FolderInUse as fault:
        complain(str(fault))
        return 2
    if options.as_json:
        say(json.dumps(_as_json(outcome, request), ensure_ascii=False, indent=1))
    else:
        _tell(outcome, options.folder)
    return max(outcome.exit_code, 1) if options.pdf and soffice is None else outcome.exit_code


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Watch]:
    if quiet:
        yield lambda unit, done, total: None
    elif sys.stdout.isatty():
        with _bar() as watch:
            yield watch
    else:
        yield _line


def _line(unit: UnitOutcome, done: int, total: int) -> None:
    if unit.outcome is Outcome.FAILED:
        say(_failure(unit))
    elif done % _LINE_EVERY == 0 and unit.outcome is not Outcome.NOT_SENT:
        say(f"{done}/{total} đơn vị …")


@contextmanager
def _bar() -> Iterator[Watch]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    with Progress(
        TextColumn("Làm báo cáo"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("còn"),
        TimeRemainingColumn(),
    ) as progress:
        task = progress.add_task("", total=None, rate="")

        def watch(unit: UnitOutcome, done: int, total: int) -> None:
            speed = progress.tasks[0].speed
            progress.update(task, completed=done, total=total, rate=f"{speed:.0f} đơn vị/giây" if speed else "")
            if unit.outcome is Outcome.FAILED:
                progress.console.print(_failure(unit), markup=False, highlight=False)

        yield watch


def _failure(unit: UnitOutcome) -> str:
    return "\n".join([f"Chưa làm được: {unit.workbook}", *(f"  - {problem}" for problem in unit.problems)])


def _tell(outcome: BatchOutcome, folder: Path) -> None:
    if not outcome.units:
        complain(f"Không thấy sổ nào (.xlsx) dưới thư mục “{folder}”.")
    elif sys.stdout.isatty():
        _table(outcome)
    else:
        _lines(outcome)
    for note in outcome.notes:
        complain(note)
    counts = outcome.counts
    say("; ".join(f"{o.value}: {counts[o]}" for o in Outcome if counts[o]) + "." if counts else "Chưa làm báo cáo nào.")
    if outcome.summary is not None:
        say(f"Bảng tổng hợp: {outcome.summary}")


def _listed(outcome: BatchOutcome) -> list[UnitOutcome]:
    """What a person has to look at; units without a problem are in the summary."""
    settled = (Outcome.MADE, Outcome.UNCHANGED)
    return [unit for unit in outcome.units if unit.problems or unit.outcome not in settled]


def _lines(outcome: BatchOutcome) -> None:
    for unit in _listed(outcome):
        if unit.outcome is Outcome.FAILED:
            continue  # said when it happened
        say(f"{unit.outcome.value}: {unit.shown_name}")
        for text in filter(None, (unit.note, *map(str, unit.problems))):
            say(f"  - {text}")


def _table(outcome: BatchOutcome) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    listed = _listed(outcome)
    if not listed:
        return
    table = Table(show_lines=True)
    for heading in ("Đơn vị", "Tình trạng", "Chỗ cần xem lại"):
        table.add_column(heading, overflow="fold")
    for unit in listed:
        reasons = "\n".join(filter(None, (unit.note, *map(str, unit.problems))))
        table.add_row(Text(unit.shown_name), unit.outcome.value, Text(reasons))
    Console().print(table)


def _as_json(outcome: BatchOutcome, request: BatchRequest) -> dict[str, Any]:
    return {
        "period": request.period.id,
        "kind": request.kind.value,
        "outputs": str(outcome.outputs),
        "summary": str(outcome.summary) if outcome.summary else None,
        "counts": {o.name.lower(): outcome.counts[o] for o in Outcome},
        "notes": list(outcome.notes),
        "units": [
            {
                "outcome": unit.outcome.name.lower(),
                "workbook": unit.workbook,
                "unit": unit.unit,
                "name": unit.unit_name,
                "output": str(unit.output) if unit.output else None,
                "pdf": str(unit.pdf) if unit.pdf else None,
                "tasks": {"total": unit.tasks, "done": unit.done, "late": unit.late},
                "problems": [{"sheet": p.sheet, "cell": p.cell, "message": p.message} for p in unit.problems],
            }
            for unit in outcome.units
        ],
    }
