"""The template context of a report: every variable a template may use, by its Vietnamese name without accents."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

from generator.domain.due import signed_reports
from generator.domain.unit import ReportTerms
from generator.reporting.appendix import issue_reference, late_rows, task_sections
from generator.reporting.body import Body
from generator.reporting.comparison import NO_NEIGHBOURS, Comparison, Neighbours
from generator.reporting.documents import document_rows, document_sentences, document_type
from generator.reporting.fields import FIELDS, TOPICS
from generator.reporting.figure_words import FigureWords
from generator.reporting.figures import ReportFigures
from generator.reporting.letterhead import bare, called, called_in_short, letterhead, place_and_day
from generator.reporting.month_figures import figures_of_month
from generator.reporting.monthly import ShortForm
from generator.reporting.outlook import next_period_sentences
from generator.reporting.sentences import Sentences
from generator.reporting.statistics_table import statistic_rows, statistics_forms
from generator.reporting.wishes import difficulties, requests
from generator.reporting.wording import Doubtful, Phrases, listed, one_line
from generator.vietnamese.dates import long_date, short_date, undated
from generator.vietnamese.numbers import document_number

#: Headings 1 and 2 of part I are the same for every unit; those it answers for are numbered on.
FIRST_TOPIC = 3
_ROMAN = ("", "I", "II", "III", "IV")
_APPENDICES = ("thong_ke", "nhiem_vu", "qua_han", "van_ban")


def report_context(
    figures: ReportFigures,
    phrases: Phrases,
    *,
    parts: Mapping[str, str],
    doubts: frozenset[str] = frozenset(),
    is_draft: bool = False,
    neighbours: Neighbours = NO_NEIGHBOURS,
    in_short: bool = False,
    printed: Collection[str] | None = None,
) -> dict[str, Any]:
    """Return the context for a report's template.

    `parts` maps sheet Lời văn's parts to variable names; `doubts` names what rests on doubtful input (task ids,
    indicator codes, items of sheet Thông tin) and is highlighted; `is_draft` puts DỰ THẢO in the header.
    `neighbours` are the workbooks of the year before and after, where there are any. `in_short` asks for the short
    form, which a template must know; `printed` are the variables that the template prints, None is all of them.
    """
    terms = figures.data.unit.terms(figures.kind.id, figures.period)
    words = SimpleNamespace(**{part: own_words(figures, part) for part in parts.values()})
    documents = document_rows(figures, phrases)
    is_short = in_short and (printed is None or "ngan" in printed)
    only = figures_of_month(figures) if is_short else None
    names = _appendix_names(figures, phrases, bool(documents), printed, only)
    say = Sentences(figures, phrases, names.nhiem_vu, names.qua_han)
    figure_words = FigureWords(figures, Comparison(figures, neighbours), phrases, say.period_word)
    body = Body(figures, phrases, say, figure_words)
    written = {topic for topic in TOPICS if getattr(words, topic, None)}
    steering, (headings, topics) = body.steering(), body.topics(written, FIRST_TOPIC)
    reached, unreached, late = body.reached(), body.not_reached(), say.late()
    shortcomings = [*unreached, *late] or (
        [] if words.ton_tai else [phrases.say("danh_gia.khong_ton_tai", ky=say.period_word)]
    )
    totals = [" ".join([*say.totals(), *say.statistics(names.thong_ke)])]
    outlook = next_period_sentences(figures, phrases, neighbours)
    short = ShortForm(figures, phrases, say, body, names.nhiem_vu, names.thong_ke)
    return {
        **heading(figures, terms, phrases, doubts),
        "du_thao": is_draft,
        "mo_dau": opening(figures, terms, phrases),
        "ket_thuc": closing(figures, phrases),
        "tong_hop": [*map(_mark_if_any(figures, doubts), totals)],
        "hoan_thanh": say.completed(),
        "van_ban": document_sentences(figures, phrases, say.period_word, names.van_ban),
        "chi_dao": steering,
        "de_muc": SimpleNamespace(**headings),
        "muc_rieng": SimpleNamespace(**topics),
        **{
            field: body.field(field, has_own_words=bool(getattr(words, field, None)))
            for field in FIELDS
            if field != "chi_dao"
        },
        "linh_vuc_khac": body.other_fields(),
        "chi_tieu_dat": _achieved(figures, phrases, say.period_word, body, has_own_words=bool(words.ket_qua)),
        "chi_tieu_chua_dat": unreached,
        "chi_tieu": [*reached, *unreached, *body.under_way()] or [phrases.say("chi_tieu.khong", ky=say.period_word)],
        "qua_han": late or [phrases.say("qua_han.khong", ngay=short_date(figures.as_of))],
        "ton_tai": shortcomings,
        "kho_khan": difficulties(figures, phrases, say.period_word, has_own_words=bool(words.kho_khan)),
        "kien_nghi": requests(figures, phrases, has_own_words=bool(words.kien_nghi)),
        "nhiem_vu_toi": outlook,
        "loi_van": words,
        "phu_luc": names,
        "kem_theo": issue_reference(figures, phrases),
        **_appendix_titles(figures, phrases, is_short=is_short),
        "bang_nhiem_vu": task_sections(figures, phrases, doubts, with_causes="qua_han" not in figures.kind.appendices),
        "bang_thong_ke": statistic_rows(figures, phrases, doubts, only=only),
        "bieu_mau": statistics_forms(figures, phrases, doubts, only=only),
        "bang_qua_han": late_rows(figures, phrases, doubts),
        "bang_van_ban": documents,
        "ngan": short.context(doubts) if is_short else None,
    }


def _achieved(
    figures: ReportFigures, phrases: Phrases, period_word: str, body: Body, *, has_own_words: bool
) -> list[str]:
    """The targets that are reached; where there are none, nor words of the officer's, where the results stand."""
    if (reached := body.reached(with_targets=False)) or has_own_words:
        return reached
    return [phrases.say("hoan_thanh.chua_bao_cao" if figures.is_silent else "danh_gia.ket_qua", ky=period_word)]


