"""The bodies of a superior's papers: the round-up of its units, and the letter that chases those who sent nothing."""

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
    region_unless_empty,
    signature,
)

_CENTRED = '<w:jc w:val="center"/>'
_UNITS = (
    (720, "STT", "stt"),
    (2550, "Đơn vị", "ten"),
    (1000, "Tổng số nhiệm vụ", "tong"),
    (1150, "Hoàn thành đúng hạn", "dung_han"),
    (1150, "Hoàn thành quá hạn", "xong_cham"),
    (1150, "Quá hạn chưa hoàn thành", "qua_han"),
    (1000, "Đang thực hiện", "dang"),
    (1400, "Chưa đến hạn, khác", "cho"),
    (1000, "Chưa có báo cáo", "chua_bao"),
    (1150, "Hoàn thành/ đến hạn", "den_han"),
    (1000, "Tỷ lệ (%)", "ty_le"),
    (x.WIDE_TEXT_WIDTH - 13270, "Xếp thứ", "xep_thu"),
)
_STATISTICS = (
    (900, "STT", "stt"),
    (6000, "Chỉ tiêu thống kê", "chi_tieu"),
    (1700, "Đơn vị tính", "don_vi"),
    (1800, "Số liệu", "so_lieu"),
    (x.WIDE_TEXT_WIDTH - 10400, "Ghi chú", "ghi_chu"),
)
_LATE = (
    (680, "STT", "stt"),
    (2000, "Đơn vị", "don_vi"),
    (3600, "Nhiệm vụ", "nhiem_vu"),
    (2000, "Chủ trì", "chu_tri"),
    (1400, "Hạn", "han"),
    (2400, "Nguyên nhân", "nguyen_nhan"),
    (x.WIDE_TEXT_WIDTH - 12080, "Biện pháp, dự kiến hoàn thành", "bien_phap"),
)
_OWN = (
    (640, "STT", "stt"),
    (3000, "Nhiệm vụ", "nhiem_vu"),
    (1500, "Tiến độ", "tien_do"),
    (1500, "Chủ trì", "chu_tri"),
    (2700, "Kết quả thực hiện", "ket_qua"),
    (1300, "Tình trạng", "tinh_trang"),
    (x.WIDE_TEXT_WIDTH - 10640, "Kết quả của các đơn vị", "don_vi"),
)


def round_up() -> str:
    """Return document.xml of the round-up: body, units, statistics; late tasks and the superior's own plan if any."""
    regions = x.Regions()
    region = regions.of_paragraphs
    body = (
        heading()
        + x.paragraph("NoiDung", "{{ mo_dau }}", properties=AFTER_HEADING)
        + own_words("mo_dau")
        + x.paragraph("TieuDeMuc", "I. TÌNH HÌNH GỬI BÁO CÁO")
        + region("tinh-hinh-gui", "Tình hình gửi báo cáo", "tinh_hinh_gui")
        + own_words("chi_dao")
        + x.paragraph("TieuDeMuc", "II. KẾT QUẢ THỰC HIỆN")
        + x.paragraph("TieuDeKhoan", "1. Kết quả chung")
        + region("tong-hop", "Tổng hợp", "tong_hop")
        + x.tag("if bieu_do_don_vi")
        + _chart("bieu_do_don_vi")
        + x.tag("endif")
        + x.paragraph("TieuDeKhoan", "2. Kết quả theo lĩnh vực")
        + region("linh-vuc", "Kết quả theo lĩnh vực", "linh_vuc")
        + x.tag("if bieu_do_linh_vuc")
        + _chart("bieu_do_linh_vuc")
        + x.tag("endif")
        + x.paragraph("TieuDeKhoan", "3. Chỉ tiêu")
        + region("chi-tieu", "Chỉ tiêu", "chi_tieu")
        + x.tag("if cap_minh")
        + x.paragraph("TieuDeKhoan", "4. Nhiệm vụ của {{ don_vi_gon }}")
        + region("cap-minh", "Nhiệm vụ của cấp tổng hợp", "cap_minh")
        + x.tag("endif")
        + own_words("ket_qua")
        + x.paragraph("TieuDeMuc", "III. TỒN TẠI, HẠN CHẾ")
        + region("qua-han", "Nhiệm vụ quá hạn", "qua_han")
        + own_words("ton_tai")
        + x.paragraph("TieuDeMuc", "IV. KHÓ KHĂN, VƯỚNG MẮC")
        + region_unless_empty(regions, "kho-khan", "Khó khăn, vướng mắc", "kho_khan")
        + own_words("kho_khan")
        + x.paragraph("TieuDeMuc", "V. NHIỆM VỤ TRỌNG TÂM {{ ky_toi|upper }}")
        + own_words("phuong_huong")
        + region("nhiem-vu-toi", "Nhiệm vụ kỳ tới", "nhiem_vu_toi")
        + x.paragraph("TieuDeMuc", "VI. KIẾN NGHỊ, ĐỀ XUẤT")
        + region_unless_empty(regions, "kien-nghi", "Kiến nghị, đề xuất", "kien_nghi")
        + own_words("kien_nghi")
        + x.paragraph("NoiDung", "{{ ket_thuc }}", properties=WITH_SIGNATURE)
        + signature()
        + x.section_break()
        + _units_appendix(regions)
        + x.section_break(wide=True)
        + _statistics_appendix(regions)
        + x.tag("if bang_qua_han")
        + x.section_break(wide=True)
        + _appendix(regions, "phu-luc-qua-han", "Phụ lục nhiệm vụ quá hạn", "qua_han", _LATE, "bang_qua_han")
        + x.tag("endif")
        + x.tag("if bang_cap_minh")
        + x.section_break(wide=True)
        + _own_appendix(regions)
        + x.tag("endif")
    )
    return x.document(body, x.section(wide=True))


