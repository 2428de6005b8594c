"""The statistics appendix: the superior's own forms (Biểu mẫu), or one plain table; and how a figure is printed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from types import SimpleNamespace

from generator.domain.answers import Answers
from generator.domain.indicator import Aggregation, Indicator, Reading
from generator.reporting.computed import computed
from generator.reporting.figures import ReportFigures
from generator.reporting.wording import Doubtful, Keyed, Phrases, capitalised
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import number_text, percent, quantity


def statistic_rows(
    figures: ReportFigures, phrases: Phrases, doubts: Collection[str], *, in_short: bool
) -> list[SimpleNamespace]:
    """Return all indicators as one table: `stt` on three levels, `chi_tieu`, `don_vi`, `so_lieu`, `luy_ke`, `ghi_chu`,
    `dam` (the name of a group). `in_short` leaves out those without a figure."""
    rows = list(_rows(figures, figures.data.indicators, phrases, doubts))
    return _with_figures(rows) if in_short else rows


def statistics_forms(
    figures: ReportFigures, phrases: Phrases, doubts: Collection[str], *, in_short: bool
) -> list[SimpleNamespace]:
    """Return the superior's forms: `so`, `ten` and `hang`, rows as in the one table, where `dam` are those of the first
    level. What stands in no form comes last, without `so`. Nothing when the workbook names no form."""
    by_form: dict[str, list[Indicator]] = {}
    for indicator in figures.data.indicators:
        by_form.setdefault(indicator.form, []).append(indicator)
    own = by_form.pop("", [])
    forms = []
    for number, indicators in by_form.items():
        name = next((i.group for i in indicators if i.group), "")
        rows = [_in_form(row) for row in _rows(figures, indicators, phrases, doubts, group=name)]
        forms.append(SimpleNamespace(so=number, ten=Keyed(name, f"bieu-mau.{number}"), hang=rows))
    if forms and own:
        rows = [_in_form(row) for row in _rows(figures, own, phrases, doubts)]
        forms.append(SimpleNamespace(so="", ten=Keyed(phrases.value("thong_ke.rieng"), "bieu-mau."), hang=rows))
    if not in_short:
        return forms
    for form in forms:
        form.hang = _with_figures(form.hang)
    return [form for form in forms if form.hang]


def _with_figures(rows: Sequence[SimpleNamespace]) -> list[SimpleNamespace]:
    """The rows that have a figure, and the headings above them."""
    kept: list[SimpleNamespace] = []
    for row in reversed(rows):
        is_above = not row.don_vi and bool(kept) and _level(row) < _level(kept[-1])
        if row.so_lieu or row.luy_ke or is_above:
            kept.append(row)
    return kept[::-1]


def _level(row: SimpleNamespace) -> int:
    """How deep a row stands: 0 for a group without a number, 1 for "1", 2 for "1.1"."""
    number = row.stt.strip(".")
    return number.count(".") + 1 if number else 0


def _in_form(row: SimpleNamespace) -> SimpleNamespace:
    """A row with its number as forms have it: "3.3.1."."""
    number = row.stt.rstrip(".")
    row.dam = row.dam or not number.count(".")
    row.stt = Keyed(f"{number}." if number else "", row.stt.row_key)
    return row


def _rows(
    figures: ReportFigures, indicators: Iterable[Indicator], phrases: Phrases, doubts: Collection[str], group: str = ""
) -> Iterator[SimpleNamespace]:
    """The rows of a table below the names of their groups; `group` is the name that stands above already."""
    for indicator in indicators:
        if indicator.group and indicator.group != group:
            group = indicator.group
            number, dot, _ = indicator.number.partition(".")
            is_its_own_heading = indicator.is_heading and indicator.name in ("", group)
            # An indicator that is itself number 1 leaves its group without a number.
            number = number if dot or is_its_own_heading else ""
            yield _row(Keyed(number, f"nhom.{indicator.form}.{group}"), group, bold=True)
            if is_its_own_heading:
                continue
        yield _indicator_row(figures, indicator, phrases, Doubtful if indicator.code in doubts else str)


def _row(number: Keyed, name: str, *, bold: bool = False) -> SimpleNamespace:
    return SimpleNamespace(stt=number, chi_tieu=name, don_vi="", so_lieu="", luy_ke="", ghi_chu="", dam=bold)


def _indicator_row(figures: ReportFigures, indicator: Indicator, phrases: Phrases, mark: type[str]) -> SimpleNamespace:
    number = Keyed(indicator.number, f"chi-tieu.{indicator.code}")
    row = _row(number, indicator.name, bold=indicator.is_heading and number.count(".") == 0)
    if indicator.is_heading:
        return row
    row.don_vi = indicator.unit
    if indicator.aggregation is Aggregation.COMPUTED:
        counted = computed(indicator, figures)
        in_period, in_year = (counted.in_period if indicator.form else counted.latest), counted.in_year
    else:
        in_period, in_year = figures.readings[indicator.code].value, figures.years[indicator.code].value
        row.ghi_chu = mark("; ".join(_notes(figures, indicator, phrases)))
    row.so_lieu, row.luy_ke = mark(_printed(indicator, in_period)), mark(_printed(indicator, in_year))
    return row


def _printed(indicator: Indicator, value: Decimal | None) -> str:
    return "" if value is None else figure(indicator, Reading(value))


# -- one figure -----------------------------------------------------------------------------------
_MOST_DECIMALS = 9


def figure(indicator: Indicator, reading: Reading) -> str:
    """Return the value as printed in its column; a percentage without its sign, which the unit column has.

    Rounding never makes a missed target look met, nor the other way round.
    """
    assert reading.value is not None
    if indicator.aggregation is Aggregation.CODED:
        return Answers.of(indicator.unit).printed(reading.value)
    value = _rounded(reading.value, indicator)
    if value != value.quantize(Decimal("0.01")):
        return number_text(value)
    return percent(value).rstrip("%") if indicator.is_percentage else quantity(value)


def _rounded(value: Decimal, indicator: Indicator) -> Decimal:
    """The value to two decimals, on its own side of the target, and neither 0 nor 100% unless it is exactly that; to
    more where two cannot tell."""
    marks: list[Callable[[Decimal], bool]] = [lambda v: v == 0]
    if indicator.target is not None:
        marks.append(indicator.target.is_met_by)
    if indicator.is_percentage:
        marks.append(lambda v: v == 100)
    candidates = (
        value.quantize(Decimal(1).scaleb(-places), way)
        for places in range(2, _MOST_DECIMALS)
        for way in (ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING)
    )
    return next((r for r in candidates if all(mark(r) == mark(value) for mark in marks)), value)


def share_of_year(share: Decimal) -> str:
    """Return how much of a year's target is reached, rounded down: 100% stands only for what is reached."""
    return percent(share.quantize(Decimal("0.1"), ROUND_FLOOR))


