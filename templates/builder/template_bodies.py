"""The bodies of the packaged templates: what stands in a report, part by part, in the decree's order."""

from __future__ import annotations

from generator.word.lengths import twips
from templates.builder import template_xml as x

_LEFT, _RIGHT = 3968, x.TEXT_WIDTH - 3968


#: Between the number of a công văn and what it is about.
_BELOW_NUMBER = f'<w:spacing w:before="{twips(6)}"/>'

#: Headings of part I that a unit may answer for, with the names of their regions.
TOPICS = {
    "kiem_tra": "Kiểm tra",
    "tuyen_truyen": "Tuyên truyền",
    "sang_kien": "Sáng kiến",
    "cap_tren_giao": "Nhiệm vụ cấp trên giao",
    "khao_sat": "Khảo sát hài lòng",
    "doi_thoai": "Đối thoại",
}
#: Air between the addressee, or the title, and the first words of the report.
AFTER_HEADING = f'<w:spacing w:before="{twips(12)}"/>'
_CENTRED = '<w:jc w:val="center"/>'
_SIX_POINTS = f'<w:spacing w:before="0" w:after="0" w:line="{twips(6)}" w:lineRule="exact"/>'
#: The last paragraph stays on the page of the signature.
WITH_SIGNATURE = f'<w:keepNext/><w:keepLines/><w:spacing w:after="{twips(12)}"/>'


