"""What differs between two texts of one region, in the words an officer uses: đoạn, hàng, cột."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.word.region_text import Line

_LONGEST = 160
#: How much of their letters the words of one task have in common before and after a rewording.
_ALIKE = 0.5
_FEW_NUMBERS = 2
_EMPTY = "(trống)"
_FORM = re.compile(r"Biểu mẫu [^.]+")
_NAMED_TASK = re.compile(r"\(nhiệm vụ ([^()]+)\)\s*$")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: where ("Hàng I.3, cột Tình trạng"), what stood there, what stands there."""

    where: str
    before: str
    after: str

    def __str__(self) -> str:
        if not self.before:
            return f"{self.where}: thêm “{shortened(self.after)}”"
        if not self.after:
            return f"{self.where}: bỏ “{shortened(self.before)}”"
        before, after = _around_difference(self.before, self.after)
        return f"{self.where}: “{before}” → “{after}”"


def changes_between(before: Sequence[Line], after: Sequence[Line]) -> tuple[Change, ...]:
    """Return what it takes to come from one text to the other: paragraphs one by one, tables cell by cell."""
    paragraphs = _paragraph_changes(
        [x.cells[0] for x in before if not x.is_row], [x.cells[0] for x in after if not x.is_row]
    )
    rows = keyed_rows(before)
    return (*paragraphs, *_row_changes(rows, keyed_rows(after, rows), headers_of(before), headers_of(after)))


def headers_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the headings of a table's columns: the texts of its first row, or of a head of several rows the lowest."""
    headers: tuple[str, ...] = ()
    for cells in head_rows(lines):
        headers = _filled(cells, headers)
    return headers


def head_rows(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """Return the rows of a table's head: the first, and those right below it that go on with its cells."""
    rows = [line for line in lines if line.is_row]
    return [row.cells for row in (*rows[:1], *takewhile(lambda row: row.goes_on, rows[1:]))]


def _filled(cells: tuple[str, ...], above: tuple[str, ...]) -> tuple[str, ...]:
    """A row of the head with the texts above its empty cells: at its left those of the left end, else of the right."""
    if not above:
        return cells
    left, last = next((n for n, text in enumerate(cells) if text), len(cells)), len(above) - 1
    places = (min(n, last) if n < left else max(n - len(cells), -len(above)) for n in range(len(cells)))
    return tuple(text or above[at] for text, at in zip(cells, places, strict=True))


def keyed_rows(lines: Sequence[Line], like: Mapping[str, tuple[str, ...]] | None = None) -> dict[str, tuple[str, ...]]:
    """Return the rows below the head by a name that says which row it is: "III.2", "1.4", "Biểu mẫu 1, 2.1".

    A row of two cells is a heading, and its number goes before the numbers of the rows below unless they carry it
    themselves; so is the name of a statistics form over the whole row. A row that names its task in brackets goes by
    that. Rows of one name are counted ("III.2 (lần 2)"). Rows of another state of the table are known again by their
    words (`like`): numbers may have been typed anew.
    """
    rows = [line.cells for line in lines if line.is_row][len(head_rows(lines)) :]
    width = max(map(len, rows), default=0)
    names: Counter[str] = Counter()
    keyed: dict[str, tuple[str, ...]] = {}
    heading = form = ""
    for cells in rows:
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
        keyed[name if names[name] == 1 else f"{name} (lần {names[name]})"] = cells
    return keyed if like is None else _known_again(keyed, like)


def _known_again(
    rows: Mapping[str, tuple[str, ...]], like: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return the rows by the names that other rows of the same words have. A row whose words were changed keeps the
    name of its number; one that took the number of another row is a new row."""
    names, own = _names_by_words(like), _names_by_words(rows)
    known = {own[words]: names[words] for words in own.keys() & names.keys()}
    taken = set(known.values())
    again: dict[str, tuple[str, ...]] = {}
    for name, cells in rows.items():
        if name in known:
            again[known[name]] = cells
        elif name in taken or (name in like and not _is_reworded(cells, like[name])):
            again[f"{name} (hàng thêm)"] = cells
        else:
            again[name] = cells
    return again


def _names_by_words(rows: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The name of each row by the words of its second cell, where only one row has them."""
    words = Counter(_words(cells) for cells in rows.values())
    return {_words(cells): name for name, cells in rows.items() if _words(cells) and words[_words(cells)] == 1}


def _words(cells: tuple[str, ...]) -> str:
    return " ".join(cells[1].split()) if len(cells) > 2 else ""


def _is_reworded(cells: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one row may be another with its words changed: they have much in common, or there is nothing to tell."""
    ours, theirs = _words(cells), _words(other)
    if not ours or not theirs:
        return True
    return difflib.SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _ALIKE


def _paragraph_changes(before: list[str], after: list[str]) -> Iterator[Change]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for operation, i, j, k, m in matcher.get_opcodes():
        if operation == "equal":
            continue
        for offset in range(max(j - i, m - k)):
            old = before[i + offset] if i + offset < j else ""
            new = after[k + offset] if k + offset < m else ""
            yield Change(f"Đoạn {(k if new else i) + offset + 1}", old, new)


def _row_changes(
    before: dict[str, tuple[str, ...]],
    after: dict[str, tuple[str, ...]],
    headers_before: tuple[str, ...],
    headers_after: tuple[str, ...],
) -> Iterator[Change]:
    if headers_before != headers_after:
        yield Change("Hàng đầu bảng", " | ".join(headers_before), " | ".join(headers_after))
    numbers: list[Change] = []
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if old is None and new is not None and not any(cell.strip() for cell in new):
            continue
        if old is None or new is None or len(old) != len(new):
            yield Change(f"Hàng {name}", _row_text(old), _row_text(new))
            continue
        for number, (was, now) in enumerate(zip(old, new, strict=True)):
            if was != now:
                where = f"Hàng {name}, cột {column_name(headers_after, number, len(new))}"
                change = Change(where, was or _EMPTY, now or _EMPTY)
                if number:
                    yield change
                else:
                    numbers.append(change)
    yield from numbers if len(numbers) <= _FEW_NUMBERS else [_numbered_anew(numbers)]


def _numbered_anew(changes: Sequence[Change]) -> Change:
    """One change for a column of numbers that was typed anew below a row that came or went."""
    first, last = changes[0], changes[-1]
    where = f"{first.where} và {len(changes) - 1} hàng sau"
    return Change(where, f"{first.before} … {last.before}", f"{first.after} … {last.after}")


def column_name(headers: tuple[str, ...], number: int, cells_in_row: int) -> str:
    """Return the heading above a cell, its number when the row is not divided as the headings are."""
    return headers[number] if cells_in_row == len(headers) else str(number + 1)


def _row_text(cells: tuple[str, ...] | None) -> str:
    return " | ".join(cells) if cells else ""


def shortened(text: str) -> str:
    """Return a text on one line, cut where it is long; what is no text is named."""
    flat = text.replace("\n", " / ").replace("\ufffc", "[ảnh, chú thích hoặc nhận xét]")
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"


def _around_difference(before: str, after: str) -> tuple[str, str]:
    """Cut what two long texts have in common at both ends, at word borders."""
    if max(len(before), len(after)) <= _LONGEST:
        return shortened(before), shortened(after)
    a, b = before.split(" "), after.split(" ")
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    start, end = max(start - 4, 0), max(end - 4, 0)
    return shortened(_cut(a, start, end)), shortened(_cut(b, start, end))


def _cut(words: list[str], start: int, end: int) -> str:
    middle = " ".join(words[start : len(words) - end])
    return f"{'… ' if start else ''}{middle}{' …' if end else ''}"
