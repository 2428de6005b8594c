"""The superior's statistics forms as rows of sheet Chỉ tiêu: what a new workbook offers a unit to keep or delete."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

from generator.book.sheets import INDICATORS, Column
from generator.domain.computed import PartOf

_CELLS: tuple[Column, ...] = (
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
            number, name, unit, adds, measured_by = (*cells, "", "", "")[: len(_CELLS)]
            if part := PartOf.named(measured_by):
                measured_by = measured_by.replace(part.code, _code(form["so"], part.code))
            texts = dict(zip(_CELLS, (number, name, unit, adds, measured_by), strict=True))
            yield {
                INDICATORS.code: _code(form["so"], number),
                INDICATORS.form: form["so"],
                INDICATORS.group: form["ten"],
                INDICATORS.source: form["nguon"],
                **texts,
            }


def _code(form: str, number: str) -> str:
    return f"BM{form}-{number}"
