"""Phụ lục I, Phần I, mục I: paper, margins, type, page numbers."""

from __future__ import annotations

from generator.law.rule import ADVICE, CENTRED, PL1, UPRIGHT, Between, Rule, form, look, size


def _paper(side: str, words: str, length: int) -> Rule:
    statement = f"Khổ giấy A4, {words} {length} mm"
    return Rule(f"page.{side}", PL1 + "I.1", statement, ("page",), (length,), length, "mm", True, tolerance=0.5)


def _margin(side: str, words: str, low: int, high: int) -> Rule:
    statement = f"Lề {words} {low} - {high} mm"
    allowed = Between(low, high)
    return Rule(f"page.margin.{side}", PL1 + "I.3", statement, ("page",), allowed, low, "mm", True, tolerance=0.1)


RULES = (
    _paper("width", "rộng", 210),
    _paper("height", "dài", 297),
    form(
        "page.orientation",
        PL1 + "I.2",
        "Trình bày theo chiều dài của khổ A4; chỉ trang có bảng, biểu hoặc phụ lục được trình bày theo chiều rộng",
        "page",
        "giấy dọc",
    ),
    _margin("top", "trên", 20, 25),
    _margin("bottom", "dưới", 20, 25),
    _margin("left", "trái", 30, 35),
    _margin("right", "phải", 15, 20),
    Rule(
        "page.font",
        PL1 + "I.4",
        "Phông chữ Times New Roman",
        ("page",),
        ("Times New Roman",),
        "Times New Roman",
        fixable=True,
    ),
    form("page.unicode", PL1 + "I.4", "Bộ mã ký tự Unicode", "page", "phông chữ Unicode, không dùng .VnTime, VNI"),
    form("page.color", PL1 + "I.4", "Chữ màu đen", "page", "màu đen"),
    form(
        "page_number.shown",
        PL1 + "I.7",
        "Có số trang từ trang thứ hai",
        "page_number",
        "có số trang ở đầu trang",
        fixable=True,
    ),
    form(
        "page_number.place",
        PL1 + "I.7",
        "Số trang đặt trong phần lề trên",
        "page_number",
        "phần lề trên (header)",
        fixable=True,
    ),
    form("page_number.bare", PL1 + "I.7", "Số trang chỉ gồm chữ số", "page_number", "chỉ có chữ số", advice=True),
    size("page_number.size", PL1 + "I.7", "Số trang", "page_number", 13, 14, 14),
    *look("page_number.", PL1 + "I.7", "Số trang", "page_number", UPRIGHT),
    Rule(
        "page_number.align",
        PL1 + "I.7",
        "Số trang canh giữa theo chiều ngang",
        ("page_number",),
        (CENTRED,),
        CENTRED,
        fixable=True,
        measure="align",
    ),
    form("page_number.arabic", PL1 + "I.7", "Số trang bằng chữ số Ả Rập", "page_number", "1, 2, 3", fixable=True),
    form(
        "page_number.first_hidden",
        PL1 + "I.7",
        "Không hiển thị số trang thứ nhất",
        "page_number",
        "trang đầu không có số trang",
        fixable=True,
    ),
    form("page_number.start", PL1 + "I.7", "Số trang đánh từ số 1", "page_number", "bắt đầu từ 1", fixable=True),
    form(
        "page_number.appendix_restart",
        PL1 + "III.1.đ",
        "Số trang của từng phụ lục được đánh riêng",
        "phu_luc",
        "mỗi phụ lục là một phần (section) đánh số lại từ 1",
        fixable=True,
    ),
    Rule(
        "page_number.appendix_first_hidden",
        PL1 + "I.7 và III.1.đ",
        "Không hiển thị số trang thứ nhất của phụ lục",
        ("phu_luc",),
        ("trang đầu không có số trang",),
        "trang đầu không có số trang",
        fixable=True,
        severity=ADVICE,
    ),
)
