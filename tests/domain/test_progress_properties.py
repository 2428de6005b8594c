"""What holds of any task, however strange its milestones and its history."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.domain.deadline import Milestone
from generator.domain.plan import Plan, Section, Task
from generator.domain.progress import ProgressEntry, TaskState, Word, assess, assess_plan, entries_by_task
from tests.domain.awkward_tasks import PLAN_DAY, task

days = st.dates(date(2023, 1, 1), date(2024, 2, 28))
labels = st.sampled_from(["", "A", "B"])
milestones = st.builds(
    Milestone,
    label=labels,
    first_day=st.none() | days,
    last_day=st.none() | days,
    required=st.sampled_from([Decimal(90), Decimal(100)]),
    extended_to=st.none() | days,
)
phrases = st.sampled_from(["", "Thường xuyên", "Định kỳ hằng tháng", "Trong năm 2023", "Trong vòng 05 ngày"])
tasks = st.builds(task, phrases, milestones) | st.builds(
    lambda phrase, parts: task(phrase, *parts), phrases, st.lists(milestones, max_size=3)
)
entries = st.builds(
    ProgressEntry,
    as_of=days,
    task_id=st.just("I.1"),
    word=st.none() | st.sampled_from(Word),
    milestone=labels,
    percent=st.none() | st.sampled_from([Decimal(0), Decimal(90), Decimal(100), Decimal(120)]),
    completed_on=st.none() | days,
)
histories = st.lists(entries, max_size=5).map(lambda rows: tuple(sorted(rows, key=lambda e: e.as_of)))


@given(tasks, histories, days, st.none() | days)
def test_a_state_keeps_its_word(
    any_task: Task, history: tuple[ProgressEntry, ...], as_of: date, issued: date | None
) -> None:
    found = assess(any_task, history, as_of, issued)
    known = [e for e in history if e.as_of <= as_of and e.word]
    assert found.state.is_done == (found.completed_on is not None)
    assert not found.state.is_done or any(e.word is Word.DONE or (e.percent or 0) >= 90 for e in known)
    assert not found.state.is_late or any(m.due and m.due < as_of for m in any_task.deadline.milestones)
    assert found.state is not TaskState.NOT_REPORTED or not known
    assert found.state is not TaskState.ONGOING or any_task.deadline.is_open_ended
    if found.state in (TaskState.NOT_STARTED, TaskState.NOT_STARTED_LATE) and known:
        last = known[-1]
        of_nothing = last.milestone and last.milestone not in [m.label for m in any_task.deadline.milestones]
        assert of_nothing or last.word not in (Word.IN_PROGRESS, Word.DONE)


@given(tasks, histories, histories, days)
def test_what_is_typed_later_never_changes_a_past_day(
    any_task: Task, history: tuple[ProgressEntry, ...], more: tuple[ProgressEntry, ...], as_of: date
) -> None:
    later = tuple(e._replace(as_of=as_of + timedelta(days=1 + n)) for n, e in enumerate(more))
    before = tuple(e for e in history if e.as_of <= as_of)
    assert assess(any_task, before + later, as_of, PLAN_DAY) == assess(any_task, before, as_of, PLAN_DAY)


@given(tasks, histories, histories, days)
def test_what_is_said_of_one_task_leaves_the_others_alone(
    any_task: Task, history: tuple[ProgressEntry, ...], others: tuple[ProgressEntry, ...], as_of: date
) -> None:
    neighbour = any_task._replace(id="I.2")
    plan = Plan(issued_on=PLAN_DAY, sections=(Section("I", "Chung", (neighbour, any_task)),))
    rows = [*history, *(e._replace(task_id="I.2") for e in others)]
    assessed = assess_plan(plan, entries_by_task(rows), as_of)
    assert list(assessed) == ["I.2", "I.1"]
    assert assessed["I.1"] == assess(any_task, history, as_of, PLAN_DAY)
