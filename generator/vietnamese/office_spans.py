"""Where the name of an office, or of a person in office, starts and ends in a sentence."""

from __future__ import annotations

import re
from functools import cache

from generator.vietnamese.rules import Rule, Rules

CAPITAL = "A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ"
#: Words that begin a name; those that also begin something else with what may not follow.
_OFFICE = (
    r"(?i:phòng|ban(?!\s+(?:hành|đầu|bố))|sở(?!\s+hữu)|cục|chi\s+cục|chi\s+nhánh|trung\s+tâm|văn\s+phòng|trạm|đội|hạt"
    r"|hội(?!\s+(?:nghị|thảo|họp|thi|nhập))|đoàn|kho\s+bạc|thanh\s+tra(?!,)|bảo\s+hiểm|bưu\s+điện|viện|bệnh\s+viện"
    r"|tổ(?!\s+chức)|trường(?!\s+hợp)|ubnd|[ủu][ỷy]?\s?ban|bộ\s+phận|công\s+an|bch|quân\s+sự|mặt\s+trận|liên\s+đoàn"
    r"|liên\s+minh|công\s+ty|hợp\s+tác\s+xã|ngân\s+hàng|đảng\s+[ủu][ỷy]|đảng\s+bộ|chi\s+bộ|hđnd|hội\s+đồng|thường\s+trực"
    r"|đặc\s+khu|doanh\s+nghiệp|điện\s+lực|nhóm\s+công\s+tác|quỹ\s+tín\s+dụng|nhân\s+dân|(?:thuế|thống\s+kê)\s+(?:cơ\s+sở|tỉnh|thành\s+phố)"
    r"|viễn\s+thông(?=\s+(?-i:[A-ZĐ]))|hải\s+quan|tòa\s+án|thi\s+hành\s+án|báo\s+và\s+(?:phát|đài)|đài\s+(?:phát|truyền))"
)
_SHORT_OFFICE = r"(?i:vnpt|viettel|mobifone|ub\s?mttq\w*|mttq|ttpvhcc|vp(?=[\s.,;/]|$)|p\s?\.|tt(?=[\s.])|ca(?=\s))"
_PERSON = (
    r"(?i:công\s+chức|viên\s+chức|cán\s+bộ|chuyên\s+viên|lãnh\s+đạo|chủ\s+tịch|phó\s+\w+|bí\s+thư|trưởng\s+(?:các\s+)?\w+|tổ\s+trưởng"
    r"|hiệu\s+trưởng|giám\s+đốc|chánh\s+\w+|kế\s+toán|thủ\s+trưởng|người\s+(?:đứng\s+đầu|hoạt\s+động)|đồng\s+chí|đ/c|ông|bà)"
)
_MANY = r"(?i:(?:(?:tất\s+cả|toàn\s+bộ)\s+)?(?:các|từng|mỗi|toàn\s+thể|những)\s+)"
_MEMBERS = (
    r"(?i:cơ\s+quan|đơn\s+vị|tổ\s+chức|cbcc\w*|đoàn\s+thể|ngành|địa\s+phương|xã|phường|thôn|chi\s+đoàn|ban|phòng)"
)
#: How a name begins; of each example the row finds the words that show it to be a name.
STARTS = Rules(
    Rule("office", rf"{_MANY}?{_OFFICE}(?!\w)", "Trạm Y tế phường", "Trạm"),
    Rule("short", rf"{_SHORT_OFFICE}(?:(?<=\.)|(?!\w))", "P.KT và VP", "P."),
    Rule("person", rf"{_MANY}?{_PERSON}(?!\w)", "Hiệu trưởng các trường", "Hiệu trưởng"),
    Rule("many", rf"{_MANY}{_MEMBERS}(?!\w)", "Các đơn vị liên quan", "Các đơn vị"),
    flags=re.NOFLAG,
)
_START = rf"(?:{STARTS.alternatives})"
_AFTER_DOT = r"(?:(?<=\bP)|(?<=\bTP)|(?<=\bVP)|(?<=\bTT)|(?<=\bUB))\.\s*"
#: What is said of an office, in small letters: names have capitals ("Ban Quản lý", "Bộ phận Tiếp nhận").
VERB = (
    r"(?:(?:đồng\s+)?chủ\s+trì|(?:làm\s+)?đầu\s+mối|(?:có\s+sự\s+)?phối\s+hợp|tham\s+mưu|theo\s+dõi|triển\s+khai|thực\s+hiện|chịu|có|căn\s+cứ"
    r"|chủ\s+động|đôn\s+đốc|hướng\s+dẫn|(?<!Dịch\svụ\s)tổng\s+hợp|lãnh\s+đạo|trực\s+tiếp|báo\s+cáo|chỉ\s+đạo|là|phải|cần"
    r"|tăng\s+cường|tiếp\s+tục|thường\s+xuyên"
    r"|kịp\s+thời|cung\s+cấp|cập\s+nhật|rà\s+soát|giám\s+sát|tổ\s+chức(?!\s+(?:chính|Đảng|xã\s+hội|đoàn))|nghiên\s+cứu"
    r"|đăng\s+(?:ký|tải)|tham\s+gia|vận\s+động|thẩm\s+định|tuyên\s+truyền|quán\s+triệt|bố\s+trí|ban\s+hành|đề\s+xuất|đánh\s+giá"
    r"|lập|gửi|trình|giúp(?!\s+việc)|hoàn\s+thành|liên\s+hệ|duy\s+trì|niêm\s+yết|công\s+khai|kiểm\s+tra|xử\s+lý"
    r"|giải\s+quyết|tiếp\s+nhận"
    r"|xây\s+dựng(?=\s+(?:kế|dự\s+thảo|báo|và|quy|chương|đề|văn))|định\s+kỳ|nghiêm\s+túc|tự|để|trong|khi|theo|được|do|cùng"
    r"|với|tích\s+cực|sử\s+dụng|nâng\s+cao|đẩy\s+mạnh|thống\s+kê|chuẩn\s+bị|phân\s+công|cử|tập\s+huấn|số\s+hóa)"
)
_ENDS = rf"(?!\s+{VERB}\b)"
_CAPITAL_WORD = rf"(?!{_START})[{CAPITAL}]"
#: Where a comma or "và" belongs to the name; each example is one name.
LINKS = Rules(
    Rule("and", rf"\s+và\s+(?={_CAPITAL_WORD})", "Phòng Kinh tế và Hạ tầng", "Phòng Kinh tế và Hạ tầng"),
    Rule("council", r"(?<=HĐND)\s+và\s+(?=UBND)", "Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND xã"),
    Rule("ampersand", r"\s*&\s*", "VP. HĐND & UBND", "VP. HĐND & UBND"),
    Rule(
        "commas",
        rf",\s+(?={_CAPITAL_WORD}[^,;.:()\n]{{2,30}}(?:,\s[^,;.:()\n]{{2,30}})?\s+và\s+{_CAPITAL_WORD})",
        "Trung tâm Văn hóa, Thể thao và Truyền thanh",
        "Trung tâm Văn hóa, Thể thao và Truyền thanh",
    ),
    Rule(
        "members",
        r",\s+(?=(?:xã|phường|thị\s+trấn|đặc\s+khu|ban|phòng|đơn\s+vị|ngành|đoàn\s+thể|tổ\s+chức|cá\s+nhân|viên\s+chức"
        r"|công\s+chức|người\s+(?:lao\s+động|hoạt\s+động)|bộ\s+phận|địa\s+phương)\b(?!\s+(?:[A-ZĐ]|phối\s+hợp)))",
        "UBND các xã, phường, đặc khu",
        "UBND các xã, phường, đặc khu",
    ),
    flags=re.NOFLAG,
)
_LINK = LINKS.alternatives
_WORDS = rf"(?:{_ENDS}(?:(?!\s+và\s)[^,;.:()\n/&]|\.(?=[\wĐ])|{_AFTER_DOT}|{_LINK}))"
#: "Bà Lê Thị Hoa, Trưởng phòng Văn hóa - Xã hội".
_TITLED = rf"(?i:đồng\s+chí|đ/c|ông|bà)\s[^,;.:()\n]{{2,40}},\s+(?={_PERSON})"
NAME = rf"(?:{_TITLED})?{_START}{_WORDS}{{0,90}}"
#: How a name on the list goes on to a longer one that is not.
GOES_ON = re.compile(
    rf"\s+và\s+(?=[{CAPITAL}])|,\s+|\s+[-–]\s+(?=[{CAPITAL}])|\s+(?=[{CAPITAL}]|tỉnh|thành\s+phố|huyện|quận|phường|xã|đặc\s+khu"
    r"|khu\s+vực|cấp|số)"
)


@cache
def name_pattern() -> re.Pattern[str]:
    """Return `NAME` compiled, which takes longer than to read a workbook."""
    return re.compile(NAME)
