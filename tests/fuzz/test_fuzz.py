"""What a damaged file meets in any command: an exit of 0, 1 or 2, words in Vietnamese, and only whole files written."""

from itertools import islice

import pytest

from tests.fuzz.commands import cases, faults


@pytest.mark.parametrize("number", range(8))
def test_no_file_is_answered_by_a_traceback_or_a_broken_file(number, tmp_path):
    for turn, (command, given) in enumerate(islice(cases(seed=number), 12)):
        folder = tmp_path / str(turn)
        folder.mkdir()
        assert faults(command, given, folder) == [], (number, turn, command)
