"""Sheets Chỉ tiêu and Số liệu: indicators, their targets and the figures of each period."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from generator.book import messages as say
from generator.book.read.table import Row, Table
from generator.book.read.task_rows import TaskRows
from generator.book.sheets import INDICATORS, MEASUREMENTS
from generator.domain.answers import Answers
from generator.domain.computed import Computed, PartOf
from generator.domain.indicator import Aggregation, Indicator, Measurement, Target
from generator.domain.period import ReportingPeriod, examples_of
from generator.vietnamese.cells import Value, code_candidates, day_of, following_code, period_of, resolve_code, shown
from generator.vietnamese.numbers import number_text
from generator.vietnamese.text import key

_AGGREGATIONS = {key(a.value): a for a in Aggregation}
_FORM = re.compile(r"biểu mẫu( số)?", re.IGNORECASE)
_INDICATOR_SAYS = (INDICATORS.indicator, INDICATORS.unit, INDICATORS.measured_by)
_FIGURES = (MEASUREMENTS.numerator, MEASUREMENTS.denominator, MEASUREMENTS.value, MEASUREMENTS.note)


def read_indicators(table: Table, tasks: TaskRows) -> tuple[Indicator, ...]:
    """Return the indicators in the order of the sheet; a row without unit or measure is a heading."""
    found: list[Indicator] = []
    rows: dict[str, Row] = {}
    number = ""
    for row in table:
        code = _changed(row.value(INDICATORS.code), "") if row.has(INDICATORS.code) else ""
        row.about = code
        number = _changed(row.value(INDICATORS.number), number) if row.has(INDICATORS.number) else ""
        if row.says_nothing(_INDICATOR_SAYS):
            row.report_strays(
                {INDICATORS.code: bool, INDICATORS.number: bool, INDICATORS.form: bool, INDICATORS.group: bool}
            )
            continue
        indicator = _indicator(row, code, number, tasks)
        if not code and not indicator.is_heading:
            row.report(INDICATORS.code, say.NO_INDICATOR_CODE)
        if code and code.lower() in rows:
            earlier = rows[code.lower()]
            row.report(INDICATORS.code, say.INDICATOR_TWICE, code=code, row=earlier.number, left_out=row.number)
            continue
        rows[code.lower()] = row
        found.append(indicator)
    for indicator in found:
        part = PartOf.named(indicator.measured_by) if indicator.aggregation is Aggregation.COMPUTED else None
        if part is not None and part.code.lower() not in rows:
            rows[indicator.code.lower()].report(INDICATORS.measured_by, say.UNKNOWN_RATE, code=part.code)
    return tuple(found)


def _changed(value: Value, previous: str) -> str:
    """Return a number or code as it was typed before Excel made a number or a date of it."""
    candidates = code_candidates(value)
    following = following_code(previous)
    return following if following in candidates else candidates[0]


def _indicator(row: Row, code: str, number: str, tasks: TaskRows) -> Indicator:
    target_text = row.text(INDICATORS.target)
    target = Target.parse(target_text) if target_text else None
    if target_text and target is None:
        row.report(INDICATORS.target, say.NOT_A_TARGET, text=target_text)
    unit = row.text(INDICATORS.unit)
    indicator = Indicator(
        code=code,
        number=number,
        group=row.text(INDICATORS.group),
        name=row.long_text(INDICATORS.indicator),
        unit=unit,
        task_ids=tasks.find_several(row, INDICATORS.tasks),
        target=target,
        target_text=target_text,
        measured_by=row.text(INDICATORS.measured_by),
        aggregation=_aggregation(row, unit),
        source=row.text(INDICATORS.source),
        form=_FORM.sub("", row.text(INDICATORS.form)).strip(),
    )
    if indicator.aggregation is Aggregation.COMPUTED and not indicator.is_heading:
        _check_computed(row, indicator)
    return indicator


def _check_computed(row: Row, indicator: Indicator) -> None:
    if PartOf.named(indicator.measured_by) is None and Computed.named(indicator.measured_by) is None:
        row.report(INDICATORS.measured_by, say.UNKNOWN_COUNT, text=indicator.measured_by, names="; ".join(Computed))


def _aggregation(row: Row, unit: str) -> Aggregation:
    """What is typed; without a word percentages are never added up."""
    usual = Aggregation.RATIO if unit == "%" else Aggregation.SUM
    typed = row.text(INDICATORS.aggregation)
    if typed and key(typed) not in _AGGREGATIONS:
        choices = ", ".join(a.value for a in Aggregation)
        row.report(INDICATORS.aggregation, say.NOT_A_CHOICE, text=typed, choices=choices)
    return _AGGREGATIONS.get(key(typed), usual)


def read_measurements(
    table: Table, indicators: tuple[Indicator, ...], year: int
) -> tuple[Mapping[tuple[str, str], Measurement], Mapping[tuple[str, str], Row]]:
    """Return the figures, and the rows they stand in, by (period id, indicator code); of two rows for the same the
    last one stands.

    A period without its year ("Tháng 5") is of `year`, the plan's.
    """
    by_code = {i.code: i for i in indicators if i.code}
    index = {code.lower(): code for code in by_code}
    found: dict[tuple[str, str], Measurement] = {}
    rows: dict[tuple[str, str], Row] = {}
    periods: dict[Value, ReportingPeriod | None] = {}
    for row in table:
        if row.says_nothing(_FIGURES):
            row.report_strays(
                {
                    MEASUREMENTS.period: lambda value: period_of(value, year),
                    MEASUREMENTS.code: lambda value: resolve_code(value, index),
                    MEASUREMENTS.as_of: day_of,
                }
            )
            continue
        code = _measured_code(row, index)
        row.about = code or row.about
        period = _period(row, periods, year)
        if code is None or period is None:
            continue
        place = period.id, code
        if place in rows:
            row.report(
                MEASUREMENTS.code, say.MEASURED_TWICE, code=code, period=period, row=rows[place].number, used=row.number
            )
        rows[place] = row
        found[place] = _measurement(row, period, by_code[code])
        _report_unused(row, found[place], by_code[code], year)
    return found, rows


def _report_unused(row: Row, measured: Measurement, indicator: Indicator, year: int) -> None:
    """Point out figures that no report uses, and which of several are left aside."""
    row.keep(MEASUREMENTS.note, measured.note, period=measured.period.id)
    given = [header for header in _FIGURES[:3] if row.has(header)]
    for header in given[-1:]:
        row.keep(header, indicator.name, period=measured.period.id)
    if year and measured.period.year not in (year, year - 1):
        row.report(MEASUREMENTS.period, say.PERIOD_OUT_OF_YEAR, period=measured.period, year=year)
    if indicator.is_heading or indicator.aggregation is Aggregation.COMPUTED:
        unused, why = given, say.NOT_MEASURED if indicator.is_heading else say.COUNTED_ITSELF
    elif set(_FIGURES[:2]) <= set(given):
        unused, why = ([] if _is_what_its_parts_give(measured, indicator) else given[2:]), say.VALUE_BESIDE_PARTS
    else:
        # Only a value stands by itself; a numerator alone is one where nothing is divided.
        is_value = MEASUREMENTS.value in given or indicator.aggregation is Aggregation.RATIO
        alone = MEASUREMENTS.value if is_value else MEASUREMENTS.numerator
        unused, why = [header for header in given if header != alone], say.PART_ALONE
    for header in unused:
        row.report(header, why, code=indicator.code)


def _is_what_its_parts_give(measured: Measurement, indicator: Indicator) -> bool:
    """Whether a value typed beside its parts is theirs, to the decimals that were typed."""
    if measured.value is None or measured.numerator is None or not measured.denominator:
        return False
    ratio = measured.numerator * (100 if indicator.is_percentage else 1) / measured.denominator
    return round(ratio, 2) == round(measured.value, 2) or round(ratio) == measured.value


def _measured_code(row: Row, index: Mapping[str, str]) -> str | None:
    value = row.value(MEASUREMENTS.code)
    if value.__class__ is str and (code := index.get(value.lower())):
        return code
    if not row.has(MEASUREMENTS.code):
        row.report(MEASUREMENTS.code, say.NO_INDICATOR_OF_ROW)
        return None
    codes = resolve_code(value, index)
    if len(codes) == 1:
        return codes[0]
    row.about = shown(value).strip()
    if codes:
        row.report(MEASUREMENTS.code, say.AMBIGUOUS_CODE, shown=shown(value), candidates=" hay ".join(codes))
    else:
        row.report(MEASUREMENTS.code, say.UNKNOWN_INDICATOR, code=shown(value).strip())
    return None


def _period(row: Row, known: dict[Value, ReportingPeriod | None], year: int) -> ReportingPeriod | None:
    value = row.value(MEASUREMENTS.period)
    if value in known:
        period = known[value]
    elif not row.has(MEASUREMENTS.period):
        row.report(MEASUREMENTS.period, say.NO_PERIOD, examples=examples_of(year))
        return None
    else:
        period = known[value] = period_of(value, year)
    if period is None:
        text = row.text(MEASUREMENTS.period)
        row.report(MEASUREMENTS.period, say.NOT_A_PERIOD, text=text, examples=examples_of(year))
    return period


def _ask_about_fraction(row: Row, value: Decimal, indicator: Indicator) -> None:
    """Ask about 0,924 where 92,4 may be meant; not about what bears its %, nor where so little is aimed at."""
    aims_low = indicator.target is not None and indicator.target.value < 1
    if not aims_low and not row.shows_percent(MEASUREMENTS.value):
        row.report(MEASUREMENTS.value, say.LIKE_A_FRACTION, text=number_text(value), percent=number_text(value * 100))


def _measurement(row: Row, period: ReportingPeriod, indicator: Indicator) -> Measurement:
    known_on, source = row.day(MEASUREMENTS.as_of), row.text(MEASUREMENTS.source)
    note = row.long_text(MEASUREMENTS.note)
    if indicator.aggregation is Aggregation.CODED:
        answer = _answer(row, indicator)
        return Measurement(period, indicator.code, value=answer, note=note, known_on=known_on, source=source)
    above, below = row.amount(MEASUREMENTS.numerator), row.amount(MEASUREMENTS.denominator)
    if below is not None and not below and above:
        row.report(MEASUREMENTS.denominator, say.DIVIDED_BY_ZERO, above=number_text(above))
    if indicator.is_percentage and above is not None and below and above > below:
        row.report(MEASUREMENTS.numerator, say.ABOVE_WHOLE, above=number_text(above), below=number_text(below))
    value = row.amount(MEASUREMENTS.value, percent=indicator.is_percentage)
    if value is not None and 0 < value < 1 and indicator.is_percentage:
        _ask_about_fraction(row, value, indicator)
    return Measurement(period, indicator.code, above, below, value, note, known_on, source)


def _answer(row: Row, indicator: Indicator) -> Decimal | None:
    """The code of a typed answer: its word or its number."""
    typed = row.text(MEASUREMENTS.value)
    answers = Answers.of(indicator.unit)
    code = answers.code_of(typed) if typed else None
    if typed and code is None:
        row.report(MEASUREMENTS.value, say.NOT_AN_ANSWER, text=typed, answers=str(answers))
    return code
