"""The template context of a round-up: every variable of `tong-hop.docx`, and the rows of its appendices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

from generator.book.sheets import PARTS
from generator.domain.unit import ReportTerms, Unit
from generator.reporting.appendix import issue_reference, task_sections
from generator.reporting.letterhead import bare, letterhead, place_and_day
from generator.reporting.wording import Doubtful, Keyed, Phrases, one_line
from generator.roundup import sentences, standing
from generator.roundup.counting import FIGURE, TASKS, Counts, Group, Key, Measure, rate_of_due
from generator.roundup.figures import Added, RoundUp
from generator.roundup.marks import marked
from generator.roundup.ranking import rate_by
from generator.roundup.register import Line, Status
from generator.roundup.sentences import served_words
from generator.roundup.voice import Voice, unit_name
from generator.vietnamese.dates import long_date, short_date, undated
from generator.vietnamese.numbers import document_number, percent, quantity
from generator.vietnamese.text import roman

_NO_TERMS = ReportTerms()


def round_up_context(say: Voice, *, is_draft: bool = False) -> dict[str, Any]:
    """Return the context; numbers carry their keys as marks."""
    figures, phrases = say.figures, say.phrases
    names = say.appendix
    unit = figures.own.unit if figures.own else Unit()
    terms = unit.terms(figures.kind.id, figures.period) if figures.own else _NO_TERMS
    period = figures.period
    words = SimpleNamespace(**{part: _own_words(figures, part) for part in PARTS.values()})
    return {
        **letterhead(unit, terms, terms.recipients, ()),
        "so_ky_hieu": number_line(terms),
        "dia_danh_ngay": place_and_day(unit, _day(terms, figures.as_of), ()),
        "trich_yeu": _subject(figures, terms, say),
        "kinh_gui": bare(terms.addressees),
        "ky_toi": str(period.following),
        "du_thao": is_draft,
        "mo_dau": opening(figures, terms, say),
        "ket_thuc": _closing(figures, unit, terms, say),
        "tinh_hinh_gui": sentences.intake(say),
        "tong_hop": standing.totals(say),
        "linh_vuc": standing.fields(say),
        "chi_tieu": standing.indicators(say),
        "cap_minh": sentences.own_plan(say),
        "qua_han": sentences.late(say),
        "kho_khan": [*sentences.difficulties(say), *sentences.quoted(say)],
        "kien_nghi": sentences.requests(say),
        "nhiem_vu_toi": sentences.outlook(say),
        "bieu_do_don_vi": "",
        "bieu_do_linh_vuc": "",
        "loi_van": words,
        "phu_luc": SimpleNamespace(**names),
        "kem_theo": issue_reference(figures.own_figures, phrases) if figures.own_figures else "",
        **{f"tieu_de_phu_luc_{name}": _title(name, figures, say) for name in names},
        "bang_don_vi": unit_rows(figures, say),
        "bang_thong_ke": statistic_rows(figures, say),
        "bang_qua_han": late_rows(figures),
        "bang_cap_minh": _own_rows(figures, phrases, say),
    }


def _own_words(figures: RoundUp, part: str) -> list[str]:
    words = figures.own.words if figures.own else {}
    return list(words.get((figures.period.id, part), ()))


def voice_of(figures: RoundUp, phrases: Phrases) -> Voice:
    """Return who says a round-up, with the numbers of its appendices."""
    return Voice(figures, phrases, _appendix_names(figures, phrases))


def _appendix_names(figures: RoundUp, phrases: Phrases) -> dict[str, str]:
    there = ["don_vi", "thong_ke", *["qua_han"] * bool(figures.late), *["cap_minh"] * bool(figures.own)]
    names = {name: phrases.say("tong_hop_don_vi.phu_luc.nhieu", so=roman(n)) for n, name in enumerate(there, start=1)}
    return {"qua_han": "", "cap_minh": "", **names}


def number_line(terms: ReportTerms, symbol: str = "") -> str:
    symbol = symbol or terms.symbol
    line = f"Số: {document_number(terms.number) or '     '}/{symbol or '[Ký hiệu]'}"
    return line if symbol else Doubtful(line)


def _day(terms: ReportTerms, as_of: date) -> str:
    return long_date(terms.issued_on) if terms.issued_on else undated(as_of)


def _subject(figures: RoundUp, terms: ReportTerms, say: Voice) -> str:
    period = figures.period
    if terms.subject:
        values = {"ky": str(period), "ky_gon": period.name_without_year, "ky_toi": str(period.following)}
        text = terms.subject
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text
    return say.say(f"trich_yeu.{figures.kind.id}", ky=str(period))


def plan_citation(figures: RoundUp, say: Voice) -> str:
    """Return the superior's plan as a document is cited for the first time."""
    plan = figures.own.plan if figures.own else None
    if plan is None or not plan.number:
        return say.say("mo_dau.khong_ke_hoach", nam=str(figures.period.year))
    day = f" ngày {short_date(plan.issued_on)}" if plan.issued_on else ""
    issuer = f" của {plan.issuer}" if plan.issuer else ""
    title = one_line(plan.title)
    return f"Kế hoạch số {plan.number}{day}{issuer}" + (f" về {title[:1].lower()}{title[1:]}" if title else "")


