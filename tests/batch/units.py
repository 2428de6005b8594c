"""Folders of small workbooks for the tests of batches."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from docx import Document

from generator.batch.ledger import BatchRequest
from generator.batch.outcome import BatchOutcome, Outcome
from generator.batch.run import run_batch
from generator.domain.period import ReportingPeriod
from tests.benchmarks.fast_workbooks import Mold
from tests.samples.made_up_units import Place, unit_rows

PERIOD = ReportingPeriod.parse("2023-H1")
WARDS = ("tan-lap", "vinh-hai", "phuoc-tan")
TODAY = date(2026, 11, 21)
CITY = "UBND thành phố A"


@cache
def _mold() -> Mold:
    return Mold(unit_rows(Place("mau", "Mẫu", "xã", CITY), tasks=20, seed="mold"))


def workbook(code: str, name: str = "", *, seed: str = "", without: str = "", tasks: int = 4) -> bytes:
    """Return a clean workbook; `without` names an item of sheet Thông tin to leave out, which is a problem."""
    rows = unit_rows(Place(code, name or code, "phường", CITY), tasks=tasks, seed=seed or code)
    rows["Thông tin"] = [row for row in rows["Thông tin"] if row["Mục"] != without]
    return _mold().fill(rows)


def send(folder: Path, code: str, name: str = "", **more: object) -> Path:
    """Write a unit's workbook into its own folder, as `cchc new` names it."""
    path = folder / code / "so-cchc.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook(code, name, **more))  # type: ignore[arg-type]
    return path


def request(folder: Path, **more: object) -> BatchRequest:
    outputs = folder.parent / "bao-cao"
    return BatchRequest(folder, outputs, PERIOD, "cchc", TODAY, **more)  # type: ignore[arg-type]


def reports(outputs: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(outputs.glob("*.docx"))}


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
