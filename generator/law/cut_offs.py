"""On which day of a month the data of a report close: Nghị định 09/2019/NĐ-CP and what applies it.

A kind of report names one of these; the day that a unit names for itself is a `CutOff` of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Known(Enum):
    """How well a source is known."""

    APPLIED = "read in a page that applies it"
    DERIVED = "follows from the cut-offs of the other periods"
    GENERAL = "general knowledge, read nowhere"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the cut-off of some periods comes from, and the days it is valid; None where that is not known."""

    periods: str
    clause: str
    known: Known
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class CutOff:
    """Data run from the day after `day` of the month before a period to `day` of its last month.

    `day` None: from the first to the last day of the calendar.
    """

    day: int | None
    sources: tuple[Source, ...] = ()


_FOUR_A_YEAR = "quý I, 6 tháng đầu năm, quý III, năm"
_NEW_REGIME = date(2025, 7, 2)
_END_OF_OLD = date(2025, 7, 1)

#: Reports on CCHC: from the 15th of the month before to the 14th of the last month.
CCHC = CutOff(
    14,
    (
        Source(_FOUR_A_YEAR, "Công văn 581/BNV-CCHC", Known.APPLIED, valid_until=_END_OF_OLD),
        Source(_FOUR_A_YEAR, "Công văn 4625/BNV-CCHC ngày 02/7/2025", Known.APPLIED, valid_from=_NEW_REGIME),
        Source("tháng, 9 tháng", "Quyết định 01/2023/QĐ-UBND Khánh Hòa, Điều 4", Known.APPLIED),
        Source("quý II, quý IV", "", Known.DERIVED),
        Source("6 tháng cuối năm", "Nghị định 09/2019/NĐ-CP, Điều 12", Known.GENERAL),
    ),
)
#: Reports that follow the calendar.
CALENDAR = CutOff(None)
