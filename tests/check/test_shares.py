"""A percentage is compared with the counts beside it only when it cannot be meant otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.agreement.shares import stated_shares


def doubts(text: str) -> list[str]:
    return [share.doubt for share in stated_shares(text) if share.doubt]


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thành 90/120 nhiệm vụ, đạt 85%.",
        "Hoàn thành 90/120 nhiệm vụ, đạt tỷ lệ 85%; còn lại đang thực hiện.",
        "Đã hoàn thành 90/120 nhiệm vụ đạt 85%.",
        "90/120 nhiệm vụ hoàn thành (85%), tăng 5% so với cùng kỳ.",
        "90/120 nhiệm vụ (chiếm tỉ lệ 85 %)",
        "90/120 đơn vị chiếm 85%",
        "Hoàn thành 90 trên tổng số 120 nhiệm vụ, đạt 85%.",
        "Hoàn thành 90 nhiệm vụ trong tổng số 120 nhiệm vụ được giao, đạt 85%.",
        "Hoàn thành 90 trên 120 nhiệm vụ, tương ứng 85%.",
        "90/120 nhiệm vụ, đạt 85% kế hoạch.",
        "90/120 (85%)",
    ],
)
def test_a_wrong_percentage_is_told(text: str) -> None:
    assert doubts(text) == ["90/120 là 75%"]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("giải quyết 1.247/1.300 hồ sơ, đạt 96,9%", "1.247/1.300 là 95,9%"),
        ("130/120 lượt, đạt 105%", "130/120 là 108,3%"),
        ("17/62 nhiệm vụ (27.5%)", "17/62 là 27,4%"),
        ("199/200 hồ sơ, đạt 100%", "199/200 là 99,5%"),
        ("9999/10000 hồ sơ, đạt 100,0%", "9999/10000 là 99,99%"),
        ("01/250 hồ sơ, đạt 0%", "01/250 là 0,4%"),
        ("2/3 nhiệm vụ, đạt 66%", "2/3 là 66,7%"),
        ("2/3 nhiệm vụ, đạt 66,68%", "2/3 là 66,67%"),
    ],
)
def test_the_right_percentage_is_shown_as_reports_write_it(text: str, doubt: str) -> None:
    assert doubts(text) == [doubt]


@pytest.mark.parametrize(
    "text",
    [
        "Có 20/27 phường đạt 100%; 20/27 phường, xã đạt tỷ lệ 100%.",
        "17/62 nhiệm vụ, trong đó 12 nhiệm vụ (70,6%).",
        "120/125 hồ sơ, trong đó trực tuyến, đạt 90%.",
        "120/125 hồ sơ, tỷ lệ hồ sơ trực tuyến đạt 90%.",
        "120/125 hồ sơ, tăng 5% so với cùng kỳ.",
        "Tổ chức 3/4 cuộc kiểm tra, đạt 100% kế hoạch 6 tháng.",
        "Thực hiện 90/120 nhiệm vụ đạt 85% khối lượng.",
        "80/100 phiếu hài lòng (đạt 90% trở lên).",
        "5/10 đơn vị (trong đó 3 đơn vị đạt 100%).",
        "Dịp 26/3 các đơn vị ra quân, đạt 100%. Ngày 15/3 báo cáo, đạt 90%.",
        "12 bài trên 3 trang thông tin, đạt 100%.",
        "Kế hoạch số 12/35 của phường, đạt 100%; Quý I/2023, đạt 90%.",
        "0/0 nhiệm vụ, đạt 100%.",
    ],
)
def test_a_percentage_of_something_else_is_left_alone(text: str) -> None:
    assert doubts(text) == []


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(0, 2))
def test_a_percentage_rounded_or_cut_off_after_the_comma_agrees(part: int, whole: int, digits: int) -> None:
    rounded = f"{part / whole * 100:.{digits}f}".replace(".", ",")
    exact = float(rounded.replace(",", ".")) == part / whole * 100
    if len(rounded.split(",")[0]) < 4 and (exact or float(rounded.replace(",", ".")) not in (0, 100)):
        assert doubts(f"Hoàn thành {part}/{whole} nhiệm vụ, đạt {rounded}%.") == []
        ten_more = f"{part / whole * 100 + 10:.{digits}f}".replace(".", ",")
        if len(ten_more.split(",")[0]) < 4:
            assert len(doubts(f"Hoàn thành {part}/{whole} nhiệm vụ, đạt {ten_more}%.")) == 1
