"""Each row of the tables of rules is found by itself, not by another row, and means what it says."""

from __future__ import annotations

import pytest

from generator.vietnamese.citations import CITATIONS
from generator.vietnamese.rules import Rule
from generator.vietnamese.stated_time import EXPRESSIONS, find_stated_times
from generator.vietnamese.unsure_words import UNSURE, unsure_words


@pytest.mark.parametrize("row", EXPRESSIONS.rows.values(), ids=lambda row: row.name)
def test_each_expression_of_a_time_finds_its_own_example(row: Rule) -> None:
    match = EXPRESSIONS.search(row.example)
    assert match is not None and EXPRESSIONS.of(match).name == row.name
    (time,) = find_stated_times(row.example, 2023)
    spans = [f"{a.day}/{a.month}/{a.year}-{b.day}/{b.month}/{b.year}" for a, b in time.pieces]
    assert spans == [row.expected]


@pytest.mark.parametrize("row", CITATIONS.rows.values(), ids=lambda row: row.name)
def test_each_way_of_citing_finds_its_own_example(row: Rule) -> None:
    match = CITATIONS.search(row.example)
    assert match is not None and CITATIONS.of(match).name == row.name
    assert match[0] == row.expected


@pytest.mark.parametrize("row", UNSURE.rows.values(), ids=lambda row: row.name)
def test_each_unsure_word_finds_its_own_example(row: Rule) -> None:
    match = UNSURE.search(row.example)
    assert match is not None and UNSURE.of(match).name == row.name
    assert unsure_words(row.example) == [row.expected]


@pytest.mark.parametrize(
    "text",
    [
        "Người dân có thể nộp hồ sơ trực tuyến",
        "Rút ngắn khoảng cách, khoảng thời gian chờ",
        "Đa số ý kiến (312/340 phiếu) hài lòng",
        "Gần trụ sở phường",
    ],
)
def test_what_only_looks_unsure_is_left_alone(text: str) -> None:
    assert unsure_words(text) == []
