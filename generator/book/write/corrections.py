"""The way back: what an officer corrected in a report's appendix becomes rows of sheet Kết quả."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.book.read.workbook import Tables
from generator.book.sheets import RESULTS, Column
from generator.book.write.sheet_writing import Written
from generator.domain.plan import Plan, Task
from generator.domain.progress import NOT_YET_BEGUN, NOT_YET_DUE, WHEN_ASKED, ProgressEntry, TaskState, Word
from generator.domain.unit_year import UnitYear
from generator.vietnamese.cells import day_of, resolve_code
from generator.vietnamese.dates import short_date
from generator.vietnamese.text import key

_CONTESTED = "từ khi làm báo cáo sổ cũng đã đổi, nay là “{present}”; chọn một rồi tự ghi vào sheet Kết quả"
#: How the report's result cell begins the lines that say why a task is not done and what is done about it, and the
#: columns they came from.
_CAUSE_LINE, _CAUSE = "Nguyên nhân: ", RESULTS.cause
_REMEDY_LINE, _REMEDY = "Biện pháp: ", RESULTS.remedy
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
)} | dict.fromkeys((NOT_YET_DUE.lower(), NOT_YET_BEGUN.lower(), WHEN_ASKED.lower()), Word.NOT_STARTED)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Correction:
    """What was changed for one task in the report: None for what was not.

    `generated` and `printed` are the result as it once was generated, and as the workbook would print it now.
    """

    task_id: str
    state: str | None = None
    result: str | None = None
    generated: str = ""
    printed: str = ""
    cause: str | None = None
    remedy: str | None = None
    is_state_contested: bool = False
    """Whether the workbook has come to another state since the report was made."""


@dataclass(frozen=True, slots=True)
class EntryChange:
    """A row of sheet Kết quả to write: its task, milestone and cells by header."""

    task_id: str
    milestone: str
    cells: Mapping[Column, str] = field(default_factory=dict)
    emptied: Mapping[Column, str] = field(default_factory=dict)
    """What stands now in the cells that will be empty."""

    def __str__(self) -> str:
        about = f"{self.task_id} ({self.milestone})" if self.milestone else self.task_id
        cells = [f"{header} “{text}”" for header, text in self.cells.items() if text]
        cells += [f"bỏ {header} “{text}”" for header, text in self.emptied.items()]
        return f"{about}: {'; '.join(cells)}"


def understood(correction: Correction, data: UnitYear, day: date) -> tuple[list[EntryChange], list[str]]:
    """Return the rows that a correction comes to, and what of it the workbook has no place for."""
    task = next((t for t in data.plan.tasks if t.id == correction.task_id), None)
    if task is None:
        return [], [f"{correction.task_id}: sổ không có nhiệm vụ này"]
    known = [e for e in data.entries.get(task.id, ()) if e.as_of <= day]
    reader = _CorrectionReader(task, known, day)
    for name, text in _parts(correction):
        if text == "":
            reader.refuse(f"{name} bị xóa trắng trong báo cáo; muốn xóa thì sửa ở sheet Kết quả")
    if correction.result:
        reader.read_result(correction.result, correction.generated, correction.printed)
    whole = {h: t for h, t in ((_CAUSE, correction.cause), (_REMEDY, correction.remedy)) if t}
    if correction.state:
        whole.update(reader.state_cells(correction.state, correction.is_state_contested))
    if whole:
        reader.add_to_whole(whole)
    return [_change(task, milestone, row, known, day) for milestone, row in reader.cells.items()], reader.refused


class _CorrectionReader:
    """Takes one task's correction apart: `cells` to write by milestone and header, and what is `refused`."""

    def __init__(self, task: Task, known: list[ProgressEntry], day: date) -> None:
        self._task, self._known, self._day = task, known, day
        self.cells: dict[str, dict[Column, str]] = {}
        self.refused: list[str] = []

    def refuse(self, why: str) -> None:
        self.refused.append(f"{self._task.id}: {why}")

    def read_result(self, text: str, generated: str, printed: str) -> None:
        """Take in the lines that a person changed and the workbook has not changed since."""
        said, once, now = (_Results.of(t, self._task, self._known) for t in (text, generated, printed))
        words = dict(said.by_milestone)
        gone = [m for m in now.by_milestone if m in once.by_milestone and m not in words]
        if "" in words and len(gone) == 1 and "" not in (*once.by_milestone, *now.by_milestone):
            # The officer wrote a milestone's line anew and left its name out.
            words[gone.pop()] = words.pop("")
        for milestone, words_now in words.items():
            before, present = once.by_milestone.get(milestone), now.by_milestone.get(milestone)
            if self._is_to_write(words_now, before, present):
                self.cells[milestone] = _result_cells(words_now)
        for milestone in gone:
            self.refuse(f"“{now.by_milestone[milestone]}” bị xóa trong báo cáo; muốn xóa thì sửa ở sheet Kết quả")
        for column, name, stated, before, present in (
            (_CAUSE, "nguyên nhân", said.cause, once.cause, now.cause),
            (_REMEDY, "biện pháp", said.remedy, once.remedy, now.remedy),
        ):
            if not stated and before and present:
                self.refuse(f"{name} “{present}” bị xóa trong báo cáo; muốn xóa thì sửa ở sheet Kết quả")
            elif stated and self._is_to_write(stated, before, present):
                self.add_to_whole({column: stated})

    def _is_to_write(self, text: str, before: str | None, present: str | None) -> bool:
        if text in (before, present):
            return False
        if before != present:
            self.refuse(f"“{text}”: {_CONTESTED.format(present=present or '')}")
        return before == present

    def state_cells(self, text: str, is_contested: bool) -> Mapping[Column, str]:
        """Return the cell for a state; none for what the latest row of the day says anyway."""
        word = _word_of(text)
        if word is None:
            self.refuse(f"không hiểu tình trạng “{text}”. Dùng một trong: {_FIVE_WORDS}")
        elif self._known and self._known[-1].as_of == self._day and self._known[-1].word is word:
            return {}
        elif is_contested:
            present = self._known[-1].word.value if self._known and self._known[-1].word else ""
            self.refuse(f"tình trạng “{text}”: {_CONTESTED.format(present=present)}")
        elif word is Word.DONE and len(self._task.deadline.milestones) > 1 and len(self.cells) != 1:
            self.refuse("nhiệm vụ có nhiều mốc; ghi ở sổ mốc nào đã hoàn thành")
        else:
            return {RESULTS.word: word.value}
        return {}

    def add_to_whole(self, cells: Mapping[Column, str]) -> None:
        """Add cells to the one row that is written, else to the row of the whole task."""
        place = next(iter(self.cells)) if len(self.cells) == 1 else ""
        self.cells.setdefault(place, {}).update(cells)


