"""What differs between two states of one region, in the words an officer uses: đoạn, hàng, cột."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from generator.word.region_text import Line, Look
from generator.word.renew import looks
from generator.word.renew.rows import columns_of, head_rows, headers_of, is_blank, keyed_rows

_LONGEST = 60
_WORDS_AROUND = 4
_FEW_NUMBERS = 2
_EMPTY = "(trống)"
_TABLE, _HEAD = "Bảng", "Hàng đầu bảng"
_NO_ROW = Line((), is_row=True)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: where ("Hàng I.3, cột Tình trạng"), what stood there, what stands there.

    `what` says a difference that the words do not show ("thêm đậm “Đã xong”"); `look` is all that is seen there now,
    so that two changes are equal only when what comes of them is.
    """

    where: str
    before: str
    after: str
    what: str = ""
    look: Look = field(default=(), repr=False)

    def __str__(self) -> str:
        return f"{self.where}: {'; '.join(filter(None, (self._words(), self.what)))}"

    def _words(self) -> str:
        if self.where == _TABLE or self.before == self.after:
            return ""
        if not self.before:
            return f"thêm “{shortened(self.after)}”"
        if not self.after:
            return f"bỏ “{shortened(self.before)}”"
        before, after = _around_difference(self.before, self.after)
        return f"“{before}” → “{after}”"


def changes_between(before: Sequence[Line], after: Sequence[Line]) -> tuple[Change, ...]:
    """Return what it takes to come from one state to the other: paragraphs one by one, tables cell by cell.

    There is none only when both show the same.
    """
    paragraphs = _paragraph_changes([x for x in before if not x.is_row], [x for x in after if not x.is_row])
    rows = keyed_rows(before)
    heads = _Head.of(before), _Head.of(after)
    tables = _TableChanges(rows, keyed_rows(after, rows), *heads)
    found = (*paragraphs, *tables.all())
    if not found and tuple(before) != tuple(after):
        return (Change("Vùng", "", "", "đổi chỗ các đoạn và bảng", looks.look_of(after)),)
    return found


@dataclass(frozen=True, slots=True)
class _Head:
    """The rows above the others of a table, and the headings that they give its columns."""

    rows: Sequence[Line]
    cells: tuple[str, ...]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Head:
        return cls(head_rows(lines), headers_of(lines))


def _paragraph_changes(before: list[Line], after: list[Line]) -> Iterator[Change]:
    old, new = ([line.cells[0] for line in lines] for lines in (before, after))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for _, i, j, k, m in matcher.get_opcodes():
        for offset in range(max(j - i, m - k)):
            was = before[i + offset] if i + offset < j else None
            now = after[k + offset] if k + offset < m else None
            where = f"Đoạn {(k if now else i) + offset + 1}"
            if was and now:
                yield from _cell_changes(where, was, now, 0, 0)
            else:
                yield Change(where, was.cells[0] if was else "", now.cells[0] if now else "")


def _cell_changes(
    where: str, old: Line, new: Line, i: int, j: int, empty: str = "", without: tuple[str, ...] = ()
) -> Iterator[Change]:
    """What differs in one cell or paragraph: its words, and what is seen of them besides."""
    was, now = old.cells[i], new.cells[j]
    seen, sees = (looks.of_cells(looks.without(_look(*at), without)) for at in ((old, i), (new, j)))
    if was != now:
        put_in = looks.put_in(sees, seen)
        yield Change(where, was or empty, now or empty, f"có {', '.join(put_in)}" if put_in else "", sees)
    elif seen != sees:
        yield Change(where, "", "", looks.difference(seen, sees) or "đổi chỗ định dạng", sees)


def _look(line: Line, at: int) -> Look:
    return line.looks[at] if line.looks else ()


