"""The recipe of a document: a workbook, a template and phrases in, a Word file out. Only here all of it is known.

Every door goes this way: the command line, the renewal of an edited report, the batch.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator import __version__, charts
from generator.book import messages
from generator.book.read.beside import years_beside
from generator.book.read.workbook import read_workbook_bytes
from generator.book.sheets import PARTS, PLAN_PERIOD
from generator.domain.period import PeriodKind, ReportingPeriod, Window
from generator.domain.problem import Problem
from generator.domain.report_kind import ReportKind
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of, usual_kind
from generator.reporting.comparison import Neighbours
from generator.reporting.document_kind import Asked, Kind
from generator.reporting.facts import unit_facts
from generator.reporting.figures import ReportFigures, report_figures
from generator.reporting.report_checks import request_problems
from generator.reporting.results import said_of_itself
from generator.reporting.untold import untold
from generator.reporting.wording import PhraseFault, Phrases
from generator.vietnamese.file_names import file_stem
from generator.word.package import read_file
from generator.word.pictures import marker, with_pictures
from generator.word.provenance import Provenance, packaged
from generator.word.render import engine

PHRASES = "cau-chu.toml"


def _packaged_templates() -> Path:
    inside = Path(__file__).parent / "templates"
    return inside if inside.is_dir() else Path(__file__).parents[1] / "templates"


def find_template(name: str, beside: Path | None = None) -> Path:
    """Return the template or phrase file to use: one beside the workbook wins over the packaged one."""
    if beside is not None and (beside / name).is_file():
        return beside / name
    return _packaged_templates() / name


def load_phrases(path: Path) -> Phrases:
    """Return the phrases of a file. Raises PhraseFault, OSError."""
    return read_phrases(read_file(path))


@lru_cache(maxsize=8)
def _parsed(text: str) -> dict[str, Any]:
    return tomllib.loads(text)


@lru_cache(maxsize=8)
def read_phrases(data: bytes) -> Phrases:
    """Return the phrases that a file holds; the last few are remembered. Raises PhraseFault."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        shipped = (_packaged_templates() / PHRASES).read_text("utf-8")
        return Phrases(_parsed(data.decode(encoding)), _parsed(shipped))
    except UnicodeDecodeError as exc:
        message = "Tệp câu chữ (cau-chu.toml) không phải UTF-8. Khi lưu bằng Notepad, chọn Encoding: UTF-8."
        raise PhraseFault(message) from exc
    except tomllib.TOMLDecodeError as exc:
        line = re.search(r"line (\d+)", str(exc))
        where = f" ở dòng {line[1]}" if line else ""
        raise PhraseFault(
            f'Tệp câu chữ (cau-chu.toml) viết sai{where}. Mỗi dòng có dạng: tên = "câu", trong câu không có ngoặc kép.'
        ) from exc


@dataclass(frozen=True, slots=True)
class Source:
    """A workbook as read: `data` is None when nothing can be made of it, and `problems` say why."""

    name: str
    digest: str
    data: UnitYear | None
    problems: tuple[Problem, ...]


def read_workbook(content: bytes, name: str = "") -> Source:
    """Return what the bytes of a workbook (.xlsx) hold; `name` is its file name, which the document remembers.

    Never raises for what is in them: `data` is the unit, its plan and what became of it, or None when nothing can be
    made; `problems` name every doubtful cell, in the order of sheets and rows. Days are dates, amounts Decimal, shares
    per cent.
    """
    if name.startswith("~$"):
        return Source(name, "", None, (messages.TEMPORARY_FILE.at(),))
    return Source(name, digest_of(content), *read_workbook_bytes(content))


class NothingToMake(ValueError):
    """The workbook holds no plan. `problems` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("Không đọc được sổ.")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for. `as_of` is an input: the same request gives the same bytes. `in_full` is the form of a kind
    that has a short one; None is as the unit wants it."""

    period: ReportingPeriod
    kind: Kind
    as_of: date
    in_full: bool | None = None


def request_for(data: UnitYear, today: date, *, period: str = "", kind: str = "", as_of: date | None = None) -> Request:
    """Return the request that words come to: without a period the month of the day, without a kind the usual one,
    without a day the earlier of today and the end of the data window. `period` is a name such as "2023-06", "2023-Q2",
    "2023-H1", "2023-9M", "2023", or as people say it; `kind` an id such as "cchc". Raises UnknownPeriod, UnknownKind.
    """
    asked = kind_of(kind) if kind else None
    if asked is not None and not asked.has_period:
        return Request(ReportingPeriod(data.plan.year or today.year, PeriodKind.YEAR), asked, as_of or today)
    of = ReportingPeriod.parse(period or f"{as_of or today:%Y-%m}", data.plan.year)
    asked = asked or usual_kind(of.kind)
    return Request(of, asked, as_of or default_as_of(data, of, asked, today))


def default_as_of(data: UnitYear, period: ReportingPeriod, kind: ReportKind, today: date) -> date:
    """Return the earlier of today and the end of the kind's data window."""
    return min(today, kind.window(period, data.unit.terms(kind.id, period).own_due_day).end)


