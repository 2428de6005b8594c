"""The round-up as a workbook: tables with filters, totals as formulas, charts, and where each number is from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.roundup.context import late_rows
from generator.roundup.counting import (
    FIGURE,
    LABELS,
    TASKS,
    Counts,
    Group,
    Key,
    Measure,
    Rate,
    rate_of_due,
)
from generator.roundup.long_sheets import with_rows
from generator.roundup.marks import plain_text
from generator.roundup.ranking import rate_by
from generator.roundup.register import Line, Status
from generator.roundup.sentences import served_words
from generator.roundup.source_sheets import (
    FIGURE_COLUMNS,
    FIGURES,
    SOURCE,
    SOURCE_COLUMNS,
    Rows,
    cells_of,
    figure_values,
    formula,
    source_values,
    unit_rows,
)
from generator.roundup.voice import Voice, unit_name
from generator.vietnamese.dates import short_date

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NUMBERS = "Các số"
_UNITS, _FIELDS, INDICATORS, _LATE = "Đơn vị", "Lĩnh vực", "Chỉ tiêu", "Quá hạn"
OWN_TASKS, REGISTER, _CHECK, _TREND = "Nhiệm vụ cấp trên", "Tiếp nhận", "Đối chiếu", "Xu hướng"
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
#: Fills of the parts of a stacked bar, told apart in black and white too.
_PATTERNS = (
    ("solid", "#1F4E79", "#FFFFFF"),
    ("wide_upward_diagonal", "#2E75B6", "#FFFFFF"),
    ("solid", "#000000", "#FFFFFF"),
    ("percent_25", "#7F7F7F", "#FFFFFF"),
    ("solid", "#E7E6E6", "#FFFFFF"),
    ("dotted_grid", "#7F7F7F", "#FFFFFF"),
)
#: More units than this make no bar that can be read: the worst are shown.
_MOST_BARS = 40
#: Three lines of a heading, in points.
_HEADER_HEIGHT = 50
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_FACE = {"font_name": "Times New Roman", "font_size": 11}
_MOMENT = datetime(2020, 3, 5)


def round_up_workbook(say: Voice) -> bytes:
    """Return the workbook (.xlsx) of what a voice has said; the same figures give the same bytes."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    with Workbook(buffer, {**_OPTIONS, "default_format_properties": _FACE}) as book:
        book.set_properties({"author": "cchc", "created": _MOMENT, "title": str(say.figures.period)})
        book.set_calc_mode("auto")
        pages = _Pages(book, say)
        pages.write()
        parts = {f"xl/worksheets/sheet{n}.xml": page.get_name() for n, page in enumerate(book.worksheets(), start=1)}
    rows = pages.long_rows()
    return with_rows(buffer.getvalue(), {part: rows[name] for part, name in parts.items() if name in rows})


