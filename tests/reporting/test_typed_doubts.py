"""What is told on screen of words and documents that a superior would ask about, and how the opening cites."""

from dataclasses import replace
from datetime import date

import pytest

from generator.book.sheets import PARTS
from generator.domain.period import ReportingPeriod
from generator.domain.problem import Severity
from generator.domain.progress import Word
from generator.domain.unit import ReportTerms
from generator.domain.unit_year import IssuedDocument, UnitYear
from generator.kinds import kind_of
from generator.reporting.context import report_context
from generator.reporting.figures import ReportFigures, report_figures
from generator.reporting.progress_checks import progress_problems
from tests.reporting.years import DUE_NOVEMBER, ONGOING, PHRASES, UNIT, entry, year

DAY = date(2023, 6, 13)


def figures_of(data: UnitYear, kind: str = "cchc", period: str = "2023-H1") -> ReportFigures:
    return report_figures(data, ReportingPeriod.parse(period), kind_of(kind), DAY)


def told(data: UnitYear, code: str, kind: str = "cchc", period: str = "2023-H1") -> list[str]:
    figures = figures_of(data, kind, period)
    problems = progress_problems(figures, in_short=figures.kind.is_short(data.unit))
    return [p.message for p in problems if p.code == code]


def test_words_not_for_signature_are_a_note_with_their_place() -> None:
    typed = entry(1, Word.IN_PROGRESS, result="Đã tiếp nhận khoảng 50 hồ sơ", cause="Có thể do thiếu người")
    old = entry(1, Word.IN_PROGRESS, date(2022, 3, 1), result="Gần như xong")
    words = {("2023-H1", "ket_qua"): ("Đa số người dân hài lòng.",), ("2023-Q3", "ket_qua"): ("Gần như xong.",)}
    data = year([DUE_NOVEMBER], [old, typed], words=words)
    (message,) = told(data, "not-for-signature")
    assert "I.1 (20/5/2023) “khoảng 50 hồ sơ”; I.1 (20/5/2023) “Có thể do thiếu người”; Lời văn “Đa số người" in message
    assert "Gần như" not in message
    assert all(
        p.severity is Severity.NOTE for p in progress_problems(figures_of(data)) if p.code == "not-for-signature"
    )
    assert told(year([DUE_NOVEMBER], [entry(1, Word.DONE, result="Đã tiếp nhận 50 hồ sơ")]), "not-for-signature") == []


@pytest.mark.parametrize(
    ("cited", "days"),
    [
        ("Quyết định số 61/QĐ-UBND ngày 12/5/2023", []),
        ("Quyết định số 61/QĐ-UBND ngày 15/5/2023", ["12/5/2023 và 15/5/2023"]),
        ("61/QĐ-UBND ngày 15/5/2023", ["12/5/2023 và 15/5/2023"]),
        ("Quyết định số 61/QĐ-UBND ngày 15/5/2023 của UBND tỉnh", []),
        ("Quyết định số 62/QĐ-UBND ngày 15/5/2023", []),
    ],
)
def test_one_number_of_two_days_is_told(cited: str, days: list[str]) -> None:
    listed = IssuedDocument("61/QĐ-UBND", date(2023, 5, 12), "Kiện toàn")
    data = year([DUE_NOVEMBER], [entry(1, Word.DONE, document=cited)], documents=(listed,))
    messages = told(data, "document-of-two-days")
    assert len(messages) == len(days)
    assert all(two in message for two, message in zip(days, messages, strict=True))


def test_what_a_short_report_leaves_out_is_told_unless_the_unit_wants_all() -> None:
    data = year([ONGOING, DUE_NOVEMBER], [entry(1, Word.IN_PROGRESS, result="Đã tiếp nhận 50 hồ sơ")])
    (message,) = told(data, "left-out-of-short-form", "thang", "2023-05")
    assert "01 nhiệm vụ" in message or "1 nhiệm vụ" in message
    assert "I.1" in message
    in_full = replace(data, unit=replace(data.unit, monthly_in_full=True))
    assert told(in_full, "left-out-of-short-form", "thang", "2023-05") == []
    assert told(data, "left-out-of-short-form") == []


# -- the opening ---------------------------------------------------------------------------------------
def context(terms: dict[str, ReportTerms], kind: str) -> dict:
    data = replace(year([DUE_NOVEMBER]), unit=replace(UNIT, terms_by_kind=terms))
    period = "2023-05" if kind == "thang" else "2023-H1"
    return report_context(figures_of(data, kind, period), PHRASES, parts=PARTS)


LETTER, PLAN = "Công văn số 4625/BNV-CCHC ngày 02/7/2025 của Bộ Nội vụ", "Kế hoạch số 2724/KH-UBND của UBND thành phố"


@pytest.mark.parametrize(
    ("cited", "opening"),
    [
        ("", "của UBND phường về kế hoạch, UBND phường báo cáo"),
        (PLAN, f"của UBND phường về kế hoạch và {PLAN}, UBND phường báo cáo"),
        (f"{PLAN}\n{LETTER}", f"của UBND phường về kế hoạch, {PLAN} và {LETTER}, UBND phường báo cáo"),
        (
            f"{PLAN} và các sở\n{LETTER}",
            f"của UBND phường về kế hoạch, {PLAN} và các sở, {LETTER}, UBND phường báo cáo",
        ),
    ],
)
def test_the_opening_cites_what_the_kind_of_report_rests_on(cited: str, opening: str) -> None:
    terms = {"": ReportTerms(), "cchc": ReportTerms(also_cites=cited)}
    assert opening in context(terms, "cchc")["mo_dau"]
    assert "Công văn" not in context(terms, "thang")["mo_dau"]


@pytest.mark.parametrize("kind", ["cchc", "thang"])
def test_a_report_to_nobody_has_no_addressee_and_no_respects(kind: str) -> None:
    without, to_superior = ReportTerms(), ReportTerms(addressees=("UBND thành phố",))
    unit_says = context({"": without}, kind)
    assert unit_says["kinh_gui"] == [] and "kính báo cáo" not in unit_says["ket_thuc"]
    assert context({"": to_superior}, kind)["kinh_gui"] == ["UBND thành phố"]


def test_a_difficulty_that_was_solved_is_no_longer_told() -> None:
    solved = entry(1, Word.IN_PROGRESS, date(2023, 6, 10), difficulty="Đã giải quyết")
    rows = [
        entry(1, Word.IN_PROGRESS, difficulty="Thiếu máy quét"),
        entry(2, Word.IN_PROGRESS, difficulty="Thiếu người"),
    ]
    data = year([DUE_NOVEMBER, DUE_NOVEMBER], [*rows, solved])
    assert report_context(figures_of(data), PHRASES, parts=PARTS)["kho_khan"] == ["Thiếu người."]
