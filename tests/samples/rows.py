"""Short ways to write a sample's rows: each returns rows as sheets have them, keyed by column header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.vietnamese.dates import short_date

Row = dict[str, object]
Figures = Sequence[int | float]

DOING = "Đang thực hiện"
DONE = "Hoàn thành"
TODO = "Chưa thực hiện"
NOT_ARISEN = "Chưa phát sinh"
PAUSED = "Tạm dừng"

SUM = "Cộng dồn"
LAST = "Lấy kỳ cuối"
FIRST = "Lấy kỳ đầu"
RATIO = "Tỷ lệ của tổng"
COUNTED = "Tự tính"
CODED = "Mã trả lời"


def day(text: str) -> date:
    """Return the date written day first: "13/6/2023"."""
    d, m, y = text.split("/")
    return date(int(y), int(m), int(d))


def info(item: str, content: str, kind: str = "") -> Row:
    return {"Mục": item, "Loại báo cáo": kind, "Nội dung": content}


def section(title: str, *tasks: Row) -> list[Row]:
    """Return the tasks of a section, numbered from 1; `title` begins with its Roman number: "III. CẢI CÁCH …"."""
    number = title.partition(".")[0]
    return [{"Mã": f"{number}.{i}", "Lĩnh vực": title, **task} for i, task in enumerate(tasks, 1)]


def task(
    text: str, product: str, deadline: str, lead: str, support: str = "", how: str = "", superior: str = ""
) -> Row:
    return {
        "Nhiệm vụ": text,
        "Sản phẩm/kết quả": product,
        "Tiến độ": deadline,
        "Chủ trì": lead,
        "Phối hợp": support,
        "Phân công và cách thức thực hiện": how,
        "Nhiệm vụ cấp trên": superior,
    }


def due(task_id: str, last: str = "", label: str = "", start: str = "", required: float | None = None) -> Row:
    """Return a milestone. `last` is a day ("24/11/2023") or a phrase kept as typed ("trước 25/11/2023")."""
    return {
        "Mã": task_id,
        "Mốc": label,
        "Từ ngày": day(start) if start else None,
        "Đến hạn": day(last) if last[:1].isdigit() else last or None,
        "Tỷ lệ yêu cầu": required,
    }


def said(
    on: str,
    word: str,
    result: str,
    *,
    of: str = "",
    percent: float | None = None,
    done: str = "",
    by: str = "",
    cause: str = "",
    remedy: str = "",
    trouble: str = "",
    wish: str = "",
) -> Row:
    """Return what was reported on a day; `of` is the milestone, `done` the day of completion, `by` the document."""
    return {
        "Đến ngày": day(on),
        "Mốc": of,
        "Tình trạng": word,
        "Tỷ lệ (%)": percent,
        "Ngày hoàn thành": day(done) if done else None,
        "Kết quả thực hiện": result,
        "Văn bản": by,
        "Nguyên nhân chậm": cause,
        "Biện pháp, dự kiến": remedy,
        "Khó khăn vướng mắc": trouble,
        "Kiến nghị": wish,
    }


def results(of_tasks: Mapping[str, Sequence[Row]], tasks: Sequence[Row]) -> list[Row]:
    """Return the entries of all tasks as an officer keeps them: by report day, then in the plan's order.

    Beside its code each row shows the task, its deadline, who leads it and what was said the time before.
    """
    rows = [
        _shown(task, entries, at)
        for task in tasks
        for entries in [of_tasks.get(str(task["Mã"]), ())]
        for at in range(len(entries))
    ]
    return sorted(rows, key=lambda row: str(row["Đến ngày"]))


def _shown(task: Row, entries: Sequence[Row], at: int) -> Row:
    before = entries[at - 1] if at else None
    return {
        "Mã": task["Mã"],
        **entries[at],
        "Nhiệm vụ (xem)": task["Nhiệm vụ"],
        "Tiến độ (xem)": task["Tiến độ"],
        "Chủ trì (xem)": task["Chủ trì"],
        "Lần trước (xem)": _before(before) if before else None,
    }


def _before(entry: Row) -> str:
    """What was said the time before: the state, then the result with its day."""
    day = entry["Đến ngày"]
    assert isinstance(day, date)
    result = entry["Kết quả thực hiện"]
    return f"{entry['Tình trạng']}\n({short_date(day)}) {result}" if result else str(entry["Tình trạng"])


def heading(code: str, number: str, group: str, name: str = "") -> Row:
    """Return a row that only carries a name; the first of a group carries the group's own."""
    return {"Mã": code, "STT": number, "Nhóm": group, "Chỉ tiêu": name or group}


