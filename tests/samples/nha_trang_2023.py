"""The 27 wards and communes of Nha Trang in 2023, for `cchc batch`: their names are real, their workbooks made up.

Two of them have sent nothing: their folders hold a note instead of a workbook.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from generator.vietnamese.text import plain
from tests.samples.made_up_units import Place, Rows, unit_rows

CITY = "UBND thành phố Nha Trang"
NOTE = "Đơn vị này chưa gửi sổ: thư mục mẫu để xem bảng tổng hợp ghi “Chưa gửi sổ”.\n"

_WARDS = (
    "Lộc Thọ", "Ngọc Hiệp", "Phước Hải", "Phước Hòa", "Phước Long", "Phước Tân", "Phước Tiến", "Phương Sài",
    "Phương Sơn", "Tân Lập", "Vạn Thạnh", "Vạn Thắng", "Vĩnh Hải", "Vĩnh Hòa", "Vĩnh Nguyên", "Vĩnh Phước",
    "Vĩnh Thọ", "Vĩnh Trường", "Xương Huân",
)  # fmt: skip
_COMMUNES = (
    "Phước Đồng", "Vĩnh Hiệp", "Vĩnh Lương", "Vĩnh Ngọc", "Vĩnh Phương", "Vĩnh Thái", "Vĩnh Thạnh", "Vĩnh Trung",
)  # fmt: skip
SENT_NOTHING = ("xa-vinh-luong", "xa-vinh-thai")
#: Which task of the city's plan a made-up task serves, by words in it; one that serves none is the unit's own.
_SERVES = (
    ("tuyên truyền cải cách hành chính", "I.4"),
    ("tự kiểm tra công tác", "I.1"),
    ("sáng kiến", "I.7"),
    ("theo dõi, đôn đốc các nhiệm vụ", "I.1"),
    ("hệ thống hóa văn bản", "II.1"),
    ("thi hành pháp luật", "II.3"),
    ("kiểm tra, xử lý văn bản", "II.2"),
    ("đơn giản hóa thủ tục", "III.1"),
    ("niêm yết công khai", "III.2"),
    ("chứng thực bản sao điện tử", "III.10"),
    ("phản ánh, kiến nghị", "III.14"),
    ("thư xin lỗi", "III.11"),
    ("bồi dưỡng cán bộ", "V.4"),
    ("kỷ luật, kỷ cương", "V.6"),
    ("đánh giá cán bộ", "V.3"),
    ("chuyển đổi vị trí", "V.7"),
    ("thực hành tiết kiệm", "VI.3"),
    ("tài sản công", "VI.4"),
    ("giải ngân", "VI.1"),
    ("chuyển đổi số", "VII.8"),
    ("số hóa kết quả", "VII.9"),
    ("nộp hồ sơ trực tuyến", "VII.5"),
    ("mức độ hài lòng", "VIII.1"),
    ("tiêu chí còn thấp điểm", "IX.4"),
)


def places() -> Iterator[Place]:
    for level, names in (("phường", _WARDS), ("xã", _COMMUNES)):
        for name in names:
            yield Place(plain(f"{level} {name}").lower().replace(" ", "-"), name, level, CITY)


def workbooks() -> Iterator[tuple[str, Rows | None]]:
    """Yield each unit's code and the rows of its workbook, None for one that has sent nothing."""
    for place in places():
        tasks = Random(place.code).randint(8, 14)
        yield (
            place.code,
            None if place.code in SENT_NOTHING else _mapped(unit_rows(place, tasks=tasks, seed=place.code)),
        )


def _mapped(rows: Rows) -> Rows:
    tasks = [{**row, "Nhiệm vụ cấp trên": _served(str(row["Nhiệm vụ"]))} for row in rows["Nhiệm vụ"]]
    return {**rows, "Nhiệm vụ": tasks}


def _served(text: str) -> str:
    return next((code for words, code in _SERVES if words in text), "")
