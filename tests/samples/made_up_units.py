"""Workbooks of units that never were: any number of them, as long as wished, varied and yet the same from a seed.

The plan of each is drawn from 96 tasks (8 fields of 4 subjects: a plan, the work itself, a report on it).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from generator.vietnamese.dates import short_date

Row = dict[str, object]
Rows = dict[str, list[Row]]

_YEAR = 2023
_FIELDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "I. CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH",
        "Công chức Văn phòng - Thống kê",
        (
            "tuyên truyền cải cách hành chính trên đài truyền thanh và trang thông tin điện tử",
            "tự kiểm tra công tác cải cách hành chính tại các bộ phận",
            "đăng ký, áp dụng sáng kiến trong giải quyết công việc",
            "theo dõi, đôn đốc các nhiệm vụ được giao trong năm",
        ),
    ),
    (
        "II. CẢI CÁCH THỂ CHẾ",
        "Công chức Tư pháp - Hộ tịch",
        (
            "rà soát, hệ thống hóa văn bản quy phạm pháp luật",
            "theo dõi tình hình thi hành pháp luật",
            "phổ biến, giáo dục pháp luật tại khu dân cư",
            "kiểm tra, xử lý văn bản đã ban hành",
        ),
    ),
    (
        "III. CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
        "Bộ phận Một cửa",
        (
            "rà soát, đơn giản hóa thủ tục hành chính",
            "niêm yết công khai thủ tục hành chính tại trụ sở",
            "chứng thực bản sao điện tử từ bản chính",
            "tiếp nhận, xử lý phản ánh, kiến nghị của người dân",
        ),
    ),
    (
        "IV. CẢI CÁCH TỔ CHỨC BỘ MÁY",
        "Công chức Văn phòng - Thống kê",
        (
            "rà soát chức năng, nhiệm vụ của các bộ phận",
            "phân công lại nhiệm vụ cán bộ, công chức",
            "sắp xếp người hoạt động không chuyên trách",
            "thực hiện quy chế làm việc của Ủy ban nhân dân",
        ),
    ),
    (
        "V. CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
        "Công chức Văn phòng - Thống kê",
        (
            "bồi dưỡng cán bộ, công chức về kỹ năng giao tiếp",
            "chấn chỉnh kỷ luật, kỷ cương hành chính",
            "đánh giá cán bộ, công chức theo kết quả công việc",
            "chuyển đổi vị trí công tác theo quy định",
        ),
    ),
    (
        "VI. CẢI CÁCH TÀI CHÍNH CÔNG",
        "Công chức Tài chính - Kế toán",
        (
            "công khai dự toán, quyết toán ngân sách",
            "thực hành tiết kiệm, chống lãng phí",
            "quản lý, sử dụng tài sản công",
            "giải ngân vốn đầu tư được giao",
        ),
    ),
    (
        "VII. XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
        "Công chức Văn hóa - Xã hội",
        (
            "chuyển đổi số tại đơn vị",
            "số hóa kết quả giải quyết thủ tục hành chính",
            "hướng dẫn người dân nộp hồ sơ trực tuyến",
            "bảo đảm an toàn thông tin mạng nội bộ",
        ),
    ),
    (
        "VIII. NÂNG CAO MỨC ĐỘ HÀI LÒNG CỦA NGƯỜI DÂN",
        "Bộ phận Một cửa",
        (
            "khảo sát mức độ hài lòng của tổ chức, cá nhân",
            "khắc phục các tiêu chí còn thấp điểm",
            "thư xin lỗi đối với hồ sơ trễ hẹn",
            "bố trí nơi chờ, lối đi cho người cao tuổi, người khuyết tật",
        ),
    ),
)
_CAUSES = ("Chờ hướng dẫn của cấp trên", "Người phụ trách nghỉ thai sản", "Khối lượng hồ sơ tăng, dồn vào cuối kỳ")
_REMEDIES = ("Giao lại người phụ trách trong tháng", "Hoàn thành trong tháng 7 năm 2023")
_TROUBLES = ("Máy quét hỏng, chưa có kinh phí thay", "Đường truyền chậm vào giờ cao điểm")
_WISHES = ("Bố trí kinh phí mua máy quét", "Tập huấn thêm về phần mềm Một cửa")
_PEOPLE = ("Nguyễn Văn A", "Trần Thị B", "Lê Văn C", "Phạm Thị D")


@dataclass(frozen=True, slots=True)
class Place:
    """A unit's names. `level` is "phường", "xã" or "thị trấn"; `superior` as written in a sentence."""

    code: str
    name: str
    level: str
    superior: str

    @property
    def short(self) -> str:
        return f"{ {'phường': 'P', 'xã': 'X'}.get(self.level, 'TT') } {self.name}"


@dataclass(frozen=True, slots=True)
class _Task:
    code: str
    field: str
    lead: str
    text: str
    product: str
    phrase: str
    due: date | None