# -- notes ----------------------------------------------------------------------------------------
def _notes(figures: ReportFigures, indicator: Indicator, phrases: Phrases) -> list[str]:
    reading = figures.readings[indicator.code]
    notes = [reading.note] if reading.note else []
    if reading.value is None:
        nothing_arose = reading.denominator is not None and not reading.denominator
        notes.append(phrases.value("chi_tieu.khong_phat_sinh" if nothing_arose else "chi_tieu.khong_so_lieu"))
    elif verdict := _verdict(figures, indicator, phrases):
        notes.append(verdict)
    missing = [p.name_without_year for p in reading.missing if p.first_day <= figures.as_of]
    if reading.value is not None and missing:
        notes.append(phrases.say("chi_tieu.ghi_chu_thieu", thang=", ".join(missing)))
    if indicator.form and reading.sources:
        notes.append(phrases.say("chi_tieu.ghi_chu_nguon", nguon=", ".join(reading.sources)))
    if indicator.form and reading.closed_on:
        notes.append(phrases.say("chi_tieu.ghi_chu_ngay", ngay=short_date(reading.closed_on)))
    return [*(notes[:1] if reading.note else map(capitalised, notes[:1])), *map(phrases.lower_first, notes[1:])]


def _verdict(figures: ReportFigures, indicator: Indicator, phrases: Phrases) -> str:
    """How a value stands to its target; of a year's target in part of the year, how much of it is reached."""
    judged, target = figures.judgement(indicator), indicator.target_text
    if judged is None:
        return phrases.say("chi_tieu.ghi_chu_muc_tieu", muc_tieu=target) if target else ""
    if judged.share is not None:
        return phrases.say("chi_tieu.ghi_chu_nam", muc_tieu=target, ty_le=share_of_year(judged.share))
    return phrases.say(f"chi_tieu.ghi_chu_{'dat' if judged.is_met else 'chua_dat'}", muc_tieu=target)
