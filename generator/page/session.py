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
from generator.commands.json_output import problem_as_json
from generator.commands.safe_writing import replace_keeping_former
from generator.domain.period import ReportingPeriod
from generator.dues import already_reported
from generator.making import default_as_of, make_beside
from generator.vietnamese.dates import short_date
from generator.vietnamese.file_names import free_sibling
from generator.vietnamese.office_names import load_names
from generator.word.package import Member, read_file, write_atomically, write_members
from generator.word.provenance import free_target

if TYPE_CHECKING:
    from generator.commands.explain_report import Ground

#: So many rows are shown behind a number.
_MOST_ROWS = 200


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
    _ground: Ground | None = None

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
            return Answer({"problems": [problem_as_json(p) for p in source.problems]})
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
                "problems": [problem_as_json(p) for p in source.problems],
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
        from generator.commands.explain_report import Ground

        self._ground = Ground(data, request.period, request.kind, request.as_of, source.name)
        problems = [problem_as_json(p) for p in made.problems]
        return Answer({"as_of": short_date(request.as_of), "problems": problems}, [(made.name, made.data)])

    def explain(self, what: str) -> Answer:
        """Tell what stands behind a number of the report made last."""
        from generator.commands.explain_report import explain_report
        from generator.vietnamese.numbers import quantity

        if self._ground is None:
            raise ValueError("Hãy xuất báo cáo trước.")
        found = [
            {
                "how": e.how,
                "value": quantity(e.value) + (f"/{quantity(e.whole)}" if e.whole is not None else ""),
                "rows": [[r.item, r.what, r.cells] for r in e.rows[:_MOST_ROWS]],
            }
            for e in explain_report(self._ground, what)
        ]
        return Answer({"what": what, "found": found})

    def day(self, kind: str, period: str) -> Answer:
        """Return the day that a report's figures are usually of."""
        _, data = self._opened()
        day = default_as_of(data, ReportingPeriod.parse(period), generator.kind_of(kind), self.today)
        return Answer({"as_of": day.isoformat()})

    def open_month(self, day: str) -> Answer:
        """Add a day's rows to the workbook."""
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
        slips, without = generator.make_slips(data, date.fromisoformat(day), load_names(self._folder()))
        rows = [
            {"who": s.who, "file": s.file, "tasks": len(s.task_ids), "figures": s.figures, "message": s.message}
            for s in slips
        ]
        return Answer({"slips": rows, "without": without}, [(f"Phieu {day}/{s.file}", s.data) for s in slips])

    def merge(self, replies: Sequence[tuple[str, bytes]]) -> Answer:
        """Put what the slips say into the workbook: what would be written, what is asked, who has not answered."""
        self._opened()
        merged = generator.merge(self._content, [(n, d) for n, d in replies], load_names(self._folder()))
        entries = [
            {
                "about": e.about,
                "cells": [[str(header), text] for header, text in e.cells.items()],
                "files": list(e.files),
            }
            for e in merged.entries
        ]
        return Answer(
            {
                "day": short_date(merged.day) if merged.day else "",
                "entries": entries,
                "problems": [problem_as_json(p) for p in merged.problems],
                "silent": [{"who": s.who, "message": s.message} for s in merged.silent],
            },
            [(self._file(), merged.data)] if merged.data != self._content else [],
        )

    def renew(self, name: str, report: bytes, choices: Mapping[str, str]) -> Answer:
        """Renew a report that a person edited; what stops it is shown with what each side says."""
        from generator.commands.remaking import remake
        from generator.commands.renewal_words import told
        from generator.page.sides import side_by_side
        from generator.reporting.appendix_columns import COMPUTED_COLUMNS
        from generator.word.renew.renewing import SavedReport, renew

        self._opened()
        assert self.path is not None, "a workbook that is open has a place"
        chosen = {verb: frozenset(n for n, v in choices.items() if v == verb) for verb in ("keep", "replace", "merge")}
        saved = SavedReport.opened(report)
        made = remake(saved.provenance, self.path)
        renewal = renew(saved, made.document, generator.Choices(**chosen), COMPUTED_COLUMNS)
        regions = [
            {
                "name": r.name,
                "title": r.title,
                "told": list(told(r)),
                "asks": r.outcome.stops,
                "sides": side_by_side(r.text.present, r.text.fresh) if r.outcome.stops else [],
            }
            for r in renewal.regions
        ]
        files = [] if renewal.is_stopped or renewal.data == report else [(name, renewal.data)]
        return Answer({"regions": regions, "stopped": renewal.is_stopped}, files)

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

    @staticmethod
    def import_plan(name: str, document: bytes) -> Answer:
        """Read a plan into a new workbook: what was understood, doubtful things first."""
        plan = generator.import_plan(document, name)
        tasks = [
            {
                "id": task.id,
                "text": task.text,
                "deadline": task.deadline.phrase,
                "days": ", ".join(short_date(m.last_day) for m in task.deadline.milestones if m.last_day),
                "lead": "; ".join(task.assignment.lead),
            }
            for task in plan.plan.tasks
        ]
        remarks = [{"place": r.place, "text": r.sentence} for r in plan.remarks]
        return Answer({"tasks": tasks, "remarks": remarks}, [("so-cchc.xlsx", generator.plan_workbook(plan))])

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


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, data)


def _name(path: Path, place: Path) -> str:
    return path.relative_to(place).as_posix()


def _periods(year: int) -> list[ReportingPeriod]:
    names = (*(f"{month:02}" for month in range(1, 13)), "Q1", "Q2", "H1", "Q3", "9M", "Q4", "H2")
    found = [ReportingPeriod.parse(f"{year}-{name}") for name in names] + [ReportingPeriod.parse(str(year))]
    return sorted(found, key=lambda p: (p.last_day, p.first_day), reverse=True)[::-1]
