"""Plans in PDF that hold text: lines put together to paragraphs again, ruled tables as tables.

A scan has no text and is refused with what to do. The library is asked for only here: without it the officer is told.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import reduce
from io import BytesIO
from itertools import pairwise
from typing import Any

from generator import limits
from generator.plans.blocks import Block, Cell, Paragraph, PlanFile, Remark, RemarkKind, Row, Table, UnreadablePlan

_NO_LIBRARY = (
    "Bản cài này chưa có phần đọc PDF. Hãy mở tệp bằng Word rồi lưu thành .docx; hoặc nhờ người cài đặt thêm phần đọc "
    "PDF (pip install cchc[pdf]) rồi làm lại."
)
_SCAN = (
    "Tệp PDF này là ảnh quét, không có chữ để đọc. Hãy dùng bản Word của kế hoạch; nếu không có, nhận dạng chữ (OCR), "
    "đọc soát lại rồi lưu thành .docx."
)
_LOCKED = "Tệp PDF có mật khẩu. Hãy mở ra, bỏ mật khẩu, lưu lại rồi làm lại."
_DAMAGED = "Tệp PDF bị hỏng, không mở được. Hãy lấy lại bản khác, hoặc mở bằng Word rồi lưu thành .docx."
#: Letters on a page of a scan with a stamp or a page number at most.
_LETTERS_OF_A_PAGE = 20
_NEAR, _INDENT, _SHORT = 3.0, 6.0, 30.0
_PAGE_NUMBER = re.compile(r"[-–\s]*\d{1,3}[-–\s]*")
_MARK = re.compile(r"(?:[-–+•*]|[a-zđ]\)|\(?\d{1,3}[.)]|\d+(?:\.\d+)+|[IVXLC]{1,6}[.)])\s*")
_Box = tuple[float, float, float, float]
_Word = dict[str, Any]


def read_pdf_plan(data: bytes) -> PlanFile:
    """Return the paragraphs and tables of a PDF. Raises UnreadablePlan for a scan, a lock, a damage, no library."""
    try:
        import pdfplumber
    except ImportError as exc:
        raise UnreadablePlan(_NO_LIBRARY) from exc
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            if len(document.pages) > limits.PLAN_PAGES.most:
                raise UnreadablePlan(limits.PLAN_PAGES.told(pages=len(document.pages)))
            return _read_pages(document.pages)
    except UnreadablePlan:
        raise
    except Exception as exc:  # the library raises what it likes on a damaged file
        locked = "Password" in f"{type(exc).__name__} {exc!r}"
        raise UnreadablePlan(_LOCKED if locked else _DAMAGED) from exc


def _read_pages(pages: list[Any]) -> PlanFile:
    blocks: list[Block] = []
    remarks: list[Remark] = []
    empty = [page.page_number for page in pages if len(page.chars) < _LETTERS_OF_A_PAGE and page.images]
    if not any(len(page.chars) >= _LETTERS_OF_A_PAGE for page in pages):
        raise UnreadablePlan(_SCAN)
    for number in empty:
        remarks.append(Remark(RemarkKind.LEFT_OUT, f"trang {number}", "trang là ảnh quét, không có chữ để đọc"))
    for page in pages:
        for block in _page(page):
            before = blocks[-1] if blocks else None
            if isinstance(block, Paragraph) and isinstance(before, Paragraph) and _runs_on(before, block):
                blocks[-1] = Paragraph(f"{before.text} {block.text}", before.place)
            elif isinstance(block, Table) and isinstance(before, Table) and block.width == before.width:
                blocks[-1] = _joined(before, block)
            else:
                blocks.append(block)
        page.close()
    return PlanFile(tuple(blocks), tuple(remarks))


def _runs_on(before: Paragraph, after: Paragraph) -> bool:
    """A sentence goes on at the top of the next page."""
    return before.place != after.place and not before.text.endswith((".", ";", ":", "/.")) and after.text[:1].islower()


def _page(page: Any) -> Iterator[Block]:
    """Yield the blocks of a page from top to bottom."""
    words = page.extract_words()
    tables = sorted((t for t in page.find_tables() if len(t.cells) > 1), key=lambda t: t.bbox[1])
    place, top = f"trang {page.page_number}", 0.0
    for number, table in enumerate(tables, start=1):
        yield from _paragraphs(_between(words, top, table.bbox[1]), place)
        yield _table(words, table, f"{place}, bảng {number}")
        top = table.bbox[3]
    yield from _paragraphs(_between(words, top, float(page.height)), place)


def _between(words: list[_Word], top: float, bottom: float) -> list[_Word]:
    return [w for w in words if top <= (w["top"] + w["bottom"]) / 2 < bottom]


# -- text --------------------------------------------------------------------------------------------------------
def _lines(words: list[_Word]) -> list[list[_Word]]:
    """Words by their lines; letters with marks above stand a little higher."""
    lines: list[list[_Word]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        if lines and word["bottom"] - lines[-1][0]["bottom"] <= _NEAR:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w["x0"]) for line in lines]


def _text(line: list[_Word]) -> str:
    return " ".join(word["text"] for word in line)


def _paragraphs(words: list[_Word], place: str) -> Iterator[Paragraph]:
    lines = _lines(words)
    if lines and _PAGE_NUMBER.fullmatch(_text(lines[0])):
        lines = lines[1:]
    if not lines:
        return
    left, right = min(line[0]["x0"] for line in lines), max(line[-1]["x1"] for line in lines)
    text = _text(lines[0])
    for before, line in pairwise(lines):
        if _starts_anew(before, line, left, right):
            yield Paragraph(text, place)
            text = _text(line)
        else:
            text = f"{text} {_text(line)}"
    yield Paragraph(text, place)


def _starts_anew(before: list[_Word], line: list[_Word], left: float, right: float) -> bool:
    """A paragraph starts with an indent or a mark, or after a short line, or a gap."""
    if _MARK.match(_text(line) + " ") or _text(line).isupper() or _text(before).isupper():
        return True
    height = line[0]["bottom"] - line[0]["top"]
    gap = line[0]["top"] - before[0]["bottom"]
    return bool(line[0]["x0"] - left > _INDENT or right - before[-1]["x1"] > _SHORT or gap > height)


# -- tables ------------------------------------------------------------------------------------------------------
def _table(words: list[_Word], table: Any, place: str) -> Table:
    edges = _merged_edges(sorted({x for cell in table.cells for x in (cell[0], cell[2])}))
    texts = _cell_texts(words, table.cells)
    rows = []
    for number, row in enumerate(table.rows, start=1):
        middle = (row.bbox[1] + row.bbox[3]) / 2
        cells = []
        for box in sorted(c for c in table.cells if c[1] < middle < c[3]):
            first, end = _column(edges, box[0]), _column(edges, box[2])
            cells.append(Cell(texts[box], first, max(1, end - first), box[1] < row.bbox[1] - _NEAR))
        rows.append(Row(tuple(cells), f"{place}, dòng {number}"))
    return Table(tuple(rows), place)


def _merged_edges(edges: list[float]) -> list[float]:
    kept: list[float] = []
    for edge in edges:
        if not kept or edge - kept[-1] > _NEAR:
            kept.append(edge)
    return kept


def _column(edges: list[float], x: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - x))


def _cell_texts(words: list[_Word], boxes: list[_Box]) -> dict[_Box, str]:
    """The words of each cell: those whose middle lies in it."""
    held: dict[_Box, list[_Word]] = {box: [] for box in boxes}
    for word in words:
        x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
        box = next((b for b in boxes if b[0] <= x <= b[2] and b[1] <= y <= b[3]), None)
        if box is not None:
            held[box].append(word)
    return {box: reduce(_with_line, map(_text, _lines(inside)), "") for box, inside in held.items()}


def _with_line(text: str, line: str) -> str:
    """Lines of a cell are wrapped ones but where a mark or a new sentence starts."""
    if not text or not line:
        return text or line
    anew = _MARK.match(line + " ") or (_ends(text) and line[:1].isupper())
    return f"{text}{chr(10) if anew else ' '}{line}"


def _ends(text: str) -> bool:
    return text.endswith((".", ";", ":"))


def _joined(before: Table, after: Table) -> Table:
    """A table that goes on on the next page: its header again, and the rest of a row that the page cut."""
    rows = list(after.rows)
    if rows and [c.text for c in rows[0].cells] == [c.text for c in before.rows[0].cells]:
        rows = rows[1:]
    kept = list(before.rows)
    if rows and kept and rows[0].cells and not rows[0].cells[0].text.strip() and rows[0].own_cells:
        kept[-1] = _with_the_rest(kept[-1], rows.pop(0))
    return Table((*kept, *rows), before.place)


def _with_the_rest(row: Row, rest: Row) -> Row:
    said = {cell.column: cell.text for cell in rest.cells}
    cells = []
    for cell in row.cells:
        cells.append(Cell(_with_line(cell.text, said.get(cell.column, "")), cell.column, cell.span, cell.merged_above))
    return Row(tuple(cells), row.place)
