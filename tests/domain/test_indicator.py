"""Targets as the plans state them, and figures added up over a period."""

import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.indicator import (
    Aggregation,
    Comparator,
    Indicator,
    Judgement,
    Measurement,
    Reading,
    Target,
    judge,
    read_indicator,
    so_far,
)
from generator.domain.period import ReportingPeriod

AT_LEAST, ABOVE, AT_MOST, BELOW, EXACTLY = (
    Comparator.AT_LEAST,
    Comparator.ABOVE,
    Comparator.AT_MOST,
    Comparator.BELOW,
    Comparator.EXACTLY,
)


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        ("tối thiểu 20%", AT_LEAST, "20", "%"),
        ("Tối thiểu đạt 20% hồ sơ chứng thực điện tử trên tổng số hồ sơ", AT_LEAST, "20", "%"),
        ("ít nhất 02 sáng kiến", AT_LEAST, "2", ""),
        ("từ 94% trở lên", AT_LEAST, "94", "%"),
        ("≥ 20 %", AT_LEAST, "20", "%"),
        (">= 20%", AT_LEAST, "20", "%"),
        ("không dưới 95%", AT_LEAST, "95", "%"),
        ("lớn hơn hoặc bằng 95%", AT_LEAST, "95", "%"),
        ("100%", AT_LEAST, "100", "%"),
        ("Đạt 100%", AT_LEAST, "100", "%"),
        ("100% văn bản đi gửi dưới dạng điện tử", AT_LEAST, "100", "%"),
        ("100% hồ sơ được cập nhật trên phần mềm", AT_LEAST, "100", "%"),
        ("đạt trên 84%", ABOVE, "84", "%"),
        ("> 84%", ABOVE, "84", "%"),
        ("vượt 84%", ABOVE, "84", "%"),
        ("dưới 0,5%", BELOW, "0.5", "%"),
        ("giảm xuống dưới mức 1,5 %", BELOW, "1.5", "%"),
        ("< 0.5%", BELOW, "0.5", "%"),
        ("không quá 8 giờ", AT_MOST, "8", ""),
        ("không vượt quá 5%", AT_MOST, "5", "%"),
        ("không trên 5%", AT_MOST, "5", "%"),
        ("tối đa 03 ngày", AT_MOST, "3", ""),
        ("từ 2% trở xuống", AT_MOST, "2", "%"),
        ("≤ 2%", AT_MOST, "2", "%"),
        ("0 trường hợp", EXACTLY, "0", ""),
        ("1.234", AT_LEAST, "1234", ""),
        ("1.234.567 hồ sơ", AT_LEAST, "1234567", ""),
        ("1,234,567 hồ sơ", AT_LEAST, "1234567", ""),
        ("1.234,5", AT_LEAST, "1234.5", ""),
        ("0.500", AT_LEAST, "0.5", ""),
        ("TỐI  THIỂU\n20%", AT_LEAST, "20", "%"),
    ],
)
def test_the_target_a_phrase_states(text: str, comparator: Comparator, value: str, unit: str) -> None:
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, text)
        assert Target.parse(written) == Target(comparator, Decimal(value), unit, written.strip())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hoàn thành đúng tiến độ",
        "Không có trường hợp quá hạn",
        "đạt từ 25% trở lên hoặc tối thiểu 30% hồ sơ thanh toán trực tuyến",
        "từ 25% trở lên hoặc cao hơn năm trước",
        "tối thiểu 80% đơn vị có 100% hồ sơ đúng hạn",
        "từ 20% đến 30%",
    ],
)
def test_a_phrase_with_no_figure_or_a_choice_is_left_to_a_person(text: str) -> None:
    assert Target.parse(text) is None


@given(st.text(alphabet="0123456789.,% ≥≤<>tối thiểuđạrnhoặc", max_size=25))
def test_any_text_states_a_target_or_none_never_a_crash(text: str) -> None:
    target = Target.parse(text)
    assert target is None or target.value >= 0


@pytest.mark.parametrize(
    ("comparator", "below", "equal", "above"),
    [
        (AT_LEAST, False, True, True),
        (ABOVE, False, False, True),
        (AT_MOST, True, True, False),
        (BELOW, True, False, False),
        (EXACTLY, False, True, False),
    ],
)
def test_comparisons_are_of_unrounded_values(comparator: Comparator, below: bool, equal: bool, above: bool) -> None:
    target = Target(comparator, Decimal("0.5"), "%")
    hair = Decimal("0.0000001")
    met = [target.is_met_by(target.value + step) for step in (-hair, Decimal(0), hair)]
    assert met == [below, equal, above]


