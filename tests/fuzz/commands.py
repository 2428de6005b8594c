"""Runs the command line on damaged files, and says what an officer should never meet."""

from __future__ import annotations

import io
import random
import re
import signal
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from generator.cli import main
from generator.word import xml
from generator.word.package import NotAPackage, read_members
from tests.fuzz import files

#: No command takes longer on a file of this size; those of the suite are small.
SECONDS = 60
_REPORT = ("report", "so.xlsx", "--as-of", "13/6/2023", "-o", "ra")
_OF_WORKBOOK = (
    (*_REPORT, "--period", "2023-H1"),
    (*_REPORT, "--period", "2023-06", "--json"),
    (*_REPORT, "--kind", "ke-hoach"),
    ("open-month", "so.xlsx", "--date", "25/7/2023"),
    ("import", "so.xlsx", "-o", "moi.xlsx"),
    ("slips", "so.xlsx", "--date", "25/7/2023", "-o", "ra"),
    ("merge", "tot.xlsx", "so.xlsx", "--apply"),
)
_OF_DOCUMENT = (
    ("check", "a.docx", "--json"),
    ("check", "a.docx", "--fix", "b.docx"),
    ("check", "a.docx", "--numbers"),
    ("import", "a.docx", "-o", "moi.xlsx"),
    ("appendix", "a.docx", "so.xlsx"),
    ("appendix", "a.docx", "so.xlsx", "--read-back", "--apply"),
    (*_REPORT, "--period", "2023-H1", "--since", "a.docx"),
)
_OF_TEMPLATE = (("template", "check", "cchc.docx"), (*_REPORT, "--period", "2023-H1"))

Case = tuple[tuple[str, ...], dict[str, bytes]]


def cases(seed: int) -> Iterator[Case]:
    """Yield commands and the files they find, without end; the same for the same seed."""
    hand = random.Random(seed)
    while True:
        yield hand.choice(_OF_WORKBOOK), {"so.xlsx": files.by_cell(hand)}
        yield hand.choice(_OF_WORKBOOK), {"so.xlsx": files.by_xml(hand, files.workbook())}
        yield hand.choice(_OF_WORKBOOK), {"so.xlsx": files.by_byte(hand, files.workbook())}
        for damaged in (files.by_xml, files.by_xml, files.by_byte):
            yield (
                hand.choice(_OF_DOCUMENT),
                {"a.docx": damaged(hand, files.any_document(hand)), "so.xlsx": files.workbook()},
            )
        damaged_template = files.by_xml(hand, files.template("cchc.docx"))
        yield hand.choice(_OF_TEMPLATE), {"cchc.docx": damaged_template, "so.xlsx": files.workbook()}
        yield (*_REPORT, "--period", "2023-H1"), {"cau-chu.toml": files.by_type(hand), "so.xlsx": files.workbook()}


def faults(command: tuple[str, ...], given: Mapping[str, bytes], folder: Path) -> list[str]:
    """Return what is wrong with how a command takes its files; nothing when it says what it should."""
    given = {"tot.xlsx": files.workbook(), **given} if "tot.xlsx" in command else given
    for name, data in given.items():
        (folder / name).write_bytes(data)
    code, said = _run(command, folder)
    found = []
    if code not in (0, 1, 2):
        found.append(f"exit {code}")
    if wrong := re.search(r"Lỗi ngoài dự kiến.*|Traceback.*|Quá \d+ giây", said):
        found.append(wrong[0][:300])
    if code == 2 and len(said.strip()) < 20:
        found.append("exit 2 without a word")
    written = (p for p in folder.rglob("*.*") if p.name not in given and "(bản lưu" not in p.name)
    found += [f"{path.name}: {why}" for path in written if (why := _broken(path))]
    if not found and any((folder / name).read_bytes() != data for name, data in given.items()):
        found += ["changed without a copy"] if not list(folder.glob("*(bản lưu*")) else []
    return found


def _run(command: tuple[str, ...], folder: Path) -> tuple[object, str]:
    out = io.StringIO()
    argv = ["cchc", *(str(folder / word) if "." in word or word == "ra" else word for word in command)]
    argv = [word if "/6/" not in word and "/7/" not in word else word.rpartition(str(folder) + "/")[2] for word in argv]
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(SECONDS)
    try:
        with patch.object(sys, "argv", argv), redirect_stdout(out), redirect_stderr(out):
            try:
                main()
            except SystemExit as end:
                return end.code, out.getvalue()
            except BaseException:
                return "raised", out.getvalue() + traceback.format_exc()
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    return "no exit", out.getvalue()


def _too_long(*_: object) -> None:
    raise TimeoutError(f"Quá {SECONDS} giây")


def _broken(path: Path) -> str:
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
