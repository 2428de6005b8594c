"""Answers the page's questions: each takes values and files as bytes, and returns what a screen shows and the files.

A door like the commands: it asks `generator`'s functions and puts nothing into them. Dates are ISO texts. The folder
that the officer chose lies here as a copy, so that what is kept beside the workbook counts as it does for a command.
What a question needs is imported when it is asked, as a command's work is: the page is there sooner.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import generator
from generator.book.read.beside import names_beside
from generator.domain.period import ReportingPeriod
from generator.making import default_as_of, make_beside
from generator.vietnamese.dates import short_date
from generator.vietnamese.file_names import free_sibling
from generator.word.package import Member, read_file, write_atomically, write_members
from generator.word.provenance import free_target

if TYPE_CHECKING:
    from generator.remaking import Remade
    from generator.word.renew.renewing import SavedReport

#: So many rows are shown behind a number.
_MOST_ROWS = 200
#: The places of a task in a plan that a person corrects here.
_CORRECTED = ("Tiến độ", "Phân công")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a screen shows, and the files that came of it, by their names below the folder."""

    shown: Mapping[str, Any]
    files: Sequence[tuple[str, bytes]] = ()


@dataclass(slots=True)
class Session:
    """The folder and the workbook that are open. Questions raise ValueError with a whole message in Vietnamese.

    `tell` is told how far long work is: of how many, and each file as it is done.
    """

    today: date
    place: Path
    tell: Callable[[int, int, Sequence[tuple[str, bytes]]], None] = lambda done, total, files: None
    path: Path | None = None
    source: generator.Source | None = None
    _content: bytes = field(default=b"", repr=False)
    _asked: generator.Request | None = None
    _plan: generator.PlanImport | None = field(default=None, repr=False)

    # -- the folder ----------------------------------------------------------------------------
    def sync(self, files: Mapping[str, bytes | None], is_fresh: bool) -> Answer:
        """Take over what changed in the folder: None is a file that is gone. A fresh folder begins empty."""
        if is_fresh:
            shutil.rmtree(self.place, ignore_errors=True)
            self.path = self.source = None
        self.place.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            if content is None:
                (self.place / name).unlink(missing_ok=True)
            else:
                _write(self.place / name, content)
        if self.path is not None and self.path.exists() and read_file(self.path) != self._content:
            self._take(self.path)
        return Answer({})

    def open(self, name: str) -> Answer:
        """Read a workbook: whose it is, what may be reported, which report is due, what is to be looked at."""
        source = self._take(self.place / name)
        if source.data is None:
            return Answer({"problems": [p.as_json() for p in source.problems]})
        data = source.data
        periods = [p for p in _periods(data.plan.year) if p.first_day <= self.today] or _periods(data.plan.year)[:1]
        due = generator.request_for(data, self.today)
        return Answer(
            {
                "unit": data.unit.name,
                "plan": f"Kế hoạch số {data.plan.number}" if data.plan.number else "",
                "tasks": len(data.plan),
                "due": {"kind": due.kind.id, "period": due.period.id},
                "periods": [{"id": p.id, "name": str(p)} for p in periods],
                "problems": [p.as_json() for p in source.problems],
            }
        )

    def due(self) -> Answer:
        """Tell what is due in the folder, near enough or late; the workbooks that lie in it; who has not answered."""
        from generator.due_folder import dues_in
        from generator.dues import HEADINGS, group_of, when

        found = dues_in(self.place, self.today)
        near = [one for one in found.dues if one.is_told(self.today)]
        lines = [
            {
                "group": heading,
                "when": when(one, self.today),
                "title": f"{one.unit}: {one.title}" if len(found.folder.books) > 1 else one.title,
                "note": one.note,
                "step": "" if one.what == "report" else one.next_step,
                "state": one.state.value,
                "kind": one.kind,
                "period": one.period,
            }
            for heading in HEADINGS
            for one in near
            if group_of(one, self.today) == heading
        ]
        books = [
            {"file": book.path.relative_to(self.place).as_posix(), "unit": book.data.unit.name}
            for book in found.folder.books
        ]
        reminders = [{"who": one.who, "message": one.message} for one in found.silent]
        unread = [Path(name).relative_to(self.place).as_posix() for name in found.folder.unread]
        return Answer({"due": lines, "books": books, "silent": reminders, "unread": unread})

    def place_files(self, files: Sequence[tuple[str, bytes]]) -> Answer:
        """Put files into the folder, beside whatever lies there that a person may have worked on. Of the open workbook
        a copy of what it was is kept."""
        from generator.safe_writing import replace_keeping_former

        notes, placed = [], []
        for name, data in files:
            target = self.place / name
            if target == self.path:
                backup = replace_keeping_former(target, self._content, data)
                placed += [(_name(backup, self.place), self._content)]
                notes.append(f"Bản trước khi ghi: {backup.name}.")
                self._take(target)
            elif target.suffix == ".docx":
                target, note = free_target(target)
                notes += [note] if note else []
            elif target.exists() and read_file(target) != data:
                wanted, target = target, free_sibling(target, "bản mới")
                notes.append(f"“{wanted.name}” đã có và khác bản này nên được giữ nguyên; bản này ở “{target.name}”.")
            _write(target, data)
            placed.append((_name(target, self.place), data))
        return Answer({"notes": notes}, placed)

    @staticmethod
    def zipped(files: Sequence[tuple[str, bytes]]) -> Answer:
        """Pack files into one, for a browser that may not write into a folder."""
        packed = write_members(Member.packed(name, data) for name, data in files)
        return Answer({}, [("cchc.zip", packed)])

    # -- a unit's year -------------------------------------------------------------------------
    def report(self, kind: str, period: str, as_of: str) -> Answer:
        """Make a report."""
        source, data = self._opened()
        day = date.fromisoformat(as_of) if as_of else None
        request = generator.request_for(data, self.today, period=period, kind=kind, as_of=day)
        made = make_beside(source, request, self._folder())
        self._asked = request
        problems = [p.as_json() for p in made.problems]
        shown = {"as_of": short_date(request.as_of), "problems": problems, "note": made.note}
        return Answer(shown, [(made.name, made.data)])

    def explain(self, what: str) -> Answer:
        """Tell what stands behind a number or a sentence of the report made last."""
        from generator.explaining import explain_report, ground_of
        from generator.vietnamese.numbers import quantity

        source, _ = self._opened()
        if self._asked is None:
            raise ValueError("Hãy xuất báo cáo trước.")
        found = [
            {
                "how": e.how,
                "value": quantity(e.value) + (f"/{quantity(e.whole)}" if e.whole is not None else ""),
                "rows": [[r.item, r.what, r.cells] for r in e.rows[:_MOST_ROWS]],
            }
            for e in explain_report(ground_of(source, self._asked, self._folder()), what)
        ]
        return Answer({"what": what, "found": found})

    def day(self, kind: str, period: str) -> Answer:
        """Return the day that a report's figures are usually of."""
        _, data = self._opened()
        day = default_as_of(data, ReportingPeriod.parse(period), generator.kind_of(kind), self.today)
        return Answer({"as_of": day.isoformat()})

    def open_month(self, day: str) -> Answer:
        """Add a day's rows to the workbook."""
        from generator.dues import already_reported

        _, data = self._opened()
        on = date.fromisoformat(day)
        opened = generator.open_month(self._content, on)
        added = {"results": opened.results, "figures": opened.figures, "documents": opened.documents}
        notes = [problem.message for problem in already_reported(data, on)]
        files = [(self._file(), opened.data)] if any(added.values()) else []
        return Answer({"added": added, "notes": notes}, files)

    def slips(self, day: str) -> Answer:
        """Make a slip for each colleague who leads something open, with the words to send it with."""
        _, data = self._opened()
        slips, without = generator.make_slips(data, date.fromisoformat(day), names_beside(self._folder()))
        rows = [
            {"who": s.who, "file": s.file, "tasks": len(s.task_ids), "figures": s.figures, "message": s.message}
            for s in slips
        ]
        return Answer({"slips": rows, "without": without}, [(f"Phieu {day}/{s.file}", s.data) for s in slips])

    def merge(self, replies: Sequence[tuple[str, bytes]], chosen: Mapping[str, str]) -> Answer:
        """Put what the slips say into the workbook: what would be written, what is said differently and to be chosen,
        what is asked, who has not answered."""
        self._opened()
        merged = generator.merge(self._content, [(n, d) for n, d in replies], names_beside(self._folder()), chosen)
        entries = [{"about": e.about, "cells": _cells(e.cells), "files": list(e.files)} for e in merged.entries]
        conflicts = [
            {
                "key": c.key,
                "about": c.about,
                "columns": list(map(str, c.columns)),
                "sides": [{"source": side.source, "cells": _cells(side.cells)} for side in c.sides],
                "chosen": c.chosen,
            }
            for c in merged.conflicts
        ]
        return Answer(
            {
                "day": short_date(merged.day) if merged.day else "",
                "entries": entries,
                "conflicts": conflicts,
                "problems": [p.as_json() for p in merged.other_problems],
                "silent": [{"who": s.who, "message": s.message} for s in merged.silent],
            },
            [(self._file(), merged.data)] if merged.data != self._content else [],
        )

    def renew(self, name: str, report: bytes, choices: Mapping[str, str]) -> Answer:
        """Renew a report that a person edited: what each side says where there is something to choose, and which
        changes by hand may go back into the workbook."""
        from generator.page.sides import side_by_side
        from generator.renewal_words import told
        from generator.reporting.appendix_columns import COMPUTED_COLUMNS
        from generator.word.renew.renewing import renew

        saved, made = self._remade(report)
        chosen = {way: frozenset(n for n, w in choices.items() if w == way) for way in set(choices.values())}
        renewal = renew(saved, made.document, generator.Choices(**chosen), COMPUTED_COLUMNS)
        # While something is left to choose nothing is done yet.
        done = ("Đã ", "Sẽ ") if renewal.is_stopped else ("", "")
        regions = [
            {
                "name": r.name,
                "title": r.title,
                "told": [line.strip(" -").replace(*done, 1) for line in told(r, by_command=False)],
                "ways": list(r.ways),
                "sides": side_by_side(r.text.present, r.text.fresh) if r.outcome.stops else [],
            }
            for r in renewal.regions
        ]
        back: dict[str, list[str]] = {"changes": [], "left": []}
        if made.has_results:
            read = generator.read_back(saved, made.document, made.data, made.content)
            back = {"changes": list(map(str, read.changes)), "left": list(read.left)}
        files = [] if renewal.is_stopped or renewal.data == report else [(name, renewal.data)]
        return Answer({"regions": regions, "stopped": renewal.is_stopped, "back": back}, files)

    def read_back(self, report: bytes, wanted: Sequence[str]) -> Answer:
        """Put the changes that were ticked into the workbook."""
        saved, made = self._remade(report)
        read = generator.read_back(saved, made.document, made.data, made.content, wanted)
        return Answer({}, [(self._file(), read.data)] if read.data != self._content else [])

    def _remade(self, report: bytes) -> tuple[SavedReport, Remade]:
        from generator.remaking import remake
        from generator.word.renew.renewing import SavedReport

        self._opened()
        assert self.path is not None, "a workbook that is open has a place"
        saved = SavedReport.opened(report)
        return saved, remake(saved.provenance, self.path)

    # -- other documents -----------------------------------------------------------------------
    @staticmethod
    def check(name: str, document: bytes) -> Answer:
        """Judge a document's layout by the decree; the file is its mended copy, when anything can be mended."""
        outcome = generator.fix(document, name)
        verdict = outcome.before
        findings = [
            {
                "clause": f.rule.clause,
                "rule": f.rule.statement,
                "where": f.where,
                "found": f.found,
                "fixable": f.fixable,
            }
            for f in verdict.findings
        ]
        mended = f"{name[: -len('.docx')]} (da sua).docx"
        return Answer(
            {"error": verdict.error or "", "findings": findings},
            [(mended, outcome.data)] if outcome.changes else [],
        )

    def import_plan(self, name: str, document: bytes) -> Answer:
        """Read a plan into a new workbook: what was understood, doubtful things first."""
        self._plan = generator.import_plan(document, name)
        return _imported(self._plan)

    def correct_plan(self, typed: Mapping[str, Mapping[str, str]]) -> Answer:
        """Put what a person typed, by task, into the plan that was read last."""
        if self._plan is None:
            raise ValueError("Hãy chọn lại tệp kế hoạch.")
        corrections = {task_id: generator.TaskCorrection(**of_task) for task_id, of_task in typed.items()}
        return _imported(generator.corrected(self._plan, corrections))

    # -- many units ----------------------------------------------------------------------------
    def batch(self, period: str, kind: str) -> Answer:
        """Make the report of every unit in the folder; each is handed on as soon as it is made."""
        from generator.page.units import UnitsFolder

        return Answer(*UnitsFolder(self.place, self.today, self.tell).reports(period, kind))

    def round_up(self, period: str, kind: str, own: str) -> Answer:
        """Make one report over all units in the folder; `own` is the superior's workbook below it, or nothing."""
        from generator.page.units import UnitsFolder

        return Answer(*UnitsFolder(self.place, self.today, self.tell).round_up(period, kind, own))

    # -- what is open --------------------------------------------------------------------------
    def _take(self, path: Path) -> generator.Source:
        content = read_file(path)
        source = generator.read_workbook(content, path.name)
        if source.data is not None:
            self.path, self.source, self._content = path, source, content
        return source

    def _opened(self) -> tuple[generator.Source, generator.UnitYear]:
        if self.source is None or self.source.data is None:
            raise ValueError("Chưa chọn sổ. Hãy chọn sổ Excel ở màn hình Hôm nay trước.")
        return self.source, self.source.data

    def _folder(self) -> Path:
        assert self.path is not None, "a workbook that is open has a place"
        return self.path.parent

    def _file(self) -> str:
        assert self.path is not None, "a workbook that is open has a place"
        return _name(self.path, self.place)


