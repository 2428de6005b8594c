"""One direction: which room of the house may use which, who may touch XML, files and the clock."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
LEAVES = ("limits", *(f"vietnamese.{name}" for name in ("text", "numbers", "dates", "file_names", "file_faults")))
#: What each room may import, besides itself. A module is in the room with the longest name that fits it.
ROOMS: dict[str, set[str]] = {
    "law": set(),
    **{leaf: {"law", *LEAVES} for leaf in LEAVES},
    "domain": {"law", *LEAVES},
    "vietnamese": {"law", "domain", *LEAVES},
    "word": {"law", *LEAVES},
    "book": {"law", "domain", "vietnamese", "word", *LEAVES},
    "plans": {"law", "domain", "vietnamese", "word", "book", *LEAVES},
    "reporting": {"law", "domain", "vietnamese", *LEAVES},
    "check": {"law", "vietnamese", "word", *LEAVES},
    "kinds": {"law", "domain", "vietnamese", "reporting", "book", *LEAVES},
}
ROOMS["pdf"] = {"word", *LEAVES}
ROOMS["charts"] = {"reporting", "word", *LEAVES}
ROOMS["making"] = set(ROOMS) - {"check", "pdf"}
ROOMS["remaking"] = ROOMS["making"] | {"making"}
ROOMS["slips"] = {"law", "domain", "vietnamese", "book", "word", *LEAVES}
SLIP_ROOMS = ("slip_documents", "slip_meaning", "slip_said", "slip_shorthand")
ROOMS |= dict.fromkeys(SLIP_ROOMS, ROOMS["slips"])
ROOMS["merging"] = ROOMS["slips"] | {*SLIP_ROOMS, "slips", "dues"}
ROOMS["dues"] = {"law", "domain", "vietnamese", "book", "kinds", "reporting", "word", "slips", *LEAVES}
ROOMS["due_calendar"] = {"dues", *LEAVES}
ROOMS["work_days"] = {"domain", "vietnamese", *LEAVES}
ROOMS["batch"] = set(ROOMS)
ROOMS["due_folder"] = set(ROOMS)
ROOMS["roundup"] = set(ROOMS) - {"check"}
ROOMS["appendix_corrections"] = set(ROOMS) - {"check", "batch"}
ROOMS["reading_back"] = ROOMS["appendix_corrections"] | {"appendix_corrections"}
ROOMS["explaining"] = set(ROOMS)
ROOMS["safe_writing"] = {"vietnamese", "word", *LEAVES}
ROOMS["renewal_words"] = {"word", *LEAVES}
ROOMS["page"] = set(ROOMS)
ROOMS["commands"] = set(ROOMS) - {"page"}
ROOMS["cli"] = {"commands", "kinds", *LEAVES}
#: Only the doors read the clock.
DOORS = ("commands", "cli")
XML_DOOR = ("word.xml",)
#: Violations that are known, with the reason why they stand for now.
_KNOWN = {
    ("book.sheets", "kinds"): "the list of kinds tells their ids without loading one",
    ("reporting.report_checks", "book.sheets"): "names of sheets, until problems carry their place",
    ("reporting.progress_checks", "book.sheets"): "names of sheets, until problems carry their place",
}


def module_of(path: Path) -> str:
    parts = path.relative_to(HOUSE / "generator").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def trees() -> dict[str, ast.Module]:
    return {module_of(path): ast.parse(path.read_bytes()) for path in sorted((HOUSE / "generator").rglob("*.py"))}


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield every module that is imported, wherever in the file, by its whole name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "relative imports hide where a module lives"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(name: str) -> str:
    """Return our module that an imported name is, or is in; empty for the package itself and for libraries."""
    parts = name.split(".")
    if parts[0] != "generator":
        return ""
    inner = parts[1:]
    while inner and ".".join(inner) not in trees():
        inner.pop()
    return ".".join(inner)


def room_of(module: str) -> str:
    fitting = [room for room in ROOMS if module == room or module.startswith(f"{room}.")]
    return max(fitting, key=len, default="")


def used(*libraries: str) -> Iterator[tuple[str, str]]:
    for module, tree in trees().items():
        for name in imported(tree):
            if name.split(".")[0] in libraries:
                yield module, name


def test_every_module_is_in_a_room():
    homeless = [module for module in trees() if module and not room_of(module)]
    assert not homeless, f"add their room to ROOMS, or move them: {homeless}"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_uses_only_the_rooms_below_it(room):
    wrong = {
        (module, target)
        for module, tree in trees().items()
        if room_of(module) == room
        for target in filter(None, map(own, imported(tree)))
        if room_of(target) not in ROOMS[room] | {room}
    }
    known = {pair for pair in _KNOWN if room_of(pair[0]) == room}
    told = "".join(f"\n  generator.{module} imports generator.{target}" for module, target in sorted(wrong - known))
    assert not told, f"{room} may use {', '.join(sorted(ROOMS[room])) or 'nothing'}; but{told}"
    assert wrong >= known, f"mended: take {known - wrong} out of _KNOWN"


def test_the_packaged_program_needs_no_builder():
    assert not list(used("templates", "tests"))


def test_only_the_xml_door_knows_the_xml_library():
    wrong = sorted({module for module, _ in used("lxml") if not module.startswith(XML_DOOR)})
    assert not wrong, f"use generator.word.xml instead of lxml in {wrong}"


def test_values_and_judgement_know_no_file():
    wrong = [
        pair
        for pair in used("pathlib", "zipfile", "openpyxl", "docx", "os", "io", "python_calamine")
        if room_of(pair[0]) in ("domain", "reporting", "kinds")
    ]
    assert not wrong


def test_only_the_doors_read_the_clock_and_each_command_once():
    """One day from beginning to end, also of what is begun at 23:59:59 on 31 December."""
    read = {module: list(_readings(tree)) for module, tree in trees().items()}
    assert not [f"{module}:{lines}" for module, lines in read.items() if lines and room_of(module) not in DOORS]
    in_run = {
        module: [line for node in tree.body if getattr(node, "name", "") == "run" for line in _readings(node)]
        for module, tree in trees().items()
    }
    assert not [f"{module}:{lines}" for module, lines in read.items() if lines != in_run[module] or len(lines) > 1]


def _readings(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow") and _is_clock(node.value):
            yield node.lineno


def _is_clock(value: ast.expr) -> bool:
    return ast.unparse(value) in ("date", "datetime", "datetime.date", "datetime.datetime")
