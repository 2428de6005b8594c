"""What is due: on fixed days through a year, for a ward, a city and a ward of the new regime; none lost, none twice."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.book.read.workbook import read_workbook, read_workbook_bytes
from generator.book.write.new_workbook import workbook_bytes
from generator.commands.due import DueOptions, run
from generator.domain.unit import ReportTerms
from generator.due_calendar import as_ics
from generator.dues import HEADINGS, ReportFile, State, dues_of, group_of, when
from generator.slips import make_slips
from generator.vietnamese.office_names import load_names
from generator.work_days import work_calendar
from tests.book.small_workbook import result, small_rows
from tests.samples import sample_path

CALENDAR, _ = work_calendar(range(2022, 2028))
WARD, CITY, WARD_2026 = "phuoc-hai-2023", "nha-trang-2023", "bac-nha-trang-2026"


@cache
def year_of(name):
    data, _ = read_workbook(sample_path(name))
    return data


def city():
    """The city of the ward: a day after its wards, at the end of the same months."""
    ward = year_of(WARD)
    terms = {
        "": ReportTerms(),
        "cchc": ReportTerms(due_day=14, own_due_day=14, owed=("quý I", "6 tháng đầu năm", "quý III", "năm")),
        "thang": ReportTerms(due_day=25, own_due_day=25),
    }
    unit = replace(
        ward.unit, code="nha-trang", name="UBND thành phố Nha Trang", superior="UBND tỉnh", terms_by_kind=terms
    )
    return replace(ward, unit=unit, plan=replace(ward.plan, issued_on=date(2023, 1, 15)), reminders=())


def dues(data, on, made=None):
    return dues_of(data, on, CALENDAR, made or {}, "so.xlsx")


def reports(data, on=date(2023, 1, 1)):
    return [(one.due, one.title) for one in dues(data, on) if one.what == "report"]


def test_the_reports_of_the_ward_through_2023():
    found = reports(year_of(WARD))
    assert [(d.month, d.day) for d, title in found if "CCHC" in title] == [(6, 13), (9, 13), (12, 13)]
    assert [(d.month, d.day) for d, title in found if "tiến độ" in title] == [(m, 25) for m in range(5, 13)]
    assert found[1] == (date(2023, 6, 13), "Báo cáo CCHC 6 tháng đầu năm 2023 gửi UBND thành phố Nha Trang")


def test_the_reports_of_the_city_and_of_the_ward_of_2026():
    assert [d for d, title in reports(city()) if "CCHC" in title] == [date(2023, m, 14) for m in (3, 6, 9, 12)]
    assert len(reports(city())) == 4 + 12
    of_2026 = reports(year_of(WARD_2026))
    assert [d for d, title in of_2026 if "CCHC" in title] == [date(2026, m, 10) for m in (3, 6, 9, 12)]
    assert [d for d, title in of_2026 if "tiến độ" in title] == [date(2026, m, 20) for m in range(2, 13)]


def told(name, on):
    """By heading the reports (their period) and tasks (their code) that are told on a day."""
    found = {heading: [] for heading in HEADINGS}
    for one in dues(year_of(name), on):
        if one.is_told(on):
            found[group_of(one, on)].append(one.task_id or one.id.split("bao-cao-")[1].removesuffix("@cchc"))
    return {heading: things for heading, things in found.items() if things}


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        (WARD, date(2023, 6, 13), {
            "Quá hạn": ["I.5", "III.1"],
            "Hôm nay": ["cchc-2023-h1"],
            "Trong 3 ngày": ["III.16"],
            "Sắp tới": ["thang-2023-06"],
            "Đã gửi": ["thang-2023-05"],
        }),
        (WARD, date(2023, 6, 22), {
            "Quá hạn": ["I.5", "III.1", "cchc-2023-h1", "III.16"],
            "Trong 1 ngày": ["thang-2023-06"],
            "Đã gửi": ["thang-2023-05"],
        }),
        (WARD_2026, date(2026, 3, 10), {
            "Quá hạn": ["thang-2026-02"],
            "Sắp tới": ["thang-2026-03"],
            "Đã gửi": ["cchc-2026-q1"],
        }),
    ],
)  # fmt: skip
def test_what_is_told_on_a_day(name, on, expected):
    assert told(name, on) == expected


#: The days on which each unit owes its reports: of the kind "cchc", and of the kind "thang".
OWED = {
    WARD: ([date(2023, m, 13) for m in (6, 9, 12)], [date(2023, m, 25) for m in range(5, 13)]),
    CITY: ([date(2023, m, 14) for m in (6, 9, 12)], [date(2023, m, 25) for m in range(4, 13)]),
    WARD_2026: ([date(2026, m, 10) for m in (3, 6, 9, 12)], [date(2026, m, 20) for m in range(2, 13)]),
}
#: The days off on which a report of these is due: the new year of 2026, from Saturday 14/2 to Sunday 22/2.
TET = {date(2026, 2, day) for day in range(14, 23)}


@pytest.mark.parametrize("name", OWED)
def test_every_report_stands_where_its_days_say_on_every_day_of_the_year(name):
    data, days = year_of(name), [due for of_kind in OWED[name] for due in of_kind]
    year = days[0].year
    on = date(year, 1, 1)
    while on.year == year:
        found = [one for one in dues(data, on) if one.what == "report"]
        assert sorted(one.due for one in found) == sorted(days)
        for one in found:
            left = (one.due - on).days
            assert one.is_told(on) == (-31 <= left <= 31), (on, one.id)
            by = one.due
            while by.weekday() >= 5 or by in TET:
                by -= timedelta(days=1)
            assert one.by == by, one.id
            if one.state is State.SENT:
                assert group_of(one, on) == "Đã gửi"
            elif left < 0:
                assert group_of(one, on) == "Quá hạn"
            else:
                near = max((by - on).days, 0)
                bounds = (
                    (0, "Hôm nay"),
                    (1, "Trong 1 ngày"),
                    (3, "Trong 3 ngày"),
                    (7, "Trong 7 ngày"),
                    (366, "Sắp tới"),
                )
                assert group_of(one, on) == next(heading for most, heading in bounds if near <= most), (on, one.id)
        on += timedelta(days=7 if name == CITY else 1)


def test_two_days_before_the_city_sends_its_report_closes_on_the_day_itself():
    on = date(2023, 6, 12)
    half = next(one for one in dues(city(), on) if one.id == "nha-trang-2023-bao-cao-cchc-2023-h1@cchc")
    assert (when(half, on), group_of(half, on)) == ("14/6/2023 (thứ Tư), còn 2 ngày", "Trong 3 ngày")
    assert half.note == "số liệu từ 15/12/2022 đến 14/6/2023"


def test_a_line_says_when_and_a_day_off_names_the_working_day_before():
    by_id = {one.id: one for one in dues(year_of(WARD), date(2023, 6, 10))}
    june = by_id["phuoc-hai-2023-bao-cao-thang-2023-06@cchc"]
    assert when(june, date(2023, 6, 10)) == (
        "25/6/2023 (Chủ nhật), ngày nghỉ: gửi trước, chậm nhất 23/6/2023 (thứ Sáu), còn 15 ngày"
    )
    assert when(june, june.due).endswith("hôm nay") and when(june, june.due + timedelta(days=4)).endswith(
        "quá hạn 4 ngày"
    )


def test_a_period_that_closes_after_its_due_day_says_so():
    by_id = {one.id: one for one in dues(year_of(WARD), date(2023, 6, 10))}
    half = by_id["phuoc-hai-2023-bao-cao-cchc-2023-h1@cchc"]
    assert half.note == "số liệu từ 15/12/2022 đến 14/6/2023, chốt sau ngày gửi: gửi khi chưa hết kỳ số liệu"
    assert "chốt sau" not in by_id["phuoc-hai-2023-bao-cao-thang-2023-06@cchc"].note


def test_a_report_is_not_made_then_made_then_edited_then_sent_and_each_names_the_next_step():
    on, data = date(2023, 6, 12), year_of(WARD)
    key = ("cchc", "2023-H1")

    def half(data, made):
        return next(one for one in dues(data, on, made) if one.id.endswith("cchc-2023-h1@cchc"))

    assert (half(data, {}).state, half(data, {}).next_step) == (
        State.NOT_MADE,
        "cchc report “so.xlsx” --period 2023-H1",
    )
    made = half(data, {key: ReportFile("BC.docx", False)})
    assert made.state is State.MADE and "Loại báo cáo “cchc 2023-H1”" in made.next_step
    assert half(data, {key: ReportFile("BC.docx", True)}).state is State.EDITED
    terms = {
        **data.unit.terms_by_kind,
        "cchc 2023-H1": replace(data.unit.terms("cchc"), number="125", issued_on=date(2023, 6, 15)),
    }
    sent = half(replace(data, unit=replace(data.unit, terms_by_kind=terms)), {})
    assert (sent.state, sent.note) == (State.SENT, "số 125 ngày 15/6/2023, sau hạn 2 ngày")


def test_a_task_says_whom_to_ask_who_follows_it_before_who_leads_it_and_nobody_for_ones_own():
    steps = {one.task_id: one.next_step for one in dues(year_of(WARD), date(2023, 6, 13)) if one.what == "task"}
    assert steps["III.16"] == "hỏi Nguyễn Văn B; xong thì ghi ở sheet Kết quả"
    assert steps["II.1"].startswith("hỏi Công chức Tư pháp - Hộ tịch; ")
    assert steps["I.5"] == "xong thì ghi ở sheet Kết quả"


def test_working_days_counted_from_an_event_are_due_once_the_event_has_its_day():
    rows = small_rows()
    rows["Nhiệm vụ"][1]["Tiến độ"] = "Chậm nhất 02 ngày làm việc từ khi có văn bản"
    rows["Mốc"].append({"Mã": "I.2", "Mốc": "Văn bản 5", "Từ ngày": date(2023, 4, 27)})
    data, _ = read_workbook_bytes(workbook_bytes(rows))
    assert [one.due for one in dues(data, date(2023, 5, 1)) if one.task_id == "I.2"] == [date(2023, 5, 4)]


def test_interim_days_are_told_until_a_week_after_and_not_when_the_task_is_done():
    rows = small_rows()
    rows["Nhắc việc"] = [
        {"Mã": "I.2", "Trong hạn đến": date(2023, 6, 9), "Ai": "Công chức A", "Gửi đến": "Phòng Nội vụ", "Nội dung": "Gửi số liệu trước 10/6"},
        {"Mã": "I.1", "Trong hạn đến": date(2023, 6, 9), "Nội dung": "Gửi dự thảo"},
    ]  # fmt: skip
    rows["Kết quả"].append(result("I.1", "Hoàn thành", date(2023, 6, 2), **{"Ngày hoàn thành": date(2023, 6, 1)}))
    data, problems = read_workbook_bytes(workbook_bytes(rows))
    assert problems == ()
    (one,) = [due for due in dues(data, date(2023, 6, 8)) if due.what == "reminder"]
    assert (one.title, one.next_step) == ("I.2. Gửi số liệu trước 10/6", "nhắc Công chức A gửi Phòng Nội vụ")
    assert one.is_told(date(2023, 6, 16)) and not one.is_told(date(2023, 6, 17))


NAMES = st.sampled_from([WARD, CITY, WARD_2026])


@settings(max_examples=60, deadline=None)
@given(NAMES, st.dates(date(2023, 1, 1), date(2027, 2, 1)))
def test_no_deadline_is_lost_or_doubled(name, on):
    data = year_of(name)
    found = dues(data, on)
    assert len({one.id for one in found}) == len(found)
    assert all(group_of(one, on) in HEADINGS and one.by <= one.due for one in found)
    from generator.domain.progress import TaskState, assess_plan

    expected = Counter(
        (task_id, standing.milestone.due)
        for task_id, a in assess_plan(data.plan, data.entries, on).items()
        if not a.state.is_done and a.state not in (TaskState.PAUSED, TaskState.NOT_ARISEN)
        for standing in a.standings
        if standing.milestone.due and not (standing.met_on or standing.excused or standing.before_plan)
    )
    assert Counter((one.task_id, one.due) for one in found if one.what == "task") == expected
    assert [one.id for one in found if one.what == "report"] == [
        one.id for one in dues(data, date(2023, 1, 1)) if one.what == "report"
    ]


# -- as a calendar ------------------------------------------------------------------------------------
def events(on, name=WARD):
    parsed = vobject.readOne(as_ics(dues(year_of(name), on), on, "Hạn CCHC").decode())
    found = {event.uid.value: event for event in parsed.vevent_list}
    assert len(found) == len(parsed.vevent_list)
    return found


@pytest.mark.parametrize("name", OWED)
def test_another_program_finds_every_deadline_of_every_unit_in_the_calendar(name):
    for month in range(1, 13):
        on = date(OWED[name][0][0].year, month, 10)
        there = {uid: event.dtstart.value.date() for uid, event in events(on, name).items()}
        assert there == {one.id: one.by for one in dues(year_of(name), on)}


def test_another_program_reads_the_calendar_with_its_alarms():
    on = date(2023, 6, 10)
    found = events(on)
    assert found.keys() == {one.id for one in dues(year_of(WARD), on)}
    june = found["phuoc-hai-2023-bao-cao-thang-2023-06@cchc"]
    assert june.dtstart.value == datetime(2023, 6, 23, 1, tzinfo=UTC), "eight in the morning, the Friday before"
    assert june.summary.value == "Hạn: Báo cáo tiến độ kế hoạch tháng 6 năm 2023 gửi UBND thành phố Nha Trang"
    before = [alarm.trigger.value for alarm in june.valarm_list]
    assert before == [-timedelta(days=3), -timedelta(days=1), -timedelta(hours=12)]
    sent = found["phuoc-hai-2023-bao-cao-thang-2023-05@cchc"]
    assert sent.summary.value.startswith("Đã gửi: ") and not hasattr(sent, "valarm_list")


def test_imported_again_it_updates_what_was_imported():
    earlier, later = events(date(2023, 6, 10)), events(date(2023, 6, 20))
    same = earlier.keys() & later.keys()
    assert len(same) > 20
    assert all(int(later[uid].sequence.value) > int(earlier[uid].sequence.value) for uid in same)
    assert as_ics([], date(2023, 6, 10), "x") == as_ics([], date(2023, 6, 10), "x")


# -- as a command ---------------------------------------------------------------------------------------
@pytest.fixture
def folder(tmp_path):
    shutil.copy(sample_path(WARD), tmp_path / "so.xlsx")
    return tmp_path


def test_the_screen_names_what_is_late_and_the_next_step(folder, capsys):
    assert run(DueOptions(folder, "13/6/2023")) == 0
    shown = capsys.readouterr().out
    assert "HÔM NAY\n  - 13/6/2023 (thứ Ba), hôm nay: Báo cáo CCHC 6 tháng đầu năm 2023" in shown
    assert "→ cchc report “so.xlsx” --period 2023-H1" in shown
    assert "31/5/2023 (thứ Tư), quá hạn 13 ngày: I.5." in shown


def test_slips_that_were_made_and_not_answered_are_named(folder, capsys):
    names = load_names()
    data = year_of(WARD)
    later = replace(
        data, entries={k: tuple(e for e in v if e.as_of < date(2023, 7, 1)) for k, v in data.entries.items()}
    )
    (folder / "phieu").mkdir()
    for slip in make_slips(later, date(2023, 7, 22), names)[0]:
        (folder / "phieu" / slip.file).write_bytes(slip.data)
    assert run(DueOptions(folder, "22/7/2023", as_json=True)) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == 2 and told["on"] == "2023-07-22"
    assert "Công chức Tư pháp - Hộ tịch" in [one["who"] for one in told["slips_not_answered"]]
    assert {one["what"] for one in told["due"]} == {"report", "task"}


def test_units_that_have_not_sent_and_files_that_cannot_be_read_are_named(folder, capsys):
    for unit in ("a", "b", "c"):
        (folder / unit).mkdir()
    shutil.copy(sample_path(WARD_2026), folder / "a" / "so.xlsx")
    (folder / "b" / "so.xlsx").write_bytes(b"khong phai")
    assert run(DueOptions(folder, "13/6/2023")) == 1
    shown = capsys.readouterr().out
    assert "CHƯA GỬI SỔ\n  - c: " in shown and "Không đọc được" in shown and "P Phước Hải: 13/6/2023" in shown


def test_a_calendar_takes_the_place_of_a_calendar_alone(folder, capsys):
    book, calendar = next(folder.glob("*.xlsx")), folder / "lich.ics"
    before = book.read_bytes()
    assert run(DueOptions(folder, "13/6/2023", ics=book)) == 2
    assert book.read_bytes() == before and "không ghi đè" in capsys.readouterr().err
    assert [run(DueOptions(folder, day, ics=calendar)) for day in ("12/6/2023", "13/6/2023")] == [0, 0]


def test_nothing_to_tell_of_and_a_day_that_is_none(tmp_path, capsys):
    assert run(DueOptions(tmp_path, "13/6/2023")) == 2
    assert run(DueOptions(tmp_path, "hôm kia")) == 2
    assert "Không thấy sổ" in capsys.readouterr().err


def test_the_officers_file_of_holidays_is_used(folder, capsys):
    (folder / "ngay-nghi.txt").write_text("13/6/2023 nghỉ theo tỉnh\nnghỉ bù\n", "utf-8")
    assert run(DueOptions(folder, "9/6/2023")) == 1
    told = capsys.readouterr()
    assert "13/6/2023 (thứ Ba), ngày nghỉ: gửi trước, chậm nhất 12/6/2023 (thứ Hai)" in told.out
    assert "không hiểu dòng “nghỉ bù”" in told.err


def test_dues_know_the_report_that_was_made_and_edited(folder, capsys):
    from generator.commands.report import ReportOptions
    from generator.commands.report import run as report

    assert report(ReportOptions(folder / "so.xlsx", period="2023-H1", as_of="2023-06-13")) in (0, 1)
    capsys.readouterr()
    run(DueOptions(folder, "13/6/2023", as_json=True))
    states = {one["id"]: one["state"] for one in json.loads(capsys.readouterr().out)["due"]}
    assert states["phuoc-hai-2023-bao-cao-cchc-2023-h1@cchc"] == "made"
