"""Round-ups for tests: folders of units, the command run over them, and what came of it read as a person would."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import load_workbook

from generator.book.write.new_workbook import workbook_bytes
from generator.commands.consolidate import ConsolidateOptions, run
from tests.recount.cells import database
from tests.recount.random_workbooks import plain_workbook
from tests.recount.recount import recount
from tests.samples.made_up_units import Place, unit_rows
from tests.samples.rows import Row, info

ROOT = Path(__file__).parents[2]
WARDS = ROOT / "inputs" / "cac-phuong-xa-nha-trang-2023"
CITY = ROOT / "inputs" / "nha-trang-2023" / "nha-trang-2023.xlsx"
TODAY = date(2026, 6, 14)
#: The day that a round-up of 2023-H1 is of.
AS_OF = date(2023, 6, 14)

#: The round-up counted again, from one row for each task of each unit.
_ADD_UP = """
SELECT count(*) AS total,
  total(state LIKE 'done%') AS done,
  total(state LIKE '%_late' AND state <> 'done_late') AS late,
  total(state IN ('done_on_time', 'done')) AS on_time,
  total(state = 'done_late') AS done_late,
  total(state IN ('in_progress', 'ongoing')) AS going,
  total(state IN ('not_started', 'not_arisen', 'paused')) AS waiting,
  total(state = 'not_reported') AS unheard,
  total(state LIKE '%_late' AND state <> 'done_late' OR state LIKE 'done%' AND (last <= :day OR state = 'done_late')) AS due,
  total(state LIKE 'done%' AND (last <= :day OR state = 'done_late')) AS due_done
FROM task
"""


@dataclass(frozen=True)
class Made:
    """What one run came to."""

    code: int
    told: Mapping[str, Any]
    word: bytes
    excel: Any
    folder: Path

    def unit(self, code: str) -> Mapping[str, Any]:
        return next(unit for unit in self.told["units"] if unit["code"] == code)

    def cells(self, sheet: str) -> list[list[Any]]:
        return [[cell.value for cell in row] for row in self.excel[sheet].iter_rows()]


def consolidate(folder: Path, out: Path, capsys: Any, period: str = "2023-H1", **more: Any) -> Made:
    """Run the command with --json and open what it made."""
    today = more.pop("today", TODAY)
    capsys.readouterr()
    code = run(ConsolidateOptions(folder, period, out=out, as_json=True, **more), today)
    told = json.loads(capsys.readouterr().out)
    word, excel = (next(Path(p) for p in told["output"] if p.endswith(end)) for end in (".docx", ".xlsx"))
    return Made(code, told, word.read_bytes(), load_workbook(BytesIO(excel.read_bytes()), data_only=True), out)


def added_up(workbooks: Mapping[str, bytes], period: str, day: date, kind: str = "cchc") -> Mapping[str, int]:
    """The totals over some workbooks by SQL, from their cells."""
    base = sqlite3.connect(":memory:")
    base.row_factory = sqlite3.Row
    base.execute("CREATE TABLE task (unit, id, state, last)")
    for code, content in workbooks.items():
        of_unit = database(content)
        recount(of_unit, period, kind, day)
        rows = of_unit.execute("SELECT id, state, last FROM state").fetchall()
        base.executemany("INSERT INTO task VALUES (?,?,?,?)", [(code, *tuple(row)) for row in rows])
    return {name: int(n) for name, n in dict(base.execute(_ADD_UP, {"day": day.isoformat()}).fetchone()).items()}


def rates_added(
    workbooks: Mapping[str, bytes], period: str, months: tuple[int, int]
) -> Mapping[str, tuple[float, float]]:
    """Part and whole of each rate over some workbooks, by SQL from the months' rows of sheet Số liệu."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE figure (code, upper, lower)")
    for content in workbooks.values():
        of_unit = database(content)
        within = [f"{period[:4]}-{m:02}" for m in range(months[0], months[1] + 1)]
        marks = ",".join("?" * len(within))
        rows = of_unit.execute(f"SELECT code, upper, lower FROM figure WHERE period IN ({marks})", within).fetchall()
        base.executemany("INSERT INTO figure VALUES (?,?,?)", [tuple(row) for row in rows])
    found = base.execute("SELECT code, sum(upper), sum(lower) FROM figure WHERE lower IS NOT NULL GROUP BY code")
    return {code: (upper, lower) for code, upper, lower in found}


def random_unit(code: str, seed: int, more: Mapping[str, list[Row]] | None = None) -> bytes:
    """The workbook of a unit by chance: other tasks, other results, other figures. `more` are rows at the end of a
    sheet."""
    place = Place(code, code, "phường", "UBND thành phố A")
    rows = unit_rows(place, tasks=Random(seed).randint(3, 25), seed=f"{code} {seed}")
    return plain_workbook({sheet: [*of_sheet, *(more or {}).get(sheet, [])] for sheet, of_sheet in rows.items()})


def superior(units: list[Row], **more: list[Row]) -> bytes:
    """The workbook of a superior with a list of units and a plan of one task."""
    items = [
        info("Mã đơn vị", "tinh-b"),
        info("Tên cơ quan", "ỦY BAN NHÂN DÂN\nTỈNH B"),
        info("Tên trong câu", "UBND tỉnh B"),
        info("Tên gọi tắt", "UBND tỉnh"),
        info("Tên ngắn", "Tinh B"),
        info("Địa danh", "B"),
        info("Ký hiệu", "BC-UBND"),
        info("Quyền hạn, chức vụ người ký", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
        info("Họ tên người ký", "Trần Văn C"),
        info("Nơi nhận", "Lưu: VT."),
        info("Số kế hoạch", "9/KH-UBND"),
        info("Ngày kế hoạch", "02/01/2023"),
        info("Tên kế hoạch", "cải cách hành chính năm 2023"),
        info("Cơ quan ban hành kế hoạch", "UBND tỉnh B"),
        info("Năm kế hoạch", "2023"),
    ]
    task = {
        "Mã": "I.1",
        "Lĩnh vực": "I. CHỈ ĐẠO",
        "Nhiệm vụ": "Chỉ đạo chung",
        "Tiến độ": "Thường xuyên",
        "Chủ trì": "Sở Nội vụ",
    }
    return workbook_bytes({"Thông tin": [*items, *more.get("info", [])], "Nhiệm vụ": [task], "Đơn vị": units})


def send(folder: Path, unit: str, content: bytes, name: str = "so-cchc.xlsx") -> Path:
    path = folder / unit / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
