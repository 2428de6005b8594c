"""`cchc explain`: the tasks, units, rows and cells behind a number of a report or of a round-up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.commands.json_output import write
from generator.commands.screen import complain, say
from generator.explaining import explain_report, ground_of
from generator.making import read_workbook, request_for
from generator.remaking import CannotRemake, asked_for
from generator.roundup.explaining import Explained, NotARoundUp, Tables, numbers_in
from generator.roundup.finding import found
from generator.roundup.making import KIND, phrases_for
from generator.vietnamese.numbers import quantity
from generator.word.package import NotAPackage, read_file
from generator.word.provenance import Provenance, read_provenance

_NOT_FOUND = (
    "Không tìm thấy “{what}”. Ghi một con số như trong báo cáo (ví dụ 17/47), mã nhiệm vụ (III.2), mã hoặc số thứ tự "
    "của chỉ tiêu, hay tên một phần tự động (tong-hop)."
)
#: So many rows are told on the screen; --json has all of them.
_MOST = 40


@dataclass(frozen=True, slots=True)
class ExplainOptions:
    """The command line as typed."""

    file: Path
    what: str
    as_json: bool = False


def run(options: ExplainOptions, today: date | None = None) -> int:
    """Say what a number is counted from. Return 0 when something was found, 1 when the sources have changed since,
    2 when nothing was found."""
    try:
        explained, note = _found(options, today or date.today())
    except (NotAPackage, NotARoundUp, CannotRemake) as fault:
        complain(str(fault))
        return 2
    if not explained:
        complain(note or _NOT_FOUND.format(what=options.what))
        return 2
    if options.as_json:
        write({"what": options.what, "note": note, "explained": [_as_json(e) for e in explained]})
    else:
        for one in explained:
            _tell(one)
        if note:
            complain(note)
    return 1 if note else 0


def _found(options: ExplainOptions, today: date) -> tuple[list[Explained], str]:
    content = read_file(options.file)
    if options.file.suffix.lower() != ".docx":
        source = read_workbook(content, options.file.name)
        if source.data is None:
            return found(Tables(content, phrases_for(options.file.parent)), options.what), ""
        request = request_for(source.data, today)
        return explain_report(ground_of(source, request, options.file.parent), options.what), ""
    provenance = read_provenance(content)
    if provenance is None:
        raise NotAPackage("Tệp Word này không phải do chương trình làm nên không biết số lấy từ đâu.")
    if provenance.kind == KIND:
        return _of_round_up(options, content, provenance)
    return _of_report(options, provenance)


def _of_round_up(options: ExplainOptions, content: bytes, provenance: Provenance) -> tuple[list[Explained], str]:
    beside = options.file.with_name(provenance.workbook)
    if not beside.is_file():
        return [], f"Cần tệp “{provenance.workbook}” đặt cạnh báo cáo: nguồn của từng số nằm ở đó."
    tables = Tables(read_file(beside), phrases_for(beside.parent))
    return found(tables, options.what, numbers_in(content, provenance)), ""


def _of_report(options: ExplainOptions, provenance: Provenance) -> tuple[list[Explained], str]:
    """A unit's report: the workbook it was made from lies beside it, or in the folder above."""
    name = provenance.workbook
    places = (options.file.parent / name, options.file.parent.parent / name)
    path = next((place for place in places if name and place.is_file()), None)
    if path is None:
        return [], f"Cần sổ “{name}” đặt cạnh báo cáo để chỉ đúng dòng, đúng ô."
    source = read_workbook(read_file(path), path.name)
    if source.data is None:
        return [], f"Không đọc được sổ “{path}”."
    ground = ground_of(source, asked_for(provenance), path.parent)
    changed = source.digest != provenance.workbook_digest
    note = "Sổ đã thay đổi sau khi làm báo cáo này; số dưới đây tính theo sổ hiện nay." if changed else ""
    return explain_report(ground, options.what), note


def _tell(explained: Explained) -> None:
    value = quantity(explained.value)
    whole = f"/{quantity(explained.whole)}" if explained.whole is not None else ""
    say(f"{explained.key}: {value}{whole}. {explained.how}")
    for row in explained.rows[:_MOST]:
        parts = filter(None, (row.unit, row.item, row.what, row.cells, row.file and f"tệp {row.file}"))
        say(f"  - {'; '.join(parts)}")
    if len(explained.rows) > _MOST:
        say(f"  … và {len(explained.rows) - _MOST} dòng nữa (xem đủ bằng --json).")


def _as_json(explained: Explained) -> dict[str, Any]:
    return {
        "key": explained.key,
        "how": explained.how,
        "value": float(explained.value),
        "whole": float(explained.whole) if explained.whole is not None else None,
        "rows": [
            {
                "unit": r.unit,
                "file": r.file,
                "item": r.item,
                "what": r.what,
                "cells": r.cells,
                "amount": float(r.amount),
            }
            for r in explained.rows
        ],
    }
