"""`cchc new` and `cchc open-month`: the workbook before there is anything to report."""

from __future__ import annotations

from pathlib import Path

from generator.commands.screen import complain, say, show_problems
from generator.safe_writing import NotWritable, check_writable, replace_keeping_former
from generator.vietnamese.cells import day_of
from generator.vietnamese.dates import short_date
from generator.word.package import NotAPackage, read_file, write_atomically

_NAME = "so-cchc.xlsx"


def new_in(folder: Path) -> int:
    """Write an empty workbook into `folder`; an existing one is never overwritten."""
    from generator.book.write.new_workbook import new_workbook

    folder.mkdir(parents=True, exist_ok=True)
    target = folder / _NAME
    if target.exists():
        complain(f"Đã có “{target}”, không ghi đè. Chọn thư mục khác hoặc đổi tên tệp cũ.")
        return 2
    write_atomically(target, new_workbook())
    say(f"Đã tạo sổ mới: {target}")
    say("Mở bằng Excel, đọc sheet Hướng dẫn, điền sheet Thông tin và Nhiệm vụ trước.")
    return 0


def open_month_in(workbook: Path, day_text: str) -> int:
    """Add the rows of open tasks and of figures owed as of a day."""
    from generator.book.write.open_month import open_month
    from generator.dues import already_reported
    from generator.making import read_workbook

    day = day_of(day_text)
    if day is None:
        complain(f"Không hiểu ngày “{day_text}”. Viết ngày/tháng/năm, ví dụ 25/6/2023.")
        return 2
    try:
        content = read_file(workbook)
        check_writable(workbook)
        opened = open_month(content, day)
        data = read_workbook(content, workbook.name).data
        is_new = opened.results or opened.figures or opened.documents
        backup = replace_keeping_former(workbook, content, opened.data) if is_new else None
    except (NotAPackage, NotWritable) as fault:
        complain(str(fault))
        return 2
    if backup is None:
        say(f"Không có dòng nào cần thêm cho ngày {short_date(day)}.")
        return 0
    say(f"Đã thêm vào {workbook}, dưới dòng tô màu ghi ngày {short_date(day)}:")
    say(f"  - sheet Kết quả: {opened.results} dòng. Chọn Tình trạng; nhiệm vụ nào chưa có gì mới thì để trống.")
    if opened.figures:
        say(f"  - sheet Số liệu: {opened.figures} dòng. Ghi Tử số, Mẫu số hoặc Giá trị; bên cạnh là số của kỳ trước.")
    if opened.documents:
        say(f"  - sheet Văn bản: {opened.documents} văn bản nêu ở sheet Kết quả. Ghi Trích yếu.")
    say(f"Bản trước khi ghi: {backup.name}")
    show_problems(already_reported(data, day) if data else ())
    return 0
