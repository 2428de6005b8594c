"""What a damaged file meets in any command: an exit of 0, 1 or 2, words in Vietnamese, and only whole files written."""

import random
from itertools import islice

import pytest

from tests.fuzz.commands import cases, faults, folder_cases
from tests.fuzz.kills import killed
from tests.fuzz.texts import lost_texts


@pytest.mark.parametrize("number", range(6))
def test_no_file_is_answered_by_a_traceback_or_a_broken_file(number, tmp_path):
    for turn, case in enumerate(islice(cases(seed=number), 9)):
        folder = tmp_path / str(turn)
        folder.mkdir()
        assert faults(case, folder) == [], (number, turn, case.command)


def test_a_damaged_workbook_in_a_folder_stops_no_command(tmp_path):
    case = next(folder_cases(seed=1))
    assert faults(case, tmp_path) == [], case.command


def test_hostile_texts_arrive_or_are_told():
    assert lost_texts(random.Random(1))[1] == []


def test_a_killed_command_leaves_whole_files_and_can_be_run_again(tmp_path):
    assert killed(random.Random(1), tmp_path) == []
