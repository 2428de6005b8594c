"""The way back for figures: what an officer corrected in the statistics appendix becomes cells of sheet Số liệu."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.book.read.table import Row
from generator.book.sheets import INDICATORS, MEASUREMENTS, Column
from generator.book.write.cell_places import CellPlaces
from generator.book.write.sheet_writing import Written
from generator.domain.answers import Answers
from generator.domain.computed import PartOf
from generator.domain.indicator import Aggregation, Indicator, Measurement, measured_in
from generator.domain.period import ReportingPeriod
from generator.domain.unit_year import UnitYear
from generator.vietnamese.cells import number_of

_MOST_CELLS = 8
_VALUE, _ABOVE, _BELOW, _NOTE = MEASUREMENTS.value, MEASUREMENTS.numerator, MEASUREMENTS.denominator, MEASUREMENTS.note
_PART = "; "


@dataclass(frozen=True, slots=True)
class FigureCorrection:
    """What was changed of one indicator: None for what was not. `printed` and `printed_note` are what the workbook
    would print now."""

    indicator: Indicator
    value: str | None = None
    note: str | None = None
    printed: str = ""
    printed_note: str = ""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """Cells of sheet Số liệu to write: in a row that is there, or in a new one (`row` is None)."""

    indicator: Indicator
    period_id: str
    row: Row | None
    cells: Mapping[Column, str] = field(default_factory=dict)

    def __str__(self) -> str:
        where = ", ".join(self.row.address(h) for h in self.cells) if self.row is not None else "dòng mới"
        cells = "; ".join(f"{header} “{text}”" for header, text in self.cells.items())
        return f"{self.indicator.number} {self.indicator.name} (kỳ {self.period_id}, {where}): {cells}"


class FigureReader:
    """Takes the corrections of one report's figures apart: cells to write, and what has none."""

    def __init__(self, data: UnitYear, period: ReportingPeriod, places: CellPlaces) -> None:
        self._data, self._period, self._places = data, period, places
        self._cells: dict[tuple[str, str], dict[Column, str]] = {}
        self._about: dict[tuple[str, str], Indicator] = {}
        self.refused: list[str] = []

    def read(self, correction: FigureCorrection) -> None:
        """Take in one correction."""
        indicator = correction.indicator
        if indicator.is_heading:
            place = self._places.of_indicator(indicator, INDICATORS.unit)
            self._refuse(indicator, f"hàng này là tên nhóm, không có số liệu; muốn có thì ghi đơn vị tính ở {place}")
        elif indicator.aggregation is Aggregation.COMPUTED and (part := PartOf.named(indicator.measured_by)):
            column = _ABOVE if part.is_numerator else _BELOW
            self._refuse(
                indicator, f"số này lấy từ {column} của chỉ tiêu {part.code}; sửa ở sheet Số liệu, cột {column}"
            )
        elif indicator.aggregation is Aggregation.COMPUTED:
            self._refuse(
                indicator,
                "số này do chương trình tự đếm; sửa tình trạng từng nhiệm vụ ở sheet Kết quả, mốc ở sheet Mốc",
            )
        elif self._places.measurements is None:
            self._refuse(indicator, "sổ chưa có sheet Số liệu; thêm sheet đó rồi ghi")
        else:
            if correction.value is not None and not _is_same_number(correction.value, correction.printed):
                self._read_value(indicator, correction.value)
            if correction.note is not None:
                self._read_note(correction, correction.note)

    def changes(self) -> list[FigureChange]:
        """Return the cells to write, a row at a time."""
        return [
            FigureChange(self._about[place], place[0], self._places.figure_row(*place), cells)
            for place, cells in self._cells.items()
        ]

    # -- one cell ------------------------------------------------------------------------------
    def _read_value(self, indicator: Indicator, text: str) -> None:
        rows = self._sources(indicator)
        if indicator.aggregation is Aggregation.CODED:
            answers = Answers.of(indicator.unit)
            number, kind = answers.code_of(text), f"một trong các câu trả lời {answers}"
        else:
            number, kind = number_of(text), "một số"
        if number is None:
            reason = f"“{text}” không phải là {kind}" if text else "số liệu bị xóa trắng trong báo cáo"
            self._refuse(indicator, f"{reason}; sửa ở {self._cells_of(rows, (_ABOVE, _BELOW, _VALUE))}")
        elif any(m.numerator is not None and m.denominator is not None for m in rows):
            where = self._cells_of(rows, (_ABOVE, _BELOW))
            self._refuse(indicator, f"cột Số liệu “{text}”: tỷ lệ này tính từ tử số và mẫu số; sửa ở {where}")
        elif len(rows) > 1:
            where = self._cells_of(rows, (_VALUE, _ABOVE))
            self._refuse(indicator, f"cột Số liệu “{text}”: số này cộng từ {len(rows)} kỳ; sửa ở {where}")
        else:
            is_count = bool(rows) and rows[0].value is None and indicator.aggregation is not Aggregation.RATIO
            written = text.rstrip("% ") + "%" if indicator.is_percentage else text
            self._write(indicator, rows[0].period if rows else self._period, _ABOVE if is_count else _VALUE, written)

    def _sources(self, indicator: Indicator) -> tuple[Measurement, ...]:
        """The measurements whose figures the printed value is made of."""
        rows, _ = measured_in(indicator, self._period, self._data.measurements)
        if indicator.aggregation is Aggregation.LAST:
            return rows[-1:]
        if indicator.aggregation is Aggregation.FIRST:
            return rows[:1]
        if indicator.aggregation is Aggregation.RATIO and all(None in (m.numerator, m.denominator) for m in rows):
            return tuple(m for m in rows if m.value is not None)[-1:]
        return rows

    def _read_note(self, correction: FigureCorrection, text: str) -> None:
        """Take the part of a note that the program writes itself ("Mục tiêu 100%: đạt") off the officer's own."""
        indicator = correction.indicator
        own_row = self._data.measurements.get((self._period.id, indicator.code))
        rows = self._sources(indicator)
        source = own_row or (rows[0] if len(rows) == 1 and rows[0].note else None)
        known = source.note if source is not None else ""
        generated = correction.printed_note.removeprefix(known).removeprefix(_PART)
        parts = [p for p in generated.split(_PART) if p]
        mine = [p for p in text.split(_PART) if p and not any(_is_said(p, part) for part in parts)]
        gone = [p for p in parts if not any(_is_said(typed, p) for typed in text.split(_PART))]
        reworded = correction.value is None and any(p not in text.split(_PART) for p in parts)
        if gone or reworded:
            part = "; ".join(gone or [p for p in parts if p not in text.split(_PART)])
            self._refuse(
                indicator,
                f"cột Ghi chú: “{part}” do chương trình tự viết từ mục tiêu và số liệu; sửa mục "
                f"tiêu ở {self._places.of_indicator(indicator, INDICATORS.target)}",
            )
        note = _PART.join(mine)
        if note == known:
            return
        if not note:
            row = self._places.figure_row(source.period.id if source else self._period.id, indicator.code)
            where = f"ô {row.address(_NOTE)}" if row is not None else "cột Ghi chú"
            self._refuse(indicator, f"ghi chú bị xóa trong báo cáo; muốn xóa thì xóa ở sheet Số liệu, {where}")
        else:
            self._write(indicator, source.period if source else self._period, _NOTE, note)

    # -- keeping -------------------------------------------------------------------------------
    def _write(self, indicator: Indicator, period: ReportingPeriod, header: Column, text: str) -> None:
        place = period.id, indicator.code
        self._about[place] = indicator
        self._cells.setdefault(place, {})[header] = text

    def _refuse(self, indicator: Indicator, reason: str) -> None:
        self.refused.append(f"hàng {indicator.number} ({indicator.name}): {reason}")

    def _cells_of(self, rows: Iterable[Measurement], headers: tuple[Column, ...]) -> str:
        found = [self._places.figure_row(m.period.id, m.code) for m in rows]
        cells = [row.address(h) for row in found if row is not None for h in headers if row.has(h)]
        if not cells:
            return "sheet Số liệu"
        more = f" và {len(cells) - _MOST_CELLS} ô nữa" if len(cells) > _MOST_CELLS else ""
        return f"sheet Số liệu, ô {', '.join(cells[:_MOST_CELLS])}{more}"


def _is_same_number(text: str, other: str) -> bool:
    number = number_of(text)
    return number is not None and number == number_of(other)


def _is_said(typed: str, generated: str) -> bool:
    """Whether a part of a note is the generated one, perhaps with another verdict after its colon."""
    return typed == generated or (":" in generated and typed.rpartition(":")[0] == generated.rpartition(":")[0])


def written_figures(changes: Iterable[FigureChange], places: CellPlaces) -> Written | None:
    """Return what to write into sheet Số liệu, None for nothing."""
    changes = list(changes)
    if not changes or places.measurements is None:
        return None
    rewritten = {c.row.number: c.cells for c in changes if c.row is not None}
    added = [
        {MEASUREMENTS.period: c.period_id, MEASUREMENTS.code: c.indicator.code, **c.cells}
        for c in changes
        if c.row is None
    ]
    return Written(places.measurements, added, rewritten)
