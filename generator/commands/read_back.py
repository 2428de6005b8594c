"""`cchc appendix --read-back`: what an officer changed in the appendices goes back into the workbook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.book.read.workbook import Tables
from generator.book.write.cell_places import CellPlaces
from generator.book.write.corrections import written_results
from generator.book.write.figure_corrections import written_figures
from generator.book.write.sheet_writing import Written, sparing_formulas, with_rows
from generator.commands.appendix_corrections import Corrections, corrections_in
from generator.commands.remaking import Remade, remake
from generator.commands.safe_writing import replace_keeping_former
from generator.commands.screen import complain, say, show_problems
from generator.kinds import kind_of
from generator.word.renew.renewing import SavedReport

_LINE = "\n"
#: What was written is told by its beginning, so that each change is a line.
_LONG_QUOTE = re.compile(r"“([^”]{60})[^”]+”")


@dataclass(frozen=True, slots=True)
class _ReadBack:
    """The corrections of one report and what they come to in its workbook."""

    corrections: Corrections
    written: Sequence[Written]
    tables: Tables


def run(saved: SavedReport, remade: Remade, *, apply: bool) -> int:
    """List what was changed, and write it when asked.

    Return 0 when the workbook says what the appendices say, 1 when something is left to write or to do by hand, 2 for
    a document without results.
    """
    if not kind_of(saved.provenance.kind).has_period:
        complain("Văn bản này là kế hoạch, không có kết quả để ghi ngược vào sổ.")
        return 2
    found = _read(saved, remade)
    changes, left = found.corrections.changes, found.corrections.left
    if not changes and not left:
        say("Phụ lục trong báo cáo không có chỗ nào khác sổ.")
        return 0
    say(f"Báo cáo khác sổ {len(changes) + len(left)} chỗ: {len(changes)} ghi được vào sổ, {len(left)} phải tự sửa.")
    _list("Chỗ người sửa đã đổi trong phụ lục, ghi được vào sheet Kết quả:", found.corrections.results)
    _list("Chỗ người sửa đã đổi trong phụ lục, ghi được vào sheet Số liệu:", found.corrections.figures)
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


def _read(saved: SavedReport, remade: Remade) -> _ReadBack:
    tables = Tables(remade.content)
    places = CellPlaces(tables, remade.data)
    corrections = corrections_in(saved, remade, places)
    day = date.fromisoformat(saved.provenance.as_of)
    results = written_results(tables, corrections.results, remade.data.plan, day)
    figures = written_figures(corrections.figures, places)
    written = []
    for sheet in filter(None, (results if corrections.results else None, figures)):
        spared, addresses = sparing_formulas(tables, sheet)
        if spared.added or spared.rewritten:
            written.append(spared)
        name = sheet.table.sheet.name
        corrections.left += [f"Sheet {name}, ô {a} là công thức nên không bị ghi đè; hãy tự sửa." for a in addresses]
    return _ReadBack(corrections, written, tables)


def _apply(saved: SavedReport, remade: Remade, found: _ReadBack) -> bool:
    """Write the workbook; return whether something is left to look at."""
    data = with_rows(found.tables, found.written)
    backup = replace_keeping_former(remade.workbook, remade.content, data)
    say(f"Đã ghi vào {remade.workbook}:")
    for sheet in found.written:
        say(f"  - sheet {sheet.table.sheet.name}: thêm {len(sheet.added)} dòng, sửa {len(sheet.rewritten)} dòng có sẵn")
    say(f"Bản trước khi ghi: {backup.name}")
    again = remake(saved.provenance, remade.workbook)
    show_problems(again.problems)
    other = _read(saved, again).corrections.changes
    _list("Đã ghi nhưng báo cáo làm lại từ sổ vẫn khác chỗ sửa tay, hãy xem lại trong sổ:", other)
    return bool(other) or any(p.waits_for_an_answer for p in again.problems)
