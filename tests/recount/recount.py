"""What a report must say of a workbook, counted again."""

from __future__ import annotations

import operator
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor
from pathlib import Path
from typing import Any

from tests.recount.cells import SPANS, window_end

_STATES, _TOTALS, _FIGURES = (
    (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8") for name in ("states", "totals", "figures")
)
_COMPARE = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


@dataclass(frozen=True)
class Figure:
    """An indicator's value in the period and since January, and how it stands to its target: "đạt", "chưa đạt", None
    without one. `of_year` is the part of the year's target reached so far, in tenths of a percent rounded down: "đạt"
    where that is all of it, else "đang", for the year is still to judge.
    """

    period: float | None = None
    since_january: float | None = None
    stands: str | None = None
    of_year: float | None = None
    upper: float | None = None
    lower: float | None = None


@dataclass(frozen=True)
class Recount:
    """`counts` are those of the sentence of totals, `asked` those that a form may ask for, by the same names; `shown` are
    the indicators and which of `asked` they show, `unheard` is what paper says of a task that nobody spoke of.
    """

    states: Mapping[str, str]
    sections: Mapping[str, Counter[str]]
    counts: Mapping[str, int]
    asked: Mapping[str, float | None]
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
    counts = {name: int(n) for name, n in dict(base.execute(_TOTALS, {"day": on}).fetchone()).items()}
    first, last = SPANS[period[4:]] if period[4:] in SPANS else (int(period[5:]), int(period[5:]))
    of_period, of_year = (
        {row["code"]: row for row in base.execute(_FIGURES, {"day": on, "ends": last, "first": start, "last": last})}
        for start in (first, 1)
    )
    nothing = dict.fromkeys(("value", "upper", "lower"))
    figures = {}
    for row in base.execute("SELECT * FROM indicator").fetchall():
        here, year = of_period.get(row["code"], nothing), of_year.get(row["code"], nothing)
        figures[row["code"]] = _judged(row, here, year, whole_year=last == 12)
    month = date(int(period[:4]), first, 1) - timedelta(days=1)
    closing = base.execute("SELECT day FROM closing WHERE kind = ?", (kind,)).fetchone()["day"]
    start = window_end(month.year, month.month, closing) + timedelta(days=1)
    asked = _as_superiors_ask(base, counts, figures, (start.isoformat(), on))
    shown = {row["code"]: row["counts"] for row in base.execute("SELECT * FROM indicator WHERE counts IS NOT NULL")}
    unheard = {row["id"]: _of_unheard(row, on) for row in rows}
    return Recount({row["id"]: row["state"] for row in rows}, sections, counts, asked, figures, shown, unheard)


def _as_superiors_ask(
    base: sqlite3.Connection, counts: Mapping[str, int], figures: Mapping[str, Figure], span: tuple[str, str]
) -> dict[str, float | None]:
    """The rows that a form counts from the plan, from the documents of some days, from the parts of a rate."""
    start, on = span
    ongoing_done = base.execute(
        "SELECT count(*) FROM state WHERE state = 'ongoing' AND (SELECT ongoing_is_done FROM plan)"
        " AND EXISTS (SELECT 1 FROM result WHERE task = state.id AND day <= ? AND tells)", (on,)
    ).fetchone()[0]  # fmt: skip
    done, total = counts["Số nhiệm vụ đã hoàn thành"] + ongoing_done, counts["Số nhiệm vụ trong kế hoạch"]
    asked: dict[str, float | None] = {
        **counts,
        "Số nhiệm vụ đề ra": total,
        "Số nhiệm vụ đã hoàn thành": done,
        "thường xuyên có kết quả": ongoing_done,
        "Tỷ lệ hoàn thành kế hoạch": 100 * done / total,
        "Số nhiệm vụ chưa có báo cáo": sum(row["state"] == "not_reported" for row in base.execute("SELECT * FROM state")),
        "Số văn bản chỉ đạo": base.execute(
            "SELECT count(*) FROM document WHERE day BETWEEN ? AND ? AND symbol NOT IN"
            " ('BC', 'BB', 'TTr', 'HĐ', 'GM', 'GGT', 'PC', 'PB')", (start, on)
        ).fetchone()[0],
    }  # fmt: skip
    name = "Số nhiệm vụ cấp trên giao"
    given = "SELECT count(*) FROM state JOIN task USING (id) WHERE task.superior AND "
    for words, condition in (
        ("", "1"),
        (" hoàn thành đúng hạn", "state IN ('done_on_time', 'done')"),
        (" hoàn thành quá hạn", "state = 'done_late'"),
        (" quá hạn chưa hoàn thành", "state LIKE '%\\_late' ESCAPE '\\' AND state <> 'done_late'"),
        (" đang thực hiện trong hạn", "state NOT LIKE '%\\_late' ESCAPE '\\' AND state NOT LIKE 'done%'"),
    ):
        asked[name + words] = base.execute(given + condition).fetchone()[0]
    for code, figure in figures.items():
        asked |= {f"Tử số của {code}": figure.upper, f"Mẫu số của {code}": figure.lower}
    return asked


def _of_unheard(row: Mapping[str, object], on: str) -> str:
    """What paper says of a task that nobody spoke of: before its first day, while it is ongoing, before its last."""
    if str(row["first"] or "") > on:
        return "Chưa đến thời gian thực hiện"
    if row["ongoing"]:
        return "Thường xuyên"
    return "Chưa đến hạn" if row["dated"] else "Thực hiện theo chỉ đạo hoặc khi phát sinh"


def _judged(
    indicator: Mapping[str, Any], here: Mapping[str, Any], year: Mapping[str, Any], *, whole_year: bool
) -> Figure:
    """A ratio is compared as it stands, and so is a limit; anything else by the year, of which a part reaches a share."""
    value, so_far = here["value"], year["value"]
    target, comparator = indicator["target"], indicator["comparator"]
    alone = indicator["ratio"] or indicator["adds"] == "Tỷ lệ của tổng"
    compared, stands, of_year = value if alone else so_far, None, None
    if target is not None and compared is not None:
        reached = _COMPARE[comparator](round(compared, 9), target)
        stands = "đạt" if reached else "chưa đạt"
        if not alone and not whole_year and target and comparator in (">", ">="):
            of_year = floor(round(1000 * compared / target, 6)) / 10
            stands = stands if reached else "đang"
    return Figure(value, so_far, stands, of_year, here["upper"], here["lower"])
