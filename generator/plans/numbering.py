"""The numbers that Word shows but does not write: automatic lists, computed from numbering.xml."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from generator.plans.word_xml import attribute, child, children, value
from generator.vietnamese.text import roman


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counters: dict[int, int] = field(default_factory=dict)
    style_levels: dict[str, int] = field(default_factory=dict)


class NumberingLabels:
    """Gives each paragraph of an automatic list its label, in document order: Word counts as it goes."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._list_of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()
        if root is None:
            return
        for abstract in children(root, "abstractNum"):
            self._lists[attribute(abstract, "abstractNumId") or ""] = _read_list(abstract)
        for num in children(root, "num"):
            num_id = attribute(num, "numId") or ""
            self._list_of[num_id] = value(child(num, "abstractNumId")) or ""
            for override in children(num, "lvlOverride"):
                start = value(child(override, "startOverride"))
                if start is not None and start.isdecimal() and len(start) < 6:
                    self._overrides.setdefault(num_id, {})[_level(override)] = int(start)

    def level_of_style(self, num_id: str, style_id: str) -> int:
        """The level that a list gives to paragraphs of a style."""
        numbered = self._lists.get(self._list_of.get(num_id, ""))
        return numbered.style_levels.get(style_id, 0) if numbered else 0

    def next_label(self, num_id: str, level: int) -> str:
        """Return the label of the next paragraph of this list and level ("III.", "1.2", "-"), empty for none."""
        numbered = self._lists.get(self._list_of.get(num_id, ""))
        if numbered is None or level not in numbered.levels:
            return ""
        if num_id not in self._started:
            self._started.add(num_id)
            for at, start in self._overrides.get(num_id, {}).items():
                numbered.counters[at] = start - 1
        own = numbered.levels[level]
        numbered.counters[level] = numbered.counters.get(level, own.start - 1) + 1
        for deeper in [at for at in numbered.counters if at > level]:
            del numbered.counters[deeper]
        if own.form == "bullet":
            return "+" if "+" in own.text else "-"
        if own.form == "none":
            return ""
        return re.sub(r"%(\d)", lambda m: _shown(numbered, int(m[1]) - 1, own), own.text)


def _shown(numbered: _List, level: int, own: _Level) -> str:
    at = numbered.levels.get(level, _Level())
    return formatted(numbered.counters.get(level, at.start), "decimal" if own.legal else at.form)


def formatted(number: int, form: str) -> str:
    """Return a counter in one of Word's number formats; unknown ones are shown as Arabic figures."""
    match form:
        case "upperRoman" | "lowerRoman" if number > 0:
            return roman(number) if form == "upperRoman" else roman(number).lower()
        case "upperLetter" | "lowerLetter" if number > 0:
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters.upper() if form == "upperLetter" else letters
        case "decimalZero":
            return f"{number:02}"
    return str(number)


def _level(element: etree._Element) -> int:
    text = attribute(element, "ilvl") or ""
    return int(text) if text in tuple("012345678") else 0


def _read_list(abstract: etree._Element) -> _List:
    numbered = _List()
    for lvl in children(abstract, "lvl"):
        index = _level(lvl)
        start = value(child(lvl, "start")) or "1"
        numbered.levels[index] = _Level(
            start=int(start) if start.isdecimal() and len(start) < 6 else 1,
            form=value(child(lvl, "numFmt")) or "decimal",
            text=value(child(lvl, "lvlText")) or "",
            legal=child(lvl, "isLgl") is not None,
        )
        if style := value(child(lvl, "pStyle")):
            numbered.style_levels[style] = index
    return numbered
