"""Every kind of generated document against the table of rules: all that apply hold, none is left unjudged."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.commands.report import ReportOptions, run
from generator.layout.check import check_file
from tests.rendered.test_generated_pages import CASES, with_long_name


@pytest.mark.parametrize("name", CASES)
def test_a_generated_document_holds_every_rule(name: str, tmp_path: Path) -> None:
    workbook, period, kind, as_of = CASES[name]
    source = with_long_name(workbook, tmp_path) if name == "ten-dai" else workbook
    out = tmp_path / "ra"
    out.mkdir()
    run(ReportOptions(source, period=period, kind=kind, as_of=as_of, out=out), today=date.fromisoformat(as_of))
    (document,) = out.glob("*.docx")
    verdict = check_file(document)
    assert [(f.rule.id, f.verdict, f.where, f.quote, f.found) for f in verdict.findings] == []
    assert verdict.kind == "bao-cao"
