"""Every state, total, rate and indicator of a report, recounted from the workbook's cells: the samples in all periods,
and random workbooks. `CCHC_RECOUNT` is how many; `python -m tests.recount N` recounts others each time it is told to.
"""

import os
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.recount.compared import KINDS, PERIODS, random_differences, sample_differences

RANDOM = int(os.environ.get("CCHC_RECOUNT", "200"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sample", ["phuoc-hai-2023", "bac-nha-trang-2026"])
def test_the_samples_in_all_periods(sample: str, kind: str) -> None:
    found = {period: sample_differences(sample, kind, period) for period in PERIODS}
    assert {period: differences for period, differences in found.items() if differences} == {}


@settings(
    max_examples=RANDOM, derandomize=True, suppress_health_check=list(HealthCheck), phases=set(Phase) - {Phase.explain}
)
@given(st.randoms(use_true_random=False))
def test_random_workbooks(chance: Random) -> None:
    assert random_differences(chance) == []
