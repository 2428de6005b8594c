"""`cchc merge`: what colleagues answered on their slips goes into the workbook; who has not answered is named."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.book.read.beside import names_beside
from generator.book.slip import MESSAGES
from generator.book.slip_messages import OTHER_FILES, UNREADABLE
from generator.commands.json_output import write
from generator.commands.screen import complain, say, show_problems
from generator.domain.problem import Problem, told_together
from generator.merging import Entry, Merged, merge
from generator.safe_writing import NotWritable, check_writable, replace_keeping_former
from generator.vietnamese.dates import short_date
from generator.vietnamese.file_faults import why
from generator.vietnamese.office_names import UnreadableNames
from generator.vietnamese.text import capital
from generator.word.package import NotAPackage, read_file

#: So many files that are no slips are named.
_NAMED = 5
_TABLES = (".xlsx", ".xlsm", ".xls", ".ods")


def run(workbook: Path, replies: Sequence[Path], *, apply: bool, as_json: bool) -> int:
    """List what the slips say, and write it when asked. Return 0 when nothing is left to write or to look at, 1 when
    something is, 2 when nothing can be done."""
    content = read_file(workbook)
    try:
        if apply:
            check_writable(workbook)
        found, unread = _read(workbook, replies)
        merged = merge(content, found, names_beside(workbook.parent))
        merged = replace(merged, problems=(*unread, *merged.problems))
        is_new = merged.data != content
        backup = replace_keeping_former(workbook, content, merged.data) if apply and is_new else None
    except (NotAPackage, NotWritable, UnreadableNames) as fault:
        complain(str(fault))
        return 2
    if as_json:
        write(_as_json(merged, backup))
    else:
        _tell(merged, workbook, len(found), backup)
    left = any(p.waits_for_an_answer for p in merged.problems)
    return 1 if left or (is_new and backup is None) else 0


def _read(workbook: Path, replies: Sequence[Path]) -> tuple[list[tuple[str, bytes]], list[Problem]]:
    """Return the files given and the tables in the folders given, and those in a folder that could not be read.

    Left out: the workbook, and what Excel holds open. Raises OSError for a file that was given by its name.
    """
    found: list[tuple[str, bytes]] = []
    unread: list[Problem] = []
    own = os.path.realpath(workbook)
    for given in replies:
        inside, others = _sorted_out(given) if os.path.isdir(given) else ([given], [])
        if others:
            unread.append(OTHER_FILES.at(files=_some(others)))
        for path in (p for p in inside if p.name[:1] not in (".", "~") and os.path.realpath(p) != own):
            try:
                found.append((path.name, read_file(path)))
            except OSError as error:
                if path == given:
                    raise
                unread.append(UNREADABLE.at(path.name, reason=f"{capital(why(error))}."))
    return found, unread


def _sorted_out(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the tables in a folder, and what else may hold an answer: all but the messages laid beside slips."""
    os.scandir(folder).close()  # a folder that may not be looked into is not one without replies
    files = sorted(path for path in folder.rglob("*") if path.name[:1] not in (".", "~") and not path.is_dir())
    tables = [path for path in files if path.suffix.lower() in _TABLES]
    return tables, [path for path in files if path not in tables and not path.name.startswith(MESSAGES)]


def _some(files: Sequence[Path]) -> str:
    more = f" và {len(files) - _NAMED} tệp khác" if len(files) > _NAMED else ""
    return ", ".join(f"“{path.name}”" for path in files[:_NAMED]) + more


def _tell(merged: Merged, workbook: Path, files: int, backup: Path | None) -> None:
    day = short_date(merged.day) if merged.day else ""
    if not merged.entries:
        say(f"Đã đọc {files} tệp: không có gì mới để ghi vào sổ.")
    elif backup:
        say(f"Đã ghi vào {workbook}, ngày {day}:")
    else:
        say(f"Các phiếu ngày {day} sẽ ghi vào {workbook}:")
    for entry in merged.entries:
        say(f"  - {_line(entry)}")
    if backup:
        say(f"Bản trước khi ghi: {backup.name}")
    elif merged.entries:
        say(f"Chưa ghi gì vào sổ. Muốn ghi {len(merged.entries)} mục trên, chạy lại với --apply.")
    show_problems(told_together(merged.problems))
    if merged.silent:
        say(f"Chưa trả lời ({len(merged.silent)} người); lời nhắc để dán vào Zalo:")
    for silent in merged.silent:
        say(f"  - {silent.message}")


def _line(entry: Entry) -> str:
    cells = "; ".join(f"{header} “{text}”" for header, text in entry.cells.items())
    return f"{entry.about}: {cells} ({', '.join(entry.files)})"


def _as_json(merged: Merged, backup: Path | None) -> dict[str, object]:
    return {
        "day": merged.day.isoformat() if merged.day else None,
        "applied": backup is not None,
        "backup": str(backup) if backup else None,
        "entries": [_entry_as_json(entry) for entry in merged.entries],
        "problems": [problem.as_json() for problem in merged.problems],
        "not_answered": [{"who": s.who, "tasks": list(s.task_ids), "message": s.message} for s in merged.silent],
    }


def _entry_as_json(entry: Entry) -> dict[str, object]:
    cells = {str(header): text for header, text in entry.cells.items()}
    return {"sheet": entry.sheet, "about": entry.about, "cells": cells, "files": list(entry.files)}
