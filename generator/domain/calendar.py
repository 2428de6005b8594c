"""Working days: Monday to Friday without holidays, and the weekend days that are worked instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_ONE = timedelta(days=1)
_SATURDAY = 5
#: No stretch of holidays is longer; a calendar that says so is wrong, and must not be waited on.
_LONGEST_HOLIDAY = 60


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The days off besides weekends, and the weekend days that are worked."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)

    def on_or_before(self, day: date) -> date:
        """Return the last working day up to a day: until when to send what is due on a day off."""
        found = day
        for _ in range(_LONGEST_HOLIDAY):
            if self.is_working(found):
                return found
            found -= _ONE
        return day

    def after(self, day: date, count: int) -> date:
        """Return the day on which so many working days have passed: "02 ngày làm việc kể từ ngày …"; the day itself
        does not count (Bộ luật Dân sự 2015, Điều 147)."""
        found, left = day, count
        for _ in range(count * 7 + _LONGEST_HOLIDAY):
            if not left:
                break
            found += _ONE
            left -= self.is_working(found)
        return found
