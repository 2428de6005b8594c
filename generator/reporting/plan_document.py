"""The template context of a plan as a document: what another unit may start from."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import takewhile
from types import SimpleNamespace
from typing import Any

from generator.domain.plan import Plan, Section, Task
from generator.domain.unit import ReportTerms
from generator.domain.unit_year import UnitYear
from generator.reporting.letterhead import called, letterhead, place_and_day, without_as_above
from generator.reporting.wording import Doubtful, Keyed, Phrases, capitalised
from generator.vietnamese.dates import long_date

#: The section title that tells a plan of quality objectives, printed in six columns.
OBJECTIVES = "mục tiêu chất lượng"
#: Between start and end in an objective's phrase.
RANGE_DASH = " – "

_CHAPTER = re.compile(r"^[IVX]+\.\s")
#: Lines above the plan's own words: "Căn cứ …;", set in italics (PL I, Phần I, II.6.b).
_GROUND = re.compile(r"(?i)(?:căn cứ|thực hiện|theo đề nghị|xét đề nghị|xét tờ trình)\b.*[^:]$", re.DOTALL)
_CLAUSE_TITLE = re.compile(r"^\d{1,2}\.\s.{1,80}[^.;:,]$")


def plan_context(
    data: UnitYear,
    terms: ReportTerms,
    phrases: Phrases,
    *,
    body: Collection[str],
    doubts: Collection[str] = (),
    is_draft: bool = False,
) -> dict[str, Any]:
    """Return the context for the plan's template. `body` is its text from sheet Lời văn, a paragraph an item.

    `doubts` names items of sheet Thông tin and task ids that rest on doubtful input.
    """
    plan = data.plan
    title = terms.subject or capitalised(plan.title)
    return {
        **_heading(data, terms, doubts),
        "trich_yeu": title,
        "du_thao": is_draft,
        "nam": str(plan.year),
        "than_ke_hoach": _paragraphs(body or [phrases.value("ke_hoach.than")]),
        "phu_luc": SimpleNamespace(nhiem_vu=phrases.value("phu_luc.mot")),
        "tieu_de_phu_luc_nhiem_vu": phrases.say("ke_hoach.tieu_de_phu_luc", trich_yeu=title).upper(),
        "kem_theo": _reference(data, terms, phrases),
        "theo_muc_tieu": is_of_objectives(plan.sections),
        "bang_ke_hoach": [_section(section, frozenset(doubts)) for section in plan.sections],
    }


def is_of_objectives(sections: Collection[Section]) -> bool:
    return bool(sections) and all(not s.id and s.title.lower() == OBJECTIVES for s in sections)


def _heading(data: UnitYear, terms: ReportTerms, doubts: Collection[str]) -> dict[str, Any]:
    plan, unit = data.plan, data.unit
    return {
        **letterhead(unit, terms, without_as_above(terms.recipients), doubts),
        "so_ky_hieu": f"Số: {plan.number or f'     /{terms.symbol}'}",
        "dia_danh_ngay": place_and_day(unit, _day(plan), doubts),
        "kinh_gui": [],
    }


def _reference(data: UnitYear, terms: ReportTerms, phrases: Phrases) -> str:
    """The line under the appendix's title; blanks stay until the plan has its number and day."""
    plan = data.plan
    return phrases.say(
        "ke_hoach.kem_theo",
        so=plan.number or f"     /{terms.symbol}",
        ngay=_day(plan),
        don_vi=plan.issuer or called(data.unit),
    )


def _day(plan: Plan) -> str:
    """The day of issue; its numbers stay blank until the plan has it."""
    return long_date(plan.issued_on) if plan.issued_on else f"ngày      tháng      năm {plan.year or '    '}"


def _paragraphs(texts: Collection[str]) -> list[SimpleNamespace]:
    """`la_can_cu` for the grounds above all else, `la_muc` for "I. MỤC TIÊU", `la_khoan` for "1. Yêu cầu", none of them
    for text."""
    grounds = list(takewhile(_GROUND.match, texts))
    # One line that could be a sentence of the plan is no list of grounds.
    listed = len(grounds) if len(grounds) > 1 or any(g.rstrip().endswith(";") for g in grounds) else 0
    return [
        SimpleNamespace(
            chu=text,
            la_can_cu=number < listed,
            la_muc=bool(_CHAPTER.match(text)),
            la_khoan=bool(_CLAUSE_TITLE.match(text)),
        )
        for number, text in enumerate(texts)
    ]


def _section(section: Section, doubts: Collection[str]) -> SimpleNamespace:
    """`stt` is empty for a plan without sections: then no row is printed for it."""
    return SimpleNamespace(
        stt=Keyed(section.id, f"muc.{section.id}"),
        ten=section.title,
        hang=[_row(section, t, t.id in doubts) for t in section.tasks],
    )


def _row(section: Section, task: Task, is_doubtful: bool) -> SimpleNamespace:
    number = section.number_of(task)
    start, dash, end = task.deadline.phrase.partition(RANGE_DASH)
    return SimpleNamespace(
        ma=task.id,
        stt=Keyed(Doubtful(number) if is_doubtful else number, f"nhiem-vu.{task.id}"),
        nhiem_vu=task.text,
        san_pham=task.deliverables,
        tien_do=task.deadline.phrase,
        phan_cong=task.assignment.text or _assignment(task),
        bat_dau=start if dash else "",
        ket_thuc_luc=end if dash else start,
    )


def _assignment(task: Task) -> str:
    """For a plan typed into the workbook: who leads and who supports, when no text says it."""
    parts: Mapping[str, tuple[str, ...]] = {"Chủ trì": task.assignment.lead, "Phối hợp": task.assignment.support}
    return "\n".join(f"{label}: {'; '.join(names)}" for label, names in parts.items() if names)
