"""Where a number of a round-up comes from: read again from its workbook, which has a row for each task and figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.book.read.grids import Grid, Grids
from generator.book.read.raw_xlsx import RawWorkbook
from generator.reporting.fields import FIELDS, OTHER
from generator.reporting.wording import Phrases
from generator.roundup.counting import (
    BEFORE,
    CHANGE,
    FIGURE,
    LABELS,
    LAST_YEAR,
    MAPPED,
    NOW,
    RATE,
    RATE_OF_ALL,
    TASKS,
    THEN,
    Key,
    Measure,
    is_counted,
)
from generator.roundup.remembered import Remembered
from generator.roundup.source_sheets import (
    FIGURE_COLUMNS,
    FIGURES,
    LAST_YEAR_SOURCE,
    SOURCE,
    SOURCE_COLUMNS,
    SourceRow,
    source_row,
)
from generator.roundup.voice import OWN
from generator.roundup.workbook_lists import INDICATORS, NUMBERS, OWN_TASKS, REGISTER
from generator.vietnamese.cells import shown
from generator.vietnamese.numbers import quantity
from generator.word.package import read_members
from generator.word.provenance import Provenance
from generator.word.regions import NUMBER_PREFIX

_BOOKMARK = re.compile(rf'<w:bookmarkStart [^>]*w:name="({NUMBER_PREFIX}[^"]*)"/>(.*?)<w:bookmarkEnd ', re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
#: The rates of tasks by their key: what is counted as the part, and of what.
RATES = {RATE: (Measure.DUE_DONE, Measure.DUE), RATE_OF_ALL: (Measure.DONE, Measure.TOTAL)}
_THEN = {BEFORE: "Kỳ trước", LAST_YEAR: "Cùng kỳ năm trước"}
#: Where the figures of another time begin in a row of sheet Nguồn số liệu.
_THEN_AT = {BEFORE: 13, LAST_YEAR: 17}
_CHANGE_OF_RATE = "Tử số của từng đơn vị chia cho tổng mẫu số: kỳ này trừ kỳ kia."
_CHANGE_OF_SUM = "Số kỳ này của từng đơn vị trừ số kỳ kia."
_PRINTED = Decimal("0.01")
_SERVED = "Nhiệm vụ của kế hoạch, rồi nhiệm vụ của các đơn vị phục vụ nó."
_RATE_HOW = "Tỷ lệ: số nhiệm vụ dưới đây chia cho mẫu số."


class Behind(NamedTuple):
    """One row that a number is counted from. `amount` is what it adds; `cells` where it stands in `file`."""

    unit: str
    file: str
    item: str
    what: str
    cells: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Explained:
    """A number by its key: its text where it was asked for by it, how it is counted, and from what.

    The amounts add up to `value`; of a rate they add up to its part, and `whole` is what it is of.
    """

    key: str
    how: str
    value: Decimal
    rows: tuple[Behind, ...]
    whole: Decimal | None = None


class NotARoundUp(ValueError):
    """The workbook is no round-up's. The message is whole, in Vietnamese."""


