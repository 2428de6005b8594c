"""The table itself: each rule is whole, its default allowed, and no other module holds a legal number."""

from __future__ import annotations

import re

import pytest

from generator.check.allowed import allowed_text
from generator.check.checks.properties import MEASURES
from generator.law.rules import RULES, Between, Rule, default


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_is_whole(rule: Rule) -> None:
    assert re.match(r"Phụ lục I{1,3}, ", rule.clause)
    assert rule.statement.lstrip("“(")[0].isupper()
    assert not rule.statement.endswith(".")
    assert rule.elements
    assert allowed_text(rule)
    assert rule.measure in ("", *MEASURES)


@pytest.mark.parametrize("rule", [r for r in RULES.values() if isinstance(r.default, (int, float))], ids=lambda r: r.id)
def test_our_own_value_is_allowed(rule: Rule) -> None:
    assert rule.default in rule.allowed
    assert default(rule.id) == rule.default


def test_allowed_values_are_said_in_vietnamese() -> None:
    assert allowed_text(RULES["body.size"]) == "13 - 14 pt"
    assert allowed_text(RULES["body.first_line"]) == "10 hoặc 12,7 mm"
    assert allowed_text(RULES["body.space"]) == "từ 6 pt trở lên"
    assert allowed_text(RULES["co_quan.rule_line"]) == "0,33 - 0,5 dòng chữ"


def test_the_nearest_allowed_value() -> None:
    assert [RULES["body.size"].nearest(x) for x in (11, 13.5, 16)] == [13, 13.5, 14]
    assert [RULES["body.first_line"].nearest(x) for x in (0, 12.5, 30)] == [10, 12.7, 12.7]
    assert RULES["page.margin.top"].allows(24.99)
    assert not RULES["page.margin.top"].allows(25.4)
    assert 13 in Between(13, 14)
