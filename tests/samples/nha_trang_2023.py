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
_SENT_NOTHING = ("xa-vinh-luong", "xa-vinh-thai")


def places() -> Iterator[Place]:
    for level, names in (("phường", _WARDS), ("xã", _COMMUNES)):
        for name in names:
            yield Place(plain(f"{level} {name}").lower().replace(" ", "-"), name, level, CITY)


def workbooks() -> Iterator[tuple[str, Rows | None]]:
    """Yield each unit's code and the rows of its workbook, None for one that has sent nothing."""
    for place in places():
        tasks = Random(place.code).randint(8, 14)
        yield place.code, None if place.code in _SENT_NOTHING else unit_rows(place, tasks=tasks, seed=place.code)
