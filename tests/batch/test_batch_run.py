"""All units in one go: everything that can be made is made, and only what has changed is made again."""

from __future__ import annotations

import io
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

import generator
from generator.batch.maker import maker
from generator.batch.outcome import Outcome
from generator.batch.run import run_batch
from generator.book.read.workbook import read_workbook, read_workbook_bytes
from generator.making import find_template
from generator.word.provenance import is_untouched
from tests.batch.units import WARDS, outcomes, reports, request, run, send
from tests.samples import batch_sample_files


def test_every_unit_gets_its_report_and_a_second_run_makes_nothing(folder):
    first = run(folder)
    assert outcomes(first) == dict.fromkeys(sorted(WARDS), Outcome.MADE)
    assert first.exit_code == 0
    before = {p: p.stat().st_mtime_ns for p in first.outputs.glob("*.docx")}
    assert len(before) == 3
    second = run(folder)
    assert outcomes(second) == dict.fromkeys(sorted(WARDS), Outcome.UNCHANGED)
    assert second.exit_code == 0
    assert {p: p.stat().st_mtime_ns for p in first.outputs.glob("*.docx")} == before


def test_one_changed_workbook_remakes_one_report(folder):
    before = reports(run(folder).outputs)
    send(folder, "vinh-hai", seed="khác")
    second = run(folder)
    assert [u.unit for u in second.units if u.outcome is Outcome.MADE] == ["vinh-hai"]
    assert [name for name, data in reports(second.outputs).items() if data != before[name]] == [
        "BC CCHC 6 thang dau nam 2023 - P vinh-hai.docx"
    ]


@pytest.mark.parametrize("change", ["version", "code", "template", "phrases", "day", "gone", "force"])
def test_whatever_a_report_was_made_from_makes_it_anew_when_it_changes(folder, tmp_path, change, monkeypatch):
    early = {"today": date(2023, 6, 1)}
    outputs = run_batch(replace(request(folder), **early), jobs=1).outputs
    again = replace(request(folder), **early)
    match change:
        case "version":
            monkeypatch.setattr("generator.__version__", "khác")
            maker.cache_clear()
        case "code":
            shutil.copytree(Path(generator.__file__).parent, tmp_path / "generator")
            with (tmp_path / "generator" / "making.py").open("a") as changed:
                changed.write("# mended\n")
            monkeypatch.setattr("generator.__file__", str(tmp_path / "generator" / "__init__.py"))
            maker.cache_clear()
        case "template":
            other = Document(find_template("cchc.docx"))
            other.core_properties.comments = "khác"
            other.save(folder / "cchc.docx")
        case "phrases":
            text = find_template("cau-chu.toml").read_text(encoding="utf-8")
            (folder / "cau-chu.toml").write_text(text + "\n# khác\n", encoding="utf-8")
        case "day":
            again = replace(again, today=date(2023, 6, 2))
        case "gone":
            for path in outputs.glob("*.docx"):
                path.unlink()
        case "force":
            again = replace(again, force=True)
    assert set(outcomes(run_batch(again, jobs=1)).values()) == {Outcome.MADE}
    maker.cache_clear()


def test_a_template_beside_one_workbook_is_that_unit_s_alone(folder):
    document = Document(find_template("cchc.docx"))
    document.paragraphs[0].insert_paragraph_before("MẪU RIÊNG CỦA PHƯỜNG")
    document.save(folder / "tan-lap" / "cchc.docx")
    outputs = run(folder).outputs
    with_own = [n for n, d in reports(outputs).items() if "MẪU RIÊNG" in Document(io.BytesIO(d)).paragraphs[0].text]
    assert with_own == ["BC CCHC 6 thang dau nam 2023 - P tan-lap.docx"]


def test_who_has_not_sent_anything(folder):
    run(folder)
    (folder / "vinh-hai" / "so-cchc.xlsx").unlink()
    (folder / "loc-tho").mkdir()
    result = run(folder)
    missing = {u.shown_name for u in result.units if u.outcome is Outcome.NOT_SENT}
    assert missing == {"UBND phường vinh-hai", "loc-tho"}
    assert result.exit_code == 0


def test_both_folders_moved_together_stay_unchanged(folder, tmp_path):
    run(folder)
    (tmp_path / "moi").mkdir()
    for name in ("so", "bao-cao"):
        (tmp_path / name).rename(tmp_path / "moi" / name)
    assert set(outcomes(run(tmp_path / "moi" / "so")).values()) == {Outcome.UNCHANGED}


def test_outputs_below_the_workbooks_are_not_taken_for_workbooks(folder):
    below = replace(request(folder), outputs=folder / "bao-cao")
    for expected in (Outcome.MADE, Outcome.UNCHANGED):
        assert outcomes(run_batch(below, jobs=1)) == dict.fromkeys(WARDS, expected)
    aside = replace(request(folder), outputs=folder / "lan-hai")
    assert outcomes(run_batch(aside, jobs=1)) == dict.fromkeys(WARDS, Outcome.MADE)


@pytest.mark.parametrize("way", ["two processes", "an executor"])
def test_the_same_bytes_however_the_work_is_shared(folder, tmp_path, way):
    alone = reports(run(folder).outputs)
    other = replace(request(folder), outputs=tmp_path / "khac")
    if way == "two processes":
        run_batch(other, jobs=2)
    else:
        with ThreadPoolExecutor(2) as threads:
            run_batch(other, executor=threads)
    assert reports(tmp_path / "khac") == alone
    assert all(map(is_untouched, alone.values()))


def test_the_watcher_hears_of_each_unit_with_the_count(folder):
    heard = []
    run_batch(request(folder), jobs=1, watch=lambda unit, done, total: heard.append((unit.unit, done, total)))
    assert heard == [(code, n, 3) for n, code in enumerate(sorted(WARDS), start=1)]


def test_the_sample_of_27_units_is_what_its_rows_say():
    for path, content in batch_sample_files():
        if path.suffix == ".xlsx":
            assert read_workbook(path) == read_workbook_bytes(content), "out of date: run python -m tests.samples"


def test_the_sample_of_27_units_runs_as_it_is(tmp_path):
    sample = Path(__file__).parents[2] / "inputs" / "cac-phuong-xa-nha-trang-2023"
    result = run_batch(replace(request(sample), outputs=tmp_path), jobs=2)
    assert result.counts == {Outcome.MADE: 25, Outcome.NOT_SENT: 2}
    assert result.exit_code == 0
