"""Three units with a clean workbook each."""

from pathlib import Path

import pytest

from tests.batch.units import WARDS, send


@pytest.fixture
def folder(tmp_path) -> Path:
    for code in WARDS:
        send(tmp_path / "so", code)
    return tmp_path / "so"
