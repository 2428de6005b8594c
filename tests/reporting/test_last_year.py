"""The same period of last year: out of the unit's workbook of the year before, found beside or named in Thông tin."""

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.book.read.beside import digest_beside, years_beside
from generator.book.read.workbook import read_workbook
from generator.book.sheets import PARTS
from generator.book.write.new_workbook import workbook_bytes
from generator.domain.indicator import Aggregation, Indicator, Measurement
from generator.domain.period import ReportingPeriod
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of
from generator.making import Request, make_beside
from generator.making import read_workbook as read
from generator.reporting.comparison import Neighbours
from generator.reporting.context import report_context
from generator.reporting.figures import report_figures
from tests.reporting.years import DUE_NOVEMBER, PHRASES, year
from tests.samples import INPUTS, SAMPLES, sample_path
from tests.samples.rows import info
from tests.word_files import body_lines

THIS, LAST = sample_path("phuoc-hai-2023"), sample_path("phuoc-hai-2022")


def report(workbook: Path, period: str, day: date, kind: str = "cchc") -> tuple[list[str], list[str]]:
    """The lines of a report's body, and the codes of its problems."""
    source = read(workbook.read_bytes(), workbook.name)
    made = make_beside(source, Request(ReportingPeriod.parse(period), kind_of(kind), day), workbook.parent)
    return body_lines(made.data), [p.code for p in made.problems]


def test_the_sample_compares_rates_in_points_and_counts_in_numbers() -> None:
    lines, _ = report(THIS, "2023-H1", date(2023, 6, 14))
    rates = next(line for line in lines if "Tỷ lệ hồ sơ nộp trực tuyến" in line)
    assert (
        "Tỷ lệ hồ sơ nộp trực tuyến đạt 48,54% (500/1.030 hồ sơ; mục tiêu tối thiểu 50%), tăng 18,9 điểm phần trăm so với"
        " cùng kỳ; tỷ lệ hồ sơ thanh toán trực tuyến đạt 13,27% (78/588 hồ sơ; mục tiêu tối thiểu 15%), tăng 7,68 điểm phần"
        " trăm;" in rates
    )
    assert rates.count("so với cùng kỳ") == 1
    counts = next(line for line in lines if "tiếp nhận mới" in line)
    assert "tiếp nhận mới 1.269 hồ sơ (tăng 71 so với cùng kỳ); đã giải quyết 1.263 hồ sơ (tăng 77);" in counts
    assert counts.partition("Tỷ lệ")[0].count("so với cùng kỳ") == 1
    annual, _ = report(THIS, "2023", date(2023, 12, 14))
    assert any("86,2% (mục tiêu trên 84%), tăng 2,5 điểm phần trăm so với năm trước" in line for line in annual)


def laid(folder: Path, this: str, last: str, **items: str) -> Path:
    """Both workbooks in a folder under some names; `items` are added to sheet Thông tin of the later one."""
    rows = SAMPLES["phuoc-hai-2023"]
    more = [info(name.replace("_", " "), text) for name, text in items.items()]
    path = folder / this
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook_bytes({**rows, "Thông tin": [*rows["Thông tin"], *more]}))
    (folder / last).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(LAST, folder / last)
    return path


@pytest.mark.parametrize(
    ("this", "last", "items"),
    [
        ("so-2023.xlsx", "so-2022.xlsx", {}),
        ("so.xlsx", "so cu.xlsx", {}),
        ("CCHC 2023/so.xlsx", "CCHC 2022/so.xlsx", {}),
        ("CCHC 2023/so 2023.xlsx", "CCHC 2022/so 2022.xlsx", {}),
        ("so.xlsx", "luu/nam ngoai.xlsx", {"Sổ_năm_trước": "luu/nam ngoai.xlsx"}),
        ("so.xlsx", "luu/nam ngoai.xlsx", {"Sổ_năm_trước": "luu/nam ngoai"}),
    ],
)
def test_last_years_workbook_is_found_beside_or_where_it_is_named(tmp_path: Path, this: str, last: str, items) -> None:
    lines, problems = report(laid(tmp_path, this, last, **items), "2023-Q3", date(2023, 9, 14))
    assert any("điểm phần trăm so với cùng kỳ" in line for line in lines)
    assert "no-such-last-year" not in problems


