"""The tasks and figures behind what one unit's report says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from generator.check.numbers import counts_in
from generator.domain.indicator import Aggregation, Indicator, Reading, measured_in
from generator.domain.period import ReportingPeriod
from generator.domain.progress import Assessment
from generator.domain.unit_year import IssuedDocument, UnitYear
from generator.making import NothingToMake, Request, Source, other_years
from generator.reporting.comparison import NO_NEIGHBOURS, Comparison, Neighbours
from generator.reporting.computed import computed
from generator.reporting.document_kind import Kind
from generator.reporting.documents import issued_in_period
from generator.reporting.facts import TaskFacts, unit_facts
from generator.reporting.figures import ReportFigures, report_figures
from generator.reporting.statistics_table import figure
from generator.roundup.counting import LABELS, MEASURE_NAMES, Key, Measure, is_counted
from generator.roundup.explaining import Behind, Explained
from generator.roundup.finding import plainly
from generator.roundup.source_sheets import cells_of
from generator.vietnamese.citations import without_citations
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import quantity, read_number
from generator.vietnamese.target_phrase import SENTENCES
from generator.vietnamese.text import key

#: What each automatic part of a report counts.
_WHOLE = "tong-hop"
_REGIONS: dict[str, tuple[Measure, ...]] = {
    _WHOLE: tuple(Measure),
    "qua-han": (Measure.LATE,),
    "hoan-thanh": (Measure.DONE,),
    "phu-luc-qua-han": (Measure.LATE,),
    "phu-luc-nhiem-vu": (Measure.TOTAL,),
}
#: A pair in a sentence: of what, by what.
_PAIRS = ((Measure.DUE_DONE, Measure.DUE), (Measure.DONE, Measure.TOTAL), (Measure.DUE, Measure.TOTAL))
#: Words of fewer letters and digits stand in many sentences.
_TELLING = 15


@dataclass(frozen=True, slots=True)
class Ground:
    """What a report was made from: the unit's year, the period and kind, the day, the name of the workbook, and the
    unit's other years beside it."""

    data: UnitYear
    period: ReportingPeriod
    kind: Kind
    as_of: date
    file: str
    neighbours: Neighbours = NO_NEIGHBOURS


def ground_of(source: Source, request: Request, folder: Path) -> Ground:
    """Return what the report of a request is made from, with the unit's workbooks of other years in the folder. Raises
    NothingToMake."""
    if source.data is None:
        raise NothingToMake(source.problems)
    others, _ = other_years(source, request, folder)
    neighbours = Neighbours.among(others, source.data)
    return Ground(source.data, request.period, request.kind, request.as_of, source.name, neighbours)


def explain_report(ground: Ground, what: str) -> list[Explained]:
    """Return what stands behind a task's number, a field, an automatic part, an indicator, a number or a pair of
    numbers; behind a whole sentence the cells, tasks and indicators whose words it has, then its other numbers."""
    figures = report_figures(ground.data, ground.period, ground.kind, ground.as_of)
    asked = plainly(what)
    task = next((a for a in figures.now.assessments.values() if a.task.id.casefold() == asked.casefold()), None)
    if task is not None:
        return [_of_task(ground, task)]
    counts = _Counts(ground, figures)
    if key(asked) == key(ground.data.unit.name):
        asked = _WHOLE
    if asked in _REGIONS:
        return [e for m in _REGIONS[asked] if (e := counts.of(m)).rows]
    measured = [i for i in ground.data.indicators if not i.is_heading]
    if indicators := [i for i in measured if asked in (i.code, i.number) or key(asked) == key(i.name)]:
        return [_of_indicator(ground, figures, i) for i in indicators]
    if of_field := counts.of_field(asked):
        return [of_field]
    if len(key(asked)) >= _TELLING:
        return list(_of_sentence(ground, figures, asked))
    return [*_of_number(ground, figures, asked), *_typed(ground, figures, asked)]


def _of_number(ground: Ground, figures: ReportFigures, asked: str) -> Iterator[Explained]:
    """Yield what is counted, measured or compared and reads as asked."""
    yield from _Counts(ground, figures).numbered(asked)
    for way in (_figures_that_read, _changes, _lists):
        yield from way(ground, figures, asked)


