"""Targets that a plan's sentences state."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.target_phrase import find_targets


def shown(text: str) -> list[str]:
    return [
        f"{s.name}: {s.target.comparator.value} {s.target.value}{s.target.unit}{' (hoặc)' if s.alternative else ''}"
        for s in find_targets(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hồ sơ chứng thực (tối thiểu 20% tổng số hồ sơ)", ["Tổng số hồ sơ: tối thiểu 20%"]),
        ("Tỷ lệ hồ sơ trễ hạn giảm xuống dưới 0,5%.", ["Tỷ lệ hồ sơ trễ hạn: dưới 0.5%"]),
        ("Mức độ hài lòng đạt trên 84%", ["Mức độ hài lòng: trên 84%"]),
        ("Công việc đúng hạn đạt từ 94% trở lên", ["Công việc đúng hạn: tối thiểu 94%"]),
        ("Sáng kiến được áp dụng (có ít nhất 02 sáng kiến)", ["Sáng kiến được áp dụng: tối thiểu 2"]),
        ("100% văn bản đi được ký số", ["Văn bản đi được ký số: tối thiểu 100%"]),
        (
            "Tỷ lệ trực tuyến đạt từ 25% trở lên (hoặc tỷ lệ của thủ tục công bố đạt từ 45% trở lên)",
            ["Tỷ lệ trực tuyến: tối thiểu 25%", "Tỷ lệ của thủ tục công bố: tối thiểu 45% (hoặc)"],
        ),
        (
            "Hồ sơ trễ hạn dưới 1,5%, riêng các lĩnh vực đất đai, xây dựng không quá 2%",
            ["Hồ sơ trễ hạn: dưới 1.5%", "Các lĩnh vực đất đai, xây dựng: không quá 2%"],
        ),
        (
            "- Tối thiểu 15% hồ sơ thanh toán trực tuyến.\n- Từ 5% trở lên hồ sơ qua bưu chính.",
            ["Hồ sơ thanh toán trực tuyến: tối thiểu 15%", "Hồ sơ qua bưu chính: tối thiểu 5%"],
        ),
        ("Tối thiểu 80% đơn vị có 100% hồ sơ đúng hạn", ["Đơn vị có 100% hồ sơ đúng hạn: tối thiểu 80%"]),
        ("Lớp tập huấn mở tối thiểu 02 lớp", ["Lớp tập huấn mở lớp: tối thiểu 2"]),
        ("Đơn thư kéo dài không quá 03 đơn", ["Đơn thư kéo dài đơn: không quá 3"]),
        ("Văn bản ban hành sai nhiều nhất 01 văn bản", ["Văn bản ban hành sai văn bản: không quá 1"]),
        ("Số thủ tục trực tuyến ≥ 20 thủ tục", ["Số thủ tục trực tuyến thủ tục: tối thiểu 20"]),
        ("Số thủ tục trực tuyến >= 20 thủ tục", ["Số thủ tục trực tuyến thủ tục: tối thiểu 20"]),
        ("Số đơn thư tồn đọng ≤ 3 đơn", ["Số đơn thư tồn đọng đơn: không quá 3"]),
        ("Số đơn thư tồn đọng <= 3 đơn", ["Số đơn thư tồn đọng đơn: không quá 3"]),
        ("Số đơn thư tồn đọng < 3 đơn", ["Số đơn thư tồn đọng đơn: dưới 3"]),
        ("Số tin bài đã đăng > 10 tin", ["Số tin bài đã đăng tin: trên 10"]),
        ("Số tin bài đã đăng từ 10 trở lên", ["Số tin bài đã đăng: tối thiểu 10"]),
        ("Số tin bài đã đăng từ 10 tin", []),
        ("Tập huấn (dành cho công chức mới) ít nhất 02 lớp", ["Tập huấn (dành cho công chức mới) lớp: tối thiểu 2"]),
        ("Xử lý không quá 08 giờ làm việc", []),
        ("Yêu cầu bổ sung tối đa 01 lần", []),
        ("TTHC trực tuyến mức độ 3, 4 theo TCVN ISO 9001:2015 trong năm 2023", []),
        ("Công văn số 20/UBND ngày 5/6/2023", []),
    ],
)
def test_a_target_its_name_and_its_comparator(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@given(st.text())
def test_any_text_gives_targets_only_of_its_own_figures(text: str) -> None:
    for stated in find_targets(text):
        assert stated.target.text in " ".join(text.split()) or stated.target.text in text
        assert stated.name or not text.strip()


@given(st.integers(1, 100), st.sampled_from(["tối thiểu", "trên", "dưới", "không quá", "ít nhất"]))
def test_every_percentage_after_a_comparator_is_found(figure: int, comparator: str) -> None:
    (stated,) = find_targets(f"Tỷ lệ hồ sơ đúng hạn đạt {comparator} {figure}%")
    assert stated.target.value == Decimal(figure)
