"""A workbook's sheets as tables of a database in memory: own small readers, nothing of the program."""

from __future__ import annotations

import re
import sqlite3
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

SCHEMA = """
CREATE TABLE task (id TEXT, place INTEGER, section TEXT, ongoing INTEGER, first TEXT, superior INTEGER);
CREATE TABLE milestone (id INTEGER PRIMARY KEY, task TEXT, label TEXT, last TEXT, required REAL, extended TEXT, granted TEXT);
CREATE TABLE result (seq INTEGER, day TEXT, task TEXT, label TEXT, word TEXT, percent REAL, completed TEXT,
  tells INTEGER);
CREATE TABLE indicator (code TEXT, adds TEXT, ratio INTEGER, counts TEXT, comparator TEXT, target REAL);
CREATE TABLE figure (seq INTEGER, code TEXT, period TEXT, upper REAL, lower REAL, value REAL, day TEXT);
CREATE TABLE span (period TEXT, first INTEGER, last INTEGER, month TEXT, known TEXT);
CREATE TABLE closing (kind TEXT, day INTEGER);
CREATE TABLE plan (issued TEXT, year INTEGER, ongoing_is_done INTEGER);
CREATE TABLE document (symbol TEXT, day TEXT);
"""

#: Of two rows of one day and milestone the one typed last counts, unless it is blank.
_OVERWRITTEN = """
DELETE FROM result AS r WHERE EXISTS (
  SELECT 1 FROM result s WHERE s.task = r.task AND s.day = r.day AND s.label IS r.label AND s.seq > r.seq
    AND (s.word IS NOT NULL OR s.tells))
"""

#: First and last month of each period (a name ends in it), all but the months themselves.
SPANS = {"-Q1": (1, 3), "-Q2": (4, 6), "-Q3": (7, 9), "-Q4": (10, 12), "-H1": (1, 6), "-H2": (7, 12), "-9M": (1, 9), "": (1, 12)}  # fmt: skip

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})")
_PERIODS: tuple[tuple[str, str], ...] = (
    (r"(?:tháng|t)\s*(\d{1,2})", "-{0:02}"),
    (r"(?:quý|q)\s*(\d)", "-Q{0}"),
    (r"6 tháng(?: đầu năm)?", "-H1"),
    (r"6 tháng cuối năm", "-H2"),
    (r"9 tháng", "-9M"),
    (r"(?:năm|cả năm)?", ""),
)


def day_of(cell: object) -> date | None:
    """The day in a cell; a text is read day first."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    found = _DAY.search(str(cell or ""))
    if not found:
        return None
    d, m, y = (int(part) for part in found.groups())
    return date(y if y > 99 else 2000 + y, m, d)


def number_of(cell: Any) -> float | None:
    """The number that the eye sees: "1.234,5", "50 %", a cell formatted as a percentage."""
    if cell is None or cell.value is None or cell.value == "":
        return None
    if isinstance(cell.value, int | float):
        return round(cell.value * 100, 9) if "%" in cell.number_format else float(cell.value)
    return float(str(cell.value).replace("%", "").replace(" ", "").replace(".", "").replace(",", "."))


def period_of(text: object, year: int) -> str:
    """The name of a period as people write it: "Tháng 5", "5/2026", "quý 2", "2026-Q2"."""
    words = re.sub(r"\s+", " ", str(text).strip().lower())
    if found := re.fullmatch(r"(\d{4})(-(?:\d\d|[qh]\d|9m))?", words):
        return found[1] + (found[2] or "").upper()
    if found := re.fullmatch(r"(\d{1,2})/(\d{4})", words):
        return f"{found[2]}-{int(found[1]):02}"
    if found := re.search(r"[/ ](\d{4})$", words):
        year, words = int(found[1]), re.sub(r"(?:[/ ]|\s*năm )\d{4}$", "", words).strip()
    for pattern, name in _PERIODS:
        if found := re.fullmatch(pattern, words):
            return f"{year}" + name.format(*(int(n) for n in found.groups()))
    raise ValueError(text)


def target_of(text: object) -> tuple[str, float] | tuple[None, None]:
    """How a value compares with a target, and the number: "từ 99% trở lên" is at least 99."""
    words = str(text or "").lower()
    found = re.search(r"\d+(?:[.,]\d+)*", words)
    if not found:
        return None, None
    number = float(found[0].replace(".", "").replace(",", "."))
    for marks, comparator in (
        ("không quá|tối đa", "<="),
        ("không dưới|tối thiểu|ít nhất|từ ", ">="),
        ("dưới", "<"),
        ("trên", ">"),
    ):
        if re.search(marks, words):
            return comparator, number
    return ">=", number


def window_end(year: int, month: int, day: int | None) -> date:
    """The last day of the data of a period that ends with a month: a day of it, else the month's end."""
    end = monthrange(year, month)[1]
    return date(year, month, min(day or end, end))


