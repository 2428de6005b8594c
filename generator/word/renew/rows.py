"""The rows of a table by name, known again in another state of the table by their keys, then by what they say."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from generator.word.region_text import Line

#: How much of their letters the words of one row have in common before and after a rewording.
_ALIKE = 0.5
#: What part of a row has to stand in cells that no other row has, for it to be known by them.
_TELLING = 0.35
_FORM = re.compile(r"Biểu mẫu [^.]+")
_NUMBER = re.compile(r"(?:(?:[IVXLC]+|\d+)(?:\.\d+)*\.?)?")
_NAMED_TASK = re.compile(r"\(nhiệm vụ ([^()]+)\)\s*$")


def headers_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the headings of a table's columns: the texts of its first row, or of a head of several rows the lowest."""
    headers: tuple[str, ...] = ()
    for row in head_rows(lines):
        headers = _filled(row.cells, headers)
    return headers


def head_rows(lines: Sequence[Line]) -> list[Line]:
    """Return the rows of a table's head: the first, and those right below it that go on with its cells."""
    rows = [line for line in lines if line.is_row]
    return [*rows[:1], *takewhile(lambda row: row.goes_on, rows[1:])]


def _filled(cells: tuple[str, ...], above: tuple[str, ...]) -> tuple[str, ...]:
    """A row of the head with the texts above its empty cells: at its left those of the left end, else of the right."""
    if not above:
        return cells
    left, last = next((n for n, text in enumerate(cells) if text), len(cells)), len(above) - 1
    places = (min(n, last) if n < left else max(n - len(cells), -len(above)) for n in range(len(cells)))
    return tuple(text or above[at] for text, at in zip(cells, places, strict=True))


def columns_of(headers: tuple[str, ...], present: tuple[str, ...]) -> dict[int, int]:
    """Return where each column stands in another state of the table: under its heading, or in its old place under a
    reworded one."""
    places: dict[int, int] = {}
    for at, header in enumerate(headers):
        free = [p for p, heading in enumerate(present) if heading == header and p not in places.values()]
        if free:
            places[at] = free[0]
        elif len(headers) == len(present) and present[at] not in headers:
            places[at] = at
    return places


def keyed_rows(lines: Sequence[Line], like: Mapping[str, Line] | None = None) -> dict[str, Line]:
    """Return the rows below the head by a name that says which row it is: "III.2", "1.4", "Biểu mẫu 1, 2.1".

    A row of two cells is a heading, and its number goes before the numbers of the rows below unless they carry it
    themselves; so is the name of a statistics form over the whole row. A row that names its task in brackets goes by
    that. Rows of one name are counted ("III.2 (lần 2)").
    In another state of the table (`like`) a row keeps the name that it has there, whatever its number is now.
    """
    rows = [line for line in lines if line.is_row][len(head_rows(lines)) :]
    width = max((len(row.cells) for row in rows), default=0)
    names: Counter[str] = Counter()
    keyed: dict[str, Line] = {}
    heading = form = ""
    for row in rows:
        cells = row.cells
        number = cells[0].strip() if cells else ""
        is_heading = len(cells) == 2 < width
        if is_heading:
            heading, form = number, ""
        elif len(cells) == 1 and (of_form := _FORM.match(number)):
            heading, form = "", f"{of_form[0]}, "
        elif len(cells) == 1:
            form = ""
        carries = is_heading or len(cells) == 1 or not heading or number.startswith(f"{heading}.")
        named = next((m[1] for cell in cells if (m := _NAMED_TASK.search(cell))), "")
        name = named or (number if carries else f"{heading}.{number}")
        if form and len(cells) > 1:
            name = f"{form}{name.rstrip('.')}"
        names[name] += 1
        keyed[name if names[name] == 1 else f"{name} (lần {names[name]})"] = row
    return keyed if like is None else _known_again(keyed, like)


def is_blank(row: Line) -> bool:
    """Whether a row says nothing."""
    return not any(cell.strip() for cell in row.cells)


