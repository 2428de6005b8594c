"""What a rule is, and the shapes that many of them share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

VIOLATION = "sai quy định"
ADVICE = "nên sửa"

#: Nghị định 30/2020/NĐ-CP is in force from the day it was signed; no amendment of what stands here is known.
_IN_FORCE = date(2020, 3, 5)
PL1 = "Phụ lục I, Phần I, "
PL2 = "Phụ lục II, "
PL3 = "Phụ lục III, "

UPPER, LOWER = "in hoa", "in thường"
BOLD, PLAIN = "đậm", "không đậm"
UPRIGHT, ITALIC = "đứng", "nghiêng"
CENTRED, JUSTIFIED, FLUSH_LEFT = "giữa", "đều hai lề", "trái"


@dataclass(frozen=True, slots=True)
class Between:
    """Both ends allowed."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Rule:
    """One measurable rule.

    `allowed` is a Between or a tuple of values in `unit`; `elements` are what it speaks of. `measure` names the
    property of a paragraph that is compared with `allowed`, empty when the rule has a check of its own.
    `tolerance` is what a reader cannot see: rounding of twips, the thickness of a line's end. `valid_until` None:
    still in force.
    """

    id: str
    clause: str
    statement: str
    elements: tuple[str, ...]
    allowed: Between | tuple[Any, ...]
    default: Any
    unit: str = ""
    fixable: bool = False
    measure: str = ""
    tolerance: float = 0.0
    severity: str = VIOLATION
    valid_from: date = _IN_FORCE
    valid_until: date | None = None

    def allows(self, value: Any) -> bool:
        """Return whether a measured value holds, the tolerance included."""
        if isinstance(self.allowed, Between):
            return bool(self.allowed.low - self.tolerance <= value <= self.allowed.high + self.tolerance)
        if isinstance(value, (int, float)):
            return any(abs(value - one) <= self.tolerance for one in self.allowed)
        return value in self.allowed

    def nearest(self, value: float) -> float:
        """Return the allowed number closest to `value`."""
        if isinstance(self.allowed, Between):
            return min(max(value, self.allowed.low), self.allowed.high)
        return float(min(self.allowed, key=lambda one: abs(one - value)))


def size(rule_id: str, clause: str, name: str, element: str, low: float, high: float, sample: float) -> Rule:
    """A rule about the size of an element's letters, with the size that the decree's sample (mục V) shows."""
    statement = f"{name} cỡ {low:g}" if low == high else f"{name} cỡ {low:g} đến {high:g}"
    allowed: Between | tuple[Any, ...] = (low,) if low == high else Between(low, high)
    return Rule(rule_id, clause, statement, (element,), allowed, sample, "pt", True, "size")


def look(prefix: str, clause: str, name: str, element: str, *properties: str) -> tuple[Rule, ...]:
    """Rules about case, weight, slant and alignment, told apart by their values. `prefix` begins each id."""
    return tuple(_look_rule(prefix, clause, name, element, value) for value in properties)


_LOOKS = {
    UPPER: ("case", "viết bằng chữ in hoa"),
    LOWER: ("case", "viết bằng chữ in thường"),
    BOLD: ("weight", "kiểu chữ đậm"),
    PLAIN: ("weight", "kiểu chữ không đậm"),
    UPRIGHT: ("slant", "kiểu chữ đứng"),
    ITALIC: ("slant", "kiểu chữ nghiêng"),
    CENTRED: ("align", "canh giữa"),
    JUSTIFIED: ("align", "canh đều cả hai lề"),
    FLUSH_LEFT: ("align", "sát lề trái"),
}


def _look_rule(prefix: str, clause: str, name: str, element: str, value: str) -> Rule:
    measure, words = _LOOKS[value]
    return Rule(prefix + measure, clause, f"{name} {words}", (element,), (value,), value, measure=measure)


def form(
    rule_id: str,
    clause: str,
    statement: str,
    element: str,
    allowed: str,
    *,
    fixable: bool = False,
    advice: bool = False,
) -> Rule:
    """A rule with a check of its own; `allowed` says in words what is right."""
    severity = ADVICE if advice else VIOLATION
    return Rule(rule_id, clause, statement, (element,), (allowed,), allowed, "", fixable, severity=severity)


def ratio(rule_id: str, clause: str, statement: str, element: str, low: float, high: float, default: str) -> Rule:
    """A rule about the length of a rule line as a share of the longest line of text above it."""
    allowed: Between | tuple[Any, ...] = (low,) if low == high else Between(low, high)
    return Rule(rule_id, clause, statement, (element,), allowed, default, "dòng chữ", True, tolerance=0.05)


def by_id(rules: Iterable[Rule]) -> dict[str, Rule]:
    """Return the rules by id. Raises ValueError when two share one."""
    found: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in found:
            raise ValueError(f"rule {rule.id} stands twice in the table")
        found[rule.id] = rule
    return found