def _of_sentence(ground: Ground, figures: ReportFigures, sentence: str) -> Iterator[Explained]:
    said, left = key(sentence), sentence
    typed = [t for t in ground.data.typed if t.day is None or t.day <= ground.as_of]
    cells: dict[str, Behind] = {}
    for one in typed:
        pieces = [piece for piece in SENTENCES.split(one.text) if len(key(piece)) >= _TELLING]
        if any(key(piece) in said or said in key(piece) for piece in pieces):
            where = f"{one.sheet}!{one.cell}"
            cells[where] = Behind("", ground.file, one.about, " ".join(one.text.split()), where, Decimal(1))
            left = _without(left, counts_in(one.text))
    if cells:
        yield Explained("", "Lời đã gõ trong sổ.", Decimal(len(cells)), tuple(cells.values()))
    for assessment in figures.now.assessments.values():
        words = key(assessment.task.text)
        if len(words) >= _TELLING and (words in said or said in words):
            yield _of_task(ground, assessment)
            left = _without(left, counts_in(assessment.task.text))
    for indicator in ground.data.indicators:
        if len(key(indicator.name)) >= _TELLING and key(indicator.name) in said and not indicator.is_heading:
            yield _of_indicator(ground, figures, indicator)
    for number in dict.fromkeys(counts_in(without_citations(left))):
        yield from list(_of_number(ground, figures, number)) or _typed(ground, figures, number)


def _without(sentence: str, numbers: Iterable[str]) -> str:
    """Return the sentence without numbers that are explained already, each once."""
    for number in numbers:
        sentence = re.sub(rf"(?<![\w./,]){re.escape(number)}(?!\w|[.,/]\d)", "", sentence, count=1)
    return sentence


def _of_task(ground: Ground, assessment: Assessment) -> Explained:
    """Every row that was told of a task up to the day, oldest first."""
    rows = ground.data.rows.get(("Kết quả", assessment.task.id), ())
    told = tuple(
        Behind(
            "",
            ground.file,
            short_date(e.as_of),
            _words(e.word.value if e.word else "", e.result),
            f"Kết quả!A{row}",
            Decimal(1),
        )
        for e, row in zip(assessment.entries, rows, strict=False)
    )
    where = next(iter(ground.data.rows.get(("Nhiệm vụ", assessment.task.id), ())), 0)
    due = f", hạn {short_date(assessment.due)}" if assessment.due else ""
    how = f"{LABELS[assessment.state.value]}{due}; nhiệm vụ ở ô Nhiệm vụ!A{where}; các dòng kết quả:"
    return Explained(assessment.task.id, how, Decimal(len(told)), told)


def _words(*texts: str) -> str:
    return ": ".join(" ".join(t.split()) for t in texts if t.strip())