def _parts(correction: Correction) -> Iterator[tuple[str, str | None]]:
    yield "kết quả", correction.result
    yield "tình trạng", correction.state
    yield "nguyên nhân", correction.cause
    yield "biện pháp", correction.remedy


_FIVE_WORDS = ", ".join(word.value for word in Word)


def _word_of(text: str) -> Word | None:
    plain = re.sub(r"\s+", " ", text).strip().lower().removeprefix("đã ")
    if plain in _WORDS:
        return _WORDS[plain]
    return next((word for word in Word if plain.startswith(word.value.lower())), None)


@dataclass(frozen=True, slots=True)
class _Results:
    """The printed result of a task taken apart: the words on each milestone ("" for the whole task), cause, remedy."""

    by_milestone: Mapping[str, str]
    cause: str = ""
    remedy: str = ""

    @classmethod
    def of(cls, text: str, task: Task, known: list[ProgressEntry]) -> _Results:
        """A line without a milestone's name goes on with the one before it, unless it is known of the whole task."""
        labels = [m.label for m in task.deadline.milestones if m.label]
        of_whole = {line for e in known if not e.milestone for line in e.result.split("\n")}
        lines: dict[str, list[str]] = {}
        reasons: dict[str, list[str]] = {_CAUSE_LINE: [], _REMEDY_LINE: []}
        reason = ""
        current = [""]
        for line in text.split("\n") if text else ():
            reason = next((begins for begins in reasons if line.startswith(begins)), reason)
            if reason:
                reasons[reason].append(line.removeprefix(reason))
                continue
            named, words = _named_milestones(line, labels) if len(labels) > 1 else ([], line)
            current = named or ([""] if line in of_whole else current)
            for milestone in current:
                lines.setdefault(milestone, []).append(words)
        cause, remedy = map("\n".join, reasons.values())
        return cls({milestone: "\n".join(found) for milestone, found in lines.items()}, cause, remedy)


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


