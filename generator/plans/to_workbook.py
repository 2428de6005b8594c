"""From an imported plan to the rows of a workbook ready to be filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.book.read.writing_rows import PLAN_PERIOD
from generator.book.sheets import (
    INDICATORS,
    INFO,
    ITEMS,
    MILESTONES,
    OTHER_TABLES,
    PLAN_BODY,
    REMINDERS,
    TASKS,
    WORDS,
    Column,
)
from generator.book.write.new_workbook import workbook_bytes
from generator.domain.deadline import Milestone
from generator.domain.indicator import Indicator
from generator.domain.plan import Section, Task
from generator.plans.reading import PlanImport
from generator.vietnamese.text import plain
from generator.vietnamese.titles import COMMITTEE, in_a_sentence

Rows = list[dict[Column, object]]

_LEVEL_LETTERS = {"phường": "P", "xã": "X", "thị trấn": "TT", "thành phố": "TP", "huyện": "H", "quận": "Q", "tỉnh": "T"}


def plan_workbook(read: PlanImport) -> bytes:
    """Return a workbook (.xlsx) with everything that was understood of a plan, ready to be filled in.

    Raises ValueError for a text longer than a cell holds (32,767 characters).
    """
    return workbook_bytes(plan_rows(read))


def plan_rows(read: PlanImport) -> Mapping[str, Sequence[Mapping[Column, object]]]:
    """Return rows by sheet name for `new_workbook.workbook_bytes`: everything that was understood of the plan."""
    sections = read.plan.sections
    rows: dict[str, Rows] = {
        INFO.name: _info(read),
        TASKS.name: [_task(section, task) for section in sections for task in section.tasks],
        MILESTONES.name: [_milestone(task, m) for task in read.plan.tasks for m in task.deadline.milestones],
        INDICATORS.name: [_indicator(i) for i in read.indicators],
        WORDS.name: [
            {WORDS.period: PLAN_PERIOD, WORDS.part: PLAN_BODY, WORDS.content: text} for text in read.front.body
        ],
    }
    if read.reminders:
        rows[REMINDERS.name] = [
            dict(zip(REMINDERS.columns, (r.task_id, r.last_day, r.who, r.for_whom, r.phrase), strict=True))
            for r in read.reminders
        ]
    if read.other_tables:
        rows[OTHER_TABLES.name] = [
            _other_row(table.place, cells) for table in read.other_tables for cells in table.rows
        ]
    return rows


def _other_row(place: str, cells: Sequence[str]) -> dict[Column, object]:
    """A row of a table that lists no tasks; cells beyond the sheet's last column share it."""
    last = len(OTHER_TABLES.columns) - 2
    texts = [place, *cells[:last], " | ".join(cells[last:])]
    return dict(zip(OTHER_TABLES.columns, texts, strict=False))


# -- sheet Thông tin ---------------------------------------------------------------------------------------------
def _info(read: PlanImport) -> Rows:
    general = _general_answers(read)
    rows: Rows = [{INFO.item: item.name, INFO.content: general.get(item.name)} for item in ITEMS]
    of_the_plan = {
        "Ký hiệu": read.front.number.partition("/")[2],
        "Trích yếu": read.plan.title,
        "Nơi nhận": "\n".join(read.front.recipients),
    }
    rows += [
        {INFO.item: name, INFO.kind: "ke-hoach", INFO.content: answer} for name, answer in of_the_plan.items() if answer
    ]
    return rows


def _general_answers(read: PlanImport) -> dict[str, object]:
    front, plan = read.front, read.plan
    answers: dict[str, object] = {
        "Ký hiệu": "BC-UBND" if "UBND" in front.number else None,
        "Địa danh": front.place,
        "Quyền hạn, chức vụ người ký": "\n".join(front.signer_lines),
        "Họ tên người ký": front.signer_name,
        "Số kế hoạch": plan.number,
        "Ngày kế hoạch": plan.issued_on,
        "Tên kế hoạch": in_a_sentence(plan.title),
        "Cơ quan ban hành kế hoạch": plan.issuer,
        "Năm kế hoạch": plan.year or None,
    }
    match = COMMITTEE.fullmatch(plan.issuer.removeprefix("Chủ tịch "))
    if match:
        level, name = match["level"].lower(), match["name"]
        answers |= {
            "Mã đơn vị": re.sub(r"[^a-z0-9]+", "-", plain(name).lower()).strip("-"),
            "Tên cơ quan": f"ỦY BAN NHÂN DÂN\n{level} {name}".upper(),
            "Tên trong câu": f"UBND {level} {name}",
            "Tên gọi tắt": f"UBND {level}",
            "Tên ngắn": f"{_LEVEL_LETTERS.get(level, '')} {name}".strip(),
            "Cấp": level,
        }
    return answers


# -- tasks -------------------------------------------------------------------------------------------------------
def _task(section: Section, task: Task) -> dict[Column, object]:
    # A number such as "I.1" would be read as section I; the codes of its tasks tell it.
    numbered = section.id and "." not in section.id
    return {
        TASKS.code: task.id,
        TASKS.section: f"{section.id}. {section.title}" if numbered else section.title,
        TASKS.text: task.text,
        TASKS.deliverables: task.deliverables,
        TASKS.deadline: task.deadline.phrase,
        TASKS.lead: "; ".join(task.assignment.lead),
        TASKS.support: "; ".join(task.assignment.support),
        TASKS.assignment: task.assignment.text,
    }


def _milestone(task: Task, milestone: Milestone) -> dict[Column, object]:
    return {
        MILESTONES.code: task.id,
        MILESTONES.label: milestone.label,
        MILESTONES.first_day: milestone.first_day,
        MILESTONES.last_day: milestone.last_day,
        MILESTONES.required: milestone.required if milestone.required != 100 else None,
        MILESTONES.extended_to: milestone.extended_to,
        MILESTONES.extension_document: milestone.extension_document,
    }


def _indicator(indicator: Indicator) -> dict[Column, object]:
    return {
        INDICATORS.code: indicator.code,
        INDICATORS.number: indicator.number,
        INDICATORS.group: indicator.group,
        INDICATORS.indicator: indicator.name,
        INDICATORS.unit: indicator.unit,
        INDICATORS.tasks: "; ".join(indicator.task_ids),
        INDICATORS.target: indicator.target_text,
        INDICATORS.measured_by: indicator.measured_by,
        INDICATORS.aggregation: indicator.aggregation.value,
        INDICATORS.source: indicator.source,
    }
