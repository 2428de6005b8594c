"""What is said of a report that its kind lacks something for, or that its own workbook contradicts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.book.read.workbook import read_workbook
from generator.book.sheets import INDICATORS
from generator.book.write.new_workbook import GUIDE_LINES
from generator.domain.computed import Computed
from generator.domain.period import ReportingPeriod
from generator.kinds import kind_of
from generator.reporting.report_checks import request_problems, unfilled_terms
from tests.book.small_workbook import read, result, small_rows

INPUTS = Path(__file__).parents[2] / "inputs"
HALF = ReportingPeriod.parse("2023-H1")
CITED = "Báo cáo số 150/BC-UBND ngày 12/6/2023"


def told(rows, kind="cchc", as_of=date(2023, 6, 13)):
    year, problems = read(rows)
    assert problems == ()
    return waiting(request_problems(year, kind_of(kind), HALF, as_of))


def waiting(problems):
    """What waits for an answer; the notes on tasks are tested beside their figures."""
    return [problem for problem in problems if problem.waits_for_an_answer]


def only_for(rows, item, kind):
    for row in rows["Thông tin"]:
        if row["Mục"] == item:
            row["Loại báo cáo"] = kind
    return rows


@pytest.mark.parametrize("item", ["Nơi nhận", "Ký hiệu", "Quyền hạn, chức vụ người ký", "Họ tên người ký"])
def test_what_is_filled_in_for_another_kind_alone_is_missing(item):
    (problem,) = told(only_for(small_rows(), item, "thang"))
    assert (problem.sheet, problem.about) == ("Thông tin", item)
    assert f"“{item}” mới điền cho thang, chưa có cho cchc" in problem.message
    assert told(only_for(small_rows(), item, "thang"), "thang") == []
    assert told(only_for(small_rows(), item, "cchc 2023-H1")) == []


def test_an_imported_plan_says_what_its_reports_still_need():
    rows = only_for(small_rows(), "Nơi nhận", "ke-hoach")
    rows["Thông tin"] = [row for row in rows["Thông tin"] if row["Mục"] != "Kính gửi"]
    year, problems = read(rows)
    (problem,) = waiting(request_problems(year, kind_of("cchc"), HALF, date(2023, 6, 13)))
    assert problems == () and "dòng cuối “Lưu: VT, …”" in problem.message and "Kính gửi" in problem.message
    assert list(unfilled_terms(year, kind_of("ke-hoach"))) == []


def counted(measured):
    rows = small_rows()
    rows["Chỉ tiêu"].append(
        {"Mã": "NV", "Chỉ tiêu": "Số việc", "Đơn vị tính": "việc", "Cách cộng": "Tự tính", "Cách đo lường": measured}
    )
    return rows


@pytest.mark.parametrize("measured", ["Số văn bản", None])
def test_an_indicator_to_be_counted_names_what_is_counted(measured):
    (problem,) = read(counted(measured))[1]
    assert (problem.sheet, problem.cell, problem.about) == ("Chỉ tiêu", "H4", "NV")
    assert all(name in problem.message for name in Computed)
    assert told(counted("số nhiệm vụ  đến hạn")) == []


def test_the_counts_that_the_workbook_gives_as_examples_are_counted():
    notes = [*GUIDE_LINES, *(column.note for column in INDICATORS.columns)]
    named = {name for note in notes for name in note.replace("“", "”").split("”") if name.startswith("Số nhiệm vụ")}
    assert len(named) >= 2 and named <= set(Computed)


def citing(cited, **row):
    rows = small_rows()
    rows["Kết quả"].append(result("II.1", "Đang thực hiện", **{"Văn bản": cited, **row}))
    return rows


def notes(rows, code, period="2023-H1", kind="cchc", as_of=date(2023, 6, 13)):
    year, _ = read(rows)
    problems = request_problems(year, kind_of(kind), ReportingPeriod.parse(period), as_of)
    return [p.message for p in problems if p.code == code]


def test_a_document_named_in_a_result_counts_and_only_its_subject_is_asked_for():
    (message,) = notes(citing(f"{CITED}; Công văn số 7/UBND-VP ngày 01/6/2023"), "document-without-subject")
    assert "2 văn bản nêu ở sheet Kết quả đã được tính là ban hành trong kỳ" in message
    assert "7/UBND-VP (01/6/2023); 150/BC-UBND (12/6/2023)." in message
    rows = citing(CITED)
    rows["Văn bản"].append({"Số ký hiệu": "150/BC-UBND", "Ngày": date(2023, 6, 12), "Trích yếu": "Kết quả kiểm tra"})
    assert notes(rows, "document-without-subject") == []


@pytest.mark.parametrize(
    "cited",
    [
        "Kế hoạch số 12/KH-UBND ngày 04/5/2023", "Báo cáo số 012/BC-UBND ngày 04/5/2023 của UBND thành phố A",
        "Báo cáo số 150/BC-UBND ngày 12/11/2022", "Báo cáo số 150/BC-UBND", "Báo cáo số 150/BC-UBND ngày 14/6/2023",
        "Biên bản ngày 04/5/2023",
    ],
)  # fmt: skip
def test_what_is_listed_of_others_or_of_another_time_is_not_asked_for(cited):
    assert notes(citing(cited), "document-without-subject") == []


def test_a_result_dated_into_a_signed_period_is_told():
    rows = citing("")
    rows["Kết quả"][-1] |= {"Đến ngày": date(2023, 6, 14)}
    rows["Thông tin"] += [
        {"Mục": item, "Loại báo cáo": "cchc 2023-H1", "Nội dung": content}
        for item, content in (("Số văn bản", "125"), ("Ngày văn bản", "13/6/2023"))
    ]
    (message,) = notes(rows, "after-signing", "2023-Q3", as_of=date(2023, 9, 13))
    assert "đã báo cáo 6 tháng đầu năm 2023 (số 125 ngày 13/6/2023)" in message and "(II.1)" in message
    rows["Kết quả"][-1]["Đến ngày"] = date(2023, 6, 13)
    assert notes(rows, "after-signing", "2023-Q3", as_of=date(2023, 9, 13)) == []


@pytest.mark.parametrize("path", sorted(INPUTS.glob("**/*.xlsx")), ids=lambda path: path.parent.name)
def test_the_samples_give_the_subject_of_every_document_that_they_cite(path):
    year, problems = read_workbook(path)
    assert problems == ()
    end = ReportingPeriod.parse(str(year.plan.year))
    problems = request_problems(year, kind_of("cchc"), end, date(year.plan.year, 12, 14))
    assert [p for p in problems if p.code == "document-without-subject"] == []
