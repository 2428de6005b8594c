"""Rows for the tasks still open, in a workbook where nothing else moves."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.table import Table as ExcelTable

from generator.book.read.workbook import read_workbook_bytes
from generator.book.write.new_workbook import new_workbook, workbook_bytes
from generator.book.write.open_month import CannotOpenMonth, open_month
from generator.word.package import read_members, with_parts
from tests.book.small_workbook import changed, result, small_rows, written_with_lxml

JULY = date(2023, 7, 25)
RED = PatternFill("solid", fgColor="00FF0000")
SHAPE = b"""<x:twoCellAnchor xmlns:x="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><x:from><x:col>1</x:col><x:colOff>0</x:colOff>
<x:row>9</x:row><x:rowOff>0</x:rowOff></x:from><x:to><x:col>3</x:col><x:colOff>0</x:colOff><x:row>12</x:row>
<x:rowOff>0</x:rowOff></x:to><x:sp macro="" textlink=""><x:nvSpPr><x:cNvPr id="9" name="Ghi nho"/><x:cNvSpPr/>
</x:nvSpPr><x:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>
</a:prstGeom></x:spPr></x:sp><x:clientData/></x:twoCellAnchor>"""


def rows_of(data):
    """Return sheet Kết quả as a person sees it: a dict by header for each row to fill in, without the lines above."""
    page = load_workbook(BytesIO(data))["Kết quả"]
    headers = [cell.value for cell in page[1]]
    rows = [dict(zip(headers, row, strict=False)) for row in page.iter_rows(2, values_only=True)]
    said = [{header: value for header, value in row.items() if value is not None} for row in rows]
    return [row for row in said if row and row.keys() != {"Nhiệm vụ (xem)"}]


def added_to(data, day=JULY):
    opened, count, *_ = open_month(data, day)
    rows = rows_of(opened)
    assert rows[: len(rows) - count] == rows_of(data)
    return [(row["Mã"], row.get("Mốc", "")) for row in rows[len(rows) - count :]]


def members(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def decorated():
    """A workbook with a comment, colours, a conditional format, a chart, a shape and a column of the officer's own."""

    def decorate(book):
        page = book["Kết quả"]
        page["K2"].comment = Comment("Xem lại với chị B", "A")
        for cell in page[3]:
            cell.fill = RED
        page["R3"] = "ghi chú riêng"
        page.conditional_formatting.add("I2:I3", CellIsRule(operator="lessThan", formula=["50"], fill=RED))
        chart = BarChart()
        chart.add_data(Reference(page, min_col=9, min_row=1, max_row=3), titles_from_data=True)
        page.add_chart(chart, "T2")
        book["Mốc"]["B2"].fill = RED

    data = changed(workbook_bytes(small_rows()), decorate)
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in members(data).items():
            if name.startswith("xl/drawings/drawing"):
                end = content.rindex(b"</")
                content = content[:end] + SHAPE + content[end:]
            archive.writestr(name, content)
    return buffer.getvalue()


def test_each_open_task_takes_a_row_for_its_next_milestone_when_there_are_several():
    opened, count, *_ = open_month(workbook_bytes(small_rows()), JULY)
    assert count == 3
    first, *others = rows_of(opened)[2:]
    assert first.pop("Đến ngày").date() == JULY
    assert first == {
        "Mã": "I.1",
        "Nhiệm vụ (xem)": "Ban hành kế hoạch tuyên truyền",
        "Tiến độ (xem)": "Trước ngày 25/11/2023",
        "Chủ trì (xem)": "Văn phòng",
        "Lần trước (xem)": "Đang thực hiện (trong hạn)\n(13/6/2023) Đã dự thảo kế hoạch",
    }
    assert [(r["Mã"], r.get("Mốc"), r["Lần trước (xem)"]) for r in others] == [
        ("I.2", None, "Thường xuyên\n(13/6/2023) Đã kiểm tra 02 bộ phận"),
        ("II.1", "Đợt 1", "Chưa có báo cáo"),
    ]
    assert {r["Đến ngày"].date() for r in others} == {JULY}


def test_the_added_rows_say_nothing_until_they_are_filled_in():
    data = workbook_bytes(small_rows())
    assert read_workbook_bytes(open_month(data, JULY)[0]) == read_workbook_bytes(data)


