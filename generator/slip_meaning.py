"""What a row of a slip means: which task and milestone, or which indicator and period, of this workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.book import slip_messages as say
from generator.book.messages import NOT_A_NUMBER
from generator.book.sheets import MEASUREMENTS, RESULTS, Column
from generator.book.slip import SLIP_FIGURES, Answer
from generator.domain.answers import Answers
from generator.domain.indicator import Aggregation, Indicator
from generator.domain.period import ReportingPeriod
from generator.domain.plan import Task
from generator.domain.problem import Problem
from generator.domain.unit_year import UnitYear
from generator.vietnamese.cells import number_of, period_of, resolve_code, shown
from generator.vietnamese.text import key


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: a sheet, a code, and the key of a milestone's label or a period's id."""

    sheet: str
    code: str
    label: str = ""
    about: str = field(default="", compare=False)


class Meaning:
    """Finds the places of answers in one workbook."""

    def __init__(self, data: UnitYear) -> None:
        self._tasks = {task.id: task for task in data.plan.tasks}
        self._index = {task_id.lower(): task_id for task_id in self._tasks}
        self._by_text: dict[str, list[str]] = {}
        for task in self._tasks.values():
            self._by_text.setdefault(key(task.text), []).append(task.id)
        self._indicators = {i.code: i for i in data.indicators if i.code}
        self._year = data.plan.year

    def of(self, file: str, answer: Answer) -> tuple[Place | None, Sequence[Problem]]:
        """Return where an answer goes, None when that is not clear; the problems say why, or what was recognised."""
        if answer.sheet == SLIP_FIGURES.name:
            return self._figure(file, answer)
        where = f"{file}, {answer.sheet}", answer.cell
        told = _told(answer.cells)
        code = shown(answer.code).strip()
        found = resolve_code(answer.code, self._index)
        by_text = self._by_text.get(key(answer.shown), []) if answer.shown else []
        problems: list[Problem] = []
        if len(found) != 1:
            both = [task_id for task_id in by_text if not found or task_id in found]
            if len(both) != 1:
                return None, [say.UNKNOWN_TASK.at(*where, code=code or "trống", said=told)]
            problems.append(say.TASK_BY_TEXT.at(*where, code=code, task=both[0]))
            found = (both[0],)
        elif by_text and found[0] not in by_text:
            return None, [say.OTHER_TASK.at(*where, code=found[0], task=", ".join(by_text), said=told)]
        task = self._tasks[found[0]]
        label = shown(answer.label).strip()
        known = [m.label for m in task.deadline.milestones if m.label]
        if label and key(label) not in map(key, known):
            names = "; ".join(known) or "nhiệm vụ này không có mốc, bỏ trống"
            return None, [say.UNKNOWN_MILESTONE.at(*where, code=task.id, label=label, known=names, said=told)]
        own = next((m for m in known if key(m) == key(label)), "") if label else ""
        about = f"{task.id} ({own})" if own else task.id
        return Place(RESULTS.name, task.id, key(own), about), problems

    def _figure(self, file: str, answer: Answer) -> tuple[Place | None, Sequence[Problem]]:
        found = resolve_code(answer.code, {code.lower(): code for code in self._indicators})
        period = period_of(answer.label, self._year)
        if len(found) != 1 or period is None:
            where = f"{file}, {answer.sheet}", answer.cell
            code, label = shown(answer.code).strip(), shown(answer.label).strip()
            return None, [say.UNKNOWN_FIGURE.at(*where, code=code, label=label, said=_told(answer.cells))]
        wrong = list(_no_numbers(self._indicators[found[0]], answer.cells))
        problems = [NOT_A_NUMBER.at(f"{file}, {answer.sheet}", answer.cell, found[0], text=text) for text in wrong]
        return Place(MEASUREMENTS.name, found[0], period.id, f"{found[0]}, {period}"), problems

    def task(self, place: Place) -> tuple[Task, str]:
        """Return the task of a place and the milestone's own label."""
        task = self._tasks[place.code]
        return task, next(
            (m.label for m in task.deadline.milestones if place.label and key(m.label) == place.label), ""
        )

    def figure(self, place: Place) -> tuple[Indicator, ReportingPeriod]:
        """Return the indicator and the period of a place."""
        return self._indicators[place.code], ReportingPeriod.parse(place.label)


def _no_numbers(indicator: Indicator, cells: Mapping[Column, str]) -> Iterator[str]:
    """Yield what was answered and is neither a number nor one of the indicator's own answers."""
    for header in (MEASUREMENTS.numerator, MEASUREMENTS.denominator, MEASUREMENTS.value):
        text = cells.get(header, "")
        is_answer = indicator.aggregation is Aggregation.CODED and Answers.of(indicator.unit).code_of(text) is not None
        if text and number_of(text) is None and not is_answer:
            yield text


def _told(cells: Mapping[Column, str]) -> str:
    return "; ".join(f"{header} “{text}”" for header, text in cells.items())
