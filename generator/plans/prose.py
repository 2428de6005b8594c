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
from generator.plans.said import bracketed, is_given, labelled, stated_deadline
from generator.vietnamese.office_spans import NAME

#: Below the name of an office: "1. Phòng Nội vụ" / "- Chủ trì xây dựng ...".
_NO_SUBJECT = re.compile(r"(?:chủ trì|phối hợp|tham mưu)\b", re.IGNORECASE)
_AN_AIM = re.compile(r"(?:mục tiêu|mục đích|yêu cầu|kinh phí)\b[^:]{0,30}:", re.IGNORECASE)
_AN_OFFICE = re.compile(rf"(?:Giao|Đề nghị)?\s*(?P<name>{NAME}(?:(?:,|;|\s+và)\s+{NAME})*)\s*[:.]?")


def read_prose(paragraphs: list[Paragraph]) -> DraftPlan | None:
    """Return the sections and tasks of a plan's text, with what is no task outside; None when it holds none."""
    tops = outline(paragraphs)
    parts = [p for p in tops if p.is_of_tasks] or [p for p in tops if not p.is_of_no_tasks]
    reader = _ProseReader()
    for part in parts:
        reader.take(part, {})
    if not any(section.tasks for section in reader.plan.sections):
        return None
    for point in chain.from_iterable(p for p in tops if p not in parts):
        if is_given(point.text) and stated_deadline(point.text):
            reader.tell(point)
    reader.plan.outside = [p for p in paragraphs if id(p) not in reader.taken]
    return reader.plan


class _ProseReader:
    """Goes down the outline; what becomes a section or a task is `taken` out of the plan's words."""

    def __init__(self) -> None:
        self.plan = DraftPlan()
        self.taken: set[int] = set()

    def take(self, heading: Point, shared: dict[Role, str], number: str = "") -> None:
        """Take a heading's points as its tasks, or as headings of their own; `shared` is said of all of them."""
        number = number or heading.number
        said_of_all = self._said_of_all(heading)
        for _, said in said_of_all:
            shared = shared | said
        tasks = _tasks_among(heading.below)
        section = None
        for point in heading.below:
            if any(point is task for task in tasks):
                section = section or self._open(heading, number)
                self._take_task(point, section, shared)
            elif point.is_of_no_tasks or _AN_AIM.match(point.text) or self._is_taken(point):
                section = None
            elif any(_says_something(below) for below in list(point)[1:]):
                section = None
                self._take_heading(heading, number, point, shared)
            else:
                self.tell(point)
        tasks_taken = chain.from_iterable(section.tasks for section in self.plan.sections)
        kept = {words for task in tasks_taken for words in task.fields.values()}
        for point, said in said_of_all:
            if not kept.issuperset(said.values()):
                self.taken.difference_update(id(p) for p in point.paragraphs)

    def _said_of_all(self, heading: Point) -> list[tuple[Point, dict[Role, str]]]:
        """Points of labels alone with what they say of those beside them: "c) Phân công: Phòng Tư pháp chủ trì"."""
        shared: list[tuple[Point, dict[Role, str]]] = []
        for point in heading.below:
            text, said = labelled(point.text)
            if said and not text and not point.below and len(heading.below) > 1:
                shared.append((point, said))
                self.taken.update(id(p) for p in point.paragraphs)
        return shared

    def _is_taken(self, point: Point) -> bool:
        return all(id(p) in self.taken for p in point.paragraphs)

    def _take_heading(self, heading: Point, number: str, point: Point, shared: dict[Role, str]) -> None:
        if not any(s.number == number and s.place == heading.place for s in self.plan.sections):
            self._open(heading, number)
        named = _AN_OFFICE.fullmatch(point.text)
        letter = len(point.number) == 1 and point.number.islower()
        self.take(
            point,
            shared | ({Role.LEAD: named["name"]} if named else {}),
            f"{number}.{point.number}" if letter and number else point.number,
        )

    def _open(self, heading: Point, number: str) -> DraftSection:
        self.taken.update(id(p) for p in heading.paragraphs)
        section = DraftSection(number, " ".join(heading.text.rstrip(":.").split()), heading.place)
        self.plan.sections.append(section)
        return section

    def _take_task(self, point: Point, section: DraftSection, shared: dict[Role, str]) -> None:
        self.taken.update(id(p) for below in point for p in below.paragraphs)
        text, said = labelled("\n".join(_lines(point)))
        said = said or bracketed(text)
        if not said and is_given(text):
            said[Role.HOW] = text
        if Role.DEADLINE not in said and (phrase := stated_deadline(text)):
            said[Role.DEADLINE] = phrase
        leads_itself = Role.LEAD in said or (Role.HOW in said and not _NO_SUBJECT.match(text))
        for role, words in shared.items():
            if role not in said and not (leads_itself and role in (Role.LEAD, Role.HOW)):
                said[role] = words
        number = point.number or str(len(section.tasks) + 1)
        section.tasks.append(DraftTask(number, point.place, {Role.TASK: text, **said}))

    def tell(self, point: Point) -> None:
        """A point beside the tasks, or one elsewhere that gives work by a day: it may be a task."""
        phrase = stated_deadline(point.text)
        when = f", “{phrase}”" if phrase else ""
        words = " ".join(point.text.split())[:100]
        message = f"có thể là một nhiệm vụ{when}, đang để ở Lời văn: “{words}”"
        self.plan.remarks.append(Remark(RemarkKind.DOUBT, point.place, message))


def _tasks_among(points: list[Point]) -> list[Point]:
    """Those of points side by side that are tasks: the plain ones of a list are when the others are."""
    saying = [p for p in points if _is_task(p)]
    if saying and (points[0].depth < DASH or 2 * len(saying) >= len(points)):
        return [p for p in points if p in saying or _is_plain(p)]
    return saying


def _is_plain(point: Point) -> bool:
    """Words alone, which nothing below says more of."""
    return bool(labelled(point.text)[0]) and not point.is_of_no_tasks and not any(map(_says_something, list(point)[1:]))


def _is_task(point: Point) -> bool:
    """Whether a point says itself who does it and when, not only points below it."""
    if point.is_of_no_tasks or (not labelled(point.text)[0] and not point.below):
        return False
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
