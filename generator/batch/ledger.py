"""The manifest kept in step with the files: what needs no work, what was made, who has not sent anything."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.batch.maker import maker
from generator.batch.manifest import BatchKey, Entry, Manifest
from generator.batch.missing import units_not_sent
from generator.batch.outcome import Outcome, PassedOver, UnitOutcome
from generator.batch.placing import EditedByHand, Places
from generator.batch.workbooks import told
from generator.batch.worker import Item, Made
from generator.book.read.beside import digest_beside
from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem
from generator.making import digest_of
from generator.vietnamese.file_faults import MAKE_ROOM, is_full, why
from generator.word.package import read_file
from generator.word.provenance import is_untouched

#: How often the manifest is written while work goes on: what a sudden end may cost is made again, never lost.
_SAVE_EVERY_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """What was asked for. `outputs` may lie below `folder`; `today` bounds the day that the data are of; `numbers` asks
    for a look at whether the numbers of each report agree."""

    folder: Path
    outputs: Path
    period: ReportingPeriod
    kind: str
    today: date
    force: bool = False
    numbers: bool = False


class Ledger:
    """One run's view of the manifest. Problems with the manifest itself become notes: they cost only time."""

    def __init__(self, request: BatchRequest) -> None:
        self.manifest = Manifest.load(request.outputs)
        self._request = request
        self._batch = BatchKey(request.kind, request.period.id, _way_to(request.folder, request.outputs))
        self._entries = self.manifest.of(self._batch)
        self._places = Places(
            request.outputs, ((e.output, _owner(b, w, e.unit)) for b, w, e in self.manifest.everything() if e.output)
        )
        self._workbook_of: dict[str, str] = {}
        self._used: set[str] = set()
        self._passed_over: dict[str, list[PassedOver]] = {}
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
        if entry is None or not entry.output or self._holder_of(entry.unit, item.workbook) != item.workbook:
            return None
        if self._is_of_another_year(entry.year) and not item.any_year:
            return None  # the unit's workbook of this year, if there is one, comes first
        path = self._request.outputs / entry.output
        try:
            report = read_file(path)
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
            and entry.version == maker()
            and (entry.template_digest, entry.phrases_digest) == (item.template, item.phrases)
            and entry.as_of == min(self._request.today.isoformat(), entry.window_end)
            and item.path.is_file()  # a pipe, say, would be waited for
            and entry.workbook_digest == digest_of(read_file(item.path))
            and entry.beside_digest == digest_beside(item.path, self._request.period.year)
        )

    def _is_of_another_year(self, year: int) -> bool:
        return year not in (0, self._request.period.year)

    def _holder_of(self, unit: str, workbook: str) -> str:
        """Return the workbook that a unit's code belongs to in this run, `workbook` while none has claimed it."""
        return self._workbook_of.get(unit.casefold(), workbook) if unit else workbook

    def _claim(self, unit: str, workbook: str) -> None:
        self._used.add(workbook)
        if unit:
            self._workbook_of.setdefault(unit.casefold(), workbook)

    # -- after: what was made ------------------------------------------------------------------
    def take(self, made: Made) -> UnitOutcome | None:
        """Write what a worker made, record it, and return the unit's outcome; None when another workbook is used."""
        if self.passes_over(made):
            return None
        if not made.data:
            return self._failed(made, made.problems)
        other = self._holder_of(made.unit, made.item.workbook)
        if other != made.item.workbook:
            return self._failed(made, (_same_code(made, other, self._folder_name), *made.problems))
        self._claim(made.unit, made.item.workbook)
        entry = _entry_of(made)
        owner = _owner(self._batch, made.item.workbook, made.unit)
        try:
            path = self._places.write(made.name, owner, made.unit, made.data)
        except EditedByHand as edited:
            entry = replace(entry, output=edited.path.name, output_digest="", made=False)
            self.record(made.item.workbook, entry)
            return self._edited(made.item, entry)
        except OSError as error:
            message = f"Chưa ghi được báo cáo: {_why(error)}. {_what_to_do(error)}"
            return self._failed(made, (Problem("", "", message, code="not-made"), *made.problems))
        self.record(made.item.workbook, replace(entry, output=path.name))
        if time.monotonic() - self._saved_at > _SAVE_EVERY_SECONDS:
            self.save()
        return _outcome(Outcome.MADE, made.item.workbook, entry, path, made.problems)

    def passes_over(self, made: Made) -> bool:
        """Return whether another workbook of the unit is used instead of this one; that is told with the unit."""
        other = self._used_instead_of(made)
        if other:
            self._passed_over.setdefault(other, []).append(self._why_not(made, other))
        return bool(other)

    def _used_instead_of(self, made: Made) -> str:
        """Return the workbook that stands for a copy, or for one of another year; empty when it is needed itself."""
        item = made.item
        if made.unit:
            other = self._holder_of(made.unit, item.workbook)
            is_the_same = made.workbook_digest == self.entry(other).workbook_digest
            may_be_passed_over = item.is_copy or is_the_same or self._is_of_another_year(made.year)
            return other if may_be_passed_over and other != item.workbook else ""
        is_the_same = not made.data or made.unit_name == self.entry(item.original).unit_name
        return item.original if item.original in self._used and is_the_same else ""

    def _why_not(self, made: Made, other: str) -> PassedOver:
        used = self.entry(other)
        if made.workbook_digest == used.workbook_digest:
            return PassedOver(made.item.workbook, f"giống hệt sổ đã dùng là “{other}”.")
        if self._is_of_another_year(made.year):
            return PassedOver(made.item.workbook, f"sổ của năm {made.year}; đã dùng “{other}”.", of_another_year=True)
        if not (made.data or made.unit):
            return PassedOver(made.item.workbook, f"không đọc được; đã dùng “{other}”.")
        later = " và tệp này được lưu sau" if _is_later(made.item.path, self._request.folder / other) else ""
        return PassedOver(
            made.item.workbook,
            f"đã dùng “{other}” vì tệp này có tên như bản sao, nhưng nội dung hai tệp khác nhau{later}. "
            f"Nếu tệp này mới đúng: chuyển “{other}” ra ngoài thư mục “{self._folder_name}” rồi chạy lại.",
        )

    @property
    def _folder_name(self) -> str:
        return self._request.folder.resolve().name

    def with_passed_over(self, unit: UnitOutcome) -> UnitOutcome:
        """Return the unit with the workbooks of its own that were not used."""
        return replace(unit, passed_over=tuple(self._passed_over.get(unit.workbook, ())))

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
    def not_sent(
        self, settled: Sequence[UnitOutcome], found: Set[str], folders_without: Sequence[Path]
    ) -> list[UnitOutcome]:
        """Return the units that sent nothing, and the folders without a workbook."""
        places = {told(folder.relative_to(self._request.folder)): folder for folder in folders_without}
        return units_not_sent(self._batch, self.manifest, self._request.outputs, settled, found, places)