def _result_cells(text: str) -> dict[Column, str]:
    """Take the document out of what the report prints as "result (document)"."""
    if _DOCUMENT_ALONE.match(text.strip()):
        return {RESULTS.result: "", RESULTS.document: text.strip()}
    cited = _CITED.match(text)
    if cited:
        return {RESULTS.result: cited["result"], RESULTS.document: cited["document"].strip()}
    return {RESULTS.result: text, RESULTS.document: ""}


def _change(task: Task, milestone: str, cells: dict[Column, str], known: list[ProgressEntry], day: date) -> EntryChange:
    """Complete a row: the state last given, and the day of completion when the words name exactly one.

    That one milestone is done does not make another, or the whole task, done.
    """
    if RESULTS.word not in cells:
        before = next((e for e in reversed(known) if e.word and e.milestone == milestone), None)
        if before is not None and before.word is not None:
            cells[RESULTS.word] = before.word.value
            if before.completed_on is not None:
                cells[RESULTS.completed_on] = short_date(before.completed_on)
        elif other := next((e.word for e in reversed(known) if e.word), None):
            cells[RESULTS.word] = (Word.IN_PROGRESS if other is Word.DONE else other).value
    if cells.get(RESULTS.word) == Word.DONE.value and RESULTS.completed_on not in cells:
        days = {d for text in cells.values() for found in _DAY.findall(text) if (d := day_of(found))}
        if len(days) == 1:
            cells[RESULTS.completed_on] = short_date(days.pop())
    row = next((e for e in reversed(known) if (e.as_of, e.milestone) == (day, milestone)), None)
    present = {RESULTS.result: row.result, RESULTS.document: row.document} if row is not None else {}
    emptied = {header: text for header, text in present.items() if text and cells.get(header) == ""}
    return EntryChange(task.id, milestone, cells, emptied)


def written_results(tables: Tables, changes: Iterable[EntryChange], plan: Plan, day: date) -> Written:
    """Return what to write into sheet Kết quả.

    A row of the same day, task and milestone is the one that the report was made from: its cells are corrected, a
    second one would contradict it. Otherwise the row is new.
    """
    results = tables.table(RESULTS)
    assert results is not None, "the report was made from this workbook"
    index = {task.id.lower(): task.id for task in plan.tasks}
    present = {
        (code, key(row.text(RESULTS.milestone))): row.number
        for row in results
        if row.day(RESULTS.as_of) == day
        for code in resolve_code(row.value(RESULTS.code), index)
    }
    added: list[Mapping[Column, str]] = []
    rewritten: dict[int, Mapping[Column, str]] = {}
    for change in changes:
        number = present.get((change.task_id, key(change.milestone)))
        if number is not None:
            rewritten[number] = change.cells
        else:
            place = {RESULTS.as_of: short_date(day), RESULTS.code: change.task_id, RESULTS.milestone: change.milestone}
            added.append({**place, **change.cells})
    return Written(results, added, rewritten)
