"""What became of each region: untouched, edited, gone, copied; and what the officer chose to do about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from generator.word.region_text import Line, region_lines
from generator.word.regions import visible_text
from generator.word.renew import looks
from generator.word.renew.differences import changes_between
from generator.word.renew.finding import FoundRegion
from generator.word.renew.tracked import TrackedChange, tracked_changes
from generator.word.renew.xml_spans import XmlPart
from generator.word.shown_properties import NO_STYLES, ShownStyles


@dataclass(frozen=True, slots=True)
class Choices:
    """What the officer chose, by region name."""

    keep: frozenset[str] = frozenset()
    replace: frozenset[str] = frozenset()
    merge: frozenset[str] = frozenset()
    restore: frozenset[str] = frozenset()

    @property
    def named(self) -> frozenset[str]:
        return self.keep | self.replace | self.merge | self.restore


class Outcome(Enum):
    """What was done with a region."""

    RENEWED = auto()
    SAME = auto()
    """Made anew, and it says what it said."""
    KEPT = auto()
    UP_TO_DATE = auto()
    """A person changed it, and the new figures bring nothing that it does not say: it stays as it is."""
    MERGED = auto()
    RESTORED = auto()
    ADDED = auto()
    """The new figures ask for a region that the file never had."""
    REMOVED = auto()
    """The new figures no longer ask for it."""
    MISSING = auto()
    """A person deleted it, and it stays deleted."""
    EMPTIED = auto()
    """A person deleted all its text and left the place; it stays empty."""
    REFILLED = auto()
    """Emptied, and put back where it was."""
    LEFTOVER = auto()
    """Its marks are gone, or its place is empty, and its text stands elsewhere without marks."""
    EDITED = auto()
    COPIED = auto()
    BROKEN = auto()
    CANNOT_MERGE = auto()
    NOT_MOVABLE = auto()
    """The template keeps pictures, notes or Word numbering in it, which renewal does not carry over."""

    @property
    def stops(self) -> bool:
        """Whether nothing may be written before the officer chooses."""
        return self in (
            Outcome.EDITED,
            Outcome.COPIED,
            Outcome.BROKEN,
            Outcome.CANNOT_MERGE,
            Outcome.NOT_MOVABLE,
        )


@dataclass(frozen=True, slots=True)
class RegionText:
    """What a region says: as generated (None when the file is too old to tell), in the file, and made anew."""

    generated: tuple[Line, ...] | None = None
    present: tuple[Line, ...] = ()
    fresh: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class RegionOutcome:
    """What was found and done. `things` are what a person put in (of a region put back: old text without marks),
    `tracked` what is proposed there, `conflicts` cells changed by both sides, `where` is the neighbour it was put
    after or the text found without marks."""

    name: str
    title: str
    outcome: Outcome
    text: RegionText = field(default_factory=RegionText)
    things: tuple[str, ...] = ()
    tracked: tuple[TrackedChange, ...] = ()
    conflicts: tuple[str, ...] = ()
    where: str = ""
    is_gone: bool = False
    """The new figures no longer ask for this region."""

    @property
    def ways(self) -> tuple[str, ...]:
        """What a person may choose, by the names of `Choices`."""
        match self.outcome:
            case Outcome.MISSING | Outcome.EMPTIED | Outcome.LEFTOVER:
                return ("restore",)
            case Outcome.BROKEN | Outcome.NOT_MOVABLE:
                return ("keep",)
            case Outcome.EDITED if not self.is_gone and any(line.is_row for line in self.text.fresh):
                return ("keep", "replace", "merge")
            case outcome if outcome.stops:
                return ("keep", "replace")
        return ()


def things_put_in(text: RegionText) -> tuple[str, ...]:
    """Return the names of what a person put into a region and what made anew would not have."""
    known = (looks.look_of(lines) for lines in (text.generated, text.fresh) if lines)
    return looks.put_in(looks.look_of(text.present), *known)


def is_emptied(part: XmlPart, region: FoundRegion) -> bool:
    """Whether a region says nothing any more. Word then shows a line of its own ("Click or tap here to enter text").
    Words whose deletion is only proposed are still there."""
    shows_prompt = region.control is not None and region.control.at("w:sdtPr", "w:showingPlcHdr") is not None
    says_nothing = not visible_text(region.content(part)).strip()
    return shows_prompt or (says_nothing and not any(change.text for change in tracked_changes(part, region)))


def is_untouched(text: RegionText) -> bool:
    """Whether nobody changed what a region shows, or changed it to what it shows now anyway."""
    return text.present == text.generated or (bool(text.fresh) and text.present == text.fresh)


def is_taken_over(text: RegionText) -> bool:
    """Whether each change by hand is one that the region made anew brings too: it has come into the workbook."""
    if text.generated is None:
        return False
    by_hand = changes_between(text.generated, text.present)
    return set(by_hand) <= set(changes_between(text.generated, text.fresh))


def says_it_all(text: RegionText) -> bool:
    """Whether each change that the region made anew would bring stands in the file already, if there is any."""
    if text.generated is None:
        return False
    return set(changes_between(text.generated, text.fresh)) <= set(changes_between(text.generated, text.present))


def texts_of(
    made: str | None, part: XmlPart, region: FoundRegion | None, fresh: str, styles: ShownStyles = NO_STYLES
) -> RegionText:
    """Return the three texts that a comparison needs; `made` is the region as the program made it, if it did."""
    saved = region.content(part) if region is not None else ""
    # An untouched region says the same three times: reading is the dearest part of a comparison.
    lines = {xml: region_lines(xml, styles) for xml in dict.fromkeys((saved, made or "", fresh))}
    return RegionText(None if made is None else lines[made], lines[saved], lines[fresh])