def heading(figures: ReportFigures, terms: ReportTerms, phrases: Phrases, doubts: Collection[str]) -> dict[str, Any]:
    unit, period = figures.data.unit, figures.period

    number = f"Số: {document_number(terms.number) or '     '}/{terms.symbol or '[Ký hiệu]'}"
    day = long_date(terms.issued_on) if terms.issued_on else undated(figures.as_of)
    return {
        **letterhead(unit, terms, terms.recipients, doubts),
        "so_ky_hieu": number if terms.symbol and "Ký hiệu" not in doubts else Doubtful(number),
        "dia_danh_ngay": place_and_day(unit, day, doubts),
        "trich_yeu": _subject(figures, terms, phrases),
        "kinh_gui": bare(terms.addressees),
        "cap_tren": unit.superior,
        "ky": str(period),
        "ky_gon": period.name_without_year,
        "ky_toi": str(period.following),
        "nam": str(period.year),
        "ngay_chot": short_date(figures.as_of),
    }


def _mark_if_any(figures: ReportFigures, doubts: frozenset[str]) -> Callable[[str], str]:
    """How totals are printed: doubtful when any task that they count is."""
    return str if doubts.isdisjoint(figures.now.assessments) else Doubtful


def _subject(figures: ReportFigures, terms: ReportTerms, phrases: Phrases) -> str:
    period, following = figures.period, figures.period.following
    short = period.name_without_year if following.year == period.year else str(period)
    values = {
        "ky": str(period),
        "ky_gon": short,
        "ky_toi": str(following),
        "ke_hoach_gon": _plan_in_short(figures, phrases),
    }
    if terms.subject:
        text = terms.subject
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text
    return phrases.say(f"trich_yeu.{figures.kind.id}", **values)


def _plan_in_short(figures: ReportFigures, phrases: Phrases) -> str:
    plan = figures.data.plan
    return f"{document_type(plan.number, phrases)} số {plan.number}" if plan.number else "Kế hoạch"


