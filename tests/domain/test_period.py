"""What an officer may write for a period, how documents print it, and which days' data belong to it."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.period import FORMS, Form, PeriodKind, ReportingPeriod, UnknownPeriod, Window, form_of
from generator.domain.report_kind import ReportKind
from generator.kinds import kind_of

IDS = {
    **{f"-{m:02}": (PeriodKind.MONTH, m) for m in range(1, 13)},
    **{f"-Q{q}": (PeriodKind.QUARTER, q) for q in range(1, 5)},
    "-H1": (PeriodKind.HALF, 1),
    "-H2": (PeriodKind.HALF, 2),
    "-9M": (PeriodKind.NINE_MONTHS, 1),
    "": (PeriodKind.YEAR, 1),
}
periods = st.builds(
    lambda year, kind: ReportingPeriod(year, *kind), st.integers(1901, 2099), st.sampled_from(list(IDS.values()))
)


def period(text: str) -> ReportingPeriod:
    return ReportingPeriod.parse(text)


@pytest.mark.parametrize("ending", IDS)
def test_an_id_reads_back_as_the_period_it_names(ending: str) -> None:
    assert period(f"2023{ending}") == ReportingPeriod(2023, *IDS[ending])
    assert period(f"2023{ending}").id == f"2023{ending}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("tháng 6 năm 2023", "2023-06"),
        ("  Tháng   6\tnăm\n2023 ", "2023-06"),
        ("THÁNG 6 NĂM 2023", "2023-06"),
        ("tháng 06/2023", "2023-06"),
        ("Tháng 6, năm 2023", "2023-06"),
        ("tháng6/2023", "2023-06"),
        ("06/2023", "2023-06"),
        ("6-2023", "2023-06"),
        ("2023-6", "2023-06"),
        ("2023/06", "2023-06"),
        ("2023 - 06", "2023-06"),
        ("2023–06", "2023-06"),
        ("tháng 12/2023", "2023-12"),
        ("quý II năm 2023", "2023-Q2"),
        ("Quý II/2023", "2023-Q2"),
        ("QUÝ iv - 2023", "2023-Q4"),
        ("quý 2/2023", "2023-Q2"),
        ("quý III 2023", "2023-Q3"),
        ("2023-q3", "2023-Q3"),
        ("2023 Q3", "2023-Q3"),
        ("6 tháng đầu năm 2023", "2023-H1"),
        ("06 tháng đầu năm 2023", "2023-H1"),
        ("6 tháng năm 2023", "2023-H1"),
        ("6 tháng đầu năm, 2023", "2023-H1"),
        ("6 tháng cuối năm 2023", "2023-H2"),
        ("2023-h2", "2023-H2"),
        ("9 tháng đầu năm 2023", "2023-9M"),
        ("9 tháng năm 2023", "2023-9M"),
        ("2023-9m", "2023-9M"),
        ("năm 2023", "2023"),
        ("Năm  2023", "2023"),
        (" 2023 ", "2023"),
    ],
)
def test_officers_ways_of_writing_a_period(written: str, expected: str) -> None:
    assert period(written).id == expected
    assert period(unicodedata.normalize("NFD", written)).id == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "   ",
        "tháng 13 năm 2023",
        "tháng 0/2023",
        "2023-13",
        "2023-Q5",
        "quý V năm 2023",
        "2023-H3",
        "tháng 6",
        "tháng 6 năm 23",
        "6 tháng giữa năm 2023",
        "0000-01",
        "kỳ này",
        "2023-06-13",
    ],
)
def test_an_unknown_period_is_quoted_and_the_forms_are_shown(written: str) -> None:
    with pytest.raises(UnknownPeriod) as caught:
        period(written)
    message = str(caught.value)
    assert message.startswith(f"Không hiểu kỳ báo cáo “{written}”.")
    assert "2023-06" in message and "quý II năm 2023" in message
    assert message.endswith(".")


def test_the_forms_are_shown_as_of_the_plans_year() -> None:
    with pytest.raises(UnknownPeriod) as caught:
        ReportingPeriod.parse("kỳ này", 2026)
    assert "2026-06, 2026-Q2" in str(caught.value) and "quý II năm 2026" in str(caught.value)
    assert "2023" not in str(caught.value)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_each_way_of_writing_a_period_reads_its_own_example(form: Form) -> None:
    found = form_of(form.example)
    assert found is not None and found[0] is form
    assert ReportingPeriod.parse(form.example, 2023).id == form.expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Tháng 5", "2026-05"),
        ("tháng 05", "2026-05"),
        ("T5", "2026-05"),
        ("t 12", "2026-12"),
        ("T5/2025", "2025-05"),
        ("5/2026", "2026-05"),
        ("quý 2", "2026-Q2"),
        ("Quí II", "2026-Q2"),
        ("Q2", "2026-Q2"),
        ("Q2/2025", "2025-Q2"),
        ("6 tháng", "2026-H1"),
        ("06 tháng đầu năm", "2026-H1"),
        ("6 tháng cuối năm", "2026-H2"),
        ("9 tháng", "2026-9M"),
        ("Năm", "2026"),
        ("cả năm", "2026"),
        ("2025", "2025"),
    ],
)
def test_a_period_without_its_year_is_of_the_year_given(written: str, expected: str) -> None:
    assert ReportingPeriod.parse(written, 2026).id == expected


@pytest.mark.parametrize("written", ["5", "T13", "quý 5", "II", "kỳ", "tháng", "6 tháng giữa năm", "5/26"])
def test_what_may_mean_anything_is_no_period_even_with_the_year_given(written: str) -> None:
    with pytest.raises(UnknownPeriod):
        ReportingPeriod.parse(written, 2026)


@given(st.text(max_size=30))
def test_any_text_is_a_period_or_unknown_never_a_crash(text: str) -> None:
    try:
        found = period(text)
    except UnknownPeriod:
        return
    assert period(found.id) == found


@given(periods)
def test_every_period_reads_back_from_its_id_and_from_its_words(any_period: ReportingPeriod) -> None:
    assert period(any_period.id) == any_period
    assert period(str(any_period)) == any_period
    assert period(str(any_period).upper()) == any_period


@pytest.mark.parametrize(
    ("written", "words", "without_year"),
    [
        ("2023-01", "tháng 01 năm 2023", "tháng 01"),
        ("2023-02", "tháng 02 năm 2023", "tháng 02"),
        ("2023-03", "tháng 3 năm 2023", "tháng 3"),
        ("2023-06", "tháng 6 năm 2023", "tháng 6"),
        ("2023-12", "tháng 12 năm 2023", "tháng 12"),
        ("2023-Q2", "quý II năm 2023", "quý II"),
        ("2023-Q4", "quý IV năm 2023", "quý IV"),
        ("2023-H1", "6 tháng đầu năm 2023", "6 tháng đầu năm"),
        ("2023-H2", "6 tháng cuối năm 2023", "6 tháng cuối năm"),
        ("2023-9M", "9 tháng đầu năm 2023", "9 tháng đầu năm"),
        ("2023", "năm 2023", "năm"),
    ],
)
def test_documents_print_a_period_in_words(written: str, words: str, without_year: str) -> None:
    assert str(period(written)) == words
    assert period(written).name_without_year == without_year


def test_a_period_that_does_not_exist_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="quarter number 5"):
        ReportingPeriod(2023, PeriodKind.QUARTER, 5)


# The cut-off table: 581/BNV-CCHC; QĐ 01/2023/QĐ-UBND Khánh Hòa, điều 4; NĐ 09/2019/NĐ-CP, điều 12.
@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2023-01", date(2022, 12, 15), date(2023, 1, 14)),
        ("2023-03", date(2023, 2, 15), date(2023, 3, 14)),
        ("2023-06", date(2023, 5, 15), date(2023, 6, 14)),
        ("2023-Q1", date(2022, 12, 15), date(2023, 3, 14)),
        ("2023-Q2", date(2023, 3, 15), date(2023, 6, 14)),
        ("2023-H1", date(2022, 12, 15), date(2023, 6, 14)),
        ("2023-Q3", date(2023, 6, 15), date(2023, 9, 14)),
        ("2023-9M", date(2022, 12, 15), date(2023, 9, 14)),
        ("2023-Q4", date(2023, 9, 15), date(2023, 12, 14)),
        ("2023-H2", date(2023, 6, 15), date(2023, 12, 14)),
        ("2023", date(2022, 12, 15), date(2023, 12, 14)),
    ],
)
def test_a_cchc_report_covers_the_days_of_the_cut_off_table(written: str, start: date, end: date) -> None:
    window = kind_of("cchc").window(period(written))
    assert window == Window(start, end)
    assert start in window and end in window
    assert start - timedelta(days=1) not in window and end + timedelta(days=1) not in window


def test_the_due_day_does_not_move_the_window_of_a_cchc_report() -> None:
    assert kind_of("cchc").window(period("2023-H1"), 13).end == date(2023, 6, 14)


@pytest.mark.parametrize(
    ("written", "due_day", "start", "end"),
    [
        ("2023-06", 25, date(2023, 5, 26), date(2023, 6, 25)),
        ("2023-01", 25, date(2022, 12, 26), date(2023, 1, 25)),
        ("2023-Q2", 25, date(2023, 3, 26), date(2023, 6, 25)),
        ("2023-06", None, date(2023, 6, 1), date(2023, 6, 30)),
        ("2024-02", None, date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", 31, date(2023, 2, 1), date(2023, 2, 28)),
        ("2023-03", 31, date(2023, 3, 1), date(2023, 3, 31)),
    ],
)
def test_a_monthly_report_covers_the_days_up_to_the_report_day(
    written: str, due_day: int | None, start: date, end: date
) -> None:
    assert kind_of("thang").window(period(written), due_day) == Window(start, end)


@given(periods, st.sampled_from([kind_of("thang"), kind_of("cchc")]), st.none() | st.integers(1, 31))
def test_no_day_falls_between_two_periods_or_into_both(
    any_period: ReportingPeriod, kind: ReportKind, due_day: int | None
) -> None:
    before, now = kind.window(any_period.previous, due_day), kind.window(any_period, due_day)
    assert now.start <= now.end
    if any_period.kind is not PeriodKind.NINE_MONTHS:
        assert before.end + timedelta(days=1) == now.start


@given(periods, st.none() | st.integers(1, 31))
def test_the_windows_of_its_months_and_quarters_make_up_the_window_of_a_period(
    any_period: ReportingPeriod, due_day: int | None
) -> None:
    for kind in (kind_of("cchc"), kind_of("thang")):
        whole = kind.window(any_period, due_day)
        for parts in (any_period.months, any_period.quarters):
            if parts:
                assert kind.window(parts[0], due_day).start == whole.start
                assert kind.window(parts[-1], due_day).end == whole.end


@pytest.mark.parametrize(
    ("written", "previous", "following", "last_year"),
    [
        ("2023-01", "2022-12", "2023-02", "2022-01"),
        ("2023-12", "2023-11", "2024-01", "2022-12"),
        ("2023-Q1", "2022-Q4", "2023-Q2", "2022-Q1"),
        ("2023-Q4", "2023-Q3", "2024-Q1", "2022-Q4"),
        ("2023-H1", "2022-H2", "2023-H2", "2022-H1"),
        ("2023-H2", "2023-H1", "2024-H1", "2022-H2"),
        ("2023-9M", "2022-9M", "2023-Q4", "2022-9M"),
        ("2023", "2022", "2024", "2022"),
    ],
)
def test_the_neighbours_of_a_period(written: str, previous: str, following: str, last_year: str) -> None:
    assert period(written).previous == period(previous)
    assert period(written).following == period(following)
    assert period(written).same_period_last_year == period(last_year)


@pytest.mark.parametrize(
    ("written", "day", "due"),
    [
        ("2023-H1", 13, date(2023, 6, 13)),
        ("2023-Q3", 13, date(2023, 9, 13)),
        ("2023-9M", 14, date(2023, 9, 14)),
        ("2023", 13, date(2023, 12, 13)),
        ("2023-06", 25, date(2023, 6, 25)),
        ("2023-02", 31, date(2023, 2, 28)),
        ("2024-02", 31, date(2024, 2, 29)),
        ("2023-04", 31, date(2023, 4, 30)),
    ],
)
def test_a_report_is_due_in_the_last_month_of_its_period(written: str, day: int, due: date) -> None:
    assert period(written).due(day) == due


def test_months_and_quarters_of_a_period() -> None:
    assert [p.id for p in period("2023-Q2").months] == ["2023-04", "2023-05", "2023-06"]
    assert [p.id for p in period("2023-9M").quarters] == ["2023-Q1", "2023-Q2", "2023-Q3"]
    assert [p.id for p in period("2023-H2").quarters] == ["2023-Q3", "2023-Q4"]
    assert period("2023-05").quarters == ()
    assert len(period("2023").months) == 12
