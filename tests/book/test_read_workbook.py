"""What the reader makes of a workbook, however people and Excel have treated it."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from generator.book.read.raw_xlsx import RawWorkbook
from generator.book.read.workbook import Tables, read_workbook, read_workbook_bytes
from generator.book.write.cell_places import CellPlaces
from generator.book.write.new_workbook import workbook_bytes
from generator.book.write.open_month import open_month
from generator.domain.indicator import Aggregation
from generator.domain.period import ReportingPeriod
from generator.domain.progress import Word
from tests.book.small_workbook import changed, read, result, small_rows, task, written_with_lxml


def entry_of(year, code):
    (entry,) = year.entries[code]
    return entry


def rebuilt(data: bytes, parts: dict[str, bytes | None]) -> bytes:
    """Return the zip with some members replaced; None leaves one out."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = parts.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def edited(data: bytes, old: bytes, new: bytes) -> bytes:
    """Return the workbook with some XML of its sheets changed."""
    with ZipFile(BytesIO(data)) as archive:
        sheets = {n: archive.read(n) for n in archive.namelist() if n.startswith("xl/worksheets/sheet")}
    found = {name: xml.replace(old, new) for name, xml in sheets.items() if old in xml}
    assert found, old
    return rebuilt(data, found)


def test_a_workbook_without_a_mistake_is_read_whole():
    year, problems = read(small_rows())
    assert problems == ()
    assert (year.unit.code, year.unit.header_lines) == ("phuoc-hai", ("ỦY BAN NHÂN DÂN", "PHƯỜNG B"))
    assert (year.plan.number, year.plan.issued_on, year.plan.year) == ("567/KH-UBND", date(2023, 4, 25), 2023)
    assert [(s.id, s.title, [t.id for t in s.tasks]) for s in year.plan.sections] == [
        ("I", "CHỈ ĐẠO, ĐIỀU HÀNH", ["I.1", "I.2"]),
        ("II", "TÀI CHÍNH CÔNG", ["II.1"]),
    ]
    first, _, money = year.plan.tasks
    assert first.deadline.milestones[0].last_day == date(2023, 11, 24)
    assert [(m.label, m.required) for m in money.deadline.milestones] == [("Đợt 1", 90), ("Đợt 2", 100)]
    assert (entry_of(year, "I.1").word, entry_of(year, "I.1").percent) == (Word.IN_PROGRESS, 50)
    assert year.indicators[0].aggregation is Aggregation.RATIO
    assert year.measurements["2023-06", "HS"].numerator == 96
    assert year.documents[0].task_ids == ("I.1",)
    assert year.words == {("2023-H1", "kien_nghi"): ("Đề nghị bố trí kinh phí",)}


# -- Thông tin ------------------------------------------------------------------------------------
def test_terms_of_a_report_inherit_from_its_kind_and_from_the_general_ones():
    rows = small_rows()
    rows["Thông tin"] += [
        {"Mục": "Quyền hạn, chức vụ người ký", "Loại báo cáo": "Tháng", "Nội dung": "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"},
        {"Mục": "Ngày phải gửi", "Loại báo cáo": "thang", "Nội dung": 25},
        {"Mục": "Số văn bản", "Loại báo cáo": "CCHC 6 tháng đầu năm 2023", "Nội dung": 125},
        {"Mục": "Ngày văn bản", "Loại báo cáo": "cchc 2023-H1", "Nội dung": "13/6/2023"},
    ]
    year, problems = read(rows)
    assert problems == ()
    half = ReportingPeriod.parse("2023-H1")
    general, monthly = year.unit.terms_by_kind[""], year.unit.terms("thang")
    issued = year.unit.terms("cchc", half)
    assert (monthly.due_day, monthly.signer_lines[0], monthly.symbol) == (25, "KT. CHỦ TỊCH", "BC-UBND")
    assert (issued.number, issued.issued_on, issued.due_day) == ("125", date(2023, 6, 13), 13)
    assert year.unit.terms("cchc") == general
    assert general.owed == ("6 tháng đầu năm", "quý III", "năm")
    assert general.recipients == ("- Như trên;", "- Lưu: VT.")