def rows_of(book: Any, sheet: str) -> Iterator[dict[str, Any]]:
    """Each row that has something in it: its cells by the words of the header."""
    if sheet not in book.sheetnames:
        return
    header, *rows = book[sheet].iter_rows(min_row=1, max_row=max(book[sheet].max_row, 1))
    names = [str(cell.value or "").strip() for cell in header]
    for row in rows:
        if any(cell.value not in (None, "") for cell in row):
            yield {name: cell for name, cell in zip(names, row, strict=False) if name}


def text_of(row: dict[str, Any], name: str) -> str | None:
    cell = row.get(name)
    return None if cell is None or cell.value is None else str(cell.value).strip() or None


def iso(cell: Any) -> str | None:
    day = day_of(cell.value) if cell is not None else None
    return day.isoformat() if day else None


def database(data: bytes) -> sqlite3.Connection:
    """The tables of a workbook."""
    book = load_workbook(BytesIO(data))
    info: dict[tuple[str, str], str] = {}
    for row in rows_of(book, "Thông tin"):
        info[text_of(row, "Mục") or "", text_of(row, "Loại báo cáo") or ""] = text_of(row, "Nội dung") or ""
    base = sqlite3.connect(":memory:")
    base.row_factory = sqlite3.Row
    base.executescript(SCHEMA)
    year = int(info["Năm kế hoạch", ""])
    issued = day_of(info.get(("Ngày kế hoạch", "")))
    counts_ongoing = info.get(("Nhiệm vụ thường xuyên có kết quả được tính là hoàn thành", ""), "").lower() == "có"
    base.execute("INSERT INTO plan VALUES (?,?,?)", (issued.isoformat() if issued else "", year, counts_ongoing))
    _load_plan(base, book, counts_the_day=info.get(("“Trước ngày” tính cả ngày đó", ""), "").lower() == "có")
    for seq, row in enumerate(rows_of(book, "Kết quả")):
        told = text_of(row, "Mã"), text_of(row, "Mốc"), text_of(row, "Tình trạng"), number_of(row.get("Tỷ lệ (%)"))
        tells = any(text_of(row, name) for name in ("Kết quả thực hiện", "Văn bản"))
        values = seq, iso(row["Đến ngày"]), *told, iso(row.get("Ngày hoàn thành")), tells
        base.execute("INSERT INTO result VALUES (?,?,?,?,?,?,?,?)", values)
    base.execute(_OVERWRITTEN)
    _load_figures(base, book, year)
    due_days = [int(text) for (item, _), text in info.items() if item == "Ngày phải gửi"]
    own = info.get(("Ngày phải gửi", "thang"))
    base.executemany("INSERT INTO closing VALUES (?,?)", [("cchc", 14), ("thang", own and int(own))])
    for name, (first, last) in {**SPANS, **{f"-{m:02}": (m, m) for m in range(1, 13)}}.items():
        known = min(window_end(year, last, day) for day in (14, *due_days))
        values = f"{year}{name}", first, last, date(year, last, 1).isoformat(), known.isoformat()
        base.execute("INSERT INTO span VALUES (?,?,?,?,?)", values)
    return base


