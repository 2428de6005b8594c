"""What was said of tasks in the period, in the officer's words, as sentences of the body."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from generator.domain.plan import Task
from generator.domain.progress import Assessment, MilestoneStanding, ProgressEntry, Word, as_known_on
from generator.reporting.documents import cited_again, in_full
from generator.reporting.figures import ReportFigures
from generator.reporting.wording import Phrases, capitalised, gist, listed, one_line, small_first
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count

#: The order in which results are told: what is finished, what goes on, what has not begun.
_ORDER = {Word.DONE: 0, Word.IN_PROGRESS: 1, None: 1}
_NOT_BEGUN = 2
#: The part of a milestone's label that says when: "Báo cáo quý II", "Tháng 5".
_TIME = re.compile(r"\b(?:(?:đợt|lần) )?(?:\d+ )?(?:tháng|quý|năm|tuần|đợt|lần|ngày)\b.*$", re.IGNORECASE)
#: A time that a result may be told of, and the words that go on to it: "trong quý II".
_ONE_TIME = re.compile(r"\b(?:quý [IVX]+|tháng \d+|đợt \d+|lần \d+)(?![\w/])", re.IGNORECASE)
_BEFORE_TIME = tuple(f" {word}" for word in ("trong", "của", "từ", "đến", "hết", "vào", "trước", "sau", "cho", "riêng"))
_WORD = re.compile(r"[^\W\d_]+")
_SAYS_ITSELF = ("đã ", "đang ", "chưa ", "được ", "không ")


@dataclass(frozen=True, slots=True)
class Result:
    """One result as told in the body: a sentence without its full stop, and what stands in brackets behind it.

    `within` are the citations in brackets behind the milestone that they prove.
    """

    task_id: str
    words: str
    more: tuple[str, ...]
    order: int
    within: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return _with_brackets(self.words, self.more)

    def cited_after(self, known: set[tuple[str, date]]) -> str:
        """Return the text, a document that is known already by its number alone; those cited here become known."""
        words = self.words
        for citation in self.within:
            words = words.replace(f"({citation})", f"({cited_again(citation, known)})")
        return _with_brackets(words, [cited_again(part, known) for part in self.more])


def told_in_period(figures: ReportFigures, task_id: str) -> tuple[ProgressEntry, ...]:
    """Return what was said of a task since the report before, oldest first; not of this very report."""
    entries = figures.now.assessments[task_id].entries
    return tuple(
        as_known_on(e, figures.as_of)
        for e in entries
        if figures.window.start <= e.as_of <= figures.as_of and not figures.is_of_itself(e)
    )


def said_of_itself(figures: ReportFigures) -> set[tuple[str, str]]:
    """Return the texts of the entries on this very report, each with its task's id."""
    entries = (e for a in figures.now.assessments.values() for e in a.entries if figures.is_of_itself(e))
    return {(e.task_id, text.strip()) for e in entries for text in (e.result, e.document) if text.strip()}


def current(entries: Iterable[ProgressEntry]) -> tuple[ProgressEntry, ...]:
    """Return the entries that still stand: the last on each milestone, and what has a document of its own.

    "Đã thực hiện 05/08 nhiệm vụ" gives way to "08/08"; a plan that was issued meanwhile stays issued.
    """
    said = [e for e in entries if e.result.strip() or e.document.strip() or e.word is Word.DONE]
    last = {e.milestone: e for e in said if e.result.strip()} or {e.milestone: e for e in said}
    documents: set[str] = set()
    kept = []
    for entry in reversed(said):
        document = one_line(entry.document)
        if last.get(entry.milestone) is entry or (document and document not in documents):
            kept.append(entry)
        documents.add(document)
    return tuple(reversed(kept))


def results_of(
    figures: ReportFigures,
    tasks: Iterable[Task],
    phrases: Phrases,
    is_said: Callable[[str, str], bool],
    cited: set[tuple[str, date]],
) -> list[str]:
    """Return the sentences on what was done in the period: tasks with something finished, going on, not begun; those of
    one task stay together, in the order they came.

    `is_said` tells, of a task's id and a result, whether a figure in the same paragraphs says it already. `cited` are
    the documents that the body has cited in full so far.
    """
    by_task = [[r for r in _of_task(figures, t, phrases) if not is_said(t.id, r.text)] for t in tasks]
    told = sorted(filter(None, by_task), key=lambda results: min(r.order for r in results))
    sentences: list[str] = []
    known: set[str] = set()
    for results in told:
        fresh = [r for r in results if r.text not in known]
        known.update(r.text for r in fresh)
        sentences += (f"{text}." for text in _at_once(fresh, cited))
    return sentences