def _cells(cells: Mapping[Any, str]) -> list[list[str]]:
    return [[str(header), text] for header, text in cells.items()]


def _imported(read: generator.PlanImport) -> Answer:
    """What was understood of a plan, tasks with something to look at first, and its workbook."""
    of_task: dict[str, list[str]] = {task.id: [] for task in read.plan.tasks}
    remarks = []
    for remark in read.remarks:
        task_id, _, where = remark.place.partition(", ")
        if where in _CORRECTED and task_id in of_task:
            of_task[task_id].append(remark.sentence)
        else:
            remarks.append({"place": remark.place, "text": remark.sentence})
    tasks = [
        {
            "id": task.id,
            "text": task.text,
            "phrase": task.deadline.phrase,
            "deadline": "; ".join(short_date(m.last_day) for m in task.deadline.milestones if m.last_day),
            "assigned": task.assignment.text,
            "lead": "; ".join(task.assignment.lead),
            "remarks": of_task[task.id],
        }
        for task in sorted(read.plan.tasks, key=lambda task: not of_task[task.id])
    ]
    return Answer({"tasks": tasks, "remarks": remarks}, [("so-cchc.xlsx", generator.plan_workbook(read))])


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, data)


def _name(path: Path, place: Path) -> str:
    return path.relative_to(place).as_posix()


def _periods(year: int) -> list[ReportingPeriod]:
    names = (*(f"{month:02}" for month in range(1, 13)), "Q1", "Q2", "H1", "Q3", "9M", "Q4", "H2")
    found = [ReportingPeriod.parse(f"{year}-{name}") for name in names] + [ReportingPeriod.parse(str(year))]
    return sorted(found, key=lambda p: (p.last_day, p.first_day), reverse=True)[::-1]
