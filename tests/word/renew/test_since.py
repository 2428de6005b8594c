"""What differs from an earlier report: on the screen, as a Word page, for machines."""

import json
import re
import shutil
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from generator.commands.report import ReportOptions, run
from generator.commands.since import compared, details_of, lines_of, page_of
from generator.domain.progress import ProgressEntry, Word
from generator.domain.unit_year import UnitYear
from generator.reporting.changes import NotComparable
from generator.word.package import read_members, with_parts
from tests.rendered.pages import pages_of, to_pdf
from tests.word.renew import hands
from tests.word.renew.reports import DAY, WORKBOOK, first, report_of, second, ward, with_entries, without_late
from tests.word_files import body_lines, headers


def lines(before: bytes, after: bytes) -> list[str]:
    return [text for _, text in lines_of(compared(before, after))]


def test_tasks_and_figures_that_differ_are_named():
    found = lines(first(), second())
    [state] = [x for x in found if x.startswith("- III.1 – Rà soát, đề xuất đơn giản hóa TTHC")]
    assert state.endswith(": Đang thực hiện (quá hạn) → Đang thực hiện (trong hạn)")
    assert "- Số nhiệm vụ: Đang thực hiện (quá hạn): 02 → 01" in found
    assert any("Số nhiệm vụ quá hạn chưa hoàn thành: 2 → 1" in x for x in found)


def test_newly_late_and_newly_done_have_lists_of_their_own():
    found = lines(without_late(), first())
    assert found[0] == "Nhiệm vụ mới quá hạn (02)"
    earlier = report_of(ward(), "2023-05", day=ward().plan.issued_on)
    later = report_of(ward(), "2023-06", day=max(e.as_of for rows in ward().entries.values() for e in rows))
    assert lines(earlier, later)[0].startswith("Nhiệm vụ mới hoàn thành")


def with_numbers(numbers: dict[str, str]) -> UnitYear:
    """The ward with indicators under other numbers."""
    indicators = tuple(replace(i, number=numbers.get(i.code, i.number)) for i in ward().indicators)
    return replace(ward(), indicators=indicators)


def test_a_figure_whose_number_moved_is_the_same_figure():
    moved = with_numbers({"TC-02": "2.7"})
    assert lines(first(), report_of(moved)) == ["Không có nhiệm vụ hay số liệu nào thay đổi."]


def test_periods_of_unlike_kinds_are_told():
    quarter = report_of(ward(), "2023-Q1", day=date(2023, 3, 13))
    assert lines(quarter, first())[0].startswith("Lưu ý: quý I năm 2023 và 6 tháng đầu năm 2023 dài ngắn khác nhau")
    assert compared(quarter, first()).as_json()["unlike_periods"] is True
    assert not compared(first(), second()).are_unlike


def test_details_name_tasks_in_full():
    changes = compared(report_of(ward(), "2023-05", day=ward().plan.issued_on), report_of(ward(), "2023-06", day=DAY))
    details = [text for _, text in details_of(changes)]
    for task in ward().plan.tasks:
        named = [line for line in details if line.startswith(f"- {task.id} – ")]
        assert all(" ".join(task.text.split()) in line for line in named)


def test_the_same_report_differs_in_nothing():
    assert lines(first(), first()) == ["Không có nhiệm vụ hay số liệu nào thay đổi."]


@pytest.mark.parametrize("save", [hands.word, pytest.param(hands.libreoffice, marks=hands.needs_office)])
def test_an_earlier_report_is_read_however_it_was_saved_and_as_it_was_edited(save):
    edited = save(hands.cell_rewritten(first(), "Rà soát, đề xuất đơn giản hóa TTHC", 6, "Tạm dừng"))
    [state] = [x for x in lines(edited, second()) if x.startswith("- III.1 – Rà soát, đề xuất đơn giản hóa TTHC")]
    assert state.endswith(": Tạm dừng → Đang thực hiện (trong hạn)")


@pytest.mark.parametrize(
    ("earlier", "words"),
    [
        (lambda: report_of(ward(), "2023-06"), "cùng loại"),
        (lambda: hands.control_deleted(first(), "phu-luc-nhiem-vu"), "không còn bảng nhiệm vụ"),
        (lambda: WORKBOOK.read_bytes(), "Không so sánh được với báo cáo trước: Đây không phải tệp Word"),
        (lambda: b"", "Không so sánh được với báo cáo trước"),
        (lambda: ordinary(), "Sau --since cần tệp Word mà lệnh cchc report đã làm ra cho kỳ trước"),
    ],
)
def test_what_cannot_be_compared_is_explained(earlier, words):
    with pytest.raises(NotComparable, match=words) as raised:
        compared(earlier(), second())
    assert "làm mới" not in str(raised.value)


def ordinary() -> bytes:
    """A report that somebody typed."""
    out = BytesIO()
    Document().save(out)
    return out.getvalue()


