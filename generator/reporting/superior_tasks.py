"""The tasks of the plan that a superior gave, for the heading of part I that is theirs."""

from __future__ import annotations

from collections.abc import Iterable

from generator.domain.computed import Computed
from generator.domain.indicator import Aggregation, Indicator
from generator.reporting.computed import SUPERIOR_PLACES, superior_totals
from generator.reporting.figures import ReportFigures
from generator.reporting.wording import Phrases
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count


def answers_for_superior_tasks(indicators: Iterable[Indicator]) -> bool:
    """Return whether the unit is asked for them: one of its indicators counts them."""
    counted = (Computed.named(i.measured_by) for i in indicators if i.aggregation is Aggregation.COMPUTED)
    return any(name in SUPERIOR_PLACES for name in counted)


def superior_tasks_sentence(figures: ReportFigures, phrases: Phrases) -> list[str]:
    """Return how they stand, in one sentence; nothing when there are none."""
    totals = superior_totals(figures)
    found = [
        (name, n) for name, place in SUPERIOR_PLACES.items() if name is not Computed.SUPERIOR and (n := place(totals))
    ]
    values = {"ngay": short_date(figures.as_of), "tong": count(totals.total)}
    stand = {name: phrases.value(f"cap_tren_giao.{_KEYS[name]}") for name, _ in found}
    if len(found) > 1:
        parts = "; ".join(phrases.say("cap_tren_giao.phan", n=count(n), ve=stand[name]) for name, n in found)
        return [phrases.say("cap_tren_giao.dau", ve=parts, **values)]
    return [
        phrases.say("cap_tren_giao.mot" if totals.total == 1 else "cap_tren_giao.deu", ve=stand[name], **values)
        for name, _ in found
    ]


_KEYS = {
    Computed.SUPERIOR_ON_TIME: "dung_han",
    Computed.SUPERIOR_DONE_LATE: "xong_cham",
    Computed.SUPERIOR_LATE: "qua_han",
    Computed.SUPERIOR_OPEN: "trong_han",
}
