"""Working days: weekends, holidays, weekend days that are worked; days counted from an event."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.calendar import WorkCalendar
from generator.vietnamese.counted_days import counted_days
from generator.vietnamese.holiday_lines import read_holiday_lines
from generator.work_days import work_calendar

YEARS, _ = work_calendar((2023, 2024, 2026))


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2023, 6, 13), date(2023, 6, 13)),
        (date(2023, 6, 25), date(2023, 6, 23)),  # a Sunday
        (date(2023, 5, 3), date(2023, 4, 28)),  # Giỗ Tổ, 30/4, 1/5 and the days off instead
        (date(2023, 1, 26), date(2023, 1, 19)),  # Tết Quý Mão
        (date(2026, 2, 20), date(2026, 2, 13)),  # Tết Bính Ngọ
        (date(2026, 8, 31), date(2026, 8, 28)),  # off, as Saturday 22/8 is worked
        (date(2026, 8, 22), date(2026, 8, 22)),
    ],
)
def test_what_is_due_on_a_day_off_is_sent_on_the_last_working_day_before(day, last):
    assert YEARS.on_or_before(day) == last


@pytest.mark.parametrize(
    ("since", "count", "end"),
    [
        (date(2023, 6, 8), 2, date(2023, 6, 12)),
        (date(2023, 4, 27), 2, date(2023, 5, 4)),
        (date(2026, 2, 13), 2, date(2026, 2, 24)),
        (date(2026, 8, 21), 1, date(2026, 8, 22)),
        (date(2023, 6, 8), 0, date(2023, 6, 8)),
    ],
)
def test_working_days_are_counted_from_the_day_after(since, count, end):
    assert YEARS.after(since, count) == end


def test_the_officers_own_file_wins():
    lines = [
        "# theo Thông báo 6150",
        "",
        "02/6/2023: nghỉ theo tỉnh",
        "Ngày 10/6/2023 làm bù",
        "03-5-2023 làm việc",
        "nghỉ lễ",
    ]
    calendar, unread = work_calendar((2023,), lines)
    assert [calendar.is_working(date(2023, *d)) for d in ((6, 2), (6, 10), (5, 3), (6, 9))] == [False, True, True, True]
    assert unread == ["nghỉ lễ"]
    assert read_holiday_lines([]) == (frozenset(), frozenset(), [])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Chậm nhất 02 ngày làm việc từ khi văn bản trả lời PAKN được ban hành", (2, True, None)),
        ("trong 03 ngày làm việc kể từ ngày 10/6/2026", (3, True, date(2026, 6, 10))),
        ("Trong vòng 30 ngày, kể từ ngày nhận", (30, False, None)),
        ("Trước ngày 25/11/2023", None),
        ("Từ quý II/2026", None),
    ],
)
def test_days_counted_from_an_event_are_read(words, said):
    assert (tuple(found) if (found := counted_days(words)) else None) == said


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(DAYS, st.frozensets(DAYS, max_size=20), st.frozensets(DAYS, max_size=20), st.integers(0, 30))
def test_counting_lands_on_working_days_and_skips_none(day, off, worked, count):
    calendar = WorkCalendar(off, worked)
    assert calendar.on_or_before(day) <= day
    end = calendar.after(day, count)
    between = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(map(calendar.is_working, between)) == count
    assert not between or calendar.is_working(end)
