"""`cchc consolidate`: one report over all units, its tables, and the letter to those who sent nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.batch.lock import FolderInUse
from generator.batch.pool import enough_jobs
from generator.commands.json_output import write
from generator.commands.screen import complain, say, show_problems
from generator.domain.period import ReportingPeriod, UnknownPeriod
from generator.domain.problem import Problem
from generator.kinds import UnknownKind, kind_of, usual_kind
from generator.making import Source, read_workbook
from generator.reporting.wording import PhraseFault
from generator.roundup.context import voice_of
from generator.roundup.figures import Added, RoundUp
from generator.roundup.making import Asked, phrases_for
from generator.roundup.register import Line, Status
from generator.roundup.writing import Written, round_up_folder
from generator.vietnamese.dates import short_date
from generator.word.package import NotAPackage, read_file
from generator.word.render.sandbox import TemplateFault

_OUTPUTS = "tong-hop"
_NO_KIND = "Tổng hợp làm được các loại: thang, cchc."


@dataclass(frozen=True, slots=True)
class ConsolidateOptions:
    """The command line as typed."""

    folder: Path
    period: str
    kind: str | None = None
    own: Path | None = None
    out: Path | None = None
    jobs: int | None = None
    numbers: bool = False
    as_json: bool = False


def run(options: ConsolidateOptions, today: date | None = None) -> int:
    """Make the round-up and say what it rests on. Return 0 clean, 1 with units or places to look at, 2 nothing made."""
    asked = _asked(options, today or date.today())
    if asked is None:
        return 2
    try:
        done = round_up_folder(asked, jobs=enough_jobs(options.jobs))
    except (FolderInUse, TemplateFault, PhraseFault, NotAPackage) as fault:
        complain(str(fault))
        return 2
    if done is None:
        complain(f"Không thấy sổ nào (.xlsx) dưới thư mục “{asked.folder}”. Kiểm tra lại đường dẫn.")
        return 2
    figures, written = done
    if options.numbers:
        written = replace(written, numbers=_numbers(asked, figures, options))
    if options.as_json:
        write(_as_json(figures, written, asked))
    else:
        _tell(figures, written)
    return 1 if _waits(figures, written) else 0


def _asked(options: ConsolidateOptions, today: date) -> Asked | None:
    """Return what was asked for; None, told, when nothing can be made of it."""
    if not options.folder.is_dir():
        complain(f"Không có thư mục “{options.folder}”. Kiểm tra lại đường dẫn.")
        return None
    own: Source | None = None
    if options.own is not None:
        own = read_workbook(read_file(options.own), options.own.name)
        if own.data is None:
            show_problems(own.problems, err=True)
            complain(f"Không đọc được sổ của cấp tổng hợp “{options.own}” nên chưa làm gì.")
            return None
    year = own.data.plan.year if own and own.data else 0
    try:
        period = ReportingPeriod.parse(options.period, year)
        kind = kind_of(options.kind) if options.kind else usual_kind(period.kind)
    except (UnknownKind, UnknownPeriod) as fault:
        complain(str(fault))
        return None
    if not kind.is_rounded_up:
        complain(_NO_KIND)
        return None
    return Asked(options.folder, options.out or options.folder / _OUTPUTS, period, kind, today, own, options.own)


def _numbers(asked: Asked, figures: RoundUp, options: ConsolidateOptions) -> dict[Path, Sequence[Problem]]:
    """What does not agree in the round-ups that lie in the outputs, edited ones too, and in what units sent in Word."""
    from generator.batch.cross_checks import number_problems
    from generator.check.numbers import doubts_in_files

    sent = [asked.folder / place for line in figures.lines for place in line.places if place.endswith(".docx")]
    paths = [*sorted(asked.outputs.glob("*.docx")), *sent]
    found = doubts_in_files([p for p in paths if p.name[:1] not in "~."], enough_jobs(options.jobs))
    return {path: number_problems(doubtful, path) for path, doubtful in found.items() if doubtful}


# -- what is told ---------------------------------------------------------------------------------


def _waits(figures: RoundUp, written: Written) -> bool:
    """Whether a person has to do something: a unit's file cannot be added up, has errors, or the own workbook has."""
    doubtful = any(line.status in _TO_LOOK_AT for line in figures.lines)
    return doubtful or bool(written.numbers) or any(p.waits_for_an_answer for p in written.problems)