def test_an_earlier_report_that_is_signed_by_now_is_read():
    signed = with_parts(read_members(first()), {"_xmlsignatures/sig1.xml": b"<Signature/>"})
    assert lines(signed, second()) == lines(first(), second())


def test_a_result_that_changed_is_said_by_the_task_and_in_words():
    before = report_of(with_entries(result_of("III.4", "Đã rà soát 10 quy trình", "Đã họp")))
    after = report_of(with_entries(result_of("III.4", "Đã rà soát 12 quy trình", "Đã họp")))
    task = next(t for t in ward().plan.tasks if t.id == "III.4")
    [line] = [x for x in lines(before, after) if x.startswith("- III.4 – ")]
    assert line.startswith(f"- III.4 – {task.text[:40]}")
    assert line.endswith(": nay “Đã rà soát 12 quy trình”, trước “Đã rà soát 10 quy trình”")
    assert details_of(compared(before, after)) == [], "all of it is on the page"


def test_few_changes_need_no_further_page():
    assert "CHI TIẾT" not in body_lines(page_of(compared(first(), second())))


def result_of(task_id: str, *words: str) -> ProgressEntry:
    return ProgressEntry(DAY, task_id, Word.IN_PROGRESS, result="\n".join(words))


@hands.needs_office
@pytest.mark.parametrize("later", [date(2023, 6, 25), date(2023, 12, 25)])
def test_the_first_page_sums_up_and_the_next_ones_have_every_task_in_words(later, tmp_path):
    changes = compared(report_of(ward(), "2023-05", day=ward().plan.issued_on), report_of(ward(), "2023-06", day=later))
    data = page_of(changes)
    assert "DỰ THẢO" not in headers(data)
    path = tmp_path / "thay-doi.docx"
    path.write_bytes(data)
    first_page, *others = pages_of(to_pdf([path], tmp_path)[0])
    assert first_page.lines[0].text == "NHỮNG ĐIỂM THAY ĐỔI"
    assert [line.text for line in others[0].lines[:2]] == ["2", "CHI TIẾT"]
    assert not [x for x in body_lines(data) if re.search(r"[IVX]+\.\d+, [IVX]+\.\d+", x)]
    details = body_lines(data)[body_lines(data).index("CHI TIẾT") :]
    for difference in (*changes.newly_done, *changes.newly_late, *changes.other_states, *changes.new_results):
        number, _, words = difference.what.partition(". ")
        assert any(line.startswith(f"- {number} – {words[:40]}") for line in details)


# -- from the command -----------------------------------------------------------------------------
@pytest.fixture
def workbook(tmp_path) -> Path:
    shutil.copy(WORKBOOK, tmp_path)
    path = tmp_path / WORKBOOK.name
    assert run(ReportOptions(path, period="2023-05", as_of="25/5/2023")) == 0
    return path


def make(workbook: Path, **options) -> int:
    earlier = next(workbook.parent.glob("BC*thang 5*.docx"))
    return run(ReportOptions(workbook, period="2023-06", as_of="25/6/2023", since=earlier, **options))


def test_the_summary_is_said_and_written_beside_the_report(workbook, capsys):
    assert make(workbook) == 0
    shown = capsys.readouterr().out
    assert "so với báo cáo tháng 5 năm 2023" in shown and "Nhiệm vụ mới hoàn thành" in shown
    page = next(workbook.parent.glob("Thay doi - *.docx"))
    assert any("Nhiệm vụ mới hoàn thành" in line for line in body_lines(page.read_bytes()))
    assert make(workbook) == 0
    assert len(list(workbook.parent.glob("Thay doi - *.docx"))) == 2


def test_machines_get_the_differences_too(workbook, capsys):
    capsys.readouterr()
    assert make(workbook, as_json=True) == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert changes["since"] == "2023-05-25"
    assert all(set(d) == {"what", "before", "after"} for d in changes["newly_done"])


def test_a_report_of_another_kind_stops_before_anything_is_written(workbook, capsys):
    earlier = next(workbook.parent.glob("BC*thang 5*.docx"))
    before = set(workbook.parent.iterdir())
    assert run(ReportOptions(workbook, period="2023-H1", as_of="13/6/2023", since=earlier)) == 2
    assert set(workbook.parent.iterdir()) == before
    assert "cùng loại" in capsys.readouterr().err


def test_an_empty_file_is_no_earlier_report(workbook, capsys):
    empty = workbook.parent / "trong.docx"
    empty.write_bytes(b"")
    assert run(ReportOptions(workbook, period="2023-06", as_of="25/6/2023", since=empty)) == 2
    assert "Không so sánh được với báo cáo trước" in capsys.readouterr().err


def test_a_plan_has_no_earlier_report(workbook, capsys):
    earlier = next(workbook.parent.glob("BC*thang 5*.docx"))
    assert run(ReportOptions(workbook, kind="ke-hoach", since=earlier)) == 2
    assert "bỏ --since" in capsys.readouterr().err
