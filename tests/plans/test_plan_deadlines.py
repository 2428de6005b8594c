"""What the import makes of deadlines that name no day, and how it labels those that name several times."""

from __future__ import annotations

import pytest

from generator.plans.blocks import RemarkKind
from generator.plans.reading import PlanImport, understand
from generator.plans.source import open_bytes
from generator.plans.summary import summary
from generator.vietnamese.office_names import load_names


def plan_of(phrase: str) -> PlanImport:
    text = f"Stt\tNhiệm vụ\tTiến độ\tChủ trì\nI\tCHỈ ĐẠO\t\t\n1\tHọp tổ công tác\t{phrase}\tVăn phòng\n"
    return understand(open_bytes(text.encode()), load_names())


@pytest.mark.parametrize("phrase", ["Hằng tháng", "Hàng quý", "Hằng quý", "Hàng năm", "Định kỳ hằng quý"])
def test_a_recurring_duty_without_a_day_is_told_to_be_ongoing(phrase: str) -> None:
    read = plan_of(phrase)
    (task,) = read.plan.tasks
    assert task.deadline.milestones == ()
    told = [r.sentence for r in read.remarks_of(RemarkKind.DOUBT) if r.place.endswith("Tiến độ")]
    assert told == [
        f"“{phrase}” không nêu ngày, đã coi là thường xuyên; nếu mỗi kỳ có hạn, hãy ghi từng mốc ở sheet Mốc."
    ]
    assert any(told[0] in line for line in summary(read))


@pytest.mark.parametrize("phrase", ["Thường xuyên", "Trong năm 2026", "Theo chỉ đạo của UBND tỉnh"])
def test_what_is_plain_is_not_told(phrase: str) -> None:
    assert [r for r in plan_of(phrase).remarks if "không nêu ngày" in r.message] == []


@pytest.mark.parametrize(
    ("phrase", "labels"),
    [
        ("T4 và T10/2026", ["Tháng 4/2026", "Tháng 10/2026"]),
        ("Trong tháng 3 và tháng 9 năm 2026", ["Tháng 3/2026", "Tháng 9/2026"]),
        ("Quý II và quý IV/2026", ["Quý II/2026", "Quý IV/2026"]),
        ("Trước T4 và T10/2026", ["Trước tháng 4/2026", "Trước tháng 10/2026"]),
        ("Cuối quý II, quý IV/2026", ["Cuối quý II/2026", "Cuối quý IV/2026"]),
    ],
)  # fmt: skip
def test_times_are_labels_that_can_stand_in_a_sentence(phrase: str, labels: list[str]) -> None:
    (task,) = plan_of(phrase).plan.tasks
    assert [m.label for m in task.deadline.milestones] == labels
    assert task.deadline.phrase == phrase
