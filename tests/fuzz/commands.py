"""Runs the command line on damaged files, and says what an officer should never meet."""

from __future__ import annotations

import io
import json
import os
import random
import re
import signal
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from generator.cli import main
from generator.word import xml
from generator.word.package import NotAPackage, read_members
from tests.fuzz import files
from tests.test_problem_codes import all_codes

MUTATED, HOSTILE = "mutated files", "hostile files"
#: No command takes longer on a file of this size; those of the suite are small.
SECONDS = 60
_ON = ("--as-of", "13/6/2023")
_REPORT = ("report", "so.xlsx", *_ON, "-o", "ra")
_OF_WORKBOOK = (
    (*_REPORT, "--period", "2023-H1"),
    (*_REPORT, "--period", "2023-06", "--json"),
    (*_REPORT, "--period", "2023-H1", "--kind", "muc-tieu", "--json"),
    (*_REPORT, "--kind", "ke-hoach"),
    ("open-month", "so.xlsx", "--date", "25/7/2023"),
    ("import", "so.xlsx", "-o", "moi.xlsx", "--json"),
    ("import", "tot.xlsx", "-o", "moi.xlsx", "--superior", "so.xlsx"),
    ("slips", "so.xlsx", "--date", "25/7/2023", "-o", "ra"),
    ("merge", "so.xlsx", "tot.xlsx", "--json"),
    ("merge", "tot.xlsx", "so.xlsx", "--apply", "--json"),
    ("due", "--on", "25/7/2023", "--json"),
    ("due", "--on", "25/7/2023", "--ics", "lich.ics"),
    ("explain", "so.xlsx", "II.1"),
    ("explain", "so.xlsx", "96/100", "--json"),
)
_OF_DOCUMENT = (
    ("check", "a.docx", "--json"),
    ("check", "a.docx", "--fix", "b.docx"),
    ("check", "a.docx", "--numbers"),
    ("import", "a.docx", "-o", "moi.xlsx"),
    ("explain", "a.docx", "tong-hop"),
    ("explain", "a.docx", "1", "--json"),
    ("appendix", "a.docx", "so.xlsx"),
    ("appendix", "a.docx", "so.xlsx", "--replace", "tong-hop"),
    ("appendix", "a.docx", "so.xlsx", "--merge", "tien-do"),
    ("appendix", "a.docx", "so.xlsx", "--read-back", "--apply"),
    (*_REPORT, "--period", "2023-H1", "--since", "a.docx"),
)
_OF_TEMPLATE = (("template", "check", "cchc.docx"), (*_REPORT, "--period", "2023-H1"))
#: With processes of their own, so that they take a second or more.
_OF_FOLDER = (
    ("batch", ".", "--period", "2023-H1", "-o", "ra", "--jobs", "1", "--json"),
    ("consolidate", ".", "--period", "2023-H1", "-o", "ra", "--jobs", "1", "--json"),
    ("consolidate", ".", "--period", "2023-06", "--own", "so.xlsx", "-o", "ra", "--jobs", "1", "--json"),
)


class Case(NamedTuple):
    """A command and the files that it finds. `what` is what they are counted as."""

    what: str
    command: tuple[str, ...]
    given: Mapping[str, bytes]


def cases(seed: int) -> Iterator[Case]:
    """Yield commands and the files they find, without end; the same for the same seed."""
    hand = random.Random(seed)
    while True:
        yield Case(MUTATED, hand.choice(_OF_WORKBOOK), {"so.xlsx": files.by_cell(hand)})
        yield Case(MUTATED, hand.choice(_OF_WORKBOOK), {"so.xlsx": files.by_xml(hand, files.workbook())})
        yield Case(HOSTILE, hand.choice(_OF_WORKBOOK), {"so.xlsx": files.by_byte(hand, files.workbook())})
        for what, damaged in ((MUTATED, files.by_xml), (MUTATED, files.by_xml), (HOSTILE, files.by_byte)):
            document = damaged(hand, files.any_document(hand))
            yield Case(what, hand.choice(_OF_DOCUMENT), {"a.docx": document, "so.xlsx": files.workbook()})
        template = files.by_xml(hand, files.template("cchc.docx"))
        yield Case(HOSTILE, hand.choice(_OF_TEMPLATE), {"cchc.docx": template, "so.xlsx": files.workbook()})
        phrases = {"cau-chu.toml": files.by_type(hand, files.TABLES["cau-chu.toml"]), "so.xlsx": files.workbook()}
        yield Case(HOSTILE, (*_REPORT, "--period", "2023-H1"), phrases)
        yield _beside(hand)


