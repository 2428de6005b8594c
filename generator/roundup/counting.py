"""Counts over the tasks of units, and the key by which each number is found again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Protocol

from generator.domain.progress import TaskState
from generator.reporting.figures import Standing


class Counted(Protocol):
    """A task, whether just judged or read again from a table."""

    @property
    def state(self) -> str: ...
    @property
    def standing(self) -> str: ...


class Group(StrEnum):
    """Where a task stands in the table of units; each task stands in exactly one place. The value is the heading."""

    ON_TIME = "Hoàn thành đúng hạn"
    DONE_LATE = "Hoàn thành quá hạn"
    LATE = "Quá hạn chưa hoàn thành"
    GOING = "Đang thực hiện"
    WAITING = "Chưa đến hạn, chưa phát sinh, tạm dừng"
    UNHEARD = "Chưa có báo cáo"


_GROUPS: Mapping[str, Group] = {
    TaskState.DONE_ON_TIME.value: Group.ON_TIME,
    TaskState.DONE.value: Group.ON_TIME,
    TaskState.DONE_LATE.value: Group.DONE_LATE,
    TaskState.IN_PROGRESS_LATE.value: Group.LATE,
    TaskState.NOT_STARTED_LATE.value: Group.LATE,
    TaskState.IN_PROGRESS.value: Group.GOING,
    TaskState.ONGOING.value: Group.GOING,
    TaskState.NOT_STARTED.value: Group.WAITING,
    TaskState.NOT_ARISEN.value: Group.WAITING,
    TaskState.PAUSED.value: Group.WAITING,
    TaskState.NOT_REPORTED.value: Group.UNHEARD,
}
_DONE_STANDINGS = (Standing.DUE_DONE.name, Standing.DONE_AHEAD.name, Standing.DONE_UNDATED.name)


#: What documents call each state.
LABELS: Mapping[str, str] = {state.value: state.label for state in TaskState}


def group_of(state: str) -> Group:
    return _GROUPS[state]


class Measure(StrEnum):
    """What is counted of tasks; the value is its name in keys."""

    TOTAL = "tong"
    DUE = "den-han"
    DUE_DONE = "den-han-xong"
    LATE = "qua-han"
    DONE = "xong"
    ON_TIME = "dung-han"
    DONE_LATE = "xong-cham"
    GOING = "dang"
    WAITING = "cho"
    UNHEARD = "chua-bao"
    AHEAD = "xong-som"
    UNDATED = "xong-khong-han"
    ONGOING = "thuong-xuyen"
    NOT_BEGUN = "thuong-xuyen-chua"
    ON_DEMAND = "theo-chi-dao"
    NOT_ARISEN = "chua-phat-sinh"
    PAUSED = "tam-dung"
    NOT_DUE = "chua-den-han"


def _standing(*standings: Standing) -> Callable[[Counted], bool]:
    names = frozenset(s.name for s in standings)
    return lambda task: task.standing in names


def _group(group: Group) -> Callable[[Counted], bool]:
    return lambda task: group_of(task.state) is group


_IS: Mapping[Measure, Callable[[Counted], bool]] = {
    Measure.TOTAL: lambda task: True,
    Measure.DUE: _standing(Standing.DUE_DONE, Standing.DUE_LATE),
    Measure.DUE_DONE: _standing(Standing.DUE_DONE),
    Measure.LATE: _standing(Standing.DUE_LATE),
    Measure.DONE: lambda task: task.standing in _DONE_STANDINGS,
    Measure.ON_TIME: _group(Group.ON_TIME),
    Measure.DONE_LATE: _group(Group.DONE_LATE),
    Measure.GOING: _group(Group.GOING),
    Measure.WAITING: _group(Group.WAITING),
    Measure.UNHEARD: _group(Group.UNHEARD),
    Measure.AHEAD: _standing(Standing.DONE_AHEAD),
    Measure.UNDATED: _standing(Standing.DONE_UNDATED),
    Measure.ONGOING: _standing(Standing.ONGOING),
    Measure.NOT_BEGUN: _standing(Standing.ONGOING_NOT_BEGUN),
    Measure.ON_DEMAND: _standing(Standing.ON_DEMAND),
    Measure.NOT_ARISEN: _standing(Standing.NOT_ARISEN),
    Measure.PAUSED: _standing(Standing.PAUSED),
    Measure.NOT_DUE: _standing(Standing.NOT_DUE),
}


def is_counted(measure: Measure, task: Counted) -> bool:
    """Whether a task is one of those that a measure counts."""
    return _IS[measure](task)


#: The measures whose numbers add up to all tasks, in the order of the sentence of totals.
PLACES = (
    Measure.DUE,
    Measure.AHEAD,
    Measure.UNDATED,
    Measure.ONGOING,
    Measure.NOT_BEGUN,
    Measure.ON_DEMAND,
    Measure.NOT_ARISEN,
    Measure.PAUSED,
    Measure.NOT_DUE,
)


#: What is counted, in the words after "số nhiệm vụ".
MEASURE_NAMES: Mapping[Measure, str] = {
    Measure.TOTAL: "tổng số",
    Measure.DUE: "đến hạn",
    Measure.DUE_DONE: "đến hạn, đã hoàn thành",
    Measure.LATE: "quá hạn, chưa hoàn thành",
    Measure.DONE: "đã hoàn thành",
    Measure.ON_TIME: "hoàn thành đúng hạn",
    Measure.DONE_LATE: "hoàn thành quá hạn",
    Measure.GOING: "đang thực hiện",
    Measure.WAITING: "chưa đến hạn, chưa phát sinh, tạm dừng",
    Measure.UNHEARD: "chưa có báo cáo",
    Measure.AHEAD: "chưa đến hạn, đã hoàn thành",
    Measure.UNDATED: "hoàn thành, không định thời hạn",
    Measure.ONGOING: "thường xuyên",
    Measure.NOT_BEGUN: "thường xuyên, chưa triển khai",
    Measure.ON_DEMAND: "theo chỉ đạo của cấp trên hoặc khi phát sinh",
    Measure.NOT_ARISEN: "chưa phát sinh",
    Measure.PAUSED: "tạm dừng",
    Measure.NOT_DUE: "chưa đến hạn",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts over some tasks: by state and by standing, each adding up to `total`."""

    by_state: Counter[str]
    by_standing: Counter[str]

    @classmethod
    def of(cls, tasks: Iterable[Counted]) -> Counts:
        counted = [*tasks]
        return cls(Counter(map(attrgetter("state"), counted)), Counter(map(attrgetter("standing"), counted)))

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.by_state + other.by_state, self.by_standing + other.by_standing)

    @property
    def total(self) -> int:
        return self.by_state.total()

    @property
    def due(self) -> int:
        return self.due_done + self.late

    @property
    def due_done(self) -> int:
        return self.by_standing[Standing.DUE_DONE.name]

    @property
    def late(self) -> int:
        return self.by_standing[Standing.DUE_LATE.name]

    @property
    def done(self) -> int:
        return sum(self.by_standing[name] for name in _DONE_STANDINGS)

    def group(self, group: Group) -> int:
        return sum([n for state, n in self.by_state.items() if group_of(state) is group])

    def measure(self, measure: Measure) -> int:
        """Return the number of a measure."""
        if measure in _BY_STATE:
            return sum([n for state, n in self.by_state.items() if _is(measure, state, "")])
        return sum([n for standing, n in self.by_standing.items() if _is(measure, "", standing)])

    @property
    def states(self) -> dict[str, int]:
        """For programs: the number of tasks in each state that there is."""
        return {state: n for state, n in sorted(self.by_state.items()) if n}


