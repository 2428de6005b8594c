"""What is typed beside the sheets and columns that are read is told; what an officer keeps for herself is not."""

from __future__ import annotations

import pytest

from generator.book.read.workbook import read_workbook_bytes
from generator.book.write.new_workbook import workbook_bytes
from tests.book.small_workbook import changed, small_rows


def told(change):
    _, problems = read_workbook_bytes(changed(workbook_bytes(small_rows()), change))
    return [(p.sheet, p.cell, p.code) for p in problems]


def named(column, name):
    def change(book):
        book["Kết quả"][f"{column}1"] = name

    return change


def typed(cell, text):
    def change(book):
        book["Kết quả"][cell] = text

    return change


def header_below(rows):
    """The sheet as it is once somebody has sorted it, its header among the rows."""

    def change(book):
        page = book["Kết quả"]
        page.move_range(f"A1:P{rows + 1}", rows=100)
        page.move_range(f"A102:P{rows + 101}", rows=-101)
        page.move_range("A101:P101", rows=rows - 100)

    return change


def with_rows_on_top(*rows):
    def change(book):
        for page in (book["Kết quả"], book["Thông tin"], book["Văn bản"]):
            page.insert_rows(1, len(rows))
            for number, cells in enumerate(rows, start=1):
                for column, text in cells.items():
                    page[f"{column}{number}"] = text

    return change


def copied(name, *, empty=False):
    def change(book):
        page = book.copy_worksheet(book["Kết quả"])
        page.title = name
        if empty:
            page.delete_rows(2, 100)

    return change


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (named("K", "Nội dung đã làm"), "K1", "unknown-column"),
        (named("K", 2023), "K1", "unknown-column"),
        (named("K", None), "K2", "nameless-column"),
        (typed("R3", "Chờ văn bản của Sở"), "R3", "nameless-column"),
        (header_below(2), "A1", "rows-above"),
        *((copied(name), "", "sheet-beside") for name in ("Kết quả (2)", "Bản sao của Kết quả", "KẾT QUẢ tháng 6", "Kết quả T6")),
    ],
)  # fmt: skip
def test_what_may_be_meant_to_be_read_is_told(change, place, code):
    assert ("Kết quả", place, code) in told(change)


@pytest.mark.parametrize(
    "change",
    [
        named("Q", "Ghi chú riêng"),
        with_rows_on_top({"A": "UBND PHƯỜNG", "C": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, {"A": "SỔ THEO DÕI"}),
        copied("Kết quả khảo sát"),
        copied("Kết quả (2)", empty=True),
    ],
)
def test_what_an_officer_adds_is_left_alone(change):
    assert told(change) == []
