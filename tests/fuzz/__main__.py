"""`make fuzz`: hostile texts, damaged files and killed commands until the time is over.

Prints each fault, keeps the files that a command met, and writes the counts to FOLDER/summary.json.
Run with: python -m tests.fuzz [SECONDS] [SEED] [FOLDER]
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from tests.fuzz.commands import HOSTILE, MUTATED, Case, cases, faults, folder_cases
from tests.fuzz.kills import killed
from tests.fuzz.texts import lost_texts

TEXTS, KILLS = "texts", "kills"
#: What a run is made of: so many damaged files, then one on a folder, one workbook of texts, one killed command.
_A_ROUND = 18


def trials(seed: int, kept: Path) -> Iterator[tuple[str, int, list[str]]]:
    """Yield what was tried, how often, and the faults found, without end."""
    one_file, folders, hand = cases(seed), folder_cases(seed), random.Random(seed)
    while True:
        for case in (*islice(one_file, _A_ROUND), next(folders)):
            yield case.what, 1, _in_folder(lambda folder, case=case: _kept(faults(case, folder), case, kept))
        yield TEXTS, *lost_texts(hand)
        yield KILLS, 1, _in_folder(lambda folder: killed(hand, folder))


def _in_folder(tried: Callable[[Path], list[str]]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        return tried(Path(folder))


def _kept(found: list[str], case: Case, kept: Path) -> list[str]:
    """The faults, with their command; the files of the first ones are kept."""
    if found and len(list(kept.glob("*/"))) < 50:
        room = Path(tempfile.mkdtemp(prefix=f"{case.command[0]}-", dir=kept))
        for name, data in case.given.items():
            (room / name).write_bytes(data)
        (room / "command").write_text(" ".join(case.command), "utf-8")
    return [f"{' '.join(case.command)}: {fault}" for fault in found]


def run(seconds: int, seed: int, kept: Path) -> int:
    """Return the number of faults."""
    kept.mkdir(parents=True, exist_ok=True)
    tried = Counter({TEXTS: 0, MUTATED: 0, KILLS: 0, HOSTILE: 0})
    came = Counter({"lost": 0, "hung": 0, "crashed": 0})
    start = time.monotonic()
    for what, count, found in trials(seed, kept):
        tried[what] += count
        for fault in found:
            came["lost" if what == TEXTS else "hung" if "Quá" in fault else "crashed"] += 1
            print(fault, flush=True)
        if time.monotonic() - start > seconds:
            break
    summary = {"seed": seed, "seconds": seconds, **tried, **came}
    (kept / "summary.json").write_text(json.dumps(summary, indent=1), "utf-8")
    print(", ".join(f"{count:,} {what}" for what, count in summary.items()))
    return sum(came.values())


if __name__ == "__main__":
    seconds, seed, folder = (*sys.argv[1:], *("600", "1", "outputs/fuzz")[len(sys.argv) - 1 :])
    sys.exit(1 if run(int(seconds), int(seed), Path(folder)) else 0)
