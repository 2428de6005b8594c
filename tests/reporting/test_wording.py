"""The small grammar of sentences: typed words become whole sentences and stay the words they were."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reporting.wording import as_sentence, gist, listed, paragraphs

WORDS = st.text(alphabet="aăâđeêoôơuưiybcdghklmnpqrstvxAĐƯ 0123456789,.;:!?()-/%\n", max_size=80)


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("đã niêm yết 128/128 TTHC", "Đã niêm yết 128/128 TTHC."),
        ("Đã niêm yết; ", "Đã niêm yết."),
        ("- đã rà soát;\n- Đã báo cáo.", "Đã rà soát; đã báo cáo."),
        ("Đã xong!", "Đã xong!"),
        ("UBND tỉnh đã giao…", "UBND tỉnh đã giao…"),
        (" \n", ""),
    ],
)
def test_first_letter_and_last_mark_are_mended(typed: str, sentence: str) -> None:
    assert as_sentence(typed) == sentence


@given(WORDS)
def test_a_sentence_keeps_the_words(typed: str) -> None:
    sentence = as_sentence(typed)
    assert words_of(sentence) == words_of(typed)
    assert "\n" not in sentence
    if sentence:
        assert sentence[0] == sentence[0].upper()
        assert sentence[-1] in ".!?…"
        assert not sentence.endswith((" .", ";.", ".."))


@given(WORDS)
def test_a_sentence_is_mended_once(typed: str) -> None:
    assert as_sentence(as_sentence(typed)) == as_sentence(typed)


@given(st.text(alphabet="abc ,.:;-", max_size=400))
def test_a_long_name_is_cut_and_not_changed(name: str) -> None:
    assert "".join(words_of(name)).startswith("".join(words_of(gist(name))))


@given(st.lists(st.text(alphabet="abc ", min_size=1, max_size=300), max_size=12))
def test_paragraphs_lose_no_sentence(sentences: list[str]) -> None:
    assert " ".join(paragraphs(sentences)) == " ".join(sentences)


@pytest.mark.parametrize(
    ("items", "joined"),
    [
        (["a"], "a"),
        (["a", "b", "c"], "a, b và c"),
        (["rà soát (I.1)", "đạt và vượt chỉ tiêu (VII.5)"], "rà soát (I.1), đạt và vượt chỉ tiêu (VII.5)"),
        (["tỷ lệ ký số (tối thiểu, và đủ)", "tỷ lệ gửi (100%)"], "tỷ lệ ký số (tối thiểu, và đủ) và tỷ lệ gửi (100%)"),
        (["Văn phòng HĐND và UBND", "Phòng Nội vụ"], "Văn phòng HĐND và UBND, Phòng Nội vụ"),
        (["Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng"], "Phòng Kinh tế, Hạ tầng và Đô thị; Văn phòng"),
    ],
)
def test_no_joint_reads_as_a_part_of_what_it_joins(items: list[str], joined: str) -> None:
    assert listed(items) == joined
