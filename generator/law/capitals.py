"""Phụ lục II: the rules of capital letters that can be judged without guessing what a word means."""

from __future__ import annotations

from generator.law.rule import PL2, form

RULES = (
    form(
        "viet_hoa.dau_cau", PL2 + "mục I", "Viết hoa chữ cái đầu câu và khi xuống dòng", "body", "viết hoa", advice=True
    ),
    form(
        "viet_hoa.don_vi_so", PL2 + "III.1.b", "Viết hoa cả danh từ chung khi tên là chữ số", "body", "Quận 1, Phường 5"
    ),
    form(
        "viet_hoa.don_vi_ten",
        PL2 + "III.1.a",
        "Không viết hoa danh từ chung đứng trước tên riêng của đơn vị hành chính",
        "body",
        "tỉnh Khánh Hòa, phường Phước Hải",
        advice=True,
    ),
    form(
        "viet_hoa.dac_biet",
        PL2 + "III.1.c",
        "Viết hoa đặc biệt: Thủ đô Hà Nội, Thành phố Hồ Chí Minh",
        "body",
        "Thủ đô Hà Nội, Thành phố Hồ Chí Minh",
    ),
    form(
        "viet_hoa.co_quan",
        PL2 + "IV.1.a",
        "Viết hoa chữ cái đầu của cụm từ chỉ loại hình cơ quan",
        "body",
        "Ủy ban nhân dân, Hội đồng nhân dân",
    ),
    form("viet_hoa.van_ban", PL2 + "V.6", "Viết hoa tên loại của văn bản cụ thể", "body", "Nghị định số 30/2020/NĐ-CP"),
    form(
        "viet_hoa.vien_dan",
        PL2 + "V.7",
        "Viện dẫn: viết hoa Phần, Chương, Mục, Điều; không viết hoa khoản, điểm",
        "body",
        "điểm a khoản 2 Điều 103",
    ),
    form("viet_hoa.tet", PL2 + "V.8.b", "Viết đúng tên ngày tết", "body", "tết Nguyên đán, tết Trung thu"),
)
