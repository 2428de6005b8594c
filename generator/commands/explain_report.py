"""The tasks and figures behind what one unit's report says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.domain.indicator import Aggregation, Indicator, measured_in
from generator.domain.period import ReportingPeriod
from generator.domain.progress import Assessment
from generator.domain.unit_year import UnitYear
from generator.reporting.computed import computed
from generator.reporting.document_kind import Kind
from generator.reporting.facts import unit_facts
from generator.reporting.figures import ReportFigures, known_figures, report_figures
from generator.reporting.statistics_table import figure
from generator.roundup.counting import LABELS, MEASURE_NAMES, Key, Measure, is_counted
from generator.roundup.explaining import Behind, Explained
from generator.roundup.source_sheets import cells_of
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import read_number
from generator.vietnamese.text import key

#: What each automatic part of a report counts.
_REGIONS: dict[str, tuple[Measure, ...]] = {
    "tong-hop": tuple(Measure),
    "qua-han": (Measure.LATE,),
    "hoan-thanh": (Measure.DONE,),
    "phu-luc-qua-han": (Measure.LATE,),
    "phu-luc-nhiem-vu": (Measure.TOTAL,),
}
#: A pair in a sentence: of what, by what.
_PAIRS = ((Measure.DUE_DONE, Measure.DUE), (Measure.DONE, Measure.TOTAL), (Measure.DUE, Measure.TOTAL))


@dataclass(frozen=True, slots=True)
class Ground:
    """What a report was made from: the unit's year, the period and kind, the day, the name of the workbook."""

    data: UnitYear
    period: ReportingPeriod
    kind: Kind
    as_of: date
    file: str


def explain_report(ground: Ground, what: str) -> list[Explained]:
    """Return what stands behind a task's number, an automatic part, an indicator, a number or a pair of numbers."""
    figures = report_figures(ground.data, ground.period, ground.kind, ground.as_of)
    asked = what.strip()
    task = next((a for a in figures.now.assessments.values() if a.task.id.casefold() == asked.casefold()), None)
    if task is not None:
        return [_of_task(ground, task)]
    counts = _Counts(ground, figures)
    if asked in _REGIONS:
        return [e for m in _REGIONS[asked] if (e := counts.of(m)).rows]
    indicators = [i for i in ground.data.indicators if asked in (i.code, i.number) or key(asked) == key(i.name)]
    if indicators:
        return [_of_indicator(ground, figures, i) for i in indicators if not i.is_heading]
    return [*counts.numbered(asked), *_figures_that_read(ground, figures, asked)]


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
        rows = tuple(
            Behind("", self._ground.file, t.id, LABELS[t.state], "; ".join(filter(None, cells_of(t))), Decimal(1))
            for t in self._tasks
            if is_counted(measure, t)
        )
        name = str(Key("nv", measure.value))
        return Explained(name, f"Số nhiệm vụ {MEASURE_NAMES[measure]}.", Decimal(len(rows)), rows)

    def numbered(self, asked: str) -> Iterator[Explained]:
        """Yield the counts that read as asked: "17/47", "83,33%", "4"."""
        if pair := re.fullmatch(r"(\d+)/(\d+)", asked):
            yield from (
                Explained(part.key, part.how, part.value, part.rows, whole.value)
                for part, whole in ((self.of(a), self.of(b)) for a, b in _PAIRS)
                if (part.value, whole.value) == (Decimal(pair[1]), Decimal(pair[2]))
            )
            return
        number = read_number(asked)
        if asked.endswith("%"):
            yield from self._rates(number)
        elif number is not None:
            yield from self._distinct(e for m in Measure if (e := self.of(m)).value == number and e.rows)

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
    known = known_figures(ground.data, ground.period, ground.as_of)
    taken, missing = measured_in(indicator, ground.period, known)
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
        ways = {figure(indicator, reading), f"{figure(indicator, reading)}%"}
        if reading.numerator is not None:
            ways |= {f"{reading.numerator}/{reading.denominator}", str(reading.numerator), str(reading.denominator)}
        if asked in ways or asked.replace(".", "") in ways:
            yield _of_indicator(ground, figures, indicator)
