"""A result that does not say what it is of is told with its task; a document cited by number alone with its type."""

import pytest

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
