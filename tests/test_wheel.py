"""What the wheel holds: the program and its templates, not what builds them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.word.package import read_members
from templates.builder.build import TEMPLATES as TEMPLATES_BUILT
from templates.builder.build import template_bytes

ROOT = Path(__file__).parents[1]
TEMPLATES = {p.name for p in (ROOT / "templates").iterdir() if p.is_file()}


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_the_templates_ship_inside_the_package_and_their_builder_does_not(names: set[str]) -> None:
    shipped = {name.removeprefix("generator/templates/") for name in names if name.startswith("generator/templates/")}
    assert shipped == TEMPLATES
    assert not [name for name in names if "builder" in name]


def test_every_module_and_data_file_of_the_package_ships(names: set[str]) -> None:
    own = {p.relative_to(ROOT).as_posix() for p in (ROOT / "generator").rglob("*") if p.suffix in (".py", ".toml")}
    assert own - names == set()
    assert not [name for name in names if name.startswith(("tests/", "inputs/", "templates/"))]


def test_the_page_ships_where_it_was_built(names: set[str]) -> None:
    built = (ROOT / "outputs" / "cchc.html").is_file()
    assert [name for name in names if name.endswith(".html")] == ["generator/page/cchc.html"] * built
    assert not [name for name in names if name.startswith(("outputs/", "generator/page/web/"))]


def test_no_module_of_the_package_needs_the_builder() -> None:
    needs = [
        p
        for p in (ROOT / "generator").rglob("*.py")
        if re.search(r"(?m)^\s*(?:from|import) templates\b", p.read_text("utf-8"))
    ]
    assert needs == []


@pytest.mark.parametrize("name", sorted(TEMPLATES_BUILT))
def test_a_template_that_ships_is_what_its_builder_builds(name: str) -> None:
    shipped = read_members((ROOT / "templates" / name).read_bytes())
    assert {part: member.content for part, member in read_members(template_bytes(name)).items()} == {
        part: member.content for part, member in shipped.items()
    }
