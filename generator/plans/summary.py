"""What the officer, or another program, is told of an imported plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from generator.plans.blocks import Remark, RemarkKind
from generator.plans.reading import PlanImport


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
    yield from _proposals(read)
    for kind in RemarkKind:
        remarks = read.remarks_of(kind)
        if remarks:
            yield f"{kind.value} ({len(remarks)}):"
            yield from (f"  - {line}" for line in _grouped(remarks))


#: More alike than this are told in one line.
_ALIKE = 0.8


def _proposals(read: PlanImport) -> Iterator[str]:
    """What was proposed for "Nhiệm vụ cấp trên", each with how alike it is; what is least alike with its words."""
    if not read.proposals:
        return
    count = f"{len(read.proposals)} trên {len(read.plan)}"
    yield f"Nhiệm vụ cấp trên: đề xuất cho {count} nhiệm vụ theo độ giống của lời văn."
    look_at = sorted((p for p in read.proposals if p.likeness < _ALIKE), key=lambda p: p.likeness)
    if look_at:
        yield "Hãy soát lại ở cột Nhiệm vụ cấp trên, trước hết các dòng ít giống:"
    for proposal in look_at:
        words = " ".join(proposal.superior.text.split())[:90]
        yield f"  - {proposal.task_id}: {proposal.superior.id} “{words}” (giống {round(100 * proposal.likeness)}%)"
    if rest := [p for p in read.proposals if p.likeness >= _ALIKE]:
        told = "; ".join(f"{p.task_id}: {p.superior.id} ({round(100 * p.likeness)}%)" for p in rest)
        yield f"Các dòng còn lại giống nhiều: {told}."


#: Places that are named of what is said many times.
_FIRST_PLACES = 3


def _grouped(remarks: Sequence[Remark]) -> Iterator[str]:
    """Yield what is said, each thing once: how often and where first, of each name when it is said of several."""
    said: dict[str, dict[str, list[str]]] = {}
    for remark in remarks:
        said.setdefault(remark.message, {}).setdefault(remark.about, []).append(remark.place)
    for message, places_by_name in said.items():
        if len(places_by_name) == 1:
            name, places = next(iter(places_by_name.items()))
            yield f"{_first_places(places)}: {f'“{name}” ' if name else ''}{message}".removeprefix(": ")
            continue
        count = sum(len(places) for places in places_by_name.values())
        names = "; ".join(
            f"“{name}” ({_first_places([place.partition(', ')[0] for place in places])})"
            for name, places in places_by_name.items()
        )
        yield f"{len(places_by_name)} tên, {count} chỗ {message}: {names}"


def _first_places(places: Sequence[str]) -> str:
    """ "I.1, I.2, I.5 và 9 chỗ khác (Phân công)": what all places share is said once."""
    if len(places) == 1:
        return places[0]
    heads, _, tails = zip(*(place.partition(", ") for place in places), strict=True)
    shared = tails[0] if len(set(tails)) == 1 else ""
    named = heads[:_FIRST_PLACES] if shared else places[:_FIRST_PLACES]
    more = len(places) - len(named)
    text = (", " if shared or not any(tails) else "; ").join(filter(None, named))
    text += f" và {more} chỗ khác" if more else ""
    return f"{text} ({shared})" if shared else text


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
                "superior_task": task.superior_task,
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
        "superior_proposals": [
            {"task": p.task_id, "superior_task": p.superior.id, "text": p.superior.text, "likeness": p.likeness}
            for p in read.proposals
        ],
        "warnings": [{"kind": r.kind.name.lower(), "place": r.place, "message": r.sentence} for r in read.remarks],
        "other_tables": [{"place": t.place, "rows": [list(row) for row in t.rows]} for t in read.other_tables],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}" if day.month < 3 else f"{day.day:02}/{day.month}/{day.year}"
