"""From an imported plan to the rows of a workbook ready to be filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.book.sheets import (
    INDICATORS,
    INFO,
    ITEMS,
    MILESTONES,
    OTHER_TABLES,
    PLAN_BODY,
    PLAN_PERIOD,
    REMINDERS,
    TASKS,
    WORDS,
)
from generator.book.write.new_workbook import workbook_bytes
from generator.domain.deadline import Milestone
from generator.domain.indicator import Indicator
from generator.domain.plan import Section, Task
from generator.plans.reading import PlanImport
from generator.vietnamese.text import plain
from generator.vietnamese.titles import COMMITTEE, in_a_sentence

Rows = list[dict[str, object]]

_LEVEL_LETTERS = {"phường": "P", "xã": "X", "thị trấn": "TT", "thành phố": "TP", "huyện": "H", "quận": "Q", "tỉnh": "T"}


def plan_workbook(read: PlanImport) -> bytes:
    """Return a workbook (.xlsx) with everything that was understood of a plan, ready to be filled in.

    Raises ValueError for a text longer than a cell holds (32,767 characters).
    """
    return workbook_bytes(plan_rows(read))


def plan_rows(read: PlanImport) -> Mapping[str, Sequence[Mapping[str, object]]]:
    """Return rows by sheet name for `new_workbook.workbook_bytes`: everything that was understood of the plan."""
    sections = read.plan.sections
    rows: dict[str, Rows] = {
        INFO.name: _info(read),
        TASKS.name: [_task(section, task) for section in sections for task in section.tasks],
        MILESTONES.name: [_milestone(task, m) for task in read.plan.tasks for m in task.deadline.milestones],
        INDICATORS.name: [_indicator(i) for i in read.indicators],
        WORDS.name: [{"Kỳ": PLAN_PERIOD, "Phần": PLAN_BODY, "Nội dung": text} for text in read.front.body],
    }
    if read.reminders:
        rows[REMINDERS.name] = [
            {"Mã": r.task_id, "Trong hạn đến": r.last_day, "Ai": r.who, "Gửi đến": r.for_whom, "Nội dung": r.phrase}
            for r in read.reminders
        ]
    if read.other_tables:
        rows[OTHER_TABLES.name] = [
            _other_row(table.place, cells) for table in read.other_tables for cells in table.rows
        ]
    return rows


def _other_row(place: str, cells: Sequence[str]) -> dict[str, object]:
    """A row of a table that lists no tasks; cells beyond the sheet's last column share it."""
    headers = [column.header for column in OTHER_TABLES.columns][1:]
    last = len(headers) - 1
    texts = [*cells[:last], " | ".join(cells[last:])]
    return {"Vị trí": place, **dict(zip(headers, texts, strict=False))}


# -- sheet Thông tin ---------------------------------------------------------------------------------------------
def _info(read: PlanImport) -> Rows:
    general = _general_answers(read)
    rows: Rows = [{"Mục": item.name, "Nội dung": general.get(item.name)} for item in ITEMS]
    of_the_plan = {
        "Ký hiệu": read.front.number.partition("/")[2],
        "Trích yếu": read.plan.title,
        "Nơi nhận": "\n".join(read.front.recipients),
    }
    rows += [
        {"Mục": name, "Loại báo cáo": "ke-hoach", "Nội dung": answer} for name, answer in of_the_plan.items() if answer
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
def _task(section: Section, task: Task) -> dict[str, object]:
    # A number such as "I.1" would be read as section I; the codes of its tasks tell it.
    numbered = section.id and "." not in section.id
    return {
        "Mã": task.id,
        "Lĩnh vực": f"{section.id}. {section.title}" if numbered else section.title,
        "Nhiệm vụ": task.text,
        "Sản phẩm/kết quả": task.deliverables,
        "Tiến độ": task.deadline.phrase,
        "Chủ trì": "; ".join(task.assignment.lead),
        "Phối hợp": "; ".join(task.assignment.support),
        "Phân công và cách thức thực hiện": task.assignment.text,
    }


def _milestone(task: Task, milestone: Milestone) -> dict[str, object]:
    return {
        "Mã": task.id,
        "Mốc": milestone.label,
        "Từ ngày": milestone.first_day,
        "Đến hạn": milestone.last_day,
        "Tỷ lệ yêu cầu": milestone.required if milestone.required != 100 else None,
        "Gia hạn đến": milestone.extended_to,
        "Văn bản gia hạn": milestone.extension_document,
    }


def _indicator(indicator: Indicator) -> dict[str, object]:
    return {
        "Mã": indicator.code,
        "STT": indicator.number,
        "Nhóm": indicator.group,
        "Chỉ tiêu": indicator.name,
        "Đơn vị tính": indicator.unit,
        "Nhiệm vụ": "; ".join(indicator.task_ids),
        "Mục tiêu": indicator.target_text,
        "Cách đo lường": indicator.measured_by,
        "Cách cộng": indicator.aggregation.value,
        "Nguồn": indicator.source,
    }
