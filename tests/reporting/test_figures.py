"""What the figures of a report hold: for programs, of the period, and as things stood before it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.domain.period import ReportingPeriod
from generator.domain.progress import TaskState, Word
from generator.kinds import kind_of
from generator.reporting.figures import Standing, figures_as_json, report_figures
from tests.reporting.years import DUE_MAY, DUE_NOVEMBER, ON_DEMAND, ONGOING, entry, year

SECOND_QUARTER = ReportingPeriod.parse("2023-Q2")
#: The report of the first quarter was due on 14/3.
START = date(2023, 3, 15)
BEFORE = START - timedelta(days=1)


def figures_of(*entries, deadlines=(DUE_MAY, DUE_MAY, ONGOING, DUE_NOVEMBER)):
    return report_figures(year(list(deadlines), list(entries)), SECOND_QUARTER, kind_of("cchc"), date(2023, 6, 13))


def test_programs_are_told_all_of_it() -> None:
    told = figures_as_json(figures_of(entry(1, Word.DONE), entry(3, Word.IN_PROGRESS)))
    counts = told.pop("counts")
    assert {name: n for name, n in counts.items() if n} == {
        "total": 4, "due": 2, "done": 1, "done_on_time": 1, "late": 1, "ongoing": 1, "not_due": 1,
    }  # fmt: skip
    totals = {"done_on_time": 1, "not_reported": 1, "not_started_late": 1, "ongoing": 1}
    assert told == {
        "period": {"id": "2023-Q2", "start": "2023-03-15", "end": "2023-06-14"},
        "as_of": "2023-06-13",
        "totals": totals,
        "sections": [{"id": "I", "title": "CẢI CÁCH THỂ CHẾ", "totals": totals}],
        "tasks": [
            {"id": "I.1", "state": "done_on_time", "due": "2023-05-31"},
            {"id": "I.2", "state": "not_started_late", "due": "2023-05-31"},
            {"id": "I.3", "state": "ongoing", "due": None},
            {"id": "I.4", "state": "not_reported", "due": "2023-11-24"},
        ],
    }


@pytest.mark.parametrize(
    ("word", "days", "strictly", "of_the_period"),
    [
        (Word.IN_PROGRESS, [BEFORE, START], False, [START]),
        (Word.IN_PROGRESS, [BEFORE], False, []),
        (Word.IN_PROGRESS, [START], True, [START]),
        (Word.DONE, [BEFORE, START], False, [BEFORE, START]),
        (Word.DONE, [BEFORE, START], True, [START]),
        (Word.DONE, [BEFORE], True, [BEFORE]),
    ],
)
def test_the_results_of_the_period(word, days, strictly, of_the_period) -> None:
    """A finished task keeps the results that finished it; strictly only while there are none of the period."""
    figures = figures_of(*(entry(1, word, day) for day in days))
    said = figures.said_in_period(figures.now.assessments["I.1"], strictly=strictly)
    assert [e.as_of for e in said.entries] == of_the_period


def test_as_it_was_known_before_the_period() -> None:
    figures = figures_of(entry(1, Word.IN_PROGRESS, BEFORE), entry(1, Word.DONE, START))
    before = figures.known_before(figures.now.assessments["I.1"])
    assert (before.as_of, before.state, len(before.entries)) == (BEFORE, TaskState.IN_PROGRESS, 1)


@pytest.mark.parametrize(
    ("deadline", "standing"),
    [(DUE_MAY, Standing.DUE_DONE), (DUE_NOVEMBER, Standing.DONE_AHEAD), (ON_DEMAND, Standing.DONE_UNDATED)],
)
def test_where_a_finished_task_is_counted(deadline, standing) -> None:
    assert figures_of(entry(1, Word.DONE), deadlines=[deadline]).now.places["I.1"][0] is standing


@pytest.mark.parametrize(
    ("issued", "heard", "compared"),
    [
        (BEFORE, BEFORE, True),
        (START, BEFORE, False),
        (BEFORE, START, False),
        (None, BEFORE, False),
    ],
)
def test_what_came_before_is_compared_with_once_plan_and_results_were_there(issued, heard, compared) -> None:
    data = year([DUE_NOVEMBER], [entry(1, Word.IN_PROGRESS, heard)])
    data = replace(data, plan=replace(data.plan, issued_on=issued))
    figures = report_figures(data, SECOND_QUARTER, kind_of("cchc"), date(2023, 6, 13))
    assert (figures.before is not None) == compared
    assert figures.before is None or figures.before.as_of == BEFORE


def test_open_tasks_last_heard_of_in_some_days() -> None:
    first, last = date(2023, 5, 1), date(2023, 5, 31)
    days = (first - timedelta(days=1), first, last, last + timedelta(days=1))
    told = [entry(n, Word.IN_PROGRESS, day, result="Đã dự thảo") for n, day in enumerate(days, start=1)]
    figures = figures_of(*told, entry(5, Word.DONE, last, result="Xong"), deadlines=[DUE_NOVEMBER] * 6)
    assert [(a.task.id, day) for a, day in figures.last_heard_between(first, last)] == [("I.2", first), ("I.3", last)]


def test_what_is_late_in_a_section() -> None:
    figures = figures_of(entry(1, Word.DONE))
    (section,) = figures.data.plan.sections
    assert [a.task.id for a in figures.late(section)] == [a.task.id for a in figures.late()] == ["I.2"]
    assert figures.late(replace(section, tasks=section.tasks[2:])) == []
