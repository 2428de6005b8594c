"""Automatic numbers ("1.", "a)", "-") as text: counted like Word does, so that they can be read like typed ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from generator.vietnamese.text import roman
from generator.word.read.properties import VAL, Properties, W, integer, paragraph_properties


def _written(number: int, form: str) -> str:
    if form == "upperRoman":
        return roman(number)
    if form == "lowerRoman":
        return roman(number).lower()
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)


@dataclass(slots=True)
class _Level:
    form: str
    text: str
    start: int
    properties: Properties


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document. `next_label` must be asked paragraph by paragraph, in reading order."""

    def __init__(self, root: Any) -> None:
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        abstract = {
            a.get(f"{W}abstractNumId"): {
                (integer(lvl.get(f"{W}ilvl")) or 0): _level(lvl) for lvl in a.iterfind(f"{W}lvl")
            }
            for a in root.iterfind(f"{W}abstractNum")
        }
        shared: dict[str, dict[int, int]] = {}
        for num in root.iterfind(f"{W}num"):
            reference = num.find(f"{W}abstractNumId")
            identifier = "" if reference is None else reference.get(VAL, "")
            levels = dict(abstract.get(identifier, {}))
            overrides = num.findall(f"{W}lvlOverride")
            for override in overrides:
                _override(levels, override)
            counts = {} if overrides else shared.setdefault(identifier, {})
            self._lists[num.get(f"{W}numId", "")] = _List(levels, counts)

    def level_properties(self, number: str, level: int) -> Properties:
        """Return the paragraph properties that a list's level brings."""
        found = self._lists.get(number)
        return found.levels[level].properties if found and level in found.levels else {}

    def next_label(self, number: str, level: int) -> str:
        """Return the label of the next paragraph of a list, such as "1." or "-"; empty when it has none."""
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return ""
        here = found.levels[level]
        if here.form == "none":
            return ""
        if here.form == "bullet":
            return "-" if here.text in ("-", "–", "\uf02d") else "•"
        found.counts[level] = found.counts.get(level, here.start - 1) + 1
        for deeper in [other for other in found.counts if other > level]:
            del found.counts[deeper]

        def value(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            its = found.levels.get(other)
            return _written(found.counts.get(other, its.start), its.form) if its else ""

        return re.sub(r"%(\d)", value, here.text)


def _level(element: Any) -> _Level:
    def value(name: str, otherwise: str) -> str:
        child = element.find(f"{W}{name}")
        return otherwise if child is None else str(child.get(VAL, otherwise))

    properties = paragraph_properties(element.find(f"{W}pPr"))
    return _Level(value("numFmt", "decimal"), value("lvlText", ""), integer(value("start", "1")) or 1, properties)


def _override(levels: dict[int, _Level], override: Any) -> None:
    at = integer(override.get(f"{W}ilvl")) or 0
    if (given := override.find(f"{W}lvl")) is not None:
        levels[at] = _level(given)
    start = override.find(f"{W}startOverride")
    if start is not None and at in levels:
        old = levels[at]
        levels[at] = _Level(old.form, old.text, integer(start.get(VAL)) or 1, old.properties)
