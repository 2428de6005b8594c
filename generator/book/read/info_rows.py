"""Sheet Thông tin: the unit, what it uses for each kind of report, and the plan's own particulars."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.book import messages as say
from generator.book.read.table import Row, Table
from generator.book.sheets import (
    INFO,
    ITEMS,
    ITEMS_OF_SUPERIOR,
    KIND_WORDS,
    RANKED_BY,
    RATE_OF_DUE,
    RATE_OF_PLAN,
    THRESHOLDS,
    Item,
)
from generator.domain.period import SOME_YEAR, PeriodKind, ReportingPeriod, UnknownPeriod
from generator.domain.plan import Plan
from generator.domain.unit import ReportTerms, Unit
from generator.vietnamese.cells import lines_of, number_of, parts_of, without_about_word, without_number_word
from generator.vietnamese.text import folded, key, plain

_ITEMS = {key(item.name): item for item in (*ITEMS, *ITEMS_OF_SUPERIOR)}
_KIND = re.compile(rf"({'|'.join(kind.replace('-', '[ -]') for kind in KIND_WORDS)})\b[ :,.-]*")
_YES_NO = {"co": True, "khong": False, "yes": True, "no": False, "x": True, "true": True, "false": False}
_OWED_OFTEN = {"thang": PeriodKind.MONTH, "hang thang": PeriodKind.MONTH, "moi thang": PeriodKind.MONTH}
_OWED_OFTEN |= {"quy": PeriodKind.QUARTER, "hang quy": PeriodKind.QUARTER, "moi quy": PeriodKind.QUARTER}


@dataclass(frozen=True, slots=True)
class Info:
    """What sheet Thông tin says. `plan` has no tasks yet."""

    unit: Unit = field(default_factory=Unit)
    plan: Plan = field(default_factory=Plan)


class _Answers:
    """The rows of the sheet by item and kind of report; the last row of an item wins."""

    def __init__(self, table: Table) -> None:
        self._rows: dict[tuple[str, str], Row] = {}
        self._given: set[str] = set()
        self.blank: dict[str, Row] = {}
        for row in table:
            self._add(row)

    def _add(self, row: Row) -> None:
        item = _ITEMS.get(key(row.text(INFO.item)))
        if item is None:
            if row.has(INFO.content):
                row.report(INFO.item, say.UNKNOWN_ITEM, item=row.text(INFO.item))
            else:
                row.report_strays({})
            return
        row.about = item.name
        if not row.has(INFO.content):
            self.blank.setdefault(item.name, row)
            return
        kind = _kind_key(row)
        if kind is None:
            return
        if kind and not item.per_kind:
            row.report(INFO.kind, say.NOT_PER_KIND, item=item.name)
            self._rows.setdefault(("", item.name), row)
            self._given.add(item.name)
            return
        if (earlier := self._rows.get((kind, item.name))) is not None:
            row.report(INFO.item, say.ITEM_TWICE, item=item.name, row=earlier.number, used=row.number)
        self._rows[kind, item.name] = row
        self._given.add(item.name)

    def row(self, name: str, kind: str = "") -> Row | None:
        return self._rows.get((kind, name))

    def text(self, name: str) -> str:
        row = self.row(name)
        return row.text(INFO.content) if row else ""

    def one_line(self, name: str) -> str:
        return " ".join(lines_of(self.text(name)))

    def lines(self, name: str) -> tuple[str, ...]:
        return lines_of(self.text(name))

    def day(self, name: str) -> date | None:
        row = self.row(name)
        return row.day(INFO.content) if row else None

    def yes(self, name: str, default: bool) -> bool:
        row = self.row(name)
        if row is None:
            return default
        answer = _YES_NO.get(_bare(row.text(INFO.content)))
        if answer is None:
            row.report(INFO.content, say.NOT_YES_NO, text=row.text(INFO.content))
            return default
        return answer

    @property
    def kinds(self) -> list[str]:
        """The kinds spoken of, the general ones first."""
        return sorted({kind for kind, _ in self._rows}, key=lambda k: (len(k.split()), k))

    def given(self, name: str) -> bool:
        return name in self._given


def read_info(table: Table) -> Info:
    """Return the unit and its plan's particulars; what is required and missing is reported."""
    answers = _Answers(table)
    _report_missing(table, answers)
    unit = Unit(
        code=answers.one_line("Mã đơn vị"),
        header_lines=answers.lines("Tên cơ quan"),
        superior_header_lines=answers.lines("Cơ quan chủ quản"),
        name=answers.one_line("Tên trong câu"),
        short_name=answers.one_line("Tên gọi tắt"),
        file_name=answers.one_line("Tên ngắn"),
        level=answers.one_line("Cấp"),
        superior=answers.one_line("Cấp trên"),
        superior_short=answers.one_line("Cấp trên gọi tắt"),
        place=answers.one_line("Địa danh"),
        before_includes_day=answers.yes("“Trước ngày” tính cả ngày đó", default=False),
        electronic=answers.yes("Văn bản điện tử", default=True),
        monthly_in_full=answers.yes("Báo cáo tháng đầy đủ", default=False),
        last_year_workbook=answers.one_line("Sổ năm trước"),
        ongoing_counts_as_done=answers.yes("Nhiệm vụ thường xuyên có kết quả được tính là hoàn thành", default=False),
        ranked_by=_ranked_by(answers),
        thresholds=_thresholds(answers),
        terms_by_kind=_terms_by_kind(answers),
    )
    issued_on = answers.day("Ngày kế hoạch")
    plan = Plan(
        number=without_number_word(answers.one_line("Số kế hoạch")),
        issued_on=issued_on,
        title=answers.text("Tên kế hoạch"),
        issuer=answers.one_line("Cơ quan ban hành kế hoạch"),
        year=_year(answers) or (issued_on.year if issued_on else 0),
    )
    return Info(unit, plan)