def test_nearly_all_on_time_is_not_a_hundred_percent() -> None:
    reading = read_indicator(ON_TIME, period("2023-06"), table(row("2023-06", "1229/1230")))
    target = Target.parse("100%")
    assert target is not None and reading.value is not None
    assert f"{reading.value:.1f}" == "99.9" and not target.is_met_by(reading.value)


# -- adding up ---------------------------------------------------------------------------------
FILES = Indicator("HS", "3.1", "TTHC", "Số hồ sơ đã giải quyết", "Hồ sơ")
STAFF = Indicator("BC", "4.1", "Biên chế", "Số công chức có mặt", "Người", aggregation=Aggregation.LAST)
CARRIED = Indicator("CS", "4.2", "TTHC", "Số hồ sơ kỳ trước chuyển sang", "Hồ sơ", aggregation=Aggregation.FIRST)
ON_TIME = Indicator("DH", "3.2", "TTHC", "Tỷ lệ đúng hạn", "%", aggregation=Aggregation.RATIO)
AVERAGE = Indicator("TB", "3.3", "TTHC", "Số ngày bình quân", "Ngày", aggregation=Aggregation.RATIO)


def period(text: str) -> ReportingPeriod:
    return ReportingPeriod.parse(text)


def row(when: str, figure: str = "", note: str = "") -> Measurement:
    """A figure is "12" (value), "3/4" (numerator, denominator), "3/" (numerator alone) or "" (a note alone)."""
    above, slash, below = figure.partition("/")
    if slash:
        return Measurement(period(when), "x", Decimal(above), Decimal(below) if below else None, note=note)
    return Measurement(period(when), "x", value=Decimal(figure) if figure else None, note=note)


def table(*rows: Measurement) -> dict[tuple[str, str], Measurement]:
    return {(r.period.id, code): r for r in rows for code in ("HS", "BC", "CS", "DH", "TB")}


def months(*figures: str) -> list[Measurement]:
    """One row a month from January 2023; "-" leaves the month out."""
    return [row(f"2023-{n:02}", f) for n, f in enumerate(figures, 1) if f != "-"]


@pytest.mark.parametrize(
    ("indicator", "when", "rows", "value", "missing"),
    [
        pytest.param(FILES, "2023-H1", months(*"123456"), "21", "", id="months add up"),
        pytest.param(FILES, "2023-Q2", months(*"123456"), "15", "", id="only the quarter's own months"),
        pytest.param(FILES, "2023-H1", months("1", "2", "-", "4", "-", "6"), "13", "2023-03 2023-05", id="gaps"),
        pytest.param(FILES, "2023-H1", months("1", "2", "3", "4", "5", ""), "15", "2023-06", id="a mere note"),
        pytest.param(FILES, "2023-H1", [*months(*"123456"), row("2023-H1", "25")], "25", "", id="own value wins"),
        pytest.param(FILES, "2023-H1", [*months(*"123456"), row("2023-H1", "")], "21", "", id="own note does not"),
        pytest.param(FILES, "2023-H1", [row("2023-H1", "0")], "0", "", id="nought is a value"),
        pytest.param(FILES, "2023-H1", [row("2023-Q1", "10"), row("2023-Q2", "20")], "30", "", id="quarters"),
        pytest.param(
            FILES, "2023-H1", [*months("1", "2"), row("2023-Q1", "10"), row("2023-Q2", "20")], "30", "",
            id="whole quarters before broken months",
        ),
        pytest.param(
            FILES, "2023-H1", [*months(*"123456"), row("2023-Q1", "10"), row("2023-Q2", "20")], "21", "",
            id="months before quarters",
        ),
        pytest.param(FILES, "2023-H1", [row("2023-Q1", "10")], "10", "2023-Q2", id="a quarter alone"),
        pytest.param(FILES, "2023-06", [row("2023-06", "7")], "7", "", id="a month is itself"),
        pytest.param(FILES, "2023-06", months(*"12345"), None, "", id="no data, no value"),
        pytest.param(FILES, "2023-H1", [], None, "", id="no data at all"),
        pytest.param(FILES, "2023-Q1", months("3/", "4/", "5"), "12", "", id="a count typed as numerator"),
        pytest.param(STAFF, "2023-H1", months("20", "20", "21", "21", "22", "19"), "19", "", id="the last one"),
        pytest.param(STAFF, "2023-Q1", months("20", "21", "-"), "21", "2023-03", id="the last one known"),
        pytest.param(STAFF, "2023-H1", months("-", "-", "21", "-", "-", "19"), "19", "",
                     id="what came before the last one is not missed"),
        pytest.param(CARRIED, "2023-9M", months(*"123456789"), "1", "", id="what was there when the period began"),
        pytest.param(CARRIED, "2023-Q2", months(*"123456"), "4", "", id="when the quarter began"),
        pytest.param(CARRIED, "2023-9M", [row(f"2023-Q{n}", f"{n}0") for n in (1, 2, 3)], "10", "", id="of quarters"),
        pytest.param(CARRIED, "2023-Q1", months("-", "2", "-"), "2", "2023-01", id="what comes after is not missed"),
        pytest.param(ON_TIME, "2023-Q1", months("-", "97", "-"), "97", "2023-03", id="nor before the last ratio"),
        pytest.param(ON_TIME, "2023-Q1", months("1/2", "0/0", "9/10"), str(Decimal(1000) / 12), "", id="ratio of sums"),
        pytest.param(ON_TIME, "2023-Q1", months("1/2", "60", "9/10"), str(Decimal(1000) / 12), "2023-02",
                     id="a ratio without its parts is done without"),
        pytest.param(ON_TIME, "2023-Q1", months("1/2", "5/", "9/10"), str(Decimal(1000) / 12), "2023-02",
                     id="so is a numerator alone"),
        pytest.param(ON_TIME, "2023-Q1", months("96", "97", "98.5"), "98.5", "", id="ratios cannot be added up"),
        pytest.param(ON_TIME, "2023-01", months("17/"), None, "", id="a numerator is no ratio"),
        pytest.param(ON_TIME, "2023-Q1", months("0/0", "0/0", "0/0"), None, "", id="nothing arose"),
        pytest.param(ON_TIME, "2023-Q1", months("0/3", "0/4", "0/5"), "0", "", id="none of some"),
        pytest.param(AVERAGE, "2023-Q1", months("10/4", "20/4", "30/4"), "5", "", id="a ratio that is no percentage"),
    ],
)  # fmt: skip
def test_the_value_over_a_period_and_what_it_had_to_do_without(
    indicator: Indicator, when: str, rows: list[Measurement], value: str | None, missing: str
) -> None:
    reading = read_indicator(indicator, period(when), table(*rows))
    assert reading.value == (None if value is None else Decimal(value))
    assert " ".join(p.id for p in reading.missing) == missing