def _at_once(results: list[Result], cited: set[tuple[str, date]]) -> Iterator[str]:
    """The results of a task; what differs by its time alone is said once: "Đã gửi: quý II (…) và quý III (…)"."""
    alike: dict[str, list[tuple[str, Result]]] = {}
    for result in results:
        words, time = _apart_from_time(result.words)
        alike.setdefault(words if time else result.text, []).append((time, result))
    for words, group in alike.items():
        if len(group) == 1:
            yield group[0][1].cited_after(cited)
        else:
            yield f"{words}: {listed(replace(r, words=small_first(time)).cited_after(cited) for time, r in group)}"


def _apart_from_time(words: str) -> tuple[str, str]:
    """The words without the one time that they name, and it; empty where they name none, or as a part of a phrase."""
    found = list(_ONE_TIME.finditer(words))
    if len(found) != 1 or words[: found[0].start()].rstrip().lower().endswith(_BEFORE_TIME):
        return words, ""
    return capitalised(" ".join(f"{words[: found[0].start()]}{words[found[0].end() :]}".split())), found[0][0]


def result_lines(figures: ReportFigures, task: Task, phrases: Phrases) -> list[str]:
    """Return the results of one task in the period, in the order they came, without full stops."""
    return [r.text for r in _of_task(figures, task, phrases)]


def _of_task(figures: ReportFigures, task: Task, phrases: Phrases) -> Iterator[Result]:
    assessment = figures.now.assessments[task.id]
    alike: dict[tuple[str, int], list[ProgressEntry]] = {}
    for entry in current(told_in_period(figures, task.id)):
        words = one_line(entry.result) or phrases.say("ket_qua.hoan_thanh", viec=phrases.lower_first(gist(task.text)))
        if not entry.result.strip() and entry.word is not Word.DONE:
            words = phrases.say("ket_qua.van_ban", van_ban=in_full(one_line(entry.document), phrases))
        alike.setdefault((words, _ORDER.get(entry.word, _NOT_BEGUN)), []).append(entry)
    is_named = False
    for (words, order), entries in alike.items():
        proofs = _proofs_apart(entries, words, phrases)
        labels = dict.fromkeys(one_line(e.milestone) for e in entries if e.milestone)
        named, times, within = _named(words, labels, proofs, phrases)
        if (
            named == words
            and entries[0].result.strip()
            and not _says_of_what(task.text, words, phrases)
            and not is_named
        ):
            is_named = True
            named = phrases.say("ket_qua.viec", viec=gist(task.text), ket_qua=phrases.lower_first(words))
        apart = [
            phrases.say("ket_qua.van_ban_moc", moc=small_first(label), van_ban=document)
            for label, document in proofs.items()
            if document not in within
        ]
        more = dict.fromkeys(
            [
                *times,
                *apart,
                *_more(assessment, entries, figures.window.start, words, phrases, with_documents=not proofs),
            ]
        )
        yield Result(task.id, capitalised(named), tuple(more), order, within)
    if assessment.state.is_done and not any(order == _ORDER[Word.DONE] for _, order in alike):
        yield from _finished(figures, assessment, phrases)


def _finished(figures: ReportFigures, assessment: Assessment, phrases: Phrases) -> Iterator[Result]:
    """What the rows of the period do not say: that with a percentage, or a day that came, the task became done."""
    if figures.known_before(assessment).state.is_done or figures.ends_with_itself(assessment):
        return
    viec = phrases.lower_first(gist(assessment.task.text))
    done_on = assessment.completed_on
    day = (phrases.say("ket_qua.ngay_xong", ngay=short_date(done_on)),) if done_on else ()
    yield Result(assessment.task.id, phrases.say("ket_qua.hoan_thanh", viec=viec), day, _ORDER[Word.DONE])


def _says_of_what(task: str, words: str, phrases: Phrases) -> bool:
    """Whether a result names what its task is about: two words of it side by side, or an abbreviation. "Đang hoàn thiện
    dự thảo" of itself says nothing."""
    return bool(word_pairs(task) & word_pairs(words) - set(phrases.value("ket_qua.tu_chung")))


def word_pairs(text: str) -> set[str]:
    """Return the words of a text that stand side by side, in small letters, and its abbreviations."""
    words = _WORD.findall(text)
    small = [word.lower() for word in words]
    return {*map(" ".join, pairwise(small)), *(word for word in words if len(word) > 2 and word.isupper())}


def _with_brackets(text: str, more: Collection[str]) -> str:
    """The words with what is added in brackets; in those at their end, where there are some."""
    if not more:
        return text
    opening = f"{text[:-1]}; " if text.endswith(")") else f"{text} ("
    return f"{opening}{'; '.join(more)})"


