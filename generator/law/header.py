"""Phụ lục I, Phần I, mục II, 1 to 5: from Quốc hiệu to trích yếu; marks of urgency and circulation (III.2, III.4)."""

from __future__ import annotations

from generator.law.rule import (
    BOLD,
    CENTRED,
    ITALIC,
    LOWER,
    PL1,
    PL3,
    PLAIN,
    UPPER,
    UPRIGHT,
    Rule,
    form,
    look,
    ratio,
    size,
)

#: Both spellings of "hòa" stand in the decree's own text.
QUOC_HIEU = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
#: Types whose form in Phụ lục III (1.8, 1.10) has no trích yếu.
WITHOUT_SUBJECT = frozenset({"giấy giới thiệu", "giấy nghỉ phép"})
#: Numbers smaller than these take a zero before them (II.3.c, II.4.b).
ZERO_BELOW = {"số": 10, "ngày": 10, "tháng": 3}

_SAMPLE = " và mục V"
_QH, _TN = PL1 + "II.1.a", PL1 + "II.1.b"
_CQ, _SO, _DD = PL1 + "II.2.b", PL1 + "II.3.c", PL1 + "II.4.c"
_TL = PL1 + "II.5.b"
_SINGLE = Rule(
    "quoc_hieu.line_spacing",
    PL1 + "II.1.c",
    "Quốc hiệu và Tiêu ngữ cách nhau dòng đơn",
    ("quoc_hieu",),
    (1,),
    1,
    "dòng",
    True,
    "line_spacing",
    0.1,
)
_AGENCY_SINGLE = Rule(
    "co_quan.line_spacing",
    _CQ,
    "Tên cơ quan chủ quản và cơ quan ban hành cách nhau dòng đơn",
    ("co_quan_chu_quan",),
    (1,),
    1,
    "dòng",
    True,
    "line_spacing",
    0.1,
)


def _solid(prefix: str, clause: str, name: str) -> Rule:
    return form(f"{prefix}.rule_line_solid", clause, f"Đường kẻ dưới {name} nét liền", prefix, "nét liền")


_PLACES = (
    form("quoc_hieu.text", _QH, "Quốc hiệu ghi đúng", "quoc_hieu", QUOC_HIEU[0]),
    form("quoc_hieu.place", _QH, "Quốc hiệu ở trên cùng, bên phải trang đầu", "quoc_hieu", "trên cùng, bên phải"),
    form("tieu_ngu.text", _TN, "Tiêu ngữ ghi đúng, gạch nối có cách chữ", "tieu_ngu", TIEU_NGU),
    form("tieu_ngu.place", _TN, "Tiêu ngữ ngay dưới Quốc hiệu", "tieu_ngu", "ngay dưới Quốc hiệu"),
)

_AGENCY = (
    form("co_quan.present", PL1 + "II.2.a", "Có tên cơ quan ban hành", "co_quan", "tên cơ quan ở bên trái, trên cùng"),
    form(
        "co_quan.full_name",
        PL1 + "II.2.a",
        "Tên cơ quan ban hành ghi đầy đủ (chỉ cơ quan chủ quản được viết tắt)",
        "co_quan",
        "không viết tắt UBND, HĐND",
    ),
    size("co_quan_chu_quan.size", _CQ, "Cơ quan chủ quản", "co_quan_chu_quan", 12, 13, 12),
    *look("co_quan_chu_quan.", _CQ + _SAMPLE, "Cơ quan chủ quản", "co_quan_chu_quan", UPPER, PLAIN, UPRIGHT, CENTRED),
    size("co_quan.size", _CQ, "Cơ quan ban hành", "co_quan", 12, 13, 12),
    *look("co_quan.", _CQ, "Cơ quan ban hành", "co_quan", UPPER, BOLD, UPRIGHT, CENTRED),
    ratio(
        "co_quan.rule_line", _CQ, "Đường kẻ dưới tên cơ quan bằng 1/3 đến 1/2 dòng chữ", "co_quan", 1 / 3, 1 / 2, "2/5"
    ),
    _solid("co_quan", _CQ, "tên cơ quan"),
    _AGENCY_SINGLE,
)