def opening(figures: RoundUp, terms: ReportTerms, say: Voice) -> str:
    return say.say(
        f"mo_dau.{figures.kind.id}",
        ke_hoach=plan_citation(figures, say),
        vien_dan_them=f" và {one_line(terms.also_cites)}" if terms.also_cites else "",
        don_vi=(figures.own.unit.short_name if figures.own else "") or "[Tên gọi tắt]",
        ky=str(figures.period),
    )


def _closing(figures: RoundUp, unit: Unit, terms: ReportTerms, say: Voice) -> str:
    subject = say.say(f"ket_thuc.{figures.kind.id}", ky=str(figures.period))
    name = unit.name or "[Tên trong câu]"
    if unit.superior and terms.addressees:
        return say.say("ket_thuc.gui", noi_dung=subject, don_vi=name, cap_tren=unit.superior)
    return say.say("ket_thuc.khong_gui", noi_dung=subject)


def _title(name: str, figures: RoundUp, say: Voice) -> str:
    plan = figures.own.plan.number if figures.own else ""
    values = {"ky": str(figures.period), "ngay": short_date(figures.as_of)}
    values["ke_hoach"] = f"Kế hoạch số {plan}" if plan else "Kế hoạch"
    return say.say(f"tieu_de.{name}", **values).upper()


# -- appendices -----------------------------------------------------------------------------------


def unit_rows(figures: RoundUp, say: Voice) -> list[SimpleNamespace]:
    """Return a row for each unit, with a total for each group of units and one for all."""
    groups = list(dict.fromkeys(line.group for line in figures.expected))
    rows: list[SimpleNamespace] = []
    number = 0
    for group in groups:
        members = [line for line in figures.expected if line.group == group]
        for line in members:
            number += 1
            rows.append(_unit_row(Keyed(str(number), f"don-vi.{line.code}"), line, figures, say))
        if len(groups) > 1:
            whole = _added_up(members, figures)
            name = say.say("bang.cong_nhom", nhom=say.phrases.lower_first(group) or "khác")
            rows.append(_count_row(Keyed("", f"nhom-don-vi.{group}"), name, whole, figures.rule, bold=True))
    total = say.say("bang.tong_cong")
    rows.append(_count_row(Keyed("", "tong-cong"), total, figures.total, figures.rule, bold=True, keyed=True))
    return rows


def _added_up(members: Sequence[Line], figures: RoundUp) -> Counts:
    return sum((figures.by_unit[m.code] for m in members if m.code in figures.by_unit), Counts.of(()))


def _unit_row(number: str, line: Line, figures: RoundUp, say: Voice) -> SimpleNamespace:
    name = unit_name(line)
    name = name[:1].upper() + name[1:]
    if line.code not in figures.by_unit:
        status = say.say("bang.chua_nhan") if line.status is Status.NOT_SENT else line.status.value
        return _cells(number, f"{name} ({status[:1].lower()}{status[1:]})", [""] * 9, "")
    place = figures.place(line.code).place
    return _count_row(number, name, figures.by_unit[line.code], figures.rule, place=str(place or ""))


