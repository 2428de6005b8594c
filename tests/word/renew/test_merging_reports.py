"""Merging whole reports: whatever was done to a table by hand, each row stays the row of its task."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from generator import make, read_workbook, request_for
from generator.word.renew.judging import Outcome
from tests.word.renew import hands
from tests.word.renew.region_edits import IN_TABLES, STATISTICS, TASKS, edited
from tests.word.renew.reports import ONE_DONE, WORKBOOK, first, renewed, report_of, with_entries
from tests.word.renew.test_edited_regions import OTHER_TASK
from tests.word.renew.test_edits_in_regions import outcome_of
from tests.word_files import W, part, text_of

MONTHS = "phu-luc-dien-bien"
NEW_TASK = "Xây dựng trang thông tin về cải cách hành chính của phường"


@cache
def with_a_new_task() -> bytes:
    """The report after a colleague's result, with a task more at the head of section III, a row anew in both tables."""
    data = with_entries(ONE_DONE)
    section = next(s for s in data.plan.sections if s.id == "III")
    added = section.tasks[-1]._replace(id="III.99", text=NEW_TASK)
    sections = [replace(s, tasks=(added, *s.tasks)) if s is section else s for s in data.plan.sections]
    return report_of(replace(data, plan=replace(data.plan, sections=tuple(sections))))


def table_of(data: bytes, region: str):
    return hands.control(part(data), region).find(f".//{W}tbl")


def widths(table) -> set[int]:
    """How many columns the rows take up."""
    spans = ((c.find(f"{W}tcPr/{W}gridSpan") for c in r.findall(f"{W}tc")) for r in table.findall(f"{W}tr"))
    return {sum(1 if s is None else int(s.get(f"{W}val")) for s in row) for row in spans}


@pytest.mark.parametrize("column", range(7))
def test_a_new_row_fits_a_table_without_one_of_its_columns(column):
    data = edited(first(), [("column deleted", TASKS, column)])
    result = renewed(data, with_a_new_task(), merge=TASKS)
    assert outcome_of(result, TASKS).outcome is Outcome.MERGED
    table = table_of(result.data, TASKS)
    assert widths(table) == {6}
    assert len(table.findall(f"{W}tr")) == len(table_of(first(), TASKS).findall(f"{W}tr")) + 1


@pytest.mark.parametrize("column", range(6))
@pytest.mark.parametrize("has_keys", [True, False])
def test_rows_are_not_taken_for_each_other_whatever_column_is_gone(column, has_keys):
    """Without Nhiệm vụ too, and in a file of a version that gave its rows no keys."""
    data = edited(first(), [("column deleted", TASKS, column)])
    if not has_keys:
        data = hands.changed(data, without_keys)
    result = renewed(data, with_a_new_task(), merge=TASKS)
    fresh = rows_by_state(with_a_new_task(), 7)
    kept = rows_by_state(result.data, 6)
    assert [row[-1] for row in kept] == [row[-1] for row in fresh]
    assert kept == [row[:column] + row[column + 1 :] for row in fresh]


def rows_by_state(data: bytes, width: int) -> list[list[str]]:
    rows = [[text_of(c) for c in r.findall(f"{W}tc")] for r in table_of(data, TASKS).findall(f"{W}tr")]
    return [row for row in rows[1:] if len(row) == width]


def without_keys(tree) -> None:
    gone = [m for m in tree.iter(f"{W}bookmarkStart") if m.get(f"{W}name").endswith("_h")]
    numbers = {m.get(f"{W}id") for m in gone}
    ends = [m for m in tree.iter(f"{W}bookmarkEnd") if m.get(f"{W}id") in numbers]
    for mark in (*gone, *ends):
        mark.getparent().remove(mark)


@pytest.mark.parametrize("kind", IN_TABLES)
@pytest.mark.parametrize("region", [TASKS, STATISTICS])
def test_a_table_edited_in_any_way_takes_what_is_new_and_stays_a_table(kind, region):
    data = edited(first(), [(kind, region, 5)])
    result = renewed(data, with_a_new_task(), merge=region, replace=TASKS if region != TASKS else "")
    assert outcome_of(result, region).outcome is Outcome.MERGED
    assert len(widths(table_of(result.data, region))) == len(widths(table_of(data, region)))
    if region == TASKS:
        row = hands.row_with(part(result.data), OTHER_TASK)
        assert "Đang thực hiện (trong hạn)" in text_of(row)
        assert NEW_TASK in text_of(table_of(result.data, TASKS))


@pytest.mark.parametrize("column", range(5))
def test_months_of_objectives_are_renewed_whatever_column_is_gone(column):
    before, after = objectives(date(2022, 3, 20)), objectives(date(2022, 6, 14))
    data = edited(before, [("column deleted", MONTHS, column)])
    kept = rows_of(renewed(data, after, merge=MONTHS).data)
    assert kept == [row[:column] + row[column + 1 :] if len(row) == 5 else row for row in rows_of(after)]
    assert kept != rows_of(data)


@cache
def objectives(day: date) -> bytes:
    path = next((WORKBOOK.parents[1] / "nha-trang-2022").glob("*.xlsx"))
    source = read_workbook(path.read_bytes(), path.name)
    return make(source, request_for(source.data, day, period="2022-H1", kind="muc-tieu", as_of=day)).data


def rows_of(data: bytes) -> list[list[str]]:
    return [[text_of(c) for c in row.findall(f"{W}tc")] for row in table_of(data, MONTHS).findall(f"{W}tr")]