def test_a_ratio_keeps_its_parts() -> None:
    reading = read_indicator(ON_TIME, period("2023-Q1"), table(*months("1/2", "0/0", "8/8")))
    assert (reading.numerator, reading.denominator, reading.value) == (9, 10, 90)


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([row("2023-Q1", "9", "Số liệu đã đối soát")], "Số liệu đã đối soát"),
        ([*months(*"123"), row("2023-Q1", "", "Cộng từ các tháng")], "Cộng từ các tháng"),
        ([row("2023-Q1", "", "Chưa có số liệu")], "Chưa có số liệu"),
        (months(*"123"), ""),
    ],
)
def test_a_note_on_the_period_itself_is_kept(rows: list[Measurement], note: str) -> None:
    assert read_indicator(FILES, period("2023-Q1"), table(*rows)).note == note


@given(st.lists(st.decimals(0, 10**6, places=2), min_size=6, max_size=6))
def test_a_half_year_is_its_two_quarters(figures: list[Decimal]) -> None:
    rows = table(*(Measurement(period(f"2023-{n:02}"), "HS", value=v) for n, v in enumerate(figures, 1)))
    half, first, second = (read_indicator(FILES, period(p), rows) for p in ("2023-H1", "2023-Q1", "2023-Q2"))
    assert first.value is not None and second.value is not None
    assert half == Reading(first.value + second.value)


def test_a_row_without_unit_or_measure_is_a_heading() -> None:
    assert Indicator("3", "3", "", "Thủ tục hành chính").is_heading
    assert not FILES.is_heading
    assert ON_TIME.is_percentage and not FILES.is_percentage


# -- since January, and against the year's target ------------------------------------------------
@pytest.mark.parametrize(
    ("indicator", "when", "rows", "value", "missing"),
    [
        pytest.param(FILES, "2023-02", months("1", "2", "3"), "3", "", id="February from January"),
        pytest.param(FILES, "2023-05", months("1", "-", "3", "", "5", "6"), "9", "2023-02 2023-04", id="gaps"),
        pytest.param(FILES, "2023-Q3", months(*"123456789"), "45", "", id="a quarter with those before it"),
        pytest.param(FILES, "2023-Q2", [row("2023-H1", "50")], "50", "", id="the half year's own figure"),
        pytest.param(FILES, "2023-Q1", [row("2023-Q1", "7")], "7", "", id="the first quarter is its own year so far"),
        pytest.param(FILES, "2023-09", [row("2023-9M", "90")], "90", "", id="nine months"),
        pytest.param(FILES, "2023-H2", [row("2023", "120")], "120", "", id="the year's own figure"),
        pytest.param(FILES, "2023-02", [], None, "2023-01 2023-02", id="nothing known"),
        pytest.param(STAFF, "2023-05", months("1", "2", "-", "4", "-"), "4", "2023-05", id="the last one"),
        pytest.param(ON_TIME, "2023-04", months("1/2", "1/2", "1/2", "5/6"), str(Decimal(800) / 12), "", id="a ratio"),
    ],
)
def test_the_value_since_january(
    indicator: Indicator, when: str, rows: list[Measurement], value: str | None, missing: str
) -> None:
    reading = so_far(indicator, period(when), table(*rows))
    assert reading.value == (None if value is None else Decimal(value))
    assert " ".join(p.id for p in reading.missing) == missing