def folder_cases(seed: int) -> Iterator[Case]:
    """Yield commands on a folder with a damaged workbook and a good one, without end."""
    hand = random.Random(seed)
    while True:
        bad = hand.choice([files.by_cell(hand), files.by_xml(hand, files.workbook())])
        yield Case(MUTATED, hand.choice(_OF_FOLDER), {"so.xlsx": bad, "tot.xlsx": files.workbook()})


def _beside(hand: random.Random) -> Case:
    """A command with a text file that it takes: a plan, an office's own names, rules or days off."""
    names, rules = (files.by_type(hand, files.TABLES[name]) for name in ("ten-don-vi.toml", "quy-dinh.toml"))
    text, report, book = files.plan_text(hand), files.document(), files.workbook()
    return hand.choice(
        [
            Case(HOSTILE, ("import", "a.txt", "-o", "moi.xlsx"), {"a.txt": text}),
            Case(HOSTILE, ("import", "a.docx", "-o", "moi.xlsx"), {"a.docx": report, "ten-don-vi.toml": names}),
            Case(HOSTILE, ("check", "a.docx", "--profile", "a.toml"), {"a.docx": report, "a.toml": rules}),
            Case(HOSTILE, ("due", "--on", "25/7/2023"), {"so.xlsx": book, "ngay-nghi.txt": text}),
            Case(HOSTILE, ("slips", "so.xlsx", "--date", "25/7/2023", "-o", "ra"), {"so.xlsx": book, "ra": text}),
            Case(HOSTILE, ("new", "moi"), {"moi": text}),
        ]
    )


def faults(case: Case, folder: Path) -> list[str]:
    """Return what is wrong with how a command takes its files; nothing when it says what it should."""
    given = {"tot.xlsx": files.workbook(), **case.given} if "tot.xlsx" in case.command else case.given
    for name, data in given.items():
        (folder / name).write_bytes(data)
    code, printed, said = run(case.command, folder)
    found = []
    if code not in (0, 1, 2):
        found.append(f"exit {code}")
    if wrong := re.search(r"ngoài dự kiến.*|Traceback.*|Quá \d+ giây", printed + said):
        found.append(wrong[0][:300])
    if code == 2 and len((printed + said).strip()) < 20:
        found.append("exit 2 without a word")
    found += [f"unknown code {told!r}" for told in _codes(case.command, code, printed) if told not in _known_codes()]
    written = (p for p in folder.rglob("*.*") if p.name not in given and "(bản lưu" not in p.name)
    found += [f"{path.name}: {why}" for path in written if (why := broken(path))]
    if not found and any((folder / name).read_bytes() != data for name, data in given.items()):
        found += ["changed without a copy"] if not list(folder.glob("*(bản lưu*")) else []
    return found


@cache
def _known_codes() -> set[str]:
    return set().union(*all_codes().values()) - {"unexpected"}


def _codes(command: tuple[str, ...], code: object, printed: str) -> Iterator[str]:
    """Yield the codes of problems in what a command prints for programs; "no JSON" where it should print some."""
    if "--json" not in command or (code == 2 and not printed.strip()):
        return
    try:
        waiting = [json.loads(printed)]
    except ValueError:
        yield "no JSON"
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if {"severity", "cell"} <= value.keys():
                yield str(value.get("code", ""))
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def run(command: tuple[str, ...], folder: Path) -> tuple[object, str, str]:
    """Return the exit code, and what was printed on either stream."""
    out, err = io.StringIO(), io.StringIO()
    here = os.getcwd()
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(SECONDS)
    try:
        os.chdir(folder)
        with patch.object(sys, "argv", ["cchc", *command]), redirect_stdout(out), redirect_stderr(err):
            try:
                main()
            except SystemExit as end:
                return end.code, out.getvalue(), err.getvalue()
            except BaseException:
                return "raised", out.getvalue(), err.getvalue() + traceback.format_exc()
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
        os.chdir(here)
    return "no exit", out.getvalue(), err.getvalue()


def _too_long(*_: object) -> None:
    raise TimeoutError(f"Quá {SECONDS} giây")


def broken(path: Path) -> str:
    """Return why a file that a command wrote would not open."""
    if path.suffix not in (".docx", ".xlsx"):
        return ""
    try:
        parts = [m for name, m in read_members(path.read_bytes()).items() if name.endswith((".xml", ".rels"))]
        for part in parts:
            xml.parse(part.content)
    except (NotAPackage, xml.NotXml) as fault:
        return str(fault)
    return ""
