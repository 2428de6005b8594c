"""Every problem has a code and a severity, and the maintainers' guide lists them as they are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.test_layers import trees

GUIDE = Path(__file__).parents[1] / "generator" / "README.md"
SEVERITIES = ("error", "question", "note")
#: Those who only hand on what another said.
HANDS_ON = {("domain.problem", "Problem"), ("batch.manifest", "Problem"), ("roundup.remembering", "Problem")}


def severity_of(node: ast.Call, position: int) -> str:
    given = {keyword.arg: keyword.value for keyword in node.keywords}
    severity = given.get("severity", node.args[position] if len(node.args) > position else None)
    return severity.attr.lower() if isinstance(severity, ast.Attribute) else "error"


def made_in(module: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield code and severity of each problem that a module can tell of."""
    named = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }

    def text(node: ast.expr | None) -> str:
        return str(node.value) if isinstance(node, ast.Constant) else named.get(getattr(node, "id", ""), "")

    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        given = {keyword.arg: keyword.value for keyword in node.keywords}
        if name in SEVERITIES and module.endswith("messages") and node.args:
            yield text(node.args[0]), name
        elif (name == "_about" and module.startswith("reporting.")) or (
            name == "Message" and not module.endswith(("messages", "domain.problem"))
        ):
            yield text(node.args[0]), severity_of(node, 1)
        elif name == "replace" and {"code", "severity"} <= given.keys():
            yield text(given.get("code")), severity_of(node, 9)
        elif name == "Problem" and (module, name) not in HANDS_ON and not isinstance(given.get("code"), ast.Name):
            yield text(given.get("code", node.args[4] if len(node.args) > 4 else None)), severity_of(node, 5)


def all_codes() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {severity: set() for severity in SEVERITIES}
    for module, tree in trees().items():
        for code, severity in made_in(module, tree):
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code), f"a problem without a code in {module}"
            found[severity].add(code)
    return found


def listed() -> dict[str, set[str]]:
    text = GUIDE.read_text("utf-8").partition("## Problems")[2]
    rows = re.findall(r"(?m)^- \*\*(error|question|note)\*\*.*?: (.+?)\.$", text, re.DOTALL)
    return {severity: set(re.findall(r"`([a-z0-9-]+)`", codes)) for severity, codes in rows}


def test_the_guide_lists_every_code_under_its_severity():
    assert listed() == all_codes()
