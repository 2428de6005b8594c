"""Whose file is whose: edited reports, one code or one name for two units, workbooks that move."""

from __future__ import annotations

import pytest

from generator.batch.outcome import Outcome
from tests.batch.units import WARDS, edit, outcomes, reports, run, send, workbook


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_report_edited_by_hand_stays_and_is_listed(folder, jobs):
    outputs = run(folder).outputs
    edited = next(outputs.glob("*tan-lap.docx"))
    content = edit(edited)
    send(folder, "tan-lap", seed="khác")
    for force in (False, True):
        result = run(folder, force=force, jobs=jobs)
        assert outcomes(result)["tan-lap"] is Outcome.EDITED
        assert result.exit_code == 0
        assert edited.read_bytes() == content
        assert len(reports(outputs)) == 3
    note = next(u.note for u in result.units if u.outcome is Outcome.EDITED)
    assert "cchc appendix" in note and str(edited) in note and "so-cchc.xlsx" in note


def test_an_edited_report_stays_also_when_the_manifest_is_lost(folder):
    outputs = run(folder).outputs
    edited = next(outputs.glob("*tan-lap.docx"))
    content = edit(edited)
    (outputs / "cchc-batch.json").unlink()
    assert outcomes(run(folder))["tan-lap"] is Outcome.EDITED
    assert edited.read_bytes() == content
    assert outcomes(run(folder)) == {**dict.fromkeys(WARDS, Outcome.UNCHANGED), "tan-lap": Outcome.EDITED}


def test_an_edited_report_needs_no_readable_workbook(folder):
    edit(next(run(folder).outputs.glob("*tan-lap.docx")))
    (folder / "tan-lap" / "so-cchc.xlsx").write_bytes(b"PK damaged")
    assert outcomes(run(folder))["tan-lap"] is Outcome.EDITED


def test_two_workbooks_with_one_code(folder):
    send(folder, "chep-lai")
    (folder / "chep-lai" / "so-cchc.xlsx").write_bytes(workbook("Tan-Lap", "Tân Lập khác"))
    result = run(folder)
    assert outcomes(result) == {
        **dict.fromkeys(WARDS, Outcome.MADE),
        "chep-lai": Outcome.MADE,
        "tan-lap": Outcome.FAILED,
    }
    failed = next(u for u in result.units if u.outcome is Outcome.FAILED)
    waiting = [problem for problem in failed.problems if problem.waits_for_an_answer]
    assert [(p.sheet, p.about) for p in waiting] == [("Thông tin", "Mã đơn vị")]
    assert "chep-lai/so-cchc.xlsx" in str(failed.problems[0])
    assert result.exit_code == 1


def test_a_unit_keeps_its_code_when_a_copy_turns_up_later(folder):
    run(folder)
    send(folder, "aa")
    (folder / "aa" / "so-cchc.xlsx").write_bytes(workbook("tan-lap", "Tân Lập khác"))
    assert outcomes(run(folder)) == {**dict.fromkeys(WARDS, Outcome.UNCHANGED), "aa": Outcome.FAILED}


def test_units_with_one_name_get_names_of_their_own_that_stay(tmp_path):
    folder = tmp_path / "so"
    for code in ("b-hoa", "c-hoa"):
        send(folder, code, "Hòa Bình")
    first = run(folder)
    names = {u.unit: u.output.name for u in first.units}
    assert names == {
        "b-hoa": "BC CCHC 6 thang dau nam 2023 - P Hoa Binh.docx",
        "c-hoa": "BC CCHC 6 thang dau nam 2023 - P Hoa Binh (c-hoa).docx",
    }
    send(folder, "a-hoa", "HÒA BÌNH")
    (folder / "b-hoa" / "so-cchc.xlsx").unlink()
    second = {u.unit: u.output.name for u in run(folder, force=True).units if u.outcome is Outcome.MADE}
    assert second == {"c-hoa": names["c-hoa"], "a-hoa": "BC CCHC 6 thang dau nam 2023 - P HOA BINH (a-hoa).docx"}


@pytest.mark.parametrize("name", ["../../ra ngoai", "..\\..\\ra", "/etc/x", "CON", "a:b*c?", "." * 300, "\u202edocx"])
def test_no_name_leaves_the_output_folder(tmp_path, name):
    folder = tmp_path / "so"
    send(folder, "x", name)
    result = run(folder)
    (unit,) = result.units
    assert unit.output.parent == result.outputs
    assert unit.output.name.isascii() and len(unit.output.name) < 200
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bao-cao", "so"]


def test_another_unit_s_report_is_never_written_over_even_when_the_manifest_is_lost(tmp_path):
    folder = tmp_path / "so"
    for code in ("b-hoa", "c-hoa"):
        send(folder, code, "Hòa Bình")
    before = reports(run(folder).outputs)
    (folder / "b-hoa" / "so-cchc.xlsx").unlink()
    (tmp_path / "bao-cao" / "cchc-batch.json").unlink()
    assert reports(run(folder).outputs) == before


def test_a_workbook_under_another_name_is_still_its_unit_s(folder):
    before = reports(run(folder).outputs)
    (folder / "vinh-hai").rename(folder / "phuong vinh hai")
    result = run(folder)
    assert outcomes(result)["phuong vinh hai"] is Outcome.MADE
    assert Outcome.NOT_SENT not in outcomes(result).values()
    assert reports(result.outputs).keys() == before.keys()
