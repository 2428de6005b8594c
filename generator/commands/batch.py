"""`cchc batch`: the reports of all units under a folder."""

from __future__ import annotations

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
from generator.commands.json_output import write
from generator.commands.screen import complain, say, show_table
from generator.domain.period import ReportingPeriod, UnknownPeriod
from generator.domain.problem import told_together
from generator.kinds import UnknownKind, kind_of, usual_kind
from generator.pdf import NO_LIBREOFFICE, find_libreoffice

_OUTPUTS = "bao-cao"
_NO_PLANS = (
    "Kế hoạch là văn bản của từng đơn vị, không làm hàng loạt. Làm riêng từng sổ: cchc report SỔ.xlsx --kind ke-hoach. "
    "Làm hàng loạt được các loại: thang, cchc."
)
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
    numbers: bool = False
    as_json: bool = False


def run(options: BatchOptions, today: date | None = None) -> int:
    """Make the reports and say what was done. Return 0 clean, 1 some failed or have problems, 2 nothing made."""
    if not options.folder.is_dir():
        complain(_not_a_folder(options))
        return 2
    try:
        period = ReportingPeriod.parse(options.period)
        kind = kind_of(options.kind) if options.kind else usual_kind(period.kind)
    except (UnknownKind, UnknownPeriod) as fault:
        complain(str(fault))
        return 2
    if not kind.has_period:
        complain(_NO_PLANS)
        return 2
    outputs = options.out or options.folder / _OUTPUTS
    day = today or date.today()
    request = BatchRequest(options.folder, outputs, period, kind.id, day, options.force, options.numbers)
    soffice = find_libreoffice() if options.pdf else None
    if options.pdf and soffice is None:
        complain(NO_LIBREOFFICE)
    try:
        with _progress(quiet=options.as_json) as watch:
            outcome = run_batch(request, jobs=options.jobs, soffice=soffice, watch=watch)
    except FolderInUse as fault:
        complain(str(fault))
        return 2
    except PermissionError as error:
        if not Path(error.filename or "").is_relative_to(outputs):
            raise
        complain(f"Không được phép ghi vào thư mục “{outputs}”. Chọn nơi khác bằng -o rồi chạy lại.")
        return 2
    except KeyboardInterrupt:
        complain("Đã dừng theo yêu cầu. Báo cáo nào xong vẫn còn nguyên; chạy lại đúng lệnh này để làm nốt.")
        return 2
    if options.as_json:
        write(_as_json(outcome, request))
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


def _not_a_folder(options: BatchOptions) -> str:
    if options.folder.is_file():
        return (
            f"“{options.folder}” là một tệp. Lệnh này cần thư mục chứa các sổ; "
            f'làm riêng một sổ: cchc report "{options.folder}" --period "{options.period}"'
        )
    return (
        f"Không có thư mục “{options.folder}”. Kiểm tra lại đường dẫn; đường dẫn có dấu cách thì đặt trong ngoặc kép."
    )


def _line(unit: UnitOutcome | None, done: int, total: int) -> None:
    if unit is not None and unit.outcome is Outcome.FAILED:
        say(_failure(unit))
    elif done % _LINE_EVERY == 0 and (unit is None or unit.outcome is not Outcome.NOT_SENT):
        say(f"{done}/{total} sổ …")


@contextmanager
def _bar() -> Iterator[Watch]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.text import Text

    with Progress(
        TextColumn("Làm báo cáo"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("còn"),
        TimeRemainingColumn(),
    ) as progress:
        task = progress.add_task("", total=None, rate="")

        def watch(unit: UnitOutcome | None, done: int, total: int) -> None:
            speed = progress.tasks[0].speed
            progress.update(task, completed=done, total=total, rate=f"{speed:.0f} sổ/giây" if speed else "")
            if unit is not None and unit.outcome is Outcome.FAILED:
                progress.console.print(Text(_failure(unit)))

        yield watch


def _failure(unit: UnitOutcome) -> str:
    return "\n".join(
        [f"Chưa làm được: {unit.workbook}", *(f"  - {problem}" for problem in told_together(unit.problems))]
    )


def _tell(outcome: BatchOutcome, folder: Path) -> None:
    if not outcome.units:
        complain(
            f"Không thấy sổ nào (.xlsx) dưới thư mục “{folder}”. "
            "Kiểm tra lại đường dẫn, hoặc đặt sổ của mỗi đơn vị vào một thư mục con ở đó rồi chạy lại."
        )
    elif sys.stdout.isatty():
        listed = [(u.shown_name, u.outcome.value, "\n".join(u.remarks)) for u in outcome.units if u.needs_a_look]
        if listed:
            show_table(("Đơn vị", "Tình trạng", "Chỗ cần xem lại"), listed)
    else:
        _lines(outcome)
    for note in outcome.notes:
        complain(note)
    counts = outcome.counts
    say("; ".join(f"{o.value}: {counts[o]}" for o in Outcome if counts[o]) + "." if counts else "Chưa làm báo cáo nào.")
    if outcome.summary is not None:
        say(f"Bảng tổng hợp: {outcome.summary}")


def _lines(outcome: BatchOutcome) -> None:
    for unit in outcome.units:
        # Why a unit failed was said when it happened.
        remarks = tuple(map(str, unit.passed_over)) if unit.outcome is Outcome.FAILED else unit.remarks
        if unit.needs_a_look and (remarks or unit.outcome is not Outcome.FAILED):
            say(f"{unit.outcome.value}: {unit.shown_name}")
            for remark in remarks:
                say(f"  - {remark}")


def _as_json(outcome: BatchOutcome, request: BatchRequest) -> dict[str, Any]:
    return {
        "period": request.period.id,
        "kind": request.kind,
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
                "note": unit.note,
                "passed_over": [{"workbook": p.workbook, "reason": p.reason} for p in unit.passed_over],
                "tasks": {"total": unit.tasks, "done": unit.done, "late": unit.late},
                "problems": [p.as_json() for p in unit.problems],
            }
            for unit in outcome.units
        ],
    }