def test_a_done_task_takes_no_row_and_a_paused_one_takes_one_to_go_on_in():
    rows = small_rows()
    rows["Kết quả"] = [
        result("I.1", "Hoàn thành", **{"Ngày hoàn thành": date(2023, 6, 1)}),
        result("I.2", "Tạm dừng"),
        result("II.1", "Hoàn thành", **{"Mốc": "Đợt 1", "Ngày hoàn thành": date(2023, 6, 1)}),
    ]
    assert added_to(workbook_bytes(rows)) == [("I.2", ""), ("II.1", "Đợt 2")]
    rows["Kết quả"].append(result("II.1", "Tạm dừng", date(2023, 6, 20)))
    opened, *_ = open_month(workbook_bytes(rows), JULY)
    assert [(r["Mã"], r.get("Mốc"), r["Lần trước (xem)"]) for r in rows_of(opened)[4:]] == [
        ("I.2", None, "Tạm dừng"),
        ("II.1", None, "Tạm dừng"),
    ]


def monthly(*results):
    """II.1 due on the 5th of every month; results by (milestone, state)."""
    rows = small_rows()
    rows["Mốc"] = [{"Mã": "II.1", "Mốc": f"Tháng {n}", "Đến hạn": date(2023, n, 5)} for n in range(5, 13)]
    rows["Mốc"].append({"Mã": "II.1", "Mốc": "Khi có yêu cầu"})
    rows["Kết quả"] = [result("II.1", word, **{"Mốc": milestone, **more}) for milestone, word, more in results]
    return workbook_bytes(rows)


def test_milestones_take_rows_that_are_overdue_due_soon_undated_or_begun_each_with_its_own_state():
    data = monthly(
        ("", "Đang thực hiện", {}),
        ("Tháng 5", "Hoàn thành", {"Ngày hoàn thành": date(2023, 5, 4)}),
        ("Tháng 6", "Đang thực hiện", {}),
        ("Tháng 8", "Tạm dừng", {}),
        ("Tháng 11", "Đang thực hiện", {}),
    )
    opened, count, *_ = open_month(data, JULY)
    of_task = [r for r in rows_of(opened)[-count:] if r["Mã"] == "II.1"]
    assert [(r["Mốc"], r["Lần trước (xem)"]) for r in of_task] == [
        ("Tháng 6", "Đang thực hiện (quá hạn)"),
        ("Tháng 7", "Chưa thực hiện (quá hạn)"),
        ("Tháng 8", "Tạm dừng"),
        ("Tháng 9", "Chưa có báo cáo"),
        ("Tháng 11", "Đang thực hiện (trong hạn)"),
        ("Khi có yêu cầu", "Chưa có báo cáo"),
    ]


@pytest.mark.parametrize(
    ("day", "last"),
    [(date(2023, 4, 30), 6), (date(2023, 6, 13), 9), (date(2023, 7, 25), 9), (date(2023, 9, 1), 12)],
)
def test_milestones_that_are_due_by_the_end_of_the_next_longer_period_take_rows(day, last):
    labels = [label for code, label in added_to(monthly(), day) if code == "II.1"]
    assert labels == [*(f"Tháng {n}" for n in range(5, last + 1)), "Khi có yêu cầu"]


def test_a_task_that_goes_on_beside_its_milestone_takes_a_row_for_each():
    rows = small_rows()
    rows["Mốc"].append({"Mã": "I.2", "Mốc": "Báo cáo năm", "Đến hạn": date(2023, 9, 10)})
    asked = [("I.2", ""), ("I.2", "Báo cáo năm")]
    assert [place for place in added_to(workbook_bytes(rows)) if place[0] == "I.2"] == asked
    assert [place for place in added_to(workbook_bytes(rows), date(2023, 5, 25)) if place[0] == "I.2"] == asked[:1]


def test_a_milestone_with_a_percentage_takes_a_row_of_its_own_too():
    assert added_to(workbook_bytes(small_rows()), date(2023, 9, 25))[-1] == ("II.1", "Đợt 1")
    assert added_to(workbook_bytes(small_rows()), date(2023, 12, 13))[-2:] == [("II.1", "Đợt 1"), ("II.1", "Đợt 2")]


def test_a_task_with_a_row_for_that_day_takes_no_second_one():
    rows = small_rows()
    rows["Kết quả"] += [{"Đến ngày": JULY, "Mã": "I.1"}, {"Đến ngày": "25/7/2023", "Mã": "II.1", "Mốc": "đợt 1"}]
    assert added_to(workbook_bytes(rows)) == [("I.2", "")]


def test_opening_twice_changes_nothing():
    once, *_ = open_month(workbook_bytes(small_rows()), JULY)
    assert open_month(once, JULY) == (once, 0, 0, 0)


