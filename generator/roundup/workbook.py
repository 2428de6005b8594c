"""The round-up as a workbook: tables with filters, totals as formulas, charts, and where each number is from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.reporting.fields import FIELDS, OTHER
from generator.roundup.counting import (
    Counts,
    Group,
    Measure,
    rate_of_due,
)
from generator.roundup.long_sheets import Cell, Styled, with_rows
from generator.roundup.ranking import rate_by
from generator.roundup.register import Line, Status
from generator.roundup.source_sheets import (
    FIGURE_COLUMNS,
    FIGURES,
    LAST_YEAR_SOURCE,
    SOURCE,
    SOURCE_COLUMNS,
    figure_values,
    formula,
    source_values,
)
from generator.roundup.voice import Voice
from generator.roundup.workbook_frame import letter
from generator.roundup.workbook_lists import INDICATORS, NUMBERS, OWN_TASKS, REGISTER, ListPages
from generator.vietnamese.dates import short_date

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_UNITS, _FIELDS, _LATE, _CHECK, _TREND = "Đơn vị", "Lĩnh vực", "Quá hạn", "Đối chiếu", "Xu hướng"
#: Columns of counts, each with the measure that its formula counts.
_COUNTED: tuple[tuple[str, Measure], ...] = (
    ("Tổng số nhiệm vụ", Measure.TOTAL),
    (Group.ON_TIME.value, Measure.ON_TIME),
    (Group.DONE_LATE.value, Measure.DONE_LATE),
    (Group.LATE.value, Measure.LATE),
    (Group.GOING.value, Measure.GOING),
    (Group.WAITING.value, Measure.WAITING),
    (Group.UNHEARD.value, Measure.UNHEARD),
    ("Đến hạn", Measure.DUE),
    ("Đến hạn đã hoàn thành", Measure.DUE_DONE),
)
#: More units than this make no bar that can be read: the worst are shown.
_MOST_BARS = 40
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_FACE = {"font_name": "Times New Roman", "font_size": 11}
_MOMENT = datetime(2020, 3, 5)


def round_up_workbook(say: Voice) -> bytes:
    """Return the workbook (.xlsx) of what a voice has said; the same figures give the same bytes."""
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    class Page(Worksheet):  # type: ignore[misc]  # the library has no types
        """A page whose formulas have no function of the last years: they would be looked for, 29 times in each."""

        def _prepare_formula(self, formula: str, *_: object) -> str:
            return formula.removeprefix("=")

    buffer = BytesIO()
    with Workbook(buffer, {**_OPTIONS, "default_format_properties": _FACE}) as book:
        book.set_properties({"author": "cchc", "created": _MOMENT, "title": str(say.figures.period)})
        book.set_calc_mode("auto")
        book.worksheet_class = Page
        pages = _Pages(book, say)
        pages.write()
        parts = {f"xl/worksheets/sheet{n}.xml": page.get_name() for n, page in enumerate(book.worksheets(), start=1)}
    return with_rows(buffer.getvalue(), {part: pages.late[name] for part, name in parts.items() if name in pages.late})


class _Pages(ListPages):
    """All pages, those that are tables of counts with charts here."""

    def write(self) -> None:
        pages: tuple[tuple[str, Callable[[Worksheet], None]], ...] = (
            (_UNITS, self._units),
            (_FIELDS, self._fields),
            (INDICATORS, self._indicators),
            (_LATE, self._late),
            (OWN_TASKS, self._own),
            (REGISTER, self._register),
            (_TREND, self._trend),
            (_CHECK, self._check),
            (NUMBERS, self._numbers),
            (SOURCE, self._source),
            (FIGURES, self._source_figures),
            (LAST_YEAR_SOURCE, self._source_last_year),
        )
        for name, write in pages:
            if name == OWN_TASKS and self._figures.own is None:
                continue
            if name == LAST_YEAR_SOURCE and not self._figures.last_year:
                continue
            write(self._book.add_worksheet(name))

    # -- tables -------------------------------------------------------------------------------
    def _units(self, page: Worksheet) -> None:
        figures = self._figures
        title = f"TỔNG HỢP {str(figures.period).upper()}, TÍNH ĐẾN NGÀY {short_date(figures.as_of)}"
        page.write_string(0, 0, title, self._title)
        page.write_string(
            1, 0, f"Xếp thứ theo {self._rule()}. Tổng, tỷ lệ là công thức trên sheet {SOURCE}.", self._plain
        )
        lines = figures.expected
        columns = [("STT", 6), ("Đơn vị", 30), ("Nhóm", 14), *((label, 13) for label, _ in _COUNTED)]
        columns += [("Tỷ lệ (%)", 11), ("Xếp thứ", 9), ("Tình trạng gửi", 26)]
        self._begin(page, columns, len(lines), at=2)
        self._later(page, 4, [*self._unit_rows(lines)], len(lines) + 1)
        self._unit_chart(page, 5 + len(lines))

    def _unit_rows(self, lines: Sequence[Line]) -> Iterator[list[Cell]]:
        for number, line in enumerate(lines, start=1):
            yield self._unit_row(number, line)
        last = 3 + len(lines)
        row: list[Cell] = ["", self._cell("Tổng cộng", self._bold), ""]
        for index, (_, measure) in enumerate(_COUNTED, start=3):
            total = f"SUM({letter(index)}4:{letter(index)}{last})"
            row.append(self._cell(self._figures.total.measure(measure), self._bold_number, total))
        yield [*row, self._rate(last + 1, self._figures.total, self._bold_percent)]

    def _rule(self) -> str:
        return (self._figures.rule or "Tỷ lệ hoàn thành nhiệm vụ đến hạn").lower()

    def _unit_row(self, number: int, line: Line) -> list[Cell]:
        row: list[Cell] = [self._cell(number, self._number)]
        row += [self._cell(text, self._text) for text in (line.name, line.group)]
        counts = self._figures.by_unit.get(line.code)
        if counts is None:
            row += [""] * (len(_COUNTED) + 2)
        else:
            rows = self._rows[line.code]
            row += [
                self._cell(counts.measure(measure), self._number, formula(measure, rows)[1:]) for _, measure in _COUNTED
            ]
            row.append(self._rate(number + 3, counts, self._percent))
            place = self._figures.place(line.code).place
            row.append(self._cell(place, self._number) if place else "")
        missing = line.status is Status.NOT_SENT
        status = "Chưa có báo cáo" if missing else line.status.value
        return [*row, self._cell(status, self._red if missing else self._text)]

    def _rate(self, row: int, counts: Counts, how: Any) -> Styled:
        """The rate as a formula over the cells of its row."""
        index = 3 + len(_COUNTED)
        by_plan = rate_by(self._figures.rule) is not rate_of_due
        rate = rate_by(self._figures.rule)(counts)
        part, whole = (
            (f"({letter(4)}{row}+{letter(5)}{row})", f"{letter(3)}{row}")
            if by_plan
            else (f"{letter(index - 1)}{row}", f"{letter(index - 2)}{row}")
        )
        value = float(rate.percent) if rate.percent is not None else ""
        return self._cell(value, how, f'IF({whole}=0,"",100*{part}/{whole})')

    def _unit_chart(self, page: Worksheet, at: int) -> None:
        lines = [line for line in self._figures.expected if line.code in self._figures.by_unit]
        if not lines or len(self._figures.expected) > _MOST_BARS:
            return
        last = 2 + len(self._figures.expected)
        self._stacked(page, at, "Tình trạng nhiệm vụ theo đơn vị", 3, last, first_group=4, height=24 * len(lines) + 160)

    def _fields(self, page: Worksheet) -> None:
        by_field = self._figures.by_field
        columns = [("STT", 6), ("Lĩnh vực", 38), *((label, 13) for label, _ in _COUNTED), ("Tỷ lệ (%)", 11)]
        self._begin(page, columns, len(by_field))
        for number, (field, counts) in enumerate(by_field.items(), start=1):
            name = self._say.field_name(field)
            page.write_number(number, 0, number, self._number)
            page.write_string(number, 1, name, self._text)
            for index, (_, measure) in enumerate(_COUNTED, start=2):
                page.write_formula(
                    number, index, formula(measure, self._all, name), self._number, counts.measure(measure)
                )
            self._share(page, number, 2 + len(_COUNTED), rate_of_due(counts), self._percent)
        at = len(by_field) + 1
        page.write_string(at, 1, "Tổng cộng", self._bold)
        for index, (_, measure) in enumerate(_COUNTED, start=2):
            column = letter(index)
            total = f"=SUM({column}2:{column}{at})" if by_field else "=0"
            page.write_formula(at, index, total, self._bold_number, self._figures.total.measure(measure))
        self._share(page, at, 2 + len(_COUNTED), rate_of_due(self._figures.total), self._bold_percent)
        if by_field:
            self._stacked(page, at + 2, "Tình trạng nhiệm vụ theo lĩnh vực", 1, at - 1, first_group=3, height=420)

    def _trend(self, page: Worksheet) -> None:
        columns = [("Tháng", 14), ("Đến hạn", 12), ("Đã hoàn thành", 14), ("Quá hạn", 12), ("Tỷ lệ (%)", 12)]
        facts = [line.counted for line in self._figures.counted if line.counted]
        length = max((len(f.trend) for f in facts), default=0)
        self._begin(page, columns, length)
        for at in range(1, length + 1):
            sums = [sum(f.trend[at - 1][n] for f in facts if len(f.trend) >= at) for n in range(3)]
            is_last = at == length
            label = f"Đến {short_date(self._figures.as_of)}" if is_last else f"Hết tháng {at}"
            page.write_string(at, 0, label, self._text)
            for index, value in enumerate(sums, start=1):
                page.write_number(at, index, value, self._number)
            self._share_of(page, at, sums)
        if length > 1:
            self._trend_chart(page, length)

    def _share_of(self, page: Worksheet, at: int, sums: Sequence[int]) -> None:
        value = 100 * sums[1] / sums[0] if sums[0] else ""
        page.write_formula(at, 4, f'=IF(B{at + 1}=0,"",100*C{at + 1}/B{at + 1})', self._percent, value)

    def _trend_chart(self, page: Worksheet, length: int) -> None:
        chart = self._book.add_chart({"type": "line"})
        for index, dash in ((1, "solid"), (2, "dash"), (3, "round_dot")):
            line = {"color": "#000000", "width": 2, "dash_type": dash}
            chart.add_series(
                {
                    "name": [_TREND, 0, index],
                    "categories": [_TREND, 1, 0, length, 0],
                    "values": [_TREND, 1, index, length, index],
                    "line": line,
                }
            )
        chart.set_title({"name": "Nhiệm vụ đến hạn theo tháng", "name_font": {"name": "Times New Roman", "size": 14}})
        chart.set_legend({"position": "bottom"})
        page.insert_chart(length + 2, 0, chart)

    # -- sources ------------------------------------------------------------------------------
    def _source(self, page: Worksheet) -> None:
        lines = ((line, line.file, line.counted) for line in self._figures.counted if line.counted)
        self._put(page, SOURCE_COLUMNS, source_values(lines, self._field_names), self._figures.total.total)

    def _source_last_year(self, page: Worksheet) -> None:
        lines = ((line, line.before_place, line.before) for line in self._figures.counted if line.before)
        count = sum(counts.total for counts in self._figures.last_year.values())
        self._put(page, SOURCE_COLUMNS, source_values(lines, self._field_names), count)

    def _source_figures(self, page: Worksheet) -> None:
        found = [of_unit for added in self._figures.added for of_unit in added.of_units]
        self._put(page, FIGURE_COLUMNS, map(figure_values, found), len(found))

    @property
    def _field_names(self) -> dict[str, str]:
        return {field: self._say.field_name(field) for field in (*FIELDS, OTHER)}
