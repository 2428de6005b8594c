"""A table of a region in three states: as generated, in the file, made anew; and what a person changed in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.word.region_text import Line, region_lines
from generator.word.renew.differences import changes_between, shortened
from generator.word.renew.renewing import SavedReport
from generator.word.renew.rows import columns_of, headers_of, keyed_rows

#: What a picture, note or comment leaves in a text.
_THING = "\ufffc"


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell that a person changed and that made anew says something else: as generated, in the file, made anew."""

    row: str
    column: str
    was: str
    text: str
    fresh: str

    @property
    def is_contested(self) -> bool:
        """Whether the workbook was changed too since the report was made."""
        return self.was != self.fresh


class EditedTable:
    """The first table of one region. `label` is the words above it ("Phụ lục II")."""

    def __init__(self, saved: SavedReport, new: SavedReport, region: str) -> None:
        fresh, present = new.lines_of(region), saved.lines_of(region)
        generated = region_lines(saved.made.get(region, ""))
        self.label = next((line.cells[0] for line in fresh or generated if not line.is_row), region)
        self._lines = generated, present, fresh
        self._headers = headers_of(generated)
        rows = keyed_rows(generated)
        self._generated, self._present, self._fresh = (
            {name: row.cells for name, row in found.items()}
            for found in (rows, keyed_rows(present, rows), keyed_rows(fresh, rows))
        )
        places = columns_of(self._headers, headers_of(present))
        self._places = {self._headers[at]: place for at, place in places.items()}

    @property
    def is_missing(self) -> bool:
        """Whether the report was made with the table and the file has none."""
        return bool(self._generated) and not self._present

    def edits(self) -> Iterator[CellEdit]:
        """Yield the cells that a person changed in rows divided as the table is."""
        for name, cells in self._present.items():
            generated, fresh = self._generated.get(name), self._fresh.get(name)
            if generated is None or fresh is None or not self._is_readable(name):
                continue
            for column, at in self._places.items():
                text = cells[at].replace(_THING, "")
                was, now = _cell(generated, self._headers, column), _cell(fresh, self._headers, column)
                if text not in (was, now):
                    yield CellEdit(name, column, was, text, now)

    def fresh_row(self, row: str) -> Mapping[str, str]:
        """Return a row made anew by column."""
        return dict(zip(self._headers, self._fresh.get(row, ()), strict=False))

    def not_to_read(self) -> Iterator[str]:
        """Yield what cannot be read back as cells: rows deleted or divided otherwise, headings, columns, pictures."""
        yield from self._columns_changed()
        for name in self._generated:
            if name not in self._present and name in self._fresh:
                yield f"hàng {name} đã bị xóa; sổ vẫn giữ, lần làm báo cáo sau lại có"
        for name, cells in self._present.items():
            if cells != self._generated.get(name, cells) and name not in self._fresh:
                yield f"hàng {name} “{_said(cells)}” có sửa tay, mà sổ nay không còn hàng này"
            if name in self._generated and name in self._fresh and self._is_unreadable(name):
                yield f"hàng {name} “{_said(cells)}” là tên nhóm, hoặc có ô đã gộp, tách, nên không đọc được"
            if _THING in "".join(cells) and _THING not in "".join(self._fresh.get(name, ())):
                yield f"hàng {name} có ảnh, chú thích hoặc nhận xét; sổ không giữ những thứ đó"
        before, after, fresh = ([Line(line.cells) for line in lines if not line.is_row] for lines in self._lines)
        for change in changes_between(before, after) if after != fresh else ():
            yield f"phần chữ ngoài bảng, {str(change)[:1].lower()}{str(change)[1:]}"

    def added(self) -> Iterator[str]:
        """Yield the words of each row that a person added."""
        for name, cells in self._present.items():
            if name not in self._generated and name not in self._fresh and any(map(str.strip, cells)):
                yield _said(cells)

    def _columns_changed(self) -> Iterator[str]:
        present = headers_of(self._lines[1])
        for column in self._headers:
            if column not in self._places:
                yield f"cột {column} không còn trong bảng nên không đọc được"
            elif (heading := present[self._places[column]]) != column:
                yield f"tên cột {column} đã đổi thành “{heading}”"
        for at, heading in enumerate(present):
            if at not in self._places.values():
                yield f"cột “{heading}” do người sửa thêm"

    def _is_readable(self, name: str) -> bool:
        """Whether a row is divided as the headings of its table are."""
        as_made = len(self._generated.get(name, ())) == len(self._headers)
        return as_made and len(self._present[name]) == len(headers_of(self._lines[1]))

    def _is_unreadable(self, name: str) -> bool:
        """Whether a row was changed and is not divided so: a heading, or merged and split cells."""
        known = self._generated[name], self._fresh[name]
        return not self._is_readable(name) and self._present[name] not in known


def _said(cells: tuple[str, ...]) -> str:
    return shortened(" | ".join(filter(None, cells)))


def _cell(cells: tuple[str, ...], headers: tuple[str, ...], column: str) -> str:
    return cells[headers.index(column)] if len(cells) == len(headers) else ""
