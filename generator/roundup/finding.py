"""Which numbers of a round-up are meant: by key, by the name of a unit, field, task or indicator, or as it is written.

Its Word file and its workbook answer alike; what the Word file says of a number only makes the choice narrower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from generator.roundup.counting import (
    BEFORE,
    FIGURE,
    LAST_YEAR,
    MAPPED,
    MEASURE_NAMES,
    NOW,
    RATE,
    TASKS,
    THEN,
    UNITS,
    Counts,
    Group,
    Key,
    Measure,
)
from generator.roundup.explaining import RATES, Behind, Explained, Tables
from generator.roundup.source_sheets import SourceRow
from generator.roundup.workbook_lists import INDICATORS, NUMBERS, REGISTER
from generator.vietnamese.numbers import percent, quantity, read_number
from generator.vietnamese.text import key, plain

#: A number, perhaps of a whole, and up to three words of what it counts.
_WRITTEN = re.compile(r"(\d[\d.,]*)(?:/(\d[\d.,]*))?\s*(%|phần trăm)?\s*((?:[^\W\d]+\s*){0,3})[.,;:]?", re.IGNORECASE)
_APPENDIX = re.compile(r"phụ lục [ivx]+\s*[,:;]\s*", re.IGNORECASE)
#: What is counted, by the words of sentences, of headings, and those that people type.
_MEASURES = {
    **{key(name): measure for measure, name in MEASURE_NAMES.items()},
    key(Group.LATE.value): Measure.LATE,
    key("quá hạn"): Measure.LATE,
    key("hoàn thành"): Measure.DONE,
    key("tổng số nhiệm vụ"): Measure.TOTAL,
}
_NOT_COUNTED = "Không tính đơn vị này: {status}."
_OF_UNIT = "Tình trạng gửi: {status}. Đến hạn {due}, đã hoàn thành {done}, quá hạn {late}."
#: Shorter names are not looked for at the end of others.
_LONG_ENOUGH = 4


class _Written(NamedTuple):
    """A number as people write it: one, or a part and its whole; and the word behind it."""

    numbers: tuple[Decimal, ...] = ()
    is_percent: bool = False
    noun: str = ""

    def same(self, other: _Written) -> bool:
        return self[:2] == other[:2]


def found(tables: Tables, asked: str, said: Iterable[tuple[str, str]] = ()) -> list[Explained]:
    """Return what is behind what somebody asked for, nothing when it is not known. `said` are key and text of the
    numbers of the Word file."""
    asked = asked.strip()
    if direct := tables.explained(asked) or tables.named(asked) or _about(tables, plainly(asked)):
        return [direct]
    written = _written(asked)
    if not written.numbers:
        return []
    names = list(dict.fromkeys(_rate_of(name, text) for name, text in said if _written(text).same(written)))
    names = names or list(dict.fromkeys(_names(tables, written)))
    names = [name for name in names if _is_of(name, written.noun)] or names
    return [explained for name in names if (explained := tables.explained(name))]


def plainly(asked: str) -> str:
    """Return what is asked for without the appendix it stands in, and a number without what it counts: "17/47 nhiệm vụ"
    is "17/47", "92 phần trăm" is "92%"."""
    asked = _APPENDIX.sub("", asked.strip())
    match = _WRITTEN.fullmatch(asked)
    if match is None:
        return asked
    part, whole, is_percent, _ = match.groups()
    return part + (f"/{whole}" if whole else "") + ("%" if is_percent else "")


def _written(text: str) -> _Written:
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        return _Written()
    part, whole, is_percent, noun = match.groups()
    numbers = [read_number(number.rstrip(".,")) for number in (part, whole) if number]
    return _Written(tuple(n for n in numbers if n is not None), bool(is_percent), key(noun))


def _is_of(name: str, noun: str) -> bool:
    """Whether a number may stand before a noun: it counts tasks, or units."""
    about, _, rest = name.partition(".")
    counts_units = about == UNITS or (about == MAPPED and rest.startswith("don-vi"))
    if noun.startswith("nhiệmvụ"):
        return not counts_units and about != FIGURE
    return counts_units if noun.startswith(("đơnvị", "xã", "phường")) else True


def _rate_of(name: str, text: str) -> str:
    """A pair of what was done and what was due is their rate."""
    found_key = Key.parse(name)
    pairs = {part.value: rate for rate, (part, _) in RATES.items()}
    if "/" in text and found_key and found_key.about == TASKS and found_key.what in pairs:
        return str(replace(found_key, what=pairs[found_key.what]))
    return name


# -- by how it is written -------------------------------------------------------------------------


def _names(tables: Tables, written: _Written) -> Iterator[str]:
    """Yield the keys of the numbers that are written so: of single units when none of the whole is."""
    of_all = [*_printed(tables, written), *_rates(tables, written, _of_all(tables))]
    yield from of_all or _rates(tables, written, _of_units(tables)) or _changes(tables, written)


def _printed(tables: Tables, written: _Written) -> Iterator[str]:
    for row in tables.rows(NUMBERS):
        text = row[4] or row[2]
        number = read_number(row[2])
        if _written(text).same(written) or (written[:2] == ((number,), False)):
            yield row[0]


def _rates(tables: Tables, written: _Written, pairs: Iterable[tuple[str, Decimal | int, Decimal | int]]) -> list[str]:
    return [name for name, part, whole in pairs if whole and _reads(written, Decimal(part), Decimal(whole))]


def _reads(written: _Written, part: Decimal, whole: Decimal) -> bool:
    """Whether a rate is written so: as part and whole, or as a percentage, the sign left out in tables."""
    if len(written.numbers) > 1:
        return written.numbers == (part, whole)
    return _written(percent(part * 100 / whole)).numbers == written.numbers


def _of_all(tables: Tables) -> Iterator[tuple[str, Decimal | int, Decimal | int]]:
    yield from _of_tasks(tables, "", "", tables.tasks)
    for name, field in tables.fields.items():
        yield from _of_tasks(tables, field, "", (t for t in tables.tasks if t.field == name))
    for row in tables.rows(INDICATORS):
        if row[4] and row[5]:
            yield str(Key(FIGURE, row[1])), Decimal(row[4]), Decimal(row[5])
    if own := tables.explained(str(Key(MAPPED, RATE))):
        yield own.key, own.value, own.whole or 0


def _of_units(tables: Tables) -> Iterator[tuple[str, Decimal | int, Decimal | int]]:
    by_unit: dict[str, list[SourceRow]] = {}
    for task in tables.tasks:
        by_unit.setdefault(task.code, []).append(task)
    return chain.from_iterable(_of_tasks(tables, "", code, tasks) for code, tasks in by_unit.items())


def _of_tasks(tables: Tables, field: str, unit: str, tasks: Iterable[SourceRow]) -> Iterator[tuple[str, int, int]]:
    counts = Counts.of(tasks)
    for rate, (part, whole) in RATES.items():
        yield str(Key(TASKS, rate, field, unit)), counts.measure(part), counts.measure(whole)


def _changes(tables: Tables, written: _Written) -> list[str]:
    """The rates of another time, and the points between the times."""
    keys = (str(Key(about, rate + end)) for about in (BEFORE, LAST_YEAR) for rate in RATES for end in ("", THEN, NOW))
    explained = [e for name in keys if (e := tables.explained(name))]
    return [
        e.key
        for e in explained
        if (
            _reads(written, e.value, e.whole)
            if e.whole
            else _written(quantity(e.value.quantize(Decimal("0.01")))).same(written)
        )
    ]


# -- by name --------------------------------------------------------------------------------------


def _about(tables: Tables, asked: str) -> Explained | None:
    """What is behind a unit or a field, or a measure of it: "phường A", "cải cách thể chế, quá hạn"."""
    name, _, measure = asked.rpartition(",")
    if name and (measure_key := _MEASURES.get(key(measure))):
        place = _place(tables, name)
        return tables.explained(str(Key(TASKS, measure_key.value, *place))) if place else None
    place = _place(tables, asked)
    if place is None:
        return None
    explained = tables.explained(str(Key(TASKS, Measure.TOTAL.value, *place)))
    unit = next((row for row in tables.rows(REGISTER) if row[0] == place[1]), None)
    if explained is None or unit is None:
        return explained
    if not explained.rows:
        behind = Behind(unit[1], unit[7], "", unit[4], "", Decimal())
        return replace(explained, how=_NOT_COUNTED.format(status=unit[4]), rows=(behind,))
    counts = Counts.of(task for task in tables.tasks if task.code == place[1])
    how = _OF_UNIT.format(status=unit[4], due=counts.due, done=counts.due_done, late=counts.late)
    return replace(explained, how=f"{explained.how} {how}")


def _place(tables: Tables, name: str) -> tuple[str, str] | None:
    """Return field and unit of a key, one of them empty."""
    ways = {key(field): (code, "") for field, code in tables.fields.items()}
    for row in tables.rows(REGISTER):
        ways |= {key(row[0]): ("", row[0]), key(row[1].removeprefix("UBND ")): ("", row[0])}
    wanted = key(name.strip().removeprefix("UBND "))
    if wanted in ways:
        return ways[wanted]
    bare = key(plain(name))
    ends = {place for way, place in ways.items() if plain(way).endswith(bare)}
    return ends.pop() if len(bare) >= _LONG_ENOUGH and len(ends) == 1 else None
