"""Titles: what reads badly on two lines stays on one."""

import pytest

from generator.domain.unit import ReportTerms, Unit
from generator.domain.unit_year import UnitYear
from tests.reporting.years import DUE_NOVEMBER, said, year


def shown(part: str, data: UnitYear, **more: str) -> str:
    """The title with "~" for each place where its line cannot end."""
    return said(data, part, **more).replace("\N{NO-BREAK SPACE}", "~")


@pytest.mark.parametrize(
    ("part", "period", "title"),
    [
        (
            "trich_yeu",
            "2023-H1",
            "Công tác cải cách hành chính 6~tháng~đầu~năm và phương hướng, nhiệm~vụ 6~tháng~cuối~năm~2023",
        ),
        ("trich_yeu", "2023", "Công tác cải cách hành chính năm~2023 và phương hướng, nhiệm~vụ năm~2024"),
        ("trich_yeu", "2023-06", "Công tác cải cách hành chính tháng~6 và phương hướng, nhiệm~vụ tháng~7 năm~2023"),
        ("tieu_de_phu_luc_thong_ke", "2023-Q3", "THỐNG KÊ SỐ LIỆU CẢI CÁCH HÀNH CHÍNH QUÝ~III NĂM~2023"),
        ("tieu_de_phu_luc_nhiem_vu", "2023-H1", "KẾT QUẢ THỰC HIỆN CÁC NHIỆM~VỤ CỦA KẾ~HOẠCH SỐ~567/KH-UBND"),
        ("tieu_de_phu_luc_qua_han", "2023-H1", "NHIỆM~VỤ QUÁ HẠN ĐẾN NGÀY~13/6/2023"),
    ],
)
def test_words_that_belong_together_stay_on_one_line(part, period, title):
    assert shown(part, year([DUE_NOVEMBER]), period=period) == title


def test_a_title_that_was_typed_keeps_its_own_blanks():
    unit = Unit(code="a", terms_by_kind={"": ReportTerms(subject="Kết quả các nhiệm vụ năm 2023, {ky}")})
    data = UnitYear(unit, year([DUE_NOVEMBER]).plan)
    assert shown("trich_yeu", data) == "Kết quả các nhiệm vụ năm 2023, 6~tháng~đầu~năm~2023"