def _way_to(folder: Path, outputs: Path) -> str:
    """The way from the outputs to the workbooks: still the same when both are moved together."""
    try:
        return Path(os.path.relpath(folder.resolve(), outputs.resolve())).as_posix()
    except ValueError:  # two drives of Windows
        return folder.resolve().as_posix()


def _owner(batch: BatchKey, workbook: str, unit: str) -> str:
    return f"{batch}\n{unit.casefold() or workbook}"


def _entry_of(made: Made) -> Entry:
    tasks, done, late = made.totals
    return Entry(
        unit=made.unit,
        unit_name=made.unit_name,
        workbook_digest=made.workbook_digest,
        template_digest=made.item.template,
        phrases_digest=made.item.phrases,
        version=maker(),
        as_of=made.as_of,
        window_end=made.window_end,
        output_digest=digest_of(made.data),
        made=True,
        problems=made.problems,
        tasks=tasks,
        done=done,
        late=late,
        year=made.year,
        owed=made.owed,
        beside_digest=made.beside_digest,
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


def _same_code(made: Made, other: str, folder: str) -> Problem:
    return Problem(
        "Thông tin",
        "",
        f"Mã đơn vị “{made.unit}” đã có ở sổ “{other}” nên sổ này chưa dùng. Nếu là hai bản của một đơn vị: chuyển bản "
        f"thừa ra ngoài thư mục “{folder}” rồi chạy lại. Nếu là hai đơn vị: sửa mục Mã đơn vị cho khác nhau.",
        "Mã đơn vị",
        "code-of-two-workbooks",
    )


def _is_later(path: Path, other: Path) -> bool:
    try:
        return path.stat().st_mtime > other.stat().st_mtime
    except OSError:
        return False


def _what_to_do(error: OSError) -> str:
    if is_full(error):
        return MAKE_ROOM
    return "Đóng tệp lại, hoặc chọn thư mục khác bằng -o, rồi chạy lại."


def _why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "tệp đang mở trong Word hoặc thư mục chỉ được đọc"
    return why(error)
