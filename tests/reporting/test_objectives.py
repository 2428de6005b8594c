"""Quality objectives: judged unrounded by their measures, "A hoặc B" by either, in the words of the superior."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.domain.deadline import Deadline
from generator.domain.indicator import EITHER, Aggregation, Indicator, Measurement, Target
from generator.domain.period import ReportingPeriod
from generator.domain.plan import Plan, Section, Task
from generator.domain.unit import Unit
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of
from generator.making import PHRASES, find_template, make, read_phrases, read_workbook, request_for
from generator.reporting.figures import report_figures
from generator.reporting.objectives import Reached, objectives, objectives_context
from generator.word.package import read_members
from generator.word.region_text import region_lines
from generator.word.renew.rows import head_rows
from tests.samples import sample_path
from tests.word.renew import hands
from tests.word_files import W, body_lines, tables

PERIOD = ReportingPeriod.parse("2022")
DAY = date(2022, 12, 31)


def year(*measures: tuple[str, str, str, bool]) -> UnitYear:
    """One objective with measures: target, part, whole, and whether it is one of "A hoặc B"."""
    indicators, figures = [], {}
    for n, (target, part, whole, either) in enumerate(measures):
        code = f"M{n}"
        indicators.append(
            Indicator(
                code,
                str(n),
                "",
                code,
                "%",
                ("1",),
                Target.parse(target),
                target,
                "",
                Aggregation.RATIO,
                EITHER if either else "",
            )
        )
        if whole:
            figures[PERIOD.id, code] = Measurement(PERIOD, code, Decimal(part), Decimal(whole))
    plan = Plan(
        year=2022, sections=(Section("", "Mục tiêu chất lượng", (Task("1", "Mục tiêu", "", Deadline("Năm 2022")),)),)
    )
    return UnitYear(Unit("a"), plan, {}, tuple(indicators), figures)


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ([("trên 83%", "830001", "1000000", False)], Reached.YES),
        ([("trên 83%", "83", "100", False)], Reached.NO),
        ([("dưới 1,5%", "15", "1000", False)], Reached.NO),
        ([("dưới 1,5%", "149999", "10000000", False)], Reached.YES),
        ([("không quá 2%", "2", "100", False)], Reached.YES),
        ([("không quá 2%", "200001", "10000000", False)], Reached.NO),
        ([("từ 25% trở lên", "10", "100", True), ("từ 45% trở lên", "45", "100", True)], Reached.YES),
        ([("từ 25% trở lên", "10", "100", True), ("từ 45% trở lên", "44", "100", True)], Reached.NO),
        ([("từ 25% trở lên", "10", "100", True), ("từ 45% trở lên", "", "", True)], Reached.UNKNOWN),
        ([("từ 25% trở lên", "25", "100", True), ("từ 45% trở lên", "", "", True)], Reached.YES),
        ([("dưới 1,5%", "1", "100", False), ("không quá 2%", "", "", False)], Reached.UNKNOWN),
        ([("dưới 1,5%", "3", "100", False), ("không quá 2%", "", "", False)], Reached.NO),
        ([("100%", "0", "0", False)], Reached.UNKNOWN),
        ([("", "5", "100", False)], Reached.UNTARGETED),
        ([("", "", "", False)], Reached.UNKNOWN),
        ([("", "5", "100", False), ("trên 83%", "84", "100", False)], Reached.YES),
        ([], Reached.UNKNOWN),
    ],
)
def test_an_objective_is_judged_by_its_measures(measures, expected):
    figures = report_figures(year(*measures), PERIOD, kind_of("muc-tieu"), DAY)
    assert [o.reached for o in objectives(figures)] == [expected]


def test_many_that_nobody_measured_stand_in_one_line_and_a_year_target_is_not_missed_in_mid_year():
    data = year(("", "5", "100", False))
    (section,) = data.plan.sections
    tasks = tuple(Task(str(n), f"Mục tiêu thứ {n}", "", Deadline("Năm 2022")) for n in range(1, 10))
    count = Indicator("S", "1", "", "Số sáng kiến", "Sáng kiến", ("2",), Target.parse("ít nhất 02"), "ít nhất 02")
    half = ReportingPeriod.parse("2022-H1")
    figures = {
        (half.id, "S"): Measurement(half, "S", value=Decimal(1)),
        (half.id, "M0"): Measurement(half, "M0", Decimal(5), Decimal(100)),
    }
    data = replace(
        data,
        plan=replace(data.plan, sections=(replace(section, tasks=tasks),)),
        indicators=(*data.indicators, count),
        measurements=figures,
    )
    context = objectives_context(
        report_figures(data, half, kind_of("muc-tieu"), date(2022, 6, 30)),
        read_phrases(find_template(PHRASES).read_bytes()),
        parts={},
    )
    assert context["tung_muc_tieu"] == [
        "- Mục tiêu 1 (mục tiêu thứ 1): kết quả 5% (5/100), chưa có mức đề ra để đánh giá;",
        "- Mục tiêu 2 (mục tiêu thứ 2): kết quả 1, đang thực hiện mục tiêu năm;",
        "- Mục tiêu 3 đến 9: chưa có số liệu.",
    ]
    assert context["nhiem_vu_toi"][-1] == "Thu thập đủ số liệu để đánh giá mục tiêu 3 đến 9."


def made(period: str):
    path = sample_path("nha-trang-2022")
    source = read_workbook(path.read_bytes(), path.name)
    return make(source, request_for(source.data, date(2023, 2, 1), period=period, kind="muc-tieu"))


def test_the_half_year_says_what_is_not_reached_and_why():
    lines = [line.replace("\xa0", " ") for line in body_lines(made("2022-H1").data)]
    assert (
        "Trong kỳ có 05 mục tiêu chất lượng: 03 mục tiêu đạt, 01 chưa đạt, 01 chưa có số liệu (chi tiết tại Phụ lục I kèm theo)."
        in lines
    )
    missed = next(line for line in lines if line.startswith("Mục tiêu 2"))
    assert "chưa đạt, nguyên nhân do hồ sơ đất đai phải xác minh nhiều lần" in missed
    assert "hành động khắc phục: rà soát hồ sơ trễ hạn hằng tuần" in missed
    assert any(line.startswith("- Mục tiêu 5") and line.endswith("chưa có số liệu.") for line in lines)


def test_the_year_reaches_all_and_its_table_has_the_nine_columns():
    data = made("2022").data
    lines = [line.replace("\xa0", " ") for line in body_lines(data)]
    assert "Trong năm, 05/05 mục tiêu chất lượng đều đạt (chi tiết tại Phụ lục I kèm theo)." in lines
    first = tables(data)[0]
    assert first[0] == [
        "STT",
        "Mục tiêu",
        "Cách đo lường",
        "Chỉ tiêu",
        "Kết quả",
        "Đánh giá",
        "Nguyên nhân",
        "Hành động khắc phục",
        "Bộ phận",
    ]
    assert [row[5] for row in first[1:]] == ["Đạt"] * 5
    assert first[3][3] == "Từ 25% trở lên hoặc từ 45% trở lên"


def test_the_months_stand_in_their_own_appendix():
    trend = tables(made("2022-H1").data)[1]
    assert trend[2][0] == "Tỷ lệ hồ sơ trễ hạn của thành phố"
    assert trend[2][2].startswith("T1: 2,43; T2: 2,3; ")
    assert trend[2][4] == "Giảm"


def test_an_objective_is_named_by_its_whole_first_sentence():
    text = (
        "100% phản ánh, kiến nghị về quy định hành chính, TTHC thuộc thẩm quyền giải quyết của UBND thành phố được tiếp "
        "nhận, xử lý và trả lời cho tổ chức, công dân đúng thời hạn quy định. Đối với đất đai, lao động - thương binh."
    )
    data = year(("100%", "1", "2", False))
    (section,) = data.plan.sections
    plan = replace(data.plan, sections=(replace(section, tasks=(section.tasks[0]._replace(text=text),)),))
    figures = report_figures(replace(data, plan=plan), PERIOD, kind_of("muc-tieu"), DAY)
    context = objectives_context(figures, read_phrases(find_template(PHRASES).read_bytes()), parts={})
    named = text.partition(". ")[0]
    assert context["tung_muc_tieu"] == [f"- Mục tiêu 1 ({named}): kết quả 50% (1/2), chưa đạt."]
    assert context["chua_dat"][0].startswith(f"Mục tiêu 1 ({named}) chưa đạt")


def test_rows_are_known_without_their_words():
    saved = made("2022").data

    def leave_out_words(tree) -> None:
        for row in hands.control(tree, "phu-luc-muc-tieu").iter(f"{W}tr"):
            for cell in row.findall(f"{W}tc")[1:4]:
                row.remove(cell)

    keys = [row.key for row in rows_of(saved)]
    assert keys == [f"muc-tieu.{number}" for number in range(1, 6)]
    assert [row.key for row in rows_of(hands.changed(saved, leave_out_words))] == keys


def rows_of(data: bytes):
    tree = hands.etree.fromstring(read_members(data)["word/document.xml"].content)
    region = hands.etree.tostring(hands.control(tree, "phu-luc-muc-tieu"), encoding="unicode")
    table = [line for line in region_lines(region) if line.is_row]
    return table[len(head_rows(table)) : -1]