def test_the_new_rows_stand_below_a_shaded_line_at_which_the_sheet_opens():
    page = load_workbook(BytesIO(open_month(workbook_bytes(small_rows()), JULY).data))["Kết quả"]
    assert page["C4"].value == "Cập nhật đến ngày 25/7/2023: 3 dòng"
    assert {cell.fill.fgColor.rgb for cell in page[4]} == {"FFDCE6F2"}
    assert page["C4"].font.b and not page["C4"].alignment.wrap_text
    assert all(cell.fill.fgColor.rgb != "FFDCE6F2" for cell in page[5])
    assert page.sheet_view.pane.topLeftCell == "C4"


def test_each_figure_owed_takes_a_row_with_its_name_unit_and_last_value():
    opened = open_month(workbook_bytes(small_rows()), JULY)
    assert opened.figures == 2
    page = load_workbook(BytesIO(opened.data))["Số liệu"]
    headers = [cell.value for cell in page[1]]
    line, *rows = [dict(zip(headers, row, strict=False)) for row in page.iter_rows(3, 5, values_only=True)]
    assert line["Chỉ tiêu (xem)"] == "Số liệu tháng 7/2023: 2 dòng"
    said = [{h: v for h, v in row.items() if v is not None} for row in rows]
    day = {"Kỳ": "2023-07", "Đến ngày": rows[0]["Đến ngày"]}
    assert rows[0]["Đến ngày"].date() == JULY
    assert said == [
        {
            **day,
            "Mã": "HS",
            "Chỉ tiêu (xem)": "Tỷ lệ hồ sơ đúng hạn",
            "Đơn vị tính (xem)": "%",
            "Kỳ trước (xem)": "96/100 (tháng 6)",
        },
        {**day, "Mã": "VB", "Chỉ tiêu (xem)": "Số văn bản", "Đơn vị tính (xem)": "văn bản"},
    ]


def test_what_the_results_of_the_month_say_of_a_figure_is_offered_and_not_entered():
    rows = small_rows()
    rows["Chỉ tiêu"][1]["Nhiệm vụ"] = "I.2"
    rows["Kết quả"] += [
        result("I.2", "Đang thực hiện", date(2023, 7, d), **{"Kết quả thực hiện": f"Đã ra {n} văn bản"})
        for d, n in ((3, 2), (9, 1))
    ]
    page = load_workbook(BytesIO(open_month(workbook_bytes(rows), JULY).data))["Số liệu"]
    row = dict(zip([cell.value for cell in page[1]], [cell.value for cell in page[5]], strict=True))
    assert row["Gợi ý (xem)"] == "Kết quả ghi 2 (I.2, 03/7/2023) + 1 (I.2, 09/7/2023) = 3"
    assert (row["Giá trị"], row["Tử số"]) == (None, None)


def test_a_document_named_in_a_result_takes_a_row_that_waits_for_its_subject():
    rows = small_rows()
    rows["Kết quả"][0]["Văn bản"] = "Báo cáo số 128/BC-UBND ngày 20/6/2023; Kế hoạch số 12/KH-UBND ngày 04/5/2023"
    opened = open_month(workbook_bytes(rows), JULY)
    assert opened.documents == 1
    row = [cell.value for cell in load_workbook(BytesIO(opened.data))["Văn bản"][3]]
    assert (row[0], row[1].date(), row[2], row[3]) == ("128/BC-UBND", date(2023, 6, 20), None, "I.1")
    assert open_month(opened.data, JULY).documents == 0


def test_nothing_but_the_two_sheets_and_the_style_of_their_line_changes():
    data = decorated()
    opened, count, *_ = open_month(data, JULY)
    assert count == 3
    before, after = members(data), members(opened)
    assert [name for name in before if before[name] != after[name]] == [
        "xl/worksheets/sheet5.xml",
        "xl/worksheets/sheet7.xml",
        "xl/styles.xml",
    ]
    assert before.keys() == after.keys()
    assert any(b"Ghi nho" in content for content in after.values())
    old, new = before["xl/worksheets/sheet5.xml"], after["xl/worksheets/sheet5.xml"]
    for kept in (b"<cols>", b"<sheetViews>", b"<drawing ", b"<legacyDrawing ", b"<pageSetup "):
        assert kept in old and kept in new


def test_added_rows_look_like_the_row_above():
    page = load_workbook(BytesIO(open_month(decorated(), JULY)[0]))["Kết quả"]
    assert page["A5"].number_format == "dd/mm/yyyy"
    assert all(page[f"{column}5"].fill.fgColor.rgb == "00FF0000" for column in "ABKP")
    assert page["R5"].value is None
    assert page["K2"].comment.text == "Xem lại với chị B"