class _Counts:
    """Counts of one unit's tasks by measure."""

    def __init__(self, ground: Ground, figures: ReportFigures) -> None:
        self._ground = ground
        self._tasks = unit_facts(figures).tasks

    def of(self, measure: Measure) -> Explained:
        rows = self._rows(t for t in self._tasks if is_counted(measure, t))
        name = str(Key("nv", measure.value))
        return Explained(name, f"Số nhiệm vụ {MEASURE_NAMES[measure]}.", Decimal(len(rows)), rows)

    def of_field(self, asked: str) -> Explained | None:
        """Return the tasks of a field by its number ("II") or its title, None for no such field."""
        for section in self._ground.data.plan.sections:
            if key(asked) in (key(section.id), key(section.title)):
                ids = {task.id for task in section.tasks}
                rows = self._rows(t for t in self._tasks if t.id in ids)
                return Explained(section.id, f"Nhiệm vụ của lĩnh vực {section.title}.", Decimal(len(rows)), rows)
        return None

    def _to_do(self) -> Iterator[Explained]:
        """What is not done; and of it what is not paused, which the next period goes on with."""
        for how, done in (
            ("Số nhiệm vụ chưa hoàn thành.", (Measure.DONE,)),
            ("Số nhiệm vụ chưa hoàn thành, không tạm dừng.", (Measure.DONE, Measure.PAUSED)),
        ):
            rows = self._rows(t for t in self._tasks if not any(is_counted(m, t) for m in done))
            yield Explained("nv.chua-xong", how, Decimal(len(rows)), rows)

    def _rows(self, tasks: Iterable[TaskFacts]) -> tuple[Behind, ...]:
        return tuple(
            Behind("", self._ground.file, t.id, LABELS[t.state], "; ".join(filter(None, cells_of(t))), Decimal(1))
            for t in tasks
        )

    def numbered(self, asked: str) -> Iterator[Explained]:
        """Yield the counts that read as asked: "17/47", "83,33%", "4"."""
        if pair := _pair(asked):
            yield from (
                Explained(part.key, part.how, part.value, part.rows, whole.value)
                for part, whole in ((self.of(a), self.of(b)) for a, b in _PAIRS)
                if (part.value, whole.value) == pair
            )
            return
        number = read_number(asked)
        if asked.endswith("%"):
            yield from self._rates(number)
        elif number is not None:
            counted = (*(self.of(m) for m in Measure), *self._to_do())
            yield from self._distinct(e for e in counted if e.value == number and e.rows)

    def _rates(self, number: Decimal | None) -> Iterator[Explained]:
        for a, b in _PAIRS:
            part, whole = self.of(a), self.of(b)
            if number is not None and whole.value and abs(part.value * 100 / whole.value - number) < Decimal("0.01"):
                yield Explained(part.key, f"{part.how} Mẫu số: {MEASURE_NAMES[b]}.", part.value, part.rows, whole.value)

    def _distinct(self, found: Iterable[Explained]) -> Iterator[Explained]:
        """The same tasks under two names are told once."""
        seen: set[tuple[Behind, ...]] = set()
        for explained in found:
            if explained.rows not in seen:
                seen.add(explained.rows)
                yield explained


def _of_indicator(ground: Ground, figures: ReportFigures, indicator: Indicator) -> Explained:
    if indicator.aggregation is Aggregation.COMPUTED:
        value = computed(indicator, figures).latest or Decimal()
        return Explained(indicator.code, f"Chương trình tự đếm: {indicator.measured_by}.", value, ())
    taken, missing = measured_in(indicator, ground.period, figures.known)
    if indicator.aggregation is Aggregation.LAST:
        taken = taken[-1:]
    elif indicator.aggregation is Aggregation.FIRST:
        taken = taken[:1]
    rows = []
    for m in taken:
        at = next(iter(ground.data.rows.get(("Số liệu", f"{m.period.id} {m.code}"), ())), 0)
        said = f"{m.numerator}/{m.denominator}" if m.numerator is not None else str(m.value)
        amount = m.numerator if m.numerator is not None else m.value or Decimal()
        rows.append(Behind("", ground.file, str(m.period), said, f"Số liệu!A{at}", amount))
    reading = figures.readings[indicator.code]
    gaps = f" Chưa có: {', '.join(p.name_without_year for p in missing)}." if missing else ""
    how = f"{indicator.name} ({indicator.aggregation.value}).{gaps}"
    value = reading.numerator if reading.numerator is not None else reading.value or Decimal()
    return Explained(indicator.code, how, value, tuple(rows), reading.denominator)


def _figures_that_read(ground: Ground, figures: ReportFigures, asked: str) -> Iterator[Explained]:
    """Yield the indicators whose value, part/whole or part is written as asked."""
    for indicator in ground.data.indicators:
        reading = figures.readings.get(indicator.code)
        if reading is None or reading.value is None or indicator.aggregation is Aggregation.COMPUTED:
            continue
        pair, parts = _pair(asked), (reading.numerator, reading.denominator)
        number = None if pair else read_number(asked.rstrip("%"))
        is_value = figure(indicator, reading) == asked.rstrip("%") or (not asked.endswith("%") and number in parts)
        if pair == parts or (number is not None and (is_value or number == reading.value)):
            yield _of_indicator(ground, figures, indicator)


def _pair(asked: str) -> tuple[Decimal, Decimal] | None:
    """The two numbers of "07/1.263"."""
    found = re.fullmatch(r"([\d.]+)/([\d.]+)", asked)
    part, whole = (read_number(text) for text in found.groups()) if found else (None, None)
    return (part, whole) if part is not None and whole is not None else None


