"""A region that a person changed and for which the workbook has nothing new stays as it is, and nobody is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.appendix import AppendixOptions, run
from generator.renewal_words import told
from generator.word.renew.judging import Outcome
from tests.word.renew import hands
from tests.word.renew.reports import first, renewed, second
from tests.word.renew.test_edited_regions import OTHER_TASK, TASKS, outcome
from tests.word.renew.test_read_back_figures import (
    STATISTICS,
    VALUE,
    folder,
    read_back,
    report_in,
    typed,
)
from tests.word_files import W, body_lines, part, tables, text_of

assert folder, "a fixture"

EDITS = {
    "tong-hop": "Tính đến ngày 13/6/2023, trong 47 nhiệm vụ",
    "qua-han": "Còn 02 nhiệm vụ quá hạn",
    STATISTICS: "Số cán bộ, công chức có mặt",
    TASKS: OTHER_TASK,
    "the-che": "đã tự kiểm tra 04 văn bản",
}


def all_edited(data: bytes) -> bytes:
    """Words added to the end of a paragraph in each of several regions."""

    def change(tree) -> None:
        for name, words in EDITS.items():
            paragraph = hands.paragraph_with(hands.control(tree, name), words)
            hands.set_text(paragraph, f"{text_of(paragraph)} Cán bộ đã xem.")

    return hands.changed(data, change)


def bolded(data: bytes, region: str, words: str) -> bytes:
    """Make the first paragraph of a region with some words bold."""

    def change(tree) -> None:
        for text in hands.paragraph_with(hands.control(tree, region), words).findall(f"{W}r"):
            text.insert(0, hands.etree.fromstring(f'<w:rPr xmlns:w="{W[1:-1]}"><w:b/></w:rPr>'))

    return hands.changed(data, change)


@pytest.fixture(params=["as made", pytest.param("saved by LibreOffice", marks=hands.needs_office)])
def edited(request):
    data = all_edited(first())
    return hands.libreoffice(data) if "LibreOffice" in request.param else data


def test_regions_edited_while_the_workbook_stood_still_are_kept_without_a_question(edited):
    result = renewed(edited, first())
    assert not result.is_stopped
    assert {r.name for r in result.regions if r.outcome is Outcome.UP_TO_DATE} == set(EDITS)
    assert text_of(part(result.data)).count("Cán bộ đã xem.") == len(EDITS)


def test_each_is_told_in_one_line_and_nothing_is_written(folder, capsys):
    report = report_in(folder)
    report.write_bytes(all_edited(report.read_bytes()))
    before = report.read_bytes()
    assert run(AppendixOptions(report)) == 0
    shown = [line for line in capsys.readouterr().out.splitlines() if "sửa bằng tay" in line]
    assert len(shown) == len(EDITS)
    assert any(
        line.startswith("Giữ nguyên Tổng hợp (tong-hop): đã được sửa bằng tay, sổ không có gì") for line in shown
    )
    assert report.read_bytes() == before


def test_only_the_edited_regions_that_have_news_are_asked_about(edited):
    result = renewed(edited, second())
    assert result.is_stopped and result.data == edited
    outcomes = {name: outcome(result, name).outcome for name in EDITS}
    assert outcomes == dict.fromkeys(EDITS, Outcome.EDITED) | {"the-che": Outcome.UP_TO_DATE}


def test_a_figure_read_back_is_no_question_and_the_bold_stays(folder: Path, capsys):
    typed(folder, "4.2", VALUE, "19")
    report = report_in(folder)
    report.write_bytes(bolded(report.read_bytes(), STATISTICS, EDITS[STATISTICS]))
    assert read_back(folder, apply=True) == 0
    before = report.read_bytes()
    assert run(AppendixOptions(report)) == 0
    assert "--keep" not in capsys.readouterr().out
    after = report.read_bytes()
    assert region_xml(after, STATISTICS) == region_xml(before, STATISTICS)
    [new] = [line for line in body_lines(after) if line not in body_lines(before)]
    assert "19 cán bộ, công chức có mặt" in new


def region_xml(data: bytes, name: str) -> bytes:
    return hands.etree.tostring(hands.control(part(data), name))


def test_what_both_sides_changed_alike_is_not_shown_as_a_change():
    result_column = 5
    words = next(row[result_column] for table in tables(second()) for row in table if OTHER_TASK in " ".join(row))
    agreed = hands.cell_rewritten(first(), OTHER_TASK, result_column, words)
    lines = list(told(outcome(renewed(bolded(agreed, TASKS, OTHER_TASK)), TASKS)))
    shown = "\n".join(lines)
    by_hand = shown.partition("Người sửa đã đổi:")[2].partition("Làm mới sẽ đổi:")[0].strip().splitlines()
    assert len(by_hand) == 1 and "Hàng III.1, cột Nhiệm vụ: thêm đậm" in by_hand[0]
    assert "cột Kết quả thực hiện" not in shown and "Hàng III.1, cột Tình trạng" in shown
