"""`make fuzz`: commands on damaged files until the time is over. Prints each fault, keeps its files, and the count.

Run with: python -m tests.fuzz [SECONDS] [SEED] [FOLDER]
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.commands import cases, faults


def run(seconds: int = 600, seed: int = 1, kept: Path | None = None) -> int:
    """Return the number of faults."""
    done: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    slowest = 0.0
    end = time.monotonic() + seconds
    for number, (command, given) in enumerate(cases(seed)):
        if time.monotonic() > end:
            break
        with tempfile.TemporaryDirectory() as folder:
            start = time.monotonic()
            found = faults(command, given, Path(folder))
            slowest = max(slowest, time.monotonic() - start)
        done[command[0]] += 1
        for fault in found:
            failed[fault] += 1
            if failed[fault] == 1:
                print(f"{seed}/{number} {' '.join(command)}: {fault}", flush=True)
                if kept:
                    (kept / f"{seed}-{number}").mkdir(parents=True, exist_ok=True)
                    for name, data in given.items():
                        (kept / f"{seed}-{number}" / name).write_bytes(data)
    print(f"{sum(done.values())} runs {dict(done)}; slowest {slowest:.1f} s; {sum(failed.values())} faults")
    return sum(failed.values())


if __name__ == "__main__":
    arguments = sys.argv[1:]
    folder = Path(arguments[2]) if len(arguments) > 2 else None
    sys.exit(1 if run(*map(int, arguments[:2]), kept=folder) else 0)
