"""A round-up that a person edited, renewed by `cchc appendix`: each word by hand stays, the rest is made anew."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import count
from pathlib import Path
from shutil import copytree, move

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.commands.appendix import AppendixOptions, run
from generator.roundup.explaining import Tables, numbers_in
from generator.roundup.making import phrases_for
from generator.word.package import read_members, with_parts
from generator.word.provenance import read_provenance
from generator.word.renew.renewing import SavedReport
from tests.roundup.rounds import consolidate, random_unit, send, superior
from tests.samples.rows import day
from tests.word.renew.hands import control
from tests.word.renew.region_edits import edited
from tests.word_files import W, all_lines, body_lines, part, text_of

UNITS = ("a", "b", "c")


@pytest.fixture
def round_up(tmp_path, capsys):
    return made_in(tmp_path, capsys)


def made_in(home: Path, capsys) -> Path:
    """A round-up of three units of which the third has not sent yet."""
    for number, code in enumerate(UNITS[:2]):
        send(home / "so", code, random_unit(code, number))
    rows = [{"Mã": code, "Tên": f"UBND phường {code.upper()}", "Ngày nhận": day("13/6/2023")} for code in UNITS]
    (home / "tinh.xlsx").write_bytes(superior(rows))
    consolidate(home / "so", home / "ra", capsys, own=home / "tinh.xlsx")
    return next((home / "ra").glob("TH*.docx"))


def third_sends(report: Path) -> None:
    send(report.parent.parent / "so", "c", random_unit("c", 9))


def appendix(report: Path, folder: Path | None = None, **choices) -> int:
    return run(AppendixOptions(report, folder, **choices))


def written(report: Path, old: str, new: str) -> None:
    """A person changes words of a paragraph."""
    data = report.read_bytes()
    tree = part(data)
    paragraph = next(p for p in tree.iter(f"{W}p") if old in text_of(p))
    first, *others = paragraph.iter(f"{W}t")
    first.text = text_of(paragraph).replace(old, new, 1)
    for text in others:
        text.text = ""
    report.write_bytes(with_parts(read_members(data), {"word/document.xml": etree.tostring(tree)}))


def numbers_that_do_not_add_up(report: Path) -> list[str]:
    provenance = read_provenance(report.read_bytes())
    tables = Tables((report.parent / provenance.workbook).read_bytes(), phrases_for(report.parent))
    wrong = []
    for key, text in numbers_in(report.read_bytes(), provenance):
        explained = tables.explained(key)
        amount = sum((row.amount for row in explained.rows), Decimal()) if explained else None
        if explained and explained.whole and "/" not in text:
            amount = amount * 100 / explained.whole
        said = Decimal(re.sub(r"\.(?=\d{3})", "", text.partition("/")[0].rstrip("%")).replace(",", "."))
        if amount is None or abs(amount - said) > Decimal("0.005"):
            wrong.append(f"{key} {text}: {amount}")
    return wrong


def test_what_the_units_sent_since_comes_in_and_hand_written_words_stay(round_up):
    written(round_up, "Thực hiện Kế hoạch", "Căn cứ chỉ đạo của Tỉnh ủy, thực hiện Kế hoạch")
    written(round_up, "./.", ". Lời thêm bằng tay./.")
    third_sends(round_up)
    assert appendix(round_up) in (0, 1)
    lines = body_lines(round_up.read_bytes())
    assert any(line.startswith("Căn cứ chỉ đạo của Tỉnh ủy, thực hiện Kế hoạch") for line in lines)
    assert any(line.endswith("Lời thêm bằng tay./.") for line in lines)
    assert any("03 phường đã gửi báo cáo" in line for line in lines)
    assert numbers_that_do_not_add_up(round_up) == []


def test_an_edited_part_stops_it_until_something_is_chosen(round_up, capsys):
    written(round_up, "phường đã gửi báo cáo", "phường đã gửi báo cáo đầy đủ, đúng mẫu")
    third_sends(round_up)
    before, tables = round_up.read_bytes(), next(round_up.parent.glob("TH*.xlsx")).read_bytes()
    assert appendix(round_up) == 1
    assert round_up.read_bytes() == before
    assert next(round_up.parent.glob("TH*.xlsx")).read_bytes() == tables
    assert "Tình hình gửi báo cáo" in capsys.readouterr().out
    assert appendix(round_up, keep=("tinh-hinh-gui",)) in (0, 1)
    lines = body_lines(round_up.read_bytes())
    assert any("đầy đủ, đúng mẫu" in line for line in lines)
    assert any("03 đơn vị thực hiện" in line for line in lines)


def test_renewed_twice_is_renewed_once(round_up):
    third_sends(round_up)
    appendix(round_up)
    once = round_up.read_bytes()
    appendix(round_up)
    assert round_up.read_bytes() == once


def test_a_report_renewed_for_nothing_new_is_left_alone(round_up, capsys):
    written(round_up, "Thực hiện Kế hoạch", "Thực hiện đúng Kế hoạch")
    before = round_up.read_bytes()
    appendix(round_up)
    assert round_up.read_bytes() == before
    assert "Không có gì thay đổi" in capsys.readouterr().out


def test_edited_tables_stay_and_the_report_points_to_the_new_ones(round_up):
    tables = next(round_up.parent.glob("TH*.xlsx"))
    tables.write_bytes(tables.read_bytes() + b"\n")
    kept = tables.read_bytes()
    third_sends(round_up)
    appendix(round_up)
    assert tables.read_bytes() == kept
    assert read_provenance(round_up.read_bytes()).workbook == f"{tables.stem} (ban moi 2).xlsx"
    assert numbers_that_do_not_add_up(round_up) == []


def test_what_is_missing_is_said_kindly_and_nothing_is_written(round_up, tmp_path, capsys):
    before = round_up.read_bytes()
    folder = tmp_path / "so"
    move(folder, tmp_path / "noi-khac")
    assert appendix(round_up) == 2
    assert "Không thấy thư mục chứa sổ của các đơn vị" in capsys.readouterr().err
    assert appendix(round_up, tmp_path / "tinh.xlsx") == 2
    assert "không ghi một sổ" in capsys.readouterr().err
    (tmp_path / "trong").mkdir()
    assert appendix(round_up, tmp_path / "trong") == 2
    assert "để không xóa mất số liệu" in capsys.readouterr().err
    assert appendix(round_up, read_back=True) == 2
    assert "báo cáo tổng hợp không ghi ngược" in capsys.readouterr().err
    (tmp_path / "tinh.xlsx").unlink()
    assert appendix(round_up, tmp_path / "noi-khac") == 2
    assert "Không thấy sổ của cấp tổng hợp “tinh.xlsx”" in capsys.readouterr().err
    assert round_up.read_bytes() == before


@pytest.fixture
def copies(tmp_path, capsys):
    """Gives the same round-up in another folder each time."""
    made_in(tmp_path / "goc", capsys)
    numbers = count()

    def copy() -> Path:
        home = tmp_path / str(next(numbers))
        copytree(tmp_path / "goc", home)
        return next((home / "ra").glob("TH*.docx"))

    return copy


@settings(
    max_examples=3,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(places=st.sets(st.integers(0, 400), min_size=1, max_size=6))
def test_whatever_paragraph_a_person_wrote_in_keeps_the_words(copies, capsys, places):
    report = copies()
    data = report.read_bytes()
    tree = part(data)
    paragraphs = [p for p in tree.iter(f"{W}p") if text_of(p).strip()]
    words = []
    for place in places:
        text = next(paragraphs[place % len(paragraphs)].iter(f"{W}t"))
        words.append(f"Lời tay {place}. ")
        text.text = words[-1] + (text.text or "")
    report.write_bytes(with_parts(read_members(data), {"word/document.xml": etree.tostring(tree)}))
    third_sends(report)
    edited = report.read_bytes()
    capsys.readouterr()
    appendix(report)
    if report.read_bytes() == edited:  # it asks what to do with the parts that were written in
        regions = SavedReport.opened(edited).regions()
        asked = capsys.readouterr().out
        appendix(report, keep=tuple(name for name in regions if f"({name})" in asked))
    assert report.read_bytes() != edited
    said = " ".join(all_lines(report.read_bytes()))
    assert [word for word in words if word.strip() not in said] == []


@pytest.mark.parametrize("column", [0, 1, -1])
def test_a_table_without_a_column_takes_what_is_new_row_by_row(copies, column):
    report, usual = copies(), copies()
    regions = {name: rows_of(report, name) for name in SavedReport.opened(report.read_bytes()).regions()}
    columns = {n: column % len(r[0]) for n, r in regions.items() if sum(len(x) == len(r[0]) for x in r) > 2}
    assert {*columns} >= {"phu-luc-don-vi", "phu-luc-thong-ke"}
    report.write_bytes(edited(report.read_bytes(), [("column deleted", n, at) for n, at in columns.items()]))
    for one in (report, usual):
        third_sends(one)
    assert appendix(usual) in (0, 1)
    assert appendix(report, merge=tuple(columns)) in (0, 1)
    for name, at in columns.items():
        fresh = rows_of(usual, name)
        assert rows_of(report, name) == [
            row[:at] + row[at + 1 :] if len(row) == len(fresh[0]) else row for row in fresh
        ], name


def rows_of(report: Path, region: str) -> list[list[str]]:
    table = next(control(part(report.read_bytes()), region).iter(f"{W}tbl"), None)
    rows = table.findall(f"{W}tr") if table is not None else []
    return [[text_of(cell) for cell in row.findall(f"{W}tc")] for row in rows]
