"""The three real plans: every section, task and word, whatever kind of file they come in."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from generator.book.read.workbook import read_workbook_bytes
from generator.book.write.new_workbook import workbook_bytes
from generator.plans.blocks import RemarkKind
from generator.plans.markup import letters
from generator.plans.reading import PlanImport, understand
from generator.plans.source import open_bytes
from generator.plans.to_workbook import plan_rows
from generator.vietnamese.office_names import load_names

PLANS = Path(__file__).parents[2].parent / "shared" / "plans"
CITY, WARD, QUALITY = (
    "ke-hoach-2724-nha-trang-2023",
    "ke-hoach-567-phuoc-hai-2023",
    "muc-tieu-chat-luong-727-nha-trang-2022",
)
COUNTS = {CITY: [8, 5, 17, 7, 9, 5, 12, 1, 4, 7], WARD: [5, 5, 16, 3, 4, 4, 9, 1], QUALITY: [5]}
ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]

pytestmark = pytest.mark.skipif(not PLANS.is_dir(), reason="the real plans are not here")


def lines_of(name: str) -> list[str]:
    return (PLANS / f"{name}.txt").read_text("utf-8").split("\n")


def as_text(name: str) -> bytes:
    return (PLANS / f"{name}.txt").read_bytes()


def as_word(name: str) -> bytes:
    """The plan as a Word file: each page's piece of the table a table of its own."""
    document = docx.Document()
    rows: list[list[str]] = []
    for line in [*lines_of(name), "end"]:
        if "\t" in line or (rows and re.match(r"[IVX]+ [A-ZĐ]", line)):
            rows.append(line.split("\t"))
            continue
        if rows and (not line.strip() or line == "end"):
            table = document.add_table(len(rows), max(len(r) for r in rows))
            for texts, row in zip(rows, table.rows, strict=True):
                cells = row.cells
                for cell, text in zip(cells, texts, strict=False):
                    cell.text = text
                if len(texts) == 1:
                    cells[0].merge(cells[-1])
            rows = []
        if line.strip() and line != "end":
            document.add_paragraph(line.replace("**", ""))
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def as_excel(name: str) -> bytes:
    """The plan as a sheet: its first lines above the table, numbers as numbers, section rows merged."""
    book = openpyxl.Workbook()
    sheet = book.active
    for line in lines_of(name):
        if "\t" in line:
            sheet.append([int(c) if c.isdigit() else c or None for c in line.split("\t")])
        elif line.strip():
            sheet.append([line.replace("**", "")])
            if re.match(r"[IVX]+ [A-ZĐ]", line):
                sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=5)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def imported(data: bytes) -> PlanImport:
    return understand(open_bytes(data), load_names())


FILES = [(name, kind) for name in COUNTS for kind in (as_text, as_word, as_excel)]


@pytest.mark.parametrize(("name", "kind"), FILES)
def test_every_section_and_task_is_there(name: str, kind: Callable[[str], bytes]) -> None:
    plan = imported(kind(name)).plan
    assert [len(s.tasks) for s in plan.sections] == COUNTS[name]
    if name != QUALITY:
        assert [s.id for s in plan.sections] == ROMANS[: len(plan.sections)]
        assert [s.number_of(t) for s in plan.sections for t in s.tasks] == [
            str(n) for c in COUNTS[name] for n in range(1, c + 1)
        ]


@pytest.mark.parametrize(("name", "kind"), FILES)
def test_every_word_of_every_cell_arrives(name: str, kind: Callable[[str], bytes]) -> None:
    columns: list[str] = ["", "", "", "", "", ""]
    for line in lines_of(name):
        cells = line.split("\t")
        if len(cells) < 5 or cells[0].lower() == "stt" or re.match(r"[IVX]+\b", cells[0]):
            continue
        for index, cell in enumerate(cells):
            columns[index] += letters(re.sub(r"</?(?:ul|p|li)\b[^>]*>", "", cell))
    tasks = list(imported(kind(name)).plan.tasks)
    assert letters("".join(t.text for t in tasks)) == columns[1]
    assert letters("".join(t.deliverables for t in tasks)) == columns[2]
    if name == QUALITY:
        assert letters("".join(t.assignment.text for t in tasks)) == columns[3]
        assert letters("".join(t.deadline.phrase.replace(" – ", "") for t in tasks)) == letters(
            "".join("Tháng 01/2022" + "Tháng 12/2022" for _ in tasks)
        )
    else:
        assert letters("".join(t.deadline.phrase for t in tasks)) == columns[3]
        assert letters("".join(t.assignment.text for t in tasks)) == columns[4]


