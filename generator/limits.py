"""What no file may take from the PC: each limit of size, time or memory once, why it stands there, and how it is told.

Real use meets none of them. Who reads a file asks for `most` and says `told()`; no other module holds such a number.
"""

from __future__ import annotations

from dataclasses import dataclass

_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limit:
    """`why` tells maintainers what real use takes; `message` tells an officer, with the limit at {most}."""

    most: int
    why: str
    message: str

    @property
    def shown(self) -> str:
        """The limit as people write it: "50 MB", "50.000"."""
        in_megabytes = self.most >= _MB and self.most % _MB == 0
        most = f"{self.most // _MB:,} MB" if in_megabytes else f"{self.most:,}"
        return most.replace(",", ".")

    def told(self, **found: object) -> str:
        """Return the message, with what was found at its names."""
        return self.message.format(most=self.shown, **found)


# -- any file -------------------------------------------------------------------------------------
FILE_BYTES = Limit(
    50 * _MB,
    "a year of a busy unit takes a hundredth of it, a report with its pictures a tenth",
    "tệp lớn hơn {most}",
)
UNPACKED_BYTES = Limit(
    200 * _MB,
    "a report with its pictures takes a twentieth; a bomb unpacks to any size",
    "Tệp giải nén ra hơn {most}, lớn bất thường nên không mở để tránh treo máy. Hãy bỏ bớt ảnh rồi lưu lại.",
)
XML_MARKS = Limit(
    3_000_000,
    "tags and attributes of one part: a report of 300 pages has a tenth, each takes some 200 bytes",
    "Tệp có một phần hơn {most} thẻ định dạng, lớn bất thường nên không mở để tránh treo máy. Hãy chép nội dung cần "
    "dùng sang tệp mới.",
)
XML_DEPTH = Limit(
    2_048,
    "Word nests some 30 deep; what reads a tree calls itself for each level",
    "Tệp có thẻ lồng nhau quá {most} lớp, không mở để tránh treo máy. Hãy mở bằng Word hoặc Excel rồi lưu lại.",
)

# -- a workbook -----------------------------------------------------------------------------------
WORKBOOK_XML_BYTES = Limit(
    100 * _MB,
    "all of a workbook's XML together; a year of a busy unit takes a hundredth",
    "Tệp có hơn {most} dữ liệu, lớn bất thường nên không mở để tránh treo máy. Hãy xóa các dòng, cột trống đã tô định "
    "dạng rồi lưu lại.",
)
SHEET_ROWS = Limit(
    10_000,
    "a year of a busy unit has some 2,000 rows of results; a report of as many of each sheet takes half a gigabyte",
    "có ô ghi quá xa bảng ({where}); chương trình đọc đến dòng {most}. Hãy xóa các dòng thừa rồi lưu lại.",
)
SHEET_COLUMNS = Limit(
    702,
    "two letters; the widest sheet has 20 columns",
    "có ô ghi quá xa bảng ({where}); chương trình đọc {most} cột (đến cột ZZ). Hãy xóa các cột thừa rồi lưu lại.",
)
SHEET_CELLS = Limit(
    8_000_000,
    "the grid up to the last cell, however near its last row and column are",
    "có ô ghi quá xa bảng ({where}); chương trình đọc {most} ô kể cả ô trống. Hãy xóa các dòng, cột thừa rồi lưu lại.",
)
CELL_TEXT = Limit(
    32_767,
    "what a cell of Excel holds; the longest of the real plans has some 3,000 characters",
    "{what} dài {length} ký tự, quá mức một ô Excel chứa được ({most} ký tự)",
)

# -- a document -----------------------------------------------------------------------------------
PARAGRAPHS = Limit(
    100_000,
    "a report of 300 pages has some 15,000 paragraphs, those of its tables too",
    "Tệp có hơn {most} đoạn, lớn bất thường nên không mở để tránh treo máy. Hãy tách tệp rồi làm lại.",
)

RENEWED_MARKS = Limit(
    1_000_000,
    "tags and attributes of a report to be renewed: one of 300 pages has a third; each takes some 500 bytes, and time",
    "Tệp có một phần hơn {most} thẻ định dạng, lớn bất thường nên không làm mới được. Hãy tách tệp rồi làm lại.",
)