class _Pages:
    def __init__(self, book: Workbook, say: Voice) -> None:
        figures = say.figures
        face = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True, "border": 1}
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
        )
        for name, write in pages:
            if name == OWN_TASKS and self._figures.own is None:
                continue
            write(self._book.add_worksheet(name))

    # -- tables -------------------------------------------------------------------------------
    def _begin(self, page: Worksheet, columns: Sequence[tuple[str, int]], rows: int, *, at: int = 0) -> None:
        """Write a header row that stays in sight, with filters, ready for A4 landscape."""
        for index, (label, width) in enumerate(columns):
            page.set_column(index, index, width)
            page.write_string(at, index, label, self._head)
        page.set_row(at, _HEADER_HEIGHT)
        page.freeze_panes(at + 1, 0)
        if rows:
            page.autofilter(at, 0, at + rows, len(columns) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(at)

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
        for number, line in enumerate(lines, start=1):
            self._unit_row(page, number, line)
        at = 3 + len(lines)
        page.write_string(at, 1, "Tổng cộng", self._bold)
        for index, (_, measure) in enumerate(_COUNTED, start=3):
            letter = _letter(index)
            total = f"=SUM({letter}4:{letter}{at})"
            page.write_formula(at, index, total, self._bold_number, figures.total.measure(measure))
        self._rate(page, at, figures.total, self._bold_percent)
        self._unit_chart(page, at + 2)

    def _rule(self) -> str:
        return (self._figures.rule or "Tỷ lệ hoàn thành nhiệm vụ đến hạn").lower()

    def _unit_row(self, page: Worksheet, number: int, line: Line) -> None:
        figures, at = self._figures, number + 2
        page.write_number(at, 0, number, self._number)
        page.write_string(at, 1, line.name, self._text)
        page.write_string(at, 2, line.group, self._text)
        status = 3 + len(_COUNTED) + 2
        missing = line.status is Status.NOT_SENT
        page.write_string(
            at, status, "Chưa có báo cáo" if missing else line.status.value, self._red if missing else self._text
        )
        counts = figures.by_unit.get(line.code)
        if counts is None:
            return
        for index, (_, measure) in enumerate(_COUNTED, start=3):
            count = formula(measure, self._rows[line.code])
            page.write_formula(at, index, count, self._number, counts.measure(measure))
        self._rate(page, at, counts, self._percent)
        if place := figures.place(line.code).place:
            page.write_number(at, status - 1, place, self._number)

    def _rate(self, page: Worksheet, at: int, counts: Counts, how: Any) -> None:
        """The rate as a formula over the cells of its row."""
        index = 3 + len(_COUNTED)
        by_plan = rate_by(self._figures.rule) is not rate_of_due
        rate = rate_by(self._figures.rule)(counts)
        part, whole = (
            (f"({_letter(4)}{at + 1}+{_letter(5)}{at + 1})", f"{_letter(3)}{at + 1}")
            if by_plan
            else (
                f"{_letter(index - 1)}{at + 1}",
                f"{_letter(index - 2)}{at + 1}",
            )
        )
        value = float(rate.percent) if rate.percent is not None else ""
        page.write_formula(at, index, f'=IF({whole}=0,"",100*{part}/{whole})', how, value)

    def _unit_chart(self, page: Worksheet, at: int) -> None:
        lines = [line for line in self._figures.expected if line.code in self._figures.by_unit]
        if not lines or len(self._figures.expected) > _MOST_BARS:
            return
        last = 2 + len(self._figures.expected)
        self._stacked(page, at, "Tình trạng nhiệm vụ theo đơn vị", 3, last, first_group=4, height=24 * len(lines) + 160)

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
            letter = _letter(index)
            total = f"=SUM({letter}2:{letter}{at})" if by_field else "=0"
            page.write_formula(at, index, total, self._bold_number, self._figures.total.measure(measure))
        self._share(page, at, 2 + len(_COUNTED), rate_of_due(self._figures.total), self._bold_percent)
        if by_field:
            self._stacked(page, at + 2, "Tình trạng nhiệm vụ theo lĩnh vực", 1, at - 1, first_group=3, height=420)

    def _share(self, page: Worksheet, at: int, index: int, rate: Rate, how: Any) -> None:
        part, whole = f"{_letter(index - 1)}{at + 1}", f"{_letter(index - 2)}{at + 1}"
        value = float(rate.percent) if rate.percent is not None else ""
        page.write_formula(at, index, f'=IF({whole}=0,"",100*{part}/{whole})', how, value)

    def _indicators(self, page: Worksheet) -> None:
        columns = [("STT", 8), ("Mã", 9), ("Chỉ tiêu", 50), ("Đơn vị tính", 12), ("Tử số", 13), ("Mẫu số", 13)]
        columns += [
            ("Giá trị", 13),
            ("Mục tiêu", 20),
            ("Số đơn vị đạt", 11),
            ("Số đơn vị được xét", 11),
            ("Chưa có số liệu", 40),
        ]
        added = self._figures.added
        self._begin(page, columns, len(added))
        last = 1 + sum(len(a.of_units) for a in added)
        names, met = f"'{FIGURES}'!$E$2:$E${last}", f"'{FIGURES}'!$K$2:$K${last}"
        for at, a in enumerate(added, start=1):
            for index, text in enumerate((a.figure.number, a.figure.code, a.figure.name, a.figure.unit)):
                page.write_string(at, index, text, self._text)
            if a.is_rate:
                for index, letter, value in ((4, "G", a.numerator), (5, "H", a.denominator)):
                    total = f"=SUMIFS('{FIGURES}'!${letter}$2:${letter}${last},{names},C{at + 1})"
                    page.write_formula(at, index, total, self._number, _float(value))
                page.write_formula(
                    at, 6, f'=IF(F{at + 1}=0,"",100*E{at + 1}/F{at + 1})', self._percent, _float(a.value)
                )
            else:
                total = f"=SUMIFS('{FIGURES}'!$I$2:$I${last},{names},C{at + 1})"
                page.write_formula(at, 6, total, self._number, _float(a.value))
            page.write_string(at, 7, a.figure.target, self._text)
            n = sum(bool(u.figure.is_met) for u in a.judged)
            page.write_formula(at, 8, f'=COUNTIFS({names},C{at + 1},{met},"Đạt")', self._number, n)
            page.write_formula(at, 9, f'=COUNTIFS({names},C{at + 1},{met},"*Đạt")', self._number, len(a.judged))
            page.write_string(at, 10, ", ".join(unit_name(self._figures.line(c)) for c in a.without), self._text)

    def _late(self, page: Worksheet) -> None:
        columns = [
            ("STT", 6),
            ("Đơn vị", 28),
            ("Nhiệm vụ", 60),
            ("Chủ trì", 30),
            ("Hạn", 13),
            ("Nguyên nhân", 40),
            ("Biện pháp", 40),
        ]
        rows = late_rows(self._figures)
        names = ("stt", "don_vi", "nhiem_vu", "chu_tri", "han", "nguyen_nhan", "bien_phap")
        self._table(page, columns, ([getattr(row, name) for name in names] for row in rows), len(rows))

    def _table(
        self, page: Worksheet, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Any]], count: int
    ) -> None:
        self._begin(page, columns, count)
        for at, row in enumerate(rows, start=1):
            for index, value in enumerate(row):
                page.write(at, index, value, self._text)

    def _own(self, page: Worksheet) -> None:
        columns = [
            ("Mã", 9),
            ("Nhiệm vụ", 60),
            ("Tình trạng", 28),
            ("Số đơn vị có nhiệm vụ", 12),
            ("Số đơn vị còn việc", 12),
            ("Kết quả của các đơn vị", 70),
            ("Ô nhiệm vụ", 16),
            ("Ô kết quả", 24),
        ]
        rows = [
            (
                s.task.id,
                s.task.text,
                LABELS[s.task.state],
                s.units,
                len(s.units_open),
                plain_text(served_words(self._say, s, in_body=False)),
                *cells_of(s.task),
            )
            for s in self._figures.served
        ]
        self._table(page, columns, rows, len(rows))

    def _register(self, page: Worksheet) -> None:
        columns = [
            ("Mã đơn vị", 20),
            ("Đơn vị", 30),
            ("Nhóm", 14),
            ("Liên hệ", 26),
            ("Tình trạng", 26),
            ("Được tính", 10),
            ("Gửi chậm", 10),
            ("Tệp", 44),
            ("Ghi chú", 90),
        ]
        rows = []
        for line in self._figures.lines:
            remarks = "\n".join((*line.remarks, *(str(p) for p in line.problems if p.is_error)))
            yes = ("Có" if line.counted is not None else "Không", "Có" if line.is_late else "")
            rows.append(
                (
                    line.code,
                    line.name,
                    line.group,
                    line.contact,
                    line.status.value,
                    *yes,
                    ", ".join(line.places),
                    remarks,
                )
            )
        self._table(page, columns, rows, len(rows))

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

    def _check(self, page: Worksheet) -> None:
        columns = [("Đơn vị", 30), ("Chỉ tiêu", 50), ("Số dùng", 14), ("Số khác", 14), ("Vì sao dùng", 80), ("Tệp", 40)]
        rows = [
            (
                u.line.name,
                u.figure.name,
                float(u.figure.value) if u.figure.value else "",
                float(u.figure.typed),
                _WHY,
                u.line.file,
            )
            for u in self._figures.disagreements()
        ]
        self._table(page, columns, rows, len(rows))

    def _numbers(self, page: Worksheet) -> None:
        """Each number by its key: a formula where a rule counts it, else one by one what it is counted from."""
        self._begin(page, [("Khóa", 34), ("Nội dung", 60), ("Giá trị", 14), ("Đếm từng đơn vị, nhiệm vụ", 60)], 0)
        at = 1
        for key, words, count, value in self._keyed():
            page.write_string(at, 0, str(key), self._text)
            page.write_string(at, 1, words, self._text)
            if count:
                page.write_formula(at, 2, count, self._number, value)
            else:
                page.write(at, 2, value, self._number)
            at += 1
        for source in self._say.sources.values():
            for part in _pieces(source.items):
                page.write_string(at, 0, source.key, self._text)
                page.write_number(at, 2, len(source.items), self._number)
                page.write_string(at, 3, part, self._plain)
                at += 1

    def _keyed(self) -> Iterable[tuple[Key, str, str, Any]]:
        figures = self._figures
        for measure in Measure:
            if n := figures.total.measure(measure):
                yield (
                    Key(TASKS, measure.value),
                    f"Số nhiệm vụ: {MEASURE_NAMES[measure]}",
                    formula(measure, self._all),
                    n,
                )
        for field, counts in figures.by_field.items():
            name = self._say.field_name(field)
            for measure in (Measure.TOTAL, Measure.DUE, Measure.DUE_DONE, Measure.LATE):
                words = f"{name}: {MEASURE_NAMES[measure]}"
                yield (
                    Key(TASKS, measure.value, field),
                    words,
                    formula(measure, self._all, name),
                    counts.measure(measure),
                )
        for added in figures.added:
            if added.value is not None:
                yield Key(FIGURE, added.figure.code), added.figure.name, "", float(added.value)

    # -- sources ------------------------------------------------------------------------------
    def _source(self, page: Worksheet) -> None:
        """Only the header: the rows are many, and put in later."""
        self._begin(page, SOURCE_COLUMNS, self._figures.total.total)

    def _source_figures(self, page: Worksheet) -> None:
        self._begin(page, FIGURE_COLUMNS, sum(len(added.of_units) for added in self._figures.added))

    def long_rows(self) -> dict[str, Iterator[Sequence[str | float]]]:
        """Return the rows of the sheets that have one for each task, and for each figure."""
        names = {field: self._say.field_name(field) for field in self._figures.by_field}
        tasks = (source_values(found, names[found.task.field]) for found in self._figures.tasks())
        figures = (figure_values(found) for added in self._figures.added for found in added.of_units)
        return {SOURCE: tasks, FIGURES: figures}


