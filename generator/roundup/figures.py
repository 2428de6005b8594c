"""Everything a round-up counts. Pure: from the register and the superior's own year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cached_property, reduce
from typing import NamedTuple

from generator.domain.indicator import Aggregation, Target
from generator.domain.period import ReportingPeriod
from generator.domain.unit_year import UnitYear
from generator.reporting.document_kind import Kind
from generator.reporting.facts import Amount, FigureFacts, TaskFacts, UnitFacts, unit_facts
from generator.reporting.fields import FIELDS, OTHER
from generator.reporting.figures import ReportFigures, report_figures
from generator.roundup import ranking
from generator.roundup.counting import Counts
from generator.roundup.register import Line, Status
from generator.vietnamese.text import key

_NO_TASKS = Counts.of(())
_PRINTED = Decimal("0.01")


class Time(Enum):
    """With what a figure is compared."""

    BEFORE = "ky_truoc"
    LAST_YEAR = "cung_ky"


class Compared(NamedTuple):
    """An indicator over those units alone that know it of both times."""

    units: tuple[UnitFigure, ...]
    then: Decimal
    now: Decimal

    @property
    def change(self) -> Decimal:
        """The difference of what is printed: rates to two decimals."""
        return self.now.quantize(_PRINTED) - self.then.quantize(_PRINTED)


class UnitTask(NamedTuple):
    """A task and whose it is."""

    line: Line
    task: TaskFacts


class UnitFigure(NamedTuple):
    """An indicator and whose it is; `last_year` is the same of the year before."""

    line: Line
    figure: FigureFacts
    last_year: FigureFacts | None = None

    def then(self, time: Time) -> Amount:
        """Return what it came to at another time, nothing unless both times are known whole."""
        if self.figure.missing:
            return Amount()
        if time is Time.LAST_YEAR:
            return self.last_year.amount if self.last_year and not self.last_year.missing else Amount()
        return self.figure.before


class _Was(NamedTuple):
    """Where a task stood at the end of the period before."""

    standing: str
    state: str = "not_reported"


@dataclass(frozen=True, slots=True)
class Added:
    """An indicator over the units. A rate is the sum of parts over the sum of wholes, never of percentages; `without`
    are the codes of the units that have the indicator and no figure that can be added."""

    figure: FigureFacts
    of_units: tuple[UnitFigure, ...]
    without: tuple[str, ...]
    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None

    @property
    def is_rate(self) -> bool:
        return is_rate(self.figure)

    @property
    def target(self) -> Target | None:
        """The target that all units have alike; None where they differ."""
        texts = {u.figure.target for u in self.of_units}
        return Target.parse(next(iter(texts))) if len(texts) == 1 else None

    @property
    def in_part(self) -> list[Line]:
        """The units whose figure is of some months of the period only."""
        return [u.line for u in self.of_units if u.figure.missing and u.line.code not in self.without]

    @property
    def judged(self) -> tuple[UnitFigure, ...]:
        """The units whose value a target judges."""
        return tuple(u for u in self.of_units if u.figure.is_met is not None)

    @property
    def is_computed(self) -> bool:
        return self.figure.adds == Aggregation.COMPUTED.name

    def compared(self, time: Time) -> Compared | None:
        """Return the indicator beside itself at another time, None where no unit knows both; answers in code are never
        compared."""
        if self.figure.adds == Aggregation.CODED.name:
            return None
        rate = self.is_rate
        pairs = ((u, u.then(time), u.figure.amount) for u in self.of_units)
        both = [pair for pair in pairs if all(can_be_added(amount, is_rate=rate) for amount in pair[1:])]
        old = added_up([then for _, then, _ in both], is_rate=rate)[2]
        new = added_up([now for _, _, now in both], is_rate=rate)[2]
        return Compared(tuple(u for u, *_ in both), old, new) if old is not None and new is not None else None


def is_rate(figure: FigureFacts) -> bool:
    return figure.unit.strip() == "%" or figure.adds == Aggregation.RATIO.name


@dataclass(frozen=True, slots=True)
class Served:
    """A task of the superior's own plan: where it stands, and where the units' tasks that serve it do."""

    task: TaskFacts
    done: tuple[UnitTask, ...]
    open: tuple[UnitTask, ...]

    @property
    def units(self) -> int:
        return len({t.line.code for t in (*self.done, *self.open)})

    @property
    def units_open(self) -> tuple[Line, ...]:
        """The units that still have a task open that serves this one, in their order."""
        return tuple({t.line.code: t.line for t in self.open}.values())


@dataclass(frozen=True)
class RoundUp:
    """One round-up. `own` is the superior's year, None where its workbook was not given."""

    period: ReportingPeriod
    kind: Kind
    as_of: date
    lines: tuple[Line, ...]
    by_unit: Mapping[str, Counts]
    by_field: Mapping[str, Counts]
    total: Counts
    before: Mapping[str, Counts]
    last_year: Mapping[str, Counts]
    places: tuple[ranking.Place, ...]
    rule: str
    thresholds: tuple[int, ...]
    added: tuple[Added, ...]
    own: UnitYear | None
    own_figures: ReportFigures | None
    own_facts: UnitFacts | None
    served: tuple[Served, ...]

    @cached_property
    def expected(self) -> tuple[Line, ...]:
        """The units that are waited for."""
        return tuple(line for line in self.lines if line.status is not Status.OTHER)

    @cached_property
    def counted(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.counted is not None)

    def of_status(self, *statuses: Status) -> list[Line]:
        return [line for line in self.lines if line.status in statuses]

    def tasks(self, wanted: Callable[[TaskFacts], object]) -> Iterator[UnitTask]:
        """Yield the tasks that are counted and wanted, unit by unit."""
        for line in self.counted:
            for task in filter(wanted, line.counted.tasks if line.counted else ()):
                yield UnitTask(line, task)

    @cached_property
    def late(self) -> list[UnitTask]:
        return [*self.tasks(lambda task: task.standing == "DUE_LATE")]

    def place(self, code: str) -> ranking.Place:
        return self._places[code]

    def line(self, code: str) -> Line:
        return self._lines[code]

    @cached_property
    def _places(self) -> Mapping[str, ranking.Place]:
        return {place.code: place for place in self.places}

    @cached_property
    def _lines(self) -> Mapping[str, Line]:
        return {line.code: line for line in reversed(self.lines)}

    def improved(self) -> list[ranking.Improvement]:
        pairs = ((code, self.before[code], now) for code, now in self.by_unit.items() if code in self.before)
        return ranking.most_improved(pairs, self.rule)

    def disagreements(self) -> list[UnitFigure]:
        """Figures typed for the period that are not what its months come to."""
        return [
            UnitFigure(line, f)
            for line in self.counted
            for f in (line.counted.figures if line.counted else ())
            if f.typed
        ]


