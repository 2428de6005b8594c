"""Pages of the round-up that are lists: indicators, late tasks, the register, what disagrees, the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator.roundup.context import late_rows
from generator.roundup.counting import FIGURE, LABELS, MEASURE_NAMES, TASKS, Key, Measure
from generator.roundup.marks import plain_text
from generator.roundup.sentences import served_words
from generator.roundup.source_sheets import FIGURES, cells_of, formula
from generator.roundup.voice import unit_name
from generator.roundup.workbook_frame import Frame

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NUMBERS, INDICATORS, OWN_TASKS, REGISTER = "Các số", "Chỉ tiêu", "Nhiệm vụ cấp trên", "Tiếp nhận"
_WHY = "Đơn vị ghi số của cả kỳ; cộng các tháng ra số khác. Dùng số của cả kỳ, đề nghị đơn vị đối chiếu."
#: Less than a cell of Excel holds.
_LONGEST = 30_000


class ListPages(Frame):
    """The pages that are lists."""

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
        columns = [("Khóa", 34), ("Nội dung", 60), ("Giá trị", 14), ("Đếm từng đơn vị, nhiệm vụ", 60)]
        self._begin(page, [*columns, ("Viết trong báo cáo", 14)], 0)
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
                page.write_string(at, 4, source.text, self._number)
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


def _pieces(items: Sequence[str]) -> Iterable[str]:
    """Yield the items, separated by semicolons, in pieces that fit a cell; one empty piece for none."""
    piece = ""
    for item in items:
        if piece and len(piece) + len(item) > _LONGEST:
            yield piece
            piece = ""
        piece = f"{piece}; {item}" if piece else item
    yield piece


def _float(value: Decimal | None) -> float | str:
    return "" if value is None else float(value)