def test_formats_filters_and_tables_reach_the_added_rows():
    def shorten(book):
        page = book["Kết quả"]
        page.auto_filter.ref = "A1:P3"
        for rule in page.data_validations.dataValidation:
            column = str(rule.sqref)[0]
            rule.sqref = type(rule.sqref)(f"{column}2:{column}3")
        page.conditional_formatting.add("I2:I3", CellIsRule(operator="lessThan", formula=["50"], fill=RED))
        page.conditional_formatting.add("X1:X1", CellIsRule(operator="lessThan", formula=["50"], fill=RED))

    page = load_workbook(BytesIO(open_month(changed(workbook_bytes(small_rows()), shorten), JULY)[0]))["Kết quả"]
    assert page.auto_filter.ref == "A1:P7"
    assert {str(rule.sqref) for rule in page.data_validations.dataValidation} == {"A2:A7", "H2:H7", "I2:I7", "J2:J7"}
    assert {str(area.sqref) for area in page.conditional_formatting} == {"I2:I7", "X1"}
    assert page.dimensions == "A1:P7"


def test_an_excel_table_grows_with_its_rows():
    def tabulate(book):
        page = book["Kết quả"]
        page.auto_filter.ref = None
        page.add_table(ExcelTable(displayName="KetQua", ref="A1:P3"))

    page = load_workbook(BytesIO(open_month(changed(workbook_bytes(small_rows()), tabulate), JULY)[0]))["Kết quả"]
    assert page.tables["KetQua"].ref == page.tables["KetQua"].autoFilter.ref == "A1:P7"


def test_the_first_month_starts_below_the_header():
    rows = small_rows()
    rows["Kết quả"] = []
    opened, count, *_ = open_month(workbook_bytes(rows), JULY)
    assert count == 3
    page = load_workbook(BytesIO(opened))["Kết quả"]
    assert (page["A3"].value.date(), page["A3"].number_format, page["B3"].value) == (JULY, "dd/mm/yyyy", "I.1")
    assert not page["A3"].font.b


def test_a_day_is_text_where_no_cell_is_formatted_as_a_day():
    def plain(book):
        page = book["Kết quả"]
        for row in page.iter_rows(min_row=2):
            for cell in row:
                cell.number_format = "General"

    opened, *_ = open_month(changed(workbook_bytes(small_rows()), plain), JULY)
    assert rows_of(opened)[2]["Đến ngày"] == "25/7/2023"
    assert open_month(opened, JULY)[1] == 0


def test_a_workbook_saved_by_libreoffice_takes_rows_too():
    """The file is the small workbook, opened and saved in LibreOffice 7.4."""
    data = (Path(__file__).parent / "saved_by_libreoffice.xlsx").read_bytes()
    assert read_workbook_bytes(data) == read_workbook_bytes(workbook_bytes(small_rows()))
    assert added_to(data) == [("I.1", ""), ("I.2", ""), ("II.1", "Đợt 1")]


def test_text_that_looks_like_an_escape_of_excel_stays_as_typed():
    rows = small_rows()
    rows["Nhiệm vụ"][0]["Nhiệm vụ"] = 'Việc _x0041_ <b> & "c"'
    opened, *_ = open_month(workbook_bytes(rows), JULY)
    from python_calamine import CalamineWorkbook

    grid = CalamineWorkbook.from_filelike(BytesIO(opened)).get_sheet_by_name("Kết quả").to_python(skip_empty_area=False)
    assert grid[4][2] == 'Việc _x0041_ <b> & "c"'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"khong phai excel", "Tệp bị hỏng hoặc không phải tệp"),
        (changed(workbook_bytes(small_rows()), lambda book: book.remove(book["Kết quả"])), "Kết quả: Tệp không có"),
    ],
)
def test_a_workbook_that_cannot_be_read_says_why(data, said):
    with pytest.raises(CannotOpenMonth) as caught:
        open_month(data, JULY)
    assert said in str(caught.value.problems[-1])


def test_a_new_workbook_has_no_task_to_open():
    assert open_month(new_workbook(), JULY)[1] == 0


@written_with_lxml
def test_a_workbook_that_counts_days_from_1904_takes_the_day_as_text():
    data = workbook_bytes(small_rows())
    book = members(data)["xl/workbook.xml"].replace(b"<workbookPr/>", b'<workbookPr date1904="1"/>')
    opened, *_ = open_month(with_parts(read_members(data), {"xl/workbook.xml": book}), JULY)
    assert rows_of(opened)[2]["Đến ngày"] == "25/7/2023"
