"""What the officer, or another program, is told of an imported plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.intake.plan_blocks import RemarkKind
from generator.intake.plan_import import PlanImport


def summary(read: PlanImport) -> Iterator[str]:
    """Yield the lines of the screen: the plan, its sections, and every remark under its heading."""
    plan = read.plan
    issued = f" ngày {_day(plan.issued_on)}" if plan.issued_on else ""
    yield f"Kế hoạch số {plan.number or '(không thấy số)'}{issued}, {plan.issuer or '(không thấy cơ quan ban hành)'}"
    yield plan.title or "(không thấy tên kế hoạch)"
    if read.front.replaces:
        yield f"Thay thế: {read.front.replaces}"
    what = "mục tiêu" if read.of_objectives else "nhiệm vụ"
    yield f"{len(plan.sections)} mục, {len(plan)} {what}:"
    for section in plan.sections:
        yield f"  {section.id}. {section.title}: {len(section.tasks)}" if section.id else f"  {section.title}"
    dated = sum(len(task.deadline.milestones) for task in plan.tasks)
    yield f"{dated} mốc thời hạn, {len(read.indicators)} chỉ tiêu, {len(read.reminders)} ngày nhắc việc."
    for kind in RemarkKind:
        remarks = read.remarks_of(kind)
        if remarks:
            yield f"{kind.value} ({len(remarks)}):"
            yield from (f"  - {remark}" for remark in remarks)


def as_json(read: PlanImport) -> dict[str, Any]:
    """Return the same for machines; days are ISO 8601, "deadline" is the last day in time of the last milestone."""
    plan = read.plan
    return {
        "plan": {
            "number": plan.number,
            "date": _iso(plan.issued_on),
            "title": plan.title,
            "unit": plan.issuer,
            "year": plan.year or None,
            "replaces": read.front.replaces,
            "signer": list(read.front.signer_lines),
            "recipients": list(read.front.recipients),
        },
        "sections": [{"id": s.id, "title": s.title, "tasks": len(s.tasks)} for s in plan.sections],
        "tasks": [
            {
                "id": task.id,
                "text": task.text,
                "deliverables": task.deliverables,
                "deadline_text": task.deadline.phrase,
                "deadline": _iso(task.deadline.final_day),
                "nature": task.deadline.nature.value,
                "milestones": [
                    {
                        "label": m.label,
                        "first_day": _iso(m.first_day),
                        "last_day": _iso(m.last_day),
                        "required": float(m.required),
                        "extended_to": _iso(m.extended_to),
                        "extension_document": m.extension_document,
                    }
                    for m in task.deadline.milestones
                ],
                "lead": list(task.assignment.lead),
                "support": list(task.assignment.support),
                "how": task.assignment.text,
            }
            for task in plan.tasks
        ],
        "indicators": [
            {"code": i.code, "name": i.name, "target": i.target_text, "unit": i.unit, "tasks": list(i.task_ids)}
            for i in read.indicators
        ],
        "reminders": [
            {"task": r.task_id, "last_day": _iso(r.last_day), "who": r.who, "for": r.for_whom, "text": r.phrase}
            for r in read.reminders
        ],
        "warnings": [{"kind": r.kind.name.lower(), "place": r.place, "message": r.message} for r in read.remarks],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}" if day.month < 3 else f"{day.day:02}/{day.month}/{day.year}"
