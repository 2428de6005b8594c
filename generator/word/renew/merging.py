"""Merging in a table: computed cells are renewed, a person's cells and rows stay, all in the table that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.word.region_text import Line, region_lines
from generator.word.renew import looks
from generator.word.renew.differences import column_name
from generator.word.renew.finding import FoundRegion
from generator.word.renew.fragment import Mover
from generator.word.renew.rows import columns_of, head_rows, headers_of, keyed_rows
from generator.word.renew.sections import carried_section
from generator.word.renew.xml_spans import Edit, Element, XmlPart
from generator.word.shown_properties import NO_STYLES, SPAN, ShownStyles

_SPAN = re.compile(rb'(<w:gridSpan w:val=")(\d{1,9})(")')


class CannotMerge(ValueError):
    """The region has no table, or its rows cannot be told apart."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table's rows by name: elements and texts."""

    part: XmlPart
    element: Element
    headers: tuple[str, ...]
    #: The lowest of the head.
    header_row: Element
    rows: dict[str, Element]
    texts: dict[str, Line]

    @classmethod
    def of(
        cls, part: XmlPart, blocks: tuple[Element, ...], like: Mapping[str, Line] | None, styles: ShownStyles
    ) -> _Table:
        if not (tables := _tables(blocks)):
            raise CannotMerge("Vùng này không có bảng")
        table = tables[0]
        lines = region_lines(part.text_between(table.start, table.end), styles)
        texts = keyed_rows(lines, like)
        rows = [c for c in table.children if c.tag == "w:tr"]
        head = len(head_rows(lines))
        if len(rows) != len(texts) + head:
            raise CannotMerge("Các hàng của bảng đã bị đổi cấu trúc")
        return cls(part, table, headers_of(lines), rows[head - 1], dict(zip(texts, rows[head:], strict=True)), texts)

    def cells(self, row: str) -> list[Element]:
        return cells_of(self.rows[row])


def _tables(blocks: tuple[Element, ...]) -> list[Element]:
    return [block for block in blocks if block.tag == "w:tbl"]


def cells_of(row: Element) -> list[Element]:
    return [c for c in row.children if c.tag == "w:tc"]


@dataclass(frozen=True, slots=True)
class Merged:
    """The edits that renew a table, and what an officer has to look at: cells and rows changed by both sides."""

    edits: tuple[Edit, ...]
    conflicts: tuple[str, ...]


