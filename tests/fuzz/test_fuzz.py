"""What a damaged file meets in any command: an exit of 0, 1 or 2, words in Vietnamese, and only whole files written."""

import json
import os
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from itertools import islice
from pathlib import Path

import pytest

from generator.book.write.new_workbook import workbook_bytes
from generator.reporting.facts_in_file import facts_in_file
from generator.word.package import read_members, with_parts
from generator.word.provenance import PART, read_provenance
from tests.book.small_workbook import small_rows
from tests.fuzz.commands import HOSTILE, Case, cases, faults, folder_cases, run
from tests.fuzz.files import document, workbook
from tests.fuzz.kills import killed
from tests.fuzz.texts import lost_texts


@pytest.mark.parametrize("number", range(6))
def test_no_file_is_answered_by_a_traceback_or_a_broken_file(number, tmp_path):
    for turn, case in enumerate(islice(cases(seed=number), 9)):
        folder = tmp_path / str(turn)
        folder.mkdir()
        assert faults(case, folder) == [], (number, turn, case.command)


#: Python makes no number of either, though both are of digits.
NO_NUMBERS = ["9" * 5000, "²"]
RENEW = ("appendix", "a.docx", "so.xlsx", "--replace")


def counting(digits: str) -> bytes:
    """A workbook in which indicators are numbered so."""
    rows = small_rows()
    for row in rows["Chỉ tiêu"]:
        row["STT"] = digits
    return workbook_bytes(rows)


def report(changed: str, digits: str) -> bytes:
    """A report in which `changed` finds numbers, behind what goes before them."""
    members = read_members(document())
    body = members["word/document.xml"].content.decode()
    return with_parts(members, {"word/document.xml": re.sub(changed, lambda m: m[1] + digits, body).encode()})


@pytest.mark.parametrize("digits", NO_NUMBERS)
@pytest.mark.parametrize(
    ("command", "name", "made"),
    [
        (("open-month", "so.xlsx", "--date", "25/7/2023"), "so.xlsx", counting),
        (("check", "a.docx", "--json"), "a.docx", lambda digits: report(r"(>[^<\d]*)\d+", digits)),
        (("check", "a.docx", "--numbers"), "a.docx", lambda digits: report(r"(>[^<\d]*)\d+", digits)),
        ((*RENEW, "tong-hop"), "a.docx", lambda digits: report(r'(<w:bookmark\w+ w:id=")\d+', digits)),
        ((*RENEW, "phu-luc-thong-ke"), "a.docx", lambda digits: report(r'(<w:gridCol w:w=")\d+', digits)),
    ],
)
def test_what_is_no_number_where_one_is_meant_stops_nothing(digits, command, name, made, tmp_path):
    assert faults(Case(HOSTILE, command, {"so.xlsx": workbook(), name: made(digits)}), tmp_path) == []


def test_a_damaged_workbook_in_a_folder_stops_no_command(tmp_path):
    case = next(folder_cases(seed=1))
    assert faults(case, tmp_path) == [], case.command


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
@pytest.mark.parametrize(
    "command",
    [
        ("due", "--on", "25/7/2023"),
        ("merge", "tot.xlsx", "."),
        ("consolidate", ".", "--period", "2023-H1", "-o", "ra", "--jobs", "1"),
    ],
)
def test_what_cannot_be_opened_in_a_folder_is_named_and_stops_no_command(command, tmp_path):
    (tmp_path / "tot.xlsx").write_bytes(workbook())
    os.mkfifo(tmp_path / "ong.xlsx")
    (tmp_path / "gone.xlsx").symlink_to("khong-co.xlsx")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/s\xf4-\xff.xlsx")).write_bytes(workbook())
    code, printed, said = run(command, tmp_path)
    assert code in (0, 1) and all(name in printed + said for name in ("ong", "gone"))


def test_hostile_texts_arrive_or_are_told():
    assert lost_texts(random.Random(1))[1] == []


def test_a_killed_command_leaves_whole_files_and_can_be_run_again(tmp_path):
    assert killed(random.Random(1), tmp_path) == []


@pytest.mark.parametrize("spoiled", [{"period": "quý IX/2023"}, {"as_of": ""}, {"as_of": "2023-02-31"}, {"kind": "x"}])
@pytest.mark.parametrize(
    "command",
    [
        ("explain", "a.docx", "tong-hop"),
        ("appendix", "a.docx", "so.xlsx"),
        ("appendix", "a.docx", "so.xlsx", "--read-back"),
        ("check", "a.docx", "--numbers"),
        ("report", "so.xlsx", "--period", "2023-H1", "--as-of", "13/6/2023", "--since", "a.docx", "-o", "ra"),
        ("consolidate", ".", "--period", "2023-H1", "-o", "ra", "--jobs", "1"),
    ],
)
def test_what_a_report_says_it_was_asked_for_may_have_been_changed(spoiled, command, tmp_path):
    said = read_provenance(document())
    spoilt = with_parts(read_members(document()), {PART: replace(said, **spoiled).to_xml()})
    assert faults(Case(HOSTILE, command, {"so.xlsx": workbook(), "a.docx": spoilt}), tmp_path) == []


def values_in(told: object, way: tuple = ()) -> Iterator[tuple]:
    """The way to each value: of rows alike the first one's."""
    if isinstance(told, dict | list):
        for key in list(told)[:50] if isinstance(told, dict) else range(len(told[:17])):
            yield from values_in(told[key], (*way, key))
    else:
        yield way


def test_of_the_figures_that_a_report_carries_every_value_is_of_its_kind_or_none_is_taken():
    carried = read_provenance(document()).facts
    assert facts_in_file(carried) is not None
    for *way, last in values_in(json.loads(carried)):
        for odd in ({}, 1.5, [[]], "x\ud800", "NaN", None):
            told = json.loads(carried)
            holder = reduce(lambda inner, key: inner[key], way, told)
            is_text = isinstance(holder[last], str) and isinstance(odd, str)
            is_same = is_text or (odd is None and (holder[last] is None or isinstance(holder[last], bool)))
            holder[last] = odd
            facts = facts_in_file(json.dumps(told))
            assert facts is None or is_same, (way, last, odd)
    for field, odd in (("as_of", "x"), ("period", "x")):
        assert facts_in_file(json.dumps({**json.loads(carried), field: odd})) is None
