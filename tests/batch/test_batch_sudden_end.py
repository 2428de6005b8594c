"""Killed at any moment, started twice, a process dying under a workbook: nothing half done, nothing lost."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import pytest
from pebble import ProcessPool

from generator import limits
from generator.batch.lock import FolderInUse, folder_lock
from generator.batch.outcome import Outcome
from generator.batch.run import run_batch
from generator.cli import _file_message
from tests.batch.units import PERIOD, reports, request, send

WARDS = [f"phuong-{n:02}" for n in range(24)]


def start(folder: Path, outputs: Path, *more: str) -> subprocess.Popen:
    command = [
        sys.executable,
        "-m",
        "generator.cli",
        "batch",
        str(folder),
        "--period",
        PERIOD.id,
        "-o",
        str(outputs),
        *more,
    ]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    room = tmp_path_factory.mktemp("batch")
    for code in WARDS:
        send(room / "so", code, tasks=12)
    return room / "so"


@pytest.fixture(scope="module")
def whole(folder) -> dict[str, bytes]:
    return reports(run_batch(request(folder), jobs=1).outputs)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
@pytest.mark.parametrize(("seed", "jobs"), [(0, 1), (1, 2), (2, 2), (3, 1)])
def test_killed_at_any_moment_it_leaves_whole_reports_and_the_next_run_makes_the_rest(
    folder, whole, tmp_path, jobs, seed
):
    outputs = tmp_path / "bao-cao"
    wanted = random.Random(seed).randint(0, len(WARDS) - 1)
    with start(folder, outputs, "--jobs", str(jobs)) as batch:
        deadline = time.monotonic() + 60
        while len(list(outputs.glob("*.docx"))) < wanted and time.monotonic() < deadline and batch.poll() is None:
            time.sleep(0.001)
        batch.kill()
    left = reports(outputs)
    assert left.items() <= whole.items()
    with start(folder, outputs, "--jobs", str(jobs), "--json") as again:
        told = json.loads(again.communicate()[0])
    assert again.returncode == 0
    assert reports(outputs) == whole
    assert told["counts"]["made"] + told["counts"]["unchanged"] == len(WARDS)
    assert sorted(p.name for p in outputs.iterdir() if p.suffix != ".docx") == ["cchc-batch.json", "tong-hop.xlsx"]


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent there to one process")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_says_how_to_go_on_and_the_next_run_makes_the_rest(folder, whole, tmp_path, jobs):
    outputs = tmp_path / "bao-cao"
    with start(folder, outputs, "--jobs", jobs) as batch:
        while not list(outputs.glob("*.docx")) and batch.poll() is None:
            time.sleep(0.001)
        batch.send_signal(signal.SIGINT)
        _, complaint = batch.communicate()
    assert batch.returncode == 2
    assert "chạy lại đúng lệnh này để làm nốt" in complaint and "Traceback" not in complaint
    with start(folder, outputs, "--jobs", jobs) as again:
        again.communicate()
    assert again.returncode == 0 and reports(outputs) == whole


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc")
def test_workers_end_with_the_batch_that_began_them(folder, tmp_path):
    with start(folder, tmp_path / "bao-cao", "--jobs", "2") as batch:
        children: list[str] = []
        while not children and batch.poll() is None:
            children = Path(f"/proc/{batch.pid}/task/{batch.pid}/children").read_text().split()
        while not list(tmp_path.glob("bao-cao/*.docx")) and batch.poll() is None:
            time.sleep(0.001)
        children = Path(f"/proc/{batch.pid}/task/{batch.pid}/children").read_text().split() or children
        batch.kill()
    deadline = time.monotonic() + 30
    while any(_runs(pid) for pid in children) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert children and not any(_runs(pid) for pid in children)


def _runs(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_what_a_killed_batch_left_unfinished_is_cleared_away(folder, whole, tmp_path):
    outputs = tmp_path / "bao-cao"
    outputs.mkdir()
    (outputs / "~cchc-abc.tmp").write_bytes(b"half")
    (outputs / "~cchc-batch.lock").write_bytes(b"")
    with start(folder, outputs, "--jobs", "1") as batch:
        batch.communicate()
    assert batch.returncode == 0
    assert not list(outputs.glob("~*"))


def test_a_second_batch_in_the_folder_says_so_and_stops(folder, tmp_path):
    outputs = tmp_path / "bao-cao"
    outputs.mkdir()
    with folder_lock(outputs):
        with start(folder, outputs) as second:
            _, complaint = second.communicate()
        assert second.returncode == 2
        assert "Đang có một lần chạy khác" in complaint and str(outputs) in complaint
        with pytest.raises(FolderInUse), folder_lock(outputs):
            pass
        assert not list(outputs.glob("*.docx"))
    with folder_lock(outputs):
        pass
    assert not list(outputs.iterdir())


def test_the_lock_of_a_process_that_died_is_nobody_s(tmp_path):
    hold = f"""
