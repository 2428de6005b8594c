"""The last day in time, and what kind of duty the plans' own phrases make."""

import unicodedata
from datetime import date

import pytest

from generator.domain.deadline import Deadline, DeadlineForm, DeadlineNature, Milestone, last_day_in_time
from generator.vietnamese.dates import day_of_document

DATED, ONGOING, ON_DEMAND = DeadlineNature.DATED, DeadlineNature.ONGOING, DeadlineNature.ON_DEMAND


@pytest.mark.parametrize(
    ("form", "counts_day", "last"),
    [
        (DeadlineForm.BEFORE, False, date(2023, 12, 4)),
        (DeadlineForm.BEFORE, True, date(2023, 12, 5)),
        (DeadlineForm.BY, False, date(2023, 12, 5)),
        (DeadlineForm.BY, True, date(2023, 12, 5)),
    ],
)
def test_only_before_a_day_leaves_the_day_out(form: DeadlineForm, counts_day: bool, last: date) -> None:
    assert last_day_in_time(date(2023, 12, 5), form, before_includes_day=counts_day) == last


def test_before_the_first_of_a_month_ends_in_the_month_before() -> None:
    assert last_day_in_time(date(2023, 3, 1), DeadlineForm.BEFORE) == date(2023, 2, 28)


def by(*days: date) -> tuple[Milestone, ...]:
    return tuple(Milestone(f"Lần {n}", last_day=day) for n, day in enumerate(days, 1))


YEAR_END = by(date(2023, 12, 31))
FROM_APRIL = (Milestone(first_day=date(2023, 4, 1)),)
EVENT = (Milestone("Khi phát sinh"),)
EVENT_HAPPENED = (Milestone("Khi phát sinh", first_day=date(2023, 7, 3), last_day=date(2023, 7, 8)),)
EVENT_BEGUN = (Milestone("Khi phát sinh", first_day=date(2023, 7, 3)),)
MONTHS = by(*(date(2023, month, 28) for month in range(1, 13)))


@pytest.mark.parametrize(
    ("phrase", "milestones", "nature"),
    [
        ("Trong năm 2023", YEAR_END, DATED),
        ("Trước ngày 05/12/2023", by(date(2023, 12, 4)), DATED),
        ("Chậm nhất trong ngày 20/12/2023", by(date(2023, 12, 20)), DATED),
        ("Trong quý II và III năm 2023", by(date(2023, 9, 30)), DATED),
        ("Đến 15/12/2023 tối thiểu 90%, đến 31/01/2024 100%", by(date(2023, 12, 15), date(2024, 1, 31)), DATED),
        ("Trong ngày 13 của tháng cuối kỳ báo cáo", by(date(2023, 6, 13), date(2023, 9, 13)), DATED),
        ("Thường xuyên", (), ONGOING),
        ("THƯỜNG  XUYÊN", (), ONGOING),
        ("Thường xuyên\nRiêng báo cáo rà soát trước ngày 25/7/2023", by(date(2023, 7, 24)), ONGOING),
        ("Liên tục trong năm", (), ONGOING),
        ("Định kỳ hằng tháng", (), ONGOING),
        ("Định kỳ hàng tháng", (), ONGOING),
        ("Định kỳ hằng tháng", MONTHS, DATED),
        ("Từ quý II/2023", FROM_APRIL, ONGOING),
        ("Từ quý II/2023", (), ONGOING),
        ("Từ ngày 01/6/2023 đến ngày 30/9/2023", by(date(2023, 9, 30)), DATED),
        ("Trong vòng 05 ngày, kể từ khi có sự thay đổi nhân sự", EVENT, ON_DEMAND),
        ("Trong vòng 05 ngày, kể từ khi có sự thay đổi nhân sự", EVENT_HAPPENED, DATED),
        ("Trong vòng 05 ngày, kể từ khi có sự thay đổi nhân sự", EVENT_BEGUN, ON_DEMAND),
        ("Chậm nhất 02 ngày làm việc từ khi có văn bản trả lời", EVENT_BEGUN, ON_DEMAND),
        ("Sau khi Đề án được phê duyệt", EVENT, ON_DEMAND),
        ("Theo hướng dẫn của Sở Nội vụ", (), ON_DEMAND),
        ("Theo chỉ đạo của UBND tỉnh, thành phố", (), ON_DEMAND),
        ("", (), ON_DEMAND),
    ],
)
def test_the_duty_that_a_phrase_and_its_milestones_make(
    phrase: str, milestones: tuple[Milestone, ...], nature: DeadlineNature
) -> None:
    assert Deadline(phrase, milestones).nature is nature
    assert Deadline(unicodedata.normalize("NFD", phrase), milestones).nature is nature