@dataclass(frozen=True, slots=True)
class _TableChanges:
    before: Mapping[str, Line]
    after: Mapping[str, Line]
    header: _Head
    new_header: _Head

    def all(self) -> Iterator[Change]:
        if bool(self.header.cells) != bool(self.new_header.cells):
            rows = [*self.header.rows, *self.before.values()], [*self.new_header.rows, *self.after.values()]
            before, after = ("\n".join(map(str, r)) for r in rows)
            yield Change(_TABLE, before, after, "bảng thêm vào" if self.new_header.cells else "bỏ bảng")
            return
        yield from self._of_tables()
        yield from self._columns()
        numbers: list[Change] = []
        for name in dict.fromkeys([*self.before, *self.after]):
            old, new = self.before.get(name), self.after.get(name)
            if old is None or new is None:
                yield self._whole_row(name, old, new)
                continue
            for column, change in self._row(name, old, new):
                if column or change.what:
                    yield change
                else:
                    numbers.append(change)
        yield from numbers if len(numbers) <= _FEW_NUMBERS else [_numbered_anew(numbers)]
        yield from self._order()

    def _of_tables(self) -> Iterator[Change]:
        """What is otherwise of a table as a whole: where it stands, its style, the room around its words."""
        before = looks.of_tables(looks.look_of([*self.header.rows, *self.before.values()]))
        after = looks.of_tables(looks.look_of([*self.new_header.rows, *self.after.values()]))
        if before != after:
            yield Change(_TABLE, "", "", looks.difference(before, after), after)

    def _columns(self) -> Iterator[Change]:
        old, new = self.header.cells, self.new_header.cells
        places = columns_of(old, new)
        for at, heading in enumerate(old):
            if at not in places:
                yield Change(_TABLE, self._column(self.before, old, at), "", f"bỏ cột “{heading}”")
        for at, heading in enumerate(new):
            if at not in places.values():
                words = self._column(self.after, new, at)
                yield Change(_TABLE, "", words, f"thêm cột “{heading}”{'' if words.strip() else ' (trống)'}")
        yield from self._head(places)
        if list(places.values()) != sorted(places.values()):
            yield Change(_TABLE, " | ".join(old), " | ".join(new), "đổi chỗ các cột")

    def _head(self, places: Mapping[int, int]) -> Iterator[Change]:
        """What differs in the rows of the head: in the lowest by column, in those above by the order of their cells."""
        (*old_above, old), (*new_above, new) = self.header.rows or [_NO_ROW], self.new_header.rows or [_NO_ROW]
        for i, j in places.items():
            where = f"{_HEAD}, cột {self.new_header.cells[j] or j + 1}"
            yield from _cell_changes(where, old, new, i, j, _EMPTY)
        for was, now in zip_longest(old_above, new_above, fillvalue=_NO_ROW):
            if len(was.cells) != len(now.cells):
                yield Change(_HEAD, str(was), str(now), "gộp hoặc tách ô", looks.look_of([now]))
                continue
            for n, heading in enumerate(now.cells):
                yield from _cell_changes(f"{_HEAD}, cột {heading or n + 1}", was, now, n, n, _EMPTY)

    @staticmethod
    def _column(rows: Mapping[str, Line], headers: tuple[str, ...], at: int) -> str:
        return "\n".join(row.cells[at] for row in rows.values() if len(row.cells) == len(headers))

    def _whole_row(self, name: str, old: Line | None, new: Line | None) -> Change:
        row = old or new
        assert row is not None, "the name comes from one of the two"
        if is_blank(row):
            after = self._before_it(name, self.before if old else self.after)
            return Change(_TABLE, "", "", f"{'bỏ' if old else 'thêm'} hàng trống{after}", looks.look_of([row]))
        where = (
            f"Hàng {name}"
            if row.cells[0].strip()
            else f"Hàng không số{self._before_it(name, self.before if old else self.after)}"
        )
        return Change(where, _said(old), _said(new), look=looks.look_of([new] if new else []))

    @staticmethod
    def _before_it(name: str, rows: Mapping[str, Line]) -> str:
        names = list(rows)
        return f" sau hàng {names[names.index(name) - 1]}" if names.index(name) else " ở đầu"

    def _row(self, name: str, old: Line, new: Line) -> Iterator[tuple[int, Change]]:
        for i, j in self._pairs(old, new):
            where = f"Hàng {name}, cột {column_name(self.new_header.cells, j, len(new.cells))}"
            is_narrower = len(self.header.cells) != len(self.new_header.cells) and len(new.cells) < len(
                self.new_header.cells
            )
            changes = _cell_changes(where, old, new, i, j, _EMPTY, without=looks.SPREAD if is_narrower else ())
            yield from ((j, change) for change in changes)
        if not self._pairs(old, new):
            yield -1, Change(f"Hàng {name}", str(old), str(new), "gộp hoặc tách ô", looks.look_of([new]))

    def _pairs(self, old: Line, new: Line) -> list[tuple[int, int]]:
        """The cells of a row that belong together: by column, by order in a row divided otherwise; none in a row that
        was divided anew."""
        is_whole = len(old.cells) == len(self.header.cells), len(new.cells) == len(self.new_header.cells)
        if all(is_whole):
            return list(columns_of(self.header.cells, self.new_header.cells).items())
        return [(n, n) for n in range(len(new.cells))] if len(old.cells) == len(new.cells) else []

    def _order(self) -> Iterator[Change]:
        """Rows that stand in another order than they did."""
        old = [name for name in self.before if name in self.after]
        new = [name for name in self.after if name in self.before]
        if old != new:
            matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
            stay = {name for i, _, size in matcher.get_matching_blocks() for name in old[i : i + size]}
            moved = ", ".join(name for name in new if name not in stay)
            yield Change(_TABLE, "\n".join(old), "\n".join(new), f"đổi chỗ hàng {shortened(moved)}")


def _said(row: Line | None) -> str:
    return " | ".join(filter(None, row.cells)) if row is not None else ""


def _numbered_anew(changes: Sequence[Change]) -> Change:
    """One change for a column of numbers that was typed anew below a row that came or went."""
    first, last = changes[0], changes[-1]
    where = f"{first.where} và {len(changes) - 1} hàng sau"
    return Change(where, f"{first.before} … {last.before}", f"{first.after} … {last.after}")


def column_name(headers: tuple[str, ...], number: int, cells_in_row: int) -> str:
    """Return the heading above a cell, its number when the row is not divided as the headings are."""
    return headers[number] if cells_in_row == len(headers) else str(number + 1)


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, cut where it is long; what is no text is named."""
    flat = text.replace("\n", " / ").replace("\ufffc", "[ảnh, chú thích hoặc nhận xét]")
    return flat if len(flat) <= longest else f"{flat[:longest]}…"


def _around_difference(before: str, after: str) -> tuple[str, str]:
    """Leave of two long texts the places that differ, each with the words around it."""
    if max(len(before), len(after)) <= _LONGEST:
        return shortened(before), shortened(after)
    a, b = before.split(" "), after.split(" ")
    groups = difflib.SequenceMatcher(None, a, b, autojunk=False).get_grouped_opcodes(_WORDS_AROUND)
    places = [(group[0][1], group[-1][2], group[0][3], group[-1][4]) for group in groups]
    old, new = ([(i, j) for i, j, _, _ in places], [(k, m) for _, _, k, m in places])
    return _parts(a, old), _parts(b, new)


def _parts(words: list[str], places: list[tuple[int, int]]) -> str:
    said = " … ".join(" ".join(words[start:end]) for start, end in places)
    start, end = ("… " if places[0][0] else ""), (" …" if places[-1][1] < len(words) else "")
    return shortened(f"{start}{said}{end}", 2 * _LONGEST)
