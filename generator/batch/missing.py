"""Who has not sent anything: units that earlier runs knew, and folders without a workbook."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath

from generator.batch.manifest import BatchKey, Entry, Manifest
from generator.batch.outcome import Outcome, UnitOutcome
from generator.domain.period import PeriodKind, ReportingPeriod
from generator.domain.unit import ReportTerms

#: A unit that was last heard of longer ago than the year before is no longer waited for.
_YEARS_KNOWN = 1

_HINTS = {
    **dict.fromkeys((".zip", ".rar", ".7z"), "Giải nén tệp này vào chính thư mục đó rồi chạy lại."),
    **dict.fromkeys((".lnk", ".url"), "Đây chỉ là lối tắt: chép chính tệp sổ vào thư mục rồi chạy lại."),
    **dict.fromkeys((".docx", ".doc", ".pdf"), "Đề nghị đơn vị gửi sổ Excel, không chỉ báo cáo."),
}
#: What Windows puts into folders by itself.
_SYSTEM = (".db", ".ini")
#: So many files are named.
_NAMED = 3


def units_not_sent(
    key: BatchKey,
    manifest: Manifest,
    outputs: Path,
    settled: Sequence[UnitOutcome],
    found: Collection[str],
    folders_without: dict[str, Path],
) -> list[UnitOutcome]:
    """Return the units known from an earlier run, of any period and kind, that sent nothing now, and the empty folders.

    `found` are the workbooks there are, `folders_without` the folders at the bottom that hold none, both by their path
    below the batch's folder. A unit that has told that it owes no report of this kind and period is not waited for.
    """
    units: list[UnitOutcome] = []
    places: set[PurePosixPath] = set()
    heard_of = {unit.unit.casefold() for unit in settled if unit.unit}
    for workbook, entry, is_of_this_batch in _known(key, manifest):
        if workbook in found or entry.unit.casefold() in heard_of:
            continue
        places.add(PurePosixPath(workbook).parent)
        if _owes(entry, key):
            units.append(_not_sent(workbook, entry, outputs if is_of_this_batch else None))
    sent_from = {PurePosixPath(unit.workbook).parent for unit in settled}
    for place, folder in folders_without.items():
        way = PurePosixPath(place)
        # Papers kept in a folder below a unit's workbook are no unit of their own.
        if not (sent_from & set(way.parents[:-1]) or any(way in (known, *known.parents) for known in places)):
            units.append(UnitOutcome(Outcome.NOT_SENT, place, note=note_on(folder)))
    return sorted(units, key=lambda unit: unit.workbook)


def _known(key: BatchKey, manifest: Manifest) -> Iterator[tuple[str, Entry, bool]]:
    """Yield the workbooks and units of earlier runs over this folder, each once as it was last heard of."""
    years = range(key.year - _YEARS_KNOWN, key.year + 1)
    lately = {batch for batch in manifest.batches if batch.way == key.way and batch.year in years}
    runs = [
        (batch == key, entry.window_end, workbook, entry)
        for batch, workbook, entry in manifest.everything()
        if batch in lately and (entry.unit or entry.unit_name)
    ]
    seen: set[str] = set()
    for is_this, _, workbook, entry in sorted(runs, key=lambda run: run[:3], reverse=True):
        names = {f"workbook {workbook}", f"unit {entry.unit.casefold() or workbook}"}
        if not names & seen:
            yield workbook, entry, is_this
        seen |= names


def _owes(entry: Entry, key: BatchKey) -> bool:
    """Periods named in the workbook leave the others free; that says nothing of months where no month is named."""
    period = ReportingPeriod.parse(key.period)
    names = tuple(entry.owed.get(key.kind, ()))
    if period.kind is PeriodKind.MONTH and not any(name.startswith("tháng") for name in names):
        return True
    return not names or ReportTerms(owed=names).owes(period)


def _not_sent(workbook: str, entry: Entry, outputs: Path | None) -> UnitOutcome:
    report = outputs / entry.output if outputs and entry.output else None
    return UnitOutcome(
        Outcome.NOT_SENT,
        workbook,
        entry.unit,
        entry.unit_name,
        report if report and report.exists() else None,
        note=f"Lần trước đơn vị có sổ “{workbook}”, nay không thấy.",
    )


def note_on(folder: Path) -> str:
    """Say what lies in the folder instead of a workbook, so that whoever asks the unit knows."""
    try:
        there = list(folder.iterdir())
    except OSError:
        return "Không mở được thư mục này. Kiểm tra quyền đọc rồi chạy lại."
    if folder.suffix.lower() in (".xlsx", ".xlsm"):
        return (
            f"“{folder.name}” là thư mục, không phải tệp Excel. Chép chính tệp sổ vào thư mục của đơn vị rồi chạy lại."
        )
    files = sorted(path for path in there if path.name[0] not in ".~" and path.suffix.lower() not in _SYSTEM)
    if not files:
        return ""
    names = ", ".join(f"“{path.name}”" for path in files[:_NAMED]) + (", …" if len(files) > _NAMED else "")
    endings = {path.suffix.lower() for path in files}
    what_to_do = next((hint for ending, hint in _HINTS.items() if ending in endings), "")
    return f"Thư mục có {names}, không có sổ Excel (.xlsx). {what_to_do}".rstrip()
