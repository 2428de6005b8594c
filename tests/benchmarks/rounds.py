"""`python -m tests.benchmarks.rounds`: the round-up of 27 units, and of 3,321, and what that takes.

Memory is that of all processes together, as in `communes`; a second run finds nothing changed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.communes import make_workbooks, watched


def timed(folder: Path, out: Path, jobs: int) -> tuple[float, float, float]:
    """Return seconds, seconds of processors, and megabytes of all processes at their most."""
    command = [sys.executable, "-m", "generator.cli", "consolidate", str(folder), "--period", "2023-H1", "-o", str(out)]
    started = time.perf_counter()
    with subprocess.Popen([*command, "--jobs", str(jobs)], stdout=subprocess.DEVNULL) as process:
        busy, most = watched(process)
    return time.perf_counter() - started, busy, most


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=int, nargs="*", default=[27, 3321])
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    for count in options.counts:
        with TemporaryDirectory() as room:
            folder, out = Path(room, "so"), Path(room, "tong-hop")
            make_workbooks(folder, count)
            for what in ("first run", "nothing changed"):
                seconds, busy, megabytes = timed(folder, out, options.jobs)
                print(
                    f"{count:5} units, {what:16} {seconds:6.1f} s ({busy:.1f} s of processors) {megabytes:5.0f} MB",
                    flush=True,
                )


if __name__ == "__main__":
    main()
