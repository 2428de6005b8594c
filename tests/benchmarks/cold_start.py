"""`python -m tests.benchmarks.cold_start`: `cchc --help` and one report from nothing, beside a bare start of Python."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

_SAMPLE = Path(__file__).parents[2] / "inputs" / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"


def seconds(*arguments: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def main() -> None:
    with TemporaryDirectory() as room:
        commands = {
            "python": ("-c", "pass"),
            "cchc --help": ("-m", "generator.cli", "--help"),
            "cchc report": ("-m", "generator.cli", "report", str(_SAMPLE), "--period", "2023-H1", "-o", room),
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(9):
            for name, arguments in commands.items():
                times[name].append(seconds(*arguments))
    bare = median(times["python"])
    for name, taken in times.items():
        print(f"{name:12} {median(taken):6.3f} s {median(taken) / bare:6.1f} times a bare start")


if __name__ == "__main__":
    main()
