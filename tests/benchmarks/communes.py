"""`python -m tests.benchmarks.communes`: the workbooks of 3,321 communes, their reports, and what that takes.

Vietnam has 3,321 communes, wards and special zones since July 2025. Each gets a workbook of 47 to 90 tasks from a
seed; `cchc batch` then makes all reports, once from nothing, once with nothing changed, once with one workbook changed.
Memory is that of all processes together: their proportional set sizes (Linux), sampled five times a second.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Thread

from tests.benchmarks.fast_workbooks import Mold
from tests.samples.made_up_units import Place, unit_rows

_COMMUNES = 3321
_PERIOD = "2023-H1"


def make_workbooks(folder: Path, count: int) -> list[Path]:
    """Write `count` workbooks, a folder each, 34 provinces; return their paths."""
    mold = Mold(unit_rows(Place("mau", "Mẫu", "xã", "UBND tỉnh A"), tasks=90, seed="mold"))
    paths = []
    for number in range(count):
        path = folder / f"tinh-{number % 34 + 1:02}" / f"xa-{number:04}" / "so-cchc.xlsx"
        path.parent.mkdir(parents=True)
        path.write_bytes(mold.fill(_rows(number)))
        paths.append(path)
    return paths


def _rows(number: int, change: str = "") -> dict[str, list[dict[str, object]]]:
    place = Place(f"xa-{number:04}", f"Số {number}", "xã", f"UBND tỉnh Số {number % 34 + 1}")
    return unit_rows(place, tasks=Random(number).randint(47, 90), seed=f"{number}{change}")


def timed_batch(folder: Path, out: Path, jobs: int) -> tuple[float, float, float, dict[str, int]]:
    """Return seconds, seconds of processors, megabytes of all processes at their most, and the counts of outcomes."""
    command = [sys.executable, "-m", "generator.cli", "batch", str(folder), "--period", _PERIOD, "-o", str(out)]
    started = time.perf_counter()
    with subprocess.Popen([*command, "--jobs", str(jobs), "--json"], stdout=subprocess.PIPE) as process:
        printed: list[bytes] = []
        reader = Thread(target=lambda: printed.append(process.stdout.read() if process.stdout else b""))
        reader.start()
        busy, most = watched(process)
        reader.join()
    return time.perf_counter() - started, busy, most, json.loads(printed[0])["counts"]


def watched(process: subprocess.Popen[bytes]) -> tuple[float, float]:
    """Wait for a process; return the seconds of processors and the megabytes at their most, of it and all below it."""
    spent: dict[int, float] = {}
    most = 0.0
    while process.poll() is None:
        family = _family(process.pid)
        most = max(most, sum(map(_megabytes, family)))
        spent |= {pid: seconds for pid in family if (seconds := _seconds(pid))}
        time.sleep(0.2)
    return sum(spent.values()), most


def _seconds(pid: int) -> float:
    try:
        numbers = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        own = [int(child) for child in children.read_text().split()]
    except OSError:
        own = []
    return [pid, *(descendant for child in own for descendant in _family(child))]


def _megabytes(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=_COMMUNES)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    with TemporaryDirectory() as room:
        folder, out = Path(room, "so"), Path(room, "bao-cao")
        started = time.perf_counter()
        paths = make_workbooks(folder, options.count)
        print(f"{options.count} workbooks made in {time.perf_counter() - started:.0f} s", flush=True)
        for what in ("first run", "nothing changed", "one changed"):
            if what == "one changed":
                middle = options.count // 2
                mold = Mold(_rows(0))
                paths[middle].write_bytes(mold.fill(_rows(middle, "changed")))
            seconds, busy, megabytes, counts = timed_batch(folder, out, options.jobs)
            told = ", ".join(f"{name} {n}" for name, n in counts.items() if n)
            print(f"{what:16} {seconds:6.1f} s ({busy:.1f} s of processors) {megabytes:5.0f} MB  {told}", flush=True)


if __name__ == "__main__":
    main()
