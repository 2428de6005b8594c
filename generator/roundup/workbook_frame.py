"""What every page of the round-up's workbook has: formats, headers that stay in sight, rates, stacked bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from generator.roundup.counting import Rate
from generator.roundup.long_sheets import Cell, LateRows, Styled
from generator.roundup.source_sheets import Rows, unit_rows
from generator.roundup.voice import Voice

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

#: Fills of the parts of a stacked bar, told apart in black and white too.
_PATTERNS = (
    ("solid", "#1F4E79", "#FFFFFF"),
    ("wide_upward_diagonal", "#2E75B6", "#FFFFFF"),
    ("solid", "#000000", "#FFFFFF"),
    ("percent_25", "#7F7F7F", "#FFFFFF"),
    ("solid", "#E7E6E6", "#FFFFFF"),
    ("dotted_grid", "#7F7F7F", "#FFFFFF"),
)
#: Four lines of a heading, in points.
_HEADER_HEIGHT = 66


class Frame:
    """A workbook being written, and how its pages look."""

    def __init__(self, book: Workbook, say: Voice) -> None:
        figures = say.figures
        face = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True, "border": 1}
        #: What is put into the pages, by their names, once the workbook is written.
        self.late: dict[str, LateRows] = {}
        self._book = book
        self._figures = figures
        self._say = say
        self._text = book.add_format(face)
        self._plain = book.add_format({"font_name": "Times New Roman", "font_size": 11})
        self._number = book.add_format({**face, "align": "center"})
        self._percent = book.add_format({**face, "align": "center", "num_format": "0.00"})
        bold = {**face, "bold": True}
        self._bold = book.add_format(bold)
        self._bold_number = book.add_format({**bold, "align": "center"})
        self._bold_percent = book.add_format({**bold, "align": "center", "num_format": "0.00"})
        self._red = book.add_format({**face, "font_color": "#C00000", "bold": True})
        head = {**bold, "font_color": "#FFFFFF", "bg_color": "#2F5F8F", "align": "center", "valign": "vcenter"}
        self._head = book.add_format(head)
        self._title = book.add_format({"font_name": "Times New Roman", "font_size": 14, "bold": True})
        self._rows = unit_rows(figures)
        tasks = figures.total.total
        self._all = Rows(2, max(tasks, 1) + 1)

    def _begin(self, page: Worksheet, columns: Sequence[tuple[str, int]], rows: int, *, at: int = 0) -> None:
        """Write a header row that stays in sight, with filters, ready for A4 landscape."""
        for index, (label, width) in enumerate(columns):
            page.set_column(index, index, width)
            page.write_string(at, index, label, self._head)
        self._head._get_xf_index()  # before the rows below
        page.set_row(at, _HEADER_HEIGHT)
        page.freeze_panes(at + 1, 0)
        if rows:
            page.autofilter(at, 0, at + rows, len(columns) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(at)

    def _put(
        self,
        page: Worksheet,
        columns: Sequence[tuple[str, int]],
        rows: Iterable[Sequence[Cell]],
        count: int,
        widths: Sequence[int] = (),
    ) -> None:
        """Write a header row, and put the rows below it later."""
        self._begin(page, columns, count)
        self._later(page, 2, rows, count, widths)

    def _table(
        self, page: Worksheet, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Any]], count: int
    ) -> None:
        """The same with lines around the cells."""
        style = self._cell(None, self._text).style
        cells = ([Styled(None if value == "" else value, style) for value in row] for row in rows)
        self._put(page, columns, cells, count, widths=[width for _, width in columns])

    def _later(
        self, page: Worksheet, first: int, rows: Iterable[Sequence[Cell]], count: int, widths: Sequence[int] = ()
    ) -> None:
        """Put rows in from a number on; styles that only they have are asked for before the workbook is written."""
        page.dim_rowmax = first + count - 2
        self.late[page.get_name()] = LateRows(first, rows, widths)

    def _cell(self, value: str | float | None, how: Any, formula: str = "") -> Styled:
        return Styled(value, how._get_xf_index(), formula)

    def _share(self, page: Worksheet, at: int, index: int, rate: Rate, how: Any) -> None:
        part, whole = f"{letter(index - 1)}{at + 1}", f"{letter(index - 2)}{at + 1}"
        value = float(rate.percent) if rate.percent is not None else ""
        page.write_formula(at, index, f'=IF({whole}=0,"",100*{part}/{whole})', how, value)

    def _stacked(
        self, page: Worksheet, at: int, title: str, first: int, last: int, *, first_group: int, height: int
    ) -> None:
        chart = self._book.add_chart({"type": "bar", "subtype": "stacked"})
        name = page.get_name()
        for index, (pattern, colour, ground) in enumerate(_PATTERNS, start=first_group):
            fill = {"pattern": {"pattern": pattern, "fg_color": colour, "bg_color": ground}}
            chart.add_series(
                {
                    "name": [name, first - 1, index],
                    "categories": [name, first, 1, last, 1],
                    "values": [name, first, index, last, index],
                    "border": {"color": "#000000", "width": 0.5},
                    **({"fill": {"color": colour}} if pattern == "solid" else fill),
                    "gap": 40,
                }
            )
        chart.set_title({"name": title, "name_font": {"name": "Times New Roman", "size": 14}})
        chart.set_y_axis({"reverse": True, "num_font": {"name": "Times New Roman", "size": 10}})
        chart.set_x_axis({"major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
        chart.set_legend({"position": "bottom", "font": {"name": "Times New Roman", "size": 10}})
        chart.set_size({"width": 980, "height": height})
        page.insert_chart(at, 1, chart)


def letter(index: int) -> str:
    """Return the letter of a column counted from 0."""
    return chr(ord("A") + index)