def _changes(ground: Ground, figures: ReportFigures, asked: str) -> Iterator[Explained]:
    """Yield the indicators that have changed so much, since last year or the period before."""
    number, comparison = read_number(asked), Comparison(figures, ground.neighbours)
    for indicator in ground.data.indicators if number is not None else ():
        now = figures.readings.get(indicator.code)
        for when, then in (
            ("Cùng kỳ năm trước", comparison.last_year(indicator)),
            ("Kỳ trước", comparison.period_before(indicator)),
        ):
            if now is None or then is None or now.value is None or then.value is None:
                continue
            by = _shown(now) - _shown(then)
            if by and number is not None and quantity(abs(by)) == quantity(number):
                sign = 1 if by > 0 else -1
                times = (("Kỳ này", now, sign), (when, then, -sign))
                rows = tuple(Behind("", "", name, _said(r), "", s * _shown(r)) for name, r, s in times)
                yield Explained(indicator.code, f"{indicator.name}: thay đổi giữa hai kỳ.", abs(by), rows)


def _shown(reading: Reading) -> Decimal:
    """The value as documents print it: a change is the difference of what the reader sees."""
    return (reading.value or Decimal()).quantize(Decimal("0.01"))


def _said(reading: Reading) -> str:
    parts = (reading.numerator, reading.denominator)
    return "/".join(quantity(n) for n in parts if n is not None) or quantity(reading.value or 0)


def _lists(ground: Ground, figures: ReportFigures, asked: str) -> Iterator[Explained]:
    """Yield what is counted one by one and has so many: documents, all and of a kind; indicators as they are judged."""
    number = read_number(asked)
    documents = issued_in_period(figures)
    kinds = {_kind_of(d) for d in documents}
    told = [("Văn bản ban hành trong kỳ.", documents)]
    told += [(f"Văn bản {kind} ban hành trong kỳ.", [d for d in documents if _kind_of(d) == kind]) for kind in kinds]
    for how, of_kind in told:
        if of_kind and len(of_kind) == number:
            rows = tuple(Behind("", ground.file, d.number, d.subject, "", Decimal(1)) for d in of_kind)
            yield Explained("van-ban", how, Decimal(len(rows)), rows)
    judged = [(i, j) for i in ground.data.indicators if not i.is_heading and (j := figures.judgement(i))]
    for how, verdicts in (
        ("Chỉ tiêu có mục tiêu và số liệu.", (True, False, None)),
        ("Chỉ tiêu đạt mức đề ra.", (True,)),
        ("Chỉ tiêu chưa đạt mức đề ra.", (False,)),
    ):
        of = [i for i, j in judged if j.is_met in verdicts]
        if of and len(of) == number:
            rows = tuple(Behind("", ground.file, i.code, f"{i.name}: {i.target_text}", "", Decimal(1)) for i in of)
            yield Explained("chi-tieu", how, Decimal(len(rows)), rows)


def _kind_of(document: IssuedDocument) -> str:
    return document.number.partition("/")[2].partition("-")[0]


def _typed(ground: Ground, figures: ReportFigures, asked: str) -> Iterator[Explained]:
    """Yield the cells whose words have the number: what an officer wrote, the target of an indicator."""
    value = (_pair(asked) or (read_number(asked.rstrip("%")),))[0]
    if value is None:
        return
    there = re.compile(rf"(?<![\d.,/]){re.escape(asked)}(?![\d%/]|[.,]\d)")
    texts = [(t.sheet, t.cell, t.about, t.text) for t in ground.data.typed if t.day is None or t.day <= ground.as_of]
    texts += [("Nhiệm vụ", "", task.id, task.text) for task in ground.data.plan.tasks]
    texts += [("Chỉ tiêu", "", i.code, i.target_text) for i in ground.data.indicators]
    for sheet, cell, about, text in texts:
        if there.search(text):
            where = f"{sheet}!{cell}" if cell else f"sheet {sheet}"
            row = Behind("", ground.file, about, " ".join(text.split()), where, value)
            yield Explained(about or sheet, f"Số nằm trong lời ghi ở {where}.", value, (row,))