_NUMBER = (
    form("so_ky_hieu.present", _SO, "Có số, ký hiệu văn bản", "so_ky_hieu", "Số: …/…"),
    form("so_ky_hieu.label", _SO, "Từ “Số” in thường, sau có dấu hai chấm", "so_ky_hieu", "Số:"),
    form("so_ky_hieu.leading_zero", _SO, "Số nhỏ hơn 10 ghi thêm số 0 phía trước", "so_ky_hieu", "01 đến 09"),
    form(
        "so_ky_hieu.separators",
        _SO,
        "Giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ có gạch nối, không cách chữ",
        "so_ky_hieu",
        "dạng 15/BC-UBND",
    ),
    form("so_ky_hieu.symbol_case", _SO, "Ký hiệu viết bằng chữ in hoa", "so_ky_hieu", "in hoa (trừ QyĐ, CTr, TTr)"),
    form(
        "so_ky_hieu.type",
        PL3 + "mục I",
        "Ký hiệu bắt đầu bằng chữ viết tắt của tên loại; công văn không có",
        "so_ky_hieu",
        "chữ viết tắt theo Phụ lục III",
    ),
    form(
        "so_ky_hieu.letter_unit",
        PL1 + "II.3.b",
        "Ký hiệu công văn gồm chữ viết tắt tên cơ quan và đơn vị soạn thảo hoặc lĩnh vực",
        "so_ky_hieu",
        "dạng 12/UBND-VX",
    ),
    size("so_ky_hieu.size", _SO, "Số, ký hiệu", "so_ky_hieu", 13, 13, 13),
    *look("so_ky_hieu.", _SO + _SAMPLE, "Số, ký hiệu", "so_ky_hieu", PLAIN, UPRIGHT, CENTRED),
)

_DATE = (
    form(
        "dia_danh.present", PL1 + "II.4.b", "Có địa danh và thời gian ban hành", "dia_danh", "…, ngày … tháng … năm …"
    ),
    form("dia_danh.form", PL1 + "II.4.b", "Thời gian viết đầy đủ", "dia_danh", "ngày … tháng … năm …"),
    form("dia_danh.real_date", PL1 + "II.4.b", "Thời gian ban hành là ngày có thật", "dia_danh", "ngày có trong lịch"),
    form(
        "dia_danh.leading_zero",
        PL1 + "II.4.b",
        "Ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0 phía trước",
        "dia_danh",
        "ngày 01 đến 09; tháng 01, 02",
        fixable=True,
    ),
    form(
        "dia_danh.extra_zero",
        PL1 + "II.4.b",
        "Chỉ tháng 1, 2 ghi thêm số 0",
        "dia_danh",
        "tháng 3 đến tháng 9 không có số 0",
        fixable=True,
        advice=True,
    ),
    form("dia_danh.comma", _DD, "Sau địa danh có dấu phẩy", "dia_danh", "địa danh, ngày …"),
    form("dia_danh.capital", _DD, "Các chữ cái đầu của địa danh viết hoa", "dia_danh", "viết hoa"),
    form("dia_danh.same_line", _DD, "Địa danh cùng một dòng với số, ký hiệu", "dia_danh", "cùng dòng với “Số:”"),
    size("dia_danh.size", _DD, "Địa danh, ngày tháng", "dia_danh", 13, 14, 13),
    *look("dia_danh.", _DD + _SAMPLE, "Địa danh, ngày tháng", "dia_danh", LOWER, PLAIN, ITALIC, CENTRED),
)

