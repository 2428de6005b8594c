"""Milestones that were met, and days that were extended, as a report tells them."""

from datetime import date
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
        "Đã hoàn thành 01 mốc của nhiệm vụ có nhiều mốc: báo cáo rà soát (nhiệm vụ I.1; Báo cáo số 128/BC-UBND; quá hạn)."
    ]
    assert said(data, "nhiem_vu_toi")[1] == "- Rà soát nội dung 1 (nhiệm vụ I.1): báo cáo năm."


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
    assert said(data, "qua_han", as_of=date(2023, 6, 24))[0].startswith("Còn 01 nhiệm vụ quá hạn là rà soát nội dung 1")
    after = said(data, "bang_nhiem_vu", as_of=date(2023, 6, 25))[0].hang[0]
    assert after.tien_do == f"Trước ngày 01/6/2023\nGia hạn đến 20/7/2023 ({LETTER})"
    assert after.tinh_trang == "Đang thực hiện (trong hạn)"
    assert said(data, "qua_han", as_of=date(2023, 6, 25)) == ["Đến ngày 25/6/2023 không có nhiệm vụ quá hạn."]


def test_what_was_extended_is_said_to_be_due_on_its_new_day():
    data = year([EXTENDED, DUE_NOVEMBER])
    assert said(data, "nhiem_vu_toi", as_of=date(2023, 6, 25))[1] == (
        "- Rà soát nội dung 1 (nhiệm vụ I.1): trước ngày 01/6/2023, đã gia hạn đến ngày 20/7/2023;"
    )
    stated = EXTENDED._replace(phrase="Trước ngày 01/6/2023 (gia hạn đến 20/7/2023)")
    assert said(year([stated]), "nhiem_vu_toi", as_of=date(2023, 6, 25))[1] == (
        "- Rà soát nội dung 1 (nhiệm vụ I.1): trước ngày 01/6/2023 (gia hạn đến 20/7/2023)."
    )
    late = said(year([EXTENDED]), "qua_han", as_of=date(2023, 7, 25))[0]
    assert "tiến độ “Trước ngày 01/6/2023”, đã gia hạn đến ngày 20/7/2023, Công chức" in late


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
        "Đã hoàn thành mốc tháng 5 của nhiệm vụ rà soát nội dung 1 (nhiệm vụ I.1; quá hạn)."
    ]
    alike = year([deadline], [met("Tháng 5", date(2023, 5, 20)), met("Tháng 6", date(2023, 6, 2))])
    assert said(alike, "hoan_thanh") == [
        "Đã hoàn thành mốc tháng 5 và tháng 6 của nhiệm vụ rà soát nội dung 1 (nhiệm vụ I.1)."
    ]
    several = year(
        [deadline, monthly("Báo cáo quý II", "Báo cáo năm"), monthly("Khảo sát đợt 1", "Khảo sát đợt 2")],
        [
            met("Tháng 5", date(2023, 6, 2)),
            met("Tháng 6", date(2023, 6, 5)),
            met("Báo cáo quý II", date(2023, 5, 20), 2, document="Báo cáo số 128/BC-UBND"),
            met("Khảo sát đợt 1", date(2023, 5, 20), 3),
        ],
    )
    assert said(several, "hoan_thanh") == [
        "Đã hoàn thành 04 mốc của các nhiệm vụ có nhiều mốc:",
        "- Tháng 5: rà soát nội dung 1 (nhiệm vụ I.1; quá hạn);",
        "- Tháng 6: rà soát nội dung 1 (nhiệm vụ I.1);",
        "- Báo cáo quý II: rà soát nội dung 2 (nhiệm vụ I.2; Báo cáo số 128/BC-UBND);",
        "- Khảo sát đợt 1 (nhiệm vụ I.3).",
    ]


@pytest.mark.parametrize(
    ("labels", "stated"),
    [
        (("Tháng 7", "Tháng 8"), "tháng 7"),
        (("Đợt 1", "Đợt 2"), "đợt 1 (tiến độ “Định kỳ”)"),
        (("Khảo sát", "Báo cáo"), "khảo sát"),
    ],
)
def test_a_milestone_to_come_says_when_or_by_which_phrase(labels, stated):
    data = year([monthly(*labels)])
    assert said(data, "nhiem_vu_toi", as_of=date(2023, 5, 14))[1] == f"- Rà soát nội dung 1 (nhiệm vụ I.1): {stated}."
