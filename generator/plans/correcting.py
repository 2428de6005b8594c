"""What a person corrects in an imported plan before it becomes a workbook: who leads, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.domain.plan import Task
from generator.plans.blocks import RemarkKind
from generator.plans.reading import PlanImport
from generator.vietnamese.cells import parts_of
from generator.vietnamese.dated_clause import PlanYear
from generator.vietnamese.deadline_phrase import read_deadline_phrase


@dataclass(frozen=True, slots=True)
class TaskCorrection:
    """What a person typed for one task; None leaves what was understood.

    `deadline` is when it is due, in any words of a plan ("30/6; 15/12", "Quý II"), "" when no day is set; `lead` are
    the offices that lead, parted by semicolons.
    """

    deadline: str | None = None
    lead: str | None = None


def corrected(read: PlanImport, corrections: Mapping[str, TaskCorrection]) -> PlanImport:
    """Return the plan with what was typed by task; remarks that it answers are gone, the plan's own words stay.

    Raises ValueError for a deadline that cannot be understood, with the task and the words.
    """
    year = PlanYear(read.plan.year, read.plan.issued_on)
    sections = tuple(
        replace(s, tasks=tuple(_task(task, corrections.get(task.id, TaskCorrection()), year) for task in s.tasks))
        for s in read.plan.sections
    )
    answered = {f"{task_id}, Tiến độ" for task_id, typed in corrections.items() if typed.deadline is not None}
    answered |= {f"{task_id}, Phân công" for task_id, typed in corrections.items() if typed.lead is not None}
    remarks = tuple(r for r in read.remarks if r.place not in answered or r.kind is RemarkKind.SUGGESTION)
    return replace(read, plan=replace(read.plan, sections=sections), remarks=remarks)


def _task(task: Task, typed: TaskCorrection, year: PlanYear) -> Task:
    if typed.deadline is not None:
        reading = read_deadline_phrase("\n".join(parts_of(typed.deadline)), year)
        if reading.not_understood:
            raise ValueError(
                f"Nhiệm vụ {task.id}: chưa hiểu hạn “{'; '.join(reading.not_understood)}”. Ghi như 30/6/{year.year}, "
                f"hoặc Quý II; nhiều mốc thì cách nhau bằng dấu chấm phẩy; không có hạn thì để trống."
            )
        task = task._replace(deadline=task.deadline._replace(milestones=reading.milestones))
    if typed.lead is not None:
        task = task._replace(assignment=task.assignment._replace(lead=parts_of(typed.lead)))
    return task
