"""Numbers and days as an officer writes them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.dates import long_date, short_date, undated
from generator.vietnamese.numbers import count, document_number, percent, quantity, share


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (5, "5"), (1247, "1.247"), (Decimal("96.5"), "96,5"), (Decimal("1234.567"), "1.234,57"), (-3, "-3")],
)
def test_a_figure_in_a_table(value, shown):
    assert quantity(value) == shown


@pytest.mark.parametrize(("value", "shown"), [(0, "0"), (4, "04"), (9, "09"), (10, "10"), (1230, "1.230")])
def test_a_count_in_a_sentence(value, shown):
    assert count(value) == shown


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(3, 4, "75%"), (1, 3, "33,33%"), (47, 47, "100%"), (0, 5, "0%"), (99999, 100000, "99,99%"), (1, 100000, "0,01%")],
)
def test_a_share(part, whole, shown):
    assert share(part, whole) == shown


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_only_all_is_100_percent_and_only_none_is_0(part, whole):
    shown = share(min(part, whole), whole)
    assert (shown == "100%") == (part >= whole)
    assert shown != "0%"
    assert percent(Decimal(0)) == "0%"


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2020, 1, 5), "05/01/2020", "ngày 05 tháng 01 năm 2020"),
        (date(2019, 6, 29), "29/6/2019", "ngày 29 tháng 6 năm 2019"),
        (date(2023, 12, 8), "08/12/2023", "ngày 08 tháng 12 năm 2023"),
        (date(2023, 2, 14), "14/02/2023", "ngày 14 tháng 02 năm 2023"),
    ],
)
def test_a_month_takes_a_0_only_when_it_is_1_or_2(day, short, long):
    assert short_date(day) == short
    assert long_date(day) == long


def test_the_day_of_issue_stays_blank():
    assert undated(date(2023, 6, 13)) == "ngày      tháng 6 năm 2023"


@pytest.mark.parametrize(("typed", "shown"), [("5", "05"), ("05", "05"), ("125", "125"), ("", ""), ("12a", "12a")])
def test_a_document_number_below_10_takes_a_0(typed, shown):
    assert document_number(typed) == shown
