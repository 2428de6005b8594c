"""A ward's year, month by month, as its officer lives it: slips out, slips in, the report. Three commands a month.

A script fills the slips with what the sample says, as the colleagues would, then fills in what is left, as the officer
would, and counts what she types: in the slip of who keeps the workbook, and in the workbook. Every figure must be that
of the sample itself, as of the end of each month and in the longer reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO

import pytest
from openpyxl import load_workbook

from generator.book.read.workbook import read_workbook_bytes
from generator.book.write.new_workbook import workbook_bytes
from generator.domain.period import ReportingPeriod
from generator.kinds import kind_of
from generator.merging import merge
from generator.reporting.figures import figures_as_json, report_figures
from generator.slips import KEEPER, make_slips
from generator.vietnamese.named_documents import bare_number, named_documents
from generator.vietnamese.office_names import load_names
from tests.samples import SAMPLES

NAMES = load_names()
WARD = "phuoc-hai-2023"
MOST_TYPED = 20


@cache
def as_typed(name):
    """The long way: the sample's workbook, with every row typed into it."""
    return read_workbook_bytes(workbook_bytes(SAMPLES[name]))[0]


@cache
def asked(name):
    """Who answers for each task."""
    return {task.id: task.assignment.asked for task in as_typed(name).plan.tasks}


@cache
def only_milestones(name):
    """The tasks with one milestone, whose row needs no name of it."""
    tasks = as_typed(name).plan.tasks
    return {t.id for t in tasks if len(t.deadline.milestones) == 1 and not t.deadline.is_open_ended}


def rounds(name):
    """The days on which the ward's office sums up, each with what was said on that day, by task and milestone."""
    days: dict[date, dict[tuple[str, str], Mapping[str, object]]] = {}
    for row in SAMPLES[name]["Kết quả"]:
        label = "" if row["Mã"] in only_milestones(name) else row["Mốc"] or ""
        days.setdefault(row["Đến ngày"], {})[row["Mã"], label] = row
    return dict(sorted(days.items()))


def is_of_a_round(name, figure):
    """Whether a figure is of a month in which the ward summed up; the others were typed once, with the plan."""
    return figure["Kỳ"] in {f"{day:%Y-%m}" for day in rounds(name)}


def at_the_start(name):
    """The sample before anybody said anything: no results, no document, the figures of the months before."""
    rows = {sheet: list(of_sheet) for sheet, of_sheet in SAMPLES[name].items()}
    before = [figure for figure in rows["Số liệu"] if not is_of_a_round(name, figure)]
    return workbook_bytes({**rows, "Kết quả": [], "Số liệu": before, "Văn bản": []})


def figures_of(name, day):
    """The figures of a day's month by period and code, each by column."""
    return {
        (row["Kỳ"], row["Mã"]): {h: row[h] for h in ("Tử số", "Mẫu số", "Giá trị", "Ghi chú") if row.get(h) is not None}
        for row in SAMPLES[name]["Số liệu"]
        if row["Kỳ"] == f"{day:%Y-%m}"
    }


@cache
def subjects(name):
    return {bare_number(str(d["Số ký hiệu"])): d["Trích yếu"] for d in SAMPLES[name]["Văn bản"]}


_ASIDE = ("Đến ngày", "Mã", "Mốc")


def answer(name, said, before):
    """Return the cells of a slip's row as a colleague fills them, as the slip's own lines say: the state of what goes on
    or has its day of completion goes without saying, as does a result that holds still. `before` is what the slip shows."""
    cells = {h: v for h, v in said.items() if h not in _ASIDE and not h.endswith("(xem)") and v}
    state, _, told = before.partition("\n")
    goes_on = state.startswith(("Đang thực hiện", "Thường xuyên")) and cells["Tình trạng"] == "Đang thực hiện"
    begins = state == "Chưa có báo cáo" and str(cells.get("Kết quả thực hiện", "")).startswith(("Đã ", "Đang "))
    begins = begins and cells["Tình trạng"] == "Đang thực hiện" and "hoàn thành" not in cells["Kết quả thực hiện"]
    if goes_on or begins or cells.get("Ngày hoàn thành"):
        del cells["Tình trạng"]
    if told.partition(") ")[2] == cells.get("Kết quả thực hiện"):
        cells["Kết quả thực hiện"] = "nt"
    numbers = [bare_number(number) for number, _ in named_documents(str(cells.get("Văn bản", "")))]
    if titles := [subjects(name)[number] for number in numbers if number in subjects(name)]:
        cells["Trích yếu văn bản"] = "\n".join(titles)
    return cells


def fill_slip(name, slip, results, figures):
    """Fill in a slip as a colleague does; return it with the places answered and how many cells she typed."""
    book = load_workbook(BytesIO(slip.data))
    answered, typed = set(), 0
    for page in book.worksheets:
        rows = list(page.iter_rows())
        header = next(n for n, row in enumerate(rows) if "Mã" in [c.value for c in row])
        at = {cell.value: n for n, cell in enumerate(rows[header])}
        # What nobody asked about, for instance a task that was done and must go on: below the rows that are there.
        unasked = [p for p in results if page.title == "Phiếu" and slip.who in asked(name)[p[0]]]
        for row in rows[header + 1 :]:
            if page.title != "Phiếu":
                place = (row[at["Kỳ"]].value, row[at["Mã"]].value)
                cells = figures.get(place, {})
            elif row[at["Mã"]].value:
                place = (row[at["Mã"]].value, row[at["Mốc"]].value or "")
                before = row[at["Lần trước (xem)"]].value or ""
                cells = answer(name, results[place], before) if place in results else {}
                unasked = [p for p in unasked if p != place]
            elif unasked:
                place = unasked.pop(0)
                cells = {"Mã": place[0], "Mốc": place[1] or None, **answer(name, results[place], "")}
            else:
                break
            for heading, value in cells.items():
                row[at[heading]].value = value
                typed += value is not None
            if cells:
                answered.add(place)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue(), answered, typed


