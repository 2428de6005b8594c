"""Every phrase of the phrase file is said somewhere, and every phrase that the program says is there."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import generator
from generator.kinds import kind_ids
from generator.making import find_template

PROGRAM = Path(generator.__file__).parent
PHRASES = tomllib.loads(find_template("cau-chu.toml").read_text(encoding="utf-8"))
#: Where reports are said.
ROOMS = ("reporting/*.py", "kinds/*.py", "roundup/*.py", "commands/consolidate.py")
#: Tables whose phrases their room says without the table's name.
SPOKEN_WITHOUT = ("tong_hop_don_vi.", "muc_tieu.")
#: Read as whole tables, by words that officers type.
TABLES = ("chung.loai_van_ban",)


def keys_of(table: Mapping[str, Any], before: str = "") -> Iterator[str]:
    for name, value in table.items():
        key = f"{before}{name}"
        if isinstance(value, Mapping) and key not in TABLES:
            yield from keys_of(value, f"{key}.")
        else:
            yield key


@cache
def strings() -> tuple[frozenset[str], frozenset[str]]:
    """The strings of the code that says reports: plain ones, and those with braces as regular expressions."""
    plain, built = set(kind_ids()), set()
    for path in [path for room in ROOMS for path in PROGRAM.glob(room)]:
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        pieces = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
                plain.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = (re.escape(p.value) if isinstance(p, ast.Constant) else "(.+)" for p in node.values)
                built.add("".join(map(str, parts)))
    return frozenset(plain), frozenset(built)


def is_said(text: str, depth: int = 2) -> bool:
    """Whether the code holds the string, or builds it out of strings that it holds."""
    plain, built = strings()
    if text in plain:
        return True
    matches = (re.fullmatch(pattern, text) for pattern in built)
    return depth > 0 and any(m and all(is_said(group, depth - 1) for group in m.groups()) for m in matches)


@pytest.mark.parametrize("key", [*keys_of(PHRASES)])
def test_a_phrase_is_said_somewhere(key: str) -> None:
    assert is_said(key)


def test_what_is_said_is_in_the_phrase_file() -> None:
    named = re.compile(rf"(?:{'|'.join(PHRASES)})(?:\.[\w-]+)+")
    keys = {*keys_of(PHRASES), *TABLES}
    plain, built = strings()
    of_rooms = {key.partition(".")[2] for key in keys if key.startswith(SPOKEN_WITHOUT)}
    assert sorted(s for s in plain if named.fullmatch(s) and s not in keys | of_rooms) == []
    patterns = [p for p in built if re.match(rf"(?:{'|'.join(PHRASES)})\\\.", p)]
    assert patterns
    assert [p for p in patterns if not any(re.fullmatch(p, key) for key in keys | of_rooms)] == []
