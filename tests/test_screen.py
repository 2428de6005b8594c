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
