"""All units in one go: everything that can be made is made, and only what has changed is made again."""

from __future__ import annotations

import errno
import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from generator.batch import placing
from generator.batch.outcome import BatchOutcome, Outcome
from generator.batch.run import run_batch
from generator.docx.provenance import is_untouched
from generator.intake.workbook import read_workbook, read_workbook_bytes
from generator.report import find_template
from tests.batch.units import reports, request, send, workbook
from tests.samples import batch_sample_files

WARDS = ("tan-lap", "vinh-hai", "phuoc-tan")


@pytest.fixture
def folder(tmp_path) -> Path:
    for code in WARDS:
        send(tmp_path / "so", code)
    return tmp_path / "so"


def run(folder: Path, **more) -> BatchOutcome:
    jobs = more.pop("jobs", 1)
    return run_batch(request(folder, **more), jobs=jobs)


def outcomes(result: BatchOutcome) -> dict[str, Outcome]:
    return {unit.workbook.partition("/")[0]: unit.outcome for unit in result.units}


def edit(path: Path) -> bytes:
    document = Document(path)
    document.paragraphs[-1].add_run(" Cán bộ viết thêm.")
    document.save(path)
    return path.read_bytes()


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


@pytest.mark.parametrize("change", ["version", "template", "phrases", "day", "gone", "force"])
def test_whatever_a_report_was_made_from_makes_it_anew_when_it_changes(folder, change, monkeypatch):
    early = {"today": date(2023, 6, 1)}
    outputs = run_batch(replace(request(folder), **early), jobs=1).outputs
    again = replace(request(folder), **early)
    match change:
        case "version":
            monkeypatch.setattr("generator.batch.ledger.__version__", "khác")
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


def test_a_template_beside_one_workbook_is_that_unit_s_alone(folder):
    document = Document(find_template("cchc.docx"))
    document.paragraphs[0].insert_paragraph_before("MẪU RIÊNG CỦA PHƯỜNG")
    document.save(folder / "tan-lap" / "cchc.docx")
    outputs = run(folder).outputs
    with_own = [n for n, d in reports(outputs).items() if "MẪU RIÊNG" in Document(io.BytesIO(d)).paragraphs[0].text]
    assert with_own == ["BC CCHC 6 thang dau nam 2023 - P tan-lap.docx"]


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


def other_workbook() -> bytes:
    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "xlsx"),
        (b"PK\x03\x04 half a file", "hỏng"),
        (workbook("x")[:3000], "hỏng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "mật khẩu"),
        (other_workbook(), "Nhiệm vụ"),
    ],
    ids=["empty", "no zip", "cut off", "password", "another workbook"],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_workbook_that_cannot_be_read_stops_nobody(folder, content, words, jobs):
    (folder / "vinh-hai" / "so-cchc.xlsx").write_bytes(content)
    result = run(folder, jobs=jobs)
    assert outcomes(result) == {**dict.fromkeys(WARDS, Outcome.MADE), "vinh-hai": Outcome.FAILED}
    assert result.exit_code == 1
    failed = next(u for u in result.units if u.outcome is Outcome.FAILED)
    assert words in " ".join(map(str, failed.problems))
    assert len(reports(result.outputs)) == 2


def test_a_failed_unit_keeps_its_earlier_report_and_is_made_once_mended(folder):
    before = reports(run(folder).outputs)
    path = folder / "vinh-hai" / "so-cchc.xlsx"
    good = path.read_bytes()
    path.write_bytes(b"PK damaged")
    failing = run(folder)
    assert outcomes(failing)["vinh-hai"] is Outcome.FAILED
    assert reports(failing.outputs) == before
    path.write_bytes(good)
    assert outcomes(run(folder))["vinh-hai"] is Outcome.MADE
    assert reports(failing.outputs) == before


def test_a_fault_of_the_program_itself_costs_one_report(folder, monkeypatch):
    from generator.batch import worker

    whole = worker.read_workbook_bytes
    bad = (folder / "tan-lap" / "so-cchc.xlsx").read_bytes()

    def fails_once(data: bytes):
        if data == bad:
            raise ZeroDivisionError("ở đâu đó")
        return whole(data)

    monkeypatch.setattr(worker, "read_workbook_bytes", fails_once)
    result = run(folder)
    assert outcomes(result) == {**dict.fromkeys(WARDS, Outcome.MADE), "tan-lap": Outcome.FAILED}


