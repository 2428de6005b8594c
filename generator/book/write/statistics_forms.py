"""The superior's statistics forms as rows of sheet Chỉ tiêu: what a new workbook offers a unit to keep or delete."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from itertools import zip_longest

from generator.book.sheets import INDICATORS, Column
from generator.domain.computed import PartOf

_HEADERS = (
    INDICATORS.number,
    INDICATORS.indicator,
    INDICATORS.unit,
    INDICATORS.aggregation,
    INDICATORS.measured_by,
)


def form_rows() -> Iterator[Mapping[Column, str]]:
    """Yield the rows of all forms; how far each can be trusted stands in its Nguồn."""
    text = files("generator.book.write").joinpath("statistics_forms.toml").read_text("utf-8")
    for form in tomllib.loads(text)["bieu_mau"]:
        for cells in form["hang"]:
            row: dict[Column, str] = dict(zip_longest(_HEADERS, cells, fillvalue=""))
            part = PartOf.named(row[INDICATORS.measured_by])
            if part is not None:
                measured_by = row[INDICATORS.measured_by].replace(part.code, _code(form["so"], part.code))
                row[INDICATORS.measured_by] = measured_by
            yield {
                INDICATORS.code: _code(form["so"], row[INDICATORS.number]),
                INDICATORS.form: form["so"],
                INDICATORS.group: form["ten"],
                INDICATORS.source: form["nguon"],
                **row,
            }


def _code(form: str, number: str) -> str:
    return f"BM{form}-{number}"
