"""What people type in cells, and what it means."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.cells import (
    all_plain,
    code_candidates,
    day_of,
    deadline_day_of,
    following_code,
    looks_like_legacy_typing,
    number_of,
    period_of,
    shown,
    swapped,
    tidy,
    without_about_word,
    without_number_word,
)
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import number_text
from generator.vietnamese.text import key

THE_DAY = date(2023, 6, 13)
ANY_VALUE = st.one_of(
    st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times(), st.timedeltas()
)
A_DAY = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        THE_DAY, datetime(2023, 6, 13, 10, 30), 45090, 45090.0, "13/6/2023", "13/06/2023", "13/6/23", "13.6.2023",
        "13-6-2023", "2023-06-13", "2023-06-13 00:00:00", "ngày 13 tháng 6 năm 2023", "13 tháng 06 năm 2023",
        "Ngày 13/6/2023", " 13/6/2023 ", "13/6/2023.", "13 / 6 / 2023", "ngày\u00a013/6/2023",
        unicodedata.normalize("NFD", "ngày 13 tháng 6 năm 2023"),
    ],
)  # fmt: skip
def test_a_day_is_read_in_the_ways_it_is_typed(typed):
    assert day_of(typed) == THE_DAY


@pytest.mark.parametrize(
    "typed",
    [
        "", "13", "tháng 6", "31/6/2023", "6/13/2023", "13/6", "13/6-2023", "abc", 13.6, 2023, True, time(8), 1e300,
        "13/6/0023", "13/6/203", "0023-06-13", "13/6/1923", "13 tháng 6 năm 0023", date(23, 6, 13),
        datetime(1923, 6, 13),
    ],
)  # fmt: skip
def test_what_is_no_day_is_not_guessed(typed):
    assert day_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "includes_day", "last"),
    [
        ("trước 25/11/2023", False, date(2023, 11, 24)),
        ("trước 25/11/2023", True, date(2023, 11, 25)),
        ("Trước ngày 25/11/2023", False, date(2023, 11, 24)),
        ("hoàn thành trước ngày 25/11/2023", False, date(2023, 11, 24)),
        ("Trước: 1/3/2024", False, date(2024, 2, 29)),
        ("đến ngày 25/11/2023", False, date(2023, 11, 25)),
        ("chậm nhất 25/11/2023", False, date(2023, 11, 25)),
        ("25/11/2023", False, date(2023, 11, 25)),
        (date(2023, 11, 25), False, date(2023, 11, 25)),
        ("quý II/2023", False, date(2023, 6, 30)),
        ("trong tháng 03/2023", False, date(2023, 3, 31)),
        ("trong năm 2023", False, date(2023, 12, 31)),
        ("trước tháng 3/2024", False, date(2024, 2, 29)),
        ("khi có hướng dẫn", False, None),
    ],
)
def test_a_deadline_says_its_last_day_in_time(typed, includes_day, last):
    assert deadline_day_of(typed, before_includes_day=includes_day) == last


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.234,5", "1234.5"), ("1234.5", "1234.5"), ("1,234.5", "1234.5"), ("1234,5", "1234.5"), ("50 %", "50"),
        ("50%", "50"), ("96,5%", "96.5"), ("1.247", "1247"), ("1.247.000", "1247000"), ("1,247,000", "1247000"),
        ("0.5", "0.5"), ("0,5", "0.5"), ("1,234", "1.234"), ("12 345", "12345"), ("12\u00a0345,6", "12345.6"),
        ("-5", "-5"), (50, "50"), (96.5, "96.5"), (0.1 + 0.2, "0.3"), (3.0, "3"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_a_vietnamese_means_it(typed, number):
    assert number_of(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["", "%", "khoảng 50", "1.23.4", "1,2,3", "12,34.5", "5-6", "--5", True, THE_DAY])
def test_what_is_no_number_is_not_guessed(typed):
    assert number_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2023-06", "2023-06"), (date(2023, 6, 1), "2023-06"), (datetime(2023, 6, 1), "2023-06"), (45078, "2023-06"),
        (2023.0, "2023"), (2023, "2023"), ("2023", "2023"), ("2023-Q2", "2023-Q2"), ("2023-h1", "2023-H1"),
        ("6 tháng đầu năm 2023", "2023-H1"), ("quý II/2023", "2023-Q2"), ("2023–06", "2023-06"),
    ],
)  # fmt: skip
def test_a_period_survives_excel(typed, period):
    assert period_of(typed).id == period


@pytest.mark.parametrize("typed", ["", "tháng sáu", date(2023, 6, 13), 6, 13.5, True, "2023-13", time(8)])
def test_what_is_no_period_is_not_guessed(typed):
    assert period_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("III.11", ("III.11",)), (" III. 11 ", ("III.11",)), ("III.11.", ("III.11",)), (1.1, ("1.1", "1.10")),
        (2.0, ("2",)), (date(2023, 11, 3), ("3.11", "11.3", "3.11.23", "11.3.23")),
    ],
)  # fmt: skip
def test_a_code_may_be_several_after_excel(typed, candidates):
    assert code_candidates(typed) == candidates


@pytest.mark.parametrize(
    ("code", "next_code"), [("III.11", "III.12"), ("1.9", "1.10"), ("2", "3"), ("A", ""), ("", "")]
)
def test_the_next_code_in_a_list(code, next_code):
    assert following_code(code) == next_code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đang thực hiện", "ĐANG  THỰC\nHIỆN"),
        ("Đang thực hiện", unicodedata.normalize("NFD", "đang thực hiện")),
        ("Tỷ lệ (%)", "Tỉ lệ"),
        ("Kỳ", "Kì"),
        ("Hoàn thành", "Hoàn\u00a0thành "),
        ("hòa", "hoà"),
        ("thủy", "thuỷ"),
    ],
)
def test_spelling_and_spacing_do_not_tell_words_apart(one, other):
    assert key(one) == key(other)


def test_words_that_differ_keep_different_keys():
    assert len({key(w) for w in ("Mã", "Ma", "Má", "Đợt 1", "Đợt 2", "Hoàn thành", "Chưa thực hiện")}) == 7


@pytest.mark.parametrize(
    ("text", "legacy"),
    [
        ("Coâng vieäc ñaõ hoaøn thaønh", True),
        ("§· ban hµnh kÕ ho¹ch tuyªn truyÒn", True),
        ("Đã ban hành kế hoạch", False),
        ("Báo cáo ISO © ® 2023", False),
        ("da gui bao cao", False),
        ("Đã làm «thật» ¬ ® ©", False),
        ("Ñaõ caáp 120 chöõ kyù soá", True),
        ("ÑAÕ CAÁP 120 CHÖÕ KYÙ SOÁ", True),
        ("Ñaõ nieâm yeát 128 TTHC", True),
        ("§· niªm yÕt c«ng khai", True),
        ("®ang lµm", True),
        ("UBND phường: Ñaõ caáp 120 chöõ kyù soá", True),
        ("Muñoz", False),
        ("José Muñoz Núñez, Mª José", False),
        ("Zürich, Malmö, Göteborg, Ångström", False),
        ("Raúl, Noël, Citroën", False),
        ("Ông Raúl dự hội nghị tại Haïti", False),
        ("© 2023, Windows® Office®", False),
        ("10 µm, 5 µg, 1ª, § 5, §7 BGB, TTHC¹, ½", False),
        ("Khoá hoà, thuý, toán, giã, NGOÀI, quá, quê, quân", False),
    ],
)
def test_text_typed_for_old_fonts_is_recognised(text, legacy):
    assert looks_like_legacy_typing(text) is legacy


@pytest.mark.parametrize(
    ("value", "text"),
    [(96.5, "96,5"), (50.0, "50"), (date(2023, 6, 5), "05/6/2023"), (date(2023, 1, 13), "13/01/2023"), (True, "TRUE")],
)
def test_a_value_is_shown_as_vietnamese_text(value, text):
    assert shown(value) == text


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["Ñaõ", "caáp", "chöõ", "§·", "niªm", "yÕt", "c«ng", "®·", "kyù", "Đã", "hoà", "Haïti", "5"]
            ),
            st.text(alphabet="aoeuyn §®ªµ·Õñøïöáâõùạđ\xad", max_size=5),
        )
    ).map(" ".join)
)
def test_what_is_judged_plain_at_once_has_no_old_typing(text):
    assert not (all_plain([text]) and looks_like_legacy_typing(text))


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Số 18/KH-UBND", "18/KH-UBND"), ("số: 18/KH-UBND", "18/KH-UBND"), ("SỐ18/KH-UBND", "18/KH-UBND"),
        ("18/KH-UBND", "18/KH-UBND"), ("Số hóa", "Số hóa"), ("", ""),
    ],
)  # fmt: skip
def test_a_number_loses_the_word_that_is_printed_before_it(typed, number):
    assert without_number_word(typed) == number


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("V/v kiểm tra", "kiểm tra"), ("v/v: kiểm tra", "kiểm tra"), ("V / v kiểm tra", "kiểm tra"),
        ("Kiểm tra v/v chậm", "Kiểm tra v/v chậm"), ("", ""),
    ],
)  # fmt: skip
def test_what_a_document_is_about_loses_its_abbreviation(typed, about):
    assert without_about_word(typed) == about


@given(ANY_VALUE)
def test_no_value_breaks_a_reader(value):
    for reader in (day_of, number_of, period_of, code_candidates, shown):
        reader(value)
    deadline_day_of(value, before_includes_day=False)


@given(st.text(alphabet=st.sampled_from("0123456789/.-, %trướcngàyđếnănthquýIV"), max_size=14))
def test_no_text_like_a_day_or_number_breaks_a_reader(text):
    for reader in (day_of, number_of, period_of, code_candidates):
        reader(text)
    deadline_day_of(text, before_includes_day=True)


@given(
    A_DAY, st.sampled_from(["{0.day}/{0.month}/{0.year}", "{0.day}.{0.month}.{0.year}", "{0:%d-%m-%Y}", "{0:%Y-%m-%d}"])
)
def test_a_day_typed_is_the_day_read(day, form):
    assert day_of(form.format(day)) == day == day_of(short_date(day)) == day_of((day - date(1899, 12, 30)).days)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_a_number_typed_is_the_number_read(number):
    vietnamese = f"{number:,.2f}".translate(str.maketrans(",.", ".,"))
    assert number_of(vietnamese) == number_of(f"{number:,.2f}") == number == number_of(number_text(number) + "%")


@given(st.dates())
def test_swapping_twice_gives_the_day_back(day):
    other = swapped(day)
    assert other is None or swapped(other) == day


@given(st.text())
def test_tidy_text_is_the_text_in_composed_form_without_edges(text):
    tidied, lost = tidy(text)
    if not lost:
        assert tidied == unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()
    assert tidied == unicodedata.normalize("NFC", tidied)


def test_forbidden_characters_go_and_are_told_of():
    assert tidy("a\x01b\x0bc\ufffe") == ("abc", True)
    assert tidy("a\tb\r\nc\rd ") == ("a\tb\nc\nd", False)


def test_a_lapse_of_time_is_no_day():
    assert day_of(timedelta(days=45090)) is None
