"""The facts that a report carries, after anybody may have changed the file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import chain

from generator.domain.indicator import Aggregation
from generator.domain.period import ReportingPeriod
from generator.domain.progress import TaskState
from generator.reporting.facts import UnitFacts
from generator.reporting.figures import Standing

_STATES = frozenset(state.value for state in TaskState)


def facts_in_file(text: str) -> UnitFacts | None:
    """Return the facts that `UnitFacts.to_json` wrote into a file, None where they are not as it writes them."""
    facts = UnitFacts.from_json(text)
    return facts if facts is not None and _is_sound(facts) else None


def _is_sound(facts: UnitFacts) -> bool:
    """Whether every value is of its kind: a text, a day, a period, a state, a number."""
    tasks, figures = facts.tasks, facts.figures
    amounts = [amount for i in figures for amount in (i.amount, i.before)]
    of_figures = chain.from_iterable((*i[:10], i.typed, *i.missing, *i.before[:3]) for i in figures)
    own = (facts.code, facts.name, facts.level, facts.period, facts.kind, facts.as_of, facts.plan, facts.proof)
    rows = chain.from_iterable((*(t.result_rows for t in tasks), *(a.rows for a in amounts), *facts.trend))
    are_texts = all(isinstance(text, str) for text in (*own, *facts.difficulties, *facts.requests, *of_figures))
    are_whole = all(type(n) is int for n in (facts.year, facts.due_day, *(t.row for t in tasks), *rows))
    if not are_texts or not are_whole or any(len(day) != 3 for day in facts.trend):
        return False
    if not isinstance(facts.is_silent, bool) or any(i.is_met not in (True, False, None) for i in figures):
        return False
    if any(task.state not in _STATES for task in tasks):
        return False
    try:
        ReportingPeriod.parse(facts.period)
        for day in (facts.as_of, *(t.due for t in tasks if t.due)):
            date.fromisoformat(day)
        for name in chain.from_iterable((t.standing, t.before or t.standing) for t in tasks):
            Standing[name]
        for figure in figures:
            Aggregation[figure.adds]
        numbers = [Decimal(number) for amount in amounts for number in amount[:3] if number]
    except (ValueError, KeyError, ArithmeticError):
        return False
    return all(number.is_finite() for number in numbers)
