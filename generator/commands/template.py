"""`cchc template check`: an edited template is tried before a report is due."""

from __future__ import annotations

from pathlib import Path

from generator.book.sheets import PARTS
from generator.commands.screen import complain, say
from generator.domain.period import ReportKind
from generator.making import find_template, load_phrases
from generator.reporting.example import example_context
from generator.reporting.wording import PhraseFault
from generator.word.package import NotAPackage
from generator.word.render.template_check import check_template


def check(file: Path) -> int:
    """List the faults of a template. Return 0 when there are none, 1 when there are, 2 when it cannot be read."""
    kind = next((k for k in ReportKind if file.name.startswith(k.value)), ReportKind.PERIODIC)
    phrase_file = find_template("cau-chu.toml", file.parent)
    try:
        findings = check_template(file.read_bytes(), example_context(kind, load_phrases(phrase_file), PARTS))
    except PhraseFault as fault:
        complain(f"{phrase_file}: {fault}")
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
