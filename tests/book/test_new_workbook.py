"""The workbook an officer starts from, as Excel shows it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from generator.book.sheets import GUIDE, INFO, ITEMS, PARTS, PREPARED_ROWS, RESULTS, SHEETS
from generator.book.write.new_workbook import GUIDE_LINES, new_workbook, workbook_bytes
from generator.domain.progress import Word
from generator.word.package import read_members
from tests.book.small_workbook import small_rows


@pytest.fixture(scope="module")
def book():
    return load_workbook(BytesIO(new_workbook()))


def column_of(page, header):
    return next(get_column_letter(c.column) for c in page[1] if c.value == header)


def choices_at(book, page, address):
    """Return what the drop-down of a cell offers."""
    for rule in page.data_validations.dataValidation:
        if rule.type == "list" and address in rule.cells:
            sheet, _, cells = rule.formula1.rpartition("!")
            return [row[0].value for row in book[sheet.strip("'")][cells.replace("$", "")]]
    return []


def test_it_has_every_sheet_and_column_and_a_guide_first(book):
    assert book.sheetnames[: len(SHEETS) + 1] == [GUIDE, *(sheet.name for sheet in SHEETS)]
    for sheet in SHEETS:
        headers = {cell.value for cell in book[sheet.name][1]}
        assert headers == {*sheet.columns, *sheet.for_the_eye}
    assert [book[GUIDE].cell(row, 2).value for row in range(2, 2 + len(GUIDE_LINES))] == [*GUIDE_LINES]
    assert all(book[name].sheet_state == "hidden" for name in book.sheetnames[len(SHEETS) + 1 :])


def test_what_is_for_the_eye_stands_beside_the_code(book):
    headers = [cell.value for cell in book[RESULTS.name][1]]
    assert headers[:6] == ["Đến ngày", "Mã", *RESULTS.for_the_eye]


def test_drop_downs_offer_the_five_words_and_the_parts_down_to_the_last_prepared_row(book):
    results, words = book["Kết quả"], book["Lời văn"]
    state, part = column_of(results, "Tình trạng"), column_of(words, "Phần")
    for row in (2, PREPARED_ROWS):
        assert choices_at(book, results, f"{state}{row}") == [word.value for word in Word]
        assert choices_at(book, words, f"{part}{row}") == list(PARTS)
    rules = [rule for page in book for rule in page.data_validations.dataValidation]
    assert all(rule.showErrorMessage and rule.error and len(rule.error) <= 255 for rule in rules)
    assert not any(rule.formula1.startswith("=") for rule in rules)


def test_headers_stay_in_sight_and_can_be_filtered(book):
    assert book["Kết quả"].freeze_panes == "C2"
    assert book["Nhiệm vụ"].freeze_panes == "B2"
    assert all(book[sheet.name].auto_filter.ref.endswith(str(PREPARED_ROWS)) for sheet in SHEETS)


@pytest.mark.parametrize(
    ("sheet", "header", "number_format"),
    [
        ("Nhiệm vụ", "Mã", "@"),
        ("Số liệu", "Kỳ", "@"),
        ("Kết quả", "Mã", "@"),
        ("Kết quả", "Đến ngày", "dd/mm/yyyy"),
        ("Kết quả", "Tỷ lệ (%)", "General"),
    ],
)
def test_a_column_is_ready_for_what_is_typed_in_it(book, sheet, header, number_format):
    page = book[sheet]
    assert page.column_dimensions[column_of(page, header)].number_format == number_format


def test_notes_of_columns_are_comments_on_their_headers(book):
    page = book["Mốc"]
    assert "trước 25/11/2023" in page[f"{column_of(page, 'Đến hạn')}1"].comment.text


def test_each_item_waits_with_its_hint_and_nothing_to_print_by_mistake(book):
    rows = list(book[INFO.name].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == [item.name for item in ITEMS]
    assert not any(row[1] or row[2] for row in rows)
    for row, item in zip(rows, ITEMS, strict=True):
        assert item.note in (row[3] or "") and item.example.replace("\n", " / ") in (row[3] or "")


def test_the_same_rows_give_the_same_bytes_whenever_they_are_written(monkeypatch):
    first = workbook_bytes(small_rows())
    import openpyxl.packaging.core as core
    import openpyxl.writer.excel as excel

    class LaterClock(excel.datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2031, 1, 1, tzinfo=tz)

    for module in (core, excel):
        monkeypatch.setattr(module.datetime, "datetime", LaterClock)
    assert workbook_bytes(small_rows()) == first
    assert b"2031" not in read_members(first)["docProps/core.xml"].content


def test_values_keep_their_kind():
    data = workbook_bytes(
        {"Kết quả": [{"Đến ngày": date(2023, 6, 13), "Mã": "1.10", "Tỷ lệ (%)": Decimal("96.5"), "Văn bản": "=1+1"}]}
    )
    page = load_workbook(BytesIO(data))["Kết quả"]
    day, code = page["A2"], page["B2"]
    assert (day.value.date(), day.number_format) == (date(2023, 6, 13), "dd/mm/yyyy")
    assert (code.value, code.number_format) == ("1.10", "@")
    assert page["I2"].value == 96.5
    assert (page["L2"].value, page["L2"].data_type) == ("=1+1", "s")


@pytest.mark.parametrize(
    "rows", [{"Trang lạ": []}, {"Mốc": [{"Cột lạ": 1}]}, {"Mốc": [{"Mốc": "x" * 32_768}]}, {"Mốc": [{"Mốc": object()}]}]
)
def test_what_no_workbook_holds_is_refused(rows):
    with pytest.raises(ValueError):
        workbook_bytes(rows)
