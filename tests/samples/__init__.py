"""The sample workbooks in inputs/: their rows as plain data, and how the files are made again.

`python -m tests.samples` writes the files anew; the same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.book.write.new_workbook import workbook_bytes
from tests.samples import bac_nha_trang_2026, nha_trang_2022, nha_trang_2023, nha_trang_2023_city, phuoc_hai_2023
from tests.samples.rows import Row

INPUTS = Path(__file__).parents[2] / "inputs"

SAMPLES: dict[str, dict[str, list[Row]]] = {
    "phuoc-hai-2023": phuoc_hai_2023.ROWS,
    "bac-nha-trang-2026": bac_nha_trang_2026.ROWS,
}
#: The superior's workbooks: its quality objectives, and its own plan with its list of units.
SUPERIORS: dict[str, dict[str, list[Row]]] = {
    "nha-trang-2022": nha_trang_2022.ROWS,
    "nha-trang-2023": nha_trang_2023_city.ROWS,
}


#: A folder of many units: what `cchc batch` is tried out on.
BATCH_SAMPLE = "cac-phuong-xa-nha-trang-2023"


def sample_path(name: str) -> Path:
    return INPUTS / name / f"{name}.xlsx"


def sample_files() -> Iterator[tuple[Path, bytes]]:
    """Yield each sample's file and what it must hold."""
    for name, rows in (SAMPLES | SUPERIORS).items():
        yield sample_path(name), workbook_bytes(rows)


def batch_sample_files() -> Iterator[tuple[Path, bytes]]:
    """Yield the files of the folder of many units."""
    for code, of_unit in nha_trang_2023.workbooks():
        folder = INPUTS / BATCH_SAMPLE / code
        if of_unit is None:
            yield folder / "ghi-chu.txt", nha_trang_2023.NOTE.encode()
        else:
            yield folder / "so-cchc.xlsx", workbook_bytes(of_unit)
