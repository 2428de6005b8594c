"""A result that does not say what it is of is told with its task; a document cited by number alone with its type."""

import re
from datetime import date
from decimal import Decimal

import pytest

from generator.domain.indicator import Indicator, Measurement
from generator.domain.period import ReportingPeriod
from generator.domain.progress import Word
from tests.reporting.years import DUE_MAY, ONGOING, entry, said, year


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


def test_what_a_result_is_of_is_said_before_the_first_of_its_task() -> None:
    rows = [
        entry(1, Word.IN_PROGRESS, date(2023, 5, n), result=f"Đã kiểm tra đến tổ {n}", document=f"Công văn số {n}/UBND")
        for n in (4, 5)
    ]
    assert re.sub(r" \([^()]*\)", "", " ".join(said(year([ONGOING], rows), "the_che"))) == (
        "Rà soát nội dung 1: đã kiểm tra đến tổ 4. Đã kiểm tra đến tổ 5."
    )


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
    many = [entry(2, Word.DONE, document=f"{n}/QĐ-UBND ngày 0{n}/6/2023") for n in range(1, 4)]
    data = year([ONGOING, ONGOING], [entry(1, Word.IN_PROGRESS, result="Đã rà soát xong", document=document), *many])
    assert f"Đã rà soát xong ({cited})." in said(data, "the_che")[0]


REPORT = "Báo cáo số 9/BC-UBND ngày 20/5/2023"
OTHERS = tuple(f"Quyết định số 1{n}/QĐ-UBND ngày 0{n}/5/2023" for n in range(1, 4))


@pytest.mark.parametrize(
    ("documents", "cited"),
    [
        ((REPORT, REPORT, *OTHERS), (REPORT, "Báo cáo số 9/BC-UBND", *OTHERS)),
        ((f"{REPORT}; {OTHERS[0]}", REPORT, *OTHERS[1:]), (f"{REPORT}; {OTHERS[0]}", "Báo cáo số 9/BC-UBND", *OTHERS[1:])),
        ((REPORT, "Báo cáo số 9/BC-UBND ngày 21/5/2023", *OTHERS), (REPORT, "Báo cáo số 9/BC-UBND ngày 21/5/2023", *OTHERS)),
        ((REPORT, f"{REPORT} của Sở Nội vụ", *OTHERS), (REPORT, f"{REPORT} của Sở Nội vụ", *OTHERS)),
        ((REPORT,), ("Báo cáo số 9/BC-UBND",)),
    ],
    ids=["twice", "among others", "of another day", "of another office", "named in part I"],
)  # fmt: skip
def test_a_document_is_cited_in_full_once(documents: tuple[str, ...], cited: tuple[str, ...]) -> None:
    """PL I, Phần I, II.6.b: later by kind and number."""
    rows = [
        entry(n, Word.DONE, result=f"Đã rà soát nội dung {n}", document=d) for n, d in enumerate(documents, start=1)
    ]
    assert " ".join(said(year([DUE_MAY] * len(rows), rows), "the_che")) == " ".join(
        f"Đã rà soát nội dung {n} ({text})." for n, text in enumerate(cited, start=1)
    )


@pytest.mark.parametrize(
    ("results", "told"),
    [
        (("Đã gửi báo cáo rà soát quý I", "Đã gửi báo cáo rà soát quý II"), "Đã gửi báo cáo rà soát: quý I và quý II."),
        (("Đã rà soát đợt 1 tại 05 bộ phận", "Đã rà soát đợt 2 tại 05 bộ phận"), "Đã rà soát tại 05 bộ phận: đợt 1 và đợt 2."),
        (("Đã rà soát trong quý I", "Đã rà soát trong quý II"), "Đã rà soát trong quý I. Đã rà soát trong quý II."),
        (("Đã rà soát quý I tại 05 bộ phận", "Đã rà soát quý II tại 06 bộ phận"), "Đã rà soát quý I tại 05 bộ phận. Đã rà soát quý II tại 06 bộ phận."),
    ],
    ids=["at the end", "in the middle", "as a part of a phrase", "not the same"],
)  # fmt: skip
def test_results_that_differ_by_their_time_alone_are_told_at_once(results: tuple[str, ...], told: str) -> None:
    labels = ("Tháng 3", "Tháng 6")
    days = (date(2023, 5, 20), date(2023, 5, 21))
    rows = [
        entry(1, Word.IN_PROGRESS, day, result=text, milestone=label, document=f"Văn bản {label}")
        for text, label, day in zip(results, labels, days, strict=True)
    ]
    text = said(year([ONGOING], rows), "the_che")[0]
    assert re.sub(r" \([^()]*\)", "", text) == told