# -- how people and Excel treat a workbook --------------------------------------------------------
def test_codes_that_excel_made_numbers_or_dates_of_are_the_plans_own():
    rows = small_rows()
    codes = ["1.8", "1.9", 1.1, "1.11", 2.1, 2.2, datetime(2023, 3, 2)]
    rows["Nhiệm vụ"] = [task(code, "I. CHỈ ĐẠO", f"Việc {n}", "Thường xuyên") for n, code in enumerate(codes)]
    rows["Mốc"], rows["Văn bản"] = [], []
    rows["Kết quả"] = [result(code, "Đang thực hiện") for code in (1.1, 2.1, datetime(2023, 3, 2), "1.8")]
    year, problems = read(rows)
    assert problems == ()
    assert [t.id for t in year.plan.tasks] == ["1.8", "1.9", "1.10", "1.11", "2.1", "2.2", "2.3"]
    assert set(year.entries) == {"1.10", "2.1", "2.3", "1.8"}


def test_a_code_that_may_be_two_tasks_is_asked_about():
    rows = small_rows()
    rows["Nhiệm vụ"] = [task(f"1.{n}", "I. CHỈ ĐẠO", f"Việc {n}", "Thường xuyên") for n in range(1, 12)]
    rows["Mốc"], rows["Văn bản"] = [], []
    rows["Kết quả"] = [result(1.1, "Đang thực hiện")]
    year, (problem,) = read(rows)
    assert (problem.sheet, problem.cell) == ("Kết quả", "B2")
    assert "1.1 hay 1.10" in problem.message
    assert year.entries == {}


@pytest.mark.parametrize("typed", [date(2023, 6, 1), "2023-06", "Tháng 6/2023", " 2023-06 "])
def test_a_period_that_excel_made_a_date_of_is_a_month(typed):
    rows = small_rows()
    rows["Số liệu"][0]["Kỳ"] = typed
    year, problems = read(rows)
    assert problems == () and ("2023-06", "HS") in year.measurements


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("Tháng 5", "2023-05"), ("T5", "2023-05"), ("5/2023", "2023-05"), ("tháng 12/2022", "2022-12"),
        ("quý 2", "2023-Q2"), ("Q2", "2023-Q2"), ("6 tháng", "2023-H1"), ("9 tháng", "2023-9M"),
        ("Năm", "2023"), ("2023", "2023"), (2023, "2023"),
    ],
)  # fmt: skip
def test_a_period_without_its_year_is_of_the_plans_year(typed, period):
    rows = small_rows()
    rows["Số liệu"] = [{"Kỳ": typed, "Mã": "HS", "Tử số": 96, "Mẫu số": 100}]
    rows["Lời văn"] = [{"Kỳ": typed, "Phần": "Mở đầu", "Nội dung": "Lời mở đầu."}]
    year, problems = read(rows)
    assert [p.code for p in problems] == (["period-out-of-year"] if "2022" in period else [])
    assert list(year.measurements) == [(period, "HS")]
    assert list(year.words) == [(period, "mo_dau")]
    places = CellPlaces(Tables(workbook_bytes(rows)), year)
    row = places.figure_row(period, "HS")
    assert row is not None and row.number == 2


def test_decomposed_text_spaces_and_case_are_no_mistakes():
    rows = small_rows()
    rows["Kết quả"] = [
        {
            "Đến ngày": " 13.6.2023",
            "Mã": "i.1\u00a0",
            "Tình trạng": unicodedata.normalize("NFD", "đang  thực hiện "),
            "Kết quả thực hiện": unicodedata.normalize("NFD", " Đã họp  xong "),
        },
        result("II.1", "Hoàn thành", **{"Mốc": "ĐỢT 1", "Ngày hoàn thành": "12/6/23", "Tỷ lệ (%)": "90 %"}),
    ]
    year, problems = read(rows)
    assert problems == ()
    assert entry_of(year, "I.1").result == "Đã họp  xong"
    assert (entry_of(year, "II.1").milestone, entry_of(year, "II.1").percent) == ("Đợt 1", 90)


def test_headers_are_found_by_name_wherever_and_however_they_stand():
    def rearrange(book):
        page = book["Kết quả"]
        page.insert_rows(1, 3)
        page["A1"] = "BẢNG THEO DÕI KẾT QUẢ THỰC HIỆN NHIỆM VỤ"
        for cell in page[4]:
            if cell.value == "Tình trạng":
                cell.value = "  TÌNH\ntrạng "
            elif cell.value == "Tỷ lệ (%)":
                cell.value = "Tỉ lệ"
            elif cell.value == "Biện pháp, dự kiến":
                cell.value = unicodedata.normalize("NFD", "Biện pháp")
        page["R4"], page["R5"] = "Ghi chú riêng", "của tôi"
        page.title = "KẾT QUẢ "
        book["Nhiệm vụ"].column_dimensions["D"].hidden = True
        page.row_dimensions[5].hidden = True
        book.create_sheet("Nháp")["A1"] = "=1/0"

    year, problems = read_workbook_bytes(changed(workbook_bytes(small_rows()), rearrange))
    assert [(p.sheet, p.code) for p in problems] == [("Kết quả", "hidden-rows")]
    assert entry_of(year, "I.1").percent == 50


