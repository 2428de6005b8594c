"""What was typed for a report and does not stand in it: nothing is left out in silence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape
from itertools import filterfalse

from generator.domain.period import Window
from generator.domain.problem import Message, Problem, Severity
from generator.domain.progress import closes_difficulty
from generator.domain.unit_year import Typed

_CODE = "not-printed"
_WITHOUT_PART = Message(
    _CODE,
    Severity.QUESTION,
    "Đoạn này không có trong báo cáo: mẫu của loại báo cáo này không có phần “{part}”. Hãy chọn Phần khác nếu cần in.",
)
_NO_SUCH_INDICATOR = "loại báo cáo này không nêu chỉ tiêu đó (số vẫn được tính vào các kỳ dài hơn)"
_NOT_ASSIGNED = "kế hoạch in cột Phân công và cách thức thực hiện, trong đó không có đúng tên này"
_REASONS = {
    "Kết quả thực hiện": "đã có lời ghi sau của cùng nhiệm vụ, cùng mốc",
    "Văn bản": "đã có lời ghi sau của cùng nhiệm vụ, cùng mốc",
    "Nguyên nhân chậm": "nguyên nhân mới nhất chỉ in khi nhiệm vụ chưa hoàn thành",
    "Chủ trì": _NOT_ASSIGNED,
    "Phối hợp": _NOT_ASSIGNED,
    "Giá trị": _NO_SUCH_INDICATOR,
    "Tử số": _NO_SUCH_INDICATOR,
    "Mẫu số": _NO_SUCH_INDICATOR,
    "Biện pháp, dự kiến": "biện pháp mới nhất chỉ in khi nhiệm vụ đang quá hạn",
}
_OF_ITSELF = "báo cáo không tự nêu việc gửi chính báo cáo này"
_LEFT_OUT = Message(
    _CODE, Severity.NOTE, "Nội dung này không in trong báo cáo này: {reason}. Cần nêu thì ghi ở sheet Lời văn."
)
_OTHER_REASON = "mẫu của loại báo cáo này không có chỗ cho cột này"
_DIFFICULTY = "Khó khăn vướng mắc"
#: What sentences change of a text at its ends.
_ENDS = " .;,:"
_TEXT = re.compile("<w:t(?: [^>]*)?>([^<]+)")


def untold(
    typed: Collection[Typed],
    window: Window | None,
    period: str,
    parts: Collection[bytes],
    told_elsewhere: Collection[str] = (),
    of_itself: Collection[tuple[str, str]] = (),
) -> Iterator[Problem]:
    """Yield a problem for each text that a report of these days, or of this period, is to hold and does not.

    What is about a task or indicator `told_elsewhere` is passed over. `of_itself` are the texts, each with its task,
    that tell of this very report.

    `parts` are the parts of the document. A text stands in it when each of its lines does, but for its first letter's
    size and the marks at its ends.
    """
    due = [t for t in typed if _is_due(t, window, period) and t.about not in told_elsewhere and not _closes(t)]
    shown = _Shown(unescape("\n".join(text for part in parts for text in _TEXT.findall(part.decode("utf-8")))))
    missing = [t for t in due if not all(shown.holds(line.strip(_ENDS)[1:], t.header) for line in t.text.split("\n"))]
    letters = _letters(shown.words) if missing else ""
    for text in missing:
        if _letters(text.text) not in letters:
            message = _WITHOUT_PART if text.part else _LEFT_OUT
            reason = _REASONS.get(text.header, _OTHER_REASON)
            reason = _OF_ITSELF if (text.about, text.text.strip()) in of_itself else reason
            yield message.at(text.sheet, text.cell, text.about, part=text.part, reason=reason)


class _Shown:
    """The words of a document. Those of a column mostly stand in the order of its rows: each is looked for from the
    last one found on, so that not every row looks through the whole document."""

    def __init__(self, words: str) -> None:
        self.words = words
        self._found: dict[str, int] = {}

    def holds(self, text: str, header: str) -> bool:
        after = self._found.get(header, 0)
        place = self.words.find(text, after)
        if place < 0 and after:
            place = self.words.find(text, 0, after + len(text))
        if place >= 0:
            self._found[header] = place
        return place >= 0


def _is_due(typed: Typed, window: Window | None, period: str) -> bool:
    """Whether a report is to hold a text; the plan itself holds only what is meant for it by name."""
    if window is None:
        return typed.period == period
    return typed.day in window if typed.day else typed.period in (period, "")


def _closes(typed: Typed) -> bool:
    """Whether a text is for the program to read: it closes a difficulty told before."""
    return typed.header == _DIFFICULTY and closes_difficulty(typed.text)


def _letters(text: str) -> str:
    small = text.casefold()
    for mark in filterfalse(str.isalnum, set(small)):
        small = small.replace(mark, "")
    return small
