"""Correct documents of every kind, laid out as others do: nothing false is found; what is broken is found or left open."""

from __future__ import annotations

from itertools import cycle, islice

import pytest

from generator.check.checking import check_document
from generator.check.verdict import FAIL, NOT_EVALUATED, Verdict
from generator.law.rules import RULES
from generator.word.read.document import parse_document
from tests.check.kinds import ISSUED, with_appendices
from tests.check.layouts import LAYOUTS
from tests.check.test_rules_one_by_one import breaking
from tests.check.written import Written

_PLANTED = 60
_FOUND = 0.95


def judged(doc: Written) -> Verdict:
    return check_document(parse_document(doc.to_docx()), "thu.docx")


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize("kind", ISSUED)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_false_is_found(layout: str, kind: str, count: int) -> None:
    doc = with_appendices(kind, count)
    doc.layout = LAYOUTS[layout]
    verdict = judged(doc)
    assert [(f.rule.id, f.where, f.found) for f in verdict.findings if f.verdict == FAIL] == []
    assert verdict.kind == kind


def _broken(rule_id: str, kind: str, count: int) -> Written | None:
    """A document of a kind that breaks a rule; None where the kind does not have what the rule is about."""
    doc = with_appendices(kind, count)
    try:
        breaking(rule_id)[1](doc)
    except (StopIteration, IndexError, AttributeError):
        return None
    if "rule_line" not in rule_id:
        doc.refit()
    return doc if judged(doc).outcomes.get(rule_id) == FAIL else None


@pytest.mark.parametrize("layout", [name for name, layout in LAYOUTS.items() if layout])
def test_what_is_broken_is_found_or_left_open(layout: str) -> None:
    """Every layout begins elsewhere among the rules, and takes another kind of document for each."""
    start = 37 * list(LAYOUTS).index(layout)
    rules = islice(cycle(RULES), start, start + len(RULES))
    planted, missed = 0, []
    for rule_id, kind, count in zip(rules, cycle(ISSUED), cycle((0, 1, 2, 1)), strict=False):
        doc = _broken(rule_id, kind, count)
        if doc is None:
            continue
        doc.layout = LAYOUTS[layout]
        planted += 1
        if judged(doc).outcomes.get(rule_id) not in (FAIL, NOT_EVALUATED):
            missed.append(rule_id)
        if planted == _PLANTED:
            break
    assert planted == _PLANTED
    assert len(missed) <= (1 - _FOUND) * planted, missed
