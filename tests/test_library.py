"""What other programs import: each name is there, loaded only when used, and README.md's examples run."""

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import generator
from generator.check import checking

ROOT = Path(__file__).parents[1]
BLOCKS = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
FUNCTIONS = {n: f for n in generator._HOME_OF if inspect.isfunction(f := getattr(generator, n))}
FUNCTIONS["check"] = checking.check  # generator.check is its room, which is called like it


def typed_names() -> dict[str, str]:
    """The names that a type checker sees, each with its module."""
    (block,) = (node for node in ast.parse(inspect.getsource(generator)).body if isinstance(node, ast.If))
    return {alias.asname or alias.name: node.module for node in block.body for alias in node.names}


def test_what_a_type_checker_sees_is_what_there_is():
    assert typed_names() == generator._HOME_OF | {"check": "generator.check.checking"}
    for name, home in generator._HOME_OF.items():
        assert getattr(generator, name) is getattr(sys.modules[home], name)
    assert (ROOT / "generator" / "py.typed").exists()
    with pytest.raises(AttributeError, match="no attribute 'maek'"):
        generator.maek  # noqa: B018


def test_importing_the_package_loads_nothing_else():
    code = "import sys, generator; print(*[name for name in sys.modules if name.startswith('generator.')])"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.split() == []


def test_a_command_loads_what_takes_long_only_for_what_needs_it():
    dear = ("openpyxl", "numpy", "xlsxwriter", "matplotlib", "generator.check", "generator.vietnamese.deadline_phrase")
    modules = ", ".join(f"generator.commands.{name}" for name in ("report", "consolidate", "due", "merge", "slips"))
    code = f"import sys, {modules}; print(*[name for name in {dear} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.split() == []


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_a_function_says_what_comes_in_and_what_can_go_wrong(name):
    said = inspect.getdoc(FUNCTIONS[name]) or ""
    assert re.match(r"(Return|Make) ", said) and len(said) > 60, said
    parameters = set(inspect.signature(FUNCTIONS[name]).parameters)
    unsaid = {p for p in parameters & {"name", "profile", "template", "phrases", "executor"} if f"`{p}`" not in said}
    assert not unsaid
    assert "aise" in said or name in ("new_workbook", "fix"), f"{name}: which exceptions?"


def test_the_check_is_called_by_the_name_of_its_room():
    assert generator.check(b"no document", "a.docx") == checking.check(b"no document", "a.docx")
    assert inspect.signature(generator.check).parameters == inspect.signature(checking.check).parameters


def test_examples_of_the_readme_use_only_what_is_exported():
    assert len(BLOCKS) == 3
    for block in BLOCKS:
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator"):
                assert node.module == "generator" and {alias.name for alias in node.names} <= set(typed_names())


def test_examples_of_the_readme_run(tmp_path, monkeypatch):
    """One after the other, as they are read; the one for a cluster needs one (tests/batch runs its like)."""
    (tmp_path / "inputs").symlink_to(ROOT / "inputs")
    (tmp_path / "outputs").mkdir()
    monkeypatch.chdir(tmp_path)
    read: dict[str, object] = {}
    for block in BLOCKS:
        code = compile(block, "README.md", "exec")
        if "distributed" not in block:
            exec(code, read)
    assert {path.suffix for path in (tmp_path / "outputs").iterdir()} == {".docx", ".xlsx"}
    assert read["renewal"].data == read["made"].data and read["verdict"].outcomes
    assert len(read["plan"].plan) == len(read["source"].data.plan)
