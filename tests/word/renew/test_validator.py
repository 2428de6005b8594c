"""The result has no fault that the saved file did not have. Needs the validator of the Open XML SDK (ooxml-validator)."""

import json
import shutil
import subprocess

import pytest

from tests.word.renew import hands
from tests.word.renew.reports import first, renewed, second, without_late

VALIDATOR = shutil.which("ooxml-validator")

pytestmark = pytest.mark.skipif(VALIDATOR is None, reason="ooxml-validator is not installed")

CASES = {
    "as made": lambda: (first(), second(), {}),
    "edited": lambda: (hands.word(hands.all_sorts_of_edits(first())), without_late(), {}),
    "late appendix added": lambda: (without_late(), first(), {}),
    "merged": lambda: (_with_own_cell(), second(), {"merge": "phu-luc-nhiem-vu"}),
    "restored": lambda: (hands.control_deleted(first(), "van-ban"), second(), {"restore": "van-ban"}),
    "LibreOffice": lambda: (hands.libreoffice(hands.all_sorts_of_edits(first())), without_late(), {}),
}


def _with_own_cell() -> bytes:
    return hands.cell_rewritten(first(), "Rà soát, đề xuất đơn giản hóa TTHC", 2, "Sửa tay")


def faults(data: bytes, folder) -> set[str]:
    path = folder / "bao-cao.docx"
    path.write_bytes(data)
    shown = subprocess.run([VALIDATOR, str(path)], capture_output=True, encoding="utf-8", check=False)
    return {error["description"] for error in json.loads(shown.stdout)["errors"]}


@pytest.mark.parametrize("case", CASES)
def test_renewal_brings_no_fault_into_a_file(case, tmp_path):
    if case == "LibreOffice" and shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    saved, new, chosen = CASES[case]()
    assert faults(renewed(saved, new, **chosen).data, tmp_path) <= faults(saved, tmp_path)
