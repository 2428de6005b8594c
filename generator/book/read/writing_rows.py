"""Sheets Văn bản and Lời văn: documents issued, and paragraphs in the officer's own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.book import messages as say
from generator.book.read.table import Row, Table
from generator.book.read.task_rows import TaskRows
from generator.book.sheets import DOCUMENTS, PARTS, PLAN_BODY, PLAN_PERIOD, REMINDERS, WORDS
from generator.domain.period import examples_of
from generator.domain.unit_year import IssuedDocument, Reminder
from generator.vietnamese.cells import Value, lines_of, period_of, shown, without_about_word, without_number_word
from generator.vietnamese.dates import short_date
from generator.vietnamese.text import key

_PARTS = {key(name): part for name, part in PARTS.items()}


def read_documents(table: Table, tasks: TaskRows, year: int) -> tuple[IssuedDocument, ...]:
    """Return the documents in the order of the sheet."""
    found = []
    for row in table:
        number = _document_number(row)
        row.about = number
        issued_on, subject = row.day(DOCUMENTS.issued_on), without_about_word(row.long_text(DOCUMENTS.subject))
        if issued_on:
            row.keep(DOCUMENTS.number, number, day=issued_on)
            row.keep(DOCUMENTS.subject, subject, day=issued_on)
        if year and issued_on and not date(year - 1, 12, 1) <= issued_on <= date(year + 1, 1, 31):
            row.report(DOCUMENTS.issued_on, say.DOCUMENT_OUT_OF_YEAR, day=short_date(issued_on), year=year)
        if number and not row.has(DOCUMENTS.issued_on):
            row.report(DOCUMENTS.issued_on, say.NO_DOCUMENT_DAY, number=number)
        found.append(
            IssuedDocument(
                number=number,
                issued_on=issued_on,
                subject=subject,
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
            row.report_strays(
                {
                    WORDS.period: lambda v: _is_plan(v) or period_of(v, year),
                    WORDS.part: lambda v: key(shown(v)) in _PARTS,
                }
            )
            continue
        period, part = _words_period(row, year), _part(row)
        text = row.long_text(WORDS.content)
        paragraphs = lines_of(text)
        if period is not None and part is not None:
            _report_plan_body(row, period, part)
            row.keep(WORDS.content, text, period=period, part=row.text(WORDS.part))
            found[period, part] = (*found.get((period, part), ()), *paragraphs)
    return found


def _is_plan(period: Value) -> bool:
    return key(shown(period)) == key(PLAN_PERIOD)


def _words_period(row: Row, year: int) -> str | None:
    if not row.has(WORDS.period):
        return ""
    if _is_plan(row.value(WORDS.period)):
        return PLAN_PERIOD
    period = period_of(row.value(WORDS.period), year)
    if period is None:
        row.report(WORDS.period, say.NOT_A_PERIOD, text=row.text(WORDS.period), examples=examples_of(year))
        return None
    if year and period.year != year:
        row.report(WORDS.period, say.PERIOD_OUT_OF_YEAR, period=period, year=year)
    return period.id


def _report_plan_body(row: Row, period: str, part: str) -> None:
    """The plan's own words are of no period, and nothing else is of the plan."""
    if (period == PLAN_PERIOD) != (part == PARTS[PLAN_BODY]):
        row.report(WORDS.period, say.PLAN_BODY_ONLY, part=PLAN_BODY, period=PLAN_PERIOD)


def _part(row: Row) -> str | None:
    typed = row.text(WORDS.part)
    if not typed:
        row.report(WORDS.part, say.NO_PART)
        return None
    part = _PARTS.get(key(typed))
    if part is None:
        row.report(WORDS.part, say.UNKNOWN_PART, text=typed, parts="; ".join(PARTS))
    return part
