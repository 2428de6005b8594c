"""Each row of the table of times is found by itself, not by another row, and means what it says."""

from __future__ import annotations

import pytest

from generator.vietnamese.stated_time import ANY_EXPRESSION, EXPRESSIONS, Expression, expression_of, find_stated_times


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=lambda expression: expression.name)
def test_each_expression_finds_its_own_example(expression: Expression) -> None:
    match = ANY_EXPRESSION.search(expression.example)
    assert match is not None and expression_of(match) == expression.name
    (time,) = find_stated_times(expression.example, 2023)
    spans = [f"{a.day}/{a.month}/{a.year}-{b.day}/{b.month}/{b.year}" for a, b in time.pieces]
    assert spans == [expression.expected]