def heading(document_type: str = "BÁO CÁO") -> str:
    """Ô số 1 - 5a and 9a of the decree's diagram (Phụ lục I, Phần I, IV). Without a tên loại it is a công văn: its
    trích yếu stands below the number (ô số 5b)."""
    superior = x.tag("for dong in co_quan_chu_quan") + x.paragraph("CoQuanChuQuan", "{{ dong }}") + x.tag("endfor")
    agency = x.tag("for dong in co_quan") + x.paragraph("CoQuan", "{{ dong }}") + x.tag("endfor")
    names = x.row(
        x.cell(_LEFT, superior + agency + x.rule_line("KeNgan"))
        + x.cell(
            _RIGHT,
            x.paragraph("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            + x.paragraph("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
            + x.rule_line("KeBang"),
        )
    )
    about = "" if document_type else x.paragraph("SoKyHieu", "{{ trich_yeu }}", properties=_BELOW_NUMBER)
    number = x.row(
        x.cell(_LEFT, x.paragraph("SoKyHieu", "{{ so_ky_hieu }}") + about)
        + x.cell(_RIGHT, x.paragraph("DiaDanh", "{{ dia_danh_ngay }}"))
    )
    title = x.paragraph("TenLoai", document_type) + x.paragraph("TrichYeu", "{{ trich_yeu }}") + x.rule_line("KeNgan")
    title = title if document_type else ""
    addressee = (
        x.tag("if kinh_gui|length == 1")
        + x.paragraph("KinhGui", "Kính gửi: {{ kinh_gui[0] }}")
        + x.tag("elif kinh_gui")
        + x.paragraph("KinhGuiDau", "Kính gửi:")
        + x.tag("for noi in kinh_gui")
        + x.paragraph("KinhGuiDong", "- {{ noi }}{{ '.' if loop.last else ';' }}")
        + x.tag("endfor")
        + x.tag("endif")
    )
    return x.table((_LEFT, _RIGHT), names + number, borders=False) + title + addressee


def own_words(part: str) -> str:
    """The officer's paragraphs of one part; outside every region, so that they are never renewed."""
    return x.tag(f"for doan in loi_van.{part}") + x.paragraph("NoiDung", "{{ doan }}") + x.tag("endfor")


def signature() -> str:
    """Ô số 7a, 7b, 9b. Kept with the closing sentence, so that it never stands alone on a page."""
    left = (
        x.paragraph("NoiNhanNhan", "Nơi nhận:")
        + x.tag("for noi in noi_nhan")
        + x.paragraph("NoiNhan", "{{ noi }}")
        + x.tag("endfor")
    )
    right = (
        x.tag("for dong in nguoi_ky_chuc_vu")
        + x.paragraph("ChucVu", "{{ dong }}")
        + x.tag("endfor")
        + x.paragraph("HoTen", "{{ nguoi_ky }}")
    )
    width = x.TEXT_WIDTH // 2
    cells = x.cell(width, left) + x.cell(x.TEXT_WIDTH - width, right)
    return x.table((width, x.TEXT_WIDTH - width), x.row(cells), borders=False)


def appendix_heading(
    regions: x.Regions, name: str, variable: str, title: str, *, tight: bool = False
) -> tuple[str, str]:
    """Return the heading of an appendix (form 2.1 of Phụ lục III) and the hardly visible paragraph that ends it.

    `tight`: little space between it and its table.
    """
    start, end = regions.bookmarks(name)
    heading = (
        x.paragraph("PhuLuc", f"{{{{ phu_luc.{variable} }}}}", before=start)
        + x.paragraph("TenPhuLuc", title)
        + x.paragraph("KemTheo", "{{ kem_theo }}")
        + x.rule_line("KeNgan")
        + x.paragraph("BangChu", properties=_SIX_POINTS if tight else "")
    )
    return heading, x.paragraph("SauBang", "", after=end)


def _moving_tasks_appendix(regions: x.Regions) -> str:
    """The tasks of the short form, each under its number in the plan."""
    widths = (680, x.WIDE_TEXT_WIDTH - 7080, 4900, 1500)
    headers = ("STT", "Nhiệm vụ, chủ trì, tiến độ", "Kết quả thực hiện", "Tình trạng")
    columns = ("ma", "viec", "ket_qua", "tinh_trang")
    row = x.row(cells(widths, [f"{{{{ hang.{c} }}}}" for c in columns]))
    none = x.row(x.cell(sum(widths), x.paragraph("BangGiua", "{{ ngan.bang_trong }}"), span=len(widths)))
    rows = (
        header_row(widths, headers)
        + loop_rows("hang in ngan.bang", row, widths)
        + x.tag_row("if not ngan.bang", len(widths), sum(widths))
        + none
        + x.tag_row("endif", len(widths), sum(widths))
    )
    return _of_tasks(regions, widths, rows, tight=True)


def _of_tasks(regions: x.Regions, widths: tuple[int, ...], rows: str, *, tight: bool) -> str:
    title = "{{ tieu_de_phu_luc_nhiem_vu }}"
    heading, ending = appendix_heading(regions, "phu-luc-nhiem-vu", "nhiem_vu", title, tight=tight)
    table = x.table(widths, rows + x.end_row(len(widths), sum(widths)), borders=True)
    return regions.control("phu-luc-nhiem-vu", "Phụ lục kết quả nhiệm vụ", heading + table + ending)


def _tasks_appendix(regions: x.Regions, *, tight: bool = False) -> str:
    widths = (640, 3150, 2250, 1950, 1600, 3150, x.WIDE_TEXT_WIDTH - 12740)
    headers = (
        "STT",
        "Nhiệm vụ",
        "Sản phẩm/kết quả",
        "Tiến độ",
        "Chủ trì",
        "Kết quả thực hiện",
        "Tình trạng",
    )
    columns = ("stt", "nhiem_vu", "san_pham", "tien_do", "chu_tri", "ket_qua", "tinh_trang")
    section_row = x.row(
        x.cell(widths[0], x.paragraph("BangMuc", "{{ muc.stt }}", properties=_CENTRED))
        + x.cell(sum(widths[1:]), x.paragraph("BangMuc", "{{ muc.ten }}"), span=len(widths) - 1)
    )
    task_row = x.row(cells(widths, [f"{{{{ hang.{c} }}}}" for c in columns]))
    rows = header_row(widths, headers) + loop_rows(
        "muc in bang_nhiem_vu", section_row + loop_rows("hang in muc.hang", task_row, widths), widths
    )
    return _of_tasks(regions, widths, rows, tight=tight)


def _statistics_appendix(regions: x.Regions, *, tight: bool = False) -> str:
    """In the superior's forms where the workbook has them, else one plain table."""
    title = "{{ tieu_de_phu_luc_thong_ke }}"
    heading, ending = appendix_heading(regions, "phu-luc-thong-ke", "thong_ke", title, tight=tight)
    tables = x.tag("if bieu_mau") + _forms_table(tight) + x.tag("else") + _plain_table(tight) + x.tag("endif")
    return regions.control("phu-luc-thong-ke", "Phụ lục thống kê", heading + tables + ending)


def _forms_table(tight: bool) -> str:
    """All forms under one head of two rows: it comes again on each page."""
    widths = (780, 2850, 1450, 950, 950, x.TEXT_WIDTH - 6980)
    if tight:
        widths = (780, x.TEXT_WIDTH - 5090, 1260, 930, 920, 1200)
    width = sum(widths)
    columns = ("stt", "chi_tieu", "don_vi", "so_lieu", "luy_ke", "ghi_chu")
    texts = [f"{{{{ hang.{c} }}}}" for c in columns]
    styles = ("BangGiua", "BangChu", "BangGiua", "BangGiua", "BangGiua", "BangChu")
    rows = (
        x.tag_row("if hang.dam and hang.don_vi", len(widths), width)
        + _first_level_row(widths, texts, styles, keep='<w:keepNext w:val="0"/>')
        + x.tag_row("elif hang.dam", len(widths), width)
        + _first_level_row(widths, texts, styles)
        + x.tag_row("else", len(widths), width)
        + x.row(cells(widths, texts, styles))
        + x.tag_row("endif", len(widths), width)
    )
    form = "{% if muc.so %}Biểu mẫu {{ muc.so }}. {% endif %}{{ muc.ten }}"
    form_row = x.row(x.cell(width, x.paragraph("BangMuc", form, properties=_CENTRED), span=len(widths)))
    body = loop_rows("muc in bieu_mau", form_row + loop_rows("hang in muc.hang", rows, widths), widths)
    end = x.end_row(len(widths), width)
    if tight:
        # The sources of all figures in one line, in place of a note at each.
        end = (
            x.tag_row("if ngan and ngan.nguon", len(widths), width)
            + x.end_row(len(widths), width, style="BangChu", text="{{ ngan.nguon[0] }}/.")
            + x.tag_row("else", len(widths), width)
            + end
            + x.tag_row("endif", len(widths), width)
        )
    return x.table(widths, _forms_head(widths) + body + end, borders=True)


def _first_level_row(widths: tuple[int, ...], texts: list[str], styles: tuple[str, ...], keep: str = "") -> str:
    """A row with its number and name in bold; a heading stays with the row below it unless `keep` says otherwise."""
    number = x.cell(widths[0], x.paragraph("BangMuc", texts[0], properties=keep + _CENTRED))
    name = x.cell(widths[1], x.paragraph("BangMuc", texts[1], properties=keep))
    return x.row(number + name + cells(widths[2:], texts[2:], styles[2:]))


def _forms_head(widths: tuple[int, ...]) -> str:
    """STT | Chỉ tiêu thống kê | Kết quả thống kê over its three columns | Ghi chú."""
    number, name, *results, note = widths
    ends = ((number, "STT"), (name, "Chỉ tiêu thống kê")), ((note, "Ghi chú"),)
    above = ["".join(x.cell(w, x.paragraph("BangDau", text), down="restart") for w, text in end) for end in ends]
    below = ["".join(x.cell(w, x.paragraph("BangDau"), down="continue") for w, _ in end) for end in ends]
    titles = ("Đơn vị tính", "Số liệu trong kỳ", "Số liệu lũy kế")
    first = x.cell(sum(results), x.paragraph("BangDau", "Kết quả thống kê"), span=len(results))
    second = "".join(x.cell(w, x.paragraph("BangDau", t)) for w, t in zip(results, titles, strict=True))
    return "".join(x.row(middle.join(end), is_header=True) for middle, end in ((first, above), (second, below)))


def _plain_table(tight: bool) -> str:
    widths = (780, x.TEXT_WIDTH - 4400, 1400, 950, 1270) if tight else (900, 3950, 1250, 1150, x.TEXT_WIDTH - 7250)
    headers = ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú")
    texts = [f"{{{{ hang.{c} }}}}" for c in ("stt", "chi_tieu", "don_vi", "so_lieu", "ghi_chu")]
    styles = ("BangGiua", "BangChu", "BangGiua", "BangGiua", "BangChu")
    plain = x.row(cells(widths, texts, styles))
    bold = x.row(
        x.cell(widths[0], x.paragraph("BangMuc", texts[0], properties=_CENTRED))
        + x.cell(sum(widths[1:]), x.paragraph("BangMuc", texts[1]), span=len(widths) - 1)
    )
    width = sum(widths)
    body = (
        x.tag_row("if hang.dam", len(widths), width)
        + bold
        + x.tag_row("else", len(widths), width)
        + plain
        + x.tag_row("endif", len(widths), width)
    )
    rows = header_row(widths, headers) + loop_rows("hang in bang_thong_ke", body, widths)
    return x.table(widths, rows + x.end_row(len(widths), width), borders=True)


def _late_appendix(regions: x.Regions) -> str:
    widths = (680, 3100, 1800, 2200, 1500, 2500, x.WIDE_TEXT_WIDTH - 11780)
    headers = (
        "STT",
        "Nhiệm vụ",
        "Chủ trì",
        "Tiến độ",
        "Tình trạng",
        "Nguyên nhân",
        "Biện pháp, dự kiến hoàn thành",
    )
    columns = ("stt", "nhiem_vu", "chu_tri", "tien_do", "tinh_trang", "nguyen_nhan", "bien_phap")
    texts = [f"{{{{ hang.{c} }}}}" for c in columns]
    texts[1] = "{{ hang.nhiem_vu }} (nhiệm vụ {{ hang.ma }})"
    rows = header_row(widths, headers) + loop_rows("hang in bang_qua_han", x.row(cells(widths, texts)), widths)
    heading, ending = appendix_heading(regions, "phu-luc-qua-han", "qua_han", "{{ tieu_de_phu_luc_qua_han }}")
    table = x.table(widths, rows + x.end_row(len(widths), sum(widths)), borders=True)
    return regions.control("phu-luc-qua-han", "Phụ lục nhiệm vụ quá hạn", heading + table + ending)


def _documents_appendix(regions: x.Regions) -> str:
    widths = (680, 3600, 1500, x.WIDE_TEXT_WIDTH - 7480, 1700)
    headers = ("STT", "Số, ký hiệu", "Ngày", "Trích yếu", "Nhiệm vụ")
    texts = [f"{{{{ hang.{c} }}}}" for c in ("stt", "van_ban", "ngay", "trich_yeu", "nhiem_vu")]
    styles = ("BangGiua", "BangChu", "BangGiua", "BangChu", "BangGiua")
    rows = header_row(widths, headers) + loop_rows("hang in bang_van_ban", x.row(cells(widths, texts, styles)), widths)
    heading, ending = appendix_heading(regions, "phu-luc-van-ban", "van_ban", "{{ tieu_de_phu_luc_van_ban }}")
    table = x.table(widths, rows + x.end_row(len(widths), sum(widths)), borders=True)
    return regions.control("phu-luc-van-ban", "Phụ lục danh mục văn bản", heading + table + ending)


def header_row(widths: tuple[int, ...], texts: tuple[str, ...]) -> str:
    cells = (x.cell(w, x.paragraph("BangDau", t)) for w, t in zip(widths, texts, strict=True))
    return x.row("".join(cells), is_header=True)


def cells(widths: tuple[int, ...], texts: list[str], styles: tuple[str, ...] = ()) -> str:
    styles = styles or ("BangGiua", *["BangChu"] * (len(widths) - 1))
    return "".join(x.cell(w, x.paragraph(s, t)) for w, t, s in zip(widths, texts, styles, strict=True))


def loop_rows(loop: str, rows: str, widths: tuple[int, ...]) -> str:
    width = sum(widths)
    return x.tag_row(f"for {loop}", len(widths), width) + rows + x.tag_row("endfor", len(widths), width)


def _closing() -> str:
    return x.paragraph("NoiDung", "{{ ket_thuc }}", properties=WITH_SIGNATURE) + signature()


#: The officer's words that the periodic report has headings for; a monthly one prints them behind its own results.
_OTHER_WORDS = (
    *TOPICS,
    *("the_che", "tthc", "bo_may", "cong_vu", "tai_chinh", "chinh_quyen_so", "khac"),
)
_WORDS_ON_CAUSES = ("nguyen_nhan_khach_quan", "nguyen_nhan_chu_quan", "bai_hoc")


def monthly() -> str:
    """Return document.xml of the monthly report on the plan: short, or in full; with the statistics if any."""
    regions = x.Regions()
    body = (
        heading()
        + x.paragraph("NoiDung", "{{ mo_dau }}", properties=AFTER_HEADING)
        + own_words("mo_dau")
        + x.tag("if ngan")
        + _in_short(regions)
        + x.tag("else")
        + _in_full(regions)
        + x.tag("endif")
        + _closing()
        + x.section_break()
        + x.tag("if phu_luc.thong_ke")
        + _statistics_appendix(regions, tight=True)
        + x.section_break()
        + x.tag("endif")
        + x.tag("if ngan")
        + _moving_tasks_appendix(regions)
        + x.tag("else")
        + _tasks_appendix(regions, tight=True)
        + x.tag("endif")
    )
    return x.document(body, x.section(wide=True))


def _in_short(regions: x.Regions) -> str:
    """Two parts: what was done, and what comes next."""
    return (
        x.paragraph("TieuDeMuc", "I. KẾT QUẢ THỰC HIỆN")
        + own_words("chi_dao")
        + regions.of_paragraphs("tong-hop", "Kết quả trong tháng", "ngan.ket_qua")
        + "".join(map(own_words, ("ket_qua", *_OTHER_WORDS, "ton_tai", *_WORDS_ON_CAUSES)))
        + region_unless_empty(regions, "kho-khan", "Khó khăn, vướng mắc", "ngan.kho_khan")
        + own_words("kho_khan")
        + x.paragraph("TieuDeMuc", "II. NHIỆM VỤ TRỌNG TÂM {{ ky_toi|upper }}")
        + regions.of_paragraphs("nhiem-vu-toi", "Nhiệm vụ kỳ tới", "nhiem_vu_toi")
        + own_words("phuong_huong")
        + region_unless_empty(regions, "kien-nghi", "Kiến nghị, đề xuất", "ngan.kien_nghi")
        + own_words("kien_nghi")
    )


def _in_full(regions: x.Regions) -> str:
    region = regions.of_paragraphs
    return (
        x.paragraph("TieuDeMuc", "I. KẾT QUẢ THỰC HIỆN")
        + x.paragraph("TieuDeKhoan", "1. Tình hình chung")
        + region("tong-hop", "Tổng hợp", "tong_hop")
        + own_words("chi_dao")
        + x.paragraph("TieuDeKhoan", "2. Nhiệm vụ hoàn thành trong tháng")
        + region("hoan-thanh", "Nhiệm vụ hoàn thành", "hoan_thanh")
        + "".join(map(own_words, ("ket_qua", *_OTHER_WORDS)))
        + x.paragraph("TieuDeKhoan", "3. Nhiệm vụ quá hạn")
        + region("qua-han", "Nhiệm vụ quá hạn", "qua_han")
        + "".join(map(own_words, ("ton_tai", *_WORDS_ON_CAUSES)))
        + x.paragraph("TieuDeKhoan", "4. Chỉ tiêu của Kế hoạch")
        + region("chi-tieu", "Chỉ tiêu", "chi_tieu")
        + x.paragraph("TieuDeKhoan", "5. Văn bản đã ban hành")
        + region("van-ban", "Văn bản đã ban hành", "van_ban")
        + x.paragraph("TieuDeMuc", "II. KHÓ KHĂN, VƯỚNG MẮC")
        + region_unless_empty(regions, "kho-khan", "Khó khăn, vướng mắc", "kho_khan")
        + own_words("kho_khan")
        + x.paragraph("TieuDeMuc", "III. NHIỆM VỤ TRỌNG TÂM {{ ky_toi|upper }}")
        + region("nhiem-vu-toi", "Nhiệm vụ kỳ tới", "nhiem_vu_toi")
        + own_words("phuong_huong")
        + x.paragraph("TieuDeMuc", "IV. KIẾN NGHỊ, ĐỀ XUẤT")
        + region_unless_empty(regions, "kien-nghi", "Kiến nghị, đề xuất", "kien_nghi")
        + own_words("kien_nghi")
    )


def periodic() -> str:
    """Return document.xml of the periodic CCHC report: body, statistics, tasks; late tasks and documents if any."""
    regions = x.Regions()
    region = regions.of_paragraphs
    fields = (
        ("the-che", "the_che", "1. Cải cách thể chế"),
        ("tthc", "tthc", "2. Cải cách thủ tục hành chính"),
        ("bo-may", "bo_may", "3. Cải cách tổ chức bộ máy hành chính nhà nước"),
        ("cong-vu", "cong_vu", "4. Cải cách chế độ công vụ"),
        ("tai-chinh", "tai_chinh", "5. Cải cách tài chính công"),
        ("chinh-quyen-so", "chinh_quyen_so", "6. Xây dựng, phát triển chính quyền điện tử, chính quyền số"),
    )
    field_parts = "".join(
        x.paragraph("TieuDeKhoan", heading)
        + region_unless_empty(regions, name, heading[3:], variable)
        + own_words(variable)
        for name, variable, heading in fields
    )
    body = (
        heading()
        + x.paragraph("NoiDung", "{{ mo_dau }}", properties=AFTER_HEADING)
        + own_words("mo_dau")
        + x.paragraph("TieuDeMuc", "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH")
        + x.paragraph("TieuDeKhoan", "1. Đánh giá các hoạt động chỉ đạo, điều hành nổi bật")
        + own_words("chi_dao")
        + region_unless_empty(regions, "van-ban", "Văn bản đã ban hành", "van_ban")
        + region_unless_empty(regions, "chi-dao", "Chỉ đạo, điều hành", "chi_dao")
        + x.paragraph("TieuDeKhoan", "2. Thực hiện Kế hoạch")
        + region("tong-hop", "Tổng hợp", "tong_hop")
        + "".join(_topic(regions, name) for name in TOPICS)
        + x.paragraph("TieuDeMuc", "II. KẾT QUẢ THỰC HIỆN CÁC LĨNH VỰC")
        + field_parts
        + _other_fields(regions)
        + own_words("khac")
        + x.paragraph("TieuDeMuc", "III. ĐÁNH GIÁ CHUNG")
        + x.paragraph("TieuDeKhoan", "1. Kết quả đạt được")
        + own_words("ket_qua")
        + region_unless_empty(regions, "chi-tieu", "Chỉ tiêu đạt", "chi_tieu_dat")
        + x.paragraph("TieuDeKhoan", "2. Tồn tại, hạn chế và nguyên nhân")
        + own_words("ton_tai")
        + region_unless_empty(regions, "qua-han", "Tồn tại, hạn chế", "ton_tai")
        + _causes("nguyen_nhan_khach_quan", "Nguyên nhân khách quan:")
        + _causes("nguyen_nhan_chu_quan", "Nguyên nhân chủ quan:")
        + x.paragraph("TieuDeKhoan", "3. Khó khăn, vướng mắc")
        + region_unless_empty(regions, "kho-khan", "Khó khăn, vướng mắc", "kho_khan")
        + own_words("kho_khan")
        + x.tag("if loi_van.bai_hoc")
        + x.paragraph("TieuDeKhoan", "4. Bài học kinh nghiệm")
        + own_words("bai_hoc")
        + x.tag("endif")
        + x.paragraph("TieuDeMuc", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM {{ ky_toi|upper }}")
        + own_words("phuong_huong")
        + region("nhiem-vu-toi", "Nhiệm vụ kỳ tới", "nhiem_vu_toi")
        + x.paragraph("TieuDeMuc", "V. KIẾN NGHỊ, ĐỀ XUẤT")
        + region_unless_empty(regions, "kien-nghi", "Kiến nghị, đề xuất", "kien_nghi")
        + own_words("kien_nghi")
        + _closing()
        + x.section_break()
        + x.tag("if phu_luc.thong_ke")
        + _statistics_appendix(regions)
        + x.section_break()
        + x.tag("endif")
        + _tasks_appendix(regions)
        + x.tag("if bang_qua_han")
        + x.section_break(wide=True)
        + _late_appendix(regions)
        + x.tag("endif")
        + x.tag("if bang_van_ban")
        + x.section_break(wide=True)
        + _documents_appendix(regions)
        + x.tag("endif")
    )
    return x.document(body, x.section(wide=True))


def _topic(regions: x.Regions, name: str) -> str:
    """A heading of part I that only some units answer for: what the program knows, then the officer's words."""
    return (
        x.tag(f"if de_muc.{name}")
        + x.paragraph("TieuDeKhoan", f"{{{{ de_muc.{name} }}}}")
        + region_unless_empty(regions, name.replace("_", "-"), TOPICS[name], f"muc_rieng.{name}")
        + own_words(name)
        + x.tag("endif")
    )


def _causes(part: str, title: str) -> str:
    return (
        x.tag(f"if loi_van.{part}")
        + x.paragraph("NoiDung", title, properties="<w:keepNext/>")
        + own_words(part)
        + x.tag("endif")
    )


def region_unless_empty(regions: x.Regions, name: str, title: str, variable: str) -> str:
    """A part whose computed sentence gives way to the officer's own words."""
    return x.tag(f"if {variable}") + regions.of_paragraphs(name, title, variable) + x.tag("endif")


def _other_fields(regions: x.Regions) -> str:
    """Fields the outline has no heading for: one region with their headings and paragraphs."""
    start, end = regions.bookmarks("linh-vuc-khac")
    lines = (
        x.tag("for muc in linh_vuc_khac")
        + x.tag("if muc.la_tieu_de")
        + x.paragraph("TieuDeKhoan", "{{ muc.chu }}", before=x.when("loop.first", start))
        + x.tag("else")
        + x.paragraph("NoiDung", "{{ muc.chu }}", after=x.when("loop.last", end))
        + x.tag("endif")
        + x.tag("endfor")
    )
    return x.tag("if linh_vuc_khac") + regions.control("linh-vuc-khac", "Lĩnh vực khác", lines) + x.tag("endif")
