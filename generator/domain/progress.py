"""What was said of a task as of a day, and the state that follows from it.

Officers type facts; lateness is computed. The state as of a day uses only what was said up to that day, so any
past report can be made again. The values here are named tuples: they are made by the hundred for each report, and in
a fifth of the time that a frozen dataclass takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from heapq import merge
from typing import NamedTuple

from generator.domain.deadline import DeadlineNature, Milestone
from generator.domain.plan import Plan, Task


class Word(Enum):
    """The five words an officer may use; the value is the word itself."""

    NOT_STARTED = "Chưa thực hiện"
    IN_PROGRESS = "Đang thực hiện"
    DONE = "Hoàn thành"
    NOT_ARISEN = "Chưa phát sinh"
    PAUSED = "Tạm dừng"


class TaskState(StrEnum):
    """Computed state (tình trạng) of a task; `label` is what documents print.

    `is_late` is overdue and still open: done late is done.
    """

    label: str
    is_done: bool
    is_late: bool

    def __new__(cls, value: str, label: str) -> TaskState:
        state = str.__new__(cls, value)
        state._value_ = value
        state.label = label
        state.is_done = value.startswith("done")
        state.is_late = value.endswith("_late") and not state.is_done
        return state

    DONE_ON_TIME = "done_on_time", "Hoàn thành đúng hạn"
    DONE_LATE = "done_late", "Hoàn thành quá hạn"
    DONE = "done", "Hoàn thành"
    IN_PROGRESS = "in_progress", "Đang thực hiện (trong hạn)"
    IN_PROGRESS_LATE = "in_progress_late", "Đang thực hiện (quá hạn)"
    NOT_STARTED = "not_started", "Chưa thực hiện (chưa đến hạn)"
    NOT_STARTED_LATE = "not_started_late", "Chưa thực hiện (quá hạn)"
    ONGOING = "ongoing", "Thường xuyên"
    NOT_ARISEN = "not_arisen", "Chưa phát sinh"
    PAUSED = "paused", "Tạm dừng"
    NOT_REPORTED = "not_reported", "Chưa có báo cáo"


#: What documents print instead of "Chưa có báo cáo", which is no matter of the superior's.
NOT_YET_DUE, NOT_YET_BEGUN = "Chưa đến hạn", "Chưa đến thời gian thực hiện"
#: The same of what has no day until a superior says so, or it happens: in the words of the sentence of totals.
WHEN_ASKED = "Thực hiện theo chỉ đạo hoặc khi phát sinh"


_LABEL_OF_SILENT = {
    DeadlineNature.DATED: NOT_YET_DUE,
    DeadlineNature.ONGOING: TaskState.ONGOING.label,
    DeadlineNature.ON_DEMAND: WHEN_ASKED,
}


class ProgressEntry(NamedTuple):
    """What is known of a task, or of one milestone (`milestone` its label), as of a day."""

    as_of: date
    task_id: str
    word: Word | None
    milestone: str = ""
    percent: Decimal | None = None
    completed_on: date | None = None
    result: str = ""
    document: str = ""
    cause: str = ""
    remedy: str = ""
    difficulty: str = ""
    recommendation: str = ""

    @property
    def day_done(self) -> date:
        """The day of completion; without one, the entry's own day is the judge."""
        return self.completed_on or self.as_of

    @property
    def says_result(self) -> bool:
        return bool(self.result.strip() or self.document.strip())


class MilestoneStanding(NamedTuple):
    """A milestone as of a day: met on `met_on`, or not; `excused` is the word that lifts it (not arisen, paused)."""

    milestone: Milestone
    met_on: date | None = None
    excused: Word | None = None
    before_plan: bool = False

    def is_overdue(self, as_of: date) -> bool:
        """Its last day is past and it is not met: on the last day itself nothing is late, nor what was due before the
        plan existed."""
        due = self.milestone.due
        return due is not None and due < as_of and self.met_on is None and not (self.excused or self.before_plan)

    @property
    def met_late(self) -> bool:
        due = self.milestone.due
        return self.met_on is not None and due is not None and not self.before_plan and self.met_on > due


