"""The indicators of a plan: the targets that its tasks state, and those of its own text under "Chỉ tiêu"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.domain.indicator import EITHER, Aggregation, Indicator
from generator.domain.plan import Plan
from generator.plans.draft import DraftPlan
from generator.plans.headings import outline
from generator.vietnamese.target_phrase import find_targets


def indicators_of(plan: Plan, draft: DraftPlan) -> Iterator[Indicator]:
    """Yield the indicators of the tasks, then those of no task. What states none stays in the plan's words, whole."""
    number = 0
    for group, text, task_ids, measured_by in _stating(plan, draft):
        states = find_targets(text)
        for index, stated in enumerate(states):
            number += 1
            either = stated.alternative or (index + 1 < len(states) and states[index + 1].alternative)
            percent = stated.target.unit == "%"
            yield Indicator(
                code=f"CT{number:02}",
                number=str(number),
                group=group,
                name=stated.name,
                unit=stated.target.unit or stated.counted or "số lượng",
                task_ids=task_ids,
                target=stated.target,
                target_text=stated.target.text,
                measured_by=measured_by,
                aggregation=Aggregation.RATIO if percent else Aggregation.SUM,
                source=EITHER if either else "",
            )


_TARGETS = re.compile(r"(?:các )?chỉ tiêu\b(?!.*\.$)", re.IGNORECASE)


def _stating(plan: Plan, draft: DraftPlan) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """Yield group, text, tasks and measure of what may state a target."""
    for section in plan.sections:
        group = f"{section.id}. {section.title}".strip(". ")
        for task in section.tasks:
            if draft.of_objectives:
                yield group, task.text, (task.id,), " ".join(task.deliverables.split())
            else:
                yield group, f"{task.text}\n{task.deliverables}", (task.id,), ""
    for heading in (point for part in outline(draft.outside) for point in part):
        if _TARGETS.match(heading.text):
            group = f"{heading.number}. {heading.text}".strip(". ")
            yield from ((group, point.text, (), "") for point in heading.below)
