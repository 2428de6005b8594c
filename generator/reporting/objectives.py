"""Quality objectives: each judged by its measures, unrounded; what is not reached with its cause and remedy."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from types import SimpleNamespace
from typing import Any

from generator.domain.indicator import Indicator, Judgement, Reading, read_indicator, so_far
from generator.domain.progress import Assessment
from generator.reporting.appendix import issue_reference
from generator.reporting.chart import Chart, Course, Trend
from generator.reporting.context import closing, heading, opening, own_words
from generator.reporting.figures import ReportFigures
from generator.reporting.statistics_table import figure
from generator.reporting.wording import (
    Doubtful,
    Keyed,
    Phrases,
    capitalised,
    closing_marks,
    gist,
    listed,
    one_line,
    runs_of,
)
from generator.vietnamese.numbers import count, quantity


class Reached(Enum):
    """How an objective stands; the value names its phrases."""

    YES = "dat"
    NO = "chua_dat"
    UNDER_WAY = "dang"
    """Asked of the year, and the year is not over."""
    UNTARGETED = "khong_muc_de_ra"
    """Measured, against nothing."""
    UNKNOWN = "chua_so_lieu"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of an objective with its verdict, None without a figure or a target."""

    indicator: Indicator
    judged: Judgement | None


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective of the plan: its task as assessed, and its measures."""

    assessment: Assessment
    measures: tuple[Measure, ...]
    is_measured: bool = False

    @property
    def reached(self) -> Reached:
        """Every measure that has a target has to be reached; of those joined by "hoặc" any one is enough."""
        targeted = [m for m in self.measures if m.indicator.target is not None]
        if self.measures and not targeted:
            return Reached.UNTARGETED if self.is_measured else Reached.UNKNOWN
        verdicts = [_verdict(m) for m in targeted if not m.indicator.is_alternative]
        either = [_verdict(m) for m in targeted if m.indicator.is_alternative]
        if either:
            order = (Reached.YES, Reached.UNKNOWN, Reached.UNDER_WAY, Reached.NO)
            verdicts.append(next(verdict for verdict in order if verdict in either))
        worst = (Reached.NO, Reached.UNKNOWN, Reached.UNDER_WAY, Reached.YES)
        return next((verdict for verdict in worst if verdict in verdicts), Reached.UNKNOWN)


def _verdict(measure: Measure) -> Reached:
    if measure.judged is None:
        return Reached.UNKNOWN
    if measure.judged.is_met:
        return Reached.YES
    return Reached.NO if measure.judged.share is None else Reached.UNDER_WAY


def objectives(figures: ReportFigures) -> list[Objective]:
    """Return the plan's objectives in its order, each with the measures that name it."""
    by_task: dict[str, list[Measure]] = {}
    for indicator in figures.data.indicators:
        if not indicator.is_heading:
            measure = Measure(indicator, figures.judgement(indicator))
            for task_id in indicator.task_ids:
                by_task.setdefault(task_id, []).append(measure)
    return [
        Objective(a, measures, any(figures.readings[m.indicator.code].value is not None for m in measures))
        for task_id, a in figures.now.assessments.items()
        for measures in [tuple(by_task.get(task_id, ()))]
    ]


def objectives_context(
    figures: ReportFigures,
    phrases: Phrases,
    *,
    parts: Mapping[str, str],
    doubts: Collection[str] = (),
    is_draft: bool = False,
) -> dict[str, Any]:
    """Return the context of `muc-tieu.docx`."""
    terms = figures.data.unit.terms(figures.kind.id, figures.period)
    words = SimpleNamespace(**{part: own_words(figures, part) for part in parts.values()})
    found = objectives(figures)
    months = _months(figures)
    say = _Say(figures, phrases)
    name = phrases.say("phu_luc.nhieu", so="I") if months else phrases.value("phu_luc.mot")
    return {
        **heading(figures, terms, phrases, doubts),
        "du_thao": is_draft,
        "mo_dau": opening(figures, terms, phrases),
        "ket_thuc": closing(figures, phrases),
        "tong_hop": [say.totals(found, name)],
        "tung_muc_tieu": say.each(found),
        "chua_dat": say.not_reached(found),
        "nhiem_vu_toi": say.next(found),
        "loi_van": words,
        "phu_luc": SimpleNamespace(muc_tieu=name, dien_bien=phrases.say("phu_luc.nhieu", so="II")),
        "kem_theo": issue_reference(figures, phrases),
        "tieu_de_phu_luc_muc_tieu": phrases.say("muc_tieu.tieu_de", ky=str(figures.period)).upper(),
        "tieu_de_phu_luc_dien_bien": phrases.say("muc_tieu.tieu_de_dien_bien", nam=str(figures.period.year)).upper(),
        "bang_muc_tieu": [say.row(n, o, o.assessment.task.id in doubts) for n, o in enumerate(found, start=1)],
        "bang_dien_bien": _trend_rows(figures, months),
        "cac_thang": [str(month) for month in months],
        "bieu_do_dien_bien": "",
    }


