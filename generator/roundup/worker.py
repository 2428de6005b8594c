"""The part of a round-up that runs in worker processes: a file in, what is taken over from it out. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.batch.workbooks import is_generated
from generator.book import messages
from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem
from generator.kinds import kind_of
from generator.making import digest_of, read_workbook
from generator.reporting.facts import UnitFacts, unit_facts
from generator.reporting.facts_in_file import facts_in_file
from generator.reporting.figures import report_figures
from generator.roundup.quoting import Quoted, quoted_from
from generator.word.package import NotAPackage, read_file
from generator.word.provenance import is_untouched, read_provenance


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that a unit may have sent. `place` is its path below the folder; `original` that of the workbook that the
    name of a copy points to. `is_before`: it lies in the folder of the year before, only to be compared with."""

    place: str
    path: Path
    is_copy: bool = False
    original: str = ""
    is_before: bool = False

    @property
    def is_word(self) -> bool:
        return self.path.suffix.lower() == ".docx"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file. Without `facts` nothing of it is counted, and `problems` say why; `quoted` is the text of a
    Word file that holds no figures of ours. `is_edited`: a report of ours that somebody changed since. Between
    processes and between runs the facts travel `packed`."""

    sent: Sent
    digest: str = ""
    facts: UnitFacts | None = None
    problems: tuple[Problem, ...] = ()
    quoted: Quoted | None = None
    is_edited: bool = False
    is_workbook: bool = True
    code: str = ""
    name: str = ""
    year: int = 0
    packed: str = ""

    def with_facts(self) -> Taken:
        """Return the same with its facts unpacked."""
        return replace(self, facts=UnitFacts.unpacked(self.packed)) if self.packed else self


@dataclass(frozen=True, slots=True)
class Taking:
    """What all files of a round-up share: the work of the pool."""

    period: ReportingPeriod
    kind: str
    as_of: date

    def make_chunk(self, items: Sequence[Sent]) -> list[Taken]:
        """Return what came of each file, in their order. Nothing that one of them holds stops the others."""
        return [self._taken(item) for item in items]

    def failed(self, item: Sent, message: str) -> Taken:
        return Taken(item, problems=(Problem("", "", message, code="not-read"),))

    def _taken(self, item: Sent) -> Taken:
        try:
            content = read_file(item.path)
        except OSError as fault:
            return Taken(item, problems=(messages.unread(fault),))
        digest = digest_of(content)
        try:
            taken = _from_word(item, content, digest) if item.is_word else self._from_workbook(item, content, digest)
        except MemoryError:
            taken = Taken(item, digest, problems=(messages.TOO_LARGE.at(),))
        except Exception as error:  # a fault of ours with one file must not cost the others theirs
            taken = Taken(item, digest, problems=(Problem("", "", _UNEXPECTED.format(error=error), code="unexpected"),))
        return taken

    def _from_workbook(self, item: Sent, content: bytes, digest: str) -> Taken:
        source = read_workbook(content, item.path.name)
        data = source.data
        if data is None:
            return Taken(item, digest, problems=source.problems, is_workbook=not is_generated(content))
        kind, period, as_of = kind_of(self.kind), self.period, self.as_of
        year = data.plan.year or period.year
        packed = ""
        if year == period.year - 1:
            period = period.same_period_last_year
            as_of = min(_a_year_before(as_of), kind.window(period, as_of.day).end)
        if year == period.year:
            packed = unit_facts(report_figures(data, period, kind, as_of)).packed()
        unit = data.unit
        return Taken(item, digest, None, source.problems, code=unit.code, name=unit.name, year=year, packed=packed)


_UNEXPECTED = "Lỗi ngoài dự kiến khi đọc tệp này: {error}."


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _from_word(item: Sent, content: bytes, digest: str) -> Taken:
    """A report that the program made carries its figures; of any other Word file only words are quoted."""
    try:
        provenance = read_provenance(content)
    except NotAPackage as fault:
        return Taken(item, digest, problems=(Problem("", "", str(fault), code="not-read"),))
    facts = facts_in_file(provenance.facts) if provenance else None
    if facts is None:
        return Taken(item, digest, quoted=quoted_from(content), code=provenance.unit if provenance else "")
    edited = not is_untouched(content)
    packed, code, name, year = facts.packed(), facts.code, facts.name, facts.year
    return Taken(item, digest, is_edited=edited, packed=packed, code=code, name=name, year=year)
