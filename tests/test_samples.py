"""The sample workbooks in inputs/: that they are what tests/samples says, and that their story holds together."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from generator.book.read.workbook import read_workbook
from generator.book.sheets import PARTS
from generator.domain.indicator import Aggregation, read_indicator
from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem
from generator.domain.progress import Assessment, TaskState, assess_plan
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of
from tests.book.small_workbook import written_with_lxml
from tests.samples import SAMPLES, sample_files, sample_path
from tests.samples.rows import Row

NAMES = sorted(SAMPLES)


@cache
def reading(name: str) -> tuple[UnitYear | None, tuple[Problem, ...]]:
    return read_workbook(sample_path(name))


def year_of(name: str) -> UnitYear:
    data, _ = reading(name)
    assert data is not None
    return data


def assessed(name: str, as_of: date) -> dict[str, Assessment]:
    data = year_of(name)
    return assess_plan(data.plan, data.entries, as_of)


def states(name: str, as_of: date) -> dict[TaskState, list[str]]:
    found: dict[TaskState, list[str]] = {}
    for task_id, assessment in assessed(name, as_of).items():
        found.setdefault(assessment.state, []).append(task_id)
    return found


@written_with_lxml
def test_rebuilding_gives_the_same_bytes() -> None:
    for path, content in sample_files():
        assert path.read_bytes() == content, f"{path.name} is out of date: run python -m tests.samples"


@pytest.mark.parametrize("name", NAMES)
def test_reads_with_no_problem_at_all(name: str) -> None:
    data, problems = reading(name)
    assert data is not None
    assert problems == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_row_arrives(name: str) -> None:
    data, rows = year_of(name), SAMPLES[name]
    assert len(data.plan) == len(rows["Nhiệm vụ"])
    assert sum(len(task.deadline.milestones) for task in data.plan.tasks) == len(rows["Mốc"])
    assert sum(map(len, data.entries.values())) == len(rows["Kết quả"])
    assert len(data.indicators) == len(rows["Chỉ tiêu"])
    assert len(data.measurements) == len(rows["Số liệu"])
    assert len(data.documents) == len(rows["Văn bản"])
    assert sum(map(len, data.words.values())) >= len(rows["Lời văn"])


@pytest.mark.parametrize(
    ("name", "sizes"),
    [("phuoc-hai-2023", [5, 5, 16, 3, 4, 4, 9, 1]), ("bac-nha-trang-2026", [4, 2, 5, 3, 2, 4])],
)
def test_plan_has_its_sections_and_tasks(name: str, sizes: list[int]) -> None:
    plan = year_of(name).plan
    assert [len(section.tasks) for section in plan.sections] == sizes
    for section in plan.sections:
        assert [task.id for task in section.tasks] == [f"{section.id}.{n}" for n in range(1, len(section.tasks) + 1)]
        assert all(task.assignment.lead and task.deliverables and task.deadline.phrase for task in section.tasks)


@pytest.mark.parametrize("name", NAMES)
def test_every_code_that_is_spoken_of_exists(name: str) -> None:
    rows = SAMPLES[name]
    tasks = {row["Mã"] for row in rows["Nhiệm vụ"]}
    labels = {(row["Mã"], row["Mốc"]) for row in rows["Mốc"]}
    indicators = {row["Mã"] for row in rows["Chỉ tiêu"]}
    assert {row["Mã"] for sheet in ("Mốc", "Kết quả") for row in rows[sheet]} <= tasks
    assert {(row["Mã"], row["Mốc"]) for row in rows["Kết quả"] if row["Mốc"]} <= labels
    assert {code for sheet in ("Chỉ tiêu", "Văn bản") for row in rows[sheet] for code in _codes(row)} <= tasks
    assert {row["Mã"] for row in rows["Số liệu"]} <= indicators
    assert {row["Phần"] for row in rows["Lời văn"]} <= set(PARTS)


def _codes(row: Row) -> list[str]:
    return [code.strip() for code in str(row.get("Nhiệm vụ") or "").split(";") if code.strip()]


MILESTONES_2023 = {
    "I.1": ["2023-11-24"],
    "I.2": ["2023-11-24"],
    "I.3": ["2023-06-13", "2023-09-13", "2023-12-13"],
    "I.4": ["2023-12-31"],
    "I.5": [f"2023-{m:02}-{d}" for m, d in zip(range(5, 13), (31, 30, 31, 31, 30, 31, 30, 31), strict=True)],
    "II.4": ["2023-12-04", "2023-12-31"],
    "III.1": ["2023-05-31", "2023-06-30", "2023-09-30", "2023-12-31"],
    "III.12": [None],
    "III.15": [None],
    "III.16": ["2023-06-17", "2023-09-17", "2023-12-17"],
    "IV.3": ["2023-05-20"],
    "VI.1": ["2023-12-15", "2024-01-31"],
    "VII.9": ["2023-12-20"],
    "VIII.1": ["2023-03-31"],
}


@pytest.mark.parametrize(("task_id", "days"), MILESTONES_2023.items())
def test_milestones_of_2023(task_id: str, days: list[str | None]) -> None:
    task = next(task for task in year_of("phuoc-hai-2023").plan.tasks if task.id == task_id)
    assert [m.due.isoformat() if m.due else None for m in task.deadline.milestones] == days


def test_what_is_awkward_in_the_plan_of_2023_is_kept() -> None:
    tasks = {task.id: task.deadline for task in year_of("phuoc-hai-2023").plan.tasks}
    assert tasks["III.12"].milestones[0].first_day == date(2023, 4, 1)
    assert tasks["III.15"].milestones[0].waits_for_event
    assert [m.required for m in tasks["VI.1"].milestones] == [Decimal(90), Decimal(100)]
    assert tasks["VII.9"].milestones[0].last_day == date(2023, 12, 9)
    assert tasks["VII.9"].milestones[0].extension_document.startswith("Công văn số 8126/UBND-VP")
    without_days = [d for d in tasks.values() if d.phrase == "Thường xuyên" or "Theo chỉ đạo" in d.phrase]
    assert len(without_days) == 20
    assert not any(d.milestones for d in without_days)


def test_the_half_year_report_of_2023_has_something_of_everything() -> None:
    found = states("phuoc-hai-2023", date(2023, 6, 13))
    assert found[TaskState.IN_PROGRESS_LATE] == ["I.5", "III.1"]
    assert found[TaskState.DONE_ON_TIME] == ["V.3", "VIII.1"]
    assert found[TaskState.DONE_LATE] == ["IV.3"]
    assert found[TaskState.NOT_ARISEN] == ["III.3", "V.2"]
    assert found[TaskState.NOT_REPORTED] == ["II.5", "IV.2"]
    assert found[TaskState.NOT_STARTED] == ["II.2", "VII.8"]
    assert len(found[TaskState.ONGOING]) == 17
    june = assessed("phuoc-hai-2023", date(2023, 6, 13))["I.3"].standings[0]
    assert june.met_on == date(2023, 6, 13)
    assert not june.met_late


def test_the_year_2023_unfolds() -> None:
    name = "phuoc-hai-2023"
    assert states(name, date(2023, 6, 25))[TaskState.IN_PROGRESS_LATE] == ["III.16"]
    reopened = [assessed(name, day)["I.4"].state for day in (date(2023, 8, 25), date(2023, 9, 13), date(2023, 11, 25))]
    assert reopened == [TaskState.DONE_ON_TIME, TaskState.IN_PROGRESS, TaskState.DONE_ON_TIME]
    assert states(name, date(2023, 7, 25))[TaskState.PAUSED] == ["IV.1"]
    assert states(name, date(2023, 9, 13))[TaskState.NOT_REPORTED] == ["IV.2"]
    end = states(name, date(2023, 12, 25))
    assert end[TaskState.DONE_LATE] == ["I.5", "III.1", "III.16", "IV.3"]
    assert "VII.9" in end[TaskState.DONE_ON_TIME], "done after its first day, within its extension"
    assert end[TaskState.IN_PROGRESS] == ["IV.2", "VI.1", "VII.8"]
    assert Counter(state.is_late for state in end) == {False: len(end)}


def test_bac_nha_trang_serves_another_superior_and_other_states() -> None:
    name = "bac-nha-trang-2026"
    unit = year_of(name).unit
    assert unit.superior_header_lines == ()
    terms = unit.terms("cchc", ReportingPeriod.parse("2026-H1"))
    assert terms.addressees == ("Ủy ban nhân dân tỉnh Khánh Hòa", "Sở Nội vụ tỉnh Khánh Hòa")
    assert terms.signer_lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert (terms.due_day, unit.terms("thang").due_day) == (10, 20)
    assert states(name, date(2026, 4, 20))[TaskState.NOT_STARTED_LATE] == ["VI.3"]
    assert states(name, date(2026, 4, 20))[TaskState.PAUSED] == ["IV.1"]
    assert states(name, date(2026, 6, 10))[TaskState.IN_PROGRESS_LATE] == ["II.1"]
    old_documents = next(task for task in year_of(name).plan.tasks if task.id == "II.1")
    assert old_documents.deadline.final_day == date(2026, 5, 31), "this unit counts the day itself in “trước ngày”"
    assert states(name, date(2026, 12, 10))[TaskState.IN_PROGRESS_LATE] == ["V.2"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("period", ["Q1", "Q2", "H1", "Q3", "9M", "Q4", "H2", ""])
def test_files_carried_over_and_received_are_those_settled_and_pending(name: str, period: str) -> None:
    data = year_of(name)
    over = ReportingPeriod.parse(f"{data.plan.year}-{period}".rstrip("-"))
    values = {
        indicator.name: read_indicator(indicator, over, data.measurements).value
        for indicator in data.indicators
        if indicator.name.startswith("Số hồ sơ")
    }
    carried, received = values["Số hồ sơ kỳ trước chuyển sang"], values["Số hồ sơ tiếp nhận mới"]
    settled, pending = values["Số hồ sơ đã giải quyết"], values["Số hồ sơ đang giải quyết"]
    assert None not in (carried, received, settled, pending)
    assert carried + received == settled + pending  # type: ignore[operator]


@pytest.mark.parametrize(
    ("period", "unmet"),
    [
        ("2023-H1", {"CD-13", "TT-18", "TT-02", "TT-03", "TT-04", "TT-06", "CQ-02"}),
        ("2023", {"TT-06", "CQ-02"}),
    ],
)
def test_targets_not_met_in_mid_year_are_mostly_met_at_its_end(period: str, unmet: set[str]) -> None:
    data = year_of("phuoc-hai-2023")
    missed = set()
    for indicator in data.indicators:
        reading = read_indicator(indicator, ReportingPeriod.parse(period), data.measurements)
        if indicator.target and reading.value is not None and not indicator.target.is_met_by(reading.value):
            missed.add(indicator.code)
    assert missed == unmet


@pytest.mark.parametrize("period", ["2023-03", "2023-06", "2023-H1", "2023-Q3", "2023"])
def test_the_number_of_documents_issued_is_that_of_the_documents(period: str) -> None:
    data = year_of("phuoc-hai-2023")
    over = ReportingPeriod.parse(period)
    counted = next(i for i in data.indicators if i.name.startswith("Số văn bản đã ban hành"))
    window = kind_of("cchc").window(over)
    issued = sum(d.issued_on is not None and d.issued_on in window for d in data.documents)
    assert read_indicator(counted, over, data.measurements).value == issued


@pytest.mark.parametrize("name", NAMES)
def test_every_indicator_has_figures_for_all_its_year_or_is_counted_by_the_program(name: str) -> None:
    data = year_of(name)
    year = ReportingPeriod.parse(str(data.plan.year))
    for indicator in data.indicators:
        if indicator.is_heading or indicator.aggregation is Aggregation.COMPUTED:
            continue
        assert read_indicator(indicator, year, data.measurements).value is not None, indicator.code


_SHARE = re.compile(r"([\d.]+)/([\d.]+) [^()/]*\(([\d,]+)%\)")


@pytest.mark.parametrize("name", NAMES)
def test_a_percentage_in_words_is_that_of_its_figures(name: str) -> None:
    texts = [row["Kết quả thực hiện"] for row in SAMPLES[name]["Kết quả"]]
    texts += [row["Nội dung"] for row in SAMPLES[name]["Lời văn"]]
    quoted = [share for text in texts for share in _SHARE.findall(str(text))]
    assert quoted
    for part, whole, said in quoted:
        exact = 100 * Decimal(part.replace(".", "")) / Decimal(whole.replace(".", ""))
        assert abs(exact - Decimal(said.replace(",", "."))) <= Decimal("0.005"), f"{part}/{whole}: {said}%"


@pytest.mark.parametrize("name", NAMES)
def test_results_read_on_inside_a_report(name: str) -> None:
    for row in SAMPLES[name]["Kết quả"]:
        text = str(row["Kết quả thực hiện"])
        assert text, row["Mã"]
        assert not text.endswith("."), text
        assert text[0].isupper() or text[0].isdigit(), text
