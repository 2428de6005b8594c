"""One unit that fails, a full disk, a spoilt manifest: the others are made, and the reasons are told."""

from __future__ import annotations

import errno
import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.batch import placing
from generator.batch.outcome import Outcome
from generator.batch.run import run_batch
from tests.batch.units import WARDS, outcomes, reports, request, run, send, workbook


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

    whole = worker.read_workbook
    bad = (folder / "tan-lap" / "so-cchc.xlsx").read_bytes()

    def fails_once(data: bytes, name: str):
        if data == bad:
            raise ZeroDivisionError("ở đâu đó")
        return whole(data, name)

    monkeypatch.setattr(worker, "read_workbook", fails_once)
    with ThreadPoolExecutor(1) as here:
        result = run_batch(request(folder), executor=here)
    assert outcomes(result) == {**dict.fromkeys(WARDS, Outcome.MADE), "tan-lap": Outcome.FAILED}


def test_problems_make_a_draft_and_are_told_again_while_nothing_changes(folder):
    send(folder, "tan-lap", without="Họ tên người ký")
    for expected in (Outcome.MADE, Outcome.UNCHANGED):
        result = run(folder)
        assert outcomes(result)["tan-lap"] is expected
        assert result.exit_code == 1
        draft = next(u for u in result.units if u.unit == "tan-lap")
        assert any("Họ tên người ký" in str(p) for p in draft.problems)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
def test_a_report_that_cannot_be_written_is_reported_and_the_others_are_made(folder, monkeypatch, code):
    write = placing.write_atomically

    def fails_for_one(path: Path, data: bytes) -> None:
        if "tan-lap" in path.name:
            raise OSError(code, os.strerror(code), str(path))
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


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b'{"form": 1, "batches": 3}',
        b'{"form": 99}',
        b'{"form": 1, "summary": "", "batches": {"cchc x ..": {}}}',
        b"\xff\xfe",
    ],
)
def test_a_spoilt_manifest_costs_only_time(folder, content):
    outputs = run(folder).outputs
    (outputs / "cchc-batch.json").write_bytes(content)
    assert set(outcomes(run(folder)).values()) == {Outcome.MADE}
    assert set(outcomes(run(folder)).values()) == {Outcome.UNCHANGED}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_and_a_name_in_another_code_cost_only_themselves(folder):
    (folder / "ong").mkdir()
    os.mkfifo(folder / "ong" / "so.xlsx")
    foreign = os.fsencode(folder / "tan-lap") + b"/s\xf4-\xff.xlsx"
    (folder / "tan-lap" / "so-cchc.xlsx").rename(os.fsdecode(foreign))
    result = run(folder)
    assert outcomes(result) == {**dict.fromkeys(WARDS, Outcome.MADE), "ong": Outcome.FAILED}
    assert result.summary is not None and result.summary.exists()


def test_what_an_executor_loses_is_reported_for_those_workbooks(folder):
    class Lossy(ThreadPoolExecutor):
        def submit(self, call, items):
            if any("tan-lap" in item.workbook for item in items):
                return super().submit(lambda: 1 / 0)
            return super().submit(call, items)

    with Lossy(1) as threads:
        result = run_batch(request(folder), jobs=1, executor=threads)
    assert outcomes(result) == {**dict.fromkeys(WARDS, Outcome.MADE), "tan-lap": Outcome.FAILED}