class Tables:
    """A round-up's workbook opened for looking things up. Raises NotARoundUp, NotAPackage."""

    def __init__(self, data: bytes, phrases: Phrases) -> None:
        raw = RawWorkbook(data)
        parts = {part.name: part for part in raw.sheets}
        if SOURCE not in parts or NUMBERS not in parts:
            raise NotARoundUp("Tệp Excel này không phải bảng tổng hợp do chương trình làm (không có sheet “Nguồn”).")
        grids = Grids(raw, parts.values())
        self._grids = {name: _texts(grids.grid(part)) for name, part in parts.items()}
        self.fields = {str(phrases.value(f"tong_hop_don_vi.ten_linh_vuc.{field}")): field for field in (*FIELDS, OTHER)}
        self.tasks, self._last_year = (
            [source_row(cells[: len(SOURCE_COLUMNS)]) for cells in self.rows(sheet)]
            for sheet in (SOURCE, LAST_YEAR_SOURCE)
        )

    def rows(self, sheet: str) -> list[list[str]]:
        """Return the rows below a sheet's header as texts, empty ones left out."""
        return [row for row in self._grids.get(sheet, [])[1:] if any(row)]

    @property
    def keys(self) -> list[str]:
        return list(dict.fromkeys(row[0] for row in self.rows(NUMBERS)))

    # -- what is asked for by its own name ----------------------------------------------------
    def named(self, what: str) -> Explained | None:
        """Return what is behind a task of the plan by its number, with the units' tasks that serve it, or behind an
        indicator by its code or name; None for neither."""
        number = what.strip().casefold()
        head = next((row for row in self.rows(INDICATORS) if number in map(str.casefold, row[:3])), None)
        if head is not None and not number.isdigit():
            return self._figure(str(Key(FIGURE, head[1])), head[1])
        rows = [_behind(t) for t in self.tasks if number in re.split(r"\s*[;,]\s*", t.superior.strip().casefold())]
        if own := next((row for row in self.rows(OWN_TASKS) if row[0].casefold() == number), None):
            about = Behind("", "", own[0], f"{own[1]} ({own[2]})", _join(own[6], own[7]), Decimal())
            return Explained(own[0], _SERVED, Decimal(len(rows)), (about, *rows))
        return Explained(what, _SERVED, Decimal(len(rows)), tuple(rows)) if rows else None

    # -- what a number is counted from --------------------------------------------------------
    def explained(self, name: str) -> Explained | None:
        """Return what the number of a key is counted from, None for no such key."""
        items = [item for row in self.rows(NUMBERS) if row[0] == name and row[3] for item in row[3].split("; ")]
        key = Key.parse(name)
        if items:
            return self._listed(name, items)
        if key is None:
            return None
        if key.about == FIGURE:
            return self._figure(name, key.what)
        if key.about in (BEFORE, LAST_YEAR):
            return self._change(name, key)
        if name == str(Key(MAPPED, RATE)):
            return self._own_rate(name)
        if key.about != TASKS:
            return Explained(name, "Không có đơn vị, nhiệm vụ nào.", Decimal(), ()) if name in self.keys else None
        part, whole = RATES.get(key.what, (None, None))
        if part is not None and whole is not None:
            rows, of = self._counted(part, key), self._counted(whole, key)
            return Explained(name, _RATE_HOW, Decimal(len(rows)), rows, Decimal(len(of)))
        try:
            rows = self._counted(Measure(key.what), key)
        except ValueError:
            return None
        return Explained(name, f"Đếm các dòng của sheet {SOURCE}.", Decimal(len(rows)), rows)

    def _counted(self, measure: Measure, key: Key) -> tuple[Behind, ...]:
        return tuple(
            _behind(task)
            for task in self.tasks
            if is_counted(measure, task)
            and (not key.field or self.fields.get(task.field) == key.field)
            and (not key.unit or task.code == key.unit)
        )

    # -- change --------------------------------------------------------------------------------
    def _change(self, name: str, key: Key) -> Explained | None:
        """A change since the period before, or since last year; or one of the two rates that it is between."""
        if key.what == CHANGE:
            return self._figure_change(name, key)
        old, new = self._both_times(key)
        if key.what == Measure.LATE.value:
            return _late_change(name, old, new, _THEN[key.about])
        rate = key.what.removesuffix(THEN).removesuffix(NOW)
        if rate not in RATES:
            return None
        if rate != key.what:
            return _rate(name, rate, old if key.what.endswith(THEN) else new)
        was, now = _rate(name, rate, old), _rate(name, rate, new)
        if not was.whole or not now.whole:
            return None
        points = now.value * 100 / now.whole - was.value * 100 / was.whole
        sign = 1 if points > 0 else -1
        rows = (_of_rate("Kỳ này", now, sign), _of_rate(_THEN[key.about], was, -sign))
        return Explained(name, "Hiệu của hai tỷ lệ dưới đây.", abs(points), rows)

    def _both_times(self, key: Key) -> tuple[list[SourceRow], list[SourceRow]]:
        """The tasks then and now, of the units that both times speak of."""
        if key.about == BEFORE:
            old = [t._replace(standing=t.before) for t in self.tasks if t.before]
        else:
            old = self._last_year
        there = {t.code for t in old} & {t.code for t in self.tasks}
        units = there & {key.unit} if key.unit else there
        return [t for t in old if t.code in units], [t for t in self.tasks if t.code in units]

    def _own_rate(self, name: str) -> Explained | None:
        part, whole = (self.explained(str(Key(MAPPED, measure.value))) for measure in (Measure.DUE_DONE, Measure.DUE))
        return Explained(name, _RATE_HOW, part.value, part.rows, whole.value) if part and whole else None

    def _listed(self, name: str, items: Sequence[str]) -> Explained:
        tasks = {(t.code, t.task): t for t in self.tasks}
        own = {row[0]: row for row in self.rows(OWN_TASKS)}
        rows = tuple(self._item(item, tasks, own) for item in items)
        what = "Đếm các nhiệm vụ dưới đây." if "|" in items[0] else "Đếm các đơn vị dưới đây."
        return Explained(name, what, Decimal(len(rows)), rows)

    def _item(self, item: str, tasks: Mapping[tuple[str, str], SourceRow], own: Mapping[str, list[str]]) -> Behind:
        code, bar, task = item.partition("|")
        if bar and code == OWN:
            row = own[task]
            return Behind("", "", task, f"{row[1]} ({row[2]})", _join(row[6], row[7]), Decimal(1))
        if bar:
            return _behind(tasks[code, task])
        line = next((row for row in self.rows(REGISTER) if row[0] == code), ["", code, "", "", "", "", "", "", ""])
        return Behind(line[1], line[7], "", line[4], "", Decimal(1))

    def _figures_of(self, head: Sequence[str]) -> list[list[str]]:
        return [row for row in self.rows(FIGURES) if row[4] == head[2]]

    def _indicator(self, code: str) -> list[str] | None:
        return next((row for row in self.rows(INDICATORS) if row[1] == code), None)

    def _figure_change(self, name: str, key: Key) -> Explained | None:
        """What an indicator rose or fell by, over the units with figures of both times."""
        head = self._indicator(key.unit)
        if head is None:
            return None
        at, when, is_rate = _THEN_AT[key.about], _THEN[key.about].lower(), bool(head[5])
        given = slice(0, 2) if is_rate else slice(2, 3)
        pairs = [(row, row[6:9], row[at : at + 3]) for row in self._figures_of(head)]
        pairs = [pair for pair in pairs if all(pair[1][given]) and all(pair[2][given])]
        scales = [_scale([pair[n] for pair in pairs], is_rate=is_rate) for n in (1, 2)]
        new, old = (
            sum((Decimal(pair[n][given.start]) for pair in pairs), Decimal()) * scale
            for n, scale in enumerate(scales, start=1)
        )
        change = new.quantize(_PRINTED) - old.quantize(_PRINTED)
        sign = 1 if change > 0 else -1
        rows = []
        for row, now, then in pairs:
            place = row[-1] if key.about == LAST_YEAR else row[2]
            for time, file, numbers, cells, by in (
                ("kỳ này", row[2], now, row[12], sign * scales[0]),
                (when, place, then, row[at + 3], -sign * scales[1]),
            ):
                amount = by * Decimal(numbers[given.start])
                rows.append(Behind(row[1], file, row[3], f"{time}: {'/'.join(numbers[given])}", cells, amount))
        rest = abs(change) - sum((row.amount for row in rows), Decimal())
        if rest and abs(rest) <= _PRINTED:
            rows.append(Behind("", "", "", "làm tròn đến hai chữ số thập phân", "", rest))
        return Explained(name, _CHANGE_OF_RATE if is_rate else _CHANGE_OF_SUM, abs(change), tuple(rows))

    def _figure(self, name: str, code: str) -> Explained | None:
        head = self._indicator(code)
        if head is None:
            return None
        is_rate = bool(head[5])
        rows = self._figures_of(head)
        found = tuple(_figure_row(row, is_rate) for row in rows if row[6 if is_rate else 8])
        value = sum((b.amount for b in found), Decimal())
        whole = sum((Decimal(row[7]) for row in rows if row[6] and row[7]), Decimal()) if is_rate else None
        how = "Cộng tử số dưới đây, chia cho tổng mẫu số." if is_rate else "Cộng giá trị dưới đây."
        return Explained(name, how, value, found, whole)


