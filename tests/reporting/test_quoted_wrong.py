"""Sentences once quoted as wrong: small workbooks made to bring them back, and what is said in their place."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from operator import attrgetter
from types import SimpleNamespace

import pytest

from generator.book.sheets import PARTS
from generator.domain.deadline import Deadline, Milestone
from generator.domain.indicator import Aggregation, Indicator, Measurement, Target
from generator.domain.period import ReportingPeriod
from generator.domain.progress import Word
from generator.domain.unit import ReportTerms, Unit
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of
from generator.reporting.context import report_context
from generator.reporting.document_kind import Asked
from generator.reporting.figures import report_figures
from tests.reporting.bodies import parts_of
from tests.reporting.test_whole_bodies import found_wrong
from tests.reporting.years import DUE_MAY, DUE_NOVEMBER, ONGOING, PHRASES, entry, said, year


@pytest.mark.parametrize("kind", ["cchc", "thang"])
def test_paused_tasks_are_not_among_those_to_be_carried_on(kind: str) -> None:
    data = year([DUE_NOVEMBER, ONGOING], [entry(2, Word.PAUSED)])
    period = "2023-05" if kind == "thang" else "2023-Q2"
    head = said(data, "nhiem_vu_toi", period, date(2023, 5, 25), kind)[0]
    assert "tiếp tục triển khai 01 nhiệm vụ" in head and "; 01 nhiệm vụ đang tạm dừng" in head


def test_a_late_monthly_task_names_the_months_that_are_late() -> None:
    months = Deadline("Hằng tháng", tuple(Milestone(f"Tháng {m}", None, date(2023, m, 28)) for m in (3, 4, 5, 6)))
    data = year([months], [entry(1, Word.DONE, date(2023, 4, 2), milestone="Tháng 3")])
    (sentence,) = [text for text in said(data, "the_che") if "chậm so với thời hạn" in text]
    assert "(nhiệm vụ I.1, chưa hoàn thành mốc tháng 4, tháng 5; " in sentence
    assert "Hằng tháng" not in sentence and "tháng 6" not in sentence
    assert "(nhiệm vụ I.1, mốc tháng 4, tháng 5)" in said(data, "ton_tai")[0]


def test_a_remedy_never_reads_as_a_cause() -> None:
    late = entry(
        1, Word.IN_PROGRESS, cause="Do gửi kết quả chậm; bố trí công chức kiêm nhiệm", remedy="Hoàn thành trong tháng 6"
    )
    (sentence,) = said(year([DUE_MAY], [late]), "the_che")
    assert sentence.endswith(
        ", nguyên nhân do gửi kết quả chậm; bố trí công chức kiêm nhiệm; biện pháp: hoàn thành trong tháng 6."
    )


def test_where_nothing_arose_no_figure_is_missing() -> None:
    rate = Indicator("X", "1", "CẢI CÁCH THỂ CHẾ", "Tỷ lệ phản ánh xử lý đúng hạn", "%", aggregation=Aggregation.RATIO)
    counts = {1: 0, 2: 2, 3: 0, 4: 0, 5: 1, 6: 0}
    figures = {
        (f"2023-{m:02}", "X"): Measurement(ReportingPeriod.parse(f"2023-{m:02}"), "X", Decimal(n), Decimal(n))
        for m, n in counts.items()
    }
    data = year([DUE_NOVEMBER], indicators=(rate,), measurements=figures)
    (row,) = [r for r in said(data, "bang_thong_ke") if r.chi_tieu == rate.name]
    assert (row.so_lieu, row.ghi_chu) == ("100", "")
    assert said(data, "the_che") == ["Tỷ lệ phản ánh xử lý đúng hạn đạt 100% (03/03)."]


@pytest.mark.parametrize("lead", [("Phòng Nội vụ",), ("Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng HĐND và UBND")])
def test_a_lead_is_called_by_its_own_name(lead: tuple[str, ...]) -> None:
    data = year([DUE_MAY])
    (section,) = data.plan.sections
    task = section.tasks[0]
    led = replace(section, tasks=(task._replace(assignment=task.assignment._replace(lead=lead)),))
    (sentence,) = said(replace(data, plan=replace(data.plan, sections=(led,))), "the_che")
    assert f"; {'; '.join(lead)} chủ trì)" in sentence
    assert "bộ phận" not in sentence


def test_a_phrase_of_several_lines_does_not_run_together() -> None:
    deadline = Deadline("Thường xuyên\nRiêng báo cáo trước ngày 01/6/2023", (Milestone("", None, date(2023, 5, 31)),))
    data = year([deadline])
    row = said(data, "bang_nhiem_vu")[0].hang[0]
    assert row.tien_do == "Thường xuyên\nRiêng báo cáo trước ngày 01/6/2023"
    body = [text for part in ("the_che", "ton_tai", "nhiem_vu_toi") for text in said(data, part)]
    assert not any("thường xuyên Riêng" in text.lower() or "Riêng báo cáo" in text for text in body)


QUARTERS = Deadline(
    "Hằng quý", tuple(Milestone(f"Quý {n}", None, date(2023, m, 28)) for n, m in (("I", 3), ("II", 6), ("III", 9)))
)
PARTS_OF_WORK = Deadline(
    "Kế hoạch trước 20/5; báo cáo trước 25/11",
    (Milestone("Kế hoạch", None, date(2023, 5, 20)), Milestone("Báo cáo", None, date(2023, 11, 24))),
)
AS_EVER = date(2023, 4, 3)


def measured(*rows: tuple[str, str, str, int]) -> dict[str, object]:
    """Indicators by name, unit, target and value, as what `year` takes."""
    indicators = tuple(
        Indicator(f"X{n}", str(n), "CẢI CÁCH THỂ CHẾ", name, unit, target=Target.parse(target), target_text=target)
        for n, (name, unit, target, _) in enumerate(rows)
    )
    figures = {
        (p, f"X{n}"): Measurement(ReportingPeriod.parse(p), f"X{n}", value=Decimal(value))
        for n, (*_, value) in enumerate(rows)
        for p in ("2023-Q2", "2023-H1", "2023-05", "2023")
    }
    return {"indicators": indicators, "measurements": figures}


UNDER_HEADINGS = (
    *("van_ban", "tong_hop", "the_che", "tthc", "bo_may", "cong_vu", "tai_chinh", "chinh_quyen_so"),
    *("chi_tieu_dat", "ton_tai", "kho_khan", "nhiem_vu_toi", "kien_nghi"),
)
LATE = entry(1, Word.IN_PROGRESS, cause="Một số bộ phận gửi kết quả chậm", remedy="Bố trí công chức kiêm nhiệm")
#: What was wrong, and a workbook that once brought it.
BUILT = {
    "seven of seven due": year([DUE_MAY] * 7, [entry(1, Word.DONE, date(2023, 6, 5))]),
    "two done late": year([DUE_MAY] * 2 + [DUE_NOVEMBER], [entry(n, Word.DONE, date(2023, 6, 5)) for n in (1, 2)]),
    "the only task, not due": year([DUE_NOVEMBER]),
    "the only task, late": year([DUE_MAY], [LATE]),
    "three late": year([DUE_MAY] * 3, [LATE]),
    "many late": year([DUE_MAY] * 5, [LATE]),
    "nothing reported": year([DUE_MAY, DUE_NOVEMBER, ONGOING]),
    "paused": year([DUE_NOVEMBER, ONGOING], [entry(2, Word.PAUSED)]),
    "nothing changed": year([DUE_MAY, ONGOING], [entry(1, Word.DONE, AS_EVER), entry(2, Word.IN_PROGRESS, AS_EVER)]),
    "quarters": year([QUARTERS], [entry(1, Word.DONE, AS_EVER, milestone="Quý I")]),
    "a part done": year([PARTS_OF_WORK], [entry(1, Word.DONE, milestone="Kế hoạch")]),
    "one of one target": year([ONGOING], **measured(("Tỷ lệ hồ sơ trực tuyến", "%", ">= 20 %", 25))),
    "one of one target not reached": year([ONGOING], **measured(("Tỷ lệ hồ sơ trực tuyến", "%", ">= 20 %", 5))),
    "two of two targets": year(
        [ONGOING], **measured(("Tỷ lệ văn bản ký số", "%", "100%", 100), ("Tỷ lệ hồ sơ quá hạn", "%", "< 1 %", 0))
    ),
    "none of a year's target": year([ONGOING], **measured(("Số sáng kiến", "Sáng kiến", "ít nhất 02 sáng kiến", 0))),
    "ten told late": year([DUE_MAY] * 12, [entry(n, Word.DONE, date(2023, 6, 5)) for n in range(1, 11)]),
    "eight documents of one task": year(
        [ONGOING],
        [entry(1, Word.IN_PROGRESS, date(2023, 5, n), document=f"Báo cáo số {n}/BC-UBND") for n in range(1, 9)],
    ),
    "the unit's own report": year(
        [QUARTERS], [entry(1, Word.DONE, AS_EVER, milestone="Quý I", result="Đã gửi báo cáo")]
    ),
    "none allowed": year([ONGOING], **measured(("Số hồ sơ quá hạn", "Hồ sơ", "0 hồ sơ", 0))),
}


@pytest.mark.parametrize(
    ("kind", "period"), [("cchc", "2023-Q2"), ("cchc", "2023-H1"), ("cchc", "2023"), ("thang", "2023-05")]
)
@pytest.mark.parametrize("data", BUILT.values(), ids=BUILT.keys())
def test_no_sentence_quoted_as_wrong_comes_of_a_workbook_made_for_it(data: UnitYear, kind: str, period: str) -> None:
    asked = ReportingPeriod.parse(period)
    figures = report_figures(data, asked, kind_of(kind), date(2023, 12, 14) if period == "2023" else date(2023, 6, 13))
    context = SimpleNamespace(**report_context(figures, PHRASES, parts=PARTS, in_short=kind == "thang"))
    parts = {part: [getattr(p, "chu", p) for p in attrgetter(part)(context)] for part in parts_of(kind)}
    assert found_wrong(kind, parts) == []
    # Under each heading that the outline has whatever there is to say.
    assert [part for part in UNDER_HEADINGS if kind == "cchc" and not parts[part]] == []


@pytest.mark.parametrize("kind", ["cchc", "thang", "muc-tieu", "ke-hoach"])
def test_a_unit_without_a_name_leaves_no_gap_in_a_sentence(kind: str) -> None:
    data = year([DUE_MAY])
    terms = ReportTerms(symbol="BC-UBND", recipients=("- Như trên;", "- Lưu: VT."))
    data = replace(data, unit=Unit("mau", terms_by_kind={"": terms}))
    of_kind = kind_of(kind)
    asked = Asked(data, ReportingPeriod.parse("2023-05"), date(2023, 5, 25), PHRASES, PARTS)
    context = of_kind.say(of_kind, asked).context
    words = [str(context[name]) for name in ("mo_dau", "ket_thuc", "kem_theo", "dia_danh_ngay") if name in context]
    assert [text for text in words if re.search(r"của [.,/)]|  báo cáo|, ,|^,", text)] == []
    assert ("của [Tên trong câu]./." in context.get("ket_thuc", "")) is (kind != "ke-hoach")
    # Nobody is addressed above: "Như trên" would be nobody.
    assert context["noi_nhan"] == ["- Lưu: VT."]
