"""What is left of a clause when its times are read: a word of time among it means that the clause is not understood.

Words that speak of no time are the names of what is due; any other word has to have been read by a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.vietnamese.citations import without_citations
from generator.vietnamese.rules import Rule, Rules
from generator.vietnamese.syllables import is_syllable

#: Stands for each letter of a time that was read, and in the examples for the whole of it.
READ = "¤"
_UNIT = r"(?:ngày|tuần|tháng|quý|năm|kỳ)"
#: Words in which a unit of time is none.
_NO_UNIT = (
    r"(?:(?<!nhiệm\s)\b(?:thời|định|quá)\s+kỳ|\bkỳ\s+(?:thi|sát|hạn|[\dIV]+:)|\btuần\s+(?:tự|tra|hoàn)|\bquý\s+(?:khách|vị)|\bngày\s+hội"
    r"|\btháng\s+(?:cao\s+điểm|hành\s+động)|\b(?:Ngày|Tháng)\s+(?-i:[A-ZĐ])\w+|\b(?:để|phục\s+vụ)\s+[^\d,;()]*\bkỳ\s+họp\b[^\d,;()]*"
    rf"|\b(?:kể\s+)?từ\s+ngày\s+(?:được\s+)?(?:ký|ban\s+hành)\b(?=[^\d;{READ}]*{READ}))"
)
#: A word that only names what is reported on: "báo cáo năm trước ngày 05/12", "6 tháng (15/6)".
_NAMED = re.compile(
    rf"(?:(?<=^)|(?<=[,;:(/+{READ}])|\b(?:báo\s+cáo|BC|số\s+liệu|kế\s+hoạch|chương\s+trình|dự\s+toán|quyết\s+toán"
    r"|ngân\s+sách|tổng\s+kết|sơ\s+kết|công\s+tác|nhiệm\s+vụ|kết\s+quả|đánh\s+giá|kỳ|và|với|định\s+kỳ|đối\s+với)(?=\s))"
    rf"\s*(?:(?:0?[369]|ba|sáu|chín)\s+tháng|tháng|quý|năm)"
    rf"(?=\s*(?:[,;:./()–{READ}-]|và\b|gửi\b|nộp\b|hoàn\s+thành\b|xong\b|theo\b|$))|\bkỳ\s+báo\s+cáo\b|\bnăm\s+20\d\d\b",
    re.IGNORECASE,
)
#: What may not be left over. The example of a row is what is left of a phrase.
UNREAD = Rules(
    Rule(
        "day",
        r"(?<![\d.])\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?20\d\d(?!\d)|(?:\s?[/.-]\s?\d+)?(?![\d%]|/\d|\.\d{3}))",
        "Trước 31/6/2026",
        "31/6/2026",
    ),
    Rule("unit", rf"\b{_UNIT}\b", "Các tháng ¤", "tháng"),
    Rule(
        "bound",
        r"\b(?:trước|sau|kể\s+từ|chậm\s+nhất|muộn\s+nhất|trễ\s+nhất|sớm\s+nhất|(?:không\s+)?(?:quá|muộn|sớm)\s+hơn|không\s+quá"
        r"|hạn\s+(?:chót|cuối))\b(?!\s+(?:mắt|tiên|đó|đây|này)\b)",
        "Trước rằm ¤",
        "Trước",
    ),
    Rule(
        "edge",
        r"\b(?:từ|đến|tới|sang|hết|(?<!lần )(?<!đợt )đầu|giữa|cuối|nửa|dịp|khoảng)"
        rf"\s+(?:(?:khi|lúc|đầu|giữa|cuối|hết|trước|sau|mùa|dịp|vụ)\b|{READ})",
        "Từ khi có kế hoạch ¤",
        "Từ khi",
    ),
    Rule("clock", r"\b\d{1,2}\s?(?:h|giờ)(?:\d\d)?\b", "Từ 7h30 ¤", "7h30"),
    Rule("weekday", r"(?<!lần )(?<!đợt )\bthứ\s+(?:hai|ba|tư|năm|sáu|bảy)\b", "Các thứ Bảy ¤", "thứ Bảy"),
    Rule("lunar", r"\b(?:âm\s+lịch|rằm|tết)\b", "¤ âm lịch", "âm lịch"),
    Rule("feast", r"\b(?:dịp|nghỉ\s+lễ|kỷ\s+niệm|chào\s+mừng)\b", "Chào mừng ¤", "Chào mừng"),
    Rule("not", rf"\b(?:không|chưa|ngoài|quá)\s+{READ}|(?<!^)\btrừ\s+{READ}", "Không ¤", "Không ¤"),
    Rule(
        "reference",
        rf"\b(?:so\s+với|chuyển\s+tiếp|tính|phát\s+sinh|cùng\s+kỳ|có\s+thể|sớm|muộn|chậm)\s+{READ}",
        "Chuyển tiếp ¤",
        "Chuyển tiếp ¤",
    ),
    Rule(
        "count",
        rf"(?<!đợt )(?<!lần )(?<!bước )(?<!đoạn )(?<!số )(?<!phần )\b(?:\d{{1,2}}|mấy|vài|những)\s+{READ}",
        "10 ¤",
        "10 ¤",
    ),
    Rule(
        "change",
        r"\b(?:thay|đổi|dời|lùi|hoãn|chuyển|điều\s+chỉnh|kéo\s+dài|rút\s+ngắn)"
        rf"(?:\s+(?:thời\s+(?:hạn|gian)|thời|hạn|lại|thành|xuống|lên|còn|bằng|là)|\s*:)+\s*{READ}",
        "Thay thời hạn ¤",
        "Thay thời hạn ¤",
    ),
    Rule("broken", rf"{READ}\s*[/.]\s*(?:\d|[IVX]+\b)|(?:\d|{READ})\s*/\s*{READ}", "¤/206", "¤/2"),
    Rule(
        "together",
        r"\bcùng\s+(?:với\s+)?(?:báo\s+cáo|BC|lúc|thời\s+(?:điểm|gian)|đợt|dịp)\b",
        "Cùng với báo cáo ¤",
        "Cùng với báo cáo",
    ),
    Rule("condition", r"\b(?:nếu|trừ\s+(?:khi|trường\s+hợp)|trường\s+hợp)\b", "¤; nếu trùng lễ", "nếu"),
)


def is_time_left(text: str, read: Iterable[tuple[int, int]], *, named: bool) -> bool:
    """Whether a clause says anything of time, cited documents apart, beside what was read of it.

    `read` are the places text[start:end] that a rule took. `named`: other periods may name what is reported on.
    """
    letters = list(without_citations(text))
    for start, end in read:
        letters[start:end] = READ * (end - start)
    left = re.sub(_NO_UNIT, _blank, "".join(letters), flags=re.IGNORECASE)
    if named:
        left = _NAMED.sub(_blank, left)
    return UNREAD.search(left) is not None


#: Words that there are, one letter short of "trước".
_NEARLY_BEFORE = re.compile(r"(?:t|r)[ưu][ơớờở]c", re.IGNORECASE)
#: The word right before a time.
_BEFORE = re.compile(r"(?P<word>[^\W\d_]{2,})\.?\s*$")


def is_mistyped_before(text: str, start: int) -> bool:
    """Whether the word before text[start:] is none that there is: "Trướv ngày 30/6" may mean another day."""
    match = _BEFORE.search(text, 0, start)
    if match is None or match["word"].isupper():
        return False
    is_name = match["word"][0].isupper() and match.start() > 0
    return not is_name and (not is_syllable(match["word"]) or _NEARLY_BEFORE.fullmatch(match["word"]) is not None)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
