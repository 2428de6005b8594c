"""`cchc template check`: an edited template is tried before a report is due."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.book.sheets import PARTS
from generator.commands import since
from generator.commands.screen import complain, say
from generator.domain.period import ReportKind
from generator.making import find_template, load_phrases
from generator.reporting.example import example_context
from generator.word.package import NotAPackage
from generator.word.render.template_check import check_template


def check(file: Path) -> int:
    """List the faults of a template. Return 0 when there are none, 1 when there are, 2 when it cannot be read."""
    try:
        findings = check_template(file.read_bytes(), _example_for(file))
    except NotAPackage as fault:
        complain(f"{file}: {fault}")
        return 2
    if not findings:
        say(f"{file.name}: mẫu dùng được.")
        return 0
    say(f"{file.name}: có {len(findings)} chỗ cần sửa.")
    for finding in findings:
        say(f"  - {finding}")
    return 1


def _example_for(file: Path) -> Mapping[str, Any]:
    if file.name == since.TEMPLATE:
        return since.example_context()
    kind = next((k for k in ReportKind if file.name.startswith(k.value)), ReportKind.PERIODIC)
    return example_context(kind, load_phrases(find_template("cau-chu.toml", file.parent)), PARTS)
