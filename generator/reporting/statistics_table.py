"""The statistics appendix: the superior's own forms (Biểu mẫu), or one plain table; and how a figure is printed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import partial
from types import SimpleNamespace

from generator.domain.answers import Answers
from generator.domain.indicator import Aggregation, Indicator, Reading
from generator.reporting.computed import computed
from generator.reporting.figures import ReportFigures
from generator.reporting.wording import Doubtful, Keyed, Phrases, capitalised, one_line
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import number_text, percent, quantity


def statistic_rows(
    figures: ReportFigures, phrases: Phrases, doubts: Collection[str], *, only: Collection[str] | None = None
) -> list[SimpleNamespace]:
    """Return all indicators as one table: `stt` on three levels, `chi_tieu`, `don_vi`, `so_lieu`, `luy_ke`, `ghi_chu`,
    `dam` (the name of a group). Of codes `only` those, below the headings that they stand under."""
    return list(_rows(figures, _of_codes(figures.data.indicators, only), phrases, doubts, in_short=only is not None))


def statistics_forms(
    figures: ReportFigures, phrases: Phrases, doubts: Collection[str], *, only: Collection[str] | None = None
) -> list[SimpleNamespace]:
    """Return the superior's forms: `so`, `ten` and `hang`, rows as in the one table, where `dam` are those of the first
    level. What stands in no form comes last, without `so`. Nothing when the workbook names no form, or none of those
    of codes `only` stands in one."""
    by_form: dict[str, list[Indicator]] = {}
    for indicator in _of_codes(figures.data.indicators, only):
        by_form.setdefault(indicator.form, []).append(indicator)
    own = by_form.pop("", [])
    rows_of = partial(_rows, figures, phrases=phrases, doubts=doubts, in_short=only is not None)
    forms = []
    for number, indicators in by_form.items():
        name = next((i.group for i in indicators if i.group), "")
        rows = [_in_form(row) for row in rows_of(indicators, group=name)]
        forms.append(SimpleNamespace(so=number, ten=Keyed(name, f"bieu-mau.{number}"), hang=rows))
    if forms and own:
        rows = [_in_form(row) for row in rows_of(own)]
        forms.append(SimpleNamespace(so="", ten=Keyed(phrases.value("thong_ke.rieng"), "bieu-mau."), hang=rows))
    return forms


def _of_codes(indicators: Iterable[Indicator], only: Collection[str] | None) -> list[Indicator]:
    """The indicators of some codes, and the headings above them; all when none are named."""
    kept: list[Indicator] = []
    for indicator in reversed(list(indicators)):
        is_above = bool(kept) and indicator.is_heading and _is_above(indicator, kept[-1])
        if only is None or indicator.code in only or is_above:
            kept.append(indicator)
    return kept[::-1]


def _is_above(heading: Indicator, other: Indicator) -> bool:
    """Whether a heading stands over an indicator further down the same form: "3" over "3.3.1", a group over its own."""
    if heading.form != other.form:
        return False
    number, below = heading.number.strip("."), other.number.strip(".")
    return below.startswith(f"{number}.") if number else heading.group == other.group


def _in_form(row: SimpleNamespace) -> SimpleNamespace:
    """A row with its number as forms have it: "3.3.1."."""
    number = row.stt.rstrip(".")
    row.dam = row.dam or not number.count(".")
    row.stt = Keyed(f"{number}." if number else "", row.stt.row_key)
    return row


def _rows(
    figures: ReportFigures,
    indicators: Iterable[Indicator],
    phrases: Phrases,
    doubts: Collection[str],
    group: str = "",
    *,
    in_short: bool,
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
        mark = Doubtful if indicator.code in doubts else str
        yield _indicator_row(figures, indicator, phrases, mark, in_short=in_short)


def _row(number: Keyed, name: str, *, bold: bool = False) -> SimpleNamespace:
    return SimpleNamespace(stt=number, chi_tieu=name, don_vi="", so_lieu="", luy_ke="", ghi_chu="", dam=bold)


def _indicator_row(
    figures: ReportFigures, indicator: Indicator, phrases: Phrases, mark: type[str], *, in_short: bool
) -> SimpleNamespace:
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
        row.ghi_chu = mark("; ".join(_notes(figures, indicator, phrases, in_short=in_short)))
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
def sources(figures: ReportFigures, only: Collection[str]) -> list[str]:
    """Return where the figures of some codes are from, as their officers say."""
    said = (figures.readings[i.code].sources for i in figures.data.indicators if i.form and i.code in only)
    return list(dict.fromkeys(one_line(source) for sources in said for source in sources))


def _notes(figures: ReportFigures, indicator: Indicator, phrases: Phrases, *, in_short: bool) -> list[str]:
    """What stands beside a figure; in the short form whether its target is reached and no more of it, and not its
    source, which stands below the table."""
    reading = figures.readings[indicator.code]
    notes = [reading.note] if reading.note else []
    if reading.value is None:
        nothing_arose = reading.denominator is not None and not reading.denominator
        notes.append(phrases.value("chi_tieu.khong_phat_sinh" if nothing_arose else "chi_tieu.khong_so_lieu"))
    elif verdict := (_verdict_alone if in_short else _verdict)(figures, indicator, phrases):
        notes.append(verdict)
    missing = [p.name_without_year for p in reading.missing if p.first_day <= figures.as_of]
    if reading.value is not None and missing:
        notes.append(phrases.say("chi_tieu.ghi_chu_thieu", thang=", ".join(missing)))
    if indicator.form and reading.sources and not in_short:
        notes.append(phrases.say("chi_tieu.ghi_chu_nguon", nguon=", ".join(reading.sources)))
    if indicator.form and reading.closed_on:
        notes.append(phrases.say("chi_tieu.ghi_chu_ngay", ngay=short_date(reading.closed_on)))
    return [*(notes[:1] if reading.note else map(capitalised, notes[:1])), *map(phrases.lower_first, notes[1:])]


def _verdict_alone(figures: ReportFigures, indicator: Indicator, phrases: Phrases) -> str:
    judged = figures.judgement(indicator)
    if judged is None:
        return ""
    if judged.share is not None:
        return phrases.say("chi_tieu.ghi_chu_nam_ngan", ty_le=share_of_year(judged.share))
    return phrases.say(f"chi_tieu.ghi_chu_{'dat' if judged.is_met else 'chua_dat'}_ngan")


def _verdict(figures: ReportFigures, indicator: Indicator, phrases: Phrases) -> str:
    """How a value stands to its target; of a year's target in part of the year, how much of it is reached."""
    judged, target = figures.judgement(indicator), indicator.target_text
    if judged is None:
        return phrases.say("chi_tieu.ghi_chu_muc_tieu", muc_tieu=target) if target else ""
    if judged.share is not None:
        return phrases.say("chi_tieu.ghi_chu_nam", muc_tieu=target, ty_le=share_of_year(judged.share))
    return phrases.say(f"chi_tieu.ghi_chu_{'dat' if judged.is_met else 'chua_dat'}", muc_tieu=target)
