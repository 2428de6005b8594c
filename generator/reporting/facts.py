"""What a superior takes over from a unit: its tasks and figures as judged on a day, as plain values that travel.

They are written into each report, and kept between two round-ups: nothing is judged twice.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import partial
from hashlib import sha256
from sys import intern
from typing import Any, NamedTuple

from generator.domain.computed import Computed
from generator.domain.indicator import Aggregation, Indicator, Measurement, Reading, measured_in, read_indicator
from generator.domain.period import ReportingPeriod
from generator.domain.progress import Assessment
from generator.reporting.comparison import NO_NEIGHBOURS, Comparison
from generator.reporting.computed import computed
from generator.reporting.fields import field_of
from generator.reporting.figures import ReportFigures
from generator.reporting.trend import trend
from generator.reporting.wording import one_line

_FORM = 2
#: Sheets whose rows are told; the names are the workbook's.
_TASKS, _RESULTS, _FIGURES = "Nhiệm vụ", "Kết quả", "Số liệu"
#: The part and the whole of a rate that the program counts by itself.
_PARTS_OF_RATE = {Computed.RATE: (Computed.DONE, Computed.SET)}
#: Fewer results than this may be alike by chance.
_ENOUGH_PROOFS = 3


class TaskFacts(NamedTuple):
    """A task as of the day. `state` and `standing` are the names of the values; days are ISO, "" for none.

    Cause and remedy are those of late tasks.

    `before` is where it stood at the end of the period before, "" when nothing is known of it. `row` and `result_rows`
    are its rows in sheets Nhiệm vụ and Kết quả.
    """

    id: str
    field: str
    text: str
    lead: str
    state: str
    standing: str
    due: str
    before: str
    superior: str
    cause: str
    remedy: str
    difficulty: str
    request: str
    row: int
    result_rows: tuple[int, ...]


class Amount(NamedTuple):
    """What an indicator came to in a period. Numbers are texts, "" for none; `rows` are those of sheet Số liệu."""

    numerator: str = ""
    denominator: str = ""
    value: str = ""
    rows: tuple[int, ...] = ()


class FigureFacts(NamedTuple):
    """An indicator over the period. Numbers are texts, "" for none; `adds` names how periods add up.

    `typed` is what the workbook says beside the value taken, where the two disagree. `missing` are the months without
    a figure, `rows` the rows of sheet Số liệu. `before` is the period before in the same year, if it is known whole.
    """

    code: str
    number: str
    group: str
    name: str
    unit: str
    adds: str
    target: str
    numerator: str
    denominator: str
    value: str
    is_met: bool | None
    typed: str
    missing: tuple[str, ...]
    rows: tuple[int, ...]
    before: Amount

    @property
    def amount(self) -> Amount:
        return Amount(self.numerator, self.denominator, self.value, self.rows)


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """One unit, one period. `is_silent`: nobody has said anything of the period yet. `proof` is the same for two
    workbooks that tell the same results; empty where there are too few to tell. `plan` is its number and its day.
    `trend` says for the end of each month since January, and for the day, how many tasks were due, done of these, late.
    """

    code: str
    name: str
    level: str
    period: str
    kind: str
    as_of: str
    year: int
    due_day: int
    is_silent: bool
    plan: str
    proof: str
    trend: tuple[tuple[int, int, int], ...]
    tasks: tuple[TaskFacts, ...]
    figures: tuple[FigureFacts, ...]
    difficulties: tuple[str, ...]
    requests: tuple[str, ...]

    def to_json(self) -> str:
        values = {name: getattr(self, name) for name in _NAMES}
        return json.dumps({"form": _FORM, **values}, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> UnitFacts | None:
        """Return what `to_json` wrote, None for anything else."""
        try:
            data = json.loads(text)
            if data.pop("form") != _FORM:
                return None
            data["tasks"] = _tasks_again(data["tasks"])
            data["figures"] = tuple(map(_figure_again, data["figures"]))
            data["trend"] = tuple(map(tuple, data["trend"]))
            data["difficulties"], data["requests"] = tuple(data["difficulties"]), tuple(data["requests"])
            return cls(**data)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def packed(self) -> str:
        """Return the same in a tenth of the space."""
        return b64encode(zlib.compress(self.to_json().encode(), 1)).decode("ascii")

    @classmethod
    def unpacked(cls, text: str) -> UnitFacts | None:
        """Return what `packed` wrote, None for anything else."""
        try:
            return cls.from_json(zlib.decompress(b64decode(text)).decode())
        except (ValueError, zlib.error):
            return None


_NAMES = tuple(f.name for f in fields(UnitFacts))


def _tasks_again(rows: list[list[Any]]) -> tuple[TaskFacts, ...]:
    """Tasks read again, column by column: the same words of thousands of tasks are kept once."""
    if {*map(len, rows)} - {len(TaskFacts._fields)}:
        raise ValueError
    *texts, numbers, result_rows = zip(*rows, strict=True) if rows else [()] * len(TaskFacts._fields)
    columns = (*(map(intern, column) for column in texts), numbers, map(tuple, result_rows))
    return tuple(map(partial(tuple.__new__, TaskFacts), zip(*columns, strict=True)))


def _figure_again(row: list[Any]) -> FigureFacts:
    *values, missing, rows, (numerator, denominator, value, rows_before) = row
    before = Amount(numerator, denominator, value, tuple(rows_before))
    return FigureFacts._make([*values, tuple(missing), tuple(rows), before])


def unit_facts(figures: ReportFigures) -> UnitFacts:
    """Return the facts of a unit's year in a period, as of the figures' day."""
    data, period = figures.data, figures.period
    words = {part: _own_words(figures, part) for part in ("kho_khan", "kien_nghi")}
    comparison = Comparison(figures, NO_NEIGHBOURS)
    measured = [i for i in data.indicators if not i.is_heading]
    return UnitFacts(
        code=data.unit.code,
        name=data.unit.name,
        level=data.unit.level,
        period=period.id,
        kind=figures.kind.id,
        as_of=figures.as_of.isoformat(),
        year=data.plan.year,
        due_day=data.unit.terms(figures.kind.id, period).due_day or 0,
        is_silent=figures.is_silent,
        plan=f"{data.plan.number} {data.plan.issued_on or ''}".strip(),
        proof=_proof(figures),
        trend=trend(figures),
        tasks=tuple(
            _task(figures, figures.now.assessments[task.id], field)
            for section in data.plan.sections
            for field in (field_of(section.title),)
            for task in section.tasks
        ),
        figures=tuple(_figure(figures, indicator, comparison) for indicator in measured),
        difficulties=words["kho_khan"],
        requests=words["kien_nghi"],
    )


def _own_words(figures: ReportFigures, part: str) -> tuple[str, ...]:
    return tuple(map(one_line, figures.data.words.get((figures.period.id, part), ())))


def _task(figures: ReportFigures, assessment: Assessment, field: str) -> TaskFacts:
    task = assessment.task
    before = figures.before.places.get(task.id) if figures.before else None
    said = assessment.entries[::-1]
    late = said if assessment.state.is_late else ()
    of_rows = figures.data.rows
    rows = of_rows.get((_RESULTS, task.id), ())
    return TaskFacts(
        id=task.id,
        field=field,
        text=one_line(task.text),
        lead="; ".join(task.assignment.lead),
        state=assessment.state.value,
        standing=figures.now.places[task.id][0].name,
        due=assessment.due.isoformat() if assessment.due else "",
        before=before[0].name if before else "",
        superior=task.superior_task.strip(),
        cause=next((one_line(e.cause) for e in late if e.cause.strip()), ""),
        remedy=next((one_line(e.remedy) for e in late if e.remedy.strip()), ""),
        difficulty=one_line(assessment.difficulty),
        request=next((one_line(e.recommendation) for e in said if _is_request(figures, e.as_of, e.recommendation)), ""),
        row=next(iter(of_rows.get((_TASKS, task.id), ())), 0),
        result_rows=rows[: len(assessment.entries)],
    )


def _is_request(figures: ReportFigures, day: Any, text: str) -> bool:
    return bool(text.strip()) and day >= figures.window.start


def _figure(figures: ReportFigures, indicator: Indicator, comparison: Comparison) -> FigureFacts:
    rows: tuple[int, ...] = ()
    typed, before = "", Amount()
    if indicator.aggregation is Aggregation.COMPUTED:
        reading = _computed(indicator, figures)
    else:
        reading = figures.readings[indicator.code]
        rows = _rows_of(indicator, figures, figures.period, comparison)
        typed = _disagrees(indicator, figures, comparison.known, reading)
        if was := comparison.period_before(indicator):
            rows_before = _rows_of(indicator, figures, figures.period.previous, comparison)
            before = Amount(_text(was.numerator), _text(was.denominator), _text(was.value), rows_before)
    judged = figures.judgement(indicator) if indicator.aggregation is not Aggregation.COMPUTED else None
    return FigureFacts(
        indicator.code,
        indicator.number,
        indicator.group,
        one_line(indicator.name),
        indicator.unit,
        indicator.aggregation.name,
        indicator.target_text,
        _text(reading.numerator),
        _text(reading.denominator),
        _text(reading.value),
        judged.is_met if judged and judged.share is None else None,
        typed,
        tuple(p.id for p in reading.missing if p.first_day <= figures.as_of),
        rows,
        before,
    )


def _rows_of(
    indicator: Indicator, figures: ReportFigures, period: ReportingPeriod, comparison: Comparison
) -> tuple[int, ...]:
    taken, _ = measured_in(indicator, period, comparison.known)
    places = (f"{m.period.id} {m.code}" for m in taken)
    return tuple(n for place in places for n in figures.data.rows.get((_FIGURES, place), ()))


def _computed(indicator: Indicator, figures: ReportFigures) -> Reading:
    name = Computed.named(indicator.measured_by)
    value = computed(indicator, figures).latest
    if name not in _PARTS_OF_RATE:
        return Reading(value)
    part, whole = (
        computed(Indicator(n, n, "", n, measured_by=n.value, aggregation=Aggregation.COMPUTED), figures).latest
        for n in _PARTS_OF_RATE[name]
    )
    return Reading(value, part, whole)


def _disagrees(
    indicator: Indicator, figures: ReportFigures, known: Mapping[tuple[str, str], Measurement], taken: Reading
) -> str:
    """What the months of the period come to where a figure typed for the period itself says otherwise."""
    own = known.get((figures.period.id, indicator.code))
    if own is None or not own.is_given or len(figures.period.months) < 2:
        return ""
    rest = {place: row for place, row in known.items() if place != (figures.period.id, indicator.code)}
    added = read_indicator(indicator, figures.period, rest)
    if added.value is None or added.missing or added.value == taken.value:
        return ""
    return _text(added.value)


def _text(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize(), "f")


def _proof(figures: ReportFigures) -> str:
    """A digest of results that only one unit can have: those with a document of their own."""
    told = sorted(
        f"{a.task.text}\n{e.result}\n{e.document}\n{e.as_of}"
        for a in figures.now.assessments.values()
        for e in a.entries
        if e.document.strip()
    )
    return sha256("\n\n".join(told).encode()).hexdigest()[:32] if len(told) >= _ENOUGH_PROOFS else ""