def opening(figures: ReportFigures, terms: ReportTerms, phrases: Phrases) -> str:
    plan = figures.data.plan
    citation = _plan_in_short(figures, phrases)
    if plan.issued_on:
        citation += f" ngày {short_date(plan.issued_on)}"
    if plan.issuer:
        citation += f" của {plan.issuer}"
    if plan.title:
        citation += f" về {phrases.lower_first(one_line(plan.title))}"
    return phrases.say(
        f"mo_dau.{figures.kind.id}",
        ke_hoach=citation,
        vien_dan_them=_also_cited(terms) + _after_earlier(figures, phrases),
        don_vi=called_in_short(figures.data.unit),
        ky=str(figures.period),
    )


def _also_cited(terms: ReportTerms) -> str:
    """What stands behind the plan: the letter that asks for the report, the superior's plan, one a line."""
    cited = [one_line(line) for line in terms.also_cites.splitlines() if line.strip()]
    return f" và {cited[0]}" if len(cited) == 1 else listed(["", *cited]) if cited else ""


def _after_earlier(figures: ReportFigures, phrases: Phrases) -> str:
    """Return the citation of the last report of this kind before it that is signed, "" for none."""
    signed = signed_reports(figures.data.unit, figures.kind)
    earlier = [terms for period, terms in signed if period.last_day < figures.period.last_day]
    if not earlier:
        return ""
    last = max(earlier, key=lambda terms: terms.issued_on or date.min)
    day = short_date(last.issued_on) if last.issued_on else ""
    return phrases.say("mo_dau.tiep_theo", so=f"{document_number(last.number)}/{last.symbol}", ngay=day)


def closing(figures: ReportFigures, phrases: Phrases) -> str:
    unit = figures.data.unit
    subject = phrases.say(
        f"ket_thuc.{figures.kind.id}", ky=str(figures.period), ke_hoach_gon=_plan_in_short(figures, phrases)
    )
    if unit.superior and unit.terms(figures.kind.id, figures.period).addressees:
        return phrases.say("ket_thuc.gui", noi_dung=subject, don_vi=called(unit), cap_tren=unit.superior)
    return phrases.say("ket_thuc.khong_gui", noi_dung=subject, don_vi=called(unit))


def own_words(figures: ReportFigures, part: str) -> list[str]:
    words = figures.data.words
    return [*words.get((figures.period.id, part), ()), *words.get(("", part), ())]


def _appendix_names(
    figures: ReportFigures,
    phrases: Phrases,
    has_documents: bool,
    printed: Collection[str] | None,
    only: Collection[str] | None,
) -> SimpleNamespace:
    """Numbered with Roman numerals when there are two or more (PL I, Phần I, III.1.a); empty for what is not there.

    A kind that has a short form has the statistics only when there are figures of its period; the short form itself
    when any of `only` those that it prints.
    """
    names = dict.fromkeys(_APPENDICES, "")
    has_figures = not figures.kind.has_short_form or any(r.value is not None for r in figures.readings.values())
    if only is not None:
        has_figures = bool(only)
    filled = {
        "thong_ke": bool(figures.data.indicators) and has_figures,
        "nhiem_vu": True,
        "qua_han": bool(figures.late()),
        "van_ban": has_documents,
    }
    there = [n for n in figures.kind.appendices if filled[n] and (printed is None or f"bang_{n}" in printed)]
    if len(there) == 1:
        names[there[0]] = phrases.value("phu_luc.mot")
    else:
        names |= {name: phrases.say("phu_luc.nhieu", so=_ROMAN[n]) for n, name in enumerate(there, start=1)}
    return SimpleNamespace(**names)


def _appendix_titles(figures: ReportFigures, phrases: Phrases, *, is_short: bool) -> dict[str, str]:
    values = {
        "ke_hoach_gon": _plan_in_short(figures, phrases),
        "ky": str(figures.period),
        "ngay": short_date(figures.as_of),
    }
    keys = {name: f"tieu_de_phu_luc.{name}" for name in _APPENDICES}
    if any(indicator.form for indicator in figures.data.indicators):
        keys["thong_ke"] = "tieu_de_phu_luc.bieu_mau"
    if is_short:
        keys |= {name: f"tieu_de_phu_luc.{name}_ngan" for name in ("nhiem_vu", "thong_ke")}
    return {f"tieu_de_phu_luc_{name}": phrases.say(key, **values).upper() for name, key in keys.items()}
