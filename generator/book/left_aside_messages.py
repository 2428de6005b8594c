"""What is said of cells that may be meant to be read and are not: above, below or beside what is."""

from __future__ import annotations

from generator.book.messages import note, question

LIKE_SHEET = question(
    "like-sheet",
    "Không có sheet “{sheet}” nên phần này coi như chưa điền. Nếu sheet “{found}” là nó, hãy đặt lại đúng tên.",
)
SHEET_BESIDE = question(
    "sheet-beside",
    "Sheet “{found}” cũng có các cột của sheet “{sheet}” nhưng không được đọc. Còn dòng nào chưa có ở sheet “{sheet}” "
    "thì chuyển sang; không dùng nữa thì hãy xóa.",
)
LIKE_COLUMN = question(
    "like-column", "Cột “{found}” không có trong mẫu nên không được đọc. Nếu là cột “{column}”, hãy sửa lại tên."
)
UNKNOWN_COLUMN = question(
    "unknown-column",
    "Cột “{found}” không có trong mẫu nên không được đọc, còn sheet này thiếu cột {columns}. Nếu là một cột đó, hãy "
    "sửa lại tên.",
)
NAMELESS_COLUMN = question(
    "nameless-column",
    "Cột {column} có chữ mà không có tên ở dòng {row} nên không được đọc. Hãy chuyển chữ sang cột cần ghi, hoặc đặt "
    "tên cột.",
)
TWO_COLUMNS = question(
    "two-columns", "Có hai cột “{column}”; chương trình chỉ đọc cột {first}. Hãy dồn về một cột hoặc đổi tên cột này."
)
ROWS_ABOVE = question(
    "rows-above",
    "Dòng {rows} nằm trên dòng tên cột (dòng {row}) nên không được đọc. Hãy đưa dòng tên cột lên trên cùng.",
)
STRAY = note(
    "stray",
    "“{text}” đứng ở dòng chưa ghi nội dung nên không có trong báo cáo. Là nội dung thì hãy chuyển sang đúng cột; "
    "không dùng thì xóa.",
)
