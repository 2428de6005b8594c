"""Extensions that a plan writes beside the deadline itself."""

from __future__ import annotations

from datetime import date

import pytest

from generator.domain.deadline import Deadline
from generator.vietnamese.dated_clause import PlanYear
from generator.vietnamese.deadline_phrase import read_deadline_phrase

PLAN = PlanYear(2026, date(2026, 1, 22))


@pytest.mark.parametrize(
    ("phrase", "last", "extended", "document"),
    [
        ("20/5/2026 (gia hạn đến 30/6/2026)", "2026-05-20", "2026-06-30", ""),
        ("Trước ngày 30/6/2026 (gia hạn đến 30/9)", "2026-06-29", "2026-09-30", ""),
        ("30/6/2026 (được gia hạn sang 30/9/2026)", "2026-06-30", "2026-09-30", ""),
        ("30/6/2026 (gia hạn đến trước ngày 15/8/2026)", "2026-06-30", "2026-08-14", ""),
        ("Quý II/2026 (đã gia hạn đến hết quý III/2026)", "2026-06-30", "2026-09-30", ""),
        ("Trước 30/6/2026; gia hạn đến 30/9/2026", "2026-06-29", "2026-09-30", ""),
        ("Trước 30/6/2026 - Gia hạn: 30/9/2026", "2026-06-29", "2026-09-30", ""),
        (
            "30/6/2026 (gia hạn đến 30/9/2026; Công văn số 12/UBND ngày 25/6/2026)",
            "2026-06-30",
            "2026-09-30",
            "Công văn số 12/UBND ngày 25/6/2026",
        ),
        (
            "Trước ngày 30/6/2026, gia hạn đến hết ngày 30/9/2026 theo Công văn số 12/UBND-VP ngày 25/6/2026",
            "2026-06-29",
            "2026-09-30",
            "Công văn số 12/UBND-VP ngày 25/6/2026",
        ),
        (
            "Trước 30/6/2026\nGia hạn đến 30/9/2026 (Thông báo số 15/TB-UBND)",
            "2026-06-29",
            "2026-09-30",
            "Thông báo số 15/TB-UBND",
        ),
    ],
)
def test_the_extended_day_counts_and_the_first_one_is_kept(
    phrase: str, last: str, extended: str, document: str
) -> None:
    reading = read_deadline_phrase(phrase, PLAN)
    (milestone,) = reading.milestones
    assert (str(milestone.last_day), str(milestone.extended_to), milestone.extension_document) == (
        last,
        extended,
        document,
    )
    assert str(Deadline(phrase, reading.milestones).final_day) == extended
    assert reading.not_understood == ()


@pytest.mark.parametrize(
    "phrase",
    [
        "Gia hạn đến 30/9/2026",
        "Thường xuyên (gia hạn đến 30/9/2026)",
        "Trước 15/6 và 15/12 (gia hạn đến 30/12)",
        "30/6/2026 (gia hạn đến 30/5/2026)",
        "30/6/2026 (gia hạn 30 ngày)",
        "20/12/2026 (gia hạn đến 31/01)",
        "Trước ngày 30/6/2026 (xin gia hạn đến 30/9/2026)",
        "Trước ngày 30/6/2026 (không gia hạn)",
        "Trước 30/6/2026 (gia hạn lần 1 đến 30/8, lần 2 đến 30/9/2026)",
        "Gia hạn thời gian thực hiện đến 30/9/2026 (hạn cũ 30/6/2026)",
    ],
)
def test_an_extension_that_leaves_a_doubt_is_kept_in_words(phrase: str) -> None:
    reading = read_deadline_phrase(phrase, PLAN)
    assert reading.milestones == ()
    assert reading.not_understood == (phrase,)


def test_brackets_of_something_else_that_a_semicolon_cuts_are_no_extension() -> None:
    milestones = read_deadline_phrase("30/6/2026 (đợt 1; đợt 2 ngày 30/9/2026)", PLAN).milestones
    assert [(m.label, str(m.last_day), m.extended_to) for m in milestones] == [
        ("Đợt 1", "2026-06-30", None),
        ("Đợt 2", "2026-09-30", None),
    ]
