"""How a round-up says things: its phrases, units by name or by number, and each number with where it is from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.reporting.wording import Phrases, listed
from generator.roundup.counting import RATE, TASKS, UNITS, Key, Measure, Rate
from generator.roundup.figures import RoundUp, UnitTask
from generator.roundup.marks import marked
from generator.roundup.register import Line
from generator.vietnamese.numbers import count, percent

#: Stands for the superior itself where a number is counted from its own tasks.
OWN = "*"


@dataclass(frozen=True, slots=True)
class Source:
    """What a number is counted from, one by one: codes of units, or "code|task". `text` is the number as it is said."""

    key: str
    items: tuple[str, ...]
    text: str


def of_tasks(tasks: Iterable[UnitTask]) -> tuple[str, ...]:
    return tuple(f"{t.line.code}|{t.task.id}" for t in tasks)


def of_lines(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(line.code for line in lines)


class Voice:
    """Says one round-up. `sources` grows with every number that no rule of `counting` counts."""

    def __init__(self, figures: RoundUp, phrases: Phrases, appendix: dict[str, str] | None = None) -> None:
        self.figures = figures
        self.phrases = phrases
        self.appendix = appendix or {}
        self.units_word = units_word(figures.expected, phrases)
        self.sources: dict[str, Source] = {}

    def say(self, name: str, **values: str) -> str:
        return self.phrases.say(f"tong_hop_don_vi.{name}", cac=self.units_word, **values)

    def setting(self, name: str) -> int:
        return int(self.phrases.value(f"tong_hop_don_vi.{name}"))

    def field_name(self, field: str) -> str:
        return str(self.phrases.value(f"tong_hop_don_vi.ten_linh_vuc.{field}"))

    # -- numbers ------------------------------------------------------------------------------
    def number(self, key: Key, text: str, items: Sequence[str]) -> str:
        """Return a number's text with its key, and remember what it is counted from."""
        self.sources[str(key)] = Source(str(key), tuple(items), text)
        return marked(key, text)

    def units(self, what: str, lines: Sequence[Line], of: str = "") -> str:
        """Return the number of units; with `of`, how many there are in all, as "14/24"."""
        text = count(len(lines)) if lines else "0"
        return self.number(Key(UNITS, what), f"{text}/{of}" if of else text, of_lines(lines))

    def tasks(self, what: str, tasks: Sequence[UnitTask]) -> str:
        return self.number(Key(TASKS, what), count(len(tasks)) if tasks else "0", of_tasks(tasks))

    def counted(self, measure: Measure, n: int, field: str = "") -> str:
        """Return a number that a rule counts over all tasks, or over those of a field."""
        return marked(Key(TASKS, measure.value, field), count(n) if n else "0")

    def rate(self, rate: Rate, field: str = "") -> str:
        assert rate.percent is not None
        return marked(Key(TASKS, RATE, field), percent(rate.percent))

    # -- units --------------------------------------------------------------------------------
    def names(self, lines: Iterable[Line]) -> str:
        return listed(unit_name(line) for line in lines)

    def named_or_listed(self, lines: Sequence[Line]) -> str:
        """The names; of very many only where they are listed."""
        if len(lines) <= self.setting("neu_ten_chua_gui"):
            return self.names(lines)
        return self.say("xem_phu_luc", phu_luc=self.appendix.get("don_vi", ""))

    def few(self, lines: Sequence[Line], what: str) -> str:
        """The names of a few, the number of many."""
        if len(lines) <= self.setting("neu_ten_toi_da"):
            return self.names(lines)
        return self.say("don_vi", n=self.units(what, lines))

    def are_few(self, lines: Sequence[object]) -> bool:
        return len(lines) <= self.setting("neu_ten_toi_da")


def unit_name(line: Line) -> str:
    """A unit's name in a list: "phường Tân Lập"."""
    return line.name.removeprefix("UBND ")


def units_word(lines: Iterable[Line], phrases: Phrases) -> str:
    """What the units are called together: "xã, phường", by the levels in their names."""
    names = [unit_name(line).lower() for line in lines]
    levels = [str(level) for level in phrases.value("tong_hop_don_vi.cac_cap")]
    there = [level for level in levels if any(name.startswith(f"{level} ") for name in names)]
    all_known = all(any(name.startswith(f"{level} ") for level in levels) for name in names)
    return ", ".join(there) if there and all_known else str(phrases.value("tong_hop_don_vi.cac_don_vi"))
