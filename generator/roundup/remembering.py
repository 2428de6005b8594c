"""What was taken over from each file, kept beside the outputs: an unchanged workbook is not read again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from generator.batch.maker import maker
from generator.domain.problem import Problem, Severity
from generator.domain.unit import ExpectedUnit
from generator.roundup.quoting import Quoted
from generator.roundup.worker import Sent, Taken
from generator.word.package import read_file, write_atomically

NAME = "cchc-tong-hop.json"
_FORM = 1


@dataclass
class Memory:
    """The file beside the outputs. `run` names period, kind and day; `units` those that earlier runs heard of."""

    path: Path
    run: str
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path, run: str) -> Memory:
        """Return the folder's memory; one that is missing, damaged or another program's is empty."""
        path = folder / NAME
        try:
            data = json.loads(read_file(path))
            if data["form"] != _FORM:
                return cls(path, run)
            same = data["run"] == run and data["version"] == maker()
            return cls(path, run, dict(data["files"]) if same else {}, dict(data["units"]), dict(data["written"]))
        except (OSError, ValueError, KeyError, TypeError):
            return cls(path, run)

    def known(self, sent: Sent, digest_of: Callable[[Path], str]) -> Taken | None:
        """Return what was taken from a file when it was read last, None when it has changed since."""
        kept = self.files.get(sent.place)
        if kept is None or kept["digest"] != (digest := digest_of(sent.path)):
            return None
        quoted = Quoted(**{name: tuple(texts) for name, texts in kept["quoted"].items()}) if kept["quoted"] else None
        problems = tuple(Problem(**{**p, "severity": Severity(p["severity"])}) for p in kept["problems"])
        more = {name: kept[name] for name in ("is_edited", "is_workbook", "code", "name", "year", "packed")}
        return Taken(sent, digest, None, problems, quoted, **more)

    def keep(self, taken: Iterable[Taken]) -> None:
        """Remember what was taken; a file that is gone is forgotten, its unit is not."""
        self.files = {t.sent.place: _kept(t) for t in taken if t.digest}
        self.units |= {t.code: t.name for t in taken if t.code and not t.sent.is_before}

    @property
    def expected(self) -> tuple[ExpectedUnit, ...]:
        """The units that earlier runs heard of: whom to wait for where no list says it."""
        return tuple(ExpectedUnit(code, name or code) for code, name in sorted(self.units.items()))

    def save(self) -> None:
        """Write it whole or not at all. Raises OSError."""
        same = {"form": _FORM, "version": maker(), "run": self.run}
        data = {**same, "units": self.units, "written": self.written, "files": self.files}
        write_atomically(self.path, json.dumps(data, ensure_ascii=False).encode())


def _kept(taken: Taken) -> dict[str, Any]:
    names = ("digest", "is_edited", "is_workbook", "code", "name", "year", "packed")
    return {
        **{name: getattr(taken, name) for name in names},
        "problems": [asdict(problem) for problem in taken.problems],
        "quoted": asdict(taken.quoted) if taken.quoted else None,
    }