def _chart(variable: str) -> str:
    return x.paragraph("BangGiua", f"{{{{ {variable} }}}}")


def _table(columns: tuple[tuple[int, str, str], ...], rows: str) -> str:
    widths = tuple(width for width, _, _ in columns)
    header = header_row(widths, tuple(label for _, label, _ in columns))
    return x.table(widths, header + rows + x.end_row(len(widths), sum(widths)), borders=True)


def _bold_or_plain(columns: tuple[tuple[int, str, str], ...], styles: tuple[str, ...]) -> str:
    """A row in bold where `hang.dam` says so: groups and totals."""
    widths = tuple(width for width, _, _ in columns)
    texts = [f"{{{{ hang.{name} }}}}" for _, _, name in columns]
    bold = "".join(
        x.cell(w, x.paragraph("BangMuc", t, properties=_CENTRED if s == "BangGiua" else ""))
        for w, t, s in zip(widths, texts, styles, strict=True)
    )
    width = sum(widths)
    return (
        x.tag_row("if hang.dam", len(widths), width)
        + x.row(bold)
        + x.tag_row("else", len(widths), width)
        + x.row(cells(widths, texts, styles))
        + x.tag_row("endif", len(widths), width)
    )


def _units_appendix(regions: x.Regions) -> str:
    widths = tuple(width for width, _, _ in _UNITS)
    styles = ("BangGiua", "BangChu", *["BangGiua"] * 10)
    rows = loop_rows("hang in bang_don_vi", _bold_or_plain(_UNITS, styles), widths)
    opening, ending = appendix_heading(regions, "phu-luc-don-vi", "don_vi", "{{ tieu_de_phu_luc_don_vi }}")
    return regions.control("phu-luc-don-vi", "Phụ lục các đơn vị", opening + _table(_UNITS, rows) + ending)


def _statistics_appendix(regions: x.Regions) -> str:
    widths = tuple(width for width, _, _ in _STATISTICS)
    styles = ("BangGiua", "BangChu", "BangGiua", "BangGiua", "BangChu")
    rows = loop_rows("hang in bang_thong_ke", _bold_or_plain(_STATISTICS, styles), widths)
    opening, ending = appendix_heading(regions, "phu-luc-thong-ke", "thong_ke", "{{ tieu_de_phu_luc_thong_ke }}")
    return regions.control("phu-luc-thong-ke", "Phụ lục thống kê", opening + _table(_STATISTICS, rows) + ending)


def _appendix(
    regions: x.Regions, name: str, title: str, variable: str, columns: tuple[tuple[int, str, str], ...], rows: str
) -> str:
    widths = tuple(width for width, _, _ in columns)
    row = x.row(cells(widths, [f"{{{{ hang.{c} }}}}" for _, _, c in columns]))
    table = _table(columns, loop_rows(f"hang in {rows}", row, widths))
    opening, ending = appendix_heading(regions, name, variable, f"{{{{ tieu_de_phu_luc_{variable} }}}}")
    return regions.control(name, title, opening + table + ending)


def _own_appendix(regions: x.Regions) -> str:
    widths = tuple(width for width, _, _ in _OWN)
    section = x.row(
        x.cell(widths[0], x.paragraph("BangMuc", "{{ muc.stt }}", properties=_CENTRED))
        + x.cell(sum(widths[1:]), x.paragraph("BangMuc", "{{ muc.ten }}"), span=len(widths) - 1)
    )
    row = x.row(cells(widths, [f"{{{{ hang.{c} }}}}" for _, _, c in _OWN]))
    rows = loop_rows("muc in bang_cap_minh", section + loop_rows("hang in muc.hang", row, widths), widths)
    opening, ending = appendix_heading(regions, "phu-luc-cap-minh", "cap_minh", "{{ tieu_de_phu_luc_cap_minh }}")
    return regions.control(
        "phu-luc-cap-minh", "Phụ lục nhiệm vụ của cấp tổng hợp", opening + _table(_OWN, rows) + ending
    )


def chasing_letter() -> str:
    """Return document.xml of the công văn to the units that have not sent their report: no tên loại, V/v below the
    number (Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.5)."""
    regions = x.Regions()
    body = (
        heading("")
        + regions.of_paragraphs("noi-dung", "Nội dung", "noi_dung")
        + x.paragraph("NoiDung", "{{ ket_thuc }}", properties=WITH_SIGNATURE)
        + signature()
    )
    return x.document(body, x.section())
