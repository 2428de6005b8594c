"""Sheet Kết quả: what is known of each task on a day, and where that contradicts itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.book import messages as say
from generator.book.read.table import Row, Table
from generator.book.read.task_rows import MilestoneRows, TaskRows
from generator.book.sheets import RESULTS
from generator.domain.deadline import Milestone
from generator.domain.progress import ProgressEntry, Word
from generator.vietnamese.cells import day_of, resolve_code, shown, swapped
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import number_text
from generator.vietnamese.text import key

_WORDS = {word.value: word for word in Word}
_WORDS_BY_KEY = {key(word.value): word for word in Word}
_LATENESS = tuple(key(words) for words in ("đúng hạn", "quá hạn", "trễ hạn", "trước hạn", "trong hạn", "chậm"))
#: The milestone, the state, then the entry's own texts in their order.
_TEXTS = (
    RESULTS.milestone,
    RESULTS.word,
    RESULTS.result,
    RESULTS.document,
    RESULTS.cause,
    RESULTS.remedy,
    RESULTS.difficulty,
    RESULTS.recommendation,
)
_SAID = (*_TEXTS[1:], RESULTS.percent, RESULTS.completed_on)
#: A day this much outside its window is not a slip of a week but perhaps a day and month exchanged.
_MONTHS_OUT = 28


@dataclass(frozen=True, slots=True)
class _Reader:
    tasks: TaskRows
    milestones: MilestoneRows
    year: int
    #: Days that results of the year may be of; None when the workbook does not say its year.
    window: tuple[date, date] | None


def read_results(
    table: Table, tasks: TaskRows, milestones: MilestoneRows, year: int
) -> Mapping[tuple[date, str, str], tuple[ProgressEntry, Row]]:
    """Return the entries with their rows by (day, task, milestone), in the order of typing.

    Rows that say nothing yet are passed over. Of two rows with the same day, task and milestone the last one stands.
    """
    reader = _Reader(tasks, milestones, year, (date(year, 1, 1), date(year + 1, 1, 31)) if year else None)
    found: dict[tuple[date, str, str], tuple[ProgressEntry, Row]] = {}
    for row in table:
        if row.says_nothing(_SAID):
            _report_strays(row, reader)
            continue
        entry = _entry(row, reader)
        if entry is None:
            continue
        place = entry.as_of, entry.task_id, entry.milestone
        if (earlier := found.pop(place, None)) is not None:
            row.report(RESULTS.code, say.RESULT_TWICE, code=entry.task_id, row=earlier[1].number, used=row.number)
        found[place] = entry, row
    _report_done_without_day(found.values())
    return found


def _report_strays(row: Row, reader: _Reader) -> None:
    """A row that waits to be filled in holds its day, its task and perhaps a milestone of it."""
    codes = resolve_code(row.value(RESULTS.code), reader.tasks.index)
    labels = {key(milestone.label) for code in codes for milestone in reader.milestones.of(code)}
    row.report_strays(
        {RESULTS.as_of: day_of, RESULTS.code: lambda _: codes, RESULTS.milestone: lambda v: key(shown(v)) in labels}
    )


def _entry(row: Row, reader: _Reader) -> ProgressEntry | None:
    code = reader.tasks.find(row)
    row.about = code or row.about
    as_of = row.day(RESULTS.as_of)
    if as_of is None and not row.has(RESULTS.as_of):
        row.report(RESULTS.as_of, say.NO_AS_OF)
    if code is None or as_of is None:
        return None
    if reader.window is not None and not reader.window[0] <= as_of <= reader.window[1]:
        _report_outside(row, as_of, reader.year, reader.window)
    milestones = reader.milestones.of(code)
    named, typed, *texts = row.long_texts(_TEXTS)
    label, meant = _milestone(row, named, code, milestones) if named else ("", milestones)
    for header, text in zip(_TEXTS[2:], texts, strict=True):
        if text:
            row.keep(header, text, day=as_of)
    word = _WORDS.get(typed) or _word(row, typed)
    percent = _percent(row)
    completed_on = row.day(RESULTS.completed_on)
    if completed_on is not None:
        _check_completed(row, as_of, word, completed_on)
    if word is Word.DONE and percent is not None:
        required = max((m.required for m in meant), default=Decimal(100))
        if percent < required:
            row.report(RESULTS.percent, say.DONE_BUT_LESS, percent=number_text(percent), required=number_text(required))
    return ProgressEntry(as_of, code, word, label, percent, completed_on, *texts)


def _milestone(row: Row, typed: str, code: str, milestones: tuple[Milestone, ...]) -> tuple[str, tuple[Milestone, ...]]:
    """Return the milestone's own label and the milestone; as typed, reported, when the task has none like it."""
    for alike in (lambda label: label == typed, lambda label: key(label) == key(typed)):
        for milestone in milestones:
            if milestone.label and alike(milestone.label):
                return milestone.label, (milestone,)
    labels = "; ".join(m.label for m in milestones if m.label)
    known = say.KNOWN_MILESTONES.format(labels=labels) if labels else say.NO_MILESTONES
    row.report(RESULTS.milestone, say.UNKNOWN_MILESTONE, code=code, label=typed, known=known)
    return typed, ()


