"""What was found in a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.check.elements.words import TYPED_LINE
from generator.word.read.blocks import Table
from generator.word.read.paragraph import Paragraph
from generator.word.render.times_widths import longest_line

#: Why a paper that names no agency is not judged by what it lacks.
MAYBE_PRIVATE = "không có tên cơ quan, không nhận ra tên loại: có thể là đơn, bản khai của cá nhân"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A line under a text. `length` is in points, None when it cannot be told; `border` is set if it is one."""

    length: float | None
    solid: bool
    at: Paragraph
    border: bool = False


@dataclass(frozen=True, slots=True)
class BodyItem:
    """A paragraph of the body and what it is: van, khoan, diem, dieu, de_muc, phan_chuong, …; `number` as written."""

    kind: str
    paragraph: Paragraph
    number: str = ""
    mark: str = ""
    gap_above: bool = False


@dataclass(slots=True)
class Appendix:
    """An appendix from its label to the next one or the end."""

    label: Paragraph
    number: str
    own_line: bool
    reference: Paragraph | None = None
    reference_words: str = ""
    rule_line: bool = False
    last: Paragraph | None = None


@dataclass(slots=True)
class Elements:
    """The elements of a document.

    `by_name` has those found, `unclear` says why others cannot be told, `misplaced` has the rules of place that
    were seen to fail while looking; `attached` says that it was issued with a decision, whose number it has;
    `columns_by_hand` says, when it is so, that the two columns of the header are tabs or text boxes;
    `subject_below` that the subject of a letter stands below the header; `recipients` are the items of Nơi nhận, each
    of as many paragraphs as it takes.
    """

    kind: str = "khac"
    type_name: str = ""
    by_name: dict[str, list[Paragraph]] = field(default_factory=dict)
    unclear: dict[str, str] = field(default_factory=dict)
    misplaced: set[str] = field(default_factory=set)
    rule_lines: dict[str, list[RuleLine]] = field(default_factory=dict)
    body: list[BodyItem] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    appendices: list[Appendix] = field(default_factory=list)
    blank_above_trich_yeu: bool = False
    addressees: list[Paragraph] = field(default_factory=list)
    attached: bool = False
    columns_by_hand: str = ""
    subject_below: bool = False
    recipients: list[tuple[Paragraph, ...]] = field(default_factory=list)

    def add(self, name: str, *paragraphs: Paragraph) -> None:
        self.by_name.setdefault(name, []).extend(paragraphs)

    def first(self, name: str) -> Paragraph | None:
        found = self.by_name.get(name)
        return found[0] if found else None

    def all(self, *names: str) -> list[Paragraph]:
        return [paragraph for name in names for paragraph in self.by_name.get(name, ())]

    @property
    def usual_size(self) -> float:
        """The size most of the body's plain text has; 0 when there is none."""
        sizes: Counter[float] = Counter()
        for item in self.body:
            if item.kind == "van":
                sizes[item.paragraph.size] += len(item.paragraph.words)
        return sizes.most_common(1)[0][0] if sizes else 0.0

    @property
    def usual_first_line(self) -> float:
        """Where most of the body's paragraphs begin, in points from the margin; 0 when there are none."""
        starts = Counter(round(item.paragraph.starts_at, 1) for item in self.body if item.kind == "van")
        return starts.most_common(1)[0][0] if starts else 0.0

    @property
    def may_be_private(self) -> bool:
        """Whether nothing says that an agency issued it: a person's application has no number, no office signs it."""
        return self.kind == "khac" and not any(name in self.by_name for name in ("co_quan", "so_ky_hieu", "chuc_vu"))

    @property
    def is_letter(self) -> bool:
        return self.kind == "cong-van"

    @property
    def has_header(self) -> bool:
        return "quoc_hieu" in self.by_name


def rule_lines_in(paragraphs: Iterable[Paragraph]) -> list[RuleLine]:
    """Return the lines that the paragraphs hold: borders, drawn shapes, rows of dashes."""
    found: list[RuleLine] = []
    for paragraph in paragraphs:
        if paragraph.border:
            room = paragraph.room - paragraph.left - paragraph.right
            found.append(RuleLine(room if paragraph.room > 0 else None, _is_solid(paragraph.border), paragraph, True))
        found += (RuleLine(line.length, line.solid, paragraph) for line in paragraph.lines)
        if TYPED_LINE.match(paragraph.words):
            found.append(RuleLine(paragraph.width(), paragraph.words[0] in "_–—", paragraph))
    return found


def underlined(paragraphs: Sequence[Paragraph]) -> list[RuleLine]:
    """Return the underlining of text as a rule line, the only one when somebody made it so."""
    for paragraph in paragraphs:
        marked = [run for run in paragraph.spoken if run.underline]
        if marked:
            share = sum(len(run.text) for run in marked) / max(1, sum(len(run.text) for run in paragraph.spoken))
            return [RuleLine(share * text_length([paragraph]), True, paragraph)]
    return []


def text_length(paragraphs: Sequence[Paragraph]) -> float:
    """Return the length in points of the longest line of a text, wrapped as the page wraps it."""
    longest = 0.0
    for paragraph in paragraphs:
        if not paragraph.spoken:
            continue
        room = paragraph.room - paragraph.left - paragraph.right if paragraph.room else 10_000.0
        first = paragraph.spoken[0]
        line = longest_line(paragraph.words, room, paragraph.size, bold=first.bold, italic=first.italic)
        longest = max(longest, line)
    return longest


def _is_solid(border: str) -> bool:
    return not border.startswith(("dash", "dot"))
