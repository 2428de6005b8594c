"""`consolidate --numbers`: the round-up agrees with itself; what a person changed in it, or a unit sent, is told."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from generator.check.numbers import numbers_in
from generator.word.package import read_members, with_parts
from generator.word.read.document import parse_document
from tests.roundup.rounds import CITY, WARDS, consolidate, random_unit, send
from tests.word_files import W, body_lines, part, text_of


def doubts(document: bytes) -> list[str]:
    return [number.number for number in numbers_in(parse_document(document)) if number.doubt]


def changed(document: bytes, old: str, new: str, *, forget: bool = False) -> bytes:
    """The document with other words; with `forget`, as another program would save it: without what it carries."""
    members = read_members(document)
    tree = part(document)
    paragraph = next(p for p in tree.iter(f"{W}p") if old in text_of(p))
    first, *others = paragraph.iter(f"{W}t")
    first.text = text_of(paragraph).replace(old, new, 1)
    for text in others:
        text.text = ""
    if forget:
        members = {name: member for name, member in members.items() if not name.startswith("customXml/item1")}
    return with_parts(members, {"word/document.xml": etree.tostring(tree)})


@pytest.mark.parametrize(("period", "kind"), [("2023-06", "thang"), ("2023-H1", "cchc")])
def test_a_round_up_agrees_with_itself(tmp_path, capsys, period, kind):
    made = consolidate(WARDS, tmp_path, capsys, period, kind=kind, own=CITY, numbers=True)
    assert not [p for p in made.told["problems"] if p["code"] == "numbers-differ"]


def test_its_sums_are_checked_though_it_has_forgotten_what_it_was(tmp_path, capsys):
    made = consolidate(WARDS, tmp_path, capsys, own=CITY)
    line = next(text for text in body_lines(made.word) if "nhiệm vụ thường xuyên" in text)
    for number, thing in re.findall(r"(\d+) (nhiệm vụ (?:thường xuyên|chưa đến hạn|đến hạn))", line):
        wrong = changed(made.word, f"{number} {thing}", f"{int(number) + 7} {thing}", forget=True)
        assert doubts(wrong), f"{number} {thing}"


def test_what_was_edited_or_sent_wrongly_is_told_with_its_file(tmp_path, capsys):
    folder, out = tmp_path / "so", tmp_path / "ra"
    for code in ("a", "b"):
        send(folder, code, random_unit(code, 7))
    first = consolidate(folder, out, capsys, numbers=True)
    report = next(out.glob("TH*.docx"))
    total = sum(first.told["totals"].values())
    report.write_bytes(changed(report.read_bytes(), f"{total} nhiệm vụ:", f"{total + 1} nhiệm vụ:"))
    again = consolidate(folder, out, capsys, numbers=True)
    (problem,) = [p for p in again.told["problems"] if p["code"] == "numbers-differ"]
    assert problem["file"] == str(report) and str(total + 1) in problem["message"] and again.code == 1
