"""Every kind of generated document against the table of rules: all that apply hold, none is left unjudged."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.book.sheets import PARTS
from generator.check.checking import check_document, check_file
from generator.commands.report import ReportOptions, run
from generator.domain.report_kind import ReportKind
from generator.kinds import kind_of
from generator.making import find_template, load_phrases
from generator.reporting.example import example_context
from generator.word.read.document import parse_document
from generator.word.render.engine import load_template, render
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
    assert verdict.kind == ("ke-hoach" if kind == "ke-hoach" else "bao-cao")


@pytest.mark.parametrize("kind", [kind_of("thang"), kind_of("cchc")])
def test_a_template_filled_in_holds_every_rule(kind: ReportKind) -> None:
    template = load_template(find_template(f"{kind.id}.docx").read_bytes())
    data = render(template, example_context(kind, load_phrases(find_template("cau-chu.toml")), PARTS))
    verdict = check_document(parse_document(data), kind.id)
    assert [(f.rule.id, f.verdict, f.where, f.quote, f.found) for f in verdict.findings] == []


def test_a_template_itself_is_sent_to_its_own_check() -> None:
    assert "cchc template check" in check_file(find_template("cchc.docx")).error
