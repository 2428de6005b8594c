"""The documents issued in a period: cited one by one when few, else by kind and in an appendix of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

from generator.domain.period import PeriodKind, ReportingPeriod
from generator.domain.unit_year import IssuedDocument
from generator.reporting.figures import ReportFigures
from generator.reporting.wording import Keyed, Phrases, closing_marks, listed, one_line, small_first
from generator.vietnamese.dates import short_date
from generator.vietnamese.named_documents import NUMBER, bare_number, named_documents
from generator.vietnamese.numbers import count, document_number

#: A citation of one document with nothing behind its day.
_IN_FULL = re.compile(r"(.*\d/[^\s;]+) ngày \d{1,2}/\d{1,2}/\d{4}")
_BARE = re.compile(r"\d+\s*/[A-ZĐ]")


def issued_in_period(figures: ReportFigures) -> list[IssuedDocument]:
    """Return the documents of the period by day: those of sheet Văn bản, then those named in Kết quả alone."""
    return _issued_since(figures, figures.window.start)


def issued_in_year(figures: ReportFigures) -> list[IssuedDocument]:
    """Return the documents issued since the year of reports began."""
    year = ReportingPeriod(figures.period.year, PeriodKind.YEAR)
    return _issued_since(figures, figures.kind.window(year).start)


def _issued_since(figures: ReportFigures, start: date) -> list[IssuedDocument]:
    own_years = {start.year, figures.as_of.year}
    found: dict[str, IssuedDocument] = {}
    for document in (*figures.data.documents, *_named_in_results(figures)):
        if document.issued_on and document.issued_on.year in own_years:
            found.setdefault(bare_number(document.number), document)
    documents = [d for d in found.values() if d.issued_on and start <= d.issued_on <= figures.as_of]
    return sorted(documents, key=lambda d: (d.issued_on, d.number))


def with_two_days(figures: ReportFigures) -> list[tuple[str, str, str]]:
    """Return documents of one number that are given two days, with both: a person must say which is right."""
    days: dict[str, dict[str, str]] = {}
    for document in (*figures.data.documents, *_named_in_results(figures)):
        if document.issued_on:
            of_year = days.setdefault(f"{bare_number(document.number)} {document.issued_on.year}", {})
            of_year.setdefault(short_date(document.issued_on), document.number)
    return [
        (next(iter(d.values())), first, second) for d in days.values() if len(d) > 1 for first, second in [list(d)[:2]]
    ]


def _named_in_results(figures: ReportFigures) -> Iterator[IssuedDocument]:
    """Documents that prove a result, as cited there: "Báo cáo số 128/BC-UBND ngày 20/6/2023"."""
    for assessment in figures.now.assessments.values():
        for entry in assessment.entries:
            for number, day in named_documents(entry.document):
                yield IssuedDocument(number, day, "", (assessment.task.id,))


def document_sentences(figures: ReportFigures, phrases: Phrases, period_word: str, appendix: str) -> list[str]:
    """Return what was issued in the period: up to three in a sentence, more by kind with the appendix's name."""
    documents = issued_in_period(figures)
    if not documents:
        # A sheet that nobody ever filled in does not say that nothing was issued.
        return [phrases.say("van_ban.khong" if figures.data.documents else "van_ban.chua_ghi_nhan", ky=period_word)]
    values = {"ky": period_word, "n": count(len(documents))}
    if len(documents) == 1:
        return [phrases.say("van_ban.mot", van_ban=_citation(documents[0], phrases), **values)]
    if len(documents) <= phrases.value("van_ban.ke_toi_da"):
        return [phrases.say("van_ban.vai", van_ban="; ".join(_citation(d, phrases) for d in documents), **values)]
    if appendix:
        kinds, key = _kinds(documents, phrases), _by_kind(documents, phrases)
        return [phrases.say(key, ke=kinds, phu_luc=appendix, **values)]
    lines = [
        phrases.say("van_ban.dong", van_ban=_citation(d, phrases), dau_cuoi=mark)
        for d, mark in zip(documents, closing_marks(len(documents)), strict=True)
    ]
    return [phrases.say("van_ban.nhieu", **values), *lines]


def cited_above(figures: ReportFigures, phrases: Phrases) -> set[tuple[str, date]]:
    """Return the documents that the sentence on what was issued cites in full, by number and day."""
    documents = issued_in_period(figures)
    few = len(documents) <= phrases.value("van_ban.ke_toi_da")
    return {(bare_number(d.number), d.issued_on) for d in documents if few and d.issued_on}