def _load_plan(base: sqlite3.Connection, book: Any, *, counts_the_day: bool) -> None:
    ongoing = {}
    dated = {text_of(row, "Mã") for row in rows_of(book, "Mốc") if text_of(row, "Đến hạn")}
    for place, row in enumerate(rows_of(book, "Nhiệm vụ")):
        code, phrase = text_of(row, "Mã") or "", (text_of(row, "Tiến độ") or "").lower()
        ongoing[code] = "thường xuyên" in phrase or bool(re.match(r"từ (?:quý|tháng|ngày)", phrase))
        ongoing[code] |= phrase.startswith("định kỳ") and code not in dated
        values = code, place, code.partition(".")[0], ongoing[code], bool(text_of(row, "Nhiệm vụ cấp trên"))
        base.execute("INSERT INTO task (id, place, section, ongoing, superior) VALUES (?,?,?,?,?)", values)
    starts: dict[str | None, list[str]] = {}
    parts: Counter[str | None] = Counter()
    for row in rows_of(book, "Mốc"):
        code, last = text_of(row, "Mã"), day_of(row["Đến hạn"].value)
        if last and str(row["Đến hạn"].value).strip().lower().startswith("trước") and not counts_the_day:
            last -= timedelta(days=1)
        if first := iso(row.get("Từ ngày")):
            starts.setdefault(code, []).append(first)
        parts[code] += 1
        if last or not first:
            more = number_of(row.get("Tỷ lệ yêu cầu")), iso(row.get("Gia hạn đến")), iso(row.get("Văn bản gia hạn"))
            values = code, text_of(row, "Mốc"), last and last.isoformat(), *more
            base.execute(
                "INSERT INTO milestone (task, label, last, required, extended, granted) VALUES (?,?,?,?,?,?)", values
            )
    for code, days in starts.items():  # A task is to begin when every part of it is.
        if len(days) == parts[code]:
            base.execute("UPDATE task SET first = ? WHERE id = ?", (min(days), code))


def _load_figures(base: sqlite3.Connection, book: Any, year: int) -> None:
    answers: dict[str | None, dict[str, str]] = {}
    for row in rows_of(book, "Văn bản"):
        symbol = (text_of(row, "Số ký hiệu") or "").partition("/")[2].partition("-")[0]
        base.execute("INSERT INTO document VALUES (?,?)", (symbol, iso(row.get("Ngày"))))
    for row in rows_of(book, "Chỉ tiêu"):
        counts = text_of(row, "Cách đo lường") if text_of(row, "Cách cộng") == "Tự tính" else None
        values = text_of(row, "Mã"), text_of(row, "Cách cộng"), text_of(row, "Đơn vị tính") == "%", counts
        target = target_of(text_of(row, "Mục tiêu"))
        answers[text_of(row, "Mã")] = dict(re.findall(r"([^,;=\d]+?)\s*=\s*(\d+)", text_of(row, "Đơn vị tính") or ""))
        base.execute("INSERT INTO indicator VALUES (?,?,?,?,?,?)", (*values, *target))
    for seq, row in enumerate(rows_of(book, "Số liệu")):
        if code := {k.strip(): v for k, v in answers.get(text_of(row, "Mã"), {}).items()}.get(
            str(text_of(row, "Giá trị"))
        ):
            row["Giá trị"].value = int(code)
        numbers = (number_of(row.get(name)) for name in ("Tử số", "Mẫu số", "Giá trị"))
        values = seq, text_of(row, "Mã"), period_of(row["Kỳ"].value, year), *numbers, iso(row.get("Đến ngày"))
        base.execute("INSERT INTO figure VALUES (?,?,?,?,?,?,?)", values)