def _ranked_by(answers: _Answers) -> str:
    row = answers.row(RANKED_BY)
    if row is None:
        return ""
    rates = {key(rate): rate for rate in (RATE_OF_DUE, RATE_OF_PLAN)}
    rate = rates.get(key(row.text(INFO.content)))
    if rate is None:
        row.report(INFO.content, say.NOT_A_CHOICE, text=row.text(INFO.content), choices="; ".join(rates.values()))
    return rate or ""


def _thresholds(answers: _Answers) -> tuple[int, ...]:
    row = answers.row(THRESHOLDS)
    numbers = [number_of(part.strip().rstrip("% ")) for part in parts_of(row.text(INFO.content))] if row else []
    if row and not all(number is not None and 0 < number <= 100 and number % 1 == 0 for number in numbers):
        row.report(INFO.content, say.NOT_THRESHOLDS, text=row.text(INFO.content))
        return ()
    return tuple(sorted({int(number) for number in numbers if number is not None}))


def _report_missing(table: Table, answers: _Answers) -> None:
    required = [item for item in ITEMS if item.required]
    missing = [item for item in required if not answers.given(item.name)]
    if len(missing) == len(required):
        table.report(say.NOTHING_FILLED, items="; ".join(item.name for item in required))
        return
    for item in missing:
        _report_missing_item(table, item, answers.blank.get(item.name))


def _report_missing_item(table: Table, item: Item, row: Row | None) -> None:
    example = f"Ví dụ: {' / '.join(lines_of(item.example))}." if item.example else item.note
    if row is not None:
        row.report(INFO.content, say.MISSING_ITEM, item=item.name, note=example)
    else:
        table.report(say.MISSING_ITEM, about=item.name, item=item.name, note=example)


def _year(answers: _Answers) -> int | None:
    row = answers.row("Năm kế hoạch")
    if row is None:
        return None
    year = number_of(row.value(INFO.content))
    if year is None or not 2000 <= year < 2100 or year % 1:
        row.report(INFO.content, say.NOT_A_YEAR, text=row.text(INFO.content))
        return None
    return int(year)


