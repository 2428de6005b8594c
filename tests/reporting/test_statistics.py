"""The statistics: the superior's forms, the plain table, notes, rounding."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.domain.indicator import Aggregation, Indicator, Measurement, Target
from generator.domain.period import ReportingPeriod
from generator.domain.progress import Word
from tests.reporting.years import DUE_MAY, DUE_NOVEMBER, entry, said, year


def test_a_workbook_without_indicators_has_no_statistics_and_its_other_appendices_are_numbered_without_them():
    data = year([DUE_MAY])
    names = said(data, "phu_luc")
    assert (said(data, "bang_thong_ke"), said(data, "bieu_mau")) == ([], [])
    assert (names.thong_ke, names.nhiem_vu, names.qua_han) == ("", "Phụ lục I", "Phụ lục II")
    assert said(year([DUE_NOVEMBER]), "phu_luc").nhiem_vu == "Phụ lục"


SURVEY = Indicator(
    "HL", "1.1", "Nhóm", "Mức độ hài lòng", "%", (), Target.parse("trên 90%"), "trên 90%", aggregation=Aggregation.LAST
)
FILES = Indicator("HS", "1.2", "Nhóm", "Số hồ sơ", "Hồ sơ", target_text="theo chỉ tiêu giao")


@pytest.mark.parametrize(
    ("indicator", "months", "note"),
    [
        (SURVEY, (3, 6), "Mục tiêu trên 90%: đạt"),
        (SURVEY, (3,), "Mục tiêu trên 90%: đạt; chưa có số liệu tháng 4, tháng 5, tháng 6"),
        (FILES, (1, 2, 3, 4, 5, 6), "Mục tiêu theo chỉ tiêu giao"),
        (FILES, (1, 2, 3, 4, 6), "Mục tiêu theo chỉ tiêu giao; chưa có số liệu tháng 5"),
    ],
)
def test_notes_tell_only_the_months_that_the_figure_lacks(indicator, months, note):
    rows = [Measurement(ReportingPeriod.parse(f"2023-{m:02}"), indicator.code, value=Decimal("92.4")) for m in months]
    data = year([DUE_MAY], indicators=(indicator,), measurements={(r.period.id, r.code): r for r in rows})
    assert said(data, "bang_thong_ke")[-1].ghi_chu == note


def test_a_month_that_has_not_come_is_not_missed():
    row = Measurement(ReportingPeriod.parse("2023-04"), FILES.code, value=Decimal(9))
    data = year([DUE_MAY], indicators=(FILES,), measurements={("2023-04", FILES.code): row})
    note = said(data, "bang_thong_ke", period="2023-Q2", as_of=date(2023, 5, 20))[-1].ghi_chu
    assert note == "Mục tiêu theo chỉ tiêu giao; chưa có số liệu tháng 5"


# -- the superior's forms -------------------------------------------------------------------------
def row(number: str, name: str, unit: str = "", form: str = "1", adds=Aggregation.SUM, **more) -> Indicator:
    group = {"1": "Công tác chỉ đạo", "2": "Cải cách thể chế", "": "Chỉ tiêu khác"}[form]
    return Indicator(f"BM{form}-{number}", number, group, name, unit, aggregation=adds, form=form, **more)


def formed(indicators: list[Indicator], figures: dict[tuple[str, str], Measurement], **asked) -> list[tuple]:
    """Each form as (its number, its name), then its rows: STT, name, in the period, since January, note, bold."""
    given = {key: replace(m, period=ReportingPeriod.parse(key[0]), code=key[1]) for key, m in figures.items()}
    data = year([DUE_MAY, DUE_NOVEMBER], [entry(2, Word.DONE)], indicators=tuple(indicators), measurements=given)
    out: list[tuple] = []
    for form in said(data, "bieu_mau", **asked):
        out.append((form.so, form.ten))
        out += [(r.stt, r.chi_tieu, r.so_lieu, r.luy_ke, r.ghi_chu, r.dam) for r in form.hang]
    return out


def figure(value: int | None = None, above: int | None = None, below: int | None = None, **more) -> Measurement:
    numbers = (None if n is None else Decimal(n) for n in (above, below, value))
    return Measurement(ReportingPeriod.parse("2023"), "", *numbers, **more)


Q3 = {"period": "2023-Q3", "as_of": date(2023, 9, 14)}


def test_rows_stand_by_form_with_the_forms_own_numbers_and_those_of_no_form_last():
    rows = [
        row("1", "Số văn bản quy phạm pháp luật", "Văn bản", form="2"),
        row("1", "Số tin, bài", "Tin", form=""),
        row("3", "Kiểm tra CCHC"),
        row("3.1", "Số đơn vị đã kiểm tra", "Đơn vị"),
    ]
    assert formed(rows, {("2023-H1", "BM1-3.1"): figure(2)}) == [
        ("2", "Cải cách thể chế"),
        ("1.", "Số văn bản quy phạm pháp luật", "", "", "Chưa có số liệu", True),
        ("1", "Công tác chỉ đạo"),
        ("3.", "Kiểm tra CCHC", "", "", "", True),
        ("3.1.", "Số đơn vị đã kiểm tra", "2", "2", "", False),
        ("", "Chỉ tiêu theo dõi riêng của đơn vị"),
        ("", "Chỉ tiêu khác", "", "", "", True),
        ("1.", "Số tin, bài", "", "", "Chưa có số liệu", True),
    ]


def test_the_period_and_the_year_so_far_stand_apart():
    rows = [
        row("1", "Số phiếu", "Phiếu"),
        row("2", "Số người", "Người", adds=Aggregation.LAST),
        row("3", "Tỷ lệ xử lý", "%", adds=Aggregation.RATIO),
        row("3.1", "Phát hiện", "Vấn đề", adds=Aggregation.COMPUTED, measured_by="Mẫu số của BM1-3"),
        row("3.2", "Đã xử lý", "Vấn đề", adds=Aggregation.COMPUTED, measured_by="tử số của bm1-3"),
        row("4", "Đề ra", "Nhiệm vụ", adds=Aggregation.COMPUTED, measured_by="Số nhiệm vụ đề ra"),
    ]
    figures = {
        ("2023-H1", "BM1-1"): figure(10),
        ("2023-Q1", "BM1-1"): figure(6),
        ("2023-Q2", "BM1-1"): figure(4),
        ("2023-Q3", "BM1-1"): figure(5),
        ("2023-Q3", "BM1-2"): figure(21),
        ("2023-Q1", "BM1-3"): figure(above=1, below=3),
        ("2023-Q3", "BM1-3"): figure(above=1, below=1),
    }
    assert [r[2:4] for r in formed(rows, figures, **Q3)[1:]] == [
        ("5", "15"), ("21", "21"), ("100", "50"), ("1", "4"), ("1", "2"), ("", "2"),
    ]  # fmt: skip


@pytest.mark.parametrize(("period", "day", "values"), [("2023-Q1", date(2023, 3, 14), ("6", "6"))])
def test_a_quarter_given_whole_is_the_year_so_far(period, day, values):
    rows = [row("1", "Số phiếu", "Phiếu")]
    assert formed(rows, {("2023-Q1", "BM1-1"): figure(6)}, period=period, as_of=day)[1][2:4] == values


@pytest.mark.parametrize(
    ("unit", "codes", "printed"),
    [
        ("Có = 1, Không = 0", [1], "1"),
        ("Không = 0, Có = 1", [0], "0"),
        ("Có = 1, Không = 0", [1, 0], "1"),
        ("Trực tuyến = 0, Phát phiếu = 1, Kết hợp = 2", [2, 1], "2"),
        ("Có/Không", [1], "Có"),
        ("Có/Không", [], ""),
    ],
)
def test_a_coded_answer_is_printed_as_its_form_wants_it(unit, codes, printed):
    rows = [row("6", "Đối thoại", unit, adds=Aggregation.CODED)]
    figures = {(f"2023-Q{n}", "BM1-6"): figure(code) for n, code in enumerate(codes, start=1)}
    assert formed(rows, figures)[1][2] == printed


def test_where_a_figure_is_from_and_its_last_day_are_told_when_given():
    rows = [row("1", "Số phiếu", "Phiếu"), row("2", "Số người", "Người")]
    figures = {
        ("2023-Q1", "BM1-1"): figure(6, source="Sổ theo dõi", known_on=date(2023, 3, 10)),
        ("2023-Q2", "BM1-1"): figure(4, source="Sổ theo dõi", known_on=date(2023, 6, 9)),
        ("2023-H1", "BM1-2"): figure(4, note="Tăng 01 người"),
    }
    assert [r[4] for r in formed(rows, figures)[1:]] == [
        "Nguồn: Sổ theo dõi; số liệu đến ngày 09/6/2023",
        "Tăng 01 người",
    ]


def test_a_coded_answer_is_said_in_words_in_the_body():
    rows = [
        row("5", "Khảo sát sự hài lòng", "Có = 1, Không = 0", adds=Aggregation.CODED),
        row("5.2", "Hình thức khảo sát", "Trực tuyến = 0, Kết hợp = 2", adds=Aggregation.CODED),
        row("6", "Đối thoại của lãnh đạo", "Không = 0, Có = 1", adds=Aggregation.CODED),
    ]
    given = {
        code: Measurement(ReportingPeriod.parse("2023-H1"), code, value=Decimal(value))
        for code, value in (("BM1-5", 1), ("BM1-5.2", 2), ("BM1-6", 0))
    }
    data = year([DUE_MAY], indicators=tuple(rows), measurements={("2023-H1", code): m for code, m in given.items()})
    texts = said(data, "muc_rieng")
    assert texts.khao_sat == ["Trong kỳ đã tổ chức khảo sát sự hài lòng; hình thức khảo sát là kết hợp."]
    assert texts.doi_thoai == ["Trong kỳ chưa tổ chức đối thoại của lãnh đạo."]
    given |= {code: replace(given[code], value=Decimal(0)) for code in ("BM1-5", "BM1-5.2")}
    given["BM1-5.1"] = Measurement(ReportingPeriod.parse("2023-H1"), "BM1-5.1", value=Decimal(0))
    rows.append(row("5.1", "Số phiếu", "Phiếu"))
    none = replace(data, indicators=tuple(rows), measurements={("2023-H1", code): m for code, m in given.items()})
    assert said(none, "muc_rieng").khao_sat == ["Trong kỳ chưa tổ chức khảo sát sự hài lòng."]
    silent = year([DUE_MAY], indicators=tuple(rows))
    assert (said(silent, "de_muc").khao_sat, said(silent, "de_muc").doi_thoai) == ("", "")


@pytest.mark.parametrize(
    ("above", "below", "target", "printed"),
    [
        (39_999, 40_000, "100%", "99,99"),
        (39_999, 40_000, "từ 90% trở lên", "99,99"),
        (39_999, 40_000, "từ 99,995% trở lên", "99,998"),
        (1, 40_000, "dưới 0,5%", "0,01"),
        (1, 40_000, "dưới 0,01%", "0,003"),
        (1, 40_000, "", "0,01"),
        (40_000, 40_000, "100%", "100"),
        (0, 40_000, "dưới 0,5%", "0"),
    ],
)
def test_nothing_is_rounded_to_a_whole_or_to_nothing_nor_over_its_target(above, below, target, printed):
    rate = replace(row("1", "Tỷ lệ", "%", adds=Aggregation.RATIO), target=Target.parse(target) if target else None)
    assert formed([rate], {("2023-H1", rate.code): figure(above=above, below=below)})[1][2] == printed
