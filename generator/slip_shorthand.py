"""What a slip leaves unsaid because it stands beside the row: the state that goes on, the result that still holds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.book.sheets import RESULTS, Column
from generator.domain.progress import ProgressEntry, TaskState, Word
from generator.vietnamese.text import composed, key

#: What people write for "as above": it stands for the last result.
_AS_BEFORE = frozenset(map(key, ("nt", "như trên", "như trước", "như lần trước", "như cũ")))
_GOING_ON = (TaskState.IN_PROGRESS, TaskState.IN_PROGRESS_LATE, TaskState.ONGOING)
_NOT_BEGUN = (TaskState.NOT_REPORTED, TaskState.NOT_STARTED, TaskState.NOT_STARTED_LATE)
#: "Đã rà soát 21/35 thủ tục", "Đang tổng hợp" tell of something under way; "Đã hoàn thành", "Đang chờ" perhaps not.
_BEGUN = re.compile(r"(?:đã|đang) (?!.*\b(?:hoàn thành|xong|chờ|chưa|tạm dừng)\b)", re.IGNORECASE | re.DOTALL)


def result_as_before(cells: Mapping[Column, str], last: ProgressEntry | None) -> str | None:
    """Return the last result where it is said to hold still ("nt", "như trước"), "" where there is none; else None."""
    if key(cells.get(RESULTS.result, "")) not in _AS_BEFORE:
        return None
    return last.result.strip() if last else ""


def state_unsaid(cells: Mapping[Column, str], before: TaskState) -> Word | None:
    """Return what a blank state means beside something written: done on the day given, under way as before or by now.

    None where that is not clear, or a state is given.
    """
    if cells.get(RESULTS.word):
        return None
    if cells.get(RESULTS.completed_on):
        return Word.DONE
    begins = before in _NOT_BEGUN and _BEGUN.match(composed(cells.get(RESULTS.result, "")))
    return Word.IN_PROGRESS if before in _GOING_ON or begins else None