def _scale(amounts: Sequence[Sequence[str]], *, is_rate: bool) -> Decimal:
    """What a part of a rate is multiplied with: 100 over the sum of wholes."""
    whole = sum((Decimal(amount[1]) for amount in amounts), Decimal()) if is_rate else Decimal()
    return 100 / whole if whole else Decimal(1)


def _rate(name: str, rate: str, tasks: Sequence[SourceRow]) -> Explained:
    part, whole = RATES[rate]
    rows = tuple(_behind(task) for task in tasks if is_counted(part, task))
    of = sum(is_counted(whole, task) for task in tasks)
    return Explained(name, _RATE_HOW, Decimal(len(rows)), rows, Decimal(of))


def _of_rate(when: str, rate: Explained, sign: int) -> Behind:
    assert rate.whole
    said = f"{quantity(rate.value)}/{quantity(rate.whole)} nhiệm vụ"
    return Behind("", "", when, said, "", sign * rate.value * 100 / rate.whole)


def _late_change(name: str, old: Sequence[SourceRow], new: Sequence[SourceRow], then: str) -> Explained:
    """Those late now that were not, less those that were late and are no more; what fell counts the other way."""
    was, now = ([t for t in tasks if is_counted(Measure.LATE, t)] for tasks in (old, new))
    sign = 1 if len(now) >= len(was) else -1
    same = {(t.code, t.task, t.file) for t in was} & {(t.code, t.task, t.file) for t in now}
    rows = [_behind(t, sign) for t in now if (t.code, t.task, t.file) not in same]
    rows += [_behind(t, -sign)._replace(what=f"{then}: quá hạn") for t in was if (t.code, t.task, t.file) not in same]
    how = "Số nhiệm vụ quá hạn kỳ này so với trước; nhiệm vụ quá hạn ở cả hai kỳ không kê."
    return Explained(name, how, Decimal(abs(len(now) - len(was))), tuple(rows))


