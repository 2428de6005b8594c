"""The monthly report is short unless the unit wants it in full; what was made in full stays so."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.book.sheets import PARTS
from generator.check.numbers import numbers_in
from generator.commands.since import compared, lines_of
from generator.domain.indicator import Aggregation, Indicator, Measurement
from generator.domain.period import ReportingPeriod
from generator.domain.progress import Word
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of
from generator.making import Request, Source, find_template, make
from generator.remaking import renew, request_again
from generator.reporting.context import report_context
from generator.reporting.figures import report_figures
from generator.reporting.month_figures import figures_of_month
from generator.reporting.monthly import worth_a_row
from generator.reporting.progress_checks import progress_problems
from generator.word.read.document import parse_document
from generator.word.renew.judging import Outcome
from generator.word.renew.renewing import SavedReport
from tests.reporting.bodies import sample_data
from tests.reporting.years import DUE_MAY, DUE_NOVEMBER, ONGOING, PHRASES, entry, year
from tests.word_files import body_lines, tables

MONTHLY = kind_of("thang")
JUNE, MAY = ReportingPeriod.parse("2023-06"), ReportingPeriod.parse("2023-05")
DAYS = {JUNE: date(2023, 6, 25), MAY: date(2023, 5, 25)}


def source(in_full: bool = False, data: UnitYear | None = None) -> Source:
    data = data or sample_data("phuoc-hai-2023")
    return Source("so.xlsx", "0" * 32, replace(data, unit=replace(data.unit, monthly_in_full=in_full)), ())


def made(of: Source, period: ReportingPeriod = JUNE, **how) -> bytes:
    return make(of, Request(period, MONTHLY, DAYS[period]), **how).data


def tasks_in(document: bytes) -> list[str]:
    """The numbers of the tasks that its table lists."""
    (table,) = (t for t in tables(document) if "Kết quả thực hiện" in t[0])
    return [row[0] for row in table[1:] if len(row) == len(table[0])]


# -- two forms -----------------------------------------------------------------------------------------
def test_it_is_two_paragraphs_and_the_tasks_that_moved_are_late_or_come_due() -> None:
    document = made(source())
    lines = body_lines(document)
    headings = [line for line in lines if line.startswith(("I. ", "II. ", "III. ", "1. "))]
    assert headings == ["I. KẾT QUẢ THỰC HIỆN", "II. NHIỆM VỤ TRỌNG TÂM THÁNG 7 NĂM 2023"]
    assert tasks_in(document) == ["I.3", "I.5", "III.1", "III.16", "V.3", "VI.3", "VII.7"]
    assert "NHIỆM VỤ CÓ CHUYỂN BIẾN TRONG THÁNG 6 NĂM 2023, QUÁ HẠN HOẶC SẮP ĐẾN HẠN" in lines


def test_the_unit_may_want_it_in_full() -> None:
    document = made(source(in_full=True))
    assert "5. Văn bản đã ban hành" in body_lines(document)
    assert len(tasks_in(document)) == 47


def test_late_work_stands_with_its_cause_and_remedy() -> None:
    rows = [row for table in tables(made(source())) for row in table if row[0] == "III.16"]
    assert "\nNguyên nhân: Hệ thống báo cáo Chính phủ lỗi phân quyền" in rows[0][2]
    assert "\nBiện pháp: Đã đề nghị cấp lại quyền" in rows[0][2]


@pytest.mark.parametrize("in_full", [True, False])
def test_every_part_of_the_officers_words_is_printed(in_full: bool) -> None:
    data = sample_data("phuoc-hai-2023")
    parts = {part: f"Lời của phần {part}." for part in PARTS.values() if part != "ke_hoach"}
    words = {(JUNE.id, part): (text,) for part, text in parts.items()}
    lines = body_lines(made(source(in_full, replace(data, words=words))))
    assert [text for text in parts.values() if text not in lines] == []


def test_the_statistics_are_an_appendix_when_there_are_figures() -> None:
    data = sample_data("phuoc-hai-2023")
    with_figures = body_lines(made(source()))
    assert with_figures.count("Phụ lục I") == with_figures.count("Phụ lục II") == 1
    assert any("Số liệu thống kê chi tiết tại Phụ lục I kèm theo" in line for line in with_figures)
    without = body_lines(made(source(data=replace(data, measurements={}))))
    assert "Phụ lục" in without and "Phụ lục I" not in without
    assert not any("Số liệu thống kê" in line for line in without)


def test_the_short_form_has_only_the_figures_with_news_of_the_month() -> None:
    def rows(in_full: bool) -> list[list[str]]:
        (table,) = [t for t in tables(made(source(in_full))) if t[0][:2] == ["STT", "Chỉ tiêu"]]
        # The name of a group stands over all columns.
        return [[*row, *[""] * (len(table[0]) - len(row))] for row in table[1:]]

    short, full = rows(in_full=False), rows(in_full=True)
    value = 3
    assert [row[:4] for row in short] == [row[:4] for row in full if row[0] in {r[0] for r in short}]
    left_out = [row[0] for row in full if row[value] and row[0] not in {r[0] for r in short}]
    # The plan's standing, which the text tells; noughts, shares and what stands that are the same as in May.
    assert left_out == ["1.1", "1.1.1", "1.1.2", "1.1.3", "1.4", "2.1", "2.3", "3.1", "4.1", "4.2", "5.1", "5.3"]
    assert not {"4", "8"} & {row[0] for row in short}
    assert {row[4] for row in short} == {"", "Đạt", "Chưa đạt"}


@pytest.mark.parametrize(
    ("adds", "april", "may", "is_printed"),
    [
        (Aggregation.SUM, Measurement(MAY.previous, "X", value=Decimal(3)), Measurement(MAY, "X", value=Decimal(3)), True),
        (Aggregation.SUM, Measurement(MAY.previous, "X", value=Decimal(0)), Measurement(MAY, "X", value=Decimal(0)), False),
        (Aggregation.SUM, Measurement(MAY.previous, "X", value=Decimal(2)), Measurement(MAY, "X", value=Decimal(0)), True),
        (Aggregation.SUM, None, Measurement(MAY, "X", value=Decimal(0)), True),
        (Aggregation.SUM, Measurement(MAY.previous, "X", value=Decimal(2)), None, False),
        (Aggregation.LAST, Measurement(MAY.previous, "X", value=Decimal(21)), Measurement(MAY, "X", value=Decimal(21)), False),
        (Aggregation.LAST, Measurement(MAY.previous, "X", value=Decimal(21)), Measurement(MAY, "X", value=Decimal(20)), True),
        (Aggregation.RATIO, Measurement(MAY.previous, "X", Decimal(5), Decimal(5)), Measurement(MAY, "X", Decimal(5), Decimal(5)), False),
        (Aggregation.RATIO, Measurement(MAY.previous, "X", Decimal(5), Decimal(5)), Measurement(MAY, "X", Decimal(6), Decimal(6)), True),
    ],
)  # fmt: skip
def test_a_figure_without_news_is_left_out_and_told(
    adds: Aggregation, april: Measurement | None, may: Measurement | None, is_printed: bool
) -> None:
    row = Indicator("X", "1", "Nhóm", "Số vụ", "Vụ", aggregation=adds)
    given = {(m.period.id, "X"): m for m in (april, may) if m}
    figures = report_figures(year([ONGOING], indicators=(row,), measurements=given), MAY, MONTHLY, date(2023, 5, 25))
    assert figures_of_month(figures) == ({"X"} if is_printed else set())
    told = [p.message for p in progress_problems(figures, in_short=True) if p.code == "left-out-of-short-form"]
    assert bool(told) is (may is not None and not is_printed)


def test_the_table_of_some_tasks_is_not_held_against_the_number_of_all() -> None:
    document = parse_document(made(source()))
    assert [n.doubt for n in numbers_in(document) if n.doubt] == []


def test_a_month_in_which_nothing_moved_says_so() -> None:
    data = sample_data("phuoc-hai-2023")
    request = Request(ReportingPeriod.parse("2023-01"), MONTHLY, date(2023, 1, 25))
    rows = [row for table in tables(make(source(data=data), request).data) for row in table]
    assert ["Trong tháng không có nhiệm vụ có chuyển biến, quá hạn hoặc sắp đến hạn."] in rows


# -- what moved ------------------------------------------------------------------------------------------
def worth(entries: list, deadlines: list) -> set[str]:
    return worth_a_row(report_figures(year(deadlines, entries), MAY, MONTHLY, date(2023, 5, 25)))


@pytest.mark.parametrize(
    ("what", "entries", "is_told"),
    [
        ("finished", [entry(1, Word.DONE)], True),
        ("finished before, known now", [entry(1, Word.DONE)._replace(completed_on=date(2023, 3, 1))], True),
        ("issued", [entry(1, Word.IN_PROGRESS, document="Kế hoạch số 1/KH-UBND")], True),
        ("paused", [entry(1, Word.PAUSED)], True),
        ("taken up again", [entry(1, Word.PAUSED, date(2023, 4, 20)), entry(1, Word.IN_PROGRESS)], True),
        ("finished before", [entry(1, Word.DONE, date(2023, 4, 20))], False),
        ("going on", [entry(1, Word.IN_PROGRESS, result="Đã tiếp nhận 50 hồ sơ")], False),
        ("not heard of", [], False),
    ],
)
def test_what_moved(what: str, entries: list, is_told: bool) -> None:
    assert ("I.1" in worth(entries, [ONGOING])) is is_told, what
    assert worth([], [DUE_MAY, DUE_NOVEMBER]) == {"I.1"}


# -- what was made before ----------------------------------------------------------------------------------
def test_a_report_made_in_full_is_renewed_in_full() -> None:
    """Those of earlier versions were all made so; a short one would lose half of its parts."""
    data = sample_data("phuoc-hai-2023")
    old = made(source(in_full=True))
    renewal = renew(old, source(data=replace(data, indicators=())))
    assert not renewal.is_stopped
    outcomes = {r.name: r.outcome for r in renewal.regions}
    assert outcomes.pop("phu-luc-thong-ke") is Outcome.REMOVED
    assert Outcome.REMOVED not in outcomes.values() and Outcome.ADDED not in outcomes.values()
    assert "5. Văn bản đã ban hành" in body_lines(renewal.data)


def test_a_short_one_stays_short_when_the_unit_changes_its_mind() -> None:
    short = made(source())
    request = request_again(SavedReport.opened(short).provenance, source(in_full=True))
    assert request.in_full is False
    assert renew(short, source(in_full=True)).data == short


def test_a_template_that_knows_no_short_form_gets_the_whole() -> None:
    """One that somebody edited from an earlier version: its appendix lists every task, and it has no statistics."""
    template = find_template("cchc.docx").read_bytes()
    document = make(source(), Request(JUNE, MONTHLY, DAYS[JUNE]), template=template).data
    assert len(tasks_in(document)) == 47
    data = sample_data("phuoc-hai-2023")
    figures = report_figures(data, JUNE, MONTHLY, DAYS[JUNE])
    context = report_context(figures, PHRASES, parts=PARTS, in_short=True, printed={"bang_nhiem_vu", "tong_hop"})
    assert context["ngan"] is None
    assert (context["phu_luc"].nhiem_vu, context["phu_luc"].thong_ke) == ("Phụ lục", "")


# -- what differs --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("before_in_full", [True, False])
def test_two_months_are_compared_by_what_they_both_tell(before_in_full: bool) -> None:
    said = [text for _, text in lines_of(compared(made(source(before_in_full), MAY), made(source())))]
    assert said[0].startswith("Nhiệm vụ mới hoàn thành")
    assert any(text.startswith("- V.3") for text in said)
    assert any(text.startswith("- III.16") and "(quá hạn)" in text for text in said)
    assert not any("không còn trong báo cáo này" in text or "Số nhiệm vụ: " in text for text in said)