def test_merged_cells_speak_for_all_their_rows():
    def merge(book):
        page = book["Nhiệm vụ"]
        page["B3"] = None
        page.merge_cells("B2:B3")

    year, problems = read_workbook_bytes(changed(workbook_bytes(small_rows()), merge))
    assert problems == ()
    assert [t.id for t in year.plan.sections[0].tasks] == ["I.1", "I.2"]


@pytest.mark.parametrize(
    ("value", "number_format", "percent"),
    [
        (0.5, "0%", 50),
        (1, "0%", 100),
        (0.965, "0.0%", Decimal("96.5")),
        (50, "General", 50),
    ],
)
def test_a_percent_cell_means_what_it_shows(value, number_format, percent):
    def retype(book):
        cell = book["Kết quả"]["I2"]
        cell.value, cell.number_format = value, number_format
        cell = book["Số liệu"]["I2"]
        cell.value, cell.number_format = value, number_format

    rows = small_rows()
    del rows["Số liệu"][0]["Tử số"], rows["Số liệu"][0]["Mẫu số"]
    year, problems = read_workbook_bytes(changed(workbook_bytes(rows), retype))
    assert problems == ()
    assert entry_of(year, "I.1").percent == percent
    assert year.measurements["2023-06", "HS"].value == percent


def test_a_percent_target_reads_as_it_shows():
    def retype(book):
        cell = book["Chỉ tiêu"]["H2"]
        cell.value, cell.number_format = 0.95, "0%"

    year, _ = read_workbook_bytes(changed(workbook_bytes(small_rows()), retype))
    assert (year.indicators[0].target_text, year.indicators[0].target.value) == ("95%", 95)


def test_prepared_rows_and_blank_rows_are_no_problem():
    rows = small_rows()
    rows["Kết quả"] += [{"Đến ngày": date(2023, 7, 25), "Mã": "I.2"}, {"Mã": "I.1"}, {"Kết quả thực hiện": "  "}]
    rows["Số liệu"] += [{"Kỳ": "2023-07", "Mã": "HS"}]
    rows["Lời văn"] += [{"Kỳ": "2023-H1", "Phần": "Mở đầu"}]
    assert read(rows) == read(small_rows())


def test_words_of_several_rows_follow_each_other():
    rows = small_rows()
    rows["Lời văn"] = [
        {"Kỳ": "2023-H1", "Phần": "Tồn tại, hạn chế", "Nội dung": "Một.\n\nHai."},
        {"Kỳ": "2023-H1", "Phần": "tồn tại hạn chế", "Nội dung": "Ba."},
        {"Phần": "Mở đầu", "Nội dung": "Luôn in."},
        {"Kỳ": "kế hoạch", "Phần": "Mở đầu", "Nội dung": "Của kế hoạch."},
    ]
    year, problems = read(rows)
    assert [(p.code, p.cell) for p in problems] == [("plan-body-only", "A5")]
    assert year.words == {
        ("2023-H1", "ton_tai"): ("Một.", "Hai.", "Ba."),
        ("", "mo_dau"): ("Luôn in.",),
        ("Kế hoạch", "mo_dau"): ("Của kế hoạch.",),
    }


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (datetime(2023, 6, 13, 8, 30), "dd/mm/yyyy hh:mm", "13/6/2023 08:30"),
        (datetime(2023, 6, 13), "dd/mm/yyyy", "13/6/2023"),
        (timedelta(hours=30), "[h]:mm", "30:00"),
        (time(8, 30), "hh:mm", "08:30"),
        (11, "0%", "1100%"),
        (0, "0%", "0%"),
        (0.965, "0.0%", "96,5%"),
        (1234.5, "General", "1234,5"),
    ],
)
def test_a_value_in_a_column_of_texts_is_what_it_shows(value, number_format, text):
    def retype(book):
        cell = book["Kết quả"]["K2"]
        cell.value, cell.number_format = value, number_format

    year, _ = read_workbook_bytes(changed(workbook_bytes(small_rows()), retype))
    assert entry_of(year, "I.1").result == text