@pytest.mark.parametrize(
    ("indicator", "target", "when", "here", "year", "expected"),
    [
        pytest.param(FILES, "từ 60", "2023-Q3", "29", "79", (True, "79", "79"), id="the year has reached it"),
        pytest.param(FILES, "từ 60", "2023-Q3", "29", "45", (False, "45", "45"), id="part of the year is no failure"),
        pytest.param(FILES, "từ 60", "2023", "45", "45", (False, "45", None), id="the year judges"),
        pytest.param(FILES, "không quá 60", "2023-Q3", "29", "79", (False, "79", None), id="a limit is passed at once"),
        pytest.param(FILES, "0", "2023-Q3", "0", "1", (False, "1", None), id="none is to arise"),
        pytest.param(ON_TIME, "từ 60%", "2023-Q3", "50", "70", (False, "50", None), id="a ratio as it stands"),
        pytest.param(AVERAGE, "từ 60", "2023-Q3", "50", "70", (False, "50", None), id="also one that is no percentage"),
        pytest.param(replace(STAFF, unit="%"), "từ 60%", "2023-Q3", "50", "70", (False, "50", None), id="a last rate"),
        pytest.param(FILES, "", "2023-Q3", "29", "79", None, id="no target"),
        pytest.param(FILES, "từ 60", "2023-Q3", "29", "", None, id="no value of the year"),
    ],
)
def test_a_years_target_is_judged_by_the_year(
    indicator: Indicator, target: str, when: str, here: str, year: str, expected: tuple[bool, str, str | None] | None
) -> None:
    readings = [Reading(Decimal(value) if value else None) for value in (here, year)]
    judged = judge(replace(indicator, target=Target.parse(target)), period(when), *readings)
    if expected is None:
        assert judged is None
    else:
        is_met, value, of_sixty = expected
        share = Decimal(of_sixty) * 100 / 60 if of_sixty else None
        assert judged == Judgement(is_met, Decimal(value), share)


def test_a_reading_tells_where_its_figures_are_from_and_their_last_day() -> None:
    days = (date(2023, 1, 28), date(2023, 3, 25), None)
    rows = [
        replace(r, known_on=day, source=source)
        for r, day, source in zip(months(*"123"), days, ("Phần mềm", "Phần mềm", ""), strict=True)
    ]
    reading = read_indicator(FILES, period("2023-Q1"), table(*rows))
    assert (reading.sources, reading.closed_on) == (("Phần mềm",), date(2023, 3, 25))
    assert read_indicator(STAFF, period("2023-Q1"), table(*rows)).sources == ()


@pytest.mark.parametrize(("indicator", "note"), [(FILES, "cuối"), (STAFF, "cuối"), (CARRIED, "đầu")])
def test_a_figure_that_stands_alone_keeps_its_note(indicator: Indicator, note: str) -> None:
    rows = [row("2023-01", "1", "đầu"), row("2023-02", "2", ""), row("2023-03", "3", "cuối")]
    assert read_indicator(indicator, period("2023-Q1"), table(*rows)).note == ("" if indicator is FILES else note)
    assert read_indicator(FILES, period("2023-Q1"), table(row("2023-02", "2", "một mình"))).note == "một mình"


@pytest.mark.parametrize("figure", ["5", "1/2", "7/"])
def test_a_ratio_with_its_parts_or_without_keeps_its_note(figure: str) -> None:
    assert so_far(ON_TIME, period("2023-01"), table(row("2023-01", figure, "đã đối soát"))).note == "đã đối soát"


def test_an_answer_by_code_is_the_greatest_and_misses_nothing_once_given() -> None:
    answered = Indicator("DT", "6", "", "Đối thoại", "Không = 0, Có = 1", aggregation=Aggregation.CODED)
    rows = {("2023-02", "DT"): row("2023-02", "1", "ngày 9/2"), ("2023-03", "DT"): row("2023-03", "0")}
    found = read_indicator(answered, period("2023-Q1"), rows)
    assert (found.value, found.missing) == (1, ())
