"""What a report must say of a workbook, counted again."""

from __future__ import annotations

import operator
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tests.recount.cells import SPANS

_STATES, _TOTALS, _FIGURES = (
    (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8") for name in ("states", "totals", "figures")
)
_COMPARE = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


@dataclass(frozen=True)
class Figure:
    """An indicator's value in the period and since January; `met` is None where the year is still to judge, `of_year` the
    part of the year's target reached so far.
    """

    period: float | None
    since_january: float | None
    met: bool | None
    of_year: float | None
    upper: float | None = None
    lower: float | None = None


@dataclass(frozen=True)
class Recount:
    """`counts` are named as the statistics of the plan name them; `shown` are the indicators whose count is
    `counts`, `unheard` what paper says of a task that nobody spoke of.
    """

    states: Mapping[str, str]
    sections: Mapping[str, Counter[str]]
    counts: Mapping[str, float | None]
    figures: Mapping[str, Figure]
    shown: Mapping[str, str]
    unheard: Mapping[str, str]

    @property
    def totals(self) -> Counter[str]:
        return Counter(self.states.values())


def recount(base: sqlite3.Connection, period: str, kind: str, day: date) -> Recount:
    """Count the workbook in `base` again, for a period and a kind of report, as of a day."""
    on = day.isoformat()
    rows = base.execute(_STATES, {"day": on}).fetchall()
    sections: dict[str, Counter[str]] = {}
    for row in rows:
        sections.setdefault(row["section"], Counter())[row["state"]] += 1
    base.execute("DROP TABLE IF EXISTS state")
    base.execute("CREATE TABLE state (id, place, section, ongoing, first, last, dated, state)")
    base.executemany("INSERT INTO state VALUES (?,?,?,?,?,?,?,?)", [tuple(row) for row in rows])
    counts: dict[str, float | None] = {
        name: int(n) for name, n in dict(base.execute(_TOTALS, {"day": on}).fetchone()).items()
    }
    first, last = SPANS[period[4:]] if period[4:] in SPANS else (int(period[5:]), int(period[5:]))
    asked = {"day": on, "kind": kind, "last": last}
    within = {row["code"]: row for row in base.execute(_FIGURES, {**asked, "first": first})}
    so_far = {row["code"]: row for row in base.execute(_FIGURES, {**asked, "first": 1})}
    figures = {}
    for code in so_far:
        value = within[code]["value"] if code in within else None
        judged = _judged(so_far[code], value, whole_year=last == 12)
        parts = (within[code]["upper"], within[code]["lower"]) if code in within else (None, None)
        figures[code] = replace(judged, upper=parts[0], lower=parts[1])
    counts |= _as_superiors_ask(base, counts, figures, (f"{period[:4]}-{first:02}", on))
    shown = {row["code"]: row["counts"] for row in base.execute("SELECT * FROM indicator WHERE counts IS NOT NULL")}
    unheard = {row["id"]: _of_unheard(row, on) for row in rows}
    return Recount({row["id"]: row["state"] for row in rows}, sections, counts, figures, shown, unheard)


def _as_superiors_ask(
    base: sqlite3.Connection, counts: Mapping[str, float], figures: Mapping[str, Figure], span: tuple[str, str]
) -> dict[str, float | None]:
    """The rows that a form counts from the plan, from the documents, from the parts of a rate. Of a plan whose ongoing
    tasks are not counted as done."""
    month, on = span
    year, _, number = month.partition("-")
    before = int(number) - 1
    start = f"{year}-{before:02}-15" if before else f"{int(year) - 1}-12-15"
    asked: dict[str, float | None] = {
        "Số nhiệm vụ đề ra": counts["Số nhiệm vụ trong kế hoạch"],
        "Tỷ lệ hoàn thành kế hoạch": 100 * counts["Số nhiệm vụ đã hoàn thành"] / counts["Số nhiệm vụ trong kế hoạch"],
        "Số văn bản chỉ đạo": base.execute(
            "SELECT count(*) FROM document WHERE day BETWEEN ? AND ? AND symbol NOT IN ('BC', 'BB', 'TTr')", (start, on)
        ).fetchone()[0],
    }
    name = "Số nhiệm vụ cấp trên giao"
    given = "SELECT count(*) FROM state JOIN task USING (id) WHERE task.superior AND "
    for words, condition in (
        ("", "1"),
        (" hoàn thành đúng hạn", "state IN ('done_on_time', 'done')"),
        (" hoàn thành quá hạn", "state = 'done_late'"),
        (" quá hạn chưa hoàn thành", "state LIKE '%\\_late' ESCAPE '\\' AND state <> 'done_late'"),
    ):
        asked[name + words] = base.execute(given + condition).fetchone()[0]
    for code, figure in figures.items():
        asked |= {f"Tử số của {code}": figure.upper, f"Mẫu số của {code}": figure.lower}
    return asked


def _of_unheard(row: Mapping[str, object], on: str) -> str:
    """What paper says of a task that nobody spoke of: before its first day, while it is ongoing, before its last."""
    if str(row["first"] or "") > on:
        return "Chưa đến thời gian thực hiện"
    return "Thường xuyên" if row["ongoing"] else "Chưa đến hạn"


def _judged(row: Mapping[str, object], value: float | None, *, whole_year: bool) -> Figure:
    """A ratio is compared as it stands, anything else by the year: reached in a part of it, or how far it has come."""
    so_far, target, comparator = row["value"], row["target"], row["comparator"]
    assert so_far is None or isinstance(so_far, float)
    met, of_year = None, None
    if target is not None and value is not None and (row["ratio"] or whole_year):
        met = _COMPARE[str(comparator)](round(value, 9), target)
    elif target and so_far is not None and comparator in (">", ">=") and not row["ratio"]:
        reached = _COMPARE[comparator](so_far, target)
        met, of_year = (True, None) if reached else (None, 100 * so_far / float(str(target)))
    return Figure(value, so_far, met, of_year)
