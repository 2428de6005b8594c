"""What was typed and is not printed is told, but for what is typed for the program to read."""

from datetime import date

import pytest

from generator.domain.period import Window
from generator.domain.unit_year import Typed
from generator.reporting.untold import untold

MARCH = Window(date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("header", "text", "is_told"),
    [
        ("Khó khăn vướng mắc", "Thiếu máy quét", True),
        ("Khó khăn vướng mắc", "Đã giải quyết.", False),
        ("Khó khăn vướng mắc", "Hết", False),
        ("Kết quả thực hiện", "Đã giải quyết", True),
    ],
)
def test_a_word_that_closes_a_difficulty_is_not_for_print(header: str, text: str, is_told: bool) -> None:
    typed = Typed("Kết quả", "K6", header, text, date(2026, 3, 20))
    assert bool(list(untold([typed], MARCH, "2026-03", []))) == is_told
