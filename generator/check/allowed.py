"""What a rule of the decree allows, in words."""

from __future__ import annotations

from typing import Any

from generator.law.rule import Between, Rule
from generator.vietnamese.numbers import number_text

#: An upper end that no page reaches: the decree gives only the lower one.
_NO_LIMIT = 1000


def allowed_text(rule: Rule) -> str:
    """Return what a rule allows: "13 - 14 pt", "in hoa"."""
    if not isinstance(rule.allowed, Between):
        return f"{' hoặc '.join(map(_value, rule.allowed))} {rule.unit}".strip()
    low, high = number_text(rule.allowed.low), number_text(rule.allowed.high)
    if rule.allowed.high >= _NO_LIMIT:
        return f"từ {low} {rule.unit} trở lên"
    return f"{low if low == high else f'{low} - {high}'} {rule.unit}".strip()


def _value(one: Any) -> str:
    return one if isinstance(one, str) else number_text(one)
