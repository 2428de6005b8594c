"""The outline of a plan written as text: parts, points, letters and dashes, each with what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.plans.blocks import Paragraph

#: How deep a mark stands; each below the ones above it. "1.1" stands deeper by each of its dots.
_MARKS = (
    (re.compile(r"(?:PHẦN|Phần|Mục|MỤC)\s+(?P<number>[IVXLC]+|\d+|[A-ZĐ])\s*[.:–-]?\s*"), 0),
    (re.compile(r"(?P<number>[IVXLC]{1,6})\s*[.):/–-]+\s*(?=\S)"), 1),
    (re.compile(r"(?P<number>[A-HĐK])\s*[.)]\s+(?=\S)"), 0),
    (re.compile(r"(?P<number>[IVXLC]{1,6}(?:\.\d{1,2})+)[.):]?\s+"), 2),
    (re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})+)[.):]?\s+(?!\d*%)"), 2),
    (re.compile(r"(?P<number>\d{1,3})[.:]\s+"), 2),
    (re.compile(r"(?:Nhiệm vụ|Giải pháp|Nội dung)\s+(?P<number>\d{1,3})\s*[.:)]\s*"), 2),
    (re.compile(r"(?P<number>[a-zđ])\s*[.)]\s+"), 7),
    (re.compile(r"\(?(?P<number>\d{1,3})\)\s+"), 8),
    (re.compile(r"(?P<number>)[-–]\s*(?=\S)"), 9),
    (re.compile(r"(?P<number>)[+*•o]\s+"), 10),
)
_TOP, DEPTH_OF_PARTS, DASH = 1, 2, 9
_OF_TASKS = re.compile(r"nhiệm vụ|giải pháp|nội dung|công việc|hoạt động|biện pháp|phân công", re.IGNORECASE)
_OF_NO_TASKS = re.compile(
    r"^(?:mục đích|yêu cầu|mục tiêu(?! chất lượng)|quan điểm|chỉ tiêu|tổ chức thực hiện|kinh phí|nguồn lực|căn cứ"
    r"|phạm vi|đối tượng|nguyên tắc|phương châm|bối cảnh|đánh giá|tình hình|kết quả|thời gian|dự toán|chế độ báo cáo"
    r"|trách nhiệm|khen thưởng|kiến nghị|đề xuất)\b",
    re.IGNORECASE,
)
#: A title has few words; more of them are a sentence.
_WORDS_OF_A_TITLE = 8
#: Where the plan's own words end.
_ENDS = re.compile(
    r"^(?:Nơi nhận|Trên đây là|Kế hoạch này|Trong quá trình|Yêu cầu (?:các|Thủ trưởng)|Đề nghị các cơ quan, đơn vị"
    r"|(?:TM|KT|TL|TUQ)\s*\.|PHỤ LỤC|Phụ lục)|\./\.\s*$",
)


@dataclass(slots=True)
class Point:
    """A numbered or dashed piece of a text, whole, with the pieces below it. `depth` grows downwards."""

    number: str
    text: str
    place: str
    depth: int
    paragraphs: list[Paragraph] = field(default_factory=list)
    below: list[Point] = field(default_factory=list)

    @property
    def is_of_tasks(self) -> bool:
        """Its title speaks of duties and measures."""
        return _OF_TASKS.search(self.text) is not None and not self.is_of_no_tasks

    @property
    def is_of_no_tasks(self) -> bool:
        """Its title speaks of purposes, means, or how the plan is carried out."""
        return is_of_no_tasks(self.text) and (bool(self.below) or self.depth <= DEPTH_OF_PARTS)

    def __iter__(self) -> Iterator[Point]:
        """Yield the point and all below it, in order."""
        yield self
        for point in self.below:
            yield from point


def is_of_no_tasks(title: str) -> bool:
    return len(title.split("\n")[0].split()) <= _WORDS_OF_A_TITLE and _OF_NO_TASKS.match(title) is not None


def outline(paragraphs: Iterable[Paragraph]) -> list[Point]:
    """Return the points of a text; what stands before the first and after the last belongs to none."""
    tops: list[Point] = []
    open_points: list[Point] = []
    for paragraph in paragraphs:
        line = paragraph.text.strip()
        if _ENDS.match(line):
            open_points = []
            continue
        point = _point(line, paragraph)
        if point is None or (not tops and point.depth >= DASH):
            if open_points:
                _go_on(open_points[-1], line, paragraph)
            continue
        while open_points and open_points[-1].depth >= point.depth:
            open_points.pop()
        if not open_points and tops and point.depth > 2:
            continue
        (open_points[-1].below if open_points else tops).append(point)
        open_points.append(point)
    return tops


def _point(line: str, paragraph: Paragraph) -> Point | None:
    for mark, depth in _MARKS:
        if match := mark.match(line):
            number = match["number"]
            deeper = depth + (number.count(".") if depth == 2 else 0)
            return Point(number, line[match.end() :].strip(), paragraph.place, deeper, [paragraph])
    if line.isupper() and (_OF_TASKS.match(line) or is_of_no_tasks(line)):
        return Point("", line, paragraph.place, _TOP, [paragraph])
    return None


def _go_on(point: Point, line: str, paragraph: Paragraph) -> None:
    """A line without a mark goes on in the middle of a sentence, or says more of the same point."""
    on_the_line = not point.text.endswith((".", ";", ":")) and (line[:1].islower() or line[:1].isdigit())
    point.text = f"{point.text}{' ' if on_the_line else chr(10)}{line}".strip()
    point.paragraphs.append(paragraph)
