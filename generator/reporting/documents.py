"""What a report says of the documents issued, and how one is cited."""

from __future__ import annotations

from generator.domain.unit_year import IssuedDocument
from generator.reporting.figures import ReportFigures
from generator.reporting.wording import Phrases, closing_marks, one_line
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count


def document_sentences(figures: ReportFigures, phrases: Phrases, period_word: str) -> list[str]:
    """Return what was issued in the period, each document cited in full."""
    documents = figures.documents_in_period()
    if not documents:
        # A sheet that nobody ever filled in does not say that nothing was issued.
        case = "khong" if figures.data.documents else "chua_ghi"
        return [phrases.say(f"van_ban.{case}", ky=period_word)]
    if len(documents) == 1:
        return [phrases.say("van_ban.mot", ky=period_word, van_ban=_citation(documents[0], phrases))]
    lines = [
        phrases.say("van_ban.dong", van_ban=_citation(d, phrases), dau_cuoi=mark)
        for d, mark in zip(documents, closing_marks(len(documents)), strict=True)
    ]
    return [phrases.say("van_ban.nhieu", ky=period_word, n=count(len(documents))), *lines]


def _citation(document: IssuedDocument, phrases: Phrases) -> str:
    kind = document_type(document.number, phrases)
    subject = _without_type(one_line(document.subject), kind)
    return phrases.say(
        "van_ban.day_du",
        loai=kind,
        so=document.number,
        ngay=short_date(document.issued_on) if document.issued_on else "",
        ve=phrases.say("van_ban.ve", trich_yeu=phrases.lower_first(subject)) if subject else "",
    )


def _without_type(subject: str, kind: str) -> str:
    """The subject without the document type that already stands before it ("Kế hoạch số … về kế hoạch kiểm tra")."""
    small, kind = subject.lower(), kind.lower()
    for opening in (f"{kind} về ", f"{kind} ", "về "):
        if small.startswith(opening):
            return subject[len(opening) :]
    return subject


def document_type(number: str, phrases: Phrases) -> str:
    """Return the kind of document its symbol names ("567/KH-UBND": Kế hoạch); an agency's own symbol: a công văn."""
    symbol = number.partition("/")[2].partition("-")[0].strip()
    known: dict[str, str] = phrases.value("chung.loai_van_ban")
    if symbol in known:
        return known[symbol]
    key = "chung.cong_van" if symbol in phrases.value("chung.ky_hieu_cong_van") else "chung.van_ban_khac"
    return str(phrases.value(key))
