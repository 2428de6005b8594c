"""Slips: who is asked for what, and what becomes of the answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.comments import Comment

from generator.book.read.workbook import read_workbook_bytes
from generator.book.write.new_workbook import workbook_bytes
from generator.book.write.open_month import open_month
from generator.merging import CannotMerge, merge
from generator.slips import make_slips
from generator.vietnamese.office_names import load_names
from tests.book.small_workbook import changed, result, small_rows

JULY = date(2023, 7, 25)
NAMES = load_names()


def ward_rows():
    """The small workbook, its tasks led by two offices, one of them written in two ways, and one with two leads."""
    rows = small_rows()
    leads = ("Phòng Văn hóa - Xã hội", "VP HĐND&UBND", "Văn phòng HĐND và UBND; Phòng Văn hóa - Xã hội")
    for row, lead in zip(rows["Nhiệm vụ"], leads, strict=True):
        row |= {"Chủ trì": lead, "Phối hợp": "Công an phường"}
    rows["Nhiệm vụ"].append(
        {**rows["Nhiệm vụ"][0], "Mã": "I.3", "Nhiệm vụ": "Việc của văn phòng", "Chủ trì": "Văn phòng HĐND và UBND"}
    )
    rows["Chỉ tiêu"][1]["Nhiệm vụ"] = "I.1"
    return rows


@cache
def ward(opened: bool = True) -> bytes:
    data = workbook_bytes(ward_rows())
    return open_month(data, JULY).data if opened else data


@cache
def slips(day: date = JULY):
    data, _ = read_workbook_bytes(ward(False))
    return {slip.who: slip for slip in make_slips(data, day, NAMES)[0]}


CULTURE, OFFICE = "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND"


def answered(who=CULTURE, day=JULY, *, sheet="Phiếu", **cells):
    """Return a slip filled in: by code ("I_1", "II_1__Đợt 1"), cells by header."""
    book = load_workbook(BytesIO(slips(day)[who].data))
    page = book[sheet]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    header = next(n for n, row in enumerate(rows) if "Mã" in row)
    for place, texts in cells.items():
        code, _, label = place.replace("__", "|").replace("_", ".").partition("|")
        at = next(n for n, row in enumerate(rows) if code in row[:2] and (not label or label in row))
        for name, text in texts.items():
            page.cell(at + 1, rows[header].index(name) + 1).value = text
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


DONE = {
    "Tình trạng": "Hoàn thành",
    "Ngày hoàn thành": date(2023, 7, 20),
    "Văn bản": "Kế hoạch số 12/KH-UBND ngày 20/7/2023",
}
DOING = {"Tình trạng": "Đang thực hiện", "Kết quả thực hiện": "Đã họp 02 lần"}


def merged(*replies, workbook=None, chosen=None):
    return merge(workbook or ward(), [(f"phieu {n}.xlsx", data) for n, data in enumerate(replies, 1)], NAMES, chosen)


def entries(data, day=JULY):
    year, problems = read_workbook_bytes(data)
    found = {(e.task_id, e.milestone): e for rows in year.entries.values() for e in rows if e.as_of == day}
    return found, problems


def codes(outcome):
    return [problem.code for problem in outcome.problems]


# -- asking ---------------------------------------------------------------------------------------
def test_each_lead_is_asked_once_whatever_the_spelling_and_both_of_two():
    assert {who: slip.task_ids for who, slip in slips().items()} == {
        CULTURE: ("I.1", "II.1"),
        OFFICE: ("I.2", "I.3", "II.1"),
        "Người giữ sổ": (),
    }
    assert [slip.file for slip in slips().values()] == [
        "Phieu 2023-07-25 - Phong Van hoa - Xa hoi.xlsx",
        "Phieu 2023-07-25 - Van phong HDND va UBND.xlsx",
        "Phieu 2023-07-25 - Nguoi giu so.xlsx",
    ]


def test_who_leads_nothing_open_gets_none_and_a_task_that_nobody_leads_is_told():
    rows = ward_rows()
    rows["Nhiệm vụ"][3]["Chủ trì"] = ""
    rows["Kết quả"] = [
        result(code, "Hoàn thành", **{"Tỷ lệ (%)": 100, "Ngày hoàn thành": date(2023, 6, 1)})
        for code in ("I.1", "II.1")
    ]
    data, _ = read_workbook_bytes(workbook_bytes(rows))
    found, without = make_slips(data, JULY, NAMES)
    assert [(slip.who, slip.task_ids) for slip in found] == [(OFFICE, ("I.2",)), ("Người giữ sổ", ("I.3",))]
    assert without == ["I.3"]


def test_a_slip_shows_the_task_its_supporters_and_what_was_said_last_and_is_open_only_for_answers():
    page = load_workbook(BytesIO(slips()[CULTURE].data))["Phiếu"]
    header = next(row for row in page.iter_rows() if row[0].value == "Mã")
    first = dict(zip([c.value for c in header], page[header[0].row + 1], strict=True))
    assert first["Nhiệm vụ (xem)"].value == "Ban hành kế hoạch tuyên truyền"
    assert first["Phối hợp (xem)"].value == "Công an phường"
    assert first["Lần trước (xem)"].value == "Đang thực hiện (trong hạn)\n(13/6/2023) Đã dự thảo kế hoạch"
    assert page.protection.sheet
    assert {name for name, cell in first.items() if not cell.protection.locked} == set(first) - {
        "Mã", "Mốc", "Nhiệm vụ (xem)", "Tiến độ (xem)", "Phối hợp (xem)", "Lần trước (xem)",
    }  # fmt: skip
    assert page["A5"].value == "Mã phiếu: phuoc-hai | 2023 | 25/7/2023 | Phòng Văn hóa - Xã hội"


def test_the_figures_of_a_task_are_asked_of_its_lead():
    page = load_workbook(BytesIO(slips()[CULTURE].data))["Số liệu"]
    assert [page.cell(4, at).value for at in (1, 2, 3)] == ["2023-07", "VB", "Số văn bản"]
    assert load_workbook(BytesIO(slips()[OFFICE].data)).sheetnames == ["Phiếu"]


def test_a_task_is_asked_of_the_people_who_follow_it_and_hers_of_who_keeps_the_workbook():
    rows = ward_rows()
    for row, who in zip(
        rows["Nhiệm vụ"], ("Nguyễn Văn B", "Người giữ sổ", "Nguyễn Văn B; Nguyễn Văn C", ""), strict=True
    ):
        row["Người theo dõi"] = who
    data, _ = read_workbook_bytes(workbook_bytes(rows))
    found = {slip.who: slip for slip in make_slips(data, JULY, NAMES)[0]}
    assert {who: slip.task_ids for who, slip in found.items()} == {
        "Nguyễn Văn B": ("I.1", "II.1"),
        "Nguyễn Văn C": ("II.1",),
        OFFICE: ("I.3",),
        "Người giữ sổ": ("I.2",),
    }
    assert found["Nguyễn Văn B"].figures == 1, "the figure of I.1"
    blank = [(slip.file, slip.data) for slip in found.values()]
    silent = [one.who for one in merge(workbook_bytes(rows), blank, NAMES).silent]
    assert sorted(silent) == ["Nguyễn Văn B", "Nguyễn Văn C", OFFICE]


# -- answering ------------------------------------------------------------------------------------
@pytest.mark.parametrize("opened", [True, False], ids=["month opened", "month not opened"])
def test_answers_become_entries_of_the_day(opened):
    outcome = merged(
        answered(I_1=DONE, II_1=DOING), answered(sheet="Số liệu", VB={"Giá trị": 4}), workbook=ward(opened)
    )
    assert codes(outcome) == []
    found, problems = entries(outcome.data)
    assert problems == read_workbook_bytes(ward())[1]
    assert found["I.1", ""].completed_on == date(2023, 7, 20)
    assert found["II.1", "Đợt 1"].result == "Đã họp 02 lần"
    year, _ = read_workbook_bytes(outcome.data)
    figure = year.measurements["2023-07", "VB"]
    assert (figure.value, figure.known_on) == (4, JULY)


def test_merging_twice_changes_nothing():
    replies = [answered(I_1=DONE), answered(sheet="Số liệu", VB={"Giá trị": 4})]
    once = merged(*replies)
    again = merged(*replies, workbook=once.data)
    assert (again.data, again.entries) == (once.data, ())


def test_a_slip_returned_twice_and_renamed_is_one():
    reply = answered(I_1=DONE)
    outcome = merged(reply, reply)
    assert (outcome.data, codes(outcome)) == (merged(reply).data, [])
    assert outcome.entries[0].files == ("phieu 1.xlsx",)


def test_two_people_who_answer_differently_are_told_and_neither_is_written():
    outcome = merged(answered(II_1=DOING), answered(OFFICE, II_1={**DOING, "Kết quả thực hiện": "Chưa họp"}, I_2=DOING))
    assert codes(outcome) == ["slip-two-answers"]
    told = outcome.problems[0].message
    assert "phieu 1.xlsx ghi Tình trạng “Đang thực hiện”; Kết quả thực hiện “Đã họp 02 lần”" in told
    assert "phieu 2.xlsx ghi Tình trạng “Đang thực hiện”; Kết quả thực hiện “Chưa họp”" in told
    assert set(entries(outcome.data)[0]) == {("I.2", "")}


def test_of_two_answers_the_one_that_a_person_chooses_is_written_with_what_the_other_adds():
    replies = answered(II_1=DOING), answered(OFFICE, II_1={**DOING, "Kết quả thực hiện": "Chưa họp", "Kiến nghị": "Có"})
    (conflict,) = merged(*replies).conflicts
    assert [str(column) for column in conflict.columns] == ["Kết quả thực hiện"]
    for number, words in enumerate(("Đã họp 02 lần", "Chưa họp")):
        chosen = {conflict.key: conflict.sides[number].source}
        outcome = merged(*replies, chosen=chosen)
        entry = entries(outcome.data)[0]["II.1", "Đợt 1"]
        assert (entry.result, entry.recommendation, codes(outcome)) == (words, "Có", [])
        assert outcome.conflicts[0].chosen == chosen[conflict.key]


def test_two_people_who_complete_each_other_are_joined():
    outcome = merged(
        answered(II_1=DOING), answered(OFFICE, II_1={"Tình trạng": "Đang thực hiện", "Kiến nghị": "Bố trí kinh phí"})
    )
    entry = entries(outcome.data)[0]["II.1", "Đợt 1"]
    assert (entry.result, entry.recommendation, codes(outcome)) == ("Đã họp 02 lần", "Bố trí kinh phí", [])


def test_what_the_officer_wrote_herself_stays():
    def write(book):
        page = book["Kết quả"]
        page["H5"], page["K5"] = "Đang thực hiện", "Đã gửi lấy ý kiến"

    own = changed(ward(), write)
    outcome = merged(answered(I_1=DONE), workbook=own)
    assert codes(outcome) == ["slip-own-cell"]
    assert "Kết quả!H5" in outcome.problems[0].message
    entry = entries(outcome.data)[0]["I.1", ""]
    assert (entry.word.value, entry.result, entry.document) == ("Đang thực hiện", "Đã gửi lấy ý kiến", DONE["Văn bản"])
    (conflict,) = outcome.conflicts
    for side, word in zip(conflict.sides, ("Đang thực hiện", "Hoàn thành"), strict=True):
        outcome = merged(answered(I_1=DONE), workbook=own, chosen={conflict.key: side.source})
        entry = entries(outcome.data)[0]["I.1", ""]
        assert (entry.word.value, entry.result, codes(outcome)) == (word, "Đã gửi lấy ý kiến", [])


@pytest.mark.parametrize(
    ("who", "place", "cells", "word"),
    [
        (OFFICE, "I_2", {"Kết quả thực hiện": "Đã kiểm tra 04 bộ phận"}, "Đang thực hiện"),
        (OFFICE, "I_2", {"Khó khăn vướng mắc": "Thiếu máy quét"}, "Đang thực hiện"),
        (CULTURE, "II_1", {"Kết quả thực hiện": "Đã giải ngân 52%"}, "Đang thực hiện"),
        (CULTURE, "I_1", {"Ngày hoàn thành": date(2023, 7, 20)}, "Hoàn thành"),
        (CULTURE, "II_1", {"Kết quả thực hiện": "Chưa giải ngân"}, None),
        (CULTURE, "II_1", {"Kết quả thực hiện": "Đã hoàn thành đợt 1"}, None),
        (CULTURE, "II_1", {"Khó khăn vướng mắc": "Thiếu vốn"}, None),
        (CULTURE, "I_1", {"Tình trạng": "Tạm dừng", "Kết quả thực hiện": "Đã dừng"}, "Tạm dừng"),
    ],
)
def test_a_state_that_goes_without_saying_is_understood_and_told_and_no_other(who, place, cells, word):
    outcome = merged(answered(who, **{place: cells}))
    (entry,) = entries(outcome.data)[0].values()
    assert (entry.word.value if entry.word else None) == word
    expected = "slip-without-state" if word is None else "slip-state-unsaid"
    assert codes(outcome) == ([] if "Tình trạng" in cells else [expected])
    again = merged(answered(who, **{place: cells}), workbook=outcome.data)
    assert (again.data, again.entries) == (outcome.data, ())


@pytest.mark.parametrize("mark", ["nt", "-nt-", "Như trước"])
def test_a_result_that_holds_still_is_said_by_one_mark(mark):
    reply = answered(OFFICE, I_2={"Kết quả thực hiện": mark})
    outcome = merged(reply)
    entry = entries(outcome.data)[0]["I.2", ""]
    assert (entry.word.value, entry.result) == ("Đang thực hiện", "Đã kiểm tra 02 bộ phận")
    assert merged(reply, workbook=outcome.data).entries == ()
    nothing = merged(answered(II_1={"Kết quả thực hiện": mark}))
    assert (codes(nothing), nothing.data) == (["slip-nothing-before"], ward())


TITLED = {**DONE, "Trích yếu văn bản": "Tuyên truyền cải cách hành chính"}


def documents(outcome):
    return {d.number: d.subject for d in read_workbook_bytes(outcome.data)[0].documents}


def test_the_subject_of_a_document_is_taken_from_who_issued_it():
    named = {**DONE, "Văn bản": "Kế hoạch số 99/KH-UBND ngày 20/7/2023"}
    titled = {**named, "Trích yếu văn bản": "Tuyên truyền cải cách hành chính"}
    outcome = merged(answered(I_1=titled))
    assert documents(outcome)["99/KH-UBND"] == "Tuyên truyền cải cách hành chính"
    assert merged(answered(I_1=titled), workbook=outcome.data).entries == ()
    later = merged(answered(I_1=titled), workbook=merged(answered(I_1=named)).data)
    assert documents(later) == documents(outcome) and codes(later) == []
    two = {**titled, "Văn bản": f"{named['Văn bản']}; Báo cáo số 7/BC-UBND ngày 21/7/2023", "Trích yếu văn bản": "A\nB"}
    assert documents(merged(answered(I_1=two))) | {"99/KH-UBND": "A", "7/BC-UBND": "B"} == documents(
        merged(answered(I_1=two))
    )


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({**DONE, "Trích yếu văn bản": "Tên khác"}, "slip-own-cell"),
        ({"Tình trạng": "Đang thực hiện", "Trích yếu văn bản": "Tên khác"}, "slip-subject-of-none"),
        ({**DONE, "Văn bản": "Kế hoạch số 99/KH-UBND", "Trích yếu văn bản": "Tên khác"}, "slip-subject-of-none"),
    ],
)
def test_a_subject_that_cannot_be_written_is_told(cells, code):
    outcome = merged(answered(I_1=cells))
    assert codes(outcome) == [code] and "Tên khác" in outcome.problems[0].message
    assert documents(outcome)["12/KH-UBND"] == "Kế hoạch"


def test_the_subject_of_a_document_that_the_workbook_names_otherwise_goes_to_neither():
    own = changed(ward(), lambda book: book["Kết quả"].__setitem__("L5", "Báo cáo số 8/BC-UBND ngày 21/7/2023"))
    outcome = merged(answered(I_1={**TITLED, "Văn bản": "Kế hoạch số 99/KH-UBND ngày 20/7/2023"}), workbook=own)
    assert sorted(codes(outcome)) == ["slip-own-cell", "slip-subject-of-none"]
    assert not {"8/BC-UBND", "99/KH-UBND"} & documents(outcome).keys()


def test_a_day_of_a_period_that_was_reported_is_told_when_something_is_written():
    rows = ward_rows()
    signed = (("Số văn bản", "125"), ("Ngày văn bản", "24/7/2023"))
    rows["Thông tin"] += [{"Mục": i, "Loại báo cáo": "thang 2023-07", "Nội dung": text} for i, text in signed]
    workbook = workbook_bytes(rows)
    (told,) = merged(answered(I_1=DONE), workbook=workbook).problems
    assert (told.code, told.waits_for_an_answer) == ("already-reported", False)
    assert told.message.startswith(
        "Đã báo cáo tiến độ kế hoạch tháng 7 năm 2023 (số 125 ngày 24/7/2023), số liệu gồm cả ngày 25/7/2023."
    )
    assert codes(merged(answered(I_1=DONE, day=date(2023, 8, 25)), workbook=workbook)) == []
    assert codes(merged(slips()[CULTURE].data, workbook=workbook)) == []


def retyped(who=CULTURE, change=lambda page: None, data=None):
    return changed(data or answered(who, I_1=DONE), lambda book: change(book["Phiếu"]))


def first_row(page):
    return next(row[0].row for row in page.iter_rows() if row[0].value == "I.1")


def test_a_mistyped_code_is_understood_by_the_words_beside_it_and_told():
    outcome = merged(retyped(change=lambda page: page.__setitem__(f"A{first_row(page)}", "I.l")))
    assert codes(outcome) == ["slip-task-by-text"]
    assert ("I.1", "") in entries(outcome.data)[0]


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [("A", "I.2", "slip-other-task"), ("G", "Đợt 9", "slip-unknown-milestone")],
)
def test_a_row_of_which_it_is_not_clear_whose_it_is_is_told_whole_and_not_written(column, text, code):
    def change(page):
        at = next(
            cell.column_letter for cell in page[first_row(page) - 1] if cell.value == ("Mã" if column == "A" else "Mốc")
        )
        page[f"{at}{first_row(page)}"] = text

    outcome = merged(retyped(change=change))
    assert codes(outcome) == [code]
    assert DONE["Văn bản"] in outcome.problems[0].message and "phieu 1.xlsx, Phiếu!A" in str(outcome.problems[0])
    assert outcome.data == ward()


def test_an_added_row_with_a_code_that_does_not_exist_is_told():
    def add(page):
        page.append(["IX.9"])
        page.cell(page.max_row, 10).value = "Đã làm"

    outcome = merged(retyped(change=add))
    assert codes(outcome)[0] == "slip-unknown-task" and "IX.9" in outcome.problems[0].message


def in_a_comment(book):
    book["Phiếu"].cell(first_row(book["Phiếu"]), 10).comment = Comment("đã làm xong", "điện thoại")


def on_another_sheet(book):
    book.copy_worksheet(book["Phiếu"]).title = "Phiếu (2)"


def below_the_rows(book):
    book["Phiếu"].append(["đã làm xong"])


def beside_the_columns(book):
    book["Phiếu"].cell(first_row(book["Phiếu"]), 20).value = "đã làm xong"


@pytest.mark.parametrize(
    ("write", "code"),
    [
        (in_a_comment, "slip-comment"),
        (on_another_sheet, "slip-other-sheet"),
        (below_the_rows, "stray"),
        (beside_the_columns, "nameless-column"),
    ],
)
def test_what_is_written_where_no_answer_is_read_is_told(write, code):
    assert codes(merged(changed(answered(I_1=DONE), write))) == [code]


def test_rows_deleted_or_sorted_lose_nothing_else():
    def turn(page):
        at = first_row(page)
        rows = [[cell.value for cell in row] for row in page.iter_rows(at, at + 1)]
        for number, row in zip((at + 1, at), rows, strict=True):
            for column, value in enumerate(row, 1):
                page.cell(number, column).value = value

    both = answered(I_1=DONE, II_1=DOING)
    assert set(entries(merged(retyped(change=turn, data=both)).data)[0]) == {("I.1", ""), ("II.1", "Đợt 1")}
    less = retyped(change=lambda page: page.delete_rows(first_row(page)), data=both)
    assert set(entries(merged(less).data)[0]) == {("II.1", "Đợt 1")}


def test_a_slip_of_last_month_is_told_with_all_it_says():
    outcome = merged(answered(day=date(2023, 6, 25), I_1=DONE))
    assert codes(outcome) == ["slip-of-another-day"]
    assert "25/6/2023" in outcome.problems[0].message and DONE["Văn bản"] in outcome.problems[0].message
    assert outcome.data == ward()


def test_a_slip_of_another_unit_is_told():
    reply = retyped(change=lambda page: page.__setitem__("A5", page["A5"].value.replace("phuoc-hai", "vinh-hai")))
    outcome = merged(reply)
    assert codes(outcome) == ["slip-of-another-unit"] and outcome.data == ward()


def test_a_slip_that_lost_its_name_is_told_and_a_file_that_is_none_too():
    def lose(book):
        book["Phiếu"]["A5"] = None
        del book["Số liệu"]

    outcome = merged(changed(answered(I_1=DONE), lose), ward(), b"khong phai excel")
    assert codes(outcome) == ["not-a-slip", "slip-without-name", "slip-unreadable"]
    assert outcome.data == ward()


def test_who_has_not_answered_is_named_with_words_to_paste():
    outcome = merged(answered(I_1=DONE))
    assert [s.who for s in outcome.silent] == [OFFICE]
    assert "I.2, I.3, II.1" in outcome.silent[0].message and "25/7/2023" in outcome.silent[0].message
    blank = merged(slips()[CULTURE].data, answered(OFFICE, I_2=DOING))
    assert [s.who for s in blank.silent] == [CULTURE], "a slip sent back blank is no answer"


def test_a_workbook_without_tasks_is_refused():
    with pytest.raises(CannotMerge):
        merge(slips()[CULTURE].data, [], NAMES)


@pytest.mark.parametrize("saved", sorted(p.name for p in (Path(__file__).parent / "book" / "slips").glob("*.xlsx")))
def test_a_slip_that_another_program_saved_says_the_same(saved):
    data = (Path(__file__).parent / "book" / "slips" / saved).read_bytes()
    assert entries(merged(data).data)[0] == entries(merged(answered(I_1=DONE, II_1=DOING)).data)[0]


def test_a_period_and_a_figure_that_another_program_turned_into_a_day_and_a_share_are_read():
    def retype(book):
        page = book["Số liệu"]
        page["A4"], page["A4"].number_format = date(2023, 7, 1), "mm/yyyy"
        page["I4"] = "Theo sổ văn bản đi"

    outcome = merged(changed(answered(sheet="Số liệu", VB={"Giá trị": "1.204"}), retype))
    year, _ = read_workbook_bytes(outcome.data)
    figure = year.measurements["2023-07", "VB"]
    assert (codes(outcome), figure.value, figure.note) == ([], 1204, "Theo sổ văn bản đi")


def test_a_figure_that_means_nothing_is_told():
    def retype(book):
        book["Số liệu"]["B4"] = "XY"

    outcome = merged(changed(answered(sheet="Số liệu", VB={"Giá trị": 4}), retype))
    assert codes(outcome) == ["slip-unknown-figure"] and "Giá trị “4”" in outcome.problems[0].message


# -- random slips ---------------------------------------------------------------------------------
WORDS = st.sampled_from(["", "Đang thực hiện", "Hoàn thành", "Chưa thực hiện"])
TEXTS = st.sampled_from(["", "Đã họp", "Đã  họp", "Đã gửi văn bản\nđến các bộ phận", "3/4", "nt"])
NAMED = st.sampled_from(["", "", "Báo cáo số 9/BC-UBND ngày 20/7/2023", "Biên bản"])
TITLES = st.sampled_from(["", "", "Kết quả tự kiểm tra", "Kế hoạch"])
PLACES = {CULTURE: ("I_1", "II_1"), OFFICE: ("I_2", "II_1", "I_3")}


def delete(page):
    page.delete_rows(first_answer(page))


def turn_round(page):
    """Sort the rows the other way, as a filter of Excel does."""
    top = first_answer(page)
    rows = [[cell.value for cell in row] for row in page.iter_rows(top, page.max_row)]
    for number, row in enumerate(reversed(rows), top):
        for column, value in enumerate(row, 1):
            page.cell(number, column).value = value


def mistype(page):
    page.cell(first_answer(page), 1).value = "I.11"


def add_below(page):
    """What nobody asked, in a row of one's own: of a task that is there, and of none."""
    headers = [cell.value for cell in page[first_answer(page) - 1]]
    for code in ("I.3", "IX.9"):
        page.append(
            [{"Mã": code, "Kết quả thực hiện": "Đã làm thêm", "Tình trạng": "Đang thực hiện"}.get(h) for h in headers]
        )