def test_problems_make_a_draft_and_are_told_again_while_nothing_changes(folder):
    send(folder, "tan-lap", without="Họ tên người ký")
    for expected in (Outcome.MADE, Outcome.UNCHANGED):
        result = run(folder)
        assert outcomes(result)["tan-lap"] is expected
        assert result.exit_code == 1
        draft = next(u for u in result.units if u.unit == "tan-lap")
        assert any("Họ tên người ký" in str(p) for p in draft.problems)


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
    assert [(p.sheet, p.about) for p in failed.problems] == [("Thông tin", "Mã đơn vị")]
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


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
def test_a_report_that_cannot_be_written_is_reported_and_the_others_are_made(folder, monkeypatch, code):
    write = placing.write_atomically

    def fails_for_one(path: Path, data: bytes) -> None:
        if "tan-lap" in path.name:
            raise OSError(code, "không ghi được", str(path))
        write(path, data)

    monkeypatch.setattr(placing, "write_atomically", fails_for_one)
    result = run(folder)
    assert outcomes(result) == {**dict.fromkeys(WARDS, Outcome.MADE), "tan-lap": Outcome.FAILED}
    reason = str(next(u.problems[0] for u in result.units if u.outcome is Outcome.FAILED))
    assert ("đầy" if code == errno.ENOSPC else "đang mở") in reason


def test_a_manifest_and_summary_that_cannot_be_written_cost_only_time(folder, monkeypatch):
    def full(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "đầy")

    monkeypatch.setattr("generator.batch.manifest.write_atomically", full)
    monkeypatch.setattr("generator.batch.summary.write_atomically", full)
    result = run(folder)
    assert result.exit_code == 0 and result.summary is None and len(result.notes) == 2
    assert len(reports(result.outputs)) == 3


@pytest.mark.parametrize("content", [b"", b"{", b'{"form": 1, "batches": 3}', b'{"form": 99}', b"\xff\xfe"])
def test_a_spoilt_manifest_costs_only_time(folder, content):
    outputs = run(folder).outputs
    (outputs / "cchc-batch.json").write_bytes(content)
    assert set(outcomes(run(folder)).values()) == {Outcome.MADE}
    assert set(outcomes(run(folder)).values()) == {Outcome.UNCHANGED}


def test_who_has_not_sent_anything(folder):
    run(folder)
    (folder / "vinh-hai" / "so-cchc.xlsx").unlink()
    (folder / "loc-tho").mkdir()
    result = run(folder)
    missing = {u.shown_name for u in result.units if u.outcome is Outcome.NOT_SENT}
    assert missing == {"UBND phường vinh-hai", "loc-tho"}
    assert result.exit_code == 0


def test_a_workbook_under_another_name_is_still_its_unit_s(folder):
    before = reports(run(folder).outputs)
    (folder / "vinh-hai").rename(folder / "phuong vinh hai")
    result = run(folder)
    assert outcomes(result)["phuong vinh hai"] is Outcome.MADE
    assert Outcome.NOT_SENT not in outcomes(result).values()
    assert reports(result.outputs).keys() == before.keys()


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


def test_what_an_executor_loses_is_reported_for_those_workbooks(folder):
    class Lossy(ThreadPoolExecutor):
        def submit(self, call, items):
            if any("tan-lap" in item.workbook for item in items):
                return super().submit(lambda: 1 / 0)
            return super().submit(call, items)

    with Lossy(1) as threads:
        result = run_batch(request(folder), jobs=1, executor=threads)
    assert outcomes(result) == {**dict.fromkeys(WARDS, Outcome.MADE), "tan-lap": Outcome.FAILED}


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


def test_an_edited_report_needs_no_readable_workbook(folder):
    edit(next(run(folder).outputs.glob("*tan-lap.docx")))
    (folder / "tan-lap" / "so-cchc.xlsx").write_bytes(b"PK damaged")
    assert outcomes(run(folder))["tan-lap"] is Outcome.EDITED


def test_another_unit_s_report_is_never_written_over_even_when_the_manifest_is_lost(tmp_path):
    folder = tmp_path / "so"
    for code in ("b-hoa", "c-hoa"):
        send(folder, code, "Hòa Bình")
    before = reports(run(folder).outputs)
    (folder / "b-hoa" / "so-cchc.xlsx").unlink()
    (tmp_path / "bao-cao" / "cchc-batch.json").unlink()
    assert reports(run(folder).outputs) == before
