"""Tables on a terminal show what they are told, letter by letter."""

import sys

import pytest

from generator.commands.screen import show_problems
from generator.domain.problem import Problem


@pytest.mark.parametrize("text", ["Mục [red] chưa điền", "sổ [/b] lạ", "[link=x]", ":warning: 1:30"])
def test_brackets_in_a_problem_are_text(text, monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    show_problems([Problem("Thông tin", "B2", text)])
    assert text in capsys.readouterr().out


def test_eight_equal_mistakes_in_a_column_are_one_message_that_names_the_cells(capsys):
    same = [Problem("Số liệu", f"A{n}", "Không hiểu kỳ “tháng ba ta”.", about=f"M{n}") for n in range(2, 10)]
    show_problems([*same, Problem("Lời văn", "A2", same[0].message), Problem("Số liệu", "B2", "Chưa có Mã.")])
    assert capsys.readouterr().out.splitlines() == [
        "Có 10 chỗ cần xem lại:",
        "  - Số liệu!A2, A3, A4, A5, A6, A7, A8, A9: Không hiểu kỳ “tháng ba ta”.",
        "  - Lời văn!A2: Không hiểu kỳ “tháng ba ta”.",
        "  - Số liệu!B2: Chưa có Mã.",
    ]
