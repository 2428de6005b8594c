"""Phụ lục I, Phần I, mục III.1: appendices."""

from __future__ import annotations

from generator.law.rule import BOLD, CENTRED, ITALIC, LOWER, PL1, PL3, UPPER, UPRIGHT, form, look, size

_B, _C = PL1 + "III.1.b", PL1 + "III.1.c"

RULES = (
    form(
        "phu_luc.mentioned",
        PL1 + "III.1.a",
        "Trong văn bản có chỉ dẫn về phụ lục kèm theo",
        "phu_luc",
        "nhắc đến phụ lục trong nội dung",
    ),
    form(
        "phu_luc.number",
        PL1 + "III.1.a",
        "Từ hai phụ lục trở lên thì đánh số thứ tự bằng chữ số La Mã",
        "phu_luc",
        "Phụ lục I, Phụ lục II",
    ),
    form("phu_luc.own_line", _B, "Từ “Phụ lục” và số thứ tự thành một dòng riêng", "phu_luc", "dòng riêng: Phụ lục I"),
    size("phu_luc.size", _B, "Từ “Phụ lục”", "phu_luc", 14, 14, 14),
    *look("phu_luc.", _B, "Từ “Phụ lục” và số thứ tự", "phu_luc", LOWER, BOLD, UPRIGHT, CENTRED),
    size("phu_luc.title_size", _B, "Tên phụ lục", "phu_luc_ten", 13, 14, 14),
    *look("phu_luc.title_", _B, "Tên phụ lục", "phu_luc_ten", UPPER, BOLD, UPRIGHT, CENTRED),
    form(
        "phu_luc.reference",
        _C,
        "Dưới tên phụ lục có thông tin chỉ dẫn kèm theo văn bản",
        "phu_luc",
        "(Kèm theo … số … ngày … tháng … năm … của …)",
    ),
    form(
        "phu_luc.reference_form",
        _C,
        "Thông tin kèm theo gồm số, ký hiệu, thời gian và cơ quan ban hành",
        "phu_luc_kem_theo",
        "số … ngày … tháng … năm … của …",
    ),
    form(
        "phu_luc.reference_same",
        _C,
        "Thông tin kèm theo đúng số và ngày của văn bản",
        "phu_luc_kem_theo",
        "như ở đầu văn bản",
    ),
    form(
        "phu_luc.real_date",
        _C,
        "Ngày trong thông tin kèm theo là ngày có thật",
        "phu_luc_kem_theo",
        "ngày có trong lịch",
    ),
    size("phu_luc.reference_size", _C, "(Kèm theo …)", "phu_luc_kem_theo", 13, 14, 13),
    *look("phu_luc.reference_", _C, "(Kèm theo …)", "phu_luc_kem_theo", LOWER, ITALIC, CENTRED),
    form(
        "phu_luc.rule_line",
        PL3 + "mẫu 2.1",
        "Dưới thông tin kèm theo có đường kẻ ngang",
        "phu_luc_kem_theo",
        "có đường kẻ",
        advice=True,
    ),
    form("phu_luc.end_mark", PL3 + "mẫu 2.1", "Phụ lục kết thúc bằng dấu “./.”", "phu_luc", "./.", advice=True),
)