def test_number_date_title_issuer_and_what_is_replaced_are_found() -> None:
    city = imported(as_text(CITY))
    assert (city.plan.number, str(city.plan.issued_on), city.plan.issuer, city.plan.year) == (
        "2724/KH-UBND",
        "2023-04-14",
        "UBND thành phố Nha Trang",
        2023,
    )
    assert city.plan.title.startswith("Khắc phục các tồn tại") and city.plan.title.endswith("Nha Trang năm 2023")
    assert city.front.replaces.startswith("Kế hoạch số 1486/KH-UBND ngày 08/3/2023")
    assert city.front.signer_lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert len(city.front.recipients) == 7
    ward = imported(as_text(WARD)).plan
    assert (ward.number, str(ward.issued_on), ward.issuer) == ("567/KH-UBND", "2023-04-25", "UBND phường Phước Hải")
    quality = imported(as_text(QUALITY))
    assert (quality.plan.number, str(quality.plan.issued_on), quality.plan.issuer) == (
        "727/UBND-VP",
        "2022-01-28",
        "UBND thành phố Nha Trang",
    )
    assert quality.plan.title == "Thực hiện mục tiêu chất lượng năm 2022 của UBND thành phố Nha Trang"
    assert quality.of_objectives and len(quality.front.recipients) == 8


def test_all_phrases_are_understood_and_likely_scanning_errors_pointed_out() -> None:
    city = imported(as_text(CITY))
    assert city.remarks_of(RemarkKind.DEADLINE) == ()
    said = " ".join(str(r) for r in city.remarks_of(RemarkKind.SUGGESTION))
    for written in ("trẻ hạn", "Mọi cửa", "Phần đầu", "tài bàn", "HDND"):
        assert f"“{written}”" in said
    ward = " ".join(str(r) for r in imported(as_text(WARD)).remarks_of(RemarkKind.SUGGESTION))
    assert "Công Dịch vụ công" in ward and "Phần đầu" in ward
    assert "trẻ hạn" in "".join(t.assignment.text for t in city.plan.tasks)


def test_leads_supporters_and_reminders() -> None:
    city = imported(as_text(CITY))
    by_id = {t.id: t.assignment for t in city.plan.tasks}
    assert by_id["I.2"].lead == ("Phòng Nội vụ",)
    assert by_id["VII.9"].lead == ("Phòng Văn hóa và Thông tin",)
    assert "Văn phòng HĐND và UBND thành phố" in by_id["VII.9"].support
    assert by_id["III.10"].support == ("UBND các xã, phường", "Phòng Tư pháp")
    assert [r.place for r in city.remarks_of(RemarkKind.NAME)] == ["VI.2, Phân công"]
    reminders = {(r.task_id, str(r.last_day), r.who, r.for_whom) for r in city.reminders}
    assert ("I.1", "2023-11-24", "Các cơ quan, đơn vị", "Phòng Nội vụ") in reminders
    assert all(r.task_id != "III.12" for r in city.reminders)
    ward = {t.id: t.assignment.lead for t in imported(as_text(WARD)).plan.tasks}
    assert ward["II.1"] == ("Công chức Tư pháp - Hộ tịch",)
    assert ward["IV.1"] == ("Công chức Văn phòng - Thống kê",)


def test_targets_become_indicators_tied_to_their_tasks() -> None:
    ward = {(i.task_ids, i.target_text) for i in imported(as_text(WARD)).indicators}
    for expected in (
        (("I.4",), "ít nhất 02"),
        (("III.10",), "tối thiểu 20%"),
        (("III.11",), "giảm xuống dưới 0,5%"),
        (("VI.2",), "từ 10% trở lên"),
        (("VII.4",), "đạt từ 25% trở lên"),
        (("VIII.1",), "đạt trên 84%"),
    ):
        assert expected in ward
    quality = [(i.task_ids[0], i.target_text) for i in imported(as_text(QUALITY)).indicators]
    assert quality == [
        ("1", "100%"),
        ("2", "xuống dưới 1,5%"),
        ("2", "không quá 2%"),
        ("3", "đạt từ 25% trở lên"),
        ("3", "đạt từ 45% trở lên"),
        ("4", "100%"),
        ("5", "đạt trên 83%"),
    ]


@pytest.mark.parametrize("name", COUNTS)
def test_the_workbook_holds_the_plan_as_it_was_understood(name: str) -> None:
    read = imported(as_text(name))
    year, _ = read_workbook_bytes(workbook_bytes(plan_rows(read)))
    assert year is not None
    assert year.plan.sections == read.plan.sections
    assert year.indicators == read.indicators
    assert year.words.get(("Kế hoạch", "ke_hoach"), ()) == read.front.body
