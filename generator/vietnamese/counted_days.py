"""Deadlines that count days from an event: "trong vòng 02 ngày làm việc kể từ ngày nhận được văn bản"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from generator.domain.calendar import WorkCalendar
from generator.vietnamese.dates import day_of_document
from generator.vietnamese.text import folded

_COUNTED = re.compile(r"(\d{1,3}) ngày(?P<working> làm việc)?,? (?:kể từ|tính từ|từ|sau)(?P<event> [^;]*)")


class CountedDays(NamedTuple):
    """So many days, or working days, from an event; `since` is its day where the words give it."""

    number: int
    are_working: bool
    since: date | None = None

    def end(self, since: date, calendar: WorkCalendar) -> date:
        """Return the last day, counted from the day of the event."""
        return calendar.after(since, self.number) if self.are_working else since + timedelta(days=self.number)


def counted_days(text: str) -> CountedDays | None:
    """Return the count that a text states, None when it states none."""
    match = _COUNTED.search(folded(text))
    if match is None:
        return None
    return CountedDays(int(match[1]), bool(match["working"]), day_of_document(match["event"]))
