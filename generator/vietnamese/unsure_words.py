"""Words that a report to be signed does without: they say that its writer does not know."""

from __future__ import annotations

import re

from generator.vietnamese.rules import Rule, Rules
from generator.vietnamese.text import composed

#: A number, as a word or in figures, right behind "khoảng"; "khoảng cách", "khoảng thời gian" measure something.
_AMOUNT = r"(?:\d|một|hai|ba|vài|mấy|hơn|gần|trên|dưới|nửa|chục|trăm)"
_MOST_OF = r"(?:đa số|phần lớn|hầu hết)"

UNSURE = Rules(
    Rule("almost", r"\bgần như\b[^.;,\n]{0,30}", "Gần như hoàn thành việc rà soát", "Gần như hoàn thành việc rà soát"),
    Rule("about", rf"\bkhoảng {_AMOUNT}[^.;,\n]{{0,20}}", "tiếp nhận khoảng 50 hồ sơ", "khoảng 50 hồ sơ"),
    Rule(
        "perhaps",
        r"\bcó thể (?:là|do|vì|sẽ|đã|chưa|không|chậm)\b[^.;,\n]{0,30}",
        "chậm, có thể do thiếu người",
        "có thể do thiếu người",
    ),
    Rule("most", rf"\b{_MOST_OF}\b[^.;,\n\d]*(?=[.;,\n]|$)", "Đa số người dân hài lòng.", "Đa số người dân hài lòng"),
)


def unsure_words(text: str) -> list[str]:
    """Return the doubtful phrases of a text, as written; "đa số" with a figure behind it is none."""
    return [re.sub(r"\s+", " ", match[0]).strip() for match in UNSURE.pattern.finditer(composed(text))]
