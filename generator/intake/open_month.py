"""Adds the rows of open tasks for a day to sheet Kết quả, leaving all else in the workbook as it lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from python_calamine import CalamineError

from generator.domain.plan import Task
from generator.domain.progress import Assessment, TaskState, assess_plan
from generator.domain.unit_year import UnitYear
from generator.intake import messages as say
from generator.intake.cells import day_text, key, resolve_code
from generator.intake.problem import Problem
from generator.intake.sheet_writing import Written, with_rows
from generator.intake.sheets import RESULTS
from generator.intake.table import Table
from generator.intake.workbook import Tables, read_year
from generator.package import NotAPackage


class CannotOpenMonth(NotAPackage):
    """A workbook to which no row can be added. `problems` say why, in Vietnamese."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def open_month(data: bytes, day: date) -> tuple[bytes, int]:
    """Return the workbook with a row for each task, or milestone, still open on `day`, and how many were added.

    Done and paused tasks take none, nor do those that already have a row for that very day. Without any row to add
    the bytes come back as they were. Raises CannotOpenMonth.
    """
    try:
        tables = Tables(data)
        year, results = read_year(tables), tables.table(RESULTS)
        if year and year.plan.year and day.year not in (year.plan.year, year.plan.year + 1):
            message = say.NOT_IN_YEAR.format(day=day_text(day), year=year.plan.year)
            raise CannotOpenMonth([Problem("", "", message)])
        rows = list(_rows_to_add(year, results, day)) if year and results else []
        opened = with_rows(tables, [Written(results, rows)]) if results and rows else data
    except CannotOpenMonth:
        raise
    except NotAPackage as exc:
        raise CannotOpenMonth([Problem("", "", str(exc))]) from exc
    except CalamineError as exc:
        raise CannotOpenMonth([Problem("", "", say.DAMAGED)]) from exc
    if year is None or results is None:
        raise CannotOpenMonth(tables.problems)
    return opened, len(rows)


def _rows_to_add(year: UnitYear, results: Table, day: date) -> Iterable[Mapping[str, str]]:
    present = _present(year, results, day)
    for assessment in assess_plan(year.plan, year.entries, day).values():
        if assessment.state.is_done or assessment.state is TaskState.PAUSED:
            continue
        task = assessment.task
        for label in _open_labels(assessment):
            if (task.id, "") not in present and (task.id, key(label)) not in present:
                yield _texts(day, task, label, assessment)


def _present(year: UnitYear, results: Table, day: date) -> set[tuple[str, str]]:
    index = {task.id.lower(): task.id for task in year.plan.tasks}
    present: set[tuple[str, str]] = set()
    for row in results:
        if row.day("Đến ngày") == day:
            present.update((code, key(row.text("Mốc"))) for code in resolve_code(row.value("Mã"), index))
    return present


def _open_labels(assessment: Assessment) -> list[str]:
    """Return the labels of the milestones still open, or one blank label for the task as a whole."""
    standings = assessment.standings
    labels = [standing.milestone.label for standing in standings if standing.met_on is None]
    return labels if len(standings) > 1 and labels and all(labels) else [""]


def _texts(day: date, task: Task, label: str, assessment: Assessment) -> Mapping[str, str]:
    return {
        "Đến ngày": day_text(day),
        "Mã": task.id,
        "Mốc": label,
        "Nhiệm vụ (xem)": task.text,
        "Tiến độ (xem)": task.deadline.phrase,
        "Chủ trì (xem)": "; ".join(task.assignment.lead),
        "Tình trạng trước (xem)": assessment.state.label,
    }
