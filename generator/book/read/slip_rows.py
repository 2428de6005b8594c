"""Reads a slip that came back: whose it is, and what was written, whatever program saved it."""

from __future__ import annotations

from dataclasses import replace

from generator.book import slip_messages as say
from generator.book.read.slip_asides import asides, report_stray
from generator.book.read.table import Row, Table
from generator.book.read.workbook import Tables
from generator.book.sheets import Column
from generator.book.slip import (
    FIGURE_ANSWERS,
    RESULT_ANSWERS,
    SLIP_FIGURES,
    SLIP_RESULTS,
    Answer,
    Slip,
    SlipName,
)
from generator.domain.problem import Problem
from generator.vietnamese.cells import number_of
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import number_text
from generator.word.package import NotAPackage


def read_slip(data: bytes, file: str) -> Slip | None:
    """Return a slip with what was written in it, None for a file that is no slip; the problems name its cells."""
    try:
        tables = Tables(data)
        name = next(filter(None, map(SlipName.parse, tables.first_texts())), None)
        if name is None and tables.has_tasks:
            return None
        results = tables.table_like(SLIP_RESULTS)
        figures = tables.table_like(SLIP_FIGURES)
        beside = [*asides(tables)]
    except NotAPackage as fault:
        return Slip(file, None, problems=(say.UNREADABLE.at(file, reason=str(fault)),))
    if name is None and results is None:
        return None
    answers = (
        _answers(results, SLIP_RESULTS.code, SLIP_RESULTS.milestone, SLIP_RESULTS.seen_task, RESULT_ANSWERS)
        if results
        else ()
    )
    measured = (
        _answers(figures, SLIP_FIGURES.code, SLIP_FIGURES.period, SLIP_FIGURES.seen_indicator, FIGURE_ANSWERS)
        if figures
        else ()
    )
    problems = [located(file, problem) for problem in (*tables.problems, *beside)]
    if name is None:
        problems.append(say.NO_NAME.at(file))
    return Slip(file, name, answers, measured, tuple(problems))


def located(file: str, problem: Problem) -> Problem:
    """Return a problem of a slip's sheet as one of its file."""
    return replace(problem, sheet=f"{file}, {problem.sheet}" if problem.sheet else file)


def _answers(
    table: Table, code: Column, label: Column, shown: Column, answers: tuple[Column, ...]
) -> tuple[Answer, ...]:
    found = []
    for row in table:
        texts = {column: text for column in answers if (text := said(row, column))}
        if not texts:
            report_stray(row, code, shown)
        place = table.sheet.name, row.address(code)
        found.append(Answer(*place, row.value(code), row.value(label), row.text(shown), texts))
    return tuple(found)


def said(row: Row, column: Column) -> str:
    """Return a cell in the one way of writing that cells are compared and written in; "" for an empty one."""
    if not row.has(column):
        return ""
    if column.form == "date":
        day = row.day(column)
        return short_date(day) if day else row.text(column)
    if column.form in ("number", "percent"):
        if number_of(row.value(column)) is None:
            return row.text(column)  # perhaps an answer in words; who knows the indicator tells
        amount = row.amount(column, percent=column.form == "percent" or row.shows_percent(column))
        assert amount is not None
        return number_text(amount) + ("%" if row.shows_percent(column) else "")
    return row.text(column)
