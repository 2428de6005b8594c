"""Small years, one section and as many tasks as deadlines, and what a report says of them."""

from datetime import date

from generator.book.sheets import PARTS
from generator.domain.deadline import Deadline, Milestone
from generator.domain.period import ReportingPeriod
from generator.domain.plan import Assignment, Plan, Section, Task
from generator.domain.progress import ProgressEntry, Word, entries_by_task
from generator.domain.unit import Unit
from generator.domain.unit_year import UnitYear
from generator.kinds import kind_of
from generator.making import find_template, load_phrases
from generator.reporting.context import report_context
from generator.reporting.figures import report_figures

PHRASES = load_phrases(find_template("cau-chu.toml"))
UNIT = Unit(code="a", name="UBND phường Phước Hải", short_name="UBND phường", place="Phước Hải")
DUE_MAY = Deadline("Trước ngày 01/6/2023", (Milestone("", None, date(2023, 5, 31)),))
DUE_NOVEMBER = Deadline("Trước ngày 25/11/2023", (Milestone("", None, date(2023, 11, 24)),))
ONGOING = Deadline("Thường xuyên")
ON_DEMAND = Deadline("Theo chỉ đạo của UBND tỉnh")


def year(deadlines: list[Deadline], entries: list[ProgressEntry] = (), **more) -> UnitYear:
    tasks = tuple(
        Task(f"I.{n}", f"Rà soát nội dung {n}.", "", deadline, Assignment(("Công chức Tư pháp - Hộ tịch",)))
        for n, deadline in enumerate(deadlines, start=1)
    )
    plan = Plan(
        "567/KH-UBND", date(2023, 4, 25), "Kế hoạch", "UBND phường", 2023, (Section("I", "CẢI CÁCH THỂ CHẾ", tasks),)
    )
    return UnitYear(UNIT, plan, entries_by_task(entries), **more)


def said(
    data: UnitYear, part: str, period: str = "2023-H1", as_of: date = date(2023, 6, 13), kind: str = ""
) -> list[str]:
    report_period = ReportingPeriod.parse(period)
    report_kind = kind_of(kind or "cchc")
    figures = report_figures(data, report_period, report_kind, as_of)
    return report_context(figures, PHRASES, parts=PARTS)[part]


def entry(number: int, word: Word, day: date = date(2023, 5, 20), **more) -> ProgressEntry:
    return ProgressEntry(day, f"I.{number}", word, completed_on=day if word is Word.DONE else None, **more)
