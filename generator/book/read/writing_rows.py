"""Sheets Văn bản and Lời văn: documents issued, and paragraphs in the officer's own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.book import messages as say
from generator.book.read.table import Row, Table
from generator.book.read.task_rows import TaskRows
from generator.book.sheets import DOCUMENTS, PARTS, REMINDERS, WORDS
from generator.domain.unit_year import IssuedDocument, Reminder
from generator.vietnamese.cells import lines_of, period_of, without_about_word, without_number_word
from generator.vietnamese.dates import short_date
from generator.vietnamese.text import key

#: What stands in column Kỳ for words of the plan itself, and the period that then keys them.
PLAN_PERIOD = "Kế hoạch"
_PARTS = {key(name): part for name, part in PARTS.items()}


def read_documents(table: Table, tasks: TaskRows) -> tuple[IssuedDocument, ...]:
    """Return the documents in the order of the sheet."""
    found = []
    for row in table:
        number = _document_number(row)
        row.about = number
        if number and not row.has(DOCUMENTS.issued_on):
            row.report(DOCUMENTS.issued_on, say.NO_DOCUMENT_DAY, number=number)
        found.append(
            IssuedDocument(
                number=number,
                issued_on=row.day(DOCUMENTS.issued_on),
                subject=without_about_word(row.long_text(DOCUMENTS.subject)),
                task_ids=tasks.find_several(row, DOCUMENTS.tasks),
                file=row.text(DOCUMENTS.file),
            )
        )
    return tuple(found)


def _document_number(row: Row) -> str:
    value = row.value(DOCUMENTS.number)
    if isinstance(value, date):
        row.report(DOCUMENTS.number, say.DOCUMENT_NUMBER_CHANGED, day=short_date(value))
    elif not row.has(DOCUMENTS.number):
        row.report(DOCUMENTS.number, say.NO_DOCUMENT_NUMBER)
    return without_number_word(row.text(DOCUMENTS.number))


def read_reminders(table: Table) -> tuple[Reminder, ...]:
    """Return the interim days of sheet Nhắc việc, in its order; a row without words says nothing."""
    return tuple(
        Reminder(
            row.text(REMINDERS.code),
            row.day(REMINDERS.last_day),
            row.text(REMINDERS.who),
            row.text(REMINDERS.recipient),
            row.text(REMINDERS.content),
        )
        for row in table
        if row.has(REMINDERS.content)
    )


def read_words(table: Table, year: int) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return paragraphs by (period id, key of the part); the period is "Kế hoạch" for the plan, "" for every one.

    A period without its year ("Tháng 5") is of `year`, the plan's.
    """
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in table:
        if not row.has(WORDS.content):
            continue
        period, part = _words_period(row, year), _part(row)
        paragraphs = lines_of(row.long_text(WORDS.content))
        if period is not None and part is not None:
            found[period, part] = (*found.get((period, part), ()), *paragraphs)
    return found


def _words_period(row: Row, year: int) -> str | None:
    if not row.has(WORDS.period):
        return ""
    if key(row.text(WORDS.period)) == key(PLAN_PERIOD):
        return PLAN_PERIOD
    period = period_of(row.value(WORDS.period), year)
    if period is None:
        row.report(WORDS.period, say.NOT_A_PERIOD, text=row.text(WORDS.period))
        return None
    return period.id


def _part(row: Row) -> str | None:
    typed = row.text(WORDS.part)
    if not typed:
        row.report(WORDS.part, say.NO_PART)
        return None
    part = _PARTS.get(key(typed))
    if part is None:
        row.report(WORDS.part, say.UNKNOWN_PART, text=typed, parts="; ".join(PARTS))
    return part
