"""`cchc appendix --read-back`: what an officer changed in the appendices goes back into the workbook."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.commands.screen import say, show_problems
from generator.reading_back import ReadBack, read_back
from generator.remaking import Remade, remake
from generator.safe_writing import replace_keeping_former
from generator.word.renew.renewing import SavedReport

_LINE = "\n"
#: What was written is told by its beginning, so that each change is a line.
_LONG_QUOTE = re.compile(r"“([^”]{60})[^”]+”")


def run(saved: SavedReport, remade: Remade, *, apply: bool) -> int:
    """List what was changed, and write it when asked.

    Return 0 when the workbook says what the appendices say, 1 when something is left to write or to do by hand. Raises
    NotRenewable for a document without results.
    """
    found = _read(saved, remade)
    changes, left = found.changes, found.left
    if not changes and not left:
        say("Phụ lục trong báo cáo không có chỗ nào khác sổ.")
        return 0
    say(f"Báo cáo khác sổ {len(changes) + len(left)} chỗ: {len(changes)} ghi được vào sổ, {len(left)} phải tự sửa.")
    _list("Chỗ người sửa đã đổi trong phụ lục, ghi được vào sheet Kết quả:", found.results)
    _list("Chỗ người sửa đã đổi trong phụ lục, ghi được vào sheet Số liệu:", found.figures)
    _list("Không tự ghi vào sổ được, hãy tự xem và sửa:", left)
    if apply and found.written:
        return 1 if _apply(saved, remade, found) or left else 0
    if changes and not apply:
        say(f"Chưa ghi gì vào sổ. Muốn ghi {len(changes)} chỗ trên, chạy lại với --read-back --apply.")
    return 1


def _list(title: str, items: Sequence[object]) -> None:
    if items:
        say(title)
    for item in items:
        say(f"  - {_LONG_QUOTE.sub(_begun, str(item)).replace(_LINE, ' / ')}")


def _begun(quote: re.Match[str]) -> str:
    return f"“{quote[1].rstrip()}…”"


def _apply(saved: SavedReport, remade: Remade, found: ReadBack) -> bool:
    """Write the workbook; return whether something is left to look at."""
    backup = replace_keeping_former(remade.workbook, remade.content, found.data)
    say(f"Đã ghi vào {remade.workbook}:")
    for sheet in found.written:
        say(f"  - sheet {sheet.table.sheet.name}: thêm {len(sheet.added)} dòng, sửa {len(sheet.rewritten)} dòng có sẵn")
    say(f"Bản trước khi ghi: {backup.name}")
    again = remake(saved.provenance, remade.workbook)
    show_problems(again.problems)
    other = _read(saved, again).changes
    _list("Đã ghi nhưng báo cáo làm lại từ sổ vẫn khác chỗ sửa tay, hãy xem lại trong sổ:", other)
    return bool(other) or any(p.waits_for_an_answer for p in again.problems)


def _read(saved: SavedReport, remade: Remade) -> ReadBack:
    return read_back(saved, remade.document, remade.data, remade.content)
