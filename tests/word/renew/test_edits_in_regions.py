"""A hand edit of any kind inside a region is kept when the workbook has nothing new, and asked about when it has."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.commands.renewal_words import told
from generator.word.renew.judging import Outcome
from tests.word.renew import hands
from tests.word.renew.outside import outside
from tests.word.renew.region_edits import DOCUMENTS, EDITS, IN_TABLES, IN_TEXT, LATE, STATISTICS, TASKS, edited
from tests.word.renew.reports import first, renewed, second
from tests.word_files import part

TABLES = (TASKS, STATISTICS, LATE, DOCUMENTS)
TEXTS = ("tong-hop", "van-ban", "chi-dao", "tthc", "qua-han", "nhiem-vu-toi")
REGIONS = (*TEXTS, "the-che", *TABLES)


def spread(in_text: Iterable[str], in_tables: Iterable[str]) -> list[dict[str, str]]:
    """Return documents as kinds of edit by region, none with two in one: each kind in text and in two tables or one."""
    texts, tables = cycle(TEXTS), cycle(TABLES)
    cases = [(next(texts), kind) for kind in in_text]
    cases += [(next(tables), kind) for kind in (*in_text, *in_tables, *in_tables)]
    documents: list[dict[str, str]] = []
    for region, kind in cases:
        free = next((document for document in documents if region not in document), None)
        if free is None:
            documents.append(free := {})
        free[region] = kind
    return documents


DOCUMENTS_EDITED = spread(IN_TEXT, IN_TABLES)
SCRIPT = st.lists(
    st.tuples(st.sampled_from(sorted(EDITS)), st.sampled_from(REGIONS), st.integers(0, 300)), min_size=1, max_size=6
)


def region_xml(data: bytes, name: str) -> bytes:
    return hands.etree.tostring(hands.control(part(data), name))


def outcome_of(result, name: str):
    return next(r for r in result.regions if r.name == name)


def with_edits(kinds: dict[str, str]) -> bytes:
    return edited(first(), [(kind, region, 5) for region, kind in kinds.items()])


@pytest.mark.parametrize("kinds", DOCUMENTS_EDITED, ids=lambda kinds: kinds[TASKS])
def test_edits_stay_when_the_workbook_has_nothing_new(kinds):
    data = hands.word(with_edits(kinds))
    result = renewed(data, first())
    assert not result.is_stopped
    assert result.data == data
    assert {kinds[r.name]: r.outcome for r in result.regions if r.name in kinds} == dict.fromkeys(
        kinds.values(), Outcome.UP_TO_DATE
    )


@pytest.mark.parametrize("kinds", DOCUMENTS_EDITED, ids=lambda kinds: kinds[TASKS])
def test_edits_are_asked_about_when_the_workbook_has_something_new(kinds):
    data = with_edits(kinds)
    result = renewed(data)
    assert result.is_stopped and result.data == data
    for region, kind in kinds.items():
        found = outcome_of(result, region)
        assert found.outcome is Outcome.EDITED, (region, kind)
        by_hand = "\n".join(told(found)).partition("Người sửa đã đổi")[2].partition("Làm mới sẽ đổi")[0]
        assert by_hand.count("\n    - ") >= 1 and "không đổi chữ nào" not in by_hand, (region, kind)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(SCRIPT, st.booleans(), st.booleans())
def test_no_script_of_edits_is_lost_without_a_question(script, saved_by_word, has_news):
    data = edited(first(), script)
    if saved_by_word:
        data = hands.word(data)
    result = renewed(data, second() if has_news else first())
    touched = {
        region for _, region, _ in script if region_xml(data, region) != region_xml(saved(saved_by_word), region)
    }
    if result.is_stopped:
        assert result.data == data
        assert {r.name for r in result.regions if r.outcome is Outcome.EDITED} <= touched
    for name in touched:
        assert region_xml(result.data, name) == region_xml(data, name)
    assert outside(result.data) == outside(data)


def saved(by_word: bool) -> bytes:
    return hands.word(first()) if by_word else first()


LIBREOFFICE_KEEPS = (
    "rewritten", "bold", "double strike", "no-break hyphen", "coloured", "rows swapped", "cells merged", "text moved",
    "blank row", "own row", "blank column", "column deleted", "cell coloured", "no border", "bookmark",
)  # fmt: skip


@hands.needs_office
def test_edits_are_kept_after_a_save_in_libreoffice():
    """Each in a place of its own, all in one file: each region of a kind says the same to the byte."""
    for kinds in ([k for k in LIBREOFFICE_KEEPS if k in IN_TEXT], [k for k in LIBREOFFICE_KEEPS if k in IN_TABLES]):
        for kind in kinds:
            data = hands.libreoffice(edited(first(), [(kind, STATISTICS, 5)]))
            result = renewed(data, first())
            assert outcome_of(result, STATISTICS).outcome is Outcome.UP_TO_DATE, kind