@pytest.mark.parametrize("sheet", ["Lời văn", "Số liệu", "Kết quả", "Thông tin"])
def test_a_sheet_whose_part_is_missing_is_told(sheet):
    data = workbook_bytes(small_rows())
    part = next(page.part for page in RawWorkbook(data).sheets if page.name == sheet)
    year, problems = read_workbook_bytes(rebuilt(data, {part: None}))
    assert year is not None
    assert ("damaged", sheet) in {(p.code, p.sheet) for p in problems}


# -- nothing typed is lost ------------------------------------------------------------------------
def a_cell_text():
    typed = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=60)
    awkward = st.sampled_from(
        ["=1+1", "_x0041_", "& < > \" '", "a\tb\r\nc", "😀👩‍👧", "x" * 30_000, "@SUM(A1)", "\r", "'=1"]
    )
    return st.one_of(awkward, typed.filter(lambda text: not ILLEGAL_CHARACTERS_RE.search(text)))


@settings(max_examples=60, deadline=None)
@given(a_cell_text())
def test_text_arrives_as_typed(text):
    rows = small_rows()
    rows["Kết quả"][0]["Kết quả thực hiện"] = text
    year, problems = read(rows)
    expected = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()
    named = [p for p in problems if (p.sheet, p.cell) == ("Kết quả", "K2")]
    assert entry_of(year, "I.1").result == expected or named


@written_with_lxml
@pytest.mark.parametrize("forbidden", ["_x0001_", "\ufdd0", "\ufdd1"])
def test_characters_that_word_forbids_are_left_out_and_the_cell_is_named(forbidden):
    text = f"a{forbidden}b".encode("ascii", "xmlcharrefreplace")
    data = edited(workbook_bytes(small_rows()), "Đã dự thảo kế hoạch".encode("ascii", "xmlcharrefreplace"), text)
    year, (problem,) = read_workbook_bytes(data)
    assert entry_of(year, "I.1").result == "ab"
    assert (problem.sheet, problem.cell, problem.about) == ("Kết quả", "K2", "I.1")


@written_with_lxml
def test_codes_go_without_them_too_and_a_month_can_be_opened_below():
    sheets = ("Nhiệm vụ", "Kết quả", "Mốc", "Chỉ tiêu", "Số liệu")
    rows = small_rows()
    data = workbook_bytes({name: [{k: f"{v}VẾT" if k.startswith("Mã") else v for k, v in row.items()} for row in table]
                           if name in sheets else table for name, table in rows.items()})  # fmt: skip
    data = edited(data, "VẾT".encode("ascii", "xmlcharrefreplace"), b"_x0007_")
    year, problems = read_workbook_bytes(data)
    clean, _ = read_workbook_bytes(workbook_bytes(rows))
    assert list(map(str, (t.id for t in year.plan.tasks))) == [t.id for t in clean.plan.tasks]
    assert (year.entries, year.measurements, year.indicators) == (clean.entries, clean.measurements, clean.indicators)
    assert {p.sheet for p in problems if p.code == "forbidden-characters"} == set(sheets)
    opened, _ = read_workbook_bytes(open_month(data, date(2023, 7, 25)).data)
    assert opened.entries == clean.entries


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (b'<c r="K2" t="e"><v>#N/A</v></c>', "#N/A"),
        (b'<c r="K2" t="e"><f>VLOOKUP(1,A:B,2)</f><v>#REF!</v></c>', "#REF!"),
        (b'<c r="K2"><f>A1&amp;"x"</f></c>', "chưa có kết quả"),
        (b'<c r="K2"><f>A1</f><v></v></c>', "chưa có kết quả"),
        (b'<c r="K2"><f>A1</f><v/></c>', "chưa có kết quả"),
    ],
)
def test_cells_that_excel_could_not_work_out_are_named(cell, said):
    data = workbook_bytes(small_rows())
    with ZipFile(BytesIO(data)) as archive:
        xml = archive.read("xl/worksheets/sheet5.xml")
    start = xml.index(b'<c r="K2"')
    end = xml.index(b"</c>", start) + 4
    _, (problem,) = read_workbook_bytes(rebuilt(data, {"xl/worksheets/sheet5.xml": xml[:start] + cell + xml[end:]}))
    assert (problem.sheet, problem.cell, problem.about) == ("Kết quả", "K2", "I.1")
    assert said in problem.message