class Assessment(NamedTuple):
    """A task's computed state as of a day, with what it rests on.

    `task` is the task as known on that day: without extensions granted later.
    `due` is the day that counts now: of the earliest open milestone, else of the last one. `completed_on` is set
    for a finished task. `entries` are those of that day and before, oldest first; a row whose state was left blank
    says nothing of the state, but its texts are not lost.
    """

    task: Task
    as_of: date
    state: TaskState
    due: date | None = None
    completed_on: date | None = None
    standings: tuple[MilestoneStanding, ...] = ()
    entries: tuple[ProgressEntry, ...] = ()

    @property
    def latest(self) -> ProgressEntry | None:
        """The latest row that names a state."""
        return next((e for e in reversed(self.entries) if e.word is not None), None)

    @property
    def difficulty(self) -> str:
        """The difficulty still open: the last one told, unless a later row says that it is solved."""
        told = next((e.difficulty for e in reversed(self.entries) if e.difficulty.strip()), "")
        return "" if closes_difficulty(told) else told

    @property
    def label(self) -> str:
        """The state as documents print it: who was not heard of is no matter of the superior's."""
        if self.state is not TaskState.NOT_REPORTED:
            return self.state.label
        if self.is_to_begin:
            return NOT_YET_BEGUN
        return _LABEL_OF_SILENT[self.task.deadline.nature]

    @property
    def is_to_begin(self) -> bool:
        """Every milestone of the task has a first day, and none of these has come."""
        milestones = self.task.deadline.milestones
        return bool(milestones) and all([m.first_day is not None and m.first_day > self.as_of for m in milestones])

    @property
    def has_milestones_to_come(self) -> bool:
        """The whole task is said to be done, and milestones of it are still open: a person is asked which is meant."""
        latest = self.latest
        said = latest is not None and latest.word is Word.DONE and not latest.milestone and latest.percent is None
        return said and len(self.standings) > 1 and any([s.met_on is None and not s.excused for s in self.standings])

    @property
    def has_come_due(self) -> bool:
        """The whole task was due by the day, or is overdue: what rates of completion speak of."""
        if self.state.is_late:
            return True
        final = self.task.deadline.final_day
        return final is not None and final <= self.as_of


def closes_difficulty(text: str) -> bool:
    """Whether "Đã giải quyết", "Hết" in the column of difficulties closes the one told before."""
    return " ".join(text.split()).rstrip(" .;!").casefold() in ("đã giải quyết", "đã giải quyết xong", "hết", "đã hết")


#: The one duty of a task without milestones.
_UNDATED = Milestone()
#: What the last word on some milestone is where the task has begun.
_AT_WORK = (Word.IN_PROGRESS, Word.DONE)


def entries_by_task(entries: Iterable[ProgressEntry]) -> dict[str, tuple[ProgressEntry, ...]]:
    """Group entries by task, oldest first; entries of one day keep their order of typing."""
    grouped: dict[str, list[ProgressEntry]] = {}
    for entry in entries:
        grouped.setdefault(entry.task_id, []).append(entry)
    for rows in grouped.values():
        if len(rows) > 1:
            rows.sort(key=lambda e: e.as_of)
    return {task_id: tuple(rows) for task_id, rows in grouped.items()}


def assess_plan(plan: Plan, entries: Mapping[str, tuple[ProgressEntry, ...]], as_of: date) -> dict[str, Assessment]:
    """Return the assessment of each task of the plan, keyed by task id, in the plan's order."""
    return {task.id: assess(task, entries.get(task.id, ()), as_of, plan.issued_on) for task in plan.tasks}


def assess(
    task: Task, entries: tuple[ProgressEntry, ...], as_of: date, plan_issued_on: date | None = None
) -> Assessment:
    """Return the state of `task` as of a day, from its entries (oldest first) dated up to that day.

    A milestone is met by "Hoàn thành", or by a percentage at or above the required one whatever the word beside it;
    "Hoàn thành" with less contradicts itself and does not meet it. The latest word on each milestone says what is so
    now: what was done and is said to be under way or not begun is open again. An extension counts from its document's
    day.
    """
    deadline = task.deadline.as_known_on(as_of)
    if deadline is not task.deadline:
        task = task._replace(deadline=deadline)
    heard = entries if not entries or entries[-1].as_of <= as_of else tuple(e for e in entries if e.as_of <= as_of)
    known = tuple([as_known_on(e, as_of) for e in heard if e.word is not None])
    milestones, goes_on = deadline.milestones, deadline.is_open_ended
    # Whether every row speaks of the whole task: one milestone at most, and no duty that goes on beside it.
    whole_only = not milestones or (len(milestones) == 1 and (not goes_on or milestones[0].is_open_ended))
    about = [known] * len(milestones) if whole_only else list(_about(known, milestones))
    standings = tuple([_stand(m, rows, whole_only, plan_issued_on) for m, rows in zip(milestones, about, strict=True)])
    # A task without milestones is held to the same rules, as one duty without a day.
    duties = standings or (_stand(_UNDATED, known, whole_only, None),)
    of_whole = known if whole_only else [e for e in known if not e.milestone]
    spoken = [*about, of_whole] if goes_on or not milestones else about
    begun = any([s.met_on for s in duties]) or any([rows[-1].word in _AT_WORK for rows in spoken if rows])
    state = _state(known, of_whole[-1] if of_whole else None, duties, as_of, goes_on=goes_on, begun=begun)
    completed = max((s.met_on for s in duties if s.met_on), default=None) if state.is_done else None
    due = _day_that_counts(standings) if standings else None
    return Assessment(task, as_of, state, due, completed, standings, heard)


def _day_that_counts(standings: tuple[MilestoneStanding, ...]) -> date | None:
    open_days = [due for s in standings if s.met_on is None and not s.excused and (due := s.milestone.due)]
    return min(open_days) if open_days else max([due for s in standings if (due := s.milestone.due)], default=None)


