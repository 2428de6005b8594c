"""Phrases that the rules were not made from: their share that is right, told, or wrong without a word.

Run as a program it lists what is not right: `python -m tests.vietnamese.test_held_out`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.plans.blocks import Cell, Paragraph, PlanFile, RemarkKind, Row, Table
from generator.plans.reading import PlanImport, understand
from generator.vietnamese.office_names import load_names
from generator.vietnamese.target_phrase import find_targets
from generator.vietnamese.who_does import find_who_does

HERE = Path(__file__).parent / "held_out"
YEAR = 2026
HEADER = ("STT", "Nhiệm vụ", "Sản phẩm", "Tiến độ")
FRONT = tuple(
    Paragraph(line)
    for line in ("Số: 1/KH-UBND", "Bến Xuân, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH", "Cải cách hành chính năm 2026")
)
RIGHT, TOLD, WRONG_BUT_TOLD, SILENT = "right", "told", "wrong, told", "wrong in silence"


def rows(name: str, *, not_right: bool = True) -> Iterator[tuple[str, str]]:
    """Yield text and expectation of each line of a table; "~ " stands before those that are known not to be right."""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#") and (not_right or not line.startswith("~ ")):
            text, _, expected = line.removeprefix("~ ").replace("⏎", "\n").partition(" => ")
            yield text, expected.strip()


# -- deadlines ---------------------------------------------------------------------------------------------------
def _day(day: date | None) -> str:
    if day is None:
        return ""
    return f"{day.day}/{day.month}" + ("" if day.year == YEAR else f"/{day.year}")


@cache
def imported(text: str) -> PlanImport:
    """The plan of one task whose deadline a line of the table is."""
    phrase, _, product = text.partition(" @ ")
    lines = (HEADER, ("1", "Lập báo cáo.", product, phrase))
    table = Table(tuple(Row(tuple(Cell(text, i) for i, text in enumerate(line))) for line in lines))
    return understand(PlanFile((*FRONT, table)), load_names())


def deadline(text: str) -> tuple[list[str], bool]:
    """Return what a phrase means, as the table writes it, and whether anything is told of it."""
    read = imported(text)
    (task,) = read.plan.tasks
    milestones = task.deadline.milestones
    found = []
    for m in milestones:
        shown = f"{_day(m.first_day)}..{_day(m.last_day)}" if m.first_day else _day(m.last_day)
        shown += "" if m.required == 100 else f"={m.required}"
        if shown:
            found.append(shown)
        elif all(x.waits_for_event for x in milestones):
            found.append("event")
    return sorted(set(found), key=found.index), bool(read.remarks_of(RemarkKind.DEADLINE))


def judge_deadline(text: str, expected: str) -> tuple[str, str]:
    found, told = deadline(text)
    wanted = [sorted({day.strip() for day in way.split(";")}) for way in expected.split("|")]
    days = [f for f in found if f != "event"]
    shown = "; ".join(found or ["-"]) + (" (told)" if told else "")
    if sorted(found) in wanted or (not found and not told and ["-"] in wanted):
        return RIGHT, shown
    if told and not days and ["?"] in wanted:
        return RIGHT, shown
    if told:
        return (TOLD if any(set(days) <= set(way) for way in wanted) else WRONG_BUT_TOLD), shown
    return SILENT, shown


# -- who does it -------------------------------------------------------------------------------------------------
def judge_who(text: str, expected: str) -> tuple[str, str]:
    who = find_who_does(text, load_names().of_unit("UBND phường Bến Xuân"))
    leads, supports = ([] if part.strip() == "-" else part.strip().split("; ") for part in expected.split(" | "))
    lead_right = _same(who.assignment.lead, leads)
    support_right = _same(who.assignment.support, supports)
    shown = f"{'; '.join(who.assignment.lead) or '-'} | {'; '.join(who.assignment.support) or '-'}"
    told = bool(who.not_recognised) or not who.assignment.lead
    if lead_right and support_right:
        return RIGHT, shown
    return ("support" if lead_right else f"lead, {'told' if told else 'silent'}"), shown


def _same(found: tuple[str, ...], wanted: list[str]) -> bool:
    return sorted(_key(n) for n in found) == sorted(_key(n) for n in wanted)


def _key(name: str) -> str:
    return name.lower().removesuffix(" thuộc ubnd phường")


# -- targets -----------------------------------------------------------------------------------------------------
def judge_target(text: str, expected: str) -> tuple[str, str]:
    found = [f"{t.target.comparator.value} {t.target.value} {t.target.unit or t.counted}" for t in find_targets(text)]
    shown = "; ".join(found) or "-"
    pairs = list(zip(shown.split("; "), expected.split("; "), strict=False))
    alike = shown.count(";") == expected.count(";") and all(a.startswith(b) for a, b in pairs)
    return (RIGHT if alike else SILENT), shown


TABLES = {"deadlines.txt": judge_deadline, "who.txt": judge_who, "targets.txt": judge_target}


def verdicts(name: str) -> Iterator[tuple[str, str, str, str]]:
    for text, expected in rows(name):
        yield (*TABLES[name](text, expected), text, expected)


def counted(name: str) -> Counter[str]:
    return Counter(verdict for verdict, *_ in verdicts(name))


@pytest.mark.parametrize("name", TABLES)
def test_what_is_right_stays_right(name: str) -> None:
    judge = TABLES[name]
    lost = [text for text, expected in rows(name, not_right=False) if judge(text, expected)[0] != RIGHT]
    assert not lost


def test_a_deadline_is_right_or_told_and_almost_never_wrong_in_silence() -> None:
    counts = counted("deadlines.txt")
    total = sum(counts.values())
    assert counts[SILENT] + counts[WRONG_BUT_TOLD] <= total * 0.01
    assert counts[RIGHT] >= total * 0.95


def test_no_milestone_comes_of_what_is_told_not_to_set_one() -> None:
    for text, _ in rows("deadlines.txt"):
        read = imported(text)
        (task,) = read.plan.tasks
        if any("không đặt mốc" in r.message for r in read.remarks_of(RemarkKind.DEADLINE)) and "\n" not in text:
            doubted = [m for m in task.deadline.milestones if not m.label]
            assert not doubted, text


def test_names_of_milestones_are_words_of_the_plan_or_nothing() -> None:
    for text, _ in rows("deadlines.txt"):
        for task in imported(text).plan.tasks:
            for label in (m.label for m in task.deadline.milestones):
                assert label.count("(") == label.count(")"), label
                assert not re.search(r"[:,;]\s*[:,;]|\(\s*\)|^\W|\s[,;]|\s\s", label), label


def test_who_leads_is_right_in_nine_of_ten_and_else_told() -> None:
    counts = counted("who.txt")
    total = sum(counts.values())
    assert counts[RIGHT] + counts["support"] >= total * 0.9
    assert counts["lead, silent"] <= total * 0.01


def test_a_target_is_right() -> None:
    counts = counted("targets.txt")
    assert counts[RIGHT] == sum(counts.values())


def main() -> None:
    for name in TABLES:
        counts: Counter[str] = Counter()
        for verdict, found, text, expected in verdicts(name):
            counts[verdict] += 1
            if verdict != RIGHT:
                print(f"{verdict:16} {text!r}\n{'':17}wanted {expected}\n{'':17}found  {found}")
        print(name, sum(counts.values()), dict(counts))


if __name__ == "__main__":
    main()
