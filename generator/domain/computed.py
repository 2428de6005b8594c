"""What the program counts by itself, by the name that an officer writes in "Cách đo lường" of a "Tự tính" indicator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from generator.vietnamese.text import key


class Computed(StrEnum):
    """The value is the name as documents print it."""

    TOTAL = "Số nhiệm vụ trong kế hoạch"
    DUE = "Số nhiệm vụ đến hạn"
    DONE = "Số nhiệm vụ đã hoàn thành"
    DONE_ON_TIME = "Số nhiệm vụ hoàn thành đúng hạn"
    DONE_LATE = "Số nhiệm vụ hoàn thành quá hạn"
    LATE = "Số nhiệm vụ quá hạn chưa hoàn thành"
    ONGOING = "Số nhiệm vụ thường xuyên"
    ONGOING_NOT_BEGUN = "Số nhiệm vụ thường xuyên chưa triển khai"
    ON_DEMAND = "Số nhiệm vụ theo chỉ đạo của cấp trên hoặc khi phát sinh"
    NOT_ARISEN = "Số nhiệm vụ chưa phát sinh"
    PAUSED = "Số nhiệm vụ tạm dừng"
    NOT_DUE = "Số nhiệm vụ chưa đến hạn"
    UNHEARD = "Số nhiệm vụ chưa có báo cáo"
    SET = "Số nhiệm vụ đề ra"
    RATE = "Tỷ lệ hoàn thành kế hoạch"
    SUPERIOR = "Số nhiệm vụ cấp trên giao"
    SUPERIOR_ON_TIME = "Số nhiệm vụ cấp trên giao hoàn thành đúng hạn"
    SUPERIOR_DONE_LATE = "Số nhiệm vụ cấp trên giao hoàn thành quá hạn"
    SUPERIOR_LATE = "Số nhiệm vụ cấp trên giao quá hạn chưa hoàn thành"
    SUPERIOR_OPEN = "Số nhiệm vụ cấp trên giao đang thực hiện trong hạn"
    DIRECTING = "Số văn bản chỉ đạo"

    @classmethod
    def named(cls, text: str) -> Computed | None:
        """Return what a text names, however its letters are written; None when that is nothing known."""
        return _BY_KEY.get(key(text))


_BY_KEY = {key(name.value): name for name in Computed}


_PART = re.compile(r"(tử số|mẫu số) của (.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of a rate that stands in a row of its own: "Tử số của BM1-3.3" is what was typed as that rate's Tử số."""

    code: str
    is_numerator: bool

    @classmethod
    def named(cls, text: str) -> PartOf | None:
        """Return what a text names; None when it is of another kind. The code may be one that is not there."""
        found = _PART.fullmatch(" ".join(text.split()))
        return cls(found[2], key(found[1]) == key("tử số")) if found else None