_WHY = "Đơn vị ghi số của cả kỳ; cộng các tháng ra số khác. Dùng số của cả kỳ, đề nghị đơn vị đối chiếu."
MEASURE_NAMES = {
    Measure.TOTAL: "tổng số",
    Measure.DUE: "đến hạn",
    Measure.DUE_DONE: "đến hạn, đã hoàn thành",
    Measure.LATE: "quá hạn, chưa hoàn thành",
    Measure.DONE: "đã hoàn thành",
    Measure.ON_TIME: "hoàn thành đúng hạn",
    Measure.DONE_LATE: "hoàn thành quá hạn",
    Measure.GOING: "đang thực hiện",
    Measure.WAITING: "chưa đến hạn, chưa phát sinh, tạm dừng",
    Measure.UNHEARD: "chưa có báo cáo",
    Measure.AHEAD: "hoàn thành trước hạn",
    Measure.UNDATED: "hoàn thành, không định thời hạn",
    Measure.ONGOING: "thường xuyên",
    Measure.NOT_BEGUN: "thường xuyên, chưa triển khai",
    Measure.ON_DEMAND: "theo chỉ đạo của cấp trên hoặc khi phát sinh",
    Measure.NOT_ARISEN: "chưa phát sinh",
    Measure.PAUSED: "tạm dừng",
    Measure.NOT_DUE: "chưa đến hạn",
}


#: Less than a cell of Excel holds.
_LONGEST = 30_000


def _pieces(items: Sequence[str]) -> Iterable[str]:
    """Yield the items, separated by semicolons, in pieces that fit a cell; one empty piece for none."""
    piece = ""
    for item in items:
        if piece and len(piece) + len(item) > _LONGEST:
            yield piece
            piece = ""
        piece = f"{piece}; {item}" if piece else item
    yield piece


def _letter(index: int) -> str:
    return chr(ord("A") + index)


def _float(value: Decimal | None) -> float | str:
    return "" if value is None else float(value)
