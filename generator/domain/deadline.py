"""Deadlines: the plan's phrase, kept verbatim, and the milestones that it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.vietnamese.dates import day_of_document
from generator.vietnamese.text import folded


class DeadlineForm(Enum):
    """How a day is stated; only BEFORE leaves the stated day out."""

    BEFORE = "trước ngày"
    BY = "đến ngày, chậm nhất ngày, trong ngày"


def last_day_in_time(stated: date, form: DeadlineForm, *, before_includes_day: bool = False) -> date:
    """Return the last day that counts as in time. "Trước ngày D" ends on D-1 unless the unit counts D itself."""
    if form is DeadlineForm.BEFORE and not before_includes_day:
        return stated - timedelta(days=1)
    return stated


class Milestone(NamedTuple):
    """One thing due. `last_day` None with a `first_day` is open-ended; None for both waits for an event.

    `required` is the percentage to be reached. An extension moves the last day and names its document.
    """

    label: str = ""
    first_day: date | None = None
    last_day: date | None = None
    required: Decimal = Decimal(100)
    extended_to: date | None = None
    extension_document: str = ""

    @property
    def due(self) -> date | None:
        """The last day in time, extension included."""
        return self.extended_to or self.last_day

    def as_known_on(self, day: date) -> Milestone:
        """Return the milestone without an extension whose document is of a later day; no day stated: as it is."""
        granted = day_of_document(self.extension_document) if self.extended_to else None
        if granted is None or granted <= day:
            return self
        return self._replace(extended_to=None, extension_document="")

    @property
    def is_open_ended(self) -> bool:
        return self.due is None and self.first_day is not None

    @property
    def waits_for_event(self) -> bool:
        return self.due is None and self.first_day is None


class DeadlineNature(Enum):
    """What kind of duty the phrase and milestones make."""

    DATED = "dated"
    ONGOING = "ongoing"
    ON_DEMAND = "on_demand"
    """By instruction of a superior, or when something happens: no day until then."""


_ONGOING = re.compile(r"thường xuyên|liên tục|định kỳ|h[ằà]ng (?:ngày|tuần|tháng|quý|năm)|^từ (?:ngày|tháng|quý|năm)")

#: A day counted from an event: with its first day filled in and no last day yet, it still ends.
_FROM_EVENT = re.compile(r"trong vòng|sau khi|từ khi")


@dataclass(frozen=True, slots=True)
class _Wording:
    """What a phrase says of going on: at all, without end, for as long as an event allows."""

    ongoing: bool
    constantly: bool
    from_event: bool


@lru_cache(maxsize=4096)
def _wording(phrase: str) -> _Wording:
    plain = folded(phrase)
    return _Wording(
        ongoing=_ONGOING.search(plain) is not None,
        constantly="thường xuyên" in plain,
        from_event=_FROM_EVENT.search(plain) is not None,
    )


class Deadline(NamedTuple):
    """The plan's phrase (documents print it, never a computed day) and its milestones, in order of their days."""

    phrase: str = ""
    milestones: tuple[Milestone, ...] = ()

    def as_known_on(self, day: date) -> Deadline:
        """Return the deadline with the extensions that were granted by the end of that day."""
        if not any([m.extended_to for m in self.milestones]):
            return self
        return self._replace(milestones=tuple([m.as_known_on(day) for m in self.milestones]))

    @property
    def says_ongoing(self) -> bool:
        """The phrase itself makes an open-ended duty ("Thường xuyên", "Định kỳ hằng tháng", "Từ quý II/2023")."""
        return _wording(self.phrase).ongoing

    @property
    def is_open_ended(self) -> bool:
        """Goes on after its last milestone: ongoing in words without being a list of dated occurrences."""
        words = _wording(self.phrase)
        if not words.from_event and any([m.is_open_ended for m in self.milestones]):
            return True
        return words.ongoing and (words.constantly or all([m.due is None for m in self.milestones]))

    @property
    def nature(self) -> DeadlineNature:
        if self.is_open_ended:
            return DeadlineNature.ONGOING
        if any([m.due is not None for m in self.milestones]):
            return DeadlineNature.DATED
        return DeadlineNature.ON_DEMAND

    @property
    def final_day(self) -> date | None:
        """The last day of the last milestone, None when any of it has no day."""
        days = [m.due for m in self.milestones]
        return max(d for d in days if d is not None) if days and None not in days else None
