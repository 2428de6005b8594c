"""What a report says of its indicators against their targets."""

from __future__ import annotations

from generator.domain.indicator import Aggregation, Indicator, Reading, read_indicator
from generator.reporting.appendix import figure
from generator.reporting.figures import ReportFigures
from generator.reporting.numbers import count
from generator.reporting.wording import Phrases, listed


def _in_sentence(indicator: Indicator, reading: Reading) -> str:
    """The value with its unit: "14,2%", "01 sáng kiến"."""
    if indicator.is_percentage:
        return f"{figure(indicator, reading)}%"
    whole = reading.value is not None and reading.value == reading.value.to_integral_value()
    number = count(int(reading.value)) if whole and reading.value is not None else figure(indicator, reading)
    return f"{number} {indicator.unit.lower()}"


def indicator_sentences(figures: ReportFigures, phrases: Phrases, statistics_appendix: str) -> list[str]:
    """Return the paragraph on indicators that have both a target and a value in the period."""
    met: list[str] = []
    unmet: list[str] = []
    for indicator in figures.data.indicators:
        if indicator.target is None or indicator.aggregation is Aggregation.COMPUTED:
            continue
        reading = read_indicator(indicator, figures.period, figures.data.measurements)
        if reading.value is None:
            continue
        shown = _in_sentence(indicator, reading)
        item = phrases.say(
            "chi_tieu.ke",
            chi_tieu=phrases.lower_first(indicator.name),
            gia_tri=shown,
            muc_tieu=phrases.lower_first(indicator.target_text),
        )
        (met if indicator.target.is_met_by(reading.value) else unmet).append(item)
    total = len(met) + len(unmet)
    if not total:
        return [
            phrases.say("chi_tieu.khong_dan" if statistics_appendix else "chi_tieu.khong", phu_luc=statistics_appendix)
        ]
    reference = phrases.say("chi_tieu.dan_phu_luc", phu_luc=statistics_appendix) if statistics_appendix else ""
    if not unmet:
        return [phrases.say("chi_tieu.tat_ca", n=count(total), dan_phu_luc=reference)]
    if not met:
        return [phrases.say("chi_tieu.chua_dat", ke=listed(unmet, "; "), dan_phu_luc=reference)]
    return [
        phrases.say(
            "chi_tieu.mot_phan",
            dat=count(len(met)),
            n=count(total),
            con=count(len(unmet)),
            ke=listed(unmet) if len(unmet) < 3 else "; ".join(unmet),
            dan_phu_luc=reference,
        )
    ]
