"""Days of each month, or of the last month of each quarter: which days they make over the year."""

from __future__ import annotations

from datetime import date

import pytest

from generator.vietnamese.dated_clause import PlanYear
from generator.vietnamese.deadline_phrase import read_deadline_phrase

PLAN = PlanYear(2026, date(2026, 1, 22))


def days(phrase: str) -> list[str]:
    return [f"{m.last_day:%d/%m}" for m in read_deadline_phrase(phrase, PLAN).milestones if m.last_day]


@pytest.mark.parametrize(
    "phrase",
    [
        "Ngày 10, 25 hằng tháng",
        "ngày 10 và ngày 25 hàng tháng",
        "Các ngày 10; 25 mỗi tháng",
        "Hằng tháng, vào các ngày 10, 25",
        "Định kỳ hằng tháng (ngày 10 và 25)",
    ],
)
def test_two_days_of_each_month_are_two_milestones_each_month(phrase: str) -> None:
    reading = read_deadline_phrase(phrase, PLAN)
    assert days(phrase)[:3] == ["25/01", "10/02", "25/02"]
    assert len(reading.milestones) == 23
    assert reading.milestones[1].label == "Tháng 02 năm 2026 (ngày 10)"
    assert reading.not_understood == ()


@pytest.mark.parametrize(
    ("phrase", "first", "count"),
    [
        ("Trước ngày 10, ngày 25 của tháng", "24/01", 23),
        ("Trước ngày 10 và 25 mỗi tháng", "24/01", 23),
        ("Hằng tháng trước ngày 20", "19/02", 11),
        ("Hàng tháng, chậm nhất ngày 25", "25/01", 12),
        ("Hằng tháng, gửi báo cáo về UBND thành phố trước ngày 20", "19/02", 11),
        ("Thường xuyên; báo cáo định kỳ hằng tháng trước ngày 20", "19/02", 11),
        ("Định kỳ ngày 25 hằng tháng", "25/01", 12),
        ("Hằng tháng, trước ngày 5 của tháng sau", "04/02", 12),
        ("Từ tháng 3/2026, trước ngày 20 hằng tháng", "19/03", 10),
        ("Trước ngày 20 hằng tháng, bắt đầu từ tháng 3/2026", "19/03", 10),
        ("Từ tháng 3 đến tháng 6/2026, ngày 20 hằng tháng", "20/03", 4),
        ("Ngày cuối cùng của tháng", "31/01", 12),
        ("Trước ngày 20 các tháng cuối quý", "19/03", 4),
        ("Tháng cuối quý, trước ngày 15", "14/03", 4),
        ("Định kì hàng quí trước ngày 15 tháng cuối quí", "14/03", 4),
        ("Ngày 14 tháng cuối quý và ngày 25 hằng tháng", "25/01", 16),
        ("Trước ngày 20 tháng cuối quý, 25 hằng tháng", "24/01", 16),
    ],
)
def test_a_day_of_each_month_or_quarter_in_its_many_writings(phrase: str, first: str, count: int) -> None:
    assert (days(phrase)[0], len(days(phrase))) == (first, count)
    assert read_deadline_phrase(phrase, PLAN).not_understood == ()


def test_a_span_of_days_each_month_opens_on_its_first() -> None:
    for phrase in ("Từ ngày 10 đến ngày 15 hằng tháng", "Ngày 10-15 hằng tháng", "Hằng tháng từ ngày 10 đến ngày 15"):
        first = read_deadline_phrase(phrase, PLAN).milestones[0]
        assert (str(first.first_day), str(first.last_day)) == ("2026-02-10", "2026-02-15")


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("Từ ngày 20 hằng tháng", "ngày 20"),
        ("Ngày 20 của tháng thứ hai mỗi quý", "Ngày 20"),
        ("Từ ngày 25 tháng trước đến ngày 24 tháng sau", "ngày 25"),
        ("Ngày 15 và ngày cuối tháng hằng tháng", "Ngày 15"),
        ("Ngày 32 hằng tháng", "32"),
        ("Trước ngày 25 tháng báo cáo", "25"),
        ("Hằng tháng và đợt 1/2", "1/2"),
        ("Trước ngày 25 - 28 hằng tháng", "ngày 25"),
    ],
)
def test_days_of_no_clear_month_are_reported_and_make_no_milestone(phrase: str, named: str) -> None:
    reading = read_deadline_phrase(phrase, PLAN)
    assert days(phrase) == []
    assert any(named in part for part in reading.not_understood)


def test_a_day_of_each_month_and_quarter_says_nothing_of_the_quarter() -> None:
    reading = read_deadline_phrase("Trước ngày 05 hàng tháng, quý, năm", PLAN)
    assert reading.milestones == ()
    assert reading.not_understood == ("Trước ngày 05 hàng tháng, quý, năm",)


def test_a_whole_date_after_each_month_is_that_date_alone() -> None:
    assert days("Hằng tháng, ngày 7.10.2026") == ["07/10"]
    assert days("Hằng tháng; ngày 7-10-2026") == ["07/10"]
