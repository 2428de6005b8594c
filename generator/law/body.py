"""Phụ lục I, Phần I, mục II.6 and II.9.d (Kính gửi): what stands between the title and the signature."""

from __future__ import annotations

from dataclasses import replace

from generator.law.rule import (
    ADVICE,
    BOLD,
    CENTRED,
    ITALIC,
    JUSTIFIED,
    LOWER,
    PL1,
    PL3,
    PLAIN,
    UPPER,
    UPRIGHT,
    Between,
    Rule,
    form,
    look,
    size,
)

_KG = PL1 + "II.9.d"
_CC, _ND, _BC = PL1 + "II.6.a", PL1 + "II.6.e", PL1 + "II.6.đ"
_V = PL1 + "II.6.đ và mục V"

_ADDRESSEE = (
    form(
        "kinh_gui.present",
        PL1 + "II.9.b",
        "Công văn và tờ trình có phần “Kính gửi”",
        "kinh_gui",
        "Kính gửi: tên nơi trực tiếp giải quyết",
    ),
    form("kinh_gui.label", _KG, "Ghi đúng từ “Kính gửi”", "kinh_gui", "Kính gửi:"),
    form("kinh_gui.colon", _KG, "Sau từ “Kính gửi” có dấu hai chấm", "kinh_gui", "Kính gửi:"),
    form("kinh_gui.one_line", _KG, "Gửi một nơi thì ghi trên cùng một dòng", "kinh_gui", "Kính gửi: tên nơi nhận"),
    form(
        "kinh_gui.own_lines",
        _KG,
        "Gửi nhiều nơi thì xuống dòng, mỗi nơi một dòng riêng",
        "kinh_gui",
        "mỗi nơi một dòng dưới “Kính gửi:”",
    ),
    form("kinh_gui.dash", _KG, "Gửi nhiều nơi thì đầu mỗi dòng có gạch đầu dòng", "kinh_gui", "- tên nơi nhận"),
    form(
        "kinh_gui.punctuation",
        _KG,
        "Gửi nhiều nơi thì cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm",
        "kinh_gui",
        "; … ; … .",
    ),
    form("kinh_gui.aligned", _KG, "Các gạch đầu dòng thẳng hàng với nhau", "kinh_gui", "thẳng hàng"),
    size("kinh_gui.size", _KG, "Kính gửi", "kinh_gui", 13, 14, 14),
    *look("kinh_gui.", _KG + " và mục V", "Kính gửi", "kinh_gui", LOWER, PLAIN, UPRIGHT),
)

_GROUNDS = (
    size("can_cu.size", _CC, "Căn cứ", "can_cu", 13, 14, 14),
    *look("can_cu.", _CC, "Căn cứ", "can_cu", LOWER, ITALIC),
    form(
        "can_cu.punctuation",
        _CC,
        "Cuối mỗi căn cứ có dấu chấm phẩy, căn cứ cuối cùng có dấu chấm",
        "can_cu",
        "; … ; … .",
    ),
    form(
        "can_cu.citation",
        _CC,
        "Căn cứ ghi đủ số, ký hiệu, ngày tháng năm và cơ quan ban hành (trừ Luật, Pháp lệnh)",
        "can_cu",
        "… số … ngày … tháng … năm … của …",
    ),
)

_AUTHORITY = form(
    "tham_quyen.present",
    PL3 + "mẫu 1.1 đến 1.3",
    "Trên căn cứ của quyết định, nghị quyết có dòng thẩm quyền ban hành",
    "can_cu",
    "ỦY BAN NHÂN DÂN …, CHỦ TỊCH …",
)
_CITATION = form(
    "body.citation",
    PL1 + "II.6.b",
    "Viện dẫn lần đầu ghi cả thời gian ban hành của văn bản",
    "body",
    "… số …/… ngày … tháng … năm … của …",
    advice=True,
)

_REAL_DATES = (
    form("can_cu.real_date", _CC, "Ngày ban hành văn bản căn cứ là ngày có thật", "can_cu", "ngày có trong lịch"),
    form(
        "body.real_date",
        PL1 + "II.6.b",
        "Ngày tháng nêu trong văn bản là ngày có thật",
        "body",
        "ngày có trong lịch",
    ),
)