_TO_LOOK_AT = frozenset(Status) - {Status.SENT, Status.LATE, Status.NOT_SENT}


def _tell(figures: RoundUp, written: Written) -> None:
    for line in figures.lines:
        if line.status in _TO_LOOK_AT or line.status is Status.NOT_SENT:
            say(f"{line.status.value}: {line.name}")
            for remark in line.remarks:
                say(f"  - {remark}")
    show_problems(written.problems)
    for problems in written.numbers.values():
        show_problems(tuple(problems))
    for note in written.notes:
        say(note)
    sent = f"{len(figures.counted)}/{len(figures.expected)} đơn vị"
    say(
        f"Đã tổng hợp {sent}, {figures.period}, tính đến {short_date(figures.as_of)}: "
        f"{figures.total.total} nhiệm vụ, {figures.total.late} nhiệm vụ quá hạn."
    )
    if figures.own is None:
        say("Báo cáo mang chữ DỰ THẢO vì chưa có sổ của cấp tổng hợp: thêm --own SỔ.xlsx.")
    for path in written.paths:
        say(f"Tệp: {path}")
    if written.zalo:
        say(f"Tin nhắn đôn đốc: {written.zalo}")


def _as_json(figures: RoundUp, written: Written, asked: Asked) -> dict[str, Any]:
    say = voice_of(figures, phrases_for(asked.folder))
    return {
        "period": figures.period.id,
        "kind": figures.kind.id,
        "as_of": figures.as_of.isoformat(),
        "output": [str(path) for path in written.paths],
        "units": [_unit(line, figures) for line in figures.lines],
        "totals": figures.total.states,
        "sections": [
            {"id": field, "title": say.field_name(field), "totals": counts.states}
            for field, counts in figures.by_field.items()
        ],
        "indicators": [_indicator(added) for added in figures.added],
        "late": [
            {
                "unit": t.line.code,
                "task": t.task.id,
                "text": t.task.text,
                "lead": t.task.lead,
                "due": t.task.due or None,
                "cause": t.task.cause,
            }
            for t in figures.late
        ],
        "own": [
            {"task": s.task.id, "state": s.task.state, "units": s.units, "open": [line.code for line in s.units_open]}
            for s in figures.served
        ],
        "zalo": written.zalo,
        "notes": list(written.notes),
        "problems": [
            *map(Problem.as_json, written.problems),
            *_unit_problems(figures),
            *({**p.as_json(), "file": str(path)} for path, found in written.numbers.items() for p in found),
        ],
    }


def _unit(line: Line, figures: RoundUp) -> dict[str, Any]:
    counts = figures.by_unit.get(line.code)
    return {
        "code": line.code,
        "name": line.name,
        "status": line.status.name.lower(),
        "late": line.is_late,
        "counted": line.counted is not None,
        "files": list(line.places),
        "totals": counts.states if counts else {},
        "place": figures.place(line.code).place if counts else 0,
        "remarks": list(line.remarks),
    }


def _indicator(added: Added) -> dict[str, Any]:
    return {
        "code": added.figure.code,
        "name": added.figure.name,
        "unit": added.figure.unit,
        "value": _number(added.value),
        "numerator": _number(added.numerator),
        "denominator": _number(added.denominator),
        "without": list(added.without),
    }


def _number(value: Any) -> float | int | None:
    return None if value is None else int(value) if value == int(value) else float(value)


def _unit_problems(figures: RoundUp) -> list[dict[str, str]]:
    return [
        {**problem.as_json(), "unit": line.code, "file": line.file}
        for line in figures.lines
        for problem in line.problems
        if problem.waits_for_an_answer
    ]
