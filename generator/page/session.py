"""Answers the page's questions: each takes values and files as bytes, and returns what a screen shows and a file.

A door like the commands: it asks `generator`'s functions and puts nothing into them. Dates are ISO texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import generator
from generator.commands.json_output import problem_as_json
from generator.commands.renewal_words import told
from generator.domain.period import ReportingPeriod
from generator.dues import already_reported
from generator.making import default_as_of
from generator.vietnamese.dates import short_date


@dataclass(frozen=True, slots=True)
class Answer:
    """What a screen shows, and the file that came of it, with its name."""

    shown: Mapping[str, Any]
    name: str = ""
    data: bytes = b""


@dataclass(slots=True)
class Session:
    """The workbook that is open. Questions raise ValueError with a whole message in Vietnamese."""

    today: date
    name: str = ""
    source: generator.Source | None = None
    _content: bytes = field(default=b"", repr=False)

    def open(self, name: str, content: bytes) -> Answer:
        """Read a workbook: whose it is, what may be reported, which report is due, what is to be looked at."""
        source = generator.read_workbook(content, name)
        if source.data is None:
            return Answer({"problems": [problem_as_json(p) for p in source.problems]})
        self.name, self.source, self._content = name, source, content
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

    def report(self, kind: str, period: str, as_of: str) -> Answer:
        """Make a report."""
        source, data = self._opened()
        day = date.fromisoformat(as_of) if as_of else None
        request = generator.request_for(data, self.today, period=period, kind=kind, as_of=day)
        made = generator.make(source, request)
        problems = [problem_as_json(p) for p in made.problems]
        return Answer({"as_of": short_date(request.as_of), "problems": problems}, made.name, made.data)

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
        return Answer({"added": added, "notes": notes}, self.name, opened.data)

    def renew(self, report: bytes, choices: Mapping[str, str]) -> Answer:
        """Renew a report that a person edited; what stops it is shown with what each side says."""
        source, _ = self._opened()
        chosen = {verb: frozenset(n for n, v in choices.items() if v == verb) for verb in ("keep", "replace", "merge")}
        renewal = generator.renew(report, source, generator.Choices(**chosen))
        regions = [
            {"name": r.name, "title": r.title, "told": list(told(r)), "asks": r.outcome.stops} for r in renewal.regions
        ]
        return Answer({"regions": regions, "stopped": renewal.is_stopped}, "", renewal.data)

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
        return Answer(
            {"error": verdict.error or "", "findings": findings, "mended": len(outcome.changes)}, name, outcome.data
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
        return Answer({"tasks": tasks, "remarks": remarks}, "so-cchc.xlsx", generator.plan_workbook(plan))

    def _opened(self) -> tuple[generator.Source, generator.UnitYear]:
        if self.source is None or self.source.data is None:
            raise ValueError("Chưa chọn sổ. Hãy chọn tệp sổ Excel trước.")
        return self.source, self.source.data


def _periods(year: int) -> list[ReportingPeriod]:
    names = (*(f"{month:02}" for month in range(1, 13)), "Q1", "Q2", "H1", "Q3", "9M", "Q4", "H2")
    found = [ReportingPeriod.parse(f"{year}-{name}") for name in names] + [ReportingPeriod.parse(str(year))]
    return sorted(found, key=lambda p: (p.last_day, p.first_day), reverse=True)[::-1]