def objectives_charts(figures: ReportFigures, phrases: Phrases) -> dict[str, Chart]:
    """Return the course of each measure that moved from month to month, in a period that has charts."""
    if figures.period.name_without_year not in phrases.value("muc_tieu.ky_co_bieu_do"):
        return {}
    months = _months(figures)
    courses = [_course(i, values, phrases) for i, values in _by_month(figures, months)]
    shown = [course for course in courses if len({value for value in course.values if value is not None}) > 1]
    if not shown:
        return {}
    span = {"dau": str(months[0]), "cuoi": str(months[-1]), "nam": str(figures.period.year)}
    return {"dien_bien": Trend(phrases.say("muc_tieu.bieu_do_dien_bien", **span), months, shown)}


class _Say:
    """The sentences of one report on objectives."""

    def __init__(self, figures: ReportFigures, phrases: Phrases) -> None:
        self._figures = figures
        self._phrases = phrases

    @property
    def _period(self) -> str:
        return self._phrases.period_word(self._figures.period, self._figures.kind)

    def _say(self, name: str, **values: str) -> str:
        return self._phrases.say(f"muc_tieu.{name}", **values)

    def totals(self, found: Sequence[Objective], appendix: str) -> str:
        """ "Trong kỳ có 05 mục tiêu chất lượng: 03 mục tiêu đạt, 01 chưa đạt, 01 chưa có số liệu." """
        numbers = {reached: sum(o.reached is reached for o in found) for reached in Reached}
        values = {"ky": self._period, "tong": count(len(found)), "phu_luc": appendix}
        alone = next((reached for reached, n in numbers.items() if n == len(found)), None)
        if alone is not None:
            return self._say(f"tong_deu.{alone.value}", **values)
        first, *others = [(reached, n) for reached, n in numbers.items() if n]
        told = [self._say(f"tong_phan_dau.{first[0].value}", n=count(first[1]))]
        told += [self._say(f"tong_phan.{reached.value}", n=count(n)) for reached, n in others]
        return self._say("tong", ke=", ".join(told), **values)

    def each(self, found: Sequence[Objective]) -> list[str]:
        """A line for each objective: what was measured, against what, and the verdict; many of which nothing is known
        stand in one."""
        numbered = [*enumerate(found, start=1)]
        unknown = [n for n, o in numbered if not o.is_measured]
        together = unknown if len(unknown) > self._phrases.value("muc_tieu.ke_chua_do_toi_da") else []
        alone = [(n, o) for n, o in numbered if n not in together]
        marks = [*closing_marks(len(alone) + bool(together))]
        told = [self._line(n, o, mark) for (n, o), mark in zip(alone, marks, strict=False)]
        if together:
            unknown_word = self._say(f"danh_gia.{Reached.UNKNOWN.value}")
            told.append(self._say("dong_gop", so=self._in_runs(together), danh_gia=unknown_word, dau_cuoi=marks[-1]))
        return told

    def _line(self, number: int, objective: Objective, mark: str) -> str:
        return self._say(
            "dong" if self._results(objective) else "dong_chua_do",
            so=str(number),
            ten=self._phrases.lower_first(_named(objective)),
            ket_qua=self._told(objective),
            danh_gia=self._say(f"danh_gia.{objective.reached.value}"),
            dau_cuoi=mark,
        )

    def _in_runs(self, numbers: Sequence[int]) -> str:
        return listed(runs_of(map(str, numbers), self._phrases))

    def _told(self, objective: Objective) -> str:
        results = self._results(objective)
        return results if len(objective.measures) > 1 else self._say("so_do", gia_tri=results)

    def _results(self, objective: Objective) -> str:
        """What was measured: the value alone of one measure, with their names of several."""
        told = [self._value(m.indicator, with_name=len(objective.measures) > 1) for m in objective.measures]
        return "; ".join(filter(None, told))

    def _value(self, indicator: Indicator, *, with_name: bool) -> str:
        reading = self._figures.readings[indicator.code]
        if reading.value is None:
            return ""
        value = figure(indicator, reading) + ("%" if indicator.is_percentage else "")
        if reading.numerator is not None and reading.denominator is not None:
            value += f" ({quantity(reading.numerator)}/{quantity(reading.denominator)})"
        name = self._phrases.lower_first(one_line(indicator.name))
        return self._say("so_do_ten", ten=name, gia_tri=value) if with_name else value

    def not_reached(self, found: Sequence[Objective]) -> list[str]:
        """Each objective that is not reached, with its cause and what is done about it."""
        missed = [(n, o) for n, o in enumerate(found, start=1) if o.reached is Reached.NO]
        if not missed:
            verdicts = {o.reached for o in found}
            if Reached.UNKNOWN not in verdicts:
                return [self._say("khong_chua_dat", ky=self._period)]
            if Reached.YES in verdicts:
                return [self._say("khong_chua_dat_con_thieu")]
            return [self._say("chua_danh_gia", ky=self._period)]
        return [self._missed(n, o) for n, o in missed]

    def _missed(self, number: int, objective: Objective) -> str:
        cause, remedy = _latest(objective, "cause"), _latest(objective, "remedy")
        lower = self._phrases.lower_first
        return self._say(
            "chua_dat_dong",
            so=str(number),
            ten=lower(_named(objective)),
            nguyen_nhan=self._say("nguyen_nhan", chu=lower(cause)) if cause else self._say("chua_neu_nguyen_nhan"),
            khac_phuc=self._say("khac_phuc", chu=lower(remedy)) if remedy else "",
        )

    def next(self, found: Sequence[Objective]) -> list[str]:
        """What is done next: what is not reached, what has to be measured."""
        names: dict[Reached, str] = {}
        for reached in (Reached.NO, Reached.UNDER_WAY, Reached.UNKNOWN):
            numbers = [n for n, o in enumerate(found, start=1) if o.reached is reached]
            if numbers:
                names[reached] = self._in_runs(numbers)
        out = [self._say(f"toi.{reached.value}", so=numbers) for reached, numbers in names.items()]
        return out or [self._say("toi.duy_tri")]

    def row(self, number: int, objective: Objective, is_doubtful: bool) -> SimpleNamespace:
        task = objective.assessment.task
        mark = Doubtful if is_doubtful else str
        return SimpleNamespace(
            stt=Keyed(mark(str(number)), f"muc-tieu.{task.id}"),
            muc_tieu=task.text,
            cach_do=task.deliverables or next((m.indicator.measured_by for m in objective.measures), ""),
            chi_tieu=self._targets(objective),
            ket_qua=mark(capitalised(self._results(objective))),
            danh_gia=mark(capitalised(self._say(f"danh_gia.{objective.reached.value}"))),
            nguyen_nhan=_latest(objective, "cause") if objective.reached is Reached.NO else "",
            khac_phuc=_latest(objective, "remedy") if objective.reached is Reached.NO else "",
            bo_phan="; ".join(task.assignment.support or task.assignment.lead),
        )

    def _targets(self, objective: Objective) -> str:
        joint = self._say("hoac") if any(m.indicator.is_alternative for m in objective.measures) else "; "
        return capitalised(joint.join(m.indicator.target_text for m in objective.measures if m.indicator.target_text))


