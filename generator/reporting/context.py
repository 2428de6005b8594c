"""The template context of a report: every variable a template may use, by its Vietnamese name without accents."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import SimpleNamespace
from typing import Any

from generator.domain.period import ReportKind
from generator.domain.plan import Section
from generator.domain.unit import ReportTerms
from generator.reporting.appendix import issue_reference, late_rows, statistic_rows, task_sections
from generator.reporting.documents import document_sentences, document_type
from generator.reporting.figures import ReportFigures
from generator.reporting.indicators import indicator_sentences
from generator.reporting.letterhead import bare, letterhead, place_and_day
from generator.reporting.outlook import next_period_sentences
from generator.reporting.sentences import Sentences
from generator.reporting.wording import Doubtful, Phrases, one_line, section_title
from generator.vietnamese.dates import long_date, short_date, undated
from generator.vietnamese.numbers import document_number

#: Fields of the CCHC report, in the outline's order, and the words in a section's title that put it there.
FIELDS: dict[str, tuple[str, ...]] = {
    "chi_dao": ("chỉ đạo", "điều hành"),
    "the_che": ("thể chế",),
    "tthc": ("thủ tục hành chính", "tthc"),
    "bo_may": ("bộ máy",),
    "cong_vu": ("công vụ", "công chức"),
    "tai_chinh": ("tài chính",),
    "chinh_quyen_so": ("chính quyền số", "chính quyền điện tử", "chuyển đổi số", "hiện đại hóa"),
}
_ROMAN = ("", "I", "II", "III", "IV")


def report_context(
    figures: ReportFigures,
    phrases: Phrases,
    *,
    parts: Mapping[str, str],
    doubts: frozenset[str] = frozenset(),
    is_draft: bool = False,
) -> dict[str, Any]:
    """Return the context for a report's template.

    `parts` maps sheet Lời văn's parts to variable names; `doubts` names what rests on doubtful input (task ids,
    indicator codes, items of sheet Thông tin) and is highlighted; `is_draft` puts DỰ THẢO in the header.
    """
    data, unit = figures.data, figures.data.unit
    terms = unit.terms(figures.kind, figures.period)
    words = SimpleNamespace(**{part: _own_words(figures, part) for part in parts.values()})
    names = _appendix_names(figures, phrases)
    say = Sentences(figures, phrases, names.nhiem_vu, names.qua_han, names.thong_ke)
    by_field = _sections_by_field(data.plan.sections)
    context: dict[str, Any] = {
        **_heading(figures, terms, phrases, doubts),
        "du_thao": is_draft,
        "mo_dau": _opening(figures, terms, phrases),
        "ket_thuc": _closing(figures, phrases),
        "tong_hop": [*map(_mark_if_any(figures, doubts), say.totals()), *say.by_section()],
        "hoan_thanh": say.completed(),
        "qua_han": say.late(),
        "van_ban": document_sentences(figures, phrases, say.period_word),
        "chi_tieu": indicator_sentences(figures, phrases, names.thong_ke),
        "kho_khan": say.difficulties(bool(words.kho_khan)),
        "kien_nghi": say.requests(bool(words.kien_nghi)),
        "nhiem_vu_toi": next_period_sentences(figures, phrases),
        "linh_vuc_khac": _other_fields(by_field.pop("khac"), say, phrases, figures),
        "loi_van": words,
        "phu_luc": names,
        "kem_theo": issue_reference(figures, phrases),
        **_appendix_titles(figures, phrases),
        "bang_nhiem_vu": task_sections(figures, phrases, doubts),
        "bang_thong_ke": statistic_rows(figures, phrases, doubts),
        "bang_qua_han": late_rows(figures, phrases, doubts),
    }
    for field, sections in by_field.items():
        shared = _shared_heading(field, data.plan.sections) if not sections else 0
        context[field] = [phrases.say("linh_vuc.gop", so=str(shared))] if shared else say.field(sections)
    return context


def _shared_heading(field: str, sections: tuple[Section, ...]) -> int:
    """The heading, counted as in part II, of another field whose section also covers this one; 0 for none."""
    for section in sections:
        names = _fields_of(section)
        if field in names[1:]:
            return list(FIELDS).index(names[0])
    return 0


def _fields_of(section: Section) -> list[str]:
    title = section.title.lower()
    return [field for field, words in FIELDS.items() if any(word in title for word in words)]


def _heading(figures: ReportFigures, terms: ReportTerms, phrases: Phrases, doubts: Collection[str]) -> dict[str, Any]:
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
    return phrases.say(f"trich_yeu.{figures.kind.value}", **values)


def _plan_in_short(figures: ReportFigures, phrases: Phrases) -> str:
    plan = figures.data.plan
    return f"{document_type(plan.number, phrases)} số {plan.number}" if plan.number else "Kế hoạch"


def _opening(figures: ReportFigures, terms: ReportTerms, phrases: Phrases) -> str:
    plan = figures.data.plan
    citation = _plan_in_short(figures, phrases)
    if plan.issued_on:
        citation += f" ngày {short_date(plan.issued_on)}"
    if plan.issuer:
        citation += f" của {plan.issuer}"
    if plan.title:
        citation += f" về {phrases.lower_first(one_line(plan.title))}"
    return phrases.say(
        f"mo_dau.{figures.kind.value}",
        ke_hoach=citation,
        vien_dan_them=f" và {one_line(terms.also_cites)}" if terms.also_cites else "",
        don_vi=figures.data.unit.short_name,
        ky=str(figures.period),
    )


def _closing(figures: ReportFigures, phrases: Phrases) -> str:
    unit = figures.data.unit
    subject = phrases.say(
        f"ket_thuc.{figures.kind.value}", ky=str(figures.period), ke_hoach_gon=_plan_in_short(figures, phrases)
    )
    if unit.superior and unit.terms(figures.kind, figures.period).addressees:
        return phrases.say("ket_thuc.gui", noi_dung=subject, don_vi=unit.name, cap_tren=unit.superior)
    return phrases.say("ket_thuc.khong_gui", noi_dung=subject, don_vi=unit.name)


def _own_words(figures: ReportFigures, part: str) -> list[str]:
    words = figures.data.words
    return [*words.get((figures.period.id, part), ()), *words.get(("", part), ())]


def _appendix_names(figures: ReportFigures, phrases: Phrases) -> SimpleNamespace:
    """Numbered with Roman numerals when there are two or more (PL I, Phần I, III.1.a)."""
    if figures.kind is ReportKind.MONTHLY:
        return SimpleNamespace(thong_ke="", nhiem_vu=phrases.value("phu_luc.mot"), qua_han="")
    numbered = [phrases.say("phu_luc.nhieu", so=roman) for roman in _ROMAN[1:]]
    return SimpleNamespace(thong_ke=numbered[0], nhiem_vu=numbered[1], qua_han=numbered[2] if figures.late() else "")


def _appendix_titles(figures: ReportFigures, phrases: Phrases) -> dict[str, str]:
    values = {
        "ke_hoach_gon": _plan_in_short(figures, phrases),
        "ky": str(figures.period),
        "ngay": short_date(figures.as_of),
    }
    return {
        f"tieu_de_phu_luc_{name}": phrases.say(f"tieu_de_phu_luc.{name}", **values).upper()
        for name in ("nhiem_vu", "thong_ke", "qua_han")
    }


def _sections_by_field(sections: tuple[Section, ...]) -> dict[str, list[Section]]:
    fields: dict[str, list[Section]] = {field: [] for field in (*FIELDS, "khac")}
    for section in sections:
        names = _fields_of(section)
        fields[names[0] if names else "khac"].append(section)
    return fields


def _other_fields(
    sections: list[Section], say: Sentences, phrases: Phrases, figures: ReportFigures
) -> list[SimpleNamespace]:
    """Headings and paragraphs, in one list, of the fields the outline has no place for; numbered on from it."""
    items = []
    for number, section in enumerate(sections, start=len(FIELDS)):
        title = section_title(section.title, figures.data.unit, phrases)
        items.append(SimpleNamespace(la_tieu_de=True, chu=f"{number}. {title}"))
        items.extend(SimpleNamespace(la_tieu_de=False, chu=text) for text in say.field([section]))
    return items