def _known_again(rows: Mapping[str, Line], like: Mapping[str, Line]) -> dict[str, Line]:
    known: dict[str, str] = {}
    for way in (_by_key, _by_cells, _by_telling_cells, _by_number, _by_order):
        left = {n: r for n, r in rows.items() if n not in known and not is_blank(r)}
        wanted = {n: r for n, r in like.items() if n not in known.values() and not is_blank(r)}
        for own, other in way(left, wanted):
            if own not in known and other not in known.values() and _may_be_one(rows[own], like[other]):
                known[own] = other
    return {known.get(name, f"{name} (hàng thêm)" if name in like else name): row for name, row in rows.items()}


def _may_be_one(row: Line, other: Line) -> bool:
    return not (row.key and other.key) or row.key == other.key


_Pairs = Iterator[tuple[str, str]]


def _by_key(rows: Mapping[str, Line], like: Mapping[str, Line]) -> _Pairs:
    """Of two rows of one key (one is a copy) the one that says more of what was said there."""
    by_key = {row.key: name for name, row in like.items() if row.key}
    alike = [(_letters(_words(row), like[by_key[row.key]]), name) for name, row in rows.items() if row.key in by_key]
    for _, name in sorted(alike, key=lambda pair: -pair[0]):
        yield name, by_key[rows[name].key]


def _by_cells(rows: Mapping[str, Line], like: Mapping[str, Line]) -> _Pairs:
    own, other = (Counter(row.cells for row in side.values()) for side in (rows, like))
    names = {row.cells: name for name, row in like.items() if other[row.cells] == 1}
    yield from ((name, names[row.cells]) for name, row in rows.items() if own[row.cells] == 1 and row.cells in names)


def _by_telling_cells(rows: Mapping[str, Line], like: Mapping[str, Line]) -> _Pairs:
    """A row has cells that only one row has on either side, and they are a good part of what it says."""
    own, other = (Counter(c for row in side.values() for c in set(_words(row))) for side in (rows, like))
    telling = {cell for cell, times in own.items() if times == other[cell] == 1}
    found: list[tuple[int, str, str]] = []
    for name, row in rows.items():
        letters, best = max(
            ((_letters(telling.intersection(row.cells), r), n) for n, r in like.items()), default=(0, "")
        )
        if letters and letters >= _TELLING * min(_length(row), _length(like[best])):
            found.append((letters, name, best))
    # Of two that could be one row, the one of its number.
    yield from ((name, best) for _, name, best in sorted(found, key=lambda f: (f[1] != f[2], -f[0])))


def _by_number(rows: Mapping[str, Line], like: Mapping[str, Line]) -> _Pairs:
    for name, row in rows.items():
        if name in like and _is_reworded(row, like[name]):
            yield name, name


def _by_order(rows: Mapping[str, Line], like: Mapping[str, Line]) -> _Pairs:
    """As many rows on both sides that say nothing else, as when the column that told them apart is deleted."""
    if len(rows) == len(like):
        for (name, row), (other, known) in zip(rows.items(), like.items(), strict=True):
            if {*row.cells} <= {*known.cells}:
                yield name, other


def _letters(cells: Iterable[str], row: Line) -> int:
    """How many letters a row has in these cells."""
    return sum(len(cell) for cell in cells if cell in row.cells)


def _length(row: Line) -> int:
    return sum(map(len, _words(row)))


def _words(row: Line) -> tuple[str, ...]:
    """The cells of a row without the number at its head, which says only where it stands."""
    return row.cells[1:] if row.cells and _NUMBER.fullmatch(row.cells[0].strip()) else row.cells


def _is_reworded(row: Line, other: Line) -> bool:
    """Whether one row may be another with its words changed: these have much in common, or there is nothing to tell."""
    if len(row.cells) <= 2 >= len(other.cells):
        return True
    ours, theirs = (" ".join(" ".join(_words(side)).split()) for side in (row, other))
    return not ours or not theirs or difflib.SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _ALIKE
