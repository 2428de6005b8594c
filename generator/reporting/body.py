"""The body of a report, field by field: figures, results in the officer's words, what is late and why."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace

from generator.domain.indicator import Indicator
from generator.domain.plan import Section, Task
from generator.reporting.documents import cited_above, issued_in_period
from generator.reporting.fields import (
    FIELDS,
    OF_SUPERIOR,
    OTHER,
    TOPICS,
    indicators_by_place,
    sections_by_field,
    shared_heading,
    tasks_of,
)
from generator.reporting.figure_words import FigureWords, Reached
from generator.reporting.figures import ReportFigures
from generator.reporting.results import results_of
from generator.reporting.sentences import Sentences
from generator.reporting.superior_tasks import answers_for_superior_tasks, superior_tasks_sentence
from generator.reporting.wording import Phrases, capitalised, closing_marks, listed, paragraphs, section_title
from generator.vietnamese.numbers import count


class Body:
    """Says what was done in each part of one report. Its parts are asked for in the order in which they are printed: a
    document is cited in full where it comes first."""

    def __init__(self, figures: ReportFigures, phrases: Phrases, say: Sentences, words: FigureWords) -> None:
        self._figures = figures
        self._phrases = phrases
        self._sentences = say
        self._words = words
        self._sections = sections_by_field(figures.data.plan.sections)
        self._indicators = indicators_by_place(figures.data.indicators, figures.data.plan)
        self._cited = cited_above(figures, phrases)

    # -- part I --------------------------------------------------------------------------------
    def steering(self) -> list[str]:
        """Return what was done in steering that has no heading of its own; nothing when there is nothing."""
        issued = len(issued_in_period(self._figures))
        figures = [i for i in self._indicators.get("chi_dao.", ()) if not self._counts_documents(i, issued)]
        return self._done(tasks_of(self._sections["chi_dao"], ""), figures)

    def _counts_documents(self, indicator: Indicator, issued: int) -> bool:
        """Whether an indicator says no more than the sentence on documents: "Số văn bản đã ban hành …"."""
        name = indicator.name.lower()
        value = self._figures.readings[indicator.code].value
        return value == issued and "văn bản" in name and "ban hành" in name

    def topics(self, own_words: Iterable[str], first_number: int) -> tuple[dict[str, str], dict[str, list[str]]]:
        """Return the headings of part I that this unit answers for, numbered on, and what stands under each.

        `own_words` are the headings that the officer wrote something for.
        """
        headings: dict[str, str] = dict.fromkeys(TOPICS, "")
        texts: dict[str, list[str]] = {}
        number = first_number
        written = set(own_words)
        for topic in TOPICS:
            tasks = tasks_of(self._sections["chi_dao"], topic)
            indicators = list(filter(self._words.is_known, self._indicators.get(f"chi_dao.{topic}", ())))
            texts[topic] = self._done(tasks, indicators)
            is_counted = topic == OF_SUPERIOR and answers_for_superior_tasks(self._figures.data.indicators)
            if is_counted:
                texts[topic] = [*superior_tasks_sentence(self._figures, self._phrases), *texts[topic]]
            if not (tasks or indicators or is_counted or topic in written):
                continue
            if not texts[topic] and topic not in written:
                texts[topic] = [self._say(f"chi_dao.chua_phat_sinh.{topic}")]
            headings[topic] = f"{number}. {self._phrases.value(f'chi_dao.tieu_de.{topic}')}"
            number += 1
        return headings, texts

    # -- part II -------------------------------------------------------------------------------
    def field(self, field: str, *, has_own_words: bool = False) -> list[str]:
        """Return the paragraphs of one field of the outline; none only where the officer wrote her own."""
        sections = self._sections[field]
        tasks = tasks_of(sections)
        found = self._done(tasks, self._indicators.get(field, ()))
        if found or has_own_words:
            return found
        if not sections and (shared := shared_heading(field, self._figures.data.plan.sections)):
            return [self._phrases.say("linh_vuc.gop", so=str(shared))]
        return [self._nothing(tasks)]

    def other_fields(self) -> list[SimpleNamespace]:
        """Return headings and paragraphs, in one list, of what the outline has no place for; numbered on from it."""
        items = []
        for number, section in enumerate(self._sections[OTHER], start=len(FIELDS)):
            title = section_title(section.title, self._figures.data.plan, self._figures.data.unit, self._phrases)
            items.append(SimpleNamespace(la_tieu_de=True, chu=f"{number}. {title}"))
            items += [SimpleNamespace(la_tieu_de=False, chu=text) for text in self._of_section(section)]
        if unplaced := self._done([], self._indicators.get(OTHER, ())):
            heading = f"{len(FIELDS) + len(self._sections[OTHER])}. {self._phrases.value('linh_vuc.so_lieu_khac')}"
            items.append(SimpleNamespace(la_tieu_de=True, chu=heading))
            items += [SimpleNamespace(la_tieu_de=False, chu=text) for text in unplaced]
        return items

    def _of_section(self, section: Section) -> list[str]:
        tasks = list(section.tasks)
        return self._done(tasks, self._indicators.get(section.id, ())) or [self._nothing(tasks)]

    def _done(self, tasks: list[Task], indicators: Iterable[Indicator]) -> list[str]:
        late = [a for t in tasks if (a := self._figures.now.assessments[t.id]).state.is_late]
        results = results_of(self._figures, tasks, self._phrases, self._words.says, self._cited)
        return [*paragraphs([*self._words.told(indicators), *results]), *self._sentences.late_in(late)]

    def _nothing(self, tasks: list[Task]) -> str:
        return self._say("linh_vuc.chua_ghi_nhan" if tasks else "linh_vuc.khong")

    # -- part III ------------------------------------------------------------------------------
    def reached(self, *, with_targets: bool = True) -> list[str]:
        """Return what was reached, with its values; nothing when there is none."""
        return self._of_targets(Reached.YES, with_targets=with_targets)

    def not_reached(self) -> list[str]:
        return self._of_targets(Reached.NO)

    def under_way(self) -> list[str]:
        """Return the year's targets that are not reached yet when part of the year is reported."""
        return self._of_targets(Reached.UNDER_WAY)

    def targets_in_short(self) -> list[str]:
        """Return how many targets are reached, and by name those that are not, in one sentence."""
        cases = {case: [i for i in self._measured() if self._words.reached(i) is case] for case in Reached}
        found = {case: indicators for case, indicators in cases.items() if indicators}
        total = sum(map(len, found.values()))
        if total == 1:
            return self._of_targets(next(iter(found)))
        clauses = [self._clause_on_targets(case, indicators) for case, indicators in found.items()]
        if not clauses:
            return []
        key = "chi_tieu.ngan" if len(found) > 1 else f"chi_tieu.ngan_deu_{next(iter(found)).value}"
        return [self._phrases.say(key, tong=count(total), ve="; ".join(clauses))]

    def _clause_on_targets(self, case: Reached, indicators: list[Indicator]) -> str:
        few = case is not Reached.YES and len(indicators) <= self._phrases.value("chi_tieu.ke_toi_da")
        names = self._phrases.say("chi_tieu.ngan_ke", ke=listed(map(self._words.valued, indicators))) if few else ""
        return self._phrases.say(f"chi_tieu.ngan_{case.value}", n=count(len(indicators)), ke=names)

    def _measured(self) -> list[Indicator]:
        return [i for place in self._indicators.values() for i in place]

    def _of_targets(self, case: Reached, *, with_targets: bool = True) -> list[str]:
        of_case = [i for i in self._measured() if self._words.reached(i) is case]
        items = [self._words.valued(i, with_target=with_targets) for i in of_case]
        if not items:
            return []
        key = f"chi_tieu.{case.value}"
        if len(items) == 1:
            return [self._phrases.say(f"{key}_mot", ke=items[0])]
        if len(items) <= self._phrases.value("chi_tieu.mot_doan_toi_da"):
            few = len(items) <= self._phrases.value("chi_tieu.ke_toi_da")
            return [self._phrases.say(f"{key}_ke", n=count(len(items)), ke=listed(items) if few else "; ".join(items))]
        lines = [
            self._phrases.say("chi_tieu.dong", ke=capitalised(item), dau_cuoi=mark)
            for item, mark in zip(items, closing_marks(len(items)), strict=True)
        ]
        return [self._phrases.say(f"{key}_nhieu", n=count(len(items))), *lines]

    def _say(self, key: str) -> str:
        return self._phrases.say(key, ky=self._sentences.period_word)
