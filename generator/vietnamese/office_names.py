"""Names of offices: a list that a place can extend, and where a name ends that is on no list.

The list helps to recognise a name and to print it one way; it never cuts a longer one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from generator.vietnamese.office_spans import GOES_ON, name_pattern
from generator.vietnamese.text import capital, folded
from generator.vietnamese.titles import COMMITTEE

#: In a name of unit_names.toml: the people's committee whose plan it is.
_OWN_LEVEL = "{cấp}"
#: A place's own names, beside the plan; same form as unit_names.toml.
OWN_NAMES = "ten-don-vi.toml"


class UnreadableNames(ValueError):
    """A place's own names cannot be read. The message is whole and in Vietnamese."""


class Name(NamedTuple):
    """A name as it is printed, where it ends in its text, and whether the list has it."""

    printed: str
    end: int
    known: bool


@dataclass(frozen=True, slots=True)
class UnitNames:
    """Names as they are printed by every way of writing them.

    `level` is whose "Các phòng chuyên môn" they are (" thuộc UBND phường").
    """

    printed: Mapping[str, str]
    level: str = ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """One pattern that finds the longest at a position, compiled when it is first looked for."""
        return _pattern_of(tuple(self.printed))

    def printed_name(self, written: str) -> str:
        name = self.printed[_plain(written)]
        if _OWN_LEVEL in name and "thuộc" in written:
            return capital(written)
        return name.replace(_OWN_LEVEL, self.level)

    def name_at(self, text: str, position: int = 0) -> Name | None:
        """Return the name that starts here, whole, whether it is on the list or not; None when none does."""
        listed = self.pattern.match(text, position)
        found = name_pattern().match(text, position)
        if listed is None:
            return Name(found[0].strip(), found.end(), False) if found else None
        on_list = Name(self.printed_name(listed[0]), listed.end(), True)
        if found is None or found.end() <= listed.end():
            return on_list
        if _plain(found[0]) in self.printed:
            return Name(self.printed_name(found[0]), found.end(), True)
        goes_on = GOES_ON.match(text, listed.end())
        if goes_on is None or self.pattern.match(text, goes_on.end()):
            return on_list
        return Name(found[0].strip(), found.end(), False)

    def of_unit(self, issuer: str) -> UnitNames:
        """Return the names as the plan of `issuer` means them: "Các phòng chuyên môn" are those of its own level."""
        match = COMMITTEE.search(issuer)
        return replace(self, level=f" thuộc UBND {match['level'].lower()}" if match else "")


@lru_cache(maxsize=4)
def load_names(own: bytes = b"") -> UnitNames:
    """Return the shipped names with those of an office's own table. Raises UnreadableNames."""
    shipped = files("generator.vietnamese").joinpath("unit_names.toml").read_text("utf-8")
    try:
        units = tomllib.loads(own.decode("utf-8-sig")).get("unit", [])
    except UnicodeDecodeError as exc:
        raise UnreadableNames(f"Không đọc được tệp tên cơ quan, đơn vị {OWN_NAMES}: hãy lưu dạng UTF-8.") from exc
    except tomllib.TOMLDecodeError as exc:
        raise UnreadableNames(f"Tệp {OWN_NAMES} viết sai mẫu ({exc}); xem mẫu trong hướng dẫn.") from exc
    if not isinstance(units, list):
        raise UnreadableNames(f"Tệp {OWN_NAMES} viết sai mẫu: mỗi cơ quan, đơn vị là một mục [[unit]].")
    printed: dict[str, str] = {}
    for unit in [*units, *tomllib.loads(shipped)["unit"]]:
        if not isinstance(unit, dict) or not isinstance(unit.get("name"), str):
            raise UnreadableNames(f'Tệp {OWN_NAMES}: mỗi mục [[unit]] phải có dòng name = "…".')
        also = unit.get("also", [])
        if not isinstance(also, list) or not all(isinstance(way, str) for way in also):
            raise UnreadableNames(f'Tệp {OWN_NAMES}, “{unit["name"]}”: dòng also phải có dạng also = ["…", "…"].')
        for way in (unit["name"].replace(_OWN_LEVEL, ""), *also):
            printed.setdefault(_plain(way), unit["name"])
    return UnitNames(printed)


@lru_cache(maxsize=4)
def _pattern_of(ways: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(ways, key=len, reverse=True)
    return re.compile("|".join(map(_as_pattern, longest_first)), re.IGNORECASE)


def _plain(name: str) -> str:
    return folded(re.sub(r"\s*[-–]\s*", " - ", re.sub(r"\.\s+", ".", name)))


def _as_pattern(way: str) -> str:
    words = re.escape(re.sub(r"\.\s+", ".", way)).replace(r"\.", r"\.\s*")
    words = words.replace(r"\ \-\ ", r"\s*[-–]\s*").replace(r"\ ", r"\s+")
    return rf"(?:{words})(?!\w)"
