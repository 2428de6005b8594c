"""The files of a round-up, written where nothing lies that a person changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from generator.batch.cycles import searched_seldom
from generator.batch.lock import folder_lock
from generator.domain.problem import Problem
from generator.making import digest_of
from generator.roundup.context import voice_of
from generator.roundup.figures import RoundUp
from generator.roundup.gathering import Watch, unwatched
from generator.roundup.letter import TEMPLATE as LETTER
from generator.roundup.letter import chased, letter, zalo_text
from generator.roundup.making import Asked, counted, document, file_words, own_problems, phrases_for, template_for
from generator.roundup.remembering import Memory
from generator.roundup.voice import Voice
from generator.roundup.workbook import round_up_workbook
from generator.word.package import read_file, write_atomically
from generator.word.provenance import free_target


@dataclass(frozen=True, slots=True)
class Written:
    """What was written; `notes` are about files that a person changed and that were kept, and about what is missing."""

    paths: tuple[Path, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]
    zalo: str
    numbers: Mapping[Path, Sequence[Problem]] = field(default_factory=dict)
    """What does not agree in each Word file, if that was asked for."""


def round_up_folder(
    asked: Asked, *, jobs: int, executor: Executor | None = None, watch: Watch = unwatched
) -> tuple[RoundUp, Written] | None:
    """Return the figures of the units under a folder and the files written of them, None where there is no workbook.

    `jobs` processes work, or `executor`; `watch` is told how many files are through and how many there are. Raises
    FolderInUse, TemplateFault, PhraseFault, NotAPackage, OSError.
    """
    asked.outputs.mkdir(parents=True, exist_ok=True)
    with folder_lock(asked.outputs), searched_seldom():
        memory = Memory.load(asked.outputs, asked.name)
        figures = counted(asked, memory, jobs=jobs, executor=executor, watch=watch)
        if not figures.lines:
            return None
        written = _write(asked, figures, memory)
        memory.save()
    return figures, written


def _write(asked: Asked, figures: RoundUp, memory: Memory) -> Written:
    beside = asked.own_path.parent if asked.own_path else asked.folder
    phrases, problems = phrases_for(beside), own_problems(asked)
    stem = file_words(figures, phrases, f"ten_tep.{asked.kind.id}")
    notes: list[str] = []
    tables = free_tables(asked.outputs / f"{stem}.xlsx", memory, notes)
    voice = voice_of(figures, phrases)
    made = document(voice, template_for(beside), workbook=tables.name, problems=problems, asked=asked)
    notes += [made.note] if made.note else []
    write_tables(tables, voice, memory)
    paths = [_placed(asked.outputs / f"{stem}.docx", made.data, notes), tables]
    if chased(figures) and figures.own is not None:
        name = file_words(figures, phrases, "don_doc.ten_tep")
        data = letter(figures, phrases, template_for(beside, LETTER), problems)
        paths.append(_placed(asked.outputs / f"{name}.docx", data, notes))
    return Written(tuple(paths), tuple(notes), problems, zalo_text(figures, phrases))


def _placed(wanted: Path, data: bytes, notes: list[str]) -> Path:
    target, note = free_target(wanted)
    if note:
        notes.append(note)
    write_atomically(target, data)
    return target


def write_tables(path: Path, voice: Voice, memory: Memory) -> None:
    """Write the workbook beside a round-up, and remember that it is ours."""
    content = round_up_workbook(voice)
    write_atomically(path, content)
    memory.written[path.name] = digest_of(content)


def free_tables(wanted: Path, memory: Memory, notes: list[str]) -> Path:
    """Return where the tables may be written: not over a file that is no longer what was written there."""
    target, number = wanted, 2
    while target.exists() and memory.written.get(target.name) != digest_of(read_file(target)):
        target = wanted.with_name(f"{wanted.stem} (ban moi {number}){wanted.suffix}")
        number += 1
    if target != wanted:
        notes.append(f"Tệp “{wanted.name}” đã có người sửa nên được giữ nguyên; bảng mới nằm ở tệp “{target.name}”.")
    return target