# -- a plan to import -----------------------------------------------------------------------------
PLAN_BYTES = Limit(
    30 * _MB,
    "plans are some 100 KB",
    "Tệp lớn {size} MB, quá mức của một kế hoạch ({most}). Hãy bỏ bớt ảnh trong tệp rồi làm lại.",
)
PLAN_PART_BYTES = Limit(
    40 * _MB,
    "a plan of 100 pages takes some 5 MB of XML",
    "Tệp có một phần hơn {most}, lớn bất thường so với một kế hoạch nên không mở để tránh treo máy.",
)
PLAN_TEXT_BYTES = Limit(
    5 * _MB,
    "a plan of 100 pages takes some 300 KB of text",
    "Tệp văn bản hơn {most}, quá lớn so với một kế hoạch; hãy kiểm tra lại tệp.",
)
PLAN_PAGES = Limit(
    120,
    "a plan of a province has some 60 pages; each takes up to half a second",
    "Tệp PDF có {pages} trang, quá mức của một kế hoạch ({most} trang). Hãy tách riêng kế hoạch.",
)
PLAN_MERGES = Limit(
    20_000,
    "merged ranges of a sheet; a plan has some hundreds",
    "sheet có hơn {most} vùng ô gộp, phần sau đọc như ô không gộp; hãy xem lại các dòng cuối",
)
PLAN_MERGED_CELLS = Limit(
    1_000_000,
    "cells within merged ranges; a plan has some thousands",
    "sheet gộp hơn {most} ô, phần sau đọc như ô không gộp; hãy xem lại các dòng cuối",
)
PHRASE_TEXT = Limit(
    2_000,
    "a deadline; the longest of the real plans has some 200 characters",
    "dài hơn {most} ký tự, không đọc được là hạn nào",
)
SENTENCE_TEXT = Limit(
    3_000,
    "a sentence of a task; the longest of the real plans has some 600 characters",
    "có câu dài hơn {most} ký tự, chưa tìm cơ quan, ngày và mục tiêu trong câu đó; lời văn vẫn giữ nguyên",
)

# -- a template -----------------------------------------------------------------------------------
TEMPLATE_PART_BYTES = Limit(
    5 * _MB,
    "the largest template takes 300 KB of XML; made ready it takes sixty times as much",
    "Mẫu có một phần hơn {most}, lớn bất thường nên không mở để tránh treo máy. Mẫu chỉ nên có phần chung và các thẻ.",
)
TEMPLATE_STEPS = Limit(500_000, "the round-up of 200 units takes some 20,000", "vòng lặp quá dài (hơn {most} lượt)")
TEMPLATE_TEXT = Limit(1_000_000, "characters of one text; a cell holds 32,767", "chữ ghép quá dài (hơn {most} ký tự)")
TEMPLATE_OUTPUT = Limit(
    100_000_000,
    "characters of a document; the round-up of 200 units takes some 5 million",
    "văn bản dài bất thường (hơn {most} ký tự)",
)
TEMPLATE_NUMBER = Limit(10**15, "beyond it Excel keeps no number whole", "phép tính chỉ dùng cho số (đến {most})")

# -- time and memory ------------------------------------------------------------------------------
UNIT_SECONDS = Limit(
    60,
    "a unit takes a hundredth of a second; what takes this long never ends",
    "Đọc sổ này quá {most} giây chưa xong nên đã dừng để làm tiếp các sổ khác. {mend}",
)
UNIT_BYTES = Limit(
    3 << 30,
    "addresses of a process: far more than the largest workbook that is read, far less than what stops a PC",
    "Chương trình bị dừng đột ngột khi đọc sổ này (cần hơn {most} bộ nhớ, hoặc tệp hỏng nặng). {mend}",
)
LOCK_SECONDS = Limit(
    10,
    "another command holds a file for a moment",
    "“{name}” đang được một lệnh khác ghi quá {most} giây. Đợi lệnh đó xong rồi làm lại.",
)
PDF_SECONDS = Limit(
    90,
    "LibreOffice starts slowly the first time on an old machine; then a file takes a tenth of a second",
    "LibreOffice chưa chuyển được tệp này sang PDF sau hai lần thử, mỗi lần {most} giây. Mở bằng Word rồi chọn Lưu "
    "thành PDF.",
)
