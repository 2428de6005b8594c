"""The recipe of a round-up: a folder in, a Word file and a workbook out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import __version__, charts
from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem
from generator.domain.report_kind import ROUND_UP
from generator.domain.unit import ExpectedUnit
from generator.domain.unit_year import UnitYear
from generator.making import PHRASES, Source, find_template, read_phrases
from generator.reporting.chart import Bars, Chart
from generator.reporting.document_kind import Kind
from generator.reporting.report_checks import request_problems
from generator.reporting.wording import Phrases, capitalised
from generator.roundup.context import round_up_context
from generator.roundup.counting import Counts, Group
from generator.roundup.figures import RoundUp, round_up
from generator.roundup.gathering import Watch, gather, unwatched
from generator.roundup.marks import plain_text, with_bookmarks
from generator.roundup.register import register
from generator.roundup.remembered import Remembered, way_to
from generator.roundup.remembering import Memory
from generator.roundup.voice import Voice, unit_name
from generator.roundup.worker import Taking
from generator.vietnamese.file_names import file_stem
from generator.word.pictures import marker, with_pictures
from generator.word.provenance import Provenance, packaged
from generator.word.render import engine

TEMPLATE = "tong-hop.docx"
#: The kind that a round-up names in its provenance: none that `cchc report` makes.
KIND = ROUND_UP


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for; `today` bounds the day that the data are of. `own` is the superior's workbook, read."""

    folder: Path
    outputs: Path
    period: ReportingPeriod
    kind: Kind
    today: date
    own: Source | None = None
    own_path: Path | None = None

    @property
    def name(self) -> str:
        """What is remembered of one run is of use to another of the same name."""
        return f"{self.kind.id} {self.period.id} {self.as_of.isoformat()}"

    @property
    def as_of(self) -> date:
        """The earlier of today and the end of the kind's data window, that of the superior."""
        data = self.own.data if self.own else None
        due = data.unit.terms(self.kind.id, self.period).own_due_day if data else None
        return min(self.today, self.kind.window(self.period, due).end)


def counted(
    asked: Asked,
    memory: Memory,
    *,
    jobs: int,
    executor: Executor | None = None,
    watch: Watch = unwatched,
) -> RoundUp:
    """Return the figures of the units under the folder. `memory` is filled with what was read."""
    taking = Taking(asked.period, asked.kind.id, asked.as_of)
    taken, empty = gather(
        asked.folder, asked.outputs, asked.own_path, taking, memory, jobs=jobs, executor=executor, watch=watch
    )
    own = asked.own.data if asked.own else None
    lines = register(taken, _expected(own, memory), asked.period, empty)
    memory.keep(taken)
    return round_up(lines, asked.period, asked.kind, asked.as_of, own)


def _expected(own: UnitYear | None, memory: Memory) -> Sequence[ExpectedUnit]:
    return own.units if own and own.units else memory.expected


@dataclass(frozen=True, slots=True)
class Document:
    """A finished Word file; `numbers` are the keys of its numbers by their bookmarks, `note` what it goes without."""

    data: bytes
    numbers: dict[str, str]
    problems: tuple[Problem, ...]
    note: str = ""


def file_words(figures: RoundUp, phrases: Phrases, name: str) -> str:
    """Return a file's name without its ending."""
    unit = figures.own.unit if figures.own else None
    words = (unit.file_name or unit.name or unit.code) if unit else "cap tren"
    return file_stem(phrases.say(f"tong_hop_don_vi.{name}", ky=str(figures.period), don_vi=words))


def own_problems(asked: Asked) -> tuple[Problem, ...]:
    """Return the problems of the superior's own workbook, and of what is asked of it."""
    if asked.own is None or asked.own.data is None:
        return asked.own.problems if asked.own else ()
    return (*asked.own.problems, *request_problems(asked.own.data, asked.kind, asked.period, asked.as_of))


def document(
    say: Voice,
    template: bytes,
    *,
    workbook: str,
    problems: Sequence[Problem],
    asked: Asked,
    known: Mapping[str, str] | None = None,
) -> Document:
    """Return the round-up in Word, each number with a hidden bookmark. `workbook` is the .xlsx beside it, `known` the
    keys of numbers that an earlier making of it may still show.

    A draft without the superior's workbook, or with errors in it. Raises TemplateFault, PhraseFault, NotAPackage.
    """
    figures = say.figures
    is_draft = figures.own is None or any(p.is_error for p in problems)
    context = round_up_context(say, is_draft=is_draft)
    wanted = _charts(say)
    pictures = charts.drawn(wanted)
    context |= {f"bieu_do_{name}": marker(name) for name in pictures}
    compiled = engine.load_template(template)
    parts = engine.render_parts(compiled, context)
    body, numbers = with_bookmarks(parts.pop("word/document.xml").decode("utf-8"))
    parts = {name: plain_text(part.decode("utf-8")).encode("utf-8") for name, part in parts.items()}
    provenance = Provenance(
        unit=figures.own.unit.code if figures.own else "",
        period=figures.period.id,
        kind=KIND,
        as_of=figures.as_of.isoformat(),
        workbook=workbook,
        template_digest=compiled.digest,
        version=__version__,
        facts=Remembered(
            asked.kind.id,
            way_to(asked.folder, asked.outputs),
            way_to(asked.own_path, asked.outputs),
            {**(known or {}), **numbers},
        ).to_json(),
    )
    members, body = with_pictures(compiled.members, body, pictures)
    parts["word/document.xml"] = body.encode("utf-8")
    return Document(packaged(members, parts, provenance), numbers, tuple(problems), charts.not_drawn(wanted))


def _charts(say: Voice) -> dict[str, Chart]:
    """The charts of a period that has them (a setting of the phrases)."""
    figures = say.figures
    has_any = figures.period.name_without_year in say.phrases.value("tong_hop_don_vi.ky_co_bieu_do")
    if not has_any or not figures.counted:
        return {}
    by_unit = [(unit_name(line), figures.by_unit[line.code]) for line in figures.counted]
    by_field = [(say.field_name(field), counts) for field, counts in figures.by_field.items()]
    return {"don_vi": _bars(say, "don_vi", by_unit), "linh_vuc": _bars(say, "linh_vuc", by_field)}


def _bars(say: Voice, name: str, rows: Sequence[tuple[str, Counts]]) -> Bars:
    return Bars(
        say.say(f"bieu_do.{name}"),
        [group.value for group in Group],
        [(capitalised(row), [counts.group(group) for group in Group]) for row, counts in rows],
        say.say("bieu_do.truc"),
    )


def phrases_for(folder: Path) -> Phrases:
    return read_phrases(find_template(PHRASES, folder).read_bytes())


def template_for(folder: Path, name: str = TEMPLATE) -> bytes:
    return find_template(name, folder).read_bytes()
