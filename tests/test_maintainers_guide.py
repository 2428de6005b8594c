"""generator/README.md leads a maintainer to files that are there."""

import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "generator"
GUIDE = (HOUSE / "README.md").read_text(encoding="utf-8")
#: What looks like a file or a folder; a name in capitals stands for one's own.
NAMES = sorted(set(re.findall(r"`((?:[\w.-]+/)*[\w.-]+(?:\.(?:py|toml|docx|md)|/))`", GUIDE)))


def _places(text: str) -> list[Path]:
    """The folders named on the same line before a bare file name."""
    return [HOUSE, *(HOUSE / folder for folder in re.findall(r"`([\w./]+/)`", text))]


@pytest.mark.parametrize("name", [name for name in NAMES if "KIND" not in name])
def test_every_file_that_the_guide_names_is_there(name):
    lines = [line for line in GUIDE.splitlines() if f"`{name}`" in line]
    for line in lines:
        assert any((place / name).exists() for place in _places(line)), f"{name}: {line}"


def test_the_guide_has_the_recipes():
    headings = re.findall(r"^###? (.+)$", GUIDE, re.MULTILINE)
    for recipe in ("A kind of report", "A column of the workbook", "A phrase of a deadline", "A rule of the decree"):
        assert recipe in headings
    assert len(NAMES) > 25
