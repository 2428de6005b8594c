"""The superior's statistics forms as rows of sheet Chỉ tiêu: what a new workbook offers a unit to keep or delete."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from itertools import zip_longest

from generator.domain.computed import PartOf

_HEADERS = ("STT", "Chỉ tiêu", "Đơn vị tính", "Cách cộng", "Cách đo lường")


def form_rows() -> Iterator[Mapping[str, str]]:
    """Yield the rows of all forms; how far each can be trusted stands in its Nguồn."""
    text = files("generator.book.write").joinpath("statistics_forms.toml").read_text("utf-8")
    for form in tomllib.loads(text)["bieu_mau"]:
        for cells in form["hang"]:
            row = dict(zip_longest(_HEADERS, cells, fillvalue=""))
            part = PartOf.named(row["Cách đo lường"])
            if part is not None:
                row["Cách đo lường"] = row["Cách đo lường"].replace(part.code, _code(form["so"], part.code))
            yield {
                "Mã": _code(form["so"], row["STT"]),
                "Biểu mẫu": form["so"],
                "Nhóm": form["ten"],
                "Nguồn": form["nguon"],
                **row,
            }


def _code(form: str, number: str) -> str:
    return f"BM{form}-{number}"