_TITLE = (
    size("ten_loai.size", _TL, "Tên loại", "ten_loai", 13, 14, 14),
    *look("ten_loai.", _TL, "Tên loại", "ten_loai", UPPER, BOLD, UPRIGHT, CENTRED),
    form("trich_yeu.present", _TL, "Có trích yếu dưới tên loại", "trich_yeu", "trích yếu ngay dưới tên loại"),
    form(
        "trich_yeu.label",
        _TL,
        "Chỉ trích yếu công văn ghi “V/v”",
        "trich_yeu",
        "Về việc …",
    ),
    form("trich_yeu.place", _TL, "Trích yếu ngay dưới tên loại", "trich_yeu", "không có dòng trống ở giữa"),
    size("trich_yeu.size", _TL, "Trích yếu", "trich_yeu", 13, 14, 14),
    *look("trich_yeu.", _TL, "Trích yếu", "trich_yeu", LOWER, BOLD, UPRIGHT, CENTRED),
    ratio(
        "trich_yeu.rule_line",
        _TL,
        "Đường kẻ dưới trích yếu bằng 1/3 đến 1/2 dòng chữ",
        "trich_yeu",
        1 / 3,
        1 / 2,
        "2/5",
    ),
    _solid("trich_yeu", _TL, "trích yếu"),
)

_LETTER = (
    form("trich_yeu_cong_van.label", _TL, "Trích yếu công văn sau chữ “V/v”", "trich_yeu_cong_van", "V/v …"),
    size("trich_yeu_cong_van.size", _TL, "Trích yếu công văn", "trich_yeu_cong_van", 12, 13, 12),
    *look("trich_yeu_cong_van.", _TL + _SAMPLE, "Trích yếu công văn", "trich_yeu_cong_van", LOWER, PLAIN),
    *look("trich_yeu_cong_van.", _TL, "Trích yếu công văn", "trich_yeu_cong_van", UPRIGHT, CENTRED),
    Rule(
        "trich_yeu_cong_van.gap",
        _TL,
        "Trích yếu công văn cách số, ký hiệu 6 pt",
        ("trich_yeu_cong_van",),
        (6,),
        6,
        "pt",
        True,
        tolerance=0.5,
    ),
)

_URGENT, _CIRCULATION, _ADDRESS = PL1 + "III.2.b", PL1 + "III.2.c", PL1 + "III.4"
_MARKS = (
    size("do_khan.size", _URGENT, "Dấu chỉ mức độ khẩn", "do_khan", 13, 14, 13),
    *look("do_khan.", _URGENT, "Dấu chỉ mức độ khẩn", "do_khan", UPPER, BOLD, UPRIGHT),
    size("luu_hanh.size", _CIRCULATION, "Chỉ dẫn phạm vi lưu hành", "luu_hanh", 13, 14, 13),
    *look("luu_hanh.", _CIRCULATION, "Chỉ dẫn phạm vi lưu hành", "luu_hanh", UPPER, BOLD, UPRIGHT),
    size("dia_chi.size", _ADDRESS, "Địa chỉ cơ quan ở chân trang", "dia_chi", 11, 12, 11),
    *look("dia_chi.", _ADDRESS, "Địa chỉ cơ quan ở chân trang", "dia_chi", LOWER, UPRIGHT),
)

RULES = (
    *_PLACES[:2],
    size("quoc_hieu.size", _QH, "Quốc hiệu", "quoc_hieu", 12, 13, 12),
    *look("quoc_hieu.", _QH, "Quốc hiệu", "quoc_hieu", UPPER, BOLD, UPRIGHT),
    _SINGLE,
    *_PLACES[2:],
    size("tieu_ngu.size", _TN, "Tiêu ngữ", "tieu_ngu", 13, 14, 13),
    *look("tieu_ngu.", _TN, "Tiêu ngữ", "tieu_ngu", LOWER, BOLD, UPRIGHT, CENTRED),
    ratio("tieu_ngu.rule_line", _TN, "Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ", "tieu_ngu", 1.0, 1.0, "bằng"),
    _solid("tieu_ngu", _TN, "Tiêu ngữ"),
    *_AGENCY,
    *_NUMBER,
    *_DATE,
    *_TITLE,
    *_LETTER,
    *_MARKS,
)
