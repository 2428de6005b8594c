"""`cchc due`: what is due, what is late, who has not answered, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.commands.json_output import write
from generator.commands.screen import complain, say
from generator.due_calendar import CALENDAR_BEGINS, as_ics
from generator.due_folder import Folder, NotAnswered, dues_in
from generator.dues import HEADINGS, Due, State, group_of, when
from generator.vietnamese.cells import day_of
from generator.vietnamese.dates import short_date
from generator.vietnamese.holiday_lines import OWN_HOLIDAYS
from generator.vietnamese.office_names import UnreadableNames
from generator.word.package import read_file, write_atomically


@dataclass(frozen=True, slots=True)
class DueOptions:
    """The command line as typed."""

    place: Path
    on: str | None = None
    as_json: bool = False
    ics: Path | None = None


def run(options: DueOptions, today: date | None = None) -> int:
    """Tell what is due. Return 0, 1 when some file could not be read, 2 when there is no workbook to tell of."""
    on = day_of(options.on) if options.on else today or date.today()
    if on is None:
        complain(f"Không hiểu ngày “{options.on}”. Viết ngày/tháng/năm, ví dụ 10/6/2023.")
        return 2
    place = options.place
    if options.ics and options.ics.is_file() and not read_file(options.ics).startswith(CALENDAR_BEGINS):
        complain(f"Đã có tệp “{options.ics.name}” không phải lịch nhắc, không ghi đè. Chọn tên khác, đuôi .ics.")
        return 2
    try:
        found = dues_in(place, on)
    except UnreadableNames as fault:
        complain(str(fault))
        return 2
    folder, dues, silent, unread = found.folder, found.dues, found.silent, found.unread_days_off
    if not folder.books:
        complain(f"Không thấy sổ CCHC nào đọc được trong {place}.")
        for name in folder.unread:
            complain(f"  - {name}: không đọc được; {_what_to_do(name)}.")
        return 2
    if options.ics:
        write_atomically(options.ics, as_ics(dues, on, "Hạn CCHC"))
    if options.as_json:
        write(_as_json(dues, folder, silent, on, options.ics))
    else:
        _tell(dues, folder, silent, on, options.ics)
    for line in unread:
        complain(f"{OWN_HOLIDAYS}: không hiểu dòng “{line}”. Ghi như “02/01/2026 nghỉ” hoặc “10/01/2026 làm bù”.")
    return 1 if folder.unread or unread else 0


def _tell(dues: Sequence[Due], folder: Folder, silent: Sequence[NotAnswered], on: date, ics: Path | None) -> None:
    several = len(folder.books) > 1
    told = [due for due in dues if due.is_told(on)]
    say(f"Đến ngày {short_date(on)}:")
    for heading in HEADINGS:
        under = [due for due in told if group_of(due, on) == heading]
        if under:
            say(f"{heading.upper()}")
        for due in under:
            say(f"  - {_line(due, on, several)}")
    if long_ago := [due.title for due in dues if due.is_long_unsent(on)]:
        say(f"Quá hạn đã lâu, chưa ghi số và ngày ({len(long_ago)}): {'; '.join(long_ago)}.")
        say("  Đã gửi rồi thì ghi Số văn bản, Ngày văn bản ở sheet Thông tin.")
    if not told:
        say("  Không có gì đến hạn trong 7 ngày tới.")
    if silent:
        say("PHIẾU CHƯA TRẢ LỜI (lời nhắc để dán vào Zalo)")
    for one in silent:
        say(f"  - {one.unit + ': ' if several else ''}{one.message}")
    if folder.without:
        say("CHƯA GỬI SỔ")
    for name in folder.without:
        say(f"  - {name}: thư mục chưa có sổ; nhắc đơn vị gửi.")
    for name in folder.unread:
        say(f"Không đọc được {name}; {_what_to_do(name)}.")
    if ics:
        say(f"Lịch nhắc: {ics}. Nhập vào Outlook, Google Calendar hoặc điện thoại; nhập lại thì lịch cập nhật theo.")


def _what_to_do(unread: str) -> str:
    return "kiểm tra quyền đọc thư mục này" if Path(unread).is_dir() else "chạy cchc report với tệp này để biết vì sao"


def _line(due: Due, on: date, several: bool) -> str:
    unit = f"{due.unit}: " if several else ""
    note = f"; {due.note}" if due.note else ""
    step = f" → {due.next_step}" if due.next_step else ""
    done = {State.MADE: " Đã làm, chưa ghi số, ngày.", State.EDITED: " Đã làm và sửa, chưa ghi số, ngày."}
    return f"{unit}{when(due, on)}: {due.title}{note}.{done.get(due.state, '')}{step}"


def _as_json(
    dues: Sequence[Due], folder: Folder, silent: Sequence[NotAnswered], on: date, ics: Path | None
) -> dict[str, object]:
    return {
        "on": on.isoformat(),
        "due": [
            {
                "id": due.id,
                "what": due.what,
                "unit": due.unit,
                "title": due.title,
                "due": due.due.isoformat(),
                "last_working_day": due.by.isoformat(),
                "days_left": due.days_left(on),
                "state": due.state.value,
                "note": due.note,
                "next_step": due.next_step,
                "task": due.task_id or None,
            }
            for due in dues
        ],
        "slips_not_answered": [
            {"unit": one.unit, "who": one.who, "day": one.day.isoformat(), "message": one.message} for one in silent
        ],
        "units_not_sent": list(folder.without),
        "not_read": list(folder.unread),
        "ics": str(ics) if ics else None,
    }
