"""Every cell that an officer may fill in bears a mark of its own: each mark is in the document, or a problem tells."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from itertools import count
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.book.sheets import ITEMS, PARTS, PLAN_BODY, SHEETS
from generator.book.write.new_workbook import workbook_bytes
from generator.domain.period import ReportingPeriod
from generator.kinds import kind_ids, kind_of
from generator.making import Made, make, read_workbook, request_for
from generator.vietnamese.text import key
from tests.word_files import all_lines, headers

Rows = dict[str, list[dict[str, Any]]]

#: Columns that are judged, chosen from a list, computed with or looked up: no document prints them as they stand.
FACTS = {
    "Thông tin": {"Mục", "Loại báo cáo"},
    "Nhiệm vụ": {"Mã", "Nhiệm vụ cấp trên", "Người theo dõi"},
    "Mốc": {"Mã", "Mốc", "Từ ngày", "Đến hạn", "Tỷ lệ yêu cầu", "Gia hạn đến"},
    "Kết quả": {"Đến ngày", "Mã", "Mốc", "Tình trạng", "Tỷ lệ (%)", "Ngày hoàn thành"},
    "Chỉ tiêu": {"Mã", "STT", "Nhóm", "Đơn vị tính", "Nhiệm vụ", "Mục tiêu", "Cách đo lường", "Cách cộng", "Nguồn"},
    "Số liệu": {"Kỳ", "Mã", "Tử số", "Mẫu số", "Đến ngày"},
    "Văn bản": {"Ngày", "Nhiệm vụ", "Tệp"},
    "Lời văn": {"Kỳ", "Phần"},
}
#: Items of sheet Thông tin that are facts too, or names of a file; the others may be any text.
ANSWERS = {
    "Mã đơn vị": "mau",
    "Tên ngắn": "P Mẫu",
    "Cấp": "phường",
    "Cấp trên gọi tắt": "UBND tỉnh",
    "“Trước ngày” tính cả ngày đó": "Không",
    "Văn bản điện tử": "Không",
    "Nhiệm vụ thường xuyên có kết quả được tính là hoàn thành": "Không",
    "Báo cáo tháng đầy đủ": "Có",  # the short form tells of what it leaves out by task, not by cell
    "Sổ năm trước": "so-2025.xlsx",
    "Ngày phải gửi": "13",
    "Kỳ phải báo cáo": "năm",
    "Số kế hoạch": "25/KH-UBND",
    "Ngày kế hoạch": date(2025, 12, 31),
    "Năm kế hoạch": 2026,
    "Số văn bản": "125",
    "Ngày văn bản": date(2026, 12, 31),
}
SAID = ("Kết quả thực hiện", "Văn bản", "Nguyên nhân chậm", "Biện pháp, dự kiến", "Khó khăn vướng mắc", "Kiến nghị")
PLANNED = ("Nhiệm vụ", "Sản phẩm/kết quả", "Tiến độ", "Chủ trì", "Phối hợp", "Phân công và cách thức thực hiện")
SECTIONS = ("I. CHỈ ĐẠO", "II. THỂ CHẾ", "III. TÀI CHÍNH CÔNG", "IV. VIỆC KHÁC")
PAST, AHEAD = date(2026, 1, 20), date(2026, 12, 31)


class Marked:
    """A workbook for one report, full of marks."""

    def __init__(self, period: ReportingPeriod, documents: int) -> None:
        self._numbers = count(1)
        self._early, self._late = (date(2026, period.last_month, day) for day in (3, 10))
        info = [{"Mục": i.name, "Nội dung": ANSWERS.get(i.name) or self._mark()} for i in ITEMS]
        self.rows: Rows = {sheet.name: [] for sheet in SHEETS} | {"Thông tin": info}
        for section in SECTIONS:
            self._add_tasks(section)
        self._add_figures(period.id)
        for number in range(documents):
            self._add("Văn bản", ("Trích yếu", "Tệp"), **{"Số ký hiệu": f"{800 + number}/QĐ-UBND", "Ngày": self._late})
        self._add("Văn bản", ("Trích yếu",), **{"Số ký hiệu": "700/QĐ-UBND", "Ngày": date(2019, 5, 1)})
        for of, part in [(p, part) for p in (period.id, "", "Kế hoạch", "2019-06") for part in PARTS]:
            self._add("Lời văn", ("Nội dung",), **{"Kỳ": of, "Phần": part})

    def _mark(self) -> str:
        return f"dấu thứ {next(self._numbers)} hết"

    def _add(self, sheet: str, marked: tuple[str, ...], **facts: object) -> None:
        self.rows[sheet].append({**facts, **{header: self._mark() for header in marked}})

    def _say(self, code: str, day: date, word: str, milestone: str = "", **more: object) -> None:
        self._add("Kết quả", SAID, **{"Đến ngày": day, "Mã": code, "Mốc": milestone, "Tình trạng": word, **more})

    def _add_tasks(self, section: str) -> None:
        done = {"Ngày hoàn thành": self._late}
        cases = [
            (None, "Đang thực hiện", {"Tỷ lệ (%)": 37}),
            (PAST, "Đang thực hiện", {}),
            (PAST, "Hoàn thành", done),
            (PAST, "Hoàn thành", {"Ngày hoàn thành": PAST}),
            (AHEAD, "Hoàn thành", done),
            *((AHEAD, word, {}) for word in ("Tạm dừng", "Chưa phát sinh", "Chưa thực hiện", "")),
        ]
        for number, (due, word, more) in enumerate(cases, start=1):
            code = f"{section.partition('.')[0]}.{number}"
            self._add("Nhiệm vụ", PLANNED, **{"Mã": code, "Lĩnh vực": section})
            if due:
                self._add("Mốc", ("Văn bản gia hạn",) if number == 2 else (), **{"Mã": code, "Đến hạn": due})
            self._say(code, self._early, "Đang thực hiện")
            self._say(code, self._late, word, **more)
        code = f"{section.partition('.')[0]}.20"
        self._add("Nhiệm vụ", PLANNED, **{"Mã": code, "Lĩnh vực": section})
        for label, due in (("Dự thảo", PAST), ("Ban hành", AHEAD)):
            self._add("Mốc", (), **{"Mã": code, "Mốc": label, "Đến hạn": due})
            self._say(code, self._early, "Đang thực hiện", label)
            self._say(code, self._late, "Hoàn thành" if due == PAST else "Đang thực hiện", label)

    def _add_figures(self, period: str) -> None:
        kinds = (("A", "Cộng dồn", "hồ sơ", "100"), ("B", "Lấy kỳ cuối", "hồ sơ", ""), ("C", "Tỷ lệ của tổng", "%", ""))
        figures = ({"Giá trị": 1234}, {"Tử số": 5, "Mẫu số": 8, "Giá trị": 77}, {"Tử số": 6}, {"Mẫu số": 6})
        for letter, how, unit, target in (*kinds, ("D", "Tự tính", "nhiệm vụ", ""), ("E", "", "", "")):
            for number, given in enumerate(figures):
                code = f"{letter}{number}"
                facts = {"Mã": code, "Đơn vị tính": unit, "Cách cộng": how, "Mục tiêu": target}
                self._add("Chỉ tiêu", ("Chỉ tiêu",), **facts)
                self._add("Số liệu", ("Ghi chú",), **{"Kỳ": period, "Mã": code, **given})
        self._add("Số liệu", ("Ghi chú",), **{"Kỳ": "2019-06", "Mã": "A0", "Giá trị": 1235})


def lost(
    book: bytes, rows: Rows, made: Made, sheets: set[str], seen: Callable[[str], str]
) -> Iterator[tuple[str, str, object]]:
    """Yield the marks that are neither in the document nor told by a problem: at their own cell, or at what names the
    row as a whole (its period, its day, its code)."""
    letters = {(s.title, c.value): c.column_letter for s in load_workbook(BytesIO(book)) for c in s[1] if c.value}
    text = seen(" ".join([*all_lines(made.data), *headers(made.data)]))
    told = {(p.sheet, p.cell) for p in made.problems}
    for sheet in (s for s in SHEETS if s.name in sheets):
        facts = {h for h in FACTS[sheet.name] if (sheet.name, h) in letters}
        for number, row in enumerate(rows[sheet.name], start=2):
            if any((sheet.name, f"{letters[sheet.name, h]}{number}") in told for h in facts):
                continue
            for header in row.keys() - facts:
                value = row[header]
                shown = (
                    f"{value:%d/%m/%Y}" if isinstance(value, date) else f"{value:,}" if value == 1234 else str(value)
                )
                cell = f"{letters[sheet.name, header]}{number}"
                if (
                    not all(seen(line) in text for line in shown.splitlines())
                    and (sheet.name, cell) not in told
                    and row.get("Mục") not in ANSWERS
                ):
                    yield sheet.name, cell, value


def lost_marks(
    marked: Marked, period: str, kind: str, seen: Callable[[str], str] = key
) -> list[tuple[str, str, object]]:
    """Return the marks that a report leaves out in silence. `seen` is what counts of a text, that of a cell or a page."""
    of, as_of = kind_of(kind), ReportingPeriod.parse(period)
    if of.has_period:
        # What the plan asks, a report says in its tables; one without such a table tells of what was done and measured.
        told_in = {"thong_ke": "Chỉ tiêu", "nhiem_vu": "Nhiệm vụ"}
        sheets = {s.name for s in SHEETS} - {sheet for of_it, sheet in told_in.items() if of_it not in of.appendices}
        marked.rows["Lời văn"] = [r for r in marked.rows["Lời văn"] if (r["Kỳ"], r["Phần"]) != ("Kế hoạch", PLAN_BODY)]
        for row in marked.rows["Nhiệm vụ"]:
            row.pop("Phối hợp"), row.pop("Phân công và cách thức thực hiện")
    else:
        sheets = {"Nhiệm vụ", "Lời văn"}
        marked.rows["Lời văn"] = [r for r in marked.rows["Lời văn"] if r["Kỳ"] == "Kế hoạch"]
    book = workbook_bytes(marked.rows)
    source = read_workbook(book, "so.xlsx")
    assert source.data is not None
    made = make(source, request_for(source.data, date(2026, as_of.last_month, 14), period=period, kind=kind))
    return list(lost(book, marked.rows, made, sheets, seen))


@pytest.mark.parametrize("documents", [2, 6])
@pytest.mark.parametrize("kind", kind_ids())
@pytest.mark.parametrize("period", ["2026-06", "2026-Q1", "2026-H1", "2026-9M", "2026"])
def test_no_mark_is_left_out_in_silence(kind, period, documents):
    assert lost_marks(Marked(ReportingPeriod.parse(period), documents), period, kind) == []
