"""What stands beside a task: the documents that prove it done, the deadline with what it was extended to."""

from __future__ import annotations

from datetime import date

from generator.domain.deadline import Deadline
from generator.domain.progress import Assessment
from generator.reporting.documents import in_full
from generator.reporting.wording import Phrases, one_line
from generator.vietnamese.dates import short_date


def proofs(assessment: Assessment, phrases: Phrases, milestone: str | None = None) -> str:
    """Return the documents that prove a task done, or one milestone of it, as they follow its number in brackets."""
    entries = (e for e in assessment.entries if milestone is None or e.milestone == milestone)
    found = dict.fromkeys(one_line(e.document) for e in entries if e.document.strip())
    return "".join(f"; {in_full(proof, phrases)}" for proof in found)


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