def indicator(
    code: str, number: str, group: str, name: str, unit: str, adds: str, *, tasks: str = "", target: str = "",
    measured: str = "", source: str = "",
) -> Row:  # fmt: skip
    return {
        **heading(code, number, group, name),
        "Đơn vị tính": unit,
        "Nhiệm vụ": tasks,
        "Mục tiêu": target,
        "Cách đo lường": measured,
        "Cách cộng": adds,
        "Nguồn": f"{source} (số liệu giả định)" if source else "Số liệu giả định",
    }


def of_form(number: str, name: str, rows: Sequence[Row]) -> list[Row]:
    """Return the rows of one of the superior's statistics forms; `name` is what stands above them."""
    return [{**row, "Biểu mẫu": number, "Nhóm": name} for row in rows]


def counted(code: str, number: str, group: str, name: str, unit: str, measured: str) -> Row:
    """Return a row that the program counts itself."""
    return {**indicator(code, number, group, name, unit, COUNTED, measured=measured), "Nguồn": "Chương trình tự đếm"}


def of_plan(prefix: str, number: str, group: str = "") -> list[Row]:
    """Return how far the plan is, as a superior asks for it."""
    return [
        counted(prefix, number, group, "Tỷ lệ hoàn thành Kế hoạch CCHC năm (lũy kế)", "%", "Tỷ lệ hoàn thành kế hoạch"),
        counted(
            f"{prefix}1", f"{number}.1", group, "Số nhiệm vụ đề ra trong Kế hoạch", "Nhiệm vụ", "Số nhiệm vụ đề ra"
        ),
        counted(
            f"{prefix}2", f"{number}.2", group, "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "Số nhiệm vụ đã hoàn thành"
        ),
    ]


def months(year: int, counts: Mapping[str, Figures], ratios: Mapping[str, tuple[Figures, Figures]]) -> Iterator[Row]:
    """Yield the figures of January to the last month given: single values, then numerators with denominators."""
    length = max(len(values) for values in (*counts.values(), *(above for above, _ in ratios.values())))
    for m in range(length):
        period = f"{year}-{m + 1:02}"
        for code, values in counts.items():
            yield {"Kỳ": period, "Mã": code, "Giá trị": values[m]}
        for code, (above, below) in ratios.items():
            yield {"Kỳ": period, "Mã": code, "Tử số": above[m], "Mẫu số": below[m]}


def shown_figures(figures: Sequence[Row], indicators: Sequence[Row]) -> list[Row]:
    """Return the figures as an officer sees them: beside the code the indicator and its unit."""
    by_code = {row["Mã"]: row for row in indicators}
    return [
        {
            **figure,
            "Chỉ tiêu (xem)": by_code[figure["Mã"]]["Chỉ tiêu"],
            "Đơn vị tính (xem)": by_code[figure["Mã"]]["Đơn vị tính"],
        }
        for figure in figures
    ]


def document(number: str, issued: str, subject: str, tasks: str = "") -> Row:
    return {"Số ký hiệu": number, "Ngày": day(issued), "Trích yếu": subject, "Nhiệm vụ": tasks}


def words(period: str, part: str, content: str) -> Row:
    return {"Kỳ": period, "Phần": part, "Nội dung": content}
