"""Tables of a plan that list no tasks: kept as tables, told with their place, and never the plan's narrative."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import openpyxl
import pytest

from generator.book.read.workbook import read_workbook_bytes
from generator.book.write.new_workbook import workbook_bytes
from generator.plans.blocks import RemarkKind
from generator.plans.reading import PlanImport, understand
from generator.plans.source import open_bytes
from generator.plans.summary import as_json
from generator.plans.to_workbook import plan_rows
from generator.vietnamese.office_names import load_names
from tests.plans.plan_samples import PLAIN, ROWS, docx, imported, outline, p, tbl

PEOPLE = (
    ("STT", "Họ và tên", "Chức vụ", "Số điện thoại"),
    ("1", "Nguyễn Văn A", "Chủ tịch", "0900 000 001"),
    ("2", "Trần Thị B", "Chuyên viên", "0900 000 002"),
)
CONTACTS = (("Họ và tên", "Điện thoại"), ("Nguyễn Văn A", "0900 000 001"), ("Trần Thị B", "0900 000 002"))


def sheet(rows: Sequence[Sequence[object]]) -> PlanImport:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    data = BytesIO()
    book.save(data)
    return understand(open_bytes(data.getvalue()), load_names())


def text_file(*parts: str | Sequence[Sequence[str]]) -> PlanImport:
    blocks = [part if isinstance(part, str) else "\n".join("\t".join(row) for row in part) for part in parts]
    return understand(open_bytes("\n\n".join(blocks).encode()), load_names())


FRONT = "Danh sách đầu mối:"


@pytest.mark.parametrize("table", [PEOPLE, CONTACTS])
@pytest.mark.parametrize("first", [True, False])
def test_a_table_of_people_in_word_is_kept_apart_from_the_narrative(
    table: Sequence[Sequence[str]], first: bool
) -> None:
    people = p(FRONT) + tbl(table)
    read = imported(people + tbl(ROWS) if first else tbl(ROWS) + people)
    assert outline(read) == PLAIN
    assert read.front.body == (FRONT,)
    assert [t.rows for t in read.other_tables] == [table]
    (remark,) = read.remarks_of(RemarkKind.LEFT_OUT)
    assert remark.place == ("bảng 1" if first else "bảng 2")
    assert f"đứng sau “{FRONT}”" in remark.message and "Họ và tên" in remark.message


def test_a_table_of_people_above_and_below_the_tasks_of_one_sheet() -> None:
    read = sheet([["KẾ HOẠCH"], ["Cải cách hành chính năm 2026"], *PEOPLE, [], *ROWS, [], *PEOPLE])
    assert outline(read) == PLAIN
    assert read.plan.title == "Cải cách hành chính năm 2026"
    assert read.front.body == ()
    assert [len(t.rows) for t in read.other_tables] == [3, 3]
    assert [r.place for r in read.remarks_of(RemarkKind.LEFT_OUT)] == ["Sheet!A3", "Sheet!A12"]


def test_a_table_of_people_in_a_text_file() -> None:
    read = text_file(FRONT, PEOPLE, ROWS)
    assert outline(read) == PLAIN
    assert read.front.body == (FRONT,)
    assert [t.rows for t in read.other_tables] == [PEOPLE]


def test_tables_that_only_arrange_text_stay_text() -> None:
    letterhead = tbl(
        (
            ("ỦY BAN NHÂN DÂN\nPHƯỜNG BẾN XUÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
            ("Số: 45/KH-UBND", "Bến Xuân, ngày 08 tháng 01 năm 2026"),
        )
    )
    frame = tbl((("Thực hiện chỉ đạo của thành phố, UBND phường ban hành Kế hoạch.",),))
    signature = tbl((("Nơi nhận:\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"), ("", "Nguyễn Văn A")))
    title = p("KẾ HOẠCH") + p("Cải cách hành chính năm 2026")
    read = imported(letterhead + title + frame + signature + tbl(ROWS))
    assert (read.plan.number, read.plan.issuer) == ("45/KH-UBND", "UBND phường Bến Xuân")
    assert read.front.body == ("Thực hiện chỉ đạo của thành phố, UBND phường ban hành Kế hoạch.",)
    assert read.front.signer_name == "Nguyễn Văn A"
    assert read.other_tables == ()


def test_the_workbook_keeps_every_cell_of_such_a_table_and_still_opens() -> None:
    wide = tuple((str(n), *(f"ô {n}.{c}" for c in range(14))) for n in range(3))
    read = understand(open_bytes(docx(tbl((("STT", *("cột",) * 14), *wide)) + tbl(ROWS))), load_names())
    data = workbook_bytes(plan_rows(read))
    cells = [
        str(v) for row in openpyxl.load_workbook(BytesIO(data))["Bảng khác"].iter_rows(values_only=True) for v in row
    ]
    for row in wide:
        for text in row[1:]:
            assert any(text in cell for cell in cells)
    year, _ = read_workbook_bytes(data)
    assert year is not None and len(year.plan) == 2
    assert as_json(read)["other_tables"][0]["rows"][1][1] == "ô 0.0"
