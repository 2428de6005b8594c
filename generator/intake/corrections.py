"""The way back: what an officer corrected in a report's appendix becomes rows of sheet Kết quả."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.domain.plan import Task
from generator.domain.progress import ProgressEntry, TaskState, Word
from generator.domain.unit_year import UnitYear
from generator.intake.cells import day_of, day_text, key, resolve_code
from generator.intake.open_month import NewRow, with_rows
from generator.intake.sheets import RESULTS
from generator.intake.workbook import Tables, read_year

#: How the report's result cell begins the line that says why a task is not done, and the column it came from.
_CAUSE_LINE, _CAUSE = "Nguyên nhân: ", "Nguyên nhân chậm"
_CITED = re.compile(r"^(?P<result>.*?)\s*\((?P<document>[^()]*\d+\s*/[^()]*)\)[.;]?\s*$", re.DOTALL)
_DOCUMENT_ALONE = re.compile(r"^(?:[A-ZĐ][\w, ]* )?số \d+/\S+(?: ngày \S+)?$")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")

_WORDS = {state.label.lower(): word for state, word in (
    (TaskState.DONE_ON_TIME, Word.DONE),
    (TaskState.DONE_LATE, Word.DONE),
    (TaskState.DONE, Word.DONE),
    (TaskState.IN_PROGRESS, Word.IN_PROGRESS),
    (TaskState.IN_PROGRESS_LATE, Word.IN_PROGRESS),
    (TaskState.ONGOING, Word.IN_PROGRESS),
    (TaskState.NOT_STARTED, Word.NOT_STARTED),
    (TaskState.NOT_STARTED_LATE, Word.NOT_STARTED),
    (TaskState.NOT_ARISEN, Word.NOT_ARISEN),
    (TaskState.PAUSED, Word.PAUSED),
)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Correction:
    """What was changed for one task in the report: None for what was not.

    `was` holds the lines of the result that are no correction: as generated, and as the workbook has them now.
    """

    task_id: str
    state: str | None = None
    result: str | None = None
    was: str = ""
    cause: str | None = None
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class EntryChange:
    """A row of sheet Kết quả to write: its task, milestone and cells by header."""

    task_id: str
    milestone: str
    cells: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        about = f"{self.task_id} ({self.milestone})" if self.milestone else self.task_id
        return f"{about}: " + "; ".join(f"{header} “{text}”" for header, text in self.cells.items() if text)


def understood(correction: Correction, data: UnitYear, day: date) -> tuple[list[EntryChange], list[str]]:
    """Return the rows that a correction comes to, and what of it the workbook has no place for."""
    task = next((t for t in data.plan.tasks if t.id == correction.task_id), None)
    if task is None:
        return [], [f"Hàng {correction.task_id}: sổ không có nhiệm vụ này"]
    if correction.result:
        # A picture in the cell reads as this mark; a workbook cell has no place for it.
        correction = replace(correction, result=correction.result.replace("\ufffc", ""))
    known = [e for e in data.entries.get(task.id, ()) if e.as_of <= day]
    cells: dict[str, dict[str, str]] = {}
    refused: list[str] = []
    if correction.result == "":
        refused.append(f"{task.id}: kết quả bị xóa trắng trong báo cáo; muốn xóa thì sửa ở sổ")
    for milestone, text in _changed_results(correction, task):
        written = {_CAUSE: text.removeprefix(_CAUSE_LINE)} if text.startswith(_CAUSE_LINE) else _result_cells(text)
        cells.setdefault(milestone, {}).update(written)
    whole = {h: t for h, t in ((_CAUSE, correction.cause), ("Biện pháp, dự kiến", correction.remedy)) if t}
    if correction.state is not None:
        word = _word_of(correction.state)
        if word is None:
            refused.append(f"{task.id}: không hiểu tình trạng “{correction.state}”. Dùng một trong: {_FIVE_WORDS}")
        elif not known or known[-1].as_of < day or known[-1].word is not word:
            whole["Tình trạng"] = word.value
    if whole.get("Tình trạng") == Word.DONE.value and len(task.deadline.milestones) > 1 and len(cells) != 1:
        del whole["Tình trạng"]
        refused.append(f"{task.id}: nhiệm vụ có nhiều mốc; ghi ở sổ mốc nào đã hoàn thành")
    if whole:
        place = next(iter(cells)) if len(cells) == 1 else ""
        cells.setdefault(place, {}).update(whole)
    return [_change(task, milestone, row, known) for milestone, row in cells.items()], refused


_FIVE_WORDS = ", ".join(word.value for word in Word)


def _word_of(text: str) -> Word | None:
    plain = re.sub(r"\s+", " ", text).strip().lower().removeprefix("đã ")
    if plain in _WORDS:
        return _WORDS[plain]
    return next((word for word in Word if plain.startswith(word.value.lower())), None)


def _changed_results(correction: Correction, task: Task) -> Iterator[tuple[str, str]]:
    """The milestone and the words of each line of the result that was not generated."""
    if not correction.result:
        return
    labels = [m.label for m in task.deadline.milestones if m.label]
    generated = correction.was.split("\n")
    for line in correction.result.split("\n"):
        if line in generated:
            continue
        milestones, text = _named_milestones(line, labels) if len(labels) > 1 else ([], line)
        yield from ((m, text) for m in milestones or [""])


def _named_milestones(line: str, labels: list[str]) -> tuple[list[str], str]:
    """Take the milestones off the front of "Quý I, Quý II: Đã nộp"; none when the line does not begin so."""
    named: list[str] = []
    rest = line
    while label := max((x for x in labels if key(rest).startswith(key(x))), key=len, default=""):
        named.append(label)
        rest = rest[len(label) :]
        if rest.startswith(": "):
            return named, rest[2:]
        rest = rest.removeprefix(", ")
    return [], line


def _result_cells(text: str) -> dict[str, str]:
    """Take the document out of what the report prints as "result (document)"."""
    if _DOCUMENT_ALONE.match(text.strip()):
        return {"Kết quả thực hiện": "", "Văn bản": text.strip()}
    cited = _CITED.match(text)
    if cited:
        return {"Kết quả thực hiện": cited["result"], "Văn bản": cited["document"].strip()}
    return {"Kết quả thực hiện": text, "Văn bản": ""}


def _change(task: Task, milestone: str, cells: dict[str, str], known: list[ProgressEntry]) -> EntryChange:
    """Complete a row: the state last given, and the day of completion when the words name exactly one."""
    if "Tình trạng" not in cells:
        before = next((e for e in reversed(known) if e.word and e.milestone == milestone), None)
        before = before or next((e for e in reversed(known) if e.word), None)
        if before is not None and before.word is not None:
            cells["Tình trạng"] = before.word.value
            if before.completed_on is not None and before.milestone == milestone:
                cells["Ngày hoàn thành"] = day_text(before.completed_on)
    if cells.get("Tình trạng") == Word.DONE.value and "Ngày hoàn thành" not in cells:
        days = {d for text in cells.values() for found in _DAY.findall(text) if (d := day_of(found))}
        if len(days) == 1:
            cells["Ngày hoàn thành"] = day_text(days.pop())
    return EntryChange(task.id, milestone, cells)


def with_corrections(data: bytes, changes: Iterable[EntryChange], day: date) -> tuple[bytes, int, int]:
    """Return the workbook with the rows written, how many were added, and how many rewritten.

    A row of the same day, task and milestone is the one that the report was made from: its cells are corrected, a
    second one would contradict it. Otherwise the row is new. Raises NotAPackage, CalamineError.
    """
    tables = Tables(data)
    year, results = read_year(tables), tables.table(RESULTS)
    assert year is not None and results is not None, "the report was made from this workbook"
    index = {task.id.lower(): task.id for task in year.plan.tasks}
    present = {
        (code, key(row.text("Mốc"))): row.number
        for row in results
        if row.day("Đến ngày") == day
        for code in resolve_code(row.value("Mã"), index)
    }
    added: list[NewRow] = []
    rewritten: dict[int, Mapping[str, str]] = {}
    for change in changes:
        number = present.get((change.task_id, key(change.milestone)))
        if number is not None:
            rewritten[number] = change.cells
        else:
            added.append(NewRow(day, {"Mã": change.task_id, "Mốc": change.milestone, **change.cells}))
    return with_rows(tables, results, added, rewritten), len(added), len(rewritten)
