"""The body of the report on quality objectives: what is reached, why not, and a landscape table of all of them."""

from __future__ import annotations

from templates.builder import template_xml as x
from templates.builder.template_bodies import (
    AFTER_HEADING,
    WITH_SIGNATURE,
    appendix_heading,
    cells,
    header_row,
    heading,
    loop_rows,
    own_words,
    signature,
)

_COLUMNS = (
    (640, "STT", "stt"),
    (2750, "Mục tiêu", "muc_tieu"),
    (2000, "Cách đo lường", "cach_do"),
    (1400, "Chỉ tiêu", "chi_tieu"),
    (2050, "Kết quả", "ket_qua"),
    (1050, "Đánh giá", "danh_gia"),
    (1450, "Nguyên nhân", "nguyen_nhan"),
    (1450, "Hành động khắc phục", "khac_phuc"),
    (x.WIDE_TEXT_WIDTH - 12790, "Bộ phận", "bo_phan"),
)
_NAME, _TARGET, _WHOLE, _WAY = 3400, 1500, 1000, 900
_MONTHS = x.WIDE_TEXT_WIDTH - _NAME - _TARGET - _WHOLE - _WAY


def objectives() -> str:
    """Return document.xml of the report."""
    regions = x.Regions()
    region = regions.of_paragraphs
    body = (
        heading()
        + x.paragraph("NoiDung", "{{ mo_dau }}", properties=AFTER_HEADING)
        + own_words("mo_dau")
        + x.paragraph("TieuDeMuc", "I. KẾT QUẢ THỰC HIỆN")
        + region("tong-hop", "Tổng hợp", "tong_hop")
        + region("tung-muc-tieu", "Từng mục tiêu", "tung_muc_tieu")
        + x.tag("if bieu_do_dien_bien")
        + x.paragraph("BangGiua", "{{ bieu_do_dien_bien }}")
        + x.tag("endif")
        + own_words("ket_qua")
        + x.paragraph("TieuDeMuc", "II. MỤC TIÊU CHƯA ĐẠT, NGUYÊN NHÂN VÀ HÀNH ĐỘNG KHẮC PHỤC")
        + region("chua-dat", "Mục tiêu chưa đạt", "chua_dat")
        + own_words("ton_tai")
        + x.paragraph("TieuDeMuc", "III. PHƯƠNG HƯỚNG {{ ky_toi|upper }}")
        + own_words("phuong_huong")
        + region("nhiem-vu-toi", "Nhiệm vụ kỳ tới", "nhiem_vu_toi")
        + own_words("kien_nghi")
        + x.paragraph("NoiDung", "{{ ket_thuc }}", properties=WITH_SIGNATURE)
        + signature()
        + x.section_break()
        + _appendix(regions)
        + x.tag("if bang_dien_bien and cac_thang")
        + x.section_break(wide=True)
        + _trend(regions)
        + x.tag("endif")
    )
    return x.document(body, x.section(wide=True))


def _appendix(regions: x.Regions) -> str:
    widths = tuple(width for width, _, _ in _COLUMNS)
    row = x.row(cells(widths, [f"{{{{ hang.{name} }}}}" for _, _, name in _COLUMNS]))
    header = header_row(widths, tuple(label for _, label, _ in _COLUMNS))
    rows = header + loop_rows("hang in bang_muc_tieu", row, widths)
    opening, ending = appendix_heading(regions, "phu-luc-muc-tieu", "muc_tieu", "{{ tieu_de_phu_luc_muc_tieu }}")
    table = x.table(widths, rows + x.end_row(len(widths), sum(widths)), borders=True)
    return regions.control("phu-luc-muc-tieu", "Phụ lục mục tiêu", opening + table + ending)


def _trend(regions: x.Regions) -> str:
    """A row for each measure; its months stand in one cell, a month a word, so that any number of them fits."""
    widths = (_NAME, _TARGET, _MONTHS, _WHOLE, _WAY)
    value = "T{{ t }}: {{ hang.gia_tri[loop.index0] or '-' }}{{ '' if loop.last else '; ' }}"
    months = f"{{% for t in cac_thang %}}{value}{{% endfor %}}"
    texts = ["{{ hang.ten }}", "{{ hang.muc_tieu }}", months, "{{ hang.ca_ky }}", "{{ hang.chieu }}"]
    styles = ("BangChu", "BangGiua", "BangChu", "BangGiua", "BangGiua")
    header = header_row(widths, ("Chỉ số đo", "Mục tiêu", "Từng tháng", "Từ đầu năm", "Chiều"))
    rows = header + loop_rows("hang in bang_dien_bien", x.row(cells(widths, texts, styles)), widths)
    opening, ending = appendix_heading(regions, "phu-luc-dien-bien", "dien_bien", "{{ tieu_de_phu_luc_dien_bien }}")
    table = x.table(widths, rows + x.end_row(len(widths), sum(widths)), borders=True)
    return regions.control("phu-luc-dien-bien", "Phụ lục diễn biến", opening + table + ending)
