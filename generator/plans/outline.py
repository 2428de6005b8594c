"""The numbers of a plan's sections and tasks: from what stands in the STT column to ids such as "III.11"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.plans.blocks import Remark, RemarkKind
from generator.plans.columns import Role
from generator.plans.draft import DraftSection, DraftTask
from generator.vietnamese.text import is_roman, roman, roman_value


@dataclass(slots=True)
class NumberedSection:
    """A section with its id and its tasks by id."""

    id: str
    title: str
    tasks: list[tuple[str, DraftTask]] = field(default_factory=list)


def number_plan(sections: list[DraftSection]) -> tuple[list[NumberedSection], list[Remark]]:
    """Return the sections that have tasks, every task with an id of its own, and what was doubtful."""
    remarks: list[Remark] = []
    drafts = [part for section in sections for part in _groups_apart(section)]
    _name_the_unnumbered(drafts, remarks)
    romans = [d.number for d in drafts if _level(d.number) == 1]
    restart = len(set(romans)) < len(romans) and any(_level(d.number) == 0 for d in drafts)
    numbered: list[NumberedSection] = []
    above: list[DraftSection] = []
    used: set[str] = set()
    for draft in drafts:
        while above and _level(above[-1].number) >= _level(draft.number):
            above.pop()
        above.append(draft)
        if not draft.tasks:
            continue
        titles = [p.title for p in above[:-1] if p.number and not p.tasks] + [draft.title]
        section = NumberedSection(_section_id(above, restart), ": ".join(t for t in titles if t))
        for task in draft.tasks:
            section.tasks.append((_unused(_task_id(section.id, draft, task), used, task, remarks), task))
        numbered.append(section)
    for index, draft in enumerate(drafts):
        is_parent = index + 1 < len(drafts) and _level(drafts[index + 1].number) > _level(draft.number)
        if not draft.tasks and not is_parent:
            remarks.append(Remark(RemarkKind.LEFT_OUT, draft.place, f"mục không có nhiệm vụ nào: “{draft.title[:80]}”"))
    return numbered, remarks


def _level(number: str) -> int:
    if not number or _is_roman(number):
        return 1
    return 0 if number.isalpha() else 2 + number.count(".")


def _is_roman(number: str) -> bool:
    return is_roman(number) and number not in ("C", "L")


def _groups_apart(section: DraftSection) -> Iterator[DraftSection]:
    """A task row with a title alone, and rows numbered below it, is the heading of a group ("1", "1.1", "a")."""
    current = DraftSection(section.number, section.title, section.place)
    pieces = [current]
    parent = ""
    for index, task in enumerate(section.tasks):
        below = section.tasks[index + 1].number if index + 1 < len(section.tasks) else ""
        only_title = [r for r, text in task.fields.items() if text] == [Role.TASK] and not task.extra
        is_small = bool(re.fullmatch(r"[a-zđ]", task.number))
        if not is_small:
            parent = task.number
        elif parent:
            task.number = f"{parent}.{task.number}"
        if only_title and not is_small and _is_below(below, task.number):
            current = DraftSection(task.number, task.fields[Role.TASK], task.place)
            pieces.append(current)
            continue
        if current.number and current is not pieces[0] and not is_small and not _is_below(task.number, current.number):
            current = DraftSection(section.number, section.title, section.place)
            pieces.append(current)
        current.tasks.append(task)
    yield from (p for p in pieces if p.tasks or p is pieces[0])


def _is_below(number: str, above: str) -> bool:
    return bool(re.fullmatch(r"[a-zđ]", number)) or number.startswith(f"{above}.")


def _name_the_unnumbered(drafts: list[DraftSection], remarks: list[Remark]) -> None:
    last = 0
    for draft in drafts:
        if _is_roman(draft.number):
            last = roman_value(draft.number)
        elif not draft.number and draft.title and draft.tasks and len(drafts) > 1:
            last += 1
            draft.number = roman(last)
            message = f"mục “{draft.title[:60]}” không có số, tạm đánh số {draft.number}"
            remarks.append(Remark(RemarkKind.DOUBT, draft.place, message))


def _section_id(above: list[DraftSection], restart: bool) -> str:
    own = above[-1]
    level = _level(own.number)
    if level == 0 or (level > 2 and _is_roman(own.number.partition(".")[0])):
        return own.number
    letters = [p.number for p in above if _level(p.number) == 0] if restart else []
    romans = [p.number for p in above if _level(p.number) == 1 and p.number]
    return ".".join([*letters, *romans, *([own.number] if level > 1 else [])])


def _task_id(section_id: str, draft: DraftSection, task: DraftTask) -> str:
    if not section_id:
        return task.number
    if task.number.startswith(f"{draft.number}."):
        return section_id + task.number[len(draft.number) :]
    return f"{section_id}.{task.number}"


def _unused(task_id: str, used: set[str], task: DraftTask, remarks: list[Remark]) -> str:
    unique = f"{task_id}0" if task_id in used and _is_tenth(task_id, used) else task_id
    suffix = ord("b")
    while unique in used:
        unique = f"{task_id}{chr(suffix)}"
        suffix += 1
    if unique not in (task_id, f"{task_id}0"):
        remarks.append(Remark(RemarkKind.DOUBT, task.place, f"số {task_id} đã dùng ở trên, tạm đặt mã {unique}"))
    used.add(unique)
    return unique


def _is_tenth(task_id: str, used: set[str]) -> bool:
    """Excel turned 1.10 into 1.1: the ninth is there, the tenth is not."""
    return task_id.endswith(".1") and f"{task_id[:-1]}9" in used and f"{task_id}0" not in used