def _behind(task: SourceRow, amount: int = 1) -> Behind:
    what = LABELS[task.state] + (f", hạn {task.due}" if task.due else "")
    return Behind(task.unit, task.file, task.task, what, _join(task.task_cell, task.result_cells), Decimal(amount))


def _figure_row(row: Sequence[str], is_rate: bool) -> Behind:
    said = f"{row[6]}/{row[7]}" if is_rate else row[8]
    amount = Decimal(row[6] if is_rate else row[8])
    return Behind(row[1], row[2], row[3], said, row[12], amount)


def _join(*cells: str) -> str:
    return "; ".join(filter(None, cells))


def _texts(grid: Grid) -> list[list[str]]:
    width = max(len(FIGURE_COLUMNS), *map(len, grid)) if grid else 0
    return [[shown(cell) if cell != "" else "" for cell in row] + [""] * (width - len(row)) for row in grid]


# -- numbers in Word ------------------------------------------------------------------------------


def numbers_in(report: bytes, provenance: Provenance) -> Iterator[tuple[str, str]]:
    """Yield key and text of each number of a round-up's Word file, as it stands there now."""
    keys = Remembered.of(provenance).numbers
    body = read_members(report)["word/document.xml"].content.decode("utf-8")
    for name, inside in _BOOKMARK.findall(body):
        if name in keys:
            yield keys[name], "".join(_TEXT.findall(inside))
