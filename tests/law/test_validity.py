"""Every legal value says where it comes from and since when it is valid."""

from __future__ import annotations

from datetime import date

import pytest

from generator.domain.period import PeriodKind, ReportingPeriod, Window
from generator.law.cut_offs import CALENDAR, CCHC, CutOff, Known, Source
from generator.law.rules import RULES


def test_the_decree_is_in_force_since_the_day_it_was_signed() -> None:
    assert {(rule.valid_from, rule.valid_until) for rule in RULES.values()} == {(date(2020, 3, 5), None)}


@pytest.mark.parametrize("source", CCHC.sources, ids=lambda source: f"{source.periods}: {source.clause}")
def test_a_cut_off_names_its_document_unless_it_is_derived(source: Source) -> None:
    assert source.periods
    assert bool(source.clause) != (source.known is Known.DERIVED)


def test_what_replaces_a_source_begins_when_that_ends() -> None:
    old, new = CCHC.sources[:2]
    assert old.valid_until and new.valid_from and (new.valid_from - old.valid_until).days == 1
    assert old.periods == new.periods


@pytest.mark.parametrize(
    ("cut_off", "window"),
    [
        (CCHC, Window(date(2023, 3, 15), date(2023, 6, 14))),
        (CALENDAR, Window(date(2023, 4, 1), date(2023, 6, 30))),
        (CutOff(25), Window(date(2023, 3, 26), date(2023, 6, 25))),
        (CutOff(31), Window(date(2023, 4, 1), date(2023, 6, 30))),
    ],
)
def test_a_cut_off_makes_the_window_of_a_period(cut_off: CutOff, window: Window) -> None:
    assert ReportingPeriod(2023, PeriodKind.QUARTER, 2).data_window(cut_off) == window
