"""The net under the rules: each word of a clause was read, or tells nothing of time; else it is not understood.

The words that tell of a time, an exception or a condition are a closed class: none may be left over. Any other names
what is due; but right before a time without "trước", "đến" ..., and behind any, stands only one that is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.vietnamese.citations import without_citations
from generator.vietnamese.rules import Rule, Rules
from generator.vietnamese.stated_time import StatedTime

#: Stands for each letter of a time that was read, and in the examples for the whole of it.
READ = "¤"


def _any_of(words: str) -> str:
    """Return a pattern of the words and phrases between commas."""
    return rf"\b(?:{words.replace(', ', '|')})\b"


#: Longer words with a telling one in them, that tell nothing themselves.
_TELLS_NOTHING = re.compile(
    _any_of(
        "thời kỳ, kỳ thi, kỳ hạn, tuần tự, tuần tra, tuần hoàn, tuần lễ, quý khách, quý vị, ngày hội, tháng cao điểm, "
        "tháng hành động, trước mắt, trước tiên, trước đó, trước đây, trước bạ, sau đó, sau đây, sau này, đầu tư, đầu "
        "mối, đầu ra, đầu vào, lần đầu, đợt đầu, hết hiệu lực, quá trình, quá tải, quá hạn, chậm trễ, trễ hạn, không "
        "gian, không giấy, không dùng tiền mặt, chỉ đạo, chỉ số, chỉ thị, chỉ tiêu, chỉ dẫn, chỉ định, địa chỉ, chứng "
        "chỉ, chuyển đổi, sửa đổi, trao đổi, đổi mới, chuyển giao, kế hoạch, kế toán, thiết kế, tiếp nhận, tiếp cận, "
        "tiếp thu, tiếp dân, tiếp công dân, tiếp xúc, trực tiếp, đồng bằng, mặt bằng, văn bằng, bằng khen, cải cách, "
        "tư cách, quy cách, cách thức, cách mạng, còn lại, hàng hóa, ngân hàng, khách hàng, một cửa, một số, một phần, "
        "hai cấp, ba cấp, từng bước, lần hai, lần ba, đợt hai, đợt ba, từ xa, từ thiện, đến các, đến người, đến cán "
        "bộ, đến nhân dân, đến hộ, đến thôn, khoảng thời gian"
    )
    + r"|\b(?:một|hai|ba|bốn)\s+(?:lần|đợt|bước|giai\s+đoạn)\b"
    r"|\b(?:lần|đợt|bước|giai\s+đoạn|kỳ|lớp)\s+(?:thứ\s+)?(?:\d{1,2}(?![\d/])|[IVX]+\b|\w+(?=\s*:))"
    r"|\b(?:Ngày|Tháng)\s+(?-i:[A-ZĐ])\w+"
    rf"|\b(?:để|phục\s+vụ)\s+[^\d,;()]*\bkỳ\s+họp\b[^\d,;()]*|^\s*(?:riêng\b(?=.*{READ})|trừ(?=\s+(?:các\s+)?{READ}))"
    rf"|\b(?:kể\s+)?từ\s+(?:nay|ngày\s+(?:được\s+)?(?:ký|ban\s+hành))\b(?=[^\d;{READ}]*{READ})|^\s*theo\b[^\d{READ}]*$",
    re.I,
)
#: What is done, and what joins it to its time.
_DEEDS = re.compile(
    _any_of(
        "hoàn thành, hoàn tất, hoàn chỉnh, hoàn thiện, xong, dứt điểm, thực hiện, triển khai, tổ chức, xây dựng, dự "
        "thảo, tham mưu, trình, ký, ban hành, phê duyệt, duyệt, thông qua, công bố, công khai, niêm yết, phát hành, "
        "gửi, nộp, báo cáo, bc, tổng hợp, tổng kết, sơ kết, kiểm tra, giám sát, rà soát, khảo sát, thẩm định, đánh "
        "giá, chấm điểm, lấy ý kiến, góp ý, nghiệm thu, bàn giao, thanh toán, quyết toán, giải ngân, tập huấn, tuyên "
        "truyền, phát động, ra quân, ra mắt, khai giảng, bế giảng, khai mạc, bế mạc, vận hành, áp dụng, sử dụng, cập "
        "nhật, lắp đặt, cài đặt, chạy thử, nâng cấp, sửa chữa, mua sắm, đấu thầu, thi công, khởi công, khánh thành, đo "
        "đạc, thống kê, điều tra, phân loại, chỉnh lý, số hóa, số hoá, đăng tải, đăng ký, bình xét, xếp loại, khen "
        "thưởng, kiện toàn, thành lập, sắp xếp, chi trả, phân bổ, đối thoại, giao ban, tọa đàm, chốt số liệu, chốt, dự "
        "kiến, phấn đấu, đạt, có hiệu lực, cao điểm, duy trì, thường xuyên, liên tục, yêu cầu, phải, để, đối với, của, "
        "theo, tại, ở, về, do, cho, với, và, ngay, đúng, buổi, sáng, chiều, các, trong, vào, vòng, trên, giai đoạn, "
        "lớp, hội nghị, định hướng"
    ),
    re.I,
)
#: A word that only names what is reported on: "báo cáo năm trước ngày 05/12", "6 tháng (15/6)".
_NOUNS = (
    r"\b(?:báo\s+cáo|BC|số\s+liệu|kế\s+hoạch|chương\s+trình|dự\s+toán|quyết\s+toán|ngân\s+sách|tổng\s+kết|sơ\s+kết"
    r"|công\s+tác|nhiệm\s+vụ|kết\s+quả|đánh\s+giá|kỳ|và|với|định\s+kỳ|đối\s+với)"
)
_NAMED = re.compile(
    rf"(?:(?<=^)|(?<=[,;:(/+{READ}])|{_NOUNS}(?=\s))\s*(?:(?:0?[369]|ba|sáu|chín)\s+tháng|tháng|quý|năm)"
    rf"(?=\s*(?:[,;:./()–{READ}-]|và\b|gửi\b|nộp\b|hoàn\s+thành\b|xong\b|theo\b|$))|\bkỳ\s+báo\s+cáo\b|\bnăm\s+20\d\d\b"
    rf"|{_NOUNS}(?=\s+{READ}+[^{READ}]+{READ})",
    re.IGNORECASE,
)
#: What may not be left over. The example of a row is what is left of a phrase.
UNREAD = Rules(
    Rule(
        "word",
        _any_of(
            "ngày, tuần, tháng, quý, năm, kỳ, giờ, tết, rằm, âm lịch, trước, sau, từ, đến, tới, sang, hết, quá, đầu, "
            "giữa, cuối, nửa, khoảng, chừng, gần, dịp, sớm, muộn, chậm, trễ, khi, lúc, hơn, kém, nay, trở lại, trở về, "
            "hạn chót, hạn cuối, chào mừng, kỷ niệm, nghỉ, không, chưa, chẳng, trừ, ngoài, chỉ, riêng, chứ, nhưng, "
            "song, mà, còn, hoặc, hay, nếu, trường hợp, tùy, tuỳ, chờ, đợi, có thể, tạm, dừng, hủy, bỏ, thay, đổi, "
            "dời, lùi, hoãn, chuyển, kéo dài, rút ngắn, điều chỉnh, gia hạn, thêm, bớt, cộng, cách, cùng, so với, như, "
            "bằng, tiếp, kế, liền, trùng, tính, phát sinh, mỗi, từng, hằng, hàng, mấy, vài, những, một, hai, ba, thứ "
            "hai, thứ ba, thứ tư, thứ sáu, thứ bảy"
        ),
        "Cùng báo cáo ¤",
        "Cùng",
    ),
    Rule(
        "figure",
        r"(?<![\w.,/-])(?<!số )(?<!mục )(?<!phần )(?<!nhóm )(?<!án )(?<!độ )\d+(?:\.\d{3})*"
        rf"(?![\d%]|\.\d{{3}}(?!\d)|,\d+\s?%|\s?%|\s+(?!{READ})[^\W\d]{{2,}})",
        "Trước 31/6/2026",
        "31",
    ),
    Rule("roman", r"(?<!loại )(?<!mục )(?<!phần )(?<!nhóm )(?<![\w/-])(?-i:I{1,3}|IV)(?![\w/-])", "¤ quyền I", "I"),
    Rule("sign", rf"[^\w\s.,;:()/&+%→÷≥–—\"'“”‘’…{READ}-](?!=?\s?\d)", "¤ -> ¤", ">"),
    Rule("broken", rf"{READ}\s*[/.]\s*(?:\d|[IVX]+\b)|(?:\d|{READ})\s*/\s*{READ}", "¤/206", "¤/2"),
)


def is_time_left(text: str, times: Sequence[StatedTime], others: Iterable[tuple[int, int]], *, named: bool) -> bool:
    """Whether a clause says anything of time, cited documents apart, beside its times and the `others` text[start:end].

    `named`: other periods may name what is reported on.
    """
    letters = list(without_citations(text))
    for start, end in (*((t.lead_start, t.end) for t in times), *others):
        letters[start:end] = READ * (end - start)
    left = "".join(letters)
    if named:
        left = _NAMED.sub(_known, left)
    left = _TELLS_NOTHING.sub(_known, left)
    if UNREAD.search(left):
        return True
    left = _DEEDS.sub(_known, left)
    return any(
        _BEHIND.match(left, t.end) or (t.lead in ("", "ngày") and _BEFORE.search(left, 0, t.lead_start)) for t in times
    )


#: A word that is not known to stand right before or behind a time: "Trướv ngày 30/6" may mean another day.
_BEFORE = re.compile(r"[^\W\d_]\.?\s*$")
_BEHIND = re.compile(r"\s*[^\W\d_]")


def _known(match: re.Match[str]) -> str:
    return "_" * len(match[0])
