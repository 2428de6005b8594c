"""Each row of the tables of rules is found by itself, not by another row, and means what it says."""

from __future__ import annotations

import re

import pytest

from generator.vietnamese.citations import CITATIONS
from generator.vietnamese.office_spans import LINKS, NAME, STARTS, name_pattern
from generator.vietnamese.phrase_parts import BREAKS, SPELLINGS
from generator.vietnamese.rules import Rule, Rules
from generator.vietnamese.stated_time import EXPRESSIONS, find_stated_times
from generator.vietnamese.unread_time import UNREAD
from generator.vietnamese.unsure_words import UNSURE, unsure_words
from generator.vietnamese.who_does import LABELS


@pytest.mark.parametrize("row", EXPRESSIONS.rows.values(), ids=lambda row: row.name)
def test_each_expression_of_a_time_finds_its_own_example(row: Rule) -> None:
    match = EXPRESSIONS.search(row.example)
    assert match is not None and EXPRESSIONS.of(match).name == row.name
    (time,) = find_stated_times(row.example, 2023)
    spans = [f"{a.day}/{a.month}/{a.year}-{b.day}/{b.month}/{b.year}" for a, b in time.pieces]
    assert spans == [row.expected]


@pytest.mark.parametrize(
    ("table", "row"),
    [(table, row) for table in (CITATIONS, SPELLINGS, LABELS, STARTS, UNREAD) for row in table.rows.values()],
    ids=lambda part: getattr(part, "name", ""),
)
def test_each_row_finds_its_own_example(table: Rules, row: Rule) -> None:
    found = [(table.of(match).name, match[0].strip()) for match in table.pattern.finditer(row.example)]
    assert (row.name, row.expected) in found


@pytest.mark.parametrize("table", [EXPRESSIONS, CITATIONS, SPELLINGS, LABELS, STARTS, UNREAD, UNSURE])
def test_no_other_row_finds_the_example_of_a_row(table: Rules) -> None:
    for row in table.rows.values():
        match = table.search(row.example)
        assert match is not None
        found = [m[0] for m in table.pattern.finditer(row.example) if table.of(m) is row]
        others = Rules(*(other for other in table.rows.values() if other is not row), flags=match.re.flags & re.I)
        assert not {m[0] for m in others.pattern.finditer(row.example)} >= set(found), row.name


@pytest.mark.parametrize("row", LINKS.rows.values(), ids=lambda row: row.name)
def test_without_a_link_a_name_ends_before_it(row: Rule) -> None:
    others = "|".join(f"(?:{other.pattern})" for other in LINKS.rows.values() if other is not row)
    found = re.match(NAME.replace(LINKS.alternatives, others), row.example)
    assert found is None or found[0] != row.expected


@pytest.mark.parametrize("row", BREAKS.rows.values(), ids=lambda row: row.name)
def test_a_phrase_comes_apart_by_each_row_and_not_without_it(row: Rule) -> None:
    assert [part.strip() for part in re.split(row.pattern, row.example)] == row.expected.split(" | ")
    others = Rules(*(other for other in BREAKS.rows.values() if other is not row), flags=re.NOFLAG)
    assert len(re.split(others.alternatives, row.example)) == 1


@pytest.mark.parametrize("row", LINKS.rows.values(), ids=lambda row: row.name)
def test_a_name_goes_on_over_each_link(row: Rule) -> None:
    found = name_pattern().match(row.example)
    assert found is not None and found[0] == row.expected
    assert re.search(row.pattern, row.example)


def test_a_word_of_time_is_respelled_letter_by_letter() -> None:
    for row in SPELLINGS.rows.values():
        assert len(str(row.meaning)) == len(row.expected)


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
