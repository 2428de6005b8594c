"""Local rules may narrow the decree; one that contradicts it is an error in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.layout.check import check_file
from generator.layout.fix import fix_file
from generator.layout.profile import ProfileFault, load_profile, narrowed
from generator.layout.verdict import FAIL
from tests.layout.kinds import bao_cao


def test_a_narrower_margin_is_held_and_mended(tmp_path: Path) -> None:
    doc = bao_cao()
    doc.page.left = 1985  # 35 mm: right by the decree
    path = tmp_path / "a.docx"
    path.write_bytes(doc.to_docx())
    local = narrowed({"page.margin.left": 30, "body.first_line": 12.7, "body.size": {"từ": 14, "đến": 14}})
    assert check_file(path).exit_code == 0
    verdict = check_file(path, local)
    assert [rule for rule, outcome in verdict.outcomes.items() if outcome == FAIL] == ["page.margin.left"]
    outcome = fix_file(path, tmp_path / "b.docx", local)
    assert outcome.after.exit_code == 0
    assert [f.mend.result for f in outcome.changes if f.mend] == ["30 mm"]


@pytest.mark.parametrize(
    ("allowed", "why"),
    [
        ({"page.margin.left": 25}, "trái Phụ lục I, Phần I, I.3"),
        ({"body.size": {"từ": 12, "đến": 14}}, "trái Phụ lục I, Phần I, II.6.e"),
        ({"body.first_line": [10, 15]}, "chỉ được thu hẹp"),
        ({"page.font": "Arial"}, "Times New Roman"),
        ({"body.size": {"từ": 14, "đến": 13}}, "chỉ được thu hẹp"),
        ({"body.size": {"low": 13}}, "{ từ = 13, đến = 14 }"),
        ({"page.margin.left": "30"}, "chỉ được thu hẹp"),
        ({"lề trái": 30}, "Không có quy tắc “lề trái”"),
        ({"phu_luc.size": []}, "chỉ được thu hẹp"),
    ],
)
def test_a_profile_that_contradicts_the_decree_is_an_error(allowed: dict, why: str) -> None:
    with pytest.raises(ProfileFault) as fault:
        narrowed(allowed)
    assert why in str(fault.value)


def test_a_profile_is_a_toml_file(tmp_path: Path) -> None:
    path = tmp_path / "rieng.toml"
    path.write_text('"page.margin.left" = 30\n"body.size" = { "từ" = 14, "đến" = 14 }\n', "utf-8")
    rules = load_profile(path).rules
    assert rules["page.margin.left"].allowed == (30,)
    assert rules["body.size"].default == 14
    path.write_text("viết sai", "utf-8")
    with pytest.raises(ProfileFault, match=r"rieng\.toml không đọc được"):
        load_profile(path)
