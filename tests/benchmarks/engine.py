"""`python -m tests.benchmarks.engine`: rendering, packaging and the whole way from workbook to report, as ratios.

One report of 90 tasks with its appendices. Everything is measured in this one process, in turns, in seconds of the
processor; the fastest run counts, as in `timeit`: what is slower, something else on the machine has slowed.
"""

from __future__ import annotations

import gc
import io
import time
import zlib
from collections.abc import Callable
from copy import copy
from datetime import date
from typing import Any

from docxtpl import DocxTemplate
from isal import isal_zlib
from jinja2 import Environment, StrictUndefined
from openpyxl import load_workbook

from generator.book.read.table import Table
from generator.book.read.workbook import Tables, read_workbook_bytes, read_year
from generator.book.sheets import PARTS, Sheet
from generator.domain.period import ReportingPeriod
from generator.kinds import kind_of
from generator.making import Request, default_as_of, find_template, make, read_phrases, read_workbook
from generator.reporting.context import report_context
from generator.reporting.figures import report_figures
from generator.word.package import Member
from generator.word.render import engine
from tests.benchmarks.fast_workbooks import Mold
from tests.samples.made_up_units import Place, unit_rows

_BODY = "word/document.xml"
_IN_A_ROW = 4
_PERIOD, _KIND = ReportingPeriod.parse("2023-H1"), kind_of("cchc")
_TEMPLATE = find_template("cchc.docx").read_bytes()
_PHRASE_FILE = find_template("cau-chu.toml").read_bytes()
_PHRASES = read_phrases(_PHRASE_FILE)


def in_turns(tasks: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the least milliseconds of each task: in each round one after the other, each a few times in a row.

    What one leaves behind is cleared away before the next, and as in `timeit` no cycles are looked for meanwhile.
    """
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            gc.collect()
            gc.disable()
            for _ in range(_IN_A_ROW):
                started = time.process_time()
                task()
                times[name].append(time.process_time() - started)
            gc.enable()
    return {name: min(taken) * 1000 for name, taken in times.items()}


def workbook_of(tasks: int) -> bytes:
    rows = unit_rows(Place("a", "A", "phường", "UBND thành phố A"), tasks=tasks, seed="bench")
    return Mold(rows).fill(rows)


def context_of(workbook: bytes) -> dict[str, Any]:
    data, problems = read_workbook_bytes(workbook)
    assert data is not None and not problems
    as_of = default_as_of(data, _PERIOD, _KIND, date(2026, 1, 1))
    return report_context(report_figures(data, _PERIOD, _KIND, as_of), _PHRASES, parts=PARTS)


def by_docxtpl(context: dict[str, Any]) -> bytes:
    """Return the report as docxtpl's own documentation makes it, escaping switched on."""
    document = DocxTemplate(io.BytesIO(_TEMPLATE))
    document.render(context, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class ByOpenpyxl(Tables):
    """The sheets as openpyxl reads them, interpreted as ours are."""

    def __init__(self, workbook: bytes) -> None:
        self.problems = []
        self._pages = load_workbook(io.BytesIO(workbook), data_only=True)

    def table(self, sheet: Sheet) -> Table | None:
        if sheet.name not in self._pages.sheetnames:
            return None
        rows = self._pages[sheet.name].iter_rows(values_only=True)
        return Table.found(sheet, [["" if cell is None else cell for cell in row] for row in rows], self.problems)


def by_openpyxl_and_docxtpl(workbook: bytes) -> bytes:
    """Do the same work with the usual tools: read with openpyxl, count and word as we do, then docxtpl."""
    data = read_year(ByOpenpyxl(workbook))
    assert data is not None
    as_of = default_as_of(data, _PERIOD, _KIND, date(2026, 1, 1))
    return by_docxtpl(report_context(report_figures(data, _PERIOD, _KIND, as_of), _PHRASES, parts=PARTS))


def from_workbook(workbook: bytes) -> bytes:
    source = read_workbook(workbook, "so.xlsx")
    assert source.data is not None
    request = Request(_PERIOD, _KIND, default_as_of(source.data, _PERIOD, _KIND, date(2026, 1, 1)))
    return make(source, request, template=_TEMPLATE, phrases=_PHRASE_FILE).data


def report_speed() -> None:
    workbook = workbook_of(90)
    context = context_of(workbook)
    template = engine.load_template(_TEMPLATE)
    plain_jinja = Environment(autoescape=True, undefined=StrictUndefined).from_string(template.parts[_BODY][0])
    times = in_turns(
        {
            "docxtpl as documented": lambda: by_docxtpl(context),
            "rendering and packaging": lambda: engine.render(template, context),
            "Jinja and deflate alone": lambda: Member.packed(_BODY, plain_jinja.render(context).encode()),
            "openpyxl and docxtpl": lambda: by_openpyxl_and_docxtpl(workbook),
            "workbook to report": lambda: from_workbook(workbook),
        },
        rounds=10,
    )
    for name, taken in times.items():
        print(f"{name:26} {taken:8.2f} ms")
    ours = times["rendering and packaging"]
    print(f"docxtpl / rendering and packaging     {times['docxtpl as documented'] / ours:6.1f}   (at least 20)")
    print(f"rendering / Jinja and deflate alone   {ours / times['Jinja and deflate alone']:6.2f}   (at most 2)")
    whole = times["openpyxl and docxtpl"] / times["workbook to report"]
    print(f"openpyxl and docxtpl / whole way      {whole:6.1f}   (at least 10)")


def growth() -> None:
    template = engine.load_template(_TEMPLATE)
    context = context_of(workbook_of(90))
    rows = [row for section in context["bang_nhiem_vu"] for row in section.hang]
    print("\nrows in the appendix, ms, ms a row")
    for count in (10, 100, 1_000, 10_000):
        section = copy(context["bang_nhiem_vu"][0])
        section.hang = (rows * (count // len(rows) + 1))[:count]
        longer = {**context, "bang_nhiem_vu": [section]}
        taken = in_turns({"": lambda data=longer: engine.render(template, data)}, rounds=max(1, 1000 // count))[""]
        print(f"{count:6} {taken:9.2f} {taken / count:9.4f}")


def deflate() -> None:
    template = engine.load_template(_TEMPLATE)
    xml = engine.render_part(template, _BODY, context_of(workbook_of(90))).encode()
    tasks: dict[str, Callable[[], bytes]] = {
        f"zlib {level}": lambda level=level: zlib.compress(xml, level) for level in (1, 6)
    }
    tasks |= {f"isal {level}": lambda level=level: isal_zlib.compress(xml, level) for level in range(4)}
    try:
        from zlib_ng import zlib_ng
    except ImportError:
        print("\nzlib-ng is not installed: left out")
    else:
        tasks |= {f"zlib-ng {level}": lambda level=level: zlib_ng.compress(xml, level) for level in (1, 2, 6)}
    print(f"\ndeflating {len(xml)} bytes of document.xml")
    for name, taken in in_turns(tasks, rounds=10).items():
        print(f"{name:10} {taken:7.3f} ms {len(tasks[name]()):7} bytes")


if __name__ == "__main__":
    report_speed()
    growth()
    deflate()
