"""Nghị định 30/2020/NĐ-CP, Phụ lục I, as one table. No other module holds a legal number.

Lengths are in millimetres or points as `unit` says. `default` is what our own documents use, within `allowed`;
where the decree's sample table (mục V) shows a size, that is the default.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Between:
    """Both ends allowed."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Rule:
    """One measurable rule. `allowed` is a Between or a tuple of values; `elements` are what it speaks of."""

    id: str
    clause: str
    statement: str
    elements: tuple[str, ...]
    allowed: Between | tuple[Any, ...]
    default: Any
    unit: str = ""
    fixable: bool = False


_I = "Phụ lục I, Phần I, "

_ALL = (
    Rule("page.width", _I + "I.1", "Khổ giấy A4, rộng 210 mm", ("page",), (210,), 210, "mm", True),
    Rule("page.height", _I + "I.1", "Khổ giấy A4, dài 297 mm", ("page",), (297,), 297, "mm", True),
    Rule("page.margin.top", _I + "I.3", "Lề trên 20 - 25 mm", ("page",), Between(20, 25), 20, "mm", True),
    Rule("page.margin.bottom", _I + "I.3", "Lề dưới 20 - 25 mm", ("page",), Between(20, 25), 20, "mm", True),
    Rule("page.margin.left", _I + "I.3", "Lề trái 30 - 35 mm", ("page",), Between(30, 35), 30, "mm", True),
    Rule("page.margin.right", _I + "I.3", "Lề phải 15 - 20 mm", ("page",), Between(15, 20), 15, "mm", True),
    Rule(
        "page.font",
        _I + "I.4",
        "Phông chữ Times New Roman",
        ("page",),
        ("Times New Roman",),
        "Times New Roman",
        "",
        True,
    ),
    Rule("page_number.size", _I + "I.7", "Số trang cỡ 13 đến 14", ("page_number",), Between(13, 14), 14, "pt", True),
    Rule("quoc_hieu.size", _I + "II.1.a", "Quốc hiệu cỡ 12 đến 13", ("quoc_hieu",), Between(12, 13), 12, "pt", True),
    Rule("tieu_ngu.size", _I + "II.1.b", "Tiêu ngữ cỡ 13 đến 14", ("tieu_ngu",), Between(13, 14), 13, "pt", True),
    Rule("tieu_ngu.rule_line", _I + "II.1.b", "Đường kẻ dài bằng dòng chữ", ("tieu_ngu",), (1.0,), "bằng", "", True),
    Rule(
        "co_quan_chu_quan.size",
        _I + "II.2.b",
        "Cơ quan chủ quản cỡ 12 đến 13",
        ("co_quan_chu_quan",),
        Between(12, 13),
        12,
        "pt",
        True,
    ),
    Rule("co_quan.size", _I + "II.2.b", "Cơ quan ban hành cỡ 12 đến 13", ("co_quan",), Between(12, 13), 12, "pt", True),
    Rule(
        "co_quan.rule_line",
        _I + "II.2.b",
        "Đường kẻ bằng 1/3 đến 1/2 dòng chữ",
        ("co_quan",),
        Between(1 / 3, 1 / 2),
        "2/5",
        "",
        True,
    ),
    Rule("so_ky_hieu.size", _I + "II.3.c", "Số, ký hiệu cỡ 13", ("so_ky_hieu",), (13,), 13, "pt", True),
    Rule(
        "dia_danh.size",
        _I + "II.4.c",
        "Địa danh, ngày tháng cỡ 13 đến 14",
        ("dia_danh",),
        Between(13, 14),
        13,
        "pt",
        True,
    ),
    Rule("ten_loai.size", _I + "II.5.b", "Tên loại cỡ 13 đến 14", ("ten_loai",), Between(13, 14), 14, "pt", True),
    Rule("trich_yeu.size", _I + "II.5.b", "Trích yếu cỡ 13 đến 14", ("trich_yeu",), Between(13, 14), 14, "pt", True),
    Rule(
        "trich_yeu.rule_line",
        _I + "II.5.b",
        "Đường kẻ bằng 1/3 đến 1/2 dòng chữ",
        ("trich_yeu",),
        Between(1 / 3, 1 / 2),
        "2/5",
        "",
        True,
    ),
    Rule("body.size", _I + "II.6.e", "Nội dung cỡ 13 đến 14", ("body",), Between(13, 14), 14, "pt", True),
    Rule(
        "body.first_line",
        _I + "II.6.e",
        "Chữ đầu dòng lùi vào 10 hoặc 12,7 mm",
        ("body",),
        (10, 12.7),
        12.7,
        "mm",
        True,
    ),
    Rule("body.space", _I + "II.6.e", "Các đoạn cách nhau tối thiểu 6 pt", ("body",), Between(6, 1584), 6, "pt", True),
    Rule(
        "body.line_spacing", _I + "II.6.e", "Giãn dòng từ đơn đến 1,5", ("body",), Between(1, 1.5), 1.0, "lines", True
    ),
    Rule(
        "chuc_vu.size", _I + "II.7.đ", "Quyền hạn, chức vụ cỡ 13 đến 14", ("chuc_vu",), Between(13, 14), 14, "pt", True
    ),
    Rule("ho_ten.size", _I + "II.7.đ", "Họ tên cỡ 13 đến 14", ("ho_ten",), Between(13, 14), 14, "pt", True),
    Rule("kinh_gui.size", _I + "II.9.d", "Kính gửi cỡ 13 đến 14", ("kinh_gui",), Between(13, 14), 14, "pt", True),
    Rule("noi_nhan.label_size", _I + "II.9.d", "“Nơi nhận:” cỡ 12", ("noi_nhan",), (12,), 12, "pt", True),
    Rule("noi_nhan.list_size", _I + "II.9.d", "Danh sách nơi nhận cỡ 11", ("noi_nhan",), (11,), 11, "pt", True),
    Rule("table.size", _I + "II.6.e", "Chữ trong bảng cỡ 13 đến 14", ("table",), Between(13, 14), 13, "pt", True),
    Rule("phu_luc.size", _I + "III.1.b", "Từ “Phụ lục” cỡ 14", ("phu_luc",), (14,), 14, "pt", True),
    Rule(
        "phu_luc.title_size", _I + "III.1.b", "Tên phụ lục cỡ 13 đến 14", ("phu_luc",), Between(13, 14), 14, "pt", True
    ),
    Rule(
        "phu_luc.reference_size",
        _I + "III.1.c",
        "(Kèm theo …) cỡ 13 đến 14",
        ("phu_luc",),
        Between(13, 14),
        13,
        "pt",
        True,
    ),
)

RULES: dict[str, Rule] = {rule.id: rule for rule in _ALL}


def default(rule_id: str) -> Any:
    """Return the value our own documents use for a rule."""
    return RULES[rule_id].default
