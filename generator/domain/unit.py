"""The unit that reports: its names, its superior, and what it uses for each kind of report. All of it data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.domain.period import PeriodKind, ReportingPeriod, UnknownPeriod


@dataclass(frozen=True, slots=True)
class ReportTerms:
    """What one kind of report (or one report) needs from its unit. Lines stay lines."""

    symbol: str = ""
    signer_lines: tuple[str, ...] = ()
    signer_name: str = ""
    addressees: tuple[str, ...] = ()
    subject: str = ""
    recipients: tuple[str, ...] = ()
    also_cites: str = ""
    due_day: int | None = None
    #: The due day given for this very kind of report or report: only that one closes its data.
    own_due_day: int | None = None
    owed: tuple[str, ...] = ()
    number: str = ""
    issued_on: date | None = None

    def owes(self, period: ReportingPeriod) -> bool:
        """Whether the report of this period is owed. Nothing named means: every month for a monthly report."""
        if not self.owed:
            return period.kind is PeriodKind.MONTH
        return any(_names(words, period) for words in self.owed)


def _names(words: str, period: ReportingPeriod) -> bool:
    """Whether "6 tháng", "quý 3" or "Năm" is this period, whatever the year."""
    try:
        return ReportingPeriod.parse(f"{words} {period.year}") == period
    except UnknownPeriod:
        return False


@dataclass(frozen=True, slots=True)
class ExpectedUnit:
    """A unit that owes its superior a report. `received_on` is the day on which the last one came, where noted."""

    code: str
    name: str
    group: str = ""
    contact: str = ""
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit. `header_lines` as printed above the number; names as used in sentences."""

    code: str = ""
    header_lines: tuple[str, ...] = ()
    superior_header_lines: tuple[str, ...] = ()
    name: str = ""
    short_name: str = ""
    file_name: str = ""
    level: str = ""
    superior: str = ""
    superior_short: str = ""
    place: str = ""
    before_includes_day: bool = False
    electronic: bool = True
    #: Whether ongoing tasks that have results count as done in the plan's cumulative count.
    ongoing_counts_as_done: bool = False
    #: Of a superior: the name of the rate that its units are ranked by, and the shares in percent that it counts
    #: units under.
    ranked_by: str = ""
    thresholds: tuple[int, ...] = ()
    terms_by_kind: Mapping[str, ReportTerms] = field(default_factory=dict)

    def terms(self, kind_id: str, period: ReportingPeriod | None = None) -> ReportTerms:
        """Return the terms for this report: those of the very report, else of its kind, else the general ones."""
        keys = [f"{kind_id} {period.id}"] if period else []
        for key in [*keys, kind_id, ""]:
            if key in self.terms_by_kind:
                return self.terms_by_kind[key]
        return ReportTerms()
