"""Percentages that a sentence derives from two counts beside them, and whether they agree.

Only what cannot be meant otherwise is compared: "có 20/27 phường đạt 100%" speaks of what each of the twenty reached,
"hoàn thành 90/120 nhiệm vụ, đạt 75%" of the share itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.agreement.doubt import WHOLE, count

_PERCENT = r"(?P<percent>\d{1,3}(?:[.,]\d{1,2})?)\s?%"
#: What is counted, up to the mark or word that brings in the percentage.
_THINGS = r"(?:\s+[^\W\d](?:(?!trong đó|riêng |còn )[^;:.()%\d]){0,80}?)?"
_NAMED = r"(?:(?:đạt|chiếm|bằng|tương ứng|tương đương|ứng với)\s+)?(?:(?:với\s+)?t[ỷỉ] lệ\s+(?:là\s+|đạt\s+)?)?"
#: After the percentage its clause ends: "đạt 100% yêu cầu" or "100% trở lên" measures something else.
_ENDS = r"(?=\s*(?:[.,;:)\]]|$|và\s|kế hoạch\s*(?:[.;,)]|$)|tổng số|so với tổng))"
_BROUGHT = rf"(?:\s*\(\s*{_NAMED}|\s*,\s*(?=đạt|chiếm|bằng|tương|ứng|t[ỷỉ] lệ){_NAMED}|\s+(?=chiếm|tương|ứng){_NAMED})"
_DIRECT = r"\s+đạt\s+(?:t[ỷỉ] lệ\s+)?"
#: Of these no single one reaches a percentage, so that "đạt" can only speak of their share.
_SINGLE = r"(?:hồ sơ|văn bản|phiếu|lượt|cuộc|ý kiến|phản ánh|kiến nghị|nhiệm vụ|người)"
_VERB = r"(?:hoàn thành|giải quyết|xử lý|thực hiện|tiếp nhận|trả lời)\s+(?:được\s+)?"
_FRACTION = rf"(?<![\w/.,-])(?P<part>{WHOLE})/(?P<whole>{WHOLE})(?![/\d]|\.\d)"
_OUT_OF = (
    rf"(?<![\w/.,-])(?P<part>{WHOLE})(?:(?:\s+[^\W\d][^;:.,()%\d]{{0,40}}?)?\s+(?:trên|trong)\s+tổng số\s+|\s+trên\s+)"
    rf"(?P<whole>{WHOLE})(?![/\d]|\.\d)"
)
_SAME = r"(?P<thing>nhiệm vụ|hồ sơ|văn bản|chỉ tiêu|thủ tục|phiếu|kiến nghị|TTHC)"
_DONE_OF_ALL = (
    rf"\b(?:có|đề ra|giao|tổng số|trong|tiếp nhận)\s+(?P<whole>{WHOLE})\s+{_SAME}\b[^.;%\d()]{{0,50}},\s+(?:đã\s+)?"
    rf"(?:hoàn thành|giải quyết|thực hiện|xử lý)\s+(?:được\s+)?(?P<part>{WHOLE})\s+(?P=thing)\b[^.;%\d()]{{0,30}}"
)
_FORMS = tuple(
    re.compile(f"(?i){form}")
    for form in (
        f"{_FRACTION}{_THINGS}{_BROUGHT}{_PERCENT}{_ENDS}",
        f"{_OUT_OF}{_THINGS}(?:{_BROUGHT}|{_DIRECT}){_PERCENT}{_ENDS}",
        f"{_PERCENT}\\s*\\((?:lũy kế\\s*[;,]\\s*)?{_FRACTION}",
        f"{_DONE_OF_ALL}(?:\\s*\\(|,\\s*){_NAMED}{_PERCENT}",
        f"{_VERB}{_FRACTION}\\s+{_SINGLE}[^;:.,()%\\d]{{0,40}}?{_DIRECT}{_PERCENT}{_ENDS}",
    )
)
_ALL_OR_NONE = (0.0, 100.0)
_MOST_PLACES = 6
#: A day of the year or the number of a document is no fraction.
_NO_FRACTION = re.compile(r"(?i)(?:ngày|dịp|kỷ niệm|lễ|tháng|số|kế hoạch|nghị quyết|quyết định|đợt)\s*$")


@dataclass(frozen=True, slots=True)
class StatedShare:
    """A percentage and the counts it is said of, all as written; `at` is where its digits begin in the text."""

    part: str
    whole: str
    stated: str
    at: int

    @property
    def doubt(self) -> str:
        """What the counts give when the percentage is neither that rounded nor that cut off; nothing if it agrees.

        All and none are said only when they are so: 199/200 is not 100%.
        """
        digits = len(self.stated.replace(".", ",").partition(",")[2])
        exact, stated = count(self.part) / count(self.whole) * 100, float(self.stated.replace(",", "."))
        unit = 10**-digits
        rounded = abs(exact - stated) <= unit / 2 + 1e-9
        cut_off = digits > 0 and -1e-9 <= exact - stated < unit
        if exact == stated or ((rounded or cut_off) and stated not in _ALL_OR_NONE):
            return ""
        places = max(digits, 1)
        while places < _MOST_PLACES and exact not in _ALL_OR_NONE and round(exact, places) in _ALL_OR_NONE:
            places += 1
        return f"{self.part}/{self.whole} là {_written(exact, places)}%"


def _written(value: float, places: int) -> str:
    """A number as reports write it: "75", "27,4"."""
    whole, _, rest = f"{value:.{places}f}".partition(".")
    rest = rest.rstrip("0")
    return f"{whole},{rest}" if rest else whole


def stated_shares(text: str) -> Iterator[StatedShare]:
    """Yield the percentages of a text that belong to two counts, each once."""
    seen: set[int] = set()
    for form in _FORMS:
        for found in form.finditer(text):
            at = found.start("percent")
            if count(found["whole"]) and at not in seen and not _NO_FRACTION.search(text[: found.start("part")]):
                seen.add(at)
                yield StatedShare(found["part"], found["whole"], found["percent"], at)