_TEXT = (
    replace(size("body.size", _ND, "Nội dung", "body", 13, 14, 14), elements=("body", "dieu")),
    *look("body.", _ND, "Nội dung", "body", LOWER, UPRIGHT, JUSTIFIED),
    Rule(
        "body.first_line",
        _ND,
        "Chữ đầu dòng lùi vào 10 hoặc 12,7 mm",
        ("body", "dieu"),
        (10, 12.7),
        12.7,
        "mm",
        True,
        "first_line",
        0.15,
    ),
    Rule(
        "body.space",
        _ND,
        "Các đoạn cách nhau tối thiểu 6 pt",
        ("body",),
        Between(6, 1584),
        6,
        "pt",
        True,
        tolerance=0.05,
    ),
    Rule(
        "body.line_spacing",
        _ND,
        "Giãn dòng từ đơn đến 1,5",
        ("body", "dieu", "de_muc"),
        Between(1, 1.5),
        1.0,
        "dòng",
        True,
        "line_spacing",
        0.03,
    ),
    replace(
        size("table.size", _ND, "Chữ trong bảng của nội dung", "bang", 13, 14, 13),
        severity=ADVICE,
        fixable=False,
    ),
    form("body.end_mark", PL3 + "mẫu 1.1 đến 1.5", "Nội dung kết thúc bằng dấu “./.”", "body", "./."),
)


def _division(prefix: str, words: str, digits: str, sample: str) -> tuple[Rule, ...]:
    """Phần and chương, or mục and tiểu mục: a word and a number on a line, a title on the next."""
    title = f"{prefix}_tieu_de"
    return (
        form(
            f"{prefix}.own_line", _BC, f"Từ {words} và số thứ tự trên một dòng riêng", prefix, f"dòng riêng: {sample}"
        ),
        form(f"{prefix}.number", _BC, f"Số thứ tự của {words.lower()} dùng chữ số {digits}", prefix, sample),
        form(f"{prefix}.title", PL1 + "II.6.d", f"{words} có tiêu đề", prefix, "tiêu đề ngay dưới"),
        size(f"{prefix}.size", _BC, words, prefix, 13, 14, 14),
        *look(f"{prefix}.", _BC, words, prefix, LOWER, BOLD, UPRIGHT, CENTRED),
        size(f"{title}.size", _BC, f"Tiêu đề {words.lower()}", title, 13, 14, 14),
        *look(f"{title}.", _BC, f"Tiêu đề {words.lower()}", title, UPPER, BOLD, UPRIGHT, CENTRED),
    )


_HEADINGS = (
    *_division("phan_chuong", "Phần, chương", "La Mã", "Chương I"),
    *_division("muc", "Mục, tiểu mục", "Ả Rập", "Mục 1"),
    size("de_muc.size", _V, "Đề mục I, II, III", "de_muc", 13, 14, 14),
    *look("de_muc.", _V, "Đề mục I, II, III", "de_muc", UPPER, BOLD, UPRIGHT),
    form("dieu.form", _BC, "Số thứ tự của điều là chữ số Ả Rập, sau có dấu chấm", "dieu", "Điều 1."),
    form("dieu.order", _BC, "Các điều đánh số liên tục", "dieu", "Điều 1, Điều 2, Điều 3"),
    form("dieu.weight", _BC, "Từ “Điều” và số thứ tự kiểu chữ đậm", "dieu", "đậm"),
    *look("dieu.", _BC, "Điều", "dieu", LOWER, UPRIGHT),
    form("khoan.form", _BC, "Số thứ tự của khoản là chữ số Ả Rập, sau có dấu chấm", "khoan", "1."),
    form("khoan.title_weight", _BC, "Khoản có tiêu đề: số thứ tự và tiêu đề kiểu chữ đậm", "khoan", "đậm"),
    form("khoan.plain_weight", _V, "Khoản không có tiêu đề: kiểu chữ không đậm", "khoan", "không đậm"),
    form(
        "khoan.same_size",
        _BC,
        "Cỡ chữ của khoản bằng cỡ chữ phần lời văn",
        "khoan",
        "bằng cỡ chữ lời văn",
        fixable=True,
    ),
    form("diem.form", _BC, "Sau chữ cái của điểm có dấu đóng ngoặc đơn", "diem", "a)"),
    form("diem.alphabet", _BC, "Điểm theo bảng chữ cái tiếng Việt", "diem", "a, b, c, d, đ, e, g, h, …"),
    *look("diem.", _V, "Điểm", "diem", PLAIN),
    form(
        "diem.same_size", _BC, "Cỡ chữ của điểm bằng cỡ chữ phần lời văn", "diem", "bằng cỡ chữ lời văn", fixable=True
    ),
)

RULES = (*_ADDRESSEE, *_GROUNDS, _AUTHORITY, _CITATION, *_REAL_DATES, *_TEXT, *_HEADINGS)
