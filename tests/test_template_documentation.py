"""The list of template variables cannot rot: what the program gives and what is documented are the same."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

from generator.book.sheets import PARTS
from generator.kinds import kind_ids, kind_of
from generator.making import find_template, load_phrases
from generator.reporting.example import example_context
from generator.roundup.example import letter_example, round_up_example

TEMPLATES = Path(__file__).parents[1] / "templates"


def given() -> set[str]:
    phrases = load_phrases(find_template("cau-chu.toml"))
    contexts = [
        *(example_context(kind_of(kind_id), phrases, PARTS) for kind_id in kind_ids()),
        round_up_example(phrases),
        letter_example(phrases),
    ]
    return {name for context in contexts for name in names_in(context)}


def names_in(context: dict) -> Iterator[str]:
    for name, value in context.items():
        yield name
        items = value if isinstance(value, list) else [value]
        for item in items[:1]:
            if isinstance(item, SimpleNamespace):
                prefix = f"{name}." if name in ("loi_van", "phu_luc") else ""
                for inner in names_in(vars(item)):
                    yield prefix + inner


def test_every_variable_is_documented():
    documented = set(re.findall(r"`([a-z_.]+)`", (TEMPLATES / "README.vi.md").read_text(encoding="utf-8")))
    assert given() - documented == set()


def test_nothing_is_documented_that_does_not_exist():
    rows = re.findall(r"^\| (`.*?) \|", (TEMPLATES / "README.vi.md").read_text(encoding="utf-8"), re.MULTILINE)
    documented = {name for row in rows for name in re.findall(r"`([a-z_.]+)`", row)}
    assert documented - given() == set()
