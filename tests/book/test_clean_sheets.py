"""A sheet whose texts need nothing done is read at once, and reads as it would cell by cell."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.book.read.workbook import read_workbook_bytes
from generator.book.write.new_workbook import workbook_bytes
from generator.vietnamese.cells import all_plain, looks_like_legacy_typing, tidy
from tests.book.small_workbook import small_rows

TEXTS = st.lists(st.text(max_size=8) | st.sampled_from(["Đã xong", "Đã xong\nChờ ký", " ", "a ", "\na", "ñaõ xong"]))


@given(TEXTS)
def test_plain_texts_are_those_that_no_reader_would_change_or_doubt(texts):
    if all_plain(texts):
        assert [tidy(text) for text in texts] == [(text, False) for text in texts]
        assert not any(map(looks_like_legacy_typing, texts))


@pytest.mark.parametrize(
    "text", ["a ", "\na", "a\r\nb", "a\x01b", "a\xa0", unicodedata.normalize("NFD", "ế"), "Ñaõ göûi"]
)
def test_one_text_to_be_looked_at_is_enough(text):
    assert all_plain(["Đã xong", "Đã xong\nChờ ký", ""])
    assert not all_plain(["Đã xong", text])


@pytest.mark.parametrize("untidy", [" chờ kinh phí ", unicodedata.normalize("NFD", "chờ kinh phí")])
def test_an_untidy_cell_changes_nothing_of_the_others(untidy):
    def read(difficulty: str):
        rows = small_rows()
        rows["Kết quả"][1]["Khó khăn vướng mắc"] = difficulty
        return read_workbook_bytes(workbook_bytes(rows))

    assert read(untidy) == read("chờ kinh phí")