@pytest.mark.parametrize(
    ("labels", "documents", "told"),
    [
        (("Báo cáo quý I", "Báo cáo quý II", "Báo cáo quý III"), (REPORT, "", ""),
         f"Báo cáo quý I ({REPORT}), báo cáo quý II và báo cáo quý III đã gửi Sở Nội vụ."),
        (("Báo cáo quý I", "Báo cáo quý II"), (OTHERS[0], OTHERS[1]),
         f"Báo cáo quý I ({OTHERS[0]}) và báo cáo quý II ({OTHERS[1]}) đã gửi Sở Nội vụ."),
        (("Báo cáo quý I", "Báo cáo quý II"), (REPORT, REPORT), f"Báo cáo quý I và báo cáo quý II đã gửi Sở Nội vụ ({REPORT})."),
        (("Tháng 3", "Tháng 4"), ("", REPORT), f"Đã gửi Sở Nội vụ (tháng 3 và tháng 4; tháng 4: {REPORT})."),
    ],
    ids=["of the first", "of each", "of both", "of one time"],
)  # fmt: skip
def test_a_document_stands_behind_the_milestone_that_it_proves(
    labels: tuple[str, ...], documents: tuple[str, ...], told: str
) -> None:
    rows = [
        entry(1, Word.DONE, result="Đã gửi Sở Nội vụ", milestone=label, document=document)
        for label, document in zip(labels, documents, strict=True)
    ]
    more = [entry(2, Word.DONE, document=f"{n}/QĐ-UBND ngày 0{n}/6/2023") for n in range(1, 4)]
    text = " ".join(said(year([ONGOING, ONGOING], [*rows, *more]), "the_che"))
    assert re.sub(r"^Rà soát nội dung 1: đ", "Đ", text).startswith(told)


def test_months_that_follow_on_each_other_are_told_by_the_first_and_the_last() -> None:
    months = [entry(1, Word.DONE, result="Đã rà soát nội dung", milestone=f"Tháng {n}") for n in range(1, 6)]
    text = " ".join(said(year([ONGOING], months), "the_che"))
    assert "Đã rà soát nội dung (từ tháng 1 đến tháng 5)." in text


@pytest.mark.parametrize(
    ("name", "unit", "result", "told"),
    [
        ("Số tin, bài tuyên truyền CCHC", "Tin, bài", "Đã đăng 18 tin, bài về CCHC", False),
        ("Số hồ sơ đang giải quyết", "Hồ sơ", "Cả 18 hồ sơ quá hạn đã được xin lỗi", True),
        ("Số tin, bài tuyên truyền CCHC", "Tin, bài", "Đã đăng 81 tin, bài về CCHC", True),
        ("Số văn bản đã rà soát", "Văn bản", "Đã rà soát 18/38 văn bản", False),
        ("Số văn bản đã rà soát", "Văn bản", "Đã rà soát 118/38 văn bản", True),
    ],
)
def test_a_count_that_a_result_says_is_not_said_twice(name: str, unit: str, result: str, told: bool) -> None:
    indicator = Indicator("X", "1", "CẢI CÁCH THỂ CHẾ", name, unit, ("I.1",))
    figures = {("2023-H1", "X"): Measurement(ReportingPeriod.parse("2023-H1"), "X", value=Decimal(18))}
    rows = [entry(1, Word.IN_PROGRESS, result=result)]
    text = " ".join(said(year([ONGOING], rows, indicators=(indicator,), measurements=figures), "the_che"))
    assert (re.search("Trong kỳ (?:có|đang giải quyết|đã rà soát) 18 ", text) is not None) is told
    assert result in text or f"Rà soát nội dung 1: {result[0].lower()}{result[1:]}" in text
