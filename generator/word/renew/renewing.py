"""Renews a report: the regions of the file get the content of a freshly made report, all else stays as it lies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.word.package import Member, NotAPackage, read_members, with_parts
from generator.word.provenance import Provenance
from generator.word.region_text import Line, region_lines, words_of
from generator.word.renew.drafts import renewed_headers
from generator.word.renew.drawn import renewed_pictures
from generator.word.renew.finding import Condition, FoundRegion, find_regions, first_row_text, leftover_of
from generator.word.renew.fragment import Mover, Styles, can_move
from generator.word.renew.judging import (
    Choices,
    Outcome,
    RegionOutcome,
    is_emptied,
    is_taken_over,
    is_untouched,
    says_it_all,
    texts_of,
    things_put_in,
)
from generator.word.renew.merging import CannotMerge, TableMerge
from generator.word.renew.placing import Outline, region_title
from generator.word.renew.rewriting import Rewriting
from generator.word.renew.tracked import tracked_changes
from generator.word.renew.xml_spans import XmlPart
from generator.word.shown_properties import ShownStyles

_STYLES = "word/styles.xml"
_MAIN_PART = re.compile(rb'<Relationship\b(?=[^>]*/officeDocument")[^>]*? Target="/?([^"]+)"')
#: Outcomes that put new content into the file.
_BRING_CONTENT = (Outcome.RENEWED, Outcome.ADDED, Outcome.RESTORED, Outcome.REFILLED, Outcome.MERGED)
#: Outcomes that put it in the place of what stands there.
_REPLACED = (Outcome.RENEWED, Outcome.REFILLED)
#: Outcomes that leave a region as it was.
_LEFT = (Outcome.KEPT, Outcome.MISSING, Outcome.EMPTIED, Outcome.LEFTOVER)
_TRACKING = re.compile(rb'<w:trackRevisions(?!\s+w:val="(?:0|false|off)")')
_NOT_OURS = "Tệp này không do chương trình làm ra, hoặc phần ghi nguồn gốc trong tệp đã mất."
_SIGNED = "Tệp đã ký số. Sửa tệp sẽ làm hỏng chữ ký, nên chương trình không động vào."


class NotOurs(ValueError):
    """A Word file that does not say where it came from. The message is in Vietnamese; what cannot be done with the
    file is for the caller to add."""


class NotRenewable(ValueError):
    """A file that renewal must not touch. The message is whole, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class SavedReport:
    """A report as somebody saved it; `made` is each region's content as the program made it.

    Raises NotAPackage, NotOurs.
    """

    data: bytes
    members: Mapping[str, Member]
    provenance: Provenance
    provenance_part: str
    main_part: str
    document: XmlPart
    made: Mapping[str, str]

    @classmethod
    def opened(cls, data: bytes) -> SavedReport:
        members = read_members(data)
        main = _main_part(members)
        for name, member in members.items():
            if name.startswith("customXml/item") and name.endswith(".xml"):
                provenance = Provenance.from_xml(member.content)
                if provenance is not None:
                    document = XmlPart(members[main].content)
                    return cls(data, members, provenance, name, main, document, provenance.regions())
        raise NotOurs(_NOT_OURS)

    def regions(self) -> dict[str, FoundRegion]:
        return find_regions(self.document)

    def lines_of(self, region: str) -> tuple[Line, ...]:
        """Return what a region of the file says, nothing when it is not there."""
        found = self.regions().get(region)
        return region_lines(found.content(self.document)) if found is not None else ()

    @property
    def is_signed(self) -> bool:
        return any(name.startswith("_xmlsignatures/") for name in self.members)

    @property
    def tracks_changes(self) -> bool:
        settings = self.members.get("word/settings.xml")
        return settings is not None and _TRACKING.search(settings.content) is not None


def _main_part(members: Mapping[str, Member]) -> str:
    relations = members.get("_rels/.rels")
    found = _MAIN_PART.search(relations.content) if relations is not None else None
    name = found[1].decode("utf-8", "replace") if found else ""
    if name not in members or _STYLES not in members:
        raise NotAPackage("Đây không phải tệp Word (.docx), hoặc tệp bị hỏng.")
    return name


@dataclass(frozen=True, slots=True)
class Renewal:
    """What renewal comes to. `data` is the file as it was while anything stops it.

    `header_left_alone` says that a header a person wrote in was not marked DỰ THẢO; `pictures_left_alone` are the
    titles of charts that a person changed and that show what they showed.
    """

    data: bytes
    regions: tuple[RegionOutcome, ...]
    header_left_alone: bool = False
    pictures_left_alone: tuple[str, ...] = ()

    @property
    def is_stopped(self) -> bool:
        return any(r.outcome.stops for r in self.regions)