def test_without_it_there_is_no_sentence_and_a_wrong_name_is_told(tmp_path: Path) -> None:
    alone = tmp_path / "so.xlsx"
    shutil.copy(THIS, alone)
    lines, problems = report(alone, "2023-H1", date(2023, 6, 14))
    assert not any("cùng kỳ" in line for line in lines)
    named = laid(tmp_path, "so.xlsx", "khac/x.xlsx", Sổ_năm_trước="nam-2022.xlsx")
    lines, problems = report(named, "2023-H1", date(2023, 6, 14))
    assert "no-such-last-year" in problems
    assert not any("cùng kỳ" in line for line in lines)


def test_the_workbook_of_another_unit_or_year_is_not_taken(tmp_path: Path) -> None:
    this = tmp_path / "so-2023.xlsx"
    shutil.copy(THIS, this)
    shutil.copy(INPUTS / "bac-nha-trang-2026" / "bac-nha-trang-2026.xlsx", tmp_path / "so-2022.xlsx")
    data, _ = read_workbook(this)
    assert data is not None
    assert years_beside(data, this, 2022, 2024) == ([], [])


def test_a_batch_knows_when_last_years_workbook_changed(tmp_path: Path) -> None:
    this = laid(tmp_path, "so-2023.xlsx", "so-2022.xlsx")
    before = digest_beside(this, 2023)
    (tmp_path / "so-2022.xlsx").write_bytes(b"khac")
    assert before and digest_beside(this, 2023) != before
    assert digest_beside(tmp_path / "so.xlsx", 2023) == ""


def test_an_annual_report_names_next_years_plan() -> None:
    data = year([DUE_NOVEMBER])
    following = replace(data, plan=replace(data.plan, year=2024, number="12/KH-UBND"))
    period, kind = ReportingPeriod.parse("2023"), kind_of("cchc")
    figures = report_figures(data, period, kind, date(2023, 12, 14))
    said = report_context(figures, PHRASES, parts=PARTS, neighbours=Neighbours.among([following], data))["nhiem_vu_toi"]
    assert said[-1] == "Triển khai Kế hoạch CCHC năm 2024 (số 12/KH-UBND) với 01 nhiệm vụ."


PERIOD, BEFORE = ReportingPeriod.parse("2023-Q2"), ReportingPeriod.parse("2022-Q2")


def counted(code: str, name: str, value: int, period: ReportingPeriod) -> tuple[Indicator, dict]:
    indicator = Indicator(code, "1", "CẢI CÁCH THỂ CHẾ", name, "Văn bản", aggregation=Aggregation.SUM)
    return indicator, {(period.id, code): Measurement(period, code, value=Decimal(value))}


@pytest.mark.parametrize(
    ("code", "name", "is_compared"),
    [("X1", "Số văn bản ban hành", True), ("Y7", "Số văn bản ban hành", True), ("X1", "Số văn bản đã rà soát", False)],
)
def test_an_indicator_is_known_by_its_name_whatever_its_code(code: str, name: str, is_compared: bool) -> None:
    here, figures_here = counted("X1", "Số văn bản ban hành", 5, PERIOD)
    there, figures_there = counted(code, name, 3, BEFORE)
    data = year([DUE_NOVEMBER], indicators=(here,), measurements=figures_here)
    before: UnitYear = year([DUE_NOVEMBER], indicators=(there,), measurements=figures_there)
    before = replace(before, plan=replace(before.plan, year=2022))
    figures = report_figures(data, PERIOD, kind_of("cchc"), date(2023, 6, 14))
    context = report_context(figures, PHRASES, parts=PARTS, neighbours=Neighbours.among([before], data))
    assert ("(tăng 02 so với cùng kỳ)" in " ".join(context["the_che"])) is is_compared
