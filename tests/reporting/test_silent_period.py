"""Where nobody has said anything of the period yet, a report does not say it for them."""

from datetime import date

import pytest

from generator.domain.progress import Word
from generator.domain.unit_year import IssuedDocument
from tests.reporting.years import DUE_MAY, DUE_NOVEMBER, entry, said, year

SILENT = {
    "hoan_thanh": "Trong tháng chưa ghi nhận kết quả thực hiện nhiệm vụ.",
    "kho_khan": "Trong tháng chưa ghi nhận khó khăn, vướng mắc.",
}
NOTHING = {
    "hoan_thanh": "Trong tháng không có nhiệm vụ mới hoàn thành; các nhiệm vụ của Kế hoạch tiếp tục được triển khai theo"
    " tiến độ.",
    "kho_khan": "Trong tháng chưa phát sinh khó khăn, vướng mắc vượt thẩm quyền.",
}


@pytest.mark.parametrize("part", SILENT)
def test_silence_is_told_apart_from_nothing_to_tell(part):
    def june(*entries):
        return said(year([DUE_NOVEMBER], list(entries)), part, period="2023-06", as_of=date(2023, 6, 25), kind="thang")

    of_may, of_june = (entry(1, Word.IN_PROGRESS, date(2023, month, 20)) for month in (5, 6))
    assert june() == june(of_may) == [SILENT[part]]
    assert june(of_may, of_june) == [NOTHING[part]]


@pytest.mark.parametrize("entries", [[], [entry(1, Word.IN_PROGRESS, date(2023, 6, 20))]])
def test_without_requests_there_is_one_word(entries):
    data = year([DUE_NOVEMBER], entries)
    assert said(data, "kien_nghi", period="2023-06", as_of=date(2023, 6, 25), kind="thang") == ["Không."]


def test_work_is_not_said_to_be_on_schedule_while_some_is_late():
    data = year([DUE_MAY], [entry(1, Word.IN_PROGRESS)])
    assert said(data, "hoan_thanh") == ["Trong kỳ không có nhiệm vụ mới hoàn thành."]


def test_that_no_document_was_issued_is_said_only_where_documents_are_kept():
    assert said(year([DUE_MAY]), "van_ban") == ["Trong kỳ chưa ghi nhận văn bản mới triển khai Kế hoạch."]
    kept = year([DUE_MAY], documents=(IssuedDocument("9/BC-UBND", date(2023, 8, 1), "Sau kỳ"),))
    assert said(kept, "van_ban") == ["Trong kỳ không ban hành văn bản mới để triển khai Kế hoạch."]