def round_up(
    lines: Sequence[Line], period: ReportingPeriod, kind: Kind, as_of: date, own: UnitYear | None = None
) -> RoundUp:
    """Return the figures of a round-up. Linear in the tasks of all units."""
    counted = [line for line in lines if line.counted is not None]
    facts = {line.code: line.counted for line in counted if line.counted}
    by_unit = {code: Counts.of(of_unit.tasks) for code, of_unit in facts.items()}
    tasks: dict[str, list[TaskFacts]] = {field: [] for field in (*FIELDS, OTHER)}
    for of_unit in facts.values():
        for task in of_unit.tasks:
            tasks[task.field].append(task)
    rule = own.unit.ranked_by if own else ""
    own_figures = report_figures(own, period, kind, as_of) if own else None
    own_facts = unit_facts(own_figures) if own_figures else None
    return RoundUp(
        period=period,
        kind=kind,
        as_of=as_of,
        lines=tuple(lines),
        by_unit=by_unit,
        by_field={field: Counts.of(of_field) for field, of_field in tasks.items() if of_field},
        total=reduce(Counts.__add__, by_unit.values(), _NO_TASKS),
        before={code: was for code, of_unit in facts.items() if (was := _before(of_unit)) is not None},
        last_year={line.code: Counts.of(line.before.tasks) for line in counted if line.before},
        places=tuple(ranking.ranked(list(by_unit.items()), rule)),
        rule=rule,
        thresholds=(own.unit.thresholds if own else ()) or ranking.USUAL_THRESHOLDS,
        added=tuple(_added(counted, own_facts)),
        own=own,
        own_figures=own_figures,
        own_facts=own_facts,
        served=tuple(_served(own_facts, counted)) if own_facts else (),
    )


def _before(facts: UnitFacts) -> Counts | None:
    was = [_Was(task.before) for task in facts.tasks if task.before]
    return Counts.of(was) if was else None


def _added(counted: Sequence[Line], own: UnitFacts | None) -> Iterator[Added]:
    """The indicators of all units, those of the superior's own list first; the same is what is named the same."""
    found: dict[tuple[str, str], list[UnitFigure]] = {}
    order = {_name(figure): figure for figure in (own.figures if own else ())}
    for line in counted:
        last_year = {_name(figure): figure for figure in (line.before.figures if line.before else ())}
        for figure in line.counted.figures if line.counted else ():
            name = _name(figure)
            found.setdefault(name, []).append(UnitFigure(line, figure, last_year.get(name)))
    names = [*(name for name in order if name in found), *(name for name in found if name not in order)]
    for name in names:
        yield _sum(order.get(name) or found[name][0].figure, tuple(found[name]))


def _name(figure: FigureFacts) -> tuple[str, str]:
    return key(figure.name), key(figure.unit)


def _sum(head: FigureFacts, of_units: tuple[UnitFigure, ...]) -> Added:
    rate = is_rate(head)
    given = [u for u in of_units if can_be_added(u.figure.amount, is_rate=rate)]
    have = {u.line.code for u in given}
    without = tuple(u.line.code for u in of_units if u.line.code not in have)
    return Added(head, of_units, without, *added_up([u.figure.amount for u in given], is_rate=rate))


def can_be_added(amount: Amount, *, is_rate: bool) -> bool:
    """Whether an amount has what adds up: of a rate both parts."""
    return bool(amount.numerator and amount.denominator) if is_rate else bool(amount.value)


def added_up(amounts: Sequence[Amount], *, is_rate: bool) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Return part, whole and value over some amounts, each of which can be added."""
    if not amounts:
        return None, None, None
    if not is_rate:
        return None, None, sum((Decimal(a.value) for a in amounts), Decimal())
    part, whole = (sum(map(Decimal, column), Decimal()) for column in zip(*(a[:2] for a in amounts), strict=True))
    return part, whole, part * 100 / whole if whole else None


def _served(own: UnitFacts, counted: Sequence[Line]) -> Iterator[Served]:
    by_task: dict[str, list[UnitTask]] = {}
    for line in counted:
        for task in line.counted.tasks if line.counted else ():
            for superior in filter(None, (part.strip() for part in task.superior.replace(",", ";").split(";"))):
                by_task.setdefault(superior.casefold(), []).append(UnitTask(line, task))
    for task in own.tasks:
        of_units = by_task.get(task.id.casefold(), [])
        done = tuple(t for t in of_units if t.task.state.startswith("done"))
        open_ones = tuple(t for t in of_units if not t.task.state.startswith("done"))
        yield Served(task, done, open_ones)
