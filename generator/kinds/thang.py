"""The monthly report on the plan: the state on the day of the report."""

from generator.domain.period import PeriodKind
from generator.reporting.document_kind import Kind, say_report

KIND = Kind(
    id="thang",
    cut_off=None,
    period_word="tháng",
    usual_for=frozenset({PeriodKind.MONTH}),
    appendices=("nhiem_vu",),
    is_rounded_up=True,
    say=say_report,
)
