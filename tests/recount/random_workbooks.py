"""Workbooks as officers might keep them, by chance: rows in odd order, reopened tasks, percentages, extensions, pauses,
two rows of one day, figures with and without days, forms, counts of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from random import Random

from openpyxl import Workbook

from tests.samples.rows import (
    CODED,
    DOING,
    DONE,
    LAST,
    NOT_ARISEN,
    PAUSED,
    RATIO,
    SUM,
    TODO,
    Row,
    counted,
    document,
    due,
    indicator,
    info,
    of_form,
)

Rows = dict[str, list[Row]]

YEAR = 2026
START = date(YEAR, 1, 1)
MONTHS = range(1, 13)
ANSWERS = "Có = 1, Không = 0"

#: Deadlines of one day, of several, of none. Every task of a plan is of one of these.
ONE_DAY = ("Trong năm 2026", "Trước ngày 30/9/2026", "Chậm nhất ngày 30/9/2026")
ONGOING = ("Thường xuyên", "Từ quý II/2026", "Định kỳ hằng tháng")
ON_DEMAND = ("Theo chỉ đạo của UBND tỉnh", "Theo hướng dẫn của Sở Nội vụ")
ON_EVENT = "Trong vòng 05 ngày kể từ khi có sự thay đổi"

#: What a form may ask the program to count.
COUNTED = (
    "Số nhiệm vụ đề ra", "Số nhiệm vụ đã hoàn thành", "Tỷ lệ hoàn thành kế hoạch", "Số nhiệm vụ đến hạn",
    "Số nhiệm vụ hoàn thành đúng hạn", "Số nhiệm vụ hoàn thành quá hạn", "Số nhiệm vụ quá hạn chưa hoàn thành",
    "Số nhiệm vụ thường xuyên", "Số nhiệm vụ chưa đến hạn", "Số nhiệm vụ chưa phát sinh", "Số nhiệm vụ tạm dừng",
    "Số nhiệm vụ chưa có báo cáo", "Số nhiệm vụ cấp trên giao", "Số nhiệm vụ cấp trên giao hoàn thành đúng hạn",
    "Số nhiệm vụ cấp trên giao hoàn thành quá hạn", "Số nhiệm vụ cấp trên giao quá hạn chưa hoàn thành",
    "Số nhiệm vụ cấp trên giao đang thực hiện trong hạn", "Số văn bản chỉ đạo", "Tử số của X2", "Mẫu số của X2",
)  # fmt: skip


def random_rows(chance: Random) -> Rows:
    """The rows of a workbook of about ten tasks and nine indicators."""
    tasks, milestones, results = [], [], []
    for number in range(1, chance.randrange(5, 12)):
        code = f"{chance.choice(['I', 'II', 'III'])}.{number}"
        phrase, dated = _deadline(chance, code)
        section = f"{code.partition('.')[0]}. LĨNH VỰC {code.partition('.')[0]}"
        row: Row = {"Mã": code, "Lĩnh vực": section, "Nhiệm vụ": f"Việc {number}", "Tiến độ": phrase, "Chủ trì": "A"}
        tasks.append(row | {"Nhiệm vụ cấp trên": "Văn bản của UBND tỉnh" if chance.random() < 0.3 else ""})
        milestones += dated
        results += _results(chance, code, dated)
    tasks.sort(key=lambda row: str(row["Mã"]).partition(".")[0])
    chance.shuffle(results)
    indicators, figures = [], []
    for n, (adds, unit) in enumerate(
        [(SUM, "Tin"), (LAST, "Người"), (RATIO, "%"), (LAST, "%"), (SUM, "Lớp"), (RATIO, "%"), (CODED, ANSWERS)]
    ):
        target = chance.choice(
            ["", "từ 60 trở lên", "ít nhất 20", "tối thiểu 75", "trên 40", "dưới 50", "không quá 45"]
        )
        target = "" if adds == CODED else target
        indicators.append(indicator(f"X{n}", f"{n + 1}", "Nhóm", f"Chỉ số {n}", unit, adds, target=target))
        figures += _figures(chance, f"X{n}", adds, ratio=adds == RATIO or (unit == "%" and chance.random() < 0.5))
    for n, name in enumerate(chance.sample(COUNTED, 3), start=8):
        indicators.append(counted(f"X{n}", f"{n}", "Nhóm", name, "%" if "Tỷ lệ" in name else "Việc", name))
    if chance.random() < 0.3:
        indicators = of_form("1a", "Biểu", indicators)
    chance.shuffle(figures)
    return {
        "Thông tin": _info(chance),
        "Nhiệm vụ": tasks,
        "Mốc": milestones,
        "Kết quả": results,
        "Chỉ tiêu": indicators,
        "Số liệu": figures,
        "Văn bản": [_document(chance, n) for n in range(chance.randrange(1, 5))],
    }


def _info(chance: Random) -> list[Row]:
    yes = ["Có", "Không"]
    due_days = [info("Ngày phải gửi", "25", "thang"), info("Ngày phải gửi", "10", "cchc")]
    return [
        *[row for row in due_days if chance.random() < 0.3],
        info("Mã đơn vị", "phuong-a"),
        info("Tên cơ quan", "ỦY BAN NHÂN DÂN\nPHƯỜNG A"),
        info("Tên trong câu", "UBND phường A"),
        info("Tên gọi tắt", "UBND phường"),
        info("Tên ngắn", "P A"),
        info("Cấp", "phường"),
        info("Cấp trên", "UBND tỉnh B"),
        info("Cấp trên gọi tắt", "UBND tỉnh"),
        info("Địa danh", "A"),
        info("“Trước ngày” tính cả ngày đó", chance.choice(yes)),
        info("Nhiệm vụ thường xuyên có kết quả được tính là hoàn thành", chance.choice(yes)),
        info("Ký hiệu", "BC-UBND"),
        info("Quyền hạn, chức vụ người ký", "CHỦ TỊCH"),
        info("Họ tên người ký", "Nguyễn Văn A"),
        info("Nơi nhận", "Lưu: VT."),
        info("Số kế hoạch", "1/KH-UBND"),
        info("Ngày kế hoạch", chance.choice(["02/01/2026", "02/01/2026", "15/4/2026"])),
        info("Tên kế hoạch", "cải cách hành chính năm 2026"),
        info("Năm kế hoạch", "2026"),
    ]


def _day(chance: Random, first: date = START, days: int = 350) -> date:
    return first + timedelta(days=chance.randrange(days))


def _deadline(chance: Random, code: str) -> tuple[str, list[Row]]:
    kind = chance.random()
    if kind < 0.15:
        phrase = chance.choice(ONGOING)
        if phrase == "Thường xuyên" and chance.random() < 0.3:
            return phrase, [_milestone(chance, code, "Báo cáo")]
        return phrase, [due(code, start="1/4/2026")] if phrase.startswith("Từ") else []
    if kind < 0.25:
        return chance.choice(ON_DEMAND), []
    if kind < 0.3:
        return ON_EVENT, [due(code, label=f"Lần {n + 1}") for n in range(chance.randrange(1, 3))]
    if kind < 0.4:
        first = chance.randrange(1, 10)
        months = range(first, first + 3)
        ends = {m: date(YEAR, m + 1, 1) - timedelta(days=1) for m in months}
        return "Định kỳ hằng tháng", [due(code, f"{d.day}/{d.month}/{YEAR}", f"Tháng {m}") for m, d in ends.items()]
    labels = [""] if kind < 0.7 else [f"Đợt {n + 1}" for n in range(chance.randrange(1, 4))]
    return chance.choice(ONE_DAY), [_milestone(chance, code, label) for label in labels]


def _milestone(chance: Random, code: str, label: str) -> Row:
    last = _day(chance, days=330)
    typed = f"{last.day}/{last.month}/{last.year}"
    row = due(code, f"trước {typed}" if chance.random() < 0.3 else typed, label)
    if chance.random() < 0.2:
        row["Từ ngày"] = last - timedelta(days=chance.randrange(20, 90))
    if chance.random() < 0.5:
        row["Tỷ lệ yêu cầu"] = chance.choice([50, 60.5, 90, 100])
    if chance.random() < 0.25:
        granted = last + timedelta(days=chance.randrange(-20, 10))
        row["Gia hạn đến"] = last + timedelta(days=chance.randrange(12, 40))
        row["Văn bản gia hạn"] = f"Công văn số 9/UBND-VP ngày {granted:%d/%m/%Y} của UBND tỉnh B"
    return row


def _results(chance: Random, code: str, milestones: list[Row]) -> Iterator[Row]:
    days = sorted(_day(chance) for _ in range(chance.randrange(6)))
    if len(days) > 1 and chance.random() < 0.1:
        days[1] = days[0]
    labelled = [row for row in milestones if row["Mốc"]]
    for day in days:
        of = chance.choice(labelled) if labelled and chance.random() < 0.8 else None
        word = chance.choice([TODO, DOING, DOING, DONE, DONE, DONE, NOT_ARISEN, PAUSED, ""])
        row: Row = {"Đến ngày": day, "Mã": code, "Mốc": of["Mốc"] if of else "", "Tình trạng": word}
        if word == DONE and chance.random() < 0.7:
            row["Ngày hoàn thành"] = day + timedelta(days=chance.choice([-25, -9, -3, 0, 0, 3]))
        if word in (TODO, DOING, DONE) and chance.random() < 0.4:
            row["Tỷ lệ (%)"] = (
                chance.choice([100, 100, 95]) if word == DONE else chance.choice([20, 49.9, 50, 60.5, 88, 100])
            )
        if chance.random() < 0.4:
            row["Kết quả thực hiện"] = "Đã làm một phần"
        yield row


def _document(chance: Random, number: int) -> Row:
    day = _day(chance)
    symbol = chance.choice(["KH", "BC", "QĐ", "GM"])
    return document(f"{number + 1}/{symbol}-UBND", f"{day.day}/{day.month}/{day.year}", "Về việc khác")


def _figures(chance: Random, code: str, adds: str, *, ratio: bool) -> Iterator[Row]:
    periods = [f"{YEAR}-{m:02}" for m in MONTHS if chance.random() < 0.9]
    if chance.random() < 0.15:
        periods = [f"{YEAR}-Q{n}" for n in range(1, 5)]
    elif chance.random() < 0.3:
        periods += chance.sample([f"{YEAR}-Q2", f"{YEAR}-Q3", f"{YEAR}-H1", f"{YEAR}-9M", f"{YEAR}"], 2)
    for period in periods:
        row: Row = {"Kỳ": period, "Mã": code}
        if adds == CODED:
            row["Giá trị"] = chance.choice(["Có", "Không", 1, 0])
        elif ratio and adds == RATIO and chance.random() < 0.1:
            row["Giá trị"] = chance.choice([12.5, 80, 100])
        elif ratio:
            lower = chance.choice([0, 40, 80, 120])
            row |= {"Tử số": chance.randrange(lower + 1), "Mẫu số": lower}
        else:
            row["Giá trị"] = chance.choice([chance.randrange(30), f"{chance.randrange(30)},5"])
        if chance.random() < 0.3:
            row["Đến ngày"] = _day(chance)
        yield row


def plain_workbook(rows: Rows) -> bytes:
    """A workbook without any of the program's dress: many of them are made in little time."""
    book = Workbook(write_only=True)
    for name, of_sheet in rows.items():
        sheet = book.create_sheet(name)
        header = list(dict.fromkeys(key for row in of_sheet for key in row))
        sheet.append(header)
        for row in of_sheet:
            sheet.append([row.get(key) for key in header])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
