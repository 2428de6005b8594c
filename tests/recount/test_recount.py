"""Every state, total, rate and indicator of a report, recounted from the workbook's cells: the samples in all periods,
and random workbooks. `CCHC_RECOUNT` is how many; `python -m tests.recount 1 SEED` shows what is wrong with one.
"""

import os
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.recount.compared import KINDS, PERIODS, random_differences, sample_differences

RANDOM = int(os.environ.get("CCHC_RECOUNT", "40"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sample", ["phuoc-hai-2023", "bac-nha-trang-2026"])
def test_the_samples_in_all_periods(sample: str, kind: str) -> None:
    found = {period: sample_differences(sample, kind, period) for period in PERIODS}
    assert {period: differences for period, differences in found.items() if differences} == {}


@settings(max_examples=RANDOM, phases=[Phase.explicit, Phase.generate])
@given(st.integers(0, 2**32))
def test_random_workbooks(seed: int) -> None:
    assert random_differences(Random(seed)) == []
