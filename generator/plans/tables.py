"""From the rows of a plan's tables to its sections and tasks, still in words: what a row is and what it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator import limits
from generator.plans.blocks import Block, OtherTable, Paragraph, Remark, RemarkKind, Row, Table
from generator.plans.columns import Header, Role, find_header, is_header_again, role_of
from generator.plans.draft import (
    DraftPlan,
    DraftSection,
    DraftTask,
    add_continuation,
    draft_task,
)
from generator.plans.layout import is_of_data, parts_apart
from generator.plans.markup import clean_text, has_tags, has_unseen
from generator.plans.row_kinds import (
    ARABIC,
    BULLETS,
    COLUMN_NUMBER,
    END_MARK,
    HEADING,
    LETTER,
    NO_TASK,
    ROMAN,
    goes_on_in,
    is_closing,
    is_section_number,
    is_sentence,
    is_title,
    is_total,
    next_number,
)

#: Titles of the only section of a plan that has none.
OBJECTIVES_TITLE, TASKS_TITLE = "Mục tiêu chất lượng", "Nhiệm vụ"


def read_rows(blocks: Iterable[Block]) -> DraftPlan:
    """Return the sections and tasks of every table that is part of the plan's appendix."""
    blocks = list(blocks)
    tells = _main_header(blocks)
    reader = _RowReader(tells)
    titles = _titles_above(blocks, tells)
    for index, block in enumerate(blocks):
        if index in titles:
            reader.open_section(titles[index], block.place)
        elif isinstance(block, Paragraph):
            reader.take_paragraph(block)
        else:
            reader.take_table(block)
    return reader.finished()


def _titles_above(blocks: Sequence[Block], tells: frozenset[Role]) -> dict[int, str]:
    """The title of a section right above each of several tables, by its place among the blocks."""
    found: dict[int, str] = {}
    tables = 0
    for index, block in enumerate(blocks):
        if not isinstance(block, Table) or not (header := find_header(block)) or header.tells != tells:
            continue
        tables += 1
        before = blocks[index - 1] if index else block
        if isinstance(before, Paragraph) and is_title(text := clean_text(before.text)):
            found[index - 1] = text
    return found if len(found) > 1 and 2 * len(found) >= tables else {}


def _main_header(blocks: Iterable[Block]) -> frozenset[Role]:
    """What the plan's own table says of a task: of several kinds of table, the one that says most, then the longest."""
    rows: dict[frozenset[Role], int] = {}
    for block in blocks:
        if isinstance(block, Table) and (header := find_header(block)):
            rows[header.tells] = rows.get(header.tells, 0) + len(block.rows)
    return max(rows, key=lambda tells: (len(tells), rows[tells]), default=frozenset())


