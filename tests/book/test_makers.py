"""Workbooks as people make them, whatever program saved them: every command reads them, and writes into them, alike."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO

import pytest
from openpyxl import Workbook

from generator import make, read_workbook, request_for
from generator.batch.outcome import Outcome
from generator.book.read.raw_xlsx import RawWorkbook
from generator.book.read.workbook import read_workbook_bytes
from generator.book.write.open_month import open_month
from generator.due_folder import read_folder
from generator.merging import merge
from generator.plans.reading import understand
from generator.plans.source import open_bytes
from generator.slips import make_slips
from generator.word import xml
from generator.word.package import read_members
from tests.batch.units import run as batch
from tests.batch.units import workbook as of_unit
from tests.book.makers import MAKERS
from tests.plans.plan_samples import HEADER, SECTION, TASK_1, TASK_2
from tests.test_slips import DONE, JULY, NAMES, answered, ward

MADE = pytest.mark.parametrize("maker", MAKERS)
PERIOD, DAY = "2023-H1", date(2023, 6, 13)


@cache
def plain() -> bytes:
    return ward(False)


@cache
def made(maker: str) -> bytes:
    return MAKERS[maker](plain())


def report(data: bytes) -> bytes:
    source = read_workbook(data, "so.xlsx")
    assert source.data is not None, source.problems
    return read_members(make(source, request_for(source.data, DAY, period=PERIOD)).data)["word/document.xml"].content


@MADE
def test_a_workbook_reads_the_same_whoever_saved_it(maker):
    assert read_workbook_bytes(made(maker)) == read_workbook_bytes(plain())


@MADE
def test_a_report_is_the_same_whoever_saved_the_workbook(maker):
    assert report(made(maker)) == report(plain())


@MADE
def test_a_month_is_opened_in_the_files_own_parts(maker):
    opened, usual = open_month(made(maker), JULY), open_month(plain(), JULY)
    assert opened[1:] == usual[1:]
    assert read_workbook_bytes(opened.data) == read_workbook_bytes(usual.data)
    assert_is_sound(opened.data, made(maker))
    assert open_month(opened.data, JULY).data == opened.data


@MADE
def test_slips_come_back_whoever_saved_them_and_are_merged_into_the_files_own_parts(maker):
    slip = answered(I_1=DONE)
    usual = merge(plain(), [("phieu.xlsx", slip)], NAMES)
    merged = merge(made(maker), [("phieu.xlsx", MAKERS[maker](slip))], NAMES)
    assert merged.entries == usual.entries
    assert merged.entries
    assert (merged.problems, merged.silent) == (usual.problems, usual.silent)
    assert read_workbook_bytes(merged.data) == read_workbook_bytes(usual.data)
    assert_is_sound(merged.data, made(maker))


@MADE
def test_the_same_slips_are_made_whoever_saved_the_workbook(maker):
    made_of, usual = (make_slips(read_workbook(data).data, JULY, NAMES) for data in (made(maker), plain()))
    assert made_of == usual


def test_a_folder_of_workbooks_is_due_and_reported_whoever_saved_them(tmp_path):
    folder = tmp_path / "so"
    for number, maker in enumerate(MAKERS):
        path = folder / f"phuong-{number}" / "so-cchc.xlsx"
        path.parent.mkdir(parents=True)
        path.write_bytes(MAKERS[maker](of_unit(f"phuong-{number}")))
    found = read_folder(folder)
    assert (found.unread, found.without, len(found.books)) == ([], [], len(MAKERS))
    assert {book.path.parent.name: book.data for book in found.books} == {
        f"phuong-{number}": read_workbook(of_unit(f"phuong-{number}")).data for number in range(len(MAKERS))
    }
    assert {unit.outcome for unit in batch(folder).units} == {Outcome.MADE}


@MADE
def test_a_plan_is_imported_whoever_saved_it(maker):
    data = plan_with(lambda sheet: None)
    read, usual = (understand(open_bytes(d), NAMES) for d in (MAKERS[maker](data), data))
    if maker == "no addresses, no styles":
        assert [str(r) for r in read.remarks if r not in usual.remarks] == [
            "I.3, Tiến độ: chưa hiểu “45107”; giữ nguyên lời văn, không đặt mốc. Hãy ghi mốc ở sheet Mốc nếu có hạn."
        ]
    else:
        assert read == usual


def plan_with(change) -> bytes:
    book = Workbook()
    for row in (HEADER, SECTION, TASK_1, TASK_2, ("3", "Kiểm tra.", "Báo cáo", date(2023, 6, 30), "Phòng A")):
        book.active.append(row)
    change(book.active)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def assert_is_sound(data: bytes, before: bytes) -> None:
    """Every part is XML and only sheets and styles changed: the file is the same program's as before."""
    raw, members = RawWorkbook(data), read_members(before)
    assert {*raw.members} == {*members}
    changed = {name for name, member in raw.members.items() if member.content != members[name].content}
    assert changed <= {raw.styles_part, *(sheet.part for sheet in raw.sheets)}
    for name in changed:
        assert xml.namespace(xml.parse(raw.members[name].content)) == xml.namespace(xml.parse(members[name].content))