def add_a_column(page):
    page.insert_cols(1)
    page.cell(first_answer(page) - 1, 1).value = "STT"


def of_another_unit(page):
    for row in page.iter_rows(max_row=6):
        for cell in row:
            if str(cell.value).startswith("Mã phiếu"):
                cell.value = cell.value.replace("phuoc-hai", "vinh-hai")


def nameless(page):
    """The line is gone from each sheet: where one of them keeps it, the slip is still known."""
    for row in (row for sheet in page.parent for row in sheet.iter_rows(max_row=6)):
        for cell in row:
            if str(cell.value).startswith("Mã phiếu"):
                cell.value = None


def first_answer(page):
    return next(row[0].row for row in page.iter_rows() if "Mã" in [cell.value for cell in row]) + 1


EDITS = (delete, turn_round, mistype, add_below, add_a_column, of_another_unit, nameless)


@dataclass(frozen=True)
class Reply:
    """A slip that came back, and what was done to it."""

    data: bytes = field(repr=False)
    who: str
    edits: tuple[str, ...]

    @property
    def is_refused(self) -> bool:
        """Whether it is told as a whole, by its file: it does not say that it is of this unit."""
        return bool({"of_another_unit", "nameless"} & set(self.edits))


@st.composite
def replies(draw):
    """Return filled slips, some edited as people edit them, each perhaps twice, in any order; with names of files."""
    found = []
    for who in draw(st.lists(st.sampled_from([CULTURE, OFFICE]), max_size=3)):
        cells = {
            place: {
                "Tình trạng": draw(WORDS) or None,
                "Kết quả thực hiện": draw(TEXTS) or None,
                "Văn bản": draw(NAMED) or None,
                "Trích yếu văn bản": draw(TITLES) or None,
            }
            for place in PLACES[who]
        }
        data = answered(who, draw(st.sampled_from([JULY, JULY, JULY, date(2023, 6, 25)])), **cells)
        edits = draw(st.lists(st.sampled_from(EDITS), max_size=2, unique=True))
        for edit in edits:
            data = changed(data, lambda book, edit=edit: edit(book["Phiếu"]))
        found += [Reply(data, who, tuple(edit.__name__ for edit in edits))] * draw(st.integers(1, 2))
    return draw(st.permutations(found))


