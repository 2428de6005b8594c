"""Plans without a table: the points of the text that are tasks, and what they say.

Points of parts such as "Nhiệm vụ, giải pháp" are tasks when they carry labels or give work to somebody, or stand beside
such. Purposes, requirements and how the plan is carried out stay words; what may be a task there is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from generator.plans.blocks import Paragraph, Remark, RemarkKind
from generator.plans.columns import Role
from generator.plans.draft import DraftPlan, DraftSection, DraftTask
from generator.plans.headings import DASH, Point, outline
from generator.plans.said import is_given, labelled, stated_deadline
from generator.vietnamese.office_spans import NAME

_TASKS = re.compile(r"nhiệm vụ|giải pháp|nội dung|công việc|hoạt động|biện pháp|phân công", re.IGNORECASE)
_NO_TASKS = re.compile(
    r"^(?:mục đích|yêu cầu|mục tiêu(?! chất lượng)|quan điểm|chỉ tiêu|tổ chức thực hiện|kinh phí|nguồn lực|căn cứ|đối tượng"
    r"|phạm vi|nguyên tắc|phương châm|bối cảnh|đánh giá|tình hình|kết quả|thời gian|dự toán|chế độ báo cáo|trách nhiệm"
    r"|khen thưởng|kiến nghị|đề xuất)\b",
    re.IGNORECASE,
)
_AN_OFFICE = re.compile(rf"(?:Giao|Đề nghị)?\s*(?P<name>{NAME.pattern}(?:(?:,|;|\s+và)\s+{NAME.pattern})*)\s*[:.]?")


def read_prose(paragraphs: list[Paragraph]) -> DraftPlan | None:
    """Return the sections and tasks of a plan's text, with what is no task outside; None when it holds none."""
    tops = outline(paragraphs)
    parts = [p for p in tops if _TASKS.search(p.text) and not _NO_TASKS.match(p.text)]
    parts = parts or [p for p in tops if not _NO_TASKS.match(p.text)]
    reader = _ProseReader()
    for part in parts:
        reader.take(part, "")
    if not any(section.tasks for section in reader.plan.sections):
        return None
    for point in chain.from_iterable(p for p in tops if p not in parts):
        if is_given(point.text) and (phrase := stated_deadline(point.text)):
            reader.may_be_a_task(point, phrase)
    reader.plan.outside = [p for p in paragraphs if id(p) not in reader.taken]
    return reader.plan


class _ProseReader:
    """Goes down the outline; what becomes a section or a task is `taken` out of the plan's words."""

    def __init__(self) -> None:
        self.plan = DraftPlan()
        self.taken: set[int] = set()

    def take(self, heading: Point, office: str) -> None:
        """Take a heading's points as its tasks, or as headings of their own."""
        tasks = _tasks_among(heading.below)
        section = None
        for point in heading.below:
            if _NO_TASKS.match(point.text):
                section = None
            elif any(point is task for task in tasks):
                section = section or self._open(heading)
                self._take_task(point, section, office)
            elif any(_says_something(below) for below in list(point)[1:]):
                section = None
                self._take_heading(heading, point, office)
            elif is_given(point.text) or stated_deadline(point.text):
                self.may_be_a_task(point, stated_deadline(point.text))

    def _take_heading(self, heading: Point, point: Point, office: str) -> None:
        if not any(s.number == heading.number and s.title == heading.text for s in self.plan.sections):
            self._open(heading)
        named = _AN_OFFICE.fullmatch(point.text)
        self.take(point, named["name"] if named else office)

    def _open(self, heading: Point) -> DraftSection:
        self.taken.update(id(p) for p in heading.paragraphs)
        section = DraftSection(heading.number, " ".join(heading.text.rstrip(":.").split()), heading.place)
        self.plan.sections.append(section)
        return section

    def _take_task(self, point: Point, section: DraftSection, office: str) -> None:
        self.taken.update(id(p) for below in point for p in below.paragraphs)
        text, said = labelled("\n".join(_lines(point)))
        given = is_given(text)
        if not said and given:
            said[Role.HOW] = text
        if Role.DEADLINE not in said and (phrase := stated_deadline(text)):
            said[Role.DEADLINE] = phrase
        if office and not given and not said.keys() & {Role.LEAD, Role.HOW}:
            said[Role.LEAD] = office
        number = point.number or str(len(section.tasks) + 1)
        section.tasks.append(DraftTask(number, point.place, {Role.TASK: text, **said}))

    def may_be_a_task(self, point: Point, phrase: str) -> None:
        when = f", “{phrase}”" if phrase else ""
        message = f"có thể là một nhiệm vụ{when}, đang để ở Lời văn: “{point.text[:100]}”"
        self.plan.remarks.append(Remark(RemarkKind.DOUBT, point.place, message))


def _tasks_among(points: list[Point]) -> list[Point]:
    """Those of points side by side that are tasks: the plain ones of a list are when the others are."""
    saying = [p for p in points if _is_task(p)]
    if saying and (points[0].depth < DASH or 2 * len(saying) >= len(points)):
        return [p for p in points if p in saying or not any(_says_something(b) for b in list(p)[1:])]
    return saying


def _is_task(point: Point) -> bool:
    """Whether a point says itself who does it and when, not only points below it."""
    if any(_is_task(below) for below in point.below if below.depth < DASH):
        return False
    own = [point.text, *(b.text for b in point.below if b.depth >= DASH)]
    if labelled("\n".join(own))[1]:
        return len([b for b in point.below if len(labelled(b.text)[1]) >= 2]) < 2
    return is_given(point.text) or bool(stated_deadline(point.text))


def _says_something(point: Point) -> bool:
    return bool(labelled(point.text)[1] or is_given(point.text) or stated_deadline(point.text))


def _lines(point: Point) -> Iterator[str]:
    """The text of a point and of all below it, with their marks."""
    yield point.text
    for below in list(point)[1:]:
        mark = f"{below.number})" if below.number else "-"
        yield f"{mark} {below.text}"
