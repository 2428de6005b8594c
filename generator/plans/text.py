"""Reader of plans kept as plain text: tables are lines with tabs, everything else is paragraphs."""

from __future__ import annotations

import re

from generator.plans.blocks import Block, Cell, Paragraph, PlanFile, Row, Table, UnreadablePlan
from generator.vietnamese.office_spans import CAPITAL
from generator.vietnamese.text import with_plain_lines

#: A section that lost its tabs: a Roman number and a title, in capitals or no sentence.
_SECTION_LINE = re.compile(
    rf"^\s*[IVXLC]{{1,6}}(?:[.\s:–-]\s*(?=\S)(?!.*[a-zà-ỹđ])|\.\s+(?=[{CAPITAL}])[^.;:\t]{{3,120}}$)"
)
#: A line starts a table when it has this many tabs: fewer only place the two halves of a letterhead.
_TABS_OF_A_TABLE = 2


def read_text_plan(data: bytes) -> PlanFile:
    """Return the paragraphs and tables of a text file. Raises UnreadablePlan when it is not UTF-8 or UTF-16."""
    lines = [_without_markdown(line) for line in with_plain_lines(_decode(data)).split("\n")]
    blocks: list[Block] = []
    rows: list[Row] = []
    blank_before = True
    header = ""
    for number, line in enumerate(lines, start=1):
        place = f"dòng {number}"
        if not line.strip():
            blank_before = True
            continue
        if rows and _SECTION_LINE.match(line) and _next_line(lines, number) == header:
            _close(rows, blocks)  # the title of another table
        header = header if rows else line
        if rows and _is_row(line, blank_before):
            rows.append(_row(line, place))
        elif rows and not blank_before and "\t" not in line:
            rows[-1] = _continued(rows[-1], line)
        elif line.count("\t") >= _TABS_OF_A_TABLE:
            rows.append(_row(line, place))
        else:
            _close(rows, blocks)
            blocks.append(Paragraph(line.replace("\t", " "), place))
        blank_before = False
    _close(rows, blocks)
    return PlanFile(tuple(blocks))


def _next_line(lines: list[str], start: int) -> str:
    """The first line from lines[start] on that is not empty."""
    return next((line for line in lines[start:] if line.strip()), "")


_MARKDOWN_ROW = re.compile(r"^\s*\|(?P<cells>.*)\|\s*$")
#: The line below a header: "|---|:--:|".
_MARKDOWN_RULE = re.compile(r"^[\s|:-]+$")
_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+")
#: A whole line in italics; bold letters are taken apart wherever they stand.
_MARKDOWN_ITALICS = re.compile(r"^(?P<mark>[*_])(?=[^\s*_])(?P<line>[^*_]+)(?<!\s)(?P=mark)\s*$")


def _without_markdown(line: str) -> str:
    """A heading without its signs; a row of a table with tabs, as other text tables have them."""
    row = _MARKDOWN_ROW.match(line)
    if row is None:
        return _MARKDOWN_ITALICS.sub(r"\g<line>", _MARKDOWN_HEADING.sub("", line))
    if _MARKDOWN_RULE.match(row["cells"]):
        return ""
    cells = re.split(r"(?<!\\)\|", row["cells"])
    return "\t".join(cell.strip().replace("\\|", "|").replace("<br>", " ") for cell in cells)


def _decode(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as exc:
        raise UnreadablePlan(
            "Tệp văn bản không dùng mã Unicode (UTF-8). Hãy mở bằng Word hoặc Notepad, chọn Lưu thành (Save As), "
            "mã hóa UTF-8, hoặc lưu thành .docx rồi làm lại."
        ) from exc
    if "\x00" in text:
        raise UnreadablePlan("Tệp này không phải văn bản. Hãy dùng kế hoạch dạng .docx, .xlsx hoặc .txt.")
    return text


def _is_row(line: str, blank_before: bool) -> bool:
    tabs = line.count("\t")
    if tabs >= _TABS_OF_A_TABLE or _SECTION_LINE.match(line):
        return True
    return tabs == 1 and (not blank_before or len(line.partition("\t")[0].strip()) <= 8)


def _row(line: str, place: str) -> Row:
    return Row(tuple(Cell(text, column) for column, text in enumerate(line.split("\t"))), place)


def _continued(row: Row, line: str) -> Row:
    """A line break inside a cell: the line belongs to the last cell that has text."""
    cells = list(row.cells)
    last = max((i for i, c in enumerate(cells) if c.text.strip()), default=len(cells) - 1)
    cells[last] = Cell(f"{cells[last].text}\n{line}", cells[last].column)
    return Row(tuple(cells), row.place)


def _close(rows: list[Row], blocks: list[Block]) -> None:
    if rows:
        blocks.append(Table(tuple(rows), f"bảng ở {rows[0].place}"))
        rows.clear()
