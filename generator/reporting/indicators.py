"""What a report says of its indicators against their targets."""

from __future__ import annotations

from decimal import Decimal

from generator.domain.indicator import Aggregation, Indicator, Reading
from generator.domain.period import PeriodKind
from generator.reporting.appendix import figure, has_statistics, share_of_year
from generator.reporting.figures import ReportFigures
from generator.reporting.wording import Phrases, capitalised, closing_marks, listed
from generator.vietnamese.numbers import count


def _in_sentence(indicator: Indicator, reading: Reading) -> str:
    """The value with its unit: "14,2%", "01 sáng kiến"."""
    if indicator.is_percentage:
        return f"{figure(indicator, reading)}%"
    whole = reading.value is not None and reading.value == reading.value.to_integral_value()
    number = count(int(reading.value)) if whole and reading.value is not None else figure(indicator, reading)
    return f"{number} {indicator.unit.lower()}"


def _under_way(indicator: Indicator, reading: Reading, share: Decimal, phrases: Phrases) -> str:
    return phrases.say(
        "chi_tieu.ke_trong_nam",
        chi_tieu=phrases.lower_first(indicator.name),
        gia_tri=_in_sentence(indicator, reading),
        ty_le=share_of_year(share),
    )


def indicator_sentences(figures: ReportFigures, phrases: Phrases, statistics_appendix: str) -> list[str]:
    """Return the paragraph on indicators that have both a target and a value in the period."""
    met: list[str] = []
    unmet: list[str] = []
    under_way: list[str] = []
    for indicator in figures.data.indicators:
        if indicator.target is None or indicator.aggregation is Aggregation.COMPUTED:
            continue
        judged = figures.judgement(indicator)
        if judged is None:
            continue
        reading = figures.readings[indicator.code] if judged.share is None else figures.years[indicator.code]
        if judged.share is not None and not judged.is_met:
            under_way.append(_under_way(indicator, reading, judged.share, phrases))
            continue
        item = phrases.say(
            "chi_tieu.ke",
            chi_tieu=phrases.lower_first(indicator.name),
            gia_tri=_in_sentence(indicator, reading),
            muc_tieu=_target(indicator, figures, phrases),
        )
        (met if judged.is_met else unmet).append(item)
    total = len(met) + len(unmet)
    so_far = [phrases.say("chi_tieu.trong_nam", ke=listed(under_way))] if under_way else []
    if not total and so_far:
        return so_far
    if not total:
        refers = statistics_appendix and has_statistics(figures)
        return [phrases.say("chi_tieu.khong_dan" if refers else "chi_tieu.khong", phu_luc=statistics_appendix)]
    reference = phrases.say("chi_tieu.dan_phu_luc", phu_luc=statistics_appendix) if statistics_appendix else ""
    if not unmet:
        return [phrases.say("chi_tieu.tat_ca", n=count(total), dan_phu_luc=reference), *so_far]
    values = {"dat": count(len(met)), "n": count(total), "con": count(len(unmet)), "dan_phu_luc": reference}
    case = "mot_phan" if met else "chua_dat"
    if len(unmet) <= phrases.value("chi_tieu.ke_toi_da"):
        return [phrases.say(f"chi_tieu.{case}", ke=listed(unmet), **values), *so_far]
    lines = [
        phrases.say("chi_tieu.dong", ke=capitalised(item), dau_cuoi=mark)
        for item, mark in zip(unmet, closing_marks(len(unmet)), strict=True)
    ]
    return [phrases.say(f"chi_tieu.{case}_ke", **values), *lines, *so_far]


def _target(indicator: Indicator, figures: ReportFigures, phrases: Phrases) -> str:
    """The target in a sentence; what adds up over the year is measured against the year's."""
    text = phrases.lower_first(indicator.target_text)
    adds_up = indicator.aggregation is Aggregation.SUM and not indicator.is_percentage
    if adds_up and figures.period.kind is not PeriodKind.YEAR:
        return phrases.say("chi_tieu.muc_tieu_nam", muc_tieu=text)
    return text
