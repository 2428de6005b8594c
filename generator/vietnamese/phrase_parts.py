"""A deadline's phrase taken apart: spelling made one, lines joined that a cell broke, a clause for each thing due."""

from __future__ import annotations

import re

from generator.vietnamese.extension import starts_an_extension
from generator.vietnamese.rules import Rule, Rules
from generator.vietnamese.stated_time import QUARTER, Grain, StatedTime, find_stated_times
from generator.vietnamese.text import composed

#: Words of time as they are spelled or mistyped; each row means the usual spelling, of as many letters.
SPELLINGS = Rules(
    Rule("quarter", r"\b(?:quí|qúy)\b", "Quí II", "Quí", "quý"),
    Rule("quarter_without_tone", rf"\bquy(?=\s+(?:{QUARTER})\b)", "Quy 3/2026", "Quy", "quý"),
    Rule("period", r"\bkì\b", "Tháng cuối kì", "kì", "kỳ"),
    Rule("before", r"\btr(?:uớ|ươ|ứơ|ưó|uơ|uo)c\b", "Truớc 30/6", "Truớc", "trước"),
    Rule("day", r"\bngay(?=\s+\d)", "Trước ngay 30/6", "ngay", "ngày"),
    Rule("month", r"\bthang(?=\s+\d)", "Thang 5/2026", "Thang", "tháng"),
)


def respelled(phrase: str) -> tuple[str, dict[str, str]]:
    """Return the phrase with words of time in their usual spelling, and each such word as it was written."""
    written: dict[str, str] = {}

    def usual(match: re.Match[str]) -> str:
        word = str(SPELLINGS.of(match).meaning)
        word = word.upper() if match[0].isupper() else match[0][0] + word[1:]
        written[word] = match[0]
        return word

    return SPELLINGS.pattern.sub(usual, composed(phrase)), written


#: A line ends in the middle of a time: "Trước⏎30/6/2026", "Tháng 6⏎năm 2026".
_BROKEN_LINE = re.compile(
    r"(?<=\w)\s*\n\s*(?=(?:năm\s+20\d\d|của\s)|/)"
    r"|(?:(?<=trước)|(?<=ngày)|(?<=tháng)|(?<=quý)|(?<=năm)|(?<=đến)|(?<=nhất)|(?<=trong)|(?<=hạn))\s*\n\s*(?=[\dIVngtq])",
    re.IGNORECASE,
)