def _word(row: Row, typed: str) -> Word | None:
    if not typed:
        row.report(RESULTS.word, say.NO_STATE, words=say.FIVE_WORDS)
        return None
    word = _WORDS_BY_KEY.get(key(typed))
    if word is None:
        lateness = any(late in key(typed) for late in _LATENESS)
        row.report(RESULTS.word, say.LATENESS_TYPED if lateness else say.NOT_A_STATE, text=typed, words=say.FIVE_WORDS)
    return word


def _percent(row: Row) -> Decimal | None:
    percent = row.amount(RESULTS.percent, percent=True)
    if percent is not None and not 0 <= percent <= 100:
        row.report(RESULTS.percent, say.NOT_A_PERCENTAGE, text=row.text(RESULTS.percent))
        return None
    return percent


def _report_outside(row: Row, as_of: date, year: int, window: tuple[date, date]) -> None:
    other = swapped(as_of)
    if row.is_typed_date(RESULTS.as_of) and other and window[0] <= other <= window[1]:
        why = f"nằm ngoài năm kế hoạch {year}"
        row.report(RESULTS.as_of, say.SWAPPED_DAY, day=short_date(as_of), why=why, swapped=short_date(other))
    else:
        row.report(RESULTS.as_of, say.OUT_OF_YEAR, day=short_date(as_of), year=year)


def _check_completed(row: Row, as_of: date, word: Word | None, completed_on: date) -> None:
    if word is not None and word is not Word.DONE:
        row.report(RESULTS.completed_on, say.DAY_BUT_NOT_DONE, word=word.value)
    elif completed_on > as_of:
        other = swapped(completed_on)
        months_out = (completed_on - as_of).days >= _MONTHS_OUT
        if months_out and row.is_typed_date(RESULTS.completed_on) and other and other <= as_of:
            why = f"sau Đến ngày {short_date(as_of)}"
            row.report(
                RESULTS.completed_on, say.SWAPPED_DAY, day=short_date(completed_on), why=why, swapped=short_date(other)
            )
        else:
            row.report(RESULTS.completed_on, say.DONE_IN_FUTURE, day=short_date(completed_on), as_of=short_date(as_of))


def _report_done_without_day(found: Iterable[tuple[ProgressEntry, Row]]) -> None:
    """Point out "Hoàn thành" without its day, unless another row of that task and milestone gives the day."""
    pairs = list(found)
    dated = {(e.task_id, e.milestone) for e, _ in pairs if e.word is Word.DONE and e.completed_on is not None}
    for entry, row in pairs:
        undated = entry.word is Word.DONE and entry.completed_on is None and not row.has(RESULTS.completed_on)
        if undated and (entry.task_id, entry.milestone) not in dated:
            row.report(RESULTS.completed_on, say.DONE_WITHOUT_DAY, day=short_date(entry.as_of))