def texts_in(data):
    """What was written in a slip; "nt" stands for what is there already."""
    page = load_workbook(BytesIO(data))["Phiếu"]
    header = [cell.value for cell in page[first_answer(page) - 1]]
    asked = [
        n
        for n, name in enumerate(header)
        if name in ("Tình trạng", "Kết quả thực hiện", "Văn bản", "Trích yếu văn bản")
    ]
    rows = page.iter_rows(min_row=first_answer(page), values_only=True)
    return [" ".join(str(row[n]).split()) for row in rows for n in asked if row[n] not in (None, "nt")]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(replies())
def test_nothing_is_lost_and_nothing_doubled(found):
    outcome = merged(*(reply.data for reply in found))
    year, _ = read_workbook_bytes(outcome.data)
    before, _ = read_workbook_bytes(ward())
    written = [e for rows in year.entries.values() for e in rows if e.as_of == JULY]
    assert len(written) == len({(e.task_id, e.milestone) for e in written})
    numbers = [d.number for d in year.documents]
    assert len(numbers) == len(set(numbers))
    assert {e for rows in before.entries.values() for e in rows} <= {e for rows in year.entries.values() for e in rows}
    told = " ".join(
        [
            *(p.message for p in outcome.problems),
            *(f"{e.result} {e.document} {e.word.value if e.word else ''}" for e in written),
            *(d.subject for d in year.documents),
        ]
    )
    told = " ".join(told.split())
    for number, reply in enumerate(found, 1):
        if reply.is_refused:
            assert f"phieu {number}.xlsx" in " ".join(map(str, outcome.problems))
        else:
            assert [text for text in texts_in(reply.data) if text not in told] == []
    again = merged(*(reply.data for reply in found), workbook=outcome.data)
    assert (again.data, again.entries) == (outcome.data, ())
