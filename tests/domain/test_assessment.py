"""What an assessment says besides the state: the day that counts, the day of completion, what rates speak of."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.domain.plan import Plan, Section, Task
from generator.domain.progress import (
    Assessment,
    ProgressEntry,
    TaskState,
    Word,
    as_known_on,
    assess,
    assess_plan,
    entries_by_task,
)
from tests.domain.awkward_tasks import (
    ALWAYS,
    BY_INSTRUCTION,
    EVENT_TO_COME,
    EXTENDED,
    PERIODIC,
    PERIODIC_TWO,
    PLAN_DAY,
    SHARES,
    SHARES_DONE,
    SINGLE,
    day,
    said,
)


def at(case_task: Task, as_of: str, *entries: ProgressEntry) -> Assessment:
    return assess(case_task, entries, day(as_of), PLAN_DAY)


@pytest.mark.parametrize(
    ("assessment", "counts", "completed"),
    [
        pytest.param(at(SHARES, "1/12"), "15/12", None, id="the earliest open milestone"),
        pytest.param(at(SHARES, "20/12", *SHARES_DONE), "31/1/2024", None, id="the next one once the first is met"),
        pytest.param(at(SHARES, "1/2/2024", *SHARES_DONE), "31/1/2024", "30/1/2024", id="the last once all is done"),
        pytest.param(at(EXTENDED, "1/7"), "31/8", None, id="the extended day"),
        pytest.param(at(BY_INSTRUCTION, "25/7", said("25/6", "xong", done="20/6"), said("25/7", "xong")), None, "20/6",
                     id="no day, done once and said twice"),
        pytest.param(at(BY_INSTRUCTION, "25/7", said("25/5", "xong"), said("25/6", "đang"), said("25/7", "xong")), None,
                     "25/7", id="no day, done again"),
        pytest.param(at(EVENT_TO_COME, "25/7", said("25/7", "không")), None, None, id="no event, no day"),
        pytest.param(at(PERIODIC, "14/9", PERIODIC_TWO[0], said("13/9", "không", "Quý III")), "13/12", None,
                     id="a milestone that did not arise is passed over"),
        pytest.param(at(SINGLE, "25/7", said("25/7", "xong", done="28/6")), "30/6", "28/6", id="done"),
    ],
)  # fmt: skip
def test_the_day_that_counts_now_and_the_day_of_completion(
    assessment: Assessment, counts: str | None, completed: str | None
) -> None:
    assert assessment.due == (day(counts) if counts else None)
    assert assessment.completed_on == (day(completed) if completed else None)


@pytest.mark.parametrize(
    ("case_task", "as_of", "entries", "came_due"),
    [
        (SINGLE, "29/6", (said("1/6", "xong"),), False),
        (SINGLE, "30/6", (said("1/6", "xong"),), True),
        (SINGLE, "30/6", (), True),
        (SHARES, "20/12", (), True),
        (SHARES, "20/12", SHARES_DONE, False),
        (ALWAYS, "31/12", (said("1/6", "đang"),), False),
        (EXTENDED, "30/8", (), False),
    ],
)
def test_rates_speak_of_tasks_wholly_due_or_overdue(
    case_task: Task, as_of: str, entries: tuple[ProgressEntry, ...], came_due: bool
) -> None:
    assert at(case_task, as_of, *entries).has_come_due is came_due


def test_every_state_has_a_label_of_its_own_and_is_done_or_late_or_neither() -> None:
    assert len({s.label for s in TaskState}) == len(TaskState)
    assert [s.label for s in TaskState if s.is_done] == ["Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Hoàn thành"]
    assert [s.label for s in TaskState if s.is_late] == ["Đang thực hiện (quá hạn)", "Chưa thực hiện (quá hạn)"]


def test_what_nobody_spoke_of_has_the_word_of_its_deadline() -> None:
    assert at(SINGLE, "1/3").label == "Chưa đến hạn"
    assert at(BY_INSTRUCTION, "1/3").label == "Thực hiện theo chỉ đạo hoặc khi phát sinh"


def test_entries_are_grouped_by_task_oldest_first_and_keep_the_order_of_a_day() -> None:
    newer, older, same_day = said("25/6", "đang"), said("25/5", "chưa"), said("25/6", "xong")
    other = older._replace(task_id="I.2")
    assert entries_by_task([newer, other, older, same_day]) == {"I.1": (older, newer, same_day), "I.2": (other,)}
    assert assess(BY_INSTRUCTION, entries_by_task([newer, older, same_day])["I.1"], day("25/6")).latest is same_day


def test_a_row_without_a_state_keeps_its_texts_and_changes_no_state() -> None:
    going_on = said("1/6", "đang")
    no_state = said("2/6", None)._replace(difficulty="Chưa có tài khoản")
    too_late = said("3/6", None)._replace(difficulty="Chưa có kinh phí")
    found = at(SINGLE, "2/6", going_on, no_state, too_late)
    assert [e.difficulty for e in found.entries] == ["", "Chưa có tài khoản"]
    assert (found.state, found.latest) == (TaskState.IN_PROGRESS, going_on)


@pytest.mark.parametrize("text", ["Đã giải quyết", "  đã  giải quyết xong. ", "Hết", "ĐÃ HẾT;", "Đã giải quyết!"])
def test_a_difficulty_is_open_until_a_row_says_that_it_is_solved(text: str) -> None:
    told = said("1/6", "đang")._replace(difficulty="Chưa có tài khoản")
    silent = said("2/6", "đang")
    closed = said("3/6", "đang")._replace(difficulty=text)
    again = said("4/6", "đang")._replace(difficulty="Hết kinh phí")
    rows = (told, silent, closed, again)
    days = ("1/6", "2/6", "3/6", "4/6")
    assert [at(SINGLE, d, *rows).difficulty for d in days] == ["Chưa có tài khoản"] * 2 + ["", "Hết kinh phí"]


def test_a_plan_is_assessed_from_the_day_it_was_signed() -> None:
    plan = Plan(issued_on=day("1/7"), sections=(Section("I", "", (SINGLE,)),))
    assert assess_plan(plan, {}, day("25/7"))[SINGLE.id].state is TaskState.NOT_REPORTED
    assert assess_plan(replace(plan, issued_on=day("30/6")), {}, day("25/7"))[SINGLE.id].state.is_late


@pytest.mark.parametrize(
    ("row", "word", "percent"),
    [
        (said("25/6", "xong", done="28/6"), Word.IN_PROGRESS, None),
        (said("25/6", "chưa", done="28/6")._replace(percent=Decimal(60)), Word.NOT_STARTED, None),
        (said("25/6", "đang", done="28/6")._replace(percent=Decimal(60)), Word.IN_PROGRESS, None),
    ],
)
def test_what_is_done_on_a_later_day_is_not_yet_so(row: ProgressEntry, word: Word, percent: Decimal | None) -> None:
    known = as_known_on(row, day("27/6"))
    assert (known.word, known.percent) == (word, percent)
    assert as_known_on(row, day("28/6")) is row
