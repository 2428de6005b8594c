"""Many units at once: what `batch` and `consolidate` do, in the one thread that a browser's worker is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.batch.ledger import BatchRequest
from generator.batch.outcome import UnitOutcome
from generator.batch.run import run_batch
from generator.domain.period import ReportingPeriod
from generator.kinds import kind_of, usual_kind
from generator.making import read_workbook
from generator.roundup.making import Asked
from generator.roundup.writing import round_up_folder
from generator.word.package import read_file

_REPORTS, _ROUND_UP = "bao-cao", "tong-hop"
#: As if so many processes worked: then units are given out one by one, and each is told of when it is done.
_ONE_BY_ONE = 60
_NONE = "Không thấy sổ nào (.xlsx) trong thư mục này. Chọn thư mục có sổ của các đơn vị, mỗi đơn vị một thư mục con."

Files = Sequence[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class UnitsFolder:
    """The folder of the units' workbooks. `tell` is told how many units are through, of how many, and what was made."""

    place: Path
    today: date
    tell: Callable[[int, int, Files], None]

    def reports(self, period: str, kind: str) -> tuple[dict[str, Any], Files]:
        """Return what was done with each unit, and the files besides the reports, which were told of one by one."""
        of = ReportingPeriod.parse(period)
        outputs = self.place / _REPORTS
        request = BatchRequest(self.place, outputs, of, kind or usual_kind(of.kind).id, self.today)

        def watch(unit: UnitOutcome | None, done: int, total: int) -> None:
            self.tell(done, total, self._files([unit.output]) if unit and unit.output else [])

        outcome = run_batch(request, jobs=_ONE_BY_ONE, executor=_Here(), watch=watch)
        if not outcome.units:
            raise ValueError(_NONE)
        units = [_unit(unit) for unit in outcome.units]
        more = [path for path in outputs.iterdir() if path.suffix in (".xlsx", ".json")]
        return {"units": units, "notes": list(outcome.notes), "folder": _REPORTS}, self._files(sorted(more))

    def round_up(self, period: str, kind: str, own: str) -> tuple[dict[str, Any], Files]:
        """Return the standing of each unit and the files of the round-up."""
        own_path = self.place / own if own else None
        source = read_workbook(read_file(own_path), own_path.name) if own_path else None
        if source is not None and source.data is None:
            raise ValueError(f"Không đọc được sổ của cấp tổng hợp “{own}”.")
        of = ReportingPeriod.parse(period)
        by = kind_of(kind) if kind else usual_kind(of.kind)
        asked = Asked(self.place, self.place / _ROUND_UP, of, by, self.today, source, own_path)
        done = round_up_folder(
            asked, jobs=_ONE_BY_ONE, executor=_Here(), watch=lambda done, total: self.tell(done, total, [])
        )
        if done is None:
            raise ValueError(_NONE)
        figures, written = done
        units = [
            {
                "name": line.name,
                "outcome": line.status.value,
                "file": "; ".join(line.places),
                "output": "",
                "remarks": list(line.remarks),
                "late": figures.by_unit[line.code].late if line.code in figures.by_unit else None,
            }
            for line in figures.lines
        ]
        notes = list(written.notes)
        if source is None:
            notes.append("Báo cáo mang chữ DỰ THẢO vì chưa chọn sổ của cấp tổng hợp.")
        shown = {"units": units, "notes": notes, "folder": _ROUND_UP, "zalo": written.zalo}
        memory = [path for path in asked.outputs.iterdir() if path.suffix == ".json"]
        return shown, self._files([*written.paths, *memory])

    def _files(self, paths: Sequence[Path]) -> Files:
        return [(path.relative_to(self.place).as_posix(), read_file(path)) for path in paths]


def _unit(unit: UnitOutcome) -> dict[str, Any]:
    return {
        "name": unit.shown_name,
        "outcome": unit.outcome.value,
        "file": unit.workbook,
        "output": unit.output.name if unit.output else "",
        "remarks": list(unit.remarks),
        "late": unit.late if unit.tasks else None,
    }


class _Here(Executor):
    """Works where it is asked, one piece at a time, when its result is wanted."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return _Later(lambda: fn(*args, **kwargs))


class _Later(Future[Any]):
    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work

    def result(self, timeout: float | None = None) -> Any:
        return self._work()