def type_into(page, rows):
    """Type rows into a sheet by hand, below the others; return how many cells that took."""
    headers = {cell.value: cell.column for cell in page[1]}
    number = max((row[0].row for row in page.iter_rows() if any(cell.value for cell in row)), default=1)
    typed = 0
    for row in rows:
        number += 1
        for heading, value in row.items():
            if value not in (None, "") and not heading.endswith("(xem)"):
                page.cell(number, headers[heading]).value = value
                typed += 1
    return typed


def type_subjects(name, page):
    """Type the trích yếu of the documents that still wait for one; return of how many."""
    typed = 0
    for row in page.iter_rows(min_row=2):
        if row[0].value and not row[2].value and (subject := subjects(name).get(bare_number(row[0].value))):
            row[2].value = subject
            typed += 1
    return typed


def type_what_is_left(name, data, results, documents):
    """Type results, subjects and documents into the workbook; return it and how many cells each took."""
    book = load_workbook(BytesIO(data))
    page = book["Văn bản"]
    typed = type_into(book["Kết quả"], results), type_subjects(name, page), type_into(page, documents)
    buffer = BytesIO()
    book.save(buffer)
    return (buffer.getvalue() if any(typed) else data), *typed


def not_named(name, day, book):
    """The documents of a day that no result names, now or later: those are typed whole."""
    now, _ = read_workbook_bytes(book)
    said = [str(row["Văn bản"]) for row in SAMPLES[name]["Kết quả"] if row["Văn bản"]]
    known = {bare_number(d.number) for d in now.documents} | {
        bare_number(number) for text in said for number, _ in named_documents(text)
    }
    return [d for d in SAMPLES[name]["Văn bản"] if d["Ngày"] <= day and bare_number(str(d["Số ký hiệu"])) not in known]


def json_of(data, period, kind, as_of):
    return figures_as_json(report_figures(data, ReportingPeriod.parse(period), kind_of(kind), as_of))


@cache
def year_walked(name):
    """Return the workbook at the end of the year, and how many cells the officer typed in each month."""
    book = at_the_start(name)
    typed: Counter[str] = Counter()
    days = list(rounds(name))
    for number, day in enumerate(days):
        results = rounds(name)[day]
        is_last = number + 1 == len(days) or days[number + 1].month != day.month
        data, _ = read_workbook_bytes(book)
        replies, answered = [], set()
        for slip in make_slips(data, day, NAMES)[0]:
            reply, places, cells = fill_slip(name, slip, results, figures_of(name, day) if is_last else {})
            replies.append((slip.file, reply))
            answered |= places
            typed[f"{day:%Y-%m}"] += cells if slip.who == KEEPER else 0
        outcome = merge(book, replies, NAMES)
        assert [p for p in outcome.problems if p.waits_for_an_answer] == []
        # What nobody was asked about who got a slip.
        left = [row for place, row in results.items() if place not in answered]
        documents = not_named(name, day, outcome.data)
        book, of_results, of_subjects, of_documents = type_what_is_left(name, outcome.data, left, documents)
        # What was issued before the first round is the start of a workbook, not the work of a month.
        typed[f"{day:%Y-%m}"] += of_results + of_subjects + (of_documents if number else 0)
        if is_last:
            walked, _ = read_workbook_bytes(book)
            month = ReportingPeriod.parse(f"{day:%Y-%m}")
            one, other = (json_of(data, month.id, "thang", month.last_day) for data in (walked, as_typed(name)))
            assert one == other, month
    return book, typed


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_who_keeps_the_workbook_types_at_most_20_cells_a_month_her_own_slip_among_them(name):
    _, typed = year_walked(name)
    assert len(typed) >= 3 and max(typed.values()) <= MOST_TYPED, typed
    assert name != WARD or len(asked(name)) == 47


def without_only_labels(name, data):
    return {
        e._replace(milestone="") if e.task_id in only_milestones(name) else e
        for rows in data.entries.values()
        for e in rows
    }


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_figure_is_that_of_the_long_way(name):
    walked, _ = read_workbook_bytes(year_walked(name)[0])
    typed = as_typed(name)
    assert without_only_labels(name, walked) == without_only_labels(name, typed)
    year = typed.plan.year
    for period in (f"{year}-H1", f"{year}-9M", f"{year}"):
        as_of = date(year, ReportingPeriod.parse(period).last_month, 14)
        assert json_of(walked, period, "cchc", as_of) == json_of(typed, period, "cchc", as_of), period


def test_a_document_named_in_a_result_is_never_typed_again():
    walked, _ = read_workbook_bytes(year_walked(WARD)[0])
    named = {bare_number(n) for rows in walked.entries.values() for e in rows for n, _ in named_documents(e.document)}
    listed = Counter(bare_number(d.number) for d in walked.documents)
    assert named and all(listed[number] <= 1 for number in named)
    assert all(d.subject for d in walked.documents)
