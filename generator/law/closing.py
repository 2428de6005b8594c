"""Phụ lục I, Phần I, mục II.7 and II.9: who signs, who receives."""

from __future__ import annotations

from dataclasses import replace

from generator.law.rule import BOLD, CENTRED, FLUSH_LEFT, ITALIC, LOWER, PL1, PLAIN, UPPER, UPRIGHT, form, look, size

_CV, _NN = PL1 + "II.7.đ", PL1 + "II.9.d"

RULES = (
    form("chuc_vu.present", PL1 + "II.7.b", "Có quyền hạn, chức vụ của người ký", "chuc_vu", "TM. …, KT. …, CHỦ TỊCH"),
    form("chuc_vu.place", _CV, "Quyền hạn, chức vụ ở bên phải nơi nhận", "chuc_vu", "bên phải"),
    form(
        "chuc_vu.dot",
        PL1 + "II.7.b",
        "Chữ viết tắt quyền hạn có dấu chấm, cách chữ sau",
        "chuc_vu",
        "TM., Q., KT., TL., TUQ.",
    ),
    form(
        "chuc_vu.abbreviated",
        PL1 + "II.7.b",
        "Quyền hạn của người ký ghi bằng chữ viết tắt",
        "chuc_vu",
        "TM., Q., KT., TL., TUQ.",
    ),
    form(
        "chuc_vu.full_name",
        PL1 + "II.7.b và mục V",
        "Tên tập thể lãnh đạo ghi đầy đủ sau “TM.”",
        "chuc_vu",
        "TM. ỦY BAN NHÂN DÂN",
    ),
    form(
        "chuc_vu.for_head",
        PL1 + "II.7.b",
        "Cấp phó ký thay thì ghi “KT.” trước chức vụ của người đứng đầu",
        "chuc_vu",
        "KT. CHỦ TỊCH, dòng dưới là PHÓ CHỦ TỊCH",
    ),
    replace(size("chuc_vu.size", _CV, "Quyền hạn, chức vụ", "chuc_vu", 13, 14, 14), fixable=False),
    *look("chuc_vu.", _CV, "Quyền hạn, chức vụ", "chuc_vu", UPPER, BOLD, UPRIGHT, CENTRED),
    replace(size("ho_ten.size", _CV, "Họ tên", "ho_ten", 13, 14, 14), fixable=False),
    *look("ho_ten.", _CV, "Họ tên", "ho_ten", LOWER, BOLD, UPRIGHT, CENTRED),
    form("ho_ten.no_title", PL1 + "II.7.c", "Trước họ tên không ghi học hàm, học vị", "ho_ten", "chỉ họ và tên"),
    form("noi_nhan.present", PL1 + "II.9.a", "Có nơi nhận", "noi_nhan", "Nơi nhận:"),
    form("noi_nhan.label_form", _NN, "Từ “Nơi nhận” trên một dòng riêng, sau có dấu hai chấm", "noi_nhan", "Nơi nhận:"),
    size("noi_nhan.label_size", _NN, "“Nơi nhận:”", "noi_nhan", 12, 12, 12),
    *look("noi_nhan.label_", _NN, "“Nơi nhận:”", "noi_nhan", LOWER, BOLD, ITALIC, FLUSH_LEFT),
    form("noi_nhan.level", _NN, "“Nơi nhận:” ngang hàng với quyền hạn, chức vụ", "noi_nhan", "cùng một hàng"),
    size("noi_nhan.list_size", _NN, "Danh sách nơi nhận", "noi_nhan_muc", 11, 11, 11),
    *look("noi_nhan.list_", _NN + " và mục V", "Danh sách nơi nhận", "noi_nhan_muc", LOWER, PLAIN, UPRIGHT),
    form("noi_nhan.list_dash", _NN, "Đầu mỗi dòng có gạch đầu dòng sát lề trái", "noi_nhan_muc", "- …"),
    form(
        "noi_nhan.list_punctuation",
        _NN,
        "Cuối dòng có dấu chấm phẩy, dòng cuối cùng có dấu chấm",
        "noi_nhan_muc",
        "; … ; … .",
        fixable=True,
    ),
    form(
        "noi_nhan.list_last",
        _NN,
        "Dòng cuối gồm chữ “Lưu”, dấu hai chấm, “VT”, dấu phẩy và đơn vị soạn thảo",
        "noi_nhan_muc",
        "- Lưu: VT, ….",
    ),
    form(
        "noi_nhan.list_first",
        PL1 + "II.9.b",
        "Văn bản có “Kính gửi” thì dưới từ “Nơi nhận” là “Như trên”",
        "noi_nhan_muc",
        "- Như trên;",
    ),
    size("nguoi_soan.size", PL1 + "III.3", "Ký hiệu người soạn thảo, số lượng bản", "nguoi_soan", 11, 11, 11),
    *look("nguoi_soan.", PL1 + "III.3", "Ký hiệu người soạn thảo, số lượng bản", "nguoi_soan", UPRIGHT),
)