#: An objective is named whole up to here: what it is held against stands at its end.
_LONGEST_NAME = 300


def _named(objective: Objective) -> str:
    """An objective's first sentence, which says what is to be reached; what else is measured its results name."""
    first = one_line(objective.assessment.task.text).partition(". ")[0].rstrip(".")
    return first if len(first) <= _LONGEST_NAME else gist(first)


def _latest(objective: Objective, field: str) -> str:
    texts = (one_line(getattr(entry, field)) for entry in reversed(objective.assessment.entries))
    return next(filter(None, texts), "")


# -- by month -------------------------------------------------------------------------------------


def _months(figures: ReportFigures) -> list[int]:
    """The months since January that have a figure of any measure."""
    there = {row.period.last_month for row in figures.known.values() if row.is_given and len(row.period.months) == 1}
    return [month for month in range(1, figures.period.last_month + 1) if month in there]


def _by_month(figures: ReportFigures, months: Sequence[int]) -> Iterator[tuple[Indicator, list[Reading]]]:
    """Yield each measure with what it was in each month."""
    periods = {period.last_month: period for period in figures.period.year_so_far}
    for indicator in figures.data.indicators:
        if not indicator.is_heading:
            yield indicator, [read_indicator(indicator, periods[month], figures.known) for month in months]


def _course(indicator: Indicator, values: Sequence[Reading], phrases: Phrases) -> Course:
    """A month's share is held against the target as it stands, its part of a sum is not."""
    known = [float(v.value) if v.value is not None else None for v in values]
    name, target = one_line(indicator.name), indicator.target
    if target is None or not indicator.is_percentage:
        return Course(name, known)
    words = phrases.say("muc_tieu.bieu_do_muc_tieu", muc_tieu=phrases.lower_first(indicator.target_text))
    return Course(name, known, float(target.value), words)


def _trend_rows(figures: ReportFigures, months: Sequence[int]) -> list[SimpleNamespace]:
    """A row for each measure: its value of each month, and of the year so far, judged against its target."""
    rows = []
    for indicator, values in _by_month(figures, months):
        year = so_far(indicator, figures.period, figures.known)
        shown = [figure(indicator, value) if value.value is not None else "" for value in values]
        rows.append(
            SimpleNamespace(
                ten=Keyed(one_line(indicator.name), f"dien-bien.{indicator.code}"),
                muc_tieu=indicator.target_text,
                gia_tri=shown,
                ca_ky=figure(indicator, year) if year.value is not None else "",
                chieu=_direction([v.value for v in values if v.value is not None]),
            )
        )
    return rows


def _direction(values: Sequence[Decimal]) -> str:
    """Where the last months go: "tăng", "giảm", or neither; the first against the last of what there is."""
    if len(values) < 2 or values[0] == values[-1]:
        return ""
    return "Tăng" if values[-1] > values[0] else "Giảm"