# -- what depends on the kind of report -----------------------------------------------------------
def _kind_key(row: Row) -> str | None:
    """Return "", "cchc" or "cchc 2023-H1"; None, reported, when it cannot be read."""
    text = row.text(INFO.kind)
    if not text:
        return ""
    if match := _KIND.match(_bare(text)):
        kind = re.sub(r"\s+", "-", match[1])
        rest = text[match.end() :].strip()
        try:
            return f"{kind} {ReportingPeriod.parse(rest).id}" if rest else kind
        except UnknownPeriod:
            pass
    row.report(INFO.kind, say.UNKNOWN_KIND, text=text)
    return None


def _terms_by_kind(answers: _Answers) -> Mapping[str, ReportTerms]:
    """Return terms complete on their own: a report's inherit from its kind's, those from the general ones."""
    values: dict[str, dict[str, Any]] = {}
    for kind in dict.fromkeys(["", *(k.split()[0] for k in answers.kinds if k), *answers.kinds]):
        parent = values.get(kind.split()[0], {}) if " " in kind else {}
        values[kind] = {**values.get("", {}), **parent, **_own_terms(answers, kind)}
    return {kind: ReportTerms(**terms) for kind, terms in values.items()}


def _own_terms(answers: _Answers, kind: str) -> dict[str, Any]:
    terms: dict[str, Any] = {}
    for name, (term, read) in _TERMS.items():
        row = answers.row(name, kind)
        if row is not None:
            terms[term] = read(row)
    if kind and "due_day" in terms:
        terms["own_due_day"] = terms["due_day"]
    return terms


def _lines(row: Row) -> tuple[str, ...]:
    return lines_of(row.text(INFO.content))


def _one_line(row: Row) -> str:
    return " ".join(_lines(row))


def _text(row: Row) -> str:
    return row.text(INFO.content)


def _subject(row: Row) -> str:
    return without_about_word(_text(row))


def _day(row: Row) -> date | None:
    return row.day(INFO.content)


def _due_day(row: Row) -> int | None:
    number = number_of(_bare(_text(row)).removeprefix("ngay"))
    if number is None or not 1 <= number <= 31 or number % 1:
        row.report(INFO.content, say.NOT_A_DAY_OF_MONTH, text=_text(row))
        return None
    return int(number)


def _document_number(row: Row) -> str:
    text = without_number_word(_one_line(row))
    if not re.fullmatch(r"\d+[a-zA-Z]?", text):
        row.report(INFO.content, say.NOT_A_DOCUMENT_NUMBER, text=text)
    return text


def _owed(row: Row) -> tuple[str, ...]:
    names: list[str] = []
    for part in parts_of(_text(row).replace(",", ";").rstrip(" .")):
        if often := _OWED_OFTEN.get(_bare(part)):
            count = 12 if often is PeriodKind.MONTH else 4
            # Any year does to read the name of a period that is owed every year.
            names += (ReportingPeriod(SOME_YEAR, often, n).name_without_year for n in range(1, count + 1))
            continue
        try:
            names.append(ReportingPeriod.parse(f"{part} {SOME_YEAR}").name_without_year)
        except UnknownPeriod:
            row.report(INFO.content, say.UNKNOWN_OWED, text=part)
    return tuple(dict.fromkeys(names))


_TERMS: dict[str, tuple[str, Any]] = {
    "Ký hiệu": ("symbol", _one_line),
    "Quyền hạn, chức vụ người ký": ("signer_lines", _lines),
    "Họ tên người ký": ("signer_name", _one_line),
    "Kính gửi": ("addressees", _lines),
    "Trích yếu": ("subject", _subject),
    "Nơi nhận": ("recipients", _lines),
    "Viện dẫn thêm": ("also_cites", _text),
    "Ngày phải gửi": ("due_day", _due_day),
    "Kỳ phải báo cáo": ("owed", _owed),
    "Số văn bản": ("number", _document_number),
    "Ngày văn bản": ("issued_on", _day),
}


def _bare(text: str) -> str:
    """Return the text in lower case without any accent, nor what nobody sees."""
    return plain(folded(text))
