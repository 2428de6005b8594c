"""What hinders the unit, and what it asks of its superiors: in the words of sheet Kết quả."""

from __future__ import annotations

from generator.domain.progress import closes_difficulty
from generator.reporting.figures import ReportFigures
from generator.reporting.wording import Phrases, as_sentence, capitalised, closing_marks, one_line


def difficulties(figures: ReportFigures, phrases: Phrases, period_word: str, *, has_own_words: bool) -> list[str]:
    """Return the difficulties of the period, or that there were none; nothing where the officer wrote of them."""
    none_told = phrases.say(f"kho_khan.{'chua_bao_cao' if figures.is_silent else 'khong'}", ky=period_word)
    return _in_lines("kho_khan", told_difficulties(figures), none_told, phrases, has_own_words=has_own_words)


def requests(figures: ReportFigures, phrases: Phrases, *, has_own_words: bool) -> list[str]:
    """Return what is asked for, or that nothing is; nothing where the officer wrote of it."""
    none_told = phrases.say("kien_nghi.khong")
    return _in_lines("kien_nghi", told_requests(figures), none_told, phrases, has_own_words=has_own_words)


def told_difficulties(figures: ReportFigures) -> list[str]:
    """Return what hinders and was told in the period, each once; what a later row says is solved hinders no more."""
    found: list[str] = []
    for assessment in figures.now.assessments.values():
        of_task: list[str] = []
        for entry in assessment.entries:
            if closes_difficulty(entry.difficulty):
                of_task.clear()
            elif entry.as_of >= figures.window.start and entry.difficulty.strip():
                of_task.append(one_line(entry.difficulty))
        found += of_task
    return list(dict.fromkeys(found))


def told_requests(figures: ReportFigures) -> list[str]:
    """Return what was asked for in the period, each once, fit for a sentence."""
    rows = (e for a in figures.now.assessments.values() for e in a.entries if figures.window.start <= e.as_of)
    return list(dict.fromkeys(one_line(e.recommendation) for e in rows if e.recommendation.strip()))


def _in_lines(part: str, texts: list[str], none_told: str, phrases: Phrases, *, has_own_words: bool) -> list[str]:
    if not texts:
        return [] if has_own_words else [none_told]
    if len(texts) == 1:
        return [as_sentence(texts[0])]
    return [
        phrases.say(f"{part}.dong", noi_dung=capitalised(text), dau_cuoi=mark)
        for text, mark in zip(texts, closing_marks(len(texts)), strict=True)
    ]
