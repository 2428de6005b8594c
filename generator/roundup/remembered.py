"""What a round-up's Word file remembers of how it was made: enough to make it again, and to explain its numbers."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from generator.word.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Remembered:
    """`folder` and `own` are the ways from the file to the units' folder and to the superior's workbook, empty where
    there is none; `numbers` are the keys of its numbers by their bookmarks."""

    kind: str = ""
    folder: str = ""
    own: str = ""
    numbers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, provenance: Provenance) -> Remembered:
        """Return what a file remembers, nothing where that is damaged."""
        try:
            return cls(**json.loads(provenance.facts))
        except (ValueError, TypeError):
            return cls()

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def way_to(path: Path | None, outputs: Path) -> str:
    """Return the way from the outputs to a path: still right when both are moved together. Empty from another drive."""
    try:
        return Path(os.path.relpath(path.resolve(), outputs.resolve())).as_posix() if path else ""
    except ValueError:
        return ""