def test_the_phrase_stays_as_it_was_typed() -> None:
    phrase = "  Trước ngày 05/12/2023 \n"
    assert Deadline(phrase).phrase == phrase


def test_an_extension_moves_the_last_day_and_keeps_the_first_one_on_record() -> None:
    moved = Milestone(last_day=date(2023, 6, 30), extended_to=date(2023, 8, 31), extension_document="70/UBND-VP")
    assert (moved.last_day, moved.due) == (date(2023, 6, 30), date(2023, 8, 31))


@pytest.mark.parametrize(
    ("milestone", "open_ended", "waits"),
    [
        (Milestone(), False, True),
        (Milestone(first_day=date(2023, 4, 1)), True, False),
        (Milestone(last_day=date(2023, 4, 1)), False, False),
        (Milestone(extended_to=date(2023, 4, 1)), False, False),
    ],
)
def test_a_milestone_without_days_waits_and_one_without_an_end_goes_on(
    milestone: Milestone, open_ended: bool, waits: bool
) -> None:
    assert (milestone.is_open_ended, milestone.waits_for_event) == (open_ended, waits)


@pytest.mark.parametrize(
    ("milestones", "final"),
    [
        ((), None),
        (by(date(2023, 12, 15), date(2024, 1, 31)), date(2024, 1, 31)),
        ((*YEAR_END, *EVENT), None),
        ((Milestone(last_day=date(2023, 6, 30), extended_to=date(2023, 8, 31)),), date(2023, 8, 31)),
    ],
)
def test_the_final_day_is_known_only_when_every_milestone_has_one(
    milestones: tuple[Milestone, ...], final: date | None
) -> None:
    assert Deadline("", milestones).final_day == final


@pytest.mark.parametrize(
    ("citation", "stated"),
    [
        ("Công văn số 512/UBND ngày 25/6/2026", "2026-06-25"),
        ("Công văn số 512/UBND-VP ngày 05 tháng 6 năm 2026 của UBND tỉnh", "2026-06-05"),
        ("CV 512/UBND 25.6.2026", "2026-06-25"),
        ("CV 512/UBND ngày 25-6-26", "2026-06-25"),
        ("Công văn số 12/6/UBND ngày 25/6/2026 trả lời Tờ trình ngày 20/6/2026", "2026-06-25"),
        ("Gia hạn đến ngày 30/9/2026 tại Thông báo ngày 25/6/2026", "2026-06-25"),
        ("Nghị quyết số 05/2026/NQ-HĐND", None),
        ("Công văn số 512/UBND ngày 31/6/2026", None),
        ("Công văn số 512/UBND", None),
        ("", None),
    ],
)
def test_the_day_that_a_document_states(citation: str, stated: str | None) -> None:
    assert day_of_document(citation) == (date.fromisoformat(stated) if stated else None)


def test_an_extension_is_known_from_the_day_of_its_document() -> None:
    extended = Milestone("", None, date(2026, 5, 31), extended_to=date(2026, 7, 20))
    dated = extended._replace(extension_document="Công văn số 512/UBND ngày 25/6/2026")
    for milestone, known in ((extended, True), (dated, False), (dated._replace(extended_to=None), False)):
        assert (Deadline("", (milestone,)).as_known_on(date(2026, 6, 24)).final_day == date(2026, 7, 20)) == known
    assert Deadline("", (dated,)).as_known_on(date(2026, 6, 25)).final_day == date(2026, 7, 20)
    (before,) = Deadline("", (dated,)).as_known_on(date(2026, 6, 24)).milestones
    assert before == Milestone("", None, date(2026, 5, 31))
