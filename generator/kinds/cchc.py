"""The periodic CCHC report: quý, 6 tháng, 9 tháng, năm, by the cut-offs of Nghị định 09/2019/NĐ-CP."""

from generator.domain.period import PeriodKind
from generator.law.cut_offs import CCHC
from generator.reporting.document_kind import Kind, say_report

KIND = Kind(
    id="cchc",
    cut_off=CCHC,
    usual_for=frozenset(PeriodKind) - {PeriodKind.MONTH},
    appendices=("thong_ke", "nhiem_vu", "qua_han"),
    is_rounded_up=True,
    say=say_report,
)
