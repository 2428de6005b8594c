"""A small workbook without a mistake, for tests to make mistakes in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import LXML, Workbook, load_workbook

from generator.book.read.workbook import read_workbook_bytes
from generator.book.sheets import ITEMS
from generator.book.write.new_workbook import workbook_bytes
from generator.domain.problem import Problem
from generator.domain.unit_year import UnitYear

Rows = dict[str, list[dict[str, Any]]]

_ANSWERS = {
    "Kính gửi": "UBND thành phố A",
    "Nơi nhận": "- Như trên;\n- Lưu: VT.",
    "Kỳ phải báo cáo": "6 tháng đầu năm; quý III; năm",
    "Tên kế hoạch": "cải cách hành chính năm 2023",
}


def small_rows() -> Rows:
    return {
        "Thông tin": [
            {"Mục": item.name, "Nội dung": _ANSWERS.get(item.name, item.example)}
            for item in ITEMS
            if item.name in _ANSWERS or item.example
        ],
        "Nhiệm vụ": [
            task("I.1", "I. CHỈ ĐẠO, ĐIỀU HÀNH", "Ban hành kế hoạch tuyên truyền", "Trước ngày 25/11/2023"),
            task("I.2", "I. CHỈ ĐẠO, ĐIỀU HÀNH", "Kiểm tra việc thực hiện", "Thường xuyên"),
            task(
                "II.1", "II. TÀI CHÍNH CÔNG", "Giải ngân vốn đầu tư", "Đến 15/12/2023 đạt 90%, đến 31/01/2024 đạt 100%"
            ),
        ],
        "Mốc": [
            {"Mã": "I.1", "Đến hạn": "trước 25/11/2023"},
            {"Mã": "II.1", "Mốc": "Đợt 1", "Đến hạn": date(2023, 12, 15), "Tỷ lệ yêu cầu": 90},
            {"Mã": "II.1", "Mốc": "Đợt 2", "Đến hạn": date(2024, 1, 31), "Tỷ lệ yêu cầu": 100},
        ],
        "Kết quả": [
            result("I.1", "Đang thực hiện", **{"Tỷ lệ (%)": 50, "Kết quả thực hiện": "Đã dự thảo kế hoạch"}),
            result("I.2", "Đang thực hiện", **{"Kết quả thực hiện": "Đã kiểm tra 02 bộ phận"}),
        ],
        "Chỉ tiêu": [
            {
                "Mã": "HS",
                "STT": "1",
                "Chỉ tiêu": "Tỷ lệ hồ sơ đúng hạn",
                "Đơn vị tính": "%",
                "Mục tiêu": "tối thiểu 95%",
            },
            {"Mã": "VB", "STT": "2", "Chỉ tiêu": "Số văn bản", "Đơn vị tính": "văn bản", "Cách cộng": "Cộng dồn"},
        ],
        "Số liệu": [{"Kỳ": "2023-06", "Mã": "HS", "Tử số": 96, "Mẫu số": 100}],
        "Văn bản": [{"Số ký hiệu": "12/KH-UBND", "Ngày": date(2023, 5, 4), "Trích yếu": "Kế hoạch", "Nhiệm vụ": "I.1"}],
        "Lời văn": [{"Kỳ": "2023-H1", "Phần": "Kiến nghị", "Nội dung": "Đề nghị bố trí kinh phí"}],
    }


def task(code: Any, section: str, text: str, phrase: str = "", **more: Any) -> dict[str, Any]:
    return {"Mã": code, "Lĩnh vực": section, "Nhiệm vụ": text, "Tiến độ": phrase, "Chủ trì": "Văn phòng", **more}


def result(code: Any, word: str, as_of: Any = date(2023, 6, 13), **more: Any) -> dict[str, Any]:
    return {"Đến ngày": as_of, "Mã": code, "Tình trạng": word, **more}


def read(rows: Rows) -> tuple[UnitYear, tuple[Problem, ...]]:
    year, problems = read_workbook_bytes(workbook_bytes(rows))
    assert year is not None, problems
    return year, problems


def changed(data: bytes, change: Callable[[Workbook], None], *, rich_text: bool = False) -> bytes:
    """Return the workbook after a change made with openpyxl."""
    book = load_workbook(BytesIO(data), rich_text=rich_text)
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


#: For tests that look into what openpyxl wrote: without lxml it writes the same in other bytes.
written_with_lxml = pytest.mark.skipif(not LXML, reason="looks at the bytes that openpyxl writes with lxml")
