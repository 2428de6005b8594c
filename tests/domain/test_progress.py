"""The state of the plans' awkward tasks, as of several days: what an officer would say of them."""

from typing import NamedTuple

import pytest

from generator.domain.plan import Task
from generator.domain.progress import ProgressEntry, TaskState, assess
from tests.domain.awkward_tasks import (
    ALWAYS,
    ALWAYS_AND_ONCE,
    BY_INSTRUCTION,
    EVENT_BEGUN,
    EVENT_HAPPENED,
    EVENT_TO_COME,
    EXTENDED,
    FROM_Q2,
    HALVES,
    MARCH,
    MARCH_AND_YEAR,
    MARCH_EXTENDED,
    MONTHLY,
    MONTHLY_IN_WORDS,
    ON_PLAN_DAY,
    PERIODIC,
    PERIODIC_TWO,
    PLAN_DAY,
    SHARES,
    SHARES_DONE,
    SINGLE,
    TWO_DATES,
    TWO_DATES_HALF,
    TWO_EVENTS,
    day,
    said,
)


class Case(NamedTuple):
    what: str
    task: Task
    entries: tuple[ProgressEntry, ...]
    states: dict[str, str]


CASES = [
    # One day.
    Case("never heard of, then overdue", SINGLE, (), {"30/6": "not_reported", "1/7": "not_started_late"}),
    Case("said not to be started", SINGLE, (said("1/6", "chưa"),), {"29/6": "not_started", "1/7": "not_started_late"}),
    Case("going on", SINGLE, (said("1/6", "đang"),), {"31/5": "not_reported", "29/6": "in_progress"}),
    Case("going on past its day", SINGLE, (said("1/6", "đang"),), {"30/6": "in_progress", "1/7": "in_progress_late"}),
    Case("the day itself is in time", SINGLE, (said("30/6", "xong", done="30/6"),), {"30/6": "done_on_time"}),
    Case("a day late", SINGLE, (said("1/7", "xong", done="1/7"),), {"30/6": "not_reported", "1/7": "done_late"}),
    Case("typed after the day, done before it", SINGLE, (said("25/7", "xong", done="20/6"),), {"25/7": "done_on_time"}),
    Case("done without a date", SINGLE, (said("29/6", "xong"),), {"29/6": "done_on_time"}),
    Case("done without a date, said late", SINGLE, (said("5/7", "xong"),), {"5/7": "done_late"}),
    Case(
        "the date given afterwards corrects",
        SINGLE,
        (said("5/7", "xong"), said("25/7", "xong", done="28/6")),
        {"5/7": "done_late", "25/7": "done_on_time"},
    ),
    Case(
        "said done again without a date",
        SINGLE,
        (said("28/6", "xong", done="27/6"), said("25/7", "xong")),
        {"25/7": "done_on_time"},
    ),
    Case("done before the plan's date", SINGLE, (said("1/5", "xong", done="1/3"),), {"1/5": "done_on_time"}),
    Case("done at 80 percent", SINGLE, (said("20/6", "xong", percent=80),), {"20/6": "in_progress"}),
    Case("done at 80 percent, overdue", SINGLE, (said("20/6", "xong", percent=80),), {"1/7": "in_progress_late"}),
    Case(
        "said to be under way, now said not to have begun",
        SINGLE,
        (said("1/6", "đang"), said("2/6", "chưa")),
        {"1/6": "in_progress", "30/6": "not_started", "1/7": "not_started_late"},
    ),
    Case(
        "done, now said not to have begun",
        SINGLE,
        (said("1/6", "xong"), said("2/6", "chưa")),
        {"1/6": "done_on_time", "30/6": "not_started", "1/7": "not_started_late"},
    ),
    Case(
        "confirmed with a later day keeps the first",
        SINGLE,
        (said("25/6", "xong", done="24/6"), said("25/7", "xong", done="20/7")),
        {"25/7": "done_on_time"},
    ),
    Case(
        "confirmed by its share keeps the day of the word",
        SINGLE,
        (said("25/6", "xong"), said("5/7", "đang", percent=100), said("6/7", "đang")),
        {"6/7": "done_on_time"},
    ),
    Case(
        "done at 100 percent, and under way again",
        SINGLE,
        (said("1/6", "xong", percent=100), said("10/6", "đang")),
        {"9/6": "done_on_time", "30/6": "in_progress", "1/7": "in_progress_late"},
    ),
    Case(
        "done, and less of it",
        SINGLE,
        (said("1/6", "xong"), said("10/6", "đang", percent=90)),
        {"1/7": "in_progress_late"},
    ),
    Case(
        "paused after it was done, and taken up",
        SINGLE,
        (said("1/6", "xong"), said("10/6", "dừng"), said("20/6", "đang")),
        {"1/6": "done_on_time", "10/6": "paused", "20/6": "in_progress"},
    ),
    Case(
        "done, open again, done again",
        SINGLE,
        (said("1/6", "xong", done="1/6"), said("10/6", "đang"), said("5/7", "xong", done="4/7")),
        {"1/6": "done_on_time", "30/6": "in_progress", "1/7": "in_progress_late", "5/7": "done_late"},
    ),
    Case("paused, overdue or not", SINGLE, (said("1/6", "dừng"),), {"1/6": "paused", "30/7": "paused"}),
    Case(
        "paused and taken up",
        SINGLE,
        (said("1/6", "dừng"), said("2/7", "đang")),
        {"1/7": "paused", "2/7": "in_progress_late"},
    ),
    Case("not arisen, overdue or not", SINGLE, (said("1/6", "không"),), {"1/6": "not_arisen", "30/7": "not_arisen"}),
    Case("rows not filled in say nothing", SINGLE, (said("1/6", None),), {"1/6": "not_reported"}),
    Case("a blank row takes nothing back", SINGLE, (said("1/6", "đang"), said("2/6", None)), {"2/6": "in_progress"}),
    Case("done at 100 percent", SINGLE, (said("20/6", "xong", percent=100),), {"20/6": "done_on_time"}),
    # An extension.
    Case("extended", EXTENDED, (said("1/6", "đang"),), {"31/8": "in_progress", "1/9": "in_progress_late"}),
    Case("done within the extension", EXTENDED, (said("25/8", "xong", done="20/8"),), {"25/8": "done_on_time"}),
    Case("done after the extension", EXTENDED, (said("5/9", "xong", done="1/9"),), {"5/9": "done_late"}),
    # A percentage at or above the required one is enough, whatever the word; what it reached is not lost by silence.
    Case(
        "half is required, and more than half is reached",
        HALVES,
        (said("25/6", "đang", percent=52), said("25/7", "đang"), said("25/11", "đang", percent=88)),
        {"25/6": "in_progress", "1/7": "in_progress", "31/12": "in_progress", "1/1/2024": "in_progress_late"},
    ),
    Case(
        "a share that falls again",
        HALVES,
        (said("25/6", "đang", percent=52), said("28/6", "đang", percent=40)),
        {"30/6": "in_progress", "1/7": "in_progress_late"},
    ),
    Case(
        "a share reached, then said not to have begun",
        HALVES,
        (said("25/6", "đang", percent=52), said("28/6", "chưa")),
        {"25/6": "in_progress", "30/6": "not_started", "1/7": "not_started_late"},
    ),
    Case(
        "a share reached, then a pause",
        HALVES,
        (said("25/6", "đang", percent=52), said("28/6", "dừng"), said("1/7", "đang")),
        {"28/6": "paused", "1/7": "in_progress"},
    ),
    Case("whole by its share", SINGLE, (said("25/6", "đang", percent=100),), {"1/7": "done_on_time"}),
    Case(
        "completed later than the row's day",
        SINGLE,
        (said("25/6", "xong", done="28/6"),),
        {"27/6": "in_progress", "28/6": "done_on_time"},
    ),
    Case(
        "monthly, done without a month: up to its day only",
        MONTHLY,
        (said("25/6", "xong", done="25/6"),),
        {"28/6": "in_progress", "29/6": "in_progress_late"},
    ),
    # A deadline before the plan's own date is asked about, not called late.
    Case("March, never heard of", MARCH, (), {"13/6": "not_reported", "31/12": "not_reported"}),
    Case("March, not done", MARCH, (said("25/5", "chưa"),), {"13/6": "not_started"}),
    Case("March, going on", MARCH, (said("25/5", "đang"),), {"13/6": "in_progress"}),
    Case("March, done in March", MARCH, (said("25/5", "xong", done="23/3"),), {"13/6": "done_on_time"}),
    Case("March, done in May", MARCH, (said("25/5", "xong", done="20/5"),), {"13/6": "done"}),
    Case("due on the plan's own day", ON_PLAN_DAY, (), {"25/4": "not_reported", "26/4": "not_started_late"}),
    Case(
        "March, extended by a document after the plan",
        MARCH_EXTENDED,
        (),
        {"31/5": "not_reported", "1/6": "not_started_late"},
    ),
    Case(
        "what lay before the plan is still asked about when the rest is done",
        MARCH_AND_YEAR,
        (said("25/11", "xong", "Đợt 2", done="24/11"),),
        {"31/12": "in_progress"},
    ),
    # 90% by 15/12, 100% by 31/01 of the next year.
    Case(
        "shares, nothing yet",
        SHARES,
        (said("1/12", "đang", percent=80),),
        {"15/12": "in_progress", "16/12": "in_progress_late"},
    ),
    Case(
        "shares, 92% then all",
        SHARES,
        SHARES_DONE,
        {"15/12": "in_progress", "29/1/2024": "in_progress", "31/1/2024": "done_on_time"},
    ),
    Case(
        "shares, 90% missed by two", SHARES, (said("14/12", "xong", "90%", percent=88),), {"16/12": "in_progress_late"}
    ),
    Case(
        "shares, whole at 92% meets the first",
        SHARES,
        (said("14/12", "xong", percent=92),),
        {"16/12": "in_progress", "1/2/2024": "in_progress_late"},
    ),
    Case(
        "shares, the first one late",
        SHARES,
        (said("20/12", "xong", "90%", done="18/12"), said("30/1/2024", "xong", "100%", done="29/1/2024")),
        {"16/12": "not_started_late", "20/12": "in_progress", "30/1/2024": "done_late"},
    ),
    Case("shares, just 90%", SHARES, (said("14/12", "xong", "90%", percent=90),), {"15/12": "in_progress"}),
    Case(
        "shares, paused and one of them taken up",
        SHARES,
        (said("1/6", "dừng"), said("1/9", "đang", "90%")),
        {"1/6": "paused", "1/9": "in_progress"},
    ),
    # Two dates in one cell.
    Case(
        "two dates, the first done", TWO_DATES, TWO_DATES_HALF, {"31/12": "in_progress", "1/1/2024": "in_progress_late"}
    ),
    Case(
        "two dates, done as a whole before the second is due: asked about",
        TWO_DATES,
        (*TWO_DATES_HALF, said("25/12", "xong", done="20/12")),
        {"31/12": "in_progress", "1/1/2024": "in_progress_late"},
    ),
    Case(
        "two dates, done as a whole, all of it",
        TWO_DATES,
        (*TWO_DATES_HALF, said("25/12", "xong", done="20/12", percent=100)),
        {"25/12": "done_on_time"},
    ),
    Case(
        "two dates, done as a whole by the last",
        TWO_DATES,
        (*TWO_DATES_HALF, said("31/12", "xong", done="20/12")),
        {"31/12": "done_on_time"},
    ),
    Case(
        "one of several open again",
        TWO_DATES,
        (*TWO_DATES_HALF, said("1/12", "đang", "Báo cáo năm")),
        {"30/11": "in_progress", "4/12": "in_progress", "5/12": "in_progress_late"},
    ),
    Case(
        "the whole said not to have begun leaves a met one met",
        TWO_DATES,
        (*TWO_DATES_HALF, said("1/12", "chưa")),
        {"4/12": "in_progress"},
    ),
    Case(
        "one under way, then the whole said not to have begun",
        TWO_DATES,
        (said("1/11", "đang", "Báo cáo năm"), said("1/12", "chưa")),
        {"30/11": "in_progress", "4/12": "not_started", "5/12": "not_started_late"},
    ),
    Case(
        "the whole under way, then one said not to have begun",
        TWO_DATES,
        (said("1/11", "đang"), said("1/12", "chưa", "Báo cáo năm")),
        {"4/12": "in_progress", "5/12": "in_progress_late"},
    ),
    Case(
        "the whole going on leaves a met one met",
        TWO_DATES,
        (*TWO_DATES_HALF, said("1/12", "đang")),
        {"4/12": "in_progress"},
    ),
    Case(
        "the whole done and open again",
        TWO_DATES,
        (said("20/11", "xong", done="20/11", percent=100), said("1/12", "đang")),
        {"20/11": "done_on_time", "4/12": "in_progress", "5/12": "in_progress_late"},
    ),
    # Day 13 of the last month of the periods owed.
    Case(
        "periodic, two of three",
        PERIODIC,
        PERIODIC_TWO,
        {"12/6": "not_reported", "13/9": "in_progress", "14/9": "in_progress_late", "15/9": "in_progress"},
    ),
    Case(
        "periodic, all, one late",
        PERIODIC,
        (*PERIODIC_TWO, said("13/12", "xong", "Năm", done="12/12")),
        {"13/12": "done_late"},
    ),
    Case(
        "periodic, one not arisen",
        PERIODIC,
        (PERIODIC_TWO[0], said("13/9", "không", "Quý III")),
        {"13/12": "in_progress", "14/12": "in_progress_late"},
    ),
    Case(
        "periodic, all but the one not arisen",
        PERIODIC,
        (PERIODIC_TWO[0], said("13/9", "không", "Quý III"), said("12/12", "xong", "Năm", done="12/12")),
        {"13/12": "done_on_time"},
    ),
    Case(
        "periodic, one paused is not late",
        PERIODIC,
        (PERIODIC_TWO[0], said("12/9", "dừng", "Quý III")),
        {"30/9": "in_progress"},
    ),
    Case(
        "periodic, all but the one paused",
        PERIODIC,
        (PERIODIC_TWO[0], said("12/9", "dừng", "Quý III"), said("12/12", "xong", "Năm", done="12/12")),
        {"13/12": "paused"},
    ),
    Case(
        "periodic, the one not arisen arises",
        PERIODIC,
        (PERIODIC_TWO[0], said("1/9", "không", "Quý III"), said("20/9", "đang", "Quý III")),
        {"13/9": "in_progress", "20/9": "in_progress_late"},
    ),
    Case(
        "periodic, the one not arisen and the one paused are done after all, late",
        PERIODIC,
        (
            PERIODIC_TWO[0],
            said("1/9", "không", "Quý III"),
            said("1/9", "dừng", "Năm"),
            said("20/9", "xong", "Quý III", done="20/9"),
            said("12/12", "xong", "Năm", done="12/12"),
        ),
        {"13/9": "paused", "20/9": "paused", "12/12": "done_late"},
    ),
    # Each month.
    Case(
        "monthly, months before the plan are not late",
        MONTHLY,
        (said("28/4", "xong", "Tháng 4", done="27/4"),),
        {"28/5": "in_progress", "29/5": "in_progress_late"},
    ),
    Case(
        "monthly, all done",
        MONTHLY,
        tuple(said(f"28/{m}", "xong", f"Tháng {m}", done=f"28/{m}") for m in range(1, 13)),
        {"27/12": "in_progress", "28/12": "done_on_time"},
    ),
    Case(
        "monthly in words only", MONTHLY_IN_WORDS, (said("25/5", "đang"),), {"24/5": "not_reported", "31/12": "ongoing"}
    ),
    # What goes on.
    Case("always", ALWAYS, (said("25/5", "đang"),), {"24/5": "not_reported", "31/12": "ongoing"}),
    Case(
        "always, this month's work done",
        ALWAYS,
        (said("25/5", "xong"), said("25/6", "đang")),
        {"25/5": "done", "25/6": "ongoing"},
    ),
    Case(
        "always, under way and then not",
        ALWAYS,
        (said("25/5", "đang"), said("25/6", "chưa")),
        {"25/5": "ongoing", "25/6": "not_started"},
    ),
    Case("always, done at 60 percent", ALWAYS, (said("25/5", "xong", percent=60),), {"25/5": "ongoing"}),
    Case(
        "always, with one fixed date",
        ALWAYS_AND_ONCE,
        (said("25/5", "đang"),),
        {"24/7": "ongoing", "25/7": "in_progress_late"},
    ),
    Case(
        "always, with one fixed date met",
        ALWAYS_AND_ONCE,
        (said("20/7", "xong", "Báo cáo rà soát", done="20/7"), said("25/8", "đang")),
        {"20/7": "ongoing", "31/12": "ongoing"},
    ),
    Case(
        "always, the fixed one never heard of",
        ALWAYS_AND_ONCE,
        (),
        {"24/7": "not_reported", "25/7": "not_started_late"},
    ),
    Case(
        "always, the fixed one not arisen",
        ALWAYS_AND_ONCE,
        (said("20/7", "không", "Báo cáo rà soát"),),
        {"24/7": "ongoing"},
    ),
    Case("from a quarter on", FROM_Q2, (said("25/5", "đang"),), {"24/5": "not_reported", "31/12": "ongoing"}),
    Case("from a quarter on, done", FROM_Q2, (said("25/5", "xong"),), {"25/5": "done"}),
    Case("from a quarter on, done under its label", FROM_Q2, (said("25/5", "xong", "Từ quý II"),), {"25/5": "done"}),
    # When something happens, or a superior says so.
    Case("an event to come", EVENT_TO_COME, (), {"31/12": "not_reported"}),
    Case("an event that has not come", EVENT_TO_COME, (said("25/5", "không"),), {"31/12": "not_arisen"}),
    Case("an event without its days, done", EVENT_TO_COME, (said("25/7", "xong"),), {"25/7": "done"}),
    Case("an event begun", EVENT_BEGUN, (said("5/7", "đang"),), {"31/12": "in_progress"}),
    Case(
        "an event that came",
        EVENT_HAPPENED,
        (said("25/5", "không"), said("5/7", "đang"), said("9/7", "xong", done="8/7")),
        {"25/5": "not_arisen", "5/7": "in_progress", "8/7": "in_progress", "9/7": "done_on_time"},
    ),
    Case(
        "two events, none arisen",
        TWO_EVENTS,
        (said("1/6", "không", "Lần 1"), said("1/6", "không", "Lần 2")),
        {"1/6": "not_arisen"},
    ),
    Case(
        "two events, one paused",
        TWO_EVENTS,
        (said("1/6", "không", "Lần 1"), said("1/6", "dừng", "Lần 2")),
        {"1/6": "paused"},
    ),
    Case(
        "two events, both done",
        TWO_EVENTS,
        (said("1/6", "xong", "Lần 1"), said("1/7", "xong", "Lần 2")),
        {"1/6": "in_progress", "1/7": "done"},
    ),
    Case(
        "two events, one opened again after the whole was done",
        TWO_EVENTS,
        (said("1/6", "xong"), said("2/6", "đang", "Lần 1"), said("3/6", "xong", "Lần 2")),
        {"1/6": "done", "3/6": "in_progress"},
    ),
    Case(
        "by instruction",
        BY_INSTRUCTION,
        (said("25/5", "chưa"), said("25/6", "đang"), said("25/7", "xong")),
        {"24/5": "not_reported", "25/5": "not_started", "25/6": "in_progress", "25/7": "done"},
    ),
    Case(
        "by instruction, done at 50 percent",
        BY_INSTRUCTION,
        (said("25/5", "xong", percent=50),),
        {"25/5": "in_progress"},
    ),
]


@pytest.mark.parametrize(
    ("case", "as_of", "state"),
    [pytest.param(c, d, s, id=f"{c.what}-{d}") for c in CASES for d, s in c.states.items()],
)
def test_the_state_of_an_awkward_task_as_of_a_day(case: Case, as_of: str, state: str) -> None:
    assert assess(case.task, case.entries, day(as_of), PLAN_DAY).state == state


def test_the_awkward_tasks_reach_every_state() -> None:
    assert {s for c in CASES for s in c.states.values()} == set(TaskState)