def test_a_formula_with_a_result_is_read_as_its_result():
    data = workbook_bytes(small_rows())
    old = b'<c r="I2" s="8" t="n"><v>50</v></c>'
    year, problems = read_workbook_bytes(edited(data, old, b'<c r="I2" s="8"><f>100/2</f><v>50</v></c>'))
    assert problems == () and entry_of(year, "I.1").percent == 50


# -- what cannot be read at all -------------------------------------------------------------------
def damaged_sheet(data):
    return rebuilt(data, {"xl/worksheets/sheet3.xml": b"<worksheet><sheetData><row"})


def bloated(data):
    buffer = BytesIO(data)
    with ZipFile(buffer, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet99.xml", b" " * 110_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: b"khong phai excel", "không phải tệp"),
        (lambda data: b"", "không phải tệp"),
        (lambda data: data[: len(data) // 2], "hỏng"),
        (lambda data: b"\xd0\xcf\x11\xe0" + data, "mật khẩu"),
        (lambda data: rebuilt(data, {"xl/workbook.xml": None}), "không phải tệp Excel"),
        (lambda data: rebuilt(data, {"xl/workbook.xml": b"<x"}), "hỏng"),
        (bloated, "lớn bất thường"),
        (damaged_sheet, "Nhiệm vụ"),
        (lambda data: changed(data, lambda book: book.remove(book["Nhiệm vụ"])), "không có sheet “Nhiệm vụ”"),
        (lambda data: changed(data, lambda book: book["Nhiệm vụ"].delete_rows(1)), "tên cột"),
        (lambda data: changed(data, lambda book: book["Nhiệm vụ"].delete_cols(2)), "Thiếu cột “Lĩnh vực”"),
        (lambda data: changed(data, lambda book: book["Nhiệm vụ"].cell(200_000, 1, "xa")), "quá xa"),
        (lambda data: changed(data, lambda book: book["Nhiệm vụ"].cell(2, 16_000, "xa")), "quá xa"),
    ],
)
def test_what_cannot_be_read_says_why(spoil, said):
    year, problems = read_workbook_bytes(spoil(workbook_bytes(small_rows())))
    assert year is None
    assert any(said in str(problem) for problem in problems), problems


def test_files_that_are_no_workbooks_say_why(tmp_path):
    lock = tmp_path / "~$so.xlsx"
    lock.write_bytes(b"x")
    for path, said in ((lock, "tệp tạm"), (tmp_path / "khong-co.xlsx", "Không có tệp"), (tmp_path, "Đây là thư mục")):
        year, (problem,) = read_workbook(path)
        assert year is None and said in str(problem)


def test_a_stray_format_far_down_is_no_obstacle():
    def stray(book):
        book["Nhiệm vụ"].cell(200_000, 1).number_format = "0%"

    assert read_workbook_bytes(changed(workbook_bytes(small_rows()), stray))[1] == ()


@pytest.mark.parametrize(
    ("unit", "typed", "value"),
    [
        ("Có = 1, Không = 0", "Có", 1),
        ("Có = 1, Không = 0", "không", 0),
        ("Có = 1, Không = 0", 1, 1),
        ("Có/Không", "CÓ", 1),
        ("Trực tuyến = 0, Phát phiếu = 1, Kết hợp = 2", "Kết hợp", 2),
        ("Trực tuyến = 0, Phát phiếu = 1, Kết hợp = 2", 3, None),
        ("Có = 1, Không = 0", "chưa rõ", None),
    ],
)
def test_a_coded_answer_is_typed_as_its_word_or_its_code(unit, typed, value):
    rows = small_rows()
    rows["Chỉ tiêu"] += [{"Mã": "DT", "Chỉ tiêu": "Đối thoại", "Đơn vị tính": unit, "Cách cộng": "Mã trả lời"}]
    rows["Số liệu"] += [{"Kỳ": "2023-06", "Mã": "DT", "Giá trị": typed, "Nguồn": "Sổ tiếp dân"}]
    data, problems = read(rows)
    answer = data.measurements["2023-06", "DT"]
    assert (answer.value, answer.source) == (value, "Sổ tiếp dân")
    assert [(p.sheet, p.code) for p in problems] == ([] if value is not None else [("Số liệu", "not-an-answer")])


@pytest.mark.parametrize(("typed", "form"), [(1, "1"), ("Biểu mẫu 3", "3"), ("biểu mẫu số 2", "2"), ("", "")])
def test_the_number_of_a_form_is_read_as_people_write_it(typed, form):
    rows = small_rows()
    rows["Chỉ tiêu"][0]["Biểu mẫu"] = typed
    assert read(rows)[0].indicators[0].form == form
