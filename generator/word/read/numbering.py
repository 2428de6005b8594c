"""Automatic numbers ("1.", "a)", "-") as text: counted like Word does, so that they can be read like typed ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from generator.vietnamese.text import roman
from generator.word.read.properties import VAL, Properties, W, integer, is_on, paragraph_properties

#: What Word's own dialog allows.
_LARGEST_START = 32767


def _written(number: int, form: str) -> str:
    if form == "decimalZero":
        return f"{number:02d}"
    if number < 1 or form not in ("upperRoman", "lowerRoman", "upperLetter", "lowerLetter"):
        return str(number)
    letters = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    shown = roman(number) if form.endswith("Roman") else letters
    return shown if form.startswith("upper") else shown.lower()


@dataclass(frozen=True, slots=True)
class _Level:
    """`restart`: it starts anew after a level of a smaller index than this."""

    form: str
    text: str
    start: int
    legal: bool
    restart: int
    style: str
    properties: Properties


@dataclass(slots=True)
class _List:
    """Lists of one abstract list count on together; `starts` are levels that this one begins anew, once."""

    levels: dict[int, _Level]
    counts: dict[int, int]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document. `next_label` must be asked paragraph by paragraph, in reading order."""

    def __init__(self, root: Any) -> None:
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        abstract: dict[str, _List] = {}
        links: dict[str, str] = {}
        for element in root.iterfind(f"{W}abstractNum"):
            identifier = element.get(f"{W}abstractNumId", "")
            levels = (_level(lvl) for lvl in element.iterfind(f"{W}lvl"))
            abstract[identifier] = _List(dict(levels), {})
            if style := _value(element, "styleLink"):
                links[style] = identifier
        for element in root.iterfind(f"{W}abstractNum"):
            if (name := _value(element, "numStyleLink")) in links:
                abstract[element.get(f"{W}abstractNumId", "")] = abstract[links[name]]
        for num in root.iterfind(f"{W}num"):
            shared = abstract.get(_value(num, "abstractNumId"), _List({}, {}))
            own = _List(dict(shared.levels), shared.counts)
            for override in num.iterfind(f"{W}lvlOverride"):
                own.levels.update(_level(lvl) for lvl in override.iterfind(f"{W}lvl"))
                if (start := override.find(f"{W}startOverride")) is not None:
                    own.starts[integer(override.get(f"{W}ilvl")) or 0] = _start(start.get(VAL))
            self._lists[num.get(f"{W}numId", "")] = own

    def level_properties(self, number: str, level: int) -> Properties:
        """Return the paragraph properties that a list's level brings."""
        found = self._lists.get(number)
        return found.levels[level].properties if found and level in found.levels else {}

    def level_of_style(self, number: str, style: str) -> int:
        """Return the level that a list gives to paragraphs of a style."""
        found = self._lists.get(number)
        return next((at for at, level in found.levels.items() if level.style == style), 0) if found else 0

    def next_label(self, number: str, level: int) -> str:
        """Return the label of the next paragraph of a list, such as "1." or "-"; empty when it has none."""
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return ""
        here, counts = found.levels[level], found.counts
        counts.update({at: start - 1 for at, start in found.starts.items()})
        found.starts = {}
        counts[level] = counts.get(level, here.start - 1) + 1
        for deeper in [
            at for at in counts if at > level and (at not in found.levels or level < found.levels[at].restart)
        ]:
            del counts[deeper]
        if here.form == "bullet":
            return "-" if here.text in ("-", "–", "\uf02d") else "+" if "+" in here.text else "•"
        if here.form == "none":
            return ""

        def value(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            its = found.levels.get(other)
            return _written(counts.get(other, its.start), "decimal" if here.legal else its.form) if its else ""

        return re.sub(r"%(\d)", value, here.text)


def _value(element: Any, name: str, otherwise: str = "") -> str:
    child = element.find(f"{W}{name}")
    return otherwise if child is None else str(child.get(VAL, otherwise))


def _start(text: str | None) -> int:
    start = integer(text)
    return 1 if start is None or not 0 <= start <= _LARGEST_START else start


def _level(element: Any) -> tuple[int, _Level]:
    at = integer(element.get(f"{W}ilvl")) or 0
    legal = element.find(f"{W}isLgl")
    restart = integer(_value(element, "lvlRestart"))
    return at, _Level(
        form=_value(element, "numFmt", "decimal"),
        text=_value(element, "lvlText"),
        start=_start(_value(element, "start")),
        legal=legal is not None and is_on(legal),
        restart=at if restart is None else restart,
        style=_value(element, "pStyle"),
        properties=paragraph_properties(element.find(f"{W}pPr")),
    )
