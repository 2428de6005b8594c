"""A result that does not say what it is of is told with its task; a document cited by number alone with its type."""

from decimal import Decimal

import pytest

from generator.domain.indicator import Indicator, Measurement
from generator.domain.period import ReportingPeriod
from generator.domain.progress import Word
from tests.reporting.years import ONGOING, entry, said, year


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("Đang hoàn thiện dự thảo", "Rà soát nội dung 1: đang hoàn thiện dự thảo."),
        ("Chưa có hướng dẫn của Sở Nội vụ", "Rà soát nội dung 1: chưa có hướng dẫn của Sở Nội vụ."),
        ("Đã rà soát 31/38 văn bản", "Đã rà soát 31/38 văn bản."),
        ("UBND tỉnh đang xem xét", "Rà soát nội dung 1: UBND tỉnh đang xem xét."),
    ],
)
def test_a_result_is_told_so_that_it_says_of_what(result: str, told: str) -> None:
    assert said(year([ONGOING], [entry(1, Word.IN_PROGRESS, result=result)]), "the_che") == [told]


@pytest.mark.parametrize(
    ("document", "cited"),
    [
        ("255/KH-UBND ngày 08/6/2023", "Kế hoạch số 255/KH-UBND ngày 08/6/2023"),
        ("Kế hoạch số 255/KH-UBND", "Kế hoạch số 255/KH-UBND"),
        ("640/UBND-VP; 12/BC-UBND", "Công văn số 640/UBND-VP; Báo cáo số 12/BC-UBND"),
        ("Biên bản ngày 08/6/2023", "Biên bản ngày 08/6/2023"),
    ],
)
def test_a_document_is_cited_with_its_type(document: str, cited: str) -> None:
    data = year([ONGOING], [entry(1, Word.IN_PROGRESS, result="Đã rà soát xong", document=document)])
    assert said(data, "the_che") == [f"Đã rà soát xong ({cited})."]


@pytest.mark.parametrize(
    ("name", "unit", "result", "told"),
    [
        ("Số tin, bài tuyên truyền CCHC", "Tin, bài", "Đã đăng 18 tin, bài về CCHC", False),
        ("Số hồ sơ đang giải quyết", "Hồ sơ", "Cả 18 hồ sơ quá hạn đã được xin lỗi", True),
        ("Số tin, bài tuyên truyền CCHC", "Tin, bài", "Đã đăng 81 tin, bài về CCHC", True),
    ],
)
def test_a_count_that_a_result_says_is_not_said_twice(name: str, unit: str, result: str, told: bool) -> None:
    indicator = Indicator("X", "1", "CẢI CÁCH THỂ CHẾ", name, unit, ("I.1",))
    figures = {("2023-H1", "X"): Measurement(ReportingPeriod.parse("2023-H1"), "X", value=Decimal(18))}
    rows = [entry(1, Word.IN_PROGRESS, result=result)]
    text = " ".join(said(year([ONGOING], rows, indicators=(indicator,), measurements=figures), "the_che"))
    assert ("Trong kỳ có 18" in text or "Trong kỳ đang giải quyết 18" in text) is told
    assert result in text or f"Rà soát nội dung 1: {result[0].lower()}{result[1:]}" in text
