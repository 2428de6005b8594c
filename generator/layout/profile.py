"""Local rules of a unit: they may only narrow what the decree allows."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.layout.decree.rule import Between, Rule
from generator.layout.rules import RULES


class ProfileFault(ValueError):
    """A profile that cannot be used. The message is whole and in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Rules by id with what is allowed locally. Build it with `narrowed` or `load_profile`."""

    rules: Mapping[str, Rule] = field(default_factory=lambda: RULES)


def narrowed(allowed: Mapping[str, Any]) -> Profile:
    """Return the decree narrowed by `allowed`: rule id -> one value, a list of values, or {"từ": a, "đến": b}.

    Raises ProfileFault for an unknown rule, one without measurable values, or a value the decree does not allow.
    """
    rules = dict(RULES)
    for rule_id, value in allowed.items():
        rule = RULES.get(rule_id)
        if rule is None:
            raise ProfileFault(f"Không có quy tắc “{rule_id}”. Xem mã quy tắc bằng cchc check … --json.")
        rules[rule_id] = _narrow(rule, value)
    return Profile(rules)


def load_profile(path: Path) -> Profile:
    """Return the profile in a TOML file: a line a rule, such as `"page.margin.left" = 30`. Raises ProfileFault."""
    try:
        return narrowed(tomllib.loads(path.read_text("utf-8-sig")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise ProfileFault(f"Tệp {path.name} không đọc được: {exc}") from exc


def _narrow(rule: Rule, value: Any) -> Rule:
    if isinstance(value, Mapping):
        try:
            low, high = float(value["từ"]), float(value["đến"])
        except (KeyError, TypeError, ValueError) as exc:
            raise ProfileFault(f"Quy tắc “{rule.id}”: khoảng ghi dạng {{ từ = 13, đến = 14 }}.") from exc
        wanted: Between | tuple[Any, ...] = Between(low, high)
        ends: tuple[Any, ...] = (low, high)
        within = isinstance(rule.allowed, Between) and low <= high
    else:
        wanted = ends = tuple(value) if isinstance(value, list) else (value,)
        within = bool(ends)
    if not within or not all(_in_decree(rule, end) for end in ends):
        shown = ", ".join(str(end) for end in ends)
        raise ProfileFault(
            f"Quy tắc “{rule.id}”: {shown} trái {rule.clause} ({rule.statement}). Quy định riêng chỉ được thu hẹp."
        )
    local = replace(rule, allowed=wanted)
    return replace(local, default=local.nearest(rule.default)) if isinstance(rule.default, (int, float)) else local


def _in_decree(rule: Rule, value: Any) -> bool:
    if isinstance(rule.allowed, Between):
        return isinstance(value, (int, float)) and value in rule.allowed
    return value in rule.allowed