UPPER = "A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ"
_BULLET = re.compile(r"^\s*(?:[-–+*•·]|\(?(?:[a-zđ]|\d{1,2})\))\s*")
_DAY_OR_PERIOD = (
    r"(?:(?:(?:[Đđ]ến|[Tt]rước|[Hh]ết|[Cc]hậm nhất)\s+)*(?:[Nn]gày\s+)?\d{1,2}/\d{1,2}(?:/\d{2,4})?"
    r"|(?:(?:[Đđ]ến|[Tt]rước|[Tt]rong|[Hh]ết|[Cc]uối)\s+)*(?:[Tt]háng\s+\d{1,2}|[Qq]uý\s+[IVX1-4]+)(?:/\d{4})?"
    r"|(?:[Cc]ả|[Cc]uối)\s+năm(?:\s+20\d\d)?)"
)
#: A list of days or months goes on after the semicolon.
_LIST_GOES_ON = r"(?:[Nn]gày\s+)?\d{1,2}(?:/\d{1,2}(?:/\d{2,4})?)?\s*(?:[;.)]|và\b|h[ằà]ng\b|mỗi\b|$)"
_STARTS_A_TIME = r"(?:trước|chậm|đến|tháng\s+\d|quý\s)"
#: A month or quarter with a day of its own: "tháng 12: ngày 5", "tháng cuối quý nộp trước ngày 15".
_ITS_DAY = r"\s*:?\s*(?:(?:là|thì|gửi|nộp|vào)\s+)?(?:trước|ngày|chậm)\b"
_MONTH_ALONE = r"(?:các\s+)?tháng\s+(?:\d{1,2}|cuối\s+(?:mỗi\s+)?quý)"
MONTH_WITH_ITS_DAY = rf"{_MONTH_ALONE}{_ITS_DAY}"
QUARTER_WITH_ITS_DAY = rf"quý\s+(?:[IV]+|\d),?{_ITS_DAY}"
#: Where one thing due ends and the next begins. The example of a row comes apart there, and only by this row.
BREAKS = Rules(
    Rule("line", r"\n", "Quý I\nQuý II", "Quý I | Quý II"),
    Rule("semicolon", rf";(?!\s*{_LIST_GOES_ON})", "Quý I; Quý II", "Quý I | Quý II"),
    Rule("sentence", rf"(?<=\.)\s+(?=[{UPPER}])", "Quý I. Quý II", "Quý I. | Quý II"),
    Rule("year", rf"(?<=20\d\d)\s+(?=[{UPPER}])", "Năm 2023 Báo cáo quý I", "Năm 2023 | Báo cáo quý I"),
    Rule("except", r"\s*[,(]\s*(?=riêng\b)", "Quý I, riêng xã A quý II", "Quý I | riêng xã A quý II"),
    Rule(
        "month_except",
        rf"\s*\(\s*(?={MONTH_WITH_ITS_DAY})",
        "Hằng tháng (tháng 12: ngày 5)",
        "Hằng tháng | tháng 12: ngày 5)",
    ),
    Rule(
        "month_apart",
        rf",\s+(?={MONTH_WITH_ITS_DAY})",
        "Ngày 25 hằng tháng, tháng 2 ngày 20",
        "Ngày 25 hằng tháng | tháng 2 ngày 20",
    ),
    Rule(
        "without",
        r"\s*[,(]\s*(?=trừ\s+(?:các\s+)?(?:tháng|quý)\b)",
        "Hằng tháng (trừ tháng 6)",
        "Hằng tháng | trừ tháng 6)",
    ),
    Rule(
        "ongoing",
        rf"(?<=[Tt]hường\sxuyên)[,.]?\s+(?=[{UPPER}]|riêng\b)",
        "Thường xuyên Báo cáo quý I",
        "Thường xuyên | Báo cáo quý I",
    ),
    Rule(
        "ongoing_with",
        r"(?<=[Tt]hường\sxuyên)\s*\((?!gia hạn)(?=[^()]*\d)",
        "Thường xuyên (sơ kết tháng 6)",
        "Thường xuyên | sơ kết tháng 6)",
    ),
    Rule(
        "share",
        r"(?<=%),\s+(?=(?:(?:đến|trước|chậm nhất|hết)\s+(?:ngày\s+)?)?\d{1,2}/\d)",
        "30/6 đạt 50%, trước 30/9 xong",
        "30/6 đạt 50% | trước 30/9 xong",
    ),
    Rule(
        "rest",
        r",\s+(?=(?:(?:phần|số|khối lượng)\s+)?còn\s+lại\b)",
        "50% quý I, còn lại quý II",
        "50% quý I | còn lại quý II",
    ),
    Rule(
        "bracket",
        r"(?<=\))\s*(?:,|\bvà\b)\s+(?=[^,;()]{2,40}\([^()]*\d)",
        "6 tháng (quý II), năm (30/11)",
        "6 tháng (quý II) | năm (30/11)",
    ),
    Rule(
        "bracket_time",
        rf"(?<=\))\s*(?:,|\bvà\b)\s+(?={_STARTS_A_TIME})",
        "Quý I (sơ kết), quý II",
        "Quý I (sơ kết) | quý II",
    ),
    Rule(
        "report",
        r",\s+(?=(?:[Nn]ăm|\d{1,2}\s+tháng|[Qq]uý\s+[IVX]+|(?:[Bb]áo\s+cáo|BC)\s+[^\d,;]{2,30})\s+(?:trước|chậm)\s)",
        "6 tháng trước 10/6, năm trước 10/12",
        "6 tháng trước 10/6 | năm trước 10/12",
    ),
    flags=re.NOFLAG,
)
_BREAKS = re.compile(BREAKS.alternatives)
#: Each share with its day: "30/6 đạt 50%, 31/12 đạt 100%", "30% quý I, 60% quý II", "50% (30/6), 100% (31/12)".
_SHARE_BREAKS = re.compile(
    rf"\s*(?:,|\bvà\b)\s+(?={_DAY_OR_PERIOD}\s*:?\s*[^,;%]{{0,40}}\d\s?%)"
    r"|\s*(?:,|\bvà\b)\s+(?=(?:(?:đạt|hoàn thành|giải ngân|xong)\s+)?\d{1,3}(?:,\d+)?\s?%)"
)
_LIST_BREAKS = re.compile(rf"{BREAKS.alternatives}|\s+[-–+]\s+(?=[{UPPER}])")


