"""Milestones that were met, and days that were extended, as a report tells them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from generator.domain.deadline import Deadline, Milestone
from generator.domain.progress import Word
from tests.reporting.years import DUE_NOVEMBER, entry, said, year


def test_a_milestone_met_is_told_though_its_task_goes_on():
    deadline = Deadline(
        "Trước ngày 01/6; trước ngày 25/11/2023",
        (Milestone("Báo cáo rà soát", None, date(2023, 5, 31)), Milestone("Báo cáo năm", None, date(2023, 11, 24))),
    )
    met = entry(1, Word.DONE, date(2023, 6, 5), milestone="Báo cáo rà soát", document="Báo cáo số 128/BC-UBND")
    data = year([deadline], [met])
    assert said(data, "hoan_thanh") == [
        "Trong kỳ ghi nhận thêm 01 mốc công việc hoàn thành: báo cáo rà soát của nhiệm vụ rà soát nội dung 1 (nhiệm vụ I.1;"
        " Báo cáo số 128/BC-UBND; hoàn thành ngày 05/6/2023, chậm 05 ngày so với thời hạn)."
    ]
    assert said(data, "nhiem_vu_toi")[1] == (
        "- Tháng 11/2023: ngày 24/11, rà soát nội dung 1 (nhiệm vụ I.1, báo cáo năm)."
    )


def test_an_extension_and_the_cause_of_a_pause_stand_in_the_appendix():
    extended = Deadline(
        "Trước ngày 01/6/2023",
        (Milestone("", None, date(2023, 5, 31), Decimal(100), date(2023, 7, 20), "Công văn số 9/UBND"),),
    )
    paused = entry(2, Word.PAUSED, cause="Chờ hướng dẫn của Sở")
    rows = said(year([extended, DUE_NOVEMBER], [paused]), "bang_nhiem_vu")[0].hang
    assert rows[0].tien_do == "Trước ngày 01/6/2023\nGia hạn đến 20/7/2023 (Công văn số 9/UBND)"
    assert rows[1].ket_qua == "Nguyên nhân: Chờ hướng dẫn của Sở"


@pytest.mark.parametrize(
    ("phrase", "printed"),
    [
        ("20/5/2023 (gia hạn đến 20/7/2023)", "20/5/2023 (gia hạn đến 20/7/2023)"),
        ("20/5/2023 (gia hạn đến 20/07/2023)", "20/5/2023 (gia hạn đến 20/07/2023)"),
        ("20/5/2023 (gia hạn đến 15/6/2023)", "20/5/2023 (gia hạn đến 15/6/2023)\nGia hạn đến 20/7/2023"),
        ("20/7/2023", "20/7/2023\nGia hạn đến 20/7/2023"),
    ],
)
def test_an_extension_that_the_plan_states_itself_is_said_once(phrase, printed):
    deadline = Deadline(phrase, (Milestone("", None, date(2023, 5, 20), extended_to=date(2023, 7, 20)),))
    assert said(year([deadline]), "bang_nhiem_vu")[0].hang[0].tien_do == printed


LETTER = "Công văn số 512/UBND ngày 25/6/2023"
EXTENDED = Deadline(
    "Trước ngày 01/6/2023",
    (Milestone("", None, date(2023, 5, 31), extended_to=date(2023, 7, 20), extension_document=LETTER),),
)


def test_an_extension_granted_later_does_not_change_a_past_report():
    data = year([EXTENDED], [entry(1, Word.IN_PROGRESS)])
    before = said(data, "bang_nhiem_vu", as_of=date(2023, 6, 14))[0].hang[0]
    assert (before.tien_do, before.tinh_trang) == ("Trước ngày 01/6/2023", "Đang thực hiện (quá hạn)")
    assert said(data, "qua_han", as_of=date(2023, 6, 24))[0].startswith(
        "Còn 01 nhiệm vụ quá hạn chưa hoàn thành là rà soát"
    )
    after = said(data, "bang_nhiem_vu", as_of=date(2023, 6, 25))[0].hang[0]
    assert after.tien_do == f"Trước ngày 01/6/2023\nGia hạn đến 20/7/2023 ({LETTER})"
    assert after.tinh_trang == "Đang thực hiện (trong hạn)"
    assert said(data, "qua_han", as_of=date(2023, 6, 25)) == ["Đến ngày 25/6/2023 không có nhiệm vụ quá hạn."]


def test_what_was_extended_is_said_to_be_due_on_its_new_day():
    data = year([EXTENDED, DUE_NOVEMBER])
    assert said(data, "nhiem_vu_toi", as_of=date(2023, 6, 25))[1:] == [
        "- Tháng 7/2023: ngày 20/7, rà soát nội dung 1 (nhiệm vụ I.1);",
        "- Tháng 11/2023: ngày 24/11, rà soát nội dung 2 (nhiệm vụ I.2).",
    ]
    late = said(year([EXTENDED]), "the_che", as_of=date(2023, 7, 25))
    assert late == [
        "Việc rà soát nội dung 1 chậm so với thời hạn (nhiệm vụ I.1, hạn ngày 20/7/2023; Công chức Tư pháp - Hộ tịch chủ"
        " trì)."
    ]


def monthly(*labels: str) -> Deadline:
    return Deadline(
        "Định kỳ", tuple(Milestone(label, None, date(2023, 4 + n, 28)) for n, label in enumerate(labels, start=1))
    )


def met(label: str, day: date, number: int = 1, **more):
    return entry(number, Word.DONE, day, milestone=label, **more)


def test_a_milestone_that_only_says_when_is_told_with_its_task():
    deadline = monthly("Tháng 5", "Tháng 6", "Tháng 7")
    one = year([deadline], [met("Tháng 5", date(2023, 6, 2))])
    assert said(one, "hoan_thanh") == [
        "Trong kỳ ghi nhận thêm 01 mốc công việc hoàn thành: mốc tháng 5 của nhiệm vụ rà soát nội dung 1 (nhiệm vụ I.1;"
        " hoàn thành ngày 02/6/2023, chậm 05 ngày so với thời hạn)."
    ]
    several = year(
        [deadline, monthly("Báo cáo quý II", "Báo cáo năm"), monthly("Khảo sát đợt 1", "Khảo sát đợt 2"), DUE_NOVEMBER],
        [
            met("Tháng 5", date(2023, 5, 20)),
            met("Báo cáo quý II", date(2023, 5, 20), 2, document="Báo cáo số 128/BC-UBND"),
            met("Khảo sát đợt 1", date(2023, 5, 20), 3),
        ],
    )
    lines = [
        "- Mốc tháng 5 của nhiệm vụ rà soát nội dung 1 (nhiệm vụ I.1; hoàn thành ngày 20/5/2023);",
        "- Báo cáo quý II của nhiệm vụ rà soát nội dung 2 (nhiệm vụ I.2; Báo cáo số 128/BC-UBND; hoàn thành ngày"
        " 20/5/2023);",
        "- Khảo sát đợt 1 của nhiệm vụ rà soát nội dung 3 (nhiệm vụ I.3; hoàn thành ngày 20/5/2023).",
    ]
    assert said(several, "hoan_thanh") == ["Trong kỳ ghi nhận thêm 03 mốc công việc hoàn thành:", *lines]
    with_task = replace(several, entries={**several.entries, "I.4": (entry(4, Word.DONE),)})
    assert said(with_task, "hoan_thanh") == [
        "Trong kỳ ghi nhận thêm 04 nhiệm vụ, mốc công việc hoàn thành:",
        "- Rà soát nội dung 4 (nhiệm vụ I.4; hoàn thành ngày 20/5/2023);",
        *lines,
    ]


@pytest.mark.parametrize(
    ("labels", "stated"),
    [
        (("Tháng 7", "Tháng 8"), ("rà soát nội dung 1 (nhiệm vụ I.1, tháng 7)", "nhiệm vụ I.1 (tháng 8)")),
        (("Đợt 1", "Đợt 2"), ("rà soát nội dung 1 (nhiệm vụ I.1, đợt 1)", "nhiệm vụ I.1 (đợt 2)")),
        (("Khảo sát", "Báo cáo"), ("rà soát nội dung 1 (nhiệm vụ I.1, khảo sát)", "nhiệm vụ I.1 (báo cáo)")),
        (
            ("Khảo sát ý kiến", "Báo cáo quý II"),
            ("khảo sát ý kiến (nhiệm vụ I.1)", "rà soát nội dung 1 (nhiệm vụ I.1, báo cáo quý II)"),
        ),
    ],
)
def test_every_milestone_to_come_is_told_with_its_day_and_its_task_in_full_once(labels, stated):
    data = year([monthly(*labels)])
    assert said(data, "nhiem_vu_toi", as_of=date(2023, 5, 14))[1:] == [
        f"- Tháng 5/2023: ngày 28/5, {stated[0]};",
        f"- Tháng 6/2023: ngày 28/6, {stated[1]}.",
    ]


def test_what_is_due_on_one_day_shares_it():
    two = year([monthly("Khảo sát"), monthly("Khảo sát")])
    assert said(two, "nhiem_vu_toi", as_of=date(2023, 5, 14))[1] == (
        "- Tháng 5/2023: ngày 28/5, rà soát nội dung 1 (nhiệm vụ I.1) và rà soát nội dung 2 (nhiệm vụ I.2)."
    )
    three = year([monthly("Khảo sát"), monthly("Khảo sát"), monthly("Khảo sát")])
    assert said(three, "nhiem_vu_toi", as_of=date(2023, 5, 14))[1] == (
        "- Tháng 5/2023: ngày 28/5, 03 nhiệm vụ (I.1, I.2, I.3)."
    )


def test_what_is_late_is_told_by_what_its_milestone_says_and_known_by_number_after_that():
    two = Deadline(
        "Trước ngày 01/6; trước ngày 25/11/2023",
        (
            Milestone("Báo cáo rà soát", None, date(2023, 5, 31)),
            Milestone("Báo cáo năm", None, date(2023, 11, 24)),
        ),
    )
    data = year([two], [entry(1, Word.IN_PROGRESS)])
    assert said(data, "the_che") == [
        "Báo cáo rà soát chậm so với thời hạn (nhiệm vụ I.1, hạn ngày 31/5/2023; Công chức Tư pháp - Hộ tịch chủ trì)."
    ]
    assert "quá hạn chưa hoàn thành là báo cáo rà soát (nhiệm vụ I.1);" in said(data, "ton_tai")[0]
    assert said(data, "nhiem_vu_toi")[-1] == "- Tháng 11/2023: ngày 24/11, nhiệm vụ I.1 (báo cáo năm)."


@pytest.mark.parametrize(
    ("labels", "day", "line"),
    [
        (("Tháng 5", "Tháng 6", "Tháng 7"), 28, "- Hằng tháng: rà soát nội dung 1 (nhiệm vụ I.1), các ngày"
         " 28/5/2023, 28/6/2023 và 28/7/2023."),
        (("Tháng 5", "Tháng 6", "Tháng 7"), 0, "- Hằng tháng: rà soát nội dung 1 (nhiệm vụ I.1), ngày cuối tháng,"
         " từ tháng 5 đến tháng 7/2023."),
        (("Quý II", "Quý III", "Quý IV"), 28, "- Hằng quý: rà soát nội dung 1 (nhiệm vụ I.1), các ngày"
         " 28/5/2023, 28/6/2023 và 28/7/2023."),
    ],
)  # fmt: skip
def test_what_comes_every_month_is_told_once(labels, day, line):
    """A line a month would say the same task twelve times."""
    days = [date(2023, m, day) if day else date(2023, m + 1, 1) - timedelta(days=1) for m in (5, 6, 7)]
    deadline = Deadline("Định kỳ", tuple(Milestone(name, None, on) for name, on in zip(labels, days, strict=True)))
    assert said(year([deadline]), "nhiem_vu_toi", period="2023-Q2", as_of=date(2023, 5, 14))[1:] == [line]
