"""Copies, earlier years and doubles of a workbook: which one is used, and that the others are told of."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.batch.outcome import BatchOutcome, Outcome
from tests.batch.units import WARDS, outcomes, reports, run, send, workbook


def of(result: BatchOutcome, unit: str):
    (one,) = [u for u in result.units if u.unit == unit]
    return one


def in_another_year(path: Path, year: int) -> Path:
    book = load_workbook(path)
    for row in book["Thông tin"].iter_rows():
        if row[0].value == "Năm kế hoạch":
            row[2].value = year
    book.save(path)
    return path


@pytest.mark.parametrize("name", ["so-cchc (2).xlsx", "so-cchc - Copy.xlsx", "Bản sao của so-cchc.xlsx", "so-cchc.xls"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_copy_beside_its_original_is_not_used_and_is_told(folder, name, jobs):
    copy = folder / "vinh-hai" / name
    copy.write_bytes(workbook("vinh-hai", seed="khác"))
    os.utime(copy, (2_000_000_000, 2_000_000_000))
    result = run(folder, jobs=jobs)
    assert outcomes(result) == dict.fromkeys(WARDS, Outcome.MADE)
    (told,) = of(result, "vinh-hai").remarks
    for words in (f"“vinh-hai/{name}”", "“vinh-hai/so-cchc.xlsx”", "nội dung hai tệp khác nhau", "lưu sau", "“so”"):
        assert words in told
    (row,) = [r for r in load_workbook(result.summary).active.iter_rows(min_row=5, values_only=True) if r[8]]
    assert (row[1], row[4], row[8]) == ("UBND phường vinh-hai", "vinh-hai/so-cchc.xlsx", told)
    assert of(run(folder), "vinh-hai").remarks == (told,)


def test_a_copy_that_is_the_same_is_said_to_be_so(folder):
    shutil.copy(folder / "vinh-hai" / "so-cchc.xlsx", folder / "vinh-hai" / "so gui thanh pho.xlsx")
    result = run(folder)
    assert outcomes(result) == dict.fromkeys(WARDS, Outcome.MADE)
    assert "giống hệt" in " ".join(of(result, "vinh-hai").remarks)


@pytest.mark.parametrize("name", ["so-cchc (1).xlsx", "Bản sao của Sổ CCHC.xlsx", "so-cchc (bản lưu 2).xlsx"])
def test_a_copy_without_its_original_is_used(folder, name):
    path = folder / "vinh-hai" / "so-cchc.xlsx"
    path.rename(path.with_name(name))
    for expected in (Outcome.MADE, Outcome.UNCHANGED):
        result = run(folder)
        assert outcomes(result) == dict.fromkeys(WARDS, expected)
        assert not any(unit.remarks for unit in result.units)


def test_of_several_copies_without_an_original_the_one_saved_last_is_used(folder):
    (folder / "vinh-hai" / "so-cchc.xlsx").unlink()
    for number in (1, 2, 3):
        path = folder / "vinh-hai" / f"so ({number}).xlsx"
        path.write_bytes(workbook("vinh-hai", seed=str(number)))
        os.utime(path, (1_700_000_000, 1_700_000_000 + (number == 2)))
    unit = of(run(folder), "vinh-hai")
    assert unit.workbook == "vinh-hai/so (2).xlsx"
    assert [other.workbook for other in unit.passed_over] == ["vinh-hai/so (1).xlsx", "vinh-hai/so (3).xlsx"]


def test_attachments_of_one_name_put_into_one_folder_are_each_a_unit_s(tmp_path):
    folder = tmp_path / "so"
    folder.mkdir()
    for code, name in zip(WARDS, ("so-cchc.xlsx", "so-cchc (1).xlsx", "so-cchc (2).xlsx"), strict=True):
        (folder / name).write_bytes(workbook(code))
    result = run(folder)
    assert {unit.unit: unit.outcome for unit in result.units} == dict.fromkeys(WARDS, Outcome.MADE)
    assert len(reports(result.outputs)) == 3


def test_a_good_copy_beside_a_damaged_original_is_used_and_both_are_told(folder):
    path = folder / "vinh-hai" / "so-cchc.xlsx"
    path.rename(path.with_name("so-cchc (1).xlsx"))
    path.write_bytes(b"PK damaged")
    result = run(folder)
    assert {u.workbook: u.outcome for u in result.units if u.workbook.startswith("vinh-hai")} == {
        "vinh-hai/so-cchc (1).xlsx": Outcome.MADE,
        "vinh-hai/so-cchc.xlsx": Outcome.FAILED,
    }


def test_a_copy_that_cannot_be_read_costs_nothing_beside_a_good_original(folder):
    (folder / "vinh-hai" / "so-cchc.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    result = run(folder)
    assert (outcomes(result), result.exit_code) == (dict.fromkeys(WARDS, Outcome.MADE), 0)
    assert "so-cchc.xls”: không đọc được" in " ".join(of(result, "vinh-hai").remarks)


@pytest.mark.parametrize("jobs", [1, 2])
def test_folders_of_several_years_give_the_reports_of_this_year(tmp_path, jobs):
    folder = tmp_path / "so"
    for code in WARDS:
        in_another_year(send(folder / "2022", code), 2022)
        send(folder / "2023", code)
    only_then = in_another_year(send(folder / "2022", "cu"), 2022)
    for expected in (Outcome.MADE, Outcome.UNCHANGED):
        result = run(folder, jobs=jobs)
        used = {unit.workbook: unit.outcome for unit in result.units}
        assert used == dict.fromkeys(
            [*(f"2023/{code}/so-cchc.xlsx" for code in WARDS), only_then.relative_to(folder).as_posix()], expected
        )
        assert "2022" in str(of(result, "cu").problems[0])
        assert "sổ của năm 2022" in of(result, "vinh-hai").remarks[0]
        assert any("Không dùng 3 sổ của năm khác" in note for note in result.notes)


def test_last_year_s_workbook_gives_way_when_this_year_s_comes(folder):
    path = in_another_year(folder / "vinh-hai" / "so-cchc.xlsx", 2022)
    assert of(run(folder), "vinh-hai").problems
    (folder / "vinh-hai" / "so moi.xlsx").write_bytes(workbook("vinh-hai"))
    unit = of(run(folder), "vinh-hai")
    assert (unit.workbook, unit.outcome) == ("vinh-hai/so moi.xlsx", Outcome.MADE)
    assert not any(problem.waits_for_an_answer for problem in unit.problems)
    assert [other.workbook for other in unit.passed_over] == [path.relative_to(folder).as_posix()]


def test_two_workbooks_of_one_unit_that_differ_are_for_a_person_to_sort_out(folder):
    (folder / "vinh-hai" / "ban gui chinh thuc.xlsx").write_bytes(workbook("vinh-hai", seed="khác"))
    result = run(folder)
    told = {u.workbook: (u.outcome, " ".join(u.remarks)) for u in result.units if u.unit == "vinh-hai"}
    assert told["vinh-hai/ban gui chinh thuc.xlsx"] == (Outcome.MADE, "")
    outcome, reason = told["vinh-hai/so-cchc.xlsx"]
    assert outcome is Outcome.FAILED
    for words in ("“vinh-hai/ban gui chinh thuc.xlsx”", "chuyển bản thừa ra ngoài thư mục “so”", "sửa mục Mã đơn vị"):
        assert words in reason
