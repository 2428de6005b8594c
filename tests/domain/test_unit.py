"""Which reports a unit owes, and which terms a report takes."""

import pytest

from generator.domain.period import ReportingPeriod
from generator.domain.unit import ReportTerms, Unit


@pytest.mark.parametrize(
    ("owed", "periods"),
    [
        (("6 tháng đầu năm", "quý III", "năm"), {"2023-H1", "2023-Q3", "2023"}),
        (("6 tháng", "Quý 3", "NĂM"), {"2023-H1", "2023-Q3", "2023"}),
        (("9 tháng", "tháng 6"), {"2023-9M", "2023-06"}),
        (("không rõ",), set()),
        ((), {"2023-05", "2023-06"}),
    ],
)
def test_a_unit_owes_the_periods_it_names_else_every_month(owed: tuple[str, ...], periods: set[str]) -> None:
    terms = ReportTerms(owed=owed)
    asked = ["2023-05", "2023-06", "2023-Q2", "2023-Q3", "2023-H1", "2023-H2", "2023-9M", "2023"]
    assert {p for p in asked if terms.owes(ReportingPeriod.parse(p))} == periods


def test_a_report_takes_its_own_terms_else_those_of_its_kind_else_the_general_ones() -> None:
    own, of_kind, general = ReportTerms(number="125"), ReportTerms(due_day=13), ReportTerms(due_day=25)
    unit = Unit(terms_by_kind={"cchc 2023-H1": own, "cchc": of_kind, "": general})
    assert unit.terms("cchc", ReportingPeriod.parse("2023-H1")) == own
    assert unit.terms("cchc", ReportingPeriod.parse("2023-Q3")) == of_kind
    assert unit.terms("cchc") == of_kind
    assert unit.terms("thang") == general
    assert Unit().terms("thang") == ReportTerms()
