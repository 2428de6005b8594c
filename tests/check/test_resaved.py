"""Saving in LibreOffice renames styles, unwraps controls and rewrites sections; the verdict stays the same."""

from __future__ import annotations

import shutil
import subprocess
from itertools import cycle
from pathlib import Path

import pytest

from generator.check.checking import check_file
from generator.check.verdict import FAIL, NOT_EVALUATED
from generator.law.rules import RULES
from tests.check.kinds import ISSUED, KINDS, with_appendices
from tests.check.layouts import LAYOUTS
from tests.check.test_rules_one_by_one import breaking

#: Rules of each kind of measure, broken before saving.
BROKEN = (
    "page.margin.left",
    "page.font",
    "quoc_hieu.size",
    "tieu_ngu.rule_line",
    "co_quan.weight",
    "dia_danh.slant",
    "trich_yeu.align",
    "can_cu.punctuation",
    "body.first_line",
    "body.space",
    "body.line_spacing",
    "khoan.form",
    "chuc_vu.case",
    "noi_nhan.list_size",
    "phu_luc.number",
)

_PLANTED = 60
_FOUND = 0.95
#: With those above as many as are planted, from all over the rules.
MORE = [rule_id for rule_id in RULES if rule_id not in BROKEN][
    :: (len(RULES) - len(BROKEN)) // (_PLANTED - len(BROKEN))
][: _PLANTED - len(BROKEN)]

#: A kind and a number of appendices for each layout.
_OTHERS = [name for name, layout in LAYOUTS.items() if layout]
LAID_OUT = tuple(zip(_OTHERS, cycle(ISSUED[1:]), cycle((2, 1, 0)), strict=False))

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of documents saved again by LibreOffice: each kind as it is, and one for each broken rule."""
    folder = tmp_path_factory.mktemp("goc")
    for kind, make in KINDS.items():
        (folder / f"{kind}.docx").write_bytes(make().to_docx())
    for rule_id in (*BROKEN, *MORE):
        kind, change = breaking(rule_id)
        doc = KINDS[kind]()
        change(doc)
        (folder / f"{rule_id}.docx").write_bytes(doc.to_docx())
    for layout, kind, count in LAID_OUT:
        doc = with_appendices(kind, count)
        doc.layout = LAYOUTS[layout]
        (folder / f"{layout} {kind}.docx").write_bytes(doc.to_docx())
    out = folder / "lai"
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(folder / 'lo').as_uri()}", "--headless"),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), *map(str, sorted(folder.glob("*.docx")))),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return out


@pytest.mark.parametrize("kind", KINDS)
def test_a_correct_document_stays_correct(resaved: Path, kind: str) -> None:
    verdict = check_file(resaved / f"{kind}.docx")
    assert [(f.rule.id, f.where, f.found) for f in verdict.findings] == []
    assert verdict.kind == kind


@pytest.mark.parametrize(("layout", "kind", "count"), LAID_OUT)
def test_another_layout_stays_correct(resaved: Path, layout: str, kind: str, count: int) -> None:
    """Before a frame around all of the header LibreOffice loses the first page's own header: that is left out."""
    verdict = check_file(resaved / f"{layout} {kind}.docx")
    failing = {f.rule.id for f in verdict.findings if f.verdict == FAIL}
    assert failing - ({"page_number.first_hidden"} if layout == "bảng trong bảng" else set()) == set()
    assert verdict.kind == kind


@pytest.mark.parametrize("rule_id", BROKEN)
def test_a_broken_rule_is_found_all_the_same(resaved: Path, rule_id: str) -> None:
    outcomes = check_file(resaved / f"{rule_id}.docx").outcomes
    assert [i for i, outcome in outcomes.items() if outcome in (FAIL, NOT_EVALUATED)] == [rule_id]


def test_what_else_is_broken_is_found_or_left_open(resaved: Path) -> None:
    outcomes = {rule_id: check_file(resaved / f"{rule_id}.docx").outcomes.get(rule_id) for rule_id in MORE}
    missed = [rule_id for rule_id, outcome in outcomes.items() if outcome not in (FAIL, NOT_EVALUATED)]
    assert len(BROKEN) + len(MORE) == _PLANTED
    assert len(missed) <= (1 - _FOUND) * _PLANTED, missed
