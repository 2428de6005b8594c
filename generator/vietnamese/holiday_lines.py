"""The days off that an officer corrects each year: a line a day in a text file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from generator.vietnamese.dates import read_day
from generator.vietnamese.text import folded

#: The file beside the workbooks.
OWN_HOLIDAYS = "ngay-nghi.txt"
_LINE = re.compile(r"(?:ngày )?(\d[\d/. -]*\d) *[:,-]? *(nghỉ|làm)\b.*")


def read_holiday_lines(lines: Iterable[str]) -> tuple[frozenset[date], frozenset[date], list[str]]:
    """Return the days that are off, those that are worked, and the lines that are neither.

    "02/01/2026 nghỉ", "10/01/2026 làm bù cho 02/01"; what begins with # is a remark.
    """
    off: set[date] = set()
    worked: set[date] = set()
    unread: list[str] = []
    for line in lines:
        text = folded(line.lstrip("\ufeff"))
        if not text or text.startswith("#"):
            continue
        match = _LINE.fullmatch(text)
        day = read_day(match[1].strip(" .-")) if match else None
        if match is None or day is None:
            unread.append(line.strip())
        else:
            (off if match[2] == "nghỉ" else worked).add(day)
    return frozenset(off), frozenset(worked), unread
