"""`cchc slips`: a slip for each colleague, and the messages that go with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.book.messages import NOT_IN_YEAR
from generator.book.read.beside import names_beside
from generator.book.slip import MESSAGES
from generator.book.write.open_month import may_be_asked
from generator.commands.screen import complain, say, show_problems
from generator.making import read_workbook
from generator.slips import KEEPER, SlipFile, make_slips
from generator.vietnamese.cells import day_of
from generator.vietnamese.dates import short_date
from generator.vietnamese.office_names import UnreadableNames
from generator.word.package import read_file, write_atomically


def run(workbook: Path, day_text: str, out: Path) -> int:
    """Write the slips into a folder. Return 0, 1 when a slip that lies there is left alone, 2 when none can be made."""
    day = day_of(day_text)
    if day is None:
        complain(f"Không hiểu ngày “{day_text}”. Viết ngày/tháng/năm, ví dụ 25/6/2023.")
        return 2
    source = read_workbook(read_file(workbook), workbook.name)
    if source.data is None:
        show_problems(source.problems, err=True)
        complain("Chưa làm được phiếu nào.")
        return 2
    if not may_be_asked(source.data, day):
        complain(str(NOT_IN_YEAR.at(day=short_date(day), year=source.data.plan.year)))
        return 2
    try:
        slips, without = make_slips(source.data, day, names_beside(workbook.parent))
    except UnreadableNames as fault:
        complain(str(fault))
        return 2
    out.mkdir(parents=True, exist_ok=True)
    kept = []
    for slip in slips:
        target = out / slip.file
        if target.exists() and read_file(target) != slip.data:
            kept.append(slip.file)
        else:
            write_atomically(target, slip.data)
    words = out / f"{MESSAGES}{day.isoformat()}.txt"
    write_atomically(words, _messages(slips))
    say(f"Có {len(slips)} phiếu trong {out}:")
    for slip in slips:
        say(f"  - {slip.file}: {slip.who}, {len(slip.task_ids)} nhiệm vụ, {slip.figures} số liệu")
    say(f"Lời nhắn để dán vào Zalo, mỗi người một đoạn: {words.name}")
    if without:
        say(
            f"Chưa rõ ai chủ trì, nên hỏi ở phiếu Người giữ sổ: {', '.join(without)}. Ghi cột Chủ trì ở sheet Nhiệm vụ."
        )
    for file in kept:
        say(f"“{file}” đã có trong thư mục và khác phiếu mới (có thể đã điền), nên được giữ nguyên.")
    return 1 if kept else 0


def _messages(slips: Sequence[SlipFile]) -> bytes:
    """Return the messages to the others, as Notepad reads them."""
    return "\r\n\r\n".join(slip.message for slip in slips if slip.who != KEEPER).encode("utf-8-sig")
