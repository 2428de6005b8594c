"""A kind of report, as far as judgement and sentences have to know it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.domain.period import PeriodKind, ReportingPeriod, Window
from generator.domain.unit import Unit
from generator.law.cut_offs import CCHC, CutOff

#: What a superior's round-up of its units calls itself; no workbook alone makes one.
ROUND_UP = "tong-hop"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportKind:
    """A kind of document. `id` is the word of the command line and of sheet Thông tin.

    `cut_off` None: the data close on the unit's due day, or with the calendar when it names none. `usual_for` are the
    periods that it is made for unless another kind is asked for. A kind without a period is the same all year.
    """

    id: str
    cut_off: CutOff | None = CCHC
    period_word: str = "kỳ"
    usual_for: frozenset[PeriodKind] = frozenset()
    has_period: bool = True
    #: Whether a superior makes it over its units.
    is_rounded_up: bool = False
    #: Names of its appendices, in their order; `phu_luc` in the phrase file gives their words.
    appendices: tuple[str, ...] = ()
    #: Whether it is short unless the unit wants it in full.
    has_short_form: bool = False

    def is_short(self, unit: Unit, in_full: bool | None = None) -> bool:
        """Return the form of a report; `in_full` None is as the unit wants it."""
        return self.has_short_form and not (unit.monthly_in_full if in_full is None else in_full)

    def window(self, period: ReportingPeriod, due_day: int | None = None) -> Window:
        """Return the days whose data a report covers; `due_day` is the day of the month on which the unit sends
        reports of this very kind."""
        return period.data_window(self.cut_off or CutOff(due_day))