import time
from pathlib import Path
from generator.batch.lock import folder_lock
with folder_lock(Path({str(tmp_path)!r})):
    print("held", flush=True)
    time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", hold], stdout=subprocess.PIPE, encoding="utf-8") as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(FolderInUse), folder_lock(tmp_path):
            pass
        holder.kill()
    with folder_lock(tmp_path):
        pass


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("os._exit(9)", "dừng đột ngột"),
        ("os.abort()", "dừng đột ngột"),
        ("time.sleep(3600)", "quá 2 giây"),
        ("bytearray(512 << 30)", "lớn bất thường"),
    ],
    ids=["ends the process", "aborts it", "hangs", "wants 512 GB"],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_workbook_that_is_too_much_for_its_process_costs_that_report_alone(
    folder, whole, tmp_path, deed, words, jobs
):
    (tmp_path / "deadly.py").write_text(
        "import os, time\n"
        "from dataclasses import replace\n"
        "from generator.batch import processes, worker\n"
        "processes.limits.UNIT_SECONDS = replace(processes.limits.UNIT_SECONDS, most=2)\n"
        "whole = worker.read_workbook\n"
        "def read(data, name):\n"
        f"    if data == open({str(folder / 'phuong-05' / 'so-cchc.xlsx')!r}, 'rb').read(): {deed}\n"
        "    return whole(data, name)\n"
        "worker.read_workbook = read\n"
        "if __name__ == '__main__':\n"
        "    from generator.cli import main\n"
        "    main()\n",
        encoding="utf-8",
    )
    outputs = tmp_path / "bao-cao"
    command = [sys.executable, str(tmp_path / "deadly.py"), "batch", str(folder), "--period", PERIOD.id, "--json"]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(
            [str(Path(__file__).parents[2]), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
        ),
    }
    done = subprocess.run(
        [*command, "-o", str(outputs), "--jobs", jobs],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    told = json.loads(done.stdout)
    assert done.returncode == 1
    (failed,) = [unit for unit in told["units"] if unit["outcome"] == "failed"]
    assert failed["workbook"] == "phuong-05/so-cchc.xlsx"
    assert words in failed["problems"][0]["message"]
    assert reports(outputs) == {name: data for name, data in whole.items() if "phuong-05" not in name}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_a_pipe_with_the_name_of_a_workbook_keeps_nobody_waiting(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "UNIT_SECONDS", replace(limits.UNIT_SECONDS, most=5))
    for code in WARDS[:2]:
        send(tmp_path / "so", code)
    for _ in range(2):
        result = run_batch(request(tmp_path / "so"), jobs=1)
        assert [unit.outcome for unit in result.units][1] is not Outcome.FAILED
        path = tmp_path / "so" / WARDS[0] / "so-cchc.xlsx"
        path.unlink(missing_ok=True)
        os.mkfifo(path)
    assert result.units[0].outcome is Outcome.FAILED and "Không phải tệp thường" in str(result.units[0].problems[0])


@pytest.mark.parametrize("fault", [BrokenPipeError, EOFError, BrokenProcessPool])
def test_a_pc_that_lets_no_process_begin_is_told_of(tmp_path, monkeypatch, fault):
    for name in WARDS[:3]:
        send(tmp_path, name)

    def refuses(*args, **more):
        raise fault

    monkeypatch.setattr(ProcessPool, "schedule", refuses)
    with pytest.raises(ChildProcessError) as refused:
        run_batch(request(tmp_path), jobs=2)
    assert _file_message(refused.value).startswith("Máy không cho chương trình làm nhiều việc cùng lúc")
