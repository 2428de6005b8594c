"""Who is asked for what: a slip for each colleague who leads something open, and the words that go with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.book.sheets import MEASUREMENTS, RESULTS, Column
from generator.book.slip import SLIP_RESULTS, SlipName
from generator.book.write import eye_texts
from generator.book.write.open_month import open_duties
from generator.domain.indicator import Indicator
from generator.domain.owed import figures_owed
from generator.domain.progress import Assessment, assess_plan
from generator.domain.unit_year import UnitYear
from generator.vietnamese.dates import short_date
from generator.vietnamese.file_names import file_stem
from generator.vietnamese.numbers import count
from generator.vietnamese.office_names import UnitNames
from generator.vietnamese.text import key

#: Who fills in what nobody else is asked for.
KEEPER = "Người giữ sổ"
#: A name of a file is cut to this, so that it stays readable in a list.
_LONGEST_NAME = 60


@dataclass(slots=True)
class Asked:
    """One colleague and what she is asked: rows of her slip, and what she leads."""

    who: str
    results: list[Mapping[Column, str]] = field(default_factory=list)
    figures: list[Mapping[Column, str]] = field(default_factory=list)
    task_ids: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)


class Leads:
    """Who leads, by every way of writing it: two spellings of one office are one."""

    def __init__(self, names: UnitNames) -> None:
        self._names = names

    def one(self, who: str) -> tuple[str, str]:
        """Return what an office is compared by, and its name as it is printed."""
        written = " ".join(who.split())
        printed = self._names.printed_name(written) if self._names.pattern.fullmatch(written) else written
        return key(printed), printed


def asked_of(data: UnitYear, day: date, leads: Leads) -> tuple[list[Asked], list[str]]:
    """Return who is asked for what as of a day, in the order of the plan, and the open tasks that nobody leads.

    A task is asked of the people who follow it, else of who leads it; of both when there are two. A figure is asked of
    whom its source names, else of whom its first task is asked. One with neither, or of somebody with nothing open, is
    for who keeps the workbook, as is a task without a lead: hers is the last slip.
    """
    keeper = Asked(KEEPER)
    asked = {leads.one(KEEPER)[0]: keeper}
    without: list[str] = []
    asked_for: dict[str, list[str]] = {}
    for assessment in assess_plan(data.plan, data.entries, day).values():
        task = assessment.task
        found = dict(leads.one(who) for who in task.assignment.asked)
        asked_for[task.id] = list(found)
        if assessment.state.is_done:
            continue
        if not found:
            without.append(task.id)
            _ask(keeper, assessment, data)
        for code, name in found.items():
            _ask(asked.setdefault(code, Asked(name)), assessment, data)
    offices = {code for codes in asked_for.values() for code in codes}
    for indicator, period in figures_owed(data.indicators, data.measurements, day):
        shown = eye_texts.of_indicator(indicator, period, data)
        shown.pop(MEASUREMENTS.seen_offer)
        row = {MEASUREMENTS.period: period.id, MEASUREMENTS.code: indicator.code, **shown}
        asked.get(_who_knows(indicator, asked_for, offices), keeper).figures.append(row)
    others = [one for one in asked.values() if one is not keeper]
    return [one for one in (*others, keeper) if one.results or one.figures], without


def _ask(asked: Asked, assessment: Assessment, data: UnitYear) -> None:
    task = assessment.task
    asked.task_ids.append(task.id)
    if assessment.state.is_late:
        asked.late.append(task.id)
    support = "; ".join(task.assignment.support)
    for label, state in open_duties(assessment, data.plan.issued_on):
        shown = eye_texts.of_task(task, state.label, eye_texts.last_result(assessment.entries, label))
        shown.pop(RESULTS.seen_lead)
        asked.results.append(
            {RESULTS.code: task.id, RESULTS.milestone: label, SLIP_RESULTS.seen_support: support, **shown}
        )


def _who_knows(indicator: Indicator, asked_for: Mapping[str, Sequence[str]], offices: Collection[str]) -> str:
    source = key(indicator.source)
    named = (source[:length] for length in range(len(source), 0, -1))
    first = next((codes[0] for task_id in indicator.task_ids if (codes := asked_for.get(task_id))), "")
    return next((name for name in named if name in offices), first)


@dataclass(frozen=True, slots=True)
class SlipFile:
    """A slip to send: its file, and the words to paste into a message."""

    who: str
    file: str
    data: bytes
    message: str
    task_ids: tuple[str, ...]
    figures: int


def make_slips(data: UnitYear, day: date, names: UnitNames) -> tuple[list[SlipFile], list[str]]:
    """Return the slips of a workbook as of a day, and the open tasks that nobody leads. The same gives the same.

    `names` are those of offices: two spellings of one are one. Raises nothing: what is in the workbook was read before.
    """
    asked, without = asked_of(data, day, Leads(names))
    taken: set[str] = set()
    return [_slip(one, data, day, taken) for one in asked], without


def _slip(asked: Asked, data: UnitYear, day: date, taken: set[str]) -> SlipFile:
    name = SlipName(data.unit.code, data.plan.year, day, asked.who.replace("|", "/"))
    file = _free(f"Phieu {day.isoformat()} - {asked.who}", taken)
    # openpyxl, which writes it, takes longer to load than all else that asks who has not answered.
    from generator.book.write.slip_workbook import slip_workbook

    content = slip_workbook(name, asked.results, asked.figures)
    return SlipFile(asked.who, file, content, _message(asked, day, file), tuple(asked.task_ids), len(asked.figures))


def _free(words: str, taken: set[str]) -> str:
    stem = file_stem(words)[:_LONGEST_NAME].strip(" .-")
    name = next(n for n in _numbered(stem) if n.lower() not in taken)
    taken.add(name.lower())
    return f"{name}.xlsx"


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem} {number}"
        number += 1


def _message(asked: Asked, day: date, file: str) -> str:
    what = [f"{count(len(asked.task_ids))} nhiệm vụ"] if asked.task_ids else []
    what += [f"{count(len(asked.figures))} số liệu"] if asked.figures else []
    late = f" Đang quá hạn: {', '.join(asked.late)}." if asked.late else ""
    return (
        f"Gửi {asked.who}: nhờ cập nhật {' và '.join(what)} cải cách hành chính đến ngày {short_date(day)} vào tệp "
        f"“{file}” (chỉ ghi ô nền vàng) rồi gửi lại trước khi tổng hợp.{late} Cảm ơn!"
    )


def reminder(who: str, day: date, task_ids: Sequence[str]) -> str:
    """Return the words to paste for a colleague who has not answered."""
    what = f" ({', '.join(task_ids)})" if task_ids else ""
    return f"Gửi {who}: chưa nhận được phiếu CCHC đến ngày {short_date(day)}{what}. Nhờ gửi lại trong hôm nay. Cảm ơn!"
