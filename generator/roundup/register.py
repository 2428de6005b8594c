"""The intake register: what each unit sent, and whether it counts. Nothing is counted twice, nothing guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from generator.domain.period import ReportingPeriod
from generator.domain.problem import Problem
from generator.domain.unit import ExpectedUnit
from generator.reporting.facts import UnitFacts
from generator.roundup.quoting import Quoted
from generator.roundup.worker import Taken
from generator.vietnamese.dates import short_date
from generator.vietnamese.text import key, plain

#: What came so many days after its time is the next report, not this one late.
_OF_THIS_PERIOD = 20


class Status(Enum):
    """The value is what people read."""

    SENT = "Đã gửi"
    LATE = "Gửi chậm"
    OLD = "Chưa có kết quả trong kỳ"
    DOUBTFUL = "Có chỗ phải xem lại"
    WORD = "Chỉ gửi báo cáo Word"
    QUOTED = "Chỉ gửi văn bản, không có số liệu"
    COPIED = "Kết quả giống hệt đơn vị khác"
    TWICE = "Gửi hai sổ khác nhau"
    UNREADABLE = "Không đọc được"
    OTHER_YEAR = "Gửi sổ của năm khác"
    NOT_SENT = "Chưa gửi"
    OTHER = "Không có trong danh sách"

    @property
    def counts(self) -> bool:
        """Whether the figures of the unit are added up."""
        return self in (Status.SENT, Status.LATE, Status.OLD, Status.DOUBTFUL, Status.WORD)


@dataclass(frozen=True, slots=True)
class Line:
    """One unit. `places` are its files below the folder, the one used first; `before` its facts of the year before, and
    `before_place` where those are from."""

    code: str
    name: str
    group: str = ""
    contact: str = ""
    status: Status = Status.NOT_SENT
    is_late: bool = False
    places: tuple[str, ...] = ()
    facts: UnitFacts | None = None
    before: UnitFacts | None = None
    before_place: str = ""
    quoted: Quoted | None = None
    remarks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __hash__(self) -> int:
        return hash(self.code)  # not of all its facts

    @property
    def counted(self) -> UnitFacts | None:
        return self.facts if self.status.counts else None

    @property
    def file(self) -> str:
        return self.places[0] if self.places else ""


def register(
    taken: Sequence[Taken],
    expected: Sequence[ExpectedUnit],
    period: ReportingPeriod,
    empty_folders: Mapping[str, str],
) -> list[Line]:
    """Return a line for each unit: those expected in their order, then the others by code.

    `empty_folders` says, by the place of a folder without a workbook, what lies there instead. Without a list whoever
    sent something is expected, and the folders that hold nothing of use.
    """
    by_code: dict[str, list[Taken]] = {}
    before: dict[str, Taken] = {}
    names = _names(expected)
    for one in taken:
        if one.sent.is_before:
            if one.facts and one.year == period.year - 1 and not one.sent.is_copy:
                before.setdefault(_unit_of(one, names), one)
        elif one.is_workbook:
            by_code.setdefault(_unit_of(one, names), []).append(one)
    lines = []
    for unit in expected:
        mine = by_code.pop(unit.code.casefold(), [])
        line = _line(Line(unit.code, unit.name, unit.group, unit.contact), mine, period, unit.received_on)
        folder = next((note for place, note in empty_folders.items() if _is_of(place, unit)), "")
        lines.append(replace(line, remarks=(*line.remarks, folder)) if folder and not mine else line)
    for code in sorted(by_code):
        name = next((t.name for t in by_code[code] if t.name), code)
        line = _line(Line(by_code[code][0].code or code, name), by_code[code], period, None)
        lines.append(replace(line, status=Status.OTHER) if expected else line)
    if not expected:
        sent = {place.rpartition("/")[0] for line in lines for place in line.places}
        empty = ((place.rpartition("/")[2], note) for place, note in empty_folders.items())
        rest = {name: note for name, note in empty if not any(p.endswith(name) for p in sent)}
        lines += [Line(name, name, remarks=(note,) if note else ()) for name, note in sorted(rest.items())]
    lines = [*_with_strayed(lines, taken, names)]
    return [_with_before(line, before.get(line.code.casefold())) for line in _without_copies(lines)]


def _with_strayed(lines: Sequence[Line], taken: Sequence[Taken], names: Mapping[str, str]) -> Iterator[Line]:
    """Say of a workbook with the code of one unit in the folder of another what only they can set right, at both."""
    units = {line.code.casefold(): line.name for line in lines}
    holders: dict[str, str] = {}
    strayed: dict[str, list[str]] = {}
    for one in taken:
        owner, code = _folder_of(one.sent.place, names), one.code.casefold()
        if one.is_workbook and not one.sent.is_before and code in units and owner in units and owner != code:
            holders[one.sent.place] = units[owner]
            strayed.setdefault(owner, []).append(_NOT_THEIRS.format(place=one.sent.place, unit=units[code]))
    for line in lines:
        if line.status is Status.NOT_SENT:
            line = replace(line, remarks=(*line.remarks, *strayed.get(line.code.casefold(), ())))
        elif line.file in holders and line.status.counts:
            asked = _IN_ANOTHERS.format(unit=holders[line.file])
            line = replace(line, status=Status.DOUBTFUL, remarks=(*line.remarks, asked))
        yield line


_NOT_THEIRS = "Tệp “{place}” ghi mã đơn vị của {unit}: sửa Mã đơn vị ở sheet Thông tin nếu là sổ của đơn vị này."
_IN_ANOTHERS = "Sổ nằm trong thư mục của {unit}: hỏi lại có đúng là sổ của đơn vị này không."


def _with_before(line: Line, taken: Taken | None) -> Line:
    if taken is None or line.before is not None:
        return line
    return replace(line, before=taken.facts, before_place=taken.sent.place)


def _names(expected: Sequence[ExpectedUnit]) -> Mapping[str, str]:
    """The code of each unit by every way of naming its folder or file."""
    ways = {way: unit.code.casefold() for unit in expected for way in (key(unit.code), key(plain(_bare(unit.name))))}
    return {way: code for way, code in ways.items() if way}


def _bare(name: str) -> str:
    return name.removeprefix("UBND ")


def _is_of(place: str, unit: ExpectedUnit) -> bool:
    """Whether a folder is the unit's, or lies in the unit's."""
    ways = {key(unit.code), key(plain(_bare(unit.name)))} - {""}
    return any(key(plain(name)) in ways for name in place.split("/"))


def _unit_of(taken: Taken, names: Mapping[str, str]) -> str:
    """Whose a file is: by the code in it; where it has none, by the name of its folder or its own."""
    if taken.code:
        return taken.code.casefold()
    *folders, file = taken.sent.place.split("/")
    stem = file.rpartition(".")[0]
    alone = (folders[-1] if folders else stem).casefold()
    return _folder_of(taken.sent.place, names) or names.get(key(plain(stem)), alone)


def _folder_of(place: str, names: Mapping[str, str]) -> str:
    """Return the code of the unit that the innermost folder of a file is named after, "" where none is."""
    found = (names.get(key(plain(name))) for name in reversed(place.split("/")[:-1]))
    return next(filter(None, found), "")


def _line(line: Line, taken: list[Taken], period: ReportingPeriod, received: date | None) -> Line:
    if not taken:
        return line
    of_before = [t for t in taken if t.facts and t.year == period.year - 1]
    mine = [t for t in taken if t not in of_before]
    line = _with_before(line, of_before[0] if of_before else None)
    books = [t for t in mine if not t.sent.is_word and t.facts]
    words = [t for t in mine if t.sent.is_word and t.facts and t.facts.period == period.id]
    books, passed = _one_of_copies(books)
    line = replace(line, remarks=passed, places=tuple(t.sent.place for t in (*books, *words)))
    if len(books) > 1:
        return replace(line, status=Status.TWICE, remarks=(*passed, _which_of(books)))
    if books:
        return _counted(line, books[0], received, period)
    if len({t.facts for t in words}) > 1:
        return replace(line, status=Status.TWICE, remarks=(*passed, _which_of(words)))
    if words:
        return _from_report(line, words[0], received, period)
    return _not_counted(line, mine or of_before, period)


def _one_of_copies(books: list[Taken]) -> tuple[list[Taken], tuple[str, ...]]:
    """Leave out what is the same as another, and copies by their name where the original is there."""
    kept: list[Taken] = []
    remarks = []
    for book in sorted(books, key=lambda t: (t.sent.is_copy, t.sent.place)):
        same = next((k for k in kept if k.digest == book.digest), None)
        if same is not None:
            remarks.append(f"Không dùng “{book.sent.place}”: giống hệt “{same.sent.place}”.")
        elif book.sent.is_copy and (first := next((k for k in kept if not k.sent.is_copy), None)):
            remarks.append(
                f"Không dùng “{book.sent.place}”: có tên như bản sao của “{first.sent.place}” nhưng nội dung khác. "
                "Nếu bản này mới đúng, chuyển tệp kia ra ngoài rồi chạy lại."
            )
        else:
            kept.append(book)
    return kept, tuple(remarks)


def _which_of(files: Sequence[Taken]) -> str:
    named = ", ".join(f"“{t.sent.place}”" for t in files)
    return f"Có {len(files)} tệp khác nhau cùng mã đơn vị ({named}) nên chưa tính. Giữ lại một tệp đúng rồi chạy lại."


def _counted(line: Line, taken: Taken, received: date | None, period: ReportingPeriod) -> Line:
    facts = taken.facts
    assert facts is not None
    line = replace(line, facts=facts, problems=taken.problems)
    late = _late_by(facts, received, period)
    if late:
        line = replace(line, is_late=True, remarks=(*line.remarks, late))
    errors = [p for p in taken.problems if p.is_error]
    if errors:
        status, why = Status.DOUBTFUL, f"Có {len(errors)} chỗ phải xem lại, ví dụ {errors[0]}"
    elif facts.is_silent:
        status, why = Status.OLD, f"Sổ chưa có dòng kết quả nào của {period}."
    else:
        status, why = Status.LATE if late else Status.SENT, ""
    return replace(line, status=status, remarks=(*line.remarks, *filter(None, (why,))))


def _late_by(facts: UnitFacts, received: date | None, period: ReportingPeriod) -> str:
    if received is None or not facts.due_day:
        return ""
    due = period.due(facts.due_day)
    is_late = due < received <= due + timedelta(days=_OF_THIS_PERIOD)
    return f"Nhận ngày {short_date(received)}, hạn gửi {short_date(due)}." if is_late else ""


def _from_report(line: Line, taken: Taken, received: date | None, period: ReportingPeriod) -> Line:
    line = _counted(line, taken, received, period)
    edited = " Tệp đã có người sửa; số liệu tổng hợp là số lúc lập." if taken.is_edited else ""
    remark = f"Số liệu lấy từ phần nguồn gốc trong báo cáo Word, tính đến ngày {_day(line)}.{edited}"
    return replace(line, status=Status.WORD, remarks=(*line.remarks, remark))


def _day(line: Line) -> str:
    assert line.facts is not None
    return short_date(date.fromisoformat(line.facts.as_of))


def _not_counted(line: Line, taken: list[Taken], period: ReportingPeriod) -> Line:
    places = tuple(t.sent.place for t in taken)
    of_other_years = sorted({t.year for t in taken if t.year and t.year != period.year})
    quoted = next((t for t in taken if t.quoted), None)
    if of_other_years:
        years = ", ".join(map(str, of_other_years))
        remark = f"Chỉ có sổ năm {years}; cần sổ năm {period.year}."
        return replace(line, status=Status.OTHER_YEAR, places=places, remarks=(*line.remarks, remark))
    if quoted is not None:
        remark = "Tệp Word không phải do chương trình lập: chỉ trích lời văn, không lấy số liệu."
        line = replace(line, status=Status.QUOTED, places=places, quoted=quoted.quoted)
        return replace(line, remarks=(*line.remarks, remark))
    of_other_periods = [t for t in taken if t.facts]
    if of_other_periods:
        known = {ReportingPeriod.parse(t.facts.period) for t in of_other_periods if t.facts}
        remark = f"Chỉ có báo cáo {', '.join(sorted(map(str, known)))}; cần báo cáo {period}."
        return replace(line, status=Status.OLD, places=places, remarks=(*line.remarks, remark))
    problems = tuple(p for t in taken for p in t.problems)
    return replace(line, status=Status.UNREADABLE, places=places, problems=problems, remarks=tuple(map(str, problems)))


def _without_copies(lines: list[Line]) -> Iterator[Line]:
    """Leave out units whose results are the same to the letter: which of them is a copy, only they know."""
    alike: dict[str, list[Line]] = {}
    for line in lines:
        if line.counted is not None and line.counted.proof:
            alike.setdefault(line.counted.proof, []).append(line)
    for line in lines:
        same = alike.get(line.counted.proof, []) if line.counted is not None else []
        others = [other for other in same if other is not line]
        if others:
            named = ", ".join(_bare(other.name) for other in others)
            remark = f"Kết quả và văn bản giống hệt {named}: sổ làm từ bản sao. Chưa tính cả hai; đề nghị gửi lại."
            yield replace(line, status=Status.COPIED, remarks=(*line.remarks, remark))
        else:
            yield line
