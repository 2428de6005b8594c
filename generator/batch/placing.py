"""Where each report goes: names that stay, that no two units share, and files edited by hand left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from generator.vietnamese.file_names import file_stem
from generator.word.package import NotAPackage, read_file, write_atomically
from generator.word.provenance import is_untouched, read_provenance


class EditedByHand(Exception):
    """The unit's report, at `path`, holds somebody's work."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class Places:
    """The names in the outputs folder by owner. A name once given stays its unit's, while others come and go."""

    def __init__(self, outputs: Path, owned: Iterable[tuple[str, str]]) -> None:
        self._outputs = outputs
        self._owners = {name.casefold(): owner for name, owner in owned}

    def write(self, wanted: str, owner: str, unit: str, data: bytes) -> Path:
        """Write a unit's report under the name wanted, or one beside it. Raises EditedByHand, OSError."""
        for name in _names(wanted, unit):
            if self._owners.get(name.casefold(), owner) != owner:
                continue
            path = self._outputs / name
            if path.exists():
                there = read_file(path)
                if _is_of_another(there, unit):
                    continue
                if not is_untouched(there):
                    raise EditedByHand(path)
            write_atomically(path, data)
            self._owners[name.casefold()] = owner
            return path
        raise AssertionError("there is always another number")


def _names(wanted: str, unit: str) -> Iterator[str]:
    yield wanted
    stem, ending = Path(wanted).stem, Path(wanted).suffix
    if unit:
        yield f"{stem} ({file_stem(unit)}){ending}"
    for number in count(2):
        yield f"{stem} ({number}){ending}"


def _is_of_another(data: bytes, unit: str) -> bool:
    try:
        provenance = read_provenance(data)
    except NotAPackage:
        return False
    return provenance is not None and bool(unit and provenance.unit) and provenance.unit != unit