def _before_plan(milestone: Milestone, plan_issued_on: date | None) -> bool:
    return (
        plan_issued_on is not None
        and milestone.extended_to is None
        and milestone.last_day is not None
        and milestone.last_day < plan_issued_on
    )


def as_known_on(entry: ProgressEntry, as_of: date) -> ProgressEntry:
    """Return the entry as it counts on a day: what is said to be completed on a later day is under way until then."""
    if entry.completed_on is None or entry.completed_on <= as_of or not (entry.word is Word.DONE or entry.percent):
        return entry
    return entry._replace(word=Word.IN_PROGRESS if entry.word is Word.DONE else entry.word, percent=None)


def _about(known: Sequence[ProgressEntry], milestones: tuple[Milestone, ...]) -> Iterator[list[ProgressEntry]]:
    """Yield for each milestone the entries about it or about the whole task, in their order."""
    of_whole: list[tuple[int, ProgressEntry]] = []
    by_label: dict[str, list[tuple[int, ProgressEntry]]] = {}
    for place in enumerate(known):
        (by_label.setdefault(place[1].milestone, []) if place[1].milestone else of_whole).append(place)
    for milestone in milestones:
        own = by_label.get(milestone.label, []) if milestone.label else []
        yield [entry for _, entry in merge(of_whole, own)] if own else [entry for _, entry in of_whole]


def _stand(
    milestone: Milestone, known: Sequence[ProgressEntry], whole_only: bool, plan_issued_on: date | None
) -> MilestoneStanding:
    """Return where a milestone stands after the entries about it; `whole_only`: they all speak of it alone.

    What was done is open again when a later entry about it says "Đang thực hiện" or "Chưa thực hiện" below the required
    percentage; a percentage reached on the way is lost only by a lesser one or by "Chưa thực hiện", and what an entry
    of the milestone's own said only by another such entry. Confirmed, it keeps the earliest day since it was last open.
    """
    met: date | None = None
    holding: set[tuple[bool, bool]] = set()
    excused: Word | None = None
    for entry in known:
        own = whole_only or entry.milestone != ""
        reached = entry.percent is not None and entry.percent >= milestone.required
        said_done = entry.word is Word.DONE and entry.percent is None
        if reached or (said_done and (own or _covers(entry, milestone))):
            met = entry.day_done if met is None else min(met, entry.day_done)
            holding.add((own, entry.word is not Word.DONE))
            excused = None
        elif not said_done:  # Else the whole task is said to be done before this milestone's time: asked about.
            of_share = entry.percent is not None or entry.word is Word.NOT_STARTED
            holding = {(by_own, by_share) for by_own, by_share in holding if by_own > own or by_share > of_share}
            met = met if holding else None
            if own:
                excused = entry.word if entry.word in (Word.NOT_ARISEN, Word.PAUSED) else None
    return MilestoneStanding(milestone, met, None if met else excused, _before_plan(milestone, plan_issued_on))


def _covers(entry: ProgressEntry, milestone: Milestone) -> bool:
    """Whether "Hoàn thành" of a whole task speaks of this milestone of several: of what was due by its day."""
    return milestone.due is None or milestone.due <= max(entry.as_of, entry.day_done)


def _state(
    known: tuple[ProgressEntry, ...],
    latest_whole: ProgressEntry | None,
    duties: tuple[MilestoneStanding, ...],
    as_of: date,
    *,
    goes_on: bool,
    begun: bool,
) -> TaskState:
    if latest_whole is not None and latest_whole is known[-1]:
        if latest_whole.word is Word.PAUSED:
            return TaskState.PAUSED
        if latest_whole.word is Word.NOT_ARISEN:
            return TaskState.NOT_ARISEN
    binding = [s for s in duties if s.milestone.due is not None and not s.excused]
    if any([s.is_overdue(as_of) for s in binding]):
        return TaskState.IN_PROGRESS_LATE if begun else TaskState.NOT_STARTED_LATE
    if not known:
        return TaskState.NOT_REPORTED

    said_done = latest_whole is not None and latest_whole.word is Word.DONE
    if (said_done or not goes_on) and all([s.excused or s.met_on for s in duties]):
        if any(s.excused is Word.PAUSED for s in duties):
            return TaskState.PAUSED
        return _done_state(binding) if any(s.met_on for s in duties) else TaskState.NOT_ARISEN

    # What is ongoing by nature but said not to have begun is not reported as going on.
    if not begun and (not goes_on or known[-1].word is Word.NOT_STARTED):
        return TaskState.NOT_STARTED
    return TaskState.ONGOING if goes_on else TaskState.IN_PROGRESS


def _done_state(binding: list[MilestoneStanding]) -> TaskState:
    in_force = [s for s in binding if not s.before_plan]
    if not in_force:
        on_time_before = binding and all(s.met_on and s.milestone.due and s.met_on <= s.milestone.due for s in binding)
        return TaskState.DONE_ON_TIME if on_time_before else TaskState.DONE
    return TaskState.DONE_LATE if any(s.met_late for s in in_force) else TaskState.DONE_ON_TIME
