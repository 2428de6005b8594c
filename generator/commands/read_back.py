"""`cchc appendix --read-back`: what an officer changed in the appendix goes back into the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from python_calamine import CalamineError

from generator.commands.remaking import Remade
from generator.commands.safe_writing import check_writable, replace_keeping_former
from generator.commands.screen import complain, say, show_problems
from generator.docx.region_text import Line, region_lines
from generator.docx.renewal.differences import headers_of, keyed_rows
from generator.docx.renewal.renewing import SavedReport
from generator.domain.period import ReportKind
from generator.intake.corrections import Correction, EntryChange, understood, with_corrections
from generator.intake.workbook import read_workbook_bytes
from generator.package import NotAPackage
from generator.reporting.appendix_columns import (
    CAUSE_COLUMN,
    LATE_REGION,
    REMEDY_COLUMN,
    RESULT_COLUMN,
    STATE_COLUMN,
    TASKS_REGION,
)

#: One table's rows by task, each a mapping of column headings to texts.
_Rows = Mapping[str, Mapping[str, str]]


def run(saved: SavedReport, remade: Remade, *, apply: bool) -> int:
    """List what was changed, and write it when asked. Return 0, or 1 when something has no place in the workbook,
    2 for a document without results."""
    if saved.provenance.kind == ReportKind.PLAN.value:
        complain("Văn bản này là kế hoạch, không có kết quả để ghi ngược vào sổ.")
        return 2
    changes: list[EntryChange] = []
    refused: list[str] = []
    day = date.fromisoformat(saved.provenance.as_of)
    new = SavedReport.opened(remade.document)
    for correction in _corrections(saved, new, refused):
        rows, left = understood(correction, remade.data, day)
        changes += rows
        refused += left
    if not changes and not refused:
        say("Phụ lục trong báo cáo không có chỗ nào khác sổ.")
        return 0
    if changes:
        say("Chỗ người sửa đã đổi trong phụ lục, ghi theo cột của sheet Kết quả:")
    for change in changes:
        say(f"  - {change}")
    for text in refused:
        say(f"  - Không ghi được vào sổ: {text}.")
    if apply and changes:
        _write(remade, changes, day)
    elif changes:
        say("Muốn ghi vào sổ, chạy lại với --read-back --apply.")
    return 1 if refused else 0


def _write(remade: Remade, changes: list[EntryChange], day: date) -> None:
    check_writable(remade.workbook)
    try:
        data, added, rewritten = with_corrections(remade.content, changes, day)
    except CalamineError as fault:
        raise NotAPackage("Không ghi được vào sổ: tệp bị hỏng.") from fault
    backup = replace_keeping_former(remade.workbook, remade.content, data)
    say(f"Đã ghi vào {remade.workbook}: thêm {added} dòng, sửa {rewritten} dòng cùng ngày.")
    say(f"Bản trước khi ghi: {backup.name}")
    show_problems(read_workbook_bytes(data)[1])


# -- what was changed ------------------------------------------------------------------------------
def _corrections(saved: SavedReport, new: SavedReport, refused: list[str]) -> Iterator[Correction]:
    tasks = _Changes(saved, new, TASKS_REGION)
    late = _Changes(saved, new, LATE_REGION)
    for name in dict.fromkeys([*tasks.present, *late.present]):
        if name not in tasks.fresh and name not in late.fresh:
            if name not in tasks.generated and name not in late.generated:
                refused.append(f"Hàng {name} do người sửa thêm; thêm nhiệm vụ thì ghi ở sheet Nhiệm vụ")
            continue
        refused += tasks.outside_results(name, (RESULT_COLUMN, STATE_COLUMN))
        correction = Correction(
            name,
            state=tasks.changed(name, STATE_COLUMN),
            result=tasks.changed(name, RESULT_COLUMN),
            was="\n".join(rows.get(name, {}).get(RESULT_COLUMN, "") for rows in (tasks.generated, tasks.fresh)),
            cause=late.changed(name, CAUSE_COLUMN),
            remedy=late.changed(name, REMEDY_COLUMN),
        )
        if correction != Correction(name, was=correction.was):
            yield correction


class _Changes:
    """One appendix in three states: as generated, in the file, as the workbook now has it."""

    def __init__(self, saved: SavedReport, new: SavedReport, region: str) -> None:
        made = saved.made.get(region)
        self.present = _rows(_lines(saved, region))
        self.fresh = _rows(_lines(new, region))
        self.generated = _rows(region_lines(made)) if made is not None else self.fresh

    def changed(self, row: str, column: str) -> str | None:
        """Return what a person wrote into a cell; None when nobody did, or the workbook says the same by now."""
        present = self.present.get(row, {}).get(column)
        generated = self.generated.get(row, {}).get(column)
        if present is None or generated is None or present == generated:
            return None
        return None if present == self.fresh.get(row, {}).get(column) else present

    def outside_results(self, row: str, columns: tuple[str, ...]) -> Iterator[str]:
        for column, text in self.present.get(row, {}).items():
            if (
                column not in columns
                and column in self.generated.get(row, {})
                and self.changed(row, column) is not None
            ):
                yield f"Hàng {row}, cột {column} “{text}” không thuộc sheet Kết quả; sửa ở sheet Nhiệm vụ"


def _lines(report: SavedReport, region: str) -> tuple[Line, ...]:
    found = report.regions().get(region)
    return region_lines(found.content(report.document)) if found is not None else ()


def _rows(lines: tuple[Line, ...]) -> _Rows:
    headers = headers_of(lines)
    rows = keyed_rows(lines)
    return {name: dict(zip(headers, c, strict=True)) for name, c in rows.items() if len(c) == len(headers)}