def split_clauses(text: str) -> list[str]:
    """Return the clauses of a phrase, each with what is due and its time."""
    text = _BROKEN_LINE.sub(" ", text)
    breaks = _LIST_BREAKS if _BULLET.match(text) else _BREAKS
    clauses: list[str] = []
    for part in (" ".join(_BULLET.sub("", part).split()) for part in breaks.split(text)):
        if not part.strip(" .,:-"):
            continue
        if clauses and (starts_an_extension(part) or _in_an_open_extension(clauses[-1])):
            clauses[-1] = f"{clauses[-1]}, {part}"
        else:
            clauses += [step for share in _shares_apart(part) for step in _steps_apart(share)]
    return clauses


def _shares_apart(part: str) -> list[str]:
    pieces = _SHARE_BREAKS.split(part)
    return pieces if all("%" in piece for piece in pieces) else [part]


_STEP_BREAK = re.compile(r"\s*,\s+(?:(?:và|rồi)\s+)?|\s+(?:và|rồi)\s+(?=[a-zđà-ỹ])", re.IGNORECASE)


def _steps_apart(part: str) -> list[str]:
    """Steps with a time each: "Trình trước 15/5/2026, ban hành trong tháng 5/2026"."""
    if len(_times(part)) < 2 or "(" in part:
        return [part]
    steps: list[str] = []
    held, end = "", 0
    for match in [*_STEP_BREAK.finditer(part), None]:
        piece = part[end : match.start() if match else len(part)]
        held, end = held + piece, match.end() if match else len(part)
        if _times(piece):
            steps.append(held)
            held = ""
        elif match:
            held += match[0]
    if held or not all(_has_words(step) for step in steps):
        return [part]
    return steps


#: What a month or quarter stands behind when it only names something: "báo cáo tháng 6", "số liệu quý II".
_NAMED_BY = re.compile(
    r"\b(?:báo\s+cáo|BC|số\s+liệu|kỳ|kế\s+hoạch|chương\s+trình|họp|lương|đánh\s+giá)\s*$", re.IGNORECASE
)


def _times(text: str) -> list[StatedTime]:
    """The times of a text at which something is due, without those that only name something."""
    return [t for t in find_stated_times(text, 0) if t.grain is Grain.DAY or t.lead or _is_due(t, text)]


def _is_due(time: StatedTime, text: str) -> bool:
    return time.grain in (Grain.MONTH, Grain.QUARTER) and not _NAMED_BY.search(text, 0, time.start)


def _has_words(step: str) -> bool:
    times = _times(step)
    rest = step[: times[0].lead_start] + step[times[-1].end :]
    return len(times) == 1 and bool(re.search(r"\b(?!và\b|xong\b)[^\W\d]{2,}", rest))


def _in_an_open_extension(clause: str) -> bool:
    return "gia hạn" in clause.lower() and clause.count("(") > clause.count(")")
