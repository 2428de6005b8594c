"""Documents that a text cites, with their numbers and days: no deadline is in them."""

from __future__ import annotations

import re

from generator.vietnamese.rules import Rule, Rules

_DATE = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}"
_ISSUED = rf"ngày\s+(?:{_DATE}|\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+\d{{4}})"
#: A citation runs across no word that announces a deadline, nor across clauses.
_NO_DEADLINE = r"(?:(?!trước|chậm nhất|muộn nhất|đến ngày|hoàn thành|trong ngày|hạn)[^;\n]){0,80}?"
CITATIONS = Rules(
    Rule(
        "number",
        r"(?<!\w)\d{1,6}\w{0,3}(?:/\d{4})?[/-][A-ZĐ]\w{0,15}(?:[-/][A-ZĐ]\w{0,15}){0,4}"
        rf"(?:{_NO_DEADLINE}\b{_ISSUED})?",
        "Theo mẫu tại 61/2018/NĐ-CP ngày 23/4/2018, xong trước 30/6/2023",
        "61/2018/NĐ-CP ngày 23/4/2018",
    ),
    Rule(
        "ground",
        rf"(?:[Tt]heo|[Tt]ại|[Cc]ăn cứ)\s+(?:(?!trước|chậm|đến|trong)\w+\s+){{1,5}}{_ISSUED}",
        "Theo tờ trình ngày 3 tháng 2 năm 2023",
        "Theo tờ trình ngày 3 tháng 2 năm 2023",
    ),
    flags=re.NOFLAG,
)


def without_citations(text: str) -> str:
    """Return the text with numbers and dates of cited documents blanked, every position kept."""
    return CITATIONS.pattern.sub(lambda m: " " * len(m[0]), text)
