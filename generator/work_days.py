"""Working days of Vietnam: the holidays that a library knows, corrected by the officer's own file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import holidays

from generator.domain.calendar import WorkCalendar
from generator.vietnamese.holiday_lines import read_holiday_lines


def work_calendar(years: Iterable[int], own_lines: Sequence[str] = ()) -> tuple[WorkCalendar, list[str]]:
    """Return the working days of some years, and the lines of the officer's file that could not be read.

    What the library knows is a forecast until the government decides: the officer's lines win.
    """
    known = holidays.country_holidays("VN", years=sorted(set(years)))
    off, worked, unread = read_holiday_lines(own_lines)
    swapped = frozenset(getattr(known, "weekend_workdays", ()))
    return WorkCalendar((frozenset(known) - worked) | off, (swapped | worked) - off), unread
