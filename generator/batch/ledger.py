"""The manifest kept in step with the files: what needs no work, what was made, who has not sent anything."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from generator import __version__
from generator.batch.manifest import Entry, Manifest
from generator.batch.outcome import Outcome, UnitOutcome
from generator.batch.placing import EditedByHand, Places
from generator.batch.worker import Item, Made
from generator.docx.provenance import is_untouched
from generator.domain.period import ReportingPeriod, ReportKind
from generator.intake.problem import Problem
from generator.report import digest_of

#: How often the manifest is written while work goes on: what a sudden end may cost is made again, never lost.
_SAVE_EVERY_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """What was asked for. `outputs` may lie below `folder`; `today` bounds the day that the data are of."""

    folder: Path
    outputs: Path
    period: ReportingPeriod
    kind: ReportKind
    today: date
    force: bool = False


class Ledger:
    """One run's view of the manifest. Problems with the manifest itself become notes: they cost only time."""

    def __init__(self, request: BatchRequest) -> None:
        self.manifest = Manifest.load(request.outputs)
        self._request = request
        self._batch = f"{request.kind.value} {request.period.id} {_way_to(request.folder, request.outputs)}"
        self._entries = self.manifest.of(self._batch)
        self._places = Places(
            request.outputs, ((e.output, _owner(b, w, e.unit)) for b, w, e in self.manifest.everything() if e.output)
        )
        self._workbook_of: dict[str, str] = {}
        self._notes: dict[str, None] = {}
        self._saved_at = time.monotonic()

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(self._notes)

    def note(self, text: str) -> None:
        self._notes[text] = None

    def entry(self, workbook: str) -> Entry:
        return self._entries.get(workbook, Entry())

    def record(self, workbook: str, entry: Entry) -> None:
        self._entries[workbook] = entry

    def save(self) -> None:
        self._saved_at = time.monotonic()
        try:
            self.manifest.save()
        except OSError as error:
            self.note(f"Chưa ghi được sổ theo dõi lần chạy ({_why(error)}): lần sau sẽ làm lại từ đầu.")

    # -- before: what needs no work ------------------------------------------------------------
    def as_it_stands(self, item: Item) -> UnitOutcome | None:
        """Return the outcome of a unit that needs no work: its report is edited by hand, or nothing has changed."""
        entry = self._entries.get(item.workbook)
        if entry is None or not entry.output:
            return None
        path = self._request.outputs / entry.output
        try:
            report = path.read_bytes()
            as_made = digest_of(report) == entry.output_digest
            if not as_made and not is_untouched(report):
                self._claim(entry.unit, item.workbook)
                return self._edited(item, entry)
            if self._request.force or not as_made or not self._is_current(item, entry):
                return None
        except OSError:
            return None
        self._claim(entry.unit, item.workbook)
        return _outcome(Outcome.UNCHANGED, item.workbook, entry, path, entry.problems)

    def _is_current(self, item: Item, entry: Entry) -> bool:
        return (
            entry.made
            and entry.version == __version__
            and (entry.template_digest, entry.phrases_digest) == (item.template, item.phrases)
            and entry.as_of == min(self._request.today.isoformat(), entry.window_end)
            and entry.workbook_digest == digest_of(item.path.read_bytes())
        )

    def _claim(self, unit: str, workbook: str) -> str:
        """Return the workbook that a unit's code belongs to in this run: the first that claims it."""
        return self._workbook_of.setdefault(unit.casefold(), workbook) if unit else workbook

    # -- after: what was made ------------------------------------------------------------------
    def take(self, made: Made) -> UnitOutcome:
        """Write what a worker made, record it, and return the unit's outcome."""
        if not made.data:
            return self._failed(made, made.problems)
        other = self._claim(made.unit, made.item.workbook)
        if other != made.item.workbook:
            return self._failed(made, (_same_code(made, other), *made.problems))
        entry = _entry_of(made)
        owner = _owner(self._batch, made.item.workbook, made.unit)
        try:
            path = self._places.write(made.name, owner, made.unit, made.data)
        except EditedByHand as edited:
            entry = replace(entry, output=edited.path.name, output_digest="", made=False)
            self.record(made.item.workbook, entry)
            return self._edited(made.item, entry)
        except OSError as error:
            return self._failed(made, (Problem("", "", f"Chưa ghi được báo cáo: {_why(error)}."), *made.problems))
        self.record(made.item.workbook, replace(entry, output=path.name))
        if time.monotonic() - self._saved_at > _SAVE_EVERY_SECONDS:
            self.save()
        return _outcome(Outcome.MADE, made.item.workbook, entry, path, made.problems)

    def _failed(self, made: Made, problems: tuple[Problem, ...]) -> UnitOutcome:
        before = self.entry(made.item.workbook)
        named = replace(before, unit=made.unit or before.unit, unit_name=made.unit_name or before.unit_name)
        self.record(made.item.workbook, named.failed(problems))
        return UnitOutcome(Outcome.FAILED, made.item.workbook, named.unit, named.unit_name, problems=problems)

    def _edited(self, item: Item, entry: Entry) -> UnitOutcome:
        path = self._request.outputs / entry.output
        note = f'Muốn cập nhật phần tự sinh: cchc appendix "{path}" "{item.path}"'
        return replace(_outcome(Outcome.EDITED, item.workbook, entry, path, ()), note=note)

    # -- who has not sent anything -------------------------------------------------------------
    def not_sent(self, found: Set[str], folders_without: Sequence[Path]) -> list[UnitOutcome]:
        """Return the units that an earlier run knew and that sent nothing now, and the folders without a workbook."""
        units: list[UnitOutcome] = []
        places: set[str] = set()
        for workbook, entry in sorted(self._entries.items()):
            if workbook not in found and entry.unit.casefold() not in self._workbook_of:
                path = self._request.outputs / entry.output if entry.output else None
                report = path if path and path.exists() else None
                units.append(_outcome(Outcome.NOT_SENT, workbook, entry, report, ()))
                places.add(PurePosixPath(workbook).parent.as_posix())
        for folder in folders_without:
            place = folder.relative_to(self._request.folder).as_posix()
            if place not in places:
                units.append(UnitOutcome(Outcome.NOT_SENT, place))
        return units


