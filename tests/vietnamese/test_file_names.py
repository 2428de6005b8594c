"""Output names are plain, safe and stay in their folder."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.file_names import file_stem
from generator.vietnamese.text import plain


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("BC CCHC 6 tháng đầu năm 2023 - P Phước Hải", "BC CCHC 6 thang dau nam 2023 - P Phuoc Hai"),
        ("Xã Đắk/Lắk: số 1?", "Xa Dak-Lak- so 1"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "CON_"),
        ("   ", "bao cao"),
        ("🙂", "bao cao"),
        ("a" * 300, "a" * 120),
    ],
)
def test_a_file_name(text, stem):
    assert file_stem(text) == stem


@given(st.text())
def test_no_text_leads_out_of_the_folder(text):
    name = f"{file_stem(text)}.docx"
    assert Path("out", name).parent == Path("out")
    assert name.isascii() and not set(name) & set('<>:"/\\|?*') and len(name) <= 130


def test_composed_and_decomposed_letters_are_the_same():
    import unicodedata

    assert plain(unicodedata.normalize("NFD", "Vĩnh Nguyên")) == plain("Vĩnh Nguyên") == "Vinh Nguyen"