def documents_by_kind(figures: ReportFigures, phrases: Phrases, period_word: str) -> list[str]:
    """Return what was issued in one sentence, by kind where it is many; nothing when nothing was."""
    documents = issued_in_period(figures)
    if not documents:
        return []
    if len(documents) <= phrases.value("van_ban.ke_toi_da"):
        return document_sentences(figures, phrases, period_word, "")
    kinds, key = _kinds(documents, phrases), f"{_by_kind(documents, phrases)}_ngan"
    return [phrases.say(key, ke=kinds, ky=period_word, n=count(len(documents)))]


def _by_kind(documents: list[IssuedDocument], phrases: Phrases) -> str:
    """The phrase for documents by kind; of one kind their number is said once."""
    kinds = {document_type(d.number, phrases) for d in documents}
    return "van_ban.theo_loai" if len(kinds) > 1 else "van_ban.cung_loai"


def _kinds(documents: list[IssuedDocument], phrases: Phrases) -> str:
    kinds = Counter(document_type(d.number, phrases) for d in documents)
    return listed(phrases.say("van_ban.loai", n=count(n), loai=small_first(kind)) for kind, n in kinds.items())


def document_rows(figures: ReportFigures, phrases: Phrases) -> list[SimpleNamespace]:
    """Return the list of documents for its appendix, by day; nothing when they are few enough for a sentence."""
    documents = issued_in_period(figures)
    if len(documents) <= phrases.value("van_ban.ke_toi_da"):
        return []
    return [
        SimpleNamespace(
            stt=Keyed(str(number), f"van-ban.{d.number}"),
            van_ban=f"{document_type(d.number, phrases)} số {_shown(d.number)}",
            ngay=short_date(d.issued_on) if d.issued_on else "",
            trich_yeu=d.subject,
            nhiem_vu=", ".join(d.task_ids),
        )
        for number, d in enumerate(documents, start=1)
    ]


def _citation(document: IssuedDocument, phrases: Phrases) -> str:
    kind = document_type(document.number, phrases)
    subject = _without_type(one_line(document.subject), kind)
    return phrases.say(
        "van_ban.day_du",
        loai=kind,
        so=_shown(document.number),
        ngay=short_date(document.issued_on) if document.issued_on else "",
        ve=phrases.say("van_ban.ve", trich_yeu=phrases.lower_first(subject)) if subject else "",
    )


def in_full(citation: str, phrases: Phrases) -> str:
    """Return documents cited by number alone with their type: "Kế hoạch số 255/KH-UBND ngày 08/6/2023"."""
    return "; ".join(
        f"{document_type(one, phrases)} số {one}" if _BARE.match(one) else one for one in citation.split("; ")
    )


def cited_again(citation: str, known: set[tuple[str, date]]) -> str:
    """Return documents cited in full, those that are `known` by kind and number alone (PL I, Phần I, II.6.b); the
    others become known."""
    return "; ".join(_again(one, known) for one in citation.split("; "))


def _again(citation: str, known: set[tuple[str, date]]) -> str:
    found = _IN_FULL.fullmatch(citation)
    document = next(iter(named_documents(citation)), None)
    if found is None or document is None:
        return citation
    if (key := (bare_number(document[0]), document[1])) in known:
        return found[1]
    known.add(key)
    return citation


def _shown(number: str) -> str:
    """The number as a citation has it behind "số": without a type typed before it, below 10 with a 0."""
    found = NUMBER.search(number)
    bare = found[1] if found else number
    first, slash, rest = bare.partition("/")
    return f"{document_number(first)}{slash}{rest}" if slash else bare


def _without_type(subject: str, kind: str) -> str:
    """The subject without the document type that already stands before it ("Kế hoạch số … về kế hoạch kiểm tra")."""
    small, kind = subject.lower(), kind.lower()
    for opening in (f"{kind} về ", f"{kind} ", "về "):
        if small.startswith(opening):
            return subject[len(opening) :]
    return subject


def document_type(number: str, phrases: Phrases) -> str:
    """Return the kind of document its symbol names ("567/KH-UBND": Kế hoạch); an agency's own symbol: a công văn."""
    found = NUMBER.search(number)
    symbol = (found[1] if found else number).partition("/")[2].partition("-")[0].strip()
    known: dict[str, str] = phrases.value("chung.loai_van_ban")
    if symbol in known:
        return known[symbol]
    key = "chung.cong_van" if symbol in phrases.value("chung.ky_hieu_cong_van") else "chung.van_ban_khac"
    return str(phrases.value(key))
