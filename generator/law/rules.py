"""Nghị định 30/2020/NĐ-CP as one table. Outside generator/law no module holds a legal number.

`default` is what our own documents use, within `allowed`; where the decree's sample table (Phụ lục I, Phần I, mục V)
shows a size, that is the default.
"""

from __future__ import annotations

from typing import Any

from generator.law import appendix, body, capitals, closing, header, page
from generator.law.rule import Between, Rule, by_id

#: Every rule by its id, in the order of the decree.
RULES: dict[str, Rule] = by_id(
    (*page.RULES, *header.RULES, *body.RULES, *closing.RULES, *appendix.RULES, *capitals.RULES)
)


def default(rule_id: str) -> Any:
    """Return the value our own documents use for a rule."""
    return RULES[rule_id].default


__all__ = ["RULES", "Between", "Rule", "default"]
