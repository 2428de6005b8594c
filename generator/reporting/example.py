"""A small made-up year with something in every list: templates are tried out on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from generator.domain.deadline import Deadline, Milestone
from generator.domain.indicator import Indicator, Measurement, Target
from generator.domain.period import ReportingPeriod
from generator.domain.plan import Assignment, Plan, Section, Task
from generator.domain.progress import ProgressEntry, Word, entries_by_task
from generator.domain.unit import ReportTerms, Unit
from generator.domain.unit_year import IssuedDocument, UnitYear
from generator.reporting.document_kind import Asked, Kind
from generator.reporting.wording import Phrases

_TITLES = (
    "CHỈ ĐẠO, ĐIỀU HÀNH",
    "CẢI CÁCH THỂ CHẾ",
    "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
    "CẢI CÁCH TỔ CHỨC BỘ MÁY",
    "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
    "CẢI CÁCH TÀI CHÍNH CÔNG",
    "XÂY DỰNG CHÍNH QUYỀN SỐ",
    "NÂNG CAO MỨC ĐỘ HÀI LÒNG",
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
AS_OF = date(2026, 6, 10)
PERIOD = "2026-H1"


def example_year() -> UnitYear:
    """Return the made-up year: one finished task, several late ones, an indicator, a document."""
    late = Deadline("Trước ngày 01/6/2026", (Milestone("", None, date(2026, 5, 31)),))
    sections = tuple(
        Section(
            number, title, (Task(f"{number}.1", f"Nhiệm vụ mẫu {number}", "Báo cáo", late, Assignment(("Văn phòng",))),)
        )
        for number, title in zip(_ROMAN, _TITLES, strict=True)
    )
    terms = ReportTerms(
        symbol="BC-UBND",
        signer_lines=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        signer_name="Nguyễn Văn A",
        addressees=("UBND tỉnh",),
        recipients=("Như trên", "Lưu: VT"),
    )
    unit = Unit(
        "mau", ("ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU"), (), "UBND phường Mẫu", "UBND phường", "P Mau", "phường",
        "UBND tỉnh", "UBND tỉnh", "Mẫu", terms_by_kind={"": terms},
    )  # fmt: skip
    entries = [
        ProgressEntry(
            date(2026, 5, 25), "I.1", Word.DONE, completed_on=date(2026, 5, 20), document="Kế hoạch số 1/KH-UBND"
        ),
        ProgressEntry(
            date(2026, 5, 25), "II.1", Word.IN_PROGRESS, difficulty="Thiếu máy quét", recommendation="Bổ sung máy quét"
        ),
    ]
    target = Target.parse("tối thiểu 20%")
    indicator = Indicator(
        "CT1", "1.1", "Chứng thực", "Tỷ lệ chứng thực điện tử", "%", (), target, "tối thiểu 20%", form="3"
    )
    period = ReportingPeriod.parse(PERIOD)
    return UnitYear(
        unit,
        Plan("25/KH-UBND", date(2026, 1, 22), "Cải cách hành chính năm 2026", "UBND phường Mẫu", 2026, sections),
        entries_by_task(entries),
        (indicator,),
        {(period.id, "CT1"): Measurement(period, "CT1", value=Decimal("14.2"))},
        (IssuedDocument("30/KH-UBND", date(2026, 3, 2), "Tuyên truyền cải cách hành chính", ("I.1",)),),
    )


#: What the officer would write as the body of a plan.
_PLAN_BODY = ("I. MỤC TIÊU", "1. Mục tiêu chung", "Lời văn của kế hoạch.")


def example_context(kind: Kind, phrases: Phrases, parts: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the context of the made-up year, with a line of the officer's own words in every part."""
    words: dict[tuple[str, str], tuple[str, ...]] = {}
    words |= {(PERIOD, part): ("Lời văn của cán bộ.",) for part in parts.values()}
    words |= {("Kế hoạch", part): _PLAN_BODY for part in parts.values()}
    data = replace(example_year(), words=words)
    return kind.say(kind, Asked(data, ReportingPeriod.parse(PERIOD), AS_OF, phrases, parts)).context