def _way_to(folder: Path, outputs: Path) -> str:
    """The way from the outputs to the workbooks: still the same when both are moved together."""
    try:
        return Path(os.path.relpath(folder.resolve(), outputs.resolve())).as_posix()
    except ValueError:  # two drives of Windows
        return folder.resolve().as_posix()


def _owner(batch: str, workbook: str, unit: str) -> str:
    return f"{batch}\n{unit.casefold() or workbook}"


def _entry_of(made: Made) -> Entry:
    tasks, done, late = made.totals
    return Entry(
        unit=made.unit,
        unit_name=made.unit_name,
        workbook_digest=made.workbook_digest,
        template_digest=made.item.template,
        phrases_digest=made.item.phrases,
        version=__version__,
        as_of=made.as_of,
        window_end=made.window_end,
        output_digest=digest_of(made.data),
        made=True,
        problems=made.problems,
        tasks=tasks,
        done=done,
        late=late,
    )


def _outcome(
    outcome: Outcome, workbook: str, entry: Entry, output: Path | None, problems: tuple[Problem, ...]
) -> UnitOutcome:
    return UnitOutcome(
        outcome,
        workbook,
        entry.unit,
        entry.unit_name,
        output,
        problems=problems,
        tasks=entry.tasks,
        done=entry.done,
        late=entry.late,
    )


def _same_code(made: Made, other: str) -> Problem:
    return Problem(
        "Thông tin",
        "",
        f"Mã đơn vị “{made.unit}” đã có ở sổ “{other}”. Mỗi đơn vị một mã, một sổ: "
        "sửa mục Mã đơn vị, hoặc chuyển sổ cũ ra thư mục khác.",
        "Mã đơn vị",
    )


def _why(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "ổ đĩa đã đầy"
    if isinstance(error, PermissionError):
        return "tệp đang mở trong Word hoặc thư mục chỉ được đọc"
    return error.strerror or str(error)
