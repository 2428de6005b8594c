"""The manifest beside the outputs: what each unit's report was made from, so that a later run makes only the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem, Severity
from generator.word.package import read_file, write_atomically

NAME = "cchc-batch.json"
_FORM = 1


@dataclass(frozen=True, slots=True)
class BatchKey:
    """What one batch is of: a kind, a period's id, and the way from the outputs to the workbooks."""

    kind: str
    period: str
    way: str

    @classmethod
    def parse(cls, text: str) -> BatchKey:
        """Return the key written as `str()` does. Raises TypeError, UnknownPeriod."""
        key = cls(*text.split(" ", 2))
        ReportingPeriod.parse(key.period)
        return key

    def __str__(self) -> str:
        return f"{self.kind} {self.period} {self.way}"

    @property
    def year(self) -> int:
        return ReportingPeriod.parse(self.period).year


@dataclass(frozen=True, slots=True)
class Entry:
    """One workbook's report. `output` is a file name in the folder; days are ISO; digests are of whole files.

    A unit that failed keeps the `output` of the time before: that file is still its report. `pdf_of` is the digest of
    the Word file that the PDF was made from. `version` is the maker's, its code counted in. `year` is the plan's, 0
    unknown; `owed` are the names of the periods that the unit says it owes, by kind of report. `beside_digest` is of
    its workbooks of the years before and after.
    """

    unit: str = ""
    unit_name: str = ""
    workbook_digest: str = ""
    template_digest: str = ""
    phrases_digest: str = ""
    version: str = ""
    as_of: str = ""
    window_end: str = ""
    output: str = ""
    output_digest: str = ""
    made: bool = False
    problems: tuple[Problem, ...] = ()
    tasks: int = 0
    done: int = 0
    late: int = 0
    pdf_of: str = ""
    year: int = 0
    owed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside_digest: str = ""

    def failed(self, problems: tuple[Problem, ...]) -> Entry:
        return replace(self, made=False, problems=problems)


class Manifest:
    """Entries of all batches made into one folder: by batch (kind, period and where from), then by workbook."""

    def __init__(self, path: Path, batches: dict[BatchKey, dict[str, Entry]], summary_digest: str = "") -> None:
        self._path = path
        self._batches = batches
        self.summary_digest = summary_digest

    @classmethod
    def load(cls, folder: Path) -> Manifest:
        """Return the folder's manifest; one that is missing or unreadable is empty, and everything is made again."""
        path = folder / NAME
        try:
            data = json.loads(read_file(path))
            if data["form"] != _FORM:
                return cls(path, {})
            batches = {
                BatchKey.parse(batch): {workbook: _entry(fields) for workbook, fields in entries.items()}
                for batch, entries in data["batches"].items()
            }
            return cls(path, batches, data["summary"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls(path, {})

    def of(self, batch: BatchKey) -> dict[str, Entry]:
        """Return the batch's entries by workbook, to be read and changed."""
        return self._batches.setdefault(batch, {})

    @property
    def batches(self) -> tuple[BatchKey, ...]:
        return tuple(self._batches)

    def everything(self) -> Iterator[tuple[BatchKey, str, Entry]]:
        """Yield batch, workbook and entry."""
        for batch, entries in self._batches.items():
            for workbook, entry in entries.items():
                yield batch, workbook, entry

    def save(self) -> None:
        """Write it whole or not at all. Raises OSError."""
        batches = {
            str(batch): {workbook: _fields(entry) for workbook, entry in sorted(entries.items())}
            for batch, entries in sorted(self._batches.items(), key=lambda one: str(one[0]))
        }
        data = {"form": _FORM, "summary": self.summary_digest, "batches": batches}
        write_atomically(self._path, json.dumps(data, ensure_ascii=False).encode())


def _fields(entry: Entry) -> dict[str, Any]:
    fields = {name: getattr(entry, name) for name in Entry.__slots__ if getattr(entry, name)}
    if entry.problems:
        fields["problems"] = [asdict(problem) for problem in entry.problems]
    return fields


def _entry(fields: dict[str, Any]) -> Entry:
    problems = tuple(
        Problem(**{**problem, "severity": Severity(problem.get("severity", Severity.ERROR))})
        for problem in fields.pop("problems", ())
    )
    return Entry(problems=problems, **fields)
