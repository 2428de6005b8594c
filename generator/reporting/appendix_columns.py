"""The columns of the appendix tables, by heading: which the program computes, which hold words of the workbook."""

from __future__ import annotations

from collections.abc import Collection, Mapping

TASKS_REGION = "phu-luc-nhiem-vu"
STATISTICS_REGION = "phu-luc-thong-ke"
LATE_REGION = "phu-luc-qua-han"

#: In the short form of a month who leads it and by when stand with the task.
TASK_COLUMNS = ("Nhiệm vụ", "Nhiệm vụ, chủ trì, tiến độ")
RESULT_COLUMN, STATE_COLUMN = "Kết quả thực hiện", "Tình trạng"
NUMBER_COLUMN, UNIT_COLUMN, NOTE_COLUMN = "STT", "Đơn vị tính", "Ghi chú"
#: As the plain table has them, and the superior's forms.
INDICATOR_COLUMNS, VALUE_COLUMNS = ("Chỉ tiêu", "Chỉ tiêu thống kê"), ("Số liệu", "Số liệu trong kỳ")
YEAR_COLUMN = "Số liệu lũy kế"
CAUSE_COLUMN, REMEDY_COLUMN = "Nguyên nhân", "Biện pháp, dự kiến hoàn thành"

#: Renewed even where a person typed over them; every other column keeps what a person wrote.
COMPUTED_COLUMNS: Mapping[str, frozenset[str]] = {
    TASKS_REGION: frozenset((STATE_COLUMN,)),
    STATISTICS_REGION: frozenset((*VALUE_COLUMNS, YEAR_COLUMN)),
    LATE_REGION: frozenset((STATE_COLUMN,)),
}

#: What only a monthly report in full has.
_ONLY_IN_FULL = "hoan-thanh"


def is_in_full(regions: Collection[str]) -> bool:
    """Whether a monthly report, of which the program made these regions, tells of every task."""
    return _ONLY_IN_FULL in regions


def cell_of(row: Mapping[str, str], columns: tuple[str, ...]) -> str:
    """Return a row's cell in the one of some columns that its table has."""
    return next((row[column] for column in columns if column in row), "")