def unit_rows(place: Place, *, tasks: int, seed: str) -> Rows:
    """Return the rows of a workbook by sheet name: `tasks` (at most 96) of them, results up to the middle of 2023."""
    chance = Random(seed)
    plan = list(_tasks(chance, tasks))
    info = list(_info(place, chance))
    results = sorted((r for t in plan for r in _results(t, chance)), key=lambda r: str(r["Đến ngày"]))
    return {
        "Thông tin": info,
        "Nhiệm vụ": [_task_row(t) for t in plan],
        "Mốc": [{"Mã": t.code, "Đến hạn": t.due} for t in plan if t.due],
        "Kết quả": results,
        "Chỉ tiêu": _indicators(),
        "Số liệu": list(_figures(chance)),
        "Văn bản": [*_documents(plan, chance), *_proofs(plan, results)],
        "Lời văn": list(_words(place, chance)),
    }


def _tasks(chance: Random, wanted: int) -> Iterator[_Task]:
    everything = [(f, s, part) for f in range(8) for s in range(4) for part in range(3)]
    chosen = sorted(chance.sample(everything, wanted))
    numbers = dict.fromkeys(range(8), 0)
    for f, s, part in chosen:
        numbers[f] += 1
        title, lead, subjects = _FIELDS[f]
        subject = subjects[s]
        code = f"{title.partition('.')[0]}.{numbers[f]}"
        if part == 0:
            due = date(_YEAR, chance.randint(3, 8), chance.randint(1, 28))
            phrase = f"Trước ngày {short_date(due)}"
            yield _Task(code, title, lead, f"Xây dựng kế hoạch {subject}.", "Kế hoạch của UBND", phrase, _before(due))
        elif part == 1:
            yield _Task(code, title, lead, f"Triển khai {subject}.", "Hồ sơ, tài liệu minh chứng", "Thường xuyên", None)
        else:
            due = date(_YEAR, chance.choice((5, 6, 9, 12)), chance.randint(5, 25))
            phrase = f"Chậm nhất ngày {short_date(due)}"
            yield _Task(code, title, lead, f"Báo cáo kết quả {subject}.", "Báo cáo của UBND", phrase, due)


def _before(day: date) -> date:
    return day - timedelta(days=1)


def _task_row(task: _Task) -> Row:
    return {
        "Mã": task.code,
        "Lĩnh vực": task.field,
        "Nhiệm vụ": task.text,
        "Sản phẩm/kết quả": task.product,
        "Tiến độ": task.phrase,
        "Chủ trì": task.lead,
        "Phối hợp": "Các bộ phận chuyên môn",
    }


def _results(task: _Task, chance: Random) -> Iterator[Row]:
    """What was said on 25/4, 25/5 and 10/6: of every task something, of most of them that they are well."""
    if task.due is None:
        for day in (date(_YEAR, 4, 25), date(_YEAR, 6, 10)):
            extra = {"Khó khăn vướng mắc": chance.choice(_TROUBLES)} if chance.random() < 0.05 else {}
            yield _said(day, task, "Đang thực hiện", "Duy trì thực hiện đều đặn hằng tuần.", **extra)
        return
    if task.due > date(_YEAR, 6, 14):
        yield _said(date(_YEAR, 5, 25), task, "Chưa thực hiện", "")
        return
    yield _said(date(_YEAR, 4, 25), task, "Đang thực hiện", "Đã dự thảo, đang lấy ý kiến các bộ phận.")
    if chance.random() < 0.12:
        more = {"Nguyên nhân chậm": chance.choice(_CAUSES), "Biện pháp, dự kiến": chance.choice(_REMEDIES)}
        if chance.random() < 0.3:
            more["Kiến nghị"] = chance.choice(_WISHES)
        yield _said(date(_YEAR, 6, 10), task, "Đang thực hiện", "Đã hoàn thiện dự thảo, chờ ký ban hành.", **more)
        return
    done = min(task.due + timedelta(days=chance.choice((-9, -6, -3, -2, 4))), date(_YEAR, 6, 9))
    number = f"{chance.randint(20, 400)}/{'KH' if 'kế hoạch' in task.text else 'BC'}-UBND"
    proof = f"{number} ngày {short_date(done)}"
    text = "Đã ban hành và gửi các bộ phận.\nĐã công khai tại trụ sở."
    yield _said(date(_YEAR, 6, 10), task, "Hoàn thành", text, **{"Ngày hoàn thành": done, "Văn bản": proof})


def _said(day: date, task: _Task, word: str, result: str, **more: object) -> Row:
    return {"Đến ngày": day, "Mã": task.code, "Tình trạng": word, "Kết quả thực hiện": result, **more}


