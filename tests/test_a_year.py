"""A ward's year, month by month, as its officer lives it: slips out, slips in, the report. Three commands a month.

A script fills the slips with what the sample says, as the colleagues would, then fills in what is left, as the officer
would, and counts what she types. Every figure must be that of the sample itself.
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


def rounds(name):
    """The days on which the ward's office sums up, each with the results of that day."""
    days: dict[date, list[Mapping[str, object]]] = {}
    for row in SAMPLES[name]["Kết quả"]:
        days.setdefault(row["Đến ngày"], []).append(row)
    return dict(sorted(days.items()))


def at_the_start(name):
    """The sample before anybody said anything: no results, no figures, no document of the year after the plan."""
    rows = {sheet: list(of_sheet) for sheet, of_sheet in SAMPLES[name].items()}
    return workbook_bytes({**rows, "Kết quả": [], "Số liệu": [], "Văn bản": []})


def figures_of(name, day):
    """The figures that are known on a day, by period and code: each month's once its last round comes."""
    month = f"{day.year}-{day.month:02}"
    return {
        (row["Kỳ"], row["Mã"]): {h: row[h] for h in ("Tử số", "Mẫu số", "Giá trị", "Ghi chú") if row.get(h) is not None}
        for row in SAMPLES[name]["Số liệu"]
        if row["Kỳ"] == month
    }


_ASIDE = ("Đến ngày", "Mã", "Mốc")


def fill_slip(data, results, figures):
    """Fill in a slip as a colleague does; return it with the places answered and how many cells she typed."""
    book = load_workbook(BytesIO(data))
    answered, typed = set(), 0
    for page in book.worksheets:
        rows = list(page.iter_rows())
        header = next(n for n, row in enumerate(rows) if "Mã" in [c.value for c in row])
        at = {cell.value: n for n, cell in enumerate(rows[header])}
        for row in rows[header + 1 :]:
            code = row[at["Mã"]].value
            if page.title == "Phiếu":
                place = (code, row[at["Mốc"]].value or "")
                said = results.get(place, {})
                cells = {h: v for h, v in said.items() if h in at and h not in _ASIDE and not h.endswith("(xem)") and v}
                cells = as_slips_are_filled(cells, row[at["Lần trước (xem)"]].value or "")
            else:
                place = (row[at["Kỳ"]].value, code)
                cells = figures.get(place, {})
            for heading, value in cells.items():
                row[at[heading]].value = value
                typed += 1
            if cells:
                answered.add(place)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue(), answered, typed


def as_slips_are_filled(cells, before):
    """Leave out what goes without saying, as the slip's own lines say; `before` is what it shows of the last time."""
    state, _, told = before.partition("\n")
    goes_on = state.startswith(("Đang thực hiện", "Thường xuyên")) and cells.get("Tình trạng") == "Đang thực hiện"
    if goes_on or cells.get("Ngày hoàn thành"):
        cells = {heading: value for heading, value in cells.items() if heading != "Tình trạng"}
    if cells.get("Kết quả thực hiện") and told.partition(") ")[2] == cells["Kết quả thực hiện"]:
        cells = {**cells, "Kết quả thực hiện": "nt"}
    return cells


def type_into(data, sheet, rows):
    """Type rows into the workbook by hand, below the others; return it and how many cells that took."""
    book = load_workbook(BytesIO(data))
    page = book[sheet]
    headers = {cell.value: cell.column for cell in page[1]}
    number = max((row[0].row for row in page.iter_rows() if any(cell.value for cell in row)), default=1)
    typed = 0
    for row in rows:
        number += 1
        for heading, value in row.items():
            if value not in (None, "") and not heading.endswith("(xem)"):
                page.cell(number, headers[heading]).value = value
                typed += 1
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue(), typed


def type_subjects(data, subjects):
    """Type the trích yếu of the documents that wait for one."""
    book = load_workbook(BytesIO(data))
    page, typed = book["Văn bản"], 0
    for row in page.iter_rows(min_row=2):
        if row[0].value and not row[2].value and (subject := subjects.get(bare_number(row[0].value))):
            row[2].value = subject
            typed += 1
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue(), typed