def _proofs_apart(entries: list[ProgressEntry], words: str, phrases: Phrases) -> dict[str, str]:
    """The documents of each milestone, where one result of several has documents that are not those of them all."""
    proofs: dict[str, list[str]] = {}
    for entry in entries:
        document = one_line(entry.document)
        cited = [in_full(document, phrases)] if document and document not in words else []
        proofs.setdefault(one_line(entry.milestone), []).extend(cited)
    joined = {label: "; ".join(dict.fromkeys(documents)) for label, documents in proofs.items()}
    if "" in joined or len(set(joined.values())) == 1:
        return {}
    return {label: documents for label, documents in joined.items() if documents}


def _named(
    words: str, labels: Iterable[str], proofs: Mapping[str, str], phrases: Phrases
) -> tuple[str, list[str], tuple[str, ...]]:
    """The result with the milestones that it does not name itself: before it what it is of, each with what proves it
    alone; what tells when; and the documents cited before it."""
    small = words.lower()
    parts = [(label, _TIME.search(label)) for label in labels]
    unnamed = [label for label, when in parts if (noun := label[: when.start()] if when else label).strip()
               and " ".join(noun.lower().split()[:2]) not in small]  # fmt: skip
    if unnamed:
        cited = [f"{label} ({proofs[label]})" if label in proofs else label for label in unnamed]
        head = listed([cited[0], *map(phrases.lower_first, cited[1:])])
        joint = " " if small.startswith(_SAYS_ITSELF) else ": "
        within = tuple(proofs[label] for label in unnamed if label in proofs)
        return f"{head}{joint}{phrases.lower_first(words)}", [], within
    times = [small_first(when[0]) for _, when in parts if when]
    missing = [t for t in times if t.lower() not in small and t.lower() != "năm"]
    return words, [_span(missing)] if missing else [], ()


def _span(times: list[str]) -> str:
    """Times one after the other; months that follow on each other as "từ tháng 5 đến tháng 11"."""
    months = [int(t.removeprefix("tháng ")) for t in times if re.fullmatch(r"tháng \d{1,2}", t)]
    follow_on = len(months) == len(times) > 2 and months == list(range(months[0], months[0] + len(months)))
    return f"từ {times[0]} đến {times[-1]}" if follow_on else listed(times)


def says_only_when(label: str) -> bool:
    """Whether a milestone's label names a time and nothing that is done: "Tháng 5", "Đợt quý II"."""
    when = _TIME.search(label)
    return when is not None and not label[: when.start()].strip()


#: What a label that says no more than a time goes on with: "báo cáo quý II", "báo cáo 6 tháng đầu năm".
_TIMES = ("tháng", "quý", "năm", "6 tháng", "9 tháng", "đợt", "kỳ", "tuần")
#: Fewer words than this do not say what is to be done: "Ban hành", "Dự thảo".
_WORDS_OF_WORK = 3


def says_what(label: str, phrases: Phrases) -> bool:
    """Whether a milestone's label says what is to be done: not "Tháng 5", nor "báo cáo quý II", which fits any task."""
    fits_any = tuple(f"{word} {time}" for word in phrases.value("ky_toi.moc_chung") for time in _TIMES)
    return len(label.split()) >= _WORDS_OF_WORK and not says_only_when(label) and not label.lower().startswith(fits_any)


def _more(
    assessment: Assessment,
    entries: list[ProgressEntry],
    start: date,
    words: str,
    phrases: Phrases,
    *,
    with_documents: bool,
) -> Iterator[str]:
    """What stands in brackets behind a result: its documents, the day of what was told late, days behind time."""
    for entry in entries:
        document = one_line(entry.document)
        if with_documents and document and document not in words:
            yield in_full(document, phrases)
        if entry.word is not Word.DONE:
            continue
        day = short_date(entry.day_done)
        if entry.day_done < start and day not in document and day not in words:
            yield phrases.say("ket_qua.ngay_xong", ngay=day)
        standing = _standing(assessment, entry)
        if standing is not None and standing.met_late and standing.met_on and standing.milestone.due:
            late = count((standing.met_on - standing.milestone.due).days)
            which = small_first(one_line(entry.milestone)) if len(entries) > 1 else ""
            yield phrases.say("ket_qua.cham_moc" if which else "ket_qua.cham", moc=which, n=late)


def _standing(assessment: Assessment, entry: ProgressEntry) -> MilestoneStanding | None:
    if len(assessment.standings) == 1:
        return assessment.standings[0]
    return next((s for s in assessment.standings if entry.milestone and s.milestone.label == entry.milestone), None)