def _info(place: Place, chance: Random) -> Iterator[Row]:
    named = f"UBND {place.level} {place.name}"
    plan_day = date(_YEAR, 1, chance.randint(5, 28))
    for item, content in (
        ("Mã đơn vị", place.code),
        ("Cơ quan chủ quản", place.superior.upper()),
        ("Tên cơ quan", f"ỦY BAN NHÂN DÂN\n{place.level} {place.name}".upper()),
        ("Tên trong câu", named),
        ("Tên gọi tắt", f"UBND {place.level}"),
        ("Tên ngắn", place.short),
        ("Cấp", place.level),
        ("Cấp trên", place.superior),
        ("Cấp trên gọi tắt", " ".join(place.superior.split()[:3])),
        ("Địa danh", place.name),
        ("“Trước ngày” tính cả ngày đó", "Không"),
        ("Văn bản điện tử", "Có"),
        ("Ký hiệu", "BC-UBND"),
        ("Quyền hạn, chức vụ người ký", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
        ("Họ tên người ký", chance.choice(_PEOPLE)),
        ("Kính gửi", place.superior),
        ("Nơi nhận", f"Như trên\nThường trực HĐND {place.level}\nLưu: VT"),
        ("Ngày phải gửi", "13"),
        ("Kỳ phải báo cáo", "6 tháng đầu năm; quý III; năm"),
        ("Số kế hoạch", f"{chance.randint(5, 90)}/KH-UBND"),
        ("Ngày kế hoạch", f"{short_date(plan_day)}"),
        ("Tên kế hoạch", f"Cải cách hành chính năm {_YEAR}"),
        ("Cơ quan ban hành kế hoạch", named),
        ("Năm kế hoạch", str(_YEAR)),
    ):
        yield {"Mục": item, "Nội dung": content}


def _indicators() -> list[Row]:
    group = "Kết quả giải quyết thủ tục hành chính"
    rows: list[Row] = [
        {"Mã": code, "STT": f"1.{n}", "Nhóm": group, "Chỉ tiêu": name, "Đơn vị tính": unit, "Mục tiêu": target,
         "Cách đo lường": "Số liệu giả định", "Cách cộng": adds}
        for n, (code, name, unit, target, adds) in enumerate(
            (
                ("HS", "Số hồ sơ tiếp nhận", "hồ sơ", "", "Cộng dồn"),
                ("DH", "Tỷ lệ hồ sơ giải quyết đúng hạn", "%", "tối thiểu 98%", "Tỷ lệ của tổng"),
                ("TT", "Tỷ lệ hồ sơ nộp trực tuyến", "%", "tối thiểu 35%", "Tỷ lệ của tổng"),
                ("CT", "Tỷ lệ chứng thực điện tử", "%", "tối thiểu 20%", "Tỷ lệ của tổng"),
            ),
            start=1,
        )
    ]  # fmt: skip
    counted = ("Số nhiệm vụ trong kế hoạch", "Số nhiệm vụ đến hạn", "Số nhiệm vụ quá hạn chưa hoàn thành")
    for n, name in enumerate(counted, start=1):
        rows.append(
            {"Mã": f"NV{n}", "STT": f"2.{n}", "Nhóm": "Kết quả thực hiện kế hoạch", "Chỉ tiêu": name,
             "Đơn vị tính": "nhiệm vụ", "Cách đo lường": name, "Cách cộng": "Tự tính"}
        )  # fmt: skip
    return rows


def _figures(chance: Random) -> Iterator[Row]:
    for month in range(1, 7):
        period = f"{_YEAR}-{month:02}"
        files = chance.randint(90, 900)
        yield {"Kỳ": period, "Mã": "HS", "Giá trị": files}
        for code, low in (("DH", 0.97), ("TT", 0.25), ("CT", 0.1)):
            part = round(files * (low + (1 - low) * chance.random() * 0.5))
            yield {"Kỳ": period, "Mã": code, "Tử số": part, "Mẫu số": files}


def _documents(plan: list[_Task], chance: Random) -> Iterator[Row]:
    for task in chance.sample(plan, min(6, len(plan))):
        issued = date(_YEAR, chance.randint(1, 6), chance.randint(1, 13))
        yield {
            "Số ký hiệu": f"{chance.randint(20, 400)}/KH-UBND",
            "Ngày": issued,
            "Trích yếu": task.text.rstrip("."),
            "Nhiệm vụ": task.code,
        }


def _proofs(plan: list[_Task], results: list[Row]) -> Iterator[Row]:
    """The documents that the results cite."""
    texts = {task.code: task.text.rstrip(".") for task in plan}
    for row in results:
        if proof := str(row.get("Văn bản", "")):
            yield {
                "Số ký hiệu": proof.partition(" ngày ")[0],
                "Ngày": row["Ngày hoàn thành"],
                "Trích yếu": texts[str(row["Mã"])],
                "Nhiệm vụ": row["Mã"],
            }


def _words(place: Place, chance: Random) -> Iterator[Row]:
    for part, text in (
        ("Chỉ đạo điều hành", f"Chủ tịch UBND {place.level} giao ban hằng tuần.\nCác việc chậm đều có người theo dõi."),
        ("Tuyên truyền", f"Đã phát {chance.randint(12, 90)} bản tin trên đài truyền thanh {place.level}."),
        ("Phương hướng", "Tập trung hoàn thành các nhiệm vụ đến hạn trong kỳ tới."),
    ):
        yield {"Kỳ": f"{_YEAR}-H1", "Phần": part, "Nội dung": text}