@cache
def year_walked(name):
    """Return the workbook at the end of the year, and by round what the officer typed: in her own slip, and besides."""
    book = at_the_start(name)
    documents = SAMPLES[name]["Văn bản"]
    subjects = {bare_number(str(d["Số ký hiệu"])): d["Trích yếu"] for d in documents}
    besides: Counter[str] = Counter()
    own: Counter[str] = Counter()
    typed_documents: set[str] = set()
    days = list(rounds(name).items())
    for number, (day, said) in enumerate(days):
        month = f"{day:%Y-%m}"
        results = {(row["Mã"], row["Mốc"] or ""): row for row in said}
        is_last = number + 1 == len(days) or days[number + 1][0].month != day.month
        figures = figures_of(name, day) if is_last else {}
        data, _ = read_workbook_bytes(book)
        replies, answered = [], set()
        for slip in make_slips(data, day, NAMES)[0]:
            reply, places, typed = fill_slip(slip.data, results, figures)
            replies.append((slip.file, reply))
            answered |= places
            if slip.who == KEEPER:
                besides[month] += typed
            elif "Văn phòng" in slip.who:
                own[month] += typed
        outcome = merge(book, replies, NAMES)
        assert [p for p in outcome.problems if p.waits_for_an_answer] == []
        book = outcome.data
        # What no slip asked about, for instance a task that was done and must go on.
        left = [row for place, row in results.items() if place not in answered]
        book, typed = type_into(book, "Kết quả", left)
        besides[month] += typed
        book, typed = type_subjects(book, subjects)
        besides[month] += typed
        now, _ = read_workbook_bytes(book)
        known = {bare_number(d.number) for d in now.documents}
        missing = [
            d
            for d in documents
            if d["Ngày"] <= day and bare_number(str(d["Số ký hiệu"])) not in known | typed_documents
        ]
        book, typed = type_into(book, "Văn bản", missing)
        typed_documents |= {bare_number(str(d["Số ký hiệu"])) for d in missing}
        if number:  # what was issued before the first round is the start of a workbook, not the work of a month
            besides[month] += typed
    return book, besides, own


def with_the_figures_before(name, book):
    """The sample's figures of the months before its first round, and of longer periods: typed once, with the plan."""
    first = min(rounds(name))
    before = [r for r in SAMPLES[name]["Số liệu"] if len(str(r["Kỳ"])) != 7 or "Q" in str(r["Kỳ"]) or "H" in str(r["Kỳ"]) or "9M" in str(r["Kỳ"]) or str(r["Kỳ"]) < f"{first:%Y-%m}"]  # fmt: skip
    return type_into(book, "Số liệu", before)[0]


def test_who_keeps_the_workbook_of_47_tasks_types_at_most_20_cells_a_month_besides_her_own_slip():
    """What she answers for the tasks that she leads herself is nobody else's to type: it is counted apart."""
    _, besides, own = year_walked(WARD)
    assert max(besides.values()) <= MOST_TYPED
    assert set(own) == set(besides)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_figure_is_that_of_the_long_way(name):
    walked, _ = read_workbook_bytes(with_the_figures_before(name, year_walked(name)[0]))
    typed, _ = read_workbook_bytes(workbook_bytes(SAMPLES[name]))
    assert {d for rows in walked.entries.values() for d in rows} == {d for rows in typed.entries.values() for d in rows}
    year = typed.plan.year
    for period, kind, day in ((f"{year}-H1", "cchc", 14), (f"{year}-9M", "cchc", 14), (f"{year}", "cchc", 14)):
        over = ReportingPeriod.parse(period)
        as_of = date(year, over.last_month, day)
        one, other = (figures_as_json(report_figures(data, over, kind_of(kind), as_of)) for data in (walked, typed))
        assert one == other, period


def test_a_document_named_in_a_result_is_never_typed_again():
    walked, _ = read_workbook_bytes(year_walked(WARD)[0])
    named = {bare_number(n) for rows in walked.entries.values() for e in rows for n, _ in named_documents(e.document)}
    listed = Counter(bare_number(d.number) for d in walked.documents)
    assert named and all(listed[number] <= 1 for number in named)
