"""One report: from what a workbook holds to the bytes of a Word file. The same way for one report and for all."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator import __version__
from generator.book.sheets import PARTS
from generator.domain.period import PeriodKind, ReportingPeriod, ReportKind
from generator.domain.problem import Problem, Severity
from generator.domain.unit_year import UnitYear
from generator.reporting.context import report_context
from generator.reporting.figures import ReportFigures, Totals, report_figures
from generator.reporting.report_checks import denied_documents, unfilled_terms, unknown_counts
from generator.reporting.wording import PhraseFault, Phrases
from generator.vietnamese.dates import short_date
from generator.vietnamese.file_names import file_stem
from generator.word.provenance import Provenance, packaged
from generator.word.render import engine

_PHRASES = "cau-chu.toml"
#: A report is made up to some weeks after its period; later than this the day was probably mistyped.
_LONG_AFTER = 92


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
    return read_phrases(path.read_bytes())


@lru_cache(maxsize=1)
def _shipped_phrases() -> dict[str, Any]:
    return tomllib.loads((_packaged_templates() / _PHRASES).read_text("utf-8"))


@lru_cache(maxsize=8)
def read_phrases(data: bytes) -> Phrases:
    """Return the phrases that a file holds; the last few are remembered. Raises PhraseFault."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return Phrases(tomllib.loads(data.decode(encoding)), _shipped_phrases())
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
class Request:
    """What was asked for. `as_of` is an input: the same request gives the same bytes."""

    period: ReportingPeriod
    kind: ReportKind
    as_of: date


def default_kind(period: ReportingPeriod) -> ReportKind:
    return ReportKind.MONTHLY if period.kind is PeriodKind.MONTH else ReportKind.PERIODIC


def default_as_of(data: UnitYear, period: ReportingPeriod, kind: ReportKind, today: date) -> date:
    """Return the earlier of today and the end of the kind's data window."""
    return min(today, period.window(kind, data.unit.terms(kind, period).due_day).end)


def period_problems(request: Request, data: UnitYear) -> list[Problem]:
    """Return what does not fit between what was asked for and the workbook: another year, a day too early or late,
    what this kind of report lacks, what this report would say against the workbook."""
    problems = []
    if data.plan.year and request.period.year != data.plan.year:
        problems.append(
            Problem(
                "Thông tin",
                "",
                f"Sổ này của năm {data.plan.year}, báo cáo lại của {request.period}. "
                "Kiểm tra lại kỳ báo cáo, hoặc dùng sổ của năm đó.",
                "Năm kế hoạch",
            )
        )
    terms = data.unit.terms(request.kind, request.period)
    if not terms.addressees and any(line.strip(" -;.").lower() == "như trên" for line in terms.recipients):
        message = "Nơi nhận có “Như trên” nhưng chưa điền Kính gửi. Điền mục Kính gửi, hoặc bỏ dòng “Như trên”."
        problems.append(Problem("Thông tin", "", message, "Nơi nhận"))
    window = request.period.window(request.kind, terms.due_day)
    problems += unfilled_terms(data, request.kind, request.period)
    problems += unknown_counts(data)
    problems += denied_documents(data, window.start, request.as_of)
    if request.as_of > request.period.last_day + timedelta(days=_LONG_AFTER):
        problems.append(
            Problem(
                "Kết quả",
                "",
                f"Ngày tính số liệu {short_date(request.as_of)} đã quá xa {request.period}. "
                "Kiểm tra lại --period và --as-of.",
            )
        )
    if request.as_of < window.start:
        problems.append(
            Problem(
                "Kết quả",
                "",
                f"Ngày tính số liệu {short_date(request.as_of)} nằm trước khi {request.period} bắt đầu. "
                "Kiểm tra lại --period và --as-of.",
            )
        )
    return problems


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A finished report. `name` is its file name; `figures` are what it says."""

    name: str
    data: bytes
    figures: ReportFigures
    problems: tuple[Problem, ...]


def make_report(
    data: UnitYear,
    problems: Sequence[Problem],
    request: Request,
    *,
    template: engine.CompiledTemplate,
    phrases: Phrases,
    workbook_name: str,
    workbook_digest: str,
) -> MadeReport:
    """Return the report; with errors it is a draft with the doubtful places highlighted.

    Raises TemplateFault, PhraseFault.
    """
    figures = report_figures(data, request.period, request.kind, request.as_of)
    errors = [p for p in problems if p.severity is Severity.ERROR]
    context = report_context(
        figures,
        phrases,
        parts=PARTS,
        doubts=frozenset(p.about for p in errors if p.about),
        is_draft=bool(errors),
    )
    provenance = Provenance(
        unit=data.unit.code,
        period=request.period.id,
        kind=request.kind.value,
        as_of=request.as_of.isoformat(),
        workbook=workbook_name,
        workbook_digest=workbook_digest,
        template_digest=template.digest,
        version=__version__,
    )
    return MadeReport(
        name=output_name(data, request, phrases),
        data=packaged(template.members, engine.render_parts(template, context), provenance),
        figures=figures,
        problems=tuple(problems),
    )


def output_name(data: UnitYear, request: Request, phrases: Phrases) -> str:
    """Return the file name: "BC CCHC 6 thang dau nam 2023 - P Phuoc Hai.docx"."""
    unit = data.unit.file_name or data.unit.name or data.unit.code
    name = phrases.say(f"ten_tep.{request.kind.value}", ky=str(request.period), don_vi=unit)
    return f"{file_stem(name)}.docx"


def digest_of(data: bytes) -> str:
    return sha256(data).hexdigest()[:32]


def as_json(made: MadeReport, output: str) -> dict[str, Any]:
    """Return the report's figures for machines."""
    figures = made.figures
    return {
        "output": output,
        "unit": figures.data.unit.code,
        "kind": figures.kind.value,
        "period": {
            "id": figures.period.id,
            "start": figures.window.start.isoformat(),
            "end": figures.window.end.isoformat(),
        },
        "as_of": figures.as_of.isoformat(),
        "totals": _states(figures.now.totals),
        "sections": [
            {"id": s.id, "title": s.title, "totals": _states(figures.now.totals_of(s))}
            for s in figures.data.plan.sections
        ],
        "tasks": [
            {"id": a.task.id, "state": a.state.value, "due": a.due.isoformat() if a.due else None}
            for a in figures.now.assessments.values()
        ],
        "problems": [{"sheet": p.sheet, "cell": p.cell, "message": p.message} for p in made.problems],
    }


def _states(totals: Totals) -> dict[str, int]:
    counts: Counter[Any] = totals.by_state
    return {state.value: n for state, n in sorted(counts.items())}
