"""How a count is said: by what was done where its name says so, else by what there is."""

from datetime import date

import pytest

from generator.domain.progress import Word
from tests.reporting.test_quoted_wrong import measured
from tests.reporting.years import DUE_MAY, ONGOING, entry, said, year


@pytest.mark.parametrize(
    ("name", "unit", "some", "none"),
    [
        ("Số văn bản đã tự kiểm tra", "Văn bản", "đã tự kiểm tra 12 văn bản", "không tự kiểm tra văn bản"),
        ("Số hồ sơ tiếp nhận mới", "Hồ sơ", "đã tiếp nhận mới 12 hồ sơ", "không tiếp nhận mới hồ sơ"),
        ("Số hồ sơ giải quyết quá hạn", "Hồ sơ", "đã giải quyết 12 hồ sơ quá hạn", "không có hồ sơ giải quyết quá hạn"),
        ("Số công chức được cử đào tạo, bồi dưỡng", "Người", "đã cử 12 công chức đào tạo, bồi dưỡng",
         "không có công chức được cử đào tạo, bồi dưỡng"),
        ("Số TTHC được công bố, công khai đúng quy định", "TTHC", "đã công bố, công khai đúng quy định 12 TTHC",
         "không công bố, công khai đúng quy định TTHC"),
        ("Số kết quả giải quyết TTHC được số hóa", "Kết quả", "đã số hóa 12 kết quả giải quyết TTHC",
         "không số hóa kết quả giải quyết TTHC"),
        ("Số kế hoạch kiểm tra đã ban hành", "Kế hoạch", "đã ban hành 12 kế hoạch kiểm tra", "không ban hành kế hoạch kiểm tra"),
        ("Số báo cáo rà soát", "Báo cáo", "có 12 báo cáo rà soát", "không có báo cáo rà soát"),
        ("Số phiếu khảo sát", "Phiếu", "có 12 phiếu khảo sát", "không có phiếu khảo sát"),
        ("Số hồ sơ phải giải quyết", "Hồ sơ", "có 12 hồ sơ phải giải quyết", "không có hồ sơ phải giải quyết"),
    ],
)  # fmt: skip
def test_a_count_is_said_by_what_its_name_says_was_done(name: str, unit: str, some: str, none: str) -> None:
    told = [said(year([ONGOING], **measured((name, unit, "", value))), "the_che")[0] for value in (12, 0)]
    assert told == [f"Trong kỳ {some}.", f"Trong kỳ {none}."]


def test_a_year_target_of_which_there_is_none_yet_is_said_to_be_the_years() -> None:
    data = year([ONGOING], **measured(("Số sáng kiến được áp dụng", "Sáng kiến", "ít nhất 02 sáng kiến", 0)))
    assert said(data, "the_che") == ["Trong kỳ chưa có sáng kiến được áp dụng (mục tiêu cả năm ít nhất 02 sáng kiến)."]


def test_a_name_is_set_off_from_the_time_before_it() -> None:
    data = year([ONGOING], **measured(("Kinh phí đã sử dụng", "Triệu đồng", "", 40)))
    assert said(data, "the_che") == ["Trong kỳ, kinh phí đã sử dụng là 40 triệu đồng."]


def test_documents_of_one_kind_are_counted_once() -> None:
    plans = [entry(n, Word.DONE, document=f"Kế hoạch số 2{n}/KH-UBND ngày 0{n}/5/2023") for n in range(1, 6)]
    data = year([DUE_MAY] * 5, plans)
    assert said(data, "van_ban") == ["Trong kỳ đã ban hành 05 kế hoạch (danh mục tại Phụ lục II kèm theo)."]
    mixed = [*plans[1:], entry(1, Word.DONE, date(2023, 5, 4), document="Báo cáo số 30/BC-UBND ngày 04/5/2023")]
    assert "05 văn bản triển khai, gồm 04 kế hoạch và 01 báo cáo" in said(year([DUE_MAY] * 5, mixed), "van_ban")[0]