@dataclass(frozen=True, slots=True)
class _Named:
    state: str
    standing: str


@cache
def _is(measure: Measure, state: str, standing: str) -> bool:
    return is_counted(measure, _Named(state, standing))


_BY_STATE = frozenset((Measure.ON_TIME, Measure.DONE_LATE, Measure.GOING, Measure.WAITING, Measure.UNHEARD))


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of tasks. `whole` 0: there is nothing to take a share of."""

    part: int
    whole: int

    @property
    def percent(self) -> Decimal | None:
        return Decimal(self.part) * 100 / self.whole if self.whole else None


def rate_of_due(counts: Counts) -> Rate:
    return Rate(counts.due_done, counts.due)


def rate_of_plan(counts: Counts) -> Rate:
    return Rate(counts.done, counts.total)


# -- keys -----------------------------------------------------------------------------------------
#: What a number of the round-up is about, in its key.
TASKS, UNITS, FIGURE, MAPPED, BEFORE, LAST_YEAR = "nv", "dv", "ct", "tp", "truoc", "namtruoc"
#: Rates in keys: of what was due, of the whole plan; and with a change, what the rate was and is.
RATE, RATE_OF_ALL, THEN, NOW = "ty-le", "ty-le-ke-hoach", "-cu", "-nay"
#: A change of an indicator: its code stands where a unit's would.
CHANGE = "chi-tieu"


@dataclass(frozen=True, slots=True)
class Key:
    """The name of a number: the same in Word (a bookmark), in the workbook and in `cchc explain`.

    `nv.qua-han`, `nv.den-han.tthc` (of a field), `nv.tong..phuoc-hai` (of a unit), `dv.chua-gui`, `ct.DH`, `tp.III-17`.
    """

    about: str
    what: str
    field: str = ""
    unit: str = ""

    def __str__(self) -> str:
        return ".".join((self.about, self.what, self.field, self.unit)).rstrip(".")

    @classmethod
    def parse(cls, text: str) -> Key | None:
        parts = text.split(".", 1 if text.startswith(f"{FIGURE}.") else 3)
        if len(parts) < 2 or parts[0] not in (TASKS, UNITS, FIGURE, MAPPED, BEFORE, LAST_YEAR):
            return None
        return cls(*parts)
