"""How a report names milestones: those that were met, and by when others are due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from generator.domain.deadline import Deadline, Milestone
from generator.domain.plan import Task
from generator.domain.progress import Assessment, MilestoneStanding
from generator.reporting.wording import Phrases, capitalised, closing_marks, listed, one_line
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count

_ORDER = frozenset(("đợt", "lần", "thứ", "mốc", "giai", "đoạn", "kỳ", "i", "ii", "iii", "iv", "v", "vi"))
_CALENDAR = ("ngày", "tuần", "tháng", "quý", "năm", "đầu", "giữa", "cuối", "nửa")
_WHEN = _ORDER.union(_CALENDAR, ("trong", "trước", "đến", "hết", "từ", "và", "báo", "cáo", "định"))


@lru_cache(maxsize=1024)
def _is_made_of(label: str, words: frozenset[str]) -> bool:
    """Whether a label is of these words and numbers alone, and says nothing of what is to be done."""
    parts = label.lower().translate(_MARKS).split()
    return all(part in words or part.isdecimal() for part in parts)


_MARKS = str.maketrans(dict.fromkeys(".,;:/()-–", " "))


class _Told(NamedTuple):
    """How a milestone met is told; those of one task that are told alike share a line.

    `own_name` is its label, empty where that says only when: then the task is named.
    """

    task: Task
    own_name: str
    proof: str
    late: str

    def say(self, key: str, labels: Sequence[str], phrases: Phrases) -> str:
        return phrases.say(
            key,
            moc=listed([labels[0], *map(phrases.lower_first, labels[1:])]),
            nhiem_vu=phrases.lower_first(one_line(self.task.text)),
            ma=self.task.id,
            van_ban=self.proof,
            cham=self.late,
        )


def milestones_met(met: Sequence[tuple[Assessment, MilestoneStanding]], phrases: Phrases) -> list[str]:
    """Return what is said of milestones met: each by its label, by its task as well where the label says only when."""
    labels_by_way: dict[_Told, list[str]] = {}
    for assessment, standing in met:
        label = one_line(standing.milestone.label)
        own_name = "" if _is_made_of(label, _WHEN) else label
        late = phrases.say("hoan_thanh.moc_cham") if standing.met_late else ""
        told = _Told(assessment.task, own_name, proofs(assessment, standing.milestone.label), late)
        labels_by_way.setdefault(told, []).append(label)
    if len(labels_by_way) == 1:
        told, (first, *others) = labels_by_way.popitem()
        labels = [phrases.lower_first(first), *others]
        if not told.own_name:
            return [told.say("hoan_thanh.moc_ky_mot", labels, phrases)]
        return [phrases.say("hoan_thanh.moc_mot", viec=told.say("hoan_thanh.moc_viec", labels, phrases))]
    lines = []
    for (told, labels), mark in zip(labels_by_way.items(), closing_marks(len(labels_by_way)), strict=True):
        item = told.say("hoan_thanh.moc_viec" if told.own_name else "hoan_thanh.moc_ky", labels, phrases)
        lines.append(phrases.say("hoan_thanh.dong", viec=capitalised(item), dau_cuoi=mark))
    return [phrases.say("hoan_thanh.moc_nhieu", n=count(len(met))), *lines] if lines else []


def proofs(assessment: Assessment, milestone: str | None = None) -> str:
    """Return the documents that prove a task done, or one milestone of it, as they follow its number in brackets."""
    entries = (e for e in assessment.entries if milestone is None or e.milestone == milestone)
    found = dict.fromkeys(one_line(e.document) for e in entries if e.document.strip())
    return "".join(f"; {proof}" for proof in found)


def due_by(deadline: Deadline, milestone: Milestone, phrases: Phrases) -> str:
    """Return how a milestone to come is stated: by the plan's phrase, by its label where there are several, and by
    the day that it was extended to."""
    phrase = one_line(deadline.phrase)
    stated = phrase
    if len(deadline.milestones) > 1 and milestone.label:
        stated = one_line(milestone.label)
        if phrase and _is_made_of(stated, _ORDER):
            stated = phrases.say("ky_toi.dot", moc=stated, tien_do=phrase)
    return stated + extended(deadline, milestone.due, phrases)


def extended(deadline: Deadline, due: date | None, phrases: Phrases) -> str:
    """Return ", đã gia hạn đến ngày …" when the day due is that of an extension which the phrase does not state."""
    if due is None or not any(m.extended_to == due for m in deadline.milestones) or _states(deadline.phrase, due):
        return ""
    return phrases.say("bang_nhiem_vu.da_gia_han", ngay=short_date(due))


def deadline_lines(deadline: Deadline, phrases: Phrases) -> str:
    """Return the plan's phrase and, each on its line, what it was extended to by which document."""
    lines = [deadline.phrase]
    for milestone in deadline.milestones:
        if milestone.extended_to and not _states(deadline.phrase, milestone.extended_to):
            document = f" ({milestone.extension_document})" if milestone.extension_document else ""
            lines.append(phrases.say("bang_nhiem_vu.gia_han", ngay=short_date(milestone.extended_to), van_ban=document))
    return lines[0] if len(lines) == 1 else "\n".join(filter(None, dict.fromkeys(lines)))


def _states(phrase: str, day: date) -> bool:
    """Whether the phrase itself says that it was extended to the day."""
    forms = (f"{day.day}/{day.month}/{day.year}", f"{day:%d/%m/%Y}", short_date(day))
    return "gia hạn" in phrase.lower() and any(form in phrase for form in forms)
