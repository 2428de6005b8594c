"""`cchc template check`: an edited template is tried before a report is due."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.book.sheets import PARTS
from generator.commands import since
from generator.commands.screen import complain, say
from generator.kinds import kind_ids, kind_of
from generator.making import find_template, load_phrases
from generator.reporting.example import example_context
from generator.reporting.wording import PhraseFault
from generator.roundup import letter
from generator.roundup import making as round_up
from generator.roundup.example import letter_example, round_up_example
from generator.word.package import NotAPackage, read_file
from generator.word.render.template_check import check_template


def check(file: Path) -> int:
    """List the faults of a template. Return 0 when there are none, 1 when there are, 2 when it cannot be read."""
    phrases = find_template("cau-chu.toml", file.parent)
    try:
        findings = check_template(read_file(file), _example_for(file, phrases))
    except PhraseFault as fault:
        complain(f"{phrases}: {fault}")
        return 2
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


def _example_for(file: Path, phrases: Path) -> Mapping[str, Any]:
    if file.name == since.TEMPLATE:
        return since.example_context()
    if file.name == round_up.TEMPLATE:
        return round_up_example(load_phrases(phrases))
    if file.name == letter.TEMPLATE:
        return letter_example(load_phrases(phrases))
    kind = next((k for k in kind_ids() if file.name.startswith(k)), "cchc")
    return example_context(kind_of(kind), load_phrases(phrases), PARTS)
