"""Makes a round-up of a saved file again: its units' folder, the superior's workbook, period, kind and day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.batch.lock import FolderInUse, folder_lock
from generator.batch.pool import enough_jobs
from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem
from generator.kinds import kind_of
from generator.making import Source, read_workbook
from generator.remaking import DAMAGED, CannotRemake
from generator.reporting.wording import PhraseFault
from generator.roundup.context import voice_of
from generator.roundup.making import Asked, counted, document, own_problems, phrases_for, template_for
from generator.roundup.remembered import Remembered
from generator.roundup.remembering import Memory
from generator.roundup.voice import Voice
from generator.roundup.writing import free_tables, write_tables
from generator.word.package import NotAPackage, read_file
from generator.word.provenance import Provenance
from generator.word.render.sandbox import TemplateFault


@dataclass(frozen=True, slots=True)
class RemadeRoundUp:
    """The round-up made again, the problems of the superior's workbook, and the tables that belong to it."""

    document: bytes
    problems: tuple[Problem, ...]
    tables: Path
    notes: tuple[str, ...]
    voice: Voice
    memory: Memory

    def write_tables(self) -> None:
        """Write the workbook beside the report, which explains its numbers."""
        write_tables(self.tables, self.voice, self.memory)
        self.memory.save()


@contextmanager
def remade_round_up(report: Path, provenance: Provenance, given: Path | None) -> Iterator[RemadeRoundUp]:
    """Give the round-up made again while its folder is held. `given` is the units' folder, where the file's own way to
    it no longer leads there. Raises CannotRemake, OSError."""
    asked = _asked(report, provenance, given)
    try:
        with folder_lock(asked.outputs):
            yield _remade(asked, provenance)
    except (FolderInUse, TemplateFault, PhraseFault, NotAPackage) as fault:
        raise CannotRemake(str(fault)) from fault


def _remade(asked: Asked, provenance: Provenance) -> RemadeRoundUp:
    memory = Memory.load(asked.outputs, asked.name)
    figures = counted(asked, memory, jobs=enough_jobs(None))
    if not figures.counted:
        raise CannotRemake(
            f"Không đọc được sổ của đơn vị nào dưới thư mục “{asked.folder}” nên chưa làm mới, để không xóa mất số "
            "liệu của báo cáo."
        )
    beside = asked.own_path.parent if asked.own_path else asked.folder
    notes: list[str] = []
    tables = free_tables(asked.outputs / provenance.workbook, memory, notes)
    voice, problems = voice_of(figures, phrases_for(beside)), own_problems(asked)
    made = document(
        voice,
        template_for(beside),
        workbook=tables.name,
        problems=problems,
        asked=asked,
        known=Remembered.of(provenance).numbers,
    )
    return RemadeRoundUp(made.data, problems, tables, tuple(notes), voice, memory)


def _asked(report: Path, provenance: Provenance, given: Path | None) -> Asked:
    remembered = Remembered.of(provenance)
    outputs = report.absolute().parent
    folder = given or (outputs / remembered.folder if remembered.folder else None)
    if folder is not None and folder.is_file():
        raise CannotRemake(
            "Đây là báo cáo tổng hợp: sau tên báo cáo ghi thư mục chứa sổ của các đơn vị, không ghi một sổ."
        )
    if folder is None or not folder.is_dir():
        raise CannotRemake(
            "Không thấy thư mục chứa sổ của các đơn vị. Nêu thêm thư mục đó, ví dụ: "
            f'cchc appendix "{report.name}" "D:\\So cac phuong xa"'
        )
    try:
        period, kind = ReportingPeriod.parse(provenance.period), kind_of(remembered.kind)
        day = date.fromisoformat(provenance.as_of)
    except ValueError as fault:
        raise CannotRemake(DAMAGED) from fault
    path = _own_path(outputs, folder, remembered.own) if provenance.unit else None
    own = _own(path, provenance) if path else None
    return Asked(folder, outputs, period, kind, day, own, path)


def _own_path(outputs: Path, folder: Path, way: str) -> Path:
    name = Path(way).name
    places = (outputs / way, outputs / name, folder / name, folder.absolute().parent / name)
    found = next((place for place in places if name and place.is_file()), None)
    if found is None:
        raise CannotRemake(
            f"Không thấy sổ của cấp tổng hợp{f' “{name}”' if name else ''}. Đặt sổ đó cạnh báo cáo rồi làm lại."
        )
    return found


def _own(path: Path, provenance: Provenance) -> Source:
    source = read_workbook(read_file(path), path.name)
    if source.data is None:
        raise CannotRemake("Không đọc được sổ của cấp tổng hợp nên chưa làm mới báo cáo.", source.problems)
    if source.data.unit.code != provenance.unit:
        raise CannotRemake(
            f"Báo cáo này của “{provenance.unit}”, còn sổ “{path.name}” của “{source.data.unit.code}”. "
            "Kiểm tra lại tên sổ."
        )
    return source