class TableMerge:
    """Merges the new content of one region into the table that stands in the file.

    `generated` is what was once generated, None when the file does not tell: then every cell that differs counts as
    the officer's, and is listed.
    """

    def __init__(
        self,
        document: XmlPart,
        region: FoundRegion,
        new: XmlPart,
        fresh: FoundRegion,
        generated: tuple[Line, ...] | None,
        computed: frozenset[str],
        mover: Mover,
        styles: ShownStyles = NO_STYLES,
    ) -> None:
        self._document, self._region, self._new_part, self._fresh = document, region, new, fresh
        self._generated = generated
        self._base = keyed_rows(generated) if generated is not None else None
        self._new = _Table.of(new, fresh.blocks, self._base, styles)
        like = self._base if self._base is not None else self._new.texts
        self._old = _Table.of(document, region.blocks, like, styles)
        if len(_tables(region.blocks)) > len(_tables(fresh.blocks)):
            self._refuse_a_split_table(like, styles)
        self._base_headers = headers_of(generated or ())
        #: Where each new column stands in the file's table, and in the table as once made.
        self._places = columns_of(self._new.headers, self._old.headers)
        self._base_places = columns_of(self._new.headers, self._base_headers)
        self._computed = computed
        self._mover = mover
        self._edits: list[Edit] = []
        self._conflicts: list[str] = []

    def merge(self) -> Merged:
        self._merge_paragraphs()
        after = self._old.header_row
        for name in self._new.rows:
            if name in self._old.rows:
                self._merge_row(name)
                after = self._old.rows[name]
            elif self._base is not None and name in self._base:
                self._conflicts.append(f"Hàng {name} đã bị xóa bằng tay, không đưa lại")
            else:
                self._edits.append(Edit(after.end, after.end, self._new_row(name)))
        for name in self._old.rows:
            if name not in self._new.rows:
                self._row_no_longer_made(name)
        return Merged(tuple(self._edits), tuple(self._conflicts))

    def _refuse_a_split_table(self, like: Mapping[str, Line], styles: ShownStyles) -> None:
        """Rows that stand in a table below are not deleted, and are not looked for there. Raises CannotMerge."""
        for table in _tables(self._region.blocks)[1:]:
            lines = region_lines(self._document.text_between(table.start, table.end), styles)
            if keyed_rows(lines, like).keys() & (like.keys() - self._old.texts.keys()):
                raise CannotMerge("Bảng đã bị tách thành nhiều bảng (xóa dòng trống giữa các bảng thì liền lại)")

    def _row_no_longer_made(self, name: str) -> None:
        generated = self._base.get(name) if self._base is not None else None
        if generated is None:
            return
        if generated == self._old.texts[name]:
            row = self._old.rows[name]
            self._edits.append(Edit(row.start, row.end))
        else:
            self._conflicts.append(f"Hàng {name} có sửa tay nên được giữ, nhưng sổ không còn hàng này")

    def _merge_row(self, name: str) -> None:
        old, new = self._old.texts[name], self._new.texts[name]
        if old.cells == new.cells:
            return
        if self._is_divided_by_hand(name):
            values = " | ".join(filter(None, new.cells))
            if self._base is None or name not in self._base or self._base[name].cells != new.cells:
                self._conflicts.append(f"Hàng {name} có ô đã gộp hoặc tách nên được giữ nguyên; bản mới là “{values}”")
            return
        for header, i, j in self._columns(len(old.cells), len(new.cells)):
            if i is None and self._generated_cell(name, j) == new.cells[j]:
                continue
            if i is None:
                self._conflicts.append(f"Hàng {name}: bảng không còn cột {header}, giá trị mới là “{new.cells[j]}”")
            elif old.cells[i] != new.cells[j]:
                self._merge_cell(name, header, i, j)

    def _is_divided_by_hand(self, name: str) -> bool:
        """Whether a row's cells were joined or split."""
        old, new = self._old.texts[name], self._new.texts[name]
        is_whole = len(old.cells) == len(self._old.headers), len(new.cells) == len(self._new.headers)
        return is_whole[0] != is_whole[1] or (is_whole[1] and _spans(old) != _spans(new))

    def _columns(self, old_width: int, new_width: int) -> Iterator[tuple[str, int | None, int]]:
        """Heading, place in the file's row, place in the new row; rows divided otherwise go by their order."""
        if new_width == len(self._new.headers) and old_width == len(self._old.headers):
            yield from ((header, self._places.get(j), j) for j, header in enumerate(self._new.headers))
        else:
            for j in range(new_width):
                yield column_name(self._new.headers, j, new_width), j if j < old_width else None, j

    def _merge_cell(self, name: str, header: str, i: int, j: int) -> None:
        present, fresh = self._old.texts[name].cells[i], self._new.texts[name].cells[j]
        generated = self._generated_cell(name, j)
        where = f"Hàng {name}, cột {header}"
        if header in self._computed:
            if generated is not None and generated != present:
                self._conflicts.append(f"{where}: ô do chương trình tính, sửa tay “{present}” được thay bằng “{fresh}”")
            self._renew_cell(name, i, j)
        elif generated == present:
            self._renew_cell(name, i, j)
        elif generated != fresh:
            why = "sổ cũng đã đổi thành" if generated is not None else "trong sổ là"
            self._conflicts.append(f"{where}: giữ “{present}”, {why} “{fresh}”")

    def _generated_cell(self, name: str, j: int) -> str | None:
        if self._base is None:
            return None
        cells = self._base[name].cells if name in self._base else ()
        if len(cells) == len(self._base_headers) and j in self._base_places:
            return cells[self._base_places[j]]
        return cells[j] if j < len(cells) else None

    def _renew_cell(self, name: str, i: int, j: int) -> None:
        cell, fresh = self._old.cells(name)[i], self._new.cells(name)[j]
        start = _after_properties(cell)
        content = self._new.part.data[_after_properties(fresh) : fresh.inner_end]
        old, new = self._old.texts[name], self._new.texts[name]
        if things := looks.put_in(*(line.looks[n][1:] for line, n in ((old, i), (new, j)))):
            column = column_name(self._old.headers, i, len(old.cells))
            self._conflicts.append(f"Hàng {name}, cột {column}: ô được làm mới, đã bỏ {', '.join(things)}")
        self._edits.append(Edit(start, cell.inner_end, self._mover.moved(content)))

    def _new_row(self, name: str) -> bytes:
        """The new row in the columns of the file's table: an empty cell for each that the officer added, none for one
        that was deleted; a cell over several columns is over as many as there are now."""
        row, cells = self._new.rows[name], self._new.cells(name)
        old_width, new_width = len(self._old.headers), len(self._new.headers)
        if len(cells) != new_width:
            content = self._new.part.source(row)
            wider = old_width - new_width
            content = _SPAN.sub(lambda m: m[1] + b"%d" % max(int(m[2]) + wider, 1) + m[3], content, count=1)
            return self._mover.moved(content)
        from_new = {place: self._new.part.source(cells[j]) for j, place in self._places.items()}
        out = [self._new.part.data[row.start : cells[0].start]]
        for place, above in enumerate(cells_of(self._old.header_row)):
            empty = self._document.data[above.start : _after_properties(above)] + b"<w:p/></w:tc>"
            out.append(from_new.get(place, empty))
        return self._mover.moved(b"".join(out) + b"</w:tr>")

    def _merge_paragraphs(self) -> None:
        """Headings above the table and the mark below it: renewed one by one unless a person changed them."""
        old, new = self._paragraphs(self._document, self._region), self._paragraphs(self._new_part, self._fresh)
        generated = [line.cells[0] for line in self._generated or () if not line.is_row]
        if len(old) != len(new):
            self._conflicts.append("Các đoạn ngoài bảng của vùng được giữ như đã sửa")
            return
        for n, ((paragraph, text), (fresh, fresh_text)) in enumerate(zip(old, new, strict=True)):
            if text == fresh_text:
                continue
            if n < len(generated) and generated[n] == text and carried_section(paragraph) is None:
                content = self._mover.moved(self._new_part.source(fresh), self._region)
                self._edits.append(Edit(paragraph.start, paragraph.end, content))
            elif not (n < len(generated) and generated[n] == fresh_text):
                self._conflicts.append(f"Đoạn ngoài bảng: giữ “{text}”, bản mới là “{fresh_text}”")

    @staticmethod
    def _paragraphs(part: XmlPart, region: FoundRegion) -> list[tuple[Element, str]]:
        out = []
        for block in region.blocks:
            lines = region_lines(part.text_between(block.start, block.end)) if block.tag == "w:p" else ()
            if lines:
                out.append((block, lines[0].cells[0]))
        return out


def _after_properties(cell: Element) -> int:
    properties = cell.child("w:tcPr")
    return properties.end if properties is not None else cell.inner_start


def _spans(row: Line) -> list[str]:
    """How many columns and rows the joined cells take up."""
    return [flag for look in row.looks for _, flags in look for flag in flags if flag.startswith(SPAN)]
