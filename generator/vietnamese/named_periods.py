"""The reporting periods that a text names, such as "(6 tháng, quý III và báo cáo năm 2023)"."""

from __future__ import annotations

import re

from generator.domain.period import PeriodKind, ReportingPeriod
from generator.vietnamese.stated_time import QUARTERS, quarters_in
from generator.vietnamese.text import composed

_NAMED = re.compile(
    rf"\bquý\s+(?P<quarters>{QUARTERS})"
    r"|\b0?6\s+tháng(?:\s+(?P<half>đầu|cuối)\s+năm)?|\b(?P<nine>0?9\s+tháng)"
    r"|(?:\bbáo\s+cáo|\bvà|,)\s*(?P<each_quarter>quý)\b(?!\s+(?:(?-i:[IVX])|\d))"
    r"|\b(?P<year>(?:báo\s+cáo|cả|và|,)\s*năm\b(?!\s+trước))|\b(?P<each>h[ằà]ng)\s+(?P<unit>tháng|quý|năm)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def periods_named(text: str, year: int) -> tuple[ReportingPeriod, ...]:
    """Return the periods that `text` names, each once, in the order of their ends. `year` serves those without one."""
    plain = composed(text)
    found: set[ReportingPeriod] = set()
    for match in _NAMED.finditer(plain):
        stated = _YEAR.search(plain, match.end())
        of_year = int(stated[0]) if stated else year
        if of_year:
            found.update(_periods(match, of_year))
    return tuple(sorted(found, key=lambda p: (p.last_day, p.first_day)))


def _periods(match: re.Match[str], year: int) -> list[ReportingPeriod]:
    if match["quarters"]:
        return [ReportingPeriod(year, PeriodKind.QUARTER, number) for number in quarters_in(match["quarters"])]
    if match["each_quarter"]:
        return [ReportingPeriod(year, PeriodKind.QUARTER, n) for n in range(1, 5)]
    if match["each"]:
        kind, count = {"tháng": (PeriodKind.MONTH, 12), "quý": (PeriodKind.QUARTER, 4), "năm": (PeriodKind.YEAR, 1)}[
            match["unit"].lower()
        ]
        return [ReportingPeriod(year, kind, n) for n in range(1, count + 1)]
    if match["nine"]:
        return [ReportingPeriod(year, PeriodKind.NINE_MONTHS)]
    if match["year"]:
        return [ReportingPeriod(year, PeriodKind.YEAR)]
    return [ReportingPeriod(year, PeriodKind.HALF, 2 if (match["half"] or "").lower() == "cuối" else 1)]
