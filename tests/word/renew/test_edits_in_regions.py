"""A hand edit of any kind inside a region is kept when the workbook has nothing new, and asked about when it has."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.renewal_words import told
from generator.word.renew.judging import Outcome
from tests.word.renew import hands
from tests.word.renew.outside import outside
from tests.word.renew.region_edits import DOCUMENTS, EDITS, IN_TABLES, IN_TEXT, LATE, STATISTICS, TASKS, edited
from tests.word.renew.reports import first, renewed, second
from tests.word_files import part

TABLES = (TASKS, STATISTICS, LATE, DOCUMENTS)
TEXTS = ("tong-hop", "van-ban", "chi-dao", "tthc", "qua-han", "nhiem-vu-toi")
REGIONS = (*TEXTS, "the-che", *TABLES)


def spread(cases: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Return cases of a region and a kind of edit as few documents, none with two edits in one region."""
    documents: list[dict[str, str]] = []
    for region, kind in cases:
        free = next((document for document in documents if region not in document), None)
        if free is None:
            documents.append(free := {})
        free[region] = kind
    return documents


#: Each kind in a text and a table, those of tables in two.
SPREAD = spread(
    (
        *zip(cycle(TEXTS), IN_TEXT, strict=False),
        *zip(cycle(TABLES), (*IN_TEXT, *IN_TABLES, *IN_TABLES), strict=False),
    )
)
SCRIPT = st.lists(
    st.tuples(st.sampled_from(sorted(EDITS)), st.sampled_from(REGIONS), st.integers(0, 300)), min_size=1, max_size=16
)


def region_xml(data: bytes, name: str) -> bytes:
    return hands.etree.tostring(hands.control(part(data), name))


def outcome_of(result, name: str):
    return next(r for r in result.regions if r.name == name)


def with_edits(kinds: dict[str, str]) -> bytes:
    return edited(first(), [(kind, region, 5) for region, kind in kinds.items()])


@pytest.mark.parametrize("kinds", SPREAD, ids=lambda kinds: kinds[TASKS])
def test_edits_stay_when_the_workbook_has_nothing_new(kinds):
    data = hands.word(with_edits(kinds))
    result = renewed(data, first())
    assert not result.is_stopped
    assert result.data == data
    assert {kinds[r.name]: r.outcome for r in result.regions if r.name in kinds} == dict.fromkeys(
        kinds.values(), Outcome.UP_TO_DATE
    )


@pytest.mark.parametrize("kinds", SPREAD, ids=lambda kinds: kinds[TASKS])
def test_edits_are_asked_about_when_the_workbook_has_something_new(kinds):
    data = with_edits(kinds)
    result = renewed(data)
    assert result.is_stopped and result.data == data
    for region, kind in kinds.items():
        found = outcome_of(result, region)
        assert found.outcome is Outcome.EDITED, (region, kind)
        by_hand = "\n".join(told(found)).partition("Người sửa đã đổi")[2].partition("Làm mới sẽ đổi")[0]
        assert by_hand.count("\n    - ") >= 1 and "không đổi chữ nào" not in by_hand, (region, kind)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
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
    """Tables alone: of the words that a control of one paragraph holds LibreOffice drops the format itself."""
    documents = spread(zip(cycle(TABLES), LIBREOFFICE_KEEPS, strict=False))
    for edits, data in zip(documents, hands.office("docx", *map(with_edits, documents)), strict=True):
        result = renewed(data, first())
        outcomes = {(name, kind): outcome_of(result, name).outcome for name, kind in edits.items()}
        assert outcomes == dict.fromkeys(edits.items(), Outcome.UP_TO_DATE)
