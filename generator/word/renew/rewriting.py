"""The edits of one document: regions replaced, taken out with their section breaks, and put in after a neighbour."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from generator.word.regions import visible_text
from generator.word.renew.columns import widths_of, with_widths
from generator.word.renew.finding import FoundRegion
from generator.word.renew.fragment import Mover, Styles, foreign_marks, with_marks
from generator.word.renew.placing import Outline, is_appendix, place_in_body, words_in_place_of
from generator.word.renew.sections import (
    break_paragraph,
    carried_section,
    copied_section,
    ending_block,
    is_break_only,
    section_end_after,
    section_end_before,
    section_ends,
)
from generator.word.renew.xml_spans import Edit, Element, XmlPart, body_of

_BREAK_STYLE = "ngắt phần"


class Rewriting:
    """Collects the edits. Take regions out first, then put new ones in, then replace."""

    def __init__(
        self, document: XmlPart, new: XmlPart, mover: Mover, styles: Styles, outline: Outline, new_outline: Outline
    ) -> None:
        self._document, self._new = document, new
        self._mover, self._styles = mover, styles
        self._outline, self._new_outline = outline, new_outline
        self._replaced: set[str] = set()
        self._dropped_sections: set[int] = set()
        self._filled_sections: set[int] = set()
        self._following: dict[str, list[bytes]] = {}
        self.edits: list[Edit] = []

    def add(self, edits: Iterable[Edit]) -> None:
        self.edits.extend(edits)

    def will_replace(self, names: set[str]) -> None:
        """Say which regions will be replaced: what is put in after one of them becomes part of its replacement."""
        self._replaced = names

    # -- replacing -----------------------------------------------------------------------------
    def replace(self, region: FoundRegion, fresh: FoundRegion, title: str) -> None:
        """Give a region the content of the fresh one; a lost control is put back, a section break it carries stays."""
        content = self._content(fresh, region)
        after = b"".join(self._following.pop(region.name, ()))
        carried = carried_section(region.blocks[-1]) if region.blocks else None
        if carried is not None and id(carried) not in self._dropped_sections:
            after += self._break(self._document.source(carried))
        holder = region.control.child("w:sdtContent") if region.control is not None else None
        if holder is None:
            self.edits.append(Edit(region.start, region.end, self._mover.control(region.name, title, content) + after))
        else:
            declarations = self._mover.declarations(content)
            if declarations or holder.inner_start == holder.end:
                content = b"<w:sdtContent" + declarations + b">" + content + b"</w:sdtContent>"
                self.edits.append(Edit(holder.start, holder.end, content))
            else:
                self.edits.append(Edit(holder.inner_start, holder.inner_end, content))
            if after:
                self.edits.append(Edit(region.end, region.end, after))
        self._remove_prompt(region)
        self._remove_stray_marks(region)

    def _remove_prompt(self, region: FoundRegion) -> None:
        """Word takes the whole content of a control for its own prompt as long as the control says so."""
        properties = region.control.child("w:sdtPr") if region.control is not None else None
        for child in properties.children if properties is not None else ():
            if child.tag in ("w:showingPlcHdr", "w:placeholder"):
                self.edits.append(Edit(child.start, child.end))

    def _content(self, fresh: FoundRegion, region: FoundRegion | None) -> bytes:
        content = self._mover.moved(fresh.content(self._new).encode("utf-8"), region)
        if region is None:
            return content
        table = next((b for b in region.blocks if b.tag == "w:tbl"), None)
        if table is not None and (widths := widths_of(table)):
            content = with_widths(content, self._new.prefixes, widths)
        return with_marks(content, *foreign_marks(self._document, region))

    def _remove_stray_marks(self, region: FoundRegion) -> None:
        """Marks that were moved out of their region would give its name to something else. Those that lie in other
        regions go when these are renewed."""
        for mark in region.marks:
            if region.start <= mark.start < region.end:
                continue
            number = mark.attributes.get("w:id")
            ends = [e for e in body_of(self._document).walk("w:bookmarkEnd") if e.attributes.get("w:id") == number]
            self.edits += [Edit(e.start, e.end) for e in (mark, *ends) if not self._is_in_region(e)]

    def _is_in_region(self, element: Element) -> bool:
        return any(b.region and b.start <= element.start < b.end for b in self._outline.blocks)

    def _break(self, section: bytes) -> bytes:
        return break_paragraph(section, self._styles.id_of(_BREAK_STYLE))

    def _break_like(self, section: Element | None) -> bytes:
        """A section break with the settings of a section; none in a document that has no settings to copy."""
        return self._break(copied_section(self._document, section)) if section is not None else b""

    # -- taking out ----------------------------------------------------------------------------
    def remove(self, region: FoundRegion) -> None:
        """Take a region out. A section that holds nothing else goes with it; the sections around keep their settings.

        Where the new report has the officer's own words instead, they take its place.
        """
        ending = section_end_after(self._document, region.start)
        before = section_end_before(self._document, region.start)
        if ending is not None and before is not None and self._is_alone(region, before, ending):
            self._remove_section(region, ending)
            return
        words = words_in_place_of(self._outline, self._new_outline, region.name)
        content = b"".join(self._mover.moved(self._new.data[w.start : w.end]) for w in words)
        carried = carried_section(region.blocks[-1]) if region.blocks else None
        if carried is not None:
            content += self._break(self._document.source(carried))
        self.edits.append(Edit(region.start, region.end, content))

    def _is_alone(self, region: FoundRegion, before: Element, ending: Element) -> bool:
        start = ending_block(before)
        last = ending_block(ending)
        if start is None:
            return False
        stop = last.end if last is not None else ending.start
        around = self._document.data[start.end : region.start] + self._document.data[region.end : max(stop, region.end)]
        return not visible_text(around.decode("utf-8"))

    def _remove_section(self, region: FoundRegion, ending: Element) -> None:
        """The body's own section properties cannot go: they become those of the last section that stays."""
        last = ending_block(ending)
        if last is not None:
            self._dropped_sections.add(id(ending))
            self.edits.append(Edit(region.start, max(region.end, last.end)))
            return
        ends = section_ends(self._document)
        stays = next(s for s in reversed(ends) if s.end <= region.start and id(s) not in self._dropped_sections)
        self.edits.append(Edit(region.start, region.end))
        self.edits.append(Edit(ending.start, ending.end, self._document.source(stays)))
        self._drop(stays)

    def _drop(self, section: Element) -> None:
        block = ending_block(section)
        assert block is not None, "only the body's own section has no block, and it is the last"
        self._dropped_sections.add(id(section))
        holder = next((b for b in self._outline.blocks if b.region and b.start <= block.start < b.end), None)
        if holder is not None and holder.region in self._replaced:
            return
        whole = is_break_only(self._document, block)
        self.edits.append(Edit(block.start, block.end) if whole else Edit(section.start, section.end))

    # -- putting in ----------------------------------------------------------------------------
    def insert(self, fresh: FoundRegion, title: str) -> str:
        """Put a region in where the new report has it; return the neighbour it stands beside."""
        control = self._mover.control(fresh.name, title, self._content(fresh, None))
        if is_appendix(self._new_outline, fresh.name):
            return self._insert_appendix(fresh.name, control)
        place = place_in_body(self._outline, self._new_outline, fresh.name)
        if place is None:
            return self._append(control)
        if place.after_region in self._replaced:
            self._following.setdefault(place.after_region, []).append(control)
        else:
            self.edits.append(Edit(place.position, place.position, control))
        return place.near

    def _insert_appendix(self, name: str, control: bytes) -> str:
        """An appendix begins a section: after the appendix before it, else before the one after it, else at the end."""
        index = self._new_outline.index_of(name)
        for block in reversed(self._new_outline.blocks[:index]):
            if block.region and is_appendix(self._new_outline, block.region) and (old := self._outline.same(block)):
                self._insert_after_appendix(old.region, old.start, old.end, control)
                return block.region
        for block in self._new_outline.blocks[index + 1 :]:
            if block.region and is_appendix(self._new_outline, block.region) and (old := self._outline.same(block)):
                self._insert_before_appendix(old.start, control)
                return block.region
        return self._append(control)

    def _insert_before_appendix(self, start: int, control: bytes) -> None:
        before = section_end_before(self._document, start)
        block = ending_block(before) if before is not None else None
        if before is not None and block is not None and self._is_empty_before(before, block.start):
            self.edits.append(Edit(block.start, block.start, control))
            return
        section = before or section_end_after(self._document, start)
        self.edits.append(Edit(start, start, control + self._break_like(section)))

    def _insert_after_appendix(self, neighbour: str, start: int, end: int, control: bytes) -> None:
        section = section_end_after(self._document, start)
        empty = self._empty_section_after(section) if section is not None else None
        new_break = self._break_like(section)
        if empty is not None:
            self.edits.append(Edit(empty, empty, control))
        elif neighbour in self._replaced:
            self._following.setdefault(neighbour, []).extend((new_break, control))
        elif section is not None and section.start < end:
            self.edits.append(Edit(end, end, control + new_break))
        else:
            self.edits.append(Edit(end, end, new_break + control))

    def _empty_section_after(self, ending: Element) -> int | None:
        """Where a deleted appendix has left the next section empty, the place at its start; else None. Each such
        section takes one appendix."""
        ends = [s for s in section_ends(self._document) if s.start >= ending.start]
        for before, following in pairwise(ends):
            block, last = ending_block(before), ending_block(following)
            if block is None or not self._is_empty_before(following, last.end if last is not None else following.start):
                return None
            if id(following) not in self._filled_sections:
                self._filled_sections.add(id(following))
                return block.end
        return None

    def _is_empty_before(self, ending: Element, stop: int) -> bool:
        """Whether the section that ends there says nothing."""
        previous = section_end_before(self._document, ending.start)
        block = ending_block(previous) if previous is not None else None
        start = block.end if block is not None else body_of(self._document).inner_start
        return not visible_text(self._document.text_between(start, stop))

    def _append(self, control: bytes) -> str:
        body = body_of(self._document)
        last = body.children[-1] if body.children else None
        if last is None or last.tag != "w:sectPr":
            self.edits.append(Edit(body.inner_end, body.inner_end, control))
        else:
            self.edits.append(Edit(last.start, last.start, self._break_like(last) + control))
        return ""