def renew(
    saved: SavedReport, new: bytes, choices: Choices, computed: Mapping[str, frozenset[str]] | None = None
) -> Renewal:
    """Return the report with its regions renewed from `new`, a report freshly made for the same request.

    `computed` names, by region, the columns that the program computes (for merging). Nothing is changed when any
    region stops: edited and nothing chosen for it, copied, torn apart. Raises NotAPackage, NotRenewable.
    """
    if saved.is_signed:
        raise NotRenewable(_SIGNED)
    run = _Run(saved, SavedReport.opened(new), choices, computed or {})
    regions = tuple(run.outcomes())
    if any(r.outcome.stops for r in regions):
        return Renewal(saved.data, regions)
    return run.written(regions)


class _Run:
    def __init__(
        self, saved: SavedReport, new: SavedReport, choices: Choices, computed: Mapping[str, frozenset[str]]
    ) -> None:
        self._saved, self._new, self._choices, self._computed = saved, new, choices, computed
        self._document = saved.document
        self._old_regions, self._new_regions = saved.regions(), new.regions()
        own_styles, new_styles = (report.members[_STYLES].content for report in (saved, new))
        self._styles = Styles(own_styles, new_styles)
        self._shown = ShownStyles.of((own_styles, new_styles))
        self._mover = Mover(self._document, new.document, self._styles)
        self._rewriting = Rewriting(
            self._document,
            new.document,
            self._mover,
            self._styles,
            Outline(self._document, self._old_regions),
            Outline(new.document, self._new_regions),
        )

    # -- deciding ------------------------------------------------------------------------------
    def outcomes(self) -> list[RegionOutcome]:
        """Decide about every region, in the order of the new report; then those it no longer has."""
        names = [*self._new_regions, *(n for n in self._old_regions if n not in self._new_regions)]
        return [self._judged(name) for name in names]

    def _judged(self, name: str) -> RegionOutcome:
        found, fresh = self._old_regions.get(name), self._new_regions.get(name)
        fresh_text = fresh.content(self._new.document) if fresh is not None else ""
        text = texts_of(self._saved.made.get(name), self._document, found, fresh_text, self._shown)
        title = region_title(fresh if fresh is not None else self._old_regions[name])
        outcome = RegionOutcome(name, title, Outcome.RENEWED, text, is_gone=fresh is None)
        outcome = self._absent(outcome) if found is None else self._present(outcome, found, fresh_text)
        if outcome.outcome in _BRING_CONTENT and not can_move(fresh_text):
            return replace(outcome, outcome=Outcome.NOT_MOVABLE)
        return outcome

    def _absent(self, outcome: RegionOutcome) -> RegionOutcome:
        made = self._saved.made.get(outcome.name)
        if made is None:
            return replace(outcome, outcome=Outcome.ADDED)
        leftover = self._leftover(outcome.name, made)
        if outcome.name in self._choices.restore:
            return replace(outcome, outcome=Outcome.RESTORED, things=(leftover,) if leftover else ())
        if leftover is not None:
            return replace(outcome, outcome=Outcome.LEFTOVER, where=leftover)
        return replace(outcome, outcome=Outcome.MISSING)

    def _leftover(self, name: str, made: str) -> str | None:
        fresh = self._new_regions[name]
        table = next((b for b in fresh.blocks if b.tag == "w:tbl"), None)
        header = first_row_text(self._new.document, table) if table is not None else ""
        return leftover_of(self._document, self._old_regions.values(), made, header)

    def _present(self, outcome: RegionOutcome, found: FoundRegion, fresh_text: str) -> RegionOutcome:
        name, choices = outcome.name, self._choices
        made = self._saved.made.get(name)
        if name in choices.keep:
            return replace(outcome, outcome=Outcome.KEPT)
        if found.condition is Condition.BROKEN:
            return replace(outcome, outcome=Outcome.BROKEN)
        wanted = Outcome.REMOVED if outcome.is_gone else Outcome.RENEWED
        if name in choices.replace:
            things = things_put_in(outcome.text)
            return replace(outcome, outcome=wanted, things=things, tracked=tracked_changes(self._document, found))
        if found.condition is Condition.COPIED:
            return replace(outcome, outcome=Outcome.COPIED)
        if is_emptied(self._document, found) and not outcome.is_gone:
            leftover = self._leftover(name, made) if made else None
            if name in choices.restore:
                return replace(outcome, outcome=Outcome.REFILLED, things=(leftover,) if leftover else ())
            if leftover is not None:
                return replace(outcome, outcome=Outcome.LEFTOVER, where=leftover)
            return replace(outcome, outcome=Outcome.EMPTIED)
        if not is_untouched(outcome.text):
            if not outcome.is_gone and is_taken_over(outcome.text):
                return replace(outcome, outcome=wanted)
            tracked = tracked_changes(self._document, found)
            outcome = replace(outcome, things=things_put_in(outcome.text), tracked=tracked)
            if name in choices.merge:
                return self._merged(outcome, found)
            is_up_to_date = not outcome.is_gone and says_it_all(outcome.text)
            return replace(outcome, outcome=Outcome.UP_TO_DATE if is_up_to_date else Outcome.EDITED)
        same = words_of(outcome.text.present) == words_of(outcome.text.fresh)
        return replace(outcome, outcome=Outcome.SAME if same else wanted)

    def _merged(self, outcome: RegionOutcome, found: FoundRegion) -> RegionOutcome:
        fresh = self._new_regions.get(outcome.name)
        if fresh is None:
            return replace(outcome, outcome=Outcome.CANNOT_MERGE, where="Sổ không còn cần vùng này")
        computed = self._computed.get(outcome.name, frozenset())
        try:
            merged = TableMerge(
                self._document,
                found,
                self._new.document,
                fresh,
                outcome.text.generated,
                computed,
                self._mover,
                self._shown,
            ).merge()
        except CannotMerge as fault:
            return replace(outcome, outcome=Outcome.CANNOT_MERGE, where=str(fault))
        self._rewriting.add(merged.edits)
        return replace(outcome, outcome=Outcome.MERGED, conflicts=merged.conflicts)

    # -- writing -------------------------------------------------------------------------------
    def written(self, regions: tuple[RegionOutcome, ...]) -> Renewal:
        """Make the new file. Regions that go are taken out first: their section breaks go with them."""
        rewriting = self._rewriting
        replaced = [r for r in regions if r.outcome in _REPLACED or self._needs_rewriting(r)]
        rewriting.will_replace({r.name for r in replaced})
        for region in regions:
            if region.outcome is Outcome.REMOVED:
                rewriting.remove(self._old_regions[region.name])
        placed: dict[str, str] = {}
        for region in regions:
            if region.outcome in (Outcome.ADDED, Outcome.RESTORED):
                placed[region.name] = rewriting.insert(self._new_regions[region.name], region.title)
        for region in replaced:
            rewriting.replace(self._old_regions[region.name], self._new_regions[region.name], region.title)
        headers, left_alone = renewed_headers(self._saved.members, self._new.members, self._styles)
        saved, new = self._saved, self._new
        pictures = renewed_pictures(
            self._document, saved.members, new.document, new.members, self._old_regions.values()
        )
        parts = {
            self._saved.main_part: self._document.edited([*rewriting.edits, *pictures.edits]),
            _STYLES: self._styles.content,
            self._saved.provenance_part: self._provenance(regions).to_xml(),
            **headers,
            **pictures.files,
        }
        told = tuple(replace(r, where=placed.get(r.name, r.where)) for r in regions)
        return Renewal(self._with(parts), told, left_alone, tuple(pictures.left))

    def _provenance(self, regions: tuple[RegionOutcome, ...]) -> Provenance:
        """The new report's, but for the regions left as they were: what was once generated there tells the next run
        what a person changed."""
        left = {r.name for r in regions if r.outcome in _LEFT or self._shows_what_it_showed(r)}
        if not left:
            return self._new.provenance
        made = {name: xml for name, xml in self._new.made.items() if name not in left}
        return self._new.provenance.with_regions(
            made | {name: xml for name, xml in self._saved.made.items() if name in left}
        )

    def _needs_rewriting(self, region: RegionOutcome) -> bool:
        """Whether a region that says what it said lost its control or the keys of its rows, or looks otherwise now."""
        if region.outcome is not Outcome.SAME:
            return False
        found, fresh = self._old_regions[region.name], self._new_regions[region.name]
        other_template = self._saved.provenance.template_digest != self._new.provenance.template_digest
        is_marked = found.control is not None and len(found.marks) == 2
        text = region.text
        has_keys = {line.key for line in text.fresh} <= {line.key for line in text.present}
        is_stale = not is_marked or not has_keys or other_template or text.present != text.fresh
        return is_stale and can_move(fresh.content(self._new.document))

    def _shows_what_it_showed(self, region: RegionOutcome) -> bool:
        """Whether a region that made anew would look otherwise is not rewritten all the same."""
        is_same = region.outcome is Outcome.SAME and not self._needs_rewriting(region)
        return is_same and region.text.present != region.text.fresh

    def _with(self, parts: dict[str, bytes]) -> bytes:
        changed = {name: content for name, content in parts.items() if self._saved.members[name].content != content}
        if not changed.keys() - {self._saved.provenance_part}:
            return self._saved.data
        return with_parts(self._saved.members, changed)
