"""What a row of a plan's table is, by its words: a heading, a total, the end, or the next piece of a task."""

from __future__ import annotations

import re

from generator.plans.blocks import Row
from generator.plans.columns import Role
from generator.plans.draft import CLAUSE_ENDS, DraftSection, DraftTask
from generator.plans.markup import clean_text
from generator.vietnamese.text import whole

ROMAN = re.compile(r"(?:[A-ZĐ]\.)?[IVXLC]{1,6}(?:\.\d{1,3})*")
LETTER = re.compile(r"[A-HĐJKM-U]")
ARABIC = re.compile(r"\d{1,3}(?:\.\d{1,3})*")
HEADING = re.compile(
    r"^(?P<number>(?:[A-ZĐ]\.)?[IVXLC]{1,6}(?:\.\d{1,3})*|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*)(?:[.)\s:/–-]+)(?P<title>\S.*)$",
    re.DOTALL,
)
#: "./." in the last row, as the decree ends an appendix.
END_MARK = re.compile(r"[./\s]+")
_LONGEST_TITLE = 150
COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?")
NO_TASK = re.compile(r"^(?:tổng\s+(?:cộng|số)|cộng|ghi\s+chú|lưu\s+ý)\b", re.IGNORECASE)
_TOTAL = re.compile(r"^(?:tổng(?:\s+(?:cộng|số))?|cộng)\b(?:\s+\w+){0,3}\s*:?$", re.IGNORECASE)
#: What a row of figures never has.
_OF_A_TASK = {Role.DEADLINE, Role.LEAD, Role.SUPPORT, Role.HOW}


def is_title(text: str) -> bool:
    match = HEADING.match(text)
    return (
        (match is not None or text.isupper())
        and len(text) <= _LONGEST_TITLE
        and "\n" not in text
        and not is_sentence(text)
    )


_CLOSING = re.compile(r"^(?:Nơi nhận\s*:?|(?:TM|KT|TL|TUQ)\s*\.\s*[A-ZĐ])", re.IGNORECASE)


def is_closing(row: Row) -> bool:
    """Recipients and signature under the table, in the same sheet or table."""
    return any(_CLOSING.match(clean_text(c.text)) for c in row.own_cells)


def is_total(task: DraftTask) -> bool:
    """A row that counts: its name says so, and what a task would say is figures at most."""
    named = any(_TOTAL.match(text) for text in (task.number, task.fields.get(Role.TASK, "")))
    return named and not any(re.search(r"[^\W\d]", task.fields.get(role, "")) for role in _OF_A_TASK)


BULLETS = ("-", "–", "+", "•", "*")


def is_section_number(number: str, says_more: bool) -> bool:
    """ "I" always; "A" and the group "I.1" only when the row has nothing but a title."""
    if LETTER.fullmatch(number) or "." in number:
        return not says_more and bool(LETTER.fullmatch(number) or ROMAN.fullmatch(number))
    return bool(ROMAN.fullmatch(number))


def is_sentence(title: str) -> bool:
    return title.endswith(CLAUSE_ENDS[:2]) and not title.isupper()


def goes_on_in(text: str, section: DraftSection) -> bool:
    """A row without a number whose words go on in the middle of the task before."""
    if not section.tasks:
        return False
    return text[:1].islower() or text[:1] in "-–+(•"


def next_number(section: DraftSection) -> str:
    last = section.tasks[-1].number if section.tasks else "0"
    head, dot, tail = last.rpartition(".")
    number = whole(tail)
    return f"{last}b" if number is None else f"{head}{dot}{number + 1}"
