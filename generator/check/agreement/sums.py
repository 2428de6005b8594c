"""Parts that a sentence adds up to a whole, and lists whose length it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.check.agreement.doubt import COUNT, Doubt, count
from generator.word.read.paragraph import Paragraph

_THINGS = (
    r"(?:nhiệm vụ|chỉ tiêu|văn bản|hồ sơ|nội dung|giải pháp|nhóm|lĩnh vực|đơn vị|cơ quan|tiêu chí|mục tiêu|kiến nghị"
    r"|hội nghị|cuộc họp|lớp|đợt|kế hoạch|thủ tục|TTHC|phường|xã|tổ dân phố|điểm|bước|việc|mốc)"
)
_MADE_OF = re.compile(
    rf"(?i)(?P<whole>{COUNT})\s+[^\W\d][^;:.()%\d]{{1,70}}?,?\s+(?:bao\s+)?(?:gồm|trong đó có|trong đó)\s*:?\s+"
    rf"(?P<parts>{COUNT}\s[^;.()%]{{2,300}})"
)
_IN_BRACKETS = re.compile(
    rf"(?i)(?P<whole>{COUNT})\s+[^\W\d][^;:.,()%\d]{{1,70}}?\s*\((?:(?:bao\s+)?gồm:?\s+|trong đó(?: có)?:?\s+)?"
    rf"(?P<parts>{COUNT}\s[^;.()%]{{2,300}})\)"
)
#: What is measured of a thing is no part of it: "02 lớp (120 người, 04 buổi)".
_MEASURE = re.compile(
    r"(?i)\d\s+(?:lượt|người|đại biểu|học viên|cán bộ|công chức|ngày|giờ|phút|buổi|tháng|năm|trang|đồng|triệu|tỷ"
    r"|điểm|lần)\b"
)
_PARTS = re.compile(r",\s+(?=\d)|\s+và\s+(?=\d)")
_BEGINS = re.compile(rf"({COUNT})\s+[^\W\d]")
_PLAN = re.compile(rf"(?i)\btrong\s+({COUNT})\s+nhiệm vụ\b[^,;:]{{0,60}},\s+có\s+(?P<rest>.*còn lại.*)", re.DOTALL)
_ASIDE = re.compile(r"\([^()]*\)")
_DUE = re.compile(
    rf"(?i)({COUNT})\s+(nhiệm vụ|hồ sơ|văn bản)\s+đến hạn,\s+đã hoàn thành\s+({COUNT})\s+\2[^;]{{0,80}}?,"
    rf"\s+còn\s+({COUNT})\s+\2"
)
_ENDS_IN_LIST = re.compile(rf"(?i)(?P<whole>{COUNT})\s+{_THINGS}(?:[^;:.()%\d]{{0,80}})?\s*:$")
_INLINE = re.compile(rf"(?i)(?P<whole>{COUNT})\s+{_THINGS}(?:[^;:.()%\d]{{0,80}})?:\s+(?P<list>.+)")
_REFERRED = re.compile(r"\((?:[^()]*\b(?:nhiệm vụ [IVX]+\.\d+|mục tiêu)\b[^()]*)\)")
_VALUED = re.compile(r"\([^()]*\d%[^()]*\)")
_BETWEEN = re.compile(r",\s|\svà\s")
_IDS = r"[IVX]+\.\d+(?:\.\d+)?(?:,\s+[IVX]+\.\d+(?:\.\d+)?)*"
_ONLY_IDS = re.compile(rf"{_IDS}\.?")
_IDS_BESIDE = re.compile(
    rf"(?i:(?P<whole>{COUNT})\s+(?:nhiệm vụ|chỉ tiêu|mục tiêu))(?:\s[^;:.()%\d]{{0,40}})?\s+\((?P<ids>{_IDS})\)"
)
#: Files solved on time and late are the solved ones; those brought over and received are solved or still in hand.
_BROUGHT, _RECEIVED, _SOLVED, _IN_HAND, _ON_TIME, _LATE = (
    re.compile(form.format(n=f"({COUNT})"), re.IGNORECASE)
    for form in (
        r"{n}\s+hồ sơ\s+(?:kỳ trước chuyển sang|từ kỳ trước|tồn)",
        r"tiếp nhận(?: mới)?\s+{n}\s+hồ sơ",
        r"đã giải quyết(?: xong)?\s+{n}\s+hồ sơ",
        r"đang giải quyết\s+{n}\s+hồ sơ",
        r"(?:trước hạn(?: và|,) )?đúng hạn\s*:?\s+{n}\s+hồ sơ",
        r"(?:giải quyết |trả )?quá hạn\s*:?\s+{n}\s+hồ sơ",
    )
)
_ON_TIME_OF = re.compile(r"(?i)\bđúng hạn\b[^.;%]{0,40}%\s+\(([\d.]+)/([\d.]+)\s+hồ sơ")


def sums_that_differ(paragraph: Paragraph) -> Iterator[Doubt]:
    """Yield the totals of a paragraph that are not the sum of the parts beside them."""
    text = paragraph.words
    if not any(char.isdigit() for char in text):
        return
    for found in _MADE_OF.finditer(text):
        yield from _of_parts(paragraph, found)
    for found in _IN_BRACKETS.finditer(text):
        if _may_be_parts(found):
            yield from _of_parts(paragraph, found)
    yield from _of_plan(paragraph)
    yield from _of_files(paragraph)


def _of_parts(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Doubt]:
    begun = [_BEGINS.match(part) for part in _PARTS.split(found["parts"])]
    parts = [count(part[1]) for part in begun if part]
    if len(parts) < 2 or len(parts) < len(begun):
        return
    total, whole = sum(parts), count(found["whole"])
    subset = "trong đó" in found[0].lower()
    if total > whole or (total != whole and not subset):
        yield Doubt(paragraph, found.start("whole"), found["whole"], f"các phần cộng lại là {total}")


def _may_be_parts(found: re.Match[str]) -> bool:
    """Whether the counts in brackets can be parts of the one before: none of them is greater or measures something."""
    begun = [_BEGINS.match(part) for part in _PARTS.split(found["parts"])]
    return not _MEASURE.search(found["parts"]) and all(
        part and count(part[1]) <= count(found["whole"]) for part in begun
    )


def _of_plan(paragraph: Paragraph) -> Iterator[Doubt]:
    """The sentence on how all the tasks of a plan stand: the groups between semicolons are all of them."""
    sentence = _ASIDE.sub(lambda aside: " " * len(aside[0]), paragraph.words)
    for due in _DUE.finditer(sentence):
        if count(due[1]) != count(due[3]) + count(due[4]):
            total = count(due[3]) + count(due[4])
            yield Doubt(paragraph, due.start(1), due[1], f"đã hoàn thành và còn lại cộng thành {total}")
    plan = _PLAN.search(sentence.partition(". ")[0])
    if plan is None:
        return
    groups = [found for clause in plan["rest"].split(";") if (found := _BEGINS.match(clause.strip()))]
    total = sum(count(group[1]) for group in groups)
    if len(groups) == plan["rest"].count(";") + 1 and total != count(plan[1]):
        yield Doubt(paragraph, plan.start(1), plan[1], f"các nhóm nhiệm vụ cộng lại là {total}")


def _of_files(paragraph: Paragraph) -> Iterator[Doubt]:
    text = paragraph.words
    if "hồ sơ" not in text:
        return
    solved, on_time, late = (one.search(text) for one in (_SOLVED, _ON_TIME, _LATE))
    if solved and on_time and late and count(on_time[1]) + count(late[1]) != count(solved[1]):
        total = count(on_time[1]) + count(late[1])
        yield Doubt(paragraph, solved.start(1), solved[1], f"đúng hạn và quá hạn cộng lại là {total}")
    share = _ON_TIME_OF.search(text)
    if solved and late and share and solved[1] == share[2] and count(share[1]) + count(late[1]) != count(share[2]):
        total = count(share[1]) + count(late[1])
        yield Doubt(paragraph, late.start(1), late[1], f"đúng hạn {share[1]}, cộng quá hạn là {total}")
    brought, received, in_hand = (one.search(text) for one in (_BROUGHT, _RECEIVED, _IN_HAND))
    if solved and brought and received and in_hand:
        left = count(brought[1]) + count(received[1]) - count(solved[1])
        if left != count(in_hand[1]):
            why = f"chuyển sang và tiếp nhận, trừ đã giải quyết, còn {left}"
            yield Doubt(paragraph, in_hand.start(1), in_hand[1], why)


def lists_that_differ(paragraphs: Sequence[Paragraph]) -> Iterator[Doubt]:
    """Yield the counts that are not the number of items listed after them, in the sentence or on the lines below."""
    for index, paragraph in enumerate(paragraphs):
        for beside in _IDS_BESIDE.finditer(paragraph.words):
            items = beside["ids"].count(",") + 1
            if items != count(beside["whole"]):
                yield Doubt(paragraph, beside.start("whole"), beside["whole"], f"trong ngoặc liệt kê {items}")
        found = _ENDS_IN_LIST.search(paragraph.words)
        if found:
            mark = next(iter(paragraphs[index + 1].words), "") if index + 1 < len(paragraphs) else ""
            if mark in "-–+•" and mark:
                items = sum(1 for _ in takewhile(lambda p: p.words.startswith(mark), paragraphs[index + 1 :]))  # noqa: B023
                if items != count(found["whole"]):
                    yield Doubt(paragraph, found.start("whole"), found["whole"], f"bên dưới liệt kê {items}")
            continue
        for inline in _INLINE.finditer(paragraph.words):
            listed, whole = _own_clauses(inline["list"]), count(inline["whole"])
            items, parts = _items(listed), _sum_of_parts(listed)
            if items and whole not in (*items, parts):
                why = f"phía sau liệt kê {items[0]}" if parts is None else f"các phần phía sau cộng lại là {parts}"
                yield Doubt(paragraph, inline.start("whole"), inline["whole"], why)


def _own_clauses(listed: str) -> str:
    """A list of names up to the clause that counts others: "tỷ lệ A (…), tỷ lệ B (…); 01 chỉ tiêu đang thực hiện"."""
    clauses = listed.split("; ")
    if _BEGINS.match(clauses[0]):
        return listed
    return "; ".join(takewhile(lambda clause: not _BEGINS.match(clause), clauses))


def _sum_of_parts(listed: str) -> int | None:
    """The sum of an enumeration of groups, each with how many it has; None where not every one of them says it."""
    clauses = [clause.strip() for clause in _ASIDE.sub("", listed.partition(". ")[0]).split(";")]
    begun = [_BEGINS.match(clause) for clause in clauses]
    return sum(count(part[1]) for part in begun if part) if all(begun) else None


def _items(listed: str) -> tuple[int, ...]:
    """How many things an enumeration in a sentence names, one number for each way to read it; none where that cannot
    be told. A thing named with its task may hold semicolons itself."""
    listed = listed.partition(". ")[0]
    if _ONLY_IDS.fullmatch(listed):
        return (listed.count(",") + 1,)
    outside = _ASIDE.sub("", listed).rstrip(".; ")
    named = len(_REFERRED.findall(listed))
    if ";" in outside and "theo dõi tại" not in outside:
        return (outside.count(";") + 1, *([named] if named else []))
    if named:
        return (named,)
    # A name may hold a comma itself, and not each has its value beside it.
    valued = len(_VALUED.findall(listed))
    return tuple(range(valued, len(_BETWEEN.findall(outside)) + 2)) if valued > 1 else ()