class _RowReader:
    """Goes through the rows once, keeping the section and task that the next row may belong to."""

    def __init__(self, tells: frozenset[Role]) -> None:
        self._tells = tells
        self._plan = DraftPlan()
        self._header: Header | None = None
        self._width = 0
        self._repeated = 0
        self._tags = False
        self._last = ""
        self._unseen: list[str] = []

    # -- blocks ------------------------------------------------------------------------------------------------
    def take_paragraph(self, paragraph: Paragraph) -> None:
        if len(paragraph.text) > limits.CELL_TEXT.most:
            self._left_out(paragraph.place, limits.CELL_TEXT.told(what="đoạn", length=len(paragraph.text)))
            return
        text = clean_text(paragraph.text)
        for line in text.split("\n"):
            if line:
                self._plan.outside.append(Paragraph(line, paragraph.place))
                self._last = f"“{line[:60]}”"

    def take_table(self, table: Table) -> None:
        header = find_header(table)
        if header is not None and header.tells != self._tells:
            if not self._goes_on(table):
                self._leave_table_out(table)
                return
            header = None
        first = 0
        if header is not None:
            self._repeated += self._header is not None
            self._header, self._width = header, table.width
            self._plan.of_objectives |= header.is_of_objectives
            for part in parts_apart(table.rows[: header.first]):
                self._take_outside(part)
            first = header.last + 1
        elif not self._goes_on(table):
            self._leave_table_out(table)
            return
        assert self._header is not None
        body = table.rows[first:]
        end = next((i for i, row in enumerate(body) if is_closing(row)), len(body))
        other = next((i for i, row in enumerate(body[:end]) if self._starts_another(row, self._header)), end)
        for row in body[:other]:
            self._take_row(row, self._header)
            self._last = "bảng nhiệm vụ"
        if other < end:
            self.take_table(Table(body[other:end], body[other].place))
        for part in parts_apart(body[end:]):
            self._take_outside(part)

    def _goes_on(self, table: Table) -> bool:
        """A table without a header is the next piece of one that was cut."""
        if self._header is None or table.width != self._width or not table.rows:
            return False
        if is_header_again(table.rows[0], self._header):
            return True
        if self._starts_another(table.rows[0], self._header):
            return False
        first = clean_text(table.rows[0].cells[0].text).strip(".)")
        numbers = (ROMAN, LETTER, ARABIC)
        return not first or any(n.fullmatch(first) for n in numbers) or bool(HEADING.match(first))

    def _starts_another(self, row: Row, header: Header) -> bool:
        """The header of another table, further down on the same sheet."""
        numbers = [c for c in row.own_cells if header.column_of(c).role is Role.NUMBER]
        return (
            any(role_of(c.text) is Role.NUMBER for c in numbers)
            and len(row.own_cells) > 1
            and not is_header_again(row, header)
        )

    def _leave_table_out(self, table: Table) -> None:
        for part in parts_apart(table.rows):
            self._take_outside(part)

    def _take_outside(self, part: Sequence[Row]) -> None:
        """Rows that list no tasks: a table of something else, or text that a table only arranges."""
        if not is_of_data(part):
            for row in part:
                for cell in row.own_cells:
                    self.take_paragraph(Paragraph(cell.text, row.place))
            return
        rows = tuple(tuple(clean_text(c.text) if not c.merged_above else "" for c in row.cells) for row in part)
        place = part[0].place.removesuffix(", dòng 1")
        named = ", ".join(dict.fromkeys(text.replace("\n", " ") for text in rows[0] if text))
        self._plan.other_tables.append(OtherTable(place, rows))
        after = f", đứng sau {self._last}" if self._last else ""
        message = f"bảng không cùng các cột với phụ lục nhiệm vụ ({len(rows)} dòng: “{named[:100]}”){after}"
        self._left_out(place, f"{message}; chữ giữ ở sheet “Bảng khác”")

    # -- rows --------------------------------------------------------------------------------------------------
    def _take_row(self, row: Row, header: Header) -> None:
        cells = row.own_cells
        if not cells or END_MARK.fullmatch("".join(c.text for c in cells)):
            return
        if is_header_again(row, header):
            self._repeated += 1
            return
        if len(cells) >= 3 and all(COLUMN_NUMBER.fullmatch(clean_text(c.text)) for c in cells):
            self._left_out(row.place, "dòng đánh số cột")
            return
        self._unseen += [row.place] if any(has_unseen(c.text) for c in cells) else []
        self._tags |= any(has_tags(c.text) for c in cells)
        task = draft_task(row, header)
        sole = len(cells) == 1 and (cells[0].span >= 3 or cells[0].column == 0 or len(row.cells) <= 2)
        sole = sole and not (len(clean_text(cells[0].text)) <= 4)
        if self._is_heading(task, sole):
            return
        self._take_task(task, row, header)

    def _is_heading(self, task: DraftTask, sole: bool) -> bool:
        """Whether the row is a heading (or a total): then it is taken here."""
        number, text = task.number, task.fields.get(Role.TASK, "")
        others = [value for role, value in task.fields.items() if role is not Role.TASK] + list(task.extra.values())
        if sole:
            text, others = text or number or " ".join(others), []
            match = HEADING.match(text)
            number = match["number"] if match and not is_sentence(match["title"]) else ""
            text = match["title"] if match and number else text
            if ARABIC.fullmatch(number) and not text.isupper():
                return False
        if is_total(task) or (not others and NO_TASK.match(text or number)):
            said = " ".join(filter(None, [number, text, *others]))
            self._left_out(task.place, f"dòng tổng cộng hoặc ghi chú: “{' '.join(said.split())[:80]}”")
        elif is_section_number(number, bool(others)):
            self._open_section(number, "\n".join([text, *others]), task.place)
        elif not others and ARABIC.fullmatch(number) and text.isupper() and len(text) > 3:
            self._open_section(number, text, task.place)
        elif sole and not number and len(text) > 3 and text[:1].isupper() and not is_sentence(text):
            self._open_section("", text, task.place)
        else:
            return False
        return True

    def open_section(self, text: str, place: str) -> None:
        """Open the section that a title above a table names."""
        match = HEADING.match(text)
        self._open_section(match["number"] if match else "", match["title"] if match else text, place)

    def _open_section(self, number: str, title: str, place: str) -> None:
        self._plan.sections.append(DraftSection(number, " ".join(title.split()), place))

    def _take_task(self, task: DraftTask, row: Row, header: Header) -> None:
        section = self._section(task.fields.pop(Role.FIELD, ""))
        number_cell = next((c for c in row.cells if header.column_of(c).role is Role.NUMBER), None)
        same_task = number_cell is not None and number_cell.merged_above
        has_numbers = any(c.role is Role.NUMBER for c in header.columns)
        if not has_numbers and not task.number:
            self._number_from_text(task, section)
        text = task.fields.get(Role.TASK, "")
        if task.number in BULLETS:
            task.fields[Role.TASK] = f"{task.number} {text}"
            same_task = True
        if same_task or (not task.number and (not text or goes_on_in(text, section))):
            if not section.tasks:
                words = " ".join([text, *task.fields.values(), *task.extra.values()]).strip()
                self._left_out(task.place, f"không có số và không biết thuộc nhiệm vụ nào: “{words[:80]}”")
                return
            add_continuation(section.tasks[-1], task)
            return
        if not task.number:
            task.number = next_number(section)
            self._doubt(task.place, f"nhiệm vụ không có số thứ tự, tạm đánh số {task.number}: “{text[:60]}”")
        section.tasks.append(task)

    def _number_from_text(self, task: DraftTask, section: DraftSection) -> None:
        """A table without a number column writes "1. Hoàn thành ..." in the task's cell."""
        match = re.match(r"(\d{1,3}(?:\.\d{1,3})*|[a-zđ])[.)]\s+", task.fields.get(Role.TASK, ""))
        if match:
            task.number = match[1]
            task.fields[Role.TASK] = task.fields[Role.TASK][match.end() :]
        elif task.fields.get(Role.TASK) and not goes_on_in(task.fields[Role.TASK], section):
            task.number = next_number(section)

    def _section(self, field: str) -> DraftSection:
        """The section that a row belongs to: that of its own field, where the table has a column of fields."""
        if field:
            title = " ".join(field.split())
            match = HEADING.match(title)
            number, title = (match["number"], match["title"]) if match else ("", title)
            same = next((s for s in self._plan.sections if s.title == title), None)
            if same is None:
                same = DraftSection(number, title, "")
                self._plan.sections.append(same)
            return same
        if not self._plan.sections:
            title = OBJECTIVES_TITLE if self._plan.of_objectives else TASKS_TITLE
            self._plan.sections.append(DraftSection("", title, ""))
        return self._plan.sections[-1]

    # -- remarks -----------------------------------------------------------------------------------------------
    def _left_out(self, place: str, message: str) -> None:
        self._plan.remarks.append(Remark(RemarkKind.LEFT_OUT, place, message))

    def _doubt(self, place: str, message: str) -> None:
        self._plan.remarks.append(Remark(RemarkKind.DOUBT, place, message))

    def finished(self) -> DraftPlan:
        if self._repeated:
            self._left_out("", f"{self._repeated} dòng tiêu đề bảng lặp lại ở đầu trang")
        if self._unseen:
            self._left_out(self._unseen[0], "ký tự điều khiển không nhìn thấy, Excel và Word không chứa được")
        if self._tags:
            self._left_out("", "các thẻ HTML sót lại sau chuyển đổi (như <p>, <ul>); chữ trong ô giữ nguyên")
        return self._plan