@dataclass(frozen=True, slots=True)
class Made:
    """A finished document. `name` is its file name; `figures` are what it says, None for one that counts nothing.

    `problems` are those of the workbook and those of the request, in this order. `note` says what it goes without.
    """

    name: str
    data: bytes
    request: Request
    unit_year: UnitYear
    figures: ReportFigures | None
    problems: tuple[Problem, ...]
    note: str = ""


def problems_of(source: Source, request: Request) -> tuple[Problem, ...]:
    """Return the problems of a workbook and of what is asked of it: what a document made now would bear."""
    assert source.data is not None, "a source without data has no request"
    return (*source.problems, *_asked_problems(source.data, request, None))


def _asked_problems(data: UnitYear, request: Request, figures: ReportFigures | None) -> list[Problem]:
    return request_problems(data, request.kind, request.period, request.as_of, request.in_full, figures)


def make(
    source: Source,
    request: Request,
    *,
    template: bytes | None = None,
    phrases: bytes | None = None,
    other_years: Iterable[UnitYear] = (),
) -> Made:
    """Return the document; with errors it is a draft with the doubtful places highlighted.

    `template` are the bytes of a .docx with docxtpl tags, `phrases` those of a phrase file (TOML); without them those
    that ship are used. `other_years` are workbooks of the unit: with that of the year before, figures are compared with
    the same period of last year; an annual report names the plan of the year after. The same source and request give
    the same bytes. Raises NothingToMake, TemplateFault, PhraseFault, NotAPackage; each message is whole and in
    Vietnamese.
    """
    if template is None:
        template = find_template(request.kind.template).read_bytes()
    if phrases is None:
        phrases = find_template(PHRASES).read_bytes()
    data, kind = source.data, request.kind
    if data is None:
        raise NothingToMake(source.problems)
    figures = report_figures(data, request.period, kind, request.as_of) if kind.has_period else None
    problems = (*source.problems, *_asked_problems(data, request, figures))
    compiled, words = engine.load_template(template), read_phrases(phrases)
    errors = [p for p in problems if p.is_error]
    doubts = frozenset(p.about for p in errors if p.about)
    said = kind.say(
        kind,
        Asked(
            data,
            request.period,
            request.as_of,
            words,
            PARTS,
            doubts,
            is_draft=bool(errors),
            neighbours=Neighbours.among(other_years, data),
            printed=compiled.names,
            in_full=request.in_full,
            figures=figures,
        ),
    )
    provenance = Provenance(
        unit=data.unit.code,
        period=request.period.id,
        kind=kind.id,
        as_of=request.as_of.isoformat() if kind.has_period else "",
        workbook=source.name,
        workbook_digest=source.digest,
        template_digest=compiled.digest,
        version=__version__,
        facts=unit_facts(said.figures).to_json() if said.figures else "",
    )
    pictures = charts.drawn(said.charts)
    markers = {f"bieu_do_{name}": marker(name) for name in pictures}
    parts = engine.render_parts(compiled, {**said.context, **markers})
    window = Window(said.figures.window.start, request.as_of) if said.figures else None
    passed: list[str] = []
    if said.figures and kind.is_short(data.unit, request.in_full):
        from generator.reporting.monthly import left_out_of_short_form

        # Of tasks that the short form leaves out a note of its own tells.
        passed = left_out_of_short_form(said.figures)
    of_period = request.period.id if kind.has_period else PLAN_PERIOD
    of_itself = said_of_itself(said.figures) if said.figures else ()
    left_out = untold(data.typed, window, of_period, parts.values(), passed, of_itself)
    problems = (*problems, *left_out)
    members = compiled.members
    if pictures:
        members, body = with_pictures(members, parts["word/document.xml"].decode(), pictures)
        parts["word/document.xml"] = body.encode()
    document = packaged(members, parts, provenance)
    name = f"{file_stem(kind.file_words(data, request.period, words))}.docx"
    return Made(name, document, request, data, said.figures, problems, charts.not_drawn(said.charts))


def make_beside(source: Source, request: Request, folder: Path | None) -> Made:
    """Return the document made with the template, the phrases and the unit's workbooks of other years that lie in the
    folder of its workbook; without the first two the packaged ones are used.

    Raises what `make` raises, and OSError.
    """
    template, phrases = find_template(request.kind.template, folder), find_template(PHRASES, folder)
    others, problems = other_years(source, request, folder)
    made = make(source, request, template=read_file(template), phrases=read_file(phrases), other_years=others)
    return replace(made, problems=(*made.problems, *problems))


def other_years(source: Source, request: Request, folder: Path | None) -> tuple[list[UnitYear], list[Problem]]:
    """Return what `make` takes of the unit's workbooks of the years before and after, read from the folder of its
    workbook, and what is wrong with them."""
    data = source.data
    if data is None or folder is None or not data.plan.year or not request.kind.has_period:
        return [], []
    years = [data.plan.year - 1] if data.indicators else []
    years += [data.plan.year + 1] if request.period.kind is PeriodKind.YEAR else []
    return years_beside(data, folder / source.name, *years)


def digest_of(data: bytes) -> str:
    return sha256(data).hexdigest()[:32]
