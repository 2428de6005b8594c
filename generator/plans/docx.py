"""Plans in Word, as blocks: what the eye sees on the page, in the plan's own characters.

Tracked changes read as if accepted; hidden and struck text is left out; text in fonts of before Unicode is turned
into Unicode; footnotes follow their paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.plans.blocks import Block, Cell, Paragraph, PlanFile, Remark, RemarkKind, Row, Table
from generator.plans.fonts import OldFont, old_font, to_unicode
from generator.word.package import Member
from generator.word.read import blocks as word
from generator.word.read.document import Document, document_of
from generator.word.read.paragraph import Paragraph as WordParagraph
from generator.word.read.paragraph import Run

_old_font = cache(old_font)


def read_docx_plan(members: Mapping[str, Member]) -> PlanFile:
    """Return the paragraphs and tables of a Word file. Raises UnreadablePlan, NotAPackage."""
    document = document_of(members)
    reader = _PlanReader(document)
    blocks = tuple(reader.blocks(document.blocks, ""))
    return PlanFile(blocks, tuple(reader.remarks()))


class _PlanReader:
    """Turns the blocks of a Word document into a plan's, and keeps what is to be told."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._converted: dict[OldFont, str] = {}
        self._struck: list[Remark] = []

    def remarks(self) -> Iterator[Remark]:
        for font, place in self._converted.items():
            yield Remark(RemarkKind.FONT, place, f"đã chuyển chữ phông {font.value} sang Unicode; hãy đọc lại")
        yield from self._struck
        if self._document.has_tracked_changes:
            message = "Tệp còn thay đổi đang theo dõi (Track Changes): đọc như đã chấp nhận hết."
            yield Remark(RemarkKind.DOUBT, "", message)

    def blocks(self, blocks: Iterable[word.Block], place: str) -> Iterator[Block]:
        """Yield the paragraphs and tables of a body, a cell or a note."""
        held = ""
        noted: list[str] = []
        for block in blocks:
            if isinstance(block, word.Table):
                yield self._table(block)
                continue
            held += self._text(block, place, noted)
            if not block.runs_on:
                yield Paragraph(held + "".join(f"\n[{n}] {words}" for n, words in enumerate(noted, start=1)), place)
                held = ""
                noted.clear()
        if held:
            yield Paragraph(held, place)

    def _table(self, table: word.Table) -> Table:
        place = f"bảng {table.number}"
        above: dict[int, str] = {}
        rows = (
            self._row(cells, spots, f"{place}, dòng {number}", above)
            for number, (cells, spots) in enumerate(zip(table.rows, table.spots, strict=True), start=1)
        )
        return Table(tuple(rows), place)

    def _row(
        self, blocks: Iterable[Iterable[word.Block]], spots: Iterable[word.Spot], place: str, above: dict[int, str]
    ) -> Row:
        cells: list[Cell] = []
        for number, (inside, spot) in enumerate(zip(blocks, spots, strict=True), start=1):
            if spot.above:
                cells.append(Cell(above.get(spot.column, ""), spot.column, spot.span, merged_above=True))
            elif spot.beside and cells:
                last = cells.pop()
                cells.append(Cell(last.text, last.column, last.span + spot.span))
            else:
                text = above[spot.column] = self._cell(inside, f"{place}, ô {number}")
                cells.append(Cell(text, spot.column, spot.span))
        return Row(tuple(cells), place)

    def _cell(self, blocks: Iterable[word.Block], place: str) -> str:
        lines: list[str] = []
        for block in self.blocks(blocks, place):
            if isinstance(block, Paragraph):
                lines.append(block.text)
            else:
                lines += [" ".join(c.text for c in row.own_cells) for row in block.rows]
        return "\n".join(line for line in lines if line.strip())

    def _text(self, paragraph: WordParagraph, place: str, noted: list[str]) -> str:
        """The text of a paragraph with its number; each note leaves its mark, and its words in `noted`."""
        pieces: list[tuple[str, OldFont | None]] = []
        struck = ""
        for run in paragraph.runs:
            if run.struck:
                struck += _typed(run)
            elif run.note:
                if words := self._note(run.note, place):
                    noted.append(words)
                    pieces.append((f"[{len(noted)}]", None))
            else:
                ascii_font, other = run.fonts
                pieces.append((_typed(run), _old_font(ascii_font or other) if run.node is not None else None))
        text = "".join(piece for piece, _ in pieces)
        if any(font for _, font in pieces):
            text, used = to_unicode(pieces, place)
            for font in used:
                self._converted.setdefault(font, place)
        if struck.strip():
            message = "bị gạch ngang, không đưa vào"
            self._struck.append(Remark(RemarkKind.DOUBT, place, message, " ".join(struck.split())[:80]))
            if not text.strip():
                return ""
        label = "-" if paragraph.label == "•" else paragraph.label
        return f"{label} {text}" if label else text

    def _note(self, note: tuple[str, str], place: str) -> str:
        blocks = self.blocks(self._document.notes.get(note, ()), place)
        return " ".join(b.text.strip() for b in blocks if isinstance(b, Paragraph) and b.text.strip())


def _typed(run: Run) -> str:
    """The characters as they were typed: capitals of a format are not, and no old font survives them."""
    return run.text.replace("\f", "\n") if run.node is None else run.node.text or ""