def _count_row(
    number: str, name: str, counts: Counts, rule: str, *, place: str = "", bold: bool = False, keyed: bool = False
) -> SimpleNamespace:
    def shown(measure: Measure, n: int) -> str:
        return marked(Key(TASKS, measure.value), quantity(n)) if keyed else quantity(n)

    rate = rate_by(rule)(counts)
    due = rate_of_due(counts)
    values = [
        shown(Measure.TOTAL, counts.total),
        shown(Measure.ON_TIME, counts.group(Group.ON_TIME)),
        shown(Measure.DONE_LATE, counts.group(Group.DONE_LATE)),
        shown(Measure.LATE, counts.group(Group.LATE)),
        shown(Measure.GOING, counts.group(Group.GOING)),
        shown(Measure.WAITING, counts.group(Group.WAITING)),
        shown(Measure.UNHEARD, counts.group(Group.UNHEARD)),
        f"{quantity(due.part)}/{quantity(due.whole)}" if due.whole else "",
        percent(rate.percent).rstrip("%") if rate.percent is not None else "",
    ]
    return _cells(number, name, values, place, bold=bold)


def _cells(number: str, name: str, values: Sequence[str], place: str, *, bold: bool = False) -> SimpleNamespace:
    names = ("tong", "dung_han", "xong_cham", "qua_han", "dang", "cho", "chua_bao", "den_han", "ty_le")
    return SimpleNamespace(stt=number, ten=name, xep_thu=place, dam=bold, **dict(zip(names, values, strict=True)))


def statistic_rows(figures: RoundUp, say: Voice) -> list[SimpleNamespace]:
    """Return the statistics over the units, in the form of the units' own table: groups in bold, then their rows."""
    rows: list[SimpleNamespace] = []
    group = ""
    for added in figures.added:
        figure = added.figure
        if figure.group and figure.group != group:
            group = figure.group
            number = Keyed(figure.number.partition(".")[0] if "." in figure.number else "", f"nhom.{group}")
            rows.append(SimpleNamespace(stt=number, chi_tieu=group, don_vi="", so_lieu="", ghi_chu="", dam=True))
        rows.append(
            SimpleNamespace(
                stt=Keyed(figure.number, f"chi-tieu.{figure.code}"),
                chi_tieu=figure.name,
                don_vi=figure.unit,
                so_lieu=_figure_text(added),
                ghi_chu=_note(added, figures, say),
                dam=False,
            )
        )
    if not rows:
        none = say.say("chi_tieu.khong").rstrip(".")
        rows.append(SimpleNamespace(stt="", chi_tieu=none, don_vi="", so_lieu="", ghi_chu="", dam=False))
    return rows


def _figure_text(added: Added) -> str:
    if added.value is None:
        return ""
    text = percent(added.value).rstrip("%") if added.is_rate else quantity(added.value)
    return marked(Key(FIGURE, added.figure.code), text)


def _note(added: Added, figures: RoundUp, say: Voice) -> str:
    notes = []
    if added.is_rate and added.numerator is not None and added.denominator is not None:
        notes.append(f"{quantity(added.numerator)}/{quantity(added.denominator)}")
    if added.without:
        notes.append(
            say.say(
                "bang.thieu", ten=say.few([figures.line(code) for code in added.without], f"thieu-{added.figure.code}")
            )
        )
    if added.in_part:
        notes.append(say.say("bang.thieu_thang", ten=say.few(added.in_part, f"thieu-thang-{added.figure.code}")))
    return "; ".join([*notes[:1], *map(say.phrases.lower_first, notes[1:])])


def late_rows(figures: RoundUp) -> list[SimpleNamespace]:
    """Return a row for each late task, unit by unit."""
    return [
        SimpleNamespace(
            stt=Keyed(str(number), f"qua-han.{t.line.code}.{t.task.id}"),
            don_vi=unit_name(t.line)[:1].upper() + unit_name(t.line)[1:],
            nhiem_vu=f"{t.task.text} (nhiệm vụ {t.task.id})",
            chu_tri=t.task.lead,
            han=short_date(date.fromisoformat(t.task.due)) if t.task.due else "",
            nguyen_nhan=t.task.cause,
            bien_phap=t.task.remedy,
        )
        for number, t in enumerate(figures.late, start=1)
    ]


def _own_rows(figures: RoundUp, phrases: Phrases, say: Voice) -> list[SimpleNamespace]:
    """The superior's own tasks as in its own appendix, and beside each what the units did of it."""
    if figures.own_figures is None:
        return []
    served = {s.task.id: s for s in figures.served}
    sections = task_sections(figures.own_figures, phrases, frozenset())
    for section in sections:
        for row in section.hang:
            row.don_vi = served_words(say, served[row.ma], in_body=False) if row.ma in served else ""
    return sections
