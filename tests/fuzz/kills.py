"""Commands killed at any moment: what they write is there whole or not at all, and the next run finds nothing in its way."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz import files
from tests.fuzz.commands import broken

_HOUSE = Path(__file__).parents[2]
_KILLED = (
    ("open-month", "so.xlsx", "--date", "25/7/2023"),
    ("merge", "so.xlsx", "tra-loi.xlsx", "--apply"),
    ("report", "so.xlsx", "--period", "2023-H1", "--as-of", "13/6/2023", "-o", "."),
    ("appendix", "a.docx", "so.xlsx"),
    ("slips", "so.xlsx", "--date", "25/7/2023", "-o", "."),
    ("import", "a.docx", "-o", "moi.xlsx"),
    ("check", "a.docx", "--fix", "b.docx"),
    ("batch", ".", "--period", "2023-H1", "-o", "ra", "--jobs", "1"),
    ("consolidate", ".", "--period", "2023-H1", "-o", "ra", "--jobs", "1"),
)
#: Of a run on a busy machine; one killed later has ended by itself.
_LONGEST = 1.5


def killed(hand: random.Random, folder: Path) -> list[str]:
    """Kill a command once, run it again, and return what is wrong with what is there."""
    given = {"so.xlsx": files.workbook(), "tra-loi.xlsx": files.by_cell(hand), "a.docx": files.document()}
    for name, data in given.items():
        (folder / name).write_bytes(data)
    command = hand.choice(_KILLED)
    with _begun(command, folder) as process:
        time.sleep(hand.uniform(0, _LONGEST))
        process.kill()
    found = [f"killed: {fault}" for fault in _faults(folder)]
    # What it had finished before, it would not write again.
    for made in ("b.docx", "moi.xlsx"):
        (folder / made).unlink(missing_ok=True)
    with _begun(command, folder) as again:
        said = again.communicate(timeout=60)[0].decode()
    if again.returncode not in (0, 1):
        found.append(f"again: exit {again.returncode}: {said[:300]}")
    found += [f"again: {fault}" for fault in _faults(folder)]
    found += [f"again: {path.name} is left over" for path in folder.rglob("~cchc-*.tmp")]
    return [f"{' '.join(command)}: {fault}" for fault in found]


def _begun(command: tuple[str, ...], folder: Path) -> subprocess.Popen[bytes]:
    program = (sys.executable, "-c", "from generator.cli import main; main()", *command)
    environment = {**os.environ, "PYTHONPATH": str(_HOUSE)}
    return subprocess.Popen(program, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def _faults(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.*"):
        if path.suffix in (".docx", ".xlsx") and (why := broken(path)):
            yield f"{path.name}: {why}"
