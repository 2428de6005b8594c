"""Tables that only arrange text (a letterhead, a signature, a frame) and tables of data, told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.plans.blocks import Row
from generator.plans.columns import Role, role_of
from generator.plans.markup import clean_text

#: What stands in a letterhead, a title, or above and below a signature.
_ARRANGED = re.compile(
    r"^(?:CỘNG H[ÒO]A|Độc lập\s*[-–]|Số(?:\s+(?:kế hoạch|ký hiệu|văn bản|quyết định))?\s*:|Số\s*$|Nơi nhận"
    r"|Kính gửi|V/v\b"
    r"|(?:TM|KT|TL|TUQ)\s*\.|(?:ỦY BAN|UỶ BAN|UBND|HĐND|ĐẢNG ỦY|KẾ HOẠCH|PHỤ LỤC|QUYẾT ĐỊNH|CHỦ TỊCH|PHÓ CHỦ TỊCH)\b"
    r"|(?:(?:Ngày|Ngày ban hành|Năm|Năm kế hoạch|Đơn vị|Cơ quan ban hành|Tên kế hoạch)\s*:?\s*$))"
    r"|\bngày\s+\d*\s*tháng\s+\d*\s*năm\b|^[\d\s]*/\s*[A-ZĐ]{2,}",
)
#: A table without a number column says so by this many rows alike.
_ROWS_OF_A_TABLE = 3


def parts_apart(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Yield the rows in runs: those of a table of data, and those between that only arrange text."""
    start = at = 0
    while at < len(rows):
        end = _end_of_data(rows, at)
        if end == at:
            at += 1
            continue
        if start < at:
            yield rows[start:at]
        yield rows[at:end]
        start = at = end
    if start < len(rows):
        yield rows[start:]


def is_of_data(rows: Sequence[Row]) -> bool:
    """Whether the rows, a run of `parts_apart`, list something."""
    return bool(rows) and _end_of_data(rows, 0) == len(rows)


def _end_of_data(rows: Sequence[Row], start: int) -> int:
    """Where a table of data that starts at `start` ends; `start` itself when none does."""
    end = start
    while end < len(rows) and len(rows[end].own_cells) >= 2 and not _is_arranged(rows[end]):
        end += 1
    count = end - start
    numbered = count >= 2 and any(role_of(c.text) is Role.NUMBER for c in rows[start].own_cells)
    wide = count >= 2 and min(len(row.own_cells) for row in rows[start:end]) >= 3
    return end if numbered or wide or count >= _ROWS_OF_A_TABLE else start


def _is_arranged(row: Row) -> bool:
    return any(_ARRANGED.search(line) for cell in row.own_cells for line in clean_text(cell.text).split("\n"))
