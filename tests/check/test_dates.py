"""Dates as papers write them: the impossible ones are told, everything that only looks like a date is left alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.elements.dates import written_dates


def impossible(text: str) -> list[str]:
    return [one.why_impossible for one in written_dates(text) if one.why_impossible]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Kế hoạch số 05/KH-UBND ngày 31 tháng 02 năm 2026", "tháng 2 năm 2026 chỉ có 28 ngày"),
        ("ngày 29 tháng 02 năm 2026", "tháng 2 năm 2026 chỉ có 28 ngày"),
        ("ngày 31 tháng 4", "tháng 4 chỉ có 30 ngày"),
        ("ngày 05 tháng 13 năm 2026", "không có tháng 13"),
        ("ngày 00 tháng 5 năm 2026", "không có ngày 0"),
        ("trước ngày 31/4/2026.", "tháng 4 chỉ có 30 ngày"),
        ("ngày 30-02-2026", "tháng 2 năm 2026 chỉ có 28 ngày"),
        ("ngày 31.6.2026", "tháng 6 chỉ có 30 ngày"),
        ("từ 15/12/2022 đến 31/6/2023", "tháng 6 chỉ có 30 ngày"),
        ("hết ngày 31/11", "tháng 11 chỉ có 30 ngày"),
    ],
)
def test_a_day_that_no_calendar_has_is_told(text: str, why: str) -> None:
    assert impossible(text) == [why]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 29 tháng 02 năm 2028",
        "ngày 29/02, ngày 28 tháng 02",
        "ngày     tháng 6 năm 2023",
        "Nghị định số 30/2020/NĐ-CP, Quyết định số 31/02/2020/QĐ-UBND",
        "Giấy phép số 45/13/2020, hợp đồng số: 99/99/2023",
        "các ngày 30-31/12/2026, từ 29 - 30/4/2026, ngày 15 - 20 hằng tháng",
        "giải quyết 45/50 hồ sơ; trong ngày 15/20 hồ sơ, đạt 31/02/2",
        "điện thoại 0258/38/1234, 35-82-2345; mục 31.2.2023",
        "giao ban ngày 30 tháng 02 âm lịch (nhằm ngày 30/02)",
        "ngày 30 tháng 02 năm Quý Mão",
        "trực 24/24 giờ, 7/7 ngày; tỷ lệ 31/4",
    ],
)
def test_what_is_no_date_or_a_real_one_is_left_alone(text: str) -> None:
    assert impossible(text) == []


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_of_the_calendar_is_read_and_written_back(day: date) -> None:
    (read,) = written_dates(f"ngày {day.day}/{day.month}/{day.year}")
    assert read.why_impossible == ""
    (again,) = written_dates(read.in_full)
    assert (again.day, again.month, again.year) == (day.day, day.month, day.year)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_the_day_after_the_last_of_a_month_is_impossible(year: int, month: int) -> None:
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    assert impossible(f"ngày {last.day} tháng {month} năm {year}") == []
    assert len(impossible(f"ngày {last.day + 1} tháng {month} năm {year}")) == 1
